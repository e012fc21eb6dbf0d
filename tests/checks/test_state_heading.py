"""The heading of a State telegram against its text, beyond the rules' own examples."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import telegram

ORDERS = {
    "12065": (date(1978, 12, 1), date(1982, 8, 1)),
    "12356": (date(1982, 8, 1), date(1995, 10, 14)),
    "12958": (date(1995, 10, 14), date(2010, 6, 27)),
}
"""The first day of each order, and that of the next."""
HABIT = timedelta(days=60)


def codes(
    *,
    line: str = "UNCLAS SAN SALVADOR 000412",
    station: str = "RUEHSN #0412 1581845",
    sender: str = "AMEMBASSY SAN SALVADOR",
    addresses: str = "TO RUEHC/SECSTATE WASHDC",
    dtg: str = "061840Z JUN 08",
    head: str = "E.O. 12958: N/A\nTAGS: AMGT, ES\nSUBJECT: EXERCISE",
    validation: str = "#0412",
) -> tuple[str, ...]:
    """What is found in a telegram some lines of which are replaced."""
    return telegram.check(
        f"VZCZCXYZ0020\nPP RUEHC\nDE {station}\nZNR UUUUU ZZH\nP {dtg}\nFM {sender}\n{addresses}\n"
        f"BT\n{line}\n\n{head}\n\n1. THE EXERCISE BEGINS.\n\n2. IT ENDS.\n\nWAYFARER\n"
        f"BT\n{validation}\n\nNNNN\n"
    ).codes


def test_a_telegram_whose_heading_and_text_agree_has_no_finding():
    assert codes() == ()


@pytest.mark.parametrize(
    ("sender", "post"),
    [
        ("AMEMBASSY MEXICO", "MEXICO"),
        ("AMEMBASSY MEXICO CITY", "MEXICO"),
        ("SECSTATE WASHDC", "STATE"),
        ("USMISSION UNVIE VIENNA", "UNVIE VIENNA"),
        ("USMISSION USUN NEW YORK", "USUN NEW YORK"),
        ("AIT TAIPEI", "AIT TAIPEI"),
        ("AMEMBASSY PORT MERIDIAN", "PORT MERIDIAN"),
        ("USOFFICE PORT MERIDIAN", "PORT MERIDIAN"),
        ("AMEMBASSY SAN SALVADOR", "SAN SALVADR"),  # misspelt, which is another rule's
        ("USDEL SECRETARY", "SECTO"),  # a series of its own
    ],
)
def test_the_post_of_the_originator_is_known_by_its_address(sender, post):
    assert "TG816" not in codes(sender=sender, line=f"UNCLAS {post} 000412")


@pytest.mark.parametrize(
    ("sender", "post"),
    [("AMEMBASSY MEXICO CITY", "LIMA"), ("AMEMBASSY PORT MERIDIAN", "LIMA")],
)
def test_another_post_is_not_the_originators(sender, post):
    assert "TG816" in codes(sender=sender, line=f"UNCLAS {post} 000412")


@given(serial=st.integers(1, 9999), number=st.integers(1, 199_999))
@example(serial=412, number=10_412)  # the thousands are not sent
def test_the_serial_number_is_the_number_without_what_four_digits_cannot_hold(serial, number):
    found = codes(
        station=f"RUEHSN #{serial:04} 1581845",
        line=f"UNCLAS SAN SALVADOR {number:06}",
        validation=f"#{serial:04}",
    )

    assert ("TG817" in found) == (f"{number:06}"[-4:] != f"{serial:04}")


def test_a_message_that_was_rerouted_has_the_serial_number_of_another_station():
    found = telegram.check(
        "VZCZCXYZ0020\nPP RUEHC\nDE RUEHPE #0777 1581845\n"
        "ZNR UUUUU ZOV RUEHSN0412 REROUTE OF RUEHSN0412 1581845\n"
        "P 061840Z JUN 08\nFM AMEMBASSY SAN SALVADOR\nTO RUEHC/SECSTATE WASHDC\nBT\n"
        "UNCLAS SAN SALVADOR 000412\n\nE.O. 12958: N/A\n"
    ).codes

    assert {"TG817", "TG818"}.isdisjoint(found)


@given(order=st.sampled_from(sorted(ORDERS)), day=st.dates(date(1978, 1, 1), date(2011, 12, 31)))
@example(order="12958", day=date(1995, 8, 15))
@example(order="12958", day=date(1995, 8, 14))
@example(order="12065", day=date(1982, 9, 30))
@example(order="12065", day=date(1982, 10, 1))
def test_an_order_is_cited_from_sixty_days_before_it_is_in_force_to_sixty_days_after(order, day):
    first, following = ORDERS[order]
    head = f"E.O. {order}: N/A\nTAGS: AMGT, ES\nSUBJECT: EXERCISE"

    found = codes(dtg=day.strftime("%d1840Z %b %y").upper(), head=head)

    assert ("TG621" in found) == (not first - HABIT <= day <= following + HABIT)


@given(years=st.integers(-30, 60), days=st.integers(-400, 400))
@example(years=0, days=0)
@example(years=25, days=0)
@example(years=25, days=1)
def test_a_day_of_declassification_is_neither_before_the_message_nor_25_years_after(years, days):
    sent = date(2008, 6, 6)
    until = sent.replace(year=sent.year + years) + timedelta(days=days)
    head = f"E.O. 12958: DECL: {until:%m/%d/%Y}\nTAGS: AMGT, ES\nSUBJECT: EXERCISE"

    found = codes(head=head)

    assert ("TG625" in found) == (not sent <= until <= date(2033, 6, 6))


def test_an_exemption_from_declassification_may_last_longer_than_25_years():
    head = "E.O. 13526: DECL: 25X1, 06/06/2050\nTAGS: AMGT, ES\nSUBJECT: EXERCISE"

    assert "TG625" not in codes(dtg="061840Z JUN 12", head=head)


@pytest.mark.parametrize(
    ("day", "section", "reported"),
    [
        ("280900Z FEB 03", "1.4", True),
        ("310900Z MAR 03", "1.4", False),
        ("300900Z SEP 03", "1.5", False),
        ("010900Z OCT 03", "1.5", True),
    ],
)
def test_the_section_of_reasons_is_that_of_the_day(day, section, reported):
    head = (
        "E.O. 12958: DECL: 01/01/2013\nTAGS: AMGT, ES\nSUBJECT: EXERCISE\n\n"
        f"CLASSIFIED BY: DCM PAT EXAMPLE FOR REASONS {section} (B)."
    )

    found = codes(line="C O N F I D E N T I A L SAN SALVADOR 000412", dtg=day, head=head)

    assert ("TG663" in found) is reported


@pytest.mark.parametrize("section", ["01", "02"])
def test_the_validation_number_of_a_section_has_the_section(section):
    found = codes(
        station=f"RUEHSN #0412/{section} 1581845",
        line=f"UNCLAS SECTION {section} OF 02 SAN SALVADOR 000412",
        validation=f"#0412/{section}",
    )

    assert {"TG374", "TG811", "TG814", "TG819"}.isdisjoint(found)


def exempted(addresses: str) -> tuple[list[str], list[str]]:
    """The information addressees of a heading, and those it exempts."""
    heading = telegram.parse(
        f"P 061840Z JUN 86\nFM AMEMBASSY SAN SALVADOR\n{addresses}\nBT\nUNCLAS SAN SALVADOR 00412\n"
        "E.O. 12356: N/A\n",
        dialect="acp127-us",
    ).heading
    return [a.name for a in heading.info], [a.name for a in heading.exempt]


def test_without_indicators_the_line_of_xmt_alone_is_exempt():
    lines = "INFO ALL EXERCISE POSTS\nXMT AMEMBASSY LIMA\nAMEMBASSY BOGOTA\nAMEMBASSY QUITO"

    assert exempted(lines) == (
        ["ALL EXERCISE POSTS", "AMEMBASSY BOGOTA", "AMEMBASSY QUITO"],
        ["AMEMBASSY LIMA"],
    )


def test_where_xmt_stands_alone_the_line_below_it_is_exempt():
    lines = "INFO ALL EXERCISE POSTS\nXMT\nAMEMBASSY LIMA\nAMEMBASSY BOGOTA"

    assert exempted(lines) == (["ALL EXERCISE POSTS", "AMEMBASSY BOGOTA"], ["AMEMBASSY LIMA"])


def test_an_indicator_ends_an_exemption():
    lines = (
        "INFO RUEHXQ/ALL EXERCISE POSTS\nXMT AMEMBASSY LIMA\nAMEMBASSY BOGOTA\n"
        "RUEHQT/AMEMBASSY QUITO"
    )

    assert exempted(lines) == (
        ["ALL EXERCISE POSTS", "AMEMBASSY QUITO"],
        ["AMEMBASSY LIMA", "AMEMBASSY BOGOTA"],
    )


def test_unknown_posts_are_spoken_of_once():
    lines = "TO AMEMBASSY PORT MERIDIAN\nINFO AMCONSUL SALT HARBOR\nAMEMBASSY LIMA"

    assert codes(addresses=lines).count("TG376") == 1


def test_addresses_of_other_texts_are_not_compared_with_the_table_of_posts():
    found = telegram.check(
        "R 061840Z JUN 08\nFM EXERCISE COMMAND\nINFO AMEMBASSY PORT MERIDIAN\nBT\nEXERCISE.\nBT\n"
    ).codes

    assert {"TG217", "TG376", "TG844"}.isdisjoint(found)

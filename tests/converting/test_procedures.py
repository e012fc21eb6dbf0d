"""Messages refiled in other procedures: nothing is lost but what the report names."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telegram import Fate, FieldError, FormatError, check, convert, parse
from telegram.converting.differences import lost_in
from telegram.dialects import written_dialects
from telegram.formatting import content_of
from telegram.lines import FormatLine
from telegram.model import Telegram
from tests.converting.headings import messages

DIALECTS = [record.name for record in written_dialects() if record.station_form != "call"]
"""A call sign is no routing indicator: to and from a radio net stations do not come back."""
PAIRS = list(permutations(DIALECTS, 2))
SUPPLIED: dict[str, Any] = {
    "station": "RUWTABA",
    "serial": "0412",
    "filed": "0731545",
    "called": ["RUEBXYZ", "RUEBXYA"],
}
"""What a message without FL2 and FL3 is refiled with."""
CORPUS = Path(__file__).parents[1] / "corpus" / "heading"
EXAMPLES = {
    path.stem: parse(path.read_bytes())
    for path in sorted(CORPUS.glob("*.txt"))
    if path.stem.startswith(("acp127", "janap128", "state", "amhs", "acp126-plain"))
    and path.stem != "janap128-data-card"
}


def kept(message: Telegram) -> dict[str, Any]:
    """What to supply so that JANAP 128 can hold the message."""
    heading = message.heading
    station = heading.station or heading.routing
    indicator = heading.station.indicator if heading.station else None
    fits = indicator is None or len(indicator.letters) == 7
    if station is None:
        return SUPPLIED
    return {} if fits else {"station": "RUWTABA"}


def words(message: Telegram) -> list[str]:
    """The text of a message, without page lines."""
    return " ".join(content_of(message).text).split()


def there_and_back(message: Telegram, to: str) -> None:
    """Refile a message and bring it back: what is not as it was was reported lost."""
    there = convert(message, to=to, **kept(message))
    home = message.dialect or ""
    assert there.result.dialect == to
    back = convert(there.result, to=home, **(SUPPLIED if to == "amhs" else {}))

    before, after = message.heading, back.result.heading
    given = {(entry.line, entry.name) for entry in there.report.of(Fate.GIVEN)}
    lost = {(entry.line, entry.name, entry.text) for entry in there.report.lost}
    gone = {(fact.line, fact.words, fact.text) for fact in lost_in(before, after, message.pivot)}
    assert {entry for entry in gone if entry[:2] not in given} <= lost
    assert len(back.results) == len(there.results) == 1
    assert words(back.result) == words(message)


@pytest.mark.parametrize("to", DIALECTS)
@pytest.mark.parametrize(
    "name", [name for name in EXAMPLES if not name.startswith("acp126") and "pilot" not in name]
)
def test_an_example_there_and_back_lacks_only_what_was_reported_lost(name, to):
    there_and_back(EXAMPLES[name], to)


@settings(max_examples=60)
@given(st.data(), st.sampled_from(PAIRS))
def test_there_and_back_lacks_only_what_was_reported_lost(data, pair):
    home, to = pair
    there_and_back(data.draw(messages(home)), to)


@given(messages("acp127"))
def test_what_both_procedures_hold_comes_back_equal(message):
    """Base ACP 127 says nothing that the US supplement and JANAP 128 could not say."""
    for to in ("acp127-us", "janap128"):
        there = convert(message, to=to)

        assert there.report.lost == ()
        assert convert(there.result, to="acp127").result.heading == message.heading


@settings(max_examples=40)
@given(st.data(), st.sampled_from(PAIRS))
def test_what_is_refiled_is_clean_as_sent(data, pair):
    home, to = pair
    message = data.draw(messages(home))
    result = convert(message, to=to, **(SUPPLIED if home == "amhs" else {})).result
    found = {diagnostic.code for diagnostic in check(result, as_sent=True).errors}
    own = {diagnostic.code for diagnostic in check(message, as_sent=True).errors}

    assert found <= own


def test_the_header_of_janap_is_made_of_routing_station_and_warning():
    report = convert(EXAMPLES["state-single"], to="janap128", station="RUEHSNA")

    assert str(report.result).splitlines()[1] == (
        "PTTUZYUW RUEHSNA0412 0731545-UUUU--RUEHC RUEHPE RUEHGT."
    )
    assert [
        (entry.fate, entry.name) for entry in report.report if entry.line is FormatLine.FL2
    ] == [
        (Fate.DEFAULT, "language and media format"),
        (Fate.DERIVED, "classification letter"),
        (Fate.DEFAULT, "content indicator"),
        (Fate.DERIVED, "redundancy"),
    ]


def test_release_codes_go_into_the_redundancy_and_stay_in_the_warning():
    message = EXAMPLES["janap128-trc"]
    there = convert(message, to="acp127")

    assert there.result.heading.security == message.heading.security
    assert convert(there.result, to="janap128").result.heading == message.heading


def test_a_filing_time_is_told_by_the_other_day():
    assert str(convert(EXAMPLES["acp127-base"], to="acp127-us").result.heading.station) == (
        "DE RNFZZC #0051 1121856"
    )


def test_a_print_layout_opens_with_banner_and_precedence_word():
    message = EXAMPLES["janap128-specat"]
    lines = str(convert(message, to="amhs").result).splitlines()
    plain = str(convert(message, to="amhs", banner=False).result).splitlines()

    assert lines[:2] == ["CONFIDENTIAL//", "IMMEDIATE"]
    assert lines[2:] == plain


def test_a_classification_line_follows_from_the_banner():
    printed = parse("SECRET//\nR 131530Z MAR 02\nFM WING ONE\nTO WING TWO\nBT\n1. EXERCISE\nBT\n")
    found = convert(printed, to="acp127")

    assert "BT\nS E C R E T\n1. EXERCISE\nBT" in str(found.result)
    assert str(found.result.heading.security) == "ZNY SSSSS"
    assert [entry.text for entry in found.report.lost] == ["SECRET//"]


def test_everything_that_nothing_tells_is_named_with_its_keyword():
    message = parse("R 131530Z MAR 02\nFM WING ONE\nBT\nEXERCISE\nBT\n", dialect="amhs")
    with pytest.raises(FormatError) as caught:
        convert(message, to="janap128")

    words = " ".join(caught.value.problems)
    for keyword in ("station", "serial", "filed", "called", "classification"):
        assert f"give {keyword}=" in words
    assert "no addressee" in words


def test_what_is_given_is_reported_and_outweighs_what_was_there():
    found = convert(EXAMPLES["acp127-base"], to="acp127-us", serial="0007", station="RUEHSN")

    assert str(found.result.heading.station) == "DE RUEHSN #0007 1121856"
    assert {(entry.fate, entry.text) for entry in found.report} == {
        (Fate.LOST, "RNFZZC"),
        (Fate.LOST, "0051"),
        (Fate.GIVEN, "RUEHSN"),
        (Fate.GIVEN, "0007"),
    }


def test_half_a_station_is_not_enough():
    message = parse("R 131530Z MAR 02\nFM WING ONE\nTO WING TWO\nBT\nUNCLAS\nBT\n", dialect="amhs")
    with pytest.raises(FormatError, match="give serial="):
        convert(message, to="acp127", station="RUEHSN")
    with pytest.raises(FormatError, match="give station="):
        convert(message, to="acp127", serial="0412")


def test_a_long_text_becomes_several_messages():
    lines = "".join(f"EXERCISE LINE {number}\n" for number in range(150))
    head = str(convert(EXAMPLES["janap128-narrative"], to="amhs").result)
    message = parse(head.replace("UNCLAS\n", f"UNCLAS\n{lines}", 1))
    found = convert(message, to="acp127-us", **SUPPLIED)

    assert [part.section for part in found.results] == [(1, 2), (2, 2)]
    assert [str(part.heading.station) for part in found.results] == [
        "DE RUWTABA #0412/01 0731545",
        "DE RUWTABA #0412/02 0731545",
    ]
    assert found.result is found.results[0]


def test_card_images_stay_where_they_are():
    message = parse((CORPUS / "janap128-data-card.txt").read_bytes())
    with pytest.raises(FormatError, match="card or tape images"):
        convert(message, to="acp127")


def test_what_a_circuit_cannot_carry_is_respelt_on_request_and_reported():
    message = parse(
        "R 131530Z MAR 02\nFM WING ONE\nTO WING TWO\nBT\nUNCLAS\nCafé\nBT\n", dialect="amhs"
    )
    with pytest.raises(FormatError, match="lower case"):
        convert(message, to="acp127")
    found = convert(message, to="acp127", transliterate=True)

    assert "CAFE" in str(found.result)
    assert ("characters", "lower case é") in [(e.name, e.text) for e in found.report.lost]


def test_a_wrong_call_says_so():
    message = EXAMPLES["acp127-base"]
    with pytest.raises(ValueError, match="no dialect"):
        convert(message, to="telex")
    with pytest.raises(FieldError, match="XX"):
        convert(message, to="acp127-us", station="XX")
    with pytest.raises(FormatError, match="no heading"):
        convert(parse("nothing here"), to="acp127")


def test_a_report_says_each_fact_in_a_line():
    found = convert(EXAMPLES["state-single"], to="amhs", banner=False)

    assert len(found.report) == len(str(found.report).splitlines())
    assert "lost: FL3 serial number: 0412" in str(found.report).splitlines()

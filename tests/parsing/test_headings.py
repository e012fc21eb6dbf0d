"""Headings that bend the layout, as the standard's users and the archives write them."""

from typing import Any

import pytest

import telegram
from telegram.lines import FormatLine


def read(text: str, dialect: str = "auto") -> Any:
    """A text as read; untyped, since every part of a heading may be absent."""
    return telegram.parse(text, dialect=dialect)


def labels(text: str, dialect: str = "auto") -> list[str]:
    """The format lines of a text, in order, blank ones left out."""
    lines = telegram.parse(text, dialect=dialect).lines
    return [line.format_line.name for line in lines if line.format_line is not FormatLine.BLANK]


def names(addressees) -> list[str]:
    return [addressee.name for addressee in addressees]


# ---- two headings --------------------------------------------------------------------------------

PILOT = """VZCZCXRO2001
PP RUEHZZA
DE RUEHC #9001 0731700
ZNR UUUUU ZFD
PP RUEHC RUEHPE
DE RUEHSN #0412 0731545
ZNR UUUUU ZZH
P 141540Z MAR 11
FM AMEMBASSY SAN SALVADOR
TO RUEHC/SECSTATE WASHDC PRIORITY 0412
BT
UNCLAS SAN SALVADOR 000412
EXERCISE TEXT.
BT
#0412
NNNN
"""


def test_two_routing_groups_before_a_preamble_are_a_pilot_and_its_message():
    heading = read(PILOT).heading

    assert heading.pilot is not None
    assert [str(i) for i in heading.pilot.routing.indicators] == ["RUEHZZA"]
    assert heading.pilot.station.serial == "9001"
    assert [signal.code for signal in heading.pilot.security.signals] == ["ZFD"]
    assert [str(i) for i in heading.routing.indicators] == ["RUEHC", "RUEHPE"]
    assert heading.station.serial == "0412"
    assert heading.transmission.sequence == "2001"
    assert heading.pilot.transmission is None


READDRESSAL = """RATUZYUW RUWTABA0237 1071330-UUUU--RUEBXYZ.
ZNR UUUUU
R 171325Z APR 02
FM EXERCISE REGION ALFA
TO ALL EXERCISE UNITS PRESENT HARBOR BRAVO
AIG 99001
R 151530Z APR 02
FM EXERCISE WING ONE TRAINING AFB
TO EXERCISE GROUP TWO TRAINING AFB//DO/XP//
INFO RUEBZZA/EXERCISE DEPOT
BT
UNCLAS
BT
#0237
NNNN
"""


def test_a_second_preamble_among_the_addresses_opens_the_original_heading():
    message = read(READDRESSAL)
    heading, original = message.heading, message.heading.original

    assert str(heading.dtg) == "171325Z APR 02"
    assert names(heading.action) == ["ALL EXERCISE UNITS PRESENT HARBOR BRAVO", "AIG 99001"]
    assert heading.info == ()
    assert str(original.dtg) == "151530Z APR 02"
    assert original.originator.name == "EXERCISE WING ONE TRAINING AFB"
    assert original.action[0].offices == ("DO", "XP")
    assert names(original.info) == ["EXERCISE DEPOT"]
    assert original.routing is None


def test_the_places_of_both_headings_lie_in_their_own_lines():
    message = read(READDRESSAL)

    assert message.heading.spans["dtg"].of(READDRESSAL) == "171325Z APR 02"
    assert message.heading.original.spans["dtg"].of(READDRESSAL) == "151530Z APR 02"
    assert message.heading.original.spans["info[0].name"].of(READDRESSAL) == "EXERCISE DEPOT"


def test_a_reroute_keeps_both_identities():
    heading = read(
        "RATUZOVW RUHZSUU0014 1051712-UUUU--RUEBXYY.\n"
        "ZNR UUUUU ZOV RUHZCUU0136 REROUTE OF RUWTABA0014 1051530\n"
        "ZUI RUHZMCB2973 1051700\n"
        "R 151530Z APR 02\nFM EXERCISE WING ONE\nTO EXERCISE GROUP TWO\nBT\n"
    ).heading

    assert heading.routing.originator.letters == "RUHZSUU"
    assert [signal.code for signal in heading.security.signals] == ["ZOV", "ZUI"]
    assert heading.security.signals[0].operands[3:] == ("RUWTABA0014", "1051530")
    assert heading.routing.content.signal == "ZOV"


# ---- exempted addressees -------------------------------------------------------------------------


def test_addressees_exempted_on_the_line_of_their_collective():
    text = (
        "P 141540Z MAR 11\nFM AMEMBASSY ROME\n"
        "TO RUEHXQ/ALL EXERCISE POSTS, XMT AMEMBASSY ROME, AMEMBASSY SOFIA\n"
        "INFO RUEHC/SECSTATE WASHDC\nBT\n"
    )
    heading = read(text, dialect="acp127-us").heading

    assert names(heading.action) == ["ALL EXERCISE POSTS"]
    assert heading.action[0].collective
    assert names(heading.exempt) == ["AMEMBASSY ROME", "AMEMBASSY SOFIA"]
    assert names(heading.info) == ["SECSTATE WASHDC"]
    assert heading.spans["exempt[1].name"].of(text) == "AMEMBASSY SOFIA"


@pytest.mark.parametrize("prosign", ["XMT ", "XMT/"])
def test_addressees_exempted_on_lines_of_their_own(prosign):
    heading = read(
        "P 141540Z MAR 11\nFM AMEMBASSY ROME\nTO RUEHXQ/ALL EXERCISE POSTS\n"
        f"{prosign}AMEMBASSY ROME\nAMEMBASSY SOFIA\nRUEHC/SECSTATE WASHDC\nBT\n",
        dialect="acp127-us",
    ).heading

    assert names(heading.exempt) == ["AMEMBASSY ROME", "AMEMBASSY SOFIA"]
    # An addressee with an indicator is served, so it is not exempted.
    assert names(heading.action) == ["ALL EXERCISE POSTS", "SECSTATE WASHDC"]


# ---- lines that copies ran together, wrapped, or put elsewhere -----------------------------------


def test_several_format_lines_on_one_line_are_told_apart():
    text = (
        "R 161600Z JAN 20 FM EXERCISE ALFA//N1// TO EXERCISE BRAVO"
        " INFO EXERCISE CHARLIE BT UNCLAS\nTEXT\n"
    )
    message = read(text)

    assert labels(text)[:6] == ["FL5", "FL6", "FL7", "FL8", "FL11", "FL12"]
    assert message.heading.originator.offices == ("N1",)
    assert (names(message.heading.action), names(message.heading.info)) == (
        ["EXERCISE BRAVO"],
        ["EXERCISE CHARLIE"],
    )
    assert message.text.text.startswith("UNCLAS\n")


def test_a_security_line_run_on_to_the_header_is_told_apart():
    heading = read(
        "RTTUZYUW RUEWMCS0000 2031456-UUUU--RHMCSUU ZNR UUUUU\n"
        "R 211400Z JUL 08\nFM EXERCISE\nTO OTHERS\nBT\n"
    ).heading

    assert heading.routing.originator.letters == "RUEWMCS"
    assert heading.security.characters == "UUUUU"


def test_office_codes_wrapped_to_the_next_line_belong_to_the_address():
    text = "R 161600Z JAN 20\nFM EXERCISE COMMAND ALFA//\nN1/NT//\nTO OTHERS\nBT\n"
    message = read(text)

    assert message.heading.originator.offices == ("N1", "NT")
    assert names(message.heading.action) == ["OTHERS"]


def test_a_directory_name_wrapped_over_lines_is_one_addressee():
    text = (
        "R 161600Z JAN 20\nFM EXERCISE COMMAND ALFA\n"
        "TO OU=EXERCISE BRAVO(UC),OU=ORGANIZATIONS,OU=NAVY,\n"
        "OU=DOD,O=U.S. GOVERNMENT,C=US\nINFO OTHERS\nBT\n"
    )
    message = read(text)

    assert names(message.heading.action) == ["EXERCISE BRAVO"]
    assert names(message.heading.info) == ["OTHERS"]


def test_several_addressees_on_a_line_are_told_apart_by_what_stands_before_them():
    text = (
        "R 161600Z JAN 20\nFM EXERCISE\n"
        "TO RUEBZZA/EXERCISE DEPOT RUEBZZB/EXERCISE WING//N1// ZEN/EXERCISE STAFF\n"
        "BT\n"
    )
    heading = read(text).heading

    assert names(heading.action) == ["EXERCISE DEPOT", "EXERCISE WING", "EXERCISE STAFF"]
    assert heading.action[1].offices == ("N1",)
    assert heading.action[2].zen
    assert heading.spans["action[1].name"].of(text) == "EXERCISE WING"


@pytest.mark.parametrize("dialect", ["amhs", "acp127-us"])
def test_a_last_word_that_looks_like_an_indicator_belongs_to_the_name(dialect):
    """One oblique would make it an indicator; two open office codes."""
    message = read("R 161600Z JAN 20\nFM A\nTO EXERCISE STATION ROTA//N1//\nBT\n", dialect)

    assert names(message.heading.action) == ["EXERCISE STATION ROTA"]
    assert [line.damaged for line in message.lines] == [False] * 4


def test_a_preamble_below_the_addresses_is_the_messages_own():
    heading = read(
        "FM EXERCISE ALFA\nTO EXERCISE BRAVO\nR 161600Z JAN 20\nBT\nUNCLAS\nBT\n"
    ).heading

    assert str(heading.dtg) == "161600Z JAN 20"
    assert heading.original is None
    assert heading.originator.name == "EXERCISE ALFA"


def test_a_terminals_summary_of_addresses_above_the_header_is_no_address():
    text = (
        "TO   NAVADMIN\n\nRTTUZYUW RUEWMCS0000 2031456-UUUU--RHMCSUU.\nZNR UUUUU\n"
        "R 211400Z JUL 08\nFM EXERCISE\nTO OTHERS\nBT\nUNCLAS\nBT\n#0000\nNNNN\n"
    )

    assert labels(text)[:2] == ["INTRUSION", "FL2"]
    assert names(read(text).heading.action) == ["OTHERS"]


def test_a_form_that_was_never_filled_in_gives_what_it_holds():
    routing = read(
        "RAAUZYUW             DDDHHMM-UUUU--\nZNR UUUUU\nR 211400Z JUL 08\n"
        "FM EXERCISE\nTO OTHERS\nBT\n"
    ).heading.routing

    assert (routing.precedence[0].letter, str(routing.lmf), str(routing.content)) == (
        "R",
        "AA",
        "ZYUW",
    )
    assert (routing.originator, routing.serial, routing.filed, routing.indicators) == (
        None,
        None,
        None,
        (),
    )
    assert routing.redundancy == "UUUU"


@pytest.mark.parametrize(
    "opening", ["UNCLAS SAN SALVADOR 000412", "S E C R E T", "SUBJ: EXERCISE", "1. EXERCISE"]
)
def test_a_text_begins_without_a_break_at_a_line_that_only_a_text_has(opening):
    text = f"P 141540Z MAR 11\nFM AMEMBASSY ROME\nTO RUEHC/SECSTATE WASHDC\n\n{opening}\nTEXT\n"
    message = read(text)

    assert message.text.text == f"\n{opening}\nTEXT\n"
    assert names(message.heading.action) == ["SECSTATE WASHDC"]
    assert "FL11" not in labels(text)


# ---- folded lines --------------------------------------------------------------------------------


def test_routing_goes_on_to_the_line_that_ends_in_a_period():
    routing = read(
        "OAAUZYUW RUWTABA0231 1051801-UUUU--RUEBXYZ RUCIAAA\nRUWJDDD.\n"
        "ZNR UUUUU\nR 151755Z APR 02\nFM A\nTO B\nBT\n"
    ).heading.routing

    assert [str(i) for i in routing.indicators] == ["RUEBXYZ", "RUCIAAA", "RUWJDDD"]
    assert routing.complete is True


def test_instructions_go_on_below_the_date_time_group():
    heading = read(
        "R 151755Z APR 02\nZYB MIN ZYW PSN 738184K31\nFM A\nTO B\nBT\n", dialect="amhs"
    ).heading

    assert [(i.kind, i.value) for i in heading.instructions] == [
        ("signal", "ZYB"),
        ("minimize", "MIN"),
        ("signal", "ZYW"),
        ("psn", "738184K31"),
    ]
    assert heading.identifiers == {"psn": "738184K31"}


def test_page_lines_are_told_from_the_text_around_them():
    message = read(
        "R 151755Z APR 02\nFM A\nTO B\nBT\nUNCLAS\nONE\n"
        "PAGE 02 RUWTABA0300 UNCLAS\nTWO\nBT\n#0300\nNNNN\n"
    )
    (page,) = [line for line in message.lines if line.format_line is FormatLine.PAGE]

    fields = {name: value for name, value, _ in page.fields}
    assert (fields["page_number"], fields["page_station"], fields["page_level"]) == (
        "02",
        "RUWTABA",
        "UNCLAS",
    )
    assert "PAGE 02" in message.text.text


def test_a_dual_precedence_serves_action_and_information_apart():
    heading = read("O R 151755Z APR 02\nFM A\nTO B\nINFO C\nBT\n", dialect="amhs").heading

    assert str(heading.precedence) == "O R"
    assert heading.precedence.highest.word == "IMMEDIATE"
    assert heading.effective_precedence(heading.action[0]).word == "IMMEDIATE"
    assert heading.effective_precedence(heading.info[0]).word == "ROUTINE"


# ---- what copies leave behind --------------------------------------------------------------------


@pytest.mark.parametrize(
    "copied",
    [
        "\n\nP 141540Z MAR 11\n\nFM AMEMBASSY ROME\n\nTO RUEHC/SECSTATE WASHDC PRIORITY\n\nBT\n",
        "  P 141540Z MAR 11\n  FM AMEMBASSY ROME\n  TO RUEHC/SECSTATE WASHDC PRIORITY\n  BT\n",
        "P 141540Z MAR 11\nFM\xa0AMEMBASSY ROME\nTO\tRUEHC/SECSTATE  WASHDC PRIORITY \nBT\n",
        "P 141540Z MAR 11\nFM [AMEMBASSY](#) ROME\n"
        "TO RUEHC/SECSTATE [WASHDC](https://example.org/) PRIORITY\nBT\n",
        "\ufeffP 141540Z MAR 11\r\r\nFM AMEMBASSY ROME\r\r\n"
        "TO RUEHC/SECSTATE WASHDC PRIORITY\r\r\nBT\r\r\n",
        "P 141540Z MAR 11\rFM AMEMBASSY ROME\rTO RUEHC/SECSTATE WASHDC PRIORITY\rBT\r",
    ],
    ids=["doubled", "indented", "blanks", "links", "carriage returns", "returns alone"],
)
def test_values_are_as_if_no_artefact_were_there(copied):
    clean = "P 141540Z MAR 11\nFM AMEMBASSY ROME\nTO RUEHC/SECSTATE WASHDC PRIORITY\nBT\n"

    message = read(copied, dialect="acp127-us")

    assert message.heading == read(clean, dialect="acp127-us").heading
    assert str(message) == copied
    assert labels(copied, "acp127-us") == ["FL5", "FL6", "FL7", "FL11"]


# ---- dialects ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.\n", "janap128"),
        ("UNCLASSIFIED//\nRTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.\n", "janap128"),
        ("PP RUEHC\nDE RUEHSN #0412 0731545\n", "acp127-us"),
        ("RR RBDZZA\nDE RNFZZC 0051 22/1856Z\n", "acp127"),
        ("UNCLASSIFIED//\nROUTINE\nR 161600Z JAN 20\nFM A\n", "amhs"),
        ("FM A\nTO B\n", "amhs"),
        (
            "P 282134Z AUG 08\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\n\n"
            "E.O. 12958: N/A\nTAGS: PGOV\n",
            "acp127-us",
        ),
        ("A letter, and no telegram.\n", None),
        ("", None),
    ],
)
def test_a_dialect_is_recognised_by_its_first_lines(text, dialect):
    message = read(text)

    assert message.dialect == dialect
    assert message.evidence


def test_an_unknown_dialect_is_a_wrong_call_that_lists_the_known_ones():
    with pytest.raises(ValueError, match=r"acp127-us.*janap128"):
        telegram.parse("", dialect="acp999")
    with pytest.raises(ValueError, match=r"acp127-us.*janap128"):
        telegram.read("nowhere", dialect="acp999")


def test_a_text_without_a_heading_is_all_text():
    message = read("A letter, and no telegram.\nNothing more.\n")

    assert message.text.text == "A letter, and no telegram.\nNothing more.\n"
    assert message.heading.originator is None
    assert labels(str(message)) == ["FL12"]


def test_a_page_line_printed_inside_an_address_is_set_apart():
    text = (
        "P 141540Z MAR 11\nFM AMEMBASSY EXERCISE\nTO PAGE 02  STATE  000412  141540Z\n"
        "RUEHC/SECSTATE WASHDC PRIORITY 0412\nBT\nUNCLAS\n"
    )
    message = read(text, dialect="acp127-us")

    assert [a.name for a in message.heading.action] == ["SECSTATE WASHDC"]
    assert labels(text, "acp127-us")[2:5] == ["FL7", "PAGE", "FL7"]
    assert message.heading.spans["action[0].name"].of(text) == "SECSTATE WASHDC"


@pytest.mark.parametrize(
    ("prosign", "kind"), [("TO", "action"), ("INFO", "info"), ("XMT", "exempt")]
)
def test_a_prosign_alone_takes_the_addressees_below_it(prosign, kind):
    text = f"R 151755Z APR 02\nFM EXERCISE A\n{prosign}\nEXERCISE B\nEXERCISE C\nBT\n"
    heading = read(text, dialect="amhs").heading

    assert [a.name for a in getattr(heading, kind)] == ["EXERCISE B", "EXERCISE C"]


@pytest.mark.parametrize("dialect", ["acp127-us", "janap128", "amhs"])
def test_many_headings_in_a_row_are_one_message_of_few_and_text(dialect):
    """Nested headings would make every walk over them recurse."""
    text = "R 151755Z APR 02\nFM EXERCISE A\nTO EXERCISE B\n" * 2_000
    message = read(text, dialect=dialect)
    depth, heading = 0, message.heading
    while heading is not None:
        depth, heading = depth + 1, heading.original

    assert depth == 8
    assert message.to_dict()["original"]["originator"]["name"] == "EXERCISE A"
    assert str(message) == text


# ---- endings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ending", "wanted"),
    [
        ("BT\n#0412\n\n\n\nNNNN\n", ["FL13", "FL15", "FL16"]),
        ("BT #0412\nNNNN\n", ["FL13", "FL15", "FL16"]),
        ("BT\n#0412 NNNN\n", ["FL13", "FL15", "FL16"]),
        ("BT\nNNNN\nUNCLASSIFIED//\n", ["FL13", "FL16", "AFTER"]),
        ("BT\nC WA POINT BRAVO\n\nNNNN\n", ["FL13", "FL15", "FL16"]),
        ("NNNN\n", ["FL16"]),
        ("", []),
    ],
)
def test_endings(ending, wanted):
    text = f"R 151755Z APR 02\nFM A\nTO B\nBT\nUNCLAS\nTEXT\n{ending}"

    assert labels(text, "amhs") == ["FL5", "FL6", "FL7", "FL11", "FL12", *wanted]
    assert read(text, dialect="amhs").text.text == "UNCLAS\nTEXT\n"


def test_a_correction_after_the_text_is_kept():
    ending = read(
        "R 151755Z APR 02\nFM A\nTO B\nBT\nUNCLAS\nBT\nC WA POINT BRAVO\n#0412\nNNNN\n",
        dialect="amhs",
    ).ending

    assert ending.corrections == ("C WA POINT BRAVO",)
    assert ending.serial == "0412"
    assert ending.end_of_message is True


OLD_SECURITY = "ZNR UUUUU\n"


@pytest.mark.parametrize("between", ["", "BT\n", OLD_SECURITY, f"BT\n{OLD_SECURITY}"])
def test_a_readdressal_may_part_its_headings(between):
    old = "R 151530Z APR 02\nFM EXERCISE WING ONE"
    message = read(READDRESSAL.replace(old, between + old))
    original = message.heading.original

    assert str(message.heading.dtg) == "171325Z APR 02"
    assert original is not None
    assert str(original.dtg) == "151530Z APR 02"
    assert original.originator.name == "EXERCISE WING ONE TRAINING AFB"
    assert (original.security is not None) == between.endswith(OLD_SECURITY)
    assert message.text.kind == "plain"
    assert message.text.span.of(message.source.text).startswith("UNCLAS")


@pytest.mark.parametrize(
    "below",
    ["R 151530Z APR 02\nEXERCISE TEXT.\n", "ZNR UUUUU\nEXERCISE TEXT.\n", "\nR 151530Z APR 02\n"],
)
def test_a_text_that_begins_like_a_heading_is_a_text(below):
    source = READDRESSAL.partition("R 151530Z")[0] + "BT\n" + below + "BT\n"

    assert read(source).heading.original is None


@pytest.mark.parametrize("dialect", ["acp127", "acp127-us", "amhs"])
def test_a_heading_reads_the_same_when_its_addresses_are_known(dialect):
    """Address lines are kept once read; a foreign line among them is one in a row all the same."""
    lines = "".join(f"TO EXERCISE TWICE {number}\n## {number} ##\n" for number in range(40))
    text = f"R 282134Z AUG 08\nFM AMEMBASSY SAN SALVADOR\n{lines}BT\n"

    first, second = read(text, dialect), read(text, dialect)

    assert len(first.heading.action) == 40
    assert second.lines == first.lines
    assert second.heading == first.heading

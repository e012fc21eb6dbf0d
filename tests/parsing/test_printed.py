"""Headings in printed copies: stamps above them, pages that turn among the addresses."""

import pytest

import telegram
from telegram.texts.state.text import StateText

STAMP = "UNCLASSIFIED U.S. Department of State Case No. F-2099-00001 Doc No. C09999999\n"


def state_text(found: telegram.Telegram) -> StateText:
    assert isinstance(found.text, StateText)
    return found.text


def printed(*, turn: str, stamp: str = "", line: str = "UNCLAS PORT MERIDIAN 000412") -> str:
    return (
        f"{stamp}R 282134Z AUG 78\nFM AMEMBASSY PORT MERIDIAN\nTO AMEMBASSY LONDON\n{turn}"
        f"AMEMBASSY PARIS\nINFO AMEMBASSY ROME\n{line}\nE.O. 11652: N/A\nTAGS: PREL, ES\n"
        "SUBJECT: EXERCISE\nREF: STATE 1234\nFOR SAMPLE\n1. EXERCISE.\n2. MORE. SAMPLE\n"
    )


@pytest.mark.parametrize(
    "turn",
    [
        "UNCLASSIFIED\nUNCLASSIFIED\nPAGE 02 PORT M 00412\n",
        "   UNCLASSIFIED\n\n   UNCLASSIFIED\n\nPAGE 02        PORT M  00412  282134Z\n",
        "SECRET\nSECRET\nPAGE 02\nPORT M 00412\n",
        f"SECRET\n{STAMP}SECRET\nPAGE 02 PORT M 00412\n",
    ],
)
def test_addresses_go_on_where_the_page_turned(turn: str):
    source = printed(turn=turn)
    found = telegram.parse(source)

    assert str(found) == source
    assert "".join(source[line.span.start : line.span.end] for line in found.lines) == source
    names = [addressee.name for addressee in found.heading.action]
    assert names == ["AMEMBASSY LONDON", "AMEMBASSY PARIS"]
    assert [addressee.name for addressee in found.heading.info] == ["AMEMBASSY ROME"]
    assert state_text(found).number == "000412"


def test_a_page_that_turns_before_the_text_belongs_to_the_heading():
    found = telegram.parse(
        printed(
            turn="", line="SECRET\n\nSECRET\nPAGE 02 PORT M 00412\nS E C R E T PORT MERIDIAN 412"
        )
    )
    assert found.classification is not None
    assert found.classification.text == "S E C R E T PORT MERIDIAN 412"


def test_a_banner_without_a_page_line_ends_the_heading():
    found = telegram.parse("R 282134Z AUG 78\nFM ONE\nTO TWO\nSECRET\nEXERCISE\nPAGE 02\n")
    assert [addressee.name for addressee in found.heading.action] == ["TWO"]


@pytest.mark.parametrize("stamp", [STAMP, f"{STAMP}\nRELEASED IN FULL\n\nCONFIDENTIAL\n"])
def test_release_stamps_above_a_heading_hide_nothing(stamp: str):
    found = telegram.parse(printed(turn=STAMP, stamp=stamp))

    assert str(found.heading.dtg) == "282134Z AUG 78"
    assert len(found.heading.action) == 2
    assert state_text(found).post == "PORT MERIDIAN"


def test_a_line_for_readers_below_the_references_is_no_reference():
    document = telegram.parse(printed(turn="")).to_dict()["text"]
    assert document["pass_lines"] == ["FOR SAMPLE"]
    assert document["references"][0]["number"] == "1234"


@pytest.mark.parametrize("year", ["78", "1978"])
def test_a_year_before_the_post_is_that_of_the_number(year: str):
    found = telegram.parse(printed(turn="", line=f"UNCLAS {year} PORT MERIDIAN 412"))
    text = found.to_dict()["text"]

    assert (text["post"], text["number"], text["year"]) == ("PORT MERIDIAN", "412", 1978)
    assert "TG606" not in {each.code for each in found.report}


def test_the_number_of_a_series_belongs_to_its_caption():
    found = telegram.parse(printed(turn="", line="UNCLAS STATE 150777 TOSEC 010044"))
    assert found.to_dict()["text"]["captions"] == ["TOSEC"]
    assert found.to_dict()["text"]["pass_lines"] == ["FOR SAMPLE"]


@pytest.mark.parametrize("tail", ["(C).", "AND (D)", "1.4 (B), (D).", "(B) AND (D)"])
def test_letters_of_reasons_on_a_further_line_are_no_paragraph(tail: str):
    text = printed(turn="").replace(
        "REF: STATE 1234\nFOR SAMPLE\n", f"CLASSIFIED BY: DCM A. SAMPLE. REASONS: 1.4 (A)\n{tail}\n"
    )
    found = state_text(telegram.parse(text))

    assert [paragraph.number for paragraph in found.paragraphs] == ["1", "2"]
    assert found.classified_by is not None
    assert tail[-2].lower() in found.classified_by.reasons or tail[-3].lower() in (
        found.classified_by.reasons
    )


def test_the_start_of_message_is_kept_without_routing_lines():
    found = telegram.parse("VZCZCABC123\nR 282134Z AUG 08\nFM ONE\nTO TWO\nBT\nUNCLAS\nBT\nNNNN\n")

    assert found.dialect == "amhs"
    assert found.to_dict()["transmission"] == {"channel": "ABC", "sequence": "123", "class": None}
    assert [each.code for each in found.report] == []


@pytest.mark.parametrize(
    ("line", "name", "word", "number"),
    [
        ("AMEMBASSY LONDON PIORITY", "AMEMBASSY LONDON", "PRIORITY", None),
        ("AMEMBASSY LONDON IMEMDIATE 0012", "AMEMBASSY LONDON", "IMMEDIATE", "0012"),
        ("RUEHLO/AMEMBASSY LONDON ROUTNE", "AMEMBASSY LONDON", "ROUTINE", None),
        ("EXERCISE ROUTING", "EXERCISE ROUTING", None, None),
        ("PRIORTY", "PRIORTY", None, None),
    ],
)
def test_a_misspelt_precedence_word_is_no_part_of_the_name(line, name, word, number):
    found = telegram.parse(
        f"R 282134Z AUG 08\nFM AMEMBASSY PARIS\nTO {line}\nUNCLAS PARIS 000412\nTAGS: PREL\n"
    )
    (addressee,) = found.heading.action
    precedence = addressee.precedence and addressee.precedence.word

    assert (addressee.name, precedence, addressee.number) == (name, word, number)
    assert ("TG367" in {each.code for each in found.report}) == (word is not None)

"""Printouts of the State Department: what stands above and around their headings."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram.dialects import dialect
from telegram.formatting.problems import FormatError
from telegram.generating import Generator
from telegram.lines import FormatLine
from tests.corpus.state_accuracy import FOLDER

BLOCK = (
    "UNCLASSIFIED\n\nPAGE 01        LIMA   01402  191102Z\n\n11\nACTION OES-06\n\n"
    "INFO OCT-01  ISO-00  ARA-10  COME-00  /017 W\n"
    "                       --------------------- 077215\n"
)
LABELLED = (
    "UNCLASSIFIED\n\nMRN: 11 LIMA 77\nDate/DTG: Mar 02, 2011 / 021410Z MAR 11\n"
    "From: AMEMBASSY LIMA\nAction: WASHDC, SECSTATE ROUTINE\nE.O.: 13526\nTAGS: SENV, PE\n"
    "Subject: Exercise\n\n1. (U) It begins.\n\n2. (U) It ends.\n\nSignature: WAYFARER\n\n"
    "Info: QUITO, AMEMBASSY PRIORITY; ANDEAN COLLECTIVE NIACT IMMEDIATE\n\nUNCLASSIFIED\n"
)
drawn = st.builds(
    lambda seed: next(Generator(dialect="amhs", text="state", seed=seed).messages(1)),
    st.integers(0, 10_000),
)


def lines_of(message):
    """FL5 to FL9 of a message."""
    lines = [line.text for line in message.lines if line.format_line.number in range(5, 10)]
    return "\n".join([*lines, ""])


@given(drawn, st.sampled_from(["NNN\n", "NNNN\n", ""]))
def test_a_block_above_a_heading_changes_nothing_that_the_heading_says(message, end):
    heading = lines_of(message)
    source = f"{BLOCK}{heading}\n{message.text}\n\nUNCLASSIFIED\n{end}"

    found = telegram.parse(source)

    assert found.dialect == "state-1970s"
    assert str(found) == source
    assert found.heading == telegram.parse(f"{heading}BT\n", dialect="amhs").heading
    assert found.to_dict()["text"]["subject"] == message.to_dict()["text"]["subject"]


@given(drawn)
def test_no_error_is_found_in_a_block(message):
    heading = lines_of(message)
    found = telegram.check(
        telegram.parse(f"{BLOCK}{heading}\n{message.text}\n\nUNCLASSIFIED\nNNN\n")
    )

    assert [d.code for d in found.diagnostics if d.span.end <= len(BLOCK)] == []


def test_the_lines_of_a_block_are_told_from_addresses():
    found = telegram.parse((FOLDER / "1974-terp-department-outgoing.txt").read_bytes())

    block = [str(x).strip() for x in found.lines if x.format_line is FormatLine.DISTRIBUTION]
    assert block[:3] == ["43", "ORIGIN OC-03", "INFO OCT-01  ISO-00  ARA-10  /014 R"]
    assert block[-1] == "--------------------- 099777"
    assert [each.name for each in found.heading.info] == ["AMCONSUL SALT HARBOR"]


def test_labelled_lines_fill_the_heading():
    found = telegram.parse(LABELLED)

    assert found.dialect == "state-smart"
    assert str(found.heading.dtg) == "021410Z MAR 11"
    assert [str(each) for each in (found.heading.originator, *found.heading.action)] == [
        "AMEMBASSY LIMA",
        "SECSTATE WASHDC ROUTINE",
    ]
    assert [str(each) for each in found.heading.info] == [
        "AMEMBASSY QUITO PRIORITY",
        "ANDEAN COLLECTIVE NIACT IMMEDIATE",
    ]
    assert found.heading.spans["info[0].name"].of(LABELLED) == "QUITO, AMEMBASSY"
    assert telegram.check(found).diagnostics == ()


def test_a_list_of_labelled_addressees_goes_on_below():
    source = LABELLED.replace("; ANDEAN COLLECTIVE", ";\nANDEAN COLLECTIVE")

    assert len(telegram.parse(source).heading.info) == 2


def test_an_impossible_date_of_a_labelled_line_is_no_date_time_group():
    assert telegram.parse(LABELLED.replace("021410Z MAR", "321410Z MAR")).heading.dtg is None


@given(st.text(alphabet="MRN:Date/TGFrom Action;,\n12", max_size=200))
def test_any_labelled_line_is_read_without_loss(words):
    source = f"MRN: 11 LIMA 77\n{words}"

    assert str(telegram.parse(source, dialect="state-smart")) == source


@pytest.mark.parametrize("name", ["state-1970s", "state-smart"])
def test_a_printout_is_only_read(name):
    assert not dialect(name).written
    with pytest.raises(FormatError, match="nobody sends a printout"):
        telegram.convert(telegram.parse(LABELLED), to=name)


def test_a_heading_of_labelled_lines_is_refiled_with_the_precedence_of_its_addressees():
    made = telegram.convert(telegram.parse(LABELLED), to="amhs")

    assert str(made.result.heading.precedence) == "R O"
    assert "derived: FL5 action precedence: R (from the addressees)" in str(made.report)


def test_what_a_printer_put_between_the_lines_is_not_sent():
    found = telegram.parse((FOLDER / "1974-terp-department-outgoing.txt").read_bytes())
    made = str(telegram.convert(found, to="amhs").result)

    assert "BY ROUTINE TELEGRAM AND REPORT\nANY SHORTAGE WITHIN TEN DAYS.\n\n2. MR. SAMPLE" in made
    assert not any(word in made for word in ("PAGE 02", "ORIGIN"))


def test_each_printout_of_a_file_is_a_message():
    names = [
        "1974-terp-department-outgoing",
        "1976-terp-incoming-section-01-of-02",
        "2011-smart",
        "1976-terp-incoming-section-02-of-02",
        "2012-smart-foia-stamps",
    ]
    sources = [(FOLDER / f"{name}.txt").read_text("utf-8") for name in names]

    found = list(telegram.read(io.BytesIO("".join(sources).encode())))

    assert "".join(map(str, found)) == "".join(sources)
    assert [str(each.heading.dtg) for each in found] == [
        str(telegram.parse(source).heading.dtg) for source in sources
    ]
    assert telegram.parse("".join(sources)).next_message == len(str(found[0]))


@given(
    st.lists(
        st.sampled_from([LABELLED, BLOCK + "R 190945Z MAR 76\nFM A\nTO B\nUNCLAS A 1402\n"]),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["", "\n", "\n\n", "NNNN\n\n"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_printouts_are_cut_where_each_begins(printouts, between, ending):
    sources = [f"{each}{between}".replace("\n", ending) for each in printouts]

    found = list(telegram.read(io.BytesIO("".join(sources).encode())))

    assert [str(each).strip() for each in found] == [each.strip() for each in sources]


@pytest.mark.parametrize("begin", ["1. (U) ", "2. ", "(U) "])
def test_labels_below_the_first_paragraph_are_words_of_it(begin):
    head, _, tail = LABELLED.partition("1. (U) It begins.\n")
    head = head.replace("From: AMEMBASSY LIMA", "")
    source = f"{head}{begin}It begins.\n\nFrom: AMEMBASSY QUITO\n{tail}"

    assert telegram.parse(source).heading.originator is None

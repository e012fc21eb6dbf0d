"""Copies of web pages: no-break spaces at the ends of lines, and lines of nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram.texts.sets import SetsText

SENT = (
    "RTTUZYUW RUEWMCS0000 1711700-UUUU--RUCRNAD.\nZNR UUUUU\nR 201653Z JUN 23\n"
    "FM CNO WASHINGTON DC//N1//\nTO NAVADMIN\nINFO CNO WASHINGTON DC//N1//\nBT\nUNCLAS //N01000//\n"
    "NAVADMIN 144/23\nMSGID/GENADMIN/CNO WASHINGTON DC/CNO/JUN//\nSUBJ/EXERCISE//\n"
    "REF/A/DOC/EXERCISE/12APR23//\nAMPN/REF A IS THE PLAN.//\n"
    "RMKS/1. THE EXERCISE OF REF A BEGINS.\n2. IT ENDS.//\nBT\n#0000\nNNNN\n"
)
LINES = SENT.splitlines()
MEANT = telegram.parse(SENT)
ENDS = st.sampled_from(["", "\xa0", " \xa0 ", "\xa0\xa0", " "])


@pytest.mark.parametrize("first", ["UNCLASSIFIED//", "ROUTINE", "CLASSIFICATION: UNCLASSIFIED//"])
def test_a_banner_before_a_no_break_space_is_no_text(first):
    copy = f"{first}\xa0\nR 201653Z JUN 23\nFM ALFA\nTO BRAVO\nBT\nUNCLAS\n1. X.\nBT\n"

    read = telegram.parse(copy)

    assert read.dialect == "amhs"
    assert read.heading == telegram.parse(copy.replace("\xa0", "")).heading
    assert [addressee.name for addressee in read.heading.action] == ["BRAVO"]


@given(st.lists(ENDS, min_size=len(LINES), max_size=len(LINES)))
def test_no_break_spaces_at_the_ends_of_lines_change_nothing_that_is_read(ends):
    copy = "".join(f"{line}{end}\n" for line, end in zip(LINES, ends, strict=True))

    read = telegram.parse(copy)

    assert str(read) == copy
    assert (read.dialect, read.heading, read.ending) == (
        MEANT.dialect,
        MEANT.heading,
        MEANT.ending,
    )
    assert isinstance(read.text, SetsText)
    assert isinstance(MEANT.text, SetsText)
    assert [made.texts for made in read.text.sets[:-1]] == [
        made.texts for made in MEANT.text.sets[:-1]
    ]
    assert str(read.text.remarks and read.text.remarks.plain) == "\n\n".join(
        ["1. THE EXERCISE OF REF A BEGINS.", "2. IT ENDS."]
    )
    assert {*read.report.codes} - {*MEANT.report.codes} <= {"TG106"}


def test_a_line_of_no_break_spaces_is_blank():
    copy = "R 201653Z JUN 23\n\xa0\nFM EXERCISE ALFA\n \xa0\nTO EXERCISE\nBT\nUNCLAS\n1. X.\nBT\n"

    assert telegram.parse(copy).heading == telegram.parse(copy.replace("\xa0", "")).heading
    assert "TG250" not in telegram.check(copy).codes

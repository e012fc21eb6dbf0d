"""Copies in markdown: hard line breaks and escaped signs are read over, noted, and removed."""

import re

import pytest

import telegram
from telegram.texts.state import StateText

STATE = (
    "VZCZCXRO2456\nRR RUEHAG\nDE RUEHSN #0412/01 0651430\nZNY CCCCC ZZH\nR 061420Z MAR 09\n"
    "FM AMEMBASSY SAN SALVADOR\nTO RUEHC/SECSTATE WASHDC 0311\nINFO RUEHGT/AMEMBASSY GUATEMALA\n\n"
    "C O N F I D E N T I A L SAN SALVADOR 000412\n\nSIPDIS\n\nE.O. 12958: DECL: 03/06/2019\n"
    "TAGS: SENV, ES\nSUBJECT: EXERCISE\n\nREF: A. STATE 1234\n     B. LIMA 22\n\n"
    "Classified By: DCM Pat Example,\nreasons 1.4 (b) and (d).\n\n"
    "1. (C) Summary: The exercise begins. End summary.\n\n2. (C) It ends.\nWAYFARER\nBT\n"
    "#0412\n\nNNNN\n"
)
SETS = (
    "RTTUZYUW RUEWMCS0000 1711700-UUUU--RUCRNAD.\nZNR UUUUU\nR 201653Z JUN 23\n"
    "FM CNO WASHINGTON DC\nTO NAVADMIN\nBT\nUNCLAS\nNAVADMIN 144/23\n"
    "MSGID/GENADMIN/CNO WASHINGTON DC/CNO/JUN//\nSUBJ/EXERCISE//\nREF/A/DOC/EXERCISE/12APR23//\n"
    "RMKS/1. THE EXERCISE BEGINS.\n2. IT ENDS.//\nBT\n#0000\nNNNN\n"
)


def markdown(text: str) -> str:
    """A text with hard line breaks, and with the points of its numbers escaped."""
    return re.sub(r"(?m)^(\d+)\.", r"\1\\.", re.sub(r"(?<=\S)\n(?=[^\n])", "\\\\\n", text))


@pytest.mark.parametrize("sent", [STATE, SETS])
def test_markdown_changes_nothing_that_is_read(sent):
    copy = markdown(sent)
    read, meant = telegram.parse(copy), telegram.parse(sent)

    assert str(read) == copy
    assert read.dialect == meant.dialect
    assert read.heading == meant.heading
    assert read.ending == meant.ending
    assert read.text.kind == meant.text.kind


def test_a_state_text_in_markdown_has_its_head_and_its_paragraphs():
    text, meant = telegram.parse(markdown(STATE)).text, telegram.parse(STATE).text
    assert isinstance(text, StateText)
    assert isinstance(meant, StateText)

    for name in ("captions", "executive_order", "tags", "subject", "references", "classified_by"):
        assert getattr(text, name) == getattr(meant, name)
    assert [(p.number, p.marking, p.text) for p in text.paragraphs] == [
        (p.number, p.marking, p.text) for p in meant.paragraphs
    ]
    assert text.signature == "WAYFARER"


@pytest.mark.parametrize("sent", [STATE, SETS])
def test_backslashes_of_markdown_are_noted_and_no_error(sent):
    codes = set(telegram.check(markdown(sent)).codes)

    assert codes - set(telegram.check(sent).codes) == {"TG118"}


@pytest.mark.parametrize("sent", [STATE, SETS])
def test_what_is_proposed_for_backslashes_gives_the_text_as_it_was(sent):
    copy = markdown(sent)
    edits = [e for d in telegram.check(copy).select("TG118") if d.fix for e in d.fix.edits]
    for edit in sorted(edits, key=lambda each: -each.span.start):
        copy = copy[: edit.span.start] + edit.text + copy[edit.span.end :]

    assert copy == sent

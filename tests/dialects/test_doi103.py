"""DOI-103: known by its words; what is not public is kept, what is usual is read."""

import pytest

from telegram import FormatError, check, parse
from telegram.formatting import format

MESSAGE = """RR RUEXYZA
DE RUEXYZB #0001 1121857
ZNY MMNSH
ZKZK OO SOA DE
R 221854Z APR 15
FM EXERCISE HQ ALFA
TO EXERCISE HQ BRAVO
ZEM
UNCLAS
EXERCISE TEXT

NNNN
"""


def test_what_is_usual_is_read_and_the_rest_kept_with_a_note():
    message = parse(MESSAGE)

    assert message.dialect == "doi103"
    assert message.heading.routing is None
    assert message.heading.station is None
    assert message.heading.security is None
    assert message.heading.originator is not None
    assert message.heading.originator.name == "EXERCISE HQ ALFA"
    assert [each.name for each in message.heading.action] == ["EXERCISE HQ BRAVO"]
    assert message.text.text.startswith("UNCLAS\nEXERCISE TEXT")
    assert message.ending.end_of_message
    found = check(message, as_sent=True)
    assert [d.code for d in found if d.code == "TG901"] == ["TG901"] * 5
    assert not found.errors
    assert str(message) == MESSAGE


@pytest.mark.parametrize("line", ["ZKZK OO SOA DE\n", "ZEM\n"])
def test_one_of_its_words_is_missing_and_the_other_tells(line):
    assert parse(MESSAGE.replace(line, "")).dialect == "doi103"


def test_its_security_letters_alone_tell_nothing():
    without = MESSAGE.replace("ZKZK OO SOA DE\n", "").replace("ZEM\n", "BT\n")

    assert parse(without).dialect == "acp127-us"


def test_nothing_is_written_in_it():
    with pytest.raises(FormatError, match="not public"):
        format(parse(MESSAGE))

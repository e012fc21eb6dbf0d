"""Precedence: prosigns, words, order and speed of service."""

from datetime import timedelta

import pytest

from telegram.diagnostics import FieldError
from telegram.values.precedence import PRECEDENCE_UNKNOWN, Precedence


@pytest.mark.parametrize(
    ("text", "letter", "word"),
    [
        ("Z", "Z", "FLASH"),
        ("O", "O", "IMMEDIATE"),
        ("PP", "P", "PRIORITY"),
        ("ROUTINE", "R", "ROUTINE"),
        ("NIACT IMMEDIATE", "O", "NIACT IMMEDIATE"),
        ("Y", "Y", "EMERGENCY COMMAND PRECEDENCE"),
    ],
)
def test_a_precedence_is_read_from_prosign_pair_or_word(text, letter, word):
    precedence = Precedence.parse(text)

    assert (precedence.letter, precedence.word) == (letter, word)
    assert precedence.pair == letter * 2


@pytest.mark.parametrize("text", ["", "X", "PR", "priority", "FLASHY", "ZZZ", "PIORITY"])
def test_anything_else_is_no_precedence(text):
    with pytest.raises(FieldError) as caught:
        Precedence.parse(text)

    assert caught.value.diagnostic.rule is PRECEDENCE_UNKNOWN
    assert caught.value.span.of(text) == text


def test_speed_of_service_falls_with_precedence():
    speeds = [Precedence(letter).speed_of_service for letter in "ZOPR"]

    assert speeds == [
        timedelta(minutes=10),
        timedelta(minutes=30),
        timedelta(hours=3),
        timedelta(hours=6),
    ]
    assert Precedence("M").speed_of_service is None

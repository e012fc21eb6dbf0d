"""Sentences and paragraphs of nothing in particular, and their lines.

Here: words in order. Elsewhere: where they stand (`state_text`, `sets_text`, `plain_text`).
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from telegram.generating.occasion import Occasion
from telegram.generating.pools import filled, parts, words

FICTIONAL = "EXERCISE EXERCISE EXERCISE. THIS TEXT IS FICTIONAL."
MARKED = "THE MARKINGS ARE FOR EXERCISE ONLY. ALL OF THE TEXT IS UNCLASSIFIED."
"""What every classified or controlled message says, beside the word EXERCISE."""
_TYPICAL_LINE = 60
_TIE = "\N{NO-BREAK SPACE}"
_NO_BREAK = re.compile(r" (?=[(\d])")
_MONTHS = (
    *("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE"),
    *("JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"),
)
SHORT_MONTHS = tuple(month[:3] for month in _MONTHS)


def _fill(occasion: Occasion, name: str) -> str:
    dice = occasion.dice
    if name == "number":
        return str(dice.between(2, 90))
    if name == "hour":
        return f"{dice.below(24):02}{dice.below(4) * 15:02}"
    if name == "day":
        day = occasion.released + timedelta(days=dice.between(1, 90))
        return f"{_MONTHS[day.month - 1]} {day.day}"
    return dice.choice(words(name))


def sentence(occasion: Occasion) -> str:
    """One sentence; what fills its places is different each time."""
    said: set[str] = set()

    def fill(name: str) -> str:
        text = _fill(occasion, name)
        while text in said:
            text = _fill(occasion, name)
        said.add(text)
        return text

    return filled(occasion.dice.choice(parts("sentence")), fill)


def topic(occasion: Occasion) -> str:
    """What a message is about."""
    return filled(occasion.dice.choice(parts("topic")), lambda name: _fill(occasion, name))


def person(occasion: Occasion) -> tuple[str, str]:
    """A given name and a surname."""
    return occasion.dice.choice(words("given")), occasion.dice.choice(words("surname"))


def paragraphs(occasion: Occasion) -> list[str]:
    """The paragraphs of a text, without numbers and marks; the first says that it is fictional."""
    count = occasion.dice.between(*occasion.paragraphs)
    opening = FICTIONAL
    if occasion.protected:
        opening += f" {MARKED}"
    found = [opening]
    lines = 0
    while len(found) < count or lines < occasion.lines:
        sentences = occasion.dice.between(*occasion.sentences)
        words = [sentence(occasion) for _ in range(sentences)]
        if occasion.lines:
            words.insert(0, "EXERCISE.")  # any paragraph may be the first of a section
        found.append(" ".join(words))
        lines += 1 + len(found[-1]) // _TYPICAL_LINE
    return found


def lines(text: str, width: int, *, first: str = "") -> Iterator[str]:
    """A text in lines of a width, broken at blanks; the first begins so.

    No line begins with a figure or a bracket, which a reader could take for a paragraph's.

    >>> list(lines("ONE TWO THREE ON MAY 3.", 9, first="1. "))
    ['1. ONE', 'TWO THREE', 'ON MAY 3.']
    """
    line = first
    begun = False
    for word in _NO_BREAK.sub(_TIE, text).split(" "):
        if begun and len(line) + 1 + len(word) > width:
            yield line.replace(_TIE, " ")
            line, begun = "", False
        line += f" {word}" if begun else word
        begun = True
    yield line.replace(_TIE, " ")

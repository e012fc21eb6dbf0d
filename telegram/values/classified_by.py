"""Who classified a telegram, in which position, and for which reasons.

``CLASSIFIED BY: DCM PAT EXAMPLE FOR REASONS 1.4 (B) AND (D)``. Required under E.O. 12958 and 13526.
Which words are the name and which the position is nowhere marked, so both are read by custom: a
position stands after a comma, or before the name, which is what stands below the last word that
positions end with, or the last two or three words.

Here: the value. Elsewhere: which lines hold it (`texts.state`).
"""

from functools import cache

from attrs import frozen

from telegram.data import table
from telegram.syntax import matcher

_SUFFIXES = {"JR", "JR.", "II", "III", "SR", "SR."}


_BETWEEN = {"AND", "AT", "FOR", "IN", "OF", "THE", "TO"}
"""What goes on with a position rather than begins a name."""
_LONGEST_NAME = 3
"""Words of a name, beside a suffix."""


def reason(letter: str) -> str | None:
    """What a small letter of section 1.4 says; None for another.

    >>> reason("b")
    'foreign government information'
    """
    row = table("classification-reasons", "letter").get(letter)
    return row["meaning"] if row is not None else None


@cache
def _positions() -> frozenset[str]:
    """The words that positions are, or end with."""
    return frozenset(table("positions", "word"))


@frozen
class ClassifiedBy:
    """A classified-by block.

    :Shape:  name and position, or None; section: ``1.4`` or ``1.5``; reasons: small letters.
    :Text:   ``str(value)`` is what was written, line ends undone.
    :Source: 5 FAH-1 H-246.3 (2004).

    >>> by = classified_by_of("Training Officer Pat Example for reasons 1.4 (b) and (d).")
    >>> by.name, by.position, by.section, by.reasons
    ('Pat Example', 'Training Officer', '1.4', ('b', 'd'))
    """

    name: str | None
    position: str | None
    section: str | None
    reasons: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return self.text


def classified_by_of(text: str) -> ClassifiedBy:
    """The value of the words after CLASSIFIED BY."""
    match = matcher("state:classified_by").fullmatch(text)
    if match is None:
        return ClassifiedBy(None, None, None, (), text)
    name, position = _parted(match["classified_who"].strip(" ,.;:"))
    section = (match["reason_section"] or "").strip(" .") or None
    return ClassifiedBy(name, position, section, _letters(match["reason_letters"] or ""), text)


def _letters(text: str) -> tuple[str, ...]:
    """The letters that stand alone."""
    words = "".join(c if c.isalpha() else " " for c in text).split()
    return tuple(dict.fromkeys(word.lower() for word in words if len(word) == 1))


def _parted(who: str) -> tuple[str | None, str | None]:
    """Name and position."""
    if not who:
        return None, None
    before, comma, after = who.partition(",")
    if comma and after.strip().upper() in _SUFFIXES:
        before, comma, after = who, "", ""
    words = before.split()
    if comma and len(words) <= 4:
        titles = 1 if len(words) > 1 and words[0].upper() in _positions() else 0
        position = ", ".join(filter(None, (" ".join(words[:titles]), after.strip())))
        return " ".join(words[titles:]), position
    count = _words_of_name(words)
    name = " ".join(words[-count:])
    position = " ".join(words[:-count])
    if comma:
        position = f"{position}, {after.strip()}".strip(", ")
    return name, position or None


def _words_of_name(words: list[str]) -> int:
    """How many words at the end of a position and a name are the name."""
    suffix = 1 if words[-1].upper() in _SUFFIXES else 0
    for at in range(len(words) - 2 - suffix, -1, -1):
        if not _positions().isdisjoint((words[at].upper(), words[at].upper().rstrip("."))):
            count = len(words) - 1 - at
            if count - suffix <= _LONGEST_NAME and words[at + 1].upper() not in _BETWEEN:
                return count
            break
    count = 2 + suffix
    if len(words) > count and len(words[-count].rstrip(".")) == 1:
        count += 1  # a middle initial
    return count

"""Captions: words between classification line and E.O. line that say who may see a telegram.

The table of captions gives their kind and meaning. It is not closed: posts invent captions, and a
visa telegram adds code words.

Here: the value, and captions that stand together on one line. Elsewhere: lines that address an
office or a person (`pass_line`).
"""

from functools import cache, lru_cache

from attrs import frozen

from telegram.data import table
from telegram.syntax import matcher

_NOT_CAPTIONS = {"classification", "reference", "precedence"}
_RELEASABLE = "REL TO "
_BETWEEN = " ,;/"


@frozen
class Caption:
    """A caption.

    :Shape:  capitals; single blanks.
    :Text:   ``str(caption)`` is the caption.
    :Source: 5 FAH-2 H-252 and H-440; the table ``captions`` names the source of each.

    >>> Caption("SIPDIS").kind
    'distribution'
    """

    name: str

    @property
    def known(self) -> bool:
        """Whether the table has it."""
        return self.kind is not None

    @property
    def kind(self) -> str | None:
        """``distribution``, ``channel``, ``control`` and so on; None for an unknown caption."""
        return kind_of(self.name)

    @property
    def meaning(self) -> str | None:
        """What it says, in words; None where no table tells."""
        row = table("captions", "caption").get(self.name)
        return row["meaning"] if row is not None else None

    def __str__(self) -> str:
        return self.name


@lru_cache(maxsize=512)
def caption_of(name: str) -> Caption:
    """A caption by its name; equal ones share one value."""
    return Caption(name)


def kind_of(name: str) -> str | None:
    """The kind of a caption; None for words that are none."""
    row = table("captions", "caption").get(name)
    if row is not None:
        return None if row["kind"] in _NOT_CAPTIONS else row["kind"]
    if name.startswith(_RELEASABLE):
        return "dissemination"
    if matcher("state:caption_only").fullmatch(name):
        return "role"
    if name.startswith(("CODEL ", "STAFFDEL ")):
        return "channel"
    return "visa" if name.startswith("VISAS ") and name.count(" ") == 1 else None


@cache
def _longest() -> int:
    return max(len(name.split()) for name in table("captions", "caption"))


@lru_cache(maxsize=512)
def leading_captions(line: str) -> tuple[tuple[tuple[str, int, int], ...], int]:
    """The captions at the beginning of a line, each with its place, and where the rest begins.

    >>> leading_captions("SIPDIS STATE FOR WHA/CAR")
    ((('SIPDIS', 0, 6),), 7)
    """
    if kind_of(line) is not None:
        return ((line, 0, len(line)),), len(line)
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(line):
        end = _caption_at(line, at)
        if end is None:
            break
        found.append((line[at:end], at, end))
        at = end
        while at < len(line) and line[at] in _BETWEEN:
            at += 1
    return tuple(found), at


def _caption_at(line: str, at: int) -> int | None:
    """The end of the longest caption that begins at a place."""
    ends: list[int] = []
    end = at
    for _ in range(_longest()):
        while end < len(line) and line[end] not in _BETWEEN:
            end += 1
        ends.append(end)
        if end >= len(line) or line[end] != " ":
            break
        end += 1
    return next((end for end in reversed(ends) if kind_of(line[at:end]) is not None), None)

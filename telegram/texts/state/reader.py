"""A State text while its paragraphs are read: the paragraph that is open, and what came before it.

A number at the beginning of a line is a paragraph's only where it continues the sequence; a table
and a list hold numbers as well. After damage up to two numbers may be missing.

Here: opening and closing paragraphs. Elsewhere: the values (`paragraphs`); which lines belong to
one (`body`, `run`).
"""

import re
from functools import lru_cache

from attrs import define

from telegram.source import Span
from telegram.syntax import matcher, openings_of
from telegram.texts.state.lines import PieceKind
from telegram.texts.state.literals import Literals
from telegram.texts.state.paragraphs import PLACED, Paragraph
from telegram.texts.state.reach import Reach
from telegram.values.trusted import trusted

TRAILING = " \t\xa0\r\n\f\\"
"""What ends the text of a paragraph and does not belong to it."""
NOWHERE = (-1, -1)
"""The place of a part that a paragraph has not."""
_GAP = 3
"""Numbers after the last one among which the next may be."""

make_paragraph = trusted(Paragraph)


@define(eq=False)
class Open:
    """A paragraph that is being read: places are ranges of the source.

    :ivar spans: the place of each part.
    :ivar slices: the ranges of its text; neighbours are one.
    :ivar held: blank lines that belong to it where more text follows.
    """

    start: int
    number: str | None
    marking: str | None
    heading: str | None
    spans: dict[str, tuple[int, int]]
    slices: list[tuple[int, int]]
    held: list[tuple[int, int]]
    form: str

    def add(self, start: int, after: int) -> None:
        """Add a range to the text, after the blank lines above it."""
        for first, last in (*self.held, (start, after)) if self.held else ((start, after),):
            if self.slices and self.slices[-1][1] == first:
                self.slices[-1] = self.slices[-1][0], last
            else:
                self.slices.append((first, last))
        self.held.clear()


class Reader:
    """What was read of the paragraphs so far.

    :ivar current: the paragraph that is open.
    :ivar last: the number of the last numbered paragraph.
    :ivar blank: whether a blank line, or nothing, stands above the next line.
    :ivar printed: whether a page line or the like does.
    :ivar above: how the line above begins.
    :ivar entire: the mark of the entire text.
    :ivar jumps: numbers that are not the next ones.
    :ivar headers: where the lines begin below those that say "header".
    """

    current: Open | None = None
    last = 0
    blank = True
    printed = False
    above = ""
    entire: str | None = None

    def __init__(self, source: str, reach: Reach) -> None:
        self.source = source
        self.reach = reach
        self.paragraphs: list[Paragraph] = []
        self.pieces: list[tuple[PieceKind, int, int]] = []
        self.headings: list[tuple[str, Span]] = []
        self.literals = Literals()
        self.jumps: list[tuple[str, Span]] = []
        self.headers: list[int] = []

    def close(self) -> None:
        """End the open paragraph."""
        opened, self.current = self.current, None
        if opened is not None:
            self.paragraphs.append(_finished(self.source, opened))

    def open(self, start: int) -> Open:
        """Begin a paragraph under the headings that stand above it."""
        self.close()
        heading, place = self.heading()
        opened = Open(start, None, None, heading, {}, [], [], "")
        if place is not None:
            opened.spans["heading"] = place
        self.current = opened
        return opened

    def heading(self) -> tuple[str | None, tuple[int, int] | None]:
        """The headings that stand above a paragraph, as one, and their place."""
        if not self.headings:
            return None, None
        text = " / ".join(text for text, _ in self.headings)
        place = self.headings[0][1].start, self.headings[-1][1].end
        self.headings.clear()
        return text, place

    def follows(self, written: str, start: int, end: int, mark: str | None) -> bool:
        """Whether a number, written in a range of the source, is a paragraph's; notes it."""
        number = int(written)
        if not self._continues(number, marked=mark is not None):
            return False
        if self.last and number != self.last + 1:
            self.jumps.append((written, Span(start, end)))
        self.last = number
        return True

    def _continues(self, number: int, *, marked: bool) -> bool:
        """Whether a number continues the sequence of paragraphs."""
        if self.last == 0:
            return number > 0 and (number == 1 or not self.paragraphs)
        if self.last < number <= self.last + _GAP:
            return True
        return (number == 1 and bool(self.headings)) or (marked and number >= 1)

    def sentence_ended(self) -> bool:
        """Whether the open paragraph ends with a sentence, so that a new one may begin."""
        assert self.current is not None
        start, after = self.current.slices[-1]
        return self.source[max(start, after - 8) : after].rstrip(TRAILING)[-1:] in '.!?:;)"'


@lru_cache(maxsize=256)
def marking_in(mark: str) -> tuple[str, int, int]:
    """A portion mark without parentheses, and where its words begin in what is printed, and how
    long they are.
    """
    words = mark.strip("() ")
    marking = " ".join(words.upper().split()) if len(words) > 1 else words.upper()
    return marking, len(mark) - len(mark.lstrip("( ")), len(words)


def opened_by(text: str) -> str | None:
    """The words that open a block, where a text begins with them."""
    opening = block_opening(text[:LONGEST_OPENING])
    return None if opening is None else opening.group().rstrip(" :.-")


@lru_cache(maxsize=256)
def block_opening(text: str) -> re.Match[str] | None:
    """How a text that begins so opens a block; asked for where it is read, and for its blocks."""
    return matcher("state:block_begin").match(text)


LONGEST_OPENING = 64
"""Characters in which the words stand that open a block."""


BLOCK_OPENINGS = openings_of("state:block_begin")
"""How words begin that open a block."""


def _finished(source: str, opened: Open) -> Paragraph:
    """The value of a paragraph that was read."""
    spans, slices = opened.spans, opened.slices
    start, after = slices[0]
    runs: tuple[tuple[int, int], ...] = ()
    if len(slices) == 1:
        text = source[start:after].rstrip(TRAILING)
        end = start + len(text)
    else:
        length, placed = 0, []
        for first, last in slices:
            placed.append((length, first))
            length += last - first
        text = "".join([source[first:last] for first, last in slices]).rstrip(TRAILING)
        runs = tuple(placed)
        begun, at = next((run for run in reversed(runs) if run[0] < len(text)), runs[0])
        end = at + len(text) - begun
    number = spans.get("number") or spans.get("marking")
    begin = number[0] if number is not None else opened.start
    end = max(end, begin)
    spans["text"] = start, end
    spans[""] = min(begin, end), end
    heading = opened.heading
    if heading is None and text[:2] in BLOCK_OPENINGS:
        heading = opened_by(text)
        if heading is not None:
            spans["heading"] = start, start + len(heading)
    places = tuple([place for name in PLACED for place in spans.get(name, NOWHERE)])
    return make_paragraph(opened.number, opened.marking, heading, text, runs, places, opened.form)

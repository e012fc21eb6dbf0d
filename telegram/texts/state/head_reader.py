"""Reading the head of a State text, line by line.

Here: from the first line to the one that begins the paragraphs. Elsewhere: which line is which
(`head_lines`); heads that need no such look (`clean_head`).
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from telegram.source import line_bounds
from telegram.syntax import matcher
from telegram.texts.state.head import Head
from telegram.texts.state.head_lines import (
    LOOKED_AHEAD,
    begins_paragraphs,
    goes_on_below,
    take,
)
from telegram.texts.state.lines import SHORT, PieceKind, TextLine, line_of, printed_kind
from telegram.texts.state.parts import may_hold_several, parts_of
from telegram.texts.state.smart import begins_labelled, take_labelled


class HeadReading(NamedTuple):
    """A head, its pieces without blank lines, where the paragraphs begin, and the lines left of the
    physical one they begin in.
    """

    head: Head
    pieces: list[tuple[PieceKind, int, int]]
    below: int
    left: list[TextLine]


def read_head(source: str, start: int, stop: int) -> HeadReading:
    """The head that begins at a place."""
    head = Head()
    pieces: list[tuple[PieceKind, int, int]] = []
    note = pieces.append
    opens = matcher("state:paragraph_opening").match
    for begin, content, after in line_bounds(source, start, stop):
        if begin == content:
            if head.block:
                head.blank()
            else:
                head.blanks += 1
            continue
        if source[begin] in _BEFORE_NUMBER and not head.labels:
            number = opens(source, begin, content)
            if number is not None and begins_paragraphs(head, number, content):
                line = TextLine(begin, content, after, "", None, begin)
                return HeadReading(head, pieces, begin, [line])  # it is read with the paragraphs
        line = line_of(source, begin, content, after)
        if not line.text:
            head.blank()
        elif head.labels or may_hold_several(line.text):
            parts = _head_line(source, head, line, pieces)
            if parts:
                return HeadReading(head, pieces, parts[0].start, parts)
        else:
            below = head.block == "subject?"
            kind = take(head, line)
            if kind is None and below and goes_on_below(head, line, _ahead(source, after, stop)):
                kind = PieceKind.SUBJECT
            if kind is None:
                left = [line_of(source, begin, content, after, SHORT)]
                return HeadReading(head, pieces, begin, left)
            note((kind, begin, after))
    return HeadReading(head, pieces, stop, [])


def _ahead(source: str, start: int, stop: int) -> Iterator[TextLine]:
    """The next few lines, their beginnings alone where they are long."""
    for bounds in islice(line_bounds(source, start, stop), LOOKED_AHEAD):
        yield line_of(source, *bounds, SHORT)


_BEFORE_NUMBER = frozenset("0123456789[\xb6")
"""What stands before the number of a paragraph, or is its first digit."""


_MOST_HEADS = 8
"""Heads of one text that are tried."""


def second_head(source: str, starts: tuple[int, ...], stop: int) -> tuple[int, HeadReading] | None:
    """The last complete head that stands below a line with the word header; None without one.

    Copies of one post hold the head twice; the last one that has a classification line and a
    subject is real.
    """
    for start in reversed(starts[:_MOST_HEADS]):
        reading = read_head(source, start, stop)
        if reading.head.class_line is not None and reading.head.subject:
            return start, reading
    return None


def _head_line(
    source: str, head: Head, line: TextLine, pieces: list[tuple[PieceKind, int, int]]
) -> list[TextLine]:
    """Read a physical line that may hold several lines of the head, or labelled ones; where it
    begins the paragraphs, the lines left of it.
    """
    parts = parts_of(line)
    head.run_together = head.run_together or len(parts) > 2
    for index, part in enumerate(parts):
        if not part.text:
            pieces.append((PieceKind.OTHER, part.start, part.after))
            continue
        if head.labels or begins_labelled(part.text):
            kind = _labelled_line(head, part)
        else:
            kind = take(head, part)
        if kind is None:
            rest = parts[index:]
            return [line_of(source, p.start, p.content, p.after, SHORT) for p in rest]
        pieces.append((kind, part.start, part.after))
    return []


def _labelled_line(head: Head, line: TextLine) -> PieceKind | None:
    return printed_kind(line.text) or take_labelled(head, line)

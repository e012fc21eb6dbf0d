"""Paragraphs of a State text: number, portion mark, heading, text and items.

A paragraph's text is what was typed: page lines and banners that a printer put into it are left
out, line ends stay. Its place is remembered in runs, so that an offset in the text leads back to
the source.

Here: the values. Elsewhere: reading them (`body`); summaries and comments (`blocks`).
"""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.state.lines import RULERS, SHORT, line_of, unwrapped

_BLANKS = " \t\xa0\\"


PLACED = ("number", "heading", "marking", "entire", "text", "")
"""The parts of a paragraph that have a place, in the order of its places; the whole has no name."""
NO_PLACES = (-1, -1) * 4 + (0, 0) * 2
_TEXT = 2 * PLACED.index("text")


@frozen
class Item:
    """An item of a list inside a paragraph: its mark as written, and its text, line ends undone."""

    mark: str
    text: str
    span: Span


@frozen(weakref_slot=False)
class Paragraph:
    """A paragraph.

    :Shape:  number: digits as written, or None; marking: the portion mark without parentheses, or
             None; heading: the heading above it, or the word that opens it, or None.
    :Text:   ``str(paragraph)`` and ``text`` are what was typed after number and mark; ``runs`` are
             offsets in it and their places in the source, none where the text follows from one.
    :Source: 5 FAH-1 H-246.1 and H-246.2 (2004).

    >>> paragraph = Paragraph("1", "C/NF", None, "An invented\\ntext.")
    >>> paragraph.level, paragraph.plain
    ('C', 'An invented text.')
    """

    number: str | None
    marking: str | None
    heading: str | None
    text: str
    runs: tuple[tuple[int, int], ...] = field(default=(), repr=False, eq=False)
    _places: tuple[int, ...] = field(default=NO_PLACES, repr=False, eq=False, alias="places")
    form: str = field(default="", repr=False, eq=False)

    @property
    def level(self) -> str | None:
        """The level of the portion mark: U, SBU, LOU, C, S or TS."""
        if self.marking is None:
            return None
        end = next((i for i, c in enumerate(self.marking) if not c.isalpha()), None)
        return self.marking[:end]

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """The places of number, marking, heading and text, by name; of the whole by no name."""
        places = self._places
        return {
            name: Span(places[at], places[at + 1])
            for at, name in zip(range(0, len(places), 2), PLACED, strict=True)
            if places[at] >= 0
        }

    @property
    def span(self) -> Span:
        """From the number or the first word to the last."""
        return Span(*self._places[-2:])

    def place(self, first: int, last: int) -> Span:
        """The source span of a range of the text."""
        return Span(self.offset(first), self.offset(max(first, last - 1)) + (last > first))

    def offset(self, at: int) -> int:
        """The place in the source of a character of the text."""
        if not self.runs:
            return self._places[_TEXT] + at
        index = max(bisect_right(self.runs, at, key=lambda run: run[0]) - 1, 0)
        begun, start = self.runs[index]
        return start + at - begun

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of lists in the paragraph, in order."""
        found: list[tuple[str, list[str], int, int]] = []
        first, open_item = True, False
        for start, content, after in line_bounds(self.text):
            line = line_of(self.text, start, content, after, SHORT)
            match = None if first else matcher("state:item").match(line.text)
            first = False
            raw = self.text[start:content].strip(_BLANKS)
            if match is not None:
                mark = match["state_item"]
                found.append((mark.strip(), [raw[len(mark.strip()) :]], start, content))
                open_item = True
            elif not raw:
                open_item = False
            elif open_item:
                found[-1][1].append(raw)
                found[-1] = (*found[-1][:3], content)
        return tuple(
            Item(mark, unwrapped(lines), self.place(start, end))
            for mark, lines, start, end in found
        )

    @property
    def plain(self) -> str:
        """The text with line ends undone; items, tables and blank lines keep their lines."""
        return plain_of(self.text)

    def __str__(self) -> str:
        return self.text


def plain_of(text: str) -> str:
    """A text with line ends undone; items, tables and blank lines keep their lines.

    >>> plain_of("The office\\nbelieves:\\n-- one;\\n-- two.")
    'The office believes:\\n-- one;\\n-- two.'
    """
    if "\n" not in text and "\r" not in text and "\f" not in text:
        if text[:3].strip(_BLANKS).isalpha() and "   " not in text:
            return _shown(text)  # prose
        raw = text.rstrip(_BLANKS)
        return raw if "   " in raw.lstrip(_BLANKS) or _is_ruled(raw) else _shown(raw)
    out: list[list[str]] = []
    open_line = False
    for start, content, after in line_bounds(text):
        raw = text[start:content].rstrip(_BLANKS)
        if not raw.strip(_BLANKS):
            open_line = False
            if out and out[-1]:
                out.append([])
            continue
        prose = raw[:2].isalpha()
        line = None if prose else line_of(text, start, content, after, SHORT)
        if "   " in raw.strip(_BLANKS) or (line is not None and line.text[:4] in RULERS):
            out.append([raw])
            open_line = False
        elif open_line and (line is None or matcher("state:item").match(line.text) is None):
            out[-1].append(_shown(raw))
        else:
            out.append([_shown(raw)])
            open_line = True
    return "\n".join(unwrapped(words) if len(words) > 1 else "".join(words) for words in out)


def _is_ruled(raw: str) -> bool:
    return (
        not raw.lstrip(_BLANKS)[:2].isalpha()
        and line_of(raw, 0, len(raw), len(raw), SHORT).text[:4] in RULERS
    )


def _shown(raw: str) -> str:
    return raw.replace("\xa0", " ").strip(_BLANKS)

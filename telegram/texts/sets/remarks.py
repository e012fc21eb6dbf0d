"""The remarks: numbered paragraphs, which hold anything, and the words that release the message.

Tables carry meaning in columns, so the lines of a paragraph are never changed; `unwrapped` gives
them as a person reads them, with the line wraps of sentences undone and tables left alone.

Here: `Paragraph`, `Remarks`, `unwrapped`. Elsewhere: where the remarks begin (`cutting`).
"""

import re
from collections.abc import Iterator

from attrs import field, frozen

from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.sets.sheet import Sheet


@frozen
class Paragraph:
    """One paragraph of the remarks.

    :Shape:  number: as written, None before the first number; text: verbatim, without the number;
             the marks of subparagraphs are part of it.
    :Text:   ``str(paragraph)`` is its text.
    """

    number: str | None
    text: str
    span: Span = field(default=Span(0, 0), eq=False)

    @property
    def plain(self) -> str:
        """The text with the line wraps of sentences undone; tables as they stand."""
        return unwrapped(self.text)

    def __str__(self) -> str:
        return self.text


@frozen
class Remarks:
    """The remarks, or the free text of a GENTEXT.

    :Shape:  title: what a GENTEXT is about, None for remarks; paragraphs: which tile the text.
    :Text:   ``str(remarks)`` is the text between the opening and the end of the set, verbatim.
    :Source: Navy training manuals 12324 and 14129.
    """

    text: str = field(repr=False)
    paragraphs: tuple[Paragraph, ...] = ()
    title: str | None = None
    span: Span = field(default=Span(0, 0), eq=False)

    @property
    def plain(self) -> str:
        """The text with the line wraps of sentences undone; tables as they stand."""
        parts = (f"{p.number}. {p.plain}" if p.number else p.plain for p in self.paragraphs)
        return "\n\n".join(part for part in parts if part.strip())

    def __str__(self) -> str:
        return self.text


_FURTHEST = 3
"""Numbers that may be missing between two paragraphs before a number is taken for a list's."""


def remarks_of(sheet: Sheet, first: int, last: int, title: str | None = None) -> Remarks:
    """The remarks in a range of the sheet."""
    begun, _ = sheet.tight(first, last)
    places: list[tuple[int, int, str | None]] = []
    expected = 1
    for match in numbers_at_margin(sheet, begun, last):
        number = int(match["main_number"])
        if expected <= number <= expected + _FURTHEST or (number and not places):
            places.append((match.start(), match.end(), match["main_number"]))
            expected = number + 1
    if not places or places[0][0] > begun:
        places.insert(0, (begun, begun, None))
    ends = [*(place[0] for place in places[1:]), last]
    paragraphs = tuple(
        Paragraph(
            number,
            sheet.without_pages(*_tight(sheet, content, end, number)),
            sheet.between(*sheet.tight(start, end)),
        )
        for (start, content, number), end in zip(places, ends, strict=True)
        if end > start
    )
    span = sheet.between(first, last)
    return Remarks(span.of(sheet.source), paragraphs, title, span)


def numbers_at_margin(sheet: Sheet, first: int, last: int) -> Iterator[re.Match[str]]:
    """The numbers at the left margin of a range, and at its start.

    The margin is that of the line in which the range begins: copies indent whole texts.
    """
    text, match_at = sheet.text, matcher("sets:paragraph").match
    begun = text.rfind("\n", max(sheet.start, first - _WIDEST), first) + 1
    margin = len(text[begun:first]) - len(text[begun:first].lstrip(" ")) if begun else 0
    starts = _line_starts if margin else _numbered_lines
    for start in starts(text, first, last):
        if margin and text[start] == " ":
            start += min(
                margin,
                len(text[start : start + margin + 1])
                - len(text[start : start + margin + 1].lstrip(" ")),
            )
            if start >= last:
                return
        if text[start].isdigit():
            match = match_at(text, start, last)
            if match is not None:
                yield match


_WIDEST = 200
"""Characters before a range among which its line begins."""


def _numbered_lines(text: str, first: int, last: int) -> Iterator[int]:
    """Where the lines of a range start that begin with a digit."""
    if not _by_feeds(text, first, last):
        yield from _line_starts(text, first, last)
        return
    if first < last:
        yield first
    for match in _NUMBERED.finditer(text, first, last):
        yield match.end()


_NUMBERED = re.compile(r"\n(?=\d)")


def _by_feeds(text: str, first: int, last: int) -> bool:
    """Whether line feeds alone part the lines of a range."""
    feeds = text.count("\r\n", first, last) == text.count("\r", first, last)
    return feeds and text.find("\f", first, last) < 0


def _line_starts(text: str, first: int, last: int) -> Iterator[int]:
    """Where the lines of a range start; by line feeds alone where no line ends otherwise."""
    if _by_feeds(text, first, last):
        find = text.find
        while 0 <= first < last:
            yield first
            first = find("\n", first, last) + 1 or -1
    else:
        for start, _, _ in line_bounds(text, first, last):
            yield start


def _tight(sheet: Sheet, first: int, last: int, number: str | None) -> tuple[int, int]:
    """A range without blank lines at its ends; the indentation of an unnumbered text stays."""
    start, end = sheet.tight(first, last)
    if number is None:
        line = max(sheet.text.rfind("\n", first, start), sheet.text.rfind("\r", first, start)) + 1
        start = max(line, first)
    return start, end


_NEAR_END = 1_500
"""Characters before the end among which the words that release a message stand."""
_RELEASING = ("ELEASE", "elease")
_SENDING = ("SENDS.", "sends.")
"""What is looked for before the words are read."""


def released_by_of(sheet: Sheet, first: int, last: int) -> tuple[str, Span] | None:
    """Who released the message, by the last words that say so in a range of the sheet."""
    near = max(first, last - _NEAR_END)
    begun = [at for word in _RELEASING if (at := sheet.text.find(word, near, last)) >= 0]
    releases: list[re.Match[str]] = []
    if begun:
        first = max(near, min(begun) - 1)
        releases = list(matcher("sets:released").finditer(sheet.text, first, last))
    if not releases and any(sheet.text.find(word, near, last) >= 0 for word in _SENDING):
        releases = list(matcher("sets:sent").finditer(sheet.text, near, last))  # the Coast Guard's
    if not releases:
        return None
    start, end = releases[-1].span(1)
    words = sheet.words(start, end).rstrip(" ./,")
    return (
        (words, sheet.between(start, start + len(sheet.text[start:end].rstrip())))
        if (words)
        else None
    )


_NARROW = 44
"""A line shorter than this was not ended by wrapping."""


def unwrapped(text: str) -> str:
    """A text with the line wraps of its sentences undone.

    A line goes on in the next one where it is long, and neither is part of a table, blank, or the
    beginning of a list item.

    >>> wrapped = "THE EXERCISE BEGINS ON MONDAY, AND IT ENDS ON\\nFRIDAY.\\n\\nNAME      RANK"
    >>> print(unwrapped(wrapped))
    THE EXERCISE BEGINS ON MONDAY, AND IT ENDS ON FRIDAY.
    <BLANKLINE>
    NAME      RANK
    """
    lines = [text[first:content].rstrip() for first, content, _ in line_bounds(text)]
    parts: list[str] = []
    wrapped = False
    for line in lines:
        table = _tabular(line)
        begins = not line or table or matcher("sets:item").match(line) is not None
        if wrapped and not begins and parts:
            parts[-1] = words_joined(parts[-1], line.strip())
        else:
            parts.append(line)
        wrapped = bool(line) and not table and (len(line) >= _NARROW or (wrapped and not begins))
        if wrapped and len(line) < _NARROW:
            wrapped = False
    return "\n".join(parts).strip("\n")


def words_joined(line: str, following: str) -> str:
    """Two lines as one: the hyphen of a compound word that was broken joins them without blank."""
    return matcher("sets:broken_word").sub("", f"{line}\n{following}").replace("\n", " ")


def _tabular(line: str) -> bool:
    """Whether a line has columns: three blanks or a tab inside it."""
    inside = line.strip()
    return "   " in inside or "\t" in inside

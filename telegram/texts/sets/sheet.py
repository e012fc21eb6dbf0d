"""The text of a message as its sets are read: without the artefacts of copying, page lines known.

Every offset of a `Sheet` can be given back as a span of the source. A text without artefacts, as
most are, is its own sheet: nothing is copied.

Here: `Sheet`. Elsewhere: which artefacts there are (`telegram.lines`), where sets begin
(`cutting`).
"""

from bisect import bisect_right
from collections.abc import Iterator

from attrs import field, frozen

from telegram.lines import View, clean, dead_link
from telegram.source import Span, next_ending
from telegram.syntax import matcher
from telegram.values.trusted import trusted

_ARTEFACTS = ("](", "\xa0", "\ufeff", "\xad", "\u200b", "\u200e", "\u200f", "\u2060", "\xb6", "\\")
"""Signs of which a line may be free of: the traces of links, of web pages and of editors."""
_PILCROW = "\xb6"


_span = trusted(Span)


@frozen
class Sheet:
    """A text to be read, and the way back to its source.

    :ivar text: what is read; `start` and `end` bound it.
    :ivar span: the range of the source.
    :ivar pages: page lines with the blank lines around them, as ranges of `text`.
    """

    source: str = field(repr=False)
    span: Span
    text: str = field(repr=False)
    start: int
    end: int
    pages: tuple[tuple[int, int], ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _offsets: tuple[tuple[int, ...] | int, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, source: str, span: Span) -> "Sheet":
        """The sheet of a range of a source."""
        if not any(source.find(sign, span.start, span.end) >= 0 for sign in _ARTEFACTS):
            pages = _pages(source, span.start, span.end)
            return cls(source, span, source, span.start, span.end, pages)
        parts: list[str] = []
        starts: list[int] = []
        offsets: list[tuple[int, ...] | int] = []
        length = 0
        for first, content, after in _marked(source, span):
            view = _seen(source, first, content) if content >= 0 else None
            starts.append(length)
            if view is None:
                parts.append(source[first:after])
                offsets.append(first)
                length += after - first
                continue
            if view.text.startswith(_PILCROW):
                view = view.part(1, len(view.text))
            parts += [view.text, source[content:after]]
            offsets.append((*view.offsets[:-1], *range(content, after + 1)))
            length += len(view.text) + after - content
        text = "".join(parts)
        pages = _pages(text, 0, length)
        return cls(source, span, text, 0, length, pages, tuple(starts), tuple(offsets))

    def where(self, offset: int) -> int:
        """The offset in the source of an offset in the text."""
        if not self._starts:
            return offset if self.start == self.span.start else self.span.start
        if offset >= self.end:
            return self.span.end
        index = max(bisect_right(self._starts, offset) - 1, 0)
        first, within = self._starts[index], self._offsets[index]
        return within + offset - first if isinstance(within, int) else within[offset - first]

    def between(self, first: int, last: int) -> Span:
        """The source span of a range of the text."""
        if not self._starts and self.start == self.span.start:
            return _span(first, max(first, last))
        if last <= first:
            place = self.where(first - 1) + 1 if first > self.start else self.where(first)
            return Span(place, place)
        return Span(self.where(first), self.where(last - 1) + 1)

    def tight(self, first: int, last: int) -> tuple[int, int]:
        """A range without the white space at its ends."""
        words = self.text[first:last]
        first += len(words) - len(words.lstrip())
        return first, max(first, first + len(words.strip()))

    def without_pages(self, first: int, last: int) -> str:
        """The text of a range, without the page lines printed inside it."""
        if not self.pages:
            return self.text[first:last]
        parts = []
        for start, end in self.pages:
            if start >= last or end <= first:
                continue
            parts.append(self.text[first : max(start, first)])
            first = min(end, last)
        return "".join((*parts, self.text[first:last]))

    def words(self, first: int, last: int) -> str:
        """The words of a range, parted by one blank: line ends are undone."""
        return words_of(self.without_pages(first, last))


def words_of(text: str) -> str:
    """The words of a text, parted by one blank; a compound word that was broken stays one.

    >>> words_of("LONG-\\nTERM PLANS FOR 12 -\\n14 MAY")
    'LONG-TERM PLANS FOR 12 - 14 MAY'
    """
    if "-" in text:
        text = matcher("sets:broken_word").sub("", text)
    return " ".join(text.split())


def _seen(source: str, first: int, content: int) -> View | None:
    """A line without artefacts, and without the dead link that a copy put before its number; None
    where there are none.
    """
    link = dead_link(source, first, content)
    if link is None:
        return clean(source, first, content)
    begin = link.end
    return clean(source, begin, content) or View(
        source[begin:content], tuple(range(begin, content + 1))
    )


def _marked(source: str, span: Span) -> Iterator[tuple[int, int, int]]:
    """The lines that have artefacts, and all lines between two such as one run, which tile a span.

    Each with its start, the end of its content, and its end; the content of a run ends at -1.
    """
    marks = sorted(
        place for sign in _ARTEFACTS for place in _found(source, sign, span.start, span.end)
    )
    at = span.start
    for mark in marks:
        if mark < at:
            continue  # on a line that was given
        first = max(at, *(source.rfind(ending, at, mark) + 1 for ending in "\n\r\f"))
        if first > at:
            yield at, -1, first
        content, after = next_ending(source, mark, span.end)
        yield first, content, after
        at = after
    if at < span.end:
        yield at, -1, span.end


def _found(source: str, sign: str, first: int, last: int) -> Iterator[int]:
    """Every place of a sign between two offsets."""
    while (first := source.find(sign, first, last)) >= 0:
        yield first
        first += len(sign)


_NEAR = 200
"""Characters before a page line among which its line begins."""


def _pages(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The page lines in a text, each with the blank lines around it."""
    found = []
    at = text.find("PAGE ", start, end)
    while at >= 0:
        low = max(start, at - _NEAR)
        before = max(text.rfind(ending, low, at) for ending in "\n\r\f") + 1
        if before == 0 and low > start:  # words stand before it on its line
            at = text.find("PAGE ", at + 1, end)
            continue
        first = max(before, start)
        content, after = next_ending(text, first, end)
        line = text[first:content].strip()
        if len(line) < 200 and matcher("plaindress:page_line").fullmatch(line) is not None:
            head = text[max(start, first - 20) : first]
            first -= len(head) - len(head.rstrip())
            if first < before:  # the line end before the page line stays with the line before it
                first = text.index("\n", first) + 1 if "\n" in text[first:before] else before
            tail = text[after : after + 20]
            blank = len(tail) - len(tail.lstrip("\r\n"))
            found.append((first, after + blank))
        at = text.find("PAGE ", max(after, at + 1), end)
    return tuple(found)

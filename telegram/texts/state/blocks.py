"""Summaries, comments and the other blocks that a State text opens and ends in words.

``SUMMARY: ... END SUMMARY.`` Drafters forget one half of the pair. A block that nobody ended goes
to the end of its paragraph; an end that nobody began ends what stands above it in its paragraph.

Here: finding blocks in paragraphs. Elsewhere: the paragraphs (`paragraphs`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from attrs import frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.paragraphs import Paragraph, plain_of

_KINDS = ("summary", "comment", "action request", "background", "introduction", "update", "note")
_WORDS = ("summ", "sumay", "comment", "action request", "background", "introduction", "note")
_CAPITALS = "UPDATE"
"""A word that opens a block only in capitals."""
_BEFORE = ("bio ", "embassy ", "post ", "begin ")
_EDGES = " \n("
_REACH = 12
"""Paragraphs among which the end of a block is looked for."""


@frozen
class Block:
    """A summary, a comment, an action request or another block.

    :ivar kind: ``summary``, ``comment``, ``action request``, ``background``, ``introduction``,
        ``update`` or ``note``.
    :ivar text: its text, without the words that open and end it, line ends undone.
    :ivar span: from the first word of the text to the last.
    :ivar paragraphs: the indices of its first and its last paragraph.
    :ivar begun: whether words open it.
    :ivar ended: whether words end it.
    """

    kind: str
    text: str
    span: Span
    paragraphs: tuple[int, int]
    begun: bool = True
    ended: bool = True


def blocks_of(paragraphs: tuple[Paragraph, ...]) -> tuple[Block, ...]:
    """The blocks of a text, in order of place."""
    found: list[Block] = []
    reached = (-1, 0)
    for index in _touched(paragraphs):
        paragraph = paragraphs[index]
        text, heading = paragraph.text, paragraph.heading
        low = _lowered(text)
        places = _places(text, low)
        if places is None and heading is None:
            continue
        headed = _kind(heading) if heading else None
        at = 0
        begins: list[tuple[int, int, str | None]] = []
        if places:
            pattern = matcher("state:block_begin")
            for place in sorted(places):
                match = pattern.match(text, place)
                if match is not None and _opens(text, place):
                    begins.append((place, match.end(), _kind(match.group())))
        if headed and not (begins and begins[0][0] == 0):
            begins.insert(0, (0, 0, headed))
        if index == reached[0]:
            at = reached[1]
        for start, after, kind in begins:
            if kind is None or (index, start) < reached or start < at:
                continue
            block, last, at_end = _closed(paragraphs, index, after, kind, low)
            found.append(block)
            reached = (last, at_end)
            at = at_end if last == index else len(text)
        if places is not None:
            stray = _stray_end(paragraph, index, reached, found, low)
            if stray is not None:
                found.append(stray)
                reached = (index, len(text))
    return tuple(found)


def _touched(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """The paragraphs with a heading, or with a word that may open a block: the whole text is
    searched once for each word.
    """
    touched = {index for index, each in enumerate(paragraphs) if each.heading is not None}
    texts = [each.text for each in paragraphs]
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    whole = "\n".join(texts)
    low = _lowered(whole)
    for searched, word in (*((low, word) for word in _WORDS), (whole, _CAPITALS)):
        at = searched.find(word)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            touched.add(index)
            at = searched.find(word, starts[index + 1])
    return sorted(touched)


def _lowered(text: str) -> str:
    """A text in small letters, each at its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if c.isascii() else c for c in text)


def _places(text: str, low: str) -> set[int] | None:
    """Where words that may open a block begin, found by the word that names it; None without any
    such word.
    """
    places: set[int] | None = None
    for word in _WORDS:
        at = low.find(word)
        if at >= 0:
            places = places if places is not None else set()
            _add_places(places, low, word, low, at)
    at = text.find(_CAPITALS)
    if at >= 0:
        places = places if places is not None else set()
        _add_places(places, text, _CAPITALS, low, at)
    return places


def _add_places(places: set[int], text: str, word: str, low: str, at: int) -> None:
    while at >= 0:
        begin = at
        at = text.find(word, begin + 1)
        if begin and low[begin - 1] not in _EDGES:
            continue
        for before in _BEFORE if begin else ():
            if begin >= len(before) and low.startswith(before, begin - len(before)):
                begin -= len(before)
        places.add(begin)


def _ends(text: str, start: int, low: str) -> Iterator[re.Match[str]]:
    """Words that end a block; `low` is the text in small letters."""
    pattern = matcher("state:block_end")
    at = low.find("end", start)
    while at >= 0:
        if low[at + 3 : at + 4].isspace() and (not at or not low[at - 1].isalpha()):
            match = pattern.match(text, at)
            if match is not None:
                yield match
        at = low.find("end", at + 3)


@lru_cache(maxsize=256)
def _kind(words: str) -> str | None:
    """The kind that words name: the first named in them."""
    low = words.lower().replace("summay", "summary").replace("sumary", "summary")
    named = [(low.find(kind), kind) for kind in _KINDS if kind in low]
    return min(named)[1] if named else None


def _opens(text: str, start: int) -> bool:
    """Whether a block may open at a place: at the beginning, or after the end of a sentence."""
    if start == 0:
        return True
    before = text[max(0, start - 12) : start].rstrip(" ")
    return before[-1:] in ".!?\n()" or before[-1:] == ""


def _closed(
    paragraphs: tuple[Paragraph, ...], index: int, after: int, kind: str, low: str
) -> tuple[Block, int, int]:
    """The block that opens at a place; and the paragraph and the offset at which it ends."""
    parts: list[str] = []
    start = after
    for number in range(index, min(index + _REACH, len(paragraphs))):
        paragraph = paragraphs[number]
        if number > index and _kind(paragraph.heading or "") not in (None, kind):
            break
        if number > index:
            low = _lowered(paragraph.text)
        for match in _ends(paragraph.text, start, low):
            if _kind(" ".join(match.group().split())) == kind:
                parts.append(paragraph.text[start : match.start()])
                span = _span(paragraphs, index, after, number, match.start())
                block = Block(kind, _text(parts), span, (index, number))
                return block, number, match.end()
        parts.append(paragraph.text[start:])
        start = 0
    own = paragraphs[index]
    span = _span(paragraphs, index, after, index, len(own.text))
    only = Block(kind, _text([own.text[after:]]), span, (index, index), ended=False)
    return only, index, len(own.text)


def _stray_end(
    paragraph: Paragraph, index: int, reached: tuple[int, int], found: list[Block], low: str
) -> Block | None:
    """The block above words that end one which nobody began."""
    begin = reached[1] if reached[0] == index else 0
    if reached[0] > index:
        return None
    for match in _ends(paragraph.text, begin, low):
        kind = _kind(" ".join(match.group().split()))
        if kind in ("summary", "comment") and not any(b.kind == kind for b in found):
            text = paragraph.text[begin : match.start()]
            place = paragraph.place(begin, begin + len(text.rstrip()))
            return Block(kind, _text([text]), place, (index, index), begun=False)
    return None


def _span(paragraphs: tuple[Paragraph, ...], first: int, start: int, last: int, end: int) -> Span:
    text = paragraphs[first].text
    start += len(text[start:]) - len(text[start:].lstrip())
    begin = paragraphs[first].place(start, start).start
    closing = paragraphs[last].text[:end].rstrip(" \n\r([")
    stop = paragraphs[last].place(0, len(closing)).end
    return Span(begin, max(begin, stop))


def _text(parts: list[str]) -> str:
    shown = (plain_of(part).strip(" \n\r\f-([") for part in parts)
    return "\n\n".join(part for part in shown if part)

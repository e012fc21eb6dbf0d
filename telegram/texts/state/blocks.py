"""Summaries, comments and the other blocks that a State text opens and ends in words.

``SUMMARY: ... END SUMMARY.`` Drafters forget one half of the pair. A block that nobody ended goes
to the end of its paragraph; an end that nobody began ends what stands above it in its paragraph.
Summaries and comments are found wherever they stand; no other block begins inside one.

Here: finding blocks in paragraphs. Elsewhere: the paragraphs (`paragraphs`).
"""

import re
from bisect import bisect_right
from collections.abc import Collection
from functools import lru_cache
from operator import itemgetter

from attrs import frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.paragraphs import Paragraph, plain_of
from telegram.values.trusted import trusted

_KINDS = ("summary", "comment", "action request", "background", "introduction", "update", "note")
FIRST = ("summary", "comment")
"""The kinds of blocks that are asked for most: they are found without looking for the others."""
_FIRST_WORDS = ("sum", "comment")
_WORDS = ("action request", "background", "introduction", "note")
_CAPITALS = "UPDATE"
"""A word that opens a block only in capitals."""
_LEADS = ("bio ", "embassy ", "post ", "begin ")
_LEAD_LETTERS = frozenset(lead[-2] for lead in _LEADS)
_EDGES = " \n("
_REACH = 12
"""Paragraphs among which the end of a block is looked for."""


@frozen(weakref_slot=False)
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


Paragraphs = tuple[Paragraph, ...]
_Place = tuple[int, int]
"""A place among the paragraphs: the index of one, and an offset in its text."""
_Found = list[tuple[Block, _Place, _Place]]
"""Blocks with the places at which the words begin that open them, and end that end them."""


def summaries_of(paragraphs: Paragraphs) -> tuple[Block, ...]:
    """The summaries and comments of a text, in order of place."""
    return tuple([block for block, _, _ in _summaries(paragraphs, _lowered(paragraphs))])


def blocks_of(paragraphs: Paragraphs) -> tuple[Block, ...]:
    """The blocks of all kinds of a text, in order of place."""
    lows = _lowered(paragraphs)
    found = _summaries(paragraphs, lows)
    firsts, lasts = [start for _, start, _ in found], [end for _, _, end in found]
    reached: _Place = 0, 0
    for index, (paragraph, low) in enumerate(zip(paragraphs, lows, strict=True)):
        places = _openings(paragraph.text, _CAPITALS, low)
        for word in _WORDS:
            places += _openings(low, word, low)
        for start, after, kind in _begins(paragraph, places, _KINDS):
            place = index, start
            above = bisect_right(firsts, place) - 1
            if kind in FIRST or place < reached or (above >= 0 and place < lasts[above]):
                continue
            block, reached = _closed(paragraphs, lows, index, after, kind)
            found.append((block, place, reached))
    return tuple([block for block, _, _ in sorted(found, key=itemgetter(1))])


def _summaries(paragraphs: Paragraphs, lows: list[str]) -> _Found:
    """The summaries and comments, in order of place."""
    found: _Found = []
    reached: _Place = 0, 0
    unbegun = list(FIRST)
    for index, (paragraph, low) in enumerate(zip(paragraphs, lows, strict=True)):
        named = [word for word in _FIRST_WORDS if word in low]
        if not named and paragraph.heading is None:
            continue
        places = [place for word in named for place in _openings(low, word, low)]
        for start, after, kind in _begins(paragraph, places, FIRST):
            if (index, start) >= reached:
                block, reached = _closed(paragraphs, lows, index, after, kind)
                found.append((block, (index, start), reached))
                unbegun = [each for each in unbegun if each != kind]
        below = index, len(low)
        if named and unbegun and reached < below:
            begin = reached[1] if reached[0] == index else 0
            stray = _stray_end(paragraph, low, index, begin, unbegun)
            if stray is not None:
                found.append((stray, (index, begin), below))
                reached = below
                unbegun.remove(stray.kind)
    return found


def _begins(
    paragraph: Paragraph, places: list[int], kinds: Collection[str]
) -> list[tuple[int, int, str]]:
    """The words that open blocks of some kinds in a paragraph: where they begin and end, and their
    kind.

    A heading opens one where nothing else does at its start.
    """
    begins: list[tuple[int, int, str]] = []
    for place in sorted({*places}) if len(places) > 1 else places:
        match = matcher("state:block_begin").match(paragraph.text, place)
        kind = _kind(match.group()) if match is not None else None
        if match is not None and kind is not None and kind in kinds:
            begins.append((place, match.end(), kind))
    heading = paragraph.heading
    if heading is not None and not (begins and begins[0][0] == 0):
        kind = _kind(heading)
        if kind is not None and kind in kinds:
            begins.insert(0, (0, 0, kind))
    return begins


def _openings(shown: str, word: str, low: str) -> list[int]:
    """Where a word begins that may open a block, with what leads to it, in a paragraph that is also
    given in small letters.
    """
    places: list[int] = []
    at = shown.find(word)
    while at >= 0:
        if at == 0:
            places.append(0)
        elif low[at - 1] in _EDGES:
            begin = at
            for lead in _LEADS if low[at - 2 : at - 1] in _LEAD_LETTERS else ():
                begin -= len(lead) if low.endswith(lead, 0, begin) else 0
            if _opens(low, begin):
                places.append(begin)
        at = shown.find(word, at + 1)
    return places


def _lowered(paragraphs: Paragraphs) -> list[str]:
    """The texts of paragraphs in small letters, each of them at its place."""
    lows: list[str] = []
    for paragraph in paragraphs:
        text = paragraph.text
        low = text.lower()
        if len(low) != len(text):
            low = "".join([each.lower() if each.isascii() else each for each in text])
        lows.append(low)
    return lows


def _end(
    text: str, low: str, start: int, kinds: Collection[str]
) -> tuple[str, re.Match[str]] | None:
    """The first words from a place on that end a block of one of some kinds."""
    at = low.find("end", start)
    while at >= 0:
        if low[at + 3 : at + 4].isspace() and (not at or not low[at - 1].isalpha()):
            match = matcher("state:block_end").match(text, at)
            kind = _kind(match.group()) if match is not None else None
            if match is not None and kind is not None and kind in kinds:
                return kind, match
        at = low.find("end", at + 3)
    return None


@lru_cache(maxsize=256)
def _kind(words: str) -> str | None:
    """The kind that words name: the first named in them."""
    low = " ".join(words.lower().split()).replace("summay", "summary").replace("sumary", "summary")
    named = [(low.find(kind), kind) for kind in _KINDS if kind in low]
    return min(named)[1] if named else None


def _opens(text: str, place: int) -> bool:
    """Whether the end of a sentence stands before a place in a text, or nothing."""
    at = place - 1
    while at >= 0 and text[at] == " ":
        at -= 1
    return at < 0 or text[at] in ".!?\n()"


def _closed(
    paragraphs: Paragraphs, lows: list[str], index: int, after: int, kind: str
) -> tuple[Block, _Place]:
    """The block whose text begins at a place of a paragraph; and the place at which it ends."""
    text, kinds = paragraphs[index].text, (kind,)
    end, last = _end(text, lows[index], after, kinds), index
    parts = [text[after : None if end is None else end[1].start()]]
    if end is None:
        for last in range(index + 1, min(index + _REACH, len(paragraphs))):
            further = paragraphs[last]
            if _kind(further.heading or "") not in (None, kind):
                break
            end = _end(further.text, lows[last], 0, kinds)
            parts.append(further.text[: None if end is None else end[1].start()])
            if end is not None:
                break
    if end is None:
        stop = len(text)
        span = _span(paragraphs[index], after, paragraphs[index], stop)
        block = _make_block(kind, _text(parts[:1]), span, (index, index), True, False)
        return block, (index, stop)
    span = _span(paragraphs[index], after, paragraphs[last], end[1].start())
    block = _make_block(kind, _text(parts), span, (index, last), True, True)
    return block, (last, end[1].end())


def _stray_end(
    paragraph: Paragraph, low: str, index: int, begin: int, kinds: list[str]
) -> Block | None:
    """The block between a place in a paragraph and words that end one which nobody began."""
    end = _end(paragraph.text, low, begin, kinds)
    if end is None:
        return None
    kind, match = end
    span = _span(paragraph, begin, paragraph, match.start())
    text = _text([paragraph.text[begin : match.start()]])
    return _make_block(kind, text, span, (index, index), False, True)


def _span(first: Paragraph, start: int, last: Paragraph, end: int) -> Span:
    """The place of a block that begins in one paragraph and ends in another, without the blanks and
    signs at its edges.
    """
    text, stop = first.text, len(first.text)
    while start < stop and text[start].isspace():
        start += 1
    begin = first.offset(start)
    text = last.text
    while end and text[end - 1] in " \n\r([":
        end -= 1
    after = last.offset(end - 1) + 1 if end else begin
    return _make_span(begin, after if after > begin else begin)


_make_span = trusted(Span)
_make_block = trusted(Block)


def _text(parts: list[str]) -> str:
    shown = [plain_of(part).strip(" \n\r\f-([") for part in parts]
    return shown[0] if len(shown) == 1 else "\n\n".join([part for part in shown if part])

"""Summaries, comments and the other blocks that a State text opens and ends in words.

``SUMMARY: ... END SUMMARY.`` Drafters forget one half of the pair. A block that nobody ended goes
to the end of its paragraph; an end that nobody began ends what stands above it in its paragraph.
Summaries and comments are found wherever they stand; no other block begins inside one.

Here: finding blocks in paragraphs. Elsewhere: the paragraphs (`paragraphs`).
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from operator import itemgetter

from attrs import frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.paragraphs import Paragraph, plain_of
from telegram.texts.state.reader import LONGEST_OPENING, block_opening
from telegram.values.trusted import trusted

_KINDS = ("summary", "comment", "action request", "background", "introduction", "update", "note")
FIRST = ("summary", "comment")
"""The kinds of blocks that are asked for most: they are found without looking for the others."""
_FIRST_WORDS = ("sum", "comment")
_WORDS = ("action request", "background", "introduction", "note")
_CAPITALS = ("UPDATE",)
"""What opens a block only in capitals."""
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


_Paragraphs = tuple[Paragraph, ...]
_Place = tuple[int, int]
"""A place among the paragraphs: the index of one, and an offset in its text."""
_Found = list[tuple[Block, _Place, _Place]]
"""Blocks with the places at which the words begin that open them, and end that end them."""


def summaries_of(paragraphs: _Paragraphs) -> tuple[Block, ...]:
    """The summaries and comments of a text, in order of place."""
    return tuple([block for block, _, _ in _summaries(paragraphs)])


def blocks_of(paragraphs: _Paragraphs) -> tuple[Block, ...]:
    """The blocks of all kinds of a text, in order of place."""
    found = _summaries(paragraphs)
    firsts, lasts = [start for _, start, _ in found], [end for _, _, end in found]
    reached: _Place = 0, 0
    for index, paragraph in enumerate(paragraphs):
        low = _lowered(paragraph.text)
        places = [*_openings(low, low, _WORDS), *_openings(paragraph.text, low, _CAPITALS)]
        for start, after, kind in _begins(paragraph, places, _KINDS):
            place = index, start
            above = bisect_right(firsts, place) - 1
            if kind in FIRST or place < reached or (above >= 0 and place < lasts[above]):
                continue
            block, reached = _closed(paragraphs, index, low, after, kind)
            found.append((block, place, reached))
    return tuple([block for block, _, _ in sorted(found, key=itemgetter(1))])


def _summaries(paragraphs: _Paragraphs) -> _Found:
    """The summaries and comments, in order of place."""
    found: _Found = []
    reached: _Place = 0, 0
    unbegun: tuple[str, ...] = FIRST
    one, other = _FIRST_WORDS
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        low = text.lower()
        named = one in low or other in low
        if not named and paragraph.heading is None:
            continue
        if len(low) != len(text):
            low = _lowered(text)
        below = index, len(low)
        for start, after, kind in _first_begins(paragraph, low):
            if (index, start) >= reached:
                block, reached = _closed(paragraphs, index, low, after, kind)
                found.append((block, (index, start), reached))
                unbegun = tuple([each for each in unbegun if each != kind])
                if reached >= below:
                    break
        if named and unbegun and reached < below:
            begin = reached[1] if reached[0] == index else 0
            stray = _stray_end(paragraph, index, low, begin, unbegun)
            if stray is not None:
                found.append((stray, (index, begin), below))
                reached = below
                unbegun = tuple([each for each in unbegun if each != stray.kind])
    return found


def _first_begins(paragraph: Paragraph, low: str) -> Iterator[tuple[int, int, str]]:
    """The words that open summaries and comments in a paragraph. Mostly a heading opens the only
    one: others are looked for when they are asked for, and it is among them once more.
    """
    if paragraph.heading is not None:
        yield from _begins(paragraph, (0,), FIRST)
    yield from _begins(paragraph, _openings(low, low, _FIRST_WORDS), FIRST)


def _begins(
    paragraph: Paragraph, places: Collection[int], kinds: Collection[str]
) -> list[tuple[int, int, str]]:
    """The words that open blocks of some kinds in a paragraph: where they begin and end, and their
    kind.

    A heading opens one where nothing else does at its start.
    """
    begins: list[tuple[int, int, str]] = []
    text, heading = paragraph.text, paragraph.heading
    for place in sorted({*places}) if len(places) > 1 else places:
        if place == 0:
            match = block_opening(text[:LONGEST_OPENING])
        else:
            match = matcher("state:block_begin").match(text, place)
        if match is not None:
            kind = _kind(match.group())
            if kind in kinds:
                begins.append((place, match.end(), kind))
    if heading is not None and not (begins and begins[0][0] == 0):
        kind = _kind(heading)
        if kind in kinds:
            begins.insert(0, (0, 0, kind))
    return begins


def _openings(shown: str, low: str, words: Iterable[str]) -> list[int]:
    """Where words begin that may open a block, with what leads to them, in a paragraph that is also
    given in small letters.
    """
    places: list[int] = []
    for word in words:
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


def _lowered(text: str) -> str:
    """A text in small letters, each of them at its place."""
    low = text.lower()
    if len(low) != len(text):
        return "".join([each.lower() if each.isascii() else each for each in text])
    return low


def _end(
    text: str, low: str, start: int, kinds: Collection[str]
) -> tuple[str, re.Match[str]] | None:
    """The first words from a place on that end a block of one of some kinds."""
    at = low.find("end", start)
    while at >= 0:
        if low[at + 3 : at + 4].isspace() and (not at or not low[at - 1].isalpha()):
            match = matcher("state:block_end").match(text, at)
            if match is not None and (kind := _kind(match.group())) in kinds:
                return kind, match
        at = low.find("end", at + 3)
    return None


@lru_cache(maxsize=256)
def _kind(words: str) -> str:
    """The kind that words name: the first named in them; no name where they name none."""
    low = " ".join(words.lower().split()).replace("summay", "summary").replace("sumary", "summary")
    named = [(low.find(kind), kind) for kind in _KINDS if kind in low]
    return min(named)[1] if named else ""


def _opens(text: str, place: int) -> bool:
    """Whether the end of a sentence stands before a place in a text, or nothing."""
    at = place - 1
    while at >= 0 and text[at] == " ":
        at -= 1
    return at < 0 or text[at] in ".!?\n()"


def _closed(
    paragraphs: _Paragraphs, index: int, low: str, after: int, kind: str
) -> tuple[Block, _Place]:
    """The block whose text begins at a place of a paragraph; and the place at which it ends."""
    first = last = paragraphs[index]
    ended, kinds = index, (kind,)
    found = _end(first.text, low, after, kinds)
    parts = [first.text[after : None if found is None else found[1].start()]]
    if found is None:
        for ended in range(index + 1, min(index + _REACH, len(paragraphs))):
            last = paragraphs[ended]
            if last.heading is not None and _kind(last.heading) not in ("", kind):
                break
            found = _end(last.text, _lowered(last.text), 0, kinds)
            parts.append(last.text[: None if found is None else found[1].start()])
            if found is not None:
                break
    if found is None:
        stop = len(first.text)
        span = _span(first, after, first, stop)
        block = _make_block(kind, _text(parts[:1]), span, (index, index), True, False)
        return block, (index, stop)
    stop, end = found[1].span()
    span = _span(first, after, last, stop)
    return _make_block(kind, _text(parts), span, (index, ended), True, True), (ended, end)


def _stray_end(
    paragraph: Paragraph, index: int, low: str, begin: int, kinds: Collection[str]
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
    text = last.text
    while end and text[end - 1] in _BEFORE_END:
        end -= 1
    begin = first.offset(start)
    after = last.offset(end - 1) + 1 if end else begin
    return _make_span(begin, after if after > begin else begin)


_BEFORE_END = " \n\r(["
"""What stands before the words that end a block and does not belong to it."""
_make_span = trusted(Span)
_make_block = trusted(Block)


def _text(parts: list[str]) -> str:
    if len(parts) == 1:
        return plain_of(parts[0]).strip(_MARGINS)
    shown = [plain_of(part).strip(_MARGINS) for part in parts]
    return "\n\n".join([part for part in shown if part])


_MARGINS = " \n\r\f-(["
"""What stands at the edges of a block and does not belong to it."""

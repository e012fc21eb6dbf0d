"""Summaries, comments and the other blocks that a State text opens and ends in words.

``SUMMARY: ... END SUMMARY.`` Drafters forget one half of the pair. A block that nobody ended goes
to the end of its paragraph; an end that nobody began ends what stands above it in its paragraph.
Summaries and comments are found wherever they stand; no other block begins inside one.

Here: finding blocks in paragraphs. Elsewhere: the paragraphs (`paragraphs`).
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import accumulate
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


@frozen(weakref_slot=False)
class _Whole:
    """The texts of all paragraphs as one, so that a word is looked for once.

    :ivar text: the texts, a line feed between.
    :ivar low: the same in small letters.
    :ivar starts: where each begins; at the end, where a further one would.
    """

    paragraphs: tuple[Paragraph, ...]
    text: str
    low: str
    starts: list[int]


_make_whole = trusted(_Whole)


def summaries_of(paragraphs: tuple[Paragraph, ...]) -> tuple[Block, ...]:
    """The summaries and comments of a text, in order of place."""
    return tuple([block for block, _, _ in _summaries(_whole(paragraphs))])


def blocks_of(paragraphs: tuple[Paragraph, ...]) -> tuple[Block, ...]:
    """The blocks of all kinds of a text, in order of place."""
    whole = _whole(paragraphs)
    found = _summaries(whole)
    firsts, lasts = [start for _, start, _ in found], [end for _, _, end in found]
    reached = 0
    begun, _ = _places(whole, ((whole.text, _CAPITALS), *[(whole.low, word) for word in _WORDS]))
    for index in _touched(paragraphs, begun):
        for start, after, kind in _begins(whole, index, begun.get(index, ()), _KINDS):
            above = bisect_right(firsts, start) - 1
            if kind in FIRST or start < reached or (above >= 0 and start < lasts[above]):
                continue
            block, end = _closed(whole, index, after, kind)
            found.append((block, start, end))
            reached = end
    return tuple([block for block, _, _ in sorted(found, key=itemgetter(1))])


_Found = list[tuple[Block, int, int]]
"""Blocks with the places at which the words begin that open them, and end that end them."""


def _whole(paragraphs: tuple[Paragraph, ...]) -> _Whole:
    texts = [each.text for each in paragraphs]
    text = "\n".join(texts)
    starts = [0, *accumulate([len(each) + 1 for each in texts])]
    return _make_whole(paragraphs, text, _lowered(text), starts)


def _touched(paragraphs: tuple[Paragraph, ...], *places: Collection[int]) -> list[int]:
    """The paragraphs with a heading, and those at some places, in order."""
    headed = [index for index, each in enumerate(paragraphs) if each.heading is not None]
    return sorted({*headed}.union(*places))


def _summaries(whole: _Whole) -> _Found:
    """The summaries and comments, in order of place."""
    found: _Found = []
    reached = 0
    begun, ended = _places(whole, [(whole.low, word) for word in _FIRST_WORDS])
    for index in _touched(whole.paragraphs, begun, ended):
        for start, after, kind in _begins(whole, index, begun.get(index, ()), FIRST):
            if start >= reached:
                block, reached = _closed(whole, index, after, kind)
                found.append((block, start, reached))
        if index in ended and reached < whole.starts[index + 1] - 1:
            stray = _stray_end(whole, index, reached, found)
            if stray is not None:
                found.append(stray)
                reached = whole.starts[index + 1] - 1
    return found


def _begins(
    whole: _Whole, index: int, places: Collection[int], kinds: Collection[str]
) -> list[tuple[int, int, str]]:
    """The words that open blocks of some kinds in a paragraph: where they begin and end, and their
    kind.

    A heading opens one where nothing else does at its start.
    """
    begins: list[tuple[int, int, str]] = []
    base, stop = whole.starts[index], whole.starts[index + 1] - 1
    for place in sorted({*places}) if len(places) > 1 else places:
        match = matcher("state:block_begin").match(whole.text, place, stop)
        kind = _kind(match.group()) if match is not None else None
        if match is not None and kind is not None and kind in kinds:
            begins.append((place, match.end(), kind))
    heading = whole.paragraphs[index].heading
    if heading is not None and not (begins and begins[0][0] == base):
        kind = _kind(heading)
        if kind is not None and kind in kinds:
            begins.insert(0, (base, base, kind))
    return begins


def _places(
    whole: _Whole, words: Iterable[tuple[str, str]]
) -> tuple[dict[int, list[int]], set[int]]:
    """Where words stand that may open a block, by paragraph; and the paragraphs with words that may
    end one which nobody began. Each word is given with the text in which it is looked for.
    """
    begun: dict[int, list[int]] = {}
    ended: set[int] = set()
    low, starts = whole.low, whole.starts
    for text, word in words:
        at = text.find(word)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            start = starts[index]
            if at == start:
                begun.setdefault(index, []).append(at)
            else:
                before = low[max(start, at - _LONGEST_END) : at]
                if "end" in before:
                    ended.add(index)
                if before[-1] in _EDGES:
                    begin = at
                    for lead in _LEADS if before[-2:-1] in _LEAD_LETTERS else ():
                        begin -= len(lead) if low.startswith(lead, begin - len(lead)) else 0
                    if begin <= start or _opens(low, begin, start):
                        begun.setdefault(index, []).append(max(begin, start))
            at = text.find(word, at + 1)
    return begun, ended


_LONGEST_END = 40
"""Characters between the word that ends a block and the name of what it ends."""


def _lowered(text: str) -> str:
    """A text in small letters, each at its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if c.isascii() else c for c in text)


def _end(whole: _Whole, start: int, stop: int, *kinds: str) -> tuple[str, re.Match[str]] | None:
    """The first words between two places that end a block of one of some kinds."""
    low, text = whole.low, whole.text
    at = low.find("end", start, stop)
    while at >= 0:
        if low[at + 3 : at + 4].isspace() and (not at or not low[at - 1].isalpha()):
            match = matcher("state:block_end").match(text, at, stop)
            if match is not None and (kind := _kind(match.group())) in kinds:
                return kind, match
        at = low.find("end", at + 3, stop)
    return None


@lru_cache(maxsize=256)
def _kind(words: str) -> str | None:
    """The kind that words name: the first named in them."""
    low = " ".join(words.lower().split()).replace("summay", "summary").replace("sumary", "summary")
    named = [(low.find(kind), kind) for kind in _KINDS if kind in low]
    return min(named)[1] if named else None


def _opens(text: str, place: int, start: int) -> bool:
    """Whether the end of a sentence stands before a place in a paragraph that begins at `start`."""
    at = place - 1
    while at >= start and text[at] == " ":
        at -= 1
    return at < start or text[at] in ".!?\n()"


def _closed(whole: _Whole, index: int, after: int, kind: str) -> tuple[Block, int]:
    """The block that opens at a place; and the place at which it ends."""
    text, starts = whole.text, whole.starts
    start, stop = after, starts[index + 1] - 1
    end, last = _end(whole, start, stop, kind), index
    parts = [text[start : stop if end is None else end[1].start()]]
    if end is None:
        for last in range(index + 1, min(index + _REACH, len(whole.paragraphs))):
            if _kind(whole.paragraphs[last].heading or "") not in (None, kind):
                break
            start, further = starts[last], starts[last + 1] - 1
            end = _end(whole, start, further, kind)
            parts.append(text[start : further if end is None else end[1].start()])
            if end is not None:
                break
    if end is None:
        span = _span(whole, index, after, index, stop)
        return _make_block(kind, _text(parts[:1]), span, (index, index), True, False), stop
    span = _span(whole, index, after, last, end[1].start())
    block = _make_block(kind, _text(parts), span, (index, last), True, True)
    return block, end[1].end()


def _stray_end(
    whole: _Whole, index: int, reached: int, found: _Found
) -> tuple[Block, int, int] | None:
    """The block above words that end one which nobody began."""
    base, stop = whole.starts[index], whole.starts[index + 1] - 1
    begin = max(reached, base)
    begun = {block.kind for block, _, _ in found}
    end = _end(whole, begin, stop, *[kind for kind in FIRST if kind not in begun])
    if end is None:
        return None
    kind, match = end
    span = _span(whole, index, begin, index, match.start())
    text = _text([whole.text[begin : match.start()]])
    return _make_block(kind, text, span, (index, index), False, True), begin, stop


def _span(whole: _Whole, first: int, start: int, last: int, end: int) -> Span:
    """The place of a block that begins in one paragraph and ends in another, without the blanks and
    signs at its edges.
    """
    text, stop = whole.text, whole.starts[first + 1] - 1
    while start < stop and text[start].isspace():
        start += 1
    base = whole.starts[last]
    while end > base and text[end - 1] in " \n\r([":
        end -= 1
    begin = whole.paragraphs[first].offset(start - whole.starts[first])
    if end == base:
        return _make_span(begin, begin)
    after = whole.paragraphs[last].offset(end - base - 1) + 1
    return _make_span(begin, after if after > begin else begin)


_make_span = trusted(Span)
_make_block = trusted(Block)


def _text(parts: list[str]) -> str:
    shown = [plain_of(part).strip(" \n\r\f-([") for part in parts]
    return shown[0] if len(shown) == 1 else "\n\n".join([part for part in shown if part])

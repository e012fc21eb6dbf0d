"""What is kept of each section when they are joined, character by character.

Left out are the section marks, the classification line and the repeated head of a later section,
and what printers put between pages. A sentence that such lines interrupt goes on without a blank
line; a numbered paragraph begins after one, where the text writes them so.

Here: `Segment` and `segments_of`. Elsewhere: the value made of them (`joined`).
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby, pairwise

from attrs import frozen

from telegram.joining.identity import is_class_line, mark_in, view_of, words_of
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.sets.lines import PieceKind as SetsPiece
from telegram.texts.sets.text import SetsText
from telegram.texts.state.lines import PieceKind as StatePiece
from telegram.texts.state.text import StateText

_MOST_BLANK = 3
"""Blank lines at the end of a section above which they are taken for paper feed."""
_SENTENCE_ENDS = '.!?:)"'
_BODY = (
    StatePiece.PARAGRAPH,
    StatePiece.HEADING,
    StatePiece.RULE,
    StatePiece.OTHER,
    StatePiece.SIGNATURE,
)


@frozen
class Segment:
    """A run of characters of the joined telegram.

    :ivar part: the index of the section it comes from.
    :ivar span: where it stands in that section.
    :ivar text: the characters.
    """

    part: int
    span: Span
    text: str


class _Kind(Enum):
    KEPT = "text"
    BLANK = "blank line"
    PRINTED = "put in by a printer"
    REPEATED = "said by the first section already"
    MARK = "a section line"


@frozen
class _Row:
    part: int
    start: int
    after: int
    words: str
    kind: _Kind
    cut: Span | None = None


def segments_of(parts: Sequence[Telegram]) -> list[Segment]:
    """The segments of the telegram that the sections make: the heading of the first, the texts, the
    ending of the last.
    """
    first, last = parts[0], parts[-1]
    found = [*_kept(first, 0, 0, first.text.span.start, _suffix(first))]
    rows = [row for part, message in enumerate(parts) for row in _rows(parts, part, message)]
    found += _joined(parts, rows)
    end = last.next_message if last.next_message is not None else len(last.source.text)
    found += _kept(last, len(parts) - 1, last.text.span.end, end, _validated(last))
    return found


def _kept(message: Telegram, part: int, start: int, end: int, cut: Span | None) -> list[Segment]:
    """A range of a section without what is cut out of it."""
    spans = [Span(start, end)] if cut is None else [Span(start, cut.start), Span(cut.end, end)]
    return [Segment(part, span, span.of(message.source.text)) for span in spans if len(span)]


def _suffix(message: Telegram) -> Span | None:
    """The section suffix of FL3, with its stroke: ``/01``."""
    span = message.heading.spans.get("station.section")
    return None if span is None else Span(span.start - 1, span.end)


def _validated(message: Telegram) -> Span | None:
    """The section suffix of FL15, with its stroke."""
    span = message.ending.spans.get("serial")
    stroke = -1 if span is None else span.of(message.source.text).find("/")
    return None if span is None or stroke < 0 else Span(span.start + stroke, span.end)


# ---- the lines of each section ------------------------------------------------------------------


def _rows(parts: Sequence[Telegram], part: int, message: Telegram) -> Iterator[_Row]:
    """The lines of a section's text, and what becomes of each."""
    source, text = message.source.text, message.text.span
    printed = _printed(message)
    head = _head_of(parts[0]) if part else frozenset()
    opening, classed = True, False
    for start, content, after in line_bounds(source, text.start, text.end):
        words = words_of(source, start, content)
        if not words:
            yield _Row(part, start, after, words, _Kind.BLANK)
            continue
        mark = mark_in(words)
        if start in printed:
            yield _Row(part, start, after, words, _Kind.PRINTED)
        elif opening and part and ((not classed and is_class_line(words)) or words in head):
            classed = classed or is_class_line(words)
            yield _Row(part, start, after, words, _Kind.REPEATED)
        elif mark == (0, len(words)) or (mark is not None and not opening):
            yield _Row(part, start, after, words, _Kind.MARK)
        else:
            cut = view_of(source, start, content).span(*mark) if mark is not None else None
            opening = opening and not part and mark is None and not is_class_line(words)
            yield _Row(part, start, after, words, _Kind.KEPT, cut)


def _printed(message: Telegram) -> frozenset[int]:
    """Where the lines begin that printers put into a text: page lines and banners."""
    found = {line.span.start for line in message.lines if line.format_line is FormatLine.PAGE}
    text = message.text
    if isinstance(text, StateText):
        for piece in text.pieces:
            if piece.kind in (StatePiece.PAGE, StatePiece.BANNER):
                span = piece.span
                found.update(s for s, *_ in line_bounds(message.source.text, span.start, span.end))
    return frozenset(found)


def _head_of(message: Telegram) -> frozenset[str]:
    """The lines above the paragraphs, which later sections may repeat."""
    text, source = message.text, message.source.text
    end = text.span.start
    if isinstance(text, StateText):
        bodies = (piece.span.start for piece in text.pieces if piece.kind in _BODY)
        end = next(bodies, text.span.end)
    elif isinstance(text, SetsText):
        free = (SetsPiece.REMARKS, SetsPiece.TEXT)
        remarks = text.remarks.span.start if text.remarks is not None else text.span.end
        bodies = (p.span.start for p in text.pieces if p.kind in free or p.span.end > remarks)
        end = next(bodies, text.span.end)
    lines = line_bounds(source, text.span.start, end)
    return frozenset(words_of(source, start, content) for start, content, _ in lines) - {""}


# ---- the seams ----------------------------------------------------------------------------------


def _joined(parts: Sequence[Telegram], rows: Sequence[_Row]) -> Iterator[Segment]:
    """The rows that are kept, with as many blank lines between them as belong there."""
    spaced = _spaced(rows)
    before: _Row | None = None
    runs = [
        (kept, list(run)) for kept, run in groupby(rows, key=lambda row: row.kind is _Kind.KEPT)
    ]
    for index, (kept, run) in enumerate(runs):
        following = runs[index + 1][1][0] if index + 1 < len(runs) else None
        if not kept:
            yield from _blank(parts, before, run, following, spaced=spaced)
            continue
        for row in run:
            if before is not None and before.part != row.part and runs[index - 1][0]:
                yield from _blank(parts, before, [], row, spaced=spaced)
            yield from _kept(parts[row.part], row.part, row.start, row.after, row.cut)
            before = row


def _blank(
    parts: Sequence[Telegram],
    before: _Row | None,
    run: Sequence[_Row],
    following: _Row | None,
    *,
    spaced: bool,
) -> Iterator[Segment]:
    """The blank lines kept of a run of lines of which none is text."""
    dropped = [index for index, row in enumerate(run) if row.kind is not _Kind.BLANK]
    if before is None or following is None:
        edge = run if before is None else run[: dropped[0]] if dropped else run
        yield from _blanks(parts, edge)
        return
    seam = before.part != following.part
    if not dropped and not seam:
        yield from _blanks(parts, run)
        return
    ends = [i for i, row in enumerate(run) if row.part != before.part]
    above = list(run[: min([*dropped, *ends, len(run)])])
    below = [row for row in run[max(dropped, default=-1) + 1 :] if row.kind is _Kind.BLANK]
    printed = any(row.kind is _Kind.PRINTED for row in run)
    begins = _begins(following.words)
    if seam:
        yield from _line_end(parts, before)
    if printed and not begins and before.words[-1] not in _SENTENCE_ENDS:
        return
    if above:
        yield from _blanks(parts, above if len(above) <= _MOST_BLANK else above[:1])
    elif below and not seam:
        yield from _blanks(parts, below[:1])
    elif seam and begins and spaced:
        ending = _ending_of(parts[before.part].source.text)
        yield Segment(before.part, Span(before.after, before.after), ending)


def _line_end(parts: Sequence[Telegram], row: _Row) -> Iterator[Segment]:
    """A line end where a section's text has none at its end."""
    text = parts[row.part].source.text
    if text[row.after - 1] not in "\n\r\f":
        yield Segment(row.part, Span(row.after, row.after), _ending_of(text))


def _ending_of(text: str) -> str:
    """The line ending that a text uses."""
    _, content, after = next(line_bounds(text))
    return text[content:after] or "\n"


def _blanks(parts: Sequence[Telegram], rows: Sequence[_Row]) -> Iterator[Segment]:
    for row in rows:
        if row.kind is _Kind.BLANK:
            yield from _kept(parts[row.part], row.part, row.start, row.after, None)


def _begins(words: str) -> bool:
    """Whether a line begins a paragraph, or is ruled as headings are."""
    rule = "state:paragraph" if words[0].isdigit() else "state:ruled_line"
    return matcher(rule).fullmatch(words) is not None


def _spaced(rows: Sequence[_Row]) -> bool:
    """Whether blank lines stand above most numbered paragraphs that another line precedes."""
    apart = close = 0
    for above, row in pairwise(rows):
        if row.kind is _Kind.KEPT and row.words[0].isdigit() and _begins(row.words):
            apart += above.kind is _Kind.BLANK
            close += above.kind is _Kind.KEPT
    return apart > close

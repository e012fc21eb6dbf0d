"""The State Department telegram: what fills FL12 of the telegrams of posts and of the Department.

A classification line names the telegram; captions, E.O., TAGS, subject and references stand above
numbered paragraphs; a surname signs. Copies of every era are read: the Department's of the 1970s
with page lines in the text, ACP 127 messages, archives' joined and scraped copies, and the labelled
lines of SMART.

* Reading never fails and loses nothing: the pieces of a text tile it.
* The year of the message reference number is not in the text. It comes from the date-time group,
  which the caller gives.

Here: `recognise` and `read`. Elsewhere: the value (`text`); the lines of the head (`head_lines`),
labelled ones (`smart`); the paragraphs (`body`); the rules (`findings`).
"""

from collections.abc import Iterator
from itertools import islice

from telegram.source import Span, line_bounds
from telegram.syntax import line_ends_before, matcher
from telegram.texts.state.blocks import Block
from telegram.texts.state.body import Body, read_body
from telegram.texts.state.head import Head, words_of
from telegram.texts.state.head_lines import (
    LOOKED_AHEAD,
    begins_paragraphs,
    goes_on_below,
    take,
)
from telegram.texts.state.lines import (
    SHORT,
    Piece,
    PieceKind,
    TextLine,
    line_of,
    printed_kind,
)
from telegram.texts.state.paragraphs import Paragraph
from telegram.texts.state.parts import may_hold_several, parts_of
from telegram.texts.state.reach import Reach
from telegram.texts.state.references import read_references
from telegram.texts.state.smart import (
    Labelled,
    begins_labelled,
    resolve,
    tail_of,
    take_labelled,
    views_of,
)
from telegram.texts.state.text import StateText
from telegram.values.classified_by import classified_by_of
from telegram.values.message_reference_number import full_year
from telegram.values.tags import Tags, tags_in
from telegram.values.trusted import trusted

__all__ = ["Block", "Paragraph", "Piece", "PieceKind", "StateText", "read", "recognise"]

_LINES_OF_EVIDENCE = 40
_HEAD = 400
"""Characters below the classification line among which the E.O. line stands."""


def begins(text: str, start: int, stop: int) -> bool:
    """Whether a range of a text begins with a State classification line that an E.O. line follows,
    which nothing but a State telegram does.

    >>> text = "\\nUNCLAS SAN SALVADOR 001029\\n\\nSIPDIS\\n\\nE.O. 12958: N/A\\n"
    >>> begins(text, 0, len(text)), begins(text, 1, 20)
    (True, False)
    """
    while start < stop and text[start] == "\n":
        start += 1
    line = matcher("state:class_line").match(text, start, stop)
    if line is None or not text.startswith("\n", line.end()):
        return False
    order = line_ends_before("state:executive_order_line").search
    return order(text, line.end(), min(stop, line.end() + _HEAD)) is not None


def recognise(text: str, start: int = 0, stop: int | None = None) -> bool:
    """Whether a range of a text shows a label or a line that only State telegrams have.

    >>> recognise("UNCLAS SAN SALVADOR 001029\\n\\nSIPDIS\\n")
    True
    >>> recognise("UNCLAS //N01000//\\nSUBJ/EXERCISE//\\n")
    False
    """
    for count, bounds in enumerate(line_bounds(text, start, stop)):
        if count >= _LINES_OF_EVIDENCE:
            return False
        line = line_of(text, *bounds, 400)
        first = line.text[:1]
        if not first:
            continue
        if first in "UCSTL" and matcher("state:class_line").fullmatch(line.text):
            return True
        if first == "M" and begins_labelled(line.text):
            return True
        if first in "Ee" and matcher("state:executive_order_line").fullmatch(line.text):
            return True
        if first == "T" and line.text.startswith(("TAGS:", "TAGS;")):
            return True
    return False


# ---- reading ------------------------------------------------------------------------------------


def read(source: str, span: Span, *, year: int | None = None) -> StateText:
    """The State text in a range of a source; `year` is that of the date-time group.

    Never fails: what is in no known form stays in the paragraphs.
    """
    reading = _read_head(source, span.start, span.end)
    body, labelled, stop = _read_below(source, reading, span.end)
    first = None
    if body.headers:
        second = _second_head(source, body.headers, span.end)
        if second is not None:
            first, reading = Span(span.start, second[0]), second[1]
            body, labelled, stop = _read_below(source, reading, span.end)
    head, pieces, _, _ = reading
    if first is not None:
        pieces.insert(0, (PieceKind.OTHER, first.start, first.end))
    pieces += body.pieces
    if stop < span.end:
        pieces.append((PieceKind.LABELLED, stop, span.end))
    return _text_of(source, span, head, body, year, labelled, pieces, first)


def _read_below(
    source: str, reading: "_HeadReading", end: int
) -> tuple[Body, tuple[Labelled, ...], int]:
    """What stands below a head, the labelled lines of both, and where the paragraphs end."""
    head, _, at, parts = reading
    reach = Reach(source, at, end, parts)
    labelled = (*resolve(head), *tail_of(reach)) if head.labels else ()
    last = not head.labels and (head.section is None or head.section[0] == head.section[1])
    body = read_body(source, reach, last_section=last or _whole(source, head, reach))
    return body, labelled, reach.stop


_HeadReading = tuple[Head, list[tuple[PieceKind, int, int]], int, list[TextLine]]
"""A head, its pieces without blank lines, where the paragraphs begin, and the lines left of the one
they begin in.
"""


def _read_head(source: str, start: int, stop: int) -> _HeadReading:
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
                return head, pieces, begin, [line]  # it is read with the paragraphs
        line = line_of(source, begin, content, after)
        if not line.text:
            head.blank()
        elif head.labels or may_hold_several(line.text):
            parts = _head_line(source, head, line, pieces)
            if parts:
                return head, pieces, parts[0].start, parts
        else:
            below = head.block == "subject?"
            kind = take(head, line)
            if kind is None and below and goes_on_below(head, line, _ahead(source, after, stop)):
                kind = PieceKind.SUBJECT
            if kind is None:
                return head, pieces, begin, [line_of(source, begin, content, after, SHORT)]
            note((kind, begin, after))
    return head, pieces, stop, []


def _ahead(source: str, start: int, stop: int) -> Iterator[TextLine]:
    """The next few lines, their beginnings alone where they are long."""
    for bounds in islice(line_bounds(source, start, stop), LOOKED_AHEAD):
        yield line_of(source, *bounds, SHORT)


_BEFORE_NUMBER = frozenset("0123456789[\xb6")
"""What stands before the number of a paragraph, or is its first digit."""


_MOST_HEADS = 8
"""Heads of one text that are tried."""


def _second_head(
    source: str, starts: tuple[int, ...], stop: int
) -> tuple[int, _HeadReading] | None:
    """The last complete head that stands below a line with the word header; None without one.

    Copies of one post hold the head twice; the last one that has a classification line and a
    subject is real.
    """
    for start in reversed(starts[:_MOST_HEADS]):
        reading = _read_head(source, start, stop)
        if reading[0].class_line is not None and reading[0].subject:
            return start, reading
    return None


def _whole(source: str, head: Head, reach: Reach) -> bool:
    """Whether a text that says it is a section is a joined copy: a page mark numbers its last
    page.
    """
    if head.labels or head.section is None:
        return False
    end = reach.stop
    while end > reach.start:
        line = reach.before(end)
        match = matcher("state:page_mark").fullmatch(line.text) if line.text[:1].isupper() else None
        if match is not None:
            return match["mark_page"].partition(".")[0] == match["mark_pages"]
        end = line.start
    return False


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


def _text_of(
    source: str,
    span: Span,
    head: Head,
    body: Body,
    year: int | None,
    labelled: tuple[Labelled, ...],
    pieces: list[tuple[PieceKind, int, int]],
    first_head: Span | None,
) -> StateText:
    if head.year_written is not None:
        year = full_year(head.year_written, year)
    subject, marking = _subject(head)
    classifier = words_of(head.classifier)
    references = read_references(views_of(head.references), year, head.post)
    return _make_text(
        span.of(source),
        span,
        head,
        body,
        year,
        tuple([caption for caption, _ in head.captions]),
        tuple([text for text, _ in head.pass_lines]),
        head.order,
        _tags(head),
        subject,
        marking,
        references,
        classified_by_of(classifier) if classifier else None,
        labelled,
        pieces,
        source[: span.start],
        first_head,
    )


_make_text = trusted(StateText)


def _tags(head: Head) -> tuple[Tags, ...]:
    if not head.tags:
        return ()
    words = [line.text[start:] for line, start in head.tags]
    return tuple([tags for tags, _, _ in tags_in(" ".join([each for each in words if each]))])


def _subject(head: Head) -> tuple[str | None, str | None]:
    text = words_of(head.subject)
    if text is None or text[0] != "(":
        return text, None
    match = matcher("state:subject_words").fullmatch(text)
    if match is None or not match["subject_portion"]:
        return text, None
    return match["subject_words"], " ".join(match["subject_portion"].strip("() ").split())

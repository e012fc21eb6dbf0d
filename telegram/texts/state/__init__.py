"""The State Department telegram: what fills FL12 of the telegrams of posts and of the Department.

A classification line names the telegram; captions, E.O., TAGS, subject and references stand above
numbered paragraphs; a surname signs. Copies of every era are read: the Department's of the 1970s
with page lines in the text, ACP 127 messages, archives' joined and scraped copies, and the labelled
lines of SMART.

* Reading never fails and loses nothing: the pieces of a text tile it.
* The year of the message reference number is not in the text. It comes from the date-time group,
  which the caller gives.

Here: `recognise` and `read`. Elsewhere: the value (`text`); the head (`head`); labelled
lines (`smart`); paragraphs (`body`); the rules (`findings`).
"""

from collections.abc import Iterable

from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.state.blocks import Block
from telegram.texts.state.body import Body, read_body
from telegram.texts.state.head import Head, parts_of, take
from telegram.texts.state.lines import (
    SHORT,
    Piece,
    PieceKind,
    TextLine,
    line_of,
    printed_kind,
    unwrapped,
)
from telegram.texts.state.paragraphs import Paragraph
from telegram.texts.state.references import joined, read_references
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

__all__ = ["Block", "Paragraph", "Piece", "PieceKind", "StateText", "read", "recognise"]

_LINES_OF_EVIDENCE = 40


def recognise(text: str) -> bool:
    """Whether a text looks like a State telegram's: a label or a line that only they have.

    >>> recognise("UNCLAS SAN SALVADOR 001029\\n\\nSIPDIS\\n")
    True
    >>> recognise("UNCLAS //N01000//\\nSUBJ/EXERCISE//\\n")
    False
    """
    for count, (start, content, after) in enumerate(line_bounds(text)):
        if count >= _LINES_OF_EVIDENCE:
            return False
        line = line_of(text, start, content, after, 400)
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
    head = Head()
    pieces: list[tuple[PieceKind, int, int]] = []
    lines: list[TextLine] = []
    bounds = line_bounds(source, span.start, span.end)
    for bound in bounds:
        rest = _head_line(source, head, bound, pieces)
        if rest is not None:
            lines = rest
            break
    lines += [line_of(source, *bound, SHORT) for bound in bounds]
    labelled: tuple[Labelled, ...] = ()
    tail: tuple[Labelled, ...] = ()
    begin = len(lines)
    if head.labels:
        labelled = resolve(head)
        begin, tail = tail_of(lines)
    last = not head.labels and (head.section is None or head.section[0] == head.section[1])
    body = read_body(source, lines[:begin], last_section=last or _whole(head, lines))
    pieces += body.pieces
    pieces += [(PieceKind.LABELLED, line.start, line.after) for line in lines[begin:]]
    return _text_of(source, span, head, body, year, (*labelled, *tail), pieces)


def _whole(head: Head, lines: list[TextLine]) -> bool:
    """Whether a text that says it is a section is a joined copy: a page mark numbers its last
    page.
    """
    if head.labels or head.section is None:
        return False
    for line in reversed(lines):
        match = matcher("state:page_mark").fullmatch(line.text) if line.text[:1].isupper() else None
        if match is not None:
            return match["mark_page"].partition(".")[0] == match["mark_pages"]
    return False


def _head_line(
    source: str,
    head: Head,
    bound: tuple[int, int, int],
    pieces: list[tuple[PieceKind, int, int]],
) -> list[TextLine] | None:
    """Read one physical line of the head; where it begins the paragraphs, the lines left of it."""
    line = line_of(source, *bound)
    if not line.text:
        head.blank()
        pieces.append((PieceKind.BLANK, line.start, line.after))
        return None
    parts = list(parts_of(line))
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
    return None


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
) -> StateText:
    spans = dict(head.spans)
    if head.year_written is not None:
        year = full_year(head.year_written)
    tags = _tags(head, spans)
    subject, marking = _subject(head, spans)
    references = read_references(views_of(head.references), year, head.post)
    classifier = _joined_words(head.classifier, spans, "classified_by")
    for index, (_, place) in enumerate(head.captions):
        spans[f"captions[{index}]"] = place
    for index, (_, place) in enumerate(head.pass_lines):
        spans[f"pass_lines[{index}]"] = place
    for index, placed in enumerate(references):
        spans[f"references[{index}]"] = placed.span
    for label in labelled:
        spans.setdefault("signature" if label.label == "Signature" else label.label, label.span)
    if body.signature_span is not None:
        spans.setdefault("signature", body.signature_span)
    return StateText(
        span.of(source),
        span,
        head,
        body,
        year,
        tuple(caption for caption, _ in head.captions),
        tuple(text for text, _ in head.pass_lines),
        head.order,
        tags,
        subject,
        marking,
        references,
        classified_by_of(classifier) if classifier else None,
        labelled,
        _tiling(pieces, span),
        spans,
    )


def _tags(head: Head, spans: dict[str, Span]) -> tuple[Tags, ...]:
    view, _ = joined(views_of(head.tags))
    if view is None:
        return ()
    found = tags_in(view.text)
    for index, (_, start, end) in enumerate(found):
        spans[f"tags[{index}]"] = view.span(start, end)
    return tuple(tags for tags, _, _ in found)


def _subject(head: Head, spans: dict[str, Span]) -> tuple[str | None, str | None]:
    text = _joined_words(head.subject, spans, "subject")
    if text is None:
        return None, None
    match = matcher("state:subject_words").fullmatch(text)
    if match is None or not match["subject_portion"]:
        return text, None
    mark = match["subject_portion"]
    whole = spans["subject"]
    spans["subject_marking"] = Span(whole.start, whole.start + len(mark))
    spans["subject"] = Span(min(whole.start + match.start("subject_words"), whole.end), whole.end)
    return match["subject_words"], " ".join(mark.strip("() ").split())


def _joined_words(
    lines: Iterable[tuple[TextLine, int]], spans: dict[str, Span], name: str
) -> str | None:
    """The words of a block over its lines; None where it has none."""
    kept = [(line, start) for line, start in lines if line.text[start:].strip()]
    if not kept:
        return None
    first, start = kept[0]
    last = kept[-1][0]
    spans[name] = Span(first.span(start, start).start, last.whole().end)
    return unwrapped([line.text[begin:] for line, begin in kept])


_EACH = frozenset((PieceKind.PAGE, PieceKind.STAMP, PieceKind.CAPTION))


def _tiling(pieces: list[tuple[PieceKind, int, int]], span: Span) -> tuple[Piece, ...]:
    """The pieces, neighbours of one kind made one where nothing tells them apart."""
    found: list[Piece] = []
    begun, kind, at = span.start, PieceKind.OTHER, span.start
    for each, start, after in pieces:
        if each is not kind or each in _EACH:
            if at > begun:
                found.append(Piece(kind, Span(begun, at)))
            begun, kind = start, each
        at = after
    if at > begun:
        found.append(Piece(kind, Span(begun, at)))
    return tuple(found)

"""Where the fields of a State text stand, and the pieces that tile it.

Here: working them out, when somebody asks. Elsewhere: the value (`text`).
"""

from typing import TYPE_CHECKING

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.head import Head, words_of
from telegram.texts.state.lines import Piece, PieceKind, TextLine
from telegram.texts.state.references import joined
from telegram.texts.state.smart import views_of
from telegram.values.tags import tags_in

if TYPE_CHECKING:
    from telegram.texts.state.text import StateText


def field_spans(text: "StateText") -> dict[str, Span]:
    """The place of each field of the head, and of the signature, by its path."""
    head, spans = text.head, _places_of(text.head)
    for name, lines in (("subject", head.subject), ("classified_by", head.classifier)):
        place = _place_of(lines)
        if place is not None:
            spans[name] = place
    if text.subject_marking is not None:
        _part_subject(spans, words_of(head.subject) or "")
    view, _ = joined(views_of(head.tags))
    if view is not None:
        for index, (_, start, end) in enumerate(tags_in(view.text)):
            spans[f"tags[{index}]"] = view.span(start, end)
    for index, (_, place) in enumerate(head.captions):
        spans[f"captions[{index}]"] = place
    for index, (_, place) in enumerate(head.pass_lines):
        spans[f"pass_lines[{index}]"] = place
    for index, placed in enumerate(text.placed_references):
        spans[f"references[{index}]"] = placed.span
    for label in text.labelled:
        spans.setdefault("signature" if label.label == "Signature" else label.label, label.span)
    if text.body.signature_span is not None:
        spans.setdefault("signature", text.body.signature_span)
    if text.body.group is not None:
        spans["downgrading_group"] = text.body.group[1]
    for index, literal in enumerate(text.literals):
        spans[f"literals[{index}]"] = literal.span
    return spans


def _place_of(lines: list[tuple[TextLine, int]]) -> Span | None:
    """The place of the words of a block; None where it has none."""
    kept = [(line, start) for line, start in lines if line.text[start:].strip()]
    if not kept:
        return None
    first, start = kept[0]
    return Span(first.offset(start), kept[-1][0].whole().end)


def _places_of(head: Head) -> dict[str, Span]:
    """The places of the fields of a head that stand on one line, by name."""
    spans = dict(head.spans)
    line, said = head.class_line, head.class_places
    if line is not None:
        for name in ("post", "number", "level"):
            if f"state_{name}" in said:
                spans[name] = line.span(*said[f"state_{name}"])
        if "state_section_total" in said:
            first, last = said["state_section_number"][0], said["state_section_total"][1]
            spans["section"] = line.span(first, last)
        elif "section_misspelt" in said:
            spans["section"] = line.span(*said["section_misspelt"])
    if head.order_line is not None:
        spans["executive_order"] = head.order_line.whole()
    if head.tags:
        spans["tags"] = head.tags[0][0].whole()
    return spans


def _part_subject(spans: dict[str, Span], words: str) -> None:
    """Part the place of a subject into that of its portion mark and that of its words."""
    match = matcher("state:subject_words").fullmatch(words)
    if match is None:
        return
    whole = spans["subject"]
    spans["subject_marking"] = Span(whole.start, whole.start + len(match["subject_portion"]))
    spans["subject"] = Span(min(whole.start + match.start("subject_words"), whole.end), whole.end)


_EACH = frozenset((PieceKind.PAGE, PieceKind.STAMP, PieceKind.CAPTION))


def tiling(pieces: list[tuple[PieceKind, int, int]], span: Span) -> tuple[Piece, ...]:
    """The pieces, neighbours of one kind made one; what stands between them is blank."""
    found: list[Piece] = []
    kind = PieceKind.BLANK
    begun = at = span.start
    for each, start, after in [*pieces, (PieceKind.BLANK, span.end, span.end)]:
        if start > at or each is not kind or each in _EACH:
            if at > begun:
                found.append(Piece(kind, Span(begun, at)))
            if start > at:
                found.append(Piece(PieceKind.BLANK, Span(at, start)))
            begun, kind = start, each
        at = after
    return tuple(found)

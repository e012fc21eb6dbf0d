"""Labelled lines: the State telegram as SMART prints it, since 2010.

``MRN: 11 PORT MERIDIAN 77``: each line of the head has a label, and a line without one goes on from
the line before. All but the list of labels is (unsourced).

Here: labelled lines, and what they say of a text in the words of the other layouts. Elsewhere: what
they say of a heading (`telegram.parsing.labelled`); the values (`values`); the paragraphs
(`body`).
"""

from attrs import frozen

from telegram.lines import View
from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.head import Head
from telegram.texts.state.lines import PieceKind, TextLine
from telegram.texts.state.reach import Reach
from telegram.values.caption import Caption, leading_captions
from telegram.values.executive_order import executive_order_of

_TAIL = (
    "Drafted By",
    "Cleared By",
    "Approved By",
    "Released By",
    "Info",
    "Dissemination Rule",
    "Attachments",
    "Archive Copy",
    "Signature",
)


@frozen
class Labelled:
    """A labelled line with what continues it: label, value, and the place of the value."""

    label: str
    value: str
    span: Span


def begins_labelled(text: str) -> bool:
    """Whether a line opens a head of labelled lines."""
    return text.startswith(("MRN:", "MRN :"))


def take_labelled(head: Head, line: TextLine) -> PieceKind | None:
    """Read one line of a labelled head; None where the paragraphs begin."""
    match = matcher("state:smart_line").fullmatch(line.text)
    if match is not None and match["smart_label"] not in _TAIL:
        start = match.start("smart_value") if match["smart_value"] else len(line.text)
        head.labels.append((match["smart_label"], line, start))
        head.blanks = 0
        return PieceKind.LABELLED
    if head.blanks and head.labels[-1][0] in ("Subject", "Classified By"):
        return None
    numbered = matcher("state:paragraph").fullmatch(line.text) is not None
    if numbered or matcher("state:smart_line").fullmatch(line.text) is not None:
        return None
    head.blanks = 0
    head.labels.append(("", line, 0))
    return PieceKind.LABELLED


def resolve(head: Head) -> tuple[Labelled, ...]:
    """Give a head of labelled lines the values that other layouts have, and the lines' own."""
    groups: list[tuple[str, list[tuple[TextLine, int]]]] = []
    for label, line, start in head.labels:
        if label or not groups:
            groups.append((label, [(line, start)]))
        else:
            groups[-1][1].append((line, start))
    for label, lines in groups:
        _give(head, label, lines)
    return tuple(_labelled(label, lines) for label, lines in groups)


def _labelled(label: str, lines: list[tuple[TextLine, int]]) -> Labelled:
    value = "\n".join(line.text[start:] for line, start in lines if line.text[start:])
    (first, start), last = lines[0], lines[-1][0]
    begin = first.span(start, start).start
    return Labelled(label, value, Span(begin, max(begin, last.whole().end)))


def _give(head: Head, label: str, lines: list[tuple[TextLine, int]]) -> None:
    line, start = lines[0]
    text = line.text[start:]
    if label == "MRN":
        match = matcher("state:mrn").fullmatch(text)
        if match is not None and head.post is None:
            head.post, head.number = match["state_post"], match["state_number"]
            head.year_written = match["mrn_year"]
            for name in ("post", "number"):
                first, last = match.span(f"state_{name}")
                head.spans[name] = line.span(start + first, start + last)
            head.spans["year"] = line.span(start, start + match.end("mrn_year"))
    elif label == "E.O.":
        match = matcher("state:executive_order_line").fullmatch(f"E.O. {text}")
        if match is not None:
            head.order = executive_order_of(match["eo_number"], match["eo_text"])
            head.order_line = line
    elif label == "TAGS":
        head.tags = lines
    elif label == "Subject":
        head.subject = lines
    elif label == "Reference":
        head.references = lines
    elif label == "Classified By":
        head.classifier = lines
    elif label == "Captions":
        for each, begin in lines:
            for name, first, last in leading_captions(each.text[begin:])[0]:
                head.captions.append((Caption(name), each.span(begin + first, begin + last)))
    elif label == "Pass Line":
        for each, begin in lines:
            if each.text[begin:]:
                place = each.span(begin, len(each.text))
                head.pass_lines.append((each.text[begin:], place))


def tail_of(reach: Reach) -> tuple[Labelled, ...]:
    """The labelled lines below the paragraphs; the paragraphs end where they begin."""
    found: list[Labelled] = []
    at, begin = reach.start, reach.stop
    while at < reach.stop:
        line = reach.line(at)
        match = matcher("state:smart_line").fullmatch(line.text)
        if match is not None and match["smart_label"] in _TAIL:
            begin = min(begin, line.start)
            start = match.start("smart_value") if match["smart_value"] else len(line.text)
            found.append(_labelled(match["smart_label"], [(line, start)]))
        at = line.after
    reach.stop = begin
    return tuple(found)


def views_of(lines: list[tuple[TextLine, int]]) -> list[View]:
    """The views of lines from the place at which their values begin."""
    return [line.seen(start) for line, start in lines]

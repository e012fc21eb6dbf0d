"""The paragraphs of a State text, line by line.

Two facts shape the reading.

* A number at the beginning of a line is a paragraph's only where it continues the sequence
  (`reader`).
* Page lines, banners and stamps stand anywhere. The sentence goes on beyond them.

Here: what each line does. Elsewhere: paragraphs in a row, which most texts are (`run`); what ends
them (`signature`); the values (`paragraphs`).
"""

import re

from attrs import frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.lines import (
    PRINTED,
    RULERS,
    SHORT,
    PieceKind,
    TextLine,
    line_of,
    printed_kind,
)
from telegram.texts.state.literals import Literal
from telegram.texts.state.paragraphs import Paragraph
from telegram.texts.state.reach import Reach
from telegram.texts.state.reader import Open, Reader, marking_in
from telegram.texts.state.run import read_run
from telegram.texts.state.signature import group_above, kind_below, read_signature
from telegram.values.trusted import trusted

_HEADING_WIDTH = 69


@frozen(weakref_slot=False)
class Body:
    """The paragraphs, what stands below them, and the pieces of both without blank lines.

    :ivar headers: where the lines begin below those that say "header".
    """

    paragraphs: tuple[Paragraph, ...]
    signature: str | None
    signature_span: Span | None
    signature_inline: bool
    signature_office: str | None
    notes: tuple[tuple[str, Span], ...]
    group: tuple[str, Span] | None
    literals: tuple[Literal, ...]
    entire: str | None
    out_of_sequence: tuple[tuple[str, Span], ...]
    headers: tuple[int, ...]
    pieces: list[tuple[PieceKind, int, int]]


_make_body = trusted(Body)


def read_body(source: str, reach: Reach, *, last_section: bool) -> Body:
    """Read the lines after the head; `last_section` false where the text goes on elsewhere."""
    reader = Reader(source, reach)
    end, signed = read_signature(reach, last_section=last_section)
    typed = end if signed is None else signed.line.start
    group = group_above(reach, typed)
    last = signed is None or not signed.inline
    _read_lines(reader, reach.start, typed if group is None else group.start, last=last)
    groups: list[tuple[str, Span]] = []
    if group is not None:
        groups += _below_line(reader, group)[1]
    below = end
    if signed is not None:
        line, start = signed.line, signed.line.start
        below = line.after
        if signed.inline:
            start = signed.span.start
            _read_line(reader, line_of(source, line.start, start, start, SHORT))
        reader.pieces.append((PieceKind.SIGNATURE, start, below))
    reader.close()
    notes: list[tuple[str, Span]] = []
    while below < reach.stop:
        line = reach.line(below)
        kind, said = _below_line(reader, line)
        (groups if kind is PieceKind.DOWNGRADING else notes).extend(said)
        below = line.after
    return _make_body(
        tuple(reader.paragraphs),
        signed.name if signed else None,
        signed.span if signed else None,
        signed is not None and signed.inline,
        signed.office if signed else None,
        tuple(notes),
        groups[0] if groups else None,
        tuple(reader.literals.found),
        reader.entire,
        tuple(reader.jumps),
        tuple(reader.headers),
        reader.pieces,
    )


def _below_line(reader: Reader, line: TextLine) -> tuple[PieceKind, list[tuple[str, Span]]]:
    """Note a line below the typed ones; its kind, and what it says of a note and of a downgrading
    group.
    """
    kind = kind_below(line)
    if kind is not PieceKind.BLANK:
        reader.pieces.append((kind, line.start, line.after))
    if kind is PieceKind.NOTE:
        return kind, [(line.text, line.whole())]
    if kind is PieceKind.DOWNGRADING:
        return kind, [(line.text.rstrip("."), line.whole())]
    return kind, []


# ---- lines --------------------------------------------------------------------------------------


def _read_lines(reader: Reader, at: int, stop: int, *, last: bool) -> None:
    """Read the lines between two offsets, the last ones perhaps; prose that follows prose is passed
    over.
    """
    reach = reader.reach
    look = True
    while at < stop:
        if not look:
            nearest = reach.looked_at(at, stop)
            if nearest > at:
                _text_line(reader, at, nearest)
                reader.above = ""
                at = nearest
                if at >= stop:
                    return
        content, after = reach.ending(at)
        if content == at:
            look = _blank_line(reader, at, after)
            reader.above = ""
        elif (
            at >= reader.literals.until
            and (following := read_run(reader, at, stop, last=last)) is not None
        ):
            look, after = True, following
        else:
            line = line_of(reader.source, at, content, after, SHORT)
            look = _read_line(reader, line) or line.text[:4] in RULERS
            reader.above = line.text[:4]
        at = after


def _blank_line(reader: Reader, start: int, after: int) -> bool:
    if reader.current is not None and not reader.printed:
        reader.current.held.append((start, after))
    reader.blank = True
    return True


def _read_line(reader: Reader, line: TextLine) -> bool:
    """Read one line; whether the next one may be more than prose however it begins."""
    text = line.text
    if not text or text == "-":
        return _blank_line(reader, line.start, line.after)
    kind = printed_kind(text)
    if kind is not None and kind in PRINTED:
        reader.pieces.append((kind, line.start, line.after))
        if reader.current is not None:
            reader.current.held.clear()
        reader.printed = True
        return True
    if text[0] in "-=*hH" and matcher("state:header_word").fullmatch(text) is not None:
        reader.headers.append(line.after)
    blank, reader.blank = reader.blank, False
    if reader.printed:
        reader.printed = False
        blank = blank and (reader.current is None or reader.sentence_ended())
    if line.start < reader.literals.until or (
        text[:5] in _LITERAL and reader.literals.begin(reader.source, line, 0, reader.reach.stop)
    ):
        return _literal_line(reader, line)
    first = text[0]
    if first.isdigit():
        if _numbered(reader, line):
            return False
    elif first == "(":
        if blank and _marked(reader, line):
            return False
    elif first in "-=_*":
        if matcher("state:ruled_line").fullmatch(text) is not None:
            _ruled(reader, line)
            return True
        if matcher("state:ruled_heading").fullmatch(text) is not None:
            _headed(reader, line, text.strip("-=_* "))
            return True
    if _is_heading(reader, line, blank):
        _headed(reader, line, text)
        return True
    if reader.current is None or (blank and reader.current.number is None and reader.last == 0):
        reader.open(line.start)
    _text_line(reader, line.start, line.after)
    return False


_LITERAL = ("BEGIN", "Begin", "QUOTE")


def _literal_line(reader: Reader, line: TextLine) -> bool:
    """Read a line of a literal block: it belongs to the paragraph, whatever it looks like."""
    if reader.current is None:
        reader.open(line.start)
    _text_line(reader, line.start, line.after)
    return True


def _text_line(reader: Reader, start: int, after: int) -> None:
    opened = reader.current if reader.current is not None else reader.open(0)
    reader.pieces.append((PieceKind.PARAGRAPH, start, after))
    opened.add(start, after)


def _ruled(reader: Reader, line: TextLine) -> None:
    reader.pieces.append((PieceKind.RULE, line.start, line.after))
    if reader.current is not None:
        reader.current.held.clear()


def _headed(reader: Reader, line: TextLine, text: str) -> None:
    reader.close()
    reader.headings.append((text, line.whole()))
    reader.pieces.append((PieceKind.HEADING, line.start, line.after))


def _is_heading(reader: Reader, line: TextLine, blank: bool) -> bool:
    """Whether a line is a heading: over a ruled line, or alone in capitals."""
    text, above = line.text, reader.above
    if len(text) > _HEADING_WIDTH or line.after >= reader.reach.stop:
        return False
    if not blank and above not in RULERS:
        return False
    following = reader.reach.line(line.after).text
    if following[:4] in RULERS or (
        following[1:2] == " " and matcher("state:ruled_line").fullmatch(following) is not None
    ):
        return (blank or above == following[:4]) and text[0].isalpha()
    if not blank or following or text[0] == "-":
        return False
    return matcher("state:heading_capitals").fullmatch(text) is not None


def _numbered(reader: Reader, line: TextLine) -> bool:
    match = matcher("state:paragraph").fullmatch(line.text)
    if match is None:
        return False
    place = _between(line, *match.span("paragraph_number"))
    if not reader.follows(match["paragraph_number"], *place, match["paragraph_mark"]):
        return False
    _begin(reader, line, match)
    return True


def _marked(reader: Reader, line: TextLine) -> bool:
    """A paragraph with its mark first, with or without a number."""
    match = matcher("state:marked_paragraph").fullmatch(line.text)
    if match is None:
        return False
    if match["paragraph_number"]:
        reader.last = int(match["paragraph_number"])
    _begin(reader, line, match)
    return True


def _entire(reader: Reader, opened: Open, rest: str, start: int, end: int) -> None:
    """Note that a paragraph marks the entire text."""
    if matcher("state:entire_text").fullmatch(rest.strip(" ")) is not None:
        reader.entire = rest.strip(" (").partition("-")[0].strip()
        opened.spans["entire"] = start, end
    elif opened.marking and matcher("state:entire_alone").fullmatch(rest.strip(" ")) is not None:
        reader.entire = opened.marking
        opened.spans["entire"] = start, end


def _begin(reader: Reader, line: TextLine, match: re.Match[str]) -> None:
    opened = reader.open(line.start)
    text, spans = line.text, opened.spans
    number, mark = match.group("paragraph_number", "paragraph_mark")
    if number:
        opened.number = number
        spans["number"] = _between(line, *match.span("paragraph_number"))
    if mark:
        opened.marking, lead, length = marking_in(mark)
        first = match.start("paragraph_mark") + lead
        spans["marking"] = _between(line, first, first + length)
    start = match.start("paragraph_text")
    if start < 0:
        start = len(text)
    opened.form = text[:start]
    while text.startswith(" ", start):
        start += 1
    reader.pieces.append((PieceKind.PARAGRAPH, line.start, line.after))
    opened.slices.append((line.offset(start), line.after))
    if text[start : start + 5] in _LITERAL:
        reader.literals.begin(reader.source, line, start, reader.reach.stop)
    if reader.entire is None and not reader.paragraphs and len(text) - start < 60:
        _entire(reader, opened, text[start:], line.offset(start), line.offset(len(text) - 1) + 1)


def _between(line: TextLine, first: int, last: int) -> tuple[int, int]:
    """A range of the text of a line, as a range of the source."""
    return line.offset(first), line.offset(last - 1) + 1

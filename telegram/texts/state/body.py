"""The paragraphs of a State text, and the signature that ends them.

Three facts shape the reading.

* A number at the beginning of a line is a paragraph's only where it continues the sequence; a table
  and a list hold numbers as well. After damage up to two numbers may be missing.
* Page lines, banners and stamps stand anywhere. The sentence goes on beyond them.
* The signature is known from its place: the last typed line, or the last word after the last full
  stop.

Here: reading. Elsewhere: the values (`paragraphs`).
"""

import re

from attrs import define, field, frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.lines import (
    PRINTED,
    SHORT,
    PieceKind,
    TextLine,
    line_of,
    printed_kind,
)
from telegram.texts.state.paragraphs import Paragraph

_GAP = 3
_TRAILING = " \t\xa0\r\n\f"
_HEADING_WIDTH = 69


@frozen
class Body:
    """The paragraphs, what stands below them, and the pieces of both."""

    paragraphs: tuple[Paragraph, ...]
    signature: str | None
    signature_span: Span | None
    signature_inline: bool
    signature_office: str | None
    notes: tuple[tuple[str, Span], ...]
    tail: tuple[TextLine, ...]
    entire: str | None
    out_of_sequence: tuple[tuple[str, Span], ...]
    pieces: list[tuple[PieceKind, int, int]]


@define
class _Open:
    """A paragraph that is being read."""

    number: str | None = None
    marking: str | None = None
    heading: str | None = None
    spans: dict[str, Span] = field(factory=dict)
    slices: list[tuple[int, int]] = field(factory=list)
    held: list[tuple[int, int]] = field(factory=list)
    form: str = ""

    def add(self, start: int, after: int) -> None:
        self.slices += self.held
        self.held.clear()
        self.slices.append((start, after))


@define
class _Reader:
    source: str
    lines: list[TextLine]
    paragraphs: list[Paragraph] = field(factory=list)
    pieces: list[tuple[PieceKind, int, int]] = field(factory=list)
    current: _Open | None = None
    headings: list[tuple[str, Span]] = field(factory=list)
    last: int = 0
    blank: bool = True
    printed: bool = False
    entire: str | None = None
    jumps: list[tuple[str, Span]] = field(factory=list)

    def close(self) -> None:
        """End the open paragraph."""
        opened, self.current = self.current, None
        if opened is not None:
            self.paragraphs.append(_finished(self.source, opened))

    def open(self) -> _Open:
        """Begin a paragraph under the headings that stand above it."""
        self.close()
        opened = _Open()
        if self.headings:
            opened.heading = " / ".join(text for text, _ in self.headings)
            first, last = self.headings[0][1], self.headings[-1][1]
            opened.spans["heading"] = Span(first.start, last.end)
            self.headings.clear()
        self.current = opened
        return opened


def read_body(source: str, lines: list[TextLine], *, last_section: bool) -> Body:
    """Read the lines after the head; `last_section` false where the text goes on elsewhere."""
    reader = _Reader(source, lines)
    end, signed = _signature(source, lines, last_section)
    for index in range(end if signed is None else signed.index):
        _read_line(reader, index)
    inline = signed is not None and signed.inline
    if signed is not None:
        line = lines[signed.index]
        if inline:
            start = signed.span.start
            _text_line(reader, line, line.start, start)
            reader.pieces.append((PieceKind.SIGNATURE, start, line.after))
        else:
            reader.pieces.append((PieceKind.SIGNATURE, line.start, line.after))
    reader.close()
    notes: list[tuple[str, Span]] = []
    for line in lines[end if signed is None else signed.index + 1 :]:
        kind = _below(line)
        if kind is PieceKind.NOTE:
            notes.append((line.text, line.whole()))
        reader.pieces.append((kind, line.start, line.after))
    return Body(
        tuple(reader.paragraphs),
        signed.name if signed else None,
        signed.span if signed else None,
        inline,
        signed.office if signed else None,
        tuple(notes),
        (),
        reader.entire,
        tuple(reader.jumps),
        reader.pieces,
    )


# ---- the signature ------------------------------------------------------------------------------


@frozen
class _Signed:
    index: int
    name: str
    span: Span
    inline: bool
    office: str | None


def _signature(
    source: str, lines: list[TextLine], last_section: bool
) -> tuple[int, _Signed | None]:
    """Where the typed lines end, and the signature."""
    end = len(lines)
    while end and (not lines[end - 1].text or _below(lines[end - 1]) is not PieceKind.OTHER):
        end -= 1
    if not end or not last_section:
        return end if not last_section or not end else len(lines), None
    line = lines[end - 1]
    match = matcher("state:signature_line").fullmatch(line.text) if len(line.text) < 50 else None
    if match is not None and _ended(lines, end - 1):
        span = line.span(*match.span("signature"))
        return end, _Signed(end - 1, match["signature"], span, False, match["signature_office"])
    tail = line_of(source, max(line.start, line.content - 80), line.content, line.after)
    found = matcher("state:signature_tail").search(tail.text)
    if found is not None and not _shouted_end(tail.text, found.start()):
        return end, _Signed(end - 1, found.group(), tail.span(*found.span()), True, None)
    return end, None


def _shouted_end(text: str, start: int) -> bool:
    """Whether the last words are an END phrase or a sign rather than a name."""
    return text[start:].startswith(("END", "UNQUOTE", "TEXT", "UNCLASSIFIED", "BT", "NNNN"))


def _ended(lines: list[TextLine], index: int) -> bool:
    """Whether a sentence has ended above a line, so that the line is no part of it."""
    if index == 0 or not lines[index - 1].text:
        return True
    before = lines[index - 1]
    if printed_kind(before.text) is not None:
        return True
    if before.content - before.start >= SHORT:
        return True  # its end was not looked at; a line this long is a whole paragraph
    return before.text[-1] in '.!?)"-:>' or lines[index].text[-1] == "#"


def _below(line: TextLine) -> PieceKind:
    """What a line below the typed ones is; `OTHER` for a typed one."""
    text = line.text
    if not text:
        return PieceKind.BLANK
    kind = printed_kind(text)
    if kind is not None:
        return kind
    if text in (".", ">", "-"):
        return PieceKind.RULE
    if text.startswith("NOTE") and matcher("state:service_note").fullmatch(text):
        return PieceKind.NOTE
    return PieceKind.OTHER


# ---- lines --------------------------------------------------------------------------------------


def _read_line(reader: _Reader, index: int) -> None:
    line = reader.lines[index]
    text = line.text
    if not text or text == "-":
        reader.pieces.append((PieceKind.BLANK, line.start, line.after))
        if reader.current is not None and not reader.printed:
            reader.current.held.append((line.start, line.after))
        reader.blank = True
        return
    kind = printed_kind(text)
    if kind is not None and kind in PRINTED:
        reader.pieces.append((kind, line.start, line.after))
        if reader.current is not None:
            reader.current.held.clear()
        reader.printed = True
        return
    blank, reader.blank = reader.blank, False
    if reader.printed:
        reader.printed = False
        blank = blank and (reader.current is None or _sentence_ended(reader))
    first = text[0]
    if first.isdigit():
        if _numbered(reader, line):
            return
    elif first == "(":
        if blank and _marked(reader, line):
            return
    elif first in "-=_*":
        if matcher("state:ruled_line").fullmatch(text) is not None:
            _ruled(reader, line)
            return
        if matcher("state:ruled_heading").fullmatch(text) is not None:
            _headed(reader, line, text.strip("-=_* "))
            return
    if _is_heading(reader, index, blank):
        _headed(reader, line, text)
        return
    if reader.current is None or (blank and reader.current.number is None and reader.last == 0):
        opened = reader.open()
        opened.spans["start"] = Span(line.start, line.start)
    _text_line(reader, line, line.start, line.after)


def _sentence_ended(reader: _Reader) -> bool:
    """Whether the open paragraph ends with a sentence, so that a new one may begin."""
    assert reader.current is not None
    start, after = reader.current.slices[-1]
    return reader.source[max(start, after - 8) : after].rstrip(_TRAILING)[-1:] in '.!?:;)"'


def _text_line(reader: _Reader, line: TextLine, start: int, after: int) -> None:
    if reader.current is None:
        reader.open()
    assert reader.current is not None
    reader.pieces.append((PieceKind.PARAGRAPH, start, after))
    reader.current.add(start, after)


def _ruled(reader: _Reader, line: TextLine) -> None:
    reader.pieces.append((PieceKind.RULE, line.start, line.after))
    if reader.current is not None:
        reader.current.held.clear()


def _headed(reader: _Reader, line: TextLine, text: str) -> None:
    reader.close()
    reader.headings.append((text, line.whole()))
    reader.pieces.append((PieceKind.HEADING, line.start, line.after))


def _is_heading(reader: _Reader, index: int, blank: bool) -> bool:
    """Whether a line is a heading: over a ruled line, or alone in capitals."""
    line = reader.lines[index]
    if len(line.text) > _HEADING_WIDTH or index + 1 >= len(reader.lines):
        return False
    following = reader.lines[index + 1].text
    above = reader.lines[index - 1].text if index else ""
    if following[:4] in ("----", "====", "____", "****"):
        ruled_above = above[:4] == following[:4]
        return (blank or ruled_above) and line.text[0].isalpha()
    if not blank or following or line.text[0] == "-":
        return False
    return matcher("state:heading_capitals").fullmatch(line.text) is not None


def _numbered(reader: _Reader, line: TextLine) -> bool:
    match = matcher("state:paragraph").fullmatch(line.text)
    if match is None:
        return False
    number = int(match["paragraph_number"])
    marked = match["paragraph_mark"] is not None
    if not _continues(reader, number, marked):
        return False
    if reader.last and number != reader.last + 1:
        reader.jumps.append((match["paragraph_number"], line.span(*match.span("paragraph_number"))))
    reader.last = number
    _begin(reader, line, match.start("paragraph_text"), match)
    return True


def _continues(reader: _Reader, number: int, marked: bool) -> bool:
    """Whether a number continues the sequence of paragraphs."""
    if reader.last == 0:
        return number > 0 and (number == 1 or not reader.paragraphs)
    if reader.last < number <= reader.last + _GAP:
        return True
    return (number == 1 and bool(reader.headings)) or (marked and number >= 1)


def _marked(reader: _Reader, line: TextLine) -> bool:
    """A paragraph with its mark first, with or without a number."""
    match = matcher("state:marked_paragraph").fullmatch(line.text)
    if match is None:
        return False
    if match["paragraph_number"]:
        reader.last = int(match["paragraph_number"])
    _begin(reader, line, match.start("paragraph_text"), match)
    return True


def _begin(reader: _Reader, line: TextLine, text_start: int, match: re.Match[str]) -> None:
    opened = reader.open()
    opened.number = match["paragraph_number"]
    opened.form = line.text[: text_start if text_start >= 0 else len(line.text)]
    if opened.number:
        opened.spans["number"] = line.span(*match.span("paragraph_number"))
    if mark := match["paragraph_mark"]:
        opened.marking = " ".join(mark.strip("() ").upper().split())
        lead = len(mark) - len(mark.lstrip("( "))
        start = match.start("paragraph_mark") + lead
        opened.spans["marking"] = line.span(start, start + len(mark.strip("() ")))
    start = len(line.text) if text_start < 0 else text_start
    rest = line.text[start:]
    start += len(rest) - len(rest.lstrip(" "))
    opened.spans["start"] = Span(line.start, line.start)
    reader.pieces.append((PieceKind.PARAGRAPH, line.start, line.after))
    opened.slices.append((line.span(start, start).start, line.after))
    if reader.entire is None and not reader.paragraphs and len(rest) < 60:
        entire = matcher("state:entire_text").fullmatch(rest.strip(" "))
        if entire is not None:
            reader.entire = rest.strip(" (").partition("-")[0].strip()
            opened.spans["entire"] = line.span(start, len(line.text))


def _finished(source: str, opened: _Open) -> Paragraph:
    """The value of a paragraph that was read."""
    runs: list[tuple[int, int]] = []
    parts: list[str] = []
    length = 0
    for start, after in opened.slices:
        if not runs or runs[-1][1] + length - runs[-1][0] != start:
            runs.append((length, start))
        parts.append(source[start:after])
        length += after - start
    text = "".join(parts).rstrip(_TRAILING)
    spans = dict(opened.spans)
    begun = spans.pop("start", Span(0, 0)).start
    number = spans.get("number") or spans.get("marking")
    first = number.start if number is not None else begun
    within = [run for run in runs if run[0] < len(text)] or runs[:1] or [(0, begun)]
    end = max(within[-1][1] + len(text) - within[-1][0], first)
    spans["text"] = Span(runs[0][1] if runs else begun, end)
    spans[""] = Span(min(first, end), end)
    heading = opened.heading
    if heading is None:
        opening = matcher("state:block_begin").match(text)
        if opening is not None:
            heading = opening.group().rstrip(" :.-")
            start = spans["text"].start
            spans["heading"] = Span(start, start + len(heading))
    return Paragraph(opened.number, opened.marking, heading, text, tuple(runs), spans, opened.form)

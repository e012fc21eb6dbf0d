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
from functools import cache

from attrs import define, field, frozen

from telegram.source import Span
from telegram.syntax import matcher, openings
from telegram.texts.state.lines import (
    PRINTED,
    RULERS,
    SHORT,
    PieceKind,
    TextLine,
    line_of,
    plain_number,
    printed_kind,
)
from telegram.texts.state.literals import Literal, Literals
from telegram.texts.state.paragraphs import Paragraph
from telegram.texts.state.reach import Reach
from telegram.values.trusted import trusted

_GAP = 3
_BLANKS = " \t\xa0"
_TRAILING = " \t\xa0\r\n\f"
_HEADING_WIDTH = 69
_make_paragraph = trusted(Paragraph)


@frozen
class Body:
    """The paragraphs, what stands below them, and the pieces of both."""

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
    pieces: list[tuple[PieceKind, int, int]]


_make_body = trusted(Body)


@define(eq=False)
class _Open:
    """A paragraph that is being read: places are ranges of the source.

    :ivar spans: the place of each part.
    :ivar slices: the ranges of its text; neighbours are one.
    :ivar held: blank lines that belong to it where more text follows.
    """

    start: int
    number: str | None
    marking: str | None
    heading: str | None
    spans: dict[str, tuple[int, int]]
    slices: list[tuple[int, int]]
    held: list[tuple[int, int]]
    form: str

    def add(self, start: int, after: int) -> None:
        """Add a range to the text, after the blank lines above it."""
        for first, last in (*self.held, (start, after)) if self.held else ((start, after),):
            if self.slices and self.slices[-1][1] == first:
                self.slices[-1] = self.slices[-1][0], last
            else:
                self.slices.append((first, last))
        self.held.clear()


@define(eq=False)
class _Reader:
    source: str
    reach: Reach
    paragraphs: list[Paragraph] = field(factory=list)
    pieces: list[tuple[PieceKind, int, int]] = field(factory=list)
    current: _Open | None = None
    headings: list[tuple[str, Span]] = field(factory=list)
    last: int = 0
    blank: bool = True
    printed: bool = False
    above: str = ""
    literals: Literals = field(factory=Literals)
    entire: str | None = None
    jumps: list[tuple[str, Span]] = field(factory=list)

    def close(self) -> None:
        """End the open paragraph."""
        opened, self.current = self.current, None
        if opened is not None:
            self.paragraphs.append(_finished(self.source, opened))

    def open(self, start: int) -> _Open:
        """Begin a paragraph under the headings that stand above it."""
        self.close()
        heading, place = self.heading()
        opened = _Open(start, None, None, heading, {}, [], [], "")
        if place is not None:
            opened.spans["heading"] = place
        self.current = opened
        return opened

    def heading(self) -> tuple[str | None, tuple[int, int] | None]:
        """The headings that stand above a paragraph, as one, and their place."""
        if not self.headings:
            return None, None
        text = " / ".join(text for text, _ in self.headings)
        place = self.headings[0][1].start, self.headings[-1][1].end
        self.headings.clear()
        return text, place


def read_body(source: str, reach: Reach, *, last_section: bool) -> Body:
    """Read the lines after the head; `last_section` false where the text goes on elsewhere."""
    reader = _Reader(source, reach)
    end, signed = _signature(source, reach, last_section)
    typed = end if signed is None else signed.line.start
    group = _group_above(reach, typed)
    _read_lines(reader, reach.start, typed if group is None else group.start)
    groups: list[tuple[str, Span]] = []
    if group is not None:
        groups += _below_line(reader, group)
        at = group.after
        while at < typed:
            after = reach.ending(at)[1]
            reader.pieces.append((PieceKind.BLANK, at, after))
            at = after
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
        said = _below_line(reader, line)
        (groups if reader.pieces[-1][0] is PieceKind.DOWNGRADING else notes).extend(said)
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
        reader.pieces,
    )


def _below_line(reader: _Reader, line: TextLine) -> list[tuple[str, Span]]:
    """Note a line below the typed ones; what it says, of a note and of a downgrading group."""
    kind = _below(line)
    reader.pieces.append((kind, line.start, line.after))
    if kind is PieceKind.NOTE:
        return [(line.text, line.whole())]
    if kind is PieceKind.DOWNGRADING:
        return [(line.text.rstrip("."), line.whole())]
    return []


_FAR = 400
"""Characters above a signature among which a downgrading group stands."""


def _group_above(reach: Reach, end: int) -> TextLine | None:
    """The downgrading group that stands alone above the signature; None without one."""
    if not reach.holds("GP-", end - _FAR, end):
        return None
    while end > reach.start:
        line = reach.before(end)
        if line.text:
            return line if _below(line) is PieceKind.DOWNGRADING else None
        end = line.start
    return None


# ---- the signature ------------------------------------------------------------------------------


@frozen
class _Signed:
    line: TextLine
    name: str
    span: Span
    inline: bool
    office: str | None


def _signature(source: str, reach: Reach, last_section: bool) -> tuple[int, _Signed | None]:
    """Where the typed lines end, and the signature."""
    end = reach.stop
    line = None
    while end > reach.start:
        line = reach.before(end)
        if line.text and _below(line) is PieceKind.OTHER:
            break
        end, line = line.start, None
    if line is None or not last_section:
        return end, None
    match = matcher("state:signature_line").fullmatch(line.text) if len(line.text) < 50 else None
    if match is not None and _ended(reach, line):
        span = line.span(*match.span("signature"))
        return end, _Signed(line, match["signature"], span, False, match["signature_office"])
    tail = line_of(source, max(line.start, line.content - 80), line.content, line.after)
    found = matcher("state:signature_tail").search(tail.text)
    if found is not None and not _shouted_end(tail.text, found.start()):
        return end, _Signed(line, found.group(), tail.span(*found.span()), True, None)
    return end, None


def _shouted_end(text: str, start: int) -> bool:
    """Whether the last words are an END phrase or a sign rather than a name."""
    return text[start:].startswith(("END", "UNQUOTE", "TEXT", "UNCLASSIFIED", "BT", "NNNN"))


_SIGNED_BELOW = PRINTED | {PieceKind.DOWNGRADING}
"""What a signature may follow without a blank line."""


def _ended(reach: Reach, line: TextLine) -> bool:
    """Whether a sentence has ended above a line, so that the line is no part of it."""
    if line.start == reach.start:
        return True
    before = reach.before(line.start)
    if not before.text or _below(before) in _SIGNED_BELOW:
        return True
    if before.content - before.start >= SHORT:
        return True  # its end was not looked at; a line this long is a whole paragraph
    return before.text[-1] in '.!?)"-:>' or line.text[-1] == "#"


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
    if text.startswith("GP-") and matcher("state:downgrading_group").fullmatch(text):
        return PieceKind.DOWNGRADING
    if text.startswith("NOTE") and matcher("state:service_note").fullmatch(text):
        return PieceKind.NOTE
    return PieceKind.OTHER


# ---- lines --------------------------------------------------------------------------------------


def _read_lines(reader: _Reader, at: int, stop: int) -> None:
    """Read the lines between two offsets; prose that follows prose is passed over."""
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
            and (following := _numbered_run(reader, at, stop)) is not None
        ):
            look, after = True, following
        else:
            line = line_of(reader.source, at, content, after, SHORT)
            look = _read_line(reader, line)
            reader.above = line.text[:4]
        at = after


def _blank_line(reader: _Reader, start: int, after: int) -> bool:
    reader.pieces.append((PieceKind.BLANK, start, after))
    if reader.current is not None and not reader.printed:
        reader.current.held.append((start, after))
    reader.blank = True
    return True


def _read_line(reader: _Reader, line: TextLine) -> bool:
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
    blank, reader.blank = reader.blank, False
    if reader.printed:
        reader.printed = False
        blank = blank and (reader.current is None or _sentence_ended(reader))
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


def _literal_line(reader: _Reader, line: TextLine) -> bool:
    """Read a line of a literal block: it belongs to the paragraph, whatever it looks like."""
    if reader.current is None:
        reader.open(line.start)
    _text_line(reader, line.start, line.after)
    return True


def _sentence_ended(reader: _Reader) -> bool:
    """Whether the open paragraph ends with a sentence, so that a new one may begin."""
    assert reader.current is not None
    start, after = reader.current.slices[-1]
    return reader.source[max(start, after - 8) : after].rstrip(_TRAILING)[-1:] in '.!?:;)"'


def _text_line(reader: _Reader, start: int, after: int) -> None:
    opened = reader.current if reader.current is not None else reader.open(0)
    reader.pieces.append((PieceKind.PARAGRAPH, start, after))
    opened.add(start, after)


def _ruled(reader: _Reader, line: TextLine) -> None:
    reader.pieces.append((PieceKind.RULE, line.start, line.after))
    if reader.current is not None:
        reader.current.held.clear()


def _headed(reader: _Reader, line: TextLine, text: str) -> None:
    reader.close()
    reader.headings.append((text, line.whole()))
    reader.pieces.append((PieceKind.HEADING, line.start, line.after))


def _is_heading(reader: _Reader, line: TextLine, blank: bool) -> bool:
    """Whether a line is a heading: over a ruled line, or alone in capitals."""
    text, above = line.text, reader.above
    if len(text) > _HEADING_WIDTH or line.after >= reader.reach.stop:
        return False
    if not blank and above not in RULERS:
        return False
    following = reader.reach.line(line.after).text
    if following[:4] in RULERS:
        return (blank or above == following[:4]) and text[0].isalpha()
    if not blank or following or text[0] == "-":
        return False
    return matcher("state:heading_capitals").fullmatch(text) is not None


def _numbered(reader: _Reader, line: TextLine) -> bool:
    match = matcher("state:paragraph").fullmatch(line.text)
    if match is None or not _in_sequence(reader, match, line):
        return False
    _begin(reader, line, match)
    return True


def _in_sequence(reader: _Reader, match: re.Match[str], line: TextLine | None = None) -> bool:
    """Whether a number is a paragraph's; notes it. Its place is that in the line, if one is
    given.
    """
    written, mark = match.group("paragraph_number", "paragraph_mark")
    number = int(written)
    if not _continues(reader, number, mark is not None):
        return False
    if reader.last and number != reader.last + 1:
        first, last = match.span("paragraph_number")
        place = Span(first, last) if line is None else line.span(first, last)
        reader.jumps.append((written, place))
    reader.last = number
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
    _begin(reader, line, match)
    return True


def _numbered_run(reader: _Reader, at: int, stop: int) -> int | None:
    """Read numbered paragraphs that have nothing but prose and blank lines between them.

    Where what follows the last of them begins; it is left open. None where no number without
    artefacts begins a paragraph at the place.
    """
    source, search = reader.source, reader.reach.search
    match = None if search is None else _plain_number(reader, at, stop)
    if match is None or search is None:
        return None
    made, pieces = reader.paragraphs, reader.pieces
    reader.close()
    heading, place = reader.heading()
    while True:
        number, mark = match.group("paragraph_number", "paragraph_mark")
        spans = {"number": match.span("paragraph_number")}
        if place is not None:
            spans["heading"] = place
        marking = None
        if mark is not None:
            words = mark.strip("() ")
            marking = " ".join(words.upper().split()) if len(words) > 1 else words.upper()
            first = match.start("paragraph_mark") + len(mark) - len(mark.lstrip("( "))
            spans["marking"] = first, first + len(words)
        start = match.start("paragraph_text")
        form = source[match.start() : start]
        if source[start] == " ":
            start += 1
        found = search(source, match.end(), stop)
        nearest = following = stop if found is None else found.end()
        while following < stop and source[following] in "\r\n":
            following += 1
        pieces.append((PieceKind.PARAGRAPH, at, nearest))
        if following > nearest:
            pieces.append((PieceKind.BLANK, nearest, following))
        after = _plain_number(reader, following, stop) if following < stop else None
        if after is None:
            slices = [(start, nearest)]
            held = [(nearest, following)] if following > nearest else []
            reader.current = _Open(at, number, marking, heading, spans, slices, held, form)
            reader.blank, reader.printed, reader.above = bool(held), False, ""
            return following
        text = source[start:nearest].rstrip(_TRAILING)
        end = start + len(text)
        spans["text"] = start, end
        spans[""] = spans["number"][0], end
        if heading is None and text[:1] in _block_letters():
            heading = _opened_by(text)
            if heading is not None:
                spans["heading"] = start, start + len(heading)
        made.append(_make_paragraph(number, marking, heading, text, ((0, start),), spans, form))
        at, match, heading, place = following, after, None, None


def _plain_number(reader: _Reader, at: int, stop: int) -> re.Match[str] | None:
    """The number of a paragraph that begins with nothing that is an artefact."""
    source = reader.source
    content = source.find("\n", at, stop)
    match = plain_number(source, at, stop if content < 0 else content)
    if match is None:
        return None
    if reader.entire is None and not reader.paragraphs and "ENTIRE" in match.group():
        return None  # a mark of the entire text, perhaps
    if match["paragraph_text"].lstrip(" ")[:5] in _LITERAL:
        return None  # the beginning of a literal block, perhaps
    return match if _in_sequence(reader, match) else None


def _opened_by(text: str) -> str | None:
    """The words that open a block, where a text begins with them."""
    opening = matcher("state:block_begin").match(text)
    return None if opening is None else opening.group().rstrip(" :.-")


def _mark(opened: _Open, mark: str, start: int) -> None:
    """Note the portion mark of a paragraph, printed from a place on."""
    words = mark.strip("() ")
    opened.marking = " ".join(words.upper().split()) if len(words) > 1 else words.upper()
    first = start + len(mark) - len(mark.lstrip("( "))
    opened.spans["marking"] = first, first + len(words)


def _entire(reader: _Reader, opened: _Open, rest: str, start: int, end: int) -> None:
    """Note that a paragraph marks the entire text."""
    if matcher("state:entire_text").fullmatch(rest.strip(" ")) is not None:
        reader.entire = rest.strip(" (").partition("-")[0].strip()
        opened.spans["entire"] = start, end


def _begin(reader: _Reader, line: TextLine, match: re.Match[str]) -> None:
    opened = reader.open(line.start)
    text, spans = line.text, opened.spans
    number, mark = match.group("paragraph_number", "paragraph_mark")
    if number:
        opened.number = number
        spans["number"] = _between(line, *match.span("paragraph_number"))
    if mark:
        first = match.start("paragraph_mark")
        _mark(opened, mark, first)
        spans["marking"] = _between(line, *spans["marking"])
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


def _finished(source: str, opened: _Open) -> Paragraph:
    """The value of a paragraph that was read."""
    spans, slices = opened.spans, opened.slices
    start, after = slices[0]
    if len(slices) == 1:
        text = source[start:after].rstrip(_TRAILING)
        runs: tuple[tuple[int, int], ...] = ((0, start),)
        end = start + len(text)
    else:
        length, placed = 0, []
        for first, last in slices:
            placed.append((length, first))
            length += last - first
        text = "".join([source[first:last] for first, last in slices]).rstrip(_TRAILING)
        runs = tuple(placed)
        begun, at = next((run for run in reversed(runs) if run[0] < len(text)), runs[0])
        end = at + len(text) - begun
    number = spans.get("number") or spans.get("marking")
    begin = number[0] if number is not None else opened.start
    end = max(end, begin)
    spans["text"] = start, end
    spans[""] = min(begin, end), end
    heading = opened.heading
    if heading is None and text[:1] in _block_letters():
        heading = _opened_by(text)
        if heading is not None:
            spans["heading"] = start, start + len(heading)
    return _make_paragraph(opened.number, opened.marking, heading, text, runs, spans, opened.form)


@cache
def _block_letters() -> frozenset[str]:
    """The letters that words which open a block begin with."""
    return frozenset("".join(firsts for firsts, _ in openings("state:block_begin")))

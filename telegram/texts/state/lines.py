"""The lines of a State text, without artefacts, and what printers and archives put between them.

A copy may hold pilcrows and dead links before numbers, characters written as in HTML, and blanks of
every kind. A `TextLine` shows the line without them and keeps the place of each character, so that
spans point into the source.

Here: lines, pieces, and lines that nobody typed. Elsewhere: what the typed lines mean
(`head`, `body`).
"""

from enum import Enum
from html import unescape

from attrs import define, frozen

from telegram.lines import View, clean, tidied
from telegram.source import Span
from telegram.syntax import matcher, openings_of
from telegram.values.trusted import trusted

LONG = 4_000
"""Characters of a line of the head that are looked at."""
SHORT = 160
"""Characters that a heading, a signature or a printed line has at most."""
OPENING = 64
"""Characters of a longer line that are looked at, for a number and a mark."""
RULERS = ("----", "====", "____", "****")
"""What a ruled line begins with."""
_PILCROW = "\xb6"
_TRAILING = " \t\xa0"
_LEADING_BLANKS = " \t\xa0\xb6"
_LEADING = " &[\t\xa0\xb6"


class PieceKind(Enum):
    """What a piece of a State text is."""

    CLASSIFICATION = "classification line"
    CAPTION = "caption"
    PASS_LINE = "attention or passing line"
    CORRECTED = "corrected copy"
    EXECUTIVE_ORDER = "E.O. line"
    TAGS = "TAGS"
    SUBJECT = "subject"
    REFERENCES = "references"
    NOTICE = "notice"
    CLASSIFIED_BY = "classified by"
    LABELLED = "labelled line"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    RULE = "ruled line"
    SIGNATURE = "signature"
    DOWNGRADING = "downgrading group"
    NOTE = "service note"
    PAGE = "page line"
    BANNER = "classification banner"
    STAMP = "release stamp"
    PARTIAL = "notice of an extract"
    BLANK = "blank"
    OTHER = "other"


PRINTED = frozenset((PieceKind.PAGE, PieceKind.BANNER, PieceKind.STAMP, PieceKind.PARTIAL))
"""What nobody typed: a sentence goes on beyond it."""


@frozen
class Piece:
    """A part of the text; the spans of all pieces tile it."""

    kind: PieceKind
    span: Span


_make_span = trusted(Span)


@define(eq=False)
class TextLine:
    """A physical line, or a part of one where a copy ran several together.

    :ivar start: where it begins in the source.
    :ivar content: where its characters end, before the line ending.
    :ivar after: where the next line begins.
    :ivar text: what it says, without artefacts.
    :ivar base: where the text begins in the source.
    """

    start: int
    content: int
    after: int
    text: str
    _view: View | None
    base: int = 0
    _unseen: tuple[str, int] | None = None

    @property
    def view(self) -> View | None:
        """The places of the characters; None where they follow each other in the source."""
        if self._unseen is not None:
            source, stop = self._unseen
            self._view = clean(source, self.base, stop)
            self._unseen = None
        return self._view

    def span(self, first: int, last: int) -> Span:
        """The source span of a range of the line's text."""
        view = self.view
        if view is not None:
            return view.span(first, last)
        return _make_span(self.base + first, self.base + last)

    def offset(self, at: int) -> int:
        """The place in the source of a character of the line's text."""
        view = self.view
        return self.base + at if view is None else view.offsets[at]

    def whole(self) -> Span:
        """The source span of the line's text."""
        return self.span(0, len(self.text))

    def seen(self, first: int = 0) -> View:
        """A view of the line from an offset in its text."""
        if self.view is not None:
            return self.view.part(first, len(self.text))
        offsets = range(self.base + first, self.base + len(self.text) + 1)
        return View(self.text[first:], tuple(offsets))


def line_of(source: str, start: int, content: int, after: int, most: int = LONG) -> TextLine:
    """The line between two offsets; of one longer than `most`, its beginning is looked at."""
    if content == start:
        return TextLine(start, content, after, "", None, start)
    stop = content
    if content - start <= most:
        raw = source[start:content]
        if (
            raw.isascii()
            and raw.isprintable()
            and raw[0] not in _LEADING
            and raw[-1] != " "
            and "  " not in raw
            and "](" not in raw
            and "&" not in raw
            and "\\" not in raw
        ):
            return TextLine(start, content, after, raw, None, start)
    else:
        stop = start + (OPENING if most == SHORT else most)
    raw = source[start:stop].rstrip(_TRAILING)
    stop = start + len(raw)
    begin = start
    if raw[:1] in _LEADING:
        begin = stop - len(raw.lstrip(_LEADING_BLANKS))
        if source[begin : begin + 1] == "[":
            link = matcher("state:dead_link").match(source, begin, stop)
            if link is not None:
                begin = link.end()
        raw = source[begin:stop]
    if raw.isascii() and raw.isprintable() and "&" not in raw and "\\" not in raw:
        if "  " not in raw and raw[:1] != " " and "](" not in raw:
            return TextLine(start, content, after, raw, None, begin)
        return TextLine(start, content, after, tidied(raw), None, begin, (source, stop))
    view = clean(source, begin, stop)
    if view is None:
        view = View(source[begin:stop], tuple(range(begin, stop + 1)))
    if "&" in view.text:
        view = _decoded(view)
    if _PILCROW in view.text:
        view = _without_pilcrows(view)
    return TextLine(start, content, after, view.text, view, begin)


def _without_pilcrows(view: View) -> View:
    kept = [i for i, c in enumerate(view.text) if c != _PILCROW]
    text = "".join(view.text[i] for i in kept)
    offsets = (*(view.offsets[i] for i in kept), view.offsets[-1])
    blank = len(text) - len(text.lstrip(" "))
    return View(text[blank:], offsets[blank:], view.artefacts)


def _decoded(view: View) -> View:
    """A view whose HTML characters are read."""
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in matcher("state:entity").finditer(view.text):
        first, last = found.span()
        sign = unescape(found.group())[:1]
        parts += [view.text[at:first], sign]
        offsets += [*view.offsets[at:first], *view.offsets[first : first + len(sign)]]
        at = last
    parts.append(view.text[at:])
    offsets += view.offsets[at:]
    return View("".join(parts), tuple(offsets), view.artefacts)


def printed_kind(text: str) -> PieceKind | None:
    """What a line is that a printer, a terminal or an archive put into a text; None for others.

    >>> printed_kind("PAGE 02 PORT M 01402 01 OF 02 191102Z").value
    'page line'
    """
    opens, last = text[:2] in _OPENINGS, text[-1:] in _LAST
    stamped = "State" in text or text[:7] == "RELEASE"
    if not (opens or last or stamped) or len(text) > SHORT:
        return None
    if opens:
        if text[:5] == "PAGE ":
            return PieceKind.PAGE if _page_line(text) else None
        if len(text) < 30 and matcher("state:state_banner").fullmatch(text):
            return PieceKind.BANNER
        if text[:12] == "This record " and matcher("state:partial_extract").fullmatch(text):
            return PieceKind.PARTIAL
    if last and (
        (" OF " in text and matcher("state:page_mark").fullmatch(text))
        or (text[-1] == "Z" and matcher("state:page_line_second").fullmatch(text))
    ):
        return PieceKind.PAGE
    if last and text[-3:-2] == ":" and matcher("state:written_date").fullmatch(text):
        return PieceKind.STAMP
    if stamped:
        for rule in _STAMPS:
            if matcher(rule).fullmatch(text):
                return PieceKind.STAMP
    return None


_OPENINGS = openings_of("state:state_banner", "state:page_line", "state:partial_extract")
_LAST = frozenset("Z0123456789")
"""What page marks, and page lines without the word, end with."""


def _page_line(text: str) -> bool:
    """Whether a line is the page line of a terminal, or a relay's, which names a station."""
    if matcher("state:page_line").fullmatch(text):
        return True
    match = matcher("plaindress:page_line").fullmatch(text)
    return match is not None and match["page_station"] is not None


_STAMPS = ("state:release_case", "state:release_decision", "state:release_review")


def unwrapped(lines: list[str]) -> str:
    """Lines joined into one: a blank between, none after a hyphen inside a word or a range.

    >>> unwrapped(["MEETS, MARCH 17-", "19, 2003", "AND -", "AGAIN"])
    'MEETS, MARCH 17-19, 2003 AND - AGAIN'
    """
    text = ""
    for line in lines:
        word = line.strip(_TRAILING)
        if not word:
            continue
        if text and not (text[-1] == "-" and text[-2:-1].isalnum()):
            text += " "
        text += word
    return text

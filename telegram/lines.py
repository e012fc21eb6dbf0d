"""The lossless layer: pieces of the source, each with the format line it was taken for.

Pieces tile the source: every character, blank lines and line ends included, is in exactly one. A
piece is mostly a whole physical line; where a copy ran several format lines together it is a part
of one, and where a copy wrapped one it spans several.

A piece that holds artefacts of copying is matched in a *view*: the text without them, with the
offset of every character, so that spans still point into the source.

Here: `FormatLine`, `Line`, and views. Elsewhere: which line is which (`parsing`).
"""

import re
from enum import Enum
from functools import lru_cache

from attrs import field, frozen

from telegram.source import Span
from telegram.syntax import matcher


class FormatLine(Enum):
    """The numbered parts of a telegram, and what copies print beside them.

    :Source: 5 FAH-2 H-321; NAVEDTRA 14226. The `#` validation is FL15 there, FL14 in the Navy's
             GENSER lesson.
    """

    FL1 = "transmission identification"
    FL2 = "routing"
    FL3 = "calling station"
    FL4 = "security warning and transmission instructions"
    FL5 = "precedence and date-time group"
    FL6 = "originator"
    FL7 = "action addressees"
    FL8 = "information addressees"
    FL9 = "exempt addressees"
    FL10 = "accounting symbol and group count"
    FL11 = "break before the text"
    FL12 = "text"
    FL13 = "break after the text"
    FL14 = "time group"
    FL15 = "validation and final instructions"
    FL16 = "end of message"
    BANNER = "classification banner"
    PRECEDENCE_WORD = "precedence word"
    PAGE = "page line"
    DISTRIBUTION = "distribution block"
    INTRUSION = "printed between format lines"
    BLANK = "blank"
    UNRECOGNISED = "unrecognised"
    AFTER = "after the end of the message"

    __hash__ = object.__hash__  # an enumeration hashes its members' names each time

    @property
    def number(self) -> int | None:
        """1 to 16, or None for what has no number."""
        return int(self.name[2:]) if self.name[2:].isdigit() else None


class Artefact(Enum):
    """Traces of how a copy was kept, each read as if it were not there."""

    LEADING_BLANKS = "leading blanks"
    DOUBLED_BLANKS = "doubled blanks"
    TAB = "tab"
    NO_BREAK_SPACE = "no-break space"
    MARKDOWN_LINK = "markdown link"
    MARKDOWN_BACKSLASH = "markdown backslash"
    SMART_QUOTE = "typographic quotation mark"
    BYTE_ORDER_MARK = "byte-order mark"
    INVISIBLE = "invisible character"
    FUNCTION = "teleprinter function character"


@frozen
class View:
    """A text without artefacts, with the source offset of each of its characters and of its end."""

    text: str
    offsets: tuple[int, ...] = field(repr=False)
    artefacts: tuple[tuple[Artefact, Span], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The source span of a range of the view."""
        if end <= start:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def part(self, start: int, end: int) -> "View":
        """The view of a range."""
        first, last = self.offsets[start], self.offsets[end]
        within = tuple(a for a in self.artefacts if first <= a[1].start and a[1].end <= last)
        return View(self.text[start:end], self.offsets[start : end + 1], within)

    def joined(self, other: "View", between: str = "") -> "View":
        """This view and a later one; what is put between stands at the end of this one."""
        return View(
            self.text + between + other.text,
            self.offsets[:-1] + (self.offsets[-1],) * len(between) + other.offsets,
            self.artefacts + other.artefacts,
        )


_LINK = r"\[(?P<shown>[^\[\]\n]{0,200}+)\]\((?:\#|(?:https?:/|\.{0,2})/[^()\s]{0,500}+)\)"
_LINKS = re.compile(_LINK)
_MARKS = re.compile(
    r"(?P<leading>\A[ \t\xa0]+)"
    rf"|{_LINK}"
    r"|(?P<blanks>[ \t\xa0]{2,}|[\t\xa0])"
    r"|(?P<single>[‘’])|(?P<double>[“”])"
    r"|(?P<bom>\ufeff)|(?P<invisible>[\xad\u200b-\u200f\u2060]+)"
    r"|(?P<backslash>\\(?=[!-/:-@\[\]-`{-~]|\Z))"  # before punctuation, or a hard line break
    r"|(?P<function>[\x00-\x08\x0b\x0e-\x1f\x7f]+)"
)


_TRAILING = " \t\xa0"
_BEFORE_LINKS = " \t\xa0\xb6"
"""Blanks and pilcrows, which the same copies put before numbers."""


def dead_link(text: str, start: int, end: int) -> Span | None:
    """The link that a web copy put before the number at the start of a line; None without one.

    What it shows is no part of the line: ``[1](#)5.`` is paragraph 5.

    >>> dead_link("[1](#)5. THE HARBOR IS OPEN.", 0, 28), dead_link("[A.](#) 08 STATE 1", 0, 18)
    (Span(start=0, end=6), None)
    """
    at = start
    while at < end and text[at] in _BEFORE_LINKS:
        at += 1
    if text[at : at + 1] != "[":
        return None
    found = matcher("state:dead_link").match(text, at, end)
    return None if found is None else Span(at, found.end())


def is_tidy(content: str) -> bool:
    """Whether a text can have no artefact but blanks: a quick test for what most lines are."""
    return content.isascii() and content.isprintable() and not ("](" in content or "\\" in content)


def tidied(content: str) -> str:
    """What `clean` shows of printable ASCII characters without backslashes, without the places."""
    if "](" not in content:
        return " ".join(content.split())
    if "  " not in content and content[:1] != " ":  # links are the only artefacts
        return "".join(_LINKS.split(content)).strip(" ")
    return _MARKS.sub(_without_mark, content).strip(" ")


def shown(text: str, start: int, end: int) -> str:
    """A range of a text as `clean` shows it, without the places; the range itself, without the
    blanks at its end, where it has no artefacts.
    """
    content = text[start:end].rstrip(_TRAILING)
    if content.isascii() and content.isprintable() and "\\" not in content:
        if "  " not in content and content[:1] != " " and "](" not in content:
            return content
        return tidied(content)
    return _MARKS.sub(_as_shown, content).strip(" ")


def _without_mark(mark: re.Match[str]) -> str:
    return mark["shown"] if mark.lastgroup == "shown" else " "


_SHOWN_AS = {"single": "'", "double": '"', "blanks": " "}
"""What stands for a mark in a view, beside what a link shows; nothing for the others."""


def _as_shown(mark: re.Match[str]) -> str:
    kind = mark.lastgroup or ""
    return mark["shown"] if kind == "shown" else _SHOWN_AS.get(kind, "")


def clean(text: str, start: int, end: int) -> View | None:
    """The view of a range of a text without artefacts; None where there are none.

    Blanks at the end are no artefact, but no-break spaces are: a view is without both, and a range
    that has nothing else than blanks at its end has no view.
    """
    content = text[start:end].rstrip(_TRAILING)
    if is_tidy(content) and content[:1] != " " and "  " not in content:
        stop = start + len(content)
        if "\xa0" not in text[stop:end]:
            return None
        places = ((Artefact.NO_BREAK_SPACE, Span(stop, end)),)
        return View(content, tuple(range(start, stop + 1)), places)
    return (_recent if len(content) <= _LONGEST_RECENT else _view)(content, start)


def _view(content: str, start: int) -> View:
    """The view of a range that begins at `start` and may have artefacts."""
    parts: list[str] = []
    offsets: list[int] = []
    artefacts: list[tuple[Artefact, Span]] = []
    at = 0
    for match in _MARKS.finditer(content):
        first, last = match.span()
        if at < first:
            parts.append(content[at:first])
            offsets += range(start + at, start + first)
        at = last
        kind = match.lastgroup or ""
        artefact = _ARTEFACTS.get(kind) or _blank_kind(match.group())
        artefacts.append((artefact, Span(start + first, start + last)))
        if kind == "shown":
            parts.append(match["shown"])
            first, last = match.span("shown")
            offsets += range(start + first, start + last)
        elif kind in _SHOWN_AS:
            parts.append(_SHOWN_AS[kind])
            offsets.append(start + first)
    parts.append(content[at:])
    offsets += range(start + at, start + len(content) + 1)
    view = View("".join(parts), tuple(offsets), tuple(artefacts))
    # A link, a mark or a function at an edge may have hidden a blank: once more, on what is left.
    stripped = view.text.strip(" ")
    if len(stripped) != len(view.text):
        first = len(view.text) - len(view.text.lstrip(" "))
        kept = view.part(first, first + len(stripped))
        return View(kept.text, kept.offsets, view.artefacts)
    return view


_LONGEST_RECENT = 500
_recent = lru_cache(maxsize=64)(_view)
"""Heading, text and checks look at the same lines one after the other."""
_ARTEFACTS = {
    "shown": Artefact.MARKDOWN_LINK,
    "single": Artefact.SMART_QUOTE,
    "double": Artefact.SMART_QUOTE,
    "leading": Artefact.LEADING_BLANKS,
    "bom": Artefact.BYTE_ORDER_MARK,
    "invisible": Artefact.INVISIBLE,
    "backslash": Artefact.MARKDOWN_BACKSLASH,
    "function": Artefact.FUNCTION,
}
"""The artefact of each group of `_MARKS`; blanks are of several kinds."""


def _blank_kind(blanks: str) -> Artefact:
    if "\xa0" in blanks:
        return Artefact.NO_BREAK_SPACE
    return Artefact.TAB if "\t" in blanks else Artefact.DOUBLED_BLANKS


@frozen
class Line:
    """A piece of the source and the format line it was taken for.

    :ivar format_line: what it is.
    :ivar span: the piece, its line ending included; the spans of a message's lines tile its source.
    :ivar content: the piece without line ending and trailing blanks.
    :ivar rule: the grammar rule that matched it, or None.
    :ivar damaged: whether that rule is a widened one.
    :ivar fields: what the rule captured: name, text and span of each.
    :ivar artefacts: traces of copying in it.
    """

    format_line: FormatLine
    span: Span
    content: Span
    text: str = field(repr=False)
    rule: str | None = None
    damaged: bool = False
    fields: tuple[tuple[str, str, Span], ...] = field(default=(), repr=False)
    artefacts: tuple[tuple[Artefact, Span], ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.text

"""What tells the sections of one telegram from those of another, and which section one is.

An originator uses no date-time group twice within a day, so that both together identify a message;
a State telegram has its message reference number besides.

Here: `Identity`, `Section`, and the lines that say a section. Elsewhere: their order (`joining`).
"""

from attrs import field, frozen

from telegram.lines import View, clean
from telegram.model import Telegram
from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.state.text import StateText

LONGEST_LINE = 400
"""Characters of a line that are looked at."""


@frozen
class Identity:
    """What the sections of a telegram share; None where a message does not say it.

    :Shape:  originator: the name; dtg: as written; mrn: post and number.
    :Source: NAVEDTRA 14226 ch. 1; public telegrams (usage).
    """

    originator: str | None
    dtg: str | None
    mrn: tuple[str, int] | None

    @property
    def named(self) -> bool:
        """Whether the message says anything of it."""
        return self != Identity(None, None, None)

    @property
    def keys(self) -> tuple[tuple[object, ...], ...]:
        """What sections of the same telegram are looked up by, the surest first."""
        keys: list[tuple[object, ...]] = []
        if self.dtg is not None and self.mrn is not None:
            keys.append((self.originator, self.dtg, self.mrn))
        if self.mrn is not None:
            keys.append((self.originator, self.mrn))
        if self.dtg is not None and self.originator is not None:
            keys.append((self.originator, self.dtg))
        return tuple(keys)

    def agrees(self, other: "Identity") -> bool:
        """Whether nothing that both name differs."""
        return all(
            one is None or two is None or one == two
            for one, two in (
                (self.originator, other.originator),
                (self.dtg, other.dtg),
                (self.mrn, other.mrn),
            )
        )

    def completed(self, other: "Identity") -> "Identity":
        """With what only the other names."""
        return Identity(
            self.originator or other.originator, self.dtg or other.dtg, self.mrn or other.mrn
        )

    def __str__(self) -> str:
        mrn = f"{self.mrn[0]} {self.mrn[1]}" if self.mrn is not None else None
        return ", ".join(part for part in (self.originator, self.dtg, mrn) if part)


def identity_of(message: Telegram) -> Identity:
    """What a message says of the telegram it belongs to."""
    heading = message.heading
    mrn: tuple[str, int] | None = None
    text = message.text
    if isinstance(text, StateText) and text.post is not None and text.number is not None:
        mrn = text.post, int(text.number)
    originator = " ".join(heading.originator.name.split()) if heading.originator else None
    return Identity(originator, str(heading.dtg) if heading.dtg is not None else None, mrn)


@frozen
class Section:
    """A message and which section of a telegram it is.

    :ivar index: its place among the messages given.
    :ivar number: which section; None where it does not say.
    :ivar total: how many it says there are.
    :ivar covers: the sections in its text: several in a copy that joins them already.
    """

    index: int
    message: Telegram = field(repr=False)
    number: int | None
    total: int | None
    covers: frozenset[int]


def section_of(index: int, message: Telegram) -> Section:
    """The section that a message is: by its text, else by the serial number of FL3."""
    text, station = message.text, message.heading.station
    said = message.section or (text.section if isinstance(text, StateText) else None)
    if said is None:
        number = int(station.section) if station is not None and station.section else None
        covers = frozenset(() if number is None else (number,))
        return Section(index, message, number, None, covers)
    number, total = said
    inside = {marked for _, marked in marked_lines(message)}
    whole = isinstance(text, StateText) and any(p.pages and p.number == p.pages for p in text.pages)
    held = frozenset((number, *inside, *(range(number, total + 1) if whole else ())))
    return Section(index, message, number, total, held)


def words_of(source: str, start: int, content: int) -> str:
    """A line without artefacts, as far as it is looked at."""
    content = min(content, start + LONGEST_LINE)
    view = clean(source, start, content)
    return view.text if view is not None else source[start:content].rstrip(" \t\xa0")


def view_of(source: str, start: int, content: int) -> View:
    """The same with the places of its characters."""
    content = min(content, start + LONGEST_LINE)
    view = clean(source, start, content)
    if view is not None:
        return view
    words = source[start:content].rstrip(" \t\xa0")
    return View(words, tuple(range(start, start + len(words) + 1)))


_CLASS_LINES = ("state:class_line", "plaindress:classification_line", "state:class_line_damaged")


def is_class_line(words: str) -> bool:
    """Whether a line is a classification line of State or another dialect."""
    return any(matcher(rule).fullmatch(words) is not None for rule in _CLASS_LINES)


def mark_in(words: str) -> tuple[int, int] | None:
    """The range of the section mark in a line that is one, or in a classification line.

    >>> mark_in("UNCLAS SECTION 02 OF 03 PORT MERIDIAN 000412")
    (6, 23)
    >>> mark_in("SEE SECTION 2 OF 3 LAWS")
    """
    if " OF " not in words and "SECT" not in words:
        return None
    whole = matcher("plaindress:section_line")
    if whole.fullmatch(words) is not None:
        return 0, len(words)
    for rule in _CLASS_LINES:
        match = matcher(rule).fullmatch(words)
        groups = match.groupdict() if match is not None else {}
        if match is not None and groups.get("section_misspelt"):
            return match.span("section_misspelt")
        if groups.get("section_total") or groups.get("state_section_total"):
            found = whole.search(words)
            return found.span() if found is not None else None
    return None


def marked_lines(message: Telegram) -> list[tuple[Span, int]]:
    """The section marks in the lines of a text that say a section: the place and the number."""
    source, text = message.source.text, message.text.span
    found: list[tuple[Span, int]] = []
    if source.find("SECTION", text.start, text.end) < 0:
        return found
    for start, content, _ in line_bounds(source, text.start, text.end):
        if "SECTION" in source[start : min(content, start + LONGEST_LINE)]:
            view = view_of(source, start, content)
            mark = mark_in(view.text)
            match = mark and matcher("plaindress:section_line").search(view.text)
            if mark and match:
                number = int(match["section_number"] or match["section_total"])
                found.append((view.span(*mark), number))
    return found

"""Where a message says how its text is protected: the line or banner above it, and portion marks.

The readers of texts know the marks of State paragraphs. In other texts a mark is taken for one by
its place, at the start of a paragraph, an item or a set, and by its first word, a level. That is
not enough for a lone letter: ``(C)`` may be the third item of a list. So a text in which ``(A)`` or
``(B)`` opens a paragraph has no marks of one letter.

Here: the surfaces with their places, and the regime of each. Elsewhere: what is wrong with them
(`protection`).
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from attrs import define, evolve, frozen

from telegram.checks.scope import dialect_of, reading_of
from telegram.diagnostics import Diagnostic, Edit, FieldError
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.parsing.body import Opening
from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.sets.text import SetsText
from telegram.texts.state.text import StateText
from telegram.values.markings.line import LineMarking, banner_words, written_as_banner
from telegram.values.markings.marking import Marking
from telegram.values.markings.portion_marking import PortionMarking
from telegram.values.markings.reading import judged
from telegram.values.markings.regimes import regime_on
from telegram.values.markings.shape_rules import BLANK_IN_MARK, MARK_IN_SMALL_LETTERS

_STATE_DIALECTS = ("acp127-us", "state-1970s", "state-smart")
_OF_THE_FORM = (MARK_IN_SMALL_LETTERS, BLANK_IN_MARK)
"""What TG675 says of the opening of a State paragraph."""
_LETTERS = "CSU"
"""Levels that a portion mark writes with one letter."""
_LONGEST_LEAD = 80
"""Characters of a line in which a portion mark must begin."""


@frozen
class Portion:
    """A portion mark in its place.

    :ivar text: the mark, its parentheses included.
    :ivar place: where it stands.
    :ivar where: what it marks, in words.
    :ivar value: the marking; None where none can be read.
    :ivar found: what is wrong with it, at places in the source.
    :ivar subject: whether it marks the subject.
    """

    text: str
    place: Span
    where: str
    value: PortionMarking | None
    found: tuple[Diagnostic, ...]
    subject: bool = False


@define(eq=False)
class Surfaces:
    """What a message says about its protection.

    :ivar telegram: the message.
    """

    telegram: Telegram

    @cached_property
    def opening(self) -> Opening | None:
        """The line of the text that is the classification line, or a banner."""
        if dialect_of(self.telegram).labels:
            return None  # a banner, which no line of the text repeats
        return reading_of(self.telegram).body.opening

    @cached_property
    def banner(self) -> Marking | None:
        """The marking of an opening line that is a banner; None for a classification line."""
        if self.opening is None or not written_as_banner(self.opening.words):
            return None
        try:
            return Marking.parse(banner_words(self.opening.words))
        except FieldError:
            return None

    @cached_property
    def line(self) -> LineMarking | None:
        """The classification line of the text; None without, and where a banner stands there."""
        said = self.telegram.classification
        return said.parts if said is not None and self.opening is not None else None

    @cached_property
    def place(self) -> Span:
        """The level of the classification line, or a whole banner."""
        level, opening = reading_of(self.telegram).body.class_span, self.opening
        if level is not None and self.banner is None:
            return level
        return opening.place(0, len(opening.words)) if opening is not None else Span(0, 0)

    @cached_property
    def printed(self) -> tuple[tuple[str, Span], ...]:
        """Banners that were printed above the text, or between the lines of the heading."""
        return tuple(
            (line.text.strip(), line.content)
            for line in self.telegram.lines
            if line.format_line is FormatLine.BANNER
        )

    @cached_property
    def day(self) -> date | None:
        """The day of the text; None where its date-time group does not say."""
        dtg = self.telegram.heading.first.dtg
        try:
            return dtg.resolve(self.telegram.pivot).date() if dtg is not None else None
        except (FieldError, OverflowError):
            return None

    @property
    def state(self) -> bool:
        """Whether the rules of State telegrams hold."""
        kind, dialect = self.telegram.text.kind, self.telegram.dialect
        return kind == "state" or (kind == "plain" and dialect in _STATE_DIALECTS)

    @cached_property
    def line_regime(self) -> str:
        """The regime of the classification line."""
        coded = self.line is not None and self.line.subject_code is not None
        if coded or self.telegram.text.kind == "sets":
            return "navy"
        return "state" if self.state or self.telegram.dialect is None else "dod-2012"

    @cached_property
    def portion_regime(self) -> str:
        """The regime of portion marks: that of the date, except in State telegrams."""
        if self.telegram.text.kind == "state":
            return "state"
        return regime_on(self.day) if self.day is not None else "telegram"

    @property
    def sectioned(self) -> bool:
        """Whether other sections hold more of the text, and perhaps its highest portion."""
        section = self.telegram.section
        return section is not None and section[1] > 1

    @cached_property
    def portions(self) -> tuple[Portion, ...]:
        """The portion marks, in the order of the text."""
        text = self.telegram.text
        if isinstance(text, StateText):
            return tuple(self._of_state(text))
        return tuple(self._opening_marks())

    @cached_property
    def complete(self) -> bool:
        """Whether every portion of the whole text is known to be marked."""
        text = self.telegram.text
        if self.sectioned or not self.portions:
            return False
        if isinstance(text, StateText):
            marks = [p.marking for p in text.paragraphs if p.number is not None]
            return text.body.entire is not None or (bool(marks) and all(marks))
        return isinstance(text, SetsText) and text.remarks is not None and not self.unmarked

    @cached_property
    def unmarked(self) -> tuple[tuple[str, Span], ...]:
        """Numbered paragraphs of remarks without a mark: number and place."""
        text = self.telegram.text
        if not isinstance(text, SetsText) or text.remarks is None:
            return ()
        marked = {portion.place.start for portion in self.portions}
        return tuple(
            (paragraph.number, Span(paragraph.span.start, paragraph.span.start + 1))
            for paragraph in text.remarks.paragraphs
            if paragraph.number is not None
            and not paragraph.text.startswith("RELEASED BY")
            and not any(start in marked for start in range(*_lead(paragraph.span)))
        )

    def _of_state(self, text: StateText) -> Iterator[Portion]:
        if text.subject_marking is not None:
            place = text.field_spans["subject_marking"]
            yield self._portion(text.at(place), place, "the subject", subject=True)
        if text.body.entire is not None and text.paragraphs:
            opened = text.paragraphs[0]
            level = text.body.entire
            place = opened.spans.get("entire", opened.span)
            value = _value(f"({level})", self.portion_regime)
            yield Portion(f"({level})", place, "the entire text", value, ())
        for paragraph in text.paragraphs:
            where = f"paragraph {paragraph.number}" if paragraph.number else "a paragraph"
            if paragraph.marking is not None:
                inside = paragraph.spans["marking"]
                place = _in_parentheses(self.telegram.source.text, inside)
                portion = self._portion(place.of(self.telegram.source.text), place, where)
                kept = tuple(d for d in portion.found if d.rule not in _OF_THE_FORM)
                yield evolve(portion, found=kept) if kept != portion.found else portion
            for item in paragraph.items:
                match = matcher("markings:opening_mark").match(item.text)
                if match is not None and match["opening_item"] is None:
                    mark, mended = match["opening_mark"], f"item {item.mark} of {where}"
                    value = _value(mark, self.portion_regime)
                    yield Portion(mark, item.span, mended, value, ())

    def _opening_marks(self) -> Iterator[Portion]:
        """Marks at the start of paragraphs, items and sets."""
        source, span = self.telegram.source.text, self.telegram.text.span
        found, listed, parted = [], False, True
        match_at = matcher("markings:opening_mark").match
        for start, content, _ in line_bounds(source, span.start, span.end):
            first = start
            while first < content and source[first] in " \t\xa0":
                first += 1
            if first == content:
                parted = True
                continue
            listed = listed or _letter(source, first) not in ("", *_LETTERS)
            if source.find("(", first, min(first + _LONGEST_LEAD, content)) >= 0:
                match = match_at(source, first, content)
                if match is not None and (parted or match["opening_item"] is not None):
                    found.append(match)
            parted = False
        for match in found:
            mark = match["opening_mark"]
            place = Span(*match.span("opening_mark"))
            if listed and len(mark) == len("(C)"):
                continue
            portion = self._portion(mark, place, _named(match["opening_item"] or ""))
            # One slant, a hyphen or a comma part many things that are no controls.
            if portion.value is not None and ("//" in mark or not portion.value.marking.other):
                yield portion

    def _portion(self, text: str, place: Span, where: str, *, subject: bool = False) -> Portion:
        """A mark as written, with its faults."""
        mark = text.replace("\xa0", " ")
        reading = judged(mark, "portion", self.portion_regime, banner=self.banner, on=self.day)
        if reading.marking is None:
            return Portion(mark, place, where, None, (), subject)
        placed = tuple(
            moved(d, lambda a, b: Span(place.start + a, place.start + b)) for d in reading.found
        )
        return Portion(mark, place, where, PortionMarking(reading.marking, mark), placed, subject)


def moved(found: Diagnostic, place: Callable[[int, int], Span]) -> Diagnostic:
    """A finding in a marking, with its fix, at its place in the source."""
    fix = found.fix and evolve(
        found.fix,
        edits=tuple(Edit(place(e.span.start, e.span.end), e.text) for e in found.fix.edits),
    )
    return evolve(found, span=place(found.span.start, found.span.end), fix=fix)


def _value(mark: str, regime: str) -> PortionMarking | None:
    try:
        return PortionMarking.parse(mark, regime)
    except FieldError:
        return None


def _named(item: str) -> str:
    """The portion that a set name or a number opens, in words."""
    if item.startswith("SUBJ/"):
        return "the subject"
    number = item.rpartition("/")[2].strip(" .")
    return f"portion {number}" if number else "a portion"


def _lead(span: Span) -> tuple[int, int]:
    """The offsets at which the mark of a paragraph may stand."""
    return span.start, min(span.end, span.start + 12)


def _letter(source: str, at: int) -> str:
    """A lone letter in parentheses at a place, or an empty text."""
    sign = source[at + 1 : at + 2]
    return sign if source[at : at + 3] == f"({sign})" and sign.isalpha() else ""


def _in_parentheses(source: str, inside: Span) -> Span:
    """The span of a mark with its parentheses, blanks inside them included."""
    first, last = inside.start, inside.end
    while first > 0 and source[first - 1] in " \t\xa0":
        first -= 1
    while last < len(source) and source[last] in " \t\xa0":
        last += 1
    whole = source[first - 1 : first] == "(" and source[last : last + 1] == ")"
    return Span(first - 1, last + 1) if whole else inside

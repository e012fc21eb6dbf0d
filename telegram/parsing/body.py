"""What follows the heading: where the text ends, its classification line and its page lines.

The first BT ends the heading; the last BT that only FL14 to FL16 follow ends the text (`ending`).
"""

from collections.abc import Iterator
from functools import cached_property

from attrs import define, evolve, frozen

from telegram.dialects import dialect
from telegram.framing import next_start
from telegram.lines import FormatLine, View, clean
from telegram.model import Ending
from telegram.parsing.ending import END_SIGN, read_ending
from telegram.parsing.records import HeadingReading, Record
from telegram.source import Span, line_bounds, next_ending
from telegram.syntax import matcher
from telegram.values.classification import (
    Classification,
    ClassificationLine,
    classification_line_of,
    classification_line_read,
)
from telegram.values.trusted import trusted

_LINES_TO_CLASS = 14
"""Lines that are not blank among which the classification line is looked for."""
_LINES_TO_CODE = 40
"""Lines among which a second classification line with a subject code is looked for."""
_LINES_TO_SECTION = 4
"""Lines among which a section line of its own is looked for."""
_LONGEST_LINE = 2_000
"""Characters of a line that are looked at."""
_TRAILING = " \t\xa0"


@frozen
class Opening:
    """The line that says the classification: its words, and where each of them stands."""

    words: str
    view: View | None
    start: int

    def place(self, first: int, last: int) -> Span:
        """The source span of a range of the words."""
        if self.view is not None:
            return self.view.span(first, last)
        return Span(self.start + first, self.start + last)


@define(eq=False, weakref_slot=False)
class Body:
    """The text and what follows it; what the text's first lines say is read when asked for.

    :ivar span: the place of FL12.
    :ivar ending: FL14 to FL16.
    :ivar records: pieces from the end of the text to the end of the source.
    :ivar following: where a further message begins.
    """

    span: Span
    ending: Ending
    records: list[Record]
    following: int | None
    _text: str
    _heading: HeadingReading

    @cached_property
    def text_records(self) -> list[Record]:
        """Page lines within the text."""
        return _pages(self._text, self.span.start, self.span.end)

    @cached_property
    def _class(self) -> "_Class":
        return _classification(self._text, self.span.start, self.span.end, self._heading)

    @property
    def classification(self) -> ClassificationLine | None:
        """The classification line, or a banner."""
        return self._class[0]

    @property
    def class_span(self) -> Span | None:
        """The place of the classification line's level; None without."""
        return self._class[1]

    @property
    def opening(self) -> Opening | None:
        """The line of the text that is the classification line, or a banner; None without."""
        return self._class[2]

    @property
    def section(self) -> tuple[int, int] | None:
        """Section number and total."""
        return self._class[3]


_make_body = trusted(Body)
_make_span = trusted(Span)


def read_body(text: str, heading: HeadingReading) -> Body:
    """Read what follows a heading."""
    start = heading.body
    sign = text.find(END_SIGN, start)
    following = _following(text, heading, sign)
    if following is not None and following < start:
        following = None
    stop = len(text) if following is None else following
    end, records, ending = read_ending(text, start, stop, signed=sign >= 0)
    if following is not None:
        size = len(text)
        records.append(Record(FormatLine.AFTER, None, False, following, size, size, None, None, 0))
    return _make_body(_make_span(start, end), ending, records, following, text, heading)


_ENDS = ("NNNN", "ZCZC", "\f")
_BEGUN = ("plaindress:fl5", "plaindress:fl6")


def _following(text: str, heading: HeadingReading, sign: int) -> int | None:
    """Where a further message begins; a heading that was read is not read once more for it.

    `sign` is where the first sign of an end stands below the heading; below zero without one.
    """
    start, first = heading.body, -1
    printed = dialect(heading.dialect).printed
    for label, candidate, begin, content, _, _, view, _ in heading.taken:
        if first < 0 and label is not FormatLine.BLANK:
            first = content
        if candidate is not None and candidate.name in _BEGUN and view is None:
            ended = max([text.find(sign, first, start) for sign in _ENDS]) >= 0
            if ended or text.find("--", begin, start) >= 0:
                break
            return next_start(text, start, begun=True, opened=printed, known=sign)
    return next_start(text, heading.taken[0][2] if heading.taken else start)


# ---- the classification line and pages ---------------------------------------------------------


_Class = tuple[ClassificationLine | None, Span | None, Opening | None, tuple[int, int] | None]


def _classification(text: str, start: int, end: int, heading: HeadingReading) -> _Class:
    """The classification line, the places of its level and of the whole, and the section.

    The line is the first that begins with a level; a subject code may stand on a later one. Where
    none does, the first line may be one that is misspelt, or a banner.
    """
    line: ClassificationLine | None = None
    span: Span | None = None
    opening: Opening | None = None
    top: Opening | None = None
    section: tuple[int, int] | None = None
    banner: ClassificationLine | None = None
    coded = True  # whether a subject code may stand further down
    for seen, first, stop in _first_lines(text, start, end):
        if seen > _LINES_TO_CLASS or line is not None:
            sectioned = seen <= _LINES_TO_SECTION and section is None
            if not coded and not sectioned:
                break
            if text.find("//", first, stop) < 0 and not (
                sectioned and text.find("SECTION", first, stop) >= 0
            ):
                continue  # only a section and a subject code are still looked for
        view = clean(text, first, stop)
        words = view.text if view is not None else text[first:stop].rstrip(_TRAILING)
        match = matcher("plaindress:classification_line").fullmatch(words)
        code: str | None = None
        top = top or Opening(words, view, first)
        if match is not None and line is None and seen <= _LINES_TO_CLASS:
            line = classification_line_of(words, *match.group(*_LINE_GROUPS))
            section = line.section
            opening = Opening(words, view, first)
            span = opening.place(0, match.end("level"))
            near = min(end, stop + _LINES_TO_CODE * _LONGEST_LINE)
            coded = text.find("//", first, near) >= 0
        elif match is not None:
            code = match["subject_code"]
        else:
            if banner is None and seen <= _LINES_TO_CLASS:
                banner = _banner(words)
                if banner is not None and line is None:
                    opening = Opening(words, view, first)
            mark = matcher("plaindress:subject_mark").search(words)
            code = mark["subject_code"] if mark is not None else None
            section = section or (_section(words) if seen <= _LINES_TO_SECTION else None)
        if line is not None and line.subject_code is None and code is not None:
            line = evolve(line, subject_code=code)
        if line is not None and line.subject_code is not None:
            coded = False
    if line is None and banner is None and top is not None:
        line = classification_line_read(top.words)
        opening = top if line is not None else None
        section = section or (line.section if line is not None else None)
    if line is None:
        printed = [r.match.group() for r in heading.records if r.match and r.format_line is _BANNER]
        line = banner or (_banner(printed[0]) if printed else None)
    return line, span, opening, section


_BANNER = FormatLine.BANNER
_LINE_GROUPS = ("level", "subject_code", "section_number", "section_total", "rest")


def _first_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The first lines of a text that are not blank: number, start and end of each."""
    seen = 0
    for first, content, _ in line_bounds(text, start, end):
        stop = min(content, first + _LONGEST_LINE)
        words = text[first:stop].strip(_TRAILING)
        if words and _has_words(words):
            seen += 1
            if seen > _LINES_TO_CODE:
                return
            yield seen, first, stop


def _has_words(line: str) -> bool:
    """Whether a line has more than artefacts; mostly its first or its last character shows it."""
    if (
        "!" <= line[0] <= "Z"
        or "a" <= line[0] <= "z"
        or ("!" <= line[-1] <= "~" and line[-1] != ")")
    ):
        return True
    view = clean(line, 0, len(line))
    return view is None or bool(view.text)


def _section(words: str) -> tuple[int, int] | None:
    match = matcher("plaindress:section_line").fullmatch(words)
    if match is None:
        return None
    total = int(match["section_total"])
    return int(match["section_number"] or total), total


def _banner(words: str) -> ClassificationLine | None:
    match = matcher("amhs:banner").fullmatch(words)
    if match is None:
        return None
    level = match["banner_level"]
    if matcher("elements:level").fullmatch(level) is not None:
        return ClassificationLine(Classification.parse(level), words)
    return classification_line_read(words) or ClassificationLine(None, words)


_PAGE_LINE = "PAGE "
_LONGEST_PAGE_LINE = 200


def _pages(text: str, start: int, end: int) -> list[Record]:
    """The page lines in a text. Each place is looked at once, so that many cost linear time."""
    found: list[Record] = []
    at = text.find(_PAGE_LINE, start, end)
    while at >= 0:
        first = at
        while first > start and text[first - 1] in " \t\xa0":
            first -= 1
        content, after = next_ending(text, at, end)
        if first in (start, 0) or text[first - 1] in "\n\r\f":
            record = _page(text, first, content, after)
            if record is not None:
                found.append(record)
        at = text.find(_PAGE_LINE, max(after, at + 1), end)
    return found


def _page(text: str, first: int, content: int, after: int) -> Record | None:
    if content - first > _LONGEST_PAGE_LINE:
        return None
    view = clean(text, first, content)
    words = view.text if view is not None else text[first:content].rstrip(" \t\xa0")
    match = matcher("plaindress:page_line").fullmatch(words)
    if match is None:
        return None
    stop = first + len(text[first:content].rstrip())
    rule = "plaindress:page_line"
    return Record(FormatLine.PAGE, rule, False, first, stop, after, match, view, 0)

"""What follows the heading: where the text ends, its classification line and its page lines.

The first BT ends the heading; the last BT that only FL14 to FL16 follow ends the text (`ending`).
"""

from collections.abc import Iterator

from attrs import define, evolve, field, frozen

from telegram.framing import next_start
from telegram.lines import FormatLine, View, clean
from telegram.model import Ending
from telegram.parsing.ending import read_ending
from telegram.parsing.heading import HeadingReading, Record
from telegram.source import Span, line_bounds, next_ending
from telegram.syntax import matcher
from telegram.values.classification import (
    Classification,
    ClassificationLine,
    classification_line_of,
    classification_line_read,
)

_LINES_TO_CLASS = 14
"""Lines that are not blank among which the classification line is looked for."""
_LINES_TO_CODE = 40
"""Lines among which a second classification line with a subject code is looked for."""
_LINES_TO_SECTION = 4
"""Lines among which a section line of its own is looked for."""
_LONGEST_LINE = 2_000
"""Characters of a line that are looked at."""


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


@define
class Body:
    """The text and what follows it.

    :ivar span: the place of FL12.
    :ivar ending: FL14 to FL16.
    :ivar records: pieces from the end of the text to the end of the source.
    :ivar text_records: page lines within the text.
    :ivar classification: the classification line, or a banner.
    :ivar class_span: the place of the classification line's level; None without.
    :ivar opening: the line of the text that is the classification line, or a banner; None without.
    :ivar section: section number and total.
    :ivar following: where a further message begins.
    """

    span: Span
    ending: Ending
    records: list[Record]
    text_records: list[Record]
    classification: ClassificationLine | None
    class_span: Span | None
    opening: Opening | None
    section: tuple[int, int] | None
    following: int | None = field(default=None)


def read_body(text: str, heading: HeadingReading) -> Body:
    """Read what follows a heading."""
    start = heading.body
    following = next_start(text, _first_of(heading, start))
    if following is not None and following < start:
        following = None
    stop = len(text) if following is None else following
    end, records, ending = read_ending(text, start, stop)
    if following is not None:
        size = len(text)
        records.append(Record(FormatLine.AFTER, None, False, following, size, size, None, None, 0))
    text_records = _pages(text, start, end)
    line, span, opening, section = _classification(text, start, end, heading)
    return Body(
        Span(start, end),
        ending,
        records,
        text_records,
        line,
        span,
        opening,
        section,
        following,
    )


def _first_of(heading: HeadingReading, body: int) -> int:
    return heading.records[0].start if heading.records else body


# ---- the classification line and pages ---------------------------------------------------------


def _classification(
    text: str, start: int, end: int, heading: HeadingReading
) -> tuple[ClassificationLine | None, Span | None, Opening | None, tuple[int, int] | None]:
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
    for seen, (words, view, first) in enumerate(_first_lines(text, start, end), 1):
        match = matcher("plaindress:classification_line").fullmatch(words)
        code: str | None = None
        top = top or Opening(words, view, first)
        if match is not None and line is None and seen <= _LINES_TO_CLASS:
            line = classification_line_of(words, *match.group(*_LINE_GROUPS))
            section = line.section
            opening = Opening(words, view, first)
            span = opening.place(0, match.end("level"))
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
            break
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


def _first_lines(text: str, start: int, end: int) -> Iterator[tuple[str, View | None, int]]:
    """The first lines of a text that are not blank: words, view and start of each."""
    seen = 0
    for first, content, _ in line_bounds(text, start, end):
        stop = min(content, first + _LONGEST_LINE)
        view = clean(text, first, stop)
        words = view.text if view is not None else text[first:stop].rstrip(" \t\xa0")
        if words:
            seen += 1
            if seen > _LINES_TO_CODE:
                return
            yield words, view, first


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

"""Pages and sections: how a long message is divided, and what its page lines say.

A page has 20 lines of text and every page after the first opens with a page line; five pages make a
transmission section, which is a transmission of its own. Page lines and section lines are no text.

Here: the places of both, and rules TG181, TG182 and TG241. Elsewhere: station and serial number on
page lines, and section numbers (`identity`); page lines that stand in the heading (`intrusions`).
"""

from collections.abc import Iterator
from itertools import pairwise

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.lines import FormatLine, Line
from telegram.source import Span
from telegram.syntax import matcher

_LENGTHS = 'NAVEDTRA 14226 ch. 1, "Message lengths"'

PAGE_TOO_LONG = Rule(
    code="TG181",
    name="page-too-long",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="this page has {count} lines of text, more than {limit}",
    explanation="""
        Five pages hold 100 lines, so one holds 20. A longer page was not cut by the system that
        sent it, or lost a page line. Looked at where a message has page lines; judged as sent, also
        where it has none.
        """,
    how_to_fix="Put a page line before the next line.",
    source=f"{_LENGTHS}: 100 lines are five pages; twenty a page as such (unsourced)",
    references=("PG-R4",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0300 1071500-UUUU--RUEBXYZ.
        ZNR UUUUU
        BT
        UNCLAS
        LINE 1
        LINE 2
        LINE 3
        LINE 4
        LINE 5
        LINE 6
        LINE 7
        LINE 8
        LINE 9
        LINE 10
        LINE 11
        LINE 12
        LINE 13
        LINE 14
        LINE 15
        LINE 16
        LINE 17
        LINE 18
        LINE 19
        LINE 20
        ^^^^^^^
        PAGE 02 RUWTABA0300 UNCLAS
        LINE 21
        BT
        """,
    good="""
        RTTUZYUW RUWTABA0300 1071500-UUUU--RUEBXYZ.
        ZNR UUUUU
        BT
        UNCLAS
        LINE 1
        PAGE 02 RUWTABA0300 UNCLAS
        LINE 2
        BT
        """,
)
SECTION_TOO_LONG = Rule(
    code="TG182",
    name="section-too-long",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="page {page}: a transmission section has {limit} pages at most",
    explanation="""
        A long transmission blocks the circuit and is lost whole by one fault, so a message of more
        than five pages is sent in sections. Archives join the sections of a message into one copy.
        """,
    how_to_fix="Send the message in sections: SECTION 1 OF 2, SECTION 2 OF 2.",
    source=_LENGTHS,
    references=("PG-R4",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0300 1071500-UUUU--RUEBXYZ.
        ZNR UUUUU
        BT
        UNCLAS
        PAGE 02 RUWTABA0300 UNCLAS
        PAGE 03 RUWTABA0300 UNCLAS
        PAGE 04 RUWTABA0300 UNCLAS
        PAGE 05 RUWTABA0300 UNCLAS
        PAGE 06 RUWTABA0300 UNCLAS
             ^^
        BT
        """,
    good="""
        RTTUZYUW RUWTABA0300 1071500-UUUU--RUEBXYZ.
        ZNR UUUUU
        BT
        UNCLAS
        PAGE 02 RUWTABA0300 UNCLAS
        PAGE 03 RUWTABA0300 UNCLAS
        BT
        """,
)
PAGE_OUT_OF_STEP = Rule(
    code="TG241",
    name="page-number-out-of-step",
    severity=Severity.WARNING,
    message="page {number} follows page {before}",
    explanation="""
        Page numbers rise by one from page 2 on. A gap means lost text, or a page line that a person
        took out of the copy; a number that falls back, a page of another section.
        """,
    how_to_fix="Look for the missing page in the other copies.",
    source="NAVEDTRA 14226 ch. 1; public NAVADMIN traffic",
    references=("PG-R1",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0300 1071500-UUUU--RUEBXYZ.
        ZNR UUUUU
        BT
        UNCLAS
        PAGE 02 RUWTABA0300 UNCLAS
        EXERCISE TEXT
        PAGE 04 RUWTABA0300 UNCLAS
             ^^
        BT
        """,
    good="""
        RTTUZYUW RUWTABA0300 1071500-UUUU--RUEBXYZ.
        ZNR UUUUU
        BT
        UNCLAS
        PAGE 02 RUWTABA0300 UNCLAS
        EXERCISE TEXT
        PAGE 03 RUWTABA0300 UNCLAS
        BT
        """,
)


def page_lines(scope: Scope) -> list[Line]:
    """The page lines of a message, in the heading and in the text."""
    return [line for line in scope.telegram.lines if line.format_line is FormatLine.PAGE]


def sections(scope: Scope) -> list[Span]:
    """The places of the section numbers in the text's section lines, in order."""
    rules = [matcher("plaindress:classification_line"), matcher("plaindress:section_line")]
    found = []
    for words, place in scope.text_lines:
        if "SECTION " in words:
            match = next((m for rule in rules if (m := rule.fullmatch(words))), None)
            if match is not None and match["section_total"]:
                first, last = match.span(
                    "section_number" if match["section_number"] else "section_total"
                )
                found.append(_within(place, first, last))
    return found


def _within(line: Span, first: int, last: int) -> Span:
    """A range of a line's text; what remains inside the line, for artefacts make it longer."""
    return Span(min(line.start + first, line.end), min(line.start + last, line.end))


def section_place(scope: Scope) -> Span:
    """The place of the section number; of the heading where it is not found."""
    return next(iter(sections(scope)), None) or scope.at()


def page_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where the pages of a message are not as they should be."""
    if scope.kind == "main" and not scope.data_pattern:
        pages = page_lines(scope)
        joined = len(sections(scope)) > 1
        yield from _steps(pages, joined)
        if not scope.dialect.printed:  # a printer's page is no page of a transmission
            yield from _lengths(scope, pages, joined)


def _number(line: Line) -> tuple[int, Span]:
    """The number of a page line, and its place."""
    return next((int(text), place) for name, text, place in line.fields if name == "page_number")


def _steps(pages: list[Line], joined: bool) -> Iterator[Diagnostic]:
    """Page numbers that do not rise by one; in a file of several sections they may begin anew."""
    before = 1
    for number, place in map(_number, pages):
        begins = number == before == 1 or (joined and number <= 2)
        if number != before + 1 and not begins:
            yield PAGE_OUT_OF_STEP.at(place, number=number, before=before)
        before = number


def _lengths(scope: Scope, pages: list[Line], joined: bool) -> Iterator[Diagnostic]:
    """Pages with too many lines, sections with too many pages; as sent also without page lines."""
    text = scope.telegram.text.span
    limits = scope.dialect.limits
    breaks = [line.span.start for line in pages if line.span.start >= text.start]
    if not breaks and not (scope.as_sent and scope.dialect.text_checked):
        return  # a print layout has pages of its own
    lines = iter(scope.text_lines)
    line = next(lines, None)
    for _, end in pairwise([text.start, *breaks, text.end]):
        count, over = 0, None
        while line is not None and line[1].start < end:
            count += 1
            over = line[1] if count == limits.page_lines + 1 else over
            line = next(lines, None)
        if over is not None:
            yield PAGE_TOO_LONG.at(over, count=count, limit=limits.page_lines)
    if joined:
        return
    for number, place in map(_number, pages):
        if number > limits.pages:
            yield SECTION_TOO_LONG.at(place, page=number, limit=limits.pages)
            return

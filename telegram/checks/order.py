"""Format lines that are there, but doubled, out of their order, or where something else should be.

Here: rules TG221 to TG227. Elsewhere: lines that are missing (`presence`); page numbers (`pages`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from telegram.checks.scope import Scope, first_word, reading_of
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.dialects import Need
from telegram.lines import FormatLine, Line
from telegram.source import Span, line_bounds
from telegram.syntax import matcher

_FAH = "5 FAH-2 H-321; NAVEDTRA 14226 ch. 1"
_END = 'NAVEDTRA 14226 ch. 1, "End of message"'

LINE_DOUBLED = Rule(
    code="TG221",
    name="format-line-doubled",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="a second {line} in one heading; values are taken from the last",
    explanation="""
        A heading has each of FL1 to FL6 and FL10 once. A second one is a line retyped without
        deleting the first, or what is left of another heading.
        """,
    how_to_fix="Leave out the one that does not belong to this message.",
    source=_FAH,
    bad="""
        RR RUEHC
        DE RUEHSN #0412 0641430
        DE RUEHSN #0413 0641430
        ^^^^^^^^^^^^^^^^^^^^^^^
        """,
    good="""
        RR RUEHC
        DE RUEHSN #0412 0641430
        """,
)
LINE_OUT_OF_ORDER = Rule(
    code="TG222",
    name="format-line-out-of-order",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{line} stands {where}",
    explanation="""
        Format lines come in the order of their numbers, and relays look for them in that order. In
        public copies FL5 is the one that strays: below the addresses, or into the text. It is read
        there, and reported.
        """,
    how_to_fix="Put the line in its place.",
    source=f"{_FAH}; public NAVADMIN traffic",
    dialect="amhs",
    bad="""
        FM EXERCISE COMMAND ALFA
        TO EXERCISE COMMAND BRAVO
        R 051430Z MAR 74
        ^^^^^^^^^^^^^^^^
        BT
        UNCLAS
        """,
    good="""
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE COMMAND BRAVO
        BT
        UNCLAS
        """,
)
ORIGINATOR_DOUBLED = Rule(
    code="TG223",
    name="originator-doubled",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="a second FM before any BT; the text is taken to begin here",
    explanation="""
        A message has one originator. In kept copies that lost their BT a second FM mostly opens the
        addresses with office codes that some systems repeat at the head of the text.
        """,
    how_to_fix="Write BT above the text, or leave the second FM out.",
    source="NAVEDTRA 14145; public NAVADMIN traffic",
    references=("FL6-R1",),
    dialect="amhs",
    bad="""
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE COMMAND BRAVO
        FM EXERCISE COMMAND CHARLIE
        ^^
        """,
    good="""
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE COMMAND BRAVO
        BT
        FM EXERCISE COMMAND CHARLIE
        """,
)
ADDRESSES_OUT_OF_ORDER = Rule(
    code="TG224",
    name="addresses-out-of-order",
    severity=Severity.ERROR,
    message="TO stands after {before}",
    explanation="""
        Action addressees come first, then information addressees; an exemption follows what it
        limits. A reader who stops at INFO misses that somebody must act.
        """,
    how_to_fix="Write TO and its addressees directly below FM.",
    source="NAVEDTRA 14243; 5 FAH-2 H-321.9",
    references=("FL7-R2",),
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        INFO AMEMBASSY SPECIMEN
        TO SECSTATE WASHDC
        ^^
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        INFO AMEMBASSY SPECIMEN
        """,
)
BREAK_DOUBLED = Rule(
    code="TG225",
    name="break-within-text",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="BT stands within the text",
    explanation="""
        BT stands exactly twice, and a receiver takes the second for the end of the text. In kept
        copies one more shows where transmission sections were joined, or an ending that lost its
        other lines.
        """,
    how_to_fix="Leave it out, or separate the sections.",
    source="NAVEDTRA 14226 ch. 2; Navy GENSER lesson 4; public NAVADMIN traffic",
    references=("BT-R1",),
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        BT
        ^^
        EXERCISE TEXT
        BT
        NNNN
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        EXERCISE TEXT
        BT
        NNNN
        """,
)
ENDING_INTERRUPTED = Rule(
    code="TG226",
    name="ending-interrupted",
    severity=Severity.ERROR,
    message="{text!r} stands between the validation and the end of message",
    explanation="""
        From # to NNNN the ending is one uninterrupted sequence; only functions may stand in it.
        What stands there shows that two messages ran together, or that a line was lost above.
        """,
    how_to_fix="Move the line above the last BT, or separate the messages.",
    source=_END,
    references=("FL15-R3",),
    bad="""
        BT
        UNCLAS
        EXERCISE TEXT
        BT
        #0412
        EXERCISE REMARK
        ^^^^^^^^^^^^^^^
        NNNN
        """,
    good="""
        BT
        UNCLAS
        EXERCISE TEXT
        EXERCISE REMARK
        BT
        #0412
        NNNN
        """,
)
END_NOT_SPACED = Rule(
    code="TG227",
    name="end-of-message-not-spaced",
    severity=Severity.WARNING,
    message="{count} line feeds stand before NNNN, not eight",
    explanation="""
        Two carriage returns and eight line feeds roll the page out of the printer before NNNN.
        Copies never keep them all, so this is looked at only when a message is judged as sent.
        """,
    how_to_fix="Put two carriage returns and eight line feeds before NNNN.",
    source=_END,
    references=("FL16-R2",),
    judged_as_sent=True,
    bad="""
        BT
        UNCLAS
        BT
        #0412
        NNNN
        ^^^^
        """,
    good="BT\nUNCLAS\nBT\n#0412\n\n\n\n\n\n\n\nNNNN\n",
)

_ONCE = frozenset(FormatLine[f"FL{number}"] for number in (1, 2, 3, 4, 5, 6, 10))
_ENDING_LINES = 12
"""Lines at the end of a text among which a validation is looked for that lost its NNNN."""
_LINE_FEEDS = 8


def order_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Lines of one heading, or of what follows the main one, that are not where they belong."""
    yield from _heading_order(scope)
    yield from _address_order(scope)
    if scope.kind != "main":
        return
    yield from _strays(scope)
    if not scope.data_pattern:
        yield from _breaks(scope)
        yield from _ending(scope)


def _heading_order(scope: Scope) -> Iterator[Diagnostic]:
    seen: set[FormatLine] = set()
    last: FormatLine | None = None
    for line in scope.lines:
        label = line.format_line
        if label not in _ONCE:
            last = label if label.number else last
            continue
        if label in seen:
            if not line.rule or "continuation" not in line.rule:
                yield LINE_DOUBLED.at(line.content, line=label.name)
        elif last is not None and (last.number or 0) > (label.number or 0):
            yield LINE_OUT_OF_ORDER.at(line.content, line=label.name, where=f"after {last.name}")
        else:
            last = label
        seen.add(label)


def _address_order(scope: Scope) -> Iterator[Diagnostic]:
    """TO after INFO, or after an XMT with no TO above it: once a heading."""
    seen: set[FormatLine] = set()
    for line in scope.lines:
        continued = line.rule is not None and "continuation" in line.rule
        if line.format_line is FormatLine.FL7 and not continued:
            late = FormatLine.FL8 in seen
            if late or (FormatLine.FL9 in seen and FormatLine.FL7 not in seen):
                yield ADDRESSES_OUT_OF_ORDER.at(first_word(line), before="INFO" if late else "XMT")
                return
        seen.add(line.format_line)


def _strays(scope: Scope) -> Iterator[Diagnostic]:
    """Heading lines among the first lines of the text, and a second originator that opens it."""
    heading = reading_of(scope.telegram).heading
    for record in heading.strays:
        place = Span(record.start, record.content)
        yield LINE_OUT_OF_ORDER.at(place, line=record.format_line.name, where="in the text")
    if FormatLine.FL11 not in scope.format_lines and FormatLine.FL6 in scope.format_lines:
        words, place = next(iter(scope.text_lines), ("", Span(0, 0)))
        if place.start == heading.body and matcher("plaindress:fl6").fullmatch(words):
            yield ORIGINATOR_DOUBLED.at(Span(place.start, place.start + 2))


def _breaks(scope: Scope) -> Iterator[Diagnostic]:
    """BT within the text."""
    fullmatch = matcher("plaindress:bt").fullmatch
    cut_off = cut_off_ending(scope)
    for words, place in scope.text_lines:
        if fullmatch(words) and (cut_off is None or place != cut_off.end_of_text):
            yield BREAK_DOUBLED.at(place)


def _ending(scope: Scope) -> Iterator[Diagnostic]:
    """What interrupts the ending, and whether NNNN is spaced from it."""
    lines = scope.telegram.lines
    end = next((i for i, line in enumerate(lines) if line.format_line is FormatLine.FL16), None)
    if end is None:
        return
    validated = False
    for line in lines[:end]:
        if line.format_line is FormatLine.FL15 and line.span.start >= scope.telegram.text.span.end:
            if validated:
                yield ENDING_INTERRUPTED.at(line.content, text=line.text)
            validated = True
    if cut_off := cut_off_ending(scope):
        yield ENDING_INTERRUPTED.at(
            cut_off.between, text=cut_off.between.of(scope.telegram.source.text)
        )
    if scope.as_sent and scope.dialect.needs[FormatLine.FL16] is Need.ON_THE_WIRE:
        feeds = _line_feeds(scope.telegram.source.text, lines[end])
        if feeds < _LINE_FEEDS:
            yield END_NOT_SPACED.at(lines[end].content, count=feeds)


class CutOff(NamedTuple):
    """An ending that a line of text cuts off from NNNN: the places of its BT and of that line."""

    end_of_text: Span
    between: Span


def cut_off_ending(scope: Scope) -> CutOff | None:
    """BT and a validation at the end of the text, with a line between them and NNNN; else None.

    BT and number are then not missing, only not where the reader of the ending looks.
    """
    ending = scope.telegram.ending
    if ending.serial is not None or not ending.end_of_message:
        return None
    last = scope.text_lines[-_ENDING_LINES:]
    for (before, place), (words, _), (_, between) in zip(last, last[1:], last[2:], strict=False):
        if matcher("plaindress:bt").fullmatch(before) and matcher("plaindress:fl15").fullmatch(
            words
        ):
            return CutOff(place, between)
    return None


def _line_feeds(text: str, end: Line) -> int:
    """The line ends between NNNN and the last line before it that is not blank."""
    before = end.content.start
    while before > 0 and text[before - 1].isspace():
        before -= 1
    return sum(1 for _ in line_bounds(text, before, end.content.start))

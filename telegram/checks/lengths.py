"""Lines that are too long for a teleprinter, and what is too long for this library to look into.

A copy whose lines were reflowed has many long ones, so they are reported once for the message. A
print layout has no carriage; there only the heading counts.

Here: findings and their rules. Elsewhere: the limits (`dialects.Limits`); lines a page
(`checks.pages`).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.dialects import Dialect
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.source import Span, line_bounds

LINE_TOO_LONG = Rule(
    code="TG121",
    name="line-too-long",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="{count} {lines} longer than {most} characters",
    explanation="""
        A teleprinter's carriage stops after 69 characters and prints the rest of the line on one
        spot. Copies that were reflowed have longer lines; where a line was broken is then no longer
        known.
        """,
    how_to_fix="Break the lines before the last blank within 69 characters.",
    source="a secondary article summarising ACP 127(G)",
    references=("FL2-R5", "LEN-R1", "SCR-W3", "TX-17"),
    bad="""
        PP RUEHC RUEHPE RUEHGT RUEHTG RUEHSJ RUEHMU RUEHZP RUEHBO RUEHCV RUEHQT RUEHLP
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        DE RUEHSN #1029 2412134
        """,
    good="""
        PP RUEHC RUEHPE RUEHGT RUEHTG RUEHSJ RUEHMU RUEHZP RUEHBO RUEHCV
        RUEHQT RUEHLP
        DE RUEHSN #1029 2412134
        """,
)
LINE_NOT_MATCHED = Rule(
    code="TG122",
    name="heading-line-not-read",
    severity=Severity.WARNING,
    message="the line has {count} characters and is not read as a format line; {most} are the most",
    explanation="""
        No heading has such lines. So that hostile or broken input costs no more than its length,
        the line is kept as it is and not looked into.
        """,
    how_to_fix="Restore the line ends.",
    source="a limit of this library",
    bad="""
        FM AMEMBASSY SAN SALVADOR, in a line of more than 4,000 characters
        """,
    good="""
        FM AMEMBASSY SAN SALVADOR
        """,
    judged=False,
)
HEADING_TOO_LONG = Rule(
    code="TG123",
    name="heading-too-long",
    severity=Severity.WARNING,
    message="the heading has more than {most} lines; what follows is taken for text",
    explanation="""
        No heading is that long. So that hostile or broken input costs no more than its length,
        reading the heading ends here.
        """,
    how_to_fix="Divide the addresses over two messages, or restore BT.",
    source="a limit of this library",
    bad="""
        RUEHPE/AMEMBASSY LIMA, and 20,000 lines like it
        """,
    good="""
        RUEHPE/AMEMBASSY LIMA
        """,
    judged=False,
)


def length_findings(telegram: Telegram, dialect: Dialect) -> Iterator[Diagnostic]:
    """What is too long in a message: its lines once, and what was not read because of it."""
    text, limits = telegram.source.text, dialect.limits
    heading = telegram._reading.heading
    stop = telegram.text.span.end if dialect.text_checked else heading.body
    first: Span | None = None
    count = lines = 0
    start = heading.records[0].start if heading.records else heading.body
    for begin, content, _ in line_bounds(text, start, stop):
        blank = text[begin:content].isspace() or begin == content
        if begin < heading.body and not blank:
            lines += 1
        if content - begin > limits.line and not blank:
            count += 1
            first = Span(begin, content) if first is None else first
    if first is not None:
        stand = "line is" if count == 1 else "lines are"
        yield LINE_TOO_LONG.at(first, count=count, lines=stand, most=limits.line)
    for record in heading.records:
        if record.content - record.start > limits.matched_line and record.match is None:
            span = Span(record.start, record.content)
            yield LINE_NOT_MATCHED.at(span, count=len(span), most=limits.matched_line)
    ended = heading.records[-1].format_line is FormatLine.FL11 if heading.records else True
    if lines >= limits.heading_lines and not ended:
        begin, content, _ = next(iter(line_bounds(text, heading.body)), (heading.body,) * 3)
        if content > begin:
            yield HEADING_TOO_LONG.at(Span(begin, content), most=limits.heading_lines)

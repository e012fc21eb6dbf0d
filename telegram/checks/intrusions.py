"""Lines that a copy added, and lines that it ran together or wrapped.

Terminals, gateways and printers put their own lines above, between and below the format lines. They
are set apart as they are read; each yields a note, so that whoever keeps the copy knows what is not
part of the telegram.

Here: findings and their rules. Elsewhere: how such lines are recognised (`parsing.heading`).
"""

from collections.abc import Iterator

from telegram.checks.pieces import replacing
from telegram.diagnostics import Diagnostic, Rule, Safety, Severity
from telegram.dialects import AMHS, dialect
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.parsing.records import Record
from telegram.source import Span

_TRAFFIC = "public NAVADMIN traffic"

PRINTED_BETWEEN = Rule(
    code="TG251",
    name="line-printed-between",
    severity=Severity.NOTE,
    message="{text!r} was printed between the format lines by a terminal or a gateway",
    explanation="""
        Terminals print notices (ATTENTION INVITED TO, QQQQ), their own summary of the addresses, or
        a ruled line among the lines of a heading. They are no part of the telegram, and no value is
        taken from them.
        """,
    how_to_fix="Remove the line to restore the telegram as sent.",
    source=_TRAFFIC,
    dialect="amhs",
    bad="""
        QQQQ
        ^^^^
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        """,
    good="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        """,
)
PRINTED_ABOVE = Rule(
    code="TG252",
    name="banner-printed-above",
    severity=Severity.NOTE,
    message="{text!r} was printed above or between the format lines",
    explanation="""
        Later systems print the classification and the precedence word as a banner. In their own
        print layout it is the top of the heading; above a heading that has its FL2 it is a trace of
        the printer.
        """,
    how_to_fix="Remove the line to restore the telegram as sent.",
    source=_TRAFFIC,
    dialect="janap128",
    bad="""
        UNCLASSIFIED//
        ^^^^^^^^^^^^^^
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
PAGE_IN_HEADING = Rule(
    code="TG253",
    name="page-line-in-heading",
    severity=Severity.NOTE,
    message="a page line stands in the heading",
    explanation="""
        A page line opens each page after the first. Where a long heading fills a page, copies keep
        the line among the addresses. It is set apart.
        """,
    how_to_fix="Remove the line to restore the heading.",
    source="open-source cable reader: tests and patterns",
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        TO RUEHC/SECSTATE WASHDC
        PAGE 02  STATE  000412  141540Z
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        RUEHPE/AMEMBASSY LIMA
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        TO RUEHC/SECSTATE WASHDC
        RUEHPE/AMEMBASSY LIMA
        """,
)
AFTER_END = Rule(
    code="TG254",
    name="lines-after-end",
    severity=Severity.NOTE,
    message="{count} {lines} below the end of the message",
    explanation="""
        NNNN ends a message. Printers repeat the banner below it, archives add their own lines. They
        are kept with the message above and belong to no format line.
        """,
    how_to_fix="Remove them to restore the telegram as sent.",
    source=_TRAFFIC,
    dialect="amhs",
    bad="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        BT
        UNCLAS
        EXERCISE.
        BT
        NNNN
        PRINTED BY EXERCISE TERMINAL
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
    good="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        BT
        UNCLAS
        EXERCISE.
        BT
        NNNN
        """,
)
LINES_RUN_TOGETHER = Rule(
    code="TG255",
    name="format-lines-run-together",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{what} stands on the same line as what is before it",
    explanation="""
        Every format line begins a line of its own. A mail client or a gateway that reflowed the
        message ran several together; their prosigns still part them.
        """,
    how_to_fix="Begin a new line there.",
    source=_TRAFFIC,
    dialect="amhs",
    bad="""
        R 280900Z FEB 75 FM EXERCISE WING ONE
                         ^^
        TO EXERCISE WING TWO
        """,
    good="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        TO EXERCISE WING TWO
        """,
)
LINE_WRAPPED = Rule(
    code="TG256",
    name="format-line-wrapped",
    severity=Severity.WARNING,
    message="{what} runs over {count} lines",
    explanation="""
        An address stands on one line. Copies wrap long ones in the middle of a name or of the
        office codes; they are read as one line.
        """,
    how_to_fix="Write the address on one line.",
    source=_TRAFFIC,
    dialect="amhs",
    bad="""
        FM EXERCISE WING ONE TRAINING AFB//
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        N1/N2//
        """,
    good="FM EXERCISE WING ONE TRAINING AFB//N1/N2//",
)


def intrusion_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """The lines that a copy added, ran together or wrapped."""
    text = telegram.source.text
    reading = telegram._reading
    printed = telegram.dialect is not None and dialect(telegram.dialect).printed
    printout = printed or telegram.dialect in (AMHS.name, None)
    for record in reading.heading.records:
        label = record.format_line
        if label is FormatLine.INTRUSION:
            yield _noted(PRINTED_BETWEEN, record, text)
        elif label in (FormatLine.BANNER, FormatLine.PRECEDENCE_WORD) and not printout:
            yield _noted(PRINTED_ABOVE, record, text)
        elif label is FormatLine.PAGE and not printed:
            yield _noted(PAGE_IN_HEADING, record, text)
        if record.match is not None:
            yield from _wrapped(record, text)
    for record in reading.records:
        if record.match is not None and _label(record) is not None:
            yield from _glued(record, text)
    if not printed:  # there a banner stands below too
        yield from _after(telegram)


def _span(record: Record, text: str) -> Span:
    """The content of a line without the blanks around it."""
    content = text[record.start : record.content]
    lead = len(content) - len(content.lstrip())
    return Span(record.start + lead, record.start + lead + len(content.strip()))


_LONGEST_QUOTED = 60
_LONGEST_LOOK = 4_000
"""Characters before a piece in which the beginning of its line is looked for."""


def _noted(rule: Rule, record: Record, text: str) -> Diagnostic:
    span = _span(record, text)
    quoted = span.of(text)
    if len(quoted) > _LONGEST_QUOTED:
        quoted = f"{quoted[:_LONGEST_QUOTED]}..."
    fix = replacing(Span(record.start, record.after), "", "Remove the line.", Safety.UNSAFE)
    return rule.at(span, fix, text=quoted)


def _label(record: Record) -> str | None:
    """What people call a format line: its number; None for what has none."""
    return record.format_line.name if record.format_line.number is not None else None


def _wrapped(record: Record, text: str) -> Iterator[Diagnostic]:
    """A line whose match runs over several physical lines."""
    content = text[record.start : record.content]
    # What a match runs over was cut at line ends, so these are all there are.
    lines = content.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    if lines > 1:
        first = content.splitlines()[0].rstrip()
        span = Span(record.start, record.start + len(first))
        yield LINE_WRAPPED.at(span, what=_label(record) or "the line", count=lines)


def _glued(record: Record, text: str) -> Iterator[Diagnostic]:
    """A piece that begins within a physical line."""
    start = record.start
    if start == 0 or text[start - 1] in "\r\n\f":
        return
    floor = max(0, start - _LONGEST_LOOK)
    before = max(floor, *(text.rfind(end, floor, start) + 1 for end in "\r\n\f"))
    if not text[before:start].strip(" \t\xa0\ufeff"):
        return
    begins = _span(record, text).start
    word = text[begins : record.content].split(" ", 1)[0]
    blanks = len(text[before:start]) - len(text[before:start].rstrip(" \t"))
    fix = replacing(Span(start - blanks, begins), "\n", "Begin a new line there.", Safety.UNSAFE)
    yield LINES_RUN_TOGETHER.at(
        Span(begins, begins + len(word)), fix, what=_label(record) or "the line"
    )


def _after(telegram: Telegram) -> Iterator[Diagnostic]:
    """What stands below the end; a further message there is another rule's."""
    lines = [
        record
        for record in telegram._reading.body.records
        if record.format_line is FormatLine.AFTER and record.start != telegram.next_message
    ]
    if lines:
        span = _span(lines[0], telegram.source.text)
        yield AFTER_END.at(span, count=len(lines), lines="line" if len(lines) == 1 else "lines")

"""Blank lines that do not belong: above the message, within its heading, after nearly every line.

Here: findings and their rules. Elsewhere: the line feeds before NNNN, which do belong
(`checks.presence`).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Severity
from telegram.dialects import dialect
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.source import Span, line_bounds

_TRAFFIC = "public NAVADMIN traffic; web copies of State telegrams"
_FEWEST = 6
"""Lines with characters below which nothing is said about blank lines between them."""

DOUBLED = Rule(
    code="TG112",
    name="blank-lines-doubled",
    severity=Severity.NOTE,
    message="a blank line follows {count} of {total} lines",
    explanation="""
        Where CR and LF were both taken for a line end, or a web page set each line apart, a copy
        has a blank line after nearly every line. They are read over.
        """,
    how_to_fix="Remove every second line end.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08

        ^
        FM AMEMBASSY SAN SALVADOR

        TO RUEHC/SECSTATE WASHDC

        BT

        UNCLAS SAN SALVADOR 001029

        EXERCISE.

        BT
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        TO RUEHC/SECSTATE WASHDC
        BT
        UNCLAS SAN SALVADOR 001029
        EXERCISE.
        BT
        """,
)
LEADING = Rule(
    code="TG113",
    name="blank-lines-leading",
    severity=Severity.NOTE,
    message="{count} blank {lines} above the message",
    explanation="""
        A torn tape begins with line feeds, and so does many a copy. They are read over.
        """,
    how_to_fix="Remove them.",
    source=_TRAFFIC,
    bad="\ufeff\n^\nP 282134Z AUG 08\nFM AMEMBASSY SAN SALVADOR",
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
IN_HEADING = Rule(
    code="TG114",
    name="blank-lines-in-heading",
    severity=Severity.NOTE,
    message="{count} blank {lines} within the heading",
    explanation="""
        The lines of a heading follow each other without a gap. Copies that were pasted together
        have gaps; they are read over.
        """,
    how_to_fix="Remove them.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR

        ^
        TO RUEHC/SECSTATE WASHDC
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        TO RUEHC/SECSTATE WASHDC
        """,
)


def blank_line_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """The blank lines of a message that do not belong."""
    text = telegram.source.text
    reading = telegram._reading
    if telegram.dialect is None or dialect(telegram.dialect).printed:
        return
    records = reading.heading.records
    written = [i for i, r in enumerate(records) if r.format_line is not FormatLine.BLANK]
    if not written:
        return
    above = [b for b in line_bounds(text, 0, records[written[0]].start) if not _has_signs(text, b)]
    if above:
        yield _gap(LEADING, above)
    doubled = _doubled(text, Span(records[written[0]].start, telegram.text.span.end))
    if doubled is not None:
        yield doubled
        return
    within = [
        (r.start, r.content, r.after)
        for r in records[written[0] : written[-1]]
        if r.format_line is FormatLine.BLANK
    ]
    if within:
        yield _gap(IN_HEADING, within)


_Bounds = tuple[int, int, int]


def _has_signs(text: str, bounds: _Bounds) -> bool:
    return bool(text[bounds[0] : bounds[1]].strip(" \t\xa0\ufeff"))


def _gap(rule: Rule, blank: list[_Bounds]) -> Diagnostic:
    """One finding for all blank lines of a kind, at the first."""
    edits = tuple(Edit(Span(start, after), "") for start, _, after in blank)
    lines = "line" if len(blank) == 1 else "lines"
    span = Span(blank[0][0], blank[0][1])
    return rule.at(span, Fix(rule.how_to_fix, edits), count=len(blank), lines=lines)


def _doubled(text: str, place: Span) -> Diagnostic | None:
    """The finding where at least four in five lines with characters have a blank one below."""
    total = followed = 0
    first: Span | None = None
    after_signs = False
    for bounds in line_bounds(text, place.start, place.end):
        if _has_signs(text, bounds):
            total += 1
            after_signs = True
        else:
            if after_signs:
                followed += 1
                if first is None:
                    first = Span(bounds[0], bounds[1])
            after_signs = False
    if first is None or total < _FEWEST or 5 * followed < 4 * total:
        return None
    return DOUBLED.at(first, count=followed, total=total)

"""Lines of a heading that no rule takes: what each was meant to be, and why it is not.

The rules that may stand at the place are asked, through the parser that explains refusals, how far
each of them gets. The one that gets furthest beyond the line's first word is what the line was
meant to be. Only here, and only for such lines, is Lark loaded.

Here: findings, the rule for lines that resemble nothing, and `intended`, which lets other checks
see that a missing line is in fact a refused one. Elsewhere: the rule for a refused line
(`values.refused`).
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import evolve

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.dialects import Dialect, dialect
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.parsing.building import BUILDERS
from telegram.parsing.records import Record
from telegram.source import Span
from telegram.syntax import refusal
from telegram.values.refused import refused

LINE_UNRECOGNISED = Rule(
    code="TG250",
    name="line-unrecognised",
    severity=Severity.WARNING,
    message="no format line of {dialect} that may stand here looks like this{times}",
    explanation="""
        The line stands among the lines of a heading and resembles none that may stand there. It is
        kept, and no value is taken from it. Where a heading has more than forty such lines, one
        finding stands for those that follow.
        """,
    how_to_fix="Remove the line, or restore the format line that it was.",
    source="the grammar of the dialect",
    bad="""
        P 282134Z AUG 08
        -- EXERCISE LOGO --
        ^^^^^^^^^^^^^^^^^^^
        FM AMEMBASSY SAN SALVADOR
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)

_MOST_EXPLAINED = 40
"""Refused lines of a message that are explained; the parser is slow beside the matcher, and a
person reads no more. One finding stands for all further ones.
"""


def intended(record: Record, dialect: Dialect) -> FormatLine | None:
    """The format line that an unrecognised record was meant to be; None where it resembles none.

    A line that only continues another (further addressees or stations) is no format line of its
    own.
    """
    if record.view is None:  # too long to be matched
        return None
    best = _furthest(dialect.name, record.view.text, None)
    return best[0] if best is not None else None


def unrecognised_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """What is wrong with the lines of the heading that no rule takes."""
    record_of = dialect(telegram._reading.heading.dialect)
    name, title = record_of.name, record_of.title
    views = [(r.view, state) for r, state in _with_states(telegram) if r.view is not None]
    for view, state in views[:_MOST_EXPLAINED]:
        best = _furthest(name, view.text, None) or _furthest(name, view.text, state)
        if best is None or refusal(best[1], view.text) is None:  # sound, but out of its place
            found = LINE_UNRECOGNISED.at(Span(0, len(view.text)), dialect=title, times="")
        else:
            found = refused(best[1], view.text)
        yield evolve(found, span=view.span(found.span.start, found.span.end))
    further = [view for view, _ in views[_MOST_EXPLAINED:]]
    if further:
        span = further[0].span(0, len(further[0].text))
        times = f" ({len(further)} such lines from here on)" if len(further) > 1 else ""
        yield LINE_UNRECOGNISED.at(span, dialect=title, times=times)


def _with_states(telegram: Telegram) -> Iterator[tuple[Record, FormatLine]]:
    """Every unrecognised record of the heading, with the format line after which it stands."""
    state = FormatLine.BLANK
    for record in telegram._reading.heading.records:
        if record.format_line is FormatLine.UNRECOGNISED:
            yield record, state
        elif record.rule in BUILDERS and not _continues(record.rule):
            state = record.format_line


def _continues(rule: str) -> bool:
    return "continuation" in rule


@cache
def _candidates(name: str, state: FormatLine | None) -> tuple[tuple[str, FormatLine], ...]:
    """Standard rules in the order of the dialect's table.

    Without a state those that begin a format line; else those that continue the line that gives the
    state.
    """
    return tuple(
        (line.rule, line.format_line)
        for line in dialect(name).lines
        if line.format_line.number is not None
        and line.format_line is not FormatLine.FL12
        and _continues(line.rule) == (state is not None)
        and (state is None or line.after is None or state in line.after)
    )


@lru_cache(maxsize=256)
def _furthest(name: str, text: str, state: FormatLine | None) -> tuple[FormatLine, str] | None:
    """The rule that gets furthest in a refused line, beyond its first word; None without one."""
    best, reached = None, len(text.partition(" ")[0])
    for rule, label in _candidates(name, state):
        why = refusal(rule, text)
        position = len(text) if why is None else why.position
        if position > reached:
            best, reached = (label, rule), position
    return best

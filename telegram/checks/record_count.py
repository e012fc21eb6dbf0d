"""The record count of a data-pattern message against its records.

Punched cards and tape blocks travel as they are; the header says how many records the message has.
Whether the header and the end count too is not known from open sources, and the one worked case
counts the header; so any of these numbers is right.

Here: rule TG857. Elsewhere: the groups of an encrypted text (`checks.accounting`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span

RECORDS_UNLIKE = Rule(
    code="TG857",
    name="record-count-unlike-text",
    severity=Severity.WARNING,
    message="the header counts {said} records, and the message has {count} and the header",
    explanation="""
        The count of a data-pattern message tells the receiving station whether a card or a block
        was lost. The count with or without header and end record is taken for right.
        """,
    how_to_fix="Ask for a repetition; correct the count only when the deck is known to be whole.",
    source="place and form of the record count (unsourced)",
    dialect="janap128",
    bad="""
        RCCUIJAZ RUWTABA0301 1071600 0009-UUUU--RUEBXYZ.
                                     ^^^^
        EXERCISE CARD IMAGE ONE
        EXERCISE CARD IMAGE TWO
        EXERCISE CARD IMAGE THREE
        """,
    good="""
        RCCUIJAZ RUWTABA0301 1071600 0004-UUUU--RUEBXYZ.
        EXERCISE CARD IMAGE ONE
        EXERCISE CARD IMAGE TWO
        EXERCISE CARD IMAGE THREE
        """,
)


def record_count_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where the record count is not that of the text."""
    routing = scope.heading.routing
    if scope.kind != "main" or routing is None or routing.records is None:
        return
    if not (routing.records.isascii() and routing.records.isdigit()):
        return
    said, count = int(routing.records), len(scope.text_lines)
    narrative = routing.content is not None and routing.content.narrative
    if count and not narrative and not count <= said <= count + 2:
        end = scope.at("routing.records", "routing").end
        place = Span(end - len(routing.records), end)
        yield RECORDS_UNLIKE.at(place, said=said, count=count)

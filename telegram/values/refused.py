"""The finding for a text that its grammar rule refuses; the LALR parser says what was expected."""

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.syntax import refusal, words_for

ELEMENT_MALFORMED = Rule(
    code="TG300",
    name="element-malformed",
    severity=Severity.ERROR,
    message="this is not {what}: {reason}",
    explanation="""
        The line is recognised by how it begins, but does not go on as its format requires. The
        message says what could have stood at the place marked. The line is kept as it is; its
        values are unknown.
        """,
    how_to_fix="Compare the line with the form that the manual gives for it.",
    source="the grammar of the dialect",
    bad="""
        R 28A9B0Z FEB 75
            ^^^^^
        FM AMEMBASSY SAN SALVADOR
        """,
    good="""
        R 280900Z FEB 75
        FM AMEMBASSY SAN SALVADOR
        """,
)


def refused(rule: str, text: str, start: int = 0) -> Diagnostic:
    """The finding for `text`, refused by the grammar rule ``file:rule``.

    `start` is its offset in the source.
    """
    what = words_for(rule)
    why = refusal(rule, text)
    if why is None:
        return ELEMENT_MALFORMED.at(
            Span(start, start + len(text)), what=what, reason="a value it names is out of range"
        )
    at = start + min(why.position, len(text))
    return ELEMENT_MALFORMED.at(Span(at, at + len(why.found)), what=what, reason=str(why))

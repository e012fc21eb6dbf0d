"""What is wrong with the text by itself, in the format that it shows.

Here: the choice of the format's checks. Elsewhere: the checks, with their rules, beside the formats
(`telegram.texts`); the text against the heading (the other modules of this package).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic
from telegram.model import Telegram


def text_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """The findings of a State or a set-formatted text; plain text has none of its own."""
    text = telegram.text
    if text.kind == "state":
        from telegram.texts.state.dates import day_of
        from telegram.texts.state.findings import findings as state_findings
        from telegram.texts.state.text import StateText

        assert isinstance(text, StateText)
        yield from state_findings(text, day_of(telegram.heading.dtg, telegram.pivot))
    elif text.kind == "sets":
        from telegram.texts.sets.findings import findings as sets_findings
        from telegram.texts.sets.text import SetsText

        assert isinstance(text, SetsText)
        yield from sets_findings(text)

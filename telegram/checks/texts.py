"""What is wrong with the text by itself, in the format that it shows.

Here: the choice of the format's checks; whether labelled lines replace the heading. Elsewhere: the
checks, with their rules, beside the formats (`telegram.texts`); the text against the heading (the
other modules of this package).
"""

from collections.abc import Iterator

from telegram.checks.scope import reading_of
from telegram.diagnostics import Diagnostic, Rule
from telegram.model import Telegram
from telegram.source import Span


def labelled_alone(telegram: Telegram) -> bool:
    """Whether labelled lines (MRN, Date/DTG, From, Action) stand in place of a heading.

    So the State Department prints its telegrams since 2010. They have no FL1 to FL11 and no ending.
    """
    heading, text = telegram.heading, telegram.text
    parts = (heading.routing, heading.station, heading.dtg, heading.originator)
    if text.kind != "state" or any(part is not None for part in parts):
        return False
    from telegram.texts.state.text import StateText

    assert isinstance(text, StateText)
    return bool(text.head.labels)


def general_message_of(telegram: Telegram) -> tuple[str, Span] | None:
    """The number of a general message in a set-formatted text, and its place."""
    text = telegram.text
    if text.kind != "sets":
        return None
    from telegram.texts.sets.text import SetsText

    assert isinstance(text, SetsText)
    number = text.general_message
    return None if number is None else (number.text, text.spans["general_message"])


def _misspelt(telegram: Telegram) -> bool:
    """Whether a misspelt classification line opens the text, which is TG561 and not its absence."""
    body, line = reading_of(telegram).body, telegram.classification
    return body.class_span is None and line is not None and line.parts is not None


def text_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """The findings of a State or a set-formatted text; plain text has none of its own."""
    text = telegram.text
    if text.kind == "state":
        from telegram.texts.state.checks_frame import CLASSIFICATION_LINE_MISSING
        from telegram.texts.state.dates import day_of
        from telegram.texts.state.findings import findings as state_findings
        from telegram.texts.state.text import StateText

        assert isinstance(text, StateText)
        misspelt = _misspelt(telegram)
        for found in state_findings(text, day_of(telegram.heading.first.dtg, telegram.pivot)):
            if not (misspelt and found.rule is CLASSIFICATION_LINE_MISSING):
                yield found
    elif text.kind == "sets":
        from telegram.texts.sets.findings import findings as sets_findings
        from telegram.texts.sets.rules_citations import REFERENCE_NOT_CITED
        from telegram.texts.sets.rules_order import SET_MISSING
        from telegram.texts.sets.rules_remarks import REMARKS_NOT_OPENED
        from telegram.texts.sets.rules_syntax import REMARKS_NOT_ENDED
        from telegram.texts.sets.text import SetsText

        assert isinstance(text, SetsText)
        number, total = telegram.section or (1, 1)
        elsewhere: tuple[Rule, ...] = ()
        if number < total:
            elsewhere = (REMARKS_NOT_ENDED, REFERENCE_NOT_CITED)
        if number > 1:  # the first section has the head, and opens the remarks
            elsewhere += (SET_MISSING, REMARKS_NOT_OPENED)
        for found in sets_findings(text):
            if found.rule not in elsewhere:
                yield found

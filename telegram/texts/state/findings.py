"""What is wrong with a State text: every finding of the rules TG601 to TG697.

The rules stand beside the functions that report them, by topic, in the modules ``state_checks_…``.
Artefacts of copying (pilcrows, links, long lines, characters) are those of any text, and are found
there.
"""

from collections.abc import Iterator
from datetime import date

from telegram.diagnostics import Diagnostic
from telegram.texts.state.checks_captions import caption_findings
from telegram.texts.state.checks_frame import frame_findings
from telegram.texts.state.checks_layout import (
    block_findings,
    entity_findings,
    page_findings,
    signature_findings,
    smart_findings,
)
from telegram.texts.state.checks_order import order_findings
from telegram.texts.state.checks_paragraphs import paragraph_findings
from telegram.texts.state.checks_references import classifier_findings, reference_findings
from telegram.texts.state.checks_subject import subject_findings
from telegram.texts.state.checks_tags import tags_findings
from telegram.texts.state.dates import days_of
from telegram.texts.state.distribution import distribution_findings
from telegram.texts.state.text import StateText

_CHECKS = (
    frame_findings,
    caption_findings,
    tags_findings,
    subject_findings,
    reference_findings,
    paragraph_findings,
    block_findings,
    page_findings,
    signature_findings,
    smart_findings,
    entity_findings,
)
_DATED = (order_findings, classifier_findings)
"""The checks that also look at when the message was sent."""


def findings(text: StateText, sent: date | None = None) -> Iterator[Diagnostic]:
    """The findings of a text that was read, by topic; their spans are those of its source.

    `sent` is the day of the heading's date-time group; without it the year of the text is used.
    """
    if text.distribution is not None:
        yield from distribution_findings(text.distribution)
    for check in _CHECKS:
        yield from check(text)
    days = days_of(text, sent)
    for dated in _DATED:
        yield from dated(text, days)

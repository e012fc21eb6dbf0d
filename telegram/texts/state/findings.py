"""What is wrong with a State text: every finding of the rules TG601 to TG689.

The rules stand beside the functions that report them, by topic, in the modules ``state_checks_…``.
Artefacts of copying (pilcrows, links, long lines, characters) are those of any text, and are found
there.
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic
from telegram.texts.state.checks_captions import caption_findings
from telegram.texts.state.checks_frame import frame_findings
from telegram.texts.state.checks_layout import (
    block_findings,
    page_findings,
    signature_findings,
    smart_findings,
)
from telegram.texts.state.checks_order import order_findings
from telegram.texts.state.checks_paragraphs import paragraph_findings
from telegram.texts.state.checks_references import classifier_findings, reference_findings
from telegram.texts.state.checks_subject import subject_findings
from telegram.texts.state.checks_tags import tags_findings
from telegram.texts.state.text import StateText

_CHECKS = (
    frame_findings,
    caption_findings,
    order_findings,
    tags_findings,
    subject_findings,
    reference_findings,
    classifier_findings,
    paragraph_findings,
    block_findings,
    page_findings,
    signature_findings,
    smart_findings,
)


def findings(text: StateText) -> Iterator[Diagnostic]:
    """The findings of a text that was read, by topic; their spans are those of its source."""
    for check in _CHECKS:
        yield from check(text)

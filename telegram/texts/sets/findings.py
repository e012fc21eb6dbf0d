"""What is wrong with a set-formatted text: every finding, part by part.

Here: `findings`. Elsewhere: the rules, in the `rules_…` modules beside this one; the text
against the heading, in the checks across elements.
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic
from telegram.texts.sets import SetsText
from telegram.texts.sets.rules_addresses import address_findings
from telegram.texts.sets.rules_citations import citation_findings
from telegram.texts.sets.rules_identity import followed_findings, identity_findings
from telegram.texts.sets.rules_order import order_findings
from telegram.texts.sets.rules_references import reference_findings
from telegram.texts.sets.rules_remarks import remarks_findings
from telegram.texts.sets.rules_syntax import syntax_findings

_PARTS = (
    order_findings,
    address_findings,
    syntax_findings,
    identity_findings,
    followed_findings,
    reference_findings,
    citation_findings,
    remarks_findings,
)


def findings(text: SetsText) -> Iterator[Diagnostic]:
    """What is wrong with a text, by the rules that look at nothing else."""
    for part in _PARTS:
        yield from part(text)

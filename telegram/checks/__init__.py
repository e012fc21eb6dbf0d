"""What is wrong with a message: every finding, ordered by place.

A message is judged as a kept copy, or as a switch would (``as_sent=True``): what copies usually
lose is then an error, and what only matters on the wire is looked at. Checks of single elements
come first; rules that compare are silent where what they would compare was not read.

Here: `check` and `report_of`. Elsewhere: the rules, in the modules of this package and beside the
values.
"""

from collections.abc import Iterator

from attrs import evolve

from telegram.checks.accounting import accounting_findings
from telegram.checks.address_groups import address_group_findings
from telegram.checks.addressing import addressing_findings
from telegram.checks.artefacts import artefact_findings
from telegram.checks.characters import character_findings
from telegram.checks.chronology import chronology_findings
from telegram.checks.classification import classification_findings
from telegram.checks.declassification import declassification_findings
from telegram.checks.elements import element_findings
from telegram.checks.ending_presence import ending_presence_findings
from telegram.checks.identity import identity_findings
from telegram.checks.order import order_findings
from telegram.checks.pages import page_findings
from telegram.checks.precedence import precedence_findings
from telegram.checks.presence import heading_missing, presence_findings
from telegram.checks.protection import protection_findings
from telegram.checks.record_count import record_count_findings
from telegram.checks.scope import scopes
from telegram.checks.sets_heading import sets_heading_findings
from telegram.checks.state_addressing import state_addressing_findings
from telegram.checks.state_identity import state_identity_findings
from telegram.checks.subject_code import subject_code_findings
from telegram.checks.texts import labelled_alone, text_findings
from telegram.diagnostics import Diagnostic, Report
from telegram.model import Telegram
from telegram.source import Source

__all__ = ["check", "report_of"]

_OF_A_HEADING = (
    presence_findings,
    ending_presence_findings,
    order_findings,
    precedence_findings,
    identity_findings,
    chronology_findings,
    classification_findings,
    addressing_findings,
    address_group_findings,
    accounting_findings,
    record_count_findings,
    page_findings,
    state_identity_findings,
    state_addressing_findings,
    sets_heading_findings,
    subject_code_findings,
)
"""The checks that look at more than one line; each is called once a heading."""


def check(
    source_or_message: str | bytes | Source | Telegram,
    *,
    dialect: str = "auto",
    as_sent: bool = False,
) -> Report:
    """What is wrong with a message, given as text, as bytes or as read.

    :Shape:  dialect: as for `telegram.parse`; ignored for a message that is read already. as_sent:
             judge as a switch would, not as a kept copy.
    :Errors: ValueError for an unknown dialect; TypeError for another source. A bad message never
             raises.

    >>> report = check("R 310900Z FEB 75\\nFM AMEMBASSY EXAMPLE\\nTO SECSTATE WASHDC\\nBT\\n")
    >>> [str(d) for d in report.errors]
    ['TG403 dtg-day-not-in-month: day 31 does not exist in FEB 75']
    """
    from telegram.parsing import parse

    if isinstance(source_or_message, Telegram):
        return report_of(source_or_message, as_sent=as_sent)
    return report_of(parse(source_or_message, dialect=dialect), as_sent=as_sent)


def report_of(telegram: Telegram, *, as_sent: bool = False) -> Report:
    """What is wrong with a message that was read."""
    return Report.of(telegram.source, _graded(_findings(telegram, as_sent), as_sent))


def _findings(telegram: Telegram, as_sent: bool) -> Iterator[Diagnostic]:
    yield from element_findings(telegram)
    yield from text_findings(telegram)
    yield from protection_findings(telegram)
    yield from declassification_findings(telegram)
    yield from character_findings(telegram)
    yield from artefact_findings(telegram)
    if labelled_alone(telegram):  # it has no format lines to miss, and none to compare
        return
    headings = scopes(telegram, as_sent=as_sent)
    if not headings:
        yield from heading_missing(telegram)
    for scope in headings:
        for findings in _OF_A_HEADING:
            yield from findings(scope)


def _graded(found: Iterator[Diagnostic], as_sent: bool) -> Iterator[Diagnostic]:
    """The findings with the severity that the way of judging gives them."""
    for diagnostic in found:
        severity = diagnostic.rule.severity_when(as_sent=as_sent)
        yield (
            diagnostic if severity is diagnostic.severity else evolve(diagnostic, severity=severity)
        )

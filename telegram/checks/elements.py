"""What is wrong with each line by itself: one table from grammar rules to checks.

A line is looked at without its neighbours, so that damage to one line leaves the findings of all
others as they are. FL2 alone is also looked at as a whole, because it may run over several lines.

Here: the walk over a message's lines. Elsewhere: the checks of each kind of line (`routing`,
`station`, `security`, `preamble`, `addresses`, `endings`), lines that no rule takes
(`unrecognised`), and lines that a copy added (`intrusions`).
"""

from collections.abc import Iterator
from functools import cache

from telegram.checks import addresses, endings, preamble, routing, security, station, unsourced
from telegram.checks.intrusions import intrusion_findings
from telegram.checks.pieces import Finder
from telegram.checks.routing import routing_findings
from telegram.checks.unrecognised import intended, unrecognised_findings
from telegram.diagnostics import Diagnostic
from telegram.dialects import dialect
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.parsing.records import Record
from telegram.syntax import like

__all__ = ["FINDERS", "element_findings", "intended"]

FINDERS: dict[str, Finder] = {
    **station.FINDERS,
    **routing.FINDERS,
    **security.FINDERS,
    **preamble.FINDERS,
    **addresses.FINDERS,
    **endings.FINDERS,
    **unsourced.FINDERS,
}
"""The check of a line, by the grammar rule that read it; a rule without one finds nothing."""


@cache
def _finder(rule: str) -> Finder | None:
    return like(rule, FINDERS)


def element_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """What is wrong with each line of heading and ending by itself."""
    judged_in = dialect(telegram._reading.heading.dialect)
    routings: dict[int, list[Record]] = {}
    for record in telegram._reading.records:
        finder = _finder(record.rule) if record.rule else None
        if finder is not None and record.match is not None:
            yield from finder(record, judged_in)
        if record.format_line is FormatLine.FL2 and record.match is not None:
            routings.setdefault(record.draft, []).append(record)
    for lines in routings.values():
        yield from routing_findings(lines, judged_in)
    yield from unrecognised_findings(telegram)
    yield from intrusion_findings(telegram)

"""How well a message reads: what a repair is weighed by.

A message reads well where its lines are of standard form, its findings few, and its copies of one
fact agree. The numbers below only order the weights; nothing was fitted to data.

Here: the measure, before and after a repair. Elsewhere: the findings (`telegram.checks`), the
copies (`copies`).
"""

from collections import Counter

from attrs import frozen

from telegram.diagnostics import Severity
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.repairing.copies import Copy, copies, known_indicators, known_names

_SEVERITY = {Severity.ERROR: 2.0, Severity.WARNING: 0.7, Severity.NOTE: 0.2}
_NO_FAULT = frozenset({"TG304"})
"""The directory of indicators is not complete: one that it lacks says little."""
_LINES = frozenset(line for line in FormatLine if line.number is not None) - {FormatLine.FL12}


@frozen
class Weight:
    """How well a message reads.

    :ivar value: the sum of all below; higher is better.
    :ivar codes: the codes found, each as often as found.
    :ivar errors: those that are errors.
    :ivar copies: the facts stated twice.
    """

    value: float
    codes: Counter[str]
    errors: Counter[str]
    copies: tuple[Copy, ...]

    @property
    def agreed(self) -> dict[tuple[str, ...], Copy]:
        """The facts on which two statements agree, by the fields that state them."""
        return {copy.paths: copy for copy in self.copies if copy.agrees}


def weigh(telegram: Telegram) -> Weight:
    """How well a message reads."""
    found = tuple(copies(telegram))
    value = _shape(telegram, found)
    codes: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    for diagnostic in telegram.report:
        if diagnostic.code in _NO_FAULT:
            continue
        value -= _SEVERITY[diagnostic.severity]
        codes[diagnostic.code] += 1
        if diagnostic.severity is Severity.ERROR:
            errors[diagnostic.code] += 1
    return Weight(value, codes, errors, found)


def weigh_lightly(telegram: Telegram) -> float:
    """How well a message reads, its findings aside: they cost most of the time."""
    return _shape(telegram, tuple(copies(telegram)))


def _shape(telegram: Telegram, found: tuple[Copy, ...]) -> float:
    """The worth of the lines, of what the tables know, and of the copies."""
    value = 0.0
    for line in telegram._reading.records:
        if line.format_line is FormatLine.UNRECOGNISED:
            value -= 2.0
        elif line.format_line in _LINES and line.rule is not None:
            value += 0.0 if line.damaged or "continuation" in line.rule else 1.0
    value += _known(telegram)
    dtg = telegram.heading.dtg
    value += 1.0 if dtg is not None and dtg.year is not None else 0.0
    return value + sum(copy.weight if copy.agrees else -copy.weight for copy in found)


def _known(telegram: Telegram) -> float:
    """What the tables know of the addresses: indicators, names, and words that are precedences."""
    heading = telegram.heading
    senders = (heading.originator,) if heading.originator is not None else ()
    value = 0.0
    for addressee in (*senders, *heading.action, *heading.info):
        indicator = addressee.routing_indicator
        value += 0.7 * (indicator is not None and indicator.letters in known_indicators())
        value += 0.7 * (addressee.name in known_names())
        value += 0.7 * (addressee.precedence is not None)
    return value

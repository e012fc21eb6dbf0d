"""Rules TG621 to TG627: the E.O. line.

A date is compared with the date of the message where that is known, else with the days of its year:
what some day of the year would allow is not reported.
"""

from collections.abc import Iterator
from datetime import timedelta

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Severity
from telegram.source import Span
from telegram.texts.state.dates import Days, years_later
from telegram.texts.state.examples import CONFIDENTIAL, example
from telegram.texts.state.text import StateText
from telegram.values.executive_order import Declassification, ExecutiveOrder

_ORDERS = "the executive orders; dates in force of three of them (unsourced)"
_SLACK = timedelta(days=60)
_MOST_YEARS = 25

ORDER_NOT_IN_FORCE = Rule(
    code="TG621",
    name="order-not-in-force",
    severity=Severity.WARNING,
    message="E.O. {number} was not in force {when}",
    explanation="Each order superseded the one before; sixty days are allowed for habit.",
    how_to_fix="Cite the order in force on the date of the message.",
    source=_ORDERS,
    references=("EO-R1",),
    bad=example(dtg="P 061840Z MAR 79", order="E.O. 11652: N/A\n^^^^^^^^^^^^^^^"),
    good=example(dtg="P 061840Z JAN 79", order="E.O. 11652: N/A"),
)
CLASSIFIED_NOT_APPLICABLE = Rule(
    code="TG622",
    name="classified-without-declassification",
    severity=Severity.ERROR,
    message="a message that is {level} says {said}",
    explanation="A classified message says until when, or until which event, it stays so.",
    how_to_fix="Write DECL: and a date or an event.",
    source="E.O. 12958, 13526",
    references=("EO-R2", "not-applicable-on-classified"),
    bad=example(CONFIDENTIAL, order="E.O. 12958: N/A\n^^^^^^^^^^^^^^^"),
    good=example(CONFIDENTIAL),
)
UNCLASSIFIED_DECLASSIFIED = Rule(
    code="TG623",
    name="unclassified-with-declassification",
    severity=Severity.WARNING,
    message="an unclassified message says when to declassify it",
    explanation="There is nothing to declassify: either the level or the E.O. line is wrong.",
    how_to_fix="Write N/A, or the level the message has.",
    source=_ORDERS,
    references=("EO-R3", "declassification-without-classification"),
    bad=example(order="E.O. 12958: DECL: 06/06/2018\n" + "^" * 28),
    good=example(),
)
DATE_IMPOSSIBLE = Rule(
    code="TG624",
    name="declassification-date-impossible",
    severity=Severity.ERROR,
    message="{text!r} holds a date that no calendar has",
    explanation="Dates are month/day/year; a day written first is the usual cause.",
    how_to_fix="Write month/day/year.",
    source="E.O. 12958, 13526",
    references=("EO-R4",),
    bad=example(CONFIDENTIAL, order="E.O. 12958: DECL: 31/12/2018\n" + "^" * 28),
    good=example(CONFIDENTIAL),
)
DATE_OUT_OF_RANGE = Rule(
    code="TG625",
    name="declassification-date-out-of-range",
    severity=Severity.WARNING,
    message="the date {day} is {how}",
    explanation="""
        A date before that of the message declassifies nothing; over 25 years need an exemption.
        """,
    how_to_fix="Look for a mistyped year.",
    source=_ORDERS,
    references=("EO-R5",),
    bad=example(CONFIDENTIAL, order="E.O. 12958: DECL: 06/05/2008\n" + "^" * 28),
    good=example(CONFIDENTIAL),
)
LABEL_MISSPELT = Rule(
    code="TG626",
    name="order-label-misspelt",
    severity=Severity.NOTE,
    message="the label is written {label!r}",
    explanation="The label is E.O., a blank, and the number.",
    how_to_fix="Write E.O. and a blank.",
    source="cablemap tests (usage)",
    references=("EO-R6",),
    bad=example(order="E.0. 12958: N/A\n^^^^^^^^^^^^^^^"),
    good=example(),
)
ORDER_UNKNOWN = Rule(
    code="TG627",
    name="order-unknown",
    severity=Severity.WARNING,
    message="no E.O. line cites an executive order {number}",
    explanation="""
        Five orders governed classification since 1972; a digit is lost or changed. An order that
        amends one, such as 13292, is not cited.
        """,
    how_to_fix="Write the order in force: 13526 since 2010.",
    source=_ORDERS,
    references=("EO-R7", "executive-order-unknown"),
    bad=example(order="E.O. 1295: N/A\n^^^^^^^^^^^^^^"),
    good=example(),
)


def order_findings(text: StateText, sent: Days | None = None) -> Iterator[Diagnostic]:
    """The E.O. line against the level of the message, and the days on which it may be sent."""
    order = text.executive_order
    if order is None or "executive_order" not in text.field_spans:
        return
    place = text.field_spans["executive_order"]
    label = text.head.order_label
    if label.strip(" ") != "E.O." and label:
        first = place.start
        written = Span(first, first + len(label))
        fix = Fix("Write E.O.", (Edit(written, "E.O. "),)) if text.at(written) == label else None
        yield LABEL_MISSPELT.at(place, fix, label=label.strip())
    if not order.known or _amends(order):
        yield ORDER_UNKNOWN.at(place, number=order.number)
    elif sent is not None and not _in_force(order, sent):
        when = f"in {sent.first.year}" if sent.first != sent.last else f"on {sent.first}"
        yield ORDER_NOT_IN_FORCE.at(place, number=order.number, when=when)
    level = text.level_name
    if level not in (None, "UNCLASSIFIED", "LIMITED OFFICIAL USE"):
        if order.not_applicable:
            yield CLASSIFIED_NOT_APPLICABLE.at(place, level=level, said="N/A")
        elif not order.text and not text.head.labels:  # SMART says the rest elsewhere
            yield CLASSIFIED_NOT_APPLICABLE.at(place, level=level, said="nothing more")
    decided = order.declassification
    if decided is None:
        return
    if level == "UNCLASSIFIED" and (decided.kind != "event" or _declassifies(order)):
        yield UNCLASSIFIED_DECLASSIFIED.at(place)
    if decided.impossible:
        yield DATE_IMPOSSIBLE.at(place, text=order.text)
    if decided.day is not None and sent is not None:
        yield from _range(decided, sent, place)


def _amends(order: ExecutiveOrder) -> bool:
    """Whether an order amends the one that its line goes on citing."""
    return "amends" in (order.title or "")


def _declassifies(order: ExecutiveOrder) -> bool:
    """Whether a line that names an event says DECL, and not only words that are not understood."""
    return (order.text or "").upper().startswith("DECL")


def _range(decided: Declassification, sent: Days, place: Span) -> Iterator[Diagnostic]:
    """A day before the message, or too long after it; an exemption may last longer."""
    assert decided.day is not None
    if decided.day < sent.first:
        yield DATE_OUT_OF_RANGE.at(place, day=decided.day, how="before that of the message")
    elif decided.kind != "exemption" and decided.day > years_later(sent.last, _MOST_YEARS):
        how = f"more than {_MOST_YEARS} years after the message"
        yield DATE_OUT_OF_RANGE.at(place, day=decided.day, how=how)


def _in_force(order: ExecutiveOrder, sent: Days) -> bool:
    first, last = order.in_force
    if first is not None and first - _SLACK > sent.last:
        return False
    return last is None or last + _SLACK >= sent.first

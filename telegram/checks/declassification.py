"""Until when a text is classified: whether it says so in the terms of its own time.

Each executive order has its own terms, and a message uses those of the order that it cites. What a
later order abolished stays valid in messages of before.

Here: rule TG592, and the lines of authority blocks wherever they stand. Elsewhere: such a line by
itself (`values.markings.declassify`); the E.O. line against level and date (`texts.state`); the set
DECL (`sets_heading`).
"""

from collections.abc import Iterator
from datetime import date

from telegram.checks.surfaces import Surfaces, moved
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.model import Telegram
from telegram.source import Span, next_ending
from telegram.syntax import matcher
from telegram.texts.state.examples import CONFIDENTIAL, example
from telegram.texts.state.text import StateText
from telegram.values.executive_order import Declassification
from telegram.values.markings.declassify import declassify_problems
from telegram.values.markings.declassify_rules import (
    DECLASSIFICATION_DATE_FORMAT,
    DECLASSIFICATION_VALUE_RETIRED,
)

ORDER_MISMATCH = Rule(
    code="TG592",
    name="declassification-order-mismatch",
    severity=Severity.WARNING,
    message="{text!r} is a term of another order than {order}",
    explanation="""
        GDS belongs to E.O. 11652 and 12065, XGDS and ADS to 11652, RDS to 12065, OADR to 12356, a
        date or an event to the orders since 12356. One of the two was copied from another message.
        """,
    how_to_fix="Write what the order provides, or cite the order in force.",
    source="1975 STATE 099768; 1978 STATE 296107; E.O. 12356, 12958, 13526",
    bad=example(CONFIDENTIAL, order="E.O. 12958: GDS\n^^^^^^^^^^^^^^^"),
    good=example(CONFIDENTIAL),
)

_LABELS = ("DECLASSIFY ON", "Declassify On", "Declassify on", "declassify on")
_LONGEST = 200
"""Characters of a line of an authority block."""
_WIDEST_MARGIN = 40
_IN_FORCE = {
    DECLASSIFICATION_VALUE_RETIRED.code: date(2003, 9, 22),
    DECLASSIFICATION_DATE_FORMAT.code: date(2010, 6, 27),
}
"""From when on a rule holds: the end of X1 to X8, and E.O. 13526 with its eight figures."""
_TERMS = {
    "GDS": ("11652", "12065"),
    "XGDS": ("11652",),
    "ADS": ("11652",),
    "RDS": ("12065",),
    "OADR": ("12356",),
    "50X": ("13526",),
    "75X": ("13526",),
    "date": ("12356", "12958", "13526"),
}
"""The orders of each term. 25X was written under E.O. 12958 too, and an event may be any words."""
_RETIRED = {"OADR": ("12958", "13526"), "X": ("13526",)}
"""Terms that a later order abolished, and the orders under which they are written nevertheless."""


def declassification_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """How the text says until when it is classified."""
    surfaces = Surfaces(telegram)
    yield from _blocks(surfaces)
    text = telegram.text
    if isinstance(text, StateText):
        yield from _order(text)


def _order(text: StateText) -> Iterator[Diagnostic]:
    """The terms of the E.O. line against the order that it cites."""
    order, place = text.executive_order, text.field_spans.get("executive_order")
    if order is None or order.declassification is None or place is None or not order.known:
        return
    for term in _terms(order.declassification):
        if order.number in _RETIRED.get(term, ()):
            yield DECLASSIFICATION_VALUE_RETIRED.at(place, text=order.text)
        elif order.number not in _TERMS.get(term, (order.number,)):
            yield ORDER_MISMATCH.at(place, text=order.text, order=f"E.O. {order.number}")


def _terms(decided: Declassification) -> list[str]:
    """The terms that a line uses, without figures; a date is one only where it stands alone."""
    if decided.kind == "date":
        return ["date"]
    found = []
    for code in decided.codes:
        word = code.partition("-")[0]
        found.append(
            word[:3]
            if word[:2].isdigit()
            else "X"
            if word[:1] == "X" and word[1:].isdigit()
            else word
        )
    return list(dict.fromkeys(found))


def _blocks(surfaces: Surfaces) -> Iterator[Diagnostic]:
    """The lines that say when; by the rules of the message's day."""
    source, text = surfaces.telegram.source.text, surfaces.telegram.text.span
    for label in _LABELS:
        at = source.find(label, text.start, text.end)
        while at >= 0:
            content, after = next_ending(source, at, text.end)
            yield from _block(surfaces, at, content)
            at = source.find(label, max(after, at + 1), text.end)


def _block(surfaces: Surfaces, at: int, content: int) -> Iterator[Diagnostic]:
    """A line in which the label stands at a place, if it begins there."""
    source = surfaces.telegram.source.text
    before = source[max(at - _WIDEST_MARGIN, 0) : at].rstrip(" \t\xa0")
    words = source[at:content].rstrip().rstrip("/")  # the end of a set may follow
    if before and before[-1] not in "\n\r\f":
        return
    if len(words) > _LONGEST or matcher("markings:declassify_on").fullmatch(words) is None:
        return
    for found in declassify_problems(words):
        start = _IN_FORCE.get(found.code)
        if start is None or surfaces.day is None or surfaces.day >= start:
            yield moved(found, lambda a, b: Span(at + a, at + b))

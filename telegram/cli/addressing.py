"""Addressees, decoded: role, name, effective precedence, station, offices.

Here: the details of FL6 to FL9. Elsewhere: the other lines (`decoding`).
"""

from collections.abc import Iterable, Iterator, Mapping

from telegram.cli import words
from telegram.cli.detail import Detail
from telegram.lines import FormatLine
from telegram.model import Heading
from telegram.source import Span
from telegram.values.addressee import Addressee

LINES = frozenset({FormatLine.FL6, FormatLine.FL7, FormatLine.FL8, FormatLine.FL9})
"""The format lines that hold addressees."""


Place = tuple[int, str, Addressee]
"""Where an addressee begins, its kind, the addressee."""


def places(heading: Heading, spans: Mapping[str, Span]) -> list[Place]:
    """The addressees of a heading in the order of the source."""
    found = [
        (span.start, kind, addressee)
        for kind, path, addressee in _addressees(heading)
        if (span := spans.get(path)) is not None
    ]
    return sorted(found, key=lambda place: place[0])


def details(heading: Heading, addressees: Iterable[Place]) -> list[Detail]:
    """What is to be said about addressees."""
    return [
        detail
        for _, kind, addressee in addressees
        for detail in _addressee(heading, kind, addressee)
    ]


def _addressees(heading: Heading) -> Iterator[tuple[str, str, Addressee]]:
    if heading.originator is not None:
        yield "originator", "originator", heading.originator
    for kind, addressees in (
        ("action", heading.action),
        ("info", heading.info),
        ("exempt", heading.exempt),
    ):
        for index, addressee in enumerate(addressees):
            yield kind, f"{kind}[{index}]", addressee


def _addressee(heading: Heading, kind: str, addressee: Addressee) -> Iterator[Detail]:
    yield Detail(kind, addressee.name, "; ".join(_said(heading, kind, addressee)))
    if addressee.routing_indicator is not None:
        yield Detail(
            "station",
            addressee.routing_indicator.letters,
            words.indicator(addressee.routing_indicator),
        )
    if addressee.zen:
        yield Detail("delivery", "ZEN", "served by other means, not over this network")
    if addressee.offices:
        noun = "office" if len(addressee.offices) == 1 else "offices"
        yield Detail(noun, ", ".join(addressee.offices))
    if addressee.number is not None:
        yield Detail(
            "number", addressee.number, "by the originator's count of messages to this addressee"
        )
    if addressee.alias is not None:
        yield Detail("alias", addressee.alias, "its name in the directory")


def _said(heading: Heading, kind: str, addressee: Addressee) -> Iterator[str]:
    if kind in ("action", "info"):
        precedence = heading.effective_precedence(addressee)
        if addressee.precedence is not None:
            yield addressee.precedence.word
        elif precedence is not None:
            yield f"{precedence.word} (from FL5)"
    if kind == "exempt":
        yield "left out of the collective addressed"
    if addressee.collective:
        yield "stands for many addressees"

"""Service messages: operators of two stations about messages that passed between them.

``UNCLAS SVC EXERCISE`` and a signal a line, each with the message that it is about: named by
station, serial number and filing time where the dialect has them so, else by originator and
date-time group.

Here: the lines and what they ask. Elsewhere: what reads them (`telegram.service`).

:Source: NAVEDTRA 14222; Navy GENSER lesson 4.
"""

from datetime import timedelta

from telegram.generating.heading import on_the_wire, senders
from telegram.generating.occasion import Occasion, wrapped
from telegram.generating.prose import MARKED, lines
from telegram.generating.said import Written
from telegram.service import Service, ServiceRequest
from telegram.syntax.writing import write
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.filing_time import FilingTime
from telegram.values.message_cited import MessageCited
from telegram.values.operating_signal import OperatingSignal

_ASKED = (
    OperatingSignal("ZUI"),
    OperatingSignal("ZDK", interrogative=True),
    OperatingSignal("ZDF", interrogative=True),
    OperatingSignal("ZFR"),
)
"""Attend to it, repeat it, say when you had it, cancel it."""
_LATEST = 72
"""Hours since the messages that are asked about, at most."""
_FORMS_WITH_SERIAL = ("us", None)
"""FL3 with a day of the year, or FL2 in its place."""


def service_text(occasion: Occasion) -> Written:
    """The lines of a service message: as many requests as it is to have paragraphs."""
    dice, width = occasion.dice, occasion.dialect.limits.line
    requests = tuple(_request(occasion) for _ in range(dice.between(*occasion.paragraphs)))
    opening = write("plaindress:classification_line", {"level": occasion.level.spaced}).text
    before = f"EXERCISE {MARKED}" if occasion.protected else "EXERCISE"
    found = [*lines(f"{opening} SVC {before}", width)]
    for request in requests:
        found += lines(_written(request), width)
    return Written(tuple(found), {"kind": "plain"}, Service(requests, tuple(before.split())))


def _written(request: ServiceRequest) -> str:
    """The line of a request."""
    named = request.message or f"{request.originator} {request.dtg}"
    return f"{request.signal} {named}"


def _request(occasion: Occasion) -> ServiceRequest:
    """A signal and an earlier message."""
    dice, dialect = occasion.dice, occasion.dialect
    signal = dice.choice(_ASKED)
    others = [s for s in senders(dialect, post=False) if s is not occasion.station]
    station = dice.choice(others)
    when = occasion.released - timedelta(minutes=dice.between(30, _LATEST * 60))
    counted = on_the_wire(dialect) and dialect.station_form in _FORMS_WITH_SERIAL
    if counted and dice.chance(0.6):
        filed = FilingTime(when.timetuple().tm_yday, None, when.hour, when.minute)
        number = wrapped(dice.between(1, 9999), 4)
        return ServiceRequest(signal, MessageCited(station.indicator, number, filed))
    return ServiceRequest(signal, None, station.name, DateTimeGroup.at(when))

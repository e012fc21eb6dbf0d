"""The heading that the other procedure writes.

FL2 and FL3 of ACP 127 are one line in JANAP 128, and absent in a print layout. What the other side
asks for and the message says elsewhere is derived: the classification letter from FL4 or from the
text, FL4 from the letter, the redundancy from both.

Here: `Given`, `given_of`, `letter_of`, `refiled`. Elsewhere: the whole message (`procedure`), lines
(`telegram.formatting`).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from attrs import evolve, fields, frozen

from telegram.data import table
from telegram.dialects import AMHS, Dialect, Need
from telegram.lines import FormatLine
from telegram.model import Heading, PrecedencePair
from telegram.values.call_sign import StationDesignator, call_sign_of
from telegram.values.classification import Classification, ClassificationLine
from telegram.values.filing_time import FilingTime
from telegram.values.precedence import Precedence
from telegram.values.routing import (
    ContentIndicator,
    LanguageMedia,
    ReleaseCode,
    Routing,
    make_routing,
)
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.security import Security
from telegram.values.station_serial import StationSerial, make_station
from telegram.values.transmission_identification import TransmissionIdentification

T = TypeVar("T")

USUAL_MEDIA = LanguageMedia("TT")
"""Teletype at both ends."""
USUAL_CONTENT = ContentIndicator("ZYUW")
"""A narrative text."""
_DIGITS = 4
"""Of a serial number, but in base ACP 127, which also writes three."""


@frozen
class Given:
    """What the caller supplies where the message lacks it, or says otherwise."""

    station: RoutingIndicator | None = None
    serial: str | None = None
    filed: FilingTime | None = None
    called: tuple[RoutingIndicator, ...] = ()
    channel: TransmissionIdentification | None = None
    classification: str | None = None
    lmf: LanguageMedia | None = None
    content: ContentIndicator | None = None

    @property
    def names(self) -> frozenset[str]:
        """The facts that are given, by their names in the grammar."""
        named = {
            "routing_indicator": self.station,
            "serial": self.serial,
            "filing_time": self.filed,
            "routing_indicators": self.called,
            "channel": self.channel,
            "channel_number": self.channel,
            "classification": self.classification,
            "language_media": self.lmf,
            "content_indicator": self.content,
        }
        return frozenset(name for name, value in named.items() if value)


def given_of(
    *,
    station: str | RoutingIndicator | None = None,
    serial: str | None = None,
    filed: str | FilingTime | None = None,
    called: Iterable[str | RoutingIndicator] = (),
    channel: str | TransmissionIdentification | None = None,
    classification: str | None = None,
    lmf: str | None = None,
    content: str | None = None,
    **unknown: Any,
) -> Given:
    """What the caller gives, texts read as values; of the stations called, one text is one.

    :Errors: `FieldError` for a text that writes no such value; TypeError for another type or name.
    """
    if unknown:
        names = ", ".join(each.name for each in fields(Given))
        raise TypeError(f"{', '.join(unknown)} cannot be given; what can is {names}")
    stations = [called] if isinstance(called, str | RoutingIndicator) else called
    return Given(
        _value("station", station, RoutingIndicator, RoutingIndicator),
        _value("serial", serial, str, str),
        _value("filed", filed, FilingTime, FilingTime.parse),
        tuple(
            found
            for each in stations
            if (found := _value("called", each, RoutingIndicator, RoutingIndicator)) is not None
        ),
        _value("channel", channel, TransmissionIdentification, TransmissionIdentification.parse),
        _letter(_value("classification", classification, str, str)),
        _value("lmf", lmf or None, LanguageMedia, LanguageMedia),
        _value("content", content or None, ContentIndicator, ContentIndicator),
    )


def _value(name: str, given: object, kind: type[T], read: Callable[[str], T]) -> T | None:
    """What is given under a name, as a value of its kind."""
    if given is None or isinstance(given, kind):
        return given
    if not isinstance(given, str):
        wanted = "a text" if kind is str else f"a text or {kind.__name__}"
        raise TypeError(f"{name} is {wanted}, not {type(given).__name__}")
    return read(given)


def _precedences(heading: Heading) -> PrecedencePair:
    """The precedences of FL5; of a heading without any, the highest that its addressees have."""
    said = heading.precedence
    if said.action is not None:
        return said
    action, info = (
        max((each.precedence for each in addressees if each.precedence), default=None)
        for addressees in (heading.action, heading.info)
    )
    return said if action is None else PrecedencePair(action, info if info != action else None)


def _letter(classification: str | None) -> str | None:
    """The letter of a level, or the letter itself."""
    if classification is None or classification in table("security-letters", "letter"):
        return classification
    return Classification.parse(classification).letter


@frozen
class _Wire:
    """What FL2 and FL3 say together, whichever of them says it."""

    station: StationDesignator | None
    serial: str | None
    filed: FilingTime | None
    called: tuple[StationDesignator, ...]


def letter_of(line: ClassificationLine | None) -> str | None:
    """The classification letter of FL2 and FL4 that a classification line or a banner asks for."""
    if line is None or line.level is None:
        return None
    letter = line.level.letter
    return "E" if letter == "U" and "E F T O" in line.caveats else letter


def refiled(
    heading: Heading,
    dialect: Dialect,
    letter: str | None,
    released: datetime | None,
    given: Given | None = None,
) -> Heading:
    """The heading with what a dialect holds.

    :Shape:  letter: the classification letter that the text asks for; released: the instant of the
             date-time group, by which a filing time is told by another day.
    """
    given = given or Given()
    heading = evolve(heading, precedence=_precedences(heading))
    if dialect is AMHS:
        return evolve(heading, transmission=None, routing=None, station=None, pilot=None)
    security = heading.security
    if dialect.needs[FormatLine.FL4] is Need.ON_THE_WIRE:
        security = security or _security(given.classification or _own(heading) or letter)
    wire = _wire(heading, dialect, released, given)
    pilot = heading.pilot and refiled(heading.pilot, dialect, letter, released)
    made = evolve(
        heading,
        transmission=given.channel or heading.transmission,
        security=security,
        pilot=pilot,
    )
    if dialect.station_form is None:
        return evolve(made, routing=_header(made, wire, letter, given), station=None)
    return evolve(
        made,
        routing=Routing(_called_in(heading, dialect), wire.called) if wire.called else None,
        station=_station(heading.station, wire, dialect),
    )


def _called_in(heading: Heading, dialect: Dialect) -> tuple[Precedence, ...]:
    """The precedence in FL2; a call on a radio net has none."""
    return () if dialect.station_form == "call" else _precedence(heading)


def _own(heading: Heading) -> str | None:
    return heading.routing.classification if heading.routing is not None else None


def _wire(heading: Heading, dialect: Dialect, released: datetime | None, given: Given) -> _Wire:
    routing, station = heading.routing, heading.station
    caller: StationDesignator | None = routing.originator if routing is not None else None
    serial = routing.serial if routing is not None else None
    filed = routing.filed if routing is not None else None
    if station is not None:
        caller, serial, filed = (
            caller or station.indicator,
            serial or station.serial,
            filed or station.filed,
        )
    serial = given.serial or serial
    if serial is not None and dialect.station_form != "base":
        serial = serial.zfill(_DIGITS)
    named = _named((given.station or caller,), dialect)
    return _Wire(
        named[0] if named else None,
        serial,
        _filed(given.filed or filed, dialect, released),
        _named(given.called or (routing.indicators if routing is not None else ()), dialect),
    )


def _named(
    stations: Iterable[StationDesignator | None], dialect: Dialect
) -> tuple[StationDesignator, ...]:
    """Stations as a dialect names them.

    On a radio net an indicator serves as a call sign; no call sign is an indicator.
    """
    signed = dialect.station_form == "call"
    return tuple(
        call_sign_of(each.letters) if signed else each
        for each in stations
        if each is not None and (signed or isinstance(each, RoutingIndicator))
    )


def _filed(
    filed: FilingTime | None, dialect: Dialect, released: datetime | None
) -> FilingTime | None:
    """A filing time by the day that the dialect writes, of the month in base ACP 127; as it is
    where nothing tells that day.
    """
    if filed is None or filed.hour is None or released is None:
        return filed
    by_month = dialect.station_form == "base"
    if by_month == (filed.day_of_month is not None):
        return filed
    moment = filed.resolve(released)
    day = None if by_month else moment.timetuple().tm_yday
    return FilingTime(day, moment.day if by_month else None, filed.hour, filed.minute)


def _station(own: StationSerial | None, wire: _Wire, dialect: Dialect) -> StationSerial | None:
    """FL3; None where nothing names the station or its number."""
    if wire.station is None:
        return None
    if dialect.station_form == "call":
        return make_station(wire.station, wire.serial, None, None)
    if wire.serial is None:
        return None
    section = own.section if own is not None and dialect.station_form == "us" else None
    return make_station(wire.station, wire.serial, section, wire.filed)


def _header(heading: Heading, wire: _Wire, letter: str | None, given: Given) -> Routing:
    """FL2 of JANAP 128."""
    routing, security = heading.routing, heading.security
    own = _own(heading)
    wanted = given.classification or own or (security and security.classification) or letter
    release = (routing and routing.release) or (security.release if security else ())
    kept = routing.redundancy if routing is not None and wanted == own else None
    return make_routing(
        _precedence(heading),
        wire.called,
        given.lmf or (routing and routing.lmf) or USUAL_MEDIA,
        wanted,
        given.content or (routing and routing.content) or USUAL_CONTENT,
        wire.station if isinstance(wire.station, RoutingIndicator) else None,
        wire.serial,
        wire.filed,
        routing.records if routing is not None else None,
        kept or _redundancy(wanted, release),
        release,
        True,
    )


def _precedence(heading: Heading) -> tuple[Precedence, ...]:
    """FL2's own precedence, else the highest of FL5."""
    if heading.routing is not None and heading.routing.precedence:
        return heading.routing.precedence
    highest = heading.precedence.highest
    return () if highest is None else (highest,)


def _security(letter: str | None) -> Security | None:
    """FL4 for a classification letter."""
    row = table("security-letters", "letter").get(letter or "")
    if row is None or not row["group"]:
        return None
    return Security(row["warning"], row["group"])


def _redundancy(letter: str | None, release: Sequence[ReleaseCode]) -> str | None:
    """The letter four times, or twice before release codes."""
    if letter is None:
        return None
    codes = "".join(map(str, release))
    return letter * 4 if not codes else letter * 2 + (codes * 2)[:2]

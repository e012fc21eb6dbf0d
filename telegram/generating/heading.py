"""The heading of a generated message: values that agree with each other.

What a heading has follows from the dialect's record: a station line or a header that holds it,
routing indicators where there is an FL2, numbers of addressees where the dialect counts them.

Here: format lines 1 to 9 as values. Elsewhere: how they are written (`telegram.formatting`).
"""

from collections.abc import Sequence
from datetime import timedelta

from attrs import frozen

from telegram.dialects import Dialect, Need
from telegram.generating.occasion import Occasion, wrapped
from telegram.generating.pools import Station, stations, words
from telegram.lines import FormatLine
from telegram.model import Heading, PrecedencePair
from telegram.values.addressee import Addressee
from telegram.values.call_sign import CallSign
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.filing_time import FilingTime
from telegram.values.operating_signal import OperatingSignal
from telegram.values.precedence import Precedence
from telegram.values.routing import ContentIndicator, LanguageMedia, ReleaseCode, Routing
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.security import Security
from telegram.values.station_serial import StationSerial
from telegram.values.transmission_identification import TransmissionIdentification

_PRECEDENCES = "RRRRRPPPOOZ"
"""What stations send: mostly routine, rarely flash."""
_SHARE_DUAL = 0.3
_SHARE_NIGHT = 0.1
_SHARE_INDICATOR = 0.5
_SHARE_OFFICES = 0.4
_LONGEST_FILING = 20
"""Minutes between release and filing, at most."""


@frozen
class Wanted:
    """What the heading is to have; None leaves it to the dice.

    :ivar action: how many action addressees, from and to; so the others.
    :ivar dual: whether information addressees may have a precedence of their own.
    :ivar also: a station that is among the action addressees.
    """

    precedence: Precedence | None
    info_precedence: Precedence | None
    action: tuple[int, int]
    info: tuple[int, int]
    exempt: tuple[int, int]
    dual: bool = True
    also: Station | None = None


def header_holds_station(dialect: Dialect) -> bool:
    """Whether FL2 names station and serial number, as in JANAP 128."""
    return dialect.station_form is None and on_the_wire(dialect)


def on_the_wire(dialect: Dialect) -> bool:
    """Whether the dialect has the lines that a relay writes."""
    return dialect.needs[FormatLine.FL2] is not Need.UNUSED


def senders(dialect: Dialect, post: bool) -> tuple[Station, ...]:
    """Who may send in a dialect; a header that names the station has seven letters for it."""
    pool = stations("post" if post else _units(dialect))
    if header_holds_station(dialect):
        return tuple(station for station in pool if len(station.indicator.letters) == 7)
    return pool


def _units(dialect: Dialect) -> str:
    return "allied unit" if dialect.station_form == "base" else "unit"


def heading_of(occasion: Occasion, wanted: Wanted, sections: int) -> Heading:
    """The heading of an occasion, or of the first of its sections."""
    dialect, dice = occasion.dialect, occasion.dice
    sent = (occasion.count - 1) * sections + 1
    # State's serial number is that of the telegram; elsewhere each section has the next one.
    serial = f"{occasion.record:04}"[-4:] if occasion.station.post else wrapped(sent, 4)
    action, info, exempt = _addressees(occasion, wanted)
    precedence = _precedence(occasion, wanted, bool(info))
    action, info = _spoken(occasion, precedence, action), _spoken(occasion, precedence, info, 1)
    filed = occasion.released + timedelta(minutes=dice.between(1, _LONGEST_FILING))
    filing = FilingTime(
        filed.timetuple().tm_yday if dialect.station_form != "base" else None,
        filed.day if dialect.station_form == "base" else None,
        filed.hour,
        filed.minute,
    )
    letter = occasion.letter
    release = _release(occasion)
    coded = "".join(code.letter * 2 for code in release)
    security = Security(
        "ZNR" if letter == "U" else "ZNY",
        letter * (5 - len(coded)) + coded,
        occasion.control.handling if occasion.control is not None else None,
        release,
        signals=(OperatingSignal("ZZH"),) if occasion.station.post else (),
    )
    transmission, routing, station = None, None, None
    indicator = occasion.station.indicator
    if on_the_wire(dialect):
        transmission = _transmission(occasion, sent)
        called = _called(action + info, occasion)
        highest = precedence.highest
        assert highest is not None
        if header_holds_station(dialect):
            routing = Routing(
                (highest,),
                called,
                LanguageMedia(dice.choice(("TT", "TT", "AT", "TA"))),
                letter,
                ContentIndicator("ZYVW" if occasion.service else "ZYUW"),
                indicator,
                serial,
                filing,
                None,
                letter * (4 - len(coded)) + coded,
                release,
                complete=True,
            )
        elif dialect.station_form == "call":
            routing = Routing((), tuple(CallSign(each.letters) for each in called))
            station = StationSerial(CallSign(indicator.letters), serial)
        else:
            routing = Routing((highest,), called)
            station = StationSerial(indicator, serial, None, filing)
    return Heading(
        transmission=transmission,
        routing=routing,
        station=station,
        security=security if dialect.needs[FormatLine.FL4] is Need.ON_THE_WIRE else None,
        precedence=precedence,
        dtg=DateTimeGroup(
            occasion.released.day,
            occasion.released.hour,
            occasion.released.minute,
            "Z",
            occasion.released.month,
            occasion.released.year % 100,
        ),
        originator=Addressee(
            occasion.station.name, offices=_offices(occasion) if not occasion.station.post else ()
        ),
        action=action,
        info=info,
        exempt=exempt,
    )


def _release(occasion: Occasion) -> tuple[ReleaseCode, ...]:
    """The release code of FL4 and FL2: United States units have it (ACP 117 CAN-US SUPP-1)."""
    control, station = occasion.control, occasion.station
    if control is None or control.code is None or station.post:
        return ()
    return (ReleaseCode(control.code),) if _units(occasion.dialect) == "unit" else ()


def _transmission(occasion: Occasion, sent: int) -> TransmissionIdentification:
    dialect = occasion.dialect
    if dialect.station_form in ("base", "call"):
        return TransmissionIdentification(wrapped(sent, 3), None, occasion.letter)
    if header_holds_station(dialect):
        letters = occasion.station.indicator.letters
        return TransmissionIdentification(wrapped(sent, 3), f"{letters[4:6]}A")
    return TransmissionIdentification(wrapped(sent, 4), "XYZ")


def _called(addressees: Sequence[Addressee], occasion: Occasion) -> tuple[RoutingIndicator, ...]:
    """The stations that a switch is to call, each once."""
    known = {station.name: station.indicator for station in (*_pool(occasion), *_allied(occasion))}
    found = dict.fromkeys(
        known[each.name] for each in addressees if not each.zen and each.name in known
    )
    return tuple(found)


def _pool(occasion: Occasion) -> tuple[Station, ...]:
    if occasion.station.post:
        return (*stations("department"), *stations("post"))
    return stations(_units(occasion.dialect))


def _allied(occasion: Occasion) -> tuple[Station, ...]:
    """The stations behind the gateway that the release code opens."""
    return tuple(
        station
        for code in _release(occasion)
        for station in stations("allied unit")
        if code.fits(station.indicator.letters)
    )


def _precedence(occasion: Occasion, wanted: Wanted, info: bool) -> PrecedencePair:
    dice = occasion.dice
    action = wanted.precedence or Precedence(dice.choice(_PRECEDENCES))
    second = wanted.info_precedence
    if wanted.dual and second is None and dice.chance(_SHARE_DUAL):
        lower = [letter for letter in "RPO" if Precedence(letter) < action]
        second = Precedence(dice.choice(lower)) if lower else None
    return PrecedencePair(action, second if info else None)


_Three = tuple[tuple[Addressee, ...], tuple[Addressee, ...], tuple[Addressee, ...]]


def _addressees(occasion: Occasion, wanted: Wanted) -> _Three:
    """Action, info and exempted addressees, none of them twice."""
    dice = occasion.dice
    counts = [dice.between(*each) for each in (wanted.action, wanted.info, wanted.exempt)]
    others = [station for station in _pool(occasion) if station is not occasion.station]
    collective = _collective(occasion) if counts[2] else ()
    chosen: list[Station] = []
    if occasion.station.post and counts[0]:
        # Posts report to the Department first.
        chosen.append(others.pop(0))
    chosen += dice.some(others, sum(counts) - len(chosen))
    if allied := _allied(occasion):
        chosen[counts[0] + counts[1] - 1] = dice.choice(allied)
    if wanted.also is not None and wanted.also not in chosen[: counts[0]]:
        chosen = [each for each in chosen if each is not wanted.also]
        chosen[counts[0] - 1 : counts[0]] = [wanted.also]
    named = [_addressee(occasion, station) for station in chosen]
    action, info = named[: counts[0]], named[counts[0] : counts[0] + counts[1]]
    exempt = tuple(Addressee(each.name) for each in named[counts[0] + counts[1] :])
    if info:
        info[-1:] = [*info[-1:], *collective]
    else:
        action += collective
    return tuple(action), tuple(info), exempt


def _collective(occasion: Occasion) -> tuple[Addressee, ...]:
    if occasion.station.post:
        return (Addressee("EXERCISE POSTS COLLECTIVE"),)
    return (Addressee(f"AIG {occasion.dice.between(99001, 99099)}"),)


def _addressee(occasion: Occasion, station: Station) -> Addressee:
    dice = occasion.dice
    if occasion.station.post:
        return Addressee(station.name, station.indicator if on_the_wire(occasion.dialect) else None)
    shown = on_the_wire(occasion.dialect) and dice.chance(_SHARE_INDICATOR)
    return Addressee(station.name, station.indicator if shown else None, offices=_offices(occasion))


def _offices(occasion: Occasion) -> tuple[str, ...]:
    dice = occasion.dice
    if not dice.chance(_SHARE_OFFICES):
        return ()
    return tuple(dice.some(words("office"), dice.between(1, 2)))


def _spoken(
    occasion: Occasion, pair: PrecedencePair, addressees: tuple[Addressee, ...], info: int = 0
) -> tuple[Addressee, ...]:
    """State's addressees with their precedence in words and their number in the count."""
    if not occasion.station.post:
        return addressees
    precedence = pair.info or pair.action if info else pair.action
    assert precedence is not None
    if precedence.letter == "O" and not info and occasion.dice.chance(_SHARE_NIGHT):
        precedence = Precedence("O", niact=True)
    counted = any(rule.rule == "acp127-us:fl7" for rule in occasion.dialect.lines)
    return tuple(
        Addressee(
            each.name,
            each.routing_indicator,
            precedence=precedence if precedence.letter != "R" and not each.collective else None,
            number=_message_count(occasion, each) if counted and not each.collective else None,
        )
        for each in addressees
    )


def _message_count(occasion: Occasion, addressee: Addressee) -> str:
    """The number of the message in the count that the sender keeps for an addressee."""
    begun = sum(map(ord, addressee.name))
    return wrapped(occasion.count + begun, 4)

"""Which messages are copies of one message.

Originator and date-time group identify a message; where it has none, station, serial number and
filing time do. A serial number alone identifies nothing: reroutes keep that of the first
transmission, and stations count anew. A message that comes again is a duplicate unless it says what
else it is: a corrected copy, a repetition that was asked for, a reroute, a book copy for other
addressees. A readdressal has a date-time group of its own.

Here: `Copy` and `Copies`. Elsewhere: what is reported (`findings`).
"""

from enum import Enum
from hashlib import blake2b

from attrs import define

from telegram.model import Heading, Telegram
from telegram.values.date_time_group import DateTimeGroup


class Copy(Enum):
    """What a message is to those that came before it.

    :Order: none.
    """

    FIRST = "new"
    DUPLICATE = "duplicate"
    SUSPECTED = "suspected duplicate"
    UNCONFIRMED = "suspected duplicate, the first to come"
    CORRECTED = "corrected copy"
    SUPERSEDED = "superseded already"
    REPEATED = "repetition"
    REROUTED = "rerouted"
    BOOK = "book copy"
    OTHER_TEXT = "another text"
    READDRESSED = "readdressal"

    @property
    def repeats(self) -> bool:
        """Whether it brings what came already."""
        return self in (Copy.DUPLICATE, Copy.SUSPECTED, Copy.REPEATED, Copy.REROUTED, Copy.BOOK)


@define
class _Known:
    """What is kept of a message that came."""

    index: int
    text: bytes
    addressees: bytes
    corrected: bool


class Copies:
    """The messages that came, by their keys."""

    def __init__(self) -> None:
        self._known: dict[bytes, _Known] = {}

    def add(self, index: int, message: Telegram, section: int | None) -> tuple[Copy, int | None]:
        """What a message is to those before it, and to which of them."""
        key = _key(message.heading, section)
        if key is None:
            return Copy.FIRST, None
        heading, handling = message.heading, message.handling
        known = _Known(
            index,
            _digest(*message.text.text.split()),
            _digest(*sorted(a.name for a in (*heading.action, *heading.info))),
            handling.corrected_copy,
        )
        earlier = self._known.get(key)
        if earlier is None:
            self._known[key] = known
            return self._alone(message, section)
        copy = _relation(message, known, earlier)
        of = earlier.index
        if copy is Copy.CORRECTED:
            self._known[key] = known
        return copy, of

    def _alone(self, message: Telegram, section: int | None) -> tuple[Copy, int | None]:
        """What a message is whose like did not come before."""
        original = message.heading.original
        if original is not None:
            key = _key(original, section)
            first = self._known.get(key) if key is not None else None
            return Copy.READDRESSED, None if first is None else first.index
        if message.handling.suspected_duplicate:
            return Copy.UNCONFIRMED, None
        return (Copy.CORRECTED if message.handling.corrected_copy else Copy.FIRST), None


def _relation(message: Telegram, known: _Known, earlier: _Known) -> Copy:
    handling = message.handling
    same = known.text == earlier.text
    if handling.corrected_copy and not (earlier.corrected and same):
        return Copy.CORRECTED
    if earlier.corrected and not handling.corrected_copy:
        return Copy.SUPERSEDED
    if handling.suspected_duplicate:
        return Copy.SUSPECTED
    if handling.rerouted:
        return Copy.REROUTED
    if handling.retransmission:
        return Copy.REPEATED
    if not same:
        return Copy.OTHER_TEXT
    return Copy.BOOK if handling.book and known.addressees != earlier.addressees else Copy.DUPLICATE


def _key(heading: Heading, section: int | None) -> bytes | None:
    """What tells a message from all others; None where it says too little."""
    part = str(section or 0)
    if heading.originator is not None and heading.dtg is not None:
        name = " ".join(heading.originator.name.split())
        return _digest("dtg", name, *_moment(heading.dtg), part)
    routing = heading.routing
    if routing is not None and routing.originator is not None and routing.filed is not None:
        return _digest(
            "filed", routing.originator.letters, str(routing.serial), str(routing.filed), part
        )
    station = heading.station
    if station is not None and station.filed is not None:
        return _digest(
            "filed", station.indicator.letters, str(station.serial), str(station.filed), part
        )
    return None


def _moment(dtg: DateTimeGroup) -> tuple[str, ...]:
    """A date-time group, its year in two digits, as one copy may have it and another not."""
    year = None if dtg.year is None else dtg.year % 100
    return tuple(str(part) for part in (dtg.day, dtg.hour, dtg.minute, dtg.zone, dtg.month, year))


def _digest(*parts: str) -> bytes:
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()

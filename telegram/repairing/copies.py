"""Facts that a message states twice, or that the shipped tables state once more.

A garble seldom hits both. Where the two agree, each is confirmed; where they differ, one of them is
garbled and the other says what it was.

Here: the facts, compared. Elsewhere: the rules that report a difference (`telegram.checks`), which
are silent where one of the two is absent.
"""

from collections.abc import Iterator
from datetime import UTC, timedelta
from functools import cache
from itertools import pairwise

from attrs import frozen

from telegram.data import groups, table
from telegram.model import Telegram
from telegram.repairing.garbles import COPY, Alternative
from telegram.values.addressee import Addressee
from telegram.values.routing_indicator import RoutingIndicator

_SOON = timedelta(hours=3)
"""From release to filing, in most traffic."""


@frozen
class Copy:
    """One fact with two statements.

    :ivar agrees: whether they say the same.
    :ivar words: what they say, for people.
    :ivar paths: the fields that state it, as `Heading.spans` names them (``ending.serial`` too).
    :ivar weight: how much the agreement is worth.
    """

    agrees: bool
    words: str
    paths: tuple[str, ...]
    weight: float = 2.0


def copies(telegram: Telegram) -> Iterator[Copy]:
    """Every fact of a message that is stated twice."""
    yield from _precedence(telegram)
    yield from _serial(telegram)
    yield from _times(telegram)
    yield from _classification(telegram)
    yield from _names(telegram)
    yield from _called(telegram)
    yield from _channel(telegram)


def _precedence(telegram: Telegram) -> Iterator[Copy]:
    heading = telegram.heading
    highest = heading.precedence.highest
    if heading.routing is None or not heading.routing.precedence or highest is None:
        return
    called = max(heading.routing.precedence)
    words = (
        f"FL2 says {called}, FL5 {highest}" if called != highest else f"FL2 and FL5 say {called}"
    )
    yield Copy(called == highest, words, ("routing.precedence", "precedence.action"))


def _serial(telegram: Telegram) -> Iterator[Copy]:
    heading, ending = telegram.heading, telegram.ending
    serial, path = None, "station.serial"
    if heading.station is not None:
        serial = heading.station.serial
    elif heading.routing is not None:
        serial, path = heading.routing.serial, "routing.serial"
    if serial is None:
        return
    line = "FL3" if path == "station.serial" else "FL2"
    if ending.serial is not None:
        same = ending.serial == serial
        words = f"{line} and FL15 say {serial}" if same else f"FL15 says {ending.serial}"
        yield Copy(same, words, (path, "ending.serial"))
    said = telegram.classification
    number = said.rest.rpartition(" ")[2] if said is not None else ""
    if len(number) == 6 and number.isdigit() and path == "station.serial":
        same = number.lstrip("0") == serial.lstrip("0")
        yield Copy(same, f"the text is numbered {number}", (path, "classification"))


def _times(telegram: Telegram) -> Iterator[Copy]:
    heading = telegram.heading
    filed, path = (heading.station.filed, "station.filed") if heading.station else (None, "")
    if filed is None and heading.routing is not None:
        filed, path = heading.routing.filed, "routing.filed"
    if filed is None or heading.dtg is None:
        return
    try:
        released = heading.dtg.resolve(telegram.pivot).astimezone(UTC)
        apart = filed.resolve(released) - released
    except (ValueError, OverflowError):
        return
    agrees = timedelta(0) <= apart <= _SOON
    minutes = int(apart.total_seconds()) // 60
    words = f"filed at {filed}, {minutes} minutes after the release" if agrees else f"filed {filed}"
    yield Copy(agrees, words, (path, "dtg"), 2.0 + (1 - apart / _SOON if agrees else 0.0))


def _classification(telegram: Telegram) -> Iterator[Copy]:
    heading, line = telegram.heading, telegram.classification
    said: dict[str, tuple[str, str]] = {}
    routing, security = heading.routing, heading.security
    if routing is not None and routing.classification:
        said["FL2"] = "routing.classification", routing.classification
        if routing.redundancy is not None:
            same = routing.redundancy[:2] == routing.classification * 2
            words = f"the redundancy of FL2 is {routing.redundancy}"
            yield Copy(same, words, ("routing.redundancy", "routing.classification"))
    if security is not None and security.characters:
        letter = security.characters[0]
        said["FL4"] = "security.characters", letter
        whole = len(security.characters) == 5 and security.characters[:3] == letter * 3
        words = f"FL4 repeats {letter}" if whole else f"FL4 says {security.characters}"
        weight = 1.0 if security.characters == letter * 5 else 0.5  # the last two may be codes
        yield Copy(whole, words, ("security.characters",), weight)
    if line is not None and line.level is not None:
        said["the text"] = "classification", line.level.letter
    stated = list(said.items())
    for (one, (path, letter)), (other, (second, repeat)) in pairwise(stated):
        same = letter == repeat or {letter, repeat} == {"E", "U"}
        words = (
            f"{one} and {other} are {letter}" if same else f"{one} is {letter}, {other} {repeat}"
        )
        yield Copy(same, words, (path, second))


# ---- stations and names -------------------------------------------------------------------------


def _addressed(telegram: Telegram) -> Iterator[tuple[str, Addressee]]:
    heading = telegram.heading
    for kind in ("action", "info"):
        for index, addressee in enumerate(getattr(heading, kind)):
            yield f"{kind}[{index}]", addressee


def names_of(indicator: str) -> set[str]:
    """The names that the tables give to a routing indicator."""
    posts = groups("posts", "routing_indicator").get(indicator, ())
    stations = groups("routing-indicators", "routing_indicator").get(indicator, ())
    return {row["plad"] for row in posts if row["plad"]} | {row["station"] for row in stations}


def _names(telegram: Telegram) -> Iterator[Copy]:
    heading = telegram.heading
    pairs = [
        (path, a.routing_indicator.letters, a.name)
        for path, a in _addressed(telegram)
        if a.routing_indicator is not None
    ]
    if heading.station is not None and heading.originator is not None:
        pairs.append(("originator", heading.station.indicator.letters, heading.originator.name))
    for path, indicator, name in pairs:
        known = names_of(indicator)
        if name in known:
            indicated = "station.indicator" if path == "originator" else f"{path}.routing_indicator"
            yield Copy(True, f"{indicator} is {name}", (indicated, f"{path}.name"))
        elif name in known_names() or any(name[:4] == other[:4] for other in known):
            indicated = "station.indicator" if path == "originator" else f"{path}.routing_indicator"
            yield Copy(False, f"{indicator} is not {name}", (indicated, f"{path}.name"), 0.5)


def _called(telegram: Telegram) -> Iterator[Copy]:
    """FL2's stations against those of the addressees."""
    routing = telegram.heading.routing
    called = {each.letters for each in routing.indicators} if routing is not None else set()
    if not called:
        return
    for path, addressee in _addressed(telegram):
        if addressee.routing_indicator is None:
            continue
        letters = addressee.routing_indicator.letters
        same = letters in called
        words = f"FL2 calls {letters}" if same else f"FL2 does not call {letters}"
        yield Copy(same, words, (f"{path}.routing_indicator", "routing.indicators"), 1.0)


# ---- the copy in place of the garbled statement -------------------------------------------------

_MOST_UNLIKE = 3
"""Signs in which a garbled statement may differ from its copy; beyond, it says another thing."""


def copied(telegram: Telegram) -> Iterator[Alternative]:
    """For each fact whose two statements differ, either one in the place of the other."""
    text, places = telegram.source.text, dict(telegram.heading.spans)
    places |= {f"ending.{path}": span for path, span in telegram.ending.spans.items()}
    for path, wanted in _statements(telegram):
        span = places.get(path)
        if span is None:
            continue
        unlike = _unlike(span.of(text), wanted)
        if 0 < unlike <= _MOST_UNLIKE:
            yield Alternative(span.start, span.end, wanted, COPY, 1.0 + 0.3 * unlike)


def _statements(telegram: Telegram) -> Iterator[tuple[str, str]]:
    """What a field would say if it said what its copy says."""
    heading, ending = telegram.heading, telegram.ending
    routing, station, security = heading.routing, heading.station, heading.security
    path, serial = "station.serial", station.serial if station is not None else None
    if serial is None and routing is not None:
        path, serial = "routing.serial", routing.serial
    for where, repeated in (("ending.serial", serial), (path, ending.serial)):
        if repeated is not None and len(repeated) == 4 and repeated.isdecimal():
            yield where, repeated
    highest = heading.precedence.highest
    if routing is not None and routing.precedence and highest is not None:
        called = max(routing.precedence)
        yield "precedence.action", called.letter
        pair = highest.letter if routing.content is not None else highest.letter * 2
        yield "routing.precedence", pair
    level = telegram.classification.level if telegram.classification is not None else None
    letter = level.letter if level is not None else None
    if letter is None and routing is not None:
        letter = routing.classification
    if letter is not None and security is not None:
        yield "security.characters", letter * 5
    if letter is not None and routing is not None and routing.classification:
        yield "routing.classification", letter
        yield "routing.redundancy", letter * 4
    named = [(path, a.routing_indicator, a.name) for path, a in _addressed(telegram)]
    if (
        station is not None
        and heading.originator is not None
        and isinstance(station.indicator, RoutingIndicator)
    ):
        named.append(("originator", station.indicator, heading.originator.name))
    for path, indicator, name in named:
        if indicator is None:
            continue
        known = names_of(indicator.letters)
        if name in known:
            continue
        for wanted in sorted(known):
            yield f"{path}.name", wanted
        for row in groups("posts", "plad").get(name, ()):
            where = "station.indicator" if path == "originator" else f"{path}.routing_indicator"
            yield where, row["routing_indicator"]


def _unlike(written: str, wanted: str) -> int:
    """In how many signs two texts differ: replaced, left out or put in."""
    if abs(len(written) - len(wanted)) > _MOST_UNLIKE:
        return _MOST_UNLIKE + 1
    row = list(range(len(wanted) + 1))
    for at, sign in enumerate(written, 1):
        before, row[0] = row[0], at
        for other, letter in enumerate(wanted, 1):
            before, row[other] = (
                row[other],
                min(row[other] + 1, row[other - 1] + 1, before + (sign != letter)),
            )
    return row[-1]


def _channel(telegram: Telegram) -> Iterator[Copy]:
    """FL1's channel against the originating station of a JANAP 128 header, whose letters it has."""
    transmission, routing = telegram.heading.transmission, telegram.heading.routing
    if transmission is None or transmission.channel is None or routing is None:
        return
    if routing.originator is None or len(routing.originator.letters) != 7:
        return
    channel, letters = transmission.channel, routing.originator.letters
    same = channel[:2] == letters[4:6]
    words = f"FL1 and FL2 say {letters[4:6]}" if same else f"FL1 says {channel}, FL2 {letters}"
    yield Copy(same, words, ("transmission.channel", "routing.originator"))


@cache
def known_indicators() -> frozenset[str]:
    """The routing indicators of the tables."""
    return frozenset(table("routing-indicators", "routing_indicator")) | frozenset(
        table("posts", "routing_indicator")
    )


@cache
def known_names() -> frozenset[str]:
    """The names of the tables, as addresses write them."""
    return frozenset(table("posts", "plad")) | frozenset(table("routing-indicators", "station"))

"""The facts of two headings compared: what one says and the other does not.

A report is measured, not promised: the converted message is read, and what it does not say is lost.
Forms do not count: a filing time is the same by day of the year and of the month, a serial number
with and without its leading zero.

Here: `facts_of`, `only_in`, `lost_in`. Elsewhere: facts under the names of the grammar
(`formatting.facts`).
"""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from telegram.converting.heading import USUAL_CONTENT, USUAL_MEDIA
from telegram.formatting.facts import (
    Facts,
    accounting_facts,
    address_facts,
    preamble_facts,
    resolved,
    routing_facts,
    security_facts,
    transmission_facts,
)
from telegram.lines import FormatLine
from telegram.model import Heading
from telegram.syntax import words_for

STATION = frozenset({"routing_indicator", "calling_sign", "serial", "section", "filing_time"})
"""What FL3 says; in JANAP 128 a part of FL2."""
_OTHER_NAMES = frozenset(
    {
        "originating_station",
        "serial_base",
        "call_number",
        "header_precedence",
        "counted_address",
        "day_of_year",
        "day_of_month",
        "time",
        "start_of_message",
        "release_time",
        "zone",
        "month",
        "year",
        "zen_prefix",
    }
)
"""Names of facts that are compared under another name, or as parts of a whole."""
_WORDS = {
    "routing_indicator": "calling station",
    "precedence_pair": "precedence",
    "routing_indicators": "stations called",
    "filing_time": "filing time",
    "serial": "serial number",
    "section": "section",
    "language_media": "language and media format",
    "record_count": "record count",
    "date_time_group": "date-time group",
    "groups_not_counted": "group count",
    "class_pair": "classification letter",
    "classification": "classification letter",
    "address_indicator": "routing indicator",
    "day_of_year": "filing time by day of the year",
    "day_of_month": "filing time by day of the month",
    "release_time": "day, time and zone",
    "plain_language_address": "plain language address",
    "message_count": "count",
    "security_characters": "classification characters",
}


@frozen
class Fact:
    """One thing that a heading says.

    :ivar line: the format line that says it.
    :ivar name: its name in the grammar.
    :ivar text: as written.
    :ivar same: what two forms of it have in common.
    :ivar where: of which heading and addressee it is, empty for the heading itself.
    """

    line: FormatLine
    name: str
    text: str = field(eq=False)
    same: object = None
    where: str = ""

    @property
    def words(self) -> str:
        """What a person calls it."""
        return f"{self.where} {words_of(self.name)}".strip()


def words_of(name: str) -> str:
    """What a person calls a fact."""
    return _WORDS.get(name) or words_for(name)


def facts_of(heading: Heading, pivot: int) -> Iterator[Fact]:
    """What a heading says, in the order of its format lines."""
    pilot, number = heading.pilot, 0
    while pilot is not None:
        number += 1
        yield from _wire(pilot, pivot, "pilot's" if number == 1 else f"{number}. pilot's")
        pilot = pilot.pilot
    yield from _plain(FormatLine.FL1, transmission_facts(heading))
    yield from _wire(heading, pivot)
    yield from _message(heading, pivot)
    original, number = heading.original, 0
    while original is not None:
        number += 1
        yield from _message(original, pivot, f"{number}. first heading's" if number > 1 else _FIRST)
        original = original.original
    yield from _plain(FormatLine.FL10, accounting_facts(heading.accounting))


_FIRST = "first heading's"


def only_in(heading: Heading, other: Heading, pivot: int) -> list[Fact]:
    """The facts of one heading that the other does not say."""
    there = set(facts_of(other, pivot))
    return [fact for fact in facts_of(heading, pivot) if fact not in there]


def lost_in(heading: Heading, other: Heading, pivot: int) -> list[Fact]:
    """The facts of one heading that the other neither says nor implies."""
    implied = _implied(other)
    return [fact for fact in only_in(heading, other, pivot) if implied.get(fact.name) != fact.text]


def _implied(heading: Heading) -> Mapping[str, str]:
    """What follows from a heading although no line of it says so.

    A message that does not say what code and content it has is a teletype's narrative.
    """
    found = {"language_media": str(USUAL_MEDIA), "content_indicator": str(USUAL_CONTENT)}
    highest, security = heading.precedence.highest, heading.security
    if highest is not None:
        found["precedence_pair"] = highest.pair
    if security is not None and security.characters:
        found["classification"] = security.characters[0]
        found["redundancy"] = security.characters[1:]
    return found


def _wire(heading: Heading, pivot: int, where: str = "") -> Iterator[Fact]:
    """FL2 to FL4."""
    facts = routing_facts(heading, pivot)
    routing, station = heading.routing, heading.station
    filed = routing.filed if routing is not None else None
    if filed is None and station is not None:
        filed = station.filed
    if filed is not None:
        facts["filing_time"] = str(filed)
    released = resolved(heading.dtg, pivot)
    for fact in _plain(FormatLine.FL2, facts, where):
        same: object = fact.same
        if fact.name == "filing_time" and filed is not None and released is not None:
            same = filed.resolve(released) if filed.hour is not None else same
        elif fact.name == "serial":
            same = fact.text.zfill(4)
        line = FormatLine.FL3 if fact.name in STATION else FormatLine.FL2
        yield Fact(line, fact.name, fact.text.strip(), same, where)
    yield from _plain(FormatLine.FL4, security_facts(heading.security), where)


def _message(heading: Heading, pivot: int, where: str = "") -> Iterator[Fact]:
    """FL5 to FL9."""
    yield from _plain(FormatLine.FL5, preamble_facts(heading), where)
    if heading.dtg is not None:
        same = resolved(heading.dtg, pivot) or str(heading.dtg)
        yield Fact(
            FormatLine.FL5,
            "date_time_group",
            str(heading.dtg),
            (same, heading.dtg.zone),
            where,
        )
    lines = (
        (FormatLine.FL6, "originator's", (heading.originator,) if heading.originator else ()),
        (FormatLine.FL7, "action", heading.action),
        (FormatLine.FL8, "info", heading.info),
        (FormatLine.FL9, "exempt", heading.exempt),
    )
    for line, kind, addressees in lines:
        for number, addressee in enumerate(addressees, 1):
            place = f"{where} {kind} {number}:" if line is not FormatLine.FL6 else kind
            yield from _plain(line, address_facts(addressee), place.strip())


_OF_CALLS = {"call_signs": "routing_indicators", "calling_sign": "routing_indicator"}
"""Names that only call signs have; of routing indicators they are other names."""


def _plain(line: FormatLine, facts: Facts, where: str = "") -> Iterator[Fact]:
    for name, value in facts.items():
        if name not in _OTHER_NAMES and _OF_CALLS.get(name) not in facts and value:
            text = value if isinstance(value, str) else " ".join(value)
            yield Fact(line, name, text, text, where)

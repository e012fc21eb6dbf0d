"""What a heading says, under the names that the grammar captures.

A writer of lines is given facts, not texts: the grammar of the dialect says which of them stand in
which line, and in what form. A fact may go by several names, one for each dialect's form of it
(`SAME`): a filing time has a day of the year and a day of the month.

Here: from values to facts. Elsewhere: lines (`heading`), the way back (`telegram.parsing`).
"""

from collections.abc import Iterable
from datetime import datetime

from telegram.diagnostics import FieldError
from telegram.model import Accounting, Heading
from telegram.syntax import matcher
from telegram.values.addressee import Addressee
from telegram.values.call_sign import CallSign
from telegram.values.date_time_group import MONTH_NUMBER, DateTimeGroup
from telegram.values.filing_time import FilingTime
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.security import Security

Facts = dict[str, str | tuple[str, ...]]

SAME = (
    frozenset({"plain_language_address", "counted_address"}),
    frozenset({"serial", "serial_base", "call_number"}),
    frozenset({"day_of_year", "day_of_month"}),
    frozenset({"routing_indicators", "call_signs"}),
    frozenset({"routing_indicator", "originating_station", "calling_sign"}),
    frozenset({"precedence_pair", "header_precedence", "call_precedence"}),
    frozenset({"groups_not_counted", "group_count"}),
)
"""Names of one fact: a line that says one of them has said it."""


def unsaid(facts: Facts, said: Iterable[str]) -> tuple[str, ...]:
    """The names of the facts that the lines did not say, under no name of theirs."""
    spoken = set(said)
    for names in SAME:
        if names & spoken:
            spoken |= names
    return tuple(name for name, value in facts.items() if value and name not in spoken)


def _only(**facts: str | tuple[str, ...] | None) -> Facts:
    """The facts that are there."""
    return {name: value for name, value in facts.items() if value}


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def _digits(number: int | None, count: int) -> str | None:
    return None if number is None else f"{number:0{count}}"


def transmission_facts(heading: Heading) -> Facts:
    """FL1."""
    found = heading.transmission
    if found is None:
        return {}
    return _only(
        start_of_message="VZCZC",
        channel=found.channel,
        channel_number=found.sequence,
        class_pair=found.classification and found.classification * 2,
    )


def routing_facts(heading: Heading, pivot: int) -> Facts:
    """FL2 and FL3, which JANAP 128 writes as one line."""
    routing, station = heading.routing, heading.station
    facts: Facts = {}
    filed: FilingTime | None = None
    if station is not None:
        filed = station.filed
        letters = station.indicator.letters
        facts |= _only(
            calling_sign=letters,
            serial=station.serial,
            serial_base=station.serial,
            call_number=station.serial,
            section=station.section,
        )
        if isinstance(station.indicator, RoutingIndicator):
            facts |= _only(routing_indicator=letters, originating_station=letters)
    if routing is not None:
        highest = routing.precedence[0] if routing.precedence else heading.precedence.highest
        filed = routing.filed or filed
        signs = any(isinstance(each, CallSign) for each in routing.indicators)
        if signs:
            facts |= _only(
                call_precedence=routing.precedence[0].pair if routing.precedence else None
            )
        elif highest is not None:
            facts |= _only(precedence_pair=highest.pair, header_precedence=highest.letter)
        if routing.originator is not None:
            letters = routing.originator.letters
            facts |= _only(
                routing_indicator=letters, originating_station=letters, calling_sign=letters
            )
        if routing.serial is not None:
            facts |= _only(
                serial=routing.serial, serial_base=routing.serial, call_number=routing.serial
            )
        called = tuple(each.letters for each in routing.indicators)
        facts |= _only(
            routing_indicators=None if signs else called,
            call_signs=called,
            language_media=_text(routing.lmf),
            classification=routing.classification,
            content_indicator=_text(routing.content),
            record_count=routing.records and f" {routing.records}",
            redundancy=routing.redundancy,
        )
    if filed is not None:
        facts |= filing_facts(filed, heading.dtg, pivot)
    return facts


def filing_facts(filed: FilingTime, dtg: DateTimeGroup | None, pivot: int) -> Facts:
    """A filing time, by the day of the year and by the day of the month.

    The one that was not written follows from the date-time group, where that names month and year.
    """
    facts = _only(
        day_of_year=_digits(filed.day_of_year, 3),
        day_of_month=_digits(filed.day_of_month, 2),
        time=filed.time,
    )
    released = resolved(dtg, pivot)
    if released is not None:
        day = filed.resolve(released)
        facts.setdefault("day_of_year", f"{day:%j}")
        facts.setdefault("day_of_month", f"{day:%d}")
    return facts


def resolved(dtg: DateTimeGroup | None, pivot: int) -> datetime | None:
    """The instant of a date-time group; None where it names none."""
    try:
        return dtg.resolve(pivot=pivot) if dtg is not None else None
    except FieldError:
        return None


def security_facts(security: Security | None) -> Facts:
    """FL4."""
    if security is None:
        return {}
    return _only(
        security_warning=security.prosign,
        security_characters=security.characters,
        special_handling=security.special_handling and security.special_handling * 5,
        security_items=(*map(str, security.signals), *security.transmit),
    )


def preamble_facts(heading: Heading) -> Facts:
    """FL5."""
    dtg = heading.dtg
    facts = _only(
        action_precedence=_text(heading.precedence.action),
        info_precedence=_text(heading.precedence.info),
        instructions=tuple(map(str, heading.instructions)),
    )
    if dtg is not None:
        month = next((name for name, number in MONTH_NUMBER.items() if number == dtg.month), None)
        facts |= _only(
            day_of_month=f"{dtg.day:02}",
            release_time=f"{dtg.hour:02}{dtg.minute:02}",
            zone=dtg.zone,
            month=month,
            year=_digits(dtg.year, 2),
        )
    return facts


def address_facts(addressee: Addressee) -> Facts:
    """An addressee of FL6 to FL9, without its prosign."""
    if addressee.directory_name is not None:
        return _only(
            directory_name=addressee.directory_name, zen_prefix="ZEN/" if addressee.zen else None
        )
    indicator, precedence = addressee.routing_indicator, addressee.precedence
    return _only(
        address_indicator=_text(indicator),
        zen="ZEN" if addressee.zen and indicator is None else None,
        plain_language_address=addressee.name,
        counted_address=addressee.name,
        alias=addressee.alias,
        offices=addressee.offices,
        precedence_word=precedence.word if precedence is not None else None,
        message_count=addressee.number,
    )


def accounting_facts(accounting: Accounting | None) -> Facts:
    """FL10."""
    if accounting is None:
        return {}
    count = accounting.groups
    return _only(
        accounting_symbol=accounting.symbol,
        groups_not_counted="GRNC" if count is None else None,
        group_count=None if count is None else str(count),
    )


def page_facts(number: int, heading: Heading, level: str | None) -> Facts:
    """A page line: station and serial number of the heading, the level as the text prints it."""
    routing, station = heading.routing, heading.station
    indicator = station.indicator if station is not None else None
    serial = station.serial if station is not None else None
    if routing is not None:
        indicator, serial = routing.originator or indicator, routing.serial or serial
    fits = level is not None and matcher("plaindress:page_line").fullmatch(
        f"PAGE 02 RUEWMFU3647 {level}"
    )
    return _only(
        page_number=f"{number:02}",
        page_station=_text(indicator),
        serial=serial,
        page_level=level if fits else None,
    )

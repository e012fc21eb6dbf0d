"""What is wrong with FL1 and FL3: which circuit, which station.

Here: findings. Elsewhere: their rules (`values.transmission_identification`,
`values.station_serial`, `values.filing_time`); numbers and times against other lines
(`checks.identity`, `checks.chronology`).
"""

from collections.abc import Iterator

from telegram.checks.pieces import Finder, Part, alone, captured, end_of, moved, replacing
from telegram.diagnostics import Diagnostic, Safety
from telegram.dialects import Dialect
from telegram.parsing.places import record_span
from telegram.parsing.records import Record
from telegram.source import Span
from telegram.syntax import refusal
from telegram.values.filing_time import FILING_TIME_INVALID, filing_problems
from telegram.values.routing_indicator import indicator_problems
from telegram.values.station_serial import (
    FILING_MISSING,
    SECTION_MALFORMED,
    SERIAL_LENGTH,
    SERIAL_SIGN,
)
from telegram.values.transmission_identification import (
    CHANNEL_LENGTH,
    CHANNEL_NUMBER_LENGTH,
    IDENTIFICATION_MALFORMED,
    START_GARBLED,
)

# ---- FL1 ---------------------------------------------------------------------------------------


def _transmission_damaged(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    start = captured(record, "start_damaged")
    channel = captured(record, "channel_damaged")
    number = captured(record, "channel_number_damaged")
    rest = captured(record, "fl1_rest", " ")
    assert start is not None
    assert record.match is not None
    if not alone("acp127:fl1", start.text, "XYZ0020"):
        fix = replacing(start.span, "VZCZC", "Write VZCZC.", Safety.UNSAFE)
        yield START_GARBLED.at(start.span, fix, text=start.text)
    if channel is not None and not alone("acp127:fl1", "VZCZC", channel.text, "0020"):
        count = len(channel.text)
        yield CHANNEL_LENGTH.at(channel.span, channel=channel.text, count=count)
    if number is not None and not alone("acp127:fl1", "VZCZC", number.text):
        count = len(number.text)
        yield CHANNEL_NUMBER_LENGTH.at(number.span, number=number.text, count=count)
    if number is None:
        length = len(record.match.string)
        span = record_span(record, start.last, length)
        yield IDENTIFICATION_MALFORMED.at(span, text=record.match.string[start.last :])
    elif rest is not None and not alone("acp127:fl1", "VZCZC0020 ", rest.text):
        yield IDENTIFICATION_MALFORMED.at(rest.span, text=rest.text)


# ---- FL3 ---------------------------------------------------------------------------------------


def _station(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    indicator = captured(record, "routing_indicator")
    assert indicator is not None
    yield from indicator_problems(indicator.text, indicator.span)


def _station_damaged(record: Record, dialect: Dialect) -> Iterator[Diagnostic]:
    indicator = captured(record, "calling_damaged")
    serial = captured(record, "calling_serial_damaged")
    section = captured(record, "section_damaged")
    filed = captured(record, "calling_filing_damaged", " ") or captured(
        record, "calling_filing_alone", " "
    )
    assert indicator is not None
    yield from indicator_problems(indicator.text, indicator.span)
    base = dialect.station_form == "base"
    wanted = "three or four" if base else "four"
    if serial is None:
        at = record_span(record, indicator.last, indicator.last)
        yield SERIAL_LENGTH.at(at, serial="", count=0, wanted=wanted)
    else:
        yield from _sign(captured(record, "hash"), serial, dialect)
        if len(serial.text) != 4 and not (base and len(serial.text) == 3):
            count = len(serial.text)
            yield SERIAL_LENGTH.at(serial.span, serial=serial.text, count=count, wanted=wanted)
    if section is not None and not alone(
        "acp127-us:fl3", "DE RUEHC #0014", section.text, " 1051530"
    ):
        yield SECTION_MALFORMED.at(section.span, text=section.text)
    if filed is None:
        yield FILING_MISSING.at(end_of(record))
    else:
        yield from _filed(record, filed, dialect)


def _sign(sign: Part | None, serial: Part, dialect: Dialect) -> Iterator[Diagnostic]:
    if dialect.station_form == "us" and sign is None:
        before = Span(serial.span.start, serial.span.start)
        fix = replacing(before, "#", "Write # before the serial number.", Safety.UNSAFE)
        yield SERIAL_SIGN.at(serial.span, fix, has="lacks", dialect=dialect.title, wants="one")
    elif dialect.station_form == "base" and sign is not None:
        fix = replacing(sign.span, "", "Leave out the number sign.", Safety.UNSAFE)
        yield SERIAL_SIGN.at(sign.span, fix, has="has", dialect=dialect.title, wants="none")


def _filed(record: Record, filed: Part, dialect: Dialect) -> Iterator[Diagnostic]:
    rule = "elements:filing_day_time" if dialect.station_form == "base" else "elements:filing_time"
    if alone(rule, filed.text):
        return
    problems = list(filing_problems(filed.text))
    if problems and rule == "elements:filing_time":
        yield from (moved(problem, record, filed.first) for problem in problems)
        return
    why = refusal(rule, filed.text)
    yield FILING_TIME_INVALID.at(
        filed.span, text=filed.text, reason=str(why) if why else "not of this dialect's form"
    )


FINDERS: dict[str, Finder] = {
    "acp127:fl1_damaged": _transmission_damaged,
    "acp127-us:fl3": _station,
    "acp127:fl3": _station,
    "acp127:fl3_damaged": _station_damaged,
}
"""The check of each line of FL1 and FL3, by grammar rule."""

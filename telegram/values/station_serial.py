"""The calling station (FL3): who prepared the message for the wire, under which number, when.

``DE RUEHSN #0413/01 0731602``: station, serial number with the section it carries, filing time. The
serial number is the station's own count; State's wraps at 9999.

Here: the value, its text, and rules TG331 to TG334. Elsewhere: `filing_time`; the number repeated
in FL15 and on page lines (`checks.identity`).
"""

from attrs import field, frozen

from telegram.diagnostics import FieldError, Rule, Severity
from telegram.syntax import matcher
from telegram.values.call_sign import CallSign, StationDesignator, call_sign_of
from telegram.values.filing_time import FilingTime, filed_of, filed_of_day
from telegram.values.refused import refused
from telegram.values.routing_indicator import indicator_of
from telegram.values.trusted import trusted

_SOURCE = (
    'talk page of "16-line message format"; '
    "comments of an open-source State header extractor (2012)"
)

SERIAL_LENGTH = Rule(
    code="TG331",
    name="station-serial-length",
    severity=Severity.ERROR,
    message="the station serial number {serial!r} has {count} digits, not {wanted}",
    explanation="""
        The serial number is four digits; base ACP 127 also writes three. FL15 repeats it, and a
        service message that asks for a repetition quotes it.
        """,
    how_to_fix="Restore the number from FL15 or from the page lines.",
    source=_SOURCE,
    references=("FL3-R2", "FL2-R10"),
    bad="""
        DE RUEHSN #102 2412134
                   ^^^
        """,
    good="DE RUEHSN #1029 2412134",
)
SERIAL_SIGN = Rule(
    code="TG332",
    name="station-serial-sign-misplaced",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the serial number {has} a number sign, and {dialect} writes {wants}",
    explanation="""
        The US supplement writes # before the serial number, base ACP 127 nothing. A terminal of the
        other practice misreads the field.
        """,
    how_to_fix="Write # before the number in US practice; leave it out elsewhere.",
    source=_SOURCE,
    references=("FL3-R4",),
    bad="""
        DE RUEHSN 1029 2412134
                  ^^^^
        """,
    good="DE RUEHSN #1029 2412134",
)
FILING_MISSING = Rule(
    code="TG333",
    name="filing-time-missing",
    severity=Severity.WARNING,
    message="FL3 has no filing time",
    explanation="""
        In kept State headings the filing group is often missing or cut short. On the wire it times
        the relay.
        """,
    how_to_fix="Write the day of the year and the time.",
    source=_SOURCE,
    references=("FL3-R3",),
    bad="""
        DE RUEHSN #1029
                       ^
        """,
    good="DE RUEHSN #1029 2412134",
)
SECTION_MALFORMED = Rule(
    code="TG334",
    name="section-suffix-malformed",
    severity=Severity.ERROR,
    message="the section suffix {text!r} is not an oblique and two digits",
    explanation="""
        A long State message travels in sections that keep one serial number; the suffix /01, /02
        tells them apart.
        """,
    how_to_fix="Write an oblique and two digits.",
    source=_SOURCE,
    bad="""
        DE RUEHSN #0413/1 0731602
                       ^^
        """,
    good="DE RUEHSN #0413/01 0731602",
)


@frozen(weakref_slot=False)
class StationSerial:
    """Who prepared the message for the wire, under which number, when.

    :Shape:  indicator: a routing indicator or a call sign; serial: four digits (base ACP 127 also
             three, after a call sign one to four), as written, or None; section: two digits or
             None; filed: a filing time or None.
    :Order:  none.
    :Text:   ``str(station)`` is the FL3 line: US form for a day of the year, base form for a day of
             the month, NR before the number for a call sign.
    :Errors: `FieldError` with TG300.
    :Source: ACP 127 US SUPP-1, base and ACP 126 samples; 5 FAH-2 H-320.

    >>> station = StationSerial.parse("DE RUEHSN #0413/01 0731602")
    >>> station.serial, station.section, station.filed.day_of_year
    ('0413', '01', 73)
    """

    indicator: StationDesignator = field()
    serial: str | None
    section: str | None = None
    filed: FilingTime | None = None

    def __attrs_post_init__(self) -> None:
        # The base form has no section: what it would leave out must not be held.
        signed = isinstance(self.indicator, CallSign)
        if (signed or self.filed is not None) and _match(str(self)) != self:
            raise FieldError(refused("acp127-us:fl3", str(self)))

    @classmethod
    def parse(cls, text: str) -> "StationSerial":
        """The value of an FL3 line."""
        match = _match(text)
        if match is None:
            raise FieldError(refused("acp127-us:fl3", text))
        return match

    def __str__(self) -> str:
        if isinstance(self.indicator, CallSign):
            return (
                f"DE {self.indicator} NR {self.serial}" if self.serial else f"DE {self.indicator}"
            )
        if self.filed is not None and self.filed.day_of_month is not None:
            return f"DE {self.indicator} {self.serial} {self.filed}"
        section = f"/{self.section}" if self.section else ""
        filed = f" {self.filed}" if self.filed else ""
        return f"DE {self.indicator} #{self.serial}{section}{filed}"


make_station = trusted(StationSerial)


def _match(text: str) -> StationSerial | None:
    if (match := matcher("acp127-us:fl3").fullmatch(text)) is not None:
        return station_of(
            *match.group("routing_indicator", "serial", "section", "day_of_year", "time")
        )
    if (match := matcher("acp127:fl3").fullmatch(text)) is not None:
        return station_of_base(
            *match.group("routing_indicator", "serial_base", "day_of_month", "time")
        )
    if (match := matcher("elements:calling").fullmatch(text)) is not None:
        return called_by(*match.group("calling_sign", "call_number"))
    return None


def called_by(sign: str, number: str | None) -> StationSerial:
    """The value of matched parts of a radio net's form."""
    return make_station(call_sign_of(sign), number, None, None)


def station_of(
    indicator: str, serial: str, section: str | None, day: str, time: str
) -> StationSerial:
    """The value of matched parts of the US form."""
    return make_station(indicator_of(indicator), serial, section, filed_of(day, time))


def station_of_base(indicator: str, serial: str, day: str, time: str) -> StationSerial:
    """The value of matched parts of the base form."""
    return make_station(indicator_of(indicator), serial, None, filed_of_day(day, time))

"""Date-time groups: when a telegram was released, in the words of its drafter.

FL5 carries one: ``R 051430Z MAR 74``. Two facts shape everything below.

* Nothing in the telegram names the century. The value holds what was written; whoever
  knows the archive says which hundred years are meant: ``dtg.resolve(pivot=1969)``.
* ``29 FEB 00`` exists in 2000 but not in 1900. Reading accepts it; ``resolve`` may not.

Here: the value, its text, and rules TG401 to TG409. Elsewhere: `filing_time`; comparing two times
in one telegram (`checks.chronology`).
"""

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from attrs import field, frozen

from telegram.diagnostics import Diagnostic, FieldError, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher, refusal
from telegram.values.trusted import trusted

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, 1)}
_EAST = "ABCDEFGHIKLM"
_WEST = "NOPQRSTUVWXY"

DTG_SHAPE = Rule(
    code="TG401",
    name="dtg-malformed",
    severity=Severity.ERROR,
    message="no date-time group: {reason}",
    explanation="""
        FL5 gives the time of release as day, hour, minute, zone letter, month and year. Without it
        the message cannot be identified, answered or found again.
        """,
    how_to_fix="Write DDHHMMZ MMM YY, for example 280900Z FEB 75.",
    source="NAVEDTRA 14227; ACP 127, FL5",
    references=(),
    bad="""
        R 2809000Z FEB 75
          ^^^^^^^^^^^^^^^
        """,
    good="R 280900Z FEB 75",
)
DTG_OUT_OF_RANGE = Rule(
    code="TG402",
    name="dtg-number-out-of-range",
    severity=Severity.ERROR,
    message="{what} {value} is out of range in a date-time group",
    explanation="""
        A day is 01 to 31, an hour 00 to 23, a minute 00 to 59. A number beyond them is mostly a
        digit dropped, doubled or transposed on the way.
        """,
    how_to_fix="Compare with the filing time in FL2 or FL3.",
    source="NAVEDTRA 14227; ACP 127, FL5",
    references=("FL5-R4",),
    bad="""
        R 282900Z FEB 75
            ^^
        """,
    good="R 282300Z FEB 75",
)
DTG_DAY_NOT_IN_MONTH = Rule(
    code="TG403",
    name="dtg-day-not-in-month",
    severity=Severity.ERROR,
    message="day {day} does not exist in {month} {year:02}",
    explanation="""
        The group has the right shape but no calendar has that day. The usual causes are a
        mistyped month and a release that slipped past midnight at the end of one.
        """,
    how_to_fix="Compare with the filing time in FL3 before changing the day.",
    source="ACP 127, FL5",
    references=("FL5-R4",),
    bad="""
        R 310900Z FEB 75
          ^^
        """,
    good="R 280900Z FEB 75",
)
DTG_ZONE = Rule(
    code="TG404",
    name="dtg-zone-invalid",
    severity=Severity.ERROR,
    message="{zone!r} is no time zone of a date-time group",
    explanation="""
        The zone is one letter: Z for UTC, A to M east of it, N to Y west. J means the reader's own
        time and fixes no instant; two letters, a digit or none at all are slips of the drafter.
        """,
    how_to_fix="Write the time in UTC and Z after it.",
    source="NAVEDTRA 14227; that J is not valid is unsourced",
    references=("FL5-R6",),
    bad="""
        R 280900J FEB 75
                ^
        """,
    good="R 280900Z FEB 75",
)
DTG_MONTH = Rule(
    code="TG405",
    name="dtg-month-misspelt",
    severity=Severity.ERROR,
    message="{month!r} is not a month of a date-time group",
    explanation="""
        The month is the first three letters of its English name in capitals. Switches and archives
        look it up by those letters.
        """,
    how_to_fix="Write the month as JAN, FEB, MAR, APR, MAY, JUN, JUL, AUG, SEP, OCT, NOV or DEC.",
    source="NAVEDTRA 14227",
    references=("FL5-R7",),
    bad="""
        R 280900Z Feb 75
                  ^^^
        """,
    good="R 280900Z FEB 75",
)
DTG_MIDNIGHT = Rule(
    code="TG406",
    name="dtg-at-midnight",
    severity=Severity.WARNING,
    message="{time} is not used in a date-time group",
    explanation="""
        Midnight belongs to two days at once. Procedure avoids it: one minute later or earlier names
        the day beyond doubt.
        """,
    how_to_fix="Write 0001 for the day that begins, 2359 for the one that ends.",
    source="NAVEDTRA 14272",
    references=("FL5-R5",),
    bad="""
        R 280000Z FEB 75
            ^^^^
        """,
    good="R 280001Z FEB 75",
)
DTG_YEAR_MISSING = Rule(
    code="TG407",
    name="dtg-year-missing",
    severity=Severity.WARNING,
    message="the date-time group has no {missing}",
    explanation="""
        Without month and year the group fixes no date. Abbreviated forms on radio nets leave them
        out; a full heading does not.
        """,
    how_to_fix="Add the month and the year.",
    source="NAVEDTRA 14227",
    references=("FL5-R9",),
    bad="""
        R 280900Z FEB
                     ^
        """,
    good="R 280900Z FEB 75",
)
DTG_SPACING = Rule(
    code="TG408",
    name="dtg-spacing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the date-time group is spaced as {text!r}; it is written {wanted!r}",
    explanation="""
        One blank parts the zone from the month and the month from the year; none stands before the
        zone. A reader that takes the group by position misses it otherwise.
        """,
    how_to_fix="Write DDHHMMZ MMM YY.",
    source="NAVEDTRA 14227; public NAVADMIN traffic",
    bad="""
        R 280900Z FEB75
          ^^^^^^^^^^^^^
        """,
    good="R 280900Z FEB 75",
)
INSTRUCTION_RUN_ON = Rule(
    code="TG409",
    name="instruction-run-on",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{text} follows the year without a blank",
    explanation="""
        Message instructions stand after the date-time group, each parted by a blank. Run on to the
        year they are missed by a reader that takes the group by position.
        """,
    how_to_fix="Write a blank after the year.",
    source="public NAVADMIN traffic; NAVEDTRA 14222",
    bad="""
        R 280900Z FEB 75ZYB
                        ^^^
        """,
    good="R 280900Z FEB 75 ZYB",
)


def _offset(zone: str) -> int | None:
    """Hours east of UTC; None for J."""
    if zone == "Z":
        return 0
    if zone in _EAST:
        return _EAST.index(zone) + 1
    return -(_WEST.index(zone) + 1) if zone in _WEST else None


def longest_month(month: int, year: int | None) -> int:
    """Days in the month, in whichever century gives more; 29 for a February without a year."""
    if year is None:
        return 29 if month == 2 else calendar.monthrange(1999, month)[1]
    if year >= 100:
        return calendar.monthrange(year, month)[1]
    return max(calendar.monthrange(century + year, month)[1] for century in (1900, 2000))


@frozen(weakref_slot=False)
class DateTimeGroup:
    """When a telegram was released: day, time and zone, then month and year.

    :Shape:  ``DDHHMMZ [MMM [YY|YYYY]]``; month and year may be absent (None).
    :Units:  day 1-31, hour 0-23 (24 with minute 0 is read), minute 0-59; zone one letter, A-Z (J
             reported); month 1-12, written JAN-DEC; year as written, two or four digits.
    :Order:  none: without a century two groups cannot be compared. Compare what ``resolve``
             returns.
    :Text:   ``str(dtg)`` is what was written, and parsing it gives an equal value.
    :Errors: `FieldError` with TG401 (not this shape), TG402 (number out of range), TG403 (a day
             no calendar has), TG404 (zone) or TG405 (month). Spans count from the start of the text
             given.
    :Source: NAVEDTRA 14227 (date-time group); ACP 127, FL5.

    >>> dtg = DateTimeGroup.parse("051430Z MAR 74")
    >>> dtg.day, dtg.zone, dtg.year
    (5, 'Z', 74)
    >>> dtg.resolve(pivot=1969).isoformat()
    '1974-03-05T14:30:00+00:00'
    """

    day: int
    hour: int
    minute: int
    zone: str = "Z"
    month: int | None = field(default=None)
    year: int | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        text = self._text()
        for diagnostic in dtg_problems(text):
            if diagnostic.severity is Severity.ERROR and diagnostic.rule is not DTG_ZONE:
                raise FieldError(diagnostic)
        if self.year is not None and self.month is None:
            raise FieldError(DTG_SHAPE.at(Span(0, len(text)), reason="a year without a month"))

    @classmethod
    def parse(cls, text: str) -> "DateTimeGroup":
        """The value that the text writes."""
        for diagnostic in dtg_problems(text):
            if diagnostic.severity is Severity.ERROR:
                raise FieldError(diagnostic)
        match = matcher("elements:date_time_group").fullmatch(text)
        if match is None:
            raise FieldError(DTG_SHAPE.at(Span(0, len(text)), reason="not of this shape"))
        return dtg_of(*match.group("day_of_month", "release_time", "zone", "month", "year"))

    @classmethod
    def at(cls, moment: datetime) -> "DateTimeGroup":
        """The group for an aware datetime, in UTC and to the minute.

        Raises ValueError for a naive one.
        """
        if moment.tzinfo is None:
            raise ValueError("a date-time group needs an aware datetime")
        utc = moment.astimezone(UTC)
        return cls(utc.day, utc.hour, utc.minute, "Z", utc.month, utc.year % 100)

    def resolve(self, pivot: int = 1969) -> datetime:
        """The instant meant, aware, in the group's own zone.

        A two-digit year is placed in the hundred years from `pivot`. Raises `FieldError`: TG407
        without month or year, TG404 for zone J, TG403 for a day that the resolved month has not.
        """
        text = str(self)
        end = Span(len(text), len(text))
        if self.month is None or self.year is None:
            missing = "year" if self.month else "month and year"
            raise FieldError(DTG_YEAR_MISSING.at(end, missing=missing))
        hours = _offset(self.zone)
        if hours is None:
            raise FieldError(DTG_ZONE.at(Span(6, 7), zone=self.zone))
        year = self.year if self.year >= 100 else pivot + (self.year - pivot) % 100
        if self.day > calendar.monthrange(year, self.month)[1]:
            raise FieldError(
                DTG_DAY_NOT_IN_MONTH.at(
                    Span(0, 2), day=self.day, month=MONTHS[self.month - 1], year=year
                )
            )
        zone = UTC if hours == 0 else timezone(timedelta(hours=hours))
        if self.hour == 24:
            midnight = datetime(year, self.month, self.day, tzinfo=zone)
            return midnight if midnight.date() == date.max else midnight + timedelta(days=1)
        return datetime(year, self.month, self.day, self.hour, self.minute, tzinfo=zone)

    def _text(self) -> str:
        text = f"{self.day:02}{self.hour:02}{self.minute:02}{self.zone}"
        if self.month is not None:
            text += f" {MONTHS[self.month - 1] if 1 <= self.month <= 12 else self.month}"
        return text if self.year is None else f"{text} {self.year:02}"

    def __str__(self) -> str:
        return self._text()


_make = trusted(DateTimeGroup)


_YEARS_BACK = 79


def pivot_beside(year: int) -> int:
    """The first of the hundred years in which a text released in a year places its own years.

    A text speaks of what was written before it, and now and then of what is to come: its years of
    two digits lie between 79 years before its release and 20 years after.

    >>> pivot_beside(1974), pivot_beside(2012)
    (1895, 1933)
    """
    return max(year - _YEARS_BACK, 1)


def dtg_of(day: str, time: str, zone: str, month: str | None, year: str | None) -> DateTimeGroup:
    """The value of matched parts; the caller has checked the day against the month."""
    return _make(
        int(day),
        int(time[:2]),
        int(time[2:]),
        zone,
        month and MONTH_NUMBER[month],
        year and int(year),
    )


def dtg_problems(text: str) -> Iterator[Diagnostic]:
    """What is wrong with the text of a date-time group, worst first; spans count from its start."""
    match = matcher("elements:date_time_group").fullmatch(text)
    if match is None:
        yield from _damaged_problems(text)
        return
    day, time, month, year = match.group("day_of_month", "release_time", "month", "year")
    if month and int(day) > longest_month(MONTH_NUMBER[month], int(year) if year else None):
        yield DTG_DAY_NOT_IN_MONTH.at(
            Span(*match.span("day_of_month")),
            day=int(day),
            month=month,
            year=int(year) if year else 0,
        )
    if time in ("0000", "2400"):
        yield DTG_MIDNIGHT.at(Span(*match.span("release_time")), time=time)
    if year is None:
        end = Span(len(text), len(text))
        yield DTG_YEAR_MISSING.at(end, missing="year" if month else "month and year")


def _damaged_problems(text: str) -> Iterator[Diagnostic]:
    match = matcher("elements:date_time_group_damaged").fullmatch(text)
    digits = (match["digits"] if match is not None else "").strip()
    if match is None or len(digits) != 6 or not digits.isdecimal():
        why = refusal("elements:date_time_group", text)
        yield DTG_SHAPE.at(Span(0, len(text)), reason=str(why) if why else "not of this shape")
        return
    for what, at, highest in (("day", 0, 31), ("hour", 2, 23), ("minute", 4, 59)):
        value = int(digits[at : at + 2])
        if value > highest or (what == "day" and value == 0):
            if what == "hour" and digits[2:6] == "2400":
                continue
            yield DTG_OUT_OF_RANGE.at(Span(at, at + 2), what=what, value=digits[at : at + 2])
    zone = (match["zone_damaged"] or "").strip()
    if len(zone) != 1 or zone == "J" or not zone.isupper():
        start = match.start("zone_damaged") if zone else match.end("digits")
        yield DTG_ZONE.at(Span(start, start + len(zone)), zone=zone)
    month = match["month_damaged"].strip()
    if month not in MONTH_NUMBER:
        start = match.start("month_damaged")
        yield DTG_MONTH.at(Span(start, start + len(month)), month=month)


def dtg_of_damaged(digits: str, zone: str | None, month: str, year: str) -> DateTimeGroup | None:
    """The value that a person would read from a damaged group; None where none is beyond doubt."""
    digits, letter, month = (
        digits.strip(),
        (zone or "Z").strip().upper()[:1],
        month.strip().upper()[:3],
    )
    if len(digits) != 6 or not digits.isdecimal() or month not in MONTH_NUMBER or letter == "J":
        return None
    day, hour, minute = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    possible = hour < 24 or digits[2:] == "2400"
    if not possible or minute > 59 or not 1 <= day <= longest_month(MONTH_NUMBER[month], int(year)):
        return None
    return _make(day, hour, minute, letter, MONTH_NUMBER[month], int(year))

"""Filing times: when a station put a message on the wire. Not a date-time group.

JANAP 128 and ACP 127 US write the day of the year and the time, ``2412134``; ACP 127 the day of the
month, ``22/1856Z``. Neither names the year.

Here: the value, its text, and rule TG411. Elsewhere: filing against release (`checks.chronology`).
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from attrs import frozen

from telegram.diagnostics import Diagnostic, FieldError, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher, refusal
from telegram.values.trusted import trusted

FILING_TIME_INVALID = Rule(
    code="TG411",
    name="filing-time-invalid",
    severity=Severity.ERROR,
    message="{text!r} is no filing time: {reason}",
    explanation="""
        The filing time is seven digits, the day of the year (001 to 366) and the time in UTC, or in
        base ACP 127 the day of the month, an oblique and the time with Z. Relays measure delay from
        it.
        """,
    how_to_fix="Write DDDHHMM, for example 2412134.",
    source='NAVEDTRA 14226 ch. 1 (FL2); talk page of "16-line message format" (FL3)',
    references=("FL2-R11", "FL3-R3"),
    bad="""
        DE RUEHSN #1029 2412834
                        ^^^^^^^
        """,
    good="DE RUEHSN #1029 2412134",
)


@frozen(weakref_slot=False)
class FilingTime:
    """When a station put a message on the wire.

    :Shape:  ``DDDHHMM`` (day of year) or ``DD/HHMMZ`` (day of month); the other day is None. Hour
             and minute are None in a group that was cut off after the day of the year.
    :Units:  day of year 1-366, day of month 1-31, hour 0-23, minute 0-59, all UTC.
    :Order:  none: the year is not written. Compare what ``resolve`` returns.
    :Text:   ``str(filed)`` is what was written, and parsing it gives an equal value.
    :Errors: `FieldError` with TG411.
    :Source: NAVEDTRA 14226 ch. 1; ACP 127 samples.

    >>> FilingTime.parse("2412134").resolve(datetime(2008, 8, 28, 21, 34, tzinfo=UTC)).isoformat()
    '2008-08-28T21:34:00+00:00'
    """

    day_of_year: int | None
    day_of_month: int | None
    hour: int | None
    minute: int | None

    def __attrs_post_init__(self) -> None:
        text = str(self)
        if (self.day_of_year is None) == (self.day_of_month is None):
            raise FieldError(
                FILING_TIME_INVALID.at(
                    Span(0, len(text)), text=text, reason="one day, of year or month"
                )
            )
        cut_off = self.hour is None and self.minute is None and self.day_of_year is not None
        for diagnostic in filing_problems(f"{text}0000" if cut_off else text):
            raise FieldError(diagnostic)

    @classmethod
    def parse(cls, text: str) -> "FilingTime":
        """The value that the text writes."""
        for diagnostic in filing_problems(text):
            raise FieldError(diagnostic)
        return filed_of_text(text)

    @property
    def time(self) -> str | None:
        """Hour and minute as written, ``HHMM``; None where they were cut off."""
        return None if self.hour is None else f"{self.hour:02}{self.minute or 0:02}"

    def resolve(self, released: datetime) -> datetime:
        """The instant meant that lies nearest to an aware datetime, such as the resolved date-time
        group.

        A group without hours is taken for the beginning of its day.
        """
        around = released.astimezone(UTC)
        hour, minute = self.hour or 0, self.minute or 0
        if self.day_of_year is not None:
            days = [
                datetime(year, 1, 1, hour, minute, tzinfo=UTC)
                + timedelta(days=self.day_of_year - 1)
                for year in (around.year - 1, around.year, around.year + 1)
            ]
        else:
            middle = around.replace(hour=hour, minute=minute, second=0, microsecond=0)
            days = [
                day
                for offset in range(-31, 32)
                if (day := middle + timedelta(days=offset)).day == self.day_of_month
            ]
        return min(days, key=lambda day: abs(day - around))

    def __str__(self) -> str:
        if self.day_of_year is None:
            return f"{self.day_of_month or 0:02}/{self.time}Z"
        return f"{self.day_of_year:03}{self.time or ''}"


_make = trusted(FilingTime)


def filed_of(day_of_year: str, time: str) -> FilingTime:
    """The value of matched parts of the day-of-year form."""
    return _make(int(day_of_year), None, int(time[:2]), int(time[2:]))


def filed_of_day(day_of_month: str, time: str) -> FilingTime:
    """The value of matched parts of the day-of-month form."""
    return _make(None, int(day_of_month), int(time[:2]), int(time[2:]))


def filed_of_text(text: str) -> FilingTime:
    """The value of a text without problems."""
    if (match := matcher("elements:filing_time").fullmatch(text)) is not None:
        return filed_of(match["day_of_year"], match["time"])
    match = matcher("elements:filing_day_time").fullmatch(text)
    assert match is not None
    return filed_of_day(match["day_of_month"], match["time"])


def filing_problems(text: str) -> Iterator[Diagnostic]:
    """What is wrong with the text of a filing time; spans count from its start."""
    if matcher("elements:filing_time").fullmatch(text) or matcher(
        "elements:filing_day_time"
    ).fullmatch(text):
        return
    why = refusal("elements:filing_time", text)
    yield FILING_TIME_INVALID.at(
        Span(0, len(text)), text=text, reason=str(why) if why else "not of this shape"
    )

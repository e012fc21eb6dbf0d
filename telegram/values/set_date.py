"""Dates inside sets: when a document was signed, or a message released, run together.

``15AUG05`` dates a document, ``160004ZAUG06`` a message. Two facts shape everything below.

* Sets run together what FL5 parts by blanks. A date-time group in a set is the same value as in
  FL5, only written otherwise; a date is a value of its own, since a day is no instant.
* Real drafters write dates in a dozen ways. Reading gives the value wherever a person would read
  it without doubt; what was written stays with whoever holds the field.

Here: `SetDate`, and `set_date_of`, which reads any field. Elsewhere: `date_time_group`.
"""

import calendar
from datetime import date

from attrs import field, frozen

from telegram.diagnostics import FieldError
from telegram.syntax import matcher
from telegram.values.date_time_group import (
    MONTH_NUMBER,
    MONTHS,
    DateTimeGroup,
    dtg_of,
    dtg_of_damaged,
    longest_month,
)
from telegram.values.refused import refused
from telegram.values.trusted import trusted


@frozen(weakref_slot=False)
class SetDate:
    """A date inside a set.

    :Shape:  ``[DD]MMMYY`` or ``[DD]MMMYYYY``; day and month may be absent (None).
    :Units:  day 1-31, month 1-12, year as written, two or four digits.
    :Order:  none: without a century two dates cannot be compared. Compare what ``resolve``
             returns.
    :Text:   ``str(date)`` is the run-together form, and parsing it gives an equal value.
    :Errors: `FieldError` with TG300.
    :Source: public samples of naval messages; MIL-STD-6040 was not open to us.

    >>> SetDate.parse("15AUG05").resolve().isoformat()
    '2005-08-15'
    """

    year: int
    month: int | None = field(default=None)
    day: int | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        if not _possible(self.year, self.month, self.day):
            raise FieldError(refused("sets:set_date", str(self)))

    @classmethod
    def parse(cls, text: str) -> "SetDate":
        """The value that the text writes."""
        match = matcher("sets:set_date").fullmatch(text)
        if match is None:
            raise FieldError(refused("sets:set_date", text))
        day, month, year = match.group("set_day", "set_month", "year")
        return cls(int(year), MONTH_NUMBER[month], int(day) if day else None)

    def resolve(self, pivot: int = 1969) -> date:
        """The day meant; the first of the month or of the year where none is written.

        A two-digit year is placed in the hundred years from `pivot`. Raises `FieldError` for a day
        that the resolved month has not.
        """
        year = self.year if self.year >= 100 else pivot + (self.year - pivot) % 100
        month, day = self.month or 1, self.day or 1
        if day > calendar.monthrange(year, month)[1]:
            raise FieldError(refused("sets:set_date", str(self)))
        return date(year, month, day)

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:02}"
        month = MONTHS[self.month - 1] if 1 <= self.month <= 12 else str(self.month)
        return f"{'' if self.day is None else f'{self.day:02}'}{month}{self.year:02}"


_make = trusted(SetDate)


def _possible(year: int, month: int | None, day: int | None) -> bool:
    if not 0 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return False
    if day is None:
        return True
    return month is not None and 1 <= day <= longest_month(month, year)


_DIGITS = frozenset("0123456789")
_LONGEST = 40
"""Characters of the longest field that can be a date."""


def set_date_of(text: str) -> tuple[SetDate | DateTimeGroup | None, bool] | None:
    """What a field says about time: the value, and whether it is written as sets write it.

    None for a field that is no date; a value of None for one that has the shape of a date and
    names a day that no calendar has.

    >>> [str(value) for value, legal in map(set_date_of, ("160004ZAUG06", "2 NOV 07"))]
    ['160004Z AUG 06', '02NOV07']
    """
    if _DIGITS.isdisjoint(text) or len(text) > _LONGEST:
        return None
    if (match := matcher("sets:set_date").fullmatch(text)) is not None:
        day, month, year = match.group("set_day", "set_month", "year")
        return _dated(int(year), MONTH_NUMBER[month], int(day) if day else None), True
    if (match := matcher("sets:set_date_time").fullmatch(text)) is not None:
        parts = match.group("day_of_month", "release_time", "set_zone", "month_joined", "year")
        fits = int(parts[0]) <= longest_month(MONTH_NUMBER[parts[3]], int(parts[4]))
        return (dtg_of(*parts) if fits else None), True
    if (match := matcher("sets:set_date_damaged").fullmatch(text)) is not None:
        if (digits := match["date_digits"]) is not None:
            return _dated(int(digits[:4]), int(digits[4:6]), int(digits[6:])), False
        if match["year_alone"] is not None:
            return _dated(int(match["year_alone"]), None, None), False
        month = MONTH_NUMBER[match["set_month_damaged"][:3].upper()]
        written = match["day_damaged"]
        day_number = int(written.strip(" -")) if written else None
        return _dated(int(match["year"]), month, day_number), False
    if (match := matcher("sets:set_date_time_damaged").fullmatch(text)) is not None:
        found = match.group("digits", "zone_damaged", "month_damaged", "year")
        return dtg_of_damaged(*found), False
    return None


def _dated(year: int, month: int | None, day: int | None) -> SetDate | None:
    return _make(year, month, day) if _possible(year, month, day) else None

"""When a State telegram was sent: the day, where it is known, else the days of its year.

The date-time group stands in the heading, so the reader of the text gets its day from the caller. A
labelled head has a group of its own.

Here: the range of days. Elsewhere: what is compared with it (the rules).
"""

from datetime import UTC, date
from typing import NamedTuple

from telegram.diagnostics import FieldError
from telegram.syntax import matcher
from telegram.texts.state.text import StateText
from telegram.values.date_time_group import DateTimeGroup


class Days(NamedTuple):
    """The first and the last day on which a message may have been sent; mostly the same."""

    first: date
    last: date


def days_of(text: StateText, sent: date | None) -> Days | None:
    """The days on which a message may have been sent: the day given, its own, or those of its year.

    None where nothing says the year.
    """
    sent = sent or _labelled_day(text)
    if sent is not None:
        return Days(sent, sent)
    if text.year is None:
        return None
    return Days(date(text.year, 1, 1), date(text.year, 12, 31))


def _labelled_day(text: StateText) -> date | None:
    """The day of the group in a labelled head; None without one, or where no calendar has it."""
    for labelled in text.labelled:
        if labelled.label == "Date/DTG":
            match = matcher("state:smart_date").fullmatch(labelled.value)
            return day_of(match["smart_dtg"]) if match is not None else None
    return None


def day_of(group: DateTimeGroup | str | None, pivot: int = 1969) -> date | None:
    """The day of a date-time group in UTC; None where it fixes none."""
    try:
        if isinstance(group, str):
            group = DateTimeGroup.parse(group)
        return group.resolve(pivot).astimezone(UTC).date() if group is not None else None
    except (FieldError, ValueError, OverflowError):
        return None


def years_later(day: date, years: int) -> date:
    """The same day some years later; 28 February for a 29th that the year has not."""
    try:
        return day.replace(year=min(day.year + years, date.max.year))
    except ValueError:
        return day.replace(year=day.year + years, day=28)

"""Values in the words of a watch officer: times as dates, indicators as stations.

Here: the wording. Elsewhere: what a value means (`telegram.values`), and which line shows it
(`decoding`).
"""

from datetime import UTC, date, datetime, timedelta

from telegram.data import table
from telegram.diagnostics import FieldError
from telegram.values.call_sign import CallSign, StationDesignator
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.filing_time import FilingTime
from telegram.values.operating_signal import OperatingSignal
from telegram.values.precedence import Precedence

_DIGITS = "0123456789"


def precedence(value: Precedence) -> str:
    """The word and the speed of service: ``PRIORITY, to be delivered within 3 hours``."""
    objective = value.speed_of_service
    return (
        value.word
        if objective is None
        else f"{value.word}, to be delivered within {duration(objective)}"
    )


def duration(value: timedelta) -> str:
    """Hours or minutes in words.

    >>> duration(timedelta(minutes=180)), duration(timedelta(minutes=30))
    ('3 hours', '30 minutes')
    """
    minutes = int(value.total_seconds()) // 60
    if minutes % 60:
        return count(minutes, "minute")
    return count(minutes // 60, "hour")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number and its noun.

    >>> count(1, "error"), count(2, "error"), count(0, "fix", "fixes")
    ('1 error', '2 errors', '0 fixes')
    """
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def moment(value: datetime) -> str:
    """A time as people say it, in UTC: ``Thursday 28 August 2008, 21:34 UTC``."""
    utc = value.astimezone(UTC)
    return f"{utc:%A} {utc.day} {utc:%B} {utc.year}, {utc:%H:%M} UTC"


def day(value: date) -> str:
    """A day as people say it: ``28 August 2008``."""
    return f"{value.day} {value:%B} {value.year}"


def resolved(dtg: DateTimeGroup, pivot: int) -> datetime | None:
    """The instant of a date-time group; None where it names none."""
    try:
        return dtg.resolve(pivot)
    except (FieldError, OverflowError, ValueError):
        return None


def released(dtg: DateTimeGroup, pivot: int) -> str:
    """When a message was released, or why that cannot be said."""
    instant = resolved(dtg, pivot)
    if instant is None:
        try:
            dtg.resolve(pivot)
        except FieldError as error:
            return f"names no instant: {error.diagnostic.message}"
        except (OverflowError, ValueError):
            return "names no instant"
    assert instant is not None
    if dtg.zone == "Z":
        return moment(instant)
    return f"{moment(instant)} ({dtg.hour:02}:{dtg.minute:02} in zone {dtg.zone})"


def filed(value: FilingTime, release: datetime | None) -> str:
    """When a message was filed; the year and the month come from the release."""
    if value.day_of_year is not None:
        day = f"day {value.day_of_year} of the year"
    else:
        day = f"day {value.day_of_month} of the month"
    if release is None:
        time = value.time
        return day if time is None else f"{day}, {time[:2]}:{time[2:]} UTC"
    instant = value.resolve(release)
    if value.time is None:
        return f"{instant:%A} {instant.day} {instant:%B} {instant.year} ({day}), without a time"
    return f"{moment(instant)} ({day})"


def indicator(value: StationDesignator) -> str:
    """The station, what a fixed indicator stands for, the nation."""
    if isinstance(value, CallSign):
        return "a call sign"
    said: list[str] = []
    stations = value.stations
    if stations:
        more = f" (and {len(stations) - 1} more)" if len(stations) > 1 else ""
        said.append(f"{stations[0]}{more}")
    elif value.section is not None:
        said.append(f"{value.section} of {value.relay}")
    # A name and the nation say enough; the meaning of a prefix helps where there is no name.
    meaning = value.meaning
    if meaning is not None and not stations:
        said.append(meaning)
    if value.nation is not None:
        said.append(value.nation)
    if not stations and value.section is None and meaning is None:
        said.append("not in the shipped directory")
    return "; ".join(said)


def classification_letter(letter: str | None) -> str:
    """The level that a letter of FL2 or FL4 stands for; empty where none is known."""
    row = table("security-letters", "letter").get(letter or "")
    return row["level"] if row else ""


def signal(value: OperatingSignal) -> str:
    """What a signal says; with the stations among its operands."""
    meaning = value.meaning or "not in the shipped table of operating signals"
    asked = "asks: " if value.interrogative else ""
    stations = [name for operand in value.operands if (name := _station(operand))]
    return "; ".join([f"{asked}{meaning}", *stations])


def _station(operand: str) -> str | None:
    """The name of the station of a relay's trace, such as RUEWMCF4523."""
    letters = operand.rstrip(_DIGITS)
    if letters == operand or not letters:
        return None
    row = table("routing-indicators", "routing_indicator").get(letters)
    return f"{letters} is {row['station']}" if row else None

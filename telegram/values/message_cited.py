"""A message named by another one: station, serial number, filing time.

Relays and service messages name a message as its header does: ``RUWTABA0014 1051530``. The serial
number alone names none, since stations count anew and some do not count.

Here: the value and its text. Elsewhere: who names it (`telegram.handling`, `telegram.service`).
"""

from attrs import field, frozen

from telegram.diagnostics import FieldError
from telegram.syntax import matcher
from telegram.values.filing_time import FilingTime, filed_of
from telegram.values.refused import refused
from telegram.values.routing_indicator import RoutingIndicator, indicator_of


@frozen
class MessageCited:
    """A message as another one names it.

    :Shape:  station: the routing indicator; serial: four digits; filed: day of the year and time,
             or None.
    :Text:   ``str(cited)`` is what was written.
    :Errors: `FieldError` with TG300.
    :Source: public NAVADMIN traffic (ZUI and ZOV in FL4); NAVEDTRA 14222 (service messages).

    >>> cited = MessageCited.parse("RUWTABA0014 1051530")
    >>> cited.station.letters, cited.serial, cited.filed.day_of_year
    ('RUWTABA', '0014', 105)
    """

    station: RoutingIndicator = field()
    serial: str
    filed: FilingTime | None = None

    def __attrs_post_init__(self) -> None:
        if matcher("elements:message_cited").fullmatch(str(self)) is None:
            raise FieldError(refused("elements:message_cited", str(self)))

    @classmethod
    def parse(cls, text: str) -> "MessageCited":
        """The message that the text names."""
        found = message_cited(text)
        if found is None:
            raise FieldError(refused("elements:message_cited", text))
        return found

    def __str__(self) -> str:
        return f"{self.station}{self.serial}{f' {self.filed}' if self.filed else ''}"


def message_cited(text: str) -> MessageCited | None:
    """The message that a text names; None where it names none so."""
    match = matcher("elements:message_cited").fullmatch(text)
    if match is None:
        return None
    station, serial, day, time = match.group("cited_station", "serial", "day_of_year", "time")
    filed = None if day is None else filed_of(day, time)
    return MessageCited(indicator_of(station), serial, filed)

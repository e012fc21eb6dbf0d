"""A channel and its log: what a tape relay's operator kept by eye.

Every message that comes over a channel has the channel's next number (FL1). The operator ticks the
numbers off, asks for those that are missing, sees that a message came twice, and puts sections
together.

Here: `Circuit`. Elsewhere: numbers (`continuity`), copies of one message (`copies`), a line of the
log (`entry`), rules (`findings`), joining (`telegram.joining`).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from telegram.circuit.continuity import Channel, Gap, Place
from telegram.circuit.copies import Copies, Copy
from telegram.circuit.entry import LogEntry
from telegram.circuit.findings import copy_findings, number_findings
from telegram.circuit.sections import Reunion, Unfinished
from telegram.diagnostics import Diagnostic
from telegram.joining.identity import section_of
from telegram.model import Telegram

__all__ = ["Circuit", "Copy", "Gap", "LogEntry", "Unfinished"]


class Circuit:
    """The log of the messages that came over a circuit, in order.

    Channels are told apart by their designators; messages without FL1 are logged without a number.

    :Shape:  keep: whether `entries` are kept. Without, a message leaves only its keys: 16 bytes of
             digests and a few numbers, and, while sections are missing, the sections that are here.
    :Errors: TypeError for what is no telegram. What is wrong on the channel is in the findings.
    :Source: NAVEDTRA 14226 ch. 1 (channel numbers, suspected duplicates, sections); public traffic
             (corrected copies, reroutes).

    >>> from telegram.parsing import parse
    >>> circuit = Circuit()
    >>> for number in ("001", "002", "005"):
    ...     lines = f"VZCZCABA{number}\\nRR RUEHXH\\nDE RUEHXM #0{number} 1051545\\n"
    ...     entry = circuit.feed(parse(f"{lines}R 1515{number[1:]}Z APR 02\\nFM WING ONE\\n"))
    >>> print(*circuit.missing)
    ABA003-004
    >>> print(entry.findings[0])
    TG891 channel-number-missing: 003 to 004 of channel ABA have not come
    """

    def __init__(self, *, keep: bool = True) -> None:
        self._keep = keep
        self._entries: list[LogEntry] = []
        self._channels: dict[str | None, Channel] = {}
        self._copies = Copies()
        self._reunion = Reunion()
        self.count = 0
        """Messages that came."""

    @classmethod
    def of(cls, messages: Iterable[Telegram]) -> "Circuit":
        """The log of messages, such as those of `telegram.read`."""
        circuit = cls()
        for message in messages:
            circuit.feed(message)
        return circuit

    @property
    def entries(self) -> tuple[LogEntry, ...]:
        """The lines of the log; empty where they are not kept."""
        return tuple(self._entries)

    @property
    def channels(self) -> tuple[str | None, ...]:
        """The designators that occurred; None for numbers without one."""
        return tuple(self._channels)

    @property
    def missing(self) -> tuple[Gap, ...]:
        """The numbers that have not come, channel by channel, in order."""
        return tuple(gap for channel in self._channels.values() for gap in channel.missing())

    @property
    def unfinished(self) -> tuple[Unfinished, ...]:
        """The telegrams of which sections have not come."""
        return self._reunion.unfinished

    def feed(self, message: Telegram) -> LogEntry:
        """Log the next message."""
        if not isinstance(message, Telegram):
            raise TypeError(f"a circuit carries telegrams, not {type(message).__name__}")
        self.count += 1
        section = section_of(self.count, message)
        copy, of = self._copies.add(self.count, message, section.number)
        place = self._number(message, again=copy.repeats)
        joined = None
        if section.number is not None and not copy.repeats:
            joined = self._reunion.add(section)
        heading = message.heading
        entry = LogEntry(
            index=self.count,
            channel=place.channel if place is not None else None,
            number=place.text if place is not None else None,
            filed=_filed(message),
            originator=heading.originator.name if heading.originator is not None else None,
            dtg=heading.dtg,
            section=None if section.number is None else (section.number, section.total),
            copy=copy,
            of=of,
            joined=joined,
            findings=tuple(self._found(message, place, copy, of)),
        )
        if self._keep:
            self._entries.append(entry)
        return entry

    def log(self, messages: Iterable[Telegram]) -> Iterator[LogEntry]:
        """Log messages as they come, and give each line."""
        return map(self.feed, messages)

    def to_dict(self) -> dict[str, Any]:
        """The log as JSON: totals, missing numbers, sections that did not come, the lines kept."""
        return {
            "messages": self.count,
            "channels": [channel.to_dict() for channel in self._channels.values()],
            "unfinished": [each.to_dict() for each in self.unfinished],
            "entries": [entry.to_dict() for entry in self._entries],
        }

    def _number(self, message: Telegram, *, again: bool) -> Place | None:
        transmission = _outermost(message)
        if transmission is None:
            return None
        name = transmission.channel
        channel = self._channels.setdefault(name, Channel(name))
        return channel.add(transmission.sequence, again=again)

    @staticmethod
    def _found(
        message: Telegram, place: Place | None, copy: Copy, of: int | None
    ) -> Iterator[Diagnostic]:
        if place is not None:
            yield from number_findings(message, place)
        yield from copy_findings(message, copy, of)


def _outermost(message: Telegram) -> Any:
    """FL1 of the transmission: that of the first pilot, where there is one."""
    heading = message.heading
    found = heading.transmission
    while heading.pilot is not None:
        heading = heading.pilot
        found = heading.transmission or found
    return found


def _filed(message: Telegram) -> str | None:
    """The filing time of FL2 or FL3, as written."""
    heading = message.heading
    for line in (heading.routing, heading.station):
        if line is not None and line.filed is not None:
            return str(line.filed)
    return None

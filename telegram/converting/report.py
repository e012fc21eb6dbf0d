"""What became of a message when it was refiled: each fact that was lost, derived or supplied.

Here: `Fate`, `Entry`, `ConversionReport`, `Conversion`. Elsewhere: how facts are compared
(`differences`), and who makes them (`procedure`, `mail`).
"""

from collections.abc import Iterator
from email.message import EmailMessage
from enum import Enum
from typing import Generic, TypeVar

from attrs import frozen

from telegram.lines import FormatLine
from telegram.model import Telegram

Result = TypeVar("Result", Telegram, EmailMessage, covariant=True)


class Fate(Enum):
    """What became of a fact."""

    LOST = "lost"
    """The other side has no place for it."""
    DERIVED = "derived"
    """The other side asks for it, and it follows from what the message says."""
    DEFAULT = "default"
    """The other side asks for it, and it was filled in as is usual there."""
    GIVEN = "given"
    """The caller supplied it."""


@frozen
class Entry:
    """A fact that the two sides do not share.

    :ivar fate: what became of it.
    :ivar line: its format line; None for what only a mail has.
    :ivar name: what a person calls it.
    :ivar text: the fact as written, on the side that has it.
    :ivar reason: what it follows from, or why it has no place; empty where nothing need be said.
    """

    fate: Fate
    line: FormatLine | None
    name: str
    text: str
    reason: str = ""

    def __str__(self) -> str:
        reason = f" ({self.reason})" if self.reason else ""
        line = f"{self.line.name} " if self.line is not None else ""
        return f"{self.fate.value}: {line}{self.name}: {self.text}{reason}"


@frozen
class ConversionReport:
    """Every fact that the two sides do not share, in the order of the format lines.

    :Text:   ``str(report)`` has a line for each entry; it is empty where all was carried over.
    """

    entries: tuple[Entry, ...] = ()

    def of(self, fate: Fate) -> tuple[Entry, ...]:
        """The entries of one fate."""
        return tuple(entry for entry in self.entries if entry.fate is fate)

    @property
    def lost(self) -> tuple[Entry, ...]:
        """What the other side has no place for."""
        return self.of(Fate.LOST)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __str__(self) -> str:
        return "\n".join(map(str, self.entries))


@frozen
class Conversion(Generic[Result]):
    """A message refiled, and what became of its facts.

    :Shape:  results: the message in the other form; several where a long text takes more than one
             transmission section, each complete in itself.

    :ivar results: all messages, in order.
    :ivar report: what was lost, derived, filled in.
    """

    results: tuple[Result, ...]
    report: ConversionReport

    @property
    def result(self) -> Result:
        """The message; of several sections the first."""
        return self.results[0]

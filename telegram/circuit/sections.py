"""Sections that came over a circuit, put together as soon as the last one is here.

What is held are the sections of unfinished telegrams only.

Here: `Reunion` and `Unfinished`. Elsewhere: the joining itself (`telegram.joining`).
"""

from typing import Any

from attrs import define, frozen

from telegram.joining import Joined, join
from telegram.joining.identity import Identity, Section, identity_of
from telegram.model import Telegram


@frozen
class Unfinished:
    """A telegram of which sections have not come.

    :Shape:  originator, dtg: as the sections name them; total: None where no section says; missing:
             the numbers that have not come; messages: the sections that are here.
    """

    originator: str | None
    dtg: str | None
    total: int | None
    missing: tuple[int, ...]
    messages: tuple[Telegram, ...]

    def to_dict(self) -> dict[str, Any]:
        """The shape in the log as JSON."""
        return {
            "originator": self.originator,
            "dtg": self.dtg,
            "total": self.total,
            "missing": list(self.missing),
        }


@define
class _Open:
    """A telegram whose sections are awaited."""

    identity: Identity
    total: int
    here: set[int]
    messages: list[Telegram]

    @property
    def missing(self) -> tuple[int, ...]:
        last = max(self.total, *self.here)
        return tuple(number for number in range(1, last + 1) if number not in self.here)


class Reunion:
    """The sections that came, by the telegram to which they belong."""

    def __init__(self) -> None:
        self._open: dict[tuple[object, ...], _Open] = {}

    def add(self, section: Section) -> Joined | None:
        """The whole telegram, if this was the last section that was awaited."""
        identity = identity_of(section.message)
        keys = identity.keys
        if not keys:
            return None
        found = next((self._open[key] for key in keys if key in self._open), None)
        if found is None or not found.identity.agrees(identity):
            found = _Open(identity, 0, set(), [])
        found.identity = found.identity.completed(identity)
        found.total = max(found.total, section.total or 0)
        found.here |= section.covers
        found.messages.append(section.message)
        for key in found.identity.keys:
            self._open[key] = found
        if not found.total or found.missing:
            return None
        for key in found.identity.keys:
            self._open.pop(key, None)
        return join(found.messages)

    @property
    def unfinished(self) -> tuple[Unfinished, ...]:
        """The telegrams whose sections are awaited, in order of their first section."""
        each = {id(found): found for found in self._open.values()}
        return tuple(
            Unfinished(
                found.identity.originator,
                found.identity.dtg,
                found.total or None,
                found.missing,
                tuple(found.messages),
            )
            for found in each.values()
        )

"""A heading being filled in, line by line, and its end as a value."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from attrs import evolve

from telegram.lines import FormatLine
from telegram.model import Accounting, Heading, Instruction, PrecedencePair
from telegram.values.addressee import Addressee
from telegram.values.date_time_group import (
    DateTimeGroup,
)
from telegram.values.routing import (
    Routing,
)
from telegram.values.security import Security, make_security
from telegram.values.station_serial import (
    StationSerial,
)
from telegram.values.transmission_identification import (
    TransmissionIdentification,
)
from telegram.values.trusted import trusted

Match = re.Match[str]

_make_heading = trusted(Heading)


class Draft:
    """A heading being filled in, line by line."""

    # Defaults stand on the class: most drafts set half of them.
    transmission: TransmissionIdentification | None = None
    routing: Routing | None = None
    station: StationSerial | None = None
    security: Security | None = None
    precedence = PrecedencePair()
    dtg: DateTimeGroup | None = None
    instructions: tuple[Instruction, ...] = ()
    originator: Addressee | None = None
    accounting: Accounting | None = None
    further: dict[str, list[Any]] | None = None
    complete: bool | None = None
    exempting_plain = False
    exempted_before = 0
    """How many addressees were exempted before the XMT that holds now."""
    indicated = False
    """Whether an addressee so far has a routing indicator."""
    has_preamble = False
    label = FormatLine.FL7
    """The format line of the addressee that was added last."""

    def __init__(self) -> None:
        self.action: list[Addressee] = []
        self.info: list[Addressee] = []
        self.exempt: list[Addressee] = []
        self.current = self.previous = self.action

    def finish(
        self, original: Heading | None, pilot: Heading | None, find_spans: object
    ) -> Heading:
        """The heading as a value."""
        if self.further is not None:
            self._go_on(self.further)
        return _make_heading(
            self.transmission,
            self.routing,
            self.station,
            self.security,
            self.precedence,
            self.dtg,
            self.instructions,
            self.originator,
            tuple(self.action),
            tuple(self.info),
            tuple(self.exempt),
            self.accounting,
            original,
            pilot,
            find_spans,
        )

    def continued(self, field: str, items: Iterable[Any]) -> None:
        """Items of a continuation line; kept apart until the heading is finished, so that many cost
        linear time.
        """
        if self.further is None:
            self.further = {}
        self.further.setdefault(field, []).extend(items)

    def _go_on(self, further: dict[str, list[Any]]) -> None:
        """Join what continuation lines said to what they continued."""
        self.instructions += tuple(further.get("instructions", ()))
        if self.routing is not None and "indicators" in further:
            indicators = self.routing.indicators + tuple(further["indicators"])
            self.routing = evolve(self.routing, indicators=indicators)
        if self.routing is not None and self.complete is not None:
            self.routing = evolve(self.routing, complete=self.complete)
        if self.security is not None:
            old = self.security
            self.security = make_security(
                old.prosign,
                old.characters,
                old.special_handling,
                old.release,
                old.signals + tuple(further.get("signals", ())),
                old.transmit + tuple(further.get("transmit", ())),
            )

    def add(self, addressee: Addressee) -> None:
        """A further addressee of the current kind.

        After exempted plain names one with an indicator is not exempted.
        """
        if self.exempting_plain and addressee.routing_indicator is not None:
            self.current, self.exempting_plain = self.previous, False
        self.indicated = self.indicated or addressee.routing_indicator is not None
        self.current.append(addressee)
        if self.current is self.exempt:
            self.label = FormatLine.FL9
        else:
            self.label = FormatLine.FL8 if self.current is self.info else FormatLine.FL7

    def add_counted(self, addressee: Addressee) -> None:
        """A further addressee as State writes it: exempted only where indicators tell how far.

        Where no line has an indicator nothing ends an exemption, so the XMT line alone is exempt.
        """
        begun = self.current is self.exempt and len(self.exempt) > self.exempted_before
        if begun and self.exempting_plain and not self.indicated:
            self.current, self.exempting_plain = self.previous, False
        self.add(addressee)

    def begin(self, kind: list[Addressee]) -> None:
        """The kind of addressee that follows."""
        self.current = self.previous = kind
        self.exempting_plain = False

    def begin_exempt(self) -> None:
        """Exempted addressees follow."""
        self.previous = self.current if self.current is not self.exempt else self.previous
        self.current = self.exempt
        self.exempting_plain = True
        self.exempted_before = len(self.exempt)


Build = Callable[[Draft, re.Match[str]], None]
"""Fills a draft from a match."""

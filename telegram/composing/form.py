"""The entries of a form, one part of the heading at a time; what is wrong with them is gathered."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar, cast

import attrs
from attrs import define, evolve, field

from telegram.diagnostics import FieldError
from telegram.dialects import Dialect, Need
from telegram.formatting.facts import filing_facts, resolved
from telegram.lines import FormatLine
from telegram.model import Accounting, Heading, Instruction, PrecedencePair
from telegram.parsing.building import instructions_of
from telegram.syntax import matcher
from telegram.syntax.writing import Unwritable, write
from telegram.values.addressee import Addressee
from telegram.values.call_sign import CallSign, StationDesignator
from telegram.values.classification import Classification
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.filing_time import FilingTime
from telegram.values.precedence import Precedence, misspelt_word
from telegram.values.routing import ContentIndicator, LanguageMedia, ReleaseCode, Routing
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.security import Security
from telegram.values.station_serial import StationSerial
from telegram.values.transmission_identification import TransmissionIdentification

T = TypeVar("T")


@define
class Form:
    """A heading being filled in.

    :ivar problems: what is wrong with the entries, each begun with the entry's name.
    :ivar heading: what is filled in already.
    """

    dialect: Dialect
    pivot: int
    problems: list[str] = field(factory=list)
    _heading: Heading = field(factory=Heading)

    def heading(self) -> Heading:
        """What was filled in."""
        return self._heading

    def read(self, entry: str, given: object, parse: Callable[[str], T]) -> T | None:
        """An entry as a value: given as one, or as its text.

        :Errors: TypeError for anything else.
        """
        if given is None:
            return None
        if not isinstance(given, str):
            kind = _KINDS.get(parse) or getattr(parse, "__self__", None)
            if not isinstance(kind, type) or not isinstance(given, kind):
                named = f" or {kind.__name__}" if isinstance(kind, type) else ""
                raise TypeError(f"{entry} is a text{named}, not {type(given).__name__}")
            return cast("T", given)
        try:
            return parse(given)
        except FieldError as error:
            self.problems.append(f"{entry}: {given!r}: {error.diagnostic.message}")
        except (KeyError, ValueError) as error:
            self.problems.append(f"{entry}: {given!r}: {error}")
        return None

    def _fill(self, **members: Any) -> None:
        self._heading = evolve(self._heading, **members)

    def level(self, given: str | Classification) -> Classification | None:
        """The classification; a word is taken spaced or not."""
        return self.read("classification", given, Classification.parse)

    def released(self, given: str | DateTimeGroup | datetime) -> DateTimeGroup | None:
        """The date-time group."""
        if isinstance(given, datetime):
            if given.tzinfo is None:
                self.problems.append("dtg: a datetime must be aware of its zone")
                return None
            return DateTimeGroup.at(given)
        return self.read("dtg", given, DateTimeGroup.parse)

    def addresses(
        self,
        originator: str | Addressee,
        action: Iterable[str | Addressee],
        info: Iterable[str | Addressee],
        exempt: Iterable[str | Addressee],
    ) -> None:
        """FL6 to FL9."""
        self._fill(
            originator=self.addressee("originator", originator),
            action=self.addressees("action", action),
            info=self.addressees("info", info),
            exempt=self.addressees("exempt", exempt),
        )

    def addressees(self, entry: str, given: Iterable[str | Addressee]) -> tuple[Addressee, ...]:
        read = (self.addressee(entry, each) for each in items(entry, given))
        return tuple(each for each in read if each is not None)

    def addressee(self, entry: str, given: str | Addressee) -> Addressee | None:
        """An addressee whose name reads back as it is given.

        A reader takes a last word that is nearly a precedence word for one.
        """
        found = self.read(entry, given, Addressee.parse)
        if found is not None and found.precedence is None and not found.offices:
            before, _, last = found.name.rpartition(" ")
            meant = misspelt_word(last) if before else None
            if meant is not None:
                self.problems.append(f"{entry}: {last} at the end of {found.name} reads as {meant}")
        return found

    def preamble(
        self,
        precedence: str | Precedence,
        info_precedence: str | Precedence | None,
        dtg: DateTimeGroup | None,
        instructions: Iterable[str],
    ) -> None:
        """FL5."""
        action = self.read("precedence", precedence, Precedence.parse)
        second = None
        if info_precedence is not None:
            second = self.read("info_precedence", info_precedence, Precedence.parse)
        self._fill(
            precedence=PrecedencePair(action, second),
            dtg=dtg,
            instructions=tuple(
                found
                for each in items("instructions", instructions)
                if (found := self.read("instructions", each, instruction_of)) is not None
            ),
        )

    def security(
        self,
        level: Classification | None,
        signals: Iterable[str],
        special_handling: str | None,
        release: Iterable[str],
    ) -> None:
        """FL4: the warning and the characters follow from the classification."""
        if level is None or self.dialect.needs[FormatLine.FL4] is not Need.ON_THE_WIRE:
            return
        codes = sorted(items("release", release))
        letters = level.letter * (3 if codes else 5) + "".join(
            codes * (2 if len(codes) == 1 else 1)
        )
        handling = f"/{special_handling * 5}" if special_handling else ""
        warning = "ZNR" if level.letter == "U" else "ZNY"
        words = [f"{warning} {letters}{handling}", *items("signals", signals)]
        self._fill(security=self.read("signals", " ".join(words), Security.parse))

    def transmission(self, channel: str | None) -> None:
        """FL1."""
        if channel is not None:
            written("channel", channel)
            line = channel if channel.startswith(("VZCZC", "ZCZC")) else f"VZCZC{channel}"
            found = self.read("channel", line, TransmissionIdentification.parse)
            self._fill(transmission=found)

    def station(
        self,
        level: Classification | None,
        called: Iterable[str],
        station: str | None,
        serial: str | None,
        filed: str | None,
        media: str,
        content: str,
        dtg: DateTimeGroup | None,
    ) -> None:
        """FL2 and FL3."""
        indicators = tuple(
            found
            for each in items("called", called)
            if (found := self.read("called", each, self.designator)) is not None
        )
        if serial is not None:
            written("serial", serial)
        packed = self.dialect.needs[FormatLine.FL2] is Need.MANDATORY
        if self.dialect.needs[FormatLine.FL2] is Need.UNUSED:
            if indicators or station or serial or filed:
                self.problems.append(
                    f"{self.dialect.title} has no station, serial or stations called"
                )
            return
        if not (packed or indicators or station or serial or filed):
            return
        signed = self.dialect.station_form == "call"
        numbered = () if signed else (("serial", serial),)
        for entry, given in (("called", indicators), ("station", station), *numbered):
            if not given:
                self.problems.append(f"{entry}: missing")
        caller = self.read("station", station, self.designator) if station else None
        if signed:
            if indicators:
                self._fill(routing=Routing((), indicators))
            if caller is not None:
                number = f" NR {serial}" if serial else ""
                line = f"DE {caller}{number}"
                self._fill(station=self.read("serial", line, StationSerial.parse))
            if filed is not None:
                self.problems.append(f"{self.dialect.title} has no filing time")
            return
        time = self._filed(filed, dtg)
        if (
            not indicators
            or not isinstance(caller, RoutingIndicator)
            or not serial
            or level is None
        ):
            return
        highest = self._heading.precedence.highest
        precedence = (highest,) if highest is not None else ()
        if not packed:
            self._fill(routing=Routing(precedence, indicators))
            if time is not None:
                made = self.read(
                    "serial", self._fl3(caller, serial, time, dtg), StationSerial.parse
                )
                self._fill(station=made)
            return
        security = self._heading.security
        release = tuple(security.release) if security else ()
        letter = (security and security.classification) or level.letter  # E of EFTO, in FL4 only
        self._fill(
            routing=Routing(
                precedence,
                indicators,
                LanguageMedia(media),
                letter,
                ContentIndicator(content),
                caller,
                serial,
                time,
                None,
                letter * (2 if release else 4) + _doubled(release),
                release,
                True,
            )
        )

    @property
    def designator(self) -> Callable[[str], StationDesignator]:
        """How the dialect's stations are named."""
        return CallSign.parse if self.dialect.station_form == "call" else RoutingIndicator.parse

    def _filed(self, given: str | None, dtg: DateTimeGroup | None) -> FilingTime | None:
        if given is not None:
            return self.read("filed", given, FilingTime.parse)
        moment = resolved(dtg, self.pivot)
        if moment is None:
            if dtg is not None:
                self.problems.append("filed: missing, and it cannot follow from the dtg")
            return None
        return FilingTime.parse(f"{moment:%j%H%M}")

    def _fl3(
        self,
        station: RoutingIndicator,
        serial: str,
        filed: FilingTime,
        dtg: DateTimeGroup | None,
    ) -> str:
        """The line of the dialect's form."""
        facts = filing_facts(filed, dtg, self.pivot)
        facts |= {"routing_indicator": station.letters, "serial": serial, "serial_base": serial}
        rule = next(r.rule for r in self.dialect.lines if r.format_line is FormatLine.FL3)
        try:
            return write(rule, facts).text
        except Unwritable as error:
            return str(error)

    def accounting(self, given: str | None) -> None:
        """FL10."""
        if given is not None:
            self._fill(accounting=self.read("accounting", given, accounting_of))

    def text(
        self,
        given: str | Iterable[str],
        level: Classification | None,
        subject_code: str | None,
        post: str | None,
        number: str | None,
    ) -> list[str]:
        """The lines of the text, the classification line first."""
        lines = [line.rstrip() for line in text_lines(given)]
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines.pop(0)
        if (post is None) != (number is None):
            self.problems.append("post and number: give both or neither")
        if not lines:
            self.problems.append("text: missing")
            return lines
        first = matcher("plaindress:classification_line").fullmatch(lines[0])
        if first is not None:
            said = Classification.parse(first["level"])
            if level is not None and said != level:
                self.problems.append(
                    f"text: its classification line says {said}, and classification {level}"
                )
        elif level is not None:
            lines.insert(0, self._class_line(level, subject_code, post, number))
        return lines

    def _class_line(
        self,
        level: Classification,
        subject_code: str | None,
        post: str | None,
        number: str | None,
    ) -> str:
        try:
            if post is not None and number is not None:
                facts = {"state_level": level.spaced, "state_post": post, "state_number": number}
                return write("state:class_line", facts).text
            facts = {"level": level.spaced, "subject_code": subject_code or ""}
            return write("plaindress:classification_line", facts).text
        except Unwritable as error:
            self.problems.append(f"classification line: {error}")
            return level.spaced


def items(entry: str, given: object) -> list[Any]:
    """The items of an entry that is a list; a text or a value alone is one.

    :Errors: TypeError for what is neither.
    """
    if isinstance(given, str) or (given is not None and attrs.has(type(given))):
        return [given]
    if not isinstance(given, Iterable) or isinstance(given, bytes):
        raise TypeError(f"{entry} is a list of texts or values, not {type(given).__name__}")
    found = list(given)
    if None in found:
        raise TypeError(f"{entry} is a list of texts or values, and one is None")
    return found


def written(entry: str, given: object) -> str:
    """An entry that is a text.

    :Errors: TypeError for anything else.
    """
    if not isinstance(given, str):
        raise TypeError(f"{entry} is a text, not {type(given).__name__}")
    return given


def text_lines(given: object) -> list[str]:
    """The lines of what is given as a text or as lines.

    :Errors: TypeError for anything else.
    """
    if isinstance(given, str):
        return given.split("\n")
    if not isinstance(given, Iterable) or isinstance(given, bytes):
        raise TypeError(f"text is a text or its lines, not {type(given).__name__}")
    return [written("a line of the text", line) for line in given]


def _doubled(release: tuple[ReleaseCode, ...]) -> str:
    letters = "".join(code.letter for code in release)
    return letters * 2 if len(letters) == 1 else letters


def instruction_of(text: str) -> Instruction:
    """A message instruction from its text.

    Raises ValueError where it is none.
    """
    if matcher("plaindress:fl5_continuation").fullmatch(text) is None:
        raise ValueError("not a message instruction")
    found = instructions_of(text)
    if len(found) != 1:
        raise ValueError("more than one message instruction")
    return found[0]


def accounting_of(text: str) -> Accounting:
    """Accounting symbol and group count from the text of FL10.

    Raises ValueError where it is none.
    """
    match = matcher("plaindress:fl10").fullmatch(text)
    if match is None:
        raise ValueError("not an accounting symbol, GR and a group count, or GRNC")
    count = match["group_count"]
    return Accounting(match["accounting_symbol"], int(count) if count else None)


_KINDS: dict[Callable[[str], Any], type] = {instruction_of: Instruction, accounting_of: Accounting}
"""What is read by a function that is no method of it."""

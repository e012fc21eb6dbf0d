"""The typed layer: a telegram, its heading and its ending, each field with its place in the source.

Here: `Heading`, `Ending`, `Telegram`. Elsewhere: how they are read (`parsing`), judged (`checks`)
and laid out as a JSON document (`document`). A telegram keeps its source whole; text, ending, lines
and report are worked out when first asked for, so that a reader of headings pays for headings.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, fields, frozen

from telegram.diagnostics import Report
from telegram.lines import Line
from telegram.source import Source, Span
from telegram.texts import Text, read_text
from telegram.values.addressee import Addressee
from telegram.values.classification import Classification, ClassificationLine
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.operating_signal import OperatingSignal
from telegram.values.precedence import Precedence
from telegram.values.routing import Routing
from telegram.values.security import Security
from telegram.values.station_serial import StationSerial
from telegram.values.transmission_identification import TransmissionIdentification

if TYPE_CHECKING:
    from telegram.handling import Handling
    from telegram.parsing import Reading
    from telegram.service import Service


_PLAIN = ("ascii", "utf-8")
"""Encodings of a source whose text says it all."""


@frozen(weakref_slot=False)
class PrecedencePair:
    """FL5's precedence: for action, and for information where it differs.

    :Shape:  action: None where FL5 has none; info: None where FL5 has one only.
    :Text:   ``str(pair)`` is the prosigns parted by a blank.
    :Source: Army SS0656 lesson 3, item 7; NAVEDTRA 14145.
    """

    action: Precedence | None = None
    info: Precedence | None = None

    @property
    def highest(self) -> Precedence | None:
        """The higher of the two."""
        return max((p for p in (self.action, self.info) if p is not None), default=None)

    def __str__(self) -> str:
        return " ".join(str(p) for p in (self.action, self.info) if p is not None)


@frozen(weakref_slot=False)
class Instruction:
    """A message instruction after FL5's date-time group.

    :Shape:  kind: ``signal``, ``minimize``, ``psn``, ``mid`` or ``asn``; text: as written; value:
             the identifier without its label, or the signal's code.
    :Source: NAVEDTRA 14222 (PSN); public NAVADMIN traffic (MID, ASN).
    """

    kind: str
    text: str
    value: str

    @property
    def signal(self) -> OperatingSignal | None:
        """The operating signal, where it is one."""
        return OperatingSignal.parse(self.text) if self.kind == "signal" else None

    def __str__(self) -> str:
        return self.text


@frozen
class Accounting:
    """Prefix (FL10): who pays, and how many groups the text has.

    :Shape:  symbol: one to four letters or None; groups: a count, or None for GRNC (not counted).
    :Text:   ``str(accounting)`` is the FL10 line.
    :Source: NAVEDTRA 14226 ch. 2.
    """

    symbol: str | None = None
    groups: int | None = None

    def __str__(self) -> str:
        count = "GRNC" if self.groups is None else f"GR {self.groups}"
        return f"{self.symbol} {count}" if self.symbol else count


@frozen(weakref_slot=False)
class Heading:
    """Format lines 1 to 10 as values; what is absent is None or an empty tuple.

    A readdressed message has its first heading in `original`; a piloted one the relay's heading in
    `pilot`.
    """

    transmission: TransmissionIdentification | None = None
    routing: Routing | None = None
    station: StationSerial | None = None
    security: Security | None = None
    precedence: PrecedencePair = PrecedencePair()
    dtg: DateTimeGroup | None = None
    instructions: tuple[Instruction, ...] = ()
    originator: Addressee | None = None
    action: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    exempt: tuple[Addressee, ...] = ()
    accounting: Accounting | None = None
    original: "Heading | None" = None
    pilot: "Heading | None" = None
    _find_spans: Callable[[], Mapping[str, Span]] | None = field(
        default=None, eq=False, repr=False, alias="find_spans"
    )

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """The place of each field by its path, such as ``dtg`` or ``action[0].name``.

        Absent fields have none.
        """
        return self._find_spans() if self._find_spans is not None else {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled are the values and their places, not what found them."""
        values = {each.name: getattr(self, each.name) for each in fields(Heading)}
        del values["_find_spans"]
        return _heading_again, (values, dict(self.spans))

    def effective_precedence(self, addressee: Addressee) -> Precedence | None:
        """An addressee's own precedence, else the one of FL5 for its kind.

        An information addressee takes the information precedence where FL5 has one (unsourced).
        """
        if addressee.precedence is not None:
            return addressee.precedence
        if (
            addressee in self.info
            and addressee not in self.action
            and self.precedence.info is not None
        ):
            return self.precedence.info
        return self.precedence.action

    @property
    def first(self) -> "Heading":
        """The heading under which the text was first sent; itself unless it is a readdressal."""
        heading = self
        while heading.original is not None:
            heading = heading.original
        return heading

    @property
    def identifiers(self) -> Mapping[str, str]:
        """Processing number, message identifier and automatic number of FL5, by kind."""
        return {i.kind: i.value for i in self.instructions if i.kind in ("psn", "mid", "asn")}


def _heading_again(values: Mapping[str, Any], spans: Mapping[str, Span]) -> Heading:
    return Heading(find_spans=lambda: spans, **values)


@frozen
class Ending:
    """Format lines 14 to 16: the validation number, corrections, the end of message.

    :Source: NAVEDTRA 14226 ch. 1 "End of message".
    """

    serial: str | None = None
    corrections: tuple[str, ...] = ()
    end_of_message: bool = False
    spans: Mapping[str, Span] = field(factory=dict, eq=False, repr=False)


@frozen(eq=False)
class Telegram:
    """A telegram as it came in: typed, and lossless.

    :Text:   ``str(telegram)`` is exactly the source; ``bytes(telegram)`` the bytes it came in.

    :ivar source: the text it was read from, whole.
    :ivar dialect: the dialect it was read in; None where no heading was found.
    :ivar evidence: why that dialect: given, or what was seen.
    :ivar pivot: the first of the hundred years in which two-digit years are placed.
    :ivar heading: format lines 1 to 10.
    """

    source: Source
    dialect: str | None
    evidence: str
    pivot: int
    heading: Heading = field(repr=False)
    _reading: "Reading" = field(repr=False, alias="reading")

    @cached_property
    def text(self) -> Text:
        """Format line 12, in the format that it shows: State, sets or plain."""
        reading = self._reading
        return read_text(
            self.source.text, reading.body.span, year=self._year, number=reading.heading.number
        )

    @property
    def _year(self) -> int | None:
        """The year of the text's own date-time group, in four digits."""
        dtg = self.heading.first.dtg
        if dtg is None or dtg.year is None:
            return None
        return dtg.year if dtg.year >= 100 else self.pivot + (dtg.year - self.pivot) % 100

    @cached_property
    def classification(self) -> ClassificationLine | None:
        """The classification line, or a banner where the text has none; None without either."""
        return self._reading.body.classification

    @cached_property
    def section(self) -> tuple[int, int] | None:
        """Which section of how many the text says it is."""
        return self._reading.body.section

    @cached_property
    def ending(self) -> Ending:
        """Format lines 14 to 16."""
        return self._reading.body.ending

    @cached_property
    def handling(self) -> "Handling":
        """What was done with it on its way: corrected, sent again, rerouted, readdressed, and where
        it says so.
        """
        from telegram.handling import handling_of

        return handling_of(self)

    @cached_property
    def service(self) -> "Service | None":
        """What it says if it is a service message: operating signals and the messages they are
        about. None for any other message.
        """
        from telegram.service import service_of

        return service_of(self)

    @cached_property
    def corrected(self) -> str | None:
        """The text with the corrections of FL15 applied (``C WA POINT BRAVO``).

        None without corrections, and where one of them does not name one place.
        """
        from telegram.correcting import corrected

        return corrected(self)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lossless layer: pieces that tile the source, each with its format line."""
        return self._reading.lines

    @cached_property
    def report(self) -> Report:
        """What is wrong with it, judged as a kept copy.

        `telegram.check` can judge it as a switch would.
        """
        from telegram.checks import report_of

        return report_of(self)

    @property
    def next_message(self) -> int | None:
        """The offset in the source at which a further message begins, or None."""
        return self._reading.body.following

    def evolve(self, **changes: Any) -> "Telegram":
        """This message with entries changed, everything else as it was, byte for byte.

        Every copy of what is changed goes with it: FL2 with the precedence of FL5, FL15 and page
        lines with the serial number, letters and warning with the classification.

        :Shape:  ``precedence``, ``info_precedence``, ``dtg``, ``originator``, ``channel``,
                 ``serial``, ``station``, ``filed``, ``classification``, ``subject``,
                 ``accounting``: a text or a value; ``action``, ``info``, ``exempt``, ``called``,
                 ``instructions``, ``signals``: all of the new list; ``text``: a text or lines.
        :Errors: `FormatError` that says why an entry cannot be changed; TypeError for an unknown
                 entry, and for a value of another type.

        >>> from telegram import parse
        >>> message = parse("P 282134Z AUG 08\\nFM  WING ONE\\nTO WING TWO\\nBT\\nUNCLAS\\nBT\\n")
        >>> print(message.evolve(precedence="O", info=["WING THREE"]), end="")
        O 282134Z AUG 08
        FM  WING ONE
        TO WING TWO
        INFO WING THREE
        BT
        UNCLAS
        BT
        """
        from telegram.editing import evolve

        return evolve(self, **changes)

    def reply(
        self,
        text: str | Iterable[str],
        *,
        dtg: str | DateTimeGroup | datetime,
        originator: str | Addressee | None = None,
        precedence: str | Precedence | None = None,
        info: Iterable[str | Addressee] = (),
        classification: str | Classification | None = None,
        **entries: Any,
    ) -> "Telegram":
        """A reply: from an addressee to the originator, naming what it answers.

        :Shape:  originator: who replies; the action addressee where there is only one. precedence
                 and classification: the message's where not given. A line ``REF:`` is put above the
                 text unless it has one. entries: further ones of `telegram.compose`.
        :Errors: as `telegram.compose`.
        """
        from telegram.composing.deriving import reply

        return reply(
            self,
            text,
            dtg=dtg,
            originator=originator,
            precedence=precedence,
            info=info,
            classification=classification,
            **entries,
        )

    def readdress(
        self,
        *,
        dtg: str | DateTimeGroup | datetime,
        originator: str | Addressee,
        precedence: str | Precedence,
        action: Iterable[str | Addressee] = (),
        info: Iterable[str | Addressee] = (),
        **entries: Any,
    ) -> "Telegram":
        """A readdressal in the long form: a new heading before FL5 to FL9, the text as it was.

        :Shape:  entries: ``instructions``, ``channel``, ``called``, ``station``, ``serial``,
                 ``filed``, ``media``, ``content``, as for `telegram.compose`.
        :Errors: as `telegram.compose`.
        :Source: Navy GENSER lesson on readdressals; public readdressed messages.
        """
        from telegram.composing.deriving import readdress

        return readdress(
            self,
            dtg=dtg,
            originator=originator,
            precedence=precedence,
            action=action,
            info=info,
            **entries,
        )

    def correct(
        self,
        text: str | Iterable[str] | None = None,
        *,
        what: str | None = None,
        channel: str | None = None,
        serial: str | None = None,
        filed: str | None = None,
    ) -> "Telegram":
        """A corrected copy, which supersedes the message: same originator, same date-time group.

        It says so in the text, by the instruction ZEL, and in JANAP 128 by the content indicator.

        :Shape:  text: the corrected text, or None where only the copy was bad; what: what was
                 corrected, in words; channel, serial, filed: of the new transmission.
        :Errors: as `telegram.compose`.
        """
        from telegram.composing.deriving import correct

        return correct(self, text, what=what, channel=channel, serial=serial, filed=filed)

    def to_dict(self, members: str | Iterable[str] | None = None) -> dict[str, Any]:
        """The JSON document, as its schema describes it; or some members of it, for which only what
        they need is read and judged.

        :Errors: ValueError for a member that the document has not.

        >>> import telegram
        >>> message = telegram.parse("R 051430Z MAR 74\\nFM AMEMBASSY EXAMPLE\\nTO NAVY\\nBT\\n")
        >>> message.to_dict("precedence")
        {'precedence': {'action': 'R', 'info': None}}
        """
        from telegram.document import to_dict

        return to_dict(self, members)

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON document as text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def __str__(self) -> str:
        return self.source.text

    def __bytes__(self) -> bytes:
        return bytes(self.source)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled is the source, which is read again: in another process, or from a file."""
        from telegram.parsing import AS_ASKED

        asked = self._reading.heading.dialect if self.evidence == AS_ASKED else "auto"
        return _read_again, (self.source, asked, self.pivot)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Telegram):
            return NotImplemented
        return (self.source.text, self.dialect, self.pivot) == (
            other.source.text,
            other.dialect,
            other.pivot,
        )

    def __hash__(self) -> int:
        return hash((self.source.text, self.dialect, self.pivot))

    def __repr__(self) -> str:
        heading = self.heading
        origin = f"FM {heading.originator.name}" if heading.originator is not None else ""
        words = filter(None, (str(heading.precedence), str(heading.dtg or ""), origin))
        return (
            f"<Telegram {self.dialect or 'without heading'}: "
            f"{' '.join((*words, f'({len(self.source.text)} characters)'))}>"
        )

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """The call that reads it again: what IPython and a failing property test show."""
        whole = self.source.text if self.source.encoding in _PLAIN else bytes(self)
        with printer.group(4, "telegram.parse(", ")"):
            for line in whole.splitlines(keepends=True) or [whole]:
                printer.break_()
                printer.text(repr(line))
            printer.text(f", dialect={self.dialect or 'auto'!r}, pivot={self.pivot}")

    def _repr_html_(self) -> str:
        from telegram.document import to_html

        return to_html(self)


def _read_again(source: Source, dialect: str, pivot: int) -> Telegram:
    from telegram.parsing import parse

    return parse(source, dialect=dialect, pivot=pivot)


def expect_telegram(value: object, what: str) -> None:
    """Refuse what is no telegram as read, in the words of whoever wants one.

    :Errors: TypeError.
    """
    if not isinstance(value, Telegram):
        kind = type(value).__name__
        hint = "; telegram.parse reads one" if isinstance(value, str | bytes) else ""
        raise TypeError(f"{what} is a telegram as read, not {kind}{hint}")

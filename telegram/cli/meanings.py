"""What the fields of FL1 to FL5 and FL10 mean, one function a format line.

Here: `Part` and `DECODERS`. Elsewhere: which line is whose (`decoding`), addressees (`addressing`).
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from attrs import frozen

from telegram.cli import words
from telegram.cli.addressing import Place
from telegram.cli.detail import Detail
from telegram.data import table
from telegram.lines import FormatLine
from telegram.model import Heading, Instruction
from telegram.source import Span
from telegram.values.routing import LanguageMedia, ReleaseCode, Routing


@frozen
class Part:
    """A heading of the message, with the place of each of its fields.

    :ivar title: what it is called where a message has several.
    :ivar main: the heading of the message itself.
    :ivar addressees: its addressees, and
    :ivar starts: where each field begins and which it is; both in the order of the source.
    """

    title: str
    heading: Heading
    main: Heading
    spans: Mapping[str, Span]
    pivot: int
    addressees: list[Place]
    starts: list[tuple[int, str]]

    @property
    def release(self) -> datetime | None:
        """When the message was released, as far as that can be said."""
        dtg = self.heading.dtg or self.main.dtg
        return words.resolved(dtg, self.pivot) if dtg is not None else None

    def written(self, path: str, text: str) -> str:
        """A field as the source writes it; empty where it has no place."""
        span = self.spans.get(path)
        return span.of(text) if span is not None else ""


def _transmission(part: Part, text: str) -> Iterator[Detail]:
    # The transmission identification of a piloted message stands above the pilot.
    value = part.heading.transmission or part.main.transmission
    if value is None:
        return
    if value.channel is not None:
        yield Detail("channel", value.channel)
    yield Detail("number", value.sequence, "of the messages on this channel")
    if value.classification is not None:
        yield Detail(
            "class", value.classification * 2, words.classification_letter(value.classification)
        )


def _routing(part: Part, text: str) -> Iterator[Detail]:
    value = part.heading.routing
    if value is None:
        return
    written = part.written("routing.precedence", text)
    for precedence in value.precedence:
        yield Detail("precedence", written or precedence.letter, words.precedence(precedence))
    if value.content is not None or value.lmf is not None:
        yield from _header(part, value)
    for called in value.indicators:
        yield Detail("called", called.letters, words.indicator(called))
    if value.complete:
        yield Detail("end", ".", "the routing is complete")
    if "station.indicator" in part.spans and "station" not in part.spans:  # on the line of FL2
        yield from _station(part, text)


def _header(part: Part, value: Routing) -> Iterator[Detail]:
    """The fields that JANAP 128 packs into FL2."""
    if value.lmf is not None:
        yield Detail("media", value.lmf.letters, _media(value.lmf))
    if value.classification is not None:
        yield Detail(
            "class", value.classification, words.classification_letter(value.classification)
        )
    if value.content is not None:
        yield Detail(
            "content", value.content.code, value.content.meaning or "not in the shipped table"
        )
    if value.originator is not None:
        yield Detail("from station", value.originator.letters, words.indicator(value.originator))
    if value.serial is not None:
        yield Detail("serial", value.serial, "by the station's own count")
    if value.filed is not None:
        yield Detail("filed", str(value.filed), words.filed(value.filed, part.release))
    if value.records is not None:
        yield Detail("records", value.records, "")
    if value.redundancy is not None:
        meaning = "repeats the class"
        yield Detail(
            "redundancy",
            value.redundancy,
            f"{meaning}, then release codes" if value.release else meaning,
        )
    yield from _release(value.release)


def _media(value: LanguageMedia) -> str:
    origin, wanted = (meaning or "unknown" for meaning in value.meanings)
    return origin if origin == wanted else f"from {origin} to {wanted}"


def _release(codes: tuple[ReleaseCode, ...]) -> Iterator[Detail]:
    for code in codes:
        yield Detail("release to", code.letter, code.nation or "not in the table of release codes")


def _station(part: Part, text: str) -> Iterator[Detail]:
    value = part.heading.station
    if value is None:
        return
    yield Detail("from station", value.indicator.letters, words.indicator(value.indicator))
    if value.serial is not None:
        yield Detail("serial", value.serial, "by the station's own count")
    if value.section is not None:
        yield Detail("section", value.section, "of a message sent in sections")
    if value.filed is not None:
        yield Detail("filed", str(value.filed), words.filed(value.filed, part.release))


def _security(part: Part, text: str) -> Iterator[Detail]:
    value = part.heading.security
    if value is None:
        return
    row = table("operating-signals", "signal").get(value.prosign)
    yield Detail("warning", value.prosign, row["meaning"] if row else "")
    if value.characters is not None:
        yield Detail("class", value.characters, words.classification_letter(value.classification))
    if value.special_handling is not None:
        group = value.special_handling * 5
        yield Detail("handling", group, value.handling or "not in the table of special handling")
    yield from _release(value.release)
    for signal in value.signals:
        yield Detail("signal", str(signal), words.signal(signal))
    for instruction in value.transmit:
        yield Detail("transmit", instruction, "transmit to the addressees named")


def _preamble(part: Part, text: str) -> Iterator[Detail]:
    heading = part.heading
    action, info = heading.precedence.action, heading.precedence.info
    if action is not None:
        yield Detail("precedence", action.letter, words.precedence(action))
    if info is not None:
        yield Detail("for info", info.letter, words.precedence(info))
    written = part.written("dtg", text)
    if heading.dtg is not None:
        yield Detail(
            "released", written or str(heading.dtg), words.released(heading.dtg, part.pivot)
        )
    elif written:
        yield Detail("released", written, "cannot be read beyond doubt")
    for instruction in heading.instructions:
        yield _instruction(instruction)


_INSTRUCTIONS = {
    "psn": ("PSN", "processing serial number"),
    "mid": ("MID", "message identifier"),
    "asn": ("ASN", "automatic serial number"),
    "minimize": ("minimize", "MINIMIZE: non-essential traffic restricted"),
}


def _instruction(instruction: Instruction) -> Detail:
    signal = instruction.signal
    if signal is not None:
        return Detail("signal", instruction.text, words.signal(signal))
    name, meaning = _INSTRUCTIONS.get(instruction.kind, (instruction.kind, ""))
    return Detail(name, instruction.value, meaning)


def _accounting(part: Part, text: str) -> Iterator[Detail]:
    value = part.heading.accounting
    if value is None:
        return
    if value.symbol is not None:
        yield Detail("account", value.symbol, "pays for the message")
    if value.groups is None:
        yield Detail("groups", "GRNC", "not counted")
    else:
        yield Detail("groups", str(value.groups), "in the text")


DECODERS: Mapping[FormatLine, Callable[[Part, str], Iterator[Detail]]] = {
    FormatLine.FL1: _transmission,
    FormatLine.FL2: _routing,
    FormatLine.FL3: _station,
    FormatLine.FL4: _security,
    FormatLine.FL5: _preamble,
    FormatLine.FL10: _accounting,
}

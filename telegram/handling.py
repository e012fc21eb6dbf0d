"""What was done with a message on its way, and what it therefore is to whoever has it already.

Stations say it by operating signals: in FL2's content indicator (``ZELW`` holds ZEL), in FL4, after
FL5's date-time group; printers and gateways put lines around the heading, and people write it above
the text. One message may say it several times.

Here: `Handling`, and where it is read from. Elsewhere: copies compared (`telegram.circuit`), what a
service message asks (`telegram.service`).
"""

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from telegram.lines import FormatLine
from telegram.model import Heading, Telegram
from telegram.source import line_bounds
from telegram.syntax import matcher
from telegram.values.message_cited import MessageCited, message_cited
from telegram.values.operating_signal import OperatingSignal

_SIGNALS = {
    "ZFD": "suspected_duplicate",
    "ZEL": "corrected_copy",
    "ZOJ": "corrected_copy",
    "ZDS": "corrected_copy",
    "ZDK": "retransmission",
    "ZOV": "rerouted",
    "ZEX": "book",
    "ZYV": "service",
}
"""What a signal says of the message that bears it."""
_WORDS = {
    "CORRECTED COPY": "corrected_copy",
    "RETRANSMISSION": "retransmission",
    "REROUTE DETECTED": "rerouted",
}
"""What printed lines say in words."""
_LINES_READ = 6
"""Lines of a text among which CORRECTED COPY is looked for."""
_LONGEST = 400


@frozen
class Handling:
    """What was done with a message on its way.

    :Shape:  suspected_duplicate: sent again, since the first transmission may have failed (ZFD);
             corrected_copy: supersedes the message of the same originator and date-time group (ZEL,
             ZOJ, ZDS); retransmission: repeated on request (ZDK); rerouted: re-entered by another
             station under the first serial number (ZOV), by `rerouted_by`, being `reroute_of`;
             book: each addressee is served as if alone (ZEX); service: between operators (ZYV);
             readdressal: of a message whose heading is `heading.original`; collated_sections and
             collated_by: how many sections a gateway joined, and which.
    :Text:   `evidence` names each place that says so, such as ``FL2 ZELW``.
    :Source: NAVEDTRA 14226 ch. 1; NAVEDTRA 14222; public NAVADMIN traffic.
    """

    suspected_duplicate: bool = False
    corrected_copy: bool = False
    retransmission: bool = False
    rerouted: bool = False
    rerouted_by: MessageCited | None = None
    reroute_of: MessageCited | None = None
    book: bool = False
    service: bool = False
    readdressal: bool = False
    collated_sections: int | None = None
    collated_by: str | None = None
    evidence: tuple[str, ...] = field(default=(), eq=False)

    def to_dict(self) -> dict[str, Any]:
        """The shape in the JSON document."""
        return {
            "suspected_duplicate": self.suspected_duplicate,
            "corrected_copy": self.corrected_copy,
            "retransmission": self.retransmission,
            "rerouted": self.rerouted,
            "rerouted_by": self.rerouted_by and str(self.rerouted_by),
            "reroute_of": self.reroute_of and str(self.reroute_of),
            "book": self.book,
            "service": self.service,
            "readdressal": self.readdressal,
            "collated_sections": self.collated_sections,
            "collated_by": self.collated_by,
            "evidence": list(self.evidence),
        }


def handling_of(message: Telegram) -> Handling:
    """What a message says of its own handling."""
    heading = message.heading
    found: dict[str, Any] = {}
    evidence: list[str] = []
    for place, said, signal in (*_signals(heading), *_of_pilots(heading)):
        name = _SIGNALS.get(said[:3])
        if name is not None:
            found[name] = True
            evidence.append(f"{place} {said}")
        if said == "ZOV" and signal is not None:
            found.update(_reroute(signal))
    if heading.original is not None:
        found["readdressal"] = True
        evidence.append("a second heading")
    for place, words in _printed(message):
        for phrase, name in _WORDS.items():
            if phrase in words:
                found[name] = True
                evidence.append(f"{place} {phrase}")
        match = matcher("amhs:collated").fullmatch(words)
        if match is not None:
            found["collated_sections"] = int(match["collated_sections"])
            found["collated_by"] = match["collator"].strip(" *") or None
            evidence.append(f"{place} COLLATED BY")
    return Handling(**found, evidence=tuple(evidence)) if found else Handling()


Said = tuple[str, str, OperatingSignal | None]


def _signals(heading: Heading) -> Iterator[Said]:
    """The signals of a heading: the format line, the code, the signal with its operands."""
    routing, security = heading.routing, heading.security
    if routing is not None and routing.content is not None and routing.content.signal:
        yield "FL2", routing.content.code, None
    for signal in security.signals if security is not None else ():
        if not signal.interrogative:
            yield "FL4", signal.code, signal
    for instruction in heading.instructions:
        if instruction.kind == "signal" and not instruction.text.startswith("INT "):
            yield "FL5", instruction.value, None


def _of_pilots(heading: Heading) -> Iterator[Said]:
    pilot = heading.pilot
    while pilot is not None:
        yield from ((f"pilot {place}", said, signal) for place, said, signal in _signals(pilot))
        pilot = pilot.pilot


def _reroute(signal: OperatingSignal) -> dict[str, MessageCited | None]:
    """The two messages of ``ZOV x REROUTE OF y time``."""
    by, _, of = " ".join(signal.operands).partition(" REROUTE OF ")
    return {"rerouted_by": message_cited(by), "reroute_of": message_cited(of)}


def _printed(message: Telegram) -> Iterator[tuple[str, str]]:
    """The lines that may say it in words: intrusions around the heading, the first of the text."""
    source = message.source.text
    if not any(phrase in source for phrase in (*_WORDS, " COLLATED BY ")):
        return
    start, end = message.text.span.start, message.text.span.end
    for line in message.lines:
        if line.format_line is FormatLine.INTRUSION and line.span.start < start:
            yield "line", line.text.strip()
    seen = 0
    for first, content, _ in line_bounds(source, start, end):
        words = source[first : min(content, first + _LONGEST)].strip()
        seen += bool(words)
        if seen > _LINES_READ:
            return
        if words:
            yield "text", words

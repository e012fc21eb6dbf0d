"""Edits: a message with some entries changed, everything else as it was, byte for byte.

A message repeats itself: FL2 has the precedence of FL5 and the letter of the classification, FL15
and the page lines the serial number. An edit changes every copy of what it changes, and nothing
else. Elements are changed where they stand; of a list, the lines of the items that differ.

The edited text is read again, and must say what was asked for and nothing else: an edit that would
not (for the message is too damaged, or a name would be read as something else) is refused.

Here: `evolve`. Elsewhere: how lines are written (`telegram.formatting`); new messages made from
this one (`telegram.composing`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import attrs
from attrs import define, field

from telegram.composing.form import Form, accounting_of, instruction_of
from telegram.dialects import Dialect
from telegram.dialects import dialect as dialect_named
from telegram.formatting import FormatError
from telegram.formatting.heading import labelled_lines
from telegram.formatting.text import opening, wrapped
from telegram.lines import FormatLine, Line
from telegram.model import Heading, PrecedencePair, Telegram
from telegram.parsing import parse
from telegram.source import Source, Span, next_ending
from telegram.values.addressee import Addressee
from telegram.values.classification import Classification
from telegram.values.filing_time import FilingTime
from telegram.values.precedence import Precedence
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.security import Security
from telegram.values.transmission_identification import TransmissionIdentification


def evolve(message: Telegram, **changes: Any) -> Telegram:
    """A message with entries changed; see `Telegram.evolve`."""
    unknown = sorted(set(changes) - set(_ENTRIES))
    if unknown:
        raise TypeError(
            f"no entry {', '.join(unknown)}; the entries are {', '.join(sorted(_ENTRIES))}"
        )
    if message.dialect is None:
        raise FormatError(["the message has no heading"])
    editor = _Editor(message, dialect_named(message.dialect))
    for entry, value in changes.items():
        _ENTRIES[entry](editor, value)
    return editor.made()


@define
class _Editor:
    """An edit being prepared: the heading that is wanted, and the edits that make it."""

    message: Telegram
    dialect: Dialect
    edits: dict[Span, str] = field(factory=dict)
    wanted: Heading = field(init=False)
    form: Form = field(init=False)
    body_changed: bool = False
    level: Classification | None = None

    def __attrs_post_init__(self) -> None:
        self.wanted = self.message.heading
        self.form = Form(self.dialect, self.message.pivot)

    # ---- elements ----

    def want(self, **members: Any) -> None:
        """What the heading is to say."""
        self.wanted = attrs.evolve(self.wanted, **members)

    def put(self, entry: str, path: str, text: str) -> None:
        """Write an element where it stands."""
        span = self.message.heading.spans.get(path)
        if span is None:
            self.form.problems.append(f"{entry}: the message has none to change")
        else:
            self.replace(span, text)

    def replace(self, span: Span, text: str) -> None:
        """Write a text in place of a span, unless it says the same already."""
        if span.of(self.message.source.text) != text:
            self.edits[span] = text

    def routing(self, **members: Any) -> None:
        """What FL2 is to say."""
        assert self.wanted.routing is not None
        self.want(routing=attrs.evolve(self.wanted.routing, **members))

    def precedence(self, given: str | Precedence) -> None:
        """FL5's action precedence, and FL2's with it."""
        value = self.form.read("precedence", given, Precedence.parse)
        if value is not None:
            self._pair(PrecedencePair(value, self.wanted.precedence.info))

    def info_precedence(self, given: str | Precedence | None) -> None:
        """FL5's info precedence; None takes it out."""
        value = None
        if given is not None:
            value = self.form.read("info_precedence", given, Precedence.parse)
            if value is None:
                return
        self._pair(PrecedencePair(self.wanted.precedence.action, value))

    def _pair(self, pair: PrecedencePair) -> None:
        self.want(precedence=pair)
        self.put("precedence", "precedence", str(pair))
        highest, routing = pair.highest, self.wanted.routing
        if routing is not None and routing.precedence and highest is not None:
            self.routing(precedence=(highest,))
            text = highest.letter if routing.content is not None else highest.pair
            self.put("precedence", "routing.precedence", text)
        for line in self.message.lines:
            if line.format_line is FormatLine.PRECEDENCE_WORD and highest is not None:
                self.replace(line.content, highest.word)

    def dtg(self, given: Any) -> None:
        """FL5's date-time group."""
        value = self.form.released(given)
        if value is not None:
            self.want(dtg=value)
            self.put("dtg", "dtg", str(value))

    def originator(self, given: str | Addressee) -> None:
        """FL6."""
        value = self.form.read("originator", given, Addressee.parse)
        if value is not None:
            self.want(originator=value)
            self.lines(FormatLine.FL6)

    def serial(self, given: str) -> None:
        """The station serial number of FL2 or FL3, and of FL15 and the page lines."""
        routing, station = self.wanted.routing, self.wanted.station
        if routing is not None and routing.serial is not None:
            self.routing(serial=given)
            self.put("serial", "routing.serial", given)
        elif station is not None:
            self.want(station=attrs.evolve(station, serial=given))
            self.put("serial", "station.serial", given)
        else:
            self.form.problems.append("serial: the message has none to change")
            return
        if (place := self.message.ending.spans.get("serial")) is not None:
            old = place.of(self.message.source.text)
            head = len(old) - len(old.lstrip("# "))
            self.replace(Span(place.start + head, place.end), given)
        self._in_pages("serial", given)

    def station(self, given: str | RoutingIndicator) -> None:
        """The calling station of FL2 or FL3, and of the page lines."""
        value = self.form.read("station", given, self.form.designator)
        if value is None:
            return
        routing, station = self.wanted.routing, self.wanted.station
        if routing is not None and routing.originator is not None:
            self.routing(originator=value)
            self.put("station", "routing.originator", value.letters)
        elif station is not None:
            self.want(station=attrs.evolve(station, indicator=value))
            self.put("station", "station.indicator", value.letters)
        else:
            self.form.problems.append("station: the message has none to change")
        self._in_pages("page_station", value.letters)

    def filed(self, given: str | FilingTime) -> None:
        """The filing time of FL2 or FL3."""
        value = self.form.read("filed", given, FilingTime.parse)
        if value is None:
            return
        routing, station = self.wanted.routing, self.wanted.station
        if routing is not None and routing.filed is not None:
            self.routing(filed=value)
            self.put("filed", "routing.filed", str(value))
        elif station is not None and station.filed is not None:
            self.want(station=attrs.evolve(station, filed=value))
            self.put("filed", "station.filed", str(value))
        else:
            self.form.problems.append("filed: the message has none to change")

    def channel(self, given: str) -> None:
        """FL1."""
        line = given if given.startswith(("VZCZC", "ZCZC")) else f"VZCZC{given}"
        value = self.form.read("channel", line, TransmissionIdentification.parse)
        if value is not None:
            self.want(transmission=value)
            self.lines(FormatLine.FL1)

    # ---- lists ----

    def called(self, given: Iterable[str | RoutingIndicator]) -> None:
        """The routing indicators of FL2."""
        if self.wanted.routing is None:
            self.form.problems.append("called: the message has no FL2")
            return
        values = [self.form.read("called", each, self.form.designator) for each in given]
        self.routing(indicators=tuple(each for each in values if each is not None))
        self.lines(FormatLine.FL2)

    def instructions(self, given: Iterable[str]) -> None:
        """The message instructions of FL5."""
        values = [self.form.read("instructions", each, instruction_of) for each in given]
        self.want(instructions=tuple(each for each in values if each is not None))
        self.lines(FormatLine.FL5)

    def signals(self, given: Iterable[str]) -> None:
        """The operating signals of FL4."""
        security = self.wanted.security
        if security is None:
            self.form.problems.append("signals: the message has no FL4")
            return
        bare = attrs.evolve(security, signals=(), transmit=())
        value = self.form.read("signals", " ".join([str(bare), *given]), Security.parse)
        if value is not None:
            self.want(security=value)
            self.lines(FormatLine.FL4)

    def accounting(self, given: str | None) -> None:
        """FL10; None takes it out."""
        value = None if given is None else self.form.read("accounting", given, accounting_of)
        self.want(accounting=value)
        self.lines(FormatLine.FL10)

    def action(self, given: Iterable[str | Addressee]) -> None:
        """FL7."""
        self.want(action=self.form.addressees("action", given))
        self.lines(FormatLine.FL7)

    def info(self, given: Iterable[str | Addressee]) -> None:
        """FL8."""
        self.want(info=self.form.addressees("info", given))
        self.lines(FormatLine.FL8)

    def exempt(self, given: Iterable[str | Addressee]) -> None:
        """FL9."""
        self.want(exempt=self.form.addressees("exempt", given))
        self.lines(FormatLine.FL9)

    def lines(self, label: FormatLine) -> None:
        """Write the lines of a format line anew, those alone that differ."""
        if self.form.problems:
            return
        old, new = (
            labelled_lines(heading, self.dialect, self.message.pivot, label)
            for heading in (self.message.heading, self.wanted)
        )
        if new.problems:
            self.form.problems += new.problems
            return
        there = self._there(label)
        if not there:
            if new.lines:
                self._inserted(label, new.lines)
            return
        if len(there) != len(old.lines):
            # Several on one line, or one on several: the whole is written anew.
            self._relined(there, new.lines)
            return
        matched = SequenceMatcher(None, old.lines, new.lines, autojunk=False)
        for tag, first, last, begin, end in matched.get_opcodes():
            if tag in ("replace", "delete"):
                self._relined(there[first:last], new.lines[begin:end])
            elif tag == "insert":
                place = there[first].span.start if first < len(there) else there[-1].span.end
                self.replace(Span(place, place), self._ended(new.lines[begin:end]))

    def _there(self, label: FormatLine) -> list[Line]:
        """The lines of a format line of the message's own heading."""
        reading = self.message._reading
        main = reading.heading.kinds.index("main") if "main" in reading.heading.kinds else 0
        return [
            line
            for line, record in zip(self.message.lines, reading.records, strict=True)
            if line.format_line is label
            and record.draft == main
            and record.start < reading.heading.body
        ]

    def _relined(self, there: Sequence[Line], lines: Sequence[str]) -> None:
        """Write lines in place of others; line ends and what stands behind them are kept."""
        for index, line in enumerate(there):
            if index < len(lines) and index < len(there) - 1:
                self.replace(line.content, lines[index])
            elif index < len(there) - 1 or not lines[index:]:
                self.replace(line.span, "")
            else:
                more = f"{self._end}".join(lines[index:])
                self.replace(line.content, more)

    def _inserted(self, label: FormatLine, lines: Sequence[str]) -> None:
        """Write lines where none of their kind are: behind the format lines before them."""
        number = label.number or 0
        before = [
            line
            for other in FormatLine
            if other.number is not None and other.number < number
            for line in self._there(other)
        ]
        place = max((line.span.end for line in before), default=0)
        self.replace(Span(place, place), self._ended(lines))

    def _ended(self, lines: Sequence[str]) -> str:
        return "".join(f"{line}{self._end}" for line in lines)

    @property
    def _end(self) -> str:
        """The line end of the message's first line."""
        text = self.message.source.text
        first = self.message.lines[0].span.start if self.message.lines else 0
        content, after = next_ending(text, first, len(text))
        return text[content:after] or "\n"

    def _in_pages(self, name: str, text: str) -> None:
        """Change what page lines repeat of the heading."""
        for line in self.message.lines:
            if line.format_line is FormatLine.PAGE:
                for found, _, place in line.fields:
                    if found == name:
                        self.replace(place, text)

    # ---- classification and text ----

    def classification(self, given: str | Classification) -> None:
        """The classification line, and its copies in FL2, FL4, banners and page lines."""
        value = self.form.read("classification", given, Classification.parse)
        body = self.message._reading.body
        if value is None:
            return
        if body.class_span is None:
            self.form.problems.append("classification: the text has no classification line")
            return
        self.level = value
        self.replace(body.class_span, value.spaced)
        routing, security = self.wanted.routing, self.wanted.security
        if routing is not None and routing.classification is not None:
            letters = _relettered(routing.redundancy, routing.classification, value.letter)
            self.routing(classification=value.letter, redundancy=letters)
            self.put("classification", "routing.classification", value.letter)
            if letters is not None:
                self.put("classification", "routing.redundancy", letters)
        if security is not None and security.characters is not None:
            old = security.characters[0]
            letters = _relettered(security.characters, old, value.letter) or ""
            prosign = "ZNR" if value.letter == "U" else "ZNY"
            self.want(security=attrs.evolve(security, prosign=prosign, characters=letters))
            self.put("classification", "security.prosign", prosign)
            self.put("classification", "security.characters", letters)
        self._in_pages("page_level", value.spaced)
        for line in self.message.lines:
            if line.format_line is FormatLine.BANNER:
                for name, _, place in line.fields:
                    if name == "banner_level":
                        self.replace(place, value.name)

    def text(self, given: str | Iterable[str]) -> None:
        """The text; the classification line is kept where the new text has none."""
        lines = given.rstrip("\n").split("\n") if isinstance(given, str) else [*given]
        lines = [line.rstrip() for line in lines]
        old = self.message.text
        source = self.message.source.text
        body = self.message._reading.body
        if opening(lines) is None and body.class_span is not None:
            end = source.find("\n", body.class_span.start, old.span.end)
            first = source[body.class_span.start : end if end >= 0 else old.span.end].rstrip()
            lines.insert(0, first)
        if self.dialect.text_checked:
            lines = list(wrapped(lines, self.dialect.limits.line))
        self.body_changed = True
        self.replace(old.span, self._ended(lines))

    def subject(self, given: str) -> None:
        """The subject of a State text or of the set SUBJ."""
        place = getattr(self.message.text, "spans", {}).get("subject")
        if place is None:
            self.form.problems.append("subject: the text has none to change")
            return
        source = self.message.source.text
        before = source[source.rfind("\n", 0, place.start) + 1 : place.start]
        lines = list(wrapped([before + given], self.dialect.limits.line))
        self.body_changed = True
        self.replace(place, self._end.join(lines)[len(before) :])

    # ---- the whole ----

    def made(self) -> Telegram:
        """The edited message, read again and compared with what was wanted.

        :Errors: `FormatError`.
        """
        if self.form.problems:
            raise FormatError(self.form.problems)
        text = edited(self.message.source.text, self.edits)
        source = self.message.source
        made = parse(
            Source(text, encoding=source.encoding) if _fits(text, source) else text,
            dialect=self.dialect.name,
            pivot=self.message.pivot,
        )
        problems = list(self._differences(made))
        if problems:
            raise FormatError(problems)
        return made

    def _differences(self, made: Telegram) -> Iterable[str]:
        for member in attrs.fields(Heading):
            if member.eq and getattr(made.heading, member.name) != getattr(
                self.wanted, member.name
            ):
                yield (
                    f"{member.name}: the edited message would be read otherwise; "
                    "edit its text, or write it anew with telegram.format"
                )
        if not self.body_changed and self.level is None:
            old, new = self.message.text, made.text
            if old.text != new.text and not any(
                span.start >= old.span.start for span in self.edits
            ):
                yield "text: the edited message would be read with another text"
        if self.level is not None:
            line = made.classification
            if line is None or line.level != self.level:
                yield "classification: the edited message would be read with another one"


def _fits(text: str, source: Source) -> bool:
    """Whether an edited text can be kept in the encoding of the source."""
    try:
        text.encode(source.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def edited(text: str, edits: Mapping[Span, str]) -> str:
    """A text with spans replaced; insertions at one place stand in the order given."""
    parts: list[str] = []
    at = 0
    for _, span in sorted(enumerate(edits), key=lambda each: (each[1].start, each[1].end, each[0])):
        parts += [text[at : span.start], edits[span]]
        at = span.end
    return "".join([*parts, text[at:]])


def _relettered(letters: str | None, old: str, new: str) -> str | None:
    """Classification letters with another level; release codes behind them stay."""
    if letters is None:
        return None
    kept = letters.lstrip(old)
    return new * (len(letters) - len(kept)) + kept


_ENTRIES: dict[str, Callable[[_Editor, Any], None]] = {
    name: getattr(_Editor, name)
    for name in (
        "accounting",
        "action",
        "called",
        "channel",
        "classification",
        "dtg",
        "exempt",
        "filed",
        "info",
        "info_precedence",
        "instructions",
        "originator",
        "precedence",
        "serial",
        "signals",
        "station",
        "subject",
        "text",
    )
}
"""The entries that can be changed, by name."""

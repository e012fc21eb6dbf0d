"""The lines of a heading and of an ending, as a dialect writes them.

The dialect's table says which lines there are and by which grammar rules; the grammar, what stands
in them. Lists are folded at the dialect's line length: routing indicators, instructions,
transmission instructions. Each addressee has a line of its own.

Here: from a heading to its lines. Elsewhere: what a heading says (`facts`), the text (`text`).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from attrs import define, field

from telegram.dialects import Dialect, LineRule, Need
from telegram.formatting.facts import (
    Facts,
    accounting_facts,
    address_facts,
    preamble_facts,
    routing_facts,
    security_facts,
    transmission_facts,
    unsaid,
)
from telegram.formatting.text import foreign
from telegram.lines import FormatLine
from telegram.model import Heading
from telegram.syntax import captures, words_for
from telegram.syntax.writing import Unwritable, write
from telegram.values.addressee import Addressee


@define
class HeadingLines:
    """The lines of a heading, and what stood in the way of others.

    :ivar lines: the lines, in order.
    :ivar labels: the format line that each of them is.
    :ivar problems: why lines that the dialect requires could not be written.
    :ivar unsaid: what the heading says and the dialect has no place for: format line, name of the
        fact, its text.
    """

    lines: list[str] = field(factory=list)
    labels: list[FormatLine] = field(factory=list)
    problems: list[str] = field(factory=list)
    unsaid: list[tuple[FormatLine, str, str]] = field(factory=list)


def heading_lines(heading: Heading, dialect: Dialect, pivot: int) -> HeadingLines:
    """The lines of a heading in a dialect.

    A pilot stands in front of the whole, a first heading behind the addressees. A line on the wire
    that nothing is known of is left out; of a line that must be there it is a problem.
    """
    found = HeadingLines()
    writer = _Writer(dialect, pivot, found)
    pilots: list[Heading] = []
    pilot = heading.pilot
    while pilot is not None:
        pilots.insert(0, pilot)
        pilot = pilot.pilot
    writer.transmission(heading)
    for each in pilots:
        writer.wire(each, required=False)
    writer.wire(heading, required=True)
    if not data_pattern(heading):
        plain = dialect.needs[FormatLine.FL6] is Need.MANDATORY
        writer.message(heading, required=plain and not service(heading))
        original = heading.original
        while original is not None:
            writer.message(original, required=True)
            original = original.original
        # FL10 stands below all addresses, so a reader finds it in the first heading.
        accounting = heading.accounting or heading.first.accounting
        writer.put(FormatLine.FL10, accounting_facts(accounting))
    return found


def labelled_lines(
    heading: Heading, dialect: Dialect, pivot: int, label: FormatLine
) -> HeadingLines:
    """The lines of one format line of a heading, its pilot and its first heading aside."""
    found = HeadingLines()
    writer = _Writer(dialect, pivot, found)
    match label:
        case FormatLine.FL1:
            writer.transmission(heading)
        case FormatLine.FL2 | FormatLine.FL3 | FormatLine.FL4:
            writer.wire(heading, required=True)
        case FormatLine.FL5:
            writer.put(label, preamble_facts(heading))
        case FormatLine.FL6:
            writer.addresses(label, [heading.originator] if heading.originator else [])
        case FormatLine.FL7:
            writer.addresses(label, heading.action)
        case FormatLine.FL8:
            writer.addresses(label, heading.info)
        case FormatLine.FL9:
            writer.addresses(label, heading.exempt)
        case FormatLine.FL10:
            writer.put(label, accounting_facts(heading.accounting))
    kept = [line for line, own in zip(found.lines, found.labels, strict=True) if own is label]
    return HeadingLines(kept, [label] * len(kept), found.problems, found.unsaid)


def data_pattern(heading: Heading) -> bool:
    """Whether card or tape images follow: nothing of FL4 to FL16 is written."""
    routing = heading.routing
    return routing is not None and routing.content is not None and not routing.content.narrative


def service(heading: Heading) -> bool:
    """Whether the content indicator names a service message, which may lack FL5 to FL9."""
    routing = heading.routing
    return routing is not None and routing.content is not None and routing.content.signal == "ZYV"


def ending_lines(
    dialect: Dialect, serial: str | None, corrections: Sequence[str], *, end: bool
) -> list[str]:
    """FL13 to FL16, as lines; blank ones are the line feeds before the end of message."""
    lines = [write(rule_for(dialect, FormatLine.FL11).rule, {}).text]
    if dialect.validated and serial:
        lines.append(write("plaindress:fl15", {"serial": serial}).text)
    lines += corrections
    if end:
        feeds = dialect.needs[FormatLine.FL16] is Need.ON_THE_WIRE
        lines += [""] * (_LINE_FEEDS - 1 if feeds else 0)
        lines.append(write("plaindress:fl16", {}).text)
    return lines


_LINE_FEEDS = 8
"""Line feeds before the end of message: NAVEDTRA 14226 ch. 1 "End of message"."""


def rule_for(dialect: Dialect, label: FormatLine) -> LineRule:
    """The rule by which a dialect writes a format line: the first of its table that is no
    continuation.
    """
    return next(rule for rule in dialect.lines if rule.format_line is label)


def continuation_of(dialect: Dialect, label: FormatLine) -> LineRule | None:
    """The rule that continues a format line, if the dialect has one.

    Addressees of every kind are continued alike.
    """
    label = FormatLine.FL7 if label in _ADDRESSES else label
    return next(
        (
            rule
            for rule in dialect.lines
            if rule.format_line is label and rule.rule.endswith("_continuation")
        ),
        None,
    )


_ADDRESSES = (FormatLine.FL7, FormatLine.FL8, FormatLine.FL9)
_LISTS = {
    FormatLine.FL2: ("routing_indicators", "end_of_routing"),
    FormatLine.FL4: ("security_items", None),
    FormatLine.FL5: ("instructions", None),
}
"""The list of a line that goes on in a further line, and what stands at its end only."""


@define
class _Writer:
    dialect: Dialect
    pivot: int
    found: HeadingLines
    indicated: bool = False

    def has(self, label: FormatLine) -> bool:
        """Whether the dialect has a line."""
        return any(rule.format_line is label for rule in self.dialect.lines)

    def transmission(self, heading: Heading) -> None:
        self.put(FormatLine.FL1, transmission_facts(heading))

    def wire(self, heading: Heading, *, required: bool) -> None:
        """FL2 to FL4."""
        facts = routing_facts(heading, self.pivot)
        if self.has(FormatLine.FL3):
            routing: Facts = {}
            if heading.routing is not None:
                routing = {name: facts[name] for name in _ROUTING if name in facts}
            said = self.put(FormatLine.FL2, routing)
            said |= self.put(FormatLine.FL3, facts if heading.station or _numbered(heading) else {})
            self._left(FormatLine.FL2, facts, said)
        elif self.has(FormatLine.FL2):
            must = required and self.dialect.needs[FormatLine.FL2] is Need.MANDATORY
            if heading.routing is not None or must:
                self.put(FormatLine.FL2, {**facts, "end_of_routing": "."} if facts else {})
        else:
            self._left(FormatLine.FL2, facts, set())
        self.put(FormatLine.FL4, security_facts(heading.security))

    def message(self, heading: Heading, *, required: bool) -> None:
        """FL5 to FL9."""
        self.indicated = False
        preamble = preamble_facts(heading)
        if preamble or required:
            self.put(FormatLine.FL5, preamble)
        if heading.originator is not None:
            self.addresses(FormatLine.FL6, [heading.originator])
        elif required:
            self.found.problems.append("the originator (FL6) is missing")
        for label, addressees in (
            (FormatLine.FL7, heading.action),
            (FormatLine.FL8, heading.info),
            (FormatLine.FL9, heading.exempt),
        ):
            self.addresses(label, addressees)
        if required and not heading.action and not heading.info:
            self.found.problems.append("no addressee is given: neither action (FL7) nor info (FL8)")

    def addresses(self, label: FormatLine, addressees: Iterable[Addressee]) -> None:
        """The lines of one kind of addressees; the prosign stands before the first.

        An exempted addressee with a routing indicator behind a plain one would be taken for one
        that is not exempted: the prosign is written again. So it is where State's addressees have
        no indicators at all, since then the line of the prosign alone is taken for exempted.
        """
        rule = rule_for(self.dialect, label).rule
        more = continuation_of(self.dialect, label)
        alone = more is not None and more.rule == _EXEMPTING_ONE_LINE and not self.indicated
        before: Addressee | None = None
        for addressee in addressees:
            again = (
                label is FormatLine.FL9
                and before is not None
                and before.routing_indicator is None
                and (alone or addressee.routing_indicator is not None)
            )
            self.indicated = self.indicated or addressee.routing_indicator is not None
            by = rule if before is None or again or more is None else more.rule
            facts = address_facts(addressee)
            said = self._try(label, partial(self._line, label, by, facts))
            self._left(label, facts, said)
            before = addressee

    def put(self, label: FormatLine, facts: Facts) -> set[str]:
        """Write a format line of facts; without any it is left out where the dialect allows it.

        Returns the names of the facts that were said.
        """
        if not self.has(label):
            self._left(label, facts, set())
            return set()
        if not facts and self.dialect.needs[label] is not Need.MANDATORY:
            return set()
        rule = rule_for(self.dialect, label)
        if not facts:
            self.found.problems.append(f"{words_for(rule.rule)} is missing")
            return set()
        said = self._try(label, partial(self._folded, label, rule.rule, facts))
        if said and label not in (FormatLine.FL2, FormatLine.FL3):
            self._left(label, facts, said)
        return said

    def _try(self, label: FormatLine, lines: Callable[[], set[str]]) -> set[str]:
        try:
            return lines()
        except Unwritable as error:
            for name in error.missing:
                self.found.problems.append(f"{words_for(name)} ({label.name}) is missing")
            for name, given in error.unfit:
                what = f"{given!r} is no {words_for(name)}" if name else given
                self.found.problems.append(f"{what} ({label.name})")
            return set()

    def _line(self, label: FormatLine, rule: str, facts: Facts) -> set[str]:
        written = write(rule, facts)
        most = self.dialect.limits.line
        if len(written.text) > most and "directory_name" not in facts:
            self.found.problems.append(
                f"{written.text!r} has {len(written.text)} characters, and {most} are the most"
            )
        if "directory_name" not in facts:
            self.found.problems += [
                f"the character {sign!r} in {written.text!r} cannot be sent"
                for sign in foreign(written.text, self.dialect.characters)
            ]
        self.found.lines.append(written.text)
        self.found.labels.append(label)
        return set(written.said)

    def _folded(self, label: FormatLine, rule: str, facts: Facts) -> set[str]:
        """A line, and the lines that continue its list."""
        name, last = _LISTS.get(label, (None, None))
        if "call_signs" in captures(rule):
            name = "call_signs"
        more = continuation_of(self.dialect, label)
        items = facts.get(name) if name else None
        if name is None or more is None or not items:
            return self._line(label, rule, facts)
        assert not isinstance(items, str)
        last = last if last in facts else None
        said = {name}
        for index, (part, end) in enumerate(self._fold(rule, facts, name, items, last)):
            shown: Facts = {**facts, name: tuple(part)}
            if last is not None and not end:
                del shown[last]
            if not part:
                del shown[name]
            said |= self._line(label, rule if index == 0 else more.rule, shown)
        return said

    def _fold(
        self, rule: str, facts: Facts, name: str, items: Sequence[str], last: str | None
    ) -> list[tuple[list[str], bool]]:
        """The items of each line, and whether it is the last line."""
        most = self.dialect.limits.line - (1 if last else 0)
        begun = (
            len(write(rule, {**facts, name: items[:1]}).text) - len(items[0]) - (1 if last else 0)
        )
        lines: list[list[str]] = [[]]
        used = begun - 1
        for item in items:
            # The first item of a list that must not be empty stays on its line.
            if used + 1 + len(item) > most and (lines[-1] or (len(lines) == 1 and last is None)):
                lines.append([])
                used = -1
            lines[-1].append(item)
            used += 1 + len(item)
        return [(part, index == len(lines) - 1) for index, part in enumerate(lines)]

    def _left(self, label: FormatLine, facts: Facts, said: set[str]) -> None:
        for name in unsaid(facts, said):
            value = facts[name]
            self.found.unsaid.append(
                (label, name, value if isinstance(value, str) else " ".join(value))
            )


_EXEMPTING_ONE_LINE = "acp127-us:address_continuation"
"""Where no line has an indicator, XMT exempts its own line only: `parsing.draft`."""
_ROUTING = ("precedence_pair", "routing_indicators", "call_precedence", "call_signs")
"""What FL2 says where FL3 is a line of its own."""


def _numbered(heading: Heading) -> bool:
    """Whether FL2 of JANAP 128 holds the calling station and its serial number."""
    return heading.routing is not None and heading.routing.originator is not None

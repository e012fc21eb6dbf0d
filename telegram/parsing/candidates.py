"""Which grammar rules may read a line, by the format line before it and by the line's first two
characters.

Worked out from a dialect's table and from what the grammar says a line can begin with; the reader
of headings (`heading`) only looks it up.
"""

import re
from collections.abc import Callable
from functools import cache

from telegram.dialects import LineRule, dialect
from telegram.lines import FormatLine
from telegram.parsing.addresses import AddressBuilder
from telegram.parsing.building import builder_of
from telegram.parsing.draft import Draft
from telegram.syntax import matcher, may_begin
from telegram.values.addressee import Addressee


def _fills_nothing(_: Draft, __: re.Match[str]) -> None:
    """A line that holds nothing of a heading."""


def _reads_nothing(_: re.Match[str]) -> Addressee:
    raise LookupError("the rule holds no addressee")


def _puts_nothing(_: Draft, __: Addressee) -> None:
    """The rule holds no addressee."""


_NO_ADDRESS = AddressBuilder(_reads_nothing, _puts_nothing)


class Candidate:
    """A grammar rule that may read a line, with all that the hot loop needs of it.

    `bit` marks its format line in the set of those seen; where `conflicts` meets that set, another
    heading may begin.
    """

    __slots__ = (
        "bit",
        "build",
        "conflicts",
        "ends",
        "exempted",
        "fills",
        "fullmatch",
        "further",
        "label",
        "line",
        "name",
        "plain",
        "put",
        "read",
    )

    def __init__(self, line: LineRule, name: str) -> None:
        self.line = line
        self.name = name
        self.fullmatch: Callable[[str], re.Match[str] | None] = matcher(name).fullmatch
        build = builder_of(name)
        self.fills = build is not None
        self.build: Callable[[Draft, re.Match[str]], None] = build or _fills_nothing
        self.label = line.format_line
        continued = "continuation" in name
        self.further = continued and line.format_line is FormatLine.FL7
        self.bit = _BITS[line.format_line] if self.fills else 0
        self.conflicts = 0 if continued else _CONFLICTS.get(line.format_line, 0)
        self.ends = line.ends_heading
        self.plain = self.fills and not self.ends
        address = self.build if isinstance(self.build, AddressBuilder) else _NO_ADDRESS
        self.read: Callable[[re.Match[str]], Addressee] | None = (
            address.read if address is not _NO_ADDRESS else None
        )
        self.put = address.put
        self.exempted = address.exempted


_BITS = {label: 1 << index for index, label in enumerate(FormatLine)}


def _bits(*labels: FormatLine) -> int:
    return sum(_BITS[label] for label in labels)


_ADDRESS_BITS = _bits(FormatLine.FL6, FormatLine.FL7, FormatLine.FL8, FormatLine.FL9)
_CONFLICTS = {
    FormatLine.FL1: _bits(FormatLine.FL2, FormatLine.FL3, FormatLine.FL4, FormatLine.FL5)
    | _ADDRESS_BITS,
    FormatLine.FL2: _bits(FormatLine.FL2, FormatLine.FL3, FormatLine.FL4, FormatLine.FL5)
    | _ADDRESS_BITS,
    FormatLine.FL5: _bits(FormatLine.FL5) | _ADDRESS_BITS,
    FormatLine.FL6: _bits(FormatLine.FL6),
}
"""Format lines after which another of the kind may open a second heading."""

Entry = tuple[Callable[[str], re.Match[str] | None], "Candidate", "Table"]


class Known(dict[str, tuple["Candidate", "Table", Addressee]]):
    """What address lines said, by their text: read once, shared after, since addresses recur.

    Emptied when it is full.
    """

    def __setitem__(self, line: str, said: tuple["Candidate", "Table", Addressee]) -> None:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        super().__setitem__(line, said)


class Openings(dict[str, tuple[Entry, ...]]):
    """The standard rules for lines by their first two characters; worked out as such lines come."""

    def __init__(self, table: "Table") -> None:
        self.table = table

    def __missing__(self, opening: str) -> tuple[Entry, ...]:
        found = tuple(entry for entry in self.table.standard if may_begin(entry[1].name, opening))
        if len(self) < _MOST_OPENINGS:
            self[opening] = found
        return found


class Table:
    """The rules that may apply after one format line, standard and damaged.

    `by_opening` names those that a line's first two characters leave.
    """

    __slots__ = ("by_opening", "damaged", "known", "standard", "state")

    def __init__(self, state: FormatLine) -> None:
        self.state = state
        self.by_opening = Openings(self)
        self.standard: tuple[Entry, ...] = ()
        self.damaged: tuple[Candidate, ...] = ()
        self.known = Known()


_MOST_OPENINGS = 4096
_MOST_KNOWN = 8192
LONGEST_KNOWN = 120
"""Characters of the longest address line that is kept."""


@cache
def tables_of(name: str) -> dict[FormatLine, Table]:
    """The table of every state of a dialect."""
    tables = {state: Table(state) for state in FormatLine}
    lines = dialect(name).lines
    standard = [Candidate(line, line.rule) for line in lines]
    damaged = [Candidate(line, line.damaged) for line in lines if line.damaged]
    for state, table in tables.items():
        # A line that fills nothing of the heading, and one that continues an address, leave the
        # state as it is.
        table.standard = tuple(
            (c.fullmatch, c, tables[c.label] if c.fills and not c.further else table)
            for c in standard
            if c.line.after is None or state in c.line.after
        )
        table.damaged = tuple(c for c in damaged if c.line.after is None or state in c.line.after)
    return tables


EARLY_STATES = frozenset(
    {
        FormatLine.BLANK,
        FormatLine.FL1,
        FormatLine.FL2,
        FormatLine.FL3,
        FormatLine.FL4,
        FormatLine.FL5,
    }
)
"""The last format line, while addresses have not begun."""

"""What lines look like: matchers derived from `grammar/`, and the parser that explains a refusal.

`matcher` gives the compiled pattern of a line rule, named ``file:rule``; `splitter` the pattern
that splits a list rule's text into its items; `openings` the first two characters a line of the
rule can have. None of them loads Lark. `refusal` does, when a line is refused: the LALR parser of
the same rule says what it expected, and where.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from telegram.syntax.patterns import ITEMS, OPENINGS, PATTERNS, WORDS

__all__ = [
    "Refusal",
    "captures",
    "groups",
    "like",
    "line_ends_before",
    "matcher",
    "may_begin",
    "opened_up_to",
    "openings",
    "openings_of",
    "refusal",
    "splitter",
    "words_for",
]


@cache
def matcher(rule: str) -> re.Pattern[str]:
    """The pattern of a line rule; use its ``fullmatch`` on a line without its line end and trailing
    blanks.

    Raises KeyError for a name that is not in the grammars.
    """
    return re.compile(PATTERNS[rule])


@cache
def splitter(list_rule: str) -> re.Pattern[str]:
    """The pattern of one item of a list rule, for ``finditer`` over the rule's text."""
    return re.compile(ITEMS[list_rule])


@cache
def line_ends_before(rule: str) -> re.Pattern[str]:
    """The pattern of a line feed below which the text of a rule stands, for ``search`` in a text.

    It passes over other lines faster than Python could look at them.
    """
    return re.compile(f"\n(?={PATTERNS[rule]})")


@cache
def opened_up_to(opening: str, sign: str) -> re.Pattern[str]:
    """The pattern of what one rule opens, and of the lines below it up to one that begins with
    another; for ``match`` in a text. The groups are those of `opening`, and ``below``: the line
    feed behind them and blank lines, where they do not end the text.
    """
    lines = f"[^\n]*+(?:\n(?!{PATTERNS[sign]})[^\n]*+)*+"
    return re.compile(f"{PATTERNS[opening]}{lines}(?P<below>\n[\r\n]*+)?+")


@cache
def _numbers(rule: str) -> dict[str, int]:
    """The numbers of a rule's groups by name, read off the pattern's text without compiling it."""
    return {name: number for number, name in enumerate(_GROUP.findall(PATTERNS[rule]), 1)}


_GROUP = re.compile(r"\(\?P<(\w+)>")


def groups(rule: str, *names: str) -> tuple[int, ...]:
    """The numbers of named groups of a line rule, for ``match.group(*numbers)``: faster than by
    name.

    Raises KeyError for a name that the rule does not capture.
    """
    numbers = _numbers(rule)
    return tuple(numbers[name] for name in names)


def captures(rule: str) -> tuple[str, ...]:
    """The names that a line rule captures, in order."""
    return tuple(_numbers(rule))


_T = TypeVar("_T")


def like(rule: str, table: Mapping[str, _T]) -> _T | None:
    """The entry of a rule, else that of the rule of the same name in another file that captures the
    same names in the same order: what is said of one holds for the other.

    None where there is neither.
    """
    if rule in table:
        return table[rule]
    end = f":{rule.rpartition(':')[2]}"
    for other, entry in table.items():
        if other.endswith(end) and captures(other) == captures(rule):
            return entry
    return None


def openings(rule: str) -> tuple[tuple[str, str], ...]:
    """The first two characters a line of the rule can have: first ones, and the second ones they
    allow.

    Printable ASCII only; the end of the line counts as a line feed.
    """
    return OPENINGS[rule]


def may_begin(rule: str, opening: str) -> bool:
    """Whether a line of the rule can have these first two characters, or one and no more."""
    first, second = opening[0], opening[1:] or "\n"
    return any(first in firsts and second in seconds for firsts, seconds in OPENINGS[rule])


@cache
def openings_of(*rules: str) -> frozenset[str]:
    """The first two characters that lines of some rules can have; a line feed ends a line of one
    character.
    """
    pairs = [pair for rule in rules for pair in openings(rule)]
    return frozenset(one + two for firsts, seconds in pairs for one in firsts for two in seconds)


def words_for(symbol: str) -> str:
    """What a person calls a symbol of the grammars.

    A line rule ``file:rule``, or the name of an element.
    """
    plain = symbol.rpartition(":")[2].removesuffix("_damaged")
    named = WORDS.get(symbol) or WORDS.get(symbol.removesuffix("_damaged")) or WORDS.get(plain)
    return named or plain.strip("_").replace("_", " ").lower()


class Refusal:
    """Why the parser of a rule refused a line.

    :ivar rule: the rule, ``file:rule``.
    :ivar position: offset in the line at which parsing stopped.
    :ivar expected: what could have stood there, in words.
    :ivar found: the word that stands there, or an empty string at the end of the line.
    """

    __slots__ = ("expected", "found", "position", "rule")

    def __init__(self, rule: str, position: int, expected: tuple[str, ...], found: str) -> None:
        self.rule = rule
        self.position = position
        self.expected = expected
        self.found = found

    def __str__(self) -> str:
        expected = " or ".join(self.expected) or "the end of the line"
        return (
            f"expected {expected}, found {self.found!r}" if self.found else f"expected {expected}"
        )


def refusal(rule: str, line: str) -> Refusal | None:
    """Why the LALR parser refuses the line; None where it accepts it. Loads Lark."""
    from telegram.syntax.explaining import explain

    return explain(rule, line)

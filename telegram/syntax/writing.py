"""Writing a line by the rule that reads it: facts in, a line out.

The grammar says what stands between the facts, in which order, and which may be absent; `write`
puts them there and reads the line back. What a line cannot hold is refused, never bent.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from telegram.syntax import matcher, refusal, splitter, words_for
from telegram.syntax.patterns import TEMPLATES

Facts = Mapping[str, str | Sequence[str]]
"""What a line is to say, by the names that the grammar captures; a list as its items."""


class Written(NamedTuple):
    """A line, and the names of the facts that it says."""

    text: str
    said: frozenset[str]


class Unwritable(ValueError):
    """A line cannot be written: a fact is missing, or does not fit.

    :ivar rule: the rule, ``file:rule``.
    :ivar missing: the names of the facts that are missing.
    :ivar unfit: the names of the facts that do not fit, with what was given.
    """

    def __init__(
        self,
        rule: str,
        reason: str,
        missing: tuple[str, ...] = (),
        unfit: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(reason)
        self.rule = rule
        self.missing = missing
        self.unfit = unfit


def write(rule: str, facts: Facts) -> Written:
    """The line of a rule that says the facts it has a place for.

    :Shape:  rule: ``file:rule``. An absent fact is left out of `facts`, or empty. Facts without a
             place in the rule are not said: compare ``said``.
    :Errors: `Unwritable` where a fact is missing or does not fit; KeyError for a rule that only
             reads.

    >>> write("plaindress:fl10", {"group_count": "13"}).text
    'GR 13'
    """
    parts: list[str] = []
    spoken: list[str] = []
    missing = _template(rule)(facts, parts, spoken)
    if missing:
        names = tuple(dict.fromkeys(missing))
        raise Unwritable(
            rule, f"{words_for(rule)} needs {', '.join(map(words_for, names))}", missing=names
        )
    text = "".join(parts)
    said = frozenset(spoken)
    unfit = tuple(_unfit(rule, text, facts, said))
    if unfit:
        shown = ", ".join(
            f"{words_for(name)} {given!r}" if name else given for name, given in unfit
        )
        raise Unwritable(rule, f"{words_for(rule)} cannot hold {shown}", unfit=unfit)
    return Written(text, said)


_Put = Callable[[Facts, list[str], list[str]], tuple[str, ...]]
"""Writes a part of a template: appends to the texts, and to the names that were said.

Returns the names of the facts that it misses, and then has written nothing.
"""


@cache
def _template(rule: str) -> _Put:
    """The template of a rule, made ready once."""
    return _put(TEMPLATES[rule])


def _put(part: object) -> _Put:
    if isinstance(part, str):
        return _literal(part)
    assert isinstance(part, tuple)
    kind = part[0]
    if kind == "=":
        return _fact(part[1], "")
    if kind == "*":
        return _fact(part[1], part[2])
    if kind == "?":
        return _option(part[1])
    return (_choice if kind == "|" else _sequence)(part[1:])


def _literal(text: str) -> _Put:
    def put(_: Facts, parts: list[str], __: list[str]) -> tuple[str, ...]:
        parts.append(text)
        return ()

    return put


def _fact(name: str, separator: str) -> _Put:
    missing = (name,)

    def put(facts: Facts, parts: list[str], said: list[str]) -> tuple[str, ...]:
        value = facts.get(name)
        if not value:
            return missing
        parts.append(value if isinstance(value, str) else separator.join(value))
        said.append(name)
        return ()

    return put


def _option(part: object) -> _Put:
    """An option that says nothing is left out."""
    names, inner = _names(part), _put(part)

    def put(facts: Facts, parts: list[str], said: list[str]) -> tuple[str, ...]:
        if names.isdisjoint(facts):
            return ()
        mark, before = len(parts), len(said)
        if inner(facts, parts, said) or len(said) == before:
            del parts[mark:]
            del said[before:]
        return ()

    return put


def _sequence(several: Sequence[object]) -> _Put:
    puts = tuple(_put(part) for part in several)

    def put(facts: Facts, parts: list[str], said: list[str]) -> tuple[str, ...]:
        mark, before = len(parts), len(said)
        missing: tuple[str, ...] = ()
        for each in puts:
            missing += each(facts, parts, said)
        if missing:
            del parts[mark:]
            del said[before:]
        return missing

    return put


def _choice(several: Sequence[object]) -> _Put:
    """The first choice that says something, else the first that can be written."""
    choices = tuple((_names(part), _put(part)) for part in several)

    def put(facts: Facts, parts: list[str], said: list[str]) -> tuple[str, ...]:
        mark, before = len(parts), len(said)
        for names, each in choices:
            if not names.isdisjoint(facts):
                if not each(facts, parts, said) and len(said) > before:
                    return ()
                del parts[mark:]
                del said[before:]
        missing: tuple[str, ...] = ()
        for _, each in choices:
            found = each(facts, parts, said)
            if not found:
                return ()
            missing = missing or found
        return missing

    return put


def _names(part: object) -> frozenset[str]:
    """The names of all facts that a part has a place for."""
    if isinstance(part, str):
        return frozenset()
    assert isinstance(part, tuple)
    if part[0] in ("=", "*"):
        return frozenset((part[1],))
    return frozenset[str]().union(*map(_names, part[1:]))


def _unfit(rule: str, text: str, facts: Facts, said: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The facts that are read otherwise from the line than they were given."""
    match = matcher(rule).fullmatch(text)
    if match is None:
        why = refusal(rule, text)
        yield "", f"{text!r}: {why}" if why is not None else repr(text)
        return
    found = match.groupdict()
    for name in sorted(said):
        given, read = facts[name], found.get(name)
        if isinstance(given, str):
            if read != given:
                yield name, given
        elif read is None or [item.group() for item in splitter(name).finditer(read)] != [*given]:
            yield name, " ".join(given)

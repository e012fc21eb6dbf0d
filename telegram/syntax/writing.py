"""Writing a line by the rule that reads it: facts in, a line out.

The grammar says what stands between the facts, in which order, and which may be absent; `write`
puts them there and reads the line back. What a line cannot hold is refused, never bent.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    said: set[str] = set()
    missing = _put(TEMPLATES[rule], facts, parts, said)
    if missing:
        names = tuple(dict.fromkeys(missing))
        raise Unwritable(
            rule, f"{words_for(rule)} needs {', '.join(map(words_for, names))}", missing=names
        )
    text = "".join(parts)
    unfit = tuple(_unfit(rule, text, facts, said))
    if unfit:
        shown = ", ".join(
            f"{words_for(name)} {given!r}" if name else given for name, given in unfit
        )
        raise Unwritable(rule, f"{words_for(rule)} cannot hold {shown}", unfit=unfit)
    return Written(text, frozenset(said))


def _put(part: object, facts: Facts, parts: list[str], said: set[str]) -> list[str]:
    """Write a part of a template; the names of the facts that it misses, and then nothing of it."""
    if isinstance(part, str):
        parts.append(part)
        return []
    assert isinstance(part, tuple)
    kind = part[0]
    if kind in ("=", "*"):
        name = part[1]
        value = facts.get(name)
        if not value:
            return [name]
        parts.append(value if isinstance(value, str) else part[2].join(value))
        said.add(name)
        return []
    mark = len(parts)
    before = set(said)
    if kind == "?":
        # An option that says nothing is left out.
        if _put(part[1], facts, parts, said) or said == before:
            del parts[mark:]
            said &= before
        return []
    if kind == "|":
        return _choose(part[1:], facts, parts, said)
    missing = [name for each in part[1:] for name in _put(each, facts, parts, said)]
    if missing:
        del parts[mark:]
        said &= before
    return missing


def _choose(choices: Sequence[object], facts: Facts, parts: list[str], said: set[str]) -> list[str]:
    """Write the first choice that says something, else the first that can be written."""
    fallback: object = None
    missing: list[str] = []
    for choice in choices:
        mark, before = len(parts), set(said)
        found = _put(choice, facts, parts, said)
        if not found and said != before:
            return []
        del parts[mark:]
        said &= before
        if found:
            missing = missing or found
        elif fallback is None:
            fallback = choice
    return missing if fallback is None else _put(fallback, facts, parts, said)


def _unfit(rule: str, text: str, facts: Facts, said: set[str]) -> Iterator[tuple[str, str]]:
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

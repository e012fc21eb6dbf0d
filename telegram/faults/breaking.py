"""A fault: how a valid message is broken so that one code is found at one place.

A way to break a message is a row of changes. A change looks for a pattern in a place and puts
something there; ``⟦`` and ``⟧`` in what is put mark where the finding must be. Where the finding is
elsewhere, a `Mark` says where.

What is broken is judged before it is given out, as a kept copy and as a switch would: the code is
found at the mark and nowhere else, and no other code appears but those that the fault lists.

Here: the records and how they are applied. Elsewhere: the faults (the modules of families), the
names of places (`places`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, product
from random import Random
from typing import Literal, TypeVar

from attrs import evolve, field, frozen

from telegram.catalogue import rule
from telegram.checks import report_of
from telegram.diagnostics import Rule
from telegram.dialects import dialects
from telegram.faults.places import Places, places
from telegram.model import Telegram
from telegram.parsing import parse
from telegram.source import Span

DIALECTS = ("acp127", "acp127-us", "janap128", "amhs")
NET = "acp126"
PRINTOUTS = tuple(each.name for each in dialects() if each.printed)
"""The dialects in which messages are broken; what breaks `acp127` breaks a radio net's message too,
but for the codes below.
"""
_NOT_ON_NETS = (
    "TG133 TG203 TG204 TG207 TG208 TG209 TG210 TG301 TG302 TG303 TG304 "
    "TG306 TG315 TG316 TG322 TG333 TG334 TG341 TG342 TG411 TG501 TG502 "
    "TG504 TG505 TG801 TG802 TG821 TG832 TG834 TG835 TG853 TG859 TG865"
)
"""Codes of what a net's heading has not: routing indicators, and lines it may leave out."""
TEXTS = ("state", "sets", "plain")
"""The formats of texts in which messages are broken."""

Judged = Literal["both", "as_sent", "kept"]
"""Whether a code shows in both ways of judging, only as a switch judges, or only in a kept copy."""

T = TypeVar("T")

_TRIES = 24
_OPEN, _CLOSE = "⟦", "⟧"


class Draw:
    """Choices from a random number generator: of it only ``random()`` is used, whose sequence for a
    seed is promised to stay.
    """

    def __init__(self, random: Random) -> None:
        self._draw = random.random

    def one(self, things: Sequence[T]) -> T:
        """One of several."""
        return things[int(self._draw() * len(things))]

    def shuffled(self, things: Iterable[T]) -> list[T]:
        """All of them in any order."""
        left = list(things)
        return [left.pop(int(self._draw() * len(left))) for _ in range(len(left))]


@frozen
class Found:
    """What a pattern found in a place, with its place in the source."""

    match: "re.Match[str]"
    span: Span


Put = str | tuple[str, ...] | Callable[["re.Match[str]", Telegram], str]
"""What is put: a text with ``\\1`` for groups, one of several, or a function of what was found."""


@frozen
class Change:
    """Look for a pattern in a place, and put something there.

    :ivar place: the name of a place.
    :ivar find: a pattern; ``^`` and ``$`` match at lines; ``$`` and ``\\n`` know every line end.
    :ivar put: what is put in place of what was found.
    :ivar every: whether all that match are changed, not one of them.
    """

    place: str
    find: str
    put: Put
    every: bool = False

    def found(self, message: Telegram, known: Places) -> list[Found]:
        """What the pattern finds."""
        pattern = _pattern(self.find)
        return [
            Found(match, Span(span.start + match.start(), span.start + match.end()))
            for span in known.get(self.place, ())
            for match in pattern.finditer(span.of(message.source.text))
        ]

    def written(self, found: Found, message: Telegram, draw: Draw) -> str:
        """What is put for what was found, with the message's own line ends."""
        put, match = self.put, found.match
        if callable(put):
            made = put(match, message)
        else:
            made = match.expand(put if isinstance(put, str) else draw.one(put))
        return made.replace("\n", _line_end(message.source.text))


@frozen
class Mark:
    """Where the finding must be: what a pattern finds in a place of the valid message.

    :ivar last: whether the last match is meant, not the first.
    """

    place: str
    find: str = r"(?s)\A.*\Z"
    last: bool = False


@frozen(init=False)
class Way:
    """One way to break a message: changes that are made together."""

    changes: tuple[Change, ...]
    mark: Mark | None = None

    def __init__(self, *changes: Change, mark: Mark | None = None) -> None:
        self.__attrs_init__(changes, mark)


@cache
def _pattern(find: str) -> "re.Pattern[str]":
    ends = find.replace("$", r"(?=\r*(?:\n|\Z))").replace(r"\n", r"\r*\n")
    # Places are ranges of the source: their edges are where a search begins and ends.
    return re.compile(ends, re.MULTILINE)


def _line_end(text: str) -> str:
    found = re.search(r"\r*\n", text)
    return found.group() if found else "\n"


@frozen
class Faulty:
    """A message that was broken, and what must be found.

    :ivar text: the broken source: characters, or bytes where the fault is one of the encoding.
    :ivar code: the code that must be found.
    :ivar span: where, in characters of the broken source.
    :ivar message: the broken source, as read.
    :ivar original: the valid message.
    :ivar also: other codes that the same fault may show.
    """

    text: str | bytes
    code: str
    span: Span
    message: Telegram = field(repr=False)
    original: Telegram = field(repr=False)
    also: tuple[str, ...] = ()


@frozen(init=False)
class Fault:
    """A way to break valid messages, so that one code is found.

    :ivar code: the code of the diagnostic.
    :ivar done: what is done, in a few words.
    :ivar ways: the ways to do it.
    :ivar where: the dialects and text formats whose messages have what is broken, in pairs.
    :ivar also: codes that say the same from another side, and may be found beside it.
    :ivar judged: ``both``; ``as_sent`` where the code shows only as a switch judges; ``kept`` where
        it shows only in a kept copy.
    """

    code: str
    done: str
    ways: tuple[Way, ...] = field(repr=False)
    where: tuple[tuple[str, str], ...]
    also: tuple[str, ...] = ()
    judged: Judged = "both"
    encoded: str | None = field(default=None, repr=False)

    def __init__(
        self,
        code: str,
        done: str,
        *ways: Way | Change,
        where: str = "/",
        also: str = "",
        judged: Judged = "both",
        encoded: str | None = None,
    ) -> None:
        self.__attrs_init__(
            code,
            done,
            tuple(one for way in ways for one in _each(way)),
            _on_nets(code, tuple(_pairs(where))),
            tuple(also.split()),
            judged,
            encoded,
        )

    @property
    def rule(self) -> Rule:
        """The rule that finds it."""
        return rule(self.code)

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.rule.name

    @property
    def dialects(self) -> tuple[str, ...]:
        """The dialects in which messages have what is broken."""
        broken = {dialect for dialect, _ in self.where}
        return tuple(each for each in (*DIALECTS, NET, *PRINTOUTS) if each in broken)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text formats in which they have it."""
        return tuple(t for t in TEXTS if any(t == text for _, text in self.where))

    @property
    def as_sent(self) -> bool:
        """Whether the code shows only when judged as a switch would."""
        return self.judged == "as_sent"

    def apply(self, message: Telegram, random: Random) -> Faulty | None:
        """The message, broken; None where it has nothing to break in this way.

        The same message and a generator in the same state give the same.
        """
        before = {sent: _codes(message, sent) for sent in self._judgements}
        if any(self.code in codes for codes in before.values()):
            return None
        for text, span in islice(self._broken(message, Draw(random)), _TRIES):
            source = text if self.encoded is None else text.encode(self.encoded)
            read = parse(source, dialect=message.dialect or "auto", pivot=message.pivot)
            if all(self._shows(read, span, codes, sent) for sent, codes in before.items()):
                return Faulty(source, self.code, span, read, message, self.also)
        return None

    @property
    def _judgements(self) -> tuple[bool, ...]:
        return {"both": (False, True), "as_sent": (True,), "kept": (False,)}[self.judged]

    def _shows(self, read: Telegram, span: Span, before: frozenset[str], sent: bool) -> bool:
        """Whether the code is found there only, and no other that was not found before."""
        report = report_of(read, as_sent=sent)
        where = {found.span for found in report if found.code == self.code}
        new = set(report.codes) - before - {self.code, *self.also}
        return where == {span} and not new

    def _broken(self, message: Telegram, draw: Draw) -> Iterator[tuple[str, Span]]:
        """Broken texts, with the place where the code must be found."""
        known = places(message)
        for way in draw.shuffled(self.ways):
            first, *others = way.changes
            found = first.found(message, known)
            for some in (
                [found] if first.every and found else [[one] for one in draw.shuffled(found)]
            ):
                edits = [(first, one) for one in some]
                for other in others:
                    more = other.found(message, known)
                    if not more:
                        break
                    edits += [(other, one) for one in (more if other.every else [draw.one(more)])]
                else:
                    made = _made(message, edits, way.mark, known, draw)
                    if made is not None:
                        yield made


def _pairs(where: str) -> Iterator[tuple[str, str]]:
    """Pairs of dialect and text format, from ``acp127 amhs/state, janap128/``; empty is all."""
    for part in where.split(", "):
        dialects, _, texts = part.partition("/")
        yield from product(dialects.split() or DIALECTS, texts.split() or TEXTS)


def _on_nets(code: str, where: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The pairs, with those of radio nets."""
    if code in _NOT_ON_NETS:
        return where
    more = [(NET, text) for dialect, text in where if dialect == "acp127"]
    return tuple(dict.fromkeys([*where, *more]))


def _each(way: Way | Change) -> Iterator[Way]:
    """A way for each of the texts that its first change may put."""
    changes, mark = (way.changes, way.mark) if isinstance(way, Way) else ((way,), None)
    first, *others = changes
    for put in first.put if isinstance(first.put, tuple) else (first.put,):
        yield Way(evolve(first, put=put), *others, mark=mark)


def _codes(message: Telegram, as_sent: bool) -> frozenset[str]:
    return frozenset(report_of(message, as_sent=as_sent).codes)


def _made(
    message: Telegram,
    edits: list[tuple[Change, Found]],
    mark: Mark | None,
    known: Places,
    draw: Draw,
) -> tuple[str, Span] | None:
    """The changed text and the marked place; None where changes overlap or nothing is marked."""
    text = message.source.text
    span: Span | None = None
    parts: list[str] = []
    deltas: list[tuple[Span, int]] = []
    at = length = 0
    for change, found in sorted(edits, key=lambda edit: edit[1].span):
        if found.span.start < at:
            return None
        written = change.written(found, message, draw)
        parts.append(text[at : found.span.start])
        length += found.span.start - at
        first, opened, rest = written.partition(_OPEN)
        if opened:
            inside, _, last = rest.partition(_CLOSE)
            start = length + len(first)
            if span is None:
                span = Span(start, start + len(inside))
            written = first + inside + last
        parts.append(written)
        length += len(written)
        at = found.span.end
        deltas.append((found.span, len(written) - len(found.span)))
    broken = "".join([*parts, text[at:]])
    if mark is not None:
        span = _marked(message, mark, known, deltas)
    return None if span is None or broken == text else (broken, span)


def _marked(
    message: Telegram, mark: Mark, known: Places, deltas: list[tuple[Span, int]]
) -> Span | None:
    """What a mark marks, where it stands after the changes."""
    found = Change(mark.place, mark.find, "").found(message, known)
    if not found:
        return None
    span = found[-1 if mark.last else 0].span
    start = span.start + sum(by for one, by in deltas if one.end <= span.start)
    grown = sum(by for one, by in deltas if span.start < one.end and one.start < span.end)
    return Span(start, start + len(span) + grown)


def swap(place: str, find: str, *put: str | Callable[["re.Match[str]", Telegram], str]) -> Change:
    """Put something, or one of several, in place of what is found."""
    first = put[0]
    if callable(first):
        return Change(place, find, first)
    texts = tuple(text for text in put if isinstance(text, str))
    return Change(place, find, texts[0] if len(texts) == 1 else texts)


def cut(place: str, *, every: bool = True) -> Change:
    """Leave a line or a field out."""
    return Change(place, r"(?s)\A.*\Z", "", every=every)


def whole(place: str, *put: str) -> Change:
    """Put something in place of a whole line or field; ``\\g<0>`` is what was there."""
    return swap(place, r"(?s)\A.*\Z", *put)


def before(place: str, *put: str) -> Change:
    """Put something before a line or a field."""
    return swap(place, r"\A", *put)


def after(place: str, *put: str) -> Change:
    """Put something after a line or a field."""
    return swap(place, r"\Z", *put)

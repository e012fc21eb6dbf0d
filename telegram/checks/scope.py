"""What a check looks at: the headings of a message, each with its lines, and what follows them.

A message has one heading, or also a relay's in front (pilot) or the one that it had before it was
readdressed (original). A rule about "the heading" holds for each; a rule about the whole message
for the one that carries it now.

Here: `Scope`, and places for what is absent. Elsewhere: the rules.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define

from telegram.dialects import Dialect
from telegram.dialects import dialect as dialect_named
from telegram.lines import FormatLine, Line, clean
from telegram.model import Heading, Telegram
from telegram.source import Span, line_bounds

if TYPE_CHECKING:
    from telegram.parsing import Reading
    from telegram.parsing.records import Record


_LONGEST_LINE = 4_000
"""Characters of the longest text line that is taken apart; a longer one is read as it stands."""


@define(eq=False)
class Scope:
    """One heading of a message, with its lines.

    :ivar telegram: the message.
    :ivar kind: ``main``, ``pilot`` or ``original``.
    :ivar heading: its values.
    :ivar lines: its pieces, blank ones included.
    :ivar records: the same pieces as the reader noted them.
    :ivar as_sent: whether the message is judged as a switch would.
    """

    telegram: Telegram
    kind: str
    heading: Heading
    lines: tuple[Line, ...]
    records: "tuple[Record, ...]"
    as_sent: bool

    @cached_property
    def dialect(self) -> Dialect:
        """The dialect in which the message was read."""
        return dialect_of(self.telegram)

    @cached_property
    def format_lines(self) -> frozenset[FormatLine]:
        """What its lines were taken for."""
        return frozenset(line.format_line for line in self.lines)

    @cached_property
    def _spans(self) -> Mapping[str, Span]:
        """The places of the heading's fields; worked out once, for they cost."""
        return self.heading.spans

    def at(self, *paths: str) -> Span:
        """The place of the first of several fields that has one, else the heading's first line."""
        for path in paths:
            if path in self._spans:
                return self._spans[path]
        return next((line.content for line in self.lines if line.text.strip()), Span(0, 0))

    @cached_property
    def text_lines(self) -> tuple[tuple[str, Span], ...]:
        """The lines of the text as read without artefacts, with their places.

        Page lines and blank lines are left out.
        """
        source, text = self.telegram.source.text, self.telegram.text.span
        pages = {
            line.content.start
            for line in self.telegram.lines
            if line.format_line is FormatLine.PAGE
        }
        found = []
        for start, content, _ in line_bounds(source, text.start, text.end):
            if start not in pages:
                view = clean(source, start, content) if content - start <= _LONGEST_LINE else None
                words = view.text if view is not None else source[start:content].rstrip(" \t")
                if words:
                    found.append((words, Span(start, start + len(source[start:content].rstrip()))))
        return tuple(found)

    @property
    def data_pattern(self) -> bool:
        """Whether card or tape images follow: a content indicator that does not begin with Z.

        Such a message has nothing of FL4 to FL16 (NAVEDTRA 14261; layout unsourced).
        """
        routing = self.heading.routing
        return routing is not None and routing.content is not None and not routing.content.narrative

    @property
    def service(self) -> bool:
        """Whether this is a service message, which may leave FL5 to FL9 out.

        By content indicator ZYV, or by SVC after the classification (Navy GENSER lesson; NAVEDTRA
        14243).
        """
        routing, line = self.heading.routing, self.telegram.classification
        if routing is not None and routing.content is not None and routing.content.signal == "ZYV":
            return True
        return line is not None and line.rest.split(" ")[0] == "SVC"

    @property
    def rerouted(self) -> tuple[str, ...]:
        """Stations with serial numbers that FL4 names as this message's own on an earlier way.

        ``ZOV RHMCSUU0136 REROUTE OF RUWTABA0014 1051530``: the number in FL15 may be that of either
        (public NAVADMIN traffic).
        """
        security = self.heading.security
        signals = security.signals if security is not None else ()
        return tuple(
            word
            for signal in signals
            if signal.code == "ZOV"
            for word in signal.operands
            if word[-4:].isdigit() and word[:-4].isalpha()
        )


def dialect_of(telegram: Telegram) -> Dialect:
    """The dialect in which a message was read, also where no heading was found."""
    return dialect_named(reading_of(telegram).heading.dialect)


def reading_of(telegram: Telegram) -> "Reading":
    """How a message was read."""
    return telegram._reading


def scopes(telegram: Telegram, *, as_sent: bool) -> tuple[Scope, ...]:
    """The headings of a message in the order of its text; none where no heading was found."""
    reading = reading_of(telegram)
    if not reading.heading.recognised:
        return ()
    chains = {
        "main": [telegram.heading],
        "pilot": _chain(telegram.heading, "pilot"),
        "original": _chain(telegram.heading, "original"),
    }
    pieces: list[list[tuple[Line, Record]]] = [[] for _ in reading.heading.kinds]
    for line, record in zip(telegram.lines, reading.records, strict=True):
        if record.start >= reading.heading.body:
            break
        pieces[record.draft].append((line, record))
    return tuple(
        Scope(
            telegram,
            kind,
            chains[kind].pop(0),
            tuple(line for line, _ in own),
            tuple(record for _, record in own),
            as_sent,
        )
        for kind, own in zip(reading.heading.kinds, pieces, strict=True)
    )


def _chain(heading: Heading, kind: str) -> list[Heading]:
    """The pilots, or the originals, of a heading; the first in the text first."""
    chain = []
    inner = heading.pilot if kind == "pilot" else heading.original
    while inner is not None:
        chain.append(inner)
        inner = inner.pilot if kind == "pilot" else inner.original
    return chain


def first_line(text: str, start: int) -> Span:
    """The first line from an offset on that is not blank; empty where there is none."""
    for first, content, _ in line_bounds(text, start):
        if words := text[first:content].strip():
            first = text.index(words, first)
            return Span(first, first + len(words))
    return Span(start, start)


def first_word(line: Line) -> Span:
    """The first word of a line: a place for what should stand before it."""
    word = line.text.split(None, 1)
    if not word:
        return Span(line.content.start, line.content.start)
    start = line.content.start + line.text.index(word[0])
    return Span(start, start + len(word[0]))


def end_of_text(telegram: Telegram) -> Span:
    """The end of the last line of the text that is not blank: a place for what should follow."""
    source = telegram.source.text
    end = telegram.text.span.end
    while end > 0 and source[end - 1].isspace():
        end -= 1
    return Span(end, end)

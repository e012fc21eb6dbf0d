"""What checks of one line share: parts of a matched piece, and places.

A damaged rule captures some parts with the blanks, dashes or obliques around them. `captured` gives
such a part without them; `alone` asks a standard rule about one part, by putting it into a line
that is sound otherwise. So nothing here, and nothing in the checks that use it, says a second time
what a line looks like.

Here: no rules. Elsewhere: what is wrong (`checks.elements` and the modules it names).
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from attrs import evolve

from telegram.diagnostics import Diagnostic, Edit, Fix, Safety
from telegram.dialects import Dialect
from telegram.parsing.places import record_span
from telegram.parsing.records import Record
from telegram.source import Span
from telegram.syntax import matcher

Finder = Callable[[Record, Dialect], Iterator[Diagnostic]]
"""A check of one line: its findings, from the line as read and the dialect it was read in."""


class Part(NamedTuple):
    """A part of a line: its text, its place in the source, its offsets in the matched text."""

    text: str
    span: Span
    first: int
    last: int


def captured(record: Record, group: str, strip: str = "") -> Part | None:
    """What a group captured, without the characters of `strip` around it; None without a part."""
    assert record.match is not None
    text: str | None = record.match[group]
    if text is None:
        return None
    first = record.match.start(group)
    if strip:
        first += len(text) - len(text.lstrip(strip))
        text = text.strip(strip)
    last = first + len(text)
    return Part(text, record_span(record, first, last), first, last)


def words(record: Record, first: int, last: int) -> Iterator[Part]:
    """The words between two offsets of the matched text, parted by single blanks."""
    assert record.match is not None
    at = first
    for word in record.match.string[first:last].split(" "):
        if word:
            yield Part(word, record_span(record, at, at + len(word)), at, at + len(word))
        at += len(word) + 1


def end_of(record: Record) -> Span:
    """The empty place after the last character of a matched line."""
    assert record.match is not None
    length = len(record.match.string)
    return record_span(record, length, length)


def moved(found: Diagnostic, record: Record, start: int) -> Diagnostic:
    """A finding that counts from an offset of the matched text, at its place in the source."""
    return evolve(found, span=record_span(record, start + found.span.start, start + found.span.end))


def replacing(span: Span, text: str, title: str, safety: Safety = Safety.SAFE) -> Fix:
    """The fix that puts `text` in the place of a span."""
    return Fix(title, (Edit(span, text),), safety)


def alone(rule: str, *parts: str) -> bool:
    """Whether a standard rule takes the line that the parts make."""
    return matcher(rule).fullmatch("".join(parts)) is not None

"""The value of a joined telegram: a message again, with the way back to its sections.

Here: `Joined`. Elsewhere: how it is made (`joining`, `seams`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from attrs import field, frozen

from telegram.diagnostics import Diagnostic, Report
from telegram.joining.identity import Section
from telegram.joining.seams import Segment, segments_of
from telegram.model import Heading, Telegram
from telegram.parsing import parse
from telegram.source import Source, Span
from telegram.texts import Text

Placed = tuple[int, Diagnostic]
"""A finding and the index of the message given in which it is."""


@frozen(eq=False)
class Joined:
    """A telegram joined from its sections.

    :Shape:  parts: the sections whose texts are joined, in order; set_aside: the other messages
             given; total: how many sections there are, None where no message says; missing: the
             numbers of those that are not here; message: the telegram that they make.
    :Text:   ``str(joined)`` is the whole text to be read, line wraps undone. The telegram itself is
             ``str(joined.message)``: the heading of the first section and the ending of the last,
             without section marks and without what printers put between pages.

    :ivar given: all messages, as given.
    :ivar findings: what is wrong, each with the index of the message given in which it is.
    """

    given: tuple[Telegram, ...] = field(repr=False)
    parts: tuple[Telegram, ...]
    total: int | None
    missing: tuple[int, ...]
    message: Telegram = field(repr=False)
    findings: tuple[Placed, ...] = field(repr=False)
    _segments: tuple[Segment, ...] = field(repr=False, alias="segments")

    @property
    def heading(self) -> Heading:
        """The heading of the first section, without its section number."""
        return self.message.heading

    @property
    def text(self) -> Text:
        """The whole text; its spans are places in `message`."""
        return self.message.text

    @property
    def complete(self) -> bool:
        """Whether every section is here."""
        return not self.missing

    @property
    def set_aside(self) -> tuple[Telegram, ...]:
        """The messages given that are no part of it: doubled, foreign, without a section mark."""
        kept = {id(part) for part in self.parts}
        return tuple(message for message in self.given if id(message) not in kept)

    def trace(self, span: Span) -> tuple[tuple[int, Span], ...]:
        """Where a place of the joined telegram comes from: a part, and the place in its source.

        Several places where it runs over a seam, or over characters left out.
        """
        found: list[tuple[int, Span]] = []
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        for start, segment in zip(self._starts[index:], self._segments[index:], strict=True):
            if found and start >= span.end:
                break
            first = max(span.start - start, 0)
            last = min(span.end - start, len(segment.text))
            if last < first:
                continue
            if len(segment.span) != len(segment.text):  # a line end that no section has
                place = segment.span
            else:
                place = Span(segment.span.start + first, segment.span.start + last)
            if found and found[-1][0] == segment.part and found[-1][1].end == place.start:
                found[-1] = segment.part, Span(found[-1][1].start, place.end)
            else:
                found.append((segment.part, place))
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each segment begins in the joined telegram."""
        starts, at = [], 0
        for segment in self._segments:
            starts.append(at)
            at += len(segment.text)
        return starts

    @cached_property
    def report(self) -> Report:
        """What is wrong with the sections, one with another; its source is all messages given, one
        after the other. What is wrong within each is in its own report.
        """
        offsets, texts, at = [], [], 0
        for message in self.given:
            text = message.source.text
            text += "" if text[-1:] in ("\n", "\r", "\f", "") else "\n"
            offsets.append(at)
            texts.append(text)
            at += len(text)
        found = (moved(diagnostic, offsets[index]) for index, diagnostic in self.findings)
        return Report.of(Source("".join(texts)), found)

    def to_dict(self) -> dict[str, Any]:
        """What is here and what is missing, and the JSON document of the joined telegram."""
        return {
            "complete": self.complete,
            "total": self.total,
            "missing": list(self.missing),
            "telegram": self.message.to_dict(),
            "diagnostics": self.report.to_dicts(),
        }

    def __str__(self) -> str:
        return self.text.plain


def moved(diagnostic: Diagnostic, by: int) -> Diagnostic:
    """A finding whose span counts from an earlier place."""
    span = Span(diagnostic.span.start + by, diagnostic.span.end + by)
    return Diagnostic(diagnostic.rule, span, diagnostic.values, diagnostic.fix)


def joined_of(
    given: Sequence[Telegram],
    parts: Sequence[Section],
    total: int | None,
    missing: tuple[int, ...],
    found: Iterable[Placed],
) -> Joined:
    """The joined telegram of sections in order."""
    messages = tuple(part.message for part in parts)
    segments = tuple(segments_of(messages))
    first = messages[0]
    source = Source("".join(s.text for s in segments), encoding=first.source.encoding)
    try:
        bytes(source)
    except UnicodeEncodeError:  # a later section has a character that the first one's lacks
        source = Source(source.text)
    message = parse(source, dialect=first.dialect or "auto", pivot=first.pivot)
    ordered = sorted(found, key=lambda placed: (placed[0], placed[1].span, placed[1].code))
    return Joined(tuple(given), messages, total, missing, message, tuple(ordered), segments)

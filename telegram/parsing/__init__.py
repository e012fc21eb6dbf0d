"""From text to telegram: the heading read line by line, the rest when asked for.

Here: `parse`, `read`, and `Reading`, which ties a telegram to the pieces of its source. Elsewhere:
which line is which (`heading`), values (`building`), text and ending (`body`), cutting streams
(`telegram.framing`).
"""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR
from functools import cached_property, partial
from io import TextIOBase
from os import PathLike
from typing import BinaryIO

from attrs import define

from telegram.diagnostics import TelegramError
from telegram.dialects import dialect as dialect_named
from telegram.dialects.recognition import recognise
from telegram.framing import NO_TEXT_FILE, split
from telegram.lines import FormatLine, Line
from telegram.model import Heading, Telegram
from telegram.parsing.body import Body, read_body
from telegram.parsing.heading import read_heading
from telegram.parsing.labelled import read_labels
from telegram.parsing.places import heading_spans, record_span
from telegram.parsing.records import HeadingReading, Record
from telegram.source import Source, Span
from telegram.values.trusted import trusted


@define(eq=False, weakref_slot=False)
class Reading:
    """A telegram's pieces: those of the heading, and on demand those of the rest."""

    source: Source
    heading: HeadingReading

    @cached_property
    def body(self) -> Body:
        """Text and ending."""
        return read_body(self.source.text, self.heading)

    @cached_property
    def records(self) -> list[Record]:
        """All pieces in order; they tile the source."""
        body = self.body
        records = list(self.heading.records)
        at = records[0].start if records else self.heading.body
        if at > 0:
            records.insert(0, _piece(FormatLine.BLANK, 0, at))
        at = self.heading.body
        said = [*self.heading.strays, *self.heading.labelled, *body.text_records]
        within = sorted(said, key=lambda r: r.start)
        for record in [*within, *body.records]:
            if record.start > at:
                records.append(_piece(FormatLine.FL12, at, record.start))
            records.append(record)
            at = record.after
        if at < len(self.source.text):
            records.append(_piece(FormatLine.FL12, at, len(self.source.text)))
        return records

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The pieces as values."""
        return tuple(line_of(record, self.source.text) for record in self.records)


def _piece(label: FormatLine, start: int, end: int) -> Record:
    return Record(label, None, False, start, end, end, None, None, 0)


def line_of(record: Record, text: str) -> Line:
    """A piece as a value."""
    fields: list[tuple[str, str, Span]] = []
    if record.match is not None:
        for name, value in record.match.groupdict().items():
            if value is not None:
                fields.append((name, value, span_of(record, name)))
    return Line(
        record.format_line,
        Span(record.start, record.after),
        Span(record.start, record.content),
        text[record.start : record.content],
        record.rule,
        record.damaged,
        tuple(fields),
        record.view.artefacts if record.view is not None else (),
    )


def span_of(record: Record, group: str | int = 0) -> Span:
    """The source span of a captured group of a record.

    Empty at its end where the group took no part.
    """
    assert record.match is not None
    first, last = record.match.span(group)
    if first < 0:
        return Span(record.content, record.content)
    return record_span(record, first, last)


AS_ASKED = "as asked for"
"""The evidence for a dialect that the caller named."""

_make_telegram = trusted(Telegram)
_make_reading = trusted(Reading)


def parse(
    source: str | bytes | Source, *, dialect: str = "auto", pivot: int = 1969, strict: bool = False
) -> Telegram:
    """The first message of a source, read in a dialect.

    :Shape:  source: text, or bytes whose encoding is found by trying; dialect: a name, or ``auto``;
             pivot: the first of the hundred years in which two-digit years are placed.
    :Errors: Malformed content never raises: it is in the telegram's report. `TelegramError` with
             `strict` where the report has errors; ValueError for an unknown dialect and a pivot
             without a hundred years; TypeError for another source, a path among them (`read` reads
             files), and for a pivot that is no int.

    >>> telegram = parse("R 051430Z MAR 74\\nFM AMEMBASSY EXAMPLE\\nTO SECSTATE WASHDC\\nBT\\n")
    >>> telegram.heading.precedence.action.word, telegram.heading.originator.name
    ('ROUTINE', 'AMEMBASSY EXAMPLE')
    """
    held = Source.of(source)
    _expect_options(dialect, pivot)
    text = held.text
    name: str | None = dialect
    evidence = AS_ASKED
    if dialect == "auto":
        name, evidence = recognise(text)
    record = dialect_named(name or "amhs")
    read_it = read_labels if record.labels else read_heading
    reading = read_it(text, record, 0, len(text))
    heading = _heading_of(reading)
    if not reading.recognised:
        name = None
        evidence = "no line of a heading was found" if dialect == "auto" else evidence
    telegram = _make_telegram(held, name, evidence, pivot, heading, _make_reading(held, reading))
    if strict and telegram.report.errors:
        raise TelegramError(telegram.report)
    return telegram


def _heading_of(reading: HeadingReading) -> Heading:
    """The heading of a reading: its main draft, with the pilot's or the original one inside."""
    drafts, kinds = reading.drafts, reading.kinds
    if len(drafts) == 1:
        return drafts[0].finish(None, None, partial(heading_spans, reading, 0))
    inner: dict[str, Heading | None] = {"pilot": None, "original": None}
    main = kinds.index("main")
    for kind in ("pilot", "original"):
        for index in reversed([i for i, k in enumerate(kinds) if k == kind]):
            older = inner[kind]
            inner[kind] = drafts[index].finish(
                older if kind == "original" else None,
                older if kind == "pilot" else None,
                partial(heading_spans, reading, index),
            )
    return drafts[main].finish(
        inner["original"], inner["pilot"], partial(heading_spans, reading, main)
    )


def read(
    source: "str | PathLike[str] | BinaryIO", *, dialect: str = "auto", pivot: int = 1969
) -> Iterator[Telegram]:
    """Every message of a file, lazily and in constant memory.

    :Shape:  source: a path, or a binary file. Messages are cut at starts and ends of message and at
             form feeds; a file without any is one message.
    :Errors: OSError where the file cannot be read; TypeError for a text file, for bytes, and for
             what is neither path nor file; dialect and pivot as for `parse`.
    """
    if not isinstance(source, str | PathLike) and not hasattr(source, "read"):
        hint = "; telegram.parse reads bytes" if isinstance(source, bytes) else ""
        message = f"a path or a binary file is read, not {type(source).__name__}{hint}"
        raise TypeError(message)
    if isinstance(source, TextIOBase):
        raise TypeError(NO_TEXT_FILE)
    _expect_options(dialect, pivot)
    if dialect != "auto":
        dialect_named(dialect)
    return _read(source, dialect, pivot)


def _expect_options(dialect: object, pivot: object) -> None:
    """Refuse a dialect that is no name, and a pivot that is no year."""
    if not isinstance(dialect, str):
        raise TypeError(f"a dialect is given by its name, not as {type(dialect).__name__}")
    if not isinstance(pivot, int) or isinstance(pivot, bool):
        raise TypeError(f"pivot is a year as int, not {type(pivot).__name__}")
    if not MINYEAR <= pivot <= MAXYEAR - 99:
        raise ValueError(f"no hundred years of the calendar begin with {pivot}, given as pivot")


def _read(source: "str | PathLike[str] | BinaryIO", dialect: str, pivot: int) -> Iterator[Telegram]:
    if isinstance(source, str | PathLike):
        with open(source, "rb") as stream:
            yield from _read(stream, dialect, pivot)
        return
    for message in split(source):
        yield parse(message, dialect=dialect, pivot=pivot)

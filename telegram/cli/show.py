"""``telegram show``: a telegram decoded line by line, as a watch officer wants it, or as JSON.

Here: the layout. Elsewhere: what the lines mean (`decoding`), what the text says (`passages`).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import evolve

from telegram.cli import words
from telegram.cli.decoding import Entry, decode
from telegram.cli.detail import Detail
from telegram.cli.inputs import File, Inputs, Message
from telegram.cli.passages import decoded, lines_of
from telegram.cli.terminal import SEVERITY_STYLES, Output, Piece, Progress, plain
from telegram.dialects import dialect
from telegram.model import Telegram
from telegram.syntax import matcher

_LABEL = 8
"""Columns of the format line's number and the blanks after it."""
_NAME = 14
_ALIGNED = 34
"""Columns up to which the meanings of one format line are set under each other,"""
_ALIGNED_NARROW = 14
"""and where prose is wrapped to less than"""
_WIDE = 110
_ROOM = 40
"""Columns that a long meaning needs beside what was written; with fewer it goes below."""


def show(
    inputs: Inputs,
    files: Sequence[File],
    output: Output,
    *,
    form: str,
    with_text: bool,
    as_written: bool = False,
) -> int:
    """Show every message; the exit status: 1 where a message has no heading.

    The text is decoded, or shown `as_written`, or, without `with_text`, left out.
    """
    if form == "json":
        return _show_json(inputs, files, output)
    headless = False
    shown = 0
    with Progress(output, "Reading", [file.size for file in files]) as progress:
        for file in files:
            for message in inputs.messages(file):
                if shown:
                    output.line("")
                _show(message, output)
                if with_text and message.telegram.text.text.strip():
                    _text(message.telegram, output, as_written=as_written)
                shown += 1
                headless = headless or message.telegram.dialect is None
                progress.advance(message.size)
            progress.advance(0, done=True)
    return int(headless)


def _show_json(inputs: Inputs, files: Sequence[File], output: Output) -> int:
    """One message as an indented document, several as one document a line."""
    messages: Iterator[Message] = chain.from_iterable(inputs.messages(file) for file in files)
    first = next(messages, None)
    if first is None:
        return 0
    second = next(messages, None)
    headless = False
    rest: Iterable[Message] = [first] if second is None else chain((first, second), messages)
    for message in rest:
        document = message.telegram.to_dict()
        indent = 2 if second is None else None
        output.raw(json.dumps(document, ensure_ascii=False, indent=indent) + "\n")
        headless = headless or message.telegram.dialect is None
    return int(headless)


def _show(message: Message, output: Output) -> None:
    _title(message, output)
    entries = decode(message.telegram)
    for entry in entries:
        _entry(entry, output)
    if entries:
        output.line("")
    _findings(message, output)


def _text(telegram: Telegram, output: Output, *, as_written: bool) -> None:
    output.line("")
    if as_written:
        output.line(("Text as written", "bold underline"))
        for line in lines_of(telegram.text.text):
            output.line(plain(line))
        return
    found = decoded(telegram)
    output.line((found.title, "bold underline"))
    width = _aligned(found.details, output)
    named = ""
    for detail in found.details:
        name = detail.name if detail.name != named else ""
        named = detail.name
        _detail(evolve(detail, name=name), width, output, lead="", always_named=True)
    for index, passage in enumerate(found.passages):
        if index or found.details:
            output.line("")
        style = "bold" if passage.heading else ""
        for line in passage.lines:
            _words(plain(line), output, style)


def _words(line: str, output: Output, style: str) -> None:
    """A line of prose, wrapped; items hang, tables stand as they are."""
    if "   " in line.strip() or "\t" in line.strip():
        output.line((line, style))
        return
    said = line.lstrip(" ")
    lead = len(line) - len(said)
    item = matcher("state:item").match(said)
    hang = lead + (item.end("state_item") if item is not None else 0)
    for index, part in enumerate(output.wrapped(said, hang)):
        output.line(" " * (hang if index else lead), (part, style))


def _title(message: Message, output: Output) -> None:
    telegram = message.telegram
    heading = telegram.heading
    number = f", message {message.number}, line {message.lines + 1}" if message.number > 1 else ""
    output.line((plain(message.file.name), "bold"), (number, ""))
    highest = heading.precedence.highest or (
        heading.routing.precedence[0] if heading.routing and heading.routing.precedence else None
    )
    line = telegram.classification
    summary = [
        highest.word if highest else "",
        str(heading.dtg or ""),
        heading.originator.name if heading.originator else "",
        line.level.name if line and line.level else "",
    ]
    if any(summary):
        output.line(("  ".join(plain(part) for part in summary if part), "bold green"))
    if telegram.dialect is None:
        output.line(("No telegram heading found.", SEVERITY_STYLES["error"]))
    else:
        output.line(
            (f"{dialect(telegram.dialect).title} ({telegram.dialect}): {telegram.evidence}", "dim")
        )
    output.line("")


def _entry(entry: Entry, output: Output) -> None:
    if entry.title is not None:
        output.line((entry.title, "bold underline"))
    label: Piece = (f"{entry.label:<{_LABEL}}", "bold cyan")
    for written in entry.written:
        output.line(label, (plain(written), "bold"))
        label = (" " * _LABEL, "")
    if not entry.written:
        output.line(label)
    width = _aligned(entry.details, output)
    for detail in entry.details:
        _detail(detail, width, output)
    for error in entry.errors:
        lead = " " * (_LABEL + 2)
        said = f"{error.code} {error.message}"
        for index, part in enumerate(output.wrapped(plain(said), _LABEL + 9)):
            mark = "error: " if index == 0 else " " * 7
            output.line(lead, (mark, SEVERITY_STYLES["error"]), part)


def _aligned(details: Sequence[Detail], output: Output) -> int:
    """The columns in which what was written stands, before the meanings."""
    narrow = output.width is not None and output.width < _WIDE
    most = _ALIGNED_NARROW if narrow else _ALIGNED
    return max((len(d.written) for d in details if len(d.written) <= most), default=0)


def _detail(
    detail: Detail,
    width: int,
    output: Output,
    *,
    lead: str = " " * (_LABEL + 2),
    always_named: bool = False,
) -> None:
    name = f"{plain(detail.name):<{_NAME - 1}} " if detail.name or always_named else ""
    written = f"{plain(detail.written):<{width}}" if detail.written else ""
    gap = "  " if written and detail.meaning else ""
    indent = len(lead) + len(name) + len(written) + len(gap)
    room = None if output.width is None else output.width - indent
    if room is not None and room < _ROOM and len(detail.meaning) > room:
        output.line(lead, (name, "dim"), (written, "yellow"))
        name, written, gap = " " * (_NAME + 2), "", ""
        indent = len(lead) + len(name)
    for part in output.wrapped(plain(detail.meaning), indent):
        output.line(lead, (name, "dim"), (written, "yellow"), gap, part)
        name, written = " " * len(name), " " * len(written)


def _findings(message: Message, output: Output) -> None:
    report = message.telegram.report
    counted = [
        (words.count(len(found), noun), noun)
        for noun, found in (
            ("error", report.errors),
            ("warning", report.warnings),
            ("note", report.notes),
        )
        if found
    ]
    if not counted:
        output.line("Nothing to report.")
        return
    pieces: list[Piece] = []
    for index, (said, noun) in enumerate(counted):
        pieces += [(", " if index else "", ""), (said, SEVERITY_STYLES[noun])]
    path = "-" if message.file.path is None else str(message.file.path)
    if any(character in path for character in " '\"\\$&;()"):
        path = f'"{path}"'
    notes = "" if report.errors or report.warnings else "--notes "
    output.line(*pieces, f": telegram check {notes}{plain(path)}")

"""The forms of findings: for people, as JSON Lines, as GitHub workflow commands, as SARIF.

Lines and columns count in the file, from one, whatever message of it a finding is in.

Here: one writer a form. Elsewhere: the SARIF document (`sarif`).
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from telegram.cli.inputs import File, Message
from telegram.cli.terminal import SEVERITY_STYLES, Output, plain
from telegram.diagnostics import Report, render
from telegram.source import LineMap, Place


class Writer(Protocol):
    """Takes the findings of one message after another."""

    def add(self, message: Message, report: Report) -> None:
        """Take what was found in a message."""

    def finish(self) -> None:
        """Write what is left to write."""


def writer(form: str, output: Output) -> Writer:
    """The writer of a form: ``text``, ``json``, ``github`` or ``sarif``."""
    return _WRITERS[form](output)


def placed(message: Message, report: Report) -> list[dict[str, Any]]:
    """The findings as in the JSON document, with places and offsets that count in the file."""
    found = report.to_dicts()
    for finding in found:
        finding["line"] += message.lines
        finding["end_line"] += message.lines
        for edit in (finding["fix"] or {}).get("edits", ()):
            edit["start"] += message.characters
            edit["end"] += message.characters
    return found


class _FileLines(LineMap):
    """The lines of a message, numbered as in its file."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.telegram.source.text)
        self._above = message.lines

    def place(self, offset: int) -> Place:
        inside = super().place(offset)
        return Place(inside.line + self._above, inside.column)

    def line(self, number: int) -> str:
        return super().line(number - self._above)


class _Text:
    """As a compiler prints them."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def add(self, message: Message, report: Report) -> None:
        if not report:
            return
        lines = _FileLines(message)
        for diagnostic in report:
            place = lines.place(diagnostic.span.start)
            style = SEVERITY_STYLES[diagnostic.severity.value]
            said, *context = render(diagnostic, lines).split("\n")
            severity, _, said = said.partition(": ")
            where = f"{plain(message.file.name)}:{place.line}:{place.column}: "
            self._output.line((where, "bold"), (severity, style), ": ", plain(said))
            for line in context:
                carets = line.lstrip(" |").startswith("^")
                self._output.line((plain(line), style if carets else ""))

    def finish(self) -> None:
        pass


class _Json:
    """One document a message, on a line of its own."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def add(self, message: Message, report: Report) -> None:
        document = {
            "file": message.file.name,
            "message": message.number,
            "line": message.lines + 1,
            "dialect": message.telegram.dialect,
            "diagnostics": placed(message, report),
        }
        self._output.raw(json.dumps(document, ensure_ascii=False) + "\n")

    def finish(self) -> None:
        pass


_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


class _Github:
    """Workflow commands, which GitHub shows beside the lines of a change."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def add(self, message: Message, report: Report) -> None:
        for finding in placed(message, report):
            properties: Mapping[str, object] = {
                "file": forward(message.file),
                "line": finding["line"],
                "col": finding["column"],
                "endLine": finding["end_line"],
                "endColumn": finding["end_column"],
                "title": f"{finding['code']} {finding['name']}",
            }
            listed = ",".join(
                f"{name}={escaped_property(value)}" for name, value in properties.items()
            )
            command = _COMMANDS[finding["severity"]]
            self._output.raw(f"::{command} {listed}::{escaped(finding['message'])}\n")

    def finish(self) -> None:
        pass


def escaped(value: object) -> str:
    """The message of a workflow command.

    >>> escaped("100 %")
    '100 %25'
    """
    return str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(value: object) -> str:
    """A property of a workflow command.

    >>> escaped_property("a:b,c")
    'a%3Ab%2Cc'
    """
    return escaped(value).replace(":", "%3A").replace(",", "%2C")


def forward(file: File) -> str:
    """A path with forward slashes, relative to the working folder where it lies inside."""
    if file.path is None:
        return file.name
    if file.path.is_absolute() and file.path.is_relative_to(Path.cwd()):
        return file.path.relative_to(Path.cwd()).as_posix()
    return file.path.as_posix()


def uri_of(file: File) -> str:
    """A file as a URI reference: relative paths stay relative, absolute ones get their scheme."""
    if file.path is None:
        return "stdin"
    path = forward(file)
    if file.path.is_absolute() and path == file.path.as_posix():
        return file.path.as_uri()
    return quote(path)


def _sarif(output: Output) -> Writer:
    from telegram.cli.sarif import Sarif

    return Sarif(output)


_WRITERS: Mapping[str, Callable[[Output], Writer]] = {
    "text": _Text,
    "json": _Json,
    "github": _Github,
    "sarif": _sarif,
}

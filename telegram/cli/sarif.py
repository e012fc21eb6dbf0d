"""Findings as a SARIF 2.1.0 log, the form that code scanners exchange.

One run; the driver's rules are the whole catalogue. Columns count characters. Severities have the
same names as SARIF's levels.

:Source: OASIS SARIF Version 2.1.0, sections 3.13, 3.14, 3.18, 3.27 and 3.49.
"""

import json
from importlib.metadata import version
from inspect import cleandoc
from typing import Any

from telegram.cli.forms import placed, uri_of
from telegram.cli.inputs import Message
from telegram.cli.terminal import Output
from telegram.diagnostics import Report, Rule
from telegram.source import LineMap

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Sarif:
    """Gathers findings; the log is written at the end."""

    def __init__(self, output: Output) -> None:
        from telegram.catalogue import rules

        self._output = output
        self._rules = list(rules())
        self._index = {rule.code: index for index, rule in enumerate(self._rules)}
        self._results: list[dict[str, Any]] = []

    def add(self, message: Message, report: Report) -> None:
        """Take what was found in a message."""
        lines = LineMap(message.telegram.source.text) if report else None
        for diagnostic, finding in zip(report, placed(message, report), strict=True):
            result: dict[str, Any] = {
                "ruleId": diagnostic.code,
                "level": diagnostic.severity.value,
                "message": {"text": diagnostic.message},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": uri_of(message.file)},
                            "region": _region(finding),
                        }
                    }
                ],
            }
            if diagnostic.code in self._index:
                result["ruleIndex"] = self._index[diagnostic.code]
            if diagnostic.fix is not None and lines is not None:
                replacements = []
                for edit in diagnostic.fix.edits:
                    start, end = lines.place(edit.span.start), lines.place(edit.span.end)
                    replacements.append(
                        {
                            "deletedRegion": {
                                "startLine": start.line + message.lines,
                                "startColumn": start.column,
                                "endLine": end.line + message.lines,
                                "endColumn": end.column,
                            },
                            "insertedContent": {"text": edit.text},
                        }
                    )
                if replacements:
                    change = {
                        "artifactLocation": {"uri": uri_of(message.file)},
                        "replacements": replacements,
                    }
                    title = {"text": diagnostic.fix.title}
                    result["fixes"] = [{"description": title, "artifactChanges": [change]}]
            self._results.append(result)

    def finish(self) -> None:
        """Write the log."""
        driver = {
            "name": "telegram",
            "version": version("autodin-telegram"),
            "rules": [_rule(rule) for rule in self._rules],
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "results": self._results,
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        self._output.raw(json.dumps(log, ensure_ascii=False, indent=2) + "\n")


def _region(finding: dict[str, Any]) -> dict[str, int]:
    return {
        "startLine": finding["line"],
        "startColumn": finding["column"],
        "endLine": finding["end_line"],
        "endColumn": finding["end_column"],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": cleandoc(rule.explanation)},
        "help": {"text": cleandoc(rule.how_to_fix)},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"source": rule.source, "references": list(rule.references)},
    }

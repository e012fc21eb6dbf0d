"""One field of the JSON document, printed for a shell pipeline: a value a line.

A path is the names of members parted by dots, ``text.tags`` or ``action.name``; in a list it goes
into every item, or with ``[0]`` into one.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from telegram.cli.inputs import File, Inputs
from telegram.cli.terminal import Output

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


class WrongPath(ValueError):
    """A path that names nothing a document has."""


def values(document: Any, path: str) -> Iterator[Any]:
    """What stands at a path; nothing where the document breaks off before its end.

    Raises `WrongPath` for a first name that no document has.

    >>> list(values({"action": [{"name": "A"}, {"name": "B"}]}, "action.name"))
    ['A', 'B']
    >>> list(values({"action": [{"name": "A"}, {"name": "B"}]}, "action[1].name"))
    ['B']
    """
    steps = [int(index) if index else name for name, index in _STEP.findall(path)]
    if not steps or steps[0] not in document:
        raise WrongPath(f"no member {path!r} in the document; it begins with {', '.join(document)}")
    found = [document]
    for step in steps:
        found = [value for each in found for value in _step(each, step)]
    for value in found:
        yield from value if isinstance(value, list) else (value,)


def _step(value: Any, step: str | int) -> Iterator[Any]:
    if isinstance(value, list):
        if isinstance(step, int):
            yield from value[step : step + 1]
        else:
            for each in value:
                yield from _step(each, step)
    elif isinstance(value, dict) and step in value:
        yield value[step]


def show_fields(inputs: Inputs, files: Sequence[File], output: Output, paths: Sequence[str]) -> int:
    """Print the fields of every message; the exit status: 1 where a message has no heading."""
    headless = False
    for file in files:
        for message in inputs.messages(file):
            document = message.telegram.to_dict()
            for path in paths:
                for value in values(document, path):
                    if value is not None:
                        output.raw(f"{_line(value)}\n")
            headless = headless or message.telegram.dialect is None
    return int(headless)


def _line(value: Any) -> str:
    """A value on one line: a text as it is, its line ends as blanks; anything else as JSON."""
    if isinstance(value, str):
        return " ".join(value.split())
    return json.dumps(value, ensure_ascii=False)

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
from telegram.document import schema

_NAME = r"[^.\[\]]+(?:\[\d+\])*"
_PATH = re.compile(rf"{_NAME}(?:\.{_NAME})*")
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


class WrongPath(ValueError):
    """A path that names nothing a document has."""


def steps_of(path: str) -> tuple[str | int, ...]:
    """The names and the places in lists that a path goes through.

    Raises `WrongPath` where the schema of the document has no such way.

    >>> steps_of("action[1].name")
    ('action', 1, 'name')
    """
    if _PATH.fullmatch(path) is None:
        raise WrongPath(f"{path!r} is no path, such as text.tags or action[0].name")
    steps = tuple(int(index) if index else name for name, index in _STEP.findall(path))
    here = [schema()]
    above = "the document"
    for step in steps:
        if isinstance(step, int):
            here = [node["items"] for node in _shapes(here) if "items" in node]
            if not here:
                raise WrongPath(f"no member {path!r}: {above} is no list")
            continue
        members: dict[str, list[dict[str, Any]]] = {}
        for node in _shapes(here, within=True):
            for name, member in node.get("properties", {}).items():
                members.setdefault(name, []).append(member)
        if step not in members:
            has = f"has {', '.join(members)}" if members else "has no members"
            raise WrongPath(f"no member {path!r} in the document: {above} {has}")
        here, above = members[step], repr(step)
    return steps


def _shapes(nodes: list[dict[str, Any]], *, within: bool = False) -> Iterator[dict[str, Any]]:
    """What values may be, shape by shape; `within` a list, what its items may be."""
    for node in nodes:
        if "$ref" in node:
            name = node["$ref"].removeprefix("#/$defs/")
            yield from _shapes([schema()["$defs"][name]], within=within)
        elif within and "items" in node:
            yield from _shapes([node["items"]], within=within)
        else:
            yield node
            yield from _shapes([*node.get("anyOf", ()), *node.get("oneOf", ())], within=within)


def values(document: Any, steps: Sequence[str | int]) -> Iterator[Any]:
    """What stands at the end of a way; nothing where the document breaks off before.

    >>> list(values({"action": [{"name": "A"}, {"name": "B"}]}, ("action", "name")))
    ['A', 'B']
    >>> list(values({"action": [{"name": "A"}, {"name": "B"}]}, ("action", 1, "name")))
    ['B']
    """
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
    """Print the fields of every message; the exit status: 1 where a message has no heading.

    Raises `WrongPath` before anything is read.
    """
    ways = [steps_of(path) for path in paths]
    members = {str(steps[0]) for steps in ways}
    headless = False
    for file in files:
        for message in inputs.messages(file):
            document = message.telegram.to_dict(members)
            for steps in ways:
                for value in values(document, steps):
                    if value is not None:
                        output.raw(f"{_line(value)}\n")
            headless = headless or message.telegram.dialect is None
    return int(headless)


def _line(value: Any) -> str:
    """A value on one line: a text as it is, its line ends as blanks; anything else as JSON."""
    if isinstance(value, str):
        return " ".join(value.split())
    return json.dumps(value, ensure_ascii=False)

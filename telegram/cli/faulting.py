"""``telegram generate --fault``: broken messages, and what must be found in them.

Here: making them and what is said beside each. Elsewhere: the faults (`telegram.faults`), the other
options (`cli.generate`).
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from telegram.source import LineMap

if TYPE_CHECKING:
    from telegram.faults import Faulty

ALL = "all"


def broken(
    code: str, count: int, start: int, seed: int | str, dialect: str | None, text: str | None
) -> "Iterator[tuple[int, Faulty]]":
    """Messages with a fault and their numbers; of ``all`` faults, so many of each.

    :Errors: click.UsageError for a code without a fault, and where no message can have it.
    """
    from telegram.faults import fault, faults, faulty

    if code.lower() == ALL:
        known = [one for one in faults() if _made_for(one.where, dialect, text)]
    else:
        try:
            known = [fault(code)]
        except KeyError as error:
            raise click.UsageError(str(error.args[0])) from None
    number = start
    for one in known:
        made = faulty(one, seed=seed, dialect=dialect, text=text)
        try:
            for broken in islice(made, start - 1, start - 1 + count):
                yield number, broken
                number += 1
        except ValueError as error:
            raise click.UsageError(str(error)) from None


def _made_for(where: tuple[tuple[str, str], ...], dialect: str | None, text: str | None) -> bool:
    return any(dialect in (None, one) and text in (None, other) for one, other in where)


def written(faulty: "Faulty") -> bytes:
    """The broken message, as bytes."""
    return faulty.text if isinstance(faulty.text, bytes) else faulty.text.encode("utf-8")


def expected(faulty: "Faulty") -> dict[str, Any]:
    """What must be found: the code, and where."""
    from telegram.faults import fault

    known = fault(faulty.code)
    lines = LineMap(faulty.message.source.text)
    start, end = lines.place(faulty.span.start), lines.place(faulty.span.end)
    return {
        "dialect": faulty.original.dialect,
        "judged": known.judged,
        "fault": {
            "code": faulty.code,
            "name": known.name,
            "done": known.done,
            "start": faulty.span.start,
            "end": faulty.span.end,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "also": list(faulty.also),
        },
    }

"""``telegram circuit``: the log of a channel, as a tape relay's operator kept it.

Messages are read once, one after the other; a line is written as each comes. Here: the lines and
the summary. Elsewhere: the log itself (`telegram.circuit`).
"""

import json
from collections.abc import Sequence

from telegram import Circuit, LogEntry
from telegram.cli import words
from telegram.cli.inputs import File, Inputs
from telegram.cli.terminal import Output, plain

_WIDEST = 36
"""Characters of an originator that a line shows."""


def circuit(inputs: Inputs, files: Sequence[File], output: Output, *, form: str) -> int:
    """Log the messages of all files; the exit status: 1 where anything is wrong on the channel."""
    log = Circuit(keep=form == "json")
    wrong = False
    for file in files:
        for message in inputs.messages(file):
            if not message.telegram.source.text.strip():
                continue
            entry = log.feed(message.telegram)
            wrong = wrong or any(found.severity.value != "note" for found in entry.findings)
            if form == "text":
                _write(output, entry)
    wrong = wrong or bool(log.unfinished)
    if form == "json":
        output.raw(json.dumps(log.to_dict(), ensure_ascii=False, indent=2) + "\n")
    else:
        _summarise(output, log)
    return int(wrong)


def _write(output: Output, entry: LogEntry) -> None:
    """One line of the log, and what is wrong below it."""
    number = f"{entry.channel or ''}{entry.number}" if entry.number is not None else "-"
    originator = (entry.originator or "-")[:_WIDEST]
    columns = (
        f"{entry.index:>4}",
        f"{number:<8}",
        f"{entry.filed or '-':<8}",
        f"{entry.dtg or '-'!s:<15}",
        f"{originator:<{_WIDEST}}",
        entry.state,
    )
    output.line(plain("  ".join(columns)))
    for found in entry.findings:
        output.line(plain(f"      {found.severity}: {found}"))


def _summarise(output: Output, log: Circuit) -> None:
    """What has not come, channel by channel, telegram by telegram."""
    missing = ", ".join(str(gap) for gap in log.missing)
    output.line(plain(""))
    output.line(plain(f"{words.count(log.count, 'message')}; missing: {missing or 'none'}"))
    for each in log.unfinished:
        sections = ", ".join(str(number) for number in each.missing) or "of an unknown number"
        name = ", ".join(part for part in (each.originator, each.dtg) if part)
        output.line(plain(f"unfinished: {name}: sections missing: {sections}"))

"""``telegram repair``: what garbled messages probably said, listed; applied only when asked.

Here: the list, and the repaired text on standard output. Elsewhere: the repairs
(`telegram.repairing`).
"""

import sys
from collections.abc import Sequence

from telegram.cli import words
from telegram.cli.inputs import File, Inputs, Message
from telegram.cli.terminal import Output, plain
from telegram.repairing import Repair, repair
from telegram.source import LineMap


def list_repairs(inputs: Inputs, files: Sequence[File], output: Output, *, every: bool) -> bool:
    """List the repairs of every message, the best of each place or all; whether there were any."""
    found = False
    looked_at = 0
    for file in files:
        for message in inputs.messages(file):
            looked_at += 1
            repairs = repair(message.telegram)
            lines = LineMap(message.telegram.source.text)
            for each in repairs if every else repairs.first:
                found = True
                _show(each, message, lines, output)
    if not found and looked_at:
        output.line(f"Nothing to repair in {words.count(looked_at, 'message')}")
    return found


def _show(each: Repair, message: Message, lines: LineMap, output: Output) -> None:
    place = lines.place(each.span.start)
    where = f"{message.file.name}:{message.lines + place.line}:{place.column}: "
    output.line(
        where,
        (plain(repr(each.written)), "bold red"),
        " -> ",
        (plain(repr(each.proposed)), "bold green"),
        (f"  {each.confidence:.2f}", "dim"),
    )
    output.line(f"  {each.kind}")
    for reason in each.rests_on:
        output.line(f"  {plain(reason)}")


def write_repaired(inputs: Inputs, files: Sequence[File], least: float) -> None:
    """Write every message to standard output, with the repairs of at least that confidence."""
    sys.stdout.flush()
    for file in files:
        for message in inputs.messages(file):
            repaired = repair(message.telegram).apply(least)
            sys.stdout.buffer.write(bytes(repaired))
    sys.stdout.buffer.flush()

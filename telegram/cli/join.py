"""``telegram join``: the sections of telegrams, in one file or in many, joined again.

Here: which messages go together, and where the telegrams go. Elsewhere: the joining itself
(`telegram.joining`), the names of files (`split`).
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve

from telegram import Joined, group_sections
from telegram import join as join_sections
from telegram.cli import forms, words
from telegram.cli.inputs import File, Inputs, Message
from telegram.cli.split import stem
from telegram.cli.terminal import Output, Progress, plain
from telegram.diagnostics import Report

_LINE_ENDS = (b"\n", b"\r", b"\f")


def join(
    inputs: Inputs,
    files: Sequence[File],
    output: Output,
    aside: Output,
    *,
    form: str,
    folder: Path | None,
    force: bool,
) -> int:
    """Join the messages of all files; the exit status: 1 where a section is missing.

    :param aside: where findings go, since telegrams go to standard output.
    """
    messages = _read(inputs, files, output)
    telegrams = list(_joined(messages))
    status = 0
    for _, joined in telegrams:
        status = max(status, _report(messages, joined, aside))
    if folder is not None:
        _write(inputs, telegrams, folder, output, force=force)
    elif form == "json":
        indent = 2 if len(telegrams) == 1 else None
        for _, joined in telegrams:
            document = joined.to_dict()
            output.raw(json.dumps(document, ensure_ascii=False, indent=indent) + "\n")
    else:
        sys.stdout.flush()
        for _, joined in telegrams:
            data = bytes(joined.message)
            sys.stdout.buffer.write(data if data.endswith(_LINE_ENDS) else data + b"\n")
        sys.stdout.buffer.flush()
    return status


def _read(inputs: Inputs, files: Sequence[File], output: Output) -> dict[int, Message]:
    """The messages of all files by the identity of their telegrams; empty files have none."""
    found: dict[int, Message] = {}
    with Progress(output, "Reading", [file.size for file in files]) as progress:
        for file in files:
            for message in inputs.messages(file):
                if message.telegram.source.text.strip():
                    found[id(message.telegram)] = message
                progress.advance(message.size)
            progress.advance(0, done=True)
    return found


def _joined(messages: dict[int, Message]) -> Iterator[tuple[Message, Joined]]:
    """Every telegram, and its first message under the number that it has in the output."""
    groups = group_sections(message.telegram for message in messages.values())
    for number, group in enumerate(groups, 1):
        joined = join_sections(group)
        # What is no section stays as it is, page lines and all.
        whole = joined.parts[0] if _untouched(joined) else joined.message
        first = messages[id(joined.parts[0])]
        yield (
            evolve(first, number=number, telegram=whole),
            evolve(joined, message=whole) if whole is not joined.message else joined,
        )


def _untouched(joined: Joined) -> bool:
    return joined.total is None and len(joined.given) == 1 and not joined.missing


def _report(messages: dict[int, Message], joined: Joined, aside: Output) -> int:
    """Write what is wrong with the sections of a telegram; 1 where that is an error."""
    writer = forms.writer("text", aside)
    for index, given in enumerate(joined.given):
        found = tuple(diagnostic for at, diagnostic in joined.findings if at == index)
        if found:
            writer.add(messages[id(given)], Report(given.source, found))
    writer.finish()
    return int(not joined.complete)


def _write(
    inputs: Inputs,
    telegrams: Sequence[tuple[Message, Joined]],
    folder: Path,
    output: Output,
    *,
    force: bool,
) -> None:
    """Write every telegram into a folder; stop at a file already there, unless forced."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        inputs.complain(str(folder), error)
        return
    for message, joined in telegrams:
        path = folder / f"{stem(message)}.txt"
        try:
            with path.open("wb" if force else "xb") as stream:
                stream.write(bytes(joined.message))
        except FileExistsError:
            inputs.complain(str(path), "is there already; --force overwrites")
            return
        except OSError as error:
            inputs.complain(str(path), error)
            return
        parts = len(joined.parts)
        said = f" ({words.count(parts, 'section')})" if joined.parts[0].section else ""
        output.line(plain(f"{path}{said}"))

"""``telegram check --fix``: messages mended in place, in their encoding, other bytes as they were.

Fixes that overlap wait for the next round, so that each is worked out on the text that it will
change.

Here: bytes to bytes, and the safe replacement of a file. Elsewhere: what a fix is
(`telegram.diagnostics`).
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from telegram import parse
from telegram.cli.inputs import File, Inputs
from telegram.diagnostics import Report
from telegram.model import Telegram
from telegram.source import Source

_ROUNDS = 10
"""Rounds after which fixes that undo each other are given up."""

Judge = Callable[[Telegram], Report]


@frozen
class Fixed:
    """The bytes of a file after mending, and how many fixes were applied."""

    data: bytes
    count: int


def fix_bytes(inputs: Inputs, file: File, data: bytes, judge: Judge, *, unsafe: bool) -> Fixed:
    """The bytes with the fixes that `judge` offers applied."""
    parts: list[bytes] = []
    at = count = 0
    for message in inputs.messages(file, data):
        original = bytes(message.telegram)
        mended, fixes = _mended(inputs, message.telegram, judge, unsafe=unsafe)
        parts.append(mended)
        at += len(original)
        count += fixes
    parts.append(data[at:])
    return Fixed(b"".join(parts), count)


def _mended(inputs: Inputs, telegram: Telegram, judge: Judge, *, unsafe: bool) -> tuple[bytes, int]:
    """The bytes of a telegram after mending, and how many fixes that took."""
    mended, count = telegram, 0
    report = judge(telegram)
    for _ in range(_ROUNDS):
        fixes = report.fixes(unsafe=unsafe)
        source = Source(report.fixed(unsafe=unsafe), encoding=mended.source.encoding)
        if not fixes or source.text == mended.source.text:
            break
        try:
            bytes(source)
        except UnicodeEncodeError:
            # The file's encoding lacks a character of the mended text: leave the message as it is.
            break
        # The dialect stays: what was recognised before the mending is what was mended.
        mended = parse(source, dialect=telegram.dialect or inputs.dialect, pivot=inputs.pivot)
        report = judge(mended)
        count += max(len(fixes) - len(report.fixes(unsafe=unsafe)), 1)
    return bytes(mended), count


def rewrite(file: File, before: bytes, after: bytes) -> None:
    """Put mended bytes where they belong: into the file, or on standard output for standard input.

    The file is replaced whole, so that a crash leaves the old one or the new one. Raises OSError
    where that fails.
    """
    if file.path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(after)
        sys.stdout.buffer.flush()
    elif after != before:
        _replace(Path(os.path.realpath(file.path)), after)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        shutil.copymode(path, name)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise

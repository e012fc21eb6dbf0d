"""From the paths of a call to messages: files, folders, standard input.

What cannot be read is one line on standard error; the other files are read all the same, and the
exit status is 2.

Here: `File`, `Message`, `Inputs`. Elsewhere: where one message ends and the next begins
(`telegram.framing`).
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from io import BytesIO
from pathlib import Path

from attrs import define, field, frozen

from telegram import parse, read
from telegram.model import Telegram
from telegram.source import line_bounds

STANDARD_INPUT = "-"


@frozen
class File:
    """One thing to read.

    :ivar path: where it is; None for standard input.
    :ivar size: its bytes, as far as known before reading.
    """

    path: Path | None
    size: int = 0

    @property
    def name(self) -> str:
        """What people are shown."""
        return "<stdin>" if self.path is None else str(self.path)


@frozen
class Message:
    """A telegram and its place in a file.

    :ivar number: its place among the messages of the file, from one.
    :ivar start: bytes before it.
    :ivar characters: characters before it.
    :ivar lines: lines before it.
    """

    file: File
    number: int
    telegram: Telegram
    start: int = 0
    characters: int = 0
    lines: int = 0

    @property
    def size(self) -> int:
        """Its bytes."""
        return len(bytes(self.telegram))


@define
class Inputs:
    """The files of a call, and what went wrong with them.

    :ivar dialect: the dialect to read in, or ``auto``.
    :ivar pivot: the first of the hundred years in which two-digit years are placed.
    :ivar failed: whether anything could not be read.
    """

    dialect: str = "auto"
    pivot: int = 1969
    failed: bool = field(default=False, init=False)

    def complain(self, about: str, reason: str | OSError) -> None:
        """Say on standard error what cannot be read or written, and why, in one line."""
        if isinstance(reason, OSError):
            reason = reason.strerror or str(reason)
        print(f"telegram: {about}: {reason}", file=sys.stderr)
        self.failed = True

    def files(self, paths: Sequence[str], patterns: Sequence[str]) -> list[File]:
        """The files that the paths name; of a folder, at any depth, those that fit a pattern."""
        found: list[File] = []
        for path in paths or (STANDARD_INPUT,):
            if path == STANDARD_INPUT:
                found.append(File(None))
                continue
            try:
                status = os.stat(path)
            except OSError as error:
                self.complain(path, error)
                continue
            except ValueError as error:  # a zero byte in the name
                self.complain(path, str(error))
                continue
            if not stat.S_ISDIR(status.st_mode):
                found.append(File(Path(path), status.st_size))
                continue
            inside = list(self._within(path, patterns))
            if not inside:
                fits = " or ".join(patterns)
                self.complain(path, f"no file in this folder is named {fits} (see --glob)")
            found += inside
        return found

    def _within(self, folder: str, patterns: Iterable[str]) -> Iterator[File]:
        def unreadable(error: OSError) -> None:
            self.complain(error.filename or folder, error)

        lowered = [pattern.lower() for pattern in patterns]
        for parent, folders, names in os.walk(folder, onerror=unreadable):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                hidden = name.startswith(".")
                if not hidden and any(fnmatchcase(name.lower(), fits) for fits in lowered):
                    path = Path(parent, name)
                    yield File(path, path.stat().st_size if path.exists() else 0)

    def read(self, file: File) -> bytes | None:
        """All bytes of a file; None, with a complaint, where it cannot be read."""
        try:
            return _standard_input().read() if file.path is None else file.path.read_bytes()
        except OSError as error:
            self.complain(file.name, error)
            return None

    def messages(self, file: File, data: bytes | None = None) -> Iterator[Message]:
        """Every message of a file, lazily; of one without any, its emptiness as a message.

        With `data`, these bytes are read in place of the file's.
        """
        if data is not None:
            source: str | BytesIO = BytesIO(data)
            found = read(source, dialect=self.dialect, pivot=self.pivot)
        elif file.path is None:
            found = read(_standard_input(), dialect=self.dialect, pivot=self.pivot)
        else:
            found = read(file.path, dialect=self.dialect, pivot=self.pivot)
        number = start = characters = lines = 0
        while True:
            # Only the reading is guarded: an error of whoever uses the message is not the file's.
            try:
                telegram = next(found, None)
            except OSError as error:
                self.complain(file.name, error)
                return
            if telegram is None:
                break
            number += 1
            yield Message(file, number, telegram, start, characters, lines)
            start += len(bytes(telegram))
            characters += len(telegram.source.text)
            lines += sum(1 for _ in line_bounds(telegram.source.text))
        if number == 0:
            yield Message(file, 1, parse("", dialect=self.dialect, pivot=self.pivot))


def _standard_input() -> "BytesIO":
    if sys.stdin.isatty():
        print(
            "telegram: reading from the terminal; end with Ctrl-D (Ctrl-Z on Windows)",
            file=sys.stderr,
        )
    return sys.stdin.buffer  # type: ignore[return-value]

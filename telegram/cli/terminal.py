"""What people see: lines on standard output, with colours on a terminal, and a progress bar.

A line is a sequence of pieces, each a text and a style. Where colours are off, the pieces are
written as they are and rich is not loaded: output for pipes is plain, never wrapped, and cheap.

Here: `Output` and `Progress`. Elsewhere: what is written.
"""

import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as RichProgress

Piece = tuple[str, str]
"""A text and its style, such as ``bold``; the style may be empty."""

SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold blue"}

_USUAL, _NARROWEST = 80, 40
"""Columns of a terminal that does not say, and the fewest that prose is wrapped to."""
_LEAST_ROOM = 14
_LONG_WORK = 2_000_000
"""Bytes of input from which a bar is shown."""
_MANY_FILES = 50
_MOST_HELD = 200
"""Lines that wait for the end of a file while a bar is shown."""


class Output:
    """Lines for people, on standard output or another stream.

    :ivar width: columns to which prose is wrapped; None where nothing is.
    """

    def __init__(self, color: str = "auto", stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        self._terminal = self._stream.isatty()
        columns = shutil.get_terminal_size((_USUAL, 24)).columns
        self.width: int | None = max(columns, _NARROWEST) if self._terminal else None
        self._console = _console(color, self._stream)
        self._held: list[Sequence[Piece]] | None = None

    @property
    def terminal(self) -> bool:
        """Whether a person is looking."""
        return self._terminal

    def line(self, *pieces: Piece | str) -> None:
        """Write one line."""
        parts = [(piece, "") if isinstance(piece, str) else piece for piece in pieces]
        if self._held is not None:
            self._held.append(parts)
        else:
            self._write(parts)

    def _write(self, pieces: Sequence[Piece]) -> None:
        if self._console is None:
            self._stream.write("".join(text for text, _ in pieces).rstrip(" ") + "\n")
            return
        from rich.text import Text

        text = Text.assemble(*pieces)
        text.rstrip()
        self._console.print(text, soft_wrap=True)

    def hold(self) -> None:
        """Keep lines back, so that they do not run into a progress bar."""
        self._held = []

    @property
    def held(self) -> int:
        """How many lines are waiting."""
        return len(self._held or ())

    def release(self) -> None:
        """Write the lines kept back, and go on keeping."""
        held, self._held = self._held or [], None
        for pieces in held:
            self._write(pieces)
        self._held = []

    def free(self) -> None:
        """Write the lines kept back, and keep no more."""
        self.release()
        self._held = None

    def raw(self, text: str) -> None:
        """Write a text as it is: documents for programs."""
        self._stream.write(text)

    def wrapped(self, text: str, indent: int) -> list[str]:
        """Prose cut to the width that is left after an indentation; words are never cut."""
        if self.width is None:
            return [text]
        room = max(self.width - indent, _LEAST_ROOM)
        return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False) or [""]


def _console(color: str, stream: TextIO) -> "Console | None":
    environment = os.environ
    if color == "auto":
        forced = environment.get("FORCE_COLOR", "") != ""
        wanted = (stream.isatty() or forced) and not environment.get("NO_COLOR")
    else:
        wanted = color == "always"
    if not wanted:
        return None
    from rich.console import Console

    always = True if color == "always" else None
    # NO_COLOR yields to an explicit --color always.
    return Console(file=stream, force_terminal=always, no_color=False, highlight=False, emoji=False)


def plain(text: str) -> str:
    """A line that is safe on a terminal: controls as ``?``, invisible signs left out; tabs stay."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == "\t" or character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return "?" if category in ("Cc", "Cs") else character


class Progress:
    """A bar on standard error, where that is a terminal and the work is long; else nothing.

    On the same terminal as the output, lines are held until a file is done or many wait.
    """

    def __init__(
        self, output: Output, what: str, sizes: Sequence[int], *, long: bool | None = None
    ) -> None:
        self._output = output
        self._what = what
        self._total = sum(sizes)
        if long is None:
            long = self._total > _LONG_WORK or len(sizes) > _MANY_FILES
        self._bar: RichProgress | None = None
        self._wanted = long and sys.stderr.isatty()

    def __enter__(self) -> "Progress":
        if self._wanted:
            from rich.console import Console
            from rich.progress import Progress as RichProgress

            self._bar = RichProgress(console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(self._what, total=self._total)
            self._bar.start()
            if self._output.terminal:
                self._output.hold()
        return self

    def advance(self, size: int, *, done: bool = False) -> None:
        """So many more bytes are read; `done` at the end of a file."""
        if self._bar is None:
            return
        if self._output.held > (0 if done else _MOST_HELD):
            self._bar.stop()
            self._output.release()
            self._bar.start()
        self._bar.advance(self._task, size)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._output.free()

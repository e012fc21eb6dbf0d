"""The command line: ``telegram show``, ``check``, ``explain``, ``generate`` and others.

The shell around the library: files and standard input, exit statuses, colours, progress. It needs
click and rich, which the extra ``cli`` brings; the library itself needs neither.

Here: `main`, the entry point. Elsewhere: the commands and their options (`commands`,
`options`, `generate`), one module for what each of them does.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

__all__ = ["main"]

_NEEDED = ("click", "rich")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status.

    :Errors: SystemExit always: 0 clean, 1 problems found, 2 wrong call or unreadable file.
    """
    try:
        import click  # noqa: F401
        import rich  # noqa: F401
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        print(
            "telegram: the command line needs click and rich; install autodin-telegram[cli]",
            file=sys.stderr,
        )
        raise SystemExit(2) from None
    from telegram.cli.program import program

    try:
        program.main(args=arguments, prog_name="telegram")
    except OSError as error:  # of reading, each file's own error is said where it is read
        _abandon()
        where = error.filename or "standard output"
        print(f"telegram: {where}: {error.strerror or error}", file=sys.stderr)
        raise SystemExit(2) from None


def _abandon() -> None:
    """Give up standard output, so that what waits to be written is not tried again on leaving."""
    with suppress(OSError, ValueError):  # it may be no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

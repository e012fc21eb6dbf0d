"""The command line: ``telegram show``, ``check``, ``explain``, ``generate`` and others.

The shell around the library: files and standard input, exit statuses, colours, progress. It needs
click and rich, which the extra ``cli`` brings; the library itself needs neither.

Here: `main`, the entry point. Elsewhere: the commands and their options (`commands`,
`options`, `generate`), one module for what each of them does.
"""

import sys
from collections.abc import Sequence

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

    program.main(args=arguments, prog_name="telegram")

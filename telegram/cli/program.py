"""The program ``telegram``: the group of all commands.

Here: what holds for every command. Elsewhere: the commands and their options
(`telegram.cli.commands`, `telegram.cli.generate`).
"""

import sys

import click

from telegram.cli.commands import cutting, judging, looking, writing
from telegram.cli.generate import generate

_COMMANDS = (
    looking.show,
    judging.check,
    writing.format_command,
    writing.convert,
    looking.explain,
    cutting.join,
    cutting.split,
    judging.repair,
    looking.circuit,
    generate,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="autodin-telegram", prog_name="telegram")
def program() -> None:
    """Read, check, write, refile, cut and join AUTODIN-style telegrams.

    Exit status: 0 clean, 1 problems found, 2 wrong call or unreadable file.

    Example: telegram show 08sansalvador1029.txt
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


for _command in _COMMANDS:
    program.add_command(_command)

"""Options that several commands share: which messages are read, how, and where others go.

A command that reads messages takes `messages` and `reading`, receives what the call asks for as
`Asked`, and hands that to `opened`::

    @click.command()
    @options.messages
    @click.option("--wire", is_flag=True)
    @options.reading
    def count(wire: bool, **asked: Unpack[Asked]) -> None:
        inputs, files = opened(asked)

Options stand in the help in the order of the decorators.

Here: the options, each declared once, `opened` and `leave`. Elsewhere: the commands
(`telegram.cli.commands`); what reads the files (`telegram.cli.inputs`).
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypedDict, TypeVar

import click

from telegram.cli.inputs import File, Inputs
from telegram.dialects import dialects

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Option = Callable[[_Command], _Command]

WRONG = 2
"""The exit status of a wrong call, and of a file that cannot be read or written."""


class Asked(TypedDict):
    """What a call asks to be read, and how."""

    paths: tuple[str, ...]
    patterns: tuple[str, ...]
    dialect: str
    pivot: int


def opened(asked: Asked) -> tuple[Inputs, list[File]]:
    """The files of a call, and the inputs that read them."""
    inputs = Inputs(asked["dialect"], asked["pivot"])
    return inputs, inputs.files(asked["paths"], asked["patterns"])


def leave(inputs: Inputs, status: int) -> NoReturn:
    """Leave with an exit status; what could not be read outweighs what was found."""
    sys.stdout.flush()
    raise click.exceptions.Exit(WRONG if inputs.failed else status)


def messages(command: _Command) -> _Command:
    """The files and folders to read."""
    command = click.option(
        "--glob",
        "patterns",
        multiple=True,
        default=("*.txt",),
        show_default=True,
        metavar="PATTERN",
        help="Which files of a folder to read, at any depth; may be repeated.",
    )(command)
    return click.argument("paths", nargs=-1, metavar="[PATHS]...")(command)


def reading(command: _Command) -> _Command:
    """How the messages are read."""
    command = click.option(
        "--pivot",
        type=click.IntRange(1800, 2100),
        default=1969,
        show_default=True,
        metavar="YEAR",
        help="First of the hundred years in which two-digit years are placed.",
    )(command)
    return click.option(
        "--dialect",
        type=click.Choice(["auto", *(record.name for record in dialects())]),
        default="auto",
        show_default=True,
        help="Procedure to read the messages by.",
    )(command)


def form(*choices: str, meaning: str) -> _Option[Any]:
    """In which form a command writes; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help=meaning,
    )


def out(meaning: str = "Write each message to a file of its own.") -> _Option[Any]:
    """The folder to write files into."""
    return click.option(
        "--out",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help=meaning,
    )


force = click.option("--force", is_flag=True, help="Overwrite files that are there already.")

transliterate = click.option(
    "--transliterate",
    is_flag=True,
    help="Write what cannot be sent as it can: capitals, no accents, words broken.",
)

color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours; auto: on a terminal, unless NO_COLOR is set.",
)

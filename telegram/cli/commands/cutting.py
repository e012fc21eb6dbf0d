"""Commands that cut and join: ``split`` a file, ``join`` the sections of a telegram."""

import sys
from pathlib import Path
from typing import Unpack

import click

from telegram.cli import options
from telegram.cli.inputs import STANDARD_INPUT, Inputs
from telegram.cli.options import Asked, leave, opened


@click.command()
@click.argument("path", metavar="[FILE]", default=STANDARD_INPUT)
@options.out("Where to write.")
@options.force
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="Only list the messages: number, first byte, bytes, dialect, DTG, from.",
)
@options.reading
@options.color
def split(
    path: str, folder: Path | None, force: bool, listing: bool, dialect: str, pivot: int, color: str
) -> None:
    """Cut a file of many telegrams into one file each, byte for byte.

    FILE may be - for standard input, which is read where no file is given. Files are named by
    number, date-time group and originator.

    Example: telegram split archive.txt --out messages
    """
    from telegram.cli.split import list_messages, split_into
    from telegram.cli.terminal import Output

    if not listing and folder is None:
        raise click.UsageError("say where to write with --out DIR, or use --list")
    inputs = Inputs(dialect, pivot)
    if path != STANDARD_INPUT and Path(path).is_dir():
        raise click.UsageError(f"{path} is a folder; name one file")
    for file in inputs.files([path], ()):
        if listing:
            list_messages(inputs, file, Output(color))
        elif folder is not None:
            split_into(inputs, file, folder, Output(color), force=force)
    leave(inputs, 0)


@click.command()
@options.messages
@options.out("Write each telegram to a file of its own.")
@options.force
@options.form(
    "text",
    "json",
    meaning="The telegrams, or JSON documents: one indented, several as JSON Lines.",
)
@options.reading
@options.color
def join(
    folder: Path | None,
    force: bool,
    form: str,
    color: str,
    **asked: Unpack[Asked],
) -> None:
    """Join the sections of telegrams, in one file or in many.

    Every telegram is written once, whole; messages that are no sections are written as they are.
    What is missing, doubled or unlike is reported on standard error. PATHS are files, folders, or -
    for standard input, which is read where no path is given.

    Example: telegram join archive/ --out whole
    """
    from telegram.cli.join import join as run
    from telegram.cli.terminal import Output

    if folder is not None and form == "json":
        raise click.UsageError("--out writes telegrams; --format json goes to standard output")
    inputs, files = opened(asked)
    aside = Output(color, sys.stderr)
    leave(inputs, run(inputs, files, Output(color), aside, form=form, folder=folder, force=force))

"""Commands that judge messages: ``check``, ``repair``."""

import sys
from typing import Unpack

import click

from telegram.cli import options
from telegram.cli.options import Asked, leave, opened


@click.command()
@options.messages
@click.option("--as-sent", is_flag=True, help="Judge as a switch would, not as a kept copy.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option(
    "--select",
    "selected",
    multiple=True,
    metavar="CODE,...",
    help="Only these codes, prefixes or names.",
)
@click.option(
    "--ignore",
    "ignored",
    multiple=True,
    metavar="CODE,...",
    help="None of these codes, prefixes or names.",
)
@click.option("--notes", is_flag=True, help="Show notes too: artefacts of how the copy was kept.")
@click.option(
    "--fix", is_flag=True, help="Apply safe fixes in place; standard input goes to standard output."
)
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix: also those that could change the meaning."
)
@options.form(
    "text",
    "json",
    "sarif",
    "github",
    meaning="For people; JSON Lines, one a message; SARIF 2.1.0; GitHub workflow commands.",
)
@options.reading
@options.color
def check(
    as_sent: bool,
    strict: bool,
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    notes: bool,
    fix: bool,
    unsafe_fixes: bool,
    form: str,
    color: str,
    **asked: Unpack[Asked],
) -> None:
    """Report what is wrong with telegrams, as a compiler would.

    Errors and warnings are shown, notes are counted (--notes shows them; so does selecting their
    codes). PATHS are files, folders, or - for standard input, which is read where no path is given.

    Example: telegram check --select TG4 --format github archive/
    """
    from telegram.cli.check import Check, chosen
    from telegram.cli.terminal import Output

    if unsafe_fixes and not fix:
        raise click.UsageError("--unsafe-fixes is of use with --fix only")
    try:
        wanted, unwanted = chosen(selected), chosen(ignored)
    except LookupError as error:
        raise click.UsageError(str(error)) from None
    inputs, files = opened(asked)
    # Where mended text goes to standard output, findings must not.
    aside = sys.stderr if fix and any(file.path is None for file in files) else None
    work = Check(
        inputs,
        Output(color, aside),
        form=form,
        as_sent=as_sent,
        strict=strict,
        select=wanted,
        ignore=unwanted,
        notes=notes,
        fix=fix,
        unsafe=unsafe_fixes,
    )
    leave(inputs, work.run(files))


@click.command()
@options.messages
@click.option("--all", "every", is_flag=True, help="List every repair, not the best of each place.")
@click.option(
    "--apply", "applied", is_flag=True, help="Write the messages, repaired, to standard output."
)
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    metavar="CONFIDENCE",
    help="With --apply: leave out repairs of a lower confidence.",
)
@options.reading
@options.color
def repair(
    every: bool,
    applied: bool,
    least: float,
    color: str,
    **asked: Unpack[Asked],
) -> None:
    """Say what garbled headings probably said, and why.

    PATHS are files, folders, or - for standard input, which is read where no path is given. Nothing
    is changed: --apply writes the repaired messages to standard output.

    Example: telegram repair garbled.txt
    """
    from telegram.cli.repairing import list_repairs, write_repaired
    from telegram.cli.terminal import Output

    inputs, files = opened(asked)
    if applied:
        write_repaired(inputs, files, least)
        leave(inputs, 0)
    leave(inputs, int(list_repairs(inputs, files, Output(color), every=every)))

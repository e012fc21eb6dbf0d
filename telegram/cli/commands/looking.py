"""Commands that only look: ``show``, ``explain``, ``circuit``."""

from typing import Unpack

import click

from telegram.cli import options
from telegram.cli.inputs import Inputs
from telegram.cli.options import Asked, leave, opened


@click.command()
@options.messages
@options.form(
    "text",
    "json",
    meaning="For people, or the JSON document: one message indented, several as JSON Lines.",
)
@click.option(
    "--text/--no-text", "with_text", default=True, help="Whether to show the text of the message."
)
@click.option("--as-written", is_flag=True, help="Show the text as it was written, not decoded.")
@click.option(
    "--field",
    "fields",
    metavar="PATH",
    multiple=True,
    help="Print only this member of the JSON document, a value a line: text.tags, action.name.",
)
@options.reading
@options.color
def show(
    form: str,
    with_text: bool,
    as_written: bool,
    fields: tuple[str, ...],
    color: str,
    **asked: Unpack[Asked],
) -> None:
    """Show telegrams decoded line by line, and their texts.

    PATHS are files, folders, or - for standard input, which is read where no path is given.

    Example: telegram show --no-text message.txt
    """
    from telegram.cli.fields import WrongPath, show_fields
    from telegram.cli.show import show as run
    from telegram.cli.terminal import Output

    inputs, files = opened(asked)
    if fields:
        try:
            leave(inputs, show_fields(inputs, files, Output(color), fields))
        except WrongPath as error:
            raise click.UsageError(str(error)) from None
    status = run(
        inputs, files, Output(color), form=form, with_text=with_text, as_written=as_written
    )
    leave(inputs, status)


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@options.color
def explain(codes: tuple[str, ...], color: str) -> None:
    """Explain diagnostics by code or name, or list them all.

    Example: telegram explain TG403
    """
    from telegram.cli.explain import explain as run
    from telegram.cli.terminal import Output

    inputs = Inputs()
    run(inputs, codes, Output(color))
    leave(inputs, 0)


@click.command()
@options.messages
@options.form(
    "text",
    "json",
    meaning="A line a message and a summary, or the whole log as JSON.",
)
@options.reading
@options.color
def circuit(
    form: str,
    color: str,
    **asked: Unpack[Asked],
) -> None:
    """Log what came over a circuit: numbers, copies, sections.

    Every message is a line: place in the log, channel number, filing time, date-time group,
    originator, and what it is to those before it. Numbers that did not come are summed up. PATHS
    are files, folders, or - for standard input, which is read where no path is given.

    Example: telegram circuit archive.txt
    """
    from telegram.cli.circuit import circuit as run
    from telegram.cli.terminal import Output

    inputs, files = opened(asked)
    leave(inputs, run(inputs, files, Output(color), form=form))

"""Commands that write messages anew: ``format``, ``convert``."""

from pathlib import Path
from typing import Any, Literal, Unpack

import click

from telegram.cli import options
from telegram.cli.options import Asked, leave, opened
from telegram.dialects import written_dialects


@click.command("format")
@options.messages
@click.option(
    "--code",
    type=click.Choice(["ita2", "ia5"]),
    help="Characters of the circuit: teletype, or ASCII; else as the message says.",
)
@options.transliterate
@click.option("--sections", is_flag=True, help="Cut a text of more than five pages into messages.")
@click.option("--wire", is_flag=True, help="CR CR LF and fillers, as on a circuit.")
@options.reading
def format_command(
    code: Literal["ita2", "ia5"] | None,
    transliterate: bool,
    sections: bool,
    wire: bool,
    **asked: Unpack[Asked],
) -> None:
    """Write telegrams anew, canonical and well formed.

    PATHS are files, folders, or - for standard input, which is read where no path is given. A
    message that cannot be written is left out, and standard error says what stands in the way.

    Example: telegram format --transliterate message.txt
    """
    from telegram.cli.format import write_canonical

    inputs, files = opened(asked)
    status = write_canonical(
        inputs, files, code=code, transliterate=transliterate, wire=wire, sections=sections
    )
    leave(inputs, status)


@click.command()
@options.messages
@click.option(
    "--to",
    required=True,
    type=click.Choice([*(record.name for record in written_dialects()), "email"]),
    help="Procedure to write the messages in; email: as mail (RFC 6477).",
)
@click.option(
    "--from",
    "source",
    type=click.Choice(["telegrams", "email"]),
    default="telegrams",
    show_default=True,
    help="What is read; email: each file is a mail.",
)
@click.option("--station", metavar="RI", help="Calling station (FL3).")
@click.option("--serial", metavar="DIGITS", help="Its serial number.")
@click.option("--filed", metavar="TIME", help="Filing time: 0731545, or 22/1856Z.")
@click.option(
    "--called", multiple=True, metavar="RI", help="A station called (FL2); may be repeated."
)
@click.option("--channel", metavar="FL1", help="Transmission identification: VZCZCXYZ0020.")
@click.option("--classification", metavar="LEVEL", help="Level or letter, where nothing tells it.")
@click.option("--precedence", metavar="WORD", help="Precedence of a mail that names none.")
@click.option("--lmf", metavar="PAIR", help="Language and media format (JANAP 128).  [default: TT]")
@click.option("--content", metavar="CODE", help="Content indicator (JANAP 128).  [default: ZYUW]")
@click.option(
    "--banner/--no-banner",
    default=True,
    help="Whether a print layout opens with banner and precedence word.",
)
@options.transliterate
@click.option(
    "--domain",
    default="invalid",
    show_default=True,
    metavar="NAME",
    help="Domain of the addresses of a mail.",
)
@options.out()
@options.force
@options.reading
def convert(
    to: str,
    source: str,
    folder: Path | None,
    force: bool,
    domain: str,
    precedence: str | None,
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    dialect: str,
    pivot: int,
    **given: Any,
) -> None:
    """Refile telegrams in another procedure, or as mail, and back.

    Standard error says what was lost, derived or filled in, and what cannot be refiled. PATHS are
    files, folders, or - for standard input, which is read where no path is given.

    Example: telegram convert --to janap128 message.txt
    """
    from telegram.cli.convert import Refiling
    from telegram.converting.mail_fields import check_domain
    from telegram.diagnostics import FieldError

    if precedence is not None and source != "email":
        raise click.UsageError("--precedence is of use with --from email only")
    if to == "email":
        if source == "email":
            raise click.UsageError("--to email writes telegrams as mail; --from email reads mail")
        if any(given[name] for name in given if name not in ("banner", "transliterate")):
            raise click.UsageError("mail has no place for what these options supply")
        given = {"domain": domain}
    elif source == "email":
        given["precedence"] = precedence
    inputs, files = opened(Asked(paths=paths, patterns=patterns, dialect=dialect, pivot=pivot))
    try:
        check_domain(domain)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        work = Refiling(inputs, to, source == "email", folder, force, given)
        leave(inputs, work.run(files))
    except FieldError as error:
        raise click.UsageError(str(error)) from None

"""The commands of ``telegram`` and their options; each hands over to a module of its own.

Modules are imported inside the commands, so that ``--help`` and a wrong call cost little.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeVar

import click

from telegram.cli.generate import generate
from telegram.cli.inputs import Inputs
from telegram.dialects import dialects

_Command = TypeVar("_Command", bound=Callable[..., Any])
_WRONG = 2

_paths = click.argument("paths", nargs=-1, metavar="[PATHS]...")
_glob = click.option(
    "--glob",
    "patterns",
    multiple=True,
    default=("*.txt",),
    show_default=True,
    metavar="PATTERN",
    help="Which files of a folder to read, at any depth; may be repeated.",
)


def _reading(command: _Command) -> _Command:
    """The options that say how messages are read."""
    names = ["auto", *(record.name for record in dialects())]
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
        type=click.Choice(names),
        default="auto",
        show_default=True,
        help="Procedure to read the messages by.",
    )(command)


_color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours; auto: on a terminal, unless NO_COLOR is set.",
)


def _leave(inputs: Inputs, status: int) -> NoReturn:
    """Leave with an exit status; what could not be read outweighs what was found."""
    sys.stdout.flush()
    raise click.exceptions.Exit(_WRONG if inputs.failed else status)


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


@program.command()
@_paths
@_glob
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or the JSON document: one message indented, several as JSON Lines.",
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
@_reading
@_color
def show(
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    form: str,
    with_text: bool,
    as_written: bool,
    fields: tuple[str, ...],
    dialect: str,
    pivot: int,
    color: str,
) -> None:
    """Show telegrams decoded, line by line, and their texts laid out to be read.

    PATHS are files, folders, or - for standard input, which is read where no path is given.

    Example: telegram show --no-text message.txt
    """
    from telegram.cli.fields import WrongPath, show_fields
    from telegram.cli.show import show as run
    from telegram.cli.terminal import Output

    inputs = Inputs(dialect, pivot)
    files = inputs.files(paths, patterns)
    if fields:
        try:
            _leave(inputs, show_fields(inputs, files, Output(color), fields))
        except WrongPath as error:
            raise click.UsageError(str(error)) from None
    status = run(
        inputs, files, Output(color), form=form, with_text=with_text, as_written=as_written
    )
    _leave(inputs, status)


@program.command()
@_paths
@_glob
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
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="For people; JSON Lines, one a message; SARIF 2.1.0; GitHub workflow commands.",
)
@_reading
@_color
def check(
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    as_sent: bool,
    strict: bool,
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    notes: bool,
    fix: bool,
    unsafe_fixes: bool,
    form: str,
    dialect: str,
    pivot: int,
    color: str,
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
    inputs = Inputs(dialect, pivot)
    files = inputs.files(paths, patterns)
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
    _leave(inputs, work.run(files))


@program.command("format")
@_paths
@_glob
@click.option(
    "--code",
    type=click.Choice(["ita2", "ia5"]),
    help="Characters of the circuit: teletype, or ASCII; else as the message says.",
)
@click.option(
    "--transliterate",
    is_flag=True,
    help="Write what cannot be sent as it can: capitals, no accents, words broken.",
)
@click.option("--sections", is_flag=True, help="Cut a text of more than five pages into messages.")
@click.option("--wire", is_flag=True, help="CR CR LF and fillers, as on a circuit.")
@_reading
def format_command(
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    code: Literal["ita2", "ia5"] | None,
    transliterate: bool,
    sections: bool,
    wire: bool,
    dialect: str,
    pivot: int,
) -> None:
    """Write telegrams anew, canonical and well formed.

    PATHS are files, folders, or - for standard input, which is read where no path is given. A
    message that cannot be written is left out, and standard error says what stands in the way.

    Example: telegram format --transliterate message.txt
    """
    from telegram.cli.format import write_canonical

    inputs = Inputs(dialect, pivot)
    files = inputs.files(paths, patterns)
    status = write_canonical(
        inputs, files, code=code, transliterate=transliterate, wire=wire, sections=sections
    )
    _leave(inputs, status)


@program.command()
@_paths
@_glob
@click.option(
    "--to",
    required=True,
    type=click.Choice([*(record.name for record in dialects() if record.written), "email"]),
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
@click.option(
    "--transliterate",
    is_flag=True,
    help="Write what cannot be sent as it can: capitals, no accents, words broken.",
)
@click.option(
    "--domain",
    default="invalid",
    show_default=True,
    metavar="NAME",
    help="Domain of the addresses of a mail.",
)
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write each message to a file of its own.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there already.")
@_reading
def convert(
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    to: str,
    source: str,
    folder: Path | None,
    force: bool,
    domain: str,
    precedence: str | None,
    dialect: str,
    pivot: int,
    **given: Any,
) -> None:
    """Refile telegrams: write those of one procedure in another, or as mail, and back.

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
    inputs = Inputs(dialect, pivot)
    files = inputs.files(paths, patterns)
    try:
        check_domain(domain)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        work = Refiling(inputs, to, source == "email", folder, force, given)
        _leave(inputs, work.run(files))
    except FieldError as error:
        raise click.UsageError(str(error)) from None


@program.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@_color
def explain(codes: tuple[str, ...], color: str) -> None:
    """Explain diagnostics, by code or name; without any, list them all.

    Example: telegram explain TG403
    """
    from telegram.cli.explain import explain as run
    from telegram.cli.terminal import Output

    inputs = Inputs()
    run(inputs, codes, Output(color))
    _leave(inputs, 0)


@program.command()
@_paths
@_glob
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write each telegram to a file of its own.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there already.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The telegrams, or JSON documents: one indented, several as JSON Lines.",
)
@_reading
@_color
def join(
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    folder: Path | None,
    force: bool,
    form: str,
    dialect: str,
    pivot: int,
    color: str,
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
    inputs = Inputs(dialect, pivot)
    files = inputs.files(paths, patterns)
    aside = Output(color, sys.stderr)
    _leave(inputs, run(inputs, files, Output(color), aside, form=form, folder=folder, force=force))


@program.command()
@click.argument("path", metavar="FILE")
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where to write.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there already.")
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="Only list the messages: number, first byte, bytes, dialect, DTG, from.",
)
@_reading
@_color
def split(
    path: str, folder: Path | None, force: bool, listing: bool, dialect: str, pivot: int, color: str
) -> None:
    """Cut a file of many telegrams into one file each, byte for byte.

    FILE may be - for standard input. Files are named by number, date-time group and originator.

    Example: telegram split archive.txt --out messages
    """
    from telegram.cli.split import list_messages, split_into
    from telegram.cli.terminal import Output

    if not listing and folder is None:
        raise click.UsageError("say where to write with --out DIR, or use --list")
    inputs = Inputs(dialect, pivot)
    if path != "-" and Path(path).is_dir():
        raise click.UsageError(f"{path} is a folder; name one file")
    for file in inputs.files([path], ()):
        if listing:
            list_messages(inputs, file, Output(color))
        elif folder is not None:
            split_into(inputs, file, folder, Output(color), force=force)
    _leave(inputs, 0)


@program.command()
@_paths
@_glob
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
@_reading
@_color
def repair(
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    every: bool,
    applied: bool,
    least: float,
    dialect: str,
    pivot: int,
    color: str,
) -> None:
    """Say what garbled headings probably said, and why.

    PATHS are files, folders, or - for standard input, which is read where no path is given. Nothing
    is changed: --apply writes the repaired messages to standard output.

    Example: telegram repair garbled.txt
    """
    from telegram.cli.repairing import list_repairs, write_repaired
    from telegram.cli.terminal import Output

    inputs = Inputs(dialect, pivot)
    files = inputs.files(paths, patterns)
    if applied:
        write_repaired(inputs, files, least)
        _leave(inputs, 0)
    _leave(inputs, int(list_repairs(inputs, files, Output(color), every=every)))


@program.command()
@_paths
@_glob
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A line a message and a summary, or the whole log as JSON.",
)
@_reading
@_color
def circuit(
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    form: str,
    dialect: str,
    pivot: int,
    color: str,
) -> None:
    """Log what came over a circuit: numbers, copies, sections.

    Every message is a line: place in the log, channel number, filing time, date-time group,
    originator, and what it is to those before it. Numbers that did not come are summed up. PATHS
    are files, folders, or - for standard input, which is read where no path is given.

    Example: telegram circuit archive.txt
    """
    from telegram.cli.circuit import circuit as run
    from telegram.cli.terminal import Output

    inputs = Inputs(dialect, pivot)
    files = inputs.files(paths, patterns)
    _leave(inputs, run(inputs, files, Output(color), form=form))


program.add_command(generate)

"""``telegram generate``: messages from a seed, to standard output, a file or a folder.

Here: the options, and where messages go. Elsewhere: how they are made (`telegram.generating`),
which is imported when the command runs, so that ``--help`` costs little.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

import click
from click.core import ParameterSource

from telegram.cli import options
from telegram.dialects import made_dialects

if TYPE_CHECKING:
    from telegram.model import Telegram

_MANY = 500
"""Messages from which a bar is shown."""
_DIGITS = 4
_ANY = "any"
TEXTS = ("state", "sets", "plain", "service")
ACCOUNTED = ("gr", "grnc", _ANY)
CONTROLS = (
    *("noforn", "rel to", "specat", "specat siop-esi", "pseudo-specat", "efto", "fouo"),
    *("efto fouo", "limited official use", "sensitive", "sensitive noforn", _ANY),
)
LEVELS = ("unclassified", "confidential", "secret", "top secret", _ANY)


def _range(_: click.Context, __: click.Parameter, value: str) -> int | tuple[int, int]:
    """A count, or the lowest and the highest: ``3`` or ``1-4``."""
    first, hyphen, last = value.partition("-")
    if not first.isdecimal() or (hyphen and not last.isdecimal()):
        raise click.BadParameter(f"{value!r} is neither a count nor two with a hyphen between")
    return (int(first), int(last)) if hyphen else int(first)


def _counted(name: str, default: str, what: str) -> Callable[[Any], Any]:
    return click.option(
        name,
        callback=_range,
        default=default,
        show_default=True,
        metavar="N|LOW-HIGH",
        help=what,
    )


@click.command()
@click.option(
    "--count",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="How many messages.",
)
@click.option(
    "--seed",
    metavar="SEED",
    help="A number or a word; the same one gives the same messages. "
    "Without it, standard error says which was taken.",
)
@click.option(
    "--start",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Number of the first message among those of the seed.",
)
@click.option(
    "--dialect",
    type=click.Choice([record.name for record in made_dialects()]),
    default="acp127-us",
    show_default=True,
    help="Procedure to write in.",
)
@click.option(
    "--text",
    type=click.Choice(TEXTS),
    default="state",
    show_default=True,
    help="Format of the text.",
)
@click.option("--precedence", metavar="P", help="A prosign or a word; else as it comes.")
@click.option("--info-precedence", metavar="P", help="The same, for information addressees.")
@click.option(
    "--classification",
    type=click.Choice(LEVELS, case_sensitive=False),
    default=LEVELS[0],
    show_default=True,
    help="An exercise marking; the text says so.",
)
@click.option(
    "--control",
    type=click.Choice(CONTROLS, case_sensitive=False),
    help="A marking beside the level, in all its places; `any`: one that level, text and year "
    "allow.",
)
@click.option(
    "--accounting",
    type=click.Choice(ACCOUNTED, case_sensitive=False),
    help="FL10: with the number of the text's groups, without (`grnc`), or either.",
)
@_counted("--action", "1-3", "Action addressees.")
@_counted("--info", "0-4", "Information addressees.")
@_counted("--exempt", "0", "Exempted addressees, of a collective one.")
@_counted("--paragraphs", "2-6", "Paragraphs of the text.")
@_counted("--sentences", "1-4", "Sentences of a paragraph.")
@click.option(
    "--readdressed",
    is_flag=True,
    help="Each message sends on one that its sender received earlier.",
)
@click.option(
    "--sections",
    type=int,
    default=1,
    show_default=True,
    metavar="N",
    help="Transmissions that each telegram takes.",
)
@click.option(
    "--fault",
    metavar="CODE",
    help="Break each message so that this diagnostic must be found; `all`: COUNT of every one. "
    "Messages are of all kinds that can have it, but for --dialect and --text.",
)
@click.option("--year", type=int, metavar="YEAR", help="Of the first message; else as it comes.")
@click.option(
    "--stations",
    type=int,
    default=8,
    show_default=True,
    metavar="N",
    help="Stations that send, in turn.",
)
@options.form(
    "text",
    "json",
    meaning="The messages; or also the values that a parser should find (with --fault, the code "
    "and its place): a file beside each, or JSON Lines of source and expected.",
)
@options.out()
@click.option(
    "--one-file",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write all messages to one file.",
)
@options.force
def generate(
    count: int,
    seed: str | None,
    start: int,
    form: str,
    folder: Path | None,
    path: Path | None,
    force: bool,
    fault: str | None,
    **wishes: Any,
) -> None:
    """Make realistic, valid messages from a seed.

    They are exercise traffic: all names are invented, and EXERCISE stands in every text.

    Example: telegram generate --count 100 --seed 7 --format json --out messages
    """
    from telegram.generating import Generator

    if folder is not None and path is not None:
        raise click.UsageError("--out and --one-file exclude each other")
    if fault is not None:
        made = _broken(fault, count, start, seed)
        _write(made, start + count - 1, form, folder, path, force=force)
        return
    level = wishes.pop("classification").upper()
    for name in ("control", "accounting"):
        if wishes[name] is not None and wishes[name] != _ANY:
            wishes[name] = wishes[name].upper()
    chosen = _seed(seed)
    try:
        generator = Generator(
            seed=chosen, classification=None if level == _ANY.upper() else level, **wishes
        )
        # A wish that cannot be is seen before anything is written.
        generator.message(start)
        generator.message(start + count - 1)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if seed is None:
        _say(chosen)
    messages = _numbered(generator.messages(count, start=start), start, count, path or folder)
    plain = ((number, message, bytes(message), message.to_dict) for number, message in messages)
    _write(plain, start + count - 1, form, folder, path, force=force)


Made = tuple[int, "Telegram", bytes, Callable[[], dict[str, Any]]]
"""A number, the message, its bytes, and what is expected of a parser."""


def _broken(fault: str, count: int, start: int, seed: str | None) -> Iterator[Made]:
    """Messages with a fault; options that it cannot heed are refused."""
    from telegram.cli.faulting import broken, expected, written

    context = click.get_current_context()
    given = {
        name
        for name in context.params
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
    heeded = {"fault", "count", "start", "seed", "dialect", "text", "form", "folder", "path"}
    if other := given - heeded - {"force"}:
        named = ", ".join(f"--{name.replace('_', '-')}" for name in sorted(other))
        raise click.UsageError(f"--fault makes messages of all kinds; it takes no {named}")
    wanted = {name: context.params[name] if name in given else None for name in ("dialect", "text")}
    chosen = _seed(seed)
    said = seed is not None
    for number, one in broken(fault, count, start, chosen, **wanted):
        if not said:
            _say(chosen)
            said = True
        yield number, one.original, written(one), partial(expected, one)


def _write(
    made: Iterator[Made],
    last: int,
    form: str,
    folder: Path | None,
    path: Path | None,
    *,
    force: bool,
) -> None:
    """Every message to its own file, or all to one stream."""
    try:
        if folder is not None:
            _each(made, folder, form, max(_DIGITS, len(str(last))), force=force)
            return
        with _stream(path, force=force) as stream:
            for _, _, source, expected in made:
                stream.write(source if form == "text" else _line(source, expected()))
    except FileExistsError as error:
        _refuse(error, "is there already; --force overwrites")
    except BrokenPipeError:
        raise
    except OSError as error:
        _refuse(error, error)


def _refuse(error: OSError, why: str | OSError) -> NoReturn:
    """Say which file cannot be written and leave."""
    from telegram.cli.inputs import Inputs

    Inputs().complain(str(error.filename or "standard output"), why)
    raise click.exceptions.Exit(options.WRONG)


def _seed(written: str | None) -> int | str:
    """The seed that was given, as a number where it is one; or another at each call."""
    if written is not None:
        return int(written) if written.isdecimal() and written.isascii() else written
    from random import SystemRandom

    return SystemRandom().getrandbits(32)


def _say(chosen: int | str) -> None:
    """Say which seed was taken, so that the messages can be made again."""
    click.echo(f"seed {chosen}", err=True)


def _numbered(
    messages: "Iterator[Telegram]", start: int, count: int, kept: Path | None
) -> "Iterator[tuple[int, Telegram]]":
    """The messages with their numbers, and a bar where many go to files."""
    from telegram.cli.terminal import Output, Progress

    output = Output("never")
    long = count >= _MANY and (kept is not None or not output.terminal)
    with Progress(output, "Generating", [count], long=long) as progress:
        for number, message in enumerate(messages, start):
            yield number, message
            progress.advance(1)


@contextmanager
def _stream(path: Path | None, *, force: bool) -> Iterator[BinaryIO]:
    if path is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with path.open("wb" if force else "xb") as stream:
        yield stream


def _each(made: Iterator[Made], folder: Path, form: str, digits: int, *, force: bool) -> None:
    """Every message in a file of its own, with what is expected of a parser beside it."""
    from telegram.cli.split import name

    folder.mkdir(parents=True, exist_ok=True)
    mode = "wb" if force else "xb"
    for number, message, source, expected in made:
        stem = name(number, message, digits)
        with (folder / f"{stem}.txt").open(mode) as stream:
            stream.write(source)
        if form == "json":
            document = json.dumps(expected(), ensure_ascii=False, indent=2)
            with (folder / f"{stem}.json").open(mode) as stream:
                stream.write(document.encode("utf-8") + b"\n")


def _line(source: bytes, expected: dict[str, Any]) -> bytes:
    """A message and what is expected of a parser, as a line of JSON.

    Bytes that are no UTF-8 stand as Windows-1252 reads them.
    """
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        text = source.decode("cp1252")
    document = {"source": text, "expected": expected}
    return json.dumps(document, ensure_ascii=False).encode("utf-8") + b"\n"

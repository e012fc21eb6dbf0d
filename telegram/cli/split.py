"""``telegram split``: a file of many messages cut into one file each, byte for byte.

Here: the names of the files, the listing. Elsewhere: where to cut (`telegram.framing`).
"""

from pathlib import Path

from telegram.cli import words
from telegram.cli.inputs import File, Inputs, Message
from telegram.cli.terminal import Output, Progress, plain
from telegram.model import Telegram

_LONGEST_NAME = 60
"""Characters of an originator that a file name keeps, so that no file system refuses it."""


def split_into(inputs: Inputs, file: File, folder: Path, output: Output, *, force: bool) -> None:
    """Write every message of a file into a folder; stop at a file already there, unless forced."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        inputs.complain(str(folder), error)
        return
    suffix = file.path.suffix if file.path is not None and file.path.suffix else ".txt"
    written = 0
    with Progress(output, "Splitting", [file.size]) as progress:
        for message in inputs.messages(file):
            path = folder / f"{stem(message)}{suffix}"
            data = bytes(message.telegram)
            if file.path is not None and path.exists() and path.samefile(file.path):
                inputs.complain(str(path), "is the file being cut")
                return
            try:
                with path.open("wb" if force else "xb") as stream:
                    stream.write(data)
            except FileExistsError:
                inputs.complain(str(path), "is there already; --force overwrites")
                return
            except OSError as error:
                inputs.complain(str(path), error)
                return
            written += 1
            progress.advance(len(data))
            output.line(plain(str(path)))
    if output.terminal:
        output.line(f"{words.count(written, 'message')} written")


def stem(message: Message) -> str:
    """The name of a message's file without suffix: number, date-time group, originator."""
    return name(message.number, message.telegram)


def name(number: int, telegram: Telegram, digits: int = 4) -> str:
    """The name of the file of a message that has a number."""
    heading = telegram.heading
    parts = [
        f"{number:0{digits}}",
        str(heading.dtg or ""),
        heading.originator.name[:_LONGEST_NAME] if heading.originator is not None else "",
    ]
    return "_".join(named for part in parts if (named := _safe(part)))


def _safe(text: str) -> str:
    """Letters, digits and single hyphens: what every file system takes.

    >>> _safe("CNO WASHINGTON DC/(N1)")
    'CNO-WASHINGTON-DC-N1'
    """
    kept = (character if character.isascii() and character.isalnum() else " " for character in text)
    return "-".join("".join(kept).split())


def list_messages(inputs: Inputs, file: File, output: Output) -> None:
    """List the messages of a file, one a line under a line of titles."""
    titles = ("number", "start", "bytes", "dialect", "precedence", "released", "from")
    output.line((_ROW.format(*titles), "bold"))
    for message in inputs.messages(file):
        telegram = message.telegram
        heading = telegram.heading
        highest = heading.precedence.highest
        row = _ROW.format(
            message.number,
            message.start,
            message.size,
            telegram.dialect or "none",
            highest.word if highest is not None else "-",
            str(heading.dtg or "-"),
            plain(heading.originator.name) if heading.originator is not None else "-",
        )
        output.line(row)


_ROW = "{:>6}  {:>10}  {:>8}  {:<10}  {:<10}  {:<17}  {}"

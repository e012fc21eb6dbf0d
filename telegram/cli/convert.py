"""``telegram convert``: messages of one procedure in another, or as mail, and back.

Messages go to standard output or to a folder. What became of each fact, and what cannot be refiled,
goes to standard error.

Here: what is read and written, and what is said. Elsewhere: the conversion
(`telegram.converting`).
"""

import sys
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from attrs import define, evolve, field

from telegram.cli.inputs import File, Inputs, Message
from telegram.cli.refusing import Refusals
from telegram.cli.split import stem
from telegram.cli.terminal import plain
from telegram.converting import MAIL, Conversion, convert, from_email
from telegram.formatting import FormatError
from telegram.model import Telegram


@define
class Refiling:
    """The messages of a call, refiled one by one.

    :ivar inputs: how messages are read.
    :ivar to: a dialect, or ``email``.
    :ivar mail: whether each file is a mail.
    :ivar folder: where each message gets a file; None: standard output.
    :ivar force: whether files are overwritten.
    :ivar given: what the caller supplies.
    """

    inputs: Inputs
    to: str
    mail: bool
    folder: Path | None
    force: bool
    given: dict[str, Any]
    _refusals: Refusals = field(init=False)
    _written: int = field(default=0, init=False)

    @_refusals.default
    def _none_yet(self) -> Refusals:
        return Refusals(transliterate=self.given.get("transliterate", False) or self.to == MAIL)

    def run(self, files: Sequence[File]) -> int:
        """Write every message; 1 where one cannot be."""
        if self.folder is not None:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self.inputs.complain(str(self.folder), error)
                return 0
        for file in files:
            conversions = self._mails(file) if self.mail else self._messages(file)
            for message, found in conversions:
                for result in found.results:
                    self._write(message, result)
        return self._refusals.close()

    def _messages(self, file: File) -> Iterator[tuple[Message, Conversion[Any]]]:
        """The messages of a file, refiled."""
        for message in self.inputs.messages(file):
            place = f"{plain(file.name)}:{message.lines + 1}"
            try:
                found: Conversion[Any] = convert(message.telegram, to=self.to, **self.given)
            except FormatError as error:
                self._refusals.add(place, error)
                continue
            self._report(place, found)
            yield message, found

    def _mails(self, file: File) -> Iterator[tuple[Message, Conversion[Any]]]:
        """The mail that a file is, as telegrams."""
        data = self.inputs.read(file)
        if data is None:
            return
        place = plain(file.name)
        try:
            found = from_email(data, dialect=self.to, **self.given)
        except FormatError as error:
            self._refusals.add(place, error)
            return
        self._report(place, found)
        yield Message(file, 1, found.result), found

    def _report(self, place: str, found: Conversion[Any]) -> None:
        for entry in found.report:
            print(f"{place}: {plain(str(entry))}", file=sys.stderr)

    def _write(self, message: Message, result: Telegram | EmailMessage) -> None:
        self._written += 1
        data = bytes(result)
        if self.folder is not None:
            suffix = ".eml" if self.to == MAIL else ".txt"
            path = self.folder / f"{stem(evolve(message, number=self._written))}{suffix}"
            try:
                with path.open("wb" if self.force else "xb") as stream:
                    stream.write(data)
            except FileExistsError:
                self.inputs.complain(str(path), "is there already; --force overwrites")
            except OSError as error:
                self.inputs.complain(str(path), error)
        elif self.to == MAIL and self._written > 1:
            # Nothing parts one mail from the next in a stream.
            place = f"{message.file.name}:{message.lines + 1}"
            self.inputs.complain(plain(place), "is a further mail; write files with --out DIR")
        else:
            sys.stdout.buffer.write(data)

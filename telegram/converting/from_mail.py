"""The telegram that a mail with the header fields of RFC 6477 stands for.

Here: `Mail`, `mail_read`, `message_from`, `field_value`. Elsewhere: values (`mail_fields`), the way
there (`to_mail`), the lines of the telegram (`procedure`).
"""

import email
from collections.abc import Iterator, Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses

from attrs import evolve, frozen

from telegram.converting import mail_fields as fields
from telegram.diagnostics import FieldError
from telegram.model import Heading, Instruction, PrecedencePair
from telegram.source import line_bounds
from telegram.values.addressee import Addressee
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.precedence import Precedence
from telegram.values.security import Security
from telegram.values.station_serial import StationSerial

_PIVOT = 1969


@frozen
class Mail:
    """What a mail says.

    :ivar heading: FL3 to FL9, as far as the header fields say them.
    :ivar text: the lines of the body.
    :ivar pivot: the first of hundred years in which the year of the date-time group lies.
    :ivar unread: fields whose value is none of theirs, attachments: what it is, and the value.
    :ivar problems: what the body lacks.
    """

    heading: Heading
    text: tuple[str, ...]
    pivot: int
    unread: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()


def message_from(source: Message | bytes | str) -> Message:
    """A mail from its bytes or its text.

    Header fields stay as they stand: the standard library's readers of structured fields fail on
    malformed ones.
    """
    if isinstance(source, Message):
        source = source.as_bytes(policy=fields.POLICY)
    elif isinstance(source, str):
        source = source.encode("utf-8", "surrogateescape")
    return email.message_from_bytes(source)


def field_value(mail: Message, name: str) -> str | None:
    """The value of a header field on one line, encoded words read; None where there is none."""
    value = mail.get(name)
    return None if value is None else _decoded(" ".join(str(value).split()))


def _decoded(value: str) -> str:
    if "=?" not in value:
        return value
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def mail_read(mail: Message, precedence: Precedence | None = None) -> Mail:
    """What a mail says; nothing in it is an error.

    :Shape:  precedence: FL5's for action, where the mail has none or another is wanted.
    """
    reader = _Reader(mail)
    heading = Heading(
        security=reader.security(),
        precedence=reader.precedence(precedence),
        instructions=reader.instructions(),
        originator=reader.originator(),
        action=(*reader.addressees("To"), *reader.elsewhere(fields.OTHER_TO)),
        info=(*reader.addressees("Cc"), *reader.elsewhere(fields.OTHER_CC)),
        exempt=tuple(reader.addressees(fields.EXEMPTED_ADDRESS)),
        station=reader.station(),
    )
    released, pivot = reader.released()
    body, problems = reader.body()
    return Mail(evolve(heading, dtg=released), body, pivot, tuple(reader.unread), problems)


class _Reader:
    """The values of header fields; one that cannot be read is noted.

    :ivar mail: the mail.
    :ivar unread: what was noted.
    """

    def __init__(self, mail: Message) -> None:
        self.mail = mail
        self.unread: list[tuple[str, str]] = []

    def value(self, name: str) -> str | None:
        """The value of a field on one line, or None."""
        return field_value(self.mail, name)

    def note(self, name: str, value: str) -> None:
        """Note a value that is none of its field's."""
        self.unread.append((name, value))

    def released(self) -> tuple[DateTimeGroup | None, int]:
        for name in (fields.EXTENDED_AUTHORISATION, "Date"):
            value = self.value(name)
            if value is None:
                continue
            found = fields.date_time_group_read(value)
            if found is not None:
                group, year = found
                near = _PIVOT <= year < _PIVOT + 100
                return group, _PIVOT if near else year // 100 * 100
            self.note(name, value)
        return None, _PIVOT

    def precedence(self, given: Precedence | None) -> PrecedencePair:
        primary = given or self._precedence(fields.PRIMARY_PRECEDENCE)
        copy = self._precedence(fields.COPY_PRECEDENCE)
        return PrecedencePair(primary or copy, copy if copy != primary and primary else None)

    def _precedence(self, name: str) -> Precedence | None:
        value = self.value(name)
        if value is None:
            return None
        found = fields.precedence_read(value)
        if found is None:
            self.note(name, value)
        return found

    def originator(self) -> Addressee | None:
        found = [*self.addressees("From")]
        if found:
            return found[0]
        value = self.value(fields.ORIGINATOR_PLAD)
        return fields.addressee_read(value) if value is not None else None

    def addressees(self, name: str) -> Iterator[Addressee]:
        """The addressees of an address list."""
        values = [" ".join(str(each).split()) for each in self.mail.get_all(name, [])]
        for display, spec in getaddresses(values):
            found = fields.addressee_read(_decoded(display), spec.partition("@")[0])
            if found is not None:
                yield found
            elif display or spec:
                self.note(name, display or spec)

    def elsewhere(self, name: str) -> Iterator[Addressee]:
        """Addressees that get the message by other means."""
        for item in fields.military_items(self.value(name) or ""):
            found = fields.addressee_read(item)
            if found is not None:
                yield evolve(found, zen=True)
            else:
                self.note(name, item)

    def security(self) -> Security | None:
        value = self.value(fields.HANDLING)
        if value is None:
            return None
        try:
            return Security.parse(" ".join(fields.military_items(value)))
        except FieldError:
            self.note(fields.HANDLING, value)
            return None

    def instructions(self) -> tuple[Instruction, ...]:
        value = self.value(fields.INSTRUCTIONS)
        found = fields.instructions_read(value) if value is not None else ()
        if found is None:
            self.note(fields.INSTRUCTIONS, value or "")
        return found or ()

    def station(self) -> StationSerial | None:
        value = self.value(fields.ACP127_IDENTIFIER)
        found = fields.identifier_read(value) if value is not None else None
        if value is not None and found is None:
            self.note(fields.ACP127_IDENTIFIER, value)
        return found

    def body(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines of the body, and what it lacks."""
        body: Message | None = None
        for part in self.mail.walk():
            if part.is_multipart():
                continue
            plain = part.get_content_type() == "text/plain"
            if body is None and plain and part.get_content_disposition() != "attachment":
                body = part
            else:
                self.note("attachment", part.get_filename() or part.get_content_type())
        if body is None:
            return (), ("the mail has no body in plain text",)
        data = body.get_payload(decode=True)
        charset = body.get_content_charset("us-ascii")
        try:
            text = data.decode(charset, "replace") if isinstance(data, bytes) else ""
        except (LookupError, ValueError):
            return (), (f"the character set {charset!r} of the mail is not known",)
        lines = [text[start:content] for start, content, _ in line_bounds(text, 0, len(text))]
        return tuple(_tidied(lines)), ()


def _tidied(lines: Sequence[str]) -> Iterator[str]:
    """Lines without blanks at their ends, blank ones between others one at a time."""
    blank = begun = False
    for line in lines:
        words = line.rstrip()
        if words:
            if blank and begun:
                yield ""
            yield words
            begun = True
        blank = not words

"""A telegram as Internet mail with the header fields of RFC 6477.

FL5 to FL9 have header fields of their own, FL4 are handling instructions, FL3 names the message.
Addressees that get it by other means (ZEN) are not among the recipients of the mail. The text is
the body, without page lines.

Here: `mail_of`, `text_fields`, `subject_of`. Elsewhere: values (`mail_fields`), the way back
(`from_mail`).
"""

from collections.abc import Iterator, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from telegram.converting import mail_fields as fields
from telegram.converting.report import Entry, Fate
from telegram.formatting import FormatError, content_of
from telegram.formatting.facts import resolved
from telegram.formatting.heading import data_pattern
from telegram.lines import FormatLine
from telegram.model import Heading, Telegram
from telegram.texts.sets.text import SetsText
from telegram.texts.state.text import StateText
from telegram.values.addressee import Addressee
from telegram.values.security import make_security


def mail_of(message: Telegram, domain: str) -> tuple[EmailMessage, list[Entry]]:
    """The mail that a message makes, and what was derived for it.

    :Errors: `FormatError` that names everything that mail asks for and the message lacks;
             ValueError for a domain that is none.
    """
    fields.check_domain(domain)
    heading, lines = message.heading, content_of(message).text
    problems = list(_problems(heading, lines))
    if problems:
        raise FormatError(problems)
    mail = EmailMessage(policy=fields.POLICY)
    released = resolved(heading.dtg, message.pivot)
    if released is not None:
        mail["Date"] = format_datetime(released)
    originator = heading.originator
    assert originator is not None
    mail["From"] = [fields.address(originator, domain)]
    for name, addressees in (("To", heading.action), ("Cc", heading.info)):
        reached = [fields.address(each, domain) for each in addressees if not each.zen]
        if reached:
            mail[name] = reached
    subject = subject_of(message)
    stated = subject is not None
    if subject is None:
        subject = f"{originator.name} {heading.dtg or ''}".strip()
    mail["Subject"] = subject
    if released is not None:
        local = f"{released:%Y%m%dT%H%M}.{fields.address(originator, domain).username}"
        mail["Message-ID"] = f"<{local}@{domain}>"
    for name, value in (*_heading_fields(heading, domain), *_dates(heading, message.pivot)):
        if value:
            mail[name] = value
    for name, value in text_fields(message).items():
        mail[name] = value
    mail.set_content("".join(f"{line}\n" for line in lines))
    reason = "from originator and date-time group"
    named = [] if stated else [Entry(Fate.DERIVED, FormatLine.FL12, "subject", subject, reason)]
    return mail, named


def _problems(heading: Heading, lines: Sequence[str]) -> Iterator[str]:
    if data_pattern(heading):
        yield "card or tape images have no place in mail"
    if heading.originator is None:
        yield "the originator (FL6) is missing"
    if not heading.action and not heading.info:
        yield "no addressee is given: neither action (FL7) nor info (FL8)"
    if not any(lines):
        yield "the text is empty"
    wrong = next((sign for line in lines for sign in line if "\ud800" <= sign <= "\udfff"), None)
    if wrong is not None:
        yield f"the character {wrong!r} cannot be sent"


def _heading_fields(heading: Heading, domain: str) -> Iterator[tuple[str, str | None]]:
    """The fields that say what FL3 to FL9 say, but for dates."""
    action, info = heading.precedence.action, heading.precedence.info
    primary = fields.precedence_word(action) if action is not None else None
    yield fields.PRIMARY_PRECEDENCE, primary
    # Copy recipients have a precedence of their own; one that FL5 does not give is the other's.
    if info is not None:
        yield fields.COPY_PRECEDENCE, fields.precedence_word(info)
    elif heading.info:
        yield fields.COPY_PRECEDENCE, primary
    originator = heading.originator
    if originator is not None and fields.is_military(originator.name):
        yield fields.ORIGINATOR_PLAD, originator.name
    yield fields.OTHER_TO, fields.military_list(_elsewhere(heading.action))
    yield fields.OTHER_CC, fields.military_list(_elsewhere(heading.info))
    exempt: list[Address] = [fields.address(each, domain) for each in heading.exempt]
    yield fields.EXEMPTED_ADDRESS, ", ".join(map(str, exempt))
    security = heading.security
    if security is not None:
        items = [*map(str, security.signals), *security.transmit]
        warning = str(
            make_security(  # damaged lines give values that no circuit takes
                security.prosign,
                security.characters,
                security.special_handling,
                security.release,
                (),
                (),
            )
        )
        yield fields.HANDLING, fields.military_list([warning, *items])
    yield fields.INSTRUCTIONS, fields.military_list(map(str, heading.instructions))
    yield fields.ACP127_IDENTIFIER, fields.identifier_of(heading)


def _dates(heading: Heading, pivot: int) -> Iterator[tuple[str, str | None]]:
    released = resolved(heading.dtg, pivot)
    if released is not None:
        yield fields.EXTENDED_AUTHORISATION, fields.date_text(released)


def _elsewhere(addressees: Sequence[Addressee]) -> Iterator[str]:
    """Address lines of addressees that get the message by other means."""
    for addressee in addressees:
        if addressee.zen:
            yield str(addressee).removeprefix("ZEN/")


TEXT_FIELDS = (fields.ORIGINATOR_REFERENCE, fields.SUBJECT_CODES, fields.MESSAGE_TYPE)
"""The fields that repeat what the text says."""


def text_fields(message: Telegram) -> dict[str, str]:
    """The fields that repeat what the text says: reference, subject code, exercise or operation."""
    found: dict[str, str] = {}
    text = message.text
    if isinstance(text, StateText) and text.message_reference_number is not None:
        reference = str(text.message_reference_number)
        if fields.is_military(reference):
            found[fields.ORIGINATOR_REFERENCE] = reference
    line = message.classification
    if line is not None and line.subject_code is not None:
        found[fields.SUBJECT_CODES] = f"N{line.subject_code.removeprefix('N')}"
    if isinstance(text, SetsText):
        for kind, named in (("exercise", text.exercise), ("operation", text.operation)):
            if named is not None and fields.is_military(str(named)):
                found[fields.MESSAGE_TYPE] = f'{kind}; identifier="{named}"'
                break
    return found


def subject_of(message: Telegram) -> str | None:
    """The subject that the text states, on one line."""
    text = message.text
    if not isinstance(text, StateText | SetsText) or not text.subject:
        return None
    words = "".join(sign if sign.isprintable() else " " for sign in text.subject).split()
    return " ".join(words) or None

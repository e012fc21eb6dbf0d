"""Refiling: a message of one procedure in another, or as Internet mail.

What the other side asks for is derived from what the message says, filled in as is usual, or
supplied by the caller; what it has no place for is lost, and the report says so.

Here: `convert`, `from_email`. Elsewhere: the heading of the other side (`heading`), the message
(`procedure`), mail (`to_mail`, `from_mail`), what became of each fact (`report`, `differences`).
"""

from collections.abc import Iterable, Iterator
from email.message import EmailMessage, Message
from typing import Any, Literal, overload

from attrs import evolve

from telegram.converting.differences import lost_in
from telegram.converting.from_mail import field_value, mail_read, message_from
from telegram.converting.heading import given_of
from telegram.converting.procedure import in_order, written
from telegram.converting.report import Conversion, ConversionReport, Entry, Fate
from telegram.converting.to_mail import TEXT_FIELDS, mail_of, subject_of, text_fields
from telegram.formatting import Code, Content, FormatError, content_of
from telegram.formatting.problems import writable
from telegram.lines import FormatLine
from telegram.model import Heading, Telegram, expect_telegram
from telegram.parsing import parse
from telegram.values.addressee import Addressee
from telegram.values.classification import ClassificationLine
from telegram.values.filing_time import FilingTime
from telegram.values.precedence import Precedence
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.transmission_identification import TransmissionIdentification

__all__ = ["Conversion", "ConversionReport", "Entry", "Fate", "convert", "from_email"]


@overload
def convert(  # type: ignore[overload-overlap]  # one name among all
    message: Telegram, *, to: Literal["email"], domain: str = "invalid"
) -> Conversion[EmailMessage]: ...


@overload
def convert(
    message: Telegram,
    *,
    to: str,
    station: str | RoutingIndicator | None = None,
    serial: str | None = None,
    filed: str | FilingTime | None = None,
    called: Iterable[str | RoutingIndicator] = (),
    channel: str | TransmissionIdentification | None = None,
    classification: str | None = None,
    lmf: str | None = None,
    content: str | None = None,
    banner: bool = True,
    code: Code | None = None,
    transliterate: bool = False,
) -> Conversion[Telegram]: ...


def convert(
    message: Telegram,
    *,
    to: str,
    domain: str = "invalid",
    banner: bool = True,
    code: Code | None = None,
    transliterate: bool = False,
    **given: Any,
) -> Conversion[Telegram] | Conversion[EmailMessage]:
    """A message refiled in another procedure, or as Internet mail, and what became of its facts.

    The result is canonical, as `format` writes it; a long text becomes several sections, each a
    message of its own. There and back gives equal values for all that both sides hold.

    :Shape:  to: a dialect, or ``email``: a mail with the header fields of RFC 6477, whose addresses
             lie in `domain`. The others are for dialects. station, serial, filed, called: calling
             station, its serial number, filing time and stations called (FL2, FL3), where the
             message lacks them or is numbered anew. channel: FL1, such as ``VZCZCXYZ0020``.
             classification: a level or its letter. lmf, content: language and media format and
             content indicator of JANAP 128, by default TT and ZYUW. banner: whether a print layout
             opens with a banner and a precedence word.
             code, transliterate: as for `format`.
    :Errors: `FormatError` that names everything that the other side asks for and nothing tells, and
             what cannot be sent; `FieldError` for what is given and is no such value; ValueError
             for an unknown dialect, or a domain that is none; TypeError for what is no telegram,
             and for what is given under another name or in another type.
    :Source: NAVEDTRA 14226 ch. 1; 5 FAH-2 H-320; RFC 6477, RFC 5322.

    >>> from telegram import parse
    >>> message = parse(
    ...     "RR RUEHC\\nDE RUEHSNA #0412 0731545\\nZNR UUUUU\\nR 131530Z MAR 02\\n"
    ...     "FM EXERCISE POST\\nTO EXERCISE OFFICE 0031\\nBT\\nUNCLAS\\nBT\\n#0412\\nNNNN\\n"
    ... )
    >>> found = convert(message, to="janap128")
    >>> str(found.result).partition("\\n")[0]
    'RTTUZYUW RUEHSNA0412 0731545-UUUU--RUEHC.'
    >>> print(found.report)
    default: FL2 language and media format: TT (teletype at both ends)
    derived: FL2 classification letter: U (from FL4)
    default: FL2 content indicator: ZYUW (a narrative text)
    derived: FL2 redundancy: UUUU (from FL4)
    lost: FL7 action 1: count: 0031
    """
    expect_telegram(message, "what is refiled")
    if message.dialect is None:
        raise FormatError(["no heading was found: there is nothing to refile"])
    if to == MAIL:
        if given:
            raise TypeError(f"mail has no place for {', '.join(given)}")
        return _as_mail(message, domain)
    made = written(
        content_of(message),
        message.classification,
        writable(to),
        given_of(**given),
        code=code,
        transliterate=transliterate,
        banner=banner,
    )
    entries = in_order([*made.entries, *_left_out(message, made.sections)])
    return Conversion(made.sections, ConversionReport(entries))


MAIL = "email"
"""The other side that is no dialect."""


def _as_mail(message: Telegram, domain: str) -> Conversion[EmailMessage]:
    mail, entries = mail_of(message, domain)
    before, after = message.heading, mail_read(message_from(mail)).heading
    grouped = evolve(before, action=_grouped(before.action), info=_grouped(before.info))
    entries += [
        Entry(Fate.LOST, fact.line, fact.words, fact.text)
        for fact in lost_in(grouped, after, message.pivot)
    ]
    if grouped != before:
        reason = "those that get it by other means stand in a field of their own"
        entries.append(Entry(Fate.LOST, FormatLine.FL7, "order", "of the addressees", reason))
    return Conversion((mail,), ConversionReport(in_order([*entries, *_left_out(message, ())])))


def _grouped(addressees: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
    """The addressees of the mail, then those that get the message by other means."""
    return tuple(sorted(addressees, key=lambda addressee: addressee.zen))


def from_email(
    source: Message | bytes | str,
    *,
    dialect: str,
    precedence: str | Precedence | None = None,
    banner: bool = True,
    code: Code | None = None,
    transliterate: bool = False,
    **given: Any,
) -> Conversion[Telegram]:
    """The telegram that a mail with the header fields of RFC 6477 stands for.

    :Shape:  source: a mail, its bytes or its text. dialect: the procedure to write it in.
             precedence: FL5's for action, where the mail names none. All else as for `convert`.
    :Errors: as for `convert`.
    :Source: RFC 6477, RFC 5322.

    >>> mail = (
    ...     "From: EXERCISE WING ONE <wing.one@invalid>\\nTo: EXERCISE GROUP TWO <two@invalid>\\n"
    ...     "MMHS-Primary-Precedence: priority\\n"
    ...     "MMHS-Extended-Authorisation-Info: Fri, 15 Mar 2002 15:30:00 +0000\\n\\n"
    ...     "UNCLAS\\nEXERCISE TEXT\\n"
    ... )
    >>> print(str(from_email(mail, dialect="amhs").result).partition("BT")[0], end="")
    UNCLASSIFIED//
    PRIORITY
    P 151530Z MAR 02
    FM EXERCISE WING ONE
    TO EXERCISE GROUP TWO
    """
    record = writable(dialect)
    mail = message_from(source)
    wanted = Precedence.parse(precedence) if isinstance(precedence, str) else precedence
    found = mail_read(mail, wanted)
    problems = list(found.problems)
    if found.heading.precedence.action is None:
        problems.append("the precedence (FL5) is missing: give precedence=")
    if found.heading.dtg is None:
        problems.append("the date-time group (FL5) is missing: the mail has no date")
    try:
        made = written(
            Content(found.heading, found.text, pivot=found.pivot),
            _opening_line(found.text),
            record,
            given_of(**given),
            code=code,
            transliterate=transliterate,
            banner=banner,
        )
    except FormatError as error:
        noted = [f"{name} {value!r} cannot be read" for name, value in found.unread]
        known = [each for each in error.problems if not problems or "(FL5)" not in each]
        raise FormatError([*problems, *known, *noted]) from None
    if problems:
        raise FormatError(problems)
    unread = [Entry(Fate.LOST, None, *each, "cannot be read") for each in found.unread]
    entries = in_order([*made.entries, *unread, *_unsaid(mail, made.sections[0])])
    return Conversion(made.sections, ConversionReport(entries))


def _opening_line(text: Iterable[str]) -> ClassificationLine | None:
    """The classification line that opens a text."""
    first = next(iter(text), "")
    return parse(f"FM X\nBT\n{first}\nBT\n", dialect="amhs").classification


def _unsaid(mail: Message, made: Telegram) -> Iterator[Entry]:
    """What a mail says of its text, and the text does not."""
    expected = {**text_fields(made), "Subject": subject_of(made)}
    for name in (*TEXT_FIELDS, "Subject"):
        words = field_value(mail, name)
        if words is None:
            continue
        originator = made.heading.originator
        named = f"{originator.name} {made.heading.dtg or ''}".strip() if originator else ""
        if words not in (expected.get(name), named) and words not in str(made):
            yield Entry(Fate.LOST, None, name, words, "the text does not say it")


_PRINTED = frozenset(
    {
        FormatLine.BANNER,
        FormatLine.PRECEDENCE_WORD,
        FormatLine.DISTRIBUTION,
        FormatLine.INTRUSION,
    }
)


def _left_out(message: Telegram, sections: Iterable[Telegram]) -> Iterator[Entry]:
    """What was printed between the format lines, and a serial number that only FL15 had."""
    there = {
        line.text for section in sections for line in section.lines if line.format_line in _PRINTED
    }
    for line in message.lines:
        if line.format_line in _PRINTED and line.text not in there:
            yield Entry(Fate.LOST, line.format_line, line.format_line.value, line.text)
    serial = message.ending.serial
    known = {section.ending.serial for section in sections} | _serials(message.heading)
    if serial is not None and serial not in known:
        yield Entry(Fate.LOST, FormatLine.FL15, "serial number", serial)


def _serials(heading: Heading) -> set[str | None]:
    """The serial number of FL2 or FL3, which FL15 repeats."""
    return {
        heading.routing.serial if heading.routing is not None else None,
        heading.station.serial if heading.station is not None else None,
    }

"""Refiling: a message of one procedure in another.

What the other side asks for is derived from what the message says, filled in as is usual, or
supplied by the caller; what it has no place for is lost, and the report says so.

Here: `convert`. Elsewhere: the heading of the other side (`heading`), the message (`procedure`),
what became of each fact (`report`, `differences`).
"""

from collections.abc import Iterable, Iterator

from telegram.converting.heading import given_of
from telegram.converting.procedure import in_order, written
from telegram.converting.report import Conversion, ConversionReport, Entry, Fate
from telegram.dialects import dialect as dialect_named
from telegram.formatting import Code, FormatError, content_of
from telegram.lines import FormatLine
from telegram.model import Heading, Telegram
from telegram.values.filing_time import FilingTime
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.transmission_identification import TransmissionIdentification

__all__ = ["Conversion", "ConversionReport", "Entry", "Fate", "convert"]


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
) -> Conversion[Telegram]:
    """A message refiled in another procedure, and what became of its facts.

    The result is canonical, as `format` writes it; a long text becomes several sections, each a
    message of its own. There and back gives equal values for all that both sides hold.

    :Shape:  to: a dialect. station, serial, filed, called: calling station, its serial number,
             filing time and stations called (FL2, FL3), where the message lacks them or is numbered
             anew. channel: FL1, such as ``VZCZCXYZ0020``. classification: a level or its letter.
             lmf, content: language and media format and content indicator of JANAP 128, by default
             TT and ZYUW. banner: whether a print layout opens with a banner and a precedence word.
             code, transliterate: as for `format`.
    :Errors: `FormatError` that names everything that the other side asks for and nothing tells, and
             what cannot be sent; `FieldError` for what is given and is no such value; ValueError
             for an unknown dialect.
    :Source: NAVEDTRA 14226 ch. 1; 5 FAH-2 H-320.

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
    record = dialect_named(to)
    given = given_of(
        station=station,
        serial=serial,
        filed=filed,
        called=called,
        channel=channel,
        classification=classification,
        lmf=lmf,
        content=content,
    )
    if message.dialect is None:
        raise FormatError(["no heading was found: there is nothing to refile"])
    made = written(
        content_of(message),
        message.classification,
        record,
        given,
        code=code,
        transliterate=transliterate,
        banner=banner,
    )
    entries = in_order([*made.entries, *_left_out(message, made.sections)])
    return Conversion(made.sections, ConversionReport(entries))


_PRINTED = frozenset({FormatLine.BANNER, FormatLine.PRECEDENCE_WORD, FormatLine.INTRUSION})


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

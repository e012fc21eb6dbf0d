"""Writing telegrams: canonical, well-formed text of a message, in its own dialect or another.

What `format` writes, `check` finds clean, and what is read from it equals the message. Both are
made sure of, not hoped for: lines are written by the grammar rules that read them, and the whole is
read back before it is given out.

Here: `format`, `format_sections`, and `write_message` for messages that have no source yet.
Elsewhere: the lines of heading and ending (`heading`), the text (`text`).
"""

from collections.abc import Sequence
from typing import Literal, get_args

from attrs import evolve, field, frozen

from telegram.dialects import AMHS, Dialect
from telegram.formatting.facts import page_facts
from telegram.formatting.heading import (
    HeadingLines,
    data_pattern,
    ending_lines,
    heading_lines,
    rule_for,
)
from telegram.formatting.problems import FormatError, writable
from telegram.formatting.text import (
    counted,
    in_characters,
    opening,
    paged,
    sections,
    text_lines,
    text_problems,
    with_section,
    wrapped,
)
from telegram.lines import FormatLine
from telegram.model import Ending, Heading, Telegram, expect_telegram
from telegram.parsing import parse
from telegram.syntax import matcher
from telegram.syntax.writing import write
from telegram.values.routing import Routing
from telegram.values.station_serial import StationSerial
from telegram.values.transmission_identification import TransmissionIdentification

__all__ = ["Content", "FormatError", "format", "format_sections", "write_message"]

ASCII = "".join(map(chr, range(0x21, 0x7F)))
"""Printable characters of IA5, blank aside."""

Code = Literal["ita2", "ia5"]


@frozen
class Content:
    """What is to be written: a heading, the lines of a text, an ending.

    :Shape:  text: lines without line ends and page lines; the first is the classification line.
    """

    heading: Heading
    text: tuple[str, ...]
    ending: Ending = field(factory=lambda: Ending(end_of_message=True))
    pivot: int = 1969


def format(
    message: Telegram,
    *,
    dialect: str | None = None,
    code: Code | None = None,
    transliterate: bool = False,
    wire: bool = False,
) -> str:
    """The canonical text of a message.

    Lines are folded and wrapped at the dialect's length, the text is cut into pages with page
    lines, serial number and end of message stand below. Traces of copying, blank lines that do not
    belong and damage are gone. What the copy lost stays lost: lines of the wire that are not known
    are left out.

    :Shape:  dialect: a name; None: the message's own. code: ``ita2`` keeps to the dialect's
             teletype set, ``ia5`` lets every printable ASCII character into the text; None: what
             the message's language and media format says, in a print layout any character.
             transliterate: write what cannot be sent in characters that can. wire: with the
             functions of a circuit, CR CR LF after each line and fillers after the end of message.
    :Errors: `FormatError` that names everything that is missing or cannot be sent, or says that the
             text needs `format_sections`; ValueError for an unknown dialect or code; TypeError for
             what is no telegram.
    :Source: NAVEDTRA 14226 ch. 1; 5 FAH-2 H-320.

    >>> from telegram import parse
    >>> lines = ["P  282134Z AUG 08", "FM  WING ONE", "TO WING TWO", "BT", "UNCLAS", "BT"]
    >>> print(format(parse("\\n\\n".join(lines))), end="")
    P 282134Z AUG 08
    FM WING ONE
    TO WING TWO
    BT
    UNCLAS
    BT
    """
    record = _dialect_of(message, dialect, code)
    content = prepared(content_of(message), record, code, transliterate=transliterate)
    return write_message(content, record, code=code, wire=wire)


def format_sections(
    message: Telegram,
    *,
    dialect: str | None = None,
    code: Code | None = None,
    transliterate: bool = False,
    wire: bool = False,
) -> tuple[str, ...]:
    """A message as one or more complete messages, none longer than a transmission section.

    Every section has the whole heading and says which of how many it is. State sections keep the
    serial number and add a suffix in FL3; other sections take the serial numbers that follow, and
    all take the channel numbers that follow.

    :Shape:  as for `format`; a message that fits is the only one.
    :Errors: as `format`.
    :Source: NAVEDTRA 14226 ch. 1 "Message lengths"; 5 FAH-2 H-320.
    """
    record = _dialect_of(message, dialect, code)
    content = prepared(content_of(message), record, code, transliterate=transliterate)
    return tuple(
        write_message(part, record, code=code, wire=wire) for part in divided(content, record)
    )


def _dialect_of(message: Telegram, name: str | None, code: str | None) -> Dialect:
    expect_telegram(message, "what is written anew")
    if code not in (None, *get_args(Code)):
        raise ValueError(f"no code {code!r}; the codes are {', '.join(get_args(Code))}")
    name = name or message.dialect
    if name is None:
        raise FormatError(["no heading was found: there is nothing to write"])
    return writable(name)


def content_of(message: Telegram) -> Content:
    """What a message says, to be written anew."""
    return Content(message.heading, tuple(text_lines(message)), message.ending, message.pivot)


def prepared(
    content: Content, dialect: Dialect, code: Code | None = None, *, transliterate: bool = False
) -> Content:
    """A content whose text has the lines that are sent: in the circuit's characters, and wrapped.

    A print layout has no carriage; there lines stay as they are.
    """
    lines: Sequence[str] = content.text
    if transliterate:
        lines = in_characters(lines, _characters(content.heading, dialect, code))
    if dialect.text_checked:
        lines = list(wrapped(lines, dialect.limits.line, words=transliterate))
    return evolve(content, text=tuple(lines))


def divided(content: Content, dialect: Dialect) -> list[Content]:
    """A prepared content in sections, each of no more pages than the dialect allows."""
    limits = dialect.limits
    lines = content.text
    most = limits.page_lines * limits.pages
    if not _paged(content.heading, dialect) or counted(lines) <= most:
        return [content]
    first = opening(lines)
    body = lines[1:] if first is not None else lines
    # A section begins with the classification line, and perhaps a line that numbers it.
    parts = sections(body, most - 2)
    return [
        evolve(
            content,
            heading=_numbered(content.heading, number, dialect),
            text=tuple(with_section([first, *part] if first else part, number, len(parts))),
        )
        for number, part in enumerate(parts, 1)
    ]


def _numbered(heading: Heading, number: int, dialect: Dialect) -> Heading:
    """The heading of a section."""
    transmission, station, routing = heading.transmission, heading.station, heading.routing
    further = number - 1
    if transmission is not None:
        transmission = TransmissionIdentification(
            _counted_on(transmission.sequence, further),
            transmission.channel,
            transmission.classification,
        )
    if station is not None:
        if dialect.station_form == "us":
            station = evolve(station, section=f"{number:02}")
        elif station.serial is not None:
            station = StationSerial(
                station.indicator, _counted_on(station.serial, further), None, station.filed
            )
    if routing is not None and routing.serial is not None:
        routing = evolve(routing, serial=_counted_on(routing.serial, further))
    return evolve(heading, transmission=transmission, station=station, routing=routing)


def _counted_on(digits: str, further: int) -> str:
    """A number of a fixed length counted on; after the highest it begins anew at 1."""
    highest = 10 ** len(digits) - 1
    return f"{(int(digits) - 1 + further) % highest + 1:0{len(digits)}}"


def write_message(
    content: Content,
    dialect: Dialect,
    *,
    code: Code | None = None,
    wire: bool = False,
) -> str:
    """A prepared content as a dialect writes it; see `format`.

    :Errors: `FormatError`, as `format`.
    """
    message = made_message(content, dialect, code=code)
    return _on_the_wire(str(message)) if wire else str(message)


def made_message(content: Content, dialect: Dialect, *, code: Code | None = None) -> Telegram:
    """A prepared content as a message: written, and read back.

    :Errors: `FormatError`, as `format`.
    """
    if not dialect.written:
        raise FormatError([f"{dialect.title} is only read: its rules are not public"])
    heading = heading_lines(content.heading, dialect, content.pivot)
    characters = _characters(content.heading, dialect, code)
    lines: Sequence[str] = content.text
    problems = [*heading.problems, *text_problems(lines, dialect, characters)]
    if not any(lines):
        problems.append("the text is empty")
    if not problems and _paged(content.heading, dialect):
        most = dialect.limits.page_lines * dialect.limits.pages
        if counted(lines) > most:
            problems.append(
                f"the text has {counted(lines)} lines, and a section {most} at most: "
                "use format_sections"
            )
        lines = _pages(lines, content.heading, dialect)
    if problems:
        raise FormatError(problems)
    return _read_back(_all_lines(content, heading, lines, dialect), content, dialect)


def _characters(heading: Heading, dialect: Dialect, code: Code | None) -> str:
    """The printable characters that the text may have."""
    routing = heading.routing
    media = routing.lmf if routing is not None else None
    if code == "ia5" or not dialect.text_checked:
        return ASCII
    free = media is not None and "T" not in media.letters
    return ASCII if code is None and free else dialect.characters


def _paged(heading: Heading, dialect: Dialect) -> bool:
    """Whether the text is cut into pages: not in a print layout, nor without a station to name."""
    return (
        dialect.text_checked
        and not data_pattern(heading)
        and bool(page_facts(2, heading, None).get("page_station"))
    )


def _pages(lines: Sequence[str], heading: Heading, dialect: Dialect) -> list[str]:
    first = lines[0] if lines else ""
    line = matcher("plaindress:classification_line").match(first)
    facts = page_facts(2, heading, line["level"] if line is not None else "UNCLAS")

    def page_line(number: int) -> str:
        return write("plaindress:page_line", {**facts, "page_number": f"{number:02}"}).text

    return paged(lines, dialect.limits.page_lines, page_line)


def _all_lines(
    content: Content, heading: HeadingLines, text: Sequence[str], dialect: Dialect
) -> list[str]:
    if data_pattern(content.heading):
        return [*heading.lines, *text]
    break_line = write(rule_for(dialect, FormatLine.FL11).rule, {}).text
    ends = content.ending.end_of_message or dialect is not AMHS
    serial = _serial(content.heading) or content.ending.serial
    return [
        *heading.lines,
        break_line,
        *text,
        *ending_lines(dialect, serial, content.ending.corrections, end=ends),
    ]


def _serial(heading: Heading) -> str | None:
    routing, station = heading.routing, heading.station
    if isinstance(routing, Routing) and routing.serial is not None:
        return routing.serial
    return station.serial if station is not None else None


_LINE_END, _WIRE_END = "\n", "\r\r\n"
_FILLERS = "\x7f" * 12
"""What follows the end of message on an ASCII circuit: NAVEDTRA 14226 ch. 1 "End of message"."""


def _on_the_wire(text: str) -> str:
    return text.replace(_LINE_END, _WIRE_END).removesuffix(_WIRE_END) + _FILLERS + _WIRE_END


def _read_back(lines: Sequence[str], content: Content, dialect: Dialect) -> Telegram:
    """The lines as one message, made sure of that it says what was to be written."""
    text = "".join(f"{line}{_LINE_END}" for line in lines)
    found = parse(text, dialect=dialect.name, pivot=content.pivot)
    unread = [
        line.text
        for line in found.lines
        if line.format_line is FormatLine.UNRECOGNISED or line.damaged
    ]
    if found.next_message is not None:
        unread.append(text[found.next_message :].partition("\n")[0])
    if unread:
        raise FormatError([f"{unread[0]!r} would not be read back as what it is"])
    return found

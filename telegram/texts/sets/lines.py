"""The lines of a text that are no sets: number, passing instructions, a second address block.

Mail-based systems drop office codes from the heading, so drafters repeat the addresses with their
codes at the head of the text; no manual has it. Copies run that block together with the lines
around it, so a physical line may hold several pieces, and a piece end on the next line.

Here: `PieceKind`, `Piece`, `GeneralMessage`, `AddressBlock`, and `lines_between`. Elsewhere: sets
(`cutting`), the heading's own addresses (`telegram.parsing`).
"""

import re
from collections.abc import Iterator
from enum import Enum

from attrs import define, field, frozen

from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.sets.sheet import Sheet
from telegram.values.addressee import Addressee, addressee_of, directory_addressee_of
from telegram.values.message_reference_number import full_year


class PieceKind(Enum):
    """What a piece of a set-formatted text is; the pieces of a text tile it."""

    CLASSIFICATION = "classification line"
    PASSING = "passing instruction"
    ADDRESS = "address"
    GENERAL_MESSAGE = "general-message number"
    GATEWAY_SUBJECT = "subject as a gateway repeats it"
    REFERENCE = "reference that is no set"
    NOTICE = "notice of a gateway"
    SET = "set"
    REMARKS = "remarks without a set name"
    TEXT = "other text"
    BLANK = "blank"


@frozen
class Piece:
    """A piece of a set-formatted text and what it was taken for."""

    kind: PieceKind
    span: Span


@frozen
class GeneralMessage:
    """The number of a general message: its series, its number in the year, the year.

    :Shape:  ``NAVADMIN 001/20``: title, three digits from 001 each calendar year, a slant, two
             digits of the year. year: four digits, None where none is written.
    :Order:  by year and number, within a series.
    :Text:   ``str(number)`` is the standard form; `text` what was written.
    :Source: Navy training manual 14214, "General information about messages".

    >>> str(GeneralMessage("NAVADMIN", 1, 2020))
    'NAVADMIN 001/20'
    """

    series: str
    number: int
    year: int | None
    text: str = field(default="", eq=False)

    def __str__(self) -> str:
        year = "" if self.year is None else f"/{self.year % 100:02}"
        return f"{self.series} {self.number:03}{year}"


@define
class Found:
    """What the lines between sets say, as it is gathered."""

    year: int | None
    pieces: list[Piece] = field(factory=list)
    spans: dict[str, Span] = field(factory=dict)
    general_message: GeneralMessage | None = None
    passing: list[str] = field(factory=list)
    originator: Addressee | None = None
    action: list[Addressee] = field(factory=list)
    info: list[Addressee] = field(factory=list)
    gateway_subject: str | None = None
    lettered: list[tuple[str, str, Span]] = field(factory=list)
    _addresses: list[Addressee] | None = None
    _copying: bool = False
    _outside: bool = False

    def number(self, words: str, where: Span) -> None:
        """Take the number of a general message that stands outside the text; the text's counts."""
        _general(self, words, where)
        self._outside = self.general_message is not None

    def put(self, kind: PieceKind, span: Span) -> None:
        """Add a piece; the end of a line belongs to the piece it ends."""
        if span.start >= span.end:
            return
        before = self.pieces[-1] if self.pieces else None
        if before is not None and kind is before.kind is PieceKind.BLANK:
            self.pieces[-1] = Piece(kind, Span(before.span.start, span.end))
        else:
            self.pieces.append(Piece(kind, span))


def lines_between(sheet: Sheet, first: int, last: int, found: Found, *, after: bool) -> None:
    """Read the lines of a range into `found`; `after` the remarks nothing has a meaning."""
    found._addresses = None
    found._copying = False
    if first >= last:
        return
    for start, content, end in _parts(sheet, first, last):
        words = " ".join(sheet.text[start:content].split())
        kind = PieceKind.BLANK
        if words:
            where = sheet.between(*sheet.tight(start, content))
            kind = PieceKind.TEXT if after else _line(found, words, where)
            number = number_beside_level(words) if kind is PieceKind.CLASSIFICATION else None
            if number is not None:
                at = sheet.text.find(number.split()[0], start, content)
                _general(found, number, sheet.between(*sheet.tight(at, content)))
        else:
            found._copying = False
        found.put(kind, Span(sheet.where(start), sheet.where(end)))


def _parts(sheet: Sheet, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Start, end of content and end of every line; of lines run together, every one of them."""
    text = sheet.text
    held: tuple[int, int, int] | None = None  # the last part of a line run together
    for start, content, end in line_bounds(text, first, last):
        line = text[start:content]
        if not line.strip() or len(line) > _LONGEST:
            if held is not None:
                yield held
                held = None
            yield start, content, end
            continue
        marks = [m.start() + 1 for m in matcher("sets:run_together").finditer(f"{line}\n")]
        if held is not None:
            if line.strip() and not _begins_anew(line.strip()):
                goes_on = marks[0] if marks else len(line)
                held = held[0], start + goes_on, start + goes_on if marks else end
                if not marks:
                    continue
                yield held
                held, marks = None, marks[1:]
                start, line = start + goes_on, line[goes_on:]
                marks = [mark - goes_on for mark in marks]
            else:
                yield held
                held = None
        at = 0
        for mark in marks:
            if line[at:mark].strip():
                yield start + at, start + mark, start + mark
                at = mark
        if (marks or at) and content - start >= _WRAPPED:
            held = start + at, content, end
        else:
            yield start + at, content, end
    if held is not None:
        yield held


_LONGEST = 2_000
_WRAPPED = 35
"""A line shorter than this was not wrapped."""


def _begins_anew(line: str) -> bool:
    """Whether a line begins something of its own, so that the line before does not go on in it."""
    return any(
        matcher(rule).fullmatch(line) is not None
        for rule in ("plaindress:anew", "sets:general_message_damaged", "sets:passing")
    )


def _line(found: Found, words: str, where: Span) -> PieceKind:
    """What one line is; what it says is put into `found`."""
    if len(words) > _LONGEST:
        return PieceKind.TEXT
    standing, found._addresses = found._addresses, None
    copying, found._copying = found._copying, False
    if matcher("sets:notice").fullmatch(words) is not None:
        return PieceKind.NOTICE
    if _general(found, words, where):
        return PieceKind.GENERAL_MESSAGE
    if _classification(words):
        return PieceKind.CLASSIFICATION
    if matcher("sets:passing").fullmatch(words) is not None:
        found.passing.append(words)
        found.spans[f"passing[{len(found.passing) - 1}]"] = where
        return PieceKind.PASSING
    if (match := matcher("sets:gateway_subject").fullmatch(words)) is not None:
        if found.gateway_subject is None:
            found.gateway_subject = match["gateway_subject"]
            found.spans["gateway_subject"] = where
            found._copying = True
        return PieceKind.GATEWAY_SUBJECT
    if _address(found, words, where, standing):
        return PieceKind.ADDRESS
    if found.gateway_subject is not None and _lettered(found, words, where, copying=copying):
        return PieceKind.REFERENCE
    if copying and found.gateway_subject is not None:
        found.gateway_subject += f" {words}"
        found._copying = True
        first = found.spans["gateway_subject"].start
        found.spans["gateway_subject"] = Span(first, where.end)
        return PieceKind.GATEWAY_SUBJECT
    return PieceKind.TEXT


def _lettered(found: Found, words: str, where: Span, *, copying: bool) -> bool:
    """A reference on a line of its own, or a line in which it goes on."""
    match = matcher("sets:lettered_reference").fullmatch(words)
    if match is not None and ord(match["letter"]) == ord("A") + len(found.lettered):
        found.lettered.append((match["letter"], match["lettered_text"], where))
    elif copying and found.lettered:
        letter, text, place = found.lettered[-1]
        found.lettered[-1] = letter, f"{text} {words}", Span(place.start, where.end)
    else:
        return False
    found._copying = True
    return True


def number_beside_level(words: str) -> str | None:
    """The number of a general message that stands on the classification line; None without one.

    >>> number_beside_level("UNCLAS ALARACT 060/2001")
    'ALARACT 060/2001'
    """
    match = matcher("plaindress:classification_line").fullmatch(words)
    rest = match["rest"].strip("/ ") if match is not None and match["rest"] else ""
    if any(matcher(rule).fullmatch(rest) is not None for rule in _NUMBERS):
        return rest
    return None


_NUMBERS = ("sets:general_message", "sets:general_message_damaged")


def _classification(words: str) -> bool:
    return any(
        matcher(rule).fullmatch(words) is not None
        for rule in ("plaindress:classification_line", "plaindress:section_line", "amhs:banner")
    )


def _general(found: Found, words: str, where: Span) -> bool:
    legal = matcher("sets:general_message").fullmatch(words)
    match = legal or matcher("sets:general_message_damaged").fullmatch(words)
    if match is None:
        return _yearless(found, words, where)
    if legal is not None:
        series, number, year = legal.group("series", "general_number", "general_year")
    else:
        series, number, year = match.group("series_damaged", "number_damaged", "year_damaged")
        number, year = (part.replace("l", "1").replace("O", "0") for part in (number, year))
    if (found.general_message is None or found._outside) and int(number):
        found._outside = False
        written = full_year(year, found.year)
        title = "NAVADMIN" if series.startswith("NAVA") else series
        found.general_message = GeneralMessage(title, int(number), written, words)
        found.spans["general_message"] = where
    return True


def _yearless(found: Found, words: str, where: Span) -> bool:
    match = matcher("sets:general_message_yearless").fullmatch(words)
    if match is None:
        return False
    number = int(match["number_alone"])
    if found.general_message is None and number:
        found.general_message = GeneralMessage(match["series"], number, None, words)
        found.spans["general_message"] = where
    return True


_PLAIN = (
    ("originator", "plaindress:fl6"),
    ("action", "plaindress:fl7"),
    ("info", "plaindress:fl8"),
)


def _address(found: Found, words: str, where: Span, standing: list[Addressee] | None) -> bool:
    for field_name, rule in _PLAIN:
        match = matcher(rule).fullmatch(words)
        if match is not None:
            _put(found, field_name, _addressee(match), where)
            return True
    match = matcher("sets:inner_address_damaged").fullmatch(words)
    if match is not None and len(words) < 200:
        names = {"FM": "originator", "TO": "action", "INFO": "info"}
        prefix = match["address_prefix"]
        offices = tuple(
            part for part in map(str.strip, (match["address_offices"] or "").split("/")) if part
        )
        indicator = prefix.strip(" /") if prefix else None
        zen = indicator == "ZEN"
        addressee = addressee_of(
            match["address_name"].strip(),
            None if zen else indicator,
            "ZEN" if zen else None,
            "/".join(offices) or None,
        )
        _put(found, names[match["address_prosign"]], addressee, where)
        return True
    if standing is not None:
        match = matcher("plaindress:address_continuation").fullmatch(words)
        if match is not None:
            addressee = _addressee(match)
            standing.append(addressee)
            found._addresses = standing
            return True
    return False


def _addressee(match: "re.Match[str]") -> Addressee:
    if match["directory_name"] is not None:
        return directory_addressee_of(match["directory_name"], zen=match["zen_prefix"] is not None)
    return addressee_of(
        match["plain_language_address"],
        match["address_indicator"],
        match["zen"],
        match["offices"],
        match["precedence_word"],
        None,
        match["alias"],
    )


def _put(found: Found, name: str, addressee: Addressee, where: Span) -> None:
    if name == "originator":
        if found.originator is None:
            found.originator = addressee
            found.spans["originator"] = where
        return
    addresses = found.action if name == "action" else found.info
    addresses.append(addressee)
    found.spans[f"{name}[{len(addresses) - 1}]"] = where
    found._addresses = addresses

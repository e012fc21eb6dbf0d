"""When classified text is declassified, as an authority block says it.

``Declassify On: 20321014`` gives a date, an event or an exemption. Two facts shape the value.

* A date has eight figures; older blocks wrote it as their drafters liked, and it is read.
* Any words that are no date and no exemption are an event, which no reader can judge.

Here: the line, its value and rules TG593 to TG598. Elsewhere: the E.O. line of State telegrams
(`executive_order`).
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from telegram.diagnostics import Diagnostic, FieldError
from telegram.source import Span
from telegram.syntax import matcher
from telegram.values.date_time_group import MONTHS
from telegram.values.markings.declassify_rules import (
    AUTHORITY_BLOCK_DATE_IMPOSSIBLE,
    DECLASSIFICATION_DATE_FORMAT,
    DECLASSIFICATION_DATE_MISSING,
    DECLASSIFICATION_VALUE_MISSING,
    DECLASSIFICATION_VALUE_RETIRED,
)
from telegram.values.refused import refused

_RULE = "markings:declassify_on"
_RETIRED = (
    "ORIGINATING AGENCY'S DETERMINATION REQUIRED",
    "OADR",
    "MANUAL REVIEW",
    "MR",
    *(f"X{number}" for number in range(1, 9)),
    "DNI ONLY",
    "DCI ONLY",
)
"""Values that ended with their orders (32 CFR 2001.22(e)(3); Register and Manual 2016 E)."""
_RETIRED_OPENINGS = ("SOURCE MARKED ", "SUBJECT TO TREATY")
_WITHOUT_DATE = ("50X1-HUM", "50X2-WMD")
_NOT_APPLICABLE = "N/A TO "
_CENTURY = 2000


@frozen
class DeclassifyOn:
    """The line of an authority block that says when text is declassified.

    :Shape:  kind: ``date``, ``event``, ``exemption``, ``not-applicable`` (N/A to certain portions),
             ``retired`` or ``missing``; day: the date, None where there is none or no calendar has
             it; exemption: such as ``25X1``; event: words.
    :Text:   ``str(value)`` is the canonical line.
    :Errors: `FieldError` with TG300.
    :Source: 32 CFR 2001.21(a)(4), 2001.22(e), 2001.26; IC Markings Register and Manual 2016 E.

    >>> value = DeclassifyOn.parse("Declassify On: 25X1, 20421014")
    >>> value.kind, value.exemption, value.day.isoformat()
    ('exemption', '25X1', '2042-10-14')
    """

    kind: str
    day: date | None = None
    exemption: str | None = None
    event: str | None = None

    @classmethod
    def parse(cls, text: str) -> "DeclassifyOn":
        """The value of a line."""
        match = matcher(_RULE).fullmatch(text)
        if match is None:
            raise FieldError(refused(_RULE, text))
        exemption, written, event = match.group("exemption", "day_named", "event")
        if exemption is not None:
            kind = "exemption"
        elif written is not None:
            kind = "date"
        elif event is None:
            kind = "missing"
        elif event.upper().startswith(_NOT_APPLICABLE):
            kind = "not-applicable"
        else:
            retired = event.upper() in _RETIRED or event.upper().startswith(_RETIRED_OPENINGS)
            kind = "retired" if retired else "event"
        return cls(kind, _day(written) if written is not None else None, exemption, event)

    def __str__(self) -> str:
        parts = (self.exemption, f"{self.day:%Y%m%d}" if self.day else None, self.event)
        return f"Declassify On: {', '.join(part for part in parts if part)}".rstrip(" ")


def declassify_problems(text: str) -> Iterator[Diagnostic]:
    """What is wrong with the line; spans count from its start.

    >>> [found.name for found in declassify_problems("Declassify On: 10/14/2020")]
    ['declassification-date-format']
    """
    match = matcher(_RULE).fullmatch(text)
    if match is None:
        yield refused(_RULE, text)
        return
    value = DeclassifyOn.parse(text)
    written = match["day_named"]
    if value.kind == "missing":
        yield DECLASSIFICATION_VALUE_MISSING.at(Span(0, len(text.rstrip(" "))))
    elif value.kind == "retired":
        yield DECLASSIFICATION_VALUE_RETIRED.at(Span(*match.span("event")), text=value.event)
    elif written is not None and value.day is None:
        yield AUTHORITY_BLOCK_DATE_IMPOSSIBLE.at(Span(*match.span("day_named")), text=written)
    elif written is not None and value.day is not None and not written.isdecimal():
        wanted = f"{value.day:%Y%m%d}"
        yield DECLASSIFICATION_DATE_FORMAT.at(Span(*match.span("day_named")), wanted=wanted)
    bare = written is None and value.event is None
    if value.exemption is not None and bare and value.exemption not in _WITHOUT_DATE:
        span = Span(*match.span("exemption"))
        yield DECLASSIFICATION_DATE_MISSING.at(span, text=value.exemption)


def _day(written: str) -> date | None:
    """The day of a matched date; None where no calendar has it."""
    if written.isdecimal():
        year, month, day = int(written[:4]), int(written[4:6]), int(written[6:])
    elif "/" in written:
        month, day, year = (int(part) for part in written.split("/"))
    elif "-" in written:
        year, month, day = (int(part) for part in written.split("-"))
    else:
        first, name, last = written.split(" ")
        day, year = int(first), int(last)
        month = MONTHS.index(name[:3].upper()) + 1
    try:
        return date(year + (_CENTURY if year < 100 else 0), month, day)
    except ValueError:
        return None

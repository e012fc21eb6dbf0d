"""A set-formatted text against its heading: who sends it, which message it is, and when.

Drafters copy addresses, numbers and dates of the heading into the text by hand, so a text that was
made from an older one often still says what that one said. Where both say something, the heading is
what was sent; the text is what people file and cite.

Here: rules TG881 to TG888. Elsewhere: the text by itself (`texts.sets`); the classification of both
(`classification`).
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from telegram.checks.scope import Scope, reading_of
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.model import Heading
from telegram.source import Span
from telegram.syntax import matcher
from telegram.values.date_time_group import MONTHS, DateTimeGroup, pivot_beside
from telegram.values.set_date import SetDate

if TYPE_CHECKING:
    from telegram.texts.sets.text import SetsText

_HEADING = "R 150800Z JAN 20\nFM EXERCISE STAFF\nTO EXERCISE UNIT\nBT\nUNCLAS\n"
_IDENTIFIER = "MSGID/GENADMIN/EXERCISE STAFF/-/JAN//\n"
_REST = "SUBJ/EXERCISE//\nRMKS/1.  EXERCISE.//\nBT"
_SECRET = _HEADING.replace("UNCLAS", "S E C R E T")
_CITED = "RMKS/1.  EXERCISE, REF A.//\nBT"

ORIGINATOR_UNLIKE = Rule(
    code="TG881",
    name="inner-originator-unlike-heading",
    severity=Severity.WARNING,
    message="the address block in the text is from {inner}, the message from {outer}",
    explanation="""
        Drafters repeat the addresses at the head of the text, with their office codes. The block
        refines the heading; another originator in it is left over from another message, or the
        message was sent for somebody else.
        """,
    how_to_fix="Write the originator of FM, with its office codes.",
    source="public NAVADMIN traffic; no manual has the block (unsourced)",
    references=("TX-35",),
    dialect="amhs",
    bad=f"{_HEADING}FM EXERCISE GROUP//N1//\n{'^' * 23}\n{_IDENTIFIER}{_REST}",
    good=f"{_HEADING}FM EXERCISE STAFF//N1//\n{_IDENTIFIER}{_REST}",
)
SERIES_UNLIKE = Rule(
    code="TG882",
    name="general-series-unlike-address",
    severity=Severity.WARNING,
    message="the number is one of {series}, and the message goes to {address}",
    explanation="""
        The title of a series of general messages is also the address of all who hold the series.
        Sent to another title, the message misses its readers and leaves a gap in their numbers.
        """,
    how_to_fix="Find out which series is meant, and write its title in TO and in the number.",
    source='Navy training manual 14214, "General information about messages"',
    references=("TX-47",),
    dialect="amhs",
    bad=f"""R 150800Z JAN 20
FM EXERCISE STAFF
TO ALNAV
BT
UNCLAS
NAVADMIN 001/20
{"^" * 15}
{_IDENTIFIER}{_REST}""",
    good=f"""R 150800Z JAN 20
FM EXERCISE STAFF
TO NAVADMIN
BT
UNCLAS
NAVADMIN 001/20
{_IDENTIFIER}{_REST}""",
)
NUMBER_YEAR_UNLIKE = Rule(
    code="TG883",
    name="general-number-of-another-year",
    severity=Severity.WARNING,
    message="the number is of {year}, and the message was released on {dtg}",
    explanation="""
        The serial begins at 001 each calendar year, so number and year together name the message. A
        message released around the turn of the year may have either year.
        """,
    how_to_fix="Write the year of the release.",
    source='Navy training manual 14214, "General information about messages"',
    references=("TX-54",),
    dialect="amhs",
    bad=f"{_HEADING}NAVADMIN 001/18\n{'^' * 15}\n{_IDENTIFIER}{_REST}",
    good=f"{_HEADING}NAVADMIN 001/20\n{_IDENTIFIER}{_REST}",
)
IDENTIFIER_ORIGINATOR_UNLIKE = Rule(
    code="TG884",
    name="identifier-originator-unlike-heading",
    severity=Severity.WARNING,
    message="MSGID names {inner}, and FM {outer}",
    explanation="""
        The originator in MSGID is the address of FM, or its short form. Serial numbers are counted
        by originator, so that another name identifies another message.
        """,
    how_to_fix="Write the originator as FM has it.",
    source="Navy training manual 14292, figure 2-3; the short form in a public sample message",
    references=("TX-62",),
    dialect="amhs",
    bad=f"{_HEADING}MSGID/GENADMIN/EXERCISE GROUP/-/JAN//\n{' ' * 15}{'^' * 14}\n{_REST}",
    good=f"{_HEADING}{_IDENTIFIER}{_REST}",
)
REFERENCE_LATER = Rule(
    code="TG885",
    name="reference-later-than-message",
    severity=Severity.WARNING,
    message="reference {letter} is of {written}, and the message was released on {dtg}",
    explanation="""
        A message refers to what existed when it was drafted. A later date is mostly a mistyped
        year; in January the new year is written out of habit or the old one.
        """,
    how_to_fix="Compare with the document that is meant.",
    source="public NAVADMIN traffic",
    references=("TX-123",),
    dialect="amhs",
    bad=f"""{_HEADING}{_IDENTIFIER}SUBJ/EXERCISE//
REF/A/DOC/EXERCISE STAFF/15AUG20//
{" " * 25}{"^" * 7}
{_CITED}""",
    good=f"""{_HEADING}{_IDENTIFIER}SUBJ/EXERCISE//
REF/A/DOC/EXERCISE STAFF/15AUG19//
{_CITED}""",
)
IDENTIFIER_MONTH_UNLIKE = Rule(
    code="TG886",
    name="identifier-of-another-month",
    severity=Severity.WARNING,
    message="MSGID says {month}, and the message was released on {dtg}",
    explanation="""
        The month of MSGID is that of the date-time group. A text drafted in one month and released
        in the next keeps the old one unless somebody looks.
        """,
    how_to_fix="Write the month of the date-time group.",
    source="a community guide to the ATO text (MSGID, field 4); public NAVADMIN traffic",
    references=("TX-64",),
    dialect="amhs",
    bad=f"{_HEADING}MSGID/GENADMIN/EXERCISE STAFF/-/DEC//\n{' ' * 32}^^^\n{_REST}",
    good=f"{_HEADING}{_IDENTIFIER}{_REST}",
)
DECLASSIFICATION_UNNEEDED = Rule(
    code="TG887",
    name="declassification-of-unclassified",
    severity=Severity.WARNING,
    message="DECL stands in a text that is {level}",
    explanation="""
        DECL says when a classified text loses its classification. In an unclassified text it is
        left over, or the classification line is wrong.
        """,
    how_to_fix="Remove DECL, or correct the classification line.",
    source="Navy training manual 12324; name and fields of the set are (unsourced)",
    references=("TX-111",),
    dialect="amhs",
    bad=f"{_HEADING}{_IDENTIFIER}SUBJ/EXERCISE//\nRMKS/1.  EXERCISE.//\nDECL/01JAN2030//\n^^^^\nBT",
    good=f"{_HEADING}{_IDENTIFIER}{_REST}",
)
DECLASSIFICATION_MISSING = Rule(
    code="TG888",
    name="declassification-set-missing",
    severity=Severity.WARNING,
    message="the text is {level} and says nothing of its declassification",
    explanation="""
        A classified message says when, or on which event, it is declassified or downgraded, in the
        set DECL or in a line of its own.
        """,
    how_to_fix="Write DECL after the remarks.",
    source="Navy training manual 12324; name and fields of the set are (unsourced)",
    references=("TX-112", "declassification-value-missing"),
    dialect="amhs",
    bad=f"{_SECRET}{'^' * 11}\n{_IDENTIFIER}{_REST}",
    good=f"{_SECRET}{_IDENTIFIER}SUBJ/EXERCISE//\nRMKS/1.  EXERCISE.//\nDECL/01JAN2030//\nBT",
)

_JANUARY, _DECEMBER = 1, 12


def sets_heading_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where a set-formatted text contradicts the heading under which it was first sent."""
    if scope.kind != "main" or scope.telegram.text.kind != "sets":
        return
    from telegram.texts.sets.text import SetsText

    text = scope.telegram.text
    assert isinstance(text, SetsText)
    heading = scope.telegram.heading
    while heading.original is not None:
        heading = heading.original
    yield from _originators(text, heading)
    yield from _series(text, heading)
    yield from _declassification(scope, text)
    released = _released(heading.dtg, scope.telegram.pivot)
    if released is not None:
        yield from _dates(text, heading.dtg, released)


def _originators(text: "SetsText", heading: Heading) -> Iterator[Diagnostic]:
    outer = heading.originator and heading.originator.name
    if not outer:
        return
    inner = text.originator and text.originator.name
    if inner and not _short_form(inner, outer):
        yield ORIGINATOR_UNLIKE.at(text.spans["originator"], inner=inner, outer=outer)
    identifier = text.message_identifier
    place = text.spans.get("message_identifier.originator")
    if identifier is None or identifier.originator is None or place is None:
        return
    named = identifier.originator
    if not _short_form(named, outer) and not (inner and _short_form(named, inner)):
        yield IDENTIFIER_ORIGINATOR_UNLIKE.at(place, inner=named, outer=outer)


def _short_form(one: str, other: str) -> bool:
    """Whether the words of one name stand together in the other: YORKTOWN for USS YORKTOWN."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return f" {short} " in f" {long} " or long.replace(" ", "") == short.replace(" ", "")


def _words(name: str) -> str:
    name = name.upper().removesuffix("(UC)")  # the class of a directory name
    return " ".join("".join(c if c.isalnum() else " " for c in name).split())


def _series(text: "SetsText", heading: Heading) -> Iterator[Diagnostic]:
    number = text.general_message
    if number is None:
        return
    titles = [
        addressee.name
        for addressee in (*heading.action, *text.action)
        if addressee.name and matcher("sets:series_title").fullmatch(addressee.name) is not None
    ]
    if titles and number.series not in titles:
        place = text.spans["general_message"]
        yield SERIES_UNLIKE.at(place, series=number.series, address=titles[0])


def _declassification(scope: Scope, text: "SetsText") -> Iterator[Diagnostic]:
    line = scope.telegram.classification
    if line is None or line.level is None:
        return
    from telegram.texts.sets.fields import NO_DATA

    made = next((made for made in text.sets if made.name == "DECL"), None)
    words = str(text)
    if made is not None and made.texts and not {*made.texts} - {NO_DATA}:
        start, end = made.span.start - text.span.start, made.span.end - text.span.start
        made, words = None, words[:start] + words[end:]  # DECL/-// says nothing
    level, classified = line.level.name, line.level.letter != "U"
    if made is not None and not classified:
        where = Span(made.span.start, made.span.start + len(made.id))
        yield DECLASSIFICATION_UNNEEDED.at(where, level=level)
    elif made is None and classified and not _declassified(words):
        place = reading_of(scope.telegram).body.class_span
        if place is not None:
            yield DECLASSIFICATION_MISSING.at(place, level=level)


def _declassified(text: str) -> bool:
    """Whether a line of a text speaks of declassification or downgrading."""
    return matcher("sets:declassifying").search(text) is not None


def _released(dtg: DateTimeGroup | None, pivot: int) -> datetime | None:
    try:
        return dtg.resolve(pivot) if dtg is not None else None
    except (ValueError, OverflowError):  # the rules of a single date-time group report it
        return None


def _dates(text: "SetsText", dtg: DateTimeGroup | None, released: datetime) -> Iterator[Diagnostic]:
    number = text.general_message
    if number is not None and number.year is not None and not _same_year(number.year, released):
        yield NUMBER_YEAR_UNLIKE.at(text.spans["general_message"], year=number.year, dtg=dtg)
    identifier = text.message_identifier
    place = text.spans.get("message_identifier.month")
    month = identifier.month if identifier is not None else None
    if month is not None and place is not None and month != released.month:
        yield IDENTIFIER_MONTH_UNLIKE.at(place, month=MONTHS[month - 1], dtg=dtg)
    for index, reference in enumerate(text.references):
        place = text.spans.get(f"references[{index}].date")
        if reference.date is not None and place is not None and _later(reference.date, released):
            yield REFERENCE_LATER.at(
                place, letter=reference.letter or index + 1, written=reference.date, dtg=dtg
            )


def _same_year(year: int, released: datetime) -> bool:
    allowed = {released.year}
    if released.month == _DECEMBER:
        allowed.add(released.year + 1)
    if released.month == _JANUARY:
        allowed.add(released.year - 1)
    return year % 100 in {each % 100 for each in allowed}


def _later(value: SetDate | DateTimeGroup, released: datetime) -> bool:
    """Whether a date is after the release, as precisely as it is written."""
    try:
        moment = value.resolve(pivot_beside(released.year))
        if isinstance(moment, datetime):
            return moment > released
        return moment > date(released.year, released.month, released.day)
    except (ValueError, OverflowError):  # no such day: the rules of a single date report it
        return False

"""What is wrong with the number, the identifier and the subject: TG731 to TG733, TG743 to TG754.

These three say which message this is. Programs file, answer and distribute by them.

Here: findings in one of them by itself. Elsewhere: against the heading, in the checks across
elements.
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Safety, Severity
from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.sets import SetsText
from telegram.texts.sets.examples import (
    IDENTIFIER,
    REMARKS,
    SUBJECT,
    message,
    with_identifier,
)
from telegram.texts.sets.fields import NO_DATA, MessageSet
from telegram.texts.sets.lines import GeneralMessage, PieceKind
from telegram.texts.sets.views import FORMATS
from telegram.values.date_time_group import MONTH_NUMBER

GENERAL_NUMBER_FORM = Rule(
    code="TG731",
    name="general-number-malformed",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{written!r} is no general-message number; it is written {wanted}",
    explanation="""
        A general message is known by its title, three digits from 001 each calendar year, one slant
        and the last two digits of the year. It is cited and cancelled in that form.
        """,
    how_to_fix="Write the title, a blank, three digits, a slant and two digits.",
    source='Navy training manual 14214, "General information about messages"',
    references=("TX-50", "TX-51", "TX-53"),
    dialect="amhs",
    bad=message("NAVADMIN 01/2020", "^" * 16, IDENTIFIER, SUBJECT, REMARKS),
    good=message("NAVADMIN 001/20", IDENTIFIER, SUBJECT, REMARKS),
)
GENERAL_NUMBER_REST = Rule(
    code="TG732",
    name="general-number-not-alone",
    severity=Severity.WARNING,
    message="{rest!r} follows the general-message number",
    explanation="""
        The number stands alone on its line; only the words for a corrected copy may follow it.
        """,
    how_to_fix="Remove what follows the year.",
    source='Navy training manual 14214, "General information about messages"',
    references=("TX-52",),
    dialect="amhs",
    bad=message("NAVADMIN 001/20//", "^" * 17, IDENTIFIER, SUBJECT, REMARKS),
    good=message("NAVADMIN 001/20", IDENTIFIER, SUBJECT, REMARKS),
)
GENERAL_NUMBER_MISPLACED = Rule(
    code="TG733",
    name="general-number-misplaced",
    severity=Severity.WARNING,
    message="the general-message number stands after the set {before}",
    explanation="""
        The number stands between the classification line and the identifier.
        """,
    how_to_fix="Move it before MSGID.",
    source='Navy training manual 14214, "General information about messages"',
    references=("TX-55",),
    dialect="amhs",
    bad=message(IDENTIFIER, "NAVADMIN 001/20", "^" * 15, SUBJECT, REMARKS),
    good=message("NAVADMIN 001/20", IDENTIFIER, SUBJECT, REMARKS),
)
IDENTIFIER_FORMAT_MISSING = Rule(
    code="TG743",
    name="message-format-missing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the identifier begins with {written!r}, which is no format",
    explanation="""
        The first field of MSGID says which format the text has. Where it is missing, all other
        fields stand one place too early.
        """,
    how_to_fix="Write the format, mostly GENADMIN, before the originator.",
    source="Navy training manual 14292, figure 2-3",
    references=("TX-60",),
    dialect="amhs",
    bad=message("MSGID/EXERCISE STAFF/1/JAN//", " " * 6 + "^" * 14, SUBJECT, REMARKS),
    good=message("MSGID/GENADMIN/EXERCISE STAFF/1/JAN//", SUBJECT, REMARKS),
)
IDENTIFIER_FORMAT_UNKNOWN = Rule(
    code="TG744",
    name="message-format-unknown",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="{written!r} is not known as a message format",
    explanation="""
        A series of general messages, such as NAVADMIN, is no format: its messages have the format
        GENADMIN. Other formats than those known here exist.
        """,
    how_to_fix="Write GENADMIN, unless the text has a format of its own.",
    source="Navy training manual 14292, figure 2-3; the list of formats is (unsourced)",
    references=("TX-60",),
    dialect="amhs",
    bad=message("MSGID/NAVADMIN/EXERCISE STAFF/-/JAN//", " " * 6 + "^" * 8, SUBJECT, REMARKS),
    good=message("MSGID/GENADMIN/EXERCISE STAFF/-/JAN//", SUBJECT, REMARKS),
)
IDENTIFIER_ORIGINATOR_MISSING = Rule(
    code="TG745",
    name="identifier-originator-missing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the identifier has no originator",
    explanation="""
        The second field of MSGID names who numbers the message. A serial number without it
        identifies nothing.
        """,
    how_to_fix="Write the originator after the format.",
    source="Navy training manual 14292, figure 2-3",
    references=("TX-61",),
    dialect="amhs",
    bad=message("MSGID/GENADMIN//", " " * 6 + "^" * 8, SUBJECT, REMARKS),
    good=message("MSGID/GENADMIN/EXERCISE STAFF//", SUBJECT, REMARKS),
)
IDENTIFIER_MONTH = Rule(
    code="TG746",
    name="identifier-month-malformed",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{written!r} is no month of an identifier",
    explanation="""
        The month is its first three letters, without a year: with the serial number it tells apart
        the messages of one originator.
        """,
    how_to_fix="Write JAN, FEB, MAR, APR, MAY, JUN, JUL, AUG, SEP, OCT, NOV or DEC.",
    source="a community guide to the ATO text (MSGID, field 4); public traffic",
    references=("TX-63",),
    dialect="amhs",
    bad=message("MSGID/GENADMIN/EXERCISE STAFF/-/JAN 20//", " " * 32 + "^" * 6, SUBJECT, REMARKS),
    good=message("MSGID/GENADMIN/EXERCISE STAFF/-/JAN//", SUBJECT, REMARKS),
)
IDENTIFIER_OFFICE = Rule(
    code="TG747",
    name="office-for-serial",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="{office!r} stands where the identifier has its serial number",
    explanation="""
        The third field of MSGID is the originator's number of the message, a hyphen where there is
        none. All modern general messages have an office code there.
        """,
    how_to_fix="Write the serial number, or a hyphen.",
    source="a community guide to the ATO text (MSGID, field 3); public traffic",
    references=("TX-65",),
    dialect="amhs",
    bad=message("MSGID/GENADMIN/EXERCISE STAFF/N1/JAN//", " " * 30 + "^^", SUBJECT, REMARKS),
    good=message("MSGID/GENADMIN/EXERCISE STAFF/-/JAN//", SUBJECT, REMARKS),
)
IDENTIFIER_TOO_LONG = Rule(
    code="TG748",
    name="identifier-fields-in-excess",
    severity=Severity.WARNING,
    message="the identifier has {count} fields; the last is {written!r}",
    explanation="""
        After the month come a qualifier, such as CHG for a change, and its number. What else stands
        there is mostly an office code that pushed the other fields one place on, or a year.
        """,
    how_to_fix="Write format, originator, serial number and month.",
    source="a community guide to the ATO text; other qualifiers are (unsourced)",
    references=("TX-67",),
    dialect="amhs",
    bad=message("MSGID/GENADMIN/EXERCISE STAFF/1/-/JAN//", " " * 34 + "^^^", SUBJECT, REMARKS),
    good=message("MSGID/GENADMIN/EXERCISE STAFF/1/JAN//", SUBJECT, REMARKS),
)
SUBJECT_EMPTY = Rule(
    code="TG751",
    name="subject-set-empty",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the subject is empty",
    explanation="""
        Automatic distribution works by the subject. A message without one reaches whoever gets
        everything.
        """,
    how_to_fix="Write a short subject.",
    source="Navy training manual 14261",
    references=("TX-70",),
    dialect="amhs",
    bad=with_identifier("SUBJ///", "^^^^"),
    good=with_identifier("SUBJ/EXERCISE//"),
)
SUBJECT_FOLLOWED = Rule(
    code="TG752",
    name="subject-followed-by-words",
    severity=Severity.WARNING,
    message="{words!r} follows the end of the subject on its line",
    explanation="""
        The set ends its line. Words behind it belong to no set.
        """,
    how_to_fix="Move the words into the subject or remove them.",
    source="samples in Navy training manual 14292",
    references=("TX-73",),
    dialect="amhs",
    bad=with_identifier("SUBJ/EXERCISE// (CHANGED)", " " * 16 + "^" * 9),
    good=with_identifier("SUBJ/EXERCISE (CHANGED)//"),
)
SUBJECT_LONG = Rule(
    code="TG754",
    name="subject-long",
    severity=Severity.WARNING,
    message="the subject has {count} lines",
    explanation="""
        A subject is short. Systems that show it keep three lines at most, and gateways cut it
        after one.
        """,
    how_to_fix="Shorten the subject to three lines.",
    source="public traffic; the limit is (unsourced)",
    references=("TX-74",),
    dialect="amhs",
    bad=with_identifier("SUBJ/EXERCISE ONE", "^^^^", "AND TWO", "AND THREE", "AND FOUR//"),
    good=with_identifier("SUBJ/EXERCISE ONE", "AND TWO", "AND THREE//"),
)
_PLACEHOLDERS = frozenset({"XXX", "MMM", "MON"})
_MOST_FIELDS = 4
_LONGEST_SUBJECT = 3
_QUALIFIERS = frozenset({"CHG", "DEV", "AMP", "CAN", "COR", "REQ"})


def identity_findings(text: SetsText) -> Iterator[Diagnostic]:
    """What is wrong with number, identifier and subject."""
    yield from _general(text)
    for made in text.sets:
        if made.name == "MSGID":
            yield from _identifier(made)
        elif made.name == "SUBJ":
            yield from _subject(text.source, made)


def _general(text: SetsText) -> Iterator[Diagnostic]:
    number, where = text.general_message, text.spans.get("general_message")
    if number is None or where is None:
        return
    if number.year is None:
        yield GENERAL_NUMBER_FORM.at(where, written=number.text, wanted=f"{number}/ and its year")
    fix = Fix(f"Write {number}.", (Edit(where, str(number)),), Safety.UNSAFE)
    if number.year is not None and matcher("sets:general_message").fullmatch(number.text) is None:
        match = matcher("sets:general_message_damaged").fullmatch(number.text)
        rest = match["general_rest"] if match is not None else None
        words = number.text[: len(number.text) - len(rest)] if rest else number.text
        if matcher("sets:general_message").fullmatch(words) is None and not _is_army_number(number):
            yield GENERAL_NUMBER_FORM.at(where, fix, written=number.text, wanted=str(number))
        elif rest and "CORRECT" not in rest:
            yield GENERAL_NUMBER_REST.at(where, fix, rest=rest.strip())
    first = next((made for made in text.sets if made.name in ("MSGID", "SUBJ")), None)
    if first is not None and first.span.start < where.start:
        yield GENERAL_NUMBER_MISPLACED.at(where, before=first.id)


def _is_army_number(number: GeneralMessage) -> bool:
    """Whether a number is written as the Army writes its own: with the whole year."""
    return number.series == "ALARACT" and number.text == f"ALARACT {number.number:03}/{number.year}"


def _identifier(made: MessageSet) -> Iterator[Diagnostic]:
    fields = list(made.fields)
    if not fields:
        return
    first = fields.pop(0)
    known = first.text.split(",")[0] in FORMATS
    if not known and (" " in first.text or (fields and " " not in fields[0].text)):
        yield IDENTIFIER_FORMAT_MISSING.at(first.span, written=first.text)
        fields.insert(0, first)
    elif not known:
        yield IDENTIFIER_FORMAT_UNKNOWN.at(first.span, written=first.text)
    standard = bool(fields) and matcher("sets:format_standard").fullmatch(fields[0].text)
    if not fields:
        yield IDENTIFIER_ORIGINATOR_MISSING.at(first.span)
    if not fields or standard:  # which fields follow a standard, it says itself
        return
    months = [each for each in fields[1:] if _month_like(each.text)]
    for each in months:
        if each.text not in MONTH_NUMBER:
            yield IDENTIFIER_MONTH.at(each.span, written=each.text)
    if len(fields) > 1:
        serial = fields[1]
        if serial.text != NO_DATA and not serial.text.isdigit() and serial not in months:
            yield IDENTIFIER_OFFICE.at(serial.span, office=serial.text)
    extra = fields[_MOST_FIELDS - 1 :]
    rigid = first.text.split(",")[0] in FORMATS - {"GENADMIN"}  # its last fields say the class
    if extra and not rigid and extra[0].text not in _QUALIFIERS:
        yield IDENTIFIER_TOO_LONG.at(extra[-1].span, count=len(made.fields), written=extra[-1].text)


def _month_like(text: str) -> bool:
    if text in _PLACEHOLDERS:
        return True
    return text[:3].upper() in MONTH_NUMBER and (
        len(text) == 3 or matcher("sets:month_damaged").fullmatch(text) is not None
    )


def _subject(source: str, made: MessageSet) -> Iterator[Diagnostic]:
    where = Span(made.span.start, made.span.start + len(made.id))
    if not made.fields:
        yield SUBJECT_EMPTY.at(where)
        return
    lines = sum(
        1
        for start, end, _ in line_bounds(source, *_ends(made.content))
        if source[start:end].strip()
    )
    if lines > _LONGEST_SUBJECT:
        yield SUBJECT_LONG.at(where, count=lines)


def followed_findings(text: SetsText) -> Iterator[Diagnostic]:
    """Words behind the end of a subject, on its line."""
    for piece, following in zip(text.pieces, text.pieces[1:], strict=False):
        words = following.span.of(text.source)
        named = piece.kind is PieceKind.SET and following.kind is PieceKind.TEXT
        if not named or piece.span.of(text.source)[-1:] in ("\n", "\r", "\f"):
            continue
        subject = any(
            made.name == "SUBJ" and made.span.start == piece.span.start for made in text.sets
        )
        if subject:
            start = following.span.start + len(words) - len(words.lstrip())
            yield SUBJECT_FOLLOWED.at(Span(start, start + len(words.strip())), words=words.strip())


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end

"""What is wrong with contacts, remarks and the small sets: TG775 to TG789.

The remarks hold anything; what a rule can say is whether they are opened, numbered and ended.

Here: findings in POC, remarks, AKNLDG and TIMEFRAM. Elsewhere: their end (`rules_syntax`).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Safety, Severity
from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.sets import SetsText
from telegram.texts.sets.examples import IDENTIFIER, SUBJECT, message, with_subject
from telegram.texts.sets.fields import MessageSet
from telegram.texts.sets.lines import PieceKind
from telegram.texts.sets.rules_order import is_army_message
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.set_date import set_date_of

CONTACT_INCOMPLETE = Rule(
    code="TG775",
    name="contact-without-address",
    severity=Severity.WARNING,
    message="the point of contact has no telephone number and no mail address",
    explanation="""
        A point of contact is there to be asked. A name alone sends the reader to a directory that
        may be years younger than the message.
        """,
    how_to_fix="Add TEL: and a number, or EMAIL: and an address.",
    source="public traffic; fields and labels of POC are (unsourced)",
    references=("TX-95",),
    dialect="amhs",
    bad=with_subject("POC/A. SAMPLE/CDR/EXERCISE STAFF//", "    ^^^^^^^^^"),
    good=with_subject("POC/A. SAMPLE/CDR/EXERCISE STAFF/TEL:(555)555-0100//"),
)
CONTACT_EMPTY = Rule(
    code="TG776",
    name="contact-without-name",
    severity=Severity.WARNING,
    message="the point of contact has no name",
    explanation="""
        The first field of POC is the name. Without it the other fields move up one place.
        """,
    how_to_fix="Write the name as the first field.",
    source="public traffic; fields and labels of POC are (unsourced)",
    references=("TX-95",),
    dialect="amhs",
    bad=with_subject("POC/TEL:(555)555-0100//", "^^^"),
    good=with_subject("POC/A. SAMPLE/TEL:(555)555-0100//"),
)
REMARKS_NOT_OPENED = Rule(
    code="TG781",
    name="remarks-not-opened",
    severity=Severity.WARNING,
    message="the paragraphs begin without a set name",
    explanation="""
        The remarks are a set like others: RMKS or GENTEXT/REMARKS opens them. Without the name the
        paragraphs are no part of the formatted text.
        """,
    how_to_fix="Write RMKS/ before the first paragraph.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-101",),
    dialect="amhs",
    bad=message(IDENTIFIER, SUBJECT, "1.  EXERCISE.//", "^^"),
    good=message(IDENTIFIER, SUBJECT, "RMKS/1.  EXERCISE.//"),
)
PARAGRAPH_NUMBERS = Rule(
    code="TG782",
    name="paragraph-number-skipped",
    severity=Severity.WARNING,
    message="paragraph {number} follows; {wanted} is next",
    explanation="""
        Main paragraphs are numbered 1, 2, 3. A gap is a paragraph that was lost, or whose number
        was run into the line before it.
        """,
    how_to_fix="Look for the missing paragraph.",
    source="Navy training manuals 12324 and 14129",
    references=("TX-102",),
    dialect="amhs",
    bad=message(IDENTIFIER, SUBJECT, "RMKS/1.  EXERCISE.", "3.  END OF EXERCISE.//", "^^"),
    good=message(IDENTIFIER, SUBJECT, "RMKS/1.  EXERCISE.", "2.  END OF EXERCISE.//"),
)
TEXT_AFTER_REMARKS = Rule(
    code="TG783",
    name="text-after-remarks",
    severity=Severity.WARNING,
    message="text follows the end of the remarks",
    explanation="""
        The end of the last set is the end of the text. What follows it is taken for nothing by a
        reader of sets.
        """,
    how_to_fix="Move the end of the set behind the last line.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-104",),
    dialect="amhs",
    bad=message(IDENTIFIER, SUBJECT, "RMKS/1.  EXERCISE.//", "END OF EXERCISE.", "^" * 16),
    good=message(IDENTIFIER, SUBJECT, "RMKS/1.  EXERCISE.", "END OF EXERCISE.//"),
)
ACKNOWLEDGE_VALUE = Rule(
    code="TG785",
    name="acknowledge-value-unknown",
    severity=Severity.ERROR,
    message="AKNLDG says {written!r}; it says YES or NO",
    explanation="""
        The set says whether the addressees must acknowledge. Anything else leaves them in doubt.
        """,
    how_to_fix="Write AKNLDG/YES// or AKNLDG/NO//.",
    source="a community guide to the ATO text",
    references=("TX-110",),
    dialect="amhs",
    bad=with_subject("AKNLDG/PERHAPS//", "       ^^^^^^^"),
    good=with_subject("AKNLDG/YES//"),
)
TIMEFRAME_BACKWARDS = Rule(
    code="TG788",
    name="timeframe-ends-before-it-begins",
    severity=Severity.ERROR,
    message="the time frame ends at {to} and begins at {start}",
    explanation="""
        TIMEFRAM gives the period in which a message holds, with FROM: and TO:. Written the wrong
        way round it holds never.
        """,
    how_to_fix="Exchange the two times.",
    source="a community guide to the ATO text",
    references=("TX-113",),
    dialect="amhs",
    bad=with_subject("TIMEFRAM/FROM:020600ZJAN2020/TO:010600ZJAN2020//", " " * 29 + "^" * 17),
    good=with_subject("TIMEFRAM/FROM:010600ZJAN2020/TO:020600ZJAN2020//"),
)


def remarks_findings(text: SetsText) -> Iterator[Diagnostic]:
    """What is wrong with contacts, remarks and the small sets."""
    contacts = [made for made in text.sets if made.name == "POC"]
    for made, contact in zip(contacts, text.contacts, strict=False):
        if contact.name is None or contact.name.upper().startswith(("TEL:", "EMAIL:", "DSN:")):
            yield CONTACT_EMPTY.at(Span(made.span.start, made.span.start + len(made.id)))
        elif not any(_reaches(each.text) for each in made.fields):
            yield CONTACT_INCOMPLETE.at(made.fields[0].span)
    yield from _remarks(text)
    for made in text.sets:
        if made.name == "AKNLDG":
            yield from _acknowledge(made)
        elif made.name == "TIMEFRAM":
            yield from _timeframe(made)


def _reaches(text: str) -> bool:
    """Whether a field holds a telephone number or a mail address."""
    digits = sum(character.isdigit() for character in text)
    return digits >= 7 or "@" in text or "(AT)" in text.upper()


def _remarks(text: SetsText) -> Iterator[Diagnostic]:
    named = text.sets and not is_army_message(text)
    for piece in text.pieces:
        if piece.kind is PieceKind.REMARKS and text.remarks is not None and named:
            first = text.remarks.paragraphs[0].span.start
            where = Span(first, first + text.source[first:].index(".") + 1)
            fix = Fix(
                "Open the remarks with RMKS/.", (Edit(Span(first, first), "RMKS/"),), Safety.UNSAFE
            )
            yield REMARKS_NOT_OPENED.at(where, fix)
    if text.remarks is None:
        return
    wanted = 1
    for paragraph in text.remarks.paragraphs:
        if paragraph.number is None:
            continue
        number = int(paragraph.number)
        if number != wanted and wanted > 1:
            start = paragraph.span.start
            end = start + len(paragraph.number) + 1
            yield PARAGRAPH_NUMBERS.at(Span(start, end), number=number, wanted=wanted)
        wanted = number + 1
    after = [
        piece
        for piece in text.pieces
        if piece.kind is PieceKind.TEXT
        and piece.span.start >= text.remarks.span.end
        and not matcher("plaindress:page_line").fullmatch(piece.span.of(text.source).strip())
    ]
    if after:
        words = after[0].span.of(text.source)
        start = after[0].span.start + len(words) - len(words.lstrip())
        yield TEXT_AFTER_REMARKS.at(Span(start, start + len(words.strip())))


def _acknowledge(made: MessageSet) -> Iterator[Diagnostic]:
    if made.fields and made.fields[0].text.upper() not in ("YES", "NO", "Y", "N"):
        yield ACKNOWLEDGE_VALUE.at(made.fields[0].span, written=made.fields[0].text)


def _timeframe(made: MessageSet) -> Iterator[Diagnostic]:
    times = {}
    for each in made.fields:
        read = set_date_of(each.value)
        if read is not None and isinstance(read[0], DateTimeGroup) and each.label is not None:
            times[each.label] = (read[0], each)
    if "FROM" in times and "TO" in times:
        (start, _), (end, place) = times["FROM"], times["TO"]
        if end.year is not None and start.year is not None and end.resolve() < start.resolve():
            at = place.span.end - len(place.value)
            yield TIMEFRAME_BACKWARDS.at(Span(at - len("TO:"), place.span.end), to=end, start=start)

"""What is wrong with references and what explains them: TG761 to TG773, TG791 to TG793.

Each reference is a set: a letter, what it is, who wrote it, and when. What it is about stands in
AMPN or NARR.

Here: findings in REF, AMPN and NARR, and in the dates of references. Elsewhere: date-time groups
of the heading (`values.date_time_group`).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.sets import SetsText
from telegram.texts.sets.examples import IDENTIFIER, REFERENCE, REMARKS, message, with_subject
from telegram.texts.sets.fields import MessageSet
from telegram.texts.sets.views import Reference
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.set_date import set_date_of

_SAMPLES = "samples in Navy training manual 14292 and in public traffic"

REFERENCE_LETTERS = Rule(
    code="TG761",
    name="reference-letter-out-of-order",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the reference has the letter {letter}; {wanted} is next",
    explanation="""
        References are lettered from A in the order of their mention. The text cites them by letter,
        so that a letter used twice or left out makes a citation mean nothing.
        """,
    how_to_fix="Letter the references A, B, C and so on.",
    source="Navy training manual 12324",
    references=("TX-80",),
    dialect="amhs",
    bad=with_subject(REFERENCE, "REF/C/DOC/EXERCISE UNIT/15AUG19//", "    ^"),
    good=with_subject(REFERENCE, "REF/B/DOC/EXERCISE UNIT/15AUG19//"),
)
REFERENCE_SPACING = Rule(
    code="TG762",
    name="reference-blank-for-slant",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="a blank stands between REF and its letter; a slant does",
    explanation="""
        REF is a set like others: a slant parts its name from its first field, the letter.
        """,
    how_to_fix="Write REF/A/.",
    source=_SAMPLES,
    references=("TX-81",),
    dialect="amhs",
    bad=with_subject("REF A/DOC/EXERCISE STAFF/15AUG19//", "^^^^^"),
    good=with_subject(REFERENCE),
)
REFERENCE_FIELDS = Rule(
    code="TG763",
    name="reference-fields-missing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the reference has {count} fields after its letter; it needs type, originator and date",
    explanation="""
        Type, originator and date together name a document or a message. What it is about belongs
        into AMPN or NARR.
        """,
    how_to_fix="Write type, originator and date.",
    source=_SAMPLES,
    references=("TX-82",),
    dialect="amhs",
    bad=with_subject("REF/A/EXERCISE PLAN/15AUG19//", "    ^^^^^^^^^^^^^^^^^^^^^^^"),
    good=with_subject("REF/A/DOC/EXERCISE STAFF/15AUG19//"),
)
REFERENCE_TYPE = Rule(
    code="TG764",
    name="reference-type-unknown",
    severity=Severity.WARNING,
    message="{written!r} is not known as a type of reference",
    explanation="""
        The type says where to look for the reference: DOC for a document, MSG for a message. A
        title in its place pushes originator and date out of theirs.
        """,
    how_to_fix="Write DOC, MSG, LTR, TEL, EMAIL or the name of a message format.",
    source="Navy training manual 14292; the list of types is (unsourced)",
    references=("TX-83",),
    dialect="amhs",
    bad=with_subject("REF/A/PLAN/EXERCISE STAFF/15AUG19//", "      ^^^^"),
    good=with_subject("REF/A/DOC/EXERCISE STAFF/15AUG19//"),
)
REFERENCE_DATE_MISSING = Rule(
    code="TG765",
    name="reference-date-missing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the reference has no date",
    explanation="""
        A message is found by its date-time group, a document by its date: without it one edition
        cannot be told from another.
        """,
    how_to_fix="Write the date as 15AUG19, the date-time group of a message as 150800ZAUG19.",
    source=_SAMPLES,
    references=("TX-84",),
    dialect="amhs",
    bad=with_subject("REF/A/DOC/EXERCISE STAFF/PLAN NINE//", " " * 4 + "^" * 30),
    good=with_subject("REF/A/DOC/EXERCISE STAFF/15AUG19//"),
)
REFERENCE_LABELLED = Rule(
    code="TG766",
    name="reference-field-labelled",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="{written!r} has a label, as the Marine Corps writes it",
    explanation="""
        Marine Corps messages label the fields of a reference, MSGID:DOC and YMD:20190815. The
        Navy's format knows its fields by their place.
        """,
    how_to_fix="Write the value without its label.",
    source="public samples of MARADMIN messages",
    references=("TX-86",),
    dialect="amhs",
    bad=with_subject("REF/A/MSGID:DOC/EXERCISE STAFF/15AUG19//", "      ^^^^^^^^^"),
    good=with_subject("REF/A/DOC/EXERCISE STAFF/15AUG19//"),
)
REFERENCE_OFFICE = Rule(
    code="TG767",
    name="reference-field-in-excess",
    severity=Severity.WARNING,
    message="{written!r} stands between originator and date",
    explanation="""
        After the originator comes the date. An office code or a title between them is read as the
        date by those who go by place.
        """,
    how_to_fix="Move an office code into the originator, a title into AMPN or NARR.",
    source=_SAMPLES,
    references=("TX-88",),
    dialect="amhs",
    bad=with_subject("REF/A/MSG/EXERCISE STAFF/N1/150800ZAUG19//", " " * 25 + "^^"),
    good=with_subject("REF/A/MSG/EXERCISE STAFF/150800ZAUG19//"),
)
EXPLAINED_NOT_LISTED = Rule(
    code="TG768",
    name="explained-reference-not-listed",
    severity=Severity.WARNING,
    message="{name} explains reference {letter}, which no REF lists",
    explanation="""
        Each letter that is explained is a REF set before it. Without the set nobody can find the
        reference.
        """,
    how_to_fix="Add the REF set, or correct the letter.",
    source=_SAMPLES,
    references=("TX-89",),
    dialect="amhs",
    bad=with_subject(REFERENCE, "AMPN/REF B IS THE EXERCISE PLAN.//", "^^^^"),
    good=with_subject(REFERENCE, "AMPN/REF A IS THE EXERCISE PLAN.//"),
)
NARRATIVE_FIRST = Rule(
    code="TG771",
    name="narrative-first",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{name} is the first set; it explains sets before it",
    explanation="""
        AMPN amplifies the set before it, NARR several. As the first set it has nothing to explain.
        """,
    how_to_fix="Move it behind the sets that it explains.",
    source="Navy training manual 14122 (free text explains other sets)",
    references=("TX-90",),
    dialect="amhs",
    bad=message("NARR/THE EXERCISE IS OVER.//", "^^^^", IDENTIFIER, "SUBJ/EXERCISE//", REMARKS),
    good=message(IDENTIFIER, "SUBJ/EXERCISE//", REMARKS),
)
AMPLIFICATION_OF_SEVERAL = Rule(
    code="TG772",
    name="amplification-of-several",
    severity=Severity.WARNING,
    message="{name} explains {count} REF; {wanted} does",
    explanation="""
        AMPN amplifies one set, NARR explains several. The name tells a reader how many sets before
        it are meant.
        """,
    how_to_fix="Write AMPN after one reference, NARR after several.",
    source="public traffic; the definition is (unsourced)",
    references=("TX-91",),
    dialect="amhs",
    bad=with_subject(REFERENCE, "NARR/REF A IS THE EXERCISE PLAN.//", "^^^^"),
    good=with_subject(REFERENCE, "AMPN/REF A IS THE EXERCISE PLAN.//"),
)
NARRATIVE_CUT = Rule(
    code="TG773",
    name="slants-inside-narrative",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="two slants end {name}, but it goes on with the next reference",
    explanation="""
        Two slants end the set. What follows belongs to no set for a reader that stops at them, and
        the other references stay without explanation.
        """,
    how_to_fix="End the set once, after the last reference.",
    source=_SAMPLES,
    references=("TX-92",),
    dialect="amhs",
    bad=with_subject(
        REFERENCE,
        "REF/B/DOC/EXERCISE UNIT/15AUG19//",
        "NARR/REF A IS THE PLAN.//",
        "                       ^^",
        "REF B IS THE REPORT.//",
    ),
    good=with_subject(
        REFERENCE,
        "REF/B/DOC/EXERCISE UNIT/15AUG19//",
        "NARR/REF A IS THE PLAN.",
        "REF B IS THE REPORT.//",
    ),
)
DATE_IMPOSSIBLE = Rule(
    code="TG791",
    name="set-date-impossible",
    severity=Severity.ERROR,
    message="{written!r} names a day or a time that does not exist",
    explanation="""
        The field has the shape of a date, and no calendar has the day, or no clock the time. Mostly
        a digit was mistyped.
        """,
    how_to_fix="Compare with the document or the message that is meant.",
    source="Navy training manual 14227 (date-time group)",
    references=("TX-120",),
    dialect="amhs",
    bad=with_subject("REF/A/DOC/EXERCISE STAFF/31FEB19//", " " * 25 + "^" * 7),
    good=with_subject("REF/A/DOC/EXERCISE STAFF/28FEB19//"),
)
DATE_FORM = Rule(
    code="TG792",
    name="set-date-form",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="{written!r} is written {wanted} in a set",
    explanation="""
        Dates in sets are run together, two digits for the day, three letters for the month, then
        the year. Programs that compare references take another form for another date.
        """,
    how_to_fix="Write 05AUG19, or 050800ZAUG19 for a message.",
    source=f"{_SAMPLES}; which widths a version prescribes is (unsourced)",
    references=("TX-121",),
    dialect="amhs",
    bad=with_subject("REF/A/DOC/EXERCISE STAFF/5 AUG 19//", " " * 25 + "^" * 8),
    good=with_subject("REF/A/DOC/EXERCISE STAFF/05AUG19//"),
)
DATE_ZONE = Rule(
    code="TG793",
    name="set-time-without-zone",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{written!r} has no time zone letter that fixes the time",
    explanation="""
        One letter says from which zone the hours count, Z for UTC. Without it, or with J, the
        reader's own time, the group is not the name of one message.
        """,
    how_to_fix="Write the zone letter, mostly Z, after the minutes.",
    source="Navy training manual 14272; that J is not valid is unsourced",
    references=("TX-122",),
    dialect="amhs",
    bad=with_subject("REF/A/MSG/EXERCISE STAFF/150800 AUG 19//", " " * 25 + "^" * 13),
    good=with_subject("REF/A/MSG/EXERCISE STAFF/150800ZAUG19//"),
)
_TYPE_WORDS = (
    "DOC MSG RMG GENADMIN LTR LETTER TEL TELCON PHONCON CON CONF MEMO EMAIL E-MAIL PUB INST MTG "
    "EXORD ORDER LAW FORM NAVADMIN ALNAV ALCOM MARADMIN ALMAR OPORD FRAGO NOTICE RPT REPORT"
)
_TYPES = frozenset(_TYPE_WORDS.split())
_FIELDS = 3


def reference_findings(text: SetsText) -> Iterator[Diagnostic]:
    """What is wrong with references and explanations."""
    sets = [made for made in text.sets if made.name == "REF"]
    wanted = 0
    for index, (made, reference) in enumerate(zip(sets, text.references, strict=False)):
        letter_place = text.spans.get(f"references[{index}].letter")
        if reference.letter is not None and letter_place is not None:
            place = _place_of(reference.letter)
            if place != wanted:
                yield REFERENCE_LETTERS.at(
                    letter_place, letter=reference.letter, wanted=_letter(wanted)
                )
            wanted = place + 1
        yield from _reference(text, index, made, reference)
    yield from _narratives(text)


def _place_of(letter: str) -> int:
    """0 for A, 25 for Z, 26 for AA."""
    place = 0
    for character in letter:
        place = place * 26 + ord(character) - ord("A") + 1
    return place - 1


def _letter(place: int) -> str:
    first = chr(ord("A") + place // 26 - 1) if place >= 26 else ""
    return first + chr(ord("A") + place % 26)


def _reference(
    text: SetsText, index: int, made: MessageSet, reference: Reference
) -> Iterator[Diagnostic]:
    if reference.letter is not None and made.content.start > made.span.start:
        opening = text.source[made.span.start + len(made.id) : made.content.start]
        if "/" not in opening:
            end = made.content.start + len(reference.letter)
            yield REFERENCE_SPACING.at(Span(made.span.start, end))
    where = made.content
    dated = text.spans.get(f"references[{index}].date")
    if len(reference.fields) < _FIELDS:
        yield REFERENCE_FIELDS.at(where, count=len(reference.fields))
    elif dated is None:
        yield REFERENCE_DATE_MISSING.at(where)
    fields = made.fields[1:] if reference.letter is not None else made.fields
    for each in fields:
        if matcher("sets:labelled_reference").fullmatch(each.text) is not None:
            yield REFERENCE_LABELLED.at(each.span, written=each.text)
    if len(fields) >= _FIELDS:
        kind = fields[0].value if fields[0].label else fields[0].text
        if kind.upper() not in _TYPES:
            yield REFERENCE_TYPE.at(fields[0].span, written=fields[0].text)
        between = [
            each
            for each in fields[2:]
            if dated is not None and each.span.end <= dated.start and each.text != "-"
        ]
        if between:
            yield REFERENCE_OFFICE.at(between[0].span, written=between[0].text)
    if dated is not None and reference.written_date is not None:
        if _without_zone(reference.written_date):
            yield DATE_ZONE.at(dated, written=reference.written_date)
        elif reference.date is None:
            yield DATE_IMPOSSIBLE.at(dated, written=reference.written_date)
        elif not reference.date_standard and not _only_labelled(reference.written_date):
            value = reference.date
            form = str(value).replace(" ", "") if isinstance(value, DateTimeGroup) else str(value)
            yield DATE_FORM.at(dated, written=reference.written_date, wanted=form)


def _only_labelled(written: str) -> bool:
    """Whether nothing but a label, which has a finding of its own, parts a date from its form."""
    match = matcher("sets:labelled_reference").fullmatch(written)
    read = set_date_of(match["labelled_value"]) if match is not None else None
    return read is not None and read[1]


_NO_ZONE = ("", "J")


def _without_zone(written: str) -> bool:
    """Whether a date-time group has no zone letter, or the one of nobody's time."""
    match = matcher("sets:set_date_time_damaged").fullmatch(written)
    return match is not None and (match["zone_damaged"] or "").strip().upper() in _NO_ZONE


def _narratives(text: SetsText) -> Iterator[Diagnostic]:
    listed = {reference.letter for reference in text.references}
    count = 0
    first = True
    identifier = text.message_identifier
    rigid = identifier is not None and identifier.has_own_sets  # there it explains what it likes
    narratives = {narrative.span: narrative for narrative in text.narratives}
    for made in text.sets:
        if made.name == "REF":
            count += 1
        narrative = narratives.get(made.span)
        if narrative is not None:
            where = Span(made.span.start, made.span.start + len(made.id))
            if first:
                yield NARRATIVE_FIRST.at(where, name=made.id)
            wanted = "AMPN" if count == 1 else "NARR"
            if count and not rigid and narrative.name != wanted:
                yield AMPLIFICATION_OF_SEVERAL.at(
                    where, name=narrative.name, count=count, wanted=wanted
                )
            for letter, _ in narrative.explanations:
                if letter not in listed and text.references:
                    yield EXPLAINED_NOT_LISTED.at(where, name=narrative.name, letter=letter)
            cut = matcher("sets:set_end").search(text.source, made.content.start, made.content.end)
            if cut is not None:
                end = cut.start() + len(cut.group().rstrip())
                yield NARRATIVE_CUT.at(Span(cut.start(), end), name=narrative.name)
            count = 0
        first = False

"""What is wrong with the syntax of sets: names, slants, ends. Rules TG711 to TG719.

A set ends with two slants and begins at the left margin with a name; a reader that relies on one of
the two alone loses sets in real traffic.

Here: findings in any set, by its form. Elsewhere: what its fields say (`rules_identity`,
`rules_references`, `rules_remarks`), the order of sets (`rules_order`).
"""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Safety, Severity
from telegram.source import Span
from telegram.texts.sets import SetsText
from telegram.texts.sets.cutting import FREE, KNOWN, LINEAR, NARRATIVE
from telegram.texts.sets.examples import SUBJECT, message, with_identifier, with_subject
from telegram.texts.sets.fields import MessageSet
from telegram.values.set_date import set_date_of

SET_NOT_ENDED = Rule(
    code="TG711",
    name="set-not-ended",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the set {name} has no end: two slants are missing",
    explanation="""
        Two slants end a set. Without them a reader knows its end only by the next set name, and
        what stands between may be taken for its last field.
        """,
    how_to_fix="Write // after the last field.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-10", "TX-71", "TX-85", "TX-93"),
    dialect="amhs",
    bad=with_identifier("SUBJ/EXERCISE", "             ^"),
    good=with_identifier("SUBJ/EXERCISE//"),
)
REMARKS_NOT_ENDED = Rule(
    code="TG712",
    name="remarks-not-ended",
    severity=Severity.WARNING,
    message="the remarks have no end: two slants are missing",
    explanation="""
        The remarks end with two slants after the last character of the last paragraph. Where they
        are missing, nothing tells a complete text from one that was cut. A section that is not the
        last of its message goes on in the next.
        """,
    how_to_fix="Write // after the last paragraph.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-103",),
    dialect="amhs",
    bad=message("MSGID/GENADMIN/EXERCISE STAFF/-/JAN//", SUBJECT, "RMKS/1.  END.", " " * 13 + "^"),
    good=message("MSGID/GENADMIN/EXERCISE STAFF/-/JAN//", SUBJECT, "RMKS/1.  END.//"),
)
SLANTS_INSIDE_SET = Rule(
    code="TG713",
    name="slants-inside-set",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="two slants inside the set {name}, which does not end there",
    explanation="""
        Two slants are the end of a set. Inside one they cut it for every reader that takes them so;
        the fields after them are lost. Office codes, which an address sets off by two slants, have
        only one in a set.
        """,
    how_to_fix="Write one slant between fields.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-11", "TX-66"),
    dialect="amhs",
    bad=message(
        "MSGID/GENADMIN/EXERCISE STAFF//1/JAN//",
        "                             ^^",
        SUBJECT,
        "RMKS/1.  EXERCISE.//",
    ),
    good=message("MSGID/GENADMIN/EXERCISE STAFF/1/JAN//", SUBJECT, "RMKS/1.  EXERCISE.//"),
)
SET_INSIDE_LINE = Rule(
    code="TG714",
    name="set-inside-line",
    severity=Severity.WARNING,
    message="the set {name} does not begin at the start of a line",
    explanation="""
        Every set begins at the left margin of a line of its own. One that follows another on the
        same line is found only by readers that look for its name there.
        """,
    how_to_fix="Begin a new line before the set.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-13",),
    dialect="amhs",
    bad=with_identifier("SUBJ/EXERCISE// REF/A/DOC/EXERCISE STAFF/15AUG19//", " " * 16 + "^^^"),
    good=with_identifier("SUBJ/EXERCISE//", "REF/A/DOC/EXERCISE STAFF/15AUG19//"),
)
SET_NAME_MISSPELT = Rule(
    code="TG715",
    name="set-name-misspelt",
    severity=Severity.WARNING,
    message="{written!r} is no set name; {wanted} is probably meant",
    explanation="""
        A set is known by its name. One that is misspelt, or spelt otherwise than the format says,
        is an unknown set to a program, and the field that it should fill stays empty.
        """,
    how_to_fix="Write the name as the format has it.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-14", "TX-96", "TX-100"),
    dialect="amhs",
    bad=with_subject(
        "REF/A/DOC/EXERCISE STAFF/15AUG19//", "APMN/REF A IS THE EXERCISE PLAN.//", "^^^^"
    ),
    good=with_subject("REF/A/DOC/EXERCISE STAFF/15AUG19//", "AMPN/REF A IS THE EXERCISE PLAN.//"),
)
SET_UNKNOWN = Rule(
    code="TG716",
    name="set-unknown",
    severity=Severity.WARNING,
    message="{written} is no set that is known here",
    explanation="""
        Rigid formats have sets of their own, which this library keeps as sets with their fields.
        In a message of free format an unknown set is mostly a slip.
        """,
    how_to_fix="Compare the name with the format that MSGID gives.",
    source="the sets that Navy training manual 14292 and public traffic show",
    references=("TX-14",),
    dialect="amhs",
    bad=with_subject("WXYZ/EXERCISE/ONE//", "^^^^"),
    good=with_subject("HEADING/EXERCISE ONE//"),
)
BLANK_BESIDE_SLANT = Rule(
    code="TG717",
    name="blank-beside-slant",
    severity=Severity.WARNING,
    message="a blank stands beside the slant after {name}",
    explanation="""
        The slant follows the set name directly, and the first field the slant. A program that looks
        for the name and its slant misses a set written otherwise.
        """,
    how_to_fix="Remove the blank.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-15",),
    dialect="amhs",
    bad=with_identifier("SUBJ / EXERCISE//", "    ^^^"),
    good=with_identifier("SUBJ/EXERCISE//"),
)
SLANTS_AFTER_NAME = Rule(
    code="TG718",
    name="slants-after-name",
    severity=Severity.WARNING,
    message="{count} slants follow the set name {name}; one does",
    explanation="""
        Two slants are the end of a set: directly after its name they make it an empty one.
        """,
    how_to_fix="Write one slant after the name.",
    source="samples in Navy training manual 14292 and in public traffic",
    references=("TX-72", "TX-100"),
    dialect="amhs",
    bad=with_identifier("SUBJ//EXERCISE//", "    ^^"),
    good=with_identifier("SUBJ/EXERCISE//"),
)
LOWER_CASE = Rule(
    code="TG719",
    name="set-in-lower-case",
    severity=Severity.WARNING,
    message="the set {name} is written in lower case",
    explanation="""
        Teleprinters know no lower case. Navy messages have it in their remarks since 2013; the
        fields that programs read are still upper case. It is reported once in a message.
        """,
    how_to_fix="Write upper case.",
    source="Navy training manual 12324 (typed in upper case)",
    references=("TX-16",),
    dialect="amhs",
    bad=with_identifier("SUBJ/Exercise//", "     ^^^^^^^^"),
    good=with_identifier("SUBJ/EXERCISE//"),
)


def syntax_findings(text: SetsText) -> Iterator[Diagnostic]:
    """What is wrong with the form of each set."""
    lower = False
    identifier = text.message_identifier
    rigid = identifier is not None and identifier.has_own_sets
    for made in text.sets:
        yield from _name_findings(text.source, made, rigid=rigid)
        yield from _end_findings(made)
        yield from _slant_findings(text.source, made)
        small = [] if made.name in FREE else [f for f in made.fields if _small(f.text)]
        if small and not lower:
            lower = True
            yield LOWER_CASE.at(small[0].span, name=made.id)


def _small(text: str) -> bool:
    """Whether a field has lower case; that of a date is told with its form."""
    return text.upper() != text and set_date_of(text) is None


def _name_findings(source: str, made: MessageSet, *, rigid: bool) -> Iterator[Diagnostic]:
    start, end = made.span.start, made.span.start + len(made.id)
    where = Span(start, end)
    if made.name is None and rigid:
        pass  # a set of the format's own
    elif made.name is None:
        near = _nearest(made.id)
        if near is not None:
            yield _misspelt(where, made.id, near)
        else:
            yield SET_UNKNOWN.at(where, written=made.id)
    elif made.name != made.id and not (made.name == "RMKS" and made.id == "REMARKS"):
        yield _misspelt(where, made.id, made.name)
    margin = start
    while margin > 0 and source[margin - 1] in " \t\xa0":
        margin -= 1
    if source[margin - 1 : margin] not in ("", "\n", "\r", "\f"):
        yield SET_INSIDE_LINE.at(where, name=made.id)
    between = source[end : made.content.start]
    blank = between != between.strip() or " " in between or not between.startswith("/")
    if blank and "\n" not in between:
        yield BLANK_BESIDE_SLANT.at(Span(end, made.content.start), name=made.id)
    elif between.count("/") > 1:
        yield SLANTS_AFTER_NAME.at(
            Span(end, made.content.start), name=made.id, count=between.count("/")
        )


@lru_cache(maxsize=256)
def _nearest(written: str) -> str | None:
    """The known name that a written one is nearest to, if it is near."""
    return next(iter(get_close_matches(written, KNOWN, n=1, cutoff=0.75)), None)


def _misspelt(where: Span, written: str, wanted: str) -> Diagnostic:
    fix = Fix(f"Write {wanted}.", (Edit(where, wanted),), Safety.UNSAFE)
    return SET_NAME_MISSPELT.at(where, fix, written=written, wanted=wanted)


def _end_findings(made: MessageSet) -> Iterator[Diagnostic]:
    if made.ended:
        return
    end = Span(made.content.end, made.span.end)
    fix = Fix("End the set.", (Edit(end, "//"),), Safety.UNSAFE)
    if made.name in FREE:
        yield REMARKS_NOT_ENDED.at(end, fix)
    else:
        yield SET_NOT_ENDED.at(end, fix, name=made.id)


def _slant_findings(source: str, made: MessageSet) -> Iterator[Diagnostic]:
    if made.name not in LINEAR or made.name in NARRATIVE:
        return
    at = source.find("//", made.content.start, made.content.end)
    if at >= 0:
        yield SLANTS_INSIDE_SET.at(Span(at, at + 2), name=made.id)

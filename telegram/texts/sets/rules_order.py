"""What is wrong with the order of a set-formatted text: TG701 to TG706, TG741 and TG742.

Lines come first, sets after them, and remarks last; MSGID is the first set, after EXER or OPER.

Here: presence, order and repetition of parts. Elsewhere: the form of each set
(`rules_syntax`).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.texts.sets import SetsText
from telegram.texts.sets.examples import (
    IDENTIFIER,
    REFERENCE,
    REMARKS,
    SUBJECT,
    message,
    with_subject,
)
from telegram.texts.sets.lines import PieceKind

_ORDER = (*("MSGID", "SUBJ", "REF", "AMPN", "NARR", "POC", "AKNLDG", "RMKS", "GENTEXT", "DECL"),)
_RANK = {name: rank for rank, name in enumerate(_ORDER)} | {"NARR": _ORDER.index("AMPN")}
_AGAIN = {"AMPN", "NARR", "REF"}
"""Sets that explain what stands before them, which may be any set."""

SET_OUT_OF_ORDER = Rule(
    code="TG701",
    name="set-out-of-order",
    severity=Severity.WARNING,
    message="the set {name} stands after {before}; it belongs before it",
    explanation="""
        The sets of a message have a given order: identifier, subject, references and what explains
        them, points of contact, acknowledgement, remarks. A program that reads by position takes
        one out of order for another.
        """,
    how_to_fix="Move the set to its place.",
    source="Navy training manuals 12324 and 14292; contents list of NTP 3",
    references=("TX-2",),
    dialect="amhs",
    bad=message(SUBJECT, IDENTIFIER, "^^^^^", REMARKS),
    good=message(IDENTIFIER, SUBJECT, REMARKS),
)
SET_MISSING = Rule(
    code="TG702",
    name="set-missing",
    severity=Severity.WARNING,
    message="the text has no {name}",
    explanation="""
        A message of free format has an identifier, a subject and remarks. Without the subject it is
        not distributed automatically; without the identifier its format is not known.
        """,
    how_to_fix="Write the set.",
    source="public traffic; that all three are mandatory is (unsourced)",
    references=("TX-3",),
    dialect="amhs",
    bad=message(IDENTIFIER, "^^^^^", REMARKS),
    good=message(IDENTIFIER, SUBJECT, REMARKS),
)
SET_REPEATED = Rule(
    code="TG703",
    name="set-repeated",
    severity=Severity.WARNING,
    message="a second set {name}",
    explanation="""
        A message has one identifier and one subject. Of two, one is left over from another message
        or from a correction, and readers differ in which they take.
        """,
    how_to_fix="Remove the one that is not meant.",
    source="Navy training manual 14292; public traffic",
    references=("TX-4",),
    dialect="amhs",
    bad=with_subject("SUBJ/EXERCISE TWO//", "^^^^"),
    good=with_subject(REFERENCE),
)
PASSING_MISPLACED = Rule(
    code="TG704",
    name="passing-instruction-misplaced",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="the passing instruction does not follow the classification line",
    explanation="""
        Special delivery instructions follow the subject code on the classification line, or begin
        the next line: whoever distributes the message looks for them there.
        """,
    how_to_fix="Move it to the line after the classification line.",
    source="Navy training manual 14261",
    references=("TX-30",),
    dialect="amhs",
    bad=message("NAVADMIN 001/20", "PASS TO OFFICE CODES:", "^" * 21, IDENTIFIER, SUBJECT, REMARKS),
    good=message("PASS TO OFFICE CODES:", "NAVADMIN 001/20", IDENTIFIER, SUBJECT, REMARKS),
)
PASSING_MISSPELT = Rule(
    code="TG705",
    name="passing-instruction-misspelt",
    severity=Severity.WARNING,
    message="{written!r} is no word of a passing instruction",
    explanation="""
        The phrase is PASS TO OFFICE CODES and a colon. Misspelt, it is not found by those who
        distribute by it.
        """,
    how_to_fix="Write PASS TO OFFICE CODES:.",
    source="public NAVADMIN traffic",
    references=("TX-31",),
    dialect="amhs",
    bad=message("PASS TO OFFCIE CODES:", "        ^^^^^^", IDENTIFIER, SUBJECT, REMARKS),
    good=message("PASS TO OFFICE CODES:", IDENTIFIER, SUBJECT, REMARKS),
)
LINES_RUN_TOGETHER = Rule(
    code="TG706",
    name="address-block-run-together",
    severity=Severity.WARNING,
    message="lines of the second address block are run together",
    explanation="""
        A copy that was reflowed has several lines of the address block on one, so that neither
        its addressees nor the number of the message stand where they are looked for.
        """,
    how_to_fix="Begin a new line before FM, TO, INFO and what follows the addresses.",
    source="public NAVADMIN traffic, 2008 to 2014",
    references=("TX-36",),
    dialect="amhs",
    bad=message(
        "FM EXERCISE STAFF//N1// TO EXERCISE UNIT",
        " " * 24 + "^" * 16,
        IDENTIFIER,
        SUBJECT,
        REMARKS,
    ),
    good=message("FM EXERCISE STAFF//N1//", "TO EXERCISE UNIT", IDENTIFIER, SUBJECT, REMARKS),
)
EXERCISE_AND_OPERATION = Rule(
    code="TG741",
    name="exercise-and-operation",
    severity=Severity.ERROR,
    message="the text has EXER and OPER; it belongs to an exercise or to an operation",
    explanation="""
        The first set says that the message belongs to an exercise, or to an operation. With both, a
        reader cannot tell whether to act on it.
        """,
    how_to_fix="Remove the one that is not meant.",
    source="a community guide to the ATO text (one of the two opens a text)",
    references=("TX-58",),
    dialect="amhs",
    bad=message("EXER/ALFA//", "OPER/BRAVO//", "^^^^", IDENTIFIER, SUBJECT, REMARKS),
    good=message("EXER/ALFA//", IDENTIFIER, SUBJECT, REMARKS),
)
EXERCISE_MISPLACED = Rule(
    code="TG742",
    name="exercise-after-identifier",
    severity=Severity.WARNING,
    message="the set {name} does not stand before MSGID",
    explanation="""
        EXER or OPER is the first set of a text, so that nobody reads an order of an exercise as a
        real one.
        """,
    how_to_fix="Move it before MSGID.",
    source="a community guide to the ATO text; its place in other formats is (unsourced)",
    references=("TX-59",),
    dialect="amhs",
    bad=with_subject("EXER/ALFA//", "^^^^"),
    good=message("EXER/ALFA//", IDENTIFIER, SUBJECT, REMARKS),
)
_MISSPELT = frozenset({"OFFCIE", "OFICE", "OFFICES", "OFFCE", "OFFIC", "OFFFICE"})


def order_findings(text: SetsText) -> Iterator[Diagnostic]:
    """Parts that are missing, repeated or out of order."""
    yield from _order(text)
    yield from _missing(text)
    yield from _passing(text)


def _order(text: SetsText) -> Iterator[Diagnostic]:
    highest, before = -1, ""
    rigid = _has_own_sets(text)
    seen: set[str] = set()
    for made in text.sets:
        name = made.name
        if name is None:
            continue
        where = Span(made.span.start, made.span.start + len(made.id))
        if name in ("MSGID", "SUBJ") and name in seen:
            yield SET_REPEATED.at(where, name=name)
        elif name in ("EXER", "OPER"):
            if {"EXER", "OPER"} - {name} <= seen:
                yield EXERCISE_AND_OPERATION.at(where)
            elif "MSGID" in seen:
                yield EXERCISE_MISPLACED.at(where, name=name)
        elif name in _RANK and not rigid:
            if _RANK[name] < highest and not (name in _AGAIN and before in _AGAIN):
                yield SET_OUT_OF_ORDER.at(where, name=name, before=before)
            else:
                highest, before = _RANK[name], name
        seen.add(name)


def is_army_message(text: SetsText) -> bool:
    """Whether a text is one of the Army's general messages: a subject, then numbered paragraphs."""
    number = text.general_message
    plain = {made.name for made in text.sets} <= {"SUBJ"}
    return number is not None and number.series == "ALARACT" and plain


def _has_own_sets(text: SetsText) -> bool:
    """Whether the text has a rigid format, whose sets and their order are not known here."""
    return text.message_identifier is not None and text.message_identifier.has_own_sets


def _missing(text: SetsText) -> Iterator[Diagnostic]:
    if not text.sets:
        return
    first = text.sets[0]
    where = Span(first.span.start, first.span.start + len(first.id))
    found = {made.name for made in text.sets}
    if "MSGID" not in found and not is_army_message(text):
        yield SET_MISSING.at(where, name="MSGID")
    if _has_own_sets(text):
        return
    if "SUBJ" not in found:
        yield SET_MISSING.at(where, name="SUBJ")
    if text.remarks is None and not text.gentexts:
        yield SET_MISSING.at(where, name="remarks")


def _passing(text: SetsText) -> Iterator[Diagnostic]:
    before = None
    line_start = True
    for piece in text.pieces:
        if piece.kind is PieceKind.BLANK:
            continue
        where = _content(text, piece.span)
        if piece.kind is PieceKind.PASSING:
            if before not in (None, *_BEFORE_PASSING):
                yield PASSING_MISPLACED.at(where)
            words = where.of(text.source)
            for word in words.split():
                if word.strip(":") in _MISSPELT:
                    first = where.start + words.index(word)
                    yield PASSING_MISSPELT.at(
                        Span(first, first + len(word.strip(":"))), written=word.strip(":")
                    )
        if piece.kind is PieceKind.ADDRESS and not line_start:
            yield LINES_RUN_TOGETHER.at(where)
        before = piece.kind
        line_start = text.source[piece.span.end - 1 : piece.span.end] in ("\n", "\r", "\f")


_BEFORE_PASSING = (
    PieceKind.CLASSIFICATION,
    PieceKind.PASSING,
    PieceKind.NOTICE,
    PieceKind.GATEWAY_SUBJECT,
    PieceKind.TEXT,
)


def _content(text: SetsText, span: Span) -> Span:
    words = span.of(text.source)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))

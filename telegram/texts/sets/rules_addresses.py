"""What is wrong with the addresses in a text: TG721 to TG724.

The second address block is there for the office codes that mail systems drop from the heading. A
code that is not set off by two slants on each side is taken for a part of the name.

Here: the lines of the second address block, one by one. Elsewhere: lines run together
(`rules_order`); the addresses of the heading (`telegram.values.addressee`); the block against them
(`telegram.checks.sets_heading`).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.sets import SetsText
from telegram.texts.sets.examples import IDENTIFIER, REMARKS, SUBJECT, message
from telegram.texts.sets.lines import PieceKind

_CODES = "Navy training manual 14272; public NAVADMIN traffic"

OFFICES_MALFORMED = Rule(
    code="TG721",
    name="inner-office-codes-malformed",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{written!r} is no office codes between double slants",
    explanation="""
        Two slants stand before the first office code and two after the last; several are parted by
        one. With one slant the code is read as a part of the name, without an end the next line may
        be read as a part of the code.
        """,
    how_to_fix="Write two slants before and after the codes, or leave them out.",
    source=_CODES,
    references=("TX-40", "TX-41", "TX-42"),
    dialect="amhs",
    bad=message(
        "FM EXERCISE STAFF/N1//",
        "                 ^^^^^",
        "TO EXERCISE UNIT//N3",
        "                ^^^^",
        "INFO EXERCISE GROUP//",
        "                   ^^",
        *(IDENTIFIER, SUBJECT, REMARKS),
    ),
    good=message(
        "FM EXERCISE STAFF//N1//",
        "TO EXERCISE UNIT//N3//",
        "INFO EXERCISE GROUP",
        *(IDENTIFIER, SUBJECT, REMARKS),
    ),
)
OFFICES_SPACED = Rule(
    code="TG722",
    name="inner-office-codes-spaced",
    severity=Severity.WARNING,
    message="a blank stands beside the slants in {written!r}",
    explanation="""
        No blank stands between an address and its office codes, or beside their slants. Systems
        that compare addresses take the two for different.
        """,
    how_to_fix="Remove the blank.",
    source=_CODES,
    references=("TX-43",),
    dialect="amhs",
    bad=message(
        "FM EXERCISE STAFF// N1//", "                 ^^^^^^^", IDENTIFIER, SUBJECT, REMARKS
    ),
    good=message("FM EXERCISE STAFF//N1//", IDENTIFIER, SUBJECT, REMARKS),
)
SUBJECT_FOR_OFFICE = Rule(
    code="TG723",
    name="subject-code-for-office",
    severity=Severity.WARNING,
    message="{written!r} is a subject code, not an office",
    explanation="""
        The subject code stands on the classification line, between slants like those of an office
        code. After an address it says nothing, and the text has none.
        """,
    how_to_fix="Move the code to the classification line.",
    source=_CODES,
    references=("TX-44",),
    dialect="amhs",
    bad=message(
        "FM EXERCISE STAFF//N01300//", "                 ^^^^^^^^^^", IDENTIFIER, SUBJECT, REMARKS
    ),
    good=message("FM EXERCISE STAFF//N1//", IDENTIFIER, SUBJECT, REMARKS),
)


def address_findings(text: SetsText) -> Iterator[Diagnostic]:
    """What is wrong with each line of the second address block."""
    for piece in text.pieces:
        if piece.kind is not PieceKind.ADDRESS:
            continue
        written = piece.span.of(text.source)
        match = matcher("sets:office_end").search(written.rstrip())
        if match is None:
            continue
        place = Span(piece.span.start + match.start(), piece.span.start + match.end())
        codes, slants = match["office_words"] or "", match.group("office_opening", "office_closing")
        if matcher("sets:subject_for_office").fullmatch(codes) is not None:
            yield SUBJECT_FOR_OFFICE.at(place, written=match.group())
        elif not codes or any((part or "").count("/") != _SLANTS for part in slants):
            yield OFFICES_MALFORMED.at(place, written=match.group())
        elif any(" " in (part or "") for part in slants):
            yield OFFICES_SPACED.at(place, written=match.group())


_SLANTS = 2

"""What is wrong with the short lines: group count, breaks, validation, end of message.

FL10; FL11 and FL13; FL15; FL16. A standard one has nothing to find.

Here: findings and their rules. Elsewhere: which of these lines are missing (`checks.presence`);
numbers against other lines (`checks.identity`).
"""

from collections.abc import Iterator

from telegram.checks.pieces import Finder, alone, captured, replacing
from telegram.diagnostics import Diagnostic, Rule, Safety, Severity
from telegram.dialects import ACP127_US, Dialect
from telegram.parsing.records import Record

_COUNT = "NAVEDTRA 14226 ch. 2"

GROUP_COUNT_MISSING = Rule(
    code="TG371",
    name="group-count-missing",
    severity=Severity.WARNING,
    message="{text!r} has no group count",
    explanation="""
        GR announces how many groups the text has; GRNC says that they are not counted. GR alone
        says nothing.
        """,
    how_to_fix="Write the count after GR, or GRNC.",
    source=_COUNT,
    references=("FL10-R2",),
    dialect="acp127",
    bad="""
        R 280900Z FEB 75
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        GR
        ^^
        BT
        """,
    good="""
        R 280900Z FEB 75
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        GR 13
        BT
        """,
)
GROUP_COUNT_LENGTH = Rule(
    code="TG372",
    name="group-count-length",
    severity=Severity.WARNING,
    message="the group count in {text!r} has more than four digits",
    explanation="""
        A group count has one to four digits; a longer text travels in sections. More digits are two
        numbers run together.
        """,
    how_to_fix="Count the groups again.",
    source=_COUNT,
    dialect="acp127",
    bad="""
        R 280900Z FEB 75
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        GR 130130
        ^^^^^^^^^
        BT
        """,
    good="""
        R 280900Z FEB 75
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        GR 130
        BT
        """,
)
BREAK_MISSPELT = Rule(
    code="TG373",
    name="break-misspelt",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{text!r} stands for BT",
    explanation="""
        BT alone on its line parts the text from heading and ending. A receiver counts two of them;
        one in lower case, with a point or with a neighbour's letter is not found.
        """,
    how_to_fix="Write BT.",
    source="NAVEDTRA 14226 ch. 2; public NAVADMIN traffic",
    references=("BT-R1",),
    dialect="amhs",
    bad="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        TO EXERCISE WING TWO
        Bt
        ^^
        """,
    good="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        TO EXERCISE WING TWO
        BT
        """,
)
VALIDATION_MALFORMED = Rule(
    code="TG374",
    name="validation-malformed",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the validation line is {text!r}, not # and four digits",
    explanation="""
        FL15 repeats the station serial number after a number sign, so that two messages run
        together are found out.
        """,
    how_to_fix="Write # and the serial number of FL2 or FL3, without a blank.",
    source='NAVEDTRA 14226 ch. 1, "End of message"; Navy GENSER lesson 4',
    references=("FL15-R1",),
    bad="""
        R 280900Z FEB 75
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS
        EXERCISE.
        BT
        # 1029
        ^^^^^^
        NNNN
        """,
    good="""
        R 280900Z FEB 75
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS
        EXERCISE.
        BT
        #1029
        NNNN
        """,
)
END_MISSPELT = Rule(
    code="TG375",
    name="end-of-message-misspelt",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{text!r} stands for NNNN",
    explanation="""
        Four N in one uninterrupted row stop the receiver. Three of them do not, and signs after
        them show that somebody typed the ending.
        """,
    how_to_fix="Write NNNN alone on the line.",
    source='NAVEDTRA 14226 ch. 1, "End of message"; public NAVADMIN traffic',
    references=("FL16-R1",),
    dialect="amhs",
    bad="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        BT
        UNCLAS
        EXERCISE.
        BT
        NNNN//
        ^^^^^^
        """,
    good="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        BT
        UNCLAS
        EXERCISE.
        BT
        NNNN
        """,
)


def _group_count(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    groups = captured(record, "groups_damaged")
    assert groups is not None
    counted = any(sign.isdigit() for sign in groups.text)
    rule = GROUP_COUNT_LENGTH if counted else GROUP_COUNT_MISSING
    yield rule.at(groups.span, text=groups.text)


def _break(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    sign = captured(record, "break_damaged")
    assert sign is not None
    # V stands beside B on the keys: another letter, so a person should look.
    safety = Safety.SAFE if sign.text.upper().startswith("BT") else Safety.UNSAFE
    yield BREAK_MISSPELT.at(
        sign.span, replacing(sign.span, "BT", "Write BT.", safety), text=sign.text
    )


def _validation(record: Record, dialect: Dialect) -> Iterator[Diagnostic]:
    sign = captured(record, "validation_damaged")
    assert sign is not None
    if dialect is ACP127_US and alone("acp127-us:fl3", "DE RUEHC ", sign.text, " 0010001"):
        return  # State repeats the section too: the number of FL3 as it stands there
    digits = sign.text.strip("# ")
    fix = None
    if len(digits) == 4:
        fix = replacing(sign.span, f"#{digits}", "Leave out the blank.")
    yield VALIDATION_MALFORMED.at(sign.span, fix, text=sign.text)


def _end(record: Record, dialect: Dialect) -> Iterator[Diagnostic]:
    sign = captured(record, "end_damaged")
    assert sign is not None
    if sign.text in dialect.ends:
        return
    fix = replacing(sign.span, "NNNN", "Write NNNN.")
    yield END_MISSPELT.at(sign.span, fix, text=sign.text)


FINDERS: dict[str, Finder] = {
    "plaindress:fl10_damaged": _group_count,
    "plaindress:bt_damaged": _break,
    "plaindress:fl15_damaged": _validation,
    "plaindress:fl16_damaged": _end,
}
"""The check of each of these lines, by grammar rule; their standard rules have nothing to find."""

"""Precedence in one place against precedence in another: FL2, FL5, the addresses, the printed word.

Here: rules TG801 to TG805. Elsewhere: one precedence by itself (`values.precedence`,
`checks.elements`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.lines import FormatLine
from telegram.values.precedence import Precedence

ROUTING_TOO_LOW = Rule(
    code="TG801",
    name="routing-precedence-too-low",
    severity=Severity.ERROR,
    message="FL2 has {routing}, below {highest}, the highest precedence of FL5",
    explanation="""
        Relays handle a message by FL2 alone. Where FL2 is lower than FL5, the message travels
        slower than its drafter ordered.
        """,
    how_to_fix="Write the highest precedence of FL5 in FL2.",
    source="5 FAH-2 H-321.2-1; NAVEDTRA 14226 ch. 1",
    references=("FL2-R4", "FL2-R17", "X1"),
    bad="""
        RR RUEHC
        ^^
        DE RUEHSN #0412 0641430
        ZNR UUUUU ZZH
        P 051430Z MAR 74
        """,
    good="""
        PP RUEHC
        DE RUEHSN #0412 0641430
        ZNR UUUUU ZZH
        P 051430Z MAR 74
        """,
)
ROUTING_TOO_HIGH = Rule(
    code="TG802",
    name="routing-precedence-too-high",
    severity=Severity.WARNING,
    message="FL2 has {routing}, above {highest}, the highest precedence of FL5",
    explanation="""
        The message travels faster than its drafter ordered, before others that should go first.
        Real traffic has it, and it survives.
        """,
    how_to_fix="Write the highest precedence of FL5 in FL2.",
    source="5 FAH-2 H-321.2-1; public NAVADMIN traffic",
    references=("FL2-R4", "FL2-R17", "X1"),
    dialect="janap128",
    bad="""
        PTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        ^
        ZNR UUUUU
        R 151530Z APR 02
        """,
    good="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        ZNR UUUUU
        R 151530Z APR 02
        """,
)
ADDRESS_TOO_HIGH = Rule(
    code="TG803",
    name="address-precedence-too-high",
    severity=Severity.ERROR,
    message="{name} has {precedence}, above {action}, the action precedence of FL5",
    explanation="""
        An addressee's own precedence may be lower than FL5's, for the post that can wait. It cannot
        be higher: FL2 and FL5 carry the whole message, and nothing would speed the copy to this
        one.
        """,
    how_to_fix="Raise FL5 and FL2, or lower the addressee's precedence.",
    source="5 FAH-2 H-233; NAVEDTRA 14145",
    references=("FL7-R5", "FL7-S3"),
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO RUEHC/SECSTATE WASHDC PRIORITY 0412
                                 ^^^^^^^^
        """,
    good="""
        P 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO RUEHC/SECSTATE WASHDC PRIORITY 0412
        """,
)
INFO_WITHOUT_ADDRESSEE = Rule(
    code="TG804",
    name="info-precedence-without-info",
    severity=Severity.WARNING,
    message="FL5 has a second precedence, {info}, and there is no information addressee",
    explanation="""
        The second precedence is for information addressees. The form leaves it blank where there is
        none; real traffic carries it all the same.
        """,
    how_to_fix="Leave the second precedence out, or restore the INFO line.",
    source="Army SS0656 lesson 3, item 7; NAVEDTRA 14145",
    references=("FL5-R8", "X6"),
    bad="""
        P R 051430Z MAR 74
          ^
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        """,
    good="""
        P 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        """,
)
PRINTED_UNLIKE = Rule(
    code="TG805",
    name="printed-precedence-unlike",
    severity=Severity.WARNING,
    message="{word} is printed above the heading, and FL5 says {action}",
    explanation="""
        Print layouts repeat the precedence as a word above FL5. Where the two differ, FL5 counts:
        it is the drafter's.
        """,
    how_to_fix="Trust FL5; mend the printed word.",
    source="public NAVADMIN traffic 2007-2025",
    dialect="amhs",
    bad="""
        ROUTINE
        ^^^^^^^
        P 051430Z MAR 74
        """,
    good="""
        PRIORITY
        P 051430Z MAR 74
        """,
)


def precedence_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where precedences of one heading contradict each other."""
    heading = scope.heading
    pair, routing = heading.precedence, heading.routing
    highest = pair.highest
    if routing is not None and routing.precedence and highest is not None:
        called = max(routing.precedence)
        if called != highest:
            rule = ROUTING_TOO_LOW if called < highest else ROUTING_TOO_HIGH
            yield rule.at(
                scope.at("routing.precedence", "routing"), routing=called, highest=highest
            )
    if pair.action is not None:
        yield from _addresses(scope, pair.action)
        yield from _printed(scope, pair.action)
    if pair.info is not None and not heading.info:
        yield INFO_WITHOUT_ADDRESSEE.at(scope.at("precedence.info", "precedence"), info=pair.info)


def _addresses(scope: Scope, action: Precedence) -> Iterator[Diagnostic]:
    for kind, addressees in (("action", scope.heading.action), ("info", scope.heading.info)):
        for index, addressee in enumerate(addressees):
            if addressee.precedence is not None and addressee.precedence > action:
                yield ADDRESS_TOO_HIGH.at(
                    scope.at(f"{kind}[{index}].precedence", f"{kind}[{index}]"),
                    name=addressee.name,
                    precedence=addressee.precedence.word,
                    action=action.word,
                )


def _printed(scope: Scope, action: Precedence) -> Iterator[Diagnostic]:
    for line in scope.lines:
        if line.format_line is FormatLine.PRECEDENCE_WORD:
            for _, word, place in line.fields:
                if Precedence.parse(word) != action:
                    yield PRINTED_UNLIKE.at(place, word=word, action=action.word)

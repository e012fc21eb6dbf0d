"""Text, breaks and ending that should be there and are not: FL11 to FL16.

Archives cut the ending off, and one public copy in eight lacks a BT. In a kept copy each is a note,
one for an ending that is gone as a whole; judged as a switch would, each is an error.

Here: rules TG212 to TG216. Elsewhere: the lines of the heading (`presence`); an ending that is
there, but interrupted (`order`).
"""

from collections.abc import Iterator

from telegram.checks.order import cut_off_ending
from telegram.checks.scope import Scope, end_of_text
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.dialects import Need
from telegram.lines import FormatLine
from telegram.source import Span

BREAK_MISSING = Rule(
    code="TG212",
    name="break-missing",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="no BT {where} the text ({line})",
    explanation="""
        BT stands once before the text and once after it. One in eight public copies lacks one or
        both; where the text begins or ends is then found by its shape.
        """,
    how_to_fix="Write BT on a line of its own.",
    source="NAVEDTRA 14226 ch. 2; Navy GENSER lesson 4; public NAVADMIN traffic",
    references=("BT-R1",),
    dialect="amhs",
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        UNCLAS
        ^^^^^^
        EXERCISE TEXT
        BT
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        EXERCISE TEXT
        BT
        """,
)
VALIDATION_MISSING = Rule(
    code="TG213",
    name="validation-missing",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="no validation number (FL15)",
    explanation="""
        US practice repeats the station serial number after the text. It proves that the end of the
        text belongs to the heading above it.
        """,
    how_to_fix="Write # and the serial number of FL2 or FL3 below the last BT.",
    source='NAVEDTRA 14226 ch. 1, "End of message"; Navy GENSER lesson 4',
    references=("FL15-R1",),
    bad="""
        BT
        UNCLAS
        EXERCISE TEXT
        BT
          ^
        NNNN
        """,
    good="""
        BT
        UNCLAS
        EXERCISE TEXT
        BT
        #0412
        NNNN
        """,
)
END_MISSING = Rule(
    code="TG214",
    name="end-of-message-missing",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="no end of message (FL16)",
    explanation="""
        NNNN stops the receiver and lets the switch count the message as whole. Without it the next
        message runs into this one.
        """,
    how_to_fix="End the message with two carriage returns, eight line feeds and NNNN.",
    source='NAVEDTRA 14226 ch. 1, "End of message"',
    references=("FL16-R1",),
    bad="""
        BT
        UNCLAS
        EXERCISE TEXT
        BT
        #0412
             ^
        """,
    good="""
        BT
        UNCLAS
        EXERCISE TEXT
        BT
        #0412
        NNNN
        """,
)
ENDING_MISSING = Rule(
    code="TG215",
    name="ending-missing",
    severity=Severity.NOTE,
    message="the ending is missing: {which}",
    explanation="""
        Archives cut off what follows the text. Nothing is wrong with the copy, but that its text is
        whole cannot be told from it. Judged as sent, each line is reported on its own.
        """,
    how_to_fix="Nothing to mend in a kept copy. To send it again, write the lines anew.",
    source='NAVEDTRA 14226 ch. 1, "End of message"; public State archives',
    references=("BT-R1", "FL15-R1", "FL16-R1", "END-I1"),
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        EXERCISE TEXT
                     ^
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        EXERCISE TEXT
        BT
        #0412
        NNNN
        """,
)
TEXT_MISSING = Rule(
    code="TG216",
    name="text-missing",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="no text (FL12)",
    explanation="""
        Only the heading is here. Lists of headings are kept on their own; a message that is sent
        says at least its classification.
        """,
    how_to_fix="Write the text between the two BT.",
    source="5 FAH-2 H-321; NAVEDTRA 14226 ch. 1",
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
          ^
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        EXERCISE TEXT
        """,
)


def ending_presence_findings(scope: Scope) -> Iterator[Diagnostic]:
    """What a message lacks of FL11 to FL16."""
    if scope.kind != "main" or scope.data_pattern:
        return
    telegram, needs = scope.telegram, scope.dialect.needs
    text = telegram.text.text.strip()
    labels = {line.format_line for line in telegram.lines}
    ending = [
        label
        for label in (FormatLine.FL13, FormatLine.FL15, FormatLine.FL16)
        if needs[label] is Need.ON_THE_WIRE and label not in labels
    ]
    if cut_off_ending(scope) is not None:
        ending = []
    stripped = not labels & {FormatLine.FL13, FormatLine.FL15, FormatLine.FL16}
    end = end_of_text(telegram)
    if not text:
        yield TEXT_MISSING.at(end)
        if stripped and not scope.as_sent:
            return
    if FormatLine.FL11 not in labels and needs[FormatLine.FL11] is not Need.UNUSED:
        yield BREAK_MISSING.at(_opening(scope), where="before", line="FL11")
    if stripped and ending and not scope.as_sent:
        yield ENDING_MISSING.at(end, which=", ".join(label.name for label in ending))
        return
    for label in ending:
        yield from _ending_line(scope, label, end)


def _opening(scope: Scope) -> Span:
    """The first word of the text: where BT should stand."""
    source, text = scope.telegram.source.text, scope.telegram.text.span
    words = text.of(source).split(None, 1)
    if not words:
        return end_of_text(scope.telegram)
    start = source.index(words[0], text.start)
    return Span(start, start + len(words[0]))


def _ending_line(scope: Scope, label: FormatLine, end: Span) -> Iterator[Diagnostic]:
    """One line of the ending: reported at the end of what stands before its place."""
    for line in scope.telegram.lines:
        before = line.format_line.number in range(13, label.number or 13)
        if before and line.span.start >= scope.telegram.text.span.end:
            end = Span(line.content.end, line.content.end)
    if label is FormatLine.FL13:
        yield BREAK_MISSING.at(end, where="after", line="FL13")
    elif label is FormatLine.FL15:
        yield VALIDATION_MISSING.at(end)
    else:
        yield END_MISSING.at(end)

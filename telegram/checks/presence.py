"""Format lines that should be there and are not.

The dialect's table says which lines a message needs. What is needed on the wire only (FL1 to FL4,
the breaks, the ending) is often gone from a kept copy: there it is a note, one for a heading that
was stripped of all, and judged as a switch would it is an error. Some messages need less: data
pattern has only FL2, a service message may leave FL5 to FL9 out.

Here: which lines a message lacks, TG201, TG202 and TG219. Elsewhere: what is said of each line
(`missing_lines`); text, breaks and ending (`ending_presence`); lines that are there, but doubled or
out of place (`order`).
"""

from collections.abc import Iterator

from telegram.checks.elements import intended
from telegram.checks.missing_lines import (
    ADDRESSEES_MISSING,
    ADDRESSES_NOT_PUBLISHED,
    HEADER_MISSING,
    ORIGINATOR_MISSING,
    PREAMBLE_MISSING,
    ROUTING_MISSING,
    SECURITY_MISSING,
    STATION_MISSING,
    TRANSMISSION_MISSING,
    WIRE_LINES_MISSING,
)
from telegram.checks.scope import Scope, first_line, first_word, reading_of
from telegram.checks.texts import general_message_of
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.dialects import Need
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.source import Span
from telegram.syntax import matcher

_FAH = "5 FAH-2 H-321; NAVEDTRA 14226 ch. 1"

HEADING_MISSING = Rule(
    code="TG201",
    name="heading-missing",
    severity=Severity.ERROR,
    message="no line of a heading was found",
    explanation="""
        Nothing here has the shape of a format line 1 to 11, so there is nothing to read: no
        precedence, no date-time group, no addresses. The whole is kept as text.
        """,
    how_to_fix="Give the whole message, from FL1, FL5 or FM on.",
    source=_FAH,
    bad="""
        EXERCISE TEXT WITHOUT A HEADING
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
BULLETIN_HEADING = Rule(
    code="TG219",
    name="bulletin-heading",
    severity=Severity.NOTE,
    as_sent=Severity.ERROR,
    message="the heading is that of a weather bulletin; it has no format lines",
    explanation="""
        Warnings of the Joint Typhoon Warning Center and other products of the weather services have
        the text of a military message below an abbreviated heading: what is reported of which
        region, a number, the centre, and day and time. It is kept as text; the sets below it are
        read.
        """,
    how_to_fix="Give the message with its own heading, where it has one.",
    source="WMO-No. 386 Part II (abbreviated headings); public warnings of the JTWC",
    bad="""
        WTPN31 PGTW 202100
        ^^^^^^^^^^^^^^^^^^
        MSGID/GENADMIN/EXERCISE CENTER//
        SUBJ/EXERCISE WARNING//
        RMKS/1. EXERCISE.//
        """,
    good="""
        R 202100Z MAR 09
        FM EXERCISE CENTER
        TO EXERCISE UNITS
        BT
        UNCLAS
        MSGID/GENADMIN/EXERCISE CENTER//
        SUBJ/EXERCISE WARNING//
        RMKS/1. EXERCISE.//
        BT
        """,
)
MESSAGE_FOLLOWS = Rule(
    code="TG202",
    name="second-message-follows",
    severity=Severity.WARNING,
    message="another message begins here; only the first was read",
    explanation="""
        One source holds several messages. Where that was not meant, the end of the first was lost
        on the way and the second ran into it: a straggler, against which FL15 repeats the serial
        number.
        """,
    how_to_fix="Read the file message by message (`telegram.read`, or `telegram split`).",
    source="NAVEDTRA 14226 ch. 1 (stragglers); Navy GENSER lesson 4",
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        BT
        NNNN
        R 051500Z MAR 74
        ^^^^^^^^^^^^^^^^
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        BT
        NNNN
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS
        BT
        NNNN
        """,
)
_WIRE = {
    FormatLine.FL1: TRANSMISSION_MISSING,
    FormatLine.FL2: ROUTING_MISSING,
    FormatLine.FL3: STATION_MISSING,
    FormatLine.FL4: SECURITY_MISSING,
}
_MOST_ASKED = 40
"""Refused lines that are asked what they were meant to be: the answer comes from a slow parser."""
_ADDRESSES = frozenset({FormatLine.FL7, FormatLine.FL8})


def heading_missing(telegram: Telegram) -> Iterator[Diagnostic]:
    """The finding for a source in which no heading was found, or one of another service."""
    text = telegram.source.text
    first = first_line(text, 0)
    bulletin = matcher("plaindress:bulletin_heading").fullmatch(first.of(text)) is not None
    yield (BULLETIN_HEADING if bulletin else HEADING_MISSING).at(first)


def presence_findings(scope: Scope) -> Iterator[Diagnostic]:
    """The lines that one heading of a message lacks, and a message that follows it."""
    if scope.kind == "pilot":  # a relay's instructions in front of a whole message need nothing
        return
    present = scope.format_lines | _meant(scope)
    if scope.kind == "main":
        yield from _wire(scope, present)
    if scope.data_pattern:
        return
    if not scope.service:
        yield from _addresses(scope, present)
    if scope.kind == "main":
        yield from _following(scope)


def _meant(scope: Scope) -> frozenset[FormatLine]:
    """What lines that no rule takes were meant to be: they are refused, not missing."""
    unread = [r for r in scope.records if r.format_line is FormatLine.UNRECOGNISED]
    meant = (intended(record, scope.dialect) for record in unread[:_MOST_ASKED])
    return frozenset(label for label in meant if label is not None)


def _before(scope: Scope, wanted: FormatLine) -> Span:
    """Where a line should stand: at the next format line, else at the end of the heading."""
    number = wanted.number or 0
    for line in scope.lines:
        if (line.format_line.number or 0) > number:
            return first_word(line)
    written = [line for line in scope.lines if line.text.strip()]
    end = written[-1].content.end if written else 0
    return Span(end, end)


def _wire(scope: Scope, present: frozenset[FormatLine]) -> Iterator[Diagnostic]:
    """FL1 to FL4."""
    needs = scope.dialect.needs
    wanted = [label for label in _WIRE if needs[label] is Need.ON_THE_WIRE]
    if scope.data_pattern:
        wanted = [label for label in wanted if label is not FormatLine.FL4]
    if scope.heading.transmission is not None:  # of a piloted message it stands above the pilot
        present = present | {FormatLine.FL1}
    if scope.heading.station is not None:  # it may stand on the line of FL2
        present = present | {FormatLine.FL3}
    absent = [label for label in wanted if label not in present]
    if needs[FormatLine.FL2] is Need.MANDATORY and FormatLine.FL2 not in present:
        yield HEADER_MISSING.at(_before(scope, FormatLine.FL2))
    if len(wanted) > 2 and absent == wanted and not scope.as_sent:
        which = f"{absent[0].name} to {absent[-1].name}"
        yield WIRE_LINES_MISSING.at(_before(scope, FormatLine.FL1), which=which)
        return
    for label in absent:
        yield _WIRE[label].at(_before(scope, label))


def _addresses(scope: Scope, present: frozenset[FormatLine]) -> Iterator[Diagnostic]:
    """FL5 to FL8."""
    needs = scope.dialect.needs
    misplaced = scope.kind == "main" and bool(reading_of(scope.telegram).heading.strays)
    plain = needs[FormatLine.FL6] is Need.MANDATORY or FormatLine.FL6 in present
    if needs[FormatLine.FL5] is Need.MANDATORY and FormatLine.FL5 not in present and not misplaced:
        yield PREAMBLE_MISSING.at(_before(scope, FormatLine.FL5))
    if scope.kind == "main" and not (_ADDRESSES | {FormatLine.FL6}) & present:
        number = general_message_of(scope.telegram)
        if number is not None:
            yield ADDRESSES_NOT_PUBLISHED.at(number[1], number=number[0])
            return
    if needs[FormatLine.FL6] is Need.MANDATORY and FormatLine.FL6 not in present:
        yield ORIGINATOR_MISSING.at(_before(scope, FormatLine.FL6))
    if needs[FormatLine.FL7] is Need.CONDITIONAL and plain and not _ADDRESSES & present:
        yield ADDRESSEES_MISSING.at(_before(scope, FormatLine.FL9))


def _following(scope: Scope) -> Iterator[Diagnostic]:
    """A further message in the same source."""
    start = scope.telegram.next_message
    if start is not None:
        yield MESSAGE_FOLLOWS.at(first_line(scope.telegram.source.text, start))

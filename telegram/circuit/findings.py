"""What is wrong on a circuit: numbers that did not come or came twice, and messages that did.

Here: rules TG891 to TG897. Elsewhere: FL1 by itself (`values.transmission_identification`),
sections that are missing (`telegram.joining.findings`).
"""

from collections.abc import Iterator

from telegram.circuit.continuity import Arrival, Place
from telegram.circuit.copies import Copy
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.model import Telegram
from telegram.source import Span

_SOURCE = 'NAVEDTRA 14226 ch. 1 "Transmission identification", "Suspected duplicates"'
_TRAFFIC = "NAVEDTRA 14226 ch. 1; public NAVADMIN traffic (usage)"


def _of(number: str, minute: int, under: str = "", *, signal: str = "", text: str = "TEXT") -> str:
    """An example: a message with its channel number, perhaps with carets under a line of it.

    Carets that begin with a blank belong to FL5, others to FL1.
    """
    lines = [
        f"VZCZCABA{number}",
        under if under and len(under) > 8 and under.startswith(" " * 8) else "",
        "RR RUEHXH",
        f"DE RUEHXM #0{number} 1051545",
        "ZNR UUUUU",
        f"R 1515{minute:02}Z APR 02{signal}",
        under if under and not under.startswith(" " * 8) else "",
        "FM EXERCISE WING ONE",
        "TO EXERCISE GROUP TWO",
        "BT",
        "UNCLAS",
        f"EXERCISE {text}.",
        "BT",
        "",
        "NNNN",
    ]
    return "".join(f"{line}\n" for line in lines if line)


_NUMBER = " " * 8 + "^^^"
_DTG = "  " + "^" * 14

NUMBER_MISSING = Rule(
    code="TG891",
    name="channel-number-missing",
    severity=Severity.WARNING,
    message="{numbers} of channel {channel} {have} not come",
    explanation="""
        Every message on a channel has the next number. One that leaves numbers out says that
        messages before it were lost, are delayed, or were not kept.
        """,
    how_to_fix="Ask the station at the other end to repeat these numbers.",
    source=_SOURCE,
    judged=False,
    dialect="acp127-us",
    bad=_of("014", 30) + _of("017", 33, _NUMBER),
    good=_of("014", 30) + _of("015", 33),
)
NUMBER_REPEATED = Rule(
    code="TG892",
    name="channel-number-repeated",
    severity=Severity.WARNING,
    message="number {number} of channel {channel} came already; {expected} was due",
    explanation="""
        A number is used once. The sender's counter stood still, or one tape was sent twice; if the
        message is another one, neither number tells which of them a repetition would bring.
        """,
    how_to_fix="Compare the two messages, and tell the sender.",
    source=_SOURCE,
    judged=False,
    dialect="acp127-us",
    bad=_of("014", 30) + _of("014", 33, _NUMBER),
    good=_of("014", 30) + _of("015", 33),
)
NUMBER_OUT_OF_ORDER = Rule(
    code="TG893",
    name="channel-number-out-of-order",
    severity=Severity.WARNING,
    message="number {number} of channel {channel} comes after a later one",
    explanation="""
        Messages go out in the order of their numbers. One that comes late was repeated, or the
        copies were kept in another order. A number that was missing is ticked off.
        """,
    how_to_fix="Take its place in the order from the number.",
    source=_SOURCE,
    judged=False,
    dialect="acp127-us",
    bad=_of("014", 30) + _of("016", 33) + _of("015", 31, _NUMBER),
    good=_of("014", 30) + _of("015", 31) + _of("016", 33),
)
NUMBER_ANEW = Rule(
    code="TG894",
    name="channel-number-counted-anew",
    severity=Severity.NOTE,
    message="channel {channel} counts anew at {number}; {expected} was due",
    explanation="""
        A count that begins again before its highest number was reached: a new radio day, or a
        counter that was set back. What was missing before cannot come under its number any more.
        """,
    how_to_fix="Compare with the time: at the start of a day it is what the circuit does.",
    source="(unsourced)",
    judged=False,
    dialect="acp127-us",
    bad=_of("456", 30) + _of("001", 33, _NUMBER),
    good=_of("456", 30) + _of("457", 33),
)
DUPLICATE = Rule(
    code="TG895",
    name="duplicate-not-announced",
    severity=Severity.WARNING,
    message="the same message as number {of} of the log, and nothing says that it is sent again",
    explanation="""
        Originator, date-time group and text are those of a message that came already. Whoever sends
        a message again says so: ZFD in FL4 and the content indicator where it may be a duplicate,
        ZEL where it is corrected.
        """,
    how_to_fix="Deliver it once.",
    source=_TRAFFIC,
    judged=False,
    dialect="acp127-us",
    bad=_of("014", 30) + _of("015", 30, _DTG),
    good=_of("014", 30) + _of("015", 33),
)
GROUP_USED_TWICE = Rule(
    code="TG896",
    name="date-time-group-used-twice",
    severity=Severity.WARNING,
    message="originator and date-time group are those of number {of} of the log, the text is not",
    explanation="""
        Both together identify a message, so that references to either of the two are ambiguous. One
        may be a corrected copy that does not say so, or a damaged one.
        """,
    how_to_fix="Ask the originator which of the two stands.",
    source=_TRAFFIC,
    judged=False,
    dialect="acp127-us",
    bad=_of("014", 30) + _of("015", 30, _DTG, text="OTHER TEXT"),
    good=_of("014", 30) + _of("015", 33, text="OTHER TEXT"),
)
SUPERSEDED = Rule(
    code="TG897",
    name="superseded-copy-received",
    severity=Severity.WARNING,
    message="its corrected copy came before it, as number {of} of the log",
    explanation="""
        A corrected copy supersedes the message of the same originator and date-time group,
        whichever comes first. Delivered after it, the message would seem to be the later word.
        """,
    how_to_fix="Deliver the corrected copy only.",
    source=_TRAFFIC,
    judged=False,
    dialect="acp127-us",
    bad=_of("014", 30, signal=" ZEL", text="BETTER TEXT") + _of("015", 30, _DTG),
    good=_of("014", 30) + _of("015", 30, signal=" ZEL", text="BETTER TEXT"),
)

_ARRIVALS = {
    Arrival.REPEATED: NUMBER_REPEATED,
    Arrival.LATE: NUMBER_OUT_OF_ORDER,
    Arrival.EARLIER: NUMBER_OUT_OF_ORDER,
    Arrival.RESTARTED: NUMBER_ANEW,
}
_COPIES = {
    Copy.DUPLICATE: DUPLICATE,
    Copy.OTHER_TEXT: GROUP_USED_TWICE,
    Copy.SUPERSEDED: SUPERSEDED,
}


def number_findings(message: Telegram, place: Place) -> Iterator[Diagnostic]:
    """What the number of a message says of those before it."""
    where = _at(message, "transmission.sequence", "transmission")
    channel = place.channel or "without a designator"
    if place.skipped is not None:
        gap = place.skipped
        several = gap.first != gap.last
        numbers = f"{gap.first} to {gap.last}" if several else gap.first
        have = "have" if several else "has"
        yield NUMBER_MISSING.at(where, numbers=numbers, channel=channel, have=have)
    rule = _ARRIVALS.get(place.arrival)
    if rule is not None:
        yield rule.at(where, number=place.text, channel=channel, expected=place.expected)


def copy_findings(message: Telegram, copy: Copy, of: int | None) -> Iterator[Diagnostic]:
    """What is wrong with a copy of a message that came before."""
    rule = _COPIES.get(copy)
    if rule is not None:
        yield rule.at(_at(message, "dtg", "routing"), of=of)


def _at(message: Telegram, *paths: str) -> Span:
    """The place of the first of these fields that is there; the first line without."""
    heading = message.heading
    while heading is not None:
        for path in paths:
            found = heading.spans.get(path)
            if found is not None:
                return found
        if heading.pilot is None:
            break
        heading = heading.pilot
    first = next((line.content for line in message.lines if line.text.strip()), None)
    return first or Span(0, 0)

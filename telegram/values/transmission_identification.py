"""Transmission identification (FL1): which channel carried the message, and as its how-many-th.

``VZCZCXYZ0020``: start of message, channel designator, number. The number counts transmissions on
the channel; it is not the station serial number.

Here: the value, its text, and rules TG311 to TG314. Elsewhere: channel against station
(`checks.identity`).
"""

from attrs import field, frozen

from telegram.diagnostics import FieldError, Rule, Severity
from telegram.syntax import matcher
from telegram.values.refused import refused
from telegram.values.trusted import trusted

_SOURCE = "5 FAH-2 H-321.1; NAVEDTRA 14226 ch. 1"

IDENTIFICATION_MALFORMED = Rule(
    code="TG311",
    name="transmission-identification-malformed",
    severity=Severity.ERROR,
    message="after ZCZC stands {text!r}, not a channel, a number and perhaps a class",
    explanation="""
        FL1 is one string without blanks: VZCZC, the channel designator, the channel number. A
        receiver that cannot read it cannot tell whether a message was lost on the channel.
        """,
    how_to_fix="Write VZCZC, three letters, three or four digits.",
    source=_SOURCE,
    references=("FL1-R1",),
    bad="""
        VZCZCXYZ0020/A
                    ^^
        """,
    good="VZCZCXYZ0020",
)
CHANNEL_NUMBER_LENGTH = Rule(
    code="TG312",
    name="channel-number-length",
    severity=Severity.ERROR,
    message="the channel number {number!r} has {count} digits, not three or four",
    explanation="""
        Handbooks give three digits, State practice four. Any other length means digits lost or run
        together.
        """,
    how_to_fix="Restore the number from the channel log.",
    source=_SOURCE,
    references=("FL1-R2",),
    bad="""
        VZCZCXYZ20
                ^^
        """,
    good="VZCZCXYZ0020",
)
CHANNEL_LENGTH = Rule(
    code="TG313",
    name="channel-designator-length",
    severity=Severity.WARNING,
    message="the channel designator {channel!r} has {count} letters, not three",
    explanation="""
        A channel is named by three letters. Base ACP 127 and ACP 126 write none.
        """,
    how_to_fix="Restore the designator from the circuit's name.",
    source=_SOURCE,
    references=("FL1-R3",),
    bad="""
        VZCZCXY0020
             ^^
        """,
    good="VZCZCXYZ0020",
)
START_GARBLED = Rule(
    code="TG314",
    name="start-of-message-garbled",
    severity=Severity.WARNING,
    message="the start of message is {text!r}, not VZCZC",
    explanation="""
        The letters ZCZC start a receiver's counter. In kept copies one of them is often lost.
        """,
    how_to_fix="Write VZCZC.",
    source="open-source cable reader: tests and patterns; 5 FAH-2 H-321.1",
    bad="""
        VZCZXYZ0020
        ^^^^
        """,
    good="VZCZCXYZ0020",
)


@frozen(weakref_slot=False)
class TransmissionIdentification:
    """Which channel carried the message, and its number there.

    :Shape:  channel: three letters or None; sequence: three or four digits, as written;
             classification: one letter, written doubled, or None.
    :Order:  none.
    :Text:   ``str(identification)`` is the FL1 line, begun with VZCZC.
    :Errors: `FieldError` with TG300.
    :Source: 5 FAH-2 H-321.1; NAVEDTRA 14226 ch. 1.

    >>> TransmissionIdentification.parse("VZCZCXYZ0020").channel
    'XYZ'
    """

    sequence: str = field()
    channel: str | None = None
    classification: str | None = None

    def __attrs_post_init__(self) -> None:
        if matcher("acp127:fl1").fullmatch(str(self)) is None:
            raise FieldError(refused("acp127:fl1", str(self)))

    @classmethod
    def parse(cls, text: str) -> "TransmissionIdentification":
        """The value of an FL1 line."""
        match = matcher("acp127:fl1").fullmatch(text)
        if match is None:
            raise FieldError(refused("acp127:fl1", text))
        return transmission_of(*match.group("channel", "channel_number", "class_pair"))

    def __str__(self) -> str:
        pair = f" {self.classification * 2}" if self.classification else ""
        return f"VZCZC{self.channel or ''}{self.sequence}{pair}"


_make = trusted(TransmissionIdentification)


def transmission_of(
    channel: str | None, sequence: str, pair: str | None
) -> TransmissionIdentification:
    """The value of matched parts."""
    return _make(sequence, channel, pair[0] if pair else None)

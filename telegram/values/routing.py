"""Routing (FL2): how fast, and to which stations; in JANAP 128 also from whom, under which number,
in which code.

ACP 127 writes ``PP RUEHC RUEHPE``; JANAP 128 packs FL2 and FL3 in one line read by position,
``RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.``.

Here: the value, its text, and rules TG315 to TG319 and TG351 to TG360. Elsewhere: the letters that
FL2 and FL4 share (`security`); FL2 against FL5 (`checks.precedence`).
"""

from attrs import frozen

from telegram.data import table
from telegram.diagnostics import Rule, Severity
from telegram.values.call_sign import StationDesignator
from telegram.values.filing_time import FilingTime
from telegram.values.precedence import Precedence
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.trusted import trusted

_POSITIONS = 'NAVEDTRA 14226 ch. 1, "Message header"'
_A117 = "ACP 117 CAN-US SUPP-1(O), general instructions para 7.d"

PAIR_MALFORMED = Rule(
    code="TG315",
    name="precedence-pair-malformed",
    severity=Severity.ERROR,
    message="FL2 begins with {text!r}, not with one precedence prosign doubled",
    explanation="""
        ACP 127 opens FL2 with the highest precedence of the message, doubled. It decides the order
        in which relays handle it. A dual precedence shows in FL5 only.
        """,
    how_to_fix="Write the highest FL5 precedence twice: ZZ, OO, PP or RR.",
    source="5 FAH-2 H-321.2-1",
    references=("FL2-R1",),
    bad="""
        PR RUEHC RUEHPE
        ^^
        """,
    good="PP RUEHC RUEHPE",
)
INDICATOR_REPEATED = Rule(
    code="TG316",
    name="routing-indicator-repeated",
    severity=Severity.WARNING,
    message="{text} is called twice in FL2",
    explanation="""
        A station called twice may receive the message twice.
        """,
    how_to_fix="Leave the second one out.",
    source="ACP 127, FL2",
    references=("FL2-R3",),
    bad="""
        PP RUEHC RUEHPE RUEHC
                        ^^^^^
        """,
    good="PP RUEHC RUEHPE",
)
INDICATORS_COUNT = Rule(
    code="TG317",
    name="routing-indicators-count",
    severity=Severity.ERROR,
    message="FL2 calls {count} stations; a header takes 1 to 500",
    explanation="""
        Without an indicator the switch cannot deliver; with more than 500 it must be sent twice,
        indicators of one relay kept together.
        """,
    how_to_fix="Fill in the routing, or divide it over two transmissions.",
    source=_POSITIONS,
    references=("FL2-R14",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--
                                           ^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
HEADER_POSITION = Rule(
    code="TG351",
    name="header-position-malformed",
    severity=Severity.ERROR,
    message="{what} is {found}; the header has {wanted} there",
    explanation="""
        JANAP 128 reads its header by position: one sign missing, doubled or foreign and every later
        field is read from the wrong place. The header must be letter-perfect.
        """,
    how_to_fix="Restore the position from the header's other fields and from FL4, FL5 and FL15.",
    source=_POSITIONS,
    references=("FL2-R10",),
    dialect="janap128",
    bad="""
        RTTUZYUWR RUWTABA0014 1051530-UUUU--RUEBXYZ.
            ^^^^^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
HEADER_UNFILLED = Rule(
    code="TG352",
    name="header-unfilled",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the header is a form that was never filled in",
    explanation="""
        Some systems released copies whose FL2 still holds the form's DDDHHMM and no station. The
        fields that are there are read; the others are unknown.
        """,
    how_to_fix="Fill in station, serial number, filing time and routing.",
    source="public NAVADMIN traffic 2005-2013",
    references=("FL2-R10",),
    dialect="janap128",
    bad="""
        RAAUZYUW             DDDHHMM-UUUU--
                             ^^^^^^^
        """,
    good="RAAUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
REDUNDANCY_UNLIKE = Rule(
    code="TG353",
    name="redundancy-unlike-classification",
    severity=Severity.ERROR,
    message="the redundancy {text} does not repeat the classification letter {letter}",
    explanation="""
        The letter of position 4 is repeated four times, so that one garbled character cannot lower
        the classification. Two of the four may give way to release codes.
        """,
    how_to_fix="Repeat the letter of position 4.",
    source="Army SS0656 lesson 3, item 8",
    references=("FL2-R12",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0014 1051530-CCCC--RUEBXYZ.
                                     ^^^^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
RELEASE_CODES = Rule(
    code="TG354",
    name="release-codes-malformed",
    severity=Severity.ERROR,
    message="the release codes {codes} {why}",
    explanation="""
        A message that may leave for another nation carries its release code: one nation's letter
        doubled, or two letters in alphabetical order, never more.
        """,
    how_to_fix="Use the letters of the release-code table, in alphabetical order.",
    source=_A117,
    references=("FL2-R13",),
    dialect="janap128",
    bad="""
        PTTUZYUW RUWTABA0232 1060900-UUXC--RCEMZZA RXFZZBB.
                                       ^^
        """,
    good="PTTUZYUW RUWTABA0232 1060900-UUCX--RCEMZZA RXFZZBB.",
)
END_OF_ROUTING_MISSING = Rule(
    code="TG355",
    name="end-of-routing-missing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the routing has no closing period",
    explanation="""
        The period tells the switch that no further indicator follows. Nearly half of the public
        copies have lost it.
        """,
    how_to_fix="Write a period directly after the last routing indicator.",
    source="NAVEDTRA 14226 ch. 1; public NAVADMIN traffic",
    references=("FL2-R15",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ
                                                  ^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
SERIAL_ZERO = Rule(
    code="TG356",
    name="station-serial-zero",
    severity=Severity.WARNING,
    message="the station serial number is 0000: the system does not count",
    explanation="""
        Stations number from 0001. Automated systems that do not count write 0000, so that station
        and serial number no longer identify the message.
        """,
    how_to_fix="Identify the message by originator and date-time group.",
    source="Navy GENSER lesson 4; public NAVADMIN traffic",
    references=("FL2-R16",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0000 1051530-UUUU--RUEBXYZ.
                        ^^^^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
LANGUAGE_MEDIA_UNKNOWN = Rule(
    code="TG357",
    name="language-media-pair-unknown",
    severity=Severity.WARNING,
    message="the language and media pair {text} is not in the tables",
    explanation="""
        Positions 2 and 3 say which code the originator uses and which the addressee wants. The open
        tables know A and T in any pair, RT and TR, and equal pairs of the data formats.
        """,
    how_to_fix="Compare with JANAP 128.",
    source="NAVEDTRA 14226 ch. 1; ACP 117 CAN-US SUPP-1(O) para 5.b(5)(a)",
    references=("FL2-R18",),
    dialect="janap128",
    bad="""
        RXTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
         ^^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
CONTENT_INDICATOR_UNKNOWN = Rule(
    code="TG358",
    name="content-indicator-unknown",
    severity=Severity.WARNING,
    message="the content indicator {text} is neither listed nor an operating signal",
    explanation="""
        A content indicator that begins with Z is an operating signal and one more sign (ZELW: ZEL,
        a correction); others name a content or a data system.
        """,
    how_to_fix="For a narrative message write ZYUW.",
    source="NAVEDTRA 14226 ch. 1; Navy GENSER lesson 4",
    references=("FL2-R18",),
    dialect="janap128",
    bad="""
        RTTUZQQW RUWTABA0014 1051530-UUUU--RUEBXYZ.
            ^^^^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
RELEASE_WITHOUT_INDICATOR = Rule(
    code="TG359",
    name="release-code-without-indicator",
    severity=Severity.WARNING,
    message="release code {code} ({nation}) has no routing indicator of that nation",
    explanation="""
        A release code opens the gateway to one nation. Without an indicator behind that gateway it
        releases the message to nobody.
        """,
    how_to_fix="Add the nation's indicator, or drop its code in FL2 and FL4.",
    source=_A117,
    references=("FL2-R19", "X8"),
    dialect="janap128",
    bad="""
        PTTUZYUW RUWTABA0232 1060900-UUCX--RCEMZZA.
                                        ^
        """,
    good="PTTUZYUW RUWTABA0232 1060900-UUCX--RCEMZZA RXFZZBB.",
)
START_OF_ROUTING = Rule(
    code="TG360",
    name="start-of-routing-malformed",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{text!r} stands for the {wanted} of the header",
    explanation="""
        One hyphen precedes the redundancy and two open the routing. Copies show one, three, or a
        word processor's dash.
        """,
    how_to_fix="Write hyphens of the five-unit code.",
    source="NAVEDTRA 14226 ch. 1; public NAVADMIN traffic",
    references=("FL2-R10",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0014 1051530-UUUU-RUEBXYZ.
                                         ^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)


@frozen
class LanguageMedia:
    """Language and media format: the originator's code and the one wanted at the addressee.

    :Shape:  two letters.
    :Text:   ``str(media)`` is the two letters.
    :Source: NAVEDTRA 14226 ch. 1; ACP 117 CAN-US SUPP-1(O) para 5.b(5)(a).

    >>> LanguageMedia("AT").meanings
    ('8-level ASCII', '5-level teletype or paper tape')
    """

    letters: str

    @property
    def meanings(self) -> tuple[str | None, str | None]:
        """What the originator's and the addressee's letter stand for."""
        codes = table("language-media", "code")
        first, second = (codes.get(letter) for letter in self.letters[:2])
        return (first["meaning"] if first else None, second["meaning"] if second else None)

    @property
    def known(self) -> bool:
        """Whether the tables list the pair."""
        row = table("language-media", "code").get(self.letters[:1])
        return row is not None and self.letters[1:] in row["pairs_with"].split()

    def __str__(self) -> str:
        return self.letters


@frozen
class ContentIndicator:
    """What the message holds, or what is done with it: content indicator, communication action
    identifier.

    :Shape:  four letters, or three and a digit. One that begins with Z is an operating signal and
             one more sign.
    :Text:   ``str(content)`` is what was written.
    :Source: NAVEDTRA 14226 ch. 1; Navy GENSER lesson 4; the rule for Z codes is inferred and fits
             every one seen.

    >>> ContentIndicator("ZYUW").meaning, ContentIndicator("ZELX").signal
    ('narrative', 'ZEL')
    """

    code: str

    @property
    def signal(self) -> str | None:
        """The operating signal in it, if it begins with Z."""
        return self.code[:3] if self.code.startswith("Z") else None

    @property
    def meaning(self) -> str | None:
        """What it stands for: the table's words, else the signal's; None where neither is known."""
        row = table("content-indicators", "code").get(self.code)
        if row is not None:
            return row["meaning"]
        signal = table("operating-signals", "signal").get(self.signal or "")
        return signal["meaning"] if signal else None

    @property
    def narrative(self) -> bool:
        """Whether a narrative text follows: every code that begins with Z."""
        return self.code.startswith("Z")

    def __str__(self) -> str:
        return self.code


@frozen
class ReleaseCode:
    """A transmission release code: the nation or alliance to which a message may go.

    :Shape:  one letter.
    :Source: ACP 117 CAN-US SUPP-1(O), general instructions para 7.d(1)(b).

    >>> ReleaseCode("C").nation, ReleaseCode("X").fits("RXFZZB")
    ('Canada', True)
    """

    letter: str

    @property
    def nation(self) -> str | None:
        """To whom it releases; None for a letter outside the table."""
        row = table("release-codes", "letter").get(self.letter)
        return row["released_to"] if row else None

    def fits(self, indicator: str) -> bool:
        """Whether a routing indicator lies behind the gateway that the code opens."""
        row = table("release-codes", "letter").get(self.letter)
        return row is not None and indicator[1:2] in row["second_letters"].split()

    def __str__(self) -> str:
        return self.letter


@frozen(weakref_slot=False)
class Routing:
    """How fast, and to which stations; in JANAP 128 also from whom, under which number, in which
    code.

    :Shape:  indicators (in ACP 126 call signs) and precedence (none in ACP 126). In JANAP 128: lmf,
             classification (a letter), content, originator, serial (four digits), filed, records
             (data pattern), redundancy (four letters), release codes, and whether the closing
             period is there. None or empty elsewhere.
    :Order:  none.
    :Text:   ``str(routing)`` is FL2 on one line.
    :Source: 5 FAH-2 H-321.2-1; NAVEDTRA 14226 ch. 1.
    """

    precedence: tuple[Precedence, ...]
    indicators: tuple[StationDesignator, ...]
    lmf: LanguageMedia | None = None
    classification: str | None = None
    content: ContentIndicator | None = None
    originator: RoutingIndicator | None = None
    serial: str | None = None
    filed: FilingTime | None = None
    records: str | None = None
    redundancy: str | None = None
    release: tuple[ReleaseCode, ...] = ()
    complete: bool | None = None

    def __str__(self) -> str:
        called = " ".join([str(indicator) for indicator in self.indicators])
        if self.lmf is None and self.content is None:
            return f"{self.precedence[0].pair} {called}" if self.precedence else called
        records = f" {self.records}" if self.records else ""
        first = self.precedence[0].letter if self.precedence else ""
        return (
            f"{first}{self.lmf or ''}{self.classification or ''}{self.content or ''}"
            f" {self.originator or ''}{self.serial or ''} {self.filed or ''}{records}"
            f"-{self.redundancy or ''}--{called}{'.' if self.complete else ''}"
        )


make_routing = trusted(Routing)


def release_of(letters: str, classification: str) -> tuple[ReleaseCode, ...]:
    """The release codes in a redundancy or in FL4 characters.

    What stands after the classification letters.
    """
    rest = letters.lstrip(classification) if classification else ""
    return tuple(ReleaseCode(letter) for letter in dict.fromkeys(rest[-2:])) if rest else ()

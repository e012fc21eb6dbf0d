"""Security warning and transmission instructions (FL4).

``ZNR UUUUU ZZH``: the warning says which circuits may carry the text, the characters repeat its
classification five times (the last two may be release codes), a special handling designator may
follow an oblique; then signals.

Here: the value, its text, and rules TG501 to TG505. Elsewhere: FL4 against FL2 and the
classification line (`checks.classification`).
"""

from functools import lru_cache

from attrs import frozen

from telegram.data import table
from telegram.diagnostics import FieldError, Rule, Severity
from telegram.syntax import matcher, splitter
from telegram.values.operating_signal import OperatingSignal, signal_of
from telegram.values.refused import refused
from telegram.values.routing import ReleaseCode, release_of
from telegram.values.trusted import trusted

_SOURCE = 'NAVEDTRA 14226 ch. 1, "Security warning"'

WARNING_CONTRADICTS = Rule(
    code="TG501",
    name="security-warning-contradicts-class",
    severity=Severity.ERROR,
    message="{warning} goes with {wanted} text, and the characters are {characters}",
    explanation="""
        ZNR lets a message travel on unprotected circuits; ZNY keeps it on approved ones. Classified
        text under ZNR would be sent in the clear, unclassified text under ZNY waits for a protected
        circuit.
        """,
    how_to_fix="Write ZNY before E, R, C, S and T; ZNR before U.",
    source=_SOURCE,
    references=("FL4-R2", "znr-with-protected-text", "zny-with-unclassified"),
    bad="""
        ZNR CCCCC
        ^^^
        """,
    good="ZNY CCCCC",
)
CHARACTERS_MALFORMED = Rule(
    code="TG502",
    name="security-characters-malformed",
    severity=Severity.ERROR,
    message="the characters {text!r} are not one letter five times, nor end in release codes",
    explanation="""
        The classification is repeated so that a garble shows. Five equal letters, or three and two
        release codes (a nation's letter doubled, or two in alphabetical order); nothing else.
        """,
    how_to_fix="Repeat the classification letter five times.",
    source="NAVEDTRA 14226 ch. 1; ACP 117 CAN-US SUPP-1(O) para 7.d",
    references=(
        "FL4-R4",
        "security-group-length",
        "security-group-mixed",
        "security-character-unknown",
    ),
    bad="""
        ZNR UUUU
            ^^^^
        """,
    good="ZNR UUUUU",
)
CHARACTERS_SPECIAL = Rule(
    code="TG503",
    name="security-characters-of-special-security",
    severity=Severity.WARNING,
    message="{text!r} is a form reported for special security traffic",
    explanation="""
        Five letters after ZNY that follow no open rule occur in special security headings, whose
        procedure is not public. They are read and kept.
        """,
    how_to_fix="Outside special security traffic, repeat the classification letter five times.",
    source="reported; no document found (unsourced)",
    bad="""
        ZNY MMNSH
            ^^^^^
        """,
    good="ZNY TTTTT",
)
SPECIAL_HANDLING_MALFORMED = Rule(
    code="TG504",
    name="special-handling-malformed",
    severity=Severity.ERROR,
    message="the special handling designator {text!r} is not one letter five times",
    explanation="""
        The designator after the oblique limits who may handle the message. Like the class it is
        repeated five times.
        """,
    how_to_fix="Write the designator's letter five times, or leave the oblique out.",
    source=_SOURCE,
    references=("FL4-R6", "shd-malformed"),
    bad="""
        ZNY CCCCC/BBBB
                  ^^^^
        """,
    good="ZNY CCCCC/BBBBB",
)
WARNING_BARE = Rule(
    code="TG505",
    name="security-characters-missing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{warning} stands alone, without the classification letter five times",
    explanation="""
        The warning has no meaning without the class it speaks of. A bare ZNR occurs in kept copies.
        """,
    how_to_fix="Add the classification letter five times.",
    source="public NAVADMIN traffic; NAVEDTRA 14226 ch. 1",
    references=("FL4-R4",),
    bad="""
        ZNR
           ^
        """,
    good="ZNR UUUUU",
)


@frozen(weakref_slot=False)
class Security:
    """Security warning and transmission instructions.

    :Shape:  prosign: ZNR or ZNY; characters: five letters (None where a damaged line lacks
             them); special_handling: one letter, written five times, or None; release: release
             codes; signals: operating signals; transmit: prosign T instructions, as written.
    :Order:  none.
    :Text:   ``str(security)`` is FL4 on one line.
    :Errors: `FieldError` with TG300.
    :Source: NAVEDTRA 14226 ch. 1; ACP 117 CAN-US SUPP-1(O).

    >>> security = Security.parse("ZNR UUUUU ZZH")
    >>> security.classification, [signal.code for signal in security.signals]
    ('U', ['ZZH'])
    """

    prosign: str
    characters: str | None = None
    special_handling: str | None = None
    release: tuple[ReleaseCode, ...] = ()
    signals: tuple[OperatingSignal, ...] = ()
    transmit: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if matcher("acp127:fl4").fullmatch(str(self)) is None:
            raise FieldError(refused("acp127:fl4", str(self)))

    @classmethod
    def parse(cls, text: str) -> "Security":
        """The value of an FL4 line."""
        match = matcher("acp127:fl4").fullmatch(text)
        if match is None:
            raise FieldError(refused("acp127:fl4", text))
        return security_of(
            *match.group(
                "security_warning", "security_characters", "special_handling", "security_items"
            )
        )

    @property
    def classification(self) -> str | None:
        """The classification letter that the characters repeat."""
        return self.characters[0] if self.characters else None

    @property
    def level(self) -> str | None:
        """The level that the classification letter stands for.

        None for a letter outside the table.
        """
        row = table("security-letters", "letter").get(self.classification or "")
        return row["level"] if row else None

    @property
    def handling(self) -> str | None:
        """What the special handling designator stands for."""
        row = table("special-handling", "letter").get(self.special_handling or "")
        return row["meaning"] if row else None

    def __str__(self) -> str:
        group = f" {self.characters}" if self.characters else ""
        handling = f"/{self.special_handling * 5}" if self.special_handling else ""
        items = [str(signal) for signal in self.signals] + list(self.transmit)
        return " ".join([f"{self.prosign}{group}{handling}", *items])


make_security = trusted(Security)


@lru_cache(maxsize=4096)
def security_of(
    prosign: str, characters: str | None, handling: str | None, items: str | None
) -> Security:
    """The value of matched parts; equal ones share one value."""
    signals: tuple[OperatingSignal, ...] = ()
    transmit: tuple[str, ...] = ()
    if items is not None:
        signals, transmit = items_of(items)
    release: tuple[ReleaseCode, ...] = ()
    if characters is not None and (characters[4:5] != characters[0] or _ends_in_codes(characters)):
        release = release_of(characters, characters[0])
    return make_security(prosign, characters, handling and handling[0], release, signals, transmit)


def _ends_in_codes(characters: str) -> bool:
    """Whether two known release codes follow, the last of which is the letter of the class as well:
    CCCAC is for Australia and Canada.
    """
    known = table("release-codes", "letter")
    letter, first = characters[0], characters[3]
    return characters[:3] == letter * 3 and first != letter and {letter, first} <= known.keys()


@lru_cache(maxsize=4096)
def items_of(text: str) -> tuple[tuple[OperatingSignal, ...], tuple[str, ...]]:
    """The signals and the T instructions of a list of security items."""
    signals, transmit = [], []
    for match in splitter("security_items").finditer(text):
        if match["transmit"] is None:
            signals.append(signal_of(match.group()))
        else:
            transmit.append(match.group())
    return tuple(signals), tuple(transmit)

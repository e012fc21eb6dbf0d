"""Addressees (FL6 to FL9): who sends, who must act, who need only know, who is left out.

``RUEHC/SECSTATE WASHDC PRIORITY 0010``: perhaps a routing indicator and an oblique, the plain
language address, perhaps office codes between double obliques, a precedence word, State's running
count. ZEN in place of the indicator: served by other means. Later systems print a directory name
instead.

Here: the values, their text, and rules TG361 to TG370. Elsewhere: who stands under which prosign
(`model.Heading`); duplicates and exemptions (`checks.addressing`).
"""

from functools import lru_cache

from attrs import field, frozen

from telegram.diagnostics import FieldError, Rule, Severity
from telegram.syntax import matcher, splitter
from telegram.values.precedence import Precedence, precedence_of
from telegram.values.refused import refused
from telegram.values.routing_indicator import RoutingIndicator, indicator_of
from telegram.values.trusted import trusted

PREFIX_UNKNOWN = Rule(
    code="TG361",
    name="address-prefix-unknown",
    severity=Severity.ERROR,
    message="{text!r} before the oblique is neither a routing indicator nor ZEN",
    explanation="""
        Before an oblique an address has the indicator of the station that serves it, or ZEN. A name
        written with an oblique cannot be found in the directory, whose spelling must match exactly.
        """,
    how_to_fix="Write the indicator, or the name as the directory spells it.",
    source="ACP 117 CAN-US SUPP-1(O) para 5; NAVEDTRA 14222",
    references=("FL7-R3",),
    bad="""
        TO STATE/SECSTATE WASHDC
           ^^^^^
        """,
    good="TO RUEHC/SECSTATE WASHDC",
)
OFFICES_UNBALANCED = Rule(
    code="TG362",
    name="office-codes-unbalanced",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{text!r} is not office codes between double obliques",
    explanation="""
        Office codes begin and end with a double oblique, several parted by single ones. The
        addressee's own system routes inside the command by them.
        """,
    how_to_fix="Write a double oblique before the first and after the last office code.",
    source="NAVEDTRA 14348",
    references=("FL7-R4", "TX-40", "TX-41", "TX-43"),
    dialect="amhs",
    bad="""
        FM EXERCISE WING ONE/N1//
                            ^^^^^
        """,
    good="FM EXERCISE WING ONE//N1//",
)
COUNT_LENGTH = Rule(
    code="TG363",
    name="message-count-length",
    severity=Severity.WARNING,
    message="the message count {text!r} has {count} digits, not four",
    explanation="""
        State counts the messages from one sender to one addressee in four digits and begins again.
        More digits mean two numbers run together.
        """,
    how_to_fix="Write the count as four digits.",
    source="comments of an open-source State header extractor (2012); open-source cable reader",
    references=("FL7-R6",),
    bad="""
        TO RUEHC/SECSTATE WASHDC 00412
                                 ^^^^^
        """,
    good="TO RUEHC/SECSTATE WASHDC 0412",
)
ADDRESSES_RUN_ON = Rule(
    code="TG364",
    name="addressees-run-together",
    severity=Severity.WARNING,
    message="{count} addressees stand on one line",
    explanation="""
        Each addressee has a line of its own. A mail client or a gateway that reflowed the heading
        ran them together; the indicators before the names still part them.
        """,
    how_to_fix="Give each addressee its own line.",
    source="NAVEDTRA 14145; public NAVADMIN traffic",
    dialect="amhs",
    bad="""
        INFO RHMFIUU/EXERCISE WING ONE RUENAAA/EXERCISE WING TWO
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
    good="""
        INFO RHMFIUU/EXERCISE WING ONE
        RUENAAA/EXERCISE WING TWO
        """,
)
ADDRESS_CHARACTERS = Rule(
    code="TG365",
    name="address-characters-foreign",
    severity=Severity.WARNING,
    message="the address has {text!r}, which no plain language address has",
    explanation="""
        Plain language addresses are capitals, digits, blanks and . - & ' ( ) and comma. Other signs
        come from a directory name or a word processor, and a five-unit circuit cannot carry most of
        them.
        """,
    how_to_fix="Write the address as the directory spells it.",
    source="ACP 117 CAN-US SUPP-1(O) para 5.b(1)",
    references=("CH-R2",),
    dialect="amhs",
    bad="""
        TO EXERCISE WING_ONE
                        ^
        """,
    good="TO EXERCISE WING ONE",
)
PROSIGN_SPACING = Rule(
    code="TG366",
    name="prosign-spacing",
    severity=Severity.WARNING,
    message="{text!r} follows the prosign in place of a blank",
    explanation="""
        FM, TO, INFO and XMT are followed by one blank (XMT also by an oblique). Copies show an
        oblique or a colon.
        """,
    how_to_fix="Write one blank after the prosign.",
    source="NAVEDTRA 14243; public NAVADMIN traffic",
    dialect="amhs",
    bad="""
        INFO/EXERCISE WING ONE
            ^
        """,
    good="INFO EXERCISE WING ONE",
)
PROSIGN_ALONE = Rule(
    code="TG370",
    name="prosign-without-addressee",
    severity=Severity.WARNING,
    message="{prosign} stands alone on its line",
    explanation="""
        The first addressee of each kind stands on the line of the prosign. In some copies it is on
        the next line, and in some a page line was printed between the two.
        """,
    how_to_fix="Write the first addressee after the prosign.",
    source="NAVEDTRA 14243; open-source cable reader: tests and patterns",
    dialect="amhs",
    bad="""
        FM EXERCISE WING ONE
        TO
        ^^
        EXERCISE WING TWO
        """,
    good="""
        FM EXERCISE WING ONE
        TO EXERCISE WING TWO
        """,
)
ADDRESS_PART_MALFORMED = Rule(
    code="TG367",
    name="address-part-malformed",
    severity=Severity.WARNING,
    message="{text!r} is not {what} as an address has it",
    explanation="""
        Besides its name an address may have an alias after a blank and @, a precedence word,
        exempted members after a comma and XMT, or be a directory name. Copies bend these parts;
        they are read and kept.
        """,
    how_to_fix="Write the part as the manual gives it.",
    source="public NAVADMIN traffic; open-source cable reader",
    dialect="amhs",
    bad="""
        TO ZEN/NAVADMIN @AL NAVADMIN(UC)
                       ^^^^^^^^^^^^^^^^^
        """,
    good="TO ZEN/NAVADMIN @ AL NAVADMIN(UC)",
)
OFFICES_ALONE = Rule(
    code="TG368",
    name="office-codes-without-addressee",
    severity=Severity.WARNING,
    message="the office codes {text!r} have no addressee before them on the line",
    explanation="""
        Office codes belong to the name before them. On a line of their own, or after a blank that
        ended the name, a receiver cannot tell whose they are; they are read as those of the last
        addressee.
        """,
    how_to_fix="Write the codes directly after the name.",
    source="NAVEDTRA 14348; public NAVADMIN traffic",
    dialect="amhs",
    bad="""
        TO EXERCISE WING ONE
        //N1//
        ^^^^^^
        """,
    good="TO EXERCISE WING ONE//N1//",
)
ADDRESS_PREFIX_SPACING = Rule(
    code="TG369",
    name="address-prefix-spacing",
    severity=Severity.WARNING,
    message="{text!r} stands for {wanted!r} before the name",
    explanation="""
        The routing indicator or ZEN, the oblique and the name follow each other without blanks, and
        ZEN stands once.
        """,
    how_to_fix="Write the prefix once and without blanks.",
    source="public NAVADMIN traffic",
    dialect="amhs",
    bad="""
        TO ZEN /EXERCISE WING ONE
           ^^^^^
        """,
    good="TO ZEN/EXERCISE WING ONE",
)


@frozen(order=True)
class PlainLanguageAddress:
    """An addressee as people write it.

    :Shape:  words of capitals, digits and ``. - & ' ( ) ,`` parted by single blanks.
    :Order:  alphabetical.
    :Text:   ``str(pla)`` is the name.
    :Errors: `FieldError` with TG300.
    :Source: ACP 117 CAN-US SUPP-1(O), general instructions para 5.

    >>> PlainLanguageAddress.parse("AIG 99001").collective
    True
    """

    name: str = field()

    @name.validator
    def _shape(self, _: object, value: str) -> None:
        if matcher("elements:plain_language_address").fullmatch(value) is None:
            raise FieldError(refused("elements:plain_language_address", value))

    @classmethod
    def parse(cls, text: str) -> "PlainLanguageAddress":
        """The address that the text writes."""
        return cls(text)

    @property
    def collective(self) -> bool:
        """Whether it stands for many addressees, by its words.

        Address indicator groups (AIG), collective address designators (CAD), State collectives, and
        phrases that begin with ALL.
        """
        return is_collective(self.name)

    def __str__(self) -> str:
        return self.name


def is_collective(name: str) -> bool:
    """Whether a plain language address stands for many addressees, by its words.

    Source: NAVEDTRA 14145 and the GENSER lesson (AIG, CAD); 5 FAH-2 H-321.9 (COLLECTIVE, phrases
    such as "all diplomatic posts").
    """
    words = name.split(" ")
    return words[0] in ("AIG", "CAD", "ALL") or words[-1] == "COLLECTIVE"


@frozen(weakref_slot=False)
class Addressee:
    """One addressee, or the originator.

    :Shape:  name: plain language address; routing_indicator, or zen; offices: codes; precedence:
             its own, None where none is written; number: State's running count, digits as written;
             alias and directory_name as printed by later systems.
    :Order:  none.
    :Text:   ``str(addressee)`` is its line without the prosign.
    :Errors: `FieldError` with TG300.
    :Source: NAVEDTRA 14243 and 14244; 5 FAH-2 H-231 to H-233; NAVEDTRA 14348 (office codes).

    >>> addressee = Addressee.parse("RUEHC/SECSTATE WASHDC PRIORITY 0010")
    >>> addressee.name, addressee.precedence.word, addressee.number
    ('SECSTATE WASHDC', 'PRIORITY', '0010')
    """

    name: str
    routing_indicator: RoutingIndicator | None = None
    zen: bool = False
    offices: tuple[str, ...] = ()
    precedence: Precedence | None = None
    number: str | None = None
    alias: str | None = None
    directory_name: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.directory_name is None:
            PlainLanguageAddress(self.name)

    @classmethod
    def parse(cls, text: str) -> "Addressee":
        """The value of an address without its prosign."""
        match = matcher("acp127-us:address_continuation").fullmatch(text)
        if match is None or match["exempted"] is not None:
            raise FieldError(refused("acp127-us:address_continuation", text))
        if match["directory_name"] is not None:
            return directory_addressee_of(
                match["directory_name"], zen=match["zen_prefix"] is not None
            )
        return addressee_of(
            match["counted_address"],
            match["address_indicator"],
            match["zen"],
            match["offices"],
            match["precedence_word"],
            match["message_count"],
        )

    @property
    def plain_language_address(self) -> PlainLanguageAddress:
        """The name as a value of its own. Raises `FieldError` where a directory name spells it
        otherwise.
        """
        return PlainLanguageAddress(self.name)

    @property
    def collective(self) -> bool:
        """Whether it stands for many: by its words, or by a collective routing indicator."""
        return is_collective(self.name) or (
            self.routing_indicator is not None and self.routing_indicator.collective
        )

    def __str__(self) -> str:
        if self.directory_name is not None:
            return f"ZEN/{self.directory_name}" if self.zen else self.directory_name
        text = self.name
        if self.routing_indicator is not None:
            text = f"{self.routing_indicator.letters}/{text}"
        elif self.zen:
            text = f"ZEN/{text}"
        if self.alias:
            text += f" @ {self.alias}"
        if self.offices:
            text += f"//{'/'.join(self.offices)}//"
        if self.precedence is not None:
            text += f" {self.precedence.word}"
        return f"{text} {self.number}" if self.number else text


_make = trusted(Addressee)


def addressee_of(
    name: str,
    indicator: str | None = None,
    zen: str | None = None,
    offices: str | None = None,
    precedence: str | None = None,
    number: str | None = None,
    alias: str | None = None,
) -> Addressee:
    """The value of matched parts."""
    return _make(
        name,
        indicator and indicator_of(indicator),
        zen is not None,
        offices_of(offices) if offices else (),
        precedence and precedence_of(precedence),
        number,
        alias,
        None,
    )


@lru_cache(maxsize=4096)
def offices_of(text: str) -> tuple[str, ...]:
    """The office codes in the text between double obliques."""
    return tuple(match.group() for match in splitter("offices").finditer(text))


def directory_addressee_of(directory_name: str, *, zen: bool) -> Addressee:
    """The addressee that a directory name stands for: its most specific name, without the mark of
    its class.

    ``CN=`` is the most specific; else the last ``OU=`` of the oblique form, the first of the comma
    form.
    """
    parts = directory_name.strip("/").replace(", ", ",").replace("/", ",").split(",")
    pairs = [part.partition("=") for part in parts]
    common = [value for kind, _, value in pairs if kind == "CN"]
    units = [value for kind, _, value in pairs if kind == "OU"]
    from_top = not any(kind == "C" for kind, _, _ in pairs[1:])
    specific = common[:1] or (units[-1:] if from_top else units[:1]) or [directory_name]
    name = specific[0].strip()
    if name.endswith(")") and "(" in name:
        name = name[: name.rindex("(")].strip()
    return _make(name, None, zen, (), None, None, None, directory_name)

"""The classification in one place against that in another: FL1, FL2, FL4, the text.

Each repeats it so that one garble cannot lower it. FL2 and FL4 write a letter; the text a word,
spaced letter by letter when it is classified. LIMITED OFFICIAL USE has no letter of its own, and
EFTO is unclassified text with the letter E.

Here: rules TG831 to TG835, TG853, TG859 and TG865, and the finding of TG511. Elsewhere: one marking
by itself (`values.security`, `values.markings`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope, reading_of
from telegram.data import table
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.lines import FormatLine
from telegram.values.classification import CLASSIFICATION_SPELLING
from telegram.values.markings.line import written_as_banner

_SECURITY = 'NAVEDTRA 14226 ch. 1, "Security warning"'
_A117 = "ACP 117 CAN-US SUPP-1(O), general instructions para 7.d"

SECURITY_UNLIKE_ROUTING = Rule(
    code="TG831",
    name="security-unlike-header-classification",
    severity=Severity.ERROR,
    message="FL4 says {security}, and the header (FL2) {header}",
    explanation="""
        Switches protect a message by the header's letter and check it against FL4. Where the two
        differ the message is stopped, for one of them would send it over the wrong circuits.
        """,
    how_to_fix="Find the classification in the text, then write its letter in both lines.",
    source=f"{_SECURITY}; Army SS0656 lesson 3, item 8",
    references=("FL4-R3", "X2", "class-letters-unlike-security-line"),
    dialect="janap128",
    bad="""
        RTTCZYUW RUWTABA0014 1051530-CCCC--RUEBXYZ.
        ZNR UUUUU
            ^^^^^
        """,
    good="""
        RTTCZYUW RUWTABA0014 1051530-CCCC--RUEBXYZ.
        ZNY CCCCC
        """,
)
TEXT_UNLIKE_HEADING = Rule(
    code="TG832",
    name="text-unlike-heading-classification",
    severity=Severity.ERROR,
    message="the text is {text}, and {line} says {heading}",
    explanation="""
        The first line of the text repeats the classification for the reader. A text classified
        higher than its heading has travelled unprotected.
        """,
    how_to_fix="Ask the originator which is right; treat the message by the higher one until then.",
    source=f"{_SECURITY}; Army SS0656 lesson 3",
    references=("FL4-R3", "X3", "CL-R5", "class-line-unlike-security-line", "TX-21"),
    bad="""
        ZNR UUUUU ZZH
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        C O N F I D E N T I A L EXERCISE
        ^^^^^^^^^^^^^^^^^^^^^^^
        """,
    good="""
        ZNR UUUUU ZZH
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS EXERCISE
        """,
)
RELEASE_UNLIKE = Rule(
    code="TG833",
    name="release-codes-unlike",
    severity=Severity.ERROR,
    message="FL4 has {security}, and the header (FL2) {header}",
    explanation="""
        Release codes open the gateway to another nation and stand in both lines. A code in one of
        them only stops the message at the gateway, or lets it through unseen.
        """,
    how_to_fix="Write the same codes, in alphabetical order, in FL2 and FL4.",
    source=_A117,
    references=("FL4-R5", "X2"),
    dialect="janap128",
    bad="""
        PTTUZYUW RUWTABA0232 1060900-UUCX--RCEMZZA RXFZZBB.
        ZNR UUUCC
            ^^^^^
        """,
    good="""
        PTTUZYUW RUWTABA0232 1060900-UUCX--RCEMZZA RXFZZBB.
        ZNR UUUCX
        """,
)
CLASS_PAIR_UNLIKE = Rule(
    code="TG834",
    name="transmission-class-unlike-security",
    severity=Severity.WARNING,
    message="FL1 says {pair}, and FL4 {security}",
    explanation="""
        On some circuits FL1 ends in the classification letter doubled, so that the operator knows
        it before the rest arrives.
        """,
    how_to_fix="Write the letter of FL4 in FL1.",
    source='talk page of "16-line message format" (samples)',
    references=("FL1-R4",),
    dialect="acp127",
    bad="""
        VZCZC051 CC
                 ^^
        RR RBDZZA
        DE RNFZZC 0051 22/1856Z
        ZNR UUUUU
        """,
    good="""
        VZCZC051 UU
        RR RBDZZA
        DE RNFZZC 0051 22/1856Z
        ZNR UUUUU
        """,
)
HANDLING_UNLIKE = Rule(
    code="TG835",
    name="special-handling-unlike-class",
    severity=Severity.WARNING,
    message="special handling {letter} ({meaning}) needs {lowest} or above; FL4 says {security}",
    explanation="""
        SPECAT SIOP-ESI is always Top Secret, other SPECAT at least Confidential. One form is
        excepted: ZNR UUUUU/BBBBB, unclassified of limited distribution.
        """,
    how_to_fix="Compare with the classification of the text.",
    source="NAVEDTRA 14226 ch. 1; NAVEDTRA 14222; NTP 3(J) art. 704",
    references=("X11", "handling-designator-unlike-caveat"),
    bad="""
        ZNY SSSSS/AAAAA
                  ^^^^^
        """,
    good="ZNY TTTTT/AAAAA",
)

EFTO_UNLIKE = Rule(
    code="TG853",
    name="efto-unlike-security-line",
    severity=Severity.ERROR,
    message="{what}",
    explanation="""
        E F T O asks that unclassified text be encrypted on its way. Circuits are chosen by FL4, so
        its letter there is E; with U the text goes out in clear.
        """,
    how_to_fix="Write E F T O and ZNY EEEEE, or neither.",
    source="NAVEDTRA 14222; Army SS0656 lesson 3; 5 FAH-2 H-222",
    references=("class-line-unlike-security-line", "X3"),
    bad="""
        ZNR UUUUU
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        UNCLAS E F T O //N01000//
        ^^^^^^
        """,
    good="""
        ZNY EEEEE
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        UNCLAS E F T O //N01000//
        """,
)
HANDLING_UNLIKE_LINE = Rule(
    code="TG859",
    name="special-handling-unlike-line",
    severity=Severity.WARNING,
    message="{what}",
    explanation="""
        SPECAT on the classification line and the letters after the oblique in FL4 go together: B
        for special category matter, A for SIOP-ESI. Unclassified matter of limited distribution has
        B in FL4 only.
        """,
    how_to_fix="Write the special category in both lines.",
    source="NAVEDTRA 14222; NTP 3(J) art. 704",
    references=("X11", "handling-designator-unlike-caveat"),
    bad="""
        ZNY SSSSS
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        S E C R E T SPECAT //N03120//
        ^^^^^^^^^^^
        """,
    good="""
        ZNY SSSSS/BBBBB
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        S E C R E T SPECAT //N03120//
        """,
)
RELEASE_UNLIKE_NOFORN = Rule(
    code="TG865",
    name="release-code-with-noforn",
    severity=Severity.WARNING,
    message="the line says NOFORN, and FL4 or FL2 has {codes}",
    explanation="""
        A release code opens the gateway to another nation; NOFORN closes the text to all of them.
        """,
    how_to_fix="Leave the release codes out, or correct the line.",
    source="ACP 117 CAN-US SUPP-1(O), general instructions para 7.d (inferred)",
    references=("release-code-unlike-marking",),
    bad="""
        ZNY SSSCX
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        S E C R E T NOFORN //N03120//
        ^^^^^^^^^^^
        """,
    good="""
        ZNY SSSSS
        R 051430Z MAR 74
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        S E C R E T NOFORN //N03120//
        """,
)

_LEVELS_ALIKE = {"E": "U"}
"""FL4 and FL2 mark EFTO, which the text may say or not; its level is that of U."""


def classification_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where the classifications of one heading, and of the text below it, contradict each other."""
    yield from _transmission(scope)
    yield from _handling(scope)
    unlike = list(_header(scope))
    yield from unlike
    if scope.kind == "main":
        yield from _text(scope, already=bool(unlike))
        yield from _spelling(scope)
        yield from _line(scope)


def _transmission(scope: Scope) -> Iterator[Diagnostic]:
    transmission, security = scope.heading.transmission, scope.heading.security
    if transmission is None or transmission.classification is None or security is None:
        return
    letter = security.classification
    if letter is not None and letter != transmission.classification:
        above = [line for line in scope.telegram.lines if line.format_line is FormatLine.FL1]
        place = next(
            (p for line in above for name, _, p in line.fields if name == "class_pair"), scope.at()
        )
        yield CLASS_PAIR_UNLIKE.at(place, pair=transmission.classification, security=letter)


def _handling(scope: Scope) -> Iterator[Diagnostic]:
    security = scope.heading.security
    if security is None or security.special_handling is None:
        return
    letters = table("security-letters", "letter")
    row = table("special-handling", "letter").get(security.special_handling)
    said = letters.get(security.classification or "")
    if row is None or not row["lowest_level"] or said is None or not said["rank"]:
        return
    lowest = letters[row["lowest_level"]]
    limited = security.prosign == "ZNR" and security.classification == "U" and row["letter"] == "B"
    if int(said["rank"]) < int(lowest["rank"]) and not limited:
        yield HANDLING_UNLIKE.at(
            scope.at("security.special_handling", "security"),
            letter=row["letter"],
            meaning=row["meaning"],
            lowest=lowest["level"],
            security=said["level"],
        )


def _plain(letter: str | None) -> str | None:
    """A letter that says a level; None for special categories, whose meaning is unsourced."""
    row = table("security-letters", "letter").get(letter or "")
    return letter if row is not None and row["rank"] else None


def _header(scope: Scope) -> Iterator[Diagnostic]:
    """FL2 against FL4: class, then release codes where the class agrees."""
    routing, security = scope.heading.routing, scope.heading.security
    if routing is None or routing.content is None or security is None:
        return
    header, letter = _plain(routing.classification), _plain(security.classification)
    place = scope.at("security.characters", "security")
    if header is None or letter is None:
        return
    if header != letter:
        yield SECURITY_UNLIKE_ROUTING.at(place, security=letter, header=header)
        return
    redundancy, characters = routing.redundancy or "", security.characters or ""
    sound = redundancy[:2] == header * 2 and characters[:3] == letter * 3 and len(characters) == 5
    if sound and routing.release != security.release:
        yield RELEASE_UNLIKE.at(
            place, security=_codes(security.release), header=_codes(routing.release)
        )


def _codes(release: tuple[object, ...]) -> str:
    return f"release codes {' '.join(map(str, release))}" if release else "no release codes"


def _text(scope: Scope, *, already: bool) -> Iterator[Diagnostic]:
    """FL4, or FL2, against the text; silent where FL4 is odd `already` and FL2 agrees with it."""
    heading, line = scope.heading, scope.telegram.classification
    place = reading_of(scope.telegram).body.class_span
    if line is None or line.level is None or place is None:
        return
    header = _plain(heading.routing.classification if heading.routing is not None else None)
    said, where = (
        _plain(heading.security.classification if heading.security is not None else None),
        "FL4",
    )
    if said is None:
        said, where = header, "FL2"
    if said is None or _LEVELS_ALIKE.get(said, said) == line.level.letter:
        return
    if already and header is not None and _LEVELS_ALIKE.get(header, header) == line.level.letter:
        return
    level = table("security-letters", "letter")[said]["level"]
    yield TEXT_UNLIKE_HEADING.at(place, text=line.level.name, line=where, heading=level)


def _spelling(scope: Scope) -> Iterator[Diagnostic]:
    """UNCLASSIFIED in the place of UNCLAS; every other spelling is judged with the line's items."""
    place = reading_of(scope.telegram).body.class_span
    if place is None or scope.dialect.labels:  # there a banner stands in the place of the line
        return
    word = place.of(scope.telegram.source.text)
    if word == "UNCLASSIFIED" and not written_as_banner(_words(scope)):
        yield CLASSIFICATION_SPELLING.at(place, text=word, wanted="UNCLAS")


def _line(scope: Scope) -> Iterator[Diagnostic]:
    """What else the line says, against FL4 and FL2: E F T O, special categories, NOFORN."""
    said, place = scope.telegram.classification, reading_of(scope.telegram).body.class_span
    routing, security = scope.heading.routing, scope.heading.security
    if said is None or said.parts is None or place is None:
        return
    line, special = said.parts, said.parts.special or ""
    letter = security.classification if security is not None else None
    if letter == "E" and not line.efto and line.level.name == "UNCLASSIFIED":
        yield EFTO_UNLIKE.at(place, what="FL4 says E F T O, and the line does not")
    elif letter == "U" and line.efto:
        yield EFTO_UNLIKE.at(place, what="the line says E F T O, and FL4 does not")
    if security is not None and letter is not None:
        handling = security.special_handling
        wanted = "A" if special.startswith("SPECAT SIOP-ESI") else "B"
        limited = security.prosign == "ZNR" and letter == "U"
        if special.startswith("SPECAT") and handling is None:
            yield HANDLING_UNLIKE_LINE.at(
                place, what=f"the line says {special}, and FL4 has no special handling"
            )
        elif handling in ("A", "B") and (
            handling != wanted or not (limited or special.startswith("SPECAT"))
        ):
            said_so = special or "no special category"
            what = f"FL4 has special handling {handling}, and the line says {said_so}"
            yield HANDLING_UNLIKE_LINE.at(place, what=what)
    codes = {c.letter for part in (routing, security) if part is not None for c in part.release}
    if codes and "NOFORN" in line.caveats:
        yield RELEASE_UNLIKE_NOFORN.at(place, codes=_codes(tuple(sorted(codes))))


def _words(scope: Scope) -> str:
    opening = reading_of(scope.telegram).body.opening
    return opening.words if opening is not None else ""

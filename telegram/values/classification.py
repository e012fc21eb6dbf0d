"""Classification: how much harm disclosure would do, as the heading's letters and the text's first
line say it.

Here: the level, ordered; the classification line as far as its level, with the rest kept; and rules
TG511 and TG512. Elsewhere: the heading's designators (`routing`, `security`); one against the other
(`checks.classification`).
"""

from functools import cached_property, lru_cache, total_ordering
from typing import TYPE_CHECKING

from attrs import frozen

from telegram.data import rows
from telegram.diagnostics import FieldError, Rule, Severity
from telegram.syntax import matcher
from telegram.values.refused import refused
from telegram.values.trusted import trusted

if TYPE_CHECKING:
    from telegram.values.markings.line import LineMarking
    from telegram.values.markings.marking import Marking

CLASSIFICATION_SPELLING = Rule(
    code="TG511",
    name="classification-word-misspelt",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the classification line says {text!r}; a telegram says {wanted!r}",
    explanation="""
        Classified words are spaced letter by letter, so that they stand out on a teleprinter;
        unclassified text says UNCLAS, or UNCLAS EFTO.
        """,
    how_to_fix="Write the word as the procedure spells it.",
    source="Army SS0656 lesson 3",
    references=("X3", "CL-R3", "classification-misspelled", "TX-20", "TX-21"),
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLASSIFIED SAN SALVADOR 001029
        ^^^^^^^^^^^^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        """,
)
_ALIASES = {"UNCLAS": "UNCLASSIFIED", "UNCLASS": "UNCLASSIFIED"}
_LETTERS = {"TOP SECRET": "T", "SECRET": "S", "CONFIDENTIAL": "C", "RESTRICTED": "R"}
_LEVELS = (
    "UNCLASSIFIED",
    "LIMITED OFFICIAL USE",
    "RESTRICTED",
    "CONFIDENTIAL",
    "SECRET",
    "TOP SECRET",
)


@total_ordering
@frozen(order=False, weakref_slot=False)
class Classification:
    """A classification level.

    :Shape:  the level's name in full capitals.
    :Order:  UNCLASSIFIED < LIMITED OFFICIAL USE < RESTRICTED < CONFIDENTIAL < SECRET < TOP SECRET.
    :Text:   ``str(level)`` is the name; `spaced` what a classification line writes.
    :Errors: `FieldError` with TG300.
    :Source: Army SS0656 lesson 3; NAVEDTRA 14226 ch. 1; 32 CFR 2001.

    >>> Classification.parse("UNCLAS") < Classification.parse("S E C R E T")
    True
    """

    name: str

    def __attrs_post_init__(self) -> None:
        if self.name not in _LEVELS:
            raise FieldError(refused("elements:level", self.name))

    @classmethod
    def parse(cls, text: str) -> "Classification":
        """A level from its word, spaced or not."""
        if matcher("elements:level").fullmatch(text) is None:
            raise FieldError(refused("elements:level", text))
        return level_of(text)

    @property
    def rank(self) -> int:
        """Place in the order, from 0."""
        return _LEVELS.index(self.name)

    @property
    def letter(self) -> str:
        """The letter of FL2 and FL4; U below RESTRICTED."""
        return _LETTERS.get(self.name, "U")

    @property
    def spaced(self) -> str:
        """What a classification line writes."""
        if self.name == "UNCLASSIFIED":
            return "UNCLAS"
        return (
            self.name
            if self.name == "LIMITED OFFICIAL USE"
            else " ".join(self.name).replace("   ", "  ")
        )

    @property
    def meaning(self) -> str | None:
        """What disclosure would do, in the words of the order that defines the level."""
        return next(
            (row["meaning"] for row in rows("classification-levels") if row["level"] == self.name),
            None,
        )

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Classification) else NotImplemented

    def __str__(self) -> str:
        return self.name


_make = trusted(Classification)


@lru_cache(maxsize=64)
def level_of(text: str) -> Classification:
    """The level of a matched word."""
    name = text
    if text[1:2] == " ":
        name = (
            "TOP SECRET"
            if text.startswith("T O P")
            else ("LIMITED OFFICIAL USE" if text.startswith("L I M") else text.replace(" ", ""))
        )
    return _make(_ALIASES.get(name, name))


@frozen
class ClassificationLine:
    """The first line of a text: its level, and what else the line says.

    :Shape:  level: a classification, None where no line says one; text: the whole line;
             subject_code: five digits after N, or None; section: number and total, number None for
             a final section without one.
    :Text:   ``str(line)`` is the line.
    :Source: Army SS0656 lesson 3; NAVEDTRA 14226 ch. 1 "Message lengths" (sections).
    """

    level: Classification | None
    text: str
    subject_code: str | None = None
    section: tuple[int, int] | None = None
    rest: str = ""

    @cached_property
    def parts(self) -> "LineMarking | None":
        """The line with all its parts; None where no level can be read, or it is a banner."""
        from telegram.values.markings.line import LineMarking, written_as_banner

        if written_as_banner(self.text):
            return None
        try:
            return LineMarking.parse(self.text)
        except FieldError:
            return None

    @cached_property
    def marking(self) -> "Marking | None":
        """Level and controls, to compare with portion marks; None where none can be read."""
        if self.parts is not None:
            return self.parts.marking
        from telegram.values.markings.line import banner_words
        from telegram.values.markings.marking import Marking

        try:
            return Marking.parse(banner_words(self.text))
        except FieldError:
            return None

    @property
    def caveats(self) -> tuple[str, ...]:
        """What limits the text besides its level, as the line or banner says it: E F T O, FOUO,
        special categories, controls, REL TO with its countries.
        """
        if self.parts is not None:
            return self.parts.limits
        return self.marking.limits if self.marking is not None else ()

    def __str__(self) -> str:
        return self.text


def classification_line_read(text: str) -> ClassificationLine | None:
    """The value of a line that the grammar refuses: misspelt, or a banner of other systems."""
    from telegram.values.markings.line import LineMarking

    plain = ClassificationLine(None, text)
    try:
        line = LineMarking.parse(text)
    except FieldError:
        # An abbreviation may be any word: only what begins as a banner does is one.
        foreign = text.startswith("//") or text.partition("//")[0] in ("CUI", "CONTROLLED")
        marking = plain.marking if foreign else None
        return None if marking is None else ClassificationLine(marking.level, text)
    return ClassificationLine(line.level, text, line.subject_code, line.section)


def classification_line_of(
    text: str, level: str, code: str | None, number: str | None, total: str | None, rest: str | None
) -> ClassificationLine:
    """The value of matched parts; a final section has the total as its number."""
    section = (int(number or total), int(total)) if total else None
    if rest is not None and ("//" in rest or "SECTION" in rest):
        code, section = _behind_controls(text, code, section)
    return ClassificationLine(level_of(level), text, code, section, (rest or "").strip())


def _behind_controls(
    text: str, code: str | None, section: tuple[int, int] | None
) -> tuple[str | None, tuple[int, int] | None]:
    """Subject code and section, also where controls or one another stand before them."""
    from telegram.values.markings.line import LineMarking

    line = LineMarking.parse(text)
    return code or line.subject_code, section or line.section

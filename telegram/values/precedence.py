"""Precedence: how fast a telegram must go.

FL2 and FL5 write it as a prosign, addresses and print layouts as a word. Two facts shape the
module.

* Action and information addressees may have different precedences; the second must not be higher.
* NIACT (deliver at night) is a service note on an IMMEDIATE, not a precedence of its own.

Here: the value, its order and its words, and rules TG321 to TG325. Elsewhere: FL2 against FL5
(`checks.precedence`).
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache, lru_cache, total_ordering

from attrs import field, frozen

from telegram.data import table
from telegram.diagnostics import FieldError, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher

PRECEDENCE_UNKNOWN = Rule(
    code="TG321",
    name="precedence-unknown",
    severity=Severity.ERROR,
    message="{text!r} is no precedence prosign",
    explanation="""
        The precedence tells every relay how fast to handle the message. Z, O, P and R are in
        general use; Y is the emergency command precedence, W and M are read where they occur.
        """,
    how_to_fix="Write Z, O, P or R.",
    source="NAVEDTRA 14272; ACP 127, FL5",
    references=("FL5-R2",),
    bad="""
        X 280900Z FEB 75
        ^
        """,
    good="R 280900Z FEB 75",
)
PRECEDENCE_MISSING = Rule(
    code="TG322",
    name="precedence-missing",
    severity=Severity.ERROR,
    message="FL5 has no precedence before its date-time group",
    explanation="""
        A full heading opens FL5 with the precedence for action, perhaps followed by the one for
        information. Without it a relay cannot rank the message.
        """,
    how_to_fix="Write the precedence that FL2 or the address lines give.",
    source="ACP 127, FL5; Army SS0656 lesson 3, item 7",
    references=("FL5-R1",),
    bad="""
        280900Z FEB 75
        ^^^^^^
        FM AMEMBASSY SAN SALVADOR
        """,
    good="""
        R 280900Z FEB 75
        FM AMEMBASSY SAN SALVADOR
        """,
)
PRECEDENCES_TOO_MANY = Rule(
    code="TG323",
    name="precedences-too-many",
    severity=Severity.ERROR,
    message="FL5 has {count} precedences; one for action and one for information are all it takes",
    explanation="""
        A message has at most two precedences. A third can belong to nobody.
        """,
    how_to_fix="Keep the highest for action and the next for information.",
    source="Army SS0656 lesson 3, item 7; public NAVADMIN traffic",
    references=("FL5-R10",),
    bad="""
        O P R 280900Z FEB 75
        ^^^^^
        """,
    good="O P 280900Z FEB 75",
)
PRECEDENCES_REVERSED = Rule(
    code="TG324",
    name="precedence-for-information-higher",
    severity=Severity.ERROR,
    message="the precedence for information, {info}, is higher than the one for action, {action}",
    explanation="""
        Whoever must act needs the message at least as soon as whoever need only know. The second
        prosign is therefore never the higher one; the two were mostly swapped.
        """,
    how_to_fix="Put the higher prosign first.",
    source="Army SS0656 lesson 3, item 7; NAVEDTRA 14145",
    references=("FL5-R3",),
    bad="""
        R O 280900Z FEB 75
          ^
        """,
    good="O R 280900Z FEB 75",
)
PRECEDENCES_RUN_TOGETHER = Rule(
    code="TG325",
    name="precedences-run-together",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the precedence {text!r} is run together; FL5 begins {wanted!r}",
    explanation="""
        Each prosign of FL5 is one letter with a blank after it. Two without a blank look like the
        doubled prosign of FL2, and one against the date-time group hides it.
        """,
    how_to_fix="Write each prosign with a blank after it.",
    source="public NAVADMIN traffic; ACP 127, FL5",
    references=("FL5-R10",),
    bad="""
        PR 280900Z FEB 75
        ^^
        """,
    good="P R 280900Z FEB 75",
)


@total_ordering
@frozen(order=False, eq=False, repr=False)
class Precedence:
    """How fast a telegram must go.

    :Shape:  one letter: Z FLASH, O IMMEDIATE, P PRIORITY, R ROUTINE; Y emergency command,
             W CRITIC, M deferred where in use. `niact` adds night action to an IMMEDIATE.
    :Order:  M < R < P < O < Z < W < Y; `niact` does not count.
    :Text:   ``str(precedence)`` is the letter; `word` is what an address line writes.
    :Errors: `FieldError` with TG321.
    :Source: NAVEDTRA 14272 (times), 14145, 14226.

    >>> Precedence.parse("O") > Precedence.parse("P")
    True
    >>> Precedence.parse("NIACT IMMEDIATE").word, Precedence.parse("RR").word
    ('NIACT IMMEDIATE', 'ROUTINE')
    """

    letter: str = field()
    niact: bool = False

    @letter.validator
    def _known(self, _: object, value: str) -> None:
        if matcher("elements:precedence").fullmatch(value) is None:
            raise FieldError(PRECEDENCE_UNKNOWN.at(Span(0, len(value)), text=value))

    @classmethod
    def parse(cls, text: str) -> "Precedence":
        """A precedence from its prosign, its doubled prosign or its word."""
        return precedence_of(text)

    @property
    def word(self) -> str:
        """The word for an address line, such as ``PRIORITY``; the name where there is no word."""
        return "NIACT IMMEDIATE" if self.niact else self._row["word"] or self._row["name"].upper()

    @property
    def name(self) -> str:
        """The name in running text, such as ``Priority``."""
        return self._row["name"]

    @property
    def pair(self) -> str:
        """The doubled prosign of FL2, such as ``PP``."""
        return self.letter * 2

    @property
    def speed_of_service(self) -> timedelta | None:
        """The objective from filing to delivery; None where no source gives one."""
        minutes = self._row["minutes"]
        return timedelta(minutes=int(minutes)) if minutes else None

    @property
    def rank(self) -> int:
        """Place in the order, 1 (deferred) to 7 (emergency command)."""
        return int(self._row["rank"])

    @property
    def _row(self) -> Mapping[str, str]:
        return table("precedences", "letter")[self.letter]

    def __str__(self) -> str:
        return self.letter

    def __repr__(self) -> str:
        return f"Precedence({self.letter!r}{', niact=True' if self.niact else ''})"

    def __eq__(self, other: object) -> bool:
        return self.letter == other.letter if isinstance(other, Precedence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.letter)

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Precedence) else NotImplemented


def is_prosign(letter: str) -> bool:
    """Whether a letter is a precedence prosign."""
    return matcher("elements:precedence").fullmatch(letter) is not None


@lru_cache(maxsize=64)
def precedence_of(text: str) -> Precedence:
    """The precedence of a prosign, a doubled prosign or a word; equal texts share one value.

    Raises `FieldError` with TG321 for any other.
    """
    words = {
        row["word"]: row["letter"] for row in table("precedences", "letter").values() if row["word"]
    }
    if text == "NIACT IMMEDIATE":
        return Precedence("O", niact=True)
    if len(text) == 2 and text[0] == text[1]:
        return Precedence(text[0])
    return Precedence(words.get(text, text))


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SPELT_SO = frozenset({"ROUTING", "ROUTINES"})
"""Words of their own that are one letter from a precedence word."""


@cache
def _misspellings() -> dict[str, str]:
    """Every word that is one letter, or one exchange of neighbours, from a long precedence word."""
    found: dict[str, str] = {}
    for word in ("IMMEDIATE", "PRIORITY", "ROUTINE"):
        for at in range(len(word) + 1):
            head, tail = word[:at], word[at:]
            found |= {f"{head}{letter}{tail}": word for letter in _LETTERS}
            if tail:
                found |= {f"{head}{letter}{tail[1:]}": word for letter in ("", *_LETTERS)}
            if len(tail) > 1:
                found[f"{head}{tail[1]}{tail[0]}{tail[2:]}"] = word
        del found[word]
    return {written: word for written, word in found.items() if written not in _SPELT_SO}


def misspelt_word(text: str) -> str | None:
    """The precedence word that a word was meant to be; None for one that is right, or another.

    >>> misspelt_word("PIORITY"), misspelt_word("PRIORITY"), misspelt_word("ROUTING")
    ('PRIORITY', None, None)
    """
    return _misspellings().get(text)

"""FL10: who pays for a message, and how many groups its text has.

Each word of the text is a group, the classification among them; what numbers a section or a page is
none. So ``GR 13`` stands above UNCLAS and a sentence of twelve words.

Here: the value of FL10 for a text. Elsewhere: groups of encrypted texts (`telegram.checks`).

:Source: NAVEDTRA 14226 ch. 2 (page and section identification); how plain words are counted
         (inferred) from the references' example of ACP 127.
"""

from collections.abc import Sequence

from telegram.generating.controls import ANY
from telegram.generating.dice import Dice
from telegram.generating.pools import words
from telegram.model import Accounting
from telegram.syntax import matcher
from telegram.values.markings.line import LineMarking

ACCOUNTED = ("GR", "GRNC", ANY)
"""With a group count, without one, or either."""
_SHARE_COUNTED = 0.8
_SHARE_SYMBOLS = 0.5
_MOST = 9999
_SECTION_WORDS = 4
"""SECTION 01 OF 02."""


def accounting_of(kind: str, lines: Sequence[str], dice: Dice) -> Accounting:
    """The accounting of a text; of one with more groups than FL10 can say, without a count."""
    symbol = dice.choice(words("accounting symbol")) if dice.chance(_SHARE_SYMBOLS) else None
    counted = kind == "GR" or (kind == ANY and dice.chance(_SHARE_COUNTED))
    count = groups(lines)
    return Accounting(symbol, count if counted and count <= _MOST else None)


def groups(lines: Sequence[str]) -> int:
    """The groups of a text, whose first line is the classification line.

    >>> groups(["UNCLAS SECTION 1 OF 2", "THIS IS A TEST"]), groups(["UNCLAS", "SECTION 1 OF 2"])
    (5, 1)
    """
    section = matcher("plaindress:section_line")
    count = sum(len(line.split()) for line in lines if section.fullmatch(line) is None)
    first = LineMarking.parse(lines[0])
    return count - (_SECTION_WORDS if first.section is not None else 0)

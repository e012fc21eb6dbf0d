"""Characters of a State text: from about 1995 its circuits had seven units, not five.

A text with lower case shows it, and then every sign of ASCII may stand in it. Capitals alone show
nothing; they are judged as five-unit text.

Here: rule TG135, and what of a State text was typed. Elsewhere: the characters of any text
(`characters`).
"""

from telegram.diagnostics import Rule, Severity
from telegram.model import Telegram
from telegram.texts.state.lines import PieceKind
from telegram.texts.state.text import StateText

CHARACTER_NOT_SEVEN_UNIT = Rule(
    code="TG135",
    name="character-not-ascii",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{sign!r} is not in the seven-unit set{times}",
    explanation="""
        From about 1995 State's circuits have seven units, with lower case and all signs of ASCII.
        A sign beyond them came with a word processor, or with whoever kept the copy.
        """,
    how_to_fix="Write it without its mark, or in words.",
    source="public State telegrams (usage)",
    references=("CHR-R1", "SCR-W2"),
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        The caf\u00e9 is closed.
               ^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        The cafe is closed for 50% of us.
        """,
)

_SEVEN_UNITS_FROM = 1995
"""About when State telegrams were first sent with lower case."""
_ADDED = (PieceKind.STAMP, PieceKind.PARTIAL)


def seven_unit(telegram: Telegram, body: str) -> bool:
    """Whether a State text was sent over seven units: it has lower case, and is not too old."""
    text = telegram.text
    if not isinstance(text, StateText) or (text.year or _SEVEN_UNITS_FROM) < _SEVEN_UNITS_FROM:
        return False
    return any(sign.islower() for sign in set(body))


def typed(telegram: Telegram, body: str) -> str:
    """A text of the same length with blanks in place of stamps, which an archive added."""
    text = telegram.text
    if not isinstance(text, StateText):
        return body
    parts, at = [], 0
    for piece in text.pieces:
        if piece.kind in _ADDED:
            start, end = piece.span.start - text.span.start, piece.span.end - text.span.start
            parts += [body[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, body[at:]]) if parts else body

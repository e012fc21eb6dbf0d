"""Cutting a marking into pieces that know their places, and noting what was found on the way.

Here: `Piece`, `cut` (one depth of separators, by the grammar), and `Notes`, where a reading
collects its parts and findings. Elsewhere: what the pieces mean (`reading`).
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from attrs import define, field, frozen

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Safety
from telegram.source import Span
from telegram.syntax import splitter
from telegram.values.classification import Classification
from telegram.values.markings.parts import (
    AtomicControl,
    ControlSystem,
    ForeignInformation,
    Program,
)
from telegram.values.markings.regimes import Regime

_LENGTHS: Mapping[str, int] = MappingProxyType({"categories": 2, "members": 1, "parts": 1})
"""How long the separator of each list is; lists of words and codes have no empty places."""


@frozen
class Piece:
    """A part of a marking without the blanks around it, and where it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    def after(self, prefix: str) -> "Piece":
        """What follows a prefix, without blanks before it."""
        rest = self.text[len(prefix) :]
        return Piece(rest.lstrip(" "), self.end - len(rest.lstrip(" ")))


def cut(rule: str, piece: Piece) -> list[Piece]:
    """The pieces between the separators of a list rule; empty places are empty pieces."""
    length = _LENGTHS.get(rule, 0)
    found: list[Piece] = []
    at = 0
    for match in splitter(rule).finditer(piece.text):
        found += _empty(piece.start + at, match.start() - at, length, between=bool(found))
        text = match.group()
        blanks = len(text) - len(text.lstrip(" "))
        found.append(Piece(text.strip(" "), piece.start + match.start() + blanks))
        at = match.end()
    last = _empty(piece.start + at, len(piece.text) - at, length, between=bool(found))
    # Behind the last separator there is one more place than between two.
    return (
        found
        + last
        + ([Piece("", piece.start + len(piece.text))] if at < len(piece.text) and length else [])
    )


def _empty(start: int, width: int, length: int, *, between: bool) -> list[Piece]:
    """The empty places in a run of separators: before each, except the one behind a piece."""
    if not length:
        return []
    return [Piece("", start + offset) for offset in range(length if between else 0, width, length)]


def writing(span: Span, text: str, *, safety: Safety) -> Fix:
    """The fix that writes a text in the place of a span."""
    title = f"Write {text}." if text.strip(" ") else "Leave the blanks out."
    return Fix(title, (Edit(span, text),), safety)


@define
class Notes:
    """What a reading has collected: the parts of the marking, their places, and findings."""

    form: str
    regime: Regime
    on: date | None = None
    system: str = "US"
    level: Classification | None = None
    owners: tuple[str, ...] = ()
    sci: list[ControlSystem] = field(factory=list)
    programs: list[Program] = field(factory=list)
    special_access: str = ""
    aea: list[AtomicControl] = field(factory=list)
    fgi: ForeignInformation | None = None
    cui: bool = False
    specified: list[str] = field(factory=list)
    basic: list[str] = field(factory=list)
    dissemination: list[str] = field(factory=list)
    rel_to: tuple[str, ...] = ()
    rel: bool = False
    display_only: tuple[str, ...] = ()
    eyes_only: tuple[str, ...] = ()
    non_ic: list[str] = field(factory=list)
    accm: list[str] = field(factory=list)
    nato: list[str] = field(factory=list)
    other: list[str] = field(factory=list)
    places: dict[str, Span] = field(factory=dict)
    found: list[Diagnostic] = field(factory=list)

    @property
    def portion(self) -> bool:
        """Whether a portion mark is read."""
        return self.form == "portion"

    def report(self, rule: Rule, span: Span, fix: Fix | None = None, **values: object) -> None:
        """Note a finding."""
        self.found.append(rule.at(span, fix, **values))

    def place(self, token: str, piece: Piece) -> None:
        """Note where a control stands; the first place counts."""
        self.places.setdefault(token, piece.span)

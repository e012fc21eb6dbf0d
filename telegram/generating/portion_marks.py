"""Portion marks: on all paragraphs of a text or on none; the highest is the text's level.

Here: the marks of a text. Elsewhere: what a control adds to them (`controls`).
"""

from collections.abc import Sequence

from telegram.generating.occasion import Occasion

_MARKED_FROM = 1979


def portion_marks(
    occasion: Occasion, count: int, *, sensitive: bool = False, slants: str = "/"
) -> list[str | None]:
    """The marks of so many paragraphs, without parentheses; None for those without."""
    dice = occasion.dice
    level = occasion.level.letter
    plain = level == "U" and not sensitive and occasion.control is None
    if plain and not dice.chance(0.5):
        return [None] * count
    if occasion.released.year < _MARKED_FROM:
        return [None] * count
    top = _highest(occasion, sensitive=sensitive, slants=slants)
    found: list[str | None] = [dice.choice(("U", top)) for _ in range(count)]
    if count == 1:
        return [top]
    found[dice.between(1, count - 1)] = top
    return found


def marked(occasion: Occasion, texts: Sequence[str]) -> list[str]:
    """Paragraphs with the marks that the register writes, before their first words."""
    marks = portion_marks(occasion, len(texts), slants="//")
    return [
        text if mark is None else f"({mark}) {text}"
        for text, mark in zip(texts, marks, strict=True)
    ]


def _highest(occasion: Occasion, *, sensitive: bool, slants: str) -> str:
    """The mark of what the level and the control are for."""
    level = occasion.level
    mark = "LOU" if level.name == "LIMITED OFFICIAL USE" else level.letter
    mark = "SBU" if sensitive else "TS" if mark == "T" else mark
    control = occasion.control
    if control is None:
        return mark
    added = f"REL TO {control.listed_nations}" if control.released else control.portion
    return f"{mark}{slants}{added}" if added else mark

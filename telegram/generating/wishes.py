"""What is wished of generated messages: the names of the wishes, and their bounds.

Here: converters and validators, each named as its wish. Elsewhere: what is made of them
(`generating`).
"""

from collections.abc import Callable
from typing import Any, TypedDict

from telegram.generating.occasion import YEARS
from telegram.values.precedence import Precedence

_MOST_ADDRESSEES = 20

Count = int | tuple[int, int]
"""A number, or the lowest and the highest of several."""


def _range(what: str, count: Count, low: int, high: int) -> tuple[int, int]:
    """The lowest and the highest of a count."""
    both = (count, count) if isinstance(count, int) else count
    match both:
        case (int(first), int(last)) if low <= first <= last <= high:
            return first, last
    raise ValueError(
        f"{what}: {count!r} is no count from {low} to {high}, nor two of them in order"
    )


def action(count: Count) -> tuple[int, int]:
    """How many action addressees."""
    return _range("action", count, 1, _MOST_ADDRESSEES)


def info(count: Count) -> tuple[int, int]:
    """How many information addressees."""
    return _range("info", count, 0, _MOST_ADDRESSEES)


def exempt(count: Count) -> tuple[int, int]:
    """How many exempted addressees."""
    return _range("exempt", count, 0, _MOST_ADDRESSEES)


def paragraphs(count: Count) -> tuple[int, int]:
    """How many paragraphs a text has."""
    return _range("paragraphs", count, 1, 99)


def sentences(count: Count) -> tuple[int, int]:
    """How many sentences a paragraph has."""
    return _range("sentences", count, 1, 20)


def precedence(text: str | Precedence | None) -> Precedence | None:
    """A precedence from its prosign or word."""
    return Precedence.parse(text) if isinstance(text, str) else text


def within(names: tuple[str, ...]) -> Callable[[Any, Any, Any], None]:
    """Whether a wish is one of several names."""

    def check(_: object, attribute: Any, value: str | None) -> None:
        if value is not None and value not in names:
            raise ValueError(f"no {attribute.name} {value!r}; there are {', '.join(names)}")

    return check


def year(_: object, __: object, value: int | None) -> None:
    """Whether two digits name the year without doubt."""
    if value is not None and value not in YEARS:
        raise ValueError(f"{value} is no year from {YEARS[0]} to {YEARS[-1]}")


def between(low: int, high: int) -> Callable[[Any, Any, Any], None]:
    """Whether a wish lies within bounds, both included."""

    def check(_: object, attribute: Any, value: int) -> None:
        if not low <= value <= high:
            raise ValueError(f"{attribute.name} is {low} to {high}, not {value}")

    return check


class Wishes(TypedDict, total=False):
    """What `generate` takes beside dialect, seed and number: the fields of `Generator`."""

    text: str
    precedence: str | Precedence | None
    info_precedence: str | Precedence | None
    classification: str | None
    control: str | None
    accounting: str | None
    action: Count
    info: Count
    exempt: Count
    paragraphs: Count
    sentences: Count
    readdressed: bool
    sections: int
    year: int | None
    stations: int

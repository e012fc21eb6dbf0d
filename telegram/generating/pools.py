"""What generated messages are made of: stations, names, words.

The pools are tables that change with a major release only, since every message of a seed is drawn
from them. Persons, units, places and events are invented. Posts are those of the public table of
posts, since a post's name and indicator belong together; so are the indicators that the invented
units borrow, since a switch knows those in its directory only.

Here: the pools. Elsewhere: the choice (`dice`).
"""

from collections.abc import Callable
from functools import cache

from attrs import frozen

from telegram.data import groups
from telegram.values.routing_indicator import RoutingIndicator


@frozen
class Station:
    """Somebody who sends and receives messages.

    :ivar name: the plain language address.
    :ivar post: the name of a post in the classification line; empty for a unit.
    :ivar indicator: the routing indicator.
    :ivar tag: the geographic TAGS; empty where there is none.
    """

    name: str
    post: str
    indicator: RoutingIndicator
    tag: str


@cache
def stations(kind: str) -> tuple[Station, ...]:
    """The stations of a kind: ``department``, ``post``, ``unit`` or ``allied unit``."""
    return tuple(
        Station(row["name"], row["post"], RoutingIndicator(row["indicator"]), row["tag"])
        for row in groups("exercise-stations", "kind")[kind]
    )


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of a kind, such as ``surname`` or ``sentence``."""
    return tuple(row["words"] for row in groups("exercise-words", "kind")[kind])


@cache
def parts(kind: str) -> tuple[tuple[str, ...], ...]:
    """The words of a kind, cut at their places to fill: text, name of the place, text ..."""
    return tuple(
        tuple(part for piece in words.split("{") for part in piece.split("}"))
        for words in words(kind)
    )


def filled(pieces: tuple[str, ...], fill: Callable[[str], str]) -> str:
    """Words with their places filled, each by its name.

    >>> filled(("NEAR ", "place", "."), str.upper)
    'NEAR PLACE.'
    """
    return "".join(fill(part) if odd & 1 else part for odd, part in enumerate(pieces))

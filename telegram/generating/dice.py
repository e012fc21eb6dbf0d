"""Choices from a seed, the same on every platform and in every version of Python.

Only ``random.Random`` seeded with a text, and its method ``random``, are used: the standard library
promises that both give the same numbers in every version. Its other methods may change.

Here: `Dice`. Elsewhere: what is chosen from (`pools`).
"""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

_Item = TypeVar("_Item")


class Dice:
    """A run of choices that follows from its key.

    >>> Dice("7", "an example").choice("ABC") == Dice("7", "an example").choice("ABC")
    True
    """

    __slots__ = ("_random",)

    def __init__(self, *key: object) -> None:
        self._random = Random("/".join(map(str, key))).random

    def below(self, limit: int) -> int:
        """A number from 0 up to but not including a limit."""
        return int(self._random() * limit)

    def between(self, low: int, high: int) -> int:
        """A number from low to high, both included."""
        return low + int(self._random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """Yes in a share of cases."""
        return self._random() < share

    def choice(self, items: Sequence[_Item]) -> _Item:
        """One item of several."""
        return items[int(self._random() * len(items))]

    def some(self, items: Sequence[_Item], count: int) -> list[_Item]:
        """So many different items, or all where there are fewer, in a chosen order."""
        left = list(items)
        found: list[_Item] = []
        while left and len(found) < count:
            place = int(self._random() * len(left))
            left[place], left[-1] = left[-1], left[place]
            found.append(left.pop())
        return found

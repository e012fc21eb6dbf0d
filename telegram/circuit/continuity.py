"""The numbers of one channel: which came, and which did not.

Three facts shape the code.

* After the highest number the count goes on at 001 (or 000); how many digits the numbers have says
  what the highest is.
* A number far below the last one came late; number 001 may also begin a new count, as circuits do
  at the start of a radio day (unsourced): it does unless 001 is awaited, or a copy of a message
  that came already has it.
* Numbers lie in ranges, so that what is kept does not grow with the messages.

Here: `Channel`, `Gap`, `Place`. Elsewhere: what is reported (`findings`).
"""

from bisect import bisect_right
from enum import Enum
from typing import Any

from attrs import frozen


class Arrival(Enum):
    """How a number stands to those before it."""

    FIRST = "first"
    NEXT = "next"
    SKIPPED = "after a gap"
    REPEATED = "repeated"
    LATE = "late"
    EARLIER = "before the first"
    RESTARTED = "counted anew"


@frozen
class Gap:
    """Numbers of a channel that have not come: from the first to the last of them.

    :Shape:  channel: the designator or None; first and last: numbers as they would be written.
    :Text:   ``str(gap)`` is ``ABA003-004``, or ``ABA003`` for one number.
    """

    channel: str | None
    first: str
    last: str

    def __str__(self) -> str:
        more = f"-{self.last}" if self.last != self.first else ""
        return f"{self.channel or ''}{self.first}{more}"


@frozen
class Place:
    """A number that came, and how it stands to the others of its channel.

    :ivar expected: the number that was due.
    :ivar skipped: what it leaves out, or None.
    """

    channel: str | None
    text: str
    arrival: Arrival
    expected: str | None = None
    skipped: Gap | None = None


class Channel:
    """The numbers of one channel, as they come."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self.count = 0
        self._width = 3
        self._opened: str | None = None
        self._first = self._last = -1  # numbers that go on counting where the written ones wrap
        self._gaps: list[tuple[int, int]] = []
        self._closed: list[Gap] = []  # gaps of counts that ended

    def add(self, text: str, *, again: bool = False) -> Place:
        """The place of a number that comes next.

        :param again: whether its message came already.
        """
        number = int(text)
        self.count += 1
        self._width = max(self._width, len(text))
        if self._last < 0:
            self._opened = text
            return self._begin(number, Place(self.name, text, Arrival.FIRST))
        due = self._written(self._after_last)
        ahead = (number - self._last) % self._top
        behind = self._last - ((self._last - number) % self._top)
        if ahead == 0:
            return Place(self.name, text, Arrival.REPEATED, due)
        awaited = ahead > 1 and self._around(behind) is not None
        if number <= 1 and ahead > self._after_last - self._last and not awaited and not again:
            self._closed = list(self.missing())
            self._gaps = []
            return self._begin(number, Place(self.name, text, Arrival.RESTARTED, due))
        if ahead <= self._top // 2:
            return self._forward(text, self._last + ahead, due)
        return self._backward(text, behind, due, awaited=awaited)

    def missing(self) -> tuple[Gap, ...]:
        """The numbers that have not come."""
        return (*self._closed, *(self._gap(first, last) for first, last in self._gaps))

    def to_dict(self) -> dict[str, Any]:
        """The shape in the log as JSON."""
        return {
            "channel": self.name,
            "messages": self.count,
            "first": self._opened,
            "last": None if self._last < 0 else self._written(self._last),
            "missing": [{"first": gap.first, "last": gap.last} for gap in self.missing()],
        }

    @property
    def _top(self) -> int:
        return int(10**self._width)

    @property
    def _after_last(self) -> int:
        """The number due: 000 is not used (but taken where it comes)."""
        following = self._last + 1
        return following + 1 if following % self._top == 0 else following

    def _written(self, number: int) -> str:
        return f"{number % self._top:0{self._width}}"

    def _gap(self, first: int, last: int) -> Gap:
        return Gap(self.name, self._written(first), self._written(last))

    def _used(self, first: int, last: int) -> tuple[int, int]:
        """A range of numbers without 000 at its ends."""
        return first + (first % self._top == 0), last - (last % self._top == 0)

    def _around(self, number: int) -> int | None:
        """The index of the gap that holds a number; gaps are in order."""
        at = bisect_right(self._gaps, (number, self._last)) - 1
        return at if at >= 0 and number <= self._gaps[at][1] else None

    def _begin(self, number: int, place: Place) -> Place:
        self._first = self._last = number
        return place

    def _forward(self, text: str, number: int, due: str) -> Place:
        first, self._last = self._after_last, number
        if first >= number:
            return Place(self.name, text, Arrival.NEXT, due)
        self._gaps.append((first, number - 1))
        return Place(self.name, text, Arrival.SKIPPED, due, self._gap(first, number - 1))

    def _backward(self, text: str, number: int, due: str, *, awaited: bool) -> Place:
        at = self._around(number) if awaited else None
        if at is not None:
            first, last = self._gaps[at]
            parts = [self._used(first, number - 1), self._used(number + 1, last)]
            self._gaps[at : at + 1] = [part for part in parts if part[0] <= part[1]]
            return Place(self.name, text, Arrival.LATE, due)
        if number >= self._first:
            return Place(self.name, text, Arrival.REPEATED, due)
        first, last = self._used(number + 1, self._first - 1)
        if first <= last:
            self._gaps.insert(0, (first, last))
        self._first = number
        return Place(self.name, text, Arrival.EARLIER, due)

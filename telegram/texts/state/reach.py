"""The lines of the paragraphs of a State text, and which of them are looked at.

Most lines are prose, of which nothing needs to be known but where they end. A pattern of the
grammar passes over them; what it stops at is looked at, line by line. Where a text holds line
endings without a line feed, or words that may stamp any line, every line is looked at.

Here: finding lines, forwards and backwards. Elsewhere: what they say (`lines`, `body`).
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter

from telegram.source import line_bounds
from telegram.syntax import line_ends_before
from telegram.texts.state.lines import SHORT, TextLine, line_of

STAMPING = "Declassified"
"""The word of stamps that may begin with any word."""


Search = Callable[[str, int, int], re.Match[str] | None]


class Reach:
    """The lines between two offsets of a source, the first of them perhaps left of a physical one.

    :ivar stop: where they end.
    :ivar search: finds the end of the line above the next one that is looked at; None where every
        line is looked at.
    """

    __slots__ = ("_bounds", "_numbers", "search", "source", "start", "stop")

    def __init__(
        self, source: str, start: int, stop: int, parts: list[TextLine], *, every: bool = False
    ) -> None:
        self.source = source
        self.start = start
        self.stop = stop
        self._bounds: list[tuple[int, int, int]] | None = None
        self._numbers: dict[int, int] = {}
        self.search: Search | None = line_ends_before("state:line_sign").search
        find = source.find
        if (
            every
            or len(parts) > 1
            or find("\f", start, stop) >= 0
            or find(STAMPING, start, stop) >= 0
            or (find("\r", start, stop) >= 0 and _has_lone_return(source, start, stop))
        ):
            first = [(part.start, part.content, part.after) for part in parts]
            after = first[-1][2] if first else start
            whole = (*first, *line_bounds(source, after, stop))
            self._bounds = [bounds for bounds in whole if bounds[2] > bounds[0]]
            self._numbers = {begin: number for number, (begin, _, _) in enumerate(self._bounds)}
            self._numbers[stop] = len(self._bounds)
            self.search = None

    def ending(self, start: int) -> tuple[int, int]:
        """The end of the content of the line that begins at a place, or holds it, and of its line
        ending.
        """
        if self._bounds is not None:
            number = self._numbers.get(start)
            if number is None:  # a place within a line
                number = bisect_right(self._bounds, start, key=itemgetter(0)) - 1
            _, content, after = self._bounds[number]
            return content, after
        feed = self.source.find("\n", start, self.stop)
        if feed < 0:
            return self.stop, self.stop
        content = feed
        while content > start and self.source[content - 1] == "\r":
            content -= 1
        return content, feed + 1

    def line(self, start: int) -> TextLine:
        """The line that begins at a place."""
        return line_of(self.source, start, *self.ending(start), SHORT)

    def above(self, end: int) -> tuple[int, int, int]:
        """The bounds of the line that ends at a place beyond the start."""
        if self._bounds is not None:
            return self._bounds[self._numbers[end] - 1]
        source = self.source
        start = source.rfind("\n", self.start, end - 1) + 1 or self.start
        content = end - 1 if source[end - 1] == "\n" else end
        while content > start and source[content - 1] == "\r":
            content -= 1
        return start, content, end

    def before(self, end: int) -> TextLine:
        """The line that ends at a place beyond the start."""
        return line_of(self.source, *self.above(end), SHORT)

    def holds(self, words: str, start: int, stop: int) -> bool:
        """Whether words stand between two places."""
        return self.source.find(words, max(start, self.start), stop) >= 0

    def looked_at(self, start: int, stop: int) -> int:
        """Where the first line that is looked at begins, from a line on, or `stop` without one."""
        if self.search is None:
            return start
        found = self.search(self.source, start - 1, stop)
        return stop if found is None else found.end()


def _has_lone_return(source: str, start: int, stop: int) -> bool:
    """Whether a carriage return stands without a line feed."""
    returns = source.count("\r", start, stop)
    paired = source.count("\r\n", start, stop)
    if returns == paired:
        return False
    return returns != paired + source.count("\r\r\n", start, stop)

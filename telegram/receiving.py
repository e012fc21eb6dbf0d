"""Messages from a line that is listened to: a stream of characters, with noise, cut as it comes.

An archive can be read on before it is cut (`telegram.framing`); a receiver decides at once.

* A message begins at ZCZC, with the V before it. Between messages that is so wherever the letters
  stand, within one only at the start of a line. A start sign received in the wrong shift prints as
  other signs (``":":``), and begins nothing.
* It ends at NNNN directly after a line end, which nothing needs to follow. NNNN within a line is
  text. Where the end was lost, the next start ends the message before it.
* What does neither end nor begin within a limit is cut there, so that one lost end costs little.

Here: `Framer` and `Frame`. Elsewhere: codes to characters (`telegram.ita2`), what a message says
(`telegram.parse`).
"""

import re
from collections.abc import Iterator
from enum import Enum

from attrs import frozen

LIMIT = 40_000
"""Characters of the longest message: five pages and a heading of 500 indicators have some 12,000.
"""

_OPEN = re.compile(r"(?<=[\r\n])(?:V?ZCZC|NNNN)")
_IDLE = re.compile(r"V?ZCZC|(?<=[\r\n])NNNN")
_LONGEST_SIGN = 5


class FrameEnd(Enum):
    """What ended a message."""

    SIGN = "end of message"
    MISSED = "the next message began: its own end was not received"
    RUNAWAY = "too long: cut"
    CLOSED = "the line was closed"


@frozen
class Frame:
    """A message as it came over a line.

    :Shape:  text: the message, from start to end sign; before: what came between the message above
             and this one; started: whether its start of message was received; end: what ended it.
    :Text:   ``str(frame)`` is `text`.
    """

    text: str
    before: str = ""
    started: bool = True
    end: FrameEnd = FrameEnd.SIGN

    @property
    def whole(self) -> bool:
        """Whether start and end were received."""
        return self.started and self.end is FrameEnd.SIGN

    def __str__(self) -> str:
        return self.text


class Framer:
    """Cuts a stream of characters into messages, piece by piece, in constant memory.

    However the stream is cut into pieces, the messages are the same, and no character is lost but
    blanks at the end.

    :Shape:  limit: characters after which a message without end is cut.
    :Errors: ValueError for a limit of less than a hundred.
    :Source: NAVEDTRA 14226 ch. 1 "End of message", "stragglers"; 5 FAH-2 H-321.1.

    >>> framer = Framer()
    >>> framer.feed("QXZ VZCZCABA014\\r\\nR 151530Z APR 02\\r\\nNN")
    []
    >>> [frame] = framer.feed("NN\\r\\nVZCZC")
    >>> frame.text.split("\\r\\n"), frame.before, frame.whole
    (['VZCZCABA014', 'R 151530Z APR 02', 'NNNN'], 'QXZ ', True)
    """

    def __init__(self, *, limit: int = LIMIT) -> None:
        if limit < 100:
            raise ValueError(f"a limit of {limit} characters would cut headings")
        self._limit = limit
        self._before = ""
        self._started = False
        # What is held begins at `_at`; the character before it says whether a line begins there, as
        # one does at the start of a stream. No sign begins before `_from`.
        self._data, self._at, self._from = "\n", 1, 1

    def feed(self, text: str) -> list[Frame]:
        """The messages that end with further characters.

        :Errors: TypeError for what is no text: `telegram.ita2.Decoder` makes text of codes.
        """
        if not isinstance(text, str):
            raise TypeError(f"characters are fed as text, not as {type(text).__name__}")
        self._data = self._data[self._at - 1 :] + text
        self._from -= self._at - 1
        self._at = 1
        return list(self._frames())

    def close(self) -> list[Frame]:
        """What is held, as a message, if it is any; the line is closed."""
        held = self._take(len(self._data))
        return [self._frame(held, FrameEnd.CLOSED)] if held.strip() else []

    def _frames(self) -> Iterator[Frame]:
        while True:
            signs = _OPEN if self._started else _IDLE
            stop = self._at + self._limit + _LONGEST_SIGN
            match = signs.search(self._data, self._from, stop)
            if match is None:
                if len(self._data) < stop:
                    self._from = max(self._from, len(self._data) - _LONGEST_SIGN)
                    return
                yield self._cut()
                continue
            first, end = match.span()
            if match[0] == "NNNN":
                if self._started or self._data[self._at : first].strip():
                    yield self._frame(self._take(end), FrameEnd.SIGN)
                else:
                    self._before += self._take(end)
                    if len(self._before) > self._limit:  # ends without end
                        yield self._frame("", FrameEnd.RUNAWAY)
            else:
                if self._started:
                    yield self._frame(self._take(first), FrameEnd.MISSED)
                else:
                    yield from self._stray(self._take(first))
                self._started, self._from = True, end

    def _stray(self, text: str) -> Iterator[Frame]:
        """What came before a start: noise on one line; a message without start on several."""
        if len(text.split()) and text.strip().count("\n") >= _LINES_OF_A_MESSAGE:
            yield self._frame(text, FrameEnd.MISSED)
        else:
            self._before += text

    def _cut(self) -> Frame:
        """A runaway message, cut at the last line end within the limit."""
        limit = self._at + self._limit
        feed = self._data.rfind("\n", limit - self._limit // 2, limit)
        return self._frame(self._take(limit if feed < 0 else feed + 1), FrameEnd.RUNAWAY)

    def _take(self, end: int) -> str:
        """What is held up to an offset."""
        taken = self._data[self._at : end]
        self._at = self._from = end
        return taken

    def _frame(self, text: str, end: FrameEnd) -> Frame:
        before, started = self._before, self._started
        if not started:
            body = text.lstrip()
            before, text = before + text[: len(text) - len(body)], body
        self._before, self._started = "", False
        return Frame(text, before, started, end)


_LINES_OF_A_MESSAGE = 3
"""Line ends in what precedes a start of message, from which on it is taken for a message."""

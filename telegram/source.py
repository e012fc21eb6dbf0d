"""The text a telegram came in: its characters, its encoding, its lines.

Nothing here changes a character. Three facts shape the module.

* A line ends at LF with any CR before it, at a CR alone, or at a form feed; nowhere else.
  ``str.splitlines`` also cuts at vertical tabs and at separators that occur inside texts.
* Bytes are ASCII, else UTF-8, else Windows-1252, else Latin-1. The choice is remembered, so that
  every byte can be given back. A byte-order mark is a character of the text.
* Offsets count characters from the start of the source. Lines and columns count from one and are
  worked out only when somebody is shown a place.

Here: `Span`, `Source`, and the cutting into lines. Elsewhere: what a line means (`lines`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from os import PathLike

from attrs import field, frozen

_ENDINGS = re.compile(r"\r++\n?|\n|\f")


@frozen(order=True, weakref_slot=False)
class Span:
    """A half-open range of character offsets in a source.

    :Units: characters from the start of the source.

    >>> Span(4, 9).of("TO   NAVY X")
    ' NAVY'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


@frozen
class Place:
    """A position as people count: line and column, both from one; columns count characters."""

    line: int
    column: int


@frozen
class Source:
    """A text with the encoding it was decoded from.

    :Text: ``str(source)`` is the text; ``bytes(source)`` the bytes it came in, or UTF-8 where it
           came as text.
    """

    text: str
    encoding: str = field(default="utf-8", kw_only=True)

    @classmethod
    def of(cls, source: "str | bytes | Source") -> "Source":
        """A source from text or bytes; the encoding of bytes is found by trying.

        Raises TypeError for anything else, and names `telegram.read` for a path or a file.
        """
        if isinstance(source, str):
            return cls(source)
        if isinstance(source, bytes):
            return decode(source)
        if isinstance(source, Source):
            return source
        hint = "; telegram.read reads files" if _is_file(source) else ""
        raise TypeError(f"a telegram is read from str or bytes, not {type(source).__name__}{hint}")

    def __str__(self) -> str:
        return self.text

    def __bytes__(self) -> bytes:
        return self.text.encode(self.encoding)


def _is_file(source: object) -> bool:
    return isinstance(source, PathLike) or hasattr(source, "read")


def decode(data: bytes) -> Source:
    """The source that `data` holds: ASCII, else UTF-8, else Windows-1252, else Latin-1."""
    for encoding in ("ascii", "utf-8", "cp1252"):
        try:
            return Source(data.decode(encoding), encoding=encoding)
        except UnicodeDecodeError:
            continue
    return Source(data.decode("latin-1"), encoding="latin-1")


def line_bounds(
    text: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int, int]]:
    """Every line between two offsets: its start, the end of its content, the end of its line
    ending.

    Lines tile the range. A last line without an ending is yielded if it is not empty.
    """
    stop = len(text) if end is None else end
    find = text.find
    if find("\r", start, stop) < 0 and find("\f", start, stop) < 0:
        while (feed := find("\n", start, stop)) >= 0:
            yield start, feed, feed + 1
            start = feed + 1
    else:
        for ending in _ENDINGS.finditer(text, start, stop):
            content, after = ending.span()
            if text[after - 1] == "\r":  # a run of CR without LF: each ends a line
                for each in range(content, after):
                    yield start, each, each + 1
                    start = each + 1
            else:
                yield start, content, after
                start = after
    if start < stop:
        yield start, stop, stop


def next_ending(text: str, start: int, stop: int) -> tuple[int, int]:
    """The bounds of the first line ending at or after `start`.

    A run of CR without LF is given whole.
    """
    ending = _ENDINGS.search(text, start, stop)
    return ending.span() if ending is not None else (stop, stop)


class LineMap:
    """From offsets to places, for one text. Building it reads the text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.bounds = list(line_bounds(text))
        self._starts = [bounds[0] for bounds in self.bounds]

    def place(self, offset: int) -> Place:
        """Line and column of an offset; the end of the text belongs to its last line."""
        if not self._starts:
            return Place(1, offset + 1)
        index = max(bisect_right(self._starts, offset) - 1, 0)
        start, _, after = self.bounds[index]
        if (
            offset == after
            and offset > start
            and self.text[after - 1 : after] in ("\n", "\r", "\f")
        ):
            return Place(index + 2, 1)
        return Place(index + 1, offset - start + 1)

    def line(self, number: int) -> str:
        """The content of a line, counted from one, without its ending; empty beyond the last."""
        if not 1 <= number <= len(self.bounds):
            return ""
        start, content, _ = self.bounds[number - 1]
        return self.text[start:content]

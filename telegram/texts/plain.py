"""Plain text: a body as it stands, of which nothing is presumed."""

from typing import Any

from attrs import field, frozen

from telegram.source import Span


@frozen
class PlainText:
    """A text of no particular format.

    :Shape:  text: every character between the breaks, line ends included.
    :Text:   ``str(text)`` is the text.
    """

    text: str
    span: Span = field(default=Span(0, 0), eq=False)

    kind = "plain"

    @property
    def plain(self) -> str:
        """The text: nothing is known that would allow its line wraps to be undone."""
        return self.text

    def to_dict(self, pivot: int = 1969) -> dict[str, Any]:
        """The member ``text`` of the JSON document; `pivot` is that of other formats."""
        del pivot
        return {"kind": self.kind, "text": self.text}

    def __str__(self) -> str:
        return self.text

"""Plain text: a body as it stands, of which nothing is presumed."""

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

    def __str__(self) -> str:
        return self.text

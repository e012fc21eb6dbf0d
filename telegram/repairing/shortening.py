"""A message without what no repair depends on: weighing one must not cost more for long messages.

Left out are the middle of a long text, and sound further addressees of a long list.

Here: what is left out, and the way back to places in the whole message. Elsewhere: the weighing.
"""

from collections.abc import Iterator

from attrs import frozen

from telegram.diagnostics import Severity
from telegram.model import Telegram
from telegram.parsing import AS_ASKED, parse
from telegram.source import Source, Span

_LONG_TEXT = 800
"""Characters of a text from which its middle is left out."""
_MOST_FURTHER = 8
"""Further addressees that are kept although they are sound."""
_MOST_MARKED = 16
"""Further addressees that are kept because something is wrong with them."""


def reread(message: Telegram, text: str) -> Telegram:
    """Another text, read as the message was."""
    asked = message.evidence == AS_ASKED and message.dialect is not None
    dialect = message.dialect if asked and message.dialect is not None else "auto"
    source = Source(text, encoding=message.source.encoding)
    return parse(source, dialect=dialect, pivot=message.pivot)


@frozen
class Shortened:
    """A message without what was left out.

    :ivar telegram: what is left, read as a message.
    :ivar kept: the places of its pieces in the whole message, in order.
    """

    telegram: Telegram
    kept: tuple[Span, ...]

    def whole(self, span: Span) -> Span:
        """The place in the whole message of a place in what is left."""
        return Span(self._whole(span.start), self._whole(span.end))

    def _whole(self, offset: int) -> int:
        for piece in self.kept:
            if offset < len(piece) or piece is self.kept[-1]:
                return piece.start + offset
            offset -= len(piece)
        return offset


def shortened(message: Telegram) -> Shortened:
    """The message without the middle of a long text and without many sound addressees."""
    text = message.source.text
    kept, at = [], 0
    for span in sorted([*_further(message), *_middle(message)]):
        kept.append(Span(at, span.start))
        at = span.end
    kept.append(Span(at, len(text)))
    if len(kept) == 1:
        return Shortened(message, tuple(kept))
    return Shortened(reread(message, "".join(piece.of(text) for piece in kept)), tuple(kept))


def _middle(message: Telegram) -> Iterator[Span]:
    text, span = message.source.text, message.text.span
    if len(span) <= _LONG_TEXT:
        return
    first = text.find("\n", span.start + _LONG_TEXT // 2) + 1
    last = text.rfind("\n", span.start, span.end - _LONG_TEXT // 4) + 1
    if 0 < first < last:
        yield Span(first, last)


def _further(message: Telegram) -> Iterator[Span]:
    """Lines of further addressees that are left out."""
    further = [
        line
        for line in message.lines
        if line.rule is not None and "address_continuation" in line.rule
    ]
    if len(further) <= _MOST_FURTHER:
        return
    wrong = {d.span.start for d in message.report if d.severity is Severity.ERROR}
    marked = 0
    for line in further[_MOST_FURTHER:]:
        hit = line.damaged or any(at in wrong for at in range(line.span.start, line.span.end))
        marked += hit
        if not hit or marked > _MOST_MARKED:
            yield line.span

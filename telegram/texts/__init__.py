"""What may fill FL12. A text format is independent of the dialect that carries it.

Here: which format a text has, and its reading. Elsewhere: the formats, `plain`, `state` and `sets`.
A format's modules are loaded when a text shows it.
"""

from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Union

from telegram.source import Span
from telegram.texts.plain import PlainText

if TYPE_CHECKING:
    from telegram.texts.sets.text import SetsText
    from telegram.texts.state.text import StateText

__all__ = ["PlainText", "Text", "read_text"]

Text = Union[PlainText, "StateText", "SetsText"]


def read_text(
    source: str, span: Span, *, year: int | None = None, number: Span | None = None
) -> Text:
    """The text in a range of a source, in the format that it shows.

    :Shape:  year: that of the date-time group, in four digits; it places years of two digits, and
             State reference numbers take it. number: where a general message's number stands
             that was printed above the heading.
    :Errors: none: what shows no format is plain text.
    """
    sets, state = _formats()
    text: Text
    clean = state.read_clean_head(source, span.start, span.end)
    if clean is not None or state.begins(source, span.start, span.end):
        text = state.read(source, span, year=year, clean=clean)
    elif sets.recognise(source, span.start, span.end):
        text = sets.read(source, span, year=year, number=number)
    elif state.recognise(source, span.start, span.end):
        text = state.read(source, span, year=year)
    else:
        text = PlainText(span.of(source), span)
    return text


@cache
def _formats() -> tuple[ModuleType, ModuleType]:
    """The formats that are known by their signs."""
    from telegram.texts import sets, state

    return sets, state

"""The text of a telegram, decoded: what its fields mean, and its words to be read.

Here: `Decoded`, `Passage`, and the choice of the format. Elsewhere: State texts (`state_words`),
set-formatted texts (`sets_words`), the layout (`show`).
"""

from collections.abc import Iterator

from attrs import frozen

from telegram.cli.detail import Detail
from telegram.model import Telegram
from telegram.source import line_bounds


@frozen
class Passage:
    """Words to be read: lines, parted from other passages by a blank line.

    :ivar heading: whether it is a heading above others.
    """

    lines: tuple[str, ...]
    heading: bool = False


@frozen
class Decoded:
    """A text, decoded.

    :ivar title: what format it has.
    :ivar details: its fields; successive ones of one name belong together.
    :ivar passages: its words.
    """

    title: str
    details: tuple[Detail, ...]
    passages: tuple[Passage, ...]


def decoded(telegram: Telegram) -> Decoded:
    """The text of a telegram in the format that it shows."""
    from telegram.texts.sets.text import SetsText
    from telegram.texts.state.text import StateText

    text = telegram.text
    if isinstance(text, StateText):
        from telegram.cli import state_words

        return Decoded(
            "State telegram", tuple(state_words.details(text)), tuple(state_words.passages(text))
        )
    if isinstance(text, SetsText):
        from telegram.cli import sets_words

        return Decoded(
            "Set-formatted text",
            tuple(sets_words.details(text, telegram.pivot)),
            tuple(sets_words.passages(text)),
        )
    return Decoded("Text", (), (Passage(tuple(lines_of(text.text))),))


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text, without blank ones at its ends."""
    lines = [text[start:content].rstrip() for start, content, _ in line_bounds(text)]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    yield from lines

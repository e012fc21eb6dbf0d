"""Literal blocks: texts of others that a telegram quotes as they came.

``BEGIN TEXT:`` ... ``END TEXT.``, and ``QUOTE`` ... ``UNQUOTE``. What stands between belongs to the
paragraph that quotes it: its numbers do not count among the telegram's paragraphs, and its headings
are none of the telegram's. A block that is never ended is no block.

Here: the value, and where a block ends. Elsewhere: reading the lines of one (`body`).
"""

from attrs import define, field, frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.lines import TextLine

_LAST_WORDS = ("TEXT", "QUOTE", "POINTS", "TRANSLATION")


@frozen
class Literal:
    """A literal block.

    :Shape:  label: ``TEXT``, ``QUOTE``, ``INFORMAL TRANSLATION`` and so on, in capitals; text: what
             stands between the words that begin and end it, line ends and page lines included.
    :Text:   ``str(literal)`` is the text.
    :Source: forms as in public State telegrams.
    """

    label: str
    text: str
    span: Span

    def __str__(self) -> str:
        return self.text


@define(eq=False)
class Literals:
    """The literal blocks of a text, as they are found.

    :ivar until: where the last one ends; lines that begin above it are its own.
    :ivar unended: the kinds of which no further end was found: they are not looked for again.
    """

    found: list[Literal] = field(factory=list)
    until: int = -1
    unended: set[str] = field(factory=set)

    def begin(self, source: str, line: TextLine, first: int, stop: int) -> bool:
        """Whether the words of a line, from a place on, begin a block that ends further down."""
        match = matcher("state:literal_begin").fullmatch(line.text[first:])
        if match is None:
            return False
        label = (match["literal_label"] or match["literal_quote"]).upper()
        kind = label.rpartition(" ")[2]
        if kind in self.unended:
            return False
        for end in matcher("state:literal_end").finditer(source, line.after, stop):
            if _kind(end.group()) == kind:
                text = source[line.after : end.start()]
                lead = len(text) - len(text.lstrip())
                words = text.strip()
                start = line.after + lead if words else line.after
                self.found.append(Literal(label, words, Span(start, start + len(words))))
                self.until = end.end()
                return True
        self.unended.add(kind)
        return False


def _kind(words: str) -> str:
    """What an end phrase ends; UNQUOTE ends a QUOTE."""
    last = words.upper().rstrip(".").rpartition(" ")[2]
    return last if last in _LAST_WORDS else "QUOTE"

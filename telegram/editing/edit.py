"""An edit being prepared: the heading that is wanted, and what is written in which span.

An element is written where it stands (`Edit.put`); of a format line, the lines that differ are
written anew (`Edit.lines`). Nothing is applied here: see `telegram.editing.rereading`.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

import attrs
from attrs import define, field

from telegram.composing.form import Form
from telegram.dialects import Dialect
from telegram.formatting.heading import labelled_lines
from telegram.lines import FormatLine, Line
from telegram.model import Heading, Telegram
from telegram.source import Span, next_ending
from telegram.values.classification import Classification


@define
class Edit:
    """What an edit is to make of a message.

    :ivar edits: the texts to write, by the span that each takes the place of.
    :ivar wanted: what the heading is to say.
    :ivar form: reads what was given, and holds what stands in the way.
    :ivar body_changed: whether the text is to say something else.
    :ivar level: the level that the classification line is to state, if it changes.
    """

    message: Telegram
    dialect: Dialect
    edits: dict[Span, str] = field(factory=dict, init=False)
    wanted: Heading = field(init=False)
    form: Form = field(init=False)
    body_changed: bool = field(default=False, init=False)
    level: Classification | None = field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        self.wanted = self.message.heading
        self.form = Form(self.dialect, self.message.pivot)

    def want(self, **members: Any) -> None:
        """What the heading is to say."""
        self.wanted = attrs.evolve(self.wanted, **members)

    def put(self, entry: str, path: str, text: str) -> None:
        """Write an element where it stands."""
        span = self.message.heading.spans.get(path)
        if span is None:
            self.form.problems.append(f"{entry}: the message has none to change")
        else:
            self.replace(span, text)

    def replace(self, span: Span, text: str) -> None:
        """Write a text in place of a span, unless it says the same already."""
        if span.of(self.message.source.text) != text:
            self.edits[span] = text

    def routing(self, **members: Any) -> None:
        """What FL2 is to say."""
        assert self.wanted.routing is not None
        self.want(routing=attrs.evolve(self.wanted.routing, **members))

    def lines(self, label: FormatLine) -> None:
        """Write the lines of a format line anew, those alone that differ."""
        if self.form.problems:
            return
        old, new = (
            labelled_lines(heading, self.dialect, self.message.pivot, label)
            for heading in (self.message.heading, self.wanted)
        )
        if new.problems:
            self.form.problems += new.problems
            return
        there = self._there(label)
        if not there:
            if new.lines:
                self._inserted(label, new.lines)
            return
        if len(there) != len(old.lines):
            # Several on one line, or one on several: the whole is written anew.
            self._relined(there, new.lines)
            return
        matched = SequenceMatcher(None, old.lines, new.lines, autojunk=False)
        for tag, first, last, begin, end in matched.get_opcodes():
            if tag in ("replace", "delete"):
                self._relined(there[first:last], new.lines[begin:end])
            elif tag == "insert":
                place = there[first].span.start if first < len(there) else there[-1].span.end
                self.replace(Span(place, place), self.ended(new.lines[begin:end]))

    def _there(self, label: FormatLine) -> list[Line]:
        """The lines of a format line of the message's own heading."""
        reading = self.message._reading
        main = reading.heading.kinds.index("main") if "main" in reading.heading.kinds else 0
        return [
            line
            for line, record in zip(self.message.lines, reading.records, strict=True)
            if line.format_line is label
            and record.draft == main
            and record.start < reading.heading.body
        ]

    def _relined(self, there: Sequence[Line], lines: Sequence[str]) -> None:
        """Write lines in place of others; line ends and what stands behind them are kept."""
        for index, line in enumerate(there):
            if index < len(lines) and index < len(there) - 1:
                self.replace(line.content, lines[index])
            elif index < len(there) - 1 or not lines[index:]:
                self.replace(line.span, "")
            else:
                more = f"{self.end}".join(lines[index:])
                self.replace(line.content, more)

    def _inserted(self, label: FormatLine, lines: Sequence[str]) -> None:
        """Write lines where none of their kind are: behind the format lines before them."""
        number = label.number or 0
        before = [
            line
            for other in FormatLine
            if other.number is not None and other.number < number
            for line in self._there(other)
        ]
        place = max((line.span.end for line in before), default=0)
        self.replace(Span(place, place), self.ended(lines))

    def ended(self, lines: Sequence[str]) -> str:
        """Lines, each with the line end of the message."""
        return "".join(f"{line}{self.end}" for line in lines)

    @property
    def end(self) -> str:
        """The line end of the message's first line."""
        text = self.message.source.text
        first = self.message.lines[0].span.start if self.message.lines else 0
        content, after = next_ending(text, first, len(text))
        return text[content:after] or "\n"

    def in_pages(self, name: str, text: str) -> None:
        """Change what page lines repeat of the heading."""
        for line in self.message.lines:
            if line.format_line is FormatLine.PAGE:
                for found, _, place in line.fields:
                    if found == name:
                        self.replace(place, text)

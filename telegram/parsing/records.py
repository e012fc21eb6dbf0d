"""The pieces of a heading as they were read, before anybody asks for them as values.

Here: `Record`, and what reading a heading gave. Elsewhere: the reader (`heading`).
"""

import re
from functools import cached_property
from typing import NamedTuple

from attrs import define, field

from telegram.lines import FormatLine, View
from telegram.parsing.candidates import Candidate
from telegram.parsing.draft import Draft
from telegram.parsing.printed import is_number
from telegram.source import Span


class Record(NamedTuple):
    """One piece of a heading, as read.

    `view` is None where the piece is its own text; `draft` counts the headings of the message from
    0.
    """

    format_line: FormatLine
    rule: str | None
    damaged: bool
    start: int
    content: int
    after: int
    match: re.Match[str] | None
    view: View | None
    draft: int


Taken = tuple[FormatLine, Candidate | None, int, int, int, re.Match[str] | None, View | None, int]
"""A piece as the reader notes it: label, candidate, start, end of content, end, match, view, number
of the heading.
"""


def _record(taken: Taken, text: str) -> Record:
    label, candidate, start, content, after, match, view, draft = taken
    if match is None and candidate is not None:
        match = candidate.fullmatch(text[start:content])  # a line known from before
    rule = candidate.name if candidate is not None else None
    damaged = candidate is not None and candidate.name != candidate.line.rule
    return Record(label, rule, damaged, start, content, after, match, view, draft)


@define(eq=False, weakref_slot=False)
class HeadingReading:
    """What reading a heading gave.

    :ivar text: the text it was read from.
    :ivar taken: its pieces as the reader noted them.
    :ivar drafts: the headings found, in order; more than one for a pilot or a readdressal.
    :ivar body: the offset at which the text begins (after BT, where there is one).
    :ivar kinds: for each draft, ``main``, ``pilot`` or ``original``.
    :ivar recognised: whether any line of a heading was.
    :ivar dialect: the name of the dialect in which it was read.
    :ivar strays: heading lines found among the first lines of the text.
    :ivar labelled: labelled lines of the text that say what a heading says elsewhere.
    """

    text: str
    taken: list[Taken]
    drafts: list[Draft]
    kinds: list[str]
    body: int
    recognised: bool
    dialect: str
    strays: list[Record]
    labelled: list[Record] = field(factory=list)

    @cached_property
    def records(self) -> list[Record]:
        """The pieces of the heading, in order; they tile the source up to `body`."""
        return [_record(taken, self.text) for taken in self.taken]

    @property
    def number(self) -> Span | None:
        """The place of the number of a general message that stands above FL5; None without."""
        for taken in self.taken:
            label = taken[0]
            if label is FormatLine.FL5:
                break
            if label is FormatLine.INTRUSION and taken[1] is None:
                start, content = taken[2:4]
                line = self.text[start:content].rstrip()
                if is_number(line.lstrip()):
                    return Span(start, start + len(line))
        return None

"""The sections of a telegram that was too long for one transmission, joined again.

Each section is a message of its own, with its own heading and ending. What they share is the
originator, the date-time group and, in State telegrams, the message reference number; the text says
which section it is: SECTION 02 OF 03.

Here: `join` and `group_sections`. Elsewhere: the value (`joined`), what identifies a section
(`identity`), what is kept of each (`seams`), what may be wrong (`findings`).
"""

from collections.abc import Iterable, Sequence

from telegram.joining.findings import differing, doubled, foreign, missing, totals, unmarked
from telegram.joining.identity import Identity, Section, identity_of, section_of
from telegram.joining.joined import Joined, Placed, joined_of
from telegram.model import Telegram

__all__ = ["Joined", "group_sections", "join"]


def join(messages: Iterable[Telegram]) -> Joined:
    """The telegram whose sections these messages are, in any order.

    Of the messages of several telegrams, that with most sections is joined (`group_sections` tells
    them apart). What belongs to another one, says no section, or repeats a section is set aside and
    reported. A message that is no section is joined of itself.

    :Shape:  messages: telegrams as `parse` and `read` give them; at least one.
    :Errors: ValueError without a message; TypeError for what is no telegram. Missing sections are
             in the report.
    :Source: NAVEDTRA 14226 ch. 1 "Message lengths"; public telegrams (usage).

    >>> from telegram.parsing import read
    >>> joined = join(read("docs/telegrams/exercise/sections.txt"))
    >>> joined.complete, [paragraph.number for paragraph in joined.text.paragraphs]
    (True, ['1', '2', '3', '4'])
    """
    given = _telegrams(messages)
    if not given:
        raise ValueError("no message to join")
    sections = [section_of(index, message) for index, message in enumerate(given)]
    chosen = max(_groups(sections), key=lambda group: (group.marked, len(group.sections)))
    parts, again = _one_of_each(chosen.sections)
    used = {section.index for section in (*parts, *again)}
    found: list[Placed] = [*doubled(again, parts)]
    for section in sections:
        if section.index not in used:
            own = identity_of(section.message)
            stray = own.named and not chosen.identity.agrees(own)
            found += foreign(section, own) if stray else unmarked(section)
    total = _total(parts)
    gaps = _gaps(parts, total)
    found += [*missing(parts, gaps, total), *totals(parts, total), *differing(parts)]
    return joined_of(given, parts, total, gaps, found)


def group_sections(messages: Iterable[Telegram]) -> tuple[tuple[Telegram, ...], ...]:
    """The messages of a stream, those together that are sections of one telegram.

    Groups stand in order of their first message; a message that is no section is a group of its
    own. Sections belong together where originator, date-time group and message reference number
    agree, as far as both name them.

    :Errors: TypeError for what is no telegram.

    >>> from telegram.parsing import read
    >>> [len(group) for group in group_sections(read("docs/telegrams/exercise/sections.txt"))]
    [2]
    """
    sections = [section_of(i, message) for i, message in enumerate(_telegrams(messages))]
    return tuple(
        tuple(section.message for section in group.sections) for group in _groups(sections)
    )


def _telegrams(messages: Iterable[Telegram]) -> tuple[Telegram, ...]:
    given = tuple(messages)
    for message in given:
        if not isinstance(message, Telegram):
            raise TypeError(f"sections are telegrams as read, not {type(message).__name__}")
    return given


class _Group:
    """Sections of one telegram, and what they say of its identity."""

    def __init__(self, identity: Identity) -> None:
        self.identity = identity
        self.sections: list[Section] = []

    @property
    def marked(self) -> bool:
        return self.sections[0].number is not None


def _groups(sections: Sequence[Section]) -> list[_Group]:
    """The sections of each telegram. Groups are looked up by what a section names, so that many
    messages cost linear time.
    """
    groups: list[_Group] = []
    homes: dict[tuple[object, ...], _Group] = {}
    for section in sections:
        identity = identity_of(section.message)
        keys = identity.keys if section.number is not None else ()
        group = next((homes[key] for key in keys if key in homes), None)
        if group is None or not group.identity.agrees(identity):
            group = _Group(identity)
            groups.append(group)
        group.sections.append(section)
        group.identity = group.identity.completed(identity)
        for key in keys:
            homes.setdefault(key, group)
    return groups


def _one_of_each(sections: Iterable[Section]) -> tuple[list[Section], list[Section]]:
    """The sections in order, and those of which an earlier copy is taken."""
    first: dict[int, Section] = {}
    again: list[Section] = []
    for section in sections:
        number = section.number or 0
        if number in first:
            again.append(section)
        else:
            first[number] = section
    return [first[number] for number in sorted(first)], again


def _total(parts: Sequence[Section]) -> int | None:
    """How many sections there are: as most of them say; of equals, the greatest."""
    said = [part.total for part in parts if part.total is not None]
    return max(said, key=lambda total: (said.count(total), total), default=None)


def _gaps(parts: Sequence[Section], total: int | None) -> tuple[int, ...]:
    """The numbers of the sections that are not here."""
    here = {number for part in parts for number in part.covers}
    last = max((*here, total or 0), default=0)
    return tuple(number for number in range(1, last + 1) if number not in here)

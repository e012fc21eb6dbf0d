"""Which line of a heading is which: the state machine over a dialect's table.

A line is tried by the standard rules that may stand after the last one recognised and that can
begin with its first character. A line that none takes is looked at again: without artefacts of
copying, cut where prosigns show several format lines run together, joined with the next where a
name was wrapped, at last by the damaged rules. What no rule takes is kept as unrecognised. Nothing
is ever raised, and nothing lost.
"""

import re

from telegram.dialects import Dialect
from telegram.lines import FormatLine, View, clean
from telegram.parsing.building import BUILDERS
from telegram.parsing.candidates import EARLY_STATES, LONGEST_KNOWN, Candidate, Table, tables_of
from telegram.parsing.draft import Draft
from telegram.parsing.printed import is_number, is_stamp, page_turn, precedes_preamble
from telegram.parsing.readdressing import goes_on, reopens
from telegram.parsing.records import HeadingReading, Record, Taken
from telegram.parsing.recovery import plausible, recover
from telegram.source import line_bounds, next_ending
from telegram.syntax import matcher
from telegram.values.trusted import trusted

_MOST_UNRECOGNISED = 12
"""Lines in a row that no rule takes, after which the text is taken to have begun."""
_LONGEST_PREAMBLE = 60
"""Lines without any that a heading could begin with, after which there is taken to be no heading.
"""


_ENDINGS = ("plaindress:bt", "plaindress:fl16", "acp127:fl1", "janap128:fl2")
"""Lines behind which no misplaced FL5 belongs to the message."""
_MOST_HEADINGS = 8
"""Headings of one message: a readdressal of a readdressal and its pilots are fewer."""
_STRAY_LINES = 10
"""Lines of the text among which a misplaced FL5 is looked for."""


class Reader:
    """Reads one heading."""

    unrecognised = 0
    recognised = stamped = False
    seen = 0
    run_end = turned = 0

    def __init__(self, text: str, record: Dialect, start: int, stop: int) -> None:
        self.text = text
        self.name = record.name
        self.limits = record.limits
        self.start = self.at = start
        self.stop = stop
        self.taken: list[Taken] = []
        self.draft = Draft()
        self.drafts = [self.draft]
        self.kinds = ["main"]
        self.table = tables_of(record.name)[FormatLine.BLANK]
        self.ended: int | None = None

    def read(self) -> HeadingReading:
        """Read lines until the text begins."""
        text, at, stop = self.text, self.at, self.stop
        find, note = text.find, self.taken.append
        longest, most = self.limits.matched_line, self.limits.heading_lines
        plain = find("\r", at, stop) < 0 and find("\f", at, stop) < 0 and find("\\", at, stop) < 0
        table, draft, number, seen = self.table, self.draft, 0, 0
        while at < stop:
            start = at
            if not plain:
                self.at = at
                content, at = self.line_end(start)
            elif (content := find("\n", start, stop)) < 0:
                content = at = stop
            else:
                at = content + 1
            line = text[start:content].rstrip(" \t")
            if not most:
                self.ended = start
                break
            most -= 1
            if not line:
                note((_BLANK, None, start, content, at, None, None, number))
                continue
            if (known := table.known.get(line)) is not None:
                candidate, following, value = known
                if not candidate.conflicts & seen:
                    candidate.put(draft, value)
                    label = draft.label if candidate.further else candidate.label
                    seen |= candidate.bit
                    note((label, candidate, start, start + len(line), at, None, None, number))
                    table = following
                    self.unrecognised = 0
                    continue
            if content - start <= longest:
                match = None
                if plain or "\\" not in line:  # backslashes of markdown are artefacts
                    for entry in table.by_opening[line[:2]]:
                        match = entry[0](line)
                        if match is not None:
                            _, candidate, following = entry
                            break
                if match is not None and candidate.plain and not candidate.conflicts & seen:
                    # The common case of `take`, in line.
                    if candidate.read is None or (
                        candidate.exempted and match[candidate.exempted] is not None
                    ):
                        candidate.build(draft, match)
                    else:
                        value = candidate.read(match)
                        candidate.put(draft, value)
                        if len(line) <= LONGEST_KNOWN:
                            table.known[line] = (candidate, following, value)
                    label = draft.label if candidate.further else candidate.label
                    seen |= candidate.bit
                    note((label, candidate, start, start + len(line), at, match, None, number))
                    table = following
                    self.unrecognised = 0
                    continue
                self.at, self.seen, self.table = at, seen, table
                if match is not None:
                    self.take(candidate, following, start, start + len(line), at, match, None)
                else:
                    recover(self, line, start, content, at)
            else:
                self.at, self.seen, self.table = at, seen, table
                self.keep_raw(start, content, at)
            if self.ended is not None:
                break
            at, seen, table = self.at, self.seen, self.table
            draft, number = self.draft, len(self.drafts) - 1
        self.seen |= seen
        return self.finish()

    def line_end(self, start: int) -> tuple[int, int]:
        """The end of the content and of the ending of a line, in a text with CR or form feeds.

        A run of CR that no LF follows ends a line each; it is measured once, so that long runs cost
        linear time.
        """
        if start < self.run_end:
            return start, start + 1
        content, after = next_ending(self.text, start, self.stop)
        if after - content > 1 and self.text[after - 1] == "\r":
            self.run_end = after
            return content, content + 1
        return content, after

    def take(
        self,
        candidate: Candidate,
        following: Table,
        start: int,
        content: int,
        after: int,
        match: re.Match[str],
        view: View | None,
    ) -> None:
        """Accept a line for a candidate."""
        label = candidate.label
        if candidate.conflicts & self.seen and self.begins_another(label, start):
            return
        if candidate.fills:
            candidate.build(self.draft, match)
            self.seen |= candidate.bit
            self.unrecognised = 0
            if candidate.further:
                label = self.draft.label
            self.table = following
        elif label in _HEADING_MARKS:
            self.recognised = True
            self.unrecognised = 0
        if label is FormatLine.FL12 or label is FormatLine.FL16:
            if not self.printed(match.group(), start, content, after, view):
                self.ended = start
            return
        self.taken.append(
            (label, candidate, start, content, after, match, view, len(self.drafts) - 1)
        )
        if candidate.ends and not self.readdressed(label, after):
            self.ended = after

    def readdressed(self, label: FormatLine, after: int) -> bool:
        """Whether BT parts the heading from that of the message before it was readdressed."""
        return (
            label is FormatLine.FL11
            and self.draft.has_preamble
            and len(self.drafts) < _MOST_HEADINGS
            and goes_on(self.text, after, self.stop)
        )

    def reopened(self, view: View, start: int, content: int, after: int) -> bool:
        """Take the FL4 that stands above the FL5 of the message before it was readdressed."""
        if (
            self.table.state in EARLY_STATES
            or not self.draft.has_preamble
            or len(self.drafts) >= _MOST_HEADINGS
            or not reopens(view.text, self.text, after, self.stop)
        ):
            return False
        self.open("original")
        self.table = tables_of(self.name)[FormatLine.BLANK]
        return self.standard(view, start, content, after)

    def begins_another(self, label: FormatLine, start: int) -> bool:
        """Whether a line whose like came before ends this heading; it may open another instead."""
        draft = self.draft
        early = self.table.state in EARLY_STATES and not draft.has_preamble
        if label is FormatLine.FL1:
            another, ends = True, not early
        elif label is FormatLine.FL2:
            # After a preamble it is the next message's. A terminal's summary of addresses may stand
            # above it.
            if not early and not draft.has_preamble and draft.originator is None:
                self.set_apart()
                return False
            wired = draft.security is not None or draft.station is not None
            another, ends = draft.routing is not None and wired, not early
        elif label is FormatLine.FL5:
            # Without a preamble so far it is out of its place, or the next FM shows a heading in
            # front.
            another, ends = self.table.state not in EARLY_STATES and draft.has_preamble, False
        else:
            another = draft.originator is not None
            ends = another and self.table.state is not FormatLine.FL5
        if ends or (another and len(self.drafts) >= _MOST_HEADINGS):
            self.ended = start
            return True
        if another:
            if label is FormatLine.FL6:
                self.open_late()
            elif label is FormatLine.FL5:
                self.open("original")
            else:
                self.open("pilot", identified=label is FormatLine.FL1)
        return False

    def open(self, kind: str, *, identified: bool = False) -> None:
        """Begin another heading: `pilot` makes the one so far the pilot, `original` the new one the
        original.

        FL1 identifies the transmission, pilot and message alike: it is the message's, unless that
        has one of its own (`identified`).
        """
        draft = Draft()
        if kind == "pilot":
            self.kinds[-1] = "pilot"
            if self.draft.routing is not None and not identified:
                draft.transmission, self.draft.transmission = self.draft.transmission, None
                self.taken[:] = [
                    (*taken[:7], len(self.drafts)) if taken[0] is FormatLine.FL1 else taken
                    for taken in self.taken
                ]
        self.kinds.append("original" if kind == "original" else "main")
        self.draft = draft
        self.drafts.append(draft)
        self.seen = 0

    def open_late(self) -> None:
        """An FL5 after the addresses, and FM after it.

        What stood before was another heading, in front of this one.
        """
        old = self.draft
        precedence, dtg, instructions = old.precedence, old.dtg, old.instructions
        old.precedence, old.dtg, old.instructions = Draft().precedence, None, ()
        self.open("pilot")
        self.draft.precedence, self.draft.dtg, self.draft.instructions = (
            precedence,
            dtg,
            instructions,
        )
        self.draft.has_preamble = True
        for index in range(len(self.taken) - 1, -1, -1):
            taken = self.taken[index]
            if taken[0] not in (FormatLine.FL5, FormatLine.BLANK):
                break
            self.taken[index] = (*taken[:7], len(self.drafts) - 1)

    def set_apart(self) -> None:
        """What stands above FL2 was a terminal's own summary of the addresses.

        Printed there, no part of the heading.
        """
        self.drafts[-1] = self.draft = Draft()
        self.seen = 0
        self.taken[:] = [
            (FormatLine.INTRUSION, *taken[1:]) if taken[0] in _ADDRESS_LINES else taken
            for taken in self.taken
        ]

    def keep_raw(self, start: int, content: int, after: int, view: View | None = None) -> None:
        """Keep a line that no rule takes; end the heading where too many follow each other."""
        self.unrecognised += 1
        label = FormatLine.UNRECOGNISED
        line = self.text[start:content].strip()
        if is_stamp(line):
            label = FormatLine.INTRUSION
            self.stamped = True
        elif not self.seen and is_number(line):
            label = FormatLine.INTRUSION
        self.taken.append((label, None, start, content, after, None, view, len(self.drafts) - 1))
        most = _MOST_UNRECOGNISED if self.recognised or self.seen else _LONGEST_PREAMBLE
        if self.unrecognised > most:
            self.ended = after

    def printed(self, line: str, start: int, content: int, after: int, view: View | None) -> bool:
        """Keep what looks like the text and was printed above or within the heading."""
        if (
            not self.seen and is_number(line) and precedes_preamble(self.text, after, self.stop)
        ) or (is_stamp(line)):
            self.keep_raw(start, content, after, view)
            return True
        if self.table.state not in _IN_ADDRESSES:
            return False
        turned = page_turn(self.text, line, start, self.stop)
        draft = len(self.drafts) - 1
        for first, last, end in turned:
            if first > start and first > self.taken[-1][4]:
                at = self.taken[-1][4]
                self.taken.append((_BLANK, None, at, at, first, None, None, draft))
            self.taken.append((FormatLine.INTRUSION, None, first, last, end, None, None, draft))
            self.at = self.turned = end
        return bool(turned)

    def keep_blank(self, start: int, content: int, after: int, view: View) -> None:
        """Keep a line that holds nothing but artefacts."""
        self.taken.append((_BLANK, None, start, content, after, None, view, len(self.drafts) - 1))

    def standard(self, view: View, start: int, content: int, after: int) -> bool:
        """Take a view by a standard rule."""
        for fullmatch, candidate, following in self.table.by_opening[view.text[:2]]:
            match = fullmatch(view.text)
            if match is not None:
                self.take(candidate, following, start, content, after, match, view)
                return True
        return False

    def damaged(self, view: View, start: int, content: int, after: int) -> bool:
        """Take a view by a damaged rule."""
        for candidate in self.table.damaged:
            match = candidate.fullmatch(view.text)
            if match is not None and plausible(candidate, match, self.table.state):
                moves = candidate.fills and not candidate.further
                following = tables_of(self.name)[candidate.label] if moves else self.table
                self.take(candidate, following, start, content, after, match, view)
                return True
        return False

    def peek(self) -> tuple[int, int, int] | None:
        """The bounds of the next line, which stays next."""
        if self.at >= self.stop:
            return None
        content, after = self.line_end(self.at)
        return self.at, content, after

    def take_next(self) -> tuple[int, int, int] | None:
        """The bounds of the next line, which is used up."""
        bounds = self.peek()
        if bounds is not None:
            self.at = bounds[2]
        return bounds

    def view_of(self, bounds: tuple[int, int, int]) -> View:
        """The view of a line; empty for one that is too long to be matched."""
        start, content, _ = bounds
        if content - start > self.limits.matched_line:
            return View("", (start,))
        view = clean(self.text, start, content)
        if view is None:
            words = self.text[start:content].rstrip(" \t")
            view = View(words, tuple(range(start, start + len(words) + 1)))
        return view

    def finish(self) -> HeadingReading:
        """The reading: unrecognised lines at the end belong to the text."""
        taken = self.taken
        marked = self.recognised and not self.stamped
        recognised = marked or self.seen != 0 or len(self.drafts) > 1
        body = self.ended if self.ended is not None else self.stop
        if not recognised:
            taken.clear()
            body = self.start
        while taken and taken[-1][0] in _TEXT_LIKE and taken[-1][4] > self.turned:
            body = taken.pop()[2]
        strays = [] if self.draft.has_preamble or not recognised else self.stray_preamble(body)
        return _make_reading(
            self.text, taken, self.drafts, self.kinds, body, recognised, self.name, strays, []
        )

    def stray_preamble(self, body: int) -> list[Record]:
        """An FL5 among the first lines of the text, where the heading has none."""
        fullmatch = matcher("plaindress:fl5").fullmatch
        endings = [matcher(rule).fullmatch for rule in _ENDINGS]
        seen, feed = 0, self.text.find("\f", body, self.stop)  # another message may begin there
        for start, content, after in line_bounds(self.text, body, self.stop if feed < 0 else feed):
            line = self.text[start : min(content, start + 200)].rstrip(" \t")
            if not line:
                continue
            seen += 1
            if seen > _STRAY_LINES or any(ends(line) for ends in endings):
                break
            match = fullmatch(line)
            if match is not None:
                BUILDERS["plaindress:fl5"](self.draft, match)
                return [
                    Record(
                        FormatLine.FL5,
                        "plaindress:fl5",
                        False,
                        start,
                        start + len(line),
                        after,
                        match,
                        None,
                        len(self.drafts) - 1,
                    )
                ]
        return []


_make_reading = trusted(HeadingReading)
_BLANK = FormatLine.BLANK
_TEXT_LIKE = frozenset({FormatLine.UNRECOGNISED, FormatLine.BLANK, FormatLine.INTRUSION})
_HEADING_MARKS = frozenset(
    {FormatLine.BANNER, FormatLine.PRECEDENCE_WORD, FormatLine.DISTRIBUTION, FormatLine.FL11}
)


_IN_ADDRESSES = frozenset({FormatLine.FL6, FormatLine.FL7, FormatLine.FL8, FormatLine.FL9})
_ADDRESS_LINES = frozenset({FormatLine.FL7, FormatLine.FL8, FormatLine.FL9})


def read_heading(text: str, record: Dialect, start: int, stop: int) -> HeadingReading:
    """Read the heading that begins at `start`, and find where the text begins."""
    return Reader(text, record, start, stop).read()

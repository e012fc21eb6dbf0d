"""Lines that no standard rule takes as they stand: read without artefacts, joined, cut, at last by
the damaged rules.

Copies wrap one format line over several physical lines and run several together on one. The order
of the attempts is that of their certainty; what none reads is kept as unrecognised.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from telegram.lines import FormatLine, View, clean
from telegram.parsing.candidates import EARLY_STATES, Candidate
from telegram.parsing.printed import is_stamp
from telegram.syntax import matcher

if TYPE_CHECKING:
    from telegram.parsing.heading import Reader

_MOST_JOINED = 8
"""Lines that one wrapped address is joined from."""
_FULL = 50
"""Characters from which a line can be taken for one that its writer filled and wrapped."""


def recover(reader: "Reader", line: str, start: int, content: int, after: int) -> None:
    """Try a refused line without its artefacts, joined, cut, and by the damaged rules."""
    if is_stamp(line):
        reader.keep_raw(start, content, after)
        return
    view = clean(reader.text, start, content)
    if view is not None:
        if not view.text:
            reader.keep_blank(start, content, after, view)
            return
        if reader.standard(view, start, content, after):
            return
    else:
        view = View(line, tuple(range(start, start + len(line) + 1)))
    if reader.reopened(view, start, content, after):
        return
    wrapped = _unwrap(reader, view, content, after)
    if wrapped is not None:
        view, content, after = wrapped
        if reader.standard(view, start, content, after):
            return
    cuts = _cuts(view)
    if cuts:
        _pieces(reader, view, cuts, start, content, after)
    elif not reader.damaged(view, start, content, after):
        reader.keep_raw(start, content, after, view)


def _cuts(view: View) -> list[int]:
    """Offsets of the blanks at which further format lines begin."""
    return [match.start() for match in matcher("plaindress:run_on").finditer(view.text)]


def _pieces(
    reader: "Reader", view: View, cuts: list[int], start: int, content: int, after: int
) -> None:
    """Take the parts of a line that holds several format lines.

    What follows the heading is text.
    """
    at = start
    while True:
        edges = [0, *(cut + 1 for cut in cuts), len(view.text)]
        *firsts, (first, last) = pairwise(edges)
        for begin, end in firsts:
            part = view.part(begin, end - 1)
            stop = view.offsets[end]
            _piece(reader, part, at, part.offsets[-1], stop)
            if reader.ended is not None:
                return
            at = stop
        part = view.part(first, last)
        bounds = reader.take_next() if _flows(reader, view, part) else None
        if bounds is None:
            break
        # The last address goes on in the next line, which may in turn hold further ones.
        part = part.joined(reader.view_of(bounds), " ")
        content, after = bounds[1], bounds[2]
        view, cuts = part, _cuts(part)
        if not cuts:
            break
    _piece(reader, part, at, content, after)


def _piece(reader: "Reader", part: View, start: int, content: int, after: int) -> None:
    if not reader.standard(part, start, content, after) and not reader.damaged(
        part, start, content, after
    ):
        reader.keep_raw(start, content, after, part)


def _flows(reader: "Reader", view: View, part: View) -> bool:
    """Whether the last address of a run-together line goes on in the next line."""
    if len(view.text) < _FULL or part.text.endswith(("//", "(UC)")):
        return False
    if part.text.partition(" ")[0] not in ("FM", "TO", "INFO", "XMT"):
        return False
    bounds = reader.peek()
    if bounds is None:
        return False
    text = reader.view_of(bounds).text
    return bool(text) and not _opens_anew(text)


def _unwrap(reader: "Reader", view: View, content: int, after: int) -> tuple[View, int, int] | None:
    """A view joined with the lines into which an address was wrapped, or None.

    Three kinds are seen: office codes that open at the end of a line, directory names in comma form
    over several lines, and reflowed lists of addressees.
    """
    joined = False
    for _ in range(_MOST_JOINED):
        bounds = reader.peek()
        if bounds is None:
            break
        more = reader.view_of(bounds)
        if not more.text or _opens_anew(more.text):
            break
        last = view.text
        if (
            last.endswith("//")
            and last.count("//") == 1
            and matcher("plaindress:office_tail").fullmatch(more.text)
        ):
            between = ""
        elif "OU=" in last and "," in last and not last.rpartition(",")[2].startswith("C="):
            between = "" if last.endswith(("=", ",")) else " "
        elif _is_list(last) and len(last) >= _FULL and not last.endswith("//"):
            between = " "
        else:
            break
        reader.take_next()
        view, content, after, joined = view.joined(more, between), bounds[1], bounds[2], True
    return (view, content, after) if joined else None


def plausible(candidate: Candidate, match: re.Match[str], state: FormatLine) -> bool:
    """Whether a damaged reading fits the place: the widest rules take what a person would not."""
    rule = candidate.name
    if rule == "plaindress:fl6_damaged":
        prosign = match["prosign_damaged"].rstrip(" :/")
        label = candidate.line.format_line
        return {
            "FM": FormatLine.FL6,
            "TO": FormatLine.FL7,
            "INFO": FormatLine.FL8,
            "XMT": FormatLine.FL9,
        }[prosign] is label
    if rule == "plaindress:fl5_damaged":
        return state not in (FormatLine.FL7, FormatLine.FL8, FormatLine.FL9) or (
            match["precedence_letters"] is not None
        )
    if rule in ("janap128:fl2_damaged", "acp127:fl1_damaged"):
        return state in EARLY_STATES
    return True


def _opens_anew(text: str) -> bool:
    """Whether a line begins a format line or an addressee of its own, and so continues no other."""
    return matcher("plaindress:anew").match(text) is not None


def _is_list(text: str) -> bool:
    """Whether a line holds several addressees run together."""
    return matcher("plaindress:address_mark").search(text) is not None

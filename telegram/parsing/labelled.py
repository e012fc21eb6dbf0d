"""A heading whose lines have labels and stand among those of the text, as SMART prints it.

``Date/DTG``, ``From`` and ``Action`` stand in the head of the text, ``Info`` below its paragraphs.
The lines stay part of the text, which has further labels; here is taken what a heading says.
"""

import re

from telegram.dialects import Dialect
from telegram.framing import next_start
from telegram.lines import FormatLine, clean
from telegram.parsing.building import group_of
from telegram.parsing.draft import Draft
from telegram.parsing.records import HeadingReading, Record
from telegram.source import line_bounds
from telegram.syntax import matcher, openings, splitter
from telegram.values.addressee import Addressee, addressee_of

CONTINUATION = "state-smart:labelled_continuation"
_EVIDENCE = "state-smart:evidence"
_PARAGRAPHS = ("state:paragraph", "state:marked_paragraph")
_LOOKED_AT = frozenset("M(0123456789 \t")
"""Beginnings, beside those of labels, of lines that matter: the number of the message, a paragraph,
an indented label.
"""
_LISTS = frozenset({FormatLine.FL7, FormatLine.FL8})


def read_labels(text: str, record: Dialect, start: int, stop: int) -> HeadingReading:
    """Read the labelled lines of a text; each label is taken where it comes first."""
    following = next_start(text, start, stop)
    stop = stop if following is None else following
    draft = Draft()
    found: list[Record] = []
    wanted = {rule.format_line: rule.rule for rule in record.labels}
    firsts = {letter for rule in wanted.values() for each, _ in openings(rule) for letter in each}
    known = False
    going: FormatLine | None = None  # the list of addressees that the next line may go on with
    for first, content, after in line_bounds(text, start, stop):
        begins = text[first : first + 1]
        if going is None and begins not in firsts and begins not in _LOOKED_AT:
            continue
        if content - first > record.limits.matched_line:
            going = None
            continue
        view = clean(text, first, content)
        words = view.text if view is not None else text[first:content].rstrip(" \t")
        label, rule, match = _label(wanted, words)
        if match is None and going is not None and words[:1] and not _labelled(words):
            label, rule, match = going, CONTINUATION, matcher(CONTINUATION).fullmatch(words)
        going = label if match is not None and label in _LISTS else None
        if match is not None and label is not None:
            if rule != CONTINUATION:
                del wanted[label]
            _put(draft, label, match)
            end = first + len(text[first:content].rstrip())
            found.append(Record(label, rule, False, first, end, after, match, view, 0))
        known = known or matcher(_EVIDENCE).fullmatch(words) is not None
        if any(matcher(rule).fullmatch(words) is not None for rule in _PARAGRAPHS):
            # Below the first paragraph only Info is a label.
            wanted = {key: each for key, each in wanted.items() if key is FormatLine.FL8}
    return HeadingReading(
        text, [], [draft], ["main"], start, bool(found) or known, record.name, [], found
    )


def _label(
    wanted: dict[FormatLine, str], words: str
) -> tuple[FormatLine | None, str | None, re.Match[str] | None]:
    for label, rule in wanted.items():
        match = matcher(rule).fullmatch(words)
        if match is not None:
            return label, rule, match
    return None, None, None


def _labelled(words: str) -> bool:
    return matcher("state:smart_line").fullmatch(words) is not None


def _put(draft: Draft, label: FormatLine, match: re.Match[str]) -> None:
    if label is FormatLine.FL5:
        draft.has_preamble = True
        draft.dtg = group_of(*match.group("day_of_month", "release_time", "zone", "month", "year"))
    elif label is FormatLine.FL6:
        draft.originator = _addressee(match)
    else:
        kind = draft.action if label is FormatLine.FL7 else draft.info
        kind += [_addressee(item) for item in turned_addressees(match)]


def turned_addressees(match: re.Match[str]) -> list[re.Match[str]]:
    """The addressees of a labelled list, each as a match."""
    first, last = match.span("turned_addressees")
    return list(splitter("turned_addressees").finditer(match.string, first, last))


def _addressee(match: re.Match[str]) -> Addressee:
    place, name, word = match.group("turned_place", "turned_name", "labelled_precedence")
    whole = f"{name} {place}" if place is not None else name
    return addressee_of(whole, None, None, None, word, None, None)


__all__ = ["CONTINUATION", "read_labels", "turned_addressees"]

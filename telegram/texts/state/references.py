"""The REF block of a State telegram: cut by its letters, each reference a typed value.

Letters stand at the beginning of a line, after a comma or a semicolon, or in two columns. A capital
with a full stop is also an initial; so a letter counts only where it begins a line or is the next
of the alphabet.

Here: cutting and ordering. Elsewhere: what one reference says (`values.state_reference`).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import frozen

from telegram.lines import View
from telegram.source import Span
from telegram.syntax import matcher
from telegram.values.state_reference import StateReference, references_of
from telegram.values.trusted import trusted

_AROUND_LETTER = " .:)]-"
"""What stands behind the letter of a reference."""


@frozen(weakref_slot=False)
class PlacedReference:
    """A reference and where it stands; `doubled` where its letter was typed twice."""

    reference: StateReference
    span: Span
    doubled: bool = False


_make_placed = trusted(PlacedReference)


class _Cut(NamedTuple):
    letter: str | None
    start: int
    end: int
    doubled: bool


def joined(lines: Iterable[View]) -> tuple[View | None, tuple[int, ...]]:
    """Views of lines as one, a blank between; and where each line begins in it."""
    words: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    length = 0
    for line in lines:
        if not line.text:
            continue
        if words:
            offsets[-1:] = [offsets[-1], line.offsets[0]]
            length += 1
        starts.append(length)
        words.append(line.text)
        offsets[-1:] = line.offsets
        length += len(line.text)
    if not words:
        return None, ()
    return View(" ".join(words), tuple(offsets)), tuple(starts)


def read_references(
    lines: Sequence[View], year: int | None, post: str | None
) -> tuple[PlacedReference, ...]:
    """The references of a block, given as the views of its lines without the label.

    `year` and `post` are those of the message.
    """
    view, starts = joined(lines)
    if view is None:
        return ()
    begins = {*starts, *_columns(view.offsets)}
    found: list[PlacedReference] = []
    own = post
    for cut in _cuts(view.text, begins):
        text = view.text[cut.start : cut.end]
        lead = len(text) - len(text.lstrip(" "))
        tidy = text.strip(" ").rstrip(" ,;-")
        if not tidy:
            continue
        start = cut.start + lead
        span = view.span(start, start + len(tidy))
        for first, last in _listed(tidy):
            place = span if last - first == len(tidy) else view.span(start + first, start + last)
            for reference in references_of(tidy[first:last], cut.letter, year, post, own):
                found.append(_make_placed(reference, place, cut.doubled))
                post = reference.post or post
    if any(placed.reference.letter for placed in found):
        found.sort(key=lambda placed: placed.reference.letter or "")
    return tuple(found)


def _columns(places: tuple[int, ...]) -> list[int]:
    """The characters, given by their places, before which blanks were left out: a second column may
    begin there.
    """
    if places[-1] - places[0] == len(places) - 1:
        return []
    return [i for i in range(1, len(places)) if places[i] - places[i - 1] > 2]


def _cuts(text: str, starts: set[int]) -> list[_Cut]:
    """Where each reference begins and ends, with its letter."""
    cuts: list[_Cut] = []
    letters: set[str] = set()
    at, letter, doubled = 0, None, False
    small: bool | None = None
    for mark in matcher("state:reference_letter").finditer(text):
        written = mark.group().rstrip(_AROUND_LETTER)[-1]
        if small is None and mark.start() in starts:
            small = written.islower()
        if written.islower() is not small:
            continue  # the letters of a block are all small ones, or none is
        found = written.upper()
        fresh = mark.start() - at <= 1 and not text[at : mark.start()].strip(" ")
        expected = chr(ord(max(letters)) + 1) if letters else "A"
        if letter is not None and fresh:  # typed twice: the inner one counts
            at, doubled = mark.end(), True
            letters.discard(letter)
        elif found == expected or (mark.start() in starts and found not in letters):
            if not fresh:
                cuts.append(_Cut(letter, at, mark.start(), doubled))
            at, doubled = mark.end(), False
        elif mark.start() in starts and found in letters and not fresh:
            cuts.append(_Cut(letter, at, mark.start(), doubled))
            at, doubled = mark.end(), False
        else:
            continue
        letter = found
        letters.add(found)
    cuts.append(_Cut(letter, at, len(text), doubled))
    return cuts


def _listed(text: str) -> list[tuple[int, int]]:
    """The parts of a text that lists telegrams of several posts; else the whole."""
    whole = [(0, len(text))]
    telegram = matcher("state:telegram_reference")
    if telegram.fullmatch(text):
        return whole
    commas = text.replace(";", ",")
    for parted in dict.fromkeys((commas, commas.replace(" AND ", " ,   "))):
        parts: list[tuple[int, int]] = []
        at = 0
        for word in parted.split(","):
            lead = len(word) - len(word.lstrip(" "))
            tidy = word.strip(" ")
            if tidy:
                if not telegram.fullmatch(tidy) and not (parts and tidy.isdigit()):
                    break
                parts.append((at + lead, at + lead + len(tidy)))
            at += len(word) + 1
        else:
            if len(parts) > 1:
                return parts
    return whole

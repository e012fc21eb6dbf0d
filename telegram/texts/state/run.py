"""Numbered paragraphs in a row, with nothing but prose and blank lines between them.

Most State texts are nothing else, so they are read here without looking at each line: one pattern
knows how a paragraph opens, and goes on to the next line that may be more than prose.

Here: reading runs. Elsewhere: all other lines (`body`); what is read (`reader`).
"""

import re

from telegram.syntax import groups, opened_up_to
from telegram.texts.state.lines import SHORT, PieceKind
from telegram.texts.state.reader import (
    BLOCK_OPENINGS,
    NOWHERE,
    TRAILING,
    Open,
    Reader,
    make_paragraph,
    marking_in,
    opened_by,
)

_OPENING, _SIGN = "state:paragraph_opening", "state:line_sign"
_NUMBER, _MARK, _FIRST = groups(_OPENING, "paragraph_number", "paragraph_mark", "paragraph_first")
_PARAGRAPH = PieceKind.PARAGRAPH


def read_run(reader: Reader, at: int, stop: int, *, last: bool) -> int | None:
    """Read the numbered paragraphs that begin at a place; where what follows them begins.

    The last one is left open, unless it ends at `stop` and nothing goes on below (`last`). None
    where no number without artefacts begins a paragraph at the place.
    """
    source = reader.source
    match = None if reader.reach.search is None else _opening(reader, at, stop)
    if match is None:
        return None
    made, note = reader.paragraphs.append, reader.pieces.append
    openings, pattern = BLOCK_OPENINGS, opened_up_to(_OPENING, _SIGN)
    opens, below = pattern.match, pattern.groupindex["below"]
    reader.close()
    heading, place = reader.heading()
    number, mark = match.group(_NUMBER, _MARK)
    further = further_mark = None
    while True:
        begin = match.start(_NUMBER)
        stood, start = match.span(_FIRST)  # where number, point and mark end
        start -= 1
        following, end = match.end(), match.start(below)
        if end < 0:
            end = nearest = following
        else:
            nearest = end + 1
        note((_PARAGRAPH, at, nearest))
        after = None
        if following < stop:
            after = opens(source, following, stop)
            if after is not None:
                further, further_mark = after.group(_NUMBER, _MARK)
                if int(further) == reader.last + 1:
                    reader.last += 1
                elif not reader.follows(further, *after.span(_NUMBER), further_mark):
                    after = None
        marking, marked, unmarked = None, -1, -1
        if mark is not None:
            marking, lead, length = marking_in(mark)
            marked = stood - len(mark) + lead
            unmarked = marked + length
        if after is None and (following < stop or not last):
            spans = {"number": (begin, begin + len(number))}
            if place is not None:
                spans["heading"] = place
            if marking is not None:
                spans["marking"] = marked, unmarked
            slices = [(start, nearest)]
            held = [(nearest, following)] if following > nearest else []
            form = source[begin:stood]
            reader.current = Open(at, number, marking, heading, spans, slices, held, form)
            reader.blank, reader.printed, reader.above = bool(held), False, ""
            return following
        while source[end - 1] in TRAILING:
            end -= 1
        text = source[start:end]
        if heading is None and text[:2] in openings:
            heading = opened_by(text)
            if heading is not None:
                place = start, start + len(heading)
        places = (
            begin, begin + len(number), *(place or NOWHERE), marked, unmarked, -1, -1, start, end,
            begin, end,
        )  # fmt: skip
        made(make_paragraph(number, marking, heading, text, (), places, source[begin:stood]))
        if after is None:
            return following
        at, match, number, mark = following, after, further, further_mark
        heading = place = None


def _opening(reader: Reader, at: int, stop: int) -> re.Match[str] | None:
    """The opening of a paragraph whose line begins at a place, and whose number is in sequence."""
    match = opened_up_to(_OPENING, _SIGN).match(reader.source, at, stop)
    if match is None:
        return None
    first = reader.entire is None and not reader.paragraphs
    if first and reader.source.find("ENTIRE", at, at + SHORT) >= 0:
        return None  # a mark of the entire text, perhaps
    return match if reader.follows(match[_NUMBER], *match.span(_NUMBER), match[_MARK]) else None

"""Lists of countries within a marking: codes, their order and their separators.

Here: reading a list and rules TG549 to TG556. Elsewhere: who owns or receives what
(`reading`); what a tetragraph stands for (`vocabulary`).
"""

from itertools import pairwise

from telegram.diagnostics import Safety
from telegram.source import Span
from telegram.values.markings.country_rules import (
    COUNTRY_MISSING,
    COUNTRY_ORDER,
    COUNTRY_REPEATED,
    COUNTRY_SEPARATOR,
    COUNTRY_UNKNOWN,
    USA_ALONE,
    USA_MISSING,
    USA_NOT_FIRST,
)
from telegram.values.markings.pieces import Notes, Piece, cut, writing
from telegram.values.markings.vocabulary import country_kind, country_order

COMMA = ", "
SLANT = "/"
BLANK = " "
_CALLED = {COMMA: "a comma and a blank", SLANT: "a slant", BLANK: "a blank"}
_USA = "USA"


def country_list(
    notes: Notes, control: str, whole: Piece, listed: Piece, separator: str, *, usa_first: bool
) -> tuple[str, ...]:
    """The codes of a list; faults are noted, at `whole` where no code is at fault."""
    pieces = cut("countries", listed)
    if not pieces:
        notes.report(COUNTRY_MISSING, whole.span, control=control)
        return ()
    pieces = _without_conjunction(pieces, listed, separator)
    _separators(notes, control, pieces, listed, separator)
    codes = tuple(piece.text for piece in pieces)
    if usa_first:
        _usa(notes, control, whole, pieces)
    counted = [p for p in pieces if not (usa_first and p.text == _USA)]
    for before, piece in pairwise(counted):
        if country_order(before.text) > country_order(piece.text):
            whole_list = Span(pieces[0].start, pieces[-1].end)
            ordered = sorted(codes, key=lambda code: (_leads(code, usa_first), country_order(code)))
            fix = writing(whole_list, separator.join(ordered), safety=Safety.UNSAFE)
            notes.report(COUNTRY_ORDER, piece.span, fix, text=piece.text, before=before.text)
            break
    seen: set[str] = set()
    for piece in pieces:
        if piece.text in seen:
            notes.report(COUNTRY_REPEATED, piece.span, text=piece.text)
        elif country_kind(piece.text) is None:
            notes.report(COUNTRY_UNKNOWN, piece.span, text=piece.text)
        seen.add(piece.text)
    return codes


def _leads(code: str, usa_first: bool) -> bool:
    """False, which sorts first, for USA in a list that it leads."""
    return not (usa_first and code == _USA)


def _without_conjunction(pieces: list[Piece], listed: Piece, separator: str) -> list[Piece]:
    """The pieces without the word AND that lists of REL TO had before July 2005.

    AND is also the code of a country, which a comma would set apart.
    """
    if separator != COMMA or len(pieces) < _CONJOINED or pieces[-2].text != "AND":
        return pieces
    gap = listed.text[pieces[-3].end - listed.start : pieces[-2].start - listed.start]
    return [*pieces[:-2], pieces[-1]] if "," not in gap else pieces


_CONJOINED = 3


def _separators(
    notes: Notes, control: str, pieces: list[Piece], listed: Piece, separator: str
) -> None:
    for before, piece in pairwise(pieces):
        gap = listed.text[before.end - listed.start : piece.start - listed.start]
        if gap != separator:
            place = Span(before.end, piece.start)
            notes.report(
                COUNTRY_SEPARATOR,
                place,
                writing(place, separator, safety=Safety.UNSAFE),
                control=control,
                wanted=_CALLED[separator],
            )


def _usa(notes: Notes, control: str, whole: Piece, pieces: list[Piece]) -> None:
    at = next((piece for piece in pieces if piece.text == _USA), None)
    if at is None:
        notes.report(USA_MISSING, whole.span, control=control)
    elif at is not pieces[0]:
        notes.report(USA_NOT_FIRST, at.span, control=control)
    elif len(pieces) == 1:
        notes.report(USA_ALONE, whole.span, control=control)

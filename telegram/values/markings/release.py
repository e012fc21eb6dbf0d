"""The release of a whole: to whom text may go that consists of portions released differently.

NOFORN in one portion closes the whole; otherwise the whole goes to the countries common to all.
The cases are those of the register's table, first match wins.

Here: the decision. Elsewhere: the rest of the overall marking (`rollup`).
"""

from collections.abc import Sequence
from datetime import date
from functools import reduce

from attrs import frozen

from telegram.values.markings.marking import Marking
from telegram.values.markings.vocabulary import EYES, members_of

_UNCAVEATED_COUNTS_FROM = date(2010, 6, 28)
_EXPANDED = ("TEYE", "ACGU", "FVEY")
"""Tetragraphs taken apart to find common countries, and no other (D.2 Table 3 rule 23)."""
_NOT_CAVEATS = ("FOUO", "DEA SENSITIVE")


@frozen
class Release:
    """Who may see a text: nobody foreign, lists of countries, or as an official decides."""

    noforn: bool = False
    relido: bool = False
    rel: bool = False
    rel_to: tuple[str, ...] = ()
    display_only: tuple[str, ...] = ()


NOFORN = Release(noforn=True)


@frozen
class _Facts:
    """What one portion says of its release."""

    classified: bool
    caveated: bool
    noforn: bool
    relido: bool
    rel: bool
    rel_to: frozenset[str]
    display: frozenset[str]

    @property
    def listed(self) -> bool:
        """Whether it names countries."""
        return self.rel or bool(self.display)

    @property
    def marked(self) -> bool:
        """Whether it says anything."""
        return self.noforn or self.relido or self.listed


def _facts(marking: Marking) -> _Facts:
    controls = {*marking.dissemination}
    caveats = controls - {"NOFORN", "RELIDO", EYES, *_NOT_CAVEATS}
    others = marking.sci or marking.sap or marking.aea or marking.fgi or marking.accm
    released = frozenset((*marking.rel_to, *marking.eyes_only)) - {"USA"}
    return _Facts(
        marking.classified,
        bool(caveats or others or (marking.classified and marking.non_ic)),
        "NOFORN" in controls,
        "RELIDO" in controls,
        bool(released) or marking.rel or EYES in controls,
        released,
        frozenset(marking.display_only),
    )


def release_of(markings: Sequence[Marking], *, forced: bool, on: date | None) -> Release:
    """The release of the whole; `forced` where another control leaves NOFORN behind."""
    facts = [_facts(marking) for marking in markings]
    if forced or any(one.noforn for one in facts):
        return NOFORN
    marked = [one for one in facts if one.marked]
    if not marked:
        return Release()
    listed = any(one.listed for one in marked)
    bare = [one for one in facts if one.classified and not one.marked]
    if bare:
        counts = on is None or on >= _UNCAVEATED_COUNTS_FROM
        if listed or not counts or any(one.caveated for one in bare):
            return NOFORN
        return Release(relido=True)
    if listed and any(one.caveated and not one.marked and not one.classified for one in facts):
        return NOFORN
    if listed and any(not one.listed for one in marked):
        return NOFORN
    return _common(marked) if listed else Release(relido=True)


def _common(marked: Sequence[_Facts]) -> Release:
    """The countries common to portions that all name some."""
    if all(one.rel for one in marked):
        known = [one.rel_to for one in marked if one.rel_to]
        if not known:
            return Release(rel=True)
        released = common_countries(known)
        if not released:
            return NOFORN
        shown = [one.display for one in marked]
        display = common_countries(shown) if all(shown) else frozenset()
        relido = all(one.relido for one in marked)
        return Release(
            relido=relido, rel_to=("USA", *sorted(released)), display_only=tuple(sorted(display))
        )
    shown_to = common_countries([one.rel_to | one.display for one in marked])
    return Release(display_only=tuple(sorted(shown_to))) if shown_to else NOFORN


def common_countries(lists: Sequence[frozenset[str]]) -> frozenset[str]:
    """The countries in every list; a tetragraph in all of them stays one.

    >>> sorted(common_countries([frozenset({"FVEY"}), frozenset({"AUS", "JPN"})]))
    ['AUS']
    """
    kept = reduce(frozenset.__and__, lists)
    covered = frozenset(m for code in kept if members_of(code) != {code} for m in members_of(code))
    expanded = [
        frozenset(
            member
            for code in codes
            for member in (members_of(code) if code in _EXPANDED else (code,))
        )
        for codes in lists
    ]
    shared = reduce(frozenset.__and__, expanded)
    return (kept | shared) - covered - {"USA"}

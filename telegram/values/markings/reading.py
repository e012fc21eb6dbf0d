"""Reading a marking: its shape by the grammar, its words by the tables.

A reader keeps every part it can find next to what is wrong. The text is cut at one separator after
the other, from the outside in; a category is known by its first member, and an unknown word in the
second place of a marking is an unpublished control system.

Here: the order of the reading and the categories. Elsewhere: the first place (`classification`),
members (`members`), relations between controls (`relations`), the looser marks of telegrams
(`telegram`).
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from attrs import evolve, frozen

from telegram.diagnostics import Diagnostic, Safety, Severity
from telegram.source import Span
from telegram.syntax import matcher
from telegram.values.markings.classification import read_classification
from telegram.values.markings.control_rules import (
    ATOMAL_NOT_NATO,
    BOHEMIA_BALK_NOT_COSMIC,
    FGI_IN_FOREIGN_MARKING,
    JOINT_RESTRICTED_WITH_US,
    JOINT_WITHOUT_USA,
    REL_TO_OMITS_OWNER,
)
from telegram.values.markings.country_rules import REL_WITHOUT_BANNER
from telegram.values.markings.level_rules import (
    CLASSIFICATION_UNKNOWN,
    MARKING_EMPTY,
    PORTION_UNPARENTHESISED,
)
from telegram.values.markings.marking import Marking
from telegram.values.markings.members import KINDS, kind_of, read_members, regrouped
from telegram.values.markings.parts import ControlledInformation, SpecialAccess
from telegram.values.markings.pieces import Notes, Piece, cut, writing
from telegram.values.markings.regimes import Regime, regimes_named
from telegram.values.markings.relations import relation_problems
from telegram.values.markings.shape_rules import (
    BLANK_IN_MARK,
    CATEGORY_OUT_OF_ORDER,
    CATEGORY_REPEATED,
    CATEGORY_SEPARATOR,
    EMPTY_CATEGORY,
    MARK_IN_SMALL_LETTERS,
    MARKING_LOWERCASE,
    SPACE_AROUND_SEPARATOR,
)
from telegram.values.markings.telegram import read_telegram_portion
from telegram.values.markings.vocabulary import level_abbreviated, level_spelled, members_of

_CAPITALS = str.maketrans(ascii_lowercase, ascii_uppercase)


@frozen
class Reading:
    """A marking as far as it could be read, what is wrong, and where its controls stand."""

    marking: Marking | None
    found: tuple[Diagnostic, ...]
    places: Mapping[str, Span]

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(found.severity is Severity.ERROR for found in self.found)


@lru_cache(maxsize=4096)
def judged(
    text: str,
    form: str,
    regime: str,
    *,
    banner: Marking | None = None,
    on: date | None = None,
) -> Reading:
    """The reading of a text under a regime; of several, the one with the fewest errors.

    Portion marks are few and repeat: equal ones are read once.
    """
    readings = [read(text, form, one, banner=banner, on=on) for one in regimes_named(regime)]
    return min(readings, key=lambda reading: reading.errors)


def read(
    text: str, form: str, regime: Regime, *, banner: Marking | None = None, on: date | None = None
) -> Reading:
    """One reading: `form` is ``banner`` or ``portion``."""
    capitals = text.translate(_CAPITALS)
    notes = Notes(form, regime, on)
    match = matcher(f"markings:{form}").fullmatch(capitals)
    if match is None or not match["categories"].strip(" "):
        empty = not capitals.strip(" ()")
        if empty:
            notes.report(MARKING_EMPTY, Span(0, len(text)))
        else:
            notes.report(CLASSIFICATION_UNKNOWN, Span(0, len(text)), text=text)
        return _finished(None, notes)
    _appearance(notes, text, capitals)
    content = Piece(match["categories"], match.start("categories"))
    if notes.portion:
        if match["opening"] is None or match["closing"] is None:
            notes.report(PORTION_UNPARENTHESISED, content.span)
        if not regime.modern:
            return _telegram(notes, content, banner)
    return _modern(notes, content, banner)


def _telegram(notes: Notes, content: Piece, banner: Marking | None) -> Reading:
    """A mark of the register is read as one; any other by its words, whatever parts them."""
    strict = _modern(Notes(notes.form, notes.regime, notes.on), content, banner)
    if strict.marking is not None and all(d.severity is Severity.NOTE for d in strict.found):
        return evolve(strict, found=(*notes.found, *strict.found))
    read_telegram_portion(notes, content)
    return _finished(_marking(notes), notes)


def _modern(notes: Notes, content: Piece, banner: Marking | None) -> Reading:
    first, *rest = cut("categories", content)
    foreign = not first.text
    if foreign and rest:
        first, rest = rest[0], rest[1:]
    elif not foreign:
        first, rest = _parted(notes, first, rest)
    read_classification(notes, first, foreign=foreign)
    if notes.level is None:
        return _finished(None, notes)
    _categories(notes, rest)
    marking = _marking(notes)
    assert marking is not None
    marking = _short_forms(notes, marking, banner)
    _ownership(notes, marking, first)
    notes.found += relation_problems(marking, notes.regime, notes.places, first.span)
    return _finished(marking, notes)


def _parted(notes: Notes, first: Piece, rest: list[Piece]) -> tuple[Piece, list[Piece]]:
    """The level and the categories, also where one slant parts the level from its controls."""
    if "/" not in first.text:
        return first, rest
    members = cut("members", first)
    levels = {*level_abbreviated("US"), *level_spelled("US")}
    if len(members) < 2 or members[0].text not in levels or not members[1].text:
        return first, rest
    behind = members[1]
    notes.report(CATEGORY_SEPARATOR, behind.span, text=behind.text)
    return members[0], [Piece(first.text[behind.start - first.start :], behind.start), *rest]


def _finished(marking: Marking | None, notes: Notes) -> Reading:
    return Reading(marking, tuple(notes.found), notes.places)


def _appearance(notes: Notes, text: str, capitals: str) -> None:
    """Small letters, and blanks where none belongs; of less weight in a telegram."""
    small = [at for at, (a, b) in enumerate(zip(text, capitals, strict=True)) if a != b]
    if small:
        span = Span(small[0], small[-1] + 1)
        fix = writing(span, span.of(capitals), safety=Safety.SAFE)
        notes.report(MARKING_LOWERCASE if notes.regime.modern else MARK_IN_SMALL_LETTERS, span, fix)
    at = 0
    for piece in cut("marking_words", Piece(f"{text} ", 0)):
        _blanks(notes, text, at, piece.start)
        at = piece.end
    _blanks(notes, text, at, len(text))


def _blanks(notes: Notes, text: str, start: int, end: int) -> None:
    """Blanks between two words, or at an end of the text."""
    around = (text[start - 1 : start] or "/") + (text[end : end + 1] or "/")
    beside = any(sign in "/-()" for sign in around)
    if end > start and (beside or end - start > 1):
        span = Span(start, end)
        fix = writing(span, "" if beside else " ", safety=Safety.SAFE)
        notes.report(SPACE_AROUND_SEPARATOR if notes.regime.modern else BLANK_IN_MARK, span, fix)


def _categories(notes: Notes, pieces: list[Piece]) -> None:
    last = ""
    seen: set[str] = set()
    for index, piece in enumerate(pieces):
        if not piece.text:
            notes.report(EMPTY_CATEGORY, piece.span)
            continue
        members = regrouped(cut("members", piece))
        kind = kind_of(notes, members[0], second_place=index == 0)
        if kind in KINDS:
            if kind in seen:
                notes.report(CATEGORY_REPEATED, piece.span, what=KINDS[kind][1])
            elif last and KINDS[kind][0] < KINDS[last][0]:
                notes.report(
                    CATEGORY_OUT_OF_ORDER,
                    piece.span,
                    what=KINDS[kind][1],
                    before=KINDS[last][1],
                )
            else:
                last = kind
            seen.add(kind)
        if kind == "fgi" and notes.system in ("NON-US", "NATO", "FGI"):
            notes.report(FGI_IN_FOREIGN_MARKING, piece.span)
        read_members(notes, kind, members, piece)


def _marking(notes: Notes) -> Marking | None:
    if notes.level is None:
        return None
    access = None
    if notes.programs or notes.special_access:
        access = SpecialAccess(
            tuple(notes.programs),
            multiple=notes.special_access == "MULTIPLE PROGRAMS",
            hvsaco=notes.special_access == "HVSACO",
        )
    return Marking(
        notes.level,
        notes.system,
        notes.owners,
        tuple(notes.sci),
        access,
        tuple(notes.aea),
        notes.fgi,
        ControlledInformation(tuple(notes.specified), tuple(notes.basic)) if notes.cui else None,
        tuple(notes.dissemination),
        notes.rel_to,
        notes.rel,
        notes.display_only,
        notes.eyes_only,
        tuple(notes.non_ic),
        tuple(notes.accm),
        tuple(notes.nato),
        tuple(notes.other),
    )


def _short_forms(notes: Notes, marking: Marking, banner: Marking | None) -> Marking:
    """REL and JOINT without a list stand for those of the banner, where it is known."""
    if banner is None:
        return marking
    if marking.rel and not marking.rel_to:
        if banner.rel_to:
            marking = evolve(marking, rel_to=banner.rel_to, rel=False)
        else:
            notes.report(REL_WITHOUT_BANNER, notes.places["REL TO"])
    if marking.system == "JOINT" and not marking.owners and banner.system == "JOINT":
        marking = evolve(marking, owners=banner.owners)
    return marking


def _ownership(notes: Notes, marking: Marking, first: Piece) -> None:
    """What follows from who owns the material."""
    for control in marking.nato:
        place = notes.places[control]
        if control == "ATOMAL" and marking.system in ("NON-US", "FGI"):
            notes.report(ATOMAL_NOT_NATO, place, text=control)
        elif control != "ATOMAL" and marking.level.name != "TOP SECRET":
            notes.report(BOHEMIA_BALK_NOT_COSMIC, place, text=control)
    if marking.system != "JOINT" or not marking.owners:
        return
    if "USA" not in marking.owners:
        if notes.regime.owners_released:
            notes.report(JOINT_WITHOUT_USA, first.span)
    elif marking.level.name == "RESTRICTED":
        notes.report(JOINT_RESTRICTED_WITH_US, first.span)
    if notes.regime.owners_released and marking.rel_to:
        released = {country for code in marking.rel_to for country in members_of(code)}
        for owner in marking.owners:
            if not members_of(owner) <= released:
                notes.report(REL_TO_OMITS_OWNER, notes.places["REL TO"], text=owner)

"""Members with parts: SCI control systems, special access programs, atomic energy controls.

A hyphen parts a name from its compartments, a blank a compartment from its sub-compartments; names
are sorted at each depth, figures before letters.

Here: reading one member of each kind. Elsewhere: which member is of which kind (`members`).
"""

from itertools import pairwise

from attrs import evolve

from telegram.diagnostics import Severity
from telegram.values.markings.control_rules import (
    CONTROL_RETIRED,
    SAP_INDICATOR_REPEATED,
    SAP_ORDER,
    SCI_ORDER,
    SIGMA_ORDER,
    SIGMA_OUT_OF_RANGE,
    SIGMA_UNASSIGNED,
)
from telegram.values.markings.parts import (
    ATOMIC_TYPES,
    AtomicControl,
    Compartment,
    ControlSystem,
    Program,
)
from telegram.values.markings.pieces import Notes, Piece, cut
from telegram.values.markings.shape_rules import (
    CONTROL_ABBREVIATION_IN_BANNER,
    CONTROL_OUT_OF_ORDER,
    CONTROL_REPEATED,
    CONTROL_TITLE_IN_PORTION,
    CONTROL_UNKNOWN,
    EMPTY_CATEGORY,
)
from telegram.values.markings.vocabulary import Control, controls, portions, titles

ACCESS = ("SAR-", "SPECIAL ACCESS REQUIRED-")
ATOMIC = {
    "RD": "RD",
    "FRD": "FRD",
    "TFNI": "TFNI",
    "DOD UCNI": "DOD UCNI",
    "DCNI": "DOD UCNI",
    "DOE UCNI": "DOE UCNI",
    "UCNI": "DOE UCNI",
}
_SHORT_ATOMIC = ("DCNI", "UCNI")
_HIGHEST_SIGMA = 99


def note_retired(notes: Notes, piece: Piece, control: Control) -> None:
    """A control that has ended: to be noted, and a warning where the message is later."""
    if not control.until:
        return
    if notes.on is None:
        found = CONTROL_RETIRED.at(piece.span, text=control.name, until=control.until)
        notes.found.append(evolve(found, severity=Severity.NOTE))
    elif notes.on.isoformat()[: len(control.until)] > control.until:
        notes.report(CONTROL_RETIRED, piece.span, text=control.name, until=control.until)


def _compartments(notes: Notes, parts: list[Piece]) -> tuple[Compartment, ...]:
    found = []
    for part in parts:
        name, *sub = [word.text for word in cut("marking_words", part)] or [""]
        found.append(Compartment(titles("sci-compartment").get(name, name), tuple(sub)))
        if not name:
            notes.report(EMPTY_CATEGORY, part.span)
    return tuple(compartment for compartment in found if compartment.name)


def _depths(value: ControlSystem | Program) -> list[list[str]]:
    """The lists of names at each depth, which are sorted."""
    return [[c.name for c in value.compartments], *(list(c.sub) for c in value.compartments)]


def _unsorted(lists: list[list[str]]) -> tuple[str, str] | None:
    pairs = (pair for names in lists for pair in pairwise(names))
    return next(((a, b) for a, b in pairs if a > b), None)


def read_system(notes: Notes, piece: Piece, before: list[ControlSystem]) -> None:
    """Add an SCI control system to those `before` it."""
    first, *rest = cut("parts", piece)
    name = titles("sci").get(first.text, first.text)
    value = ControlSystem(name, _compartments(notes, rest))
    notes.place("SCI", piece)
    notes.place(name, piece)
    for compartment in value.compartments:
        notes.place(f"{name}-{compartment.name}", piece)
    # COMINT is a former title of SI, so that what was written is looked for first.
    control = controls("sci-legacy").get(first.text) or controls("sci").get(name)
    control = control or portions("sci").get(name) or portions("sci-legacy").get(name)
    if control is not None:
        note_retired(notes, piece, control)
    swapped = _unsorted([[*(s.system for s in before[-1:]), name], *_depths(value)])
    if value in before[-1:]:
        notes.report(CONTROL_REPEATED, piece.span, text=str(value))
    elif swapped is not None:
        notes.report(SCI_ORDER, piece.span, text=swapped[1], before=swapped[0])
    before.append(value)


def read_program(notes: Notes, piece: Piece, before: list[Program]) -> None:
    """Add a special access program to those `before` it."""
    if piece.text == "HVSACO":
        notes.special_access = "HVSACO"
        return
    prefix = next((p for p in ACCESS if piece.text.startswith(p)), "")
    if prefix and before:
        notes.report(SAP_INDICATOR_REPEATED, piece.span)
    notes.place("SAP", piece)
    named = piece.after(prefix)
    if named.text == "MULTIPLE PROGRAMS":
        notes.special_access = named.text
        return
    first, *rest = cut("parts", named) or [named]
    value = Program(first.text, _compartments(notes, rest))
    swapped = _unsorted([[*(p.name for p in before[-1:]), value.name], *_depths(value)])
    if value in before[-1:]:
        notes.report(CONTROL_REPEATED, piece.span, text=str(value))
    elif swapped is not None:
        notes.report(SAP_ORDER, piece.span, text=swapped[1], before=swapped[0])
    before.append(value)


def read_atomic(notes: Notes, piece: Piece) -> None:
    """Note an atomic energy control."""
    first, *rest = cut("parts", piece)
    kind = titles("aea").get(first.text) or ATOMIC.get(first.text)
    if kind is None:
        notes.report(CONTROL_UNKNOWN, piece.span, text=piece.text)
        notes.other.append(piece.text)
        return
    short = first.text in _SHORT_ATOMIC
    if notes.regime.modern and kind.endswith("UCNI") and short != notes.portion:
        wanted = AtomicControl(kind).portion if notes.portion else kind
        rule = CONTROL_TITLE_IN_PORTION if notes.portion else CONTROL_ABBREVIATION_IN_BANNER
        notes.report(rule, first.span, text=first.text, wanted=wanted)
    cnwdi, sigma = False, []
    for part in rest:
        words = cut("marking_words", part)
        if part.text in ("CNWDI", "N"):
            cnwdi = True
            notes.place("CNWDI", piece)
        elif words and words[0].text in ("SIGMA", "SG"):
            sigma += _sigma(notes, words[1:])
            notes.place("SIGMA", piece)
        else:
            notes.report(CONTROL_UNKNOWN, part.span, text=part.text)
    _atomic_order(notes, piece, kind)
    notes.place(kind, piece)
    notes.aea.append(AtomicControl(kind, cnwdi, tuple(sigma)))


def _atomic_order(notes: Notes, piece: Piece, kind: str) -> None:
    """Whether a control follows the one before it in the register's order, and is new."""
    if not notes.aea:
        return
    before = notes.aea[-1].type
    if kind == before:
        notes.report(CONTROL_REPEATED, piece.span, text=kind)
    elif ATOMIC_TYPES.index(kind) < ATOMIC_TYPES.index(before):
        notes.report(CONTROL_OUT_OF_ORDER, piece.span, text=kind, before=before)


def _sigma(notes: Notes, words: list[Piece]) -> list[int]:
    found: list[int] = []
    assigned = notes.regime.sigma
    for word in words:
        number = int(word.text) if word.text.isdecimal() and word.text.isascii() else 0
        if not 1 <= number <= _HIGHEST_SIGMA:
            notes.report(SIGMA_OUT_OF_RANGE, word.span, text=word.text)
            continue
        if assigned and number not in assigned:
            known = ", ".join(map(str, assigned))
            notes.report(SIGMA_UNASSIGNED, word.span, text=number, known=known)
        if found and number < found[-1]:
            notes.report(SIGMA_ORDER, word.span, text=number, before=found[-1])
        found.append(number)
    return found

"""Portion marks as telegrams write them: one slant, a hyphen or a blank where the register has two.

``(C/NF)``, ``(SBU/N)``, ``(FGI-C)``: the separators mean nothing, so each word is looked up by
itself. A country is kept as written: telegrams name it by two letters, too.

Here: reading such a mark. Elsewhere: the marks of the register (`reading`).
"""

from telegram.values.classification import Classification
from telegram.values.markings.level_rules import (
    CLASSIFICATION_MISSING,
    CLASSIFICATION_UNKNOWN,
    MARKING_EMPTY,
    TWO_CLASSIFICATIONS,
)
from telegram.values.markings.members import add_control, find_control, is_control
from telegram.values.markings.parts import AtomicControl
from telegram.values.markings.pieces import Notes, Piece, cut
from telegram.values.markings.shape_rules import CONTROL_UNKNOWN, EMPTY_CATEGORY
from telegram.values.markings.systems import ATOMIC, read_atomic
from telegram.values.markings.vocabulary import (
    ALLIED_CONTROLS,
    level_abbreviated,
    level_spelled,
)

_SENSITIVE = {"SBU": "SBU", "LOU": "LIMITED OFFICIAL USE", "FOUO": "FOUO"}
"""In the place of the level: unclassified, and that control (5 FAH-1 H-246.2; LOU until 1995; FOUO
from public traffic).
"""


def read_telegram_portion(notes: Notes, content: Piece) -> None:
    """Note level, owners and controls of a portion mark."""
    pieces = _pieces(notes, content)
    if not pieces:
        notes.report(MARKING_EMPTY, content.span)
        return
    rest = _level(notes, pieces)
    if notes.level is not None:
        _controls(notes, rest)


def _pieces(notes: Notes, content: Piece) -> list[Piece]:
    """The words between separators; a name that a table has with a hyphen or blank stays whole."""
    found: list[Piece] = []
    for category in cut("categories", content):
        for member in cut("members", category) if category.text else []:
            if not member.text:
                notes.report(EMPTY_CATEGORY, member.span)
            elif _known(member.text):
                found.append(member)
            else:
                for part in cut("parts", member):
                    found += cut("countries", part)
        if not category.text and category.start > content.start:
            notes.report(EMPTY_CATEGORY, category.span)
    return found


def _known(text: str) -> bool:
    return find_control(text) is not None and not text.startswith("REL")


def _level(notes: Notes, pieces: list[Piece]) -> list[Piece]:
    """Note the level, of the first word or the second; the words behind it."""
    first = pieces[0]
    one = level_abbreviated("US").get(first.text) or level_spelled("US").get(first.text)
    allied = level_abbreviated("NATO").get(first.text)
    if one is not None:
        notes.level = one.level
        return pieces[1:]
    if allied is not None:
        notes.system, notes.level = "NATO", allied.level
        return pieces[1:]
    if first.text in _SENSITIVE:
        notes.level = Classification("UNCLASSIFIED")
        _sensitive(notes, first)
        # N after SBU is NOFORN: the two are one control (5 FAH-1 H-246.2).
        if first.text == "SBU" and [p.text for p in pieces[1:2]] in (["N"], ["NF"], ["NOFORN"]):
            notes.non_ic[-1] = "SBU NOFORN"
            return pieces[2:]
        return pieces[1:]
    behind = level_abbreviated("US").get(pieces[1].text) if len(pieces) > 1 else None
    if behind is not None and first.text.isalpha():
        notes.system = first.text if first.text in ("NATO", "FGI") else "NON-US"
        notes.owners = () if notes.system != "NON-US" else (first.text,)
        notes.level = behind.level
        return pieces[2:]
    if first.text in ("SBU-NF", "SBU NOFORN"):
        notes.level = Classification("UNCLASSIFIED")
        return pieces
    rule = CLASSIFICATION_MISSING if is_control(first.text) else CLASSIFICATION_UNKNOWN
    notes.report(rule, first.span, text=first.text)
    return []


def _sensitive(notes: Notes, piece: Piece) -> None:
    notes.place(_SENSITIVE[piece.text], piece)
    if piece.text == "SBU":
        notes.non_ic.append("SBU")
    else:
        notes.dissemination.append(_SENSITIVE[piece.text])


def _controls(notes: Notes, pieces: list[Piece]) -> None:
    countries: list[str] | None = None
    for piece in pieces:
        text = "NF" if piece.text == "N" else piece.text
        control = find_control(text)
        if piece.text == "CNWDI" or (piece.text == "N" and _restricted_data(notes)):
            # N after RD is weapon design information, which is always restricted data.
            kept = notes.aea[:-1] if _restricted_data(notes) else notes.aea
            notes.aea = [*kept, AtomicControl("RD", cnwdi=True)]
            notes.place("CNWDI", piece)
        elif text == "REL":
            notes.rel, countries = True, []
            notes.place("REL TO", piece)
        elif countries is not None and control is None and text != "TO":
            countries.append(text)
        elif countries is not None and text == "TO":
            continue
        elif control is not None:
            _settled(notes, countries)
            countries = None
            add_control(notes, piece, control)
        elif text in ALLIED_CONTROLS:
            notes.nato.append(text)
            notes.place(text, piece)
        elif text in ATOMIC:
            read_atomic(notes, piece)
        elif text in level_abbreviated("US"):
            notes.report(TWO_CLASSIFICATIONS, piece.span, text=text)
        else:
            notes.report(CONTROL_UNKNOWN, piece.span, text=piece.text)
            notes.other.append(piece.text)
    _settled(notes, countries)


def _restricted_data(notes: Notes) -> bool:
    """Whether the control before is RD."""
    return notes.aea[-1:] == [AtomicControl("RD")]


def _settled(notes: Notes, countries: list[str] | None) -> None:
    if countries:
        notes.rel, notes.rel_to = False, tuple(countries)

"""The members of a category: what kind each is, and the value it adds to the marking.

Here: kinds and their order, and reading members of each kind. Elsewhere: the tables
(`vocabulary`); lists of countries (`countries`).
"""

from datetime import date
from itertools import pairwise

from telegram.diagnostics import Safety
from telegram.values.markings.control_rules import (
    SAP_TOO_MANY_PROGRAMS,
    USA_AS_FOREIGN_SOURCE,
)
from telegram.values.markings.countries import BLANK, COMMA, SLANT, country_list
from telegram.values.markings.level_rules import DECLASSIFICATION_IN_BANNER, TWO_CLASSIFICATIONS
from telegram.values.markings.parts import (
    ControlSystem,
    ForeignInformation,
    Program,
)
from telegram.values.markings.pieces import Notes, Piece, cut, writing
from telegram.values.markings.shape_rules import (
    CATEGORY_SEPARATOR,
    CONTROL_ABBREVIATION_IN_BANNER,
    CONTROL_OUT_OF_ORDER,
    CONTROL_REPEATED,
    CONTROL_TITLE_IN_PORTION,
    CONTROL_UNKNOWN,
    EMPTY_CATEGORY,
)
from telegram.values.markings.systems import (
    ACCESS,
    ATOMIC,
    note_retired,
    read_atomic,
    read_program,
    read_system,
)
from telegram.values.markings.vocabulary import (
    ALLIED_CONTROLS,
    CONTROL_GROUPS,
    CUI_GROUP,
    EYES,
    LISTED,
    Control,
    controls,
    country_kind,
    level_abbreviated,
    level_spelled,
    portions,
    published_systems,
    titles,
)

KINDS = {
    "nato": (0, "NATO controls"),
    "sci": (1, "control systems"),
    "sap": (2, "special access programs"),
    "aea": (3, "atomic energy controls"),
    "fgi": (4, "foreign government information"),
    "cui": (5, "CUI categories"),
    "dissem": (6, "dissemination controls"),
    "non-ic": (7, "controls of other agencies"),
}
"""The categories in their order (IC Markings Register and Manual 2016 A.6, D.1; CUI: NARA CUI
Marking Handbook 2019), and what a message calls them."""
_RETIRED_DECLASSIFICATION = ("MR", *(f"X{n}" for n in range(1, 9)))


def kind_of(notes: Notes, piece: Piece, *, second_place: bool = False) -> str:
    """The kind of a member: a key of `KINDS`, ``level``, ``declassification`` or an empty text."""
    text = piece.text
    base = text.partition("-")[0]
    system = titles("sci").get(base, base)
    controlled = notes.system == "CUI"
    control = find_control(text, controlled=controlled)
    if text.startswith(ACCESS) or text == "HVSACO":
        return "sap"
    if titles("aea").get(base, base) in ATOMIC or text in ATOMIC:
        return "aea"
    if text == "FGI" or text.startswith("FGI "):
        return "fgi"
    if text in ALLIED_CONTROLS:
        if notes.system == "NATO":
            return "nato"
        return "aea" if text == "ATOMAL" else "sci"
    if control is not None:
        return "non-ic" if control.group.startswith("non-ic") else "dissem"
    if text in ("CUI", "CONTROLLED") or text.startswith("SP-"):
        return "cui"
    if text in level_spelled("US") or (text in level_abbreviated("US") and text != "R"):
        return "level"
    if text in _RETIRED_DECLASSIFICATION or (text.isdigit() and len(text) in (6, 8)):
        return "declassification"
    if controlled:
        return "cui" if second_place else ""
    unpublished = second_place and notes.system in ("US", "JOINT") and base.isalnum()
    return "sci" if system in published_systems() or unpublished else ""


def find_control(text: str, *, controlled: bool = False) -> Control | None:
    """The control that a member is or begins with, in either vocabulary."""
    named = (CUI_GROUP, *CONTROL_GROUPS) if controlled else CONTROL_GROUPS
    for group in named:
        short = titles(group).get(text, text)
        found = controls(group).get(short) or portions(group).get(short)
        if found is not None:
            return found
    for name in LISTED:
        if text.startswith(f"{name} ") or text == name:
            return controls(named[0])[name]
    if text.startswith("REL ") or text == "REL":
        return controls(named[0])["REL TO"]
    if text.startswith("ACCM-"):
        return controls("non-ic-dissem")["ACCM"]
    if text.endswith(f" {EYES}") or text == "EYES":
        return controls("ic-dissem")[EYES]
    return None


def is_control(text: str) -> bool:
    """Whether a word is a control of some category."""
    return (
        find_control(text) is not None
        or text in ATOMIC
        or text in ALLIED_CONTROLS
        or text.partition("-")[0] in published_systems()
    )


def regrouped(members: list[Piece]) -> list[Piece]:
    """The members, with a list of EYES ONLY, which has slants of its own, as one."""
    found: list[Piece] = []
    for piece in members:
        listed = [piece]
        while piece.text.endswith(f" {EYES}") and found and country_kind(found[-1].text):
            listed.append(found.pop())
        text = "".join(
            before.text + " " * (after.start - before.end - 1) + SLANT
            for before, after in pairwise(reversed(listed))
        )
        found.append(Piece(text + piece.text, listed[-1].start))
    return found


def read_members(notes: Notes, kind: str, members: list[Piece], whole: Piece) -> None:
    """Add the members of a category to what is noted."""
    last: Control | None = None
    systems: list[ControlSystem] = []
    programs: list[Program] = []
    nicknames = False
    for index, piece in enumerate(members):
        if not piece.text:
            notes.report(EMPTY_CATEGORY, piece.span)
            continue
        own = kind_of(notes, piece)
        if kind == "sap" and own not in ("dissem", "non-ic", "fgi", "level"):
            own = "sap"
        elif own == "" and kind in ("sci", "cui"):
            own = kind
        if index and own != kind and own and not (own == "sci" and kind in ("dissem", "non-ic")):
            notes.report(CATEGORY_SEPARATOR, piece.span, text=piece.text)
        if own in ("dissem", "non-ic"):
            last = _control(notes, piece, last)
            nicknames = piece.text.startswith("ACCM-")
        elif nicknames and own == "":
            notes.accm.append(piece.text)
        elif (own in ("sci", "nato") and piece.text in ALLIED_CONTROLS) or piece.text == "ATOMAL":
            notes.nato.append(piece.text)
            notes.place(piece.text, piece)
        elif own == "sci" and kind not in ("dissem", "non-ic", ""):
            read_system(notes, piece, systems)
        elif own == "sap":
            read_program(notes, piece, programs)
        elif own == "aea":
            read_atomic(notes, piece)
        elif own == "fgi":
            _foreign(notes, piece)
        elif own == "cui":
            _controlled(notes, piece)
        elif own == "level":
            notes.report(TWO_CLASSIFICATIONS, piece.span, text=piece.text)
        elif own == "declassification":
            _declassification(notes, piece)
        else:
            notes.report(CONTROL_UNKNOWN, piece.span, text=piece.text)
            notes.other.append(piece.text)
    notes.sci += systems
    notes.programs += programs
    limit = notes.regime.programs
    if limit is not None and len(programs) > limit:
        notes.report(SAP_TOO_MANY_PROGRAMS, whole.span, count=len(programs))


def _declassification(notes: Notes, piece: Piece) -> None:
    """A declassification value is noted where the message is not known to be of its time."""
    if notes.on is None or notes.on >= date(2008, 2, 1):
        notes.report(DECLASSIFICATION_IN_BANNER, piece.span, text=piece.text)


def _control(notes: Notes, piece: Piece, last: Control | None) -> Control:
    control = find_control(piece.text, controlled=notes.system == "CUI")
    assert control is not None
    add_control(notes, piece, control)
    if last is not None and last.group == control.group and last.order > control.order:
        notes.report(CONTROL_OUT_OF_ORDER, piece.span, text=control.name, before=last.name)
        return last
    return control


def add_control(notes: Notes, piece: Piece, control: Control) -> None:
    """Note a dissemination control, its spelling and its time."""
    name, text = control.name, piece.text
    repeated = name in notes.places and name != "ACCM"
    notes.place(name, piece)
    if name in LISTED or name == EYES:
        _listed(notes, piece, control)
    elif name == "ACCM":
        notes.accm.append(piece.after("ACCM-").text)
    elif not repeated:
        target = notes.non_ic if control.group.startswith("non-ic") else notes.dissemination
        target.append(name)
    if repeated:
        notes.report(CONTROL_REPEATED, piece.span, text=name)
    if notes.regime.modern:
        if not notes.portion and text in (control.portion, "REL") and text != name:
            wanted = f"{name} with a list" if name in LISTED else name
            fix = writing(piece.span, name, safety=Safety.UNSAFE) if name not in LISTED else None
            notes.report(CONTROL_ABBREVIATION_IN_BANNER, piece.span, fix, text=text, wanted=wanted)
        elif notes.portion and text != control.portion and _same(text, control):
            fix = writing(piece.span, control.portion, safety=Safety.UNSAFE)
            notes.report(
                CONTROL_TITLE_IN_PORTION, piece.span, fix, text=text, wanted=control.portion
            )
    note_retired(notes, piece, control)


def _same(text: str, control: Control) -> bool:
    """Whether a text is the control's name or title, without a list."""
    return bool(control.portion) and (text == control.name or text in titles(control.group))


def _listed(notes: Notes, piece: Piece, control: Control) -> None:
    text = piece.text
    if control.name == EYES:
        listed = Piece(text.removesuffix(EYES).rstrip(" "), piece.start)
        if text in ("EYES", EYES):
            notes.dissemination.append(EYES)
        else:
            notes.eyes_only = country_list(notes, EYES, piece, listed, SLANT, usa_first=True)
        return
    if control.name == "DISPLAY ONLY":
        notes.display_only = country_list(
            notes, control.name, piece, piece.after(control.name), COMMA, usa_first=False
        )
    elif text == "REL":
        notes.rel = True
    else:
        prefix = "REL TO" if text.startswith("REL TO") else "REL"
        codes = country_list(notes, "REL TO", piece, piece.after(prefix), COMMA, usa_first=True)
        notes.rel_to = codes
        notes.rel = not codes


def _foreign(notes: Notes, piece: Piece) -> None:
    notes.place("US FGI", piece)
    listed = piece.after("FGI")
    if not listed.text:
        notes.fgi = notes.fgi or ForeignInformation()
        return
    codes = country_list(notes, "FGI", piece, listed, BLANK, usa_first=False)
    for word in cut("countries", listed):
        if word.text == "USA":
            notes.report(USA_AS_FOREIGN_SOURCE, word.span)
    notes.fgi = ForeignInformation(codes)


def _controlled(notes: Notes, piece: Piece) -> None:
    notes.cui = True
    if piece.text.startswith("SP-"):
        notes.specified.append(piece.text.removeprefix("SP-"))
    elif piece.text not in ("CUI", "CONTROLLED"):
        notes.basic.append(piece.text)

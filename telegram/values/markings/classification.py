"""The first place of a marking: the level and, after two slants, its owners.

Here: the United States form, the foreign one with its owners, those of NATO, joint ones and CUI.
Elsewhere: the categories that follow (`reading`).
"""

from datetime import date

from telegram.source import Span
from telegram.values.classification import Classification
from telegram.values.markings.countries import BLANK, country_list
from telegram.values.markings.level_rules import (
    CLASSIFICATION_ABBREVIATED_IN_BANNER,
    CLASSIFICATION_MISSING,
    CLASSIFICATION_SPELLED_IN_PORTION,
    CLASSIFICATION_UNKNOWN,
    CONTROLLED_IN_PORTION,
    COSMIC_BELOW_TOP_SECRET,
    FOREIGN_WITHOUT_SLASHES,
    NATO_COMPOUND_LEGACY,
    NATO_LONGHAND_PORTION,
    NATO_TOP_SECRET_NOT_COSMIC,
    OWNER_MISSING,
    RESTRICTED_NOT_US,
)
from telegram.values.markings.members import is_control
from telegram.values.markings.pieces import Notes, Piece, cut
from telegram.values.markings.systems import read_system
from telegram.values.markings.vocabulary import (
    Level,
    controls,
    country_kind,
    level_abbreviated,
    level_spelled,
    spelling,
)

_RESTRICTED_ENDED = date(1953, 12, 15)
COMPOUNDS = {
    "COSMIC TOP SECRET ATOMAL": ("COSMIC TOP SECRET", "ATOMAL"),
    "NATO SECRET ATOMAL": ("NATO SECRET", "ATOMAL"),
    "NATO CONFIDENTIAL ATOMAL": ("NATO CONFIDENTIAL", "ATOMAL"),
    "CTS-A": ("CTS", "ATOMAL"),
    "CTSA": ("CTS", "ATOMAL"),
    "NS-A": ("NS", "ATOMAL"),
    "NSAT": ("NS", "ATOMAL"),
    "NC-A": ("NC", "ATOMAL"),
    "NCA": ("NC", "ATOMAL"),
    "CTS-B": ("CTS", "BOHEMIA"),
    "CTS-BALK": ("CTS", "BALK"),
}
"""Level and control in one, until December 2010 (IC Markings Register and Manual 2016 I, G.1)."""


def read_classification(notes: Notes, piece: Piece, *, foreign: bool) -> None:
    """Note system, level and owners; no level is noted where none can be read."""
    if not foreign:
        _domestic(notes, piece)
        return
    if not piece.text:
        notes.report(OWNER_MISSING, piece.span)
    elif not _nato(notes, piece) and not _owned(notes, piece):
        notes.report(CLASSIFICATION_UNKNOWN, piece.span, text=piece.text)


def _domestic(notes: Notes, piece: Piece) -> None:
    text = piece.text
    found = level_spelled("US").get(text) or level_abbreviated("US").get(text)
    if found is not None:
        _spelling(notes, piece, found)
        notes.level = found.level
        ended = notes.on is None or notes.on >= _RESTRICTED_ENDED
        if found.level.name == "RESTRICTED" and ended:
            notes.report(RESTRICTED_NOT_US, piece.span)
    elif _codeword(notes, piece):
        return
    elif text in ("CUI", "CONTROLLED"):
        notes.system, notes.level = "CUI", Classification("UNCLASSIFIED")
        if notes.portion and text != "CUI":
            notes.report(CONTROLLED_IN_PORTION, piece.span)
    elif _nato(notes, piece) or _owned(notes, piece):
        notes.report(FOREIGN_WITHOUT_SLASHES, piece.span, text=text)
    elif is_control(text):
        notes.report(CLASSIFICATION_MISSING, piece.span, text=text)
    else:
        notes.report(CLASSIFICATION_UNKNOWN, piece.span, text=text)


def _codeword(notes: Notes, piece: Piece) -> bool:
    """Whether a former code word stands right behind the level; then both are noted."""
    *before, last = cut("marking_words", piece) or [piece]
    level = _level_of(before)
    if level is None or last.text not in controls("sci-legacy"):
        return False
    notes.level = level[0].level
    _spelling(notes, level[1], level[0])
    read_system(notes, last, notes.sci)
    return True


def _spelling(notes: Notes, piece: Piece, level: Level) -> None:
    """Whether a level is spelled as its form asks: in full in a banner, else abbreviated."""
    if notes.portion and piece.text != level.portion:
        rule, wanted = CLASSIFICATION_SPELLED_IN_PORTION, level.portion
    elif not notes.portion and piece.text != level.banner:
        rule, wanted = CLASSIFICATION_ABBREVIATED_IN_BANNER, level.banner
    else:
        return
    if level.system == "NATO" and notes.portion and piece.text.split(" ")[0] == "NATO":
        rule = NATO_LONGHAND_PORTION
    notes.report(rule, piece.span, text=piece.text, wanted=wanted)


def _level_of(words: list[Piece]) -> tuple[Level, Piece] | None:
    """The level that words together are, spelled or abbreviated."""
    if not words:
        return None
    text = " ".join(word.text for word in words)
    found = level_spelled("US").get(text) or level_abbreviated("US").get(text)
    return None if found is None else (found, Piece(text, words[0].start))


def _nato(notes: Notes, piece: Piece) -> bool:
    """Whether the piece is a level of NATO; then it is noted."""
    text = piece.text
    if text in COMPOUNDS:
        plain, control = COMPOUNDS[text]
        notes.report(NATO_COMPOUND_LEGACY, piece.span, text=text, wanted=f"//{plain}//{control}")
        notes.nato.append(control)
        notes.place(control, piece)
        text = plain
    found = level_spelled("NATO").get(text) or level_abbreviated("NATO").get(text)
    words = cut("marking_words", piece)
    if found is not None:
        if text == piece.text:
            _spelling(notes, piece, found)
    elif words and words[0].text in ("COSMIC", "NATO"):
        level = _level_of(words[1:])
        activity = words[0].text == "NATO" and level is None
        level = level or _level_of(words[-2:]) or _level_of(words[-1:])
        if level is None:
            return False
        found = spelling("NATO", level[0].level)
        if activity:
            notes.owners = tuple(word.text for word in words[1:] if word.start < level[1].start)
        if words[0].text == "COSMIC" and level[0].level.name != "TOP SECRET":
            notes.report(COSMIC_BELOW_TOP_SECRET, piece.span, text=level[0].level)
        elif words[0].text == "NATO" and found.level.name == "TOP SECRET":
            notes.report(NATO_TOP_SECRET_NOT_COSMIC, piece.span)
        elif not activity:
            _spelling(notes, piece, found)
    elif notes.portion and len(words) == 1 and _activity(text) is not None:
        found = _activity(text)
        assert found is not None
        notes.owners = (text[1:-1],)
    else:
        return False
    notes.system, notes.level = "NATO", found.level
    notes.place("NATO", piece)
    return True


def _activity(text: str) -> Level | None:
    """The level of a portion mark that names an activity of the Council: N, its name, a letter."""
    allied = level_abbreviated("NATO").get(text[:1] + text[-1:])
    return allied if allied is not None and len(text) > _ACTIVITY_FROM and text.isalpha() else None


_ACTIVITY_FROM = 4
"""A shorter mark may be a code of a country, or garbled."""


def _owned(notes: Notes, piece: Piece) -> bool:
    """Whether the piece is a level with its owners, or joint; then it is noted."""
    words = cut("marking_words", piece)
    joint = bool(words) and words[0].text == "JOINT"
    if joint:
        level = _level_of(words[1:3]) or _level_of(words[1:2])
        owners = [w for w in words[1:] if level is not None and w.start > level[1].end]
    else:
        level = _level_of(words[-2:]) or _level_of(words[-1:])
        owners = [w for w in words if level is not None and w.start < level[1].start]
    if level is None or (not joint and not owners and notes.level is not None):
        return False
    if not owners and not (joint and notes.portion):
        notes.report(OWNER_MISSING, piece.span)
    if not joint and owners and not _plausible(owners):
        return False
    _spelling(notes, level[1], level[0])
    notes.level = level[0].level
    notes.system = "JOINT" if joint else "NON-US"
    if [owner.text for owner in owners] == ["FGI"]:
        notes.system, owners = "FGI", []
    if owners:
        start = owners[0].start - piece.start
        listed = Piece(piece.text[start : owners[-1].end - piece.start], owners[0].start)
        notes.owners = country_list(notes, "owners", piece, listed, BLANK, usa_first=False)
    elif notes.system == "NON-US":
        notes.system = "US"
    notes.places.setdefault(notes.system, Span(piece.start, piece.end))
    return True


def _plausible(owners: list[Piece]) -> bool:
    """Whether words before a level may be owners: codes, or a code no list has yet."""
    return all(
        owner.text == "FGI"
        or country_kind(owner.text)
        or (owner.text.isalpha() and len(owner.text) in (3, 4))
        for owner in owners
    )

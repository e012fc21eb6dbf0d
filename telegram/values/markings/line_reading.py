"""Reading a classification line: its level by the letters, its items by the grammar and the tables.

Here: the reading and what it reports. Elsewhere: the value (`line`); the records
(`line_rules`).
"""

import re
from collections.abc import Iterator
from functools import cache

from attrs import define, field

from telegram.data import groups, rows
from telegram.diagnostics import Diagnostic, Fix, Rule, Safety, Severity
from telegram.source import Span
from telegram.syntax import splitter
from telegram.values.classification import Classification
from telegram.values.markings.level_rules import CLASSIFICATION_UNKNOWN
from telegram.values.markings.line_rules import (
    CLASSIFICATION_MISSPELLED,
    CLASSIFICATION_MIXED_SPACING,
    CLASSIFICATION_UNSPACED,
    EFTO_CLASSIFIED,
    FOUO_CLASSIFIED,
    LIMDIS_UNCLASSIFIED,
    LINE_TERMINATOR_MALFORMED,
    SECTION_OUT_OF_RANGE,
    SIOP_ESI_NOT_TOP_SECRET,
    SPECAT_BELOW_CONFIDENTIAL,
    SSIC_MALFORMED,
    SSIC_PLACEHOLDER,
    SSIC_SLASHES,
    STATE_CLASSIFICATION_UNSPACED,
    UNCLASSIFIED_SPACED,
)
from telegram.values.markings.pieces import Piece, cut, writing
from telegram.values.markings.regimes import Regime, regimes_named
from telegram.values.markings.systems import ATOMIC
from telegram.values.markings.vocabulary import (
    ALLIED_CONTROLS,
    controls,
    country_kind,
    level_spelled,
    levels,
    titles,
)
from telegram.values.post import post_and_number

_UNCLASSIFIED = "UNCLASSIFIED"
_UNSPACED = (_UNCLASSIFIED, "LIMITED OFFICIAL USE")
_WIDEST_GAP = 3
_GUESSED_FROM = 6
_CODE_FIGURES = 5
_RELEASING = (("REL", "TO"), ("RELEASABLE", "TO"), ("REL",))
"""What opens a list of countries; without TO only where a country follows."""
_FOR_OFFICIAL_USE: tuple[tuple[str, ...], ...] = (
    ("FOUO",),
    ("F", "O", "U", "O"),
    ("FOR", "OFFICIAL", "USE", "ONLY"),
)
_SHORTEST_NATION, _LONGEST_NATION = 2, 3
"""Letters of a nation that no list of codes has: UK, ROK."""
_NAMING = (
    ("SPECAT", "EXCLUSIVE", "FOR"),
    ("SPECAT", "SIOP-ESI"),
    ("SPECAT",),
    ("PERSONAL", "FOR"),
)
"""Special categories, the longest first; names or code words may follow (NAVEDTRA 14222)."""


@define
class LineNotes:
    """What a reading of the line has collected."""

    regime: Regime
    level: Classification | None = None
    nato: bool = False
    spaced: bool = False
    efto: bool = False
    fouo: bool = False
    special: str | None = None
    caveats: list[str] = field(factory=list)
    rel_to: tuple[str, ...] = ()
    section: tuple[int, int] | None = None
    final: bool = False
    post: str | None = None
    serial: str | None = None
    subject_code: str | None = None
    other: list[str] = field(factory=list)
    trailer: str = ""
    banner: bool = False
    found: list[Diagnostic] = field(factory=list)
    places: dict[str, Span] = field(factory=dict)

    def report(self, rule: Rule, span: Span, fix: Fix | None = None, **values: object) -> None:
        """Note a finding."""
        self.found.append(rule.at(span, fix, **values))


@cache
def _words() -> tuple[tuple[str, str, bool], ...]:
    """Words of levels without blanks, the level's name, and whether it is NATO's; longest first."""
    found = [(one.banner, one.level.name, one.system == "NATO") for one in levels()]
    for system, nato in (("US", False), ("NATO", True)):
        for row in groups("classification-levels", "system")[system]:
            if "UNCLAS" in row["telegram"] and row["level"].endswith(_UNCLASSIFIED):
                found.append((row["telegram"], _UNCLASSIFIED, nato))
    found += [(name, name, False) for name in controls("state-legacy")]
    compact = {(word.replace(" ", ""), name, nato) for word, name, nato in found}
    return tuple(sorted(compact, key=lambda one: (-len(one[0]), one)))


@cache
def _handling() -> frozenset[str]:
    """Words of one control that may stand on the line."""
    kept = ("telegram", "state-caption", "ic-dissem", "ic-dissem-legacy", "non-ic-dissem")
    return frozenset(
        row["banner"]
        for row in rows("dissemination-controls")
        if row["group"] in kept and row["banner"].replace("-", "").isalpha()
    ) - {"SPECAT", "FOUO", "PSEUDO-SPECAT"} | {"CUI"}


@cache
def _phrases_known() -> tuple[tuple[str, ...], ...]:
    """Controls of several words, and those of classified matter only; the longest first."""
    named = {title for group in ("aea", "sci") for title in titles(group)}
    named |= {*ATOMIC, *ALLIED_CONTROLS, *controls("sci"), *controls("sci-legacy")}
    named |= {name for name in controls("ic-dissem-legacy") if " " in name}
    named |= {"CNWDI"}
    words = [tuple(name.split(" ")) for name in named if not name.endswith("UCNI")]
    return tuple(sorted(words, key=lambda one: (-len(one), one)))


def read_line(text: str, regime: str) -> LineNotes:
    """The reading under a regime; of several, the one with the fewest errors."""
    readings = [_read(text, one) for one in regimes_named(regime)]
    return min(readings, key=lambda r: sum(d.severity is Severity.ERROR for d in r.found))


def _read(text: str, regime: Regime) -> LineNotes:
    notes = LineNotes(regime)
    end = _level(notes, text)
    if notes.level is None:
        first = text.split(" ", 1)[0]
        notes.report(CLASSIFICATION_UNKNOWN, Span(0, len(first)), text=first)
        return notes
    _items(notes, text, end)
    _conditions(notes)
    return notes


def _level(notes: LineNotes, text: str) -> int:
    """Note the level; where it ends."""
    for word, name, nato in _words():
        end = _spelled(text, word)
        if end is not None:
            notes.level, notes.nato = Classification(name), nato
            _spacing(notes, text[:end], word)
            return end
    opening = splitter("line_items").match(text)
    first = opening.group() if opening is not None else ""
    for word, name, nato in _words():
        # SECRET is a word of other languages in other letters: it is never guessed.
        if name != "SECRET" and len(word) >= _GUESSED_FROM and _one_apart(first, word):
            notes.level, notes.nato = Classification(name), nato
            notes.report(CLASSIFICATION_MISSPELLED, Span(0, len(first)), text=first, wanted=word)
            return len(first)
    return 0


def _spelled(text: str, word: str) -> int | None:
    """Where the letters of a word end at the beginning of a text, blanks between them or not."""
    at = 0
    for letter in word:
        blanks = 0
        while at and text[at : at + 1] == " " and blanks < _WIDEST_GAP:
            at, blanks = at + 1, blanks + 1
        if text[at : at + 1] != letter:
            return None
        at += 1
    return None if text[at : at + 1].isalnum() else at


def _spacing(notes: LineNotes, written: str, word: str) -> None:
    assert notes.level is not None
    runs = [len(piece.text) for piece in cut("marking_words", Piece(written, 0))]
    notes.spaced = all(length == 1 for length in runs)
    if notes.nato and notes.spaced:
        return
    unclassified = notes.level.name in _UNSPACED
    if unclassified:
        if len(runs) > 1 and min(runs) == 1:
            notes.spaced = False
            notes.report(UNCLASSIFIED_SPACED, Span(0, len(written)), text=notes.level.spaced)
        return
    if notes.spaced:
        return
    whole = min(runs) > 1
    rule = CLASSIFICATION_UNSPACED if whole else CLASSIFICATION_MIXED_SPACING
    if whole and not notes.regime.military:
        rule = STATE_CLASSIFICATION_UNSPACED
    wanted = " ".join(_banner_word(word)).replace("   ", "  ")
    notes.report(rule, Span(0, len(written)), text=written, wanted=wanted)
    if not whole:
        notes.spaced = True


@cache
def _banner_word(word: str) -> str:
    """A word of `_words` with the blanks between its words."""
    return next((one.banner for one in levels() if one.banner.replace(" ", "") == word), word)


def _one_apart(text: str, word: str) -> bool:
    """Whether one letter put in, left out or changed makes one text of the other."""
    short, long = sorted((text, word), key=len)
    if len(long) - len(short) > 1 or short == long:
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _items(notes: LineNotes, text: str, end: int) -> None:
    items = list(splitter("line_items").finditer(text, end))
    spelt = text[:end] in level_spelled("US") or text[:end] in level_spelled("NATO")
    parted = len(items) > 1 and items[0].group() in ("//", "////") and items[0].start() == end
    if spelt and parted:
        coded = any(match["subject_mark"] is not None for match in items)
        notes.banner = not coded and items[1]["section_mark"] is None
    at = 0
    while at < len(items):
        match = items[at]
        at += 1
        if match["subject_mark"] is not None:
            _subject(notes, Piece(match.group(), match.start()))
            if at < len(items) and items[at]["section_mark"] is not None:
                _section(notes, Piece(items[at].group(), items[at].start()))
                at += 1
            if at < len(items):
                notes.trailer = text[items[at].start() :].strip(" ")
            return
        if match["section_mark"] is not None:
            _section(notes, Piece(match.group(), match.start()))
        elif match["line_slants"] is not None:
            if at == len(items) and match.group() != "//":
                notes.report(LINE_TERMINATOR_MALFORMED, Span(*match.span()), text=match.group())
        else:
            words = [Piece(items[at - 1].group(), items[at - 1].start())]
            while (behind := _word_behind(items, at)) is not None:
                words.append(Piece(items[behind].group(), items[behind].start()))
                at = behind + 1
            _phrases(notes, text, words)


def _word_behind(items: list[re.Match[str]], at: int) -> int | None:
    """The next item if it is a word, perhaps behind the slant of a list."""
    if items[at : at + 1] and items[at].group() == "/":
        at += 1
    found = items[at : at + 1]
    return at if found and found[0]["line_word"] is not None else None


def _phrases(notes: LineNotes, text: str, words: list[Piece]) -> None:
    """Words in a row: phrases that the tables know, then a post and its number, then others."""
    unknown: list[Piece] = []
    at = 0
    while at < len(words):
        taken = _phrase(notes, text, words, at) or _controlled(notes, words, at)
        if not taken:
            unknown.append(words[at])
            taken = 1
            if words[at].text.isdecimal() and len(unknown) > 1 and notes.post is None:
                notes.post = text[unknown[0].start : unknown[-2].end]
                notes.serial = unknown[-1].text
                unknown = []
        at += taken
    notes.other += [word.text for word in unknown]


def _known(said: list[str]) -> bool:
    """Whether words begin with what a table knows or with a list of countries."""
    return said[0] in _handling() or _releasing(said) > 0


def _releasing(said: list[str]) -> int:
    """How many words open a list of countries; none where none does."""
    found = next((phrase for phrase in _RELEASING if tuple(said[: len(phrase)]) == phrase), ())
    bare = len(found) == 1 and (len(said) == 1 or not _nation(said[1]))
    return 0 if bare else len(found)


def _nation(word: str) -> bool:
    """Whether a word of a list is a country, also one that no list of codes has."""
    if country_kind(word) is not None:
        return True
    short = _SHORTEST_NATION <= len(word) <= _LONGEST_NATION and word.isalpha() and word.isupper()
    return short and word not in _handling() and word not in ("FOR", "AND")


def _controlled(notes: LineNotes, words: list[Piece], at: int) -> int:
    """Note a control of classified matter that begins at a word; how many words it has."""
    assert notes.level is not None
    if notes.level.rank == 0:
        return 0
    for phrase in _phrases_known():
        if tuple(word.text for word in words[at : at + len(phrase)]) == phrase:
            name = " ".join(phrase)
            notes.caveats.append(name)
            place = Span(words[at].start, words[at + len(phrase) - 1].end)
            notes.places.setdefault(name, place)
            return len(phrase)
    return 0


def _phrase(notes: LineNotes, text: str, words: list[Piece], at: int) -> int:
    """Note the phrase that begins at a word; how many words it has."""
    first = words[at]
    said = [word.text for word in words[at : at + 4]]
    if said == ["E", "F", "T", "O"] or said[0] == "EFTO":
        taken = 1 if said[0] == "EFTO" else 4
        notes.efto = True
        notes.places["EFTO"] = Span(first.start, words[at + taken - 1].end)
        return taken
    for phrase in _FOR_OFFICIAL_USE:
        if (said[0].strip("()-"), *said[1 : len(phrase)]) == phrase:
            notes.fouo = True
            notes.places["FOUO"] = Span(first.start, words[at + len(phrase) - 1].end)
            return len(phrase)
    if opening := _releasing(said):
        end = at + opening
        while end < len(words) and (_nation(words[end].text) or words[end].text == "AND"):
            end += 1
        named = [word.text for word in words[at + opening : end]]
        notes.rel_to = tuple(code for code in named if code != "AND")
        notes.places["REL TO"] = Span(first.start, words[end - 1].end)
        return end - at
    for phrase in _NAMING:
        if tuple(said[: len(phrase)]) == phrase:
            taken = len(words) - at if "FOR" in phrase else len(phrase)
            # A code word may follow SPECAT; a word that a table knows is none, nor is a post.
            coded = phrase == ("SPECAT",) and len(said) > 1 and not _known(said[1:])
            if coded and not post_and_number([word.text for word in words[at + 1 : at + 7]]):
                taken = 2
            place = Span(first.start, words[at + taken - 1].end)
            notes.special = place.of(text)
            notes.places["SPECIAL"] = place
            return taken
    if said[0] in _handling():
        notes.caveats.append(said[0])
        notes.places.setdefault(said[0], first.span)
        return 1
    return 0


def _section(notes: LineNotes, piece: Piece) -> None:
    numbers = [int(w.text) for w in cut("marking_words", piece) if w.text.isdecimal()]
    number, total = (numbers[0], numbers[-1])
    notes.section, notes.final = (number, total), piece.text.startswith("FINAL")
    if not 1 <= number <= total:
        notes.report(SECTION_OUT_OF_RANGE, piece.span, number=number, total=total)


def _subject(notes: LineNotes, piece: Piece) -> None:
    code = piece.text.strip("/ ")
    figures = code.removeprefix("N").strip(" ")
    if figures and not figures.strip("X"):
        notes.report(SSIC_PLACEHOLDER, piece.span, text=code)
        return
    certain = len(figures) == _CODE_FIGURES and figures.isdecimal() and figures.isascii()
    if certain:
        notes.subject_code = f"N{figures}"
    if not certain or code != f"N{figures}":
        notes.report(SSIC_MALFORMED, piece.span, text=code)
    elif piece.text != f"//{code}//":
        wanted = f"//{code}//"
        fix = writing(piece.span, wanted, safety=Safety.SAFE)
        notes.report(SSIC_SLASHES, piece.span, fix, text=piece.text, wanted=wanted)


def _conditions(notes: LineNotes) -> None:
    """What the items ask of the level."""
    notes.found += _conditions_broken(notes)


def _conditions_broken(notes: LineNotes) -> Iterator[Diagnostic]:
    assert notes.level is not None
    plain = notes.level.name in _UNSPACED
    if notes.efto and not plain:
        yield EFTO_CLASSIFIED.at(notes.places["EFTO"])
    if notes.fouo and not plain:
        yield FOUO_CLASSIFIED.at(notes.places["FOUO"])
    if not notes.regime.military:
        return
    special = notes.special or ""
    if special.startswith("SPECAT SIOP-ESI") and notes.level.name != "TOP SECRET":
        yield SIOP_ESI_NOT_TOP_SECRET.at(notes.places["SPECIAL"])
    elif special.startswith("SPECAT") and notes.level < Classification("CONFIDENTIAL"):
        yield SPECAT_BELOW_CONFIDENTIAL.at(notes.places["SPECIAL"])
    if "LIMDIS" in notes.caveats and plain and notes.regime.name == "navy":
        yield LIMDIS_UNCLASSIFIED.at(notes.places["LIMDIS"])

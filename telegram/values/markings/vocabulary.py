"""The words of classification markings: levels, controls, countries, as the tables list them.

A banner and a portion mark are one grammar with two vocabularies, the columns ``banner`` and
``portion`` of the tables. Two facts shape the module.

* A row may stand for a family (``SI-[COMPARTMENT]``, ``REL TO [USA, LIST]``): what its brackets
  hold is not part of the control's name.
* A word may belong to two systems: NOFORN is a control of intelligence and one of CUI. So words
  are looked up within a group.

Here: the look-ups. Elsewhere: reading a marking (`reading`), its values (`marking`).
"""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from telegram.data import groups, rows, table
from telegram.values.classification import Classification

CONTROL_GROUPS = (
    "ic-dissem",
    "non-ic-dissem",
    "ic-dissem-legacy",
    "non-ic-dissem-legacy",
)
"""Groups of controls that are one word or phrase, in the order in which they are looked up."""
CUI_GROUP = "cui-limited-dissem"
LISTED = ("REL TO", "DISPLAY ONLY")
"""Controls followed by a list of countries."""
EYES = "EYES ONLY"
ALLIED_CONTROLS = ("ATOMAL", "BALK", "BOHEMIA")
"""NATO's own controls (group `nato` of the table)."""


@frozen
class Control:
    """One row of the controls, by its name without a list.

    :Shape:  name: the abbreviation a banner writes; portion: what a portion mark writes; group and
             order as in the table; until: date or year at which it ended, or an empty text.
    """

    name: str
    portion: str
    group: str
    order: int
    until: str
    source: str


@frozen
class Level:
    """One spelling of a level: its system and what banner and portion write."""

    system: str
    level: Classification
    banner: str
    portion: str


def _name(cell: str) -> str:
    """A control's name: what its cell says outside the brackets."""
    before, _, after = cell.partition("[")
    return after.partition("]")[2].strip() or before.rstrip(" -")


@cache
def controls(group: str) -> Mapping[str, Control]:
    """The controls of a group by name."""
    found = {}
    for row in groups("dissemination-controls", "group").get(group, ()):
        name = _name(row["banner"])
        portion = _name(row["portion"].partition(" or ")[0])
        found[name] = Control(name, portion, group, int(row["order"]), row["era_to"], row["source"])
    return found


@cache
def portions(group: str) -> Mapping[str, Control]:
    """The controls of a group by what a portion mark writes."""
    return {c.portion: c for c in controls(group).values() if c.portion}


@cache
def titles(group: str) -> Mapping[str, str]:
    """The abbreviation of each long form of a group."""
    return {
        row["title"]: row["abbreviation"] for row in rows("marking-titles") if row["group"] == group
    }


@cache
def control_named(name: str) -> Control | None:
    """The control of a canonical name, whichever group has it first."""
    for group in (*CONTROL_GROUPS, CUI_GROUP):
        if name in controls(group):
            return controls(group)[name]
    return None


@cache
def levels() -> tuple[Level, ...]:
    """The spellings of US and NATO levels, the longest banner first."""
    names = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "RESTRICTED", "UNCLASSIFIED")
    found = []
    for system in ("US", "NATO"):
        for row in groups("classification-levels", "system")[system]:
            plain = next((n for n in names if row["banner"].endswith(n)), None)
            # EFTO is a flag of unclassified text, and modified handling a former name: no banner.
            if plain is not None and row["level"] == row["banner"]:
                found.append(Level(system, Classification(plain), row["banner"], row["portion"]))
    return tuple(sorted(found, key=lambda level: -len(level.banner)))


@cache
def level_spelled(system: str) -> Mapping[str, Level]:
    """The levels of a system by what a banner writes."""
    return {level.banner: level for level in levels() if level.system == system}


@cache
def level_abbreviated(system: str) -> Mapping[str, Level]:
    """The levels of a system by what a portion mark writes."""
    return {level.portion: level for level in levels() if level.system == system}


def spelling(system: str, level: Classification) -> Level:
    """How banner and portion of a system write a level; a foreign one is written as the US one."""
    wanted = "NATO" if system == "NATO" else "US"
    return next(one for one in levels() if one.system == wanted and one.level == level)


@cache
def published_systems() -> frozenset[str]:
    """The SCI systems that a table names, by their short names."""
    found = set()
    for group in ("sci", "sci-legacy"):
        for control in controls(group).values():
            found |= {control.name.partition("-")[0], control.portion.partition("-")[0]}
    return frozenset(found - {"", "KLONDIKE", "COMINT"}) | frozenset(titles("sci"))


def country_kind(code: str) -> str | None:
    """Whether a code is a trigraph, a tetragraph or an organisation; None where no list has it."""
    row = table("country-trigraphs", "code").get(code)
    return row["kind"] if row is not None else None


def country_order(code: str) -> tuple[int, str]:
    """The order of a list: trigraphs first, then tetragraphs, each alphabetical."""
    return (0 if len(code) == _TRIGRAPH else 1, code)


_TRIGRAPH = 3


@cache
def members_of(code: str) -> frozenset[str]:
    """The countries that a tetragraph stands for; itself where the list does not take it apart."""
    row = table("country-trigraphs", "code").get(code)
    if row is None or row["decomposable"] != "yes":
        return frozenset((code,))
    return frozenset(row["members"].split())

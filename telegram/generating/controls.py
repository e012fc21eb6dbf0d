"""Control markings beside the level: who may see a text, and how it travels.

A control shows in several places that must agree: on the classification line or, in State
telegrams, in a caption; in FL4 as a letter of its own, special handling or release codes; in the
portion marks of what it protects.

Here: the controls that are made, and which of them a message may have. Elsewhere: their places
(`heading`, `state_text`, `sets_text`, `plain_text`), their portion marks (`portion_marks`).

:Source: NAVEDTRA 14222 and 14226 ch. 1; 5 FAH-2 H-222; STATE 018029 (2000); years are those of the
         table ``dissemination-controls``.
"""

from collections.abc import Sequence
from datetime import date

from attrs import evolve, frozen

from telegram.data import rows
from telegram.generating.dice import Dice
from telegram.values.classification import Classification
from telegram.values.markings.line import LineMarking

ANY = "any"
_UNCLASSIFIED = ("UNCLASSIFIED",)
_CLASSIFIED = ("CONFIDENTIAL", "SECRET", "TOP SECRET")
_EVERYWHERE = ("state", "sets", "plain")
_NAVAL = ("sets", "plain")
_STATE = ("state",)
_SHARE_CODED = 0.5

_RELEASED = (
    (("CAN",), "C"),
    (("NATO",), "X"),
    (("GBR",), None),
    (("CAN", "GBR"), None),
    (("AUS", "CAN", "GBR", "NZL"), None),
)
"""Nations, and the release code that opens their gateway where an allied unit is called."""


@frozen
class Control:
    """A control marking, and what each place says of it.

    :ivar name: what it is asked for by.
    :ivar levels: the levels that it may stand beside.
    :ivar texts: the formats of texts whose users have it.
    :ivar level: a level of its own, in the place of UNCLASSIFIED.
    :ivar special: the special category of the line.
    :ivar caveats: words of the line; in a State telegram captions.
    :ivar listed: group and banner of its row in the table, where that names its years.
    :ivar letter: its letter in FL4, in the place of the level's.
    :ivar handling: the special handling designator of FL4.
    :ivar portion: what a portion mark adds to the level, or `sensitive` puts in its place.
    :ivar released_to: nations that the text may go to, beside the United States.
    :ivar code: the release code that goes with them.
    """

    name: str
    levels: tuple[str, ...]
    texts: tuple[str, ...] = _EVERYWHERE
    level: str | None = None
    efto: bool = False
    fouo: bool = False
    special: str | None = None
    caveats: tuple[str, ...] = ()
    listed: tuple[str, str] | None = None
    letter: str | None = None
    handling: str | None = None
    portion: str = ""
    sensitive: bool = False
    released: bool = False
    released_to: tuple[str, ...] = ()
    code: str | None = None

    @property
    def on_line(self) -> bool:
        """Whether State telegrams say it on the classification line, not in a caption."""
        return self.efto or self.special is not None or self.level is not None

    @property
    def captions(self) -> tuple[str, ...]:
        """What the captions of a State telegram say."""
        return self.caveats if not self.released else (f"REL TO {self.listed_nations}",)

    @property
    def listed_nations(self) -> str:
        """To whom the text may go, in words."""
        return ", ".join(("USA", *self.released_to))

    @property
    def years(self) -> tuple[date, date]:
        """The first day on which it is used, and the first on which it no longer is."""
        for row in rows("dissemination-controls"):
            if (row["group"], row["banner"]) == self.listed:
                return _day(row["era_from"], date.min), _day(row["era_to"], date.max)
        return date.min, date.max

    def used_on(self, day: date) -> bool:
        """Whether it is used on a day."""
        begun, ended = self.years
        return begun <= day < ended

    def line(self, level: Classification, code: str | None = None) -> LineMarking:
        """The classification line of a text that is no State telegram."""
        return LineMarking(
            level,
            spaced=level.letter != "U",
            efto=self.efto,
            fouo=self.fouo,
            special=self.special,
            caveats=self.caveats,
            rel_to=("USA", *self.released_to) if self.released else (),
            subject_code=code,
        )


def _day(written: str, absent: date) -> date:
    """A year, a month or a day of the table; the first day of it."""
    return date.fromisoformat(f"{written}-01-01"[:10]) if written else absent


_CONTROLS = (
    Control(
        "NOFORN", _CLASSIFIED, caveats=("NOFORN",), listed=("ic-dissem", "NOFORN"), portion="NF"
    ),
    Control("REL TO", _CLASSIFIED, released=True),
    Control("SPECAT", _CLASSIFIED, special="SPECAT", handling="B"),
    Control(
        "SPECAT SIOP-ESI",
        ("TOP SECRET",),
        _NAVAL,
        special="SPECAT SIOP-ESI",
        listed=("telegram", "SPECAT SIOP-ESI"),
        handling="A",
    ),
    Control("PSEUDO-SPECAT", _UNCLASSIFIED, _NAVAL, handling="B"),
    Control("EFTO", _UNCLASSIFIED, efto=True, letter="E"),
    Control("FOUO", _UNCLASSIFIED, _NAVAL, fouo=True, portion="FOUO"),
    Control("EFTO FOUO", _UNCLASSIFIED, _NAVAL, efto=True, fouo=True, letter="E", portion="FOUO"),
    Control(
        "LIMITED OFFICIAL USE",
        _UNCLASSIFIED,
        _STATE,
        level="LIMITED OFFICIAL USE",
        listed=("state-legacy", "LIMITED OFFICIAL USE"),
        letter="E",  # State's page: ZNY EEEEE (unsourced)
    ),
    Control(
        "SENSITIVE",
        _UNCLASSIFIED,
        _STATE,
        caveats=("SENSITIVE",),
        listed=("state-caption", "SENSITIVE"),
        sensitive=True,
    ),
    Control(
        "SENSITIVE NOFORN",
        _UNCLASSIFIED,
        _STATE,
        caveats=("NOFORN", "SENSITIVE"),
        listed=("state-caption", "SENSITIVE"),
        portion="NF",
        sensitive=True,
    ),
)
CONTROLS = (*(control.name for control in _CONTROLS), ANY)
"""The names of the controls that are made; the last stands for all of them."""


def fitting(name: str, text: str, level: str | None, *, labelled: bool) -> tuple[Control, ...]:
    """The controls of a name that a text of a format and of a level may have.

    :Shape:  level: None for any; labelled: whether the dialect shows no classification line.
    :Errors: ValueError that says why the one that is named may not stand there.
    """
    named = [control for control in _CONTROLS if name in (control.name, ANY)]
    found = [control for control in named if text in control.texts]
    if named and not found and name != ANY:
        raise ValueError(f"{name} stands on texts of {' and '.join(named[0].texts)}, not of {text}")
    found = [control for control in found if level is None or level in control.levels]
    if not found and name != ANY:
        raise ValueError(f"{name} stands beside {', '.join(named[0].levels)}, not beside {level}")
    shown = [control for control in found if not (labelled and control.on_line)]
    if found and not shown and name != ANY:
        raise ValueError(f"{name} stands on a classification line, and a label takes its place")
    return tuple(shown)


def usual_years(
    controls: Sequence[Control], years: tuple[int, int], all_years: range
) -> tuple[int, int]:
    """Years among which that of the first message is drawn: of those given the first and the last
    in which a control is used, or of all.

    :Errors: ValueError where it is used in none of them.
    """
    used = [
        year
        for year in all_years
        if any(c.used_on(date(year, 1, 1)) and c.used_on(date(year, 12, 31)) for c in controls)
    ]
    if not used:
        asked = " or ".join(control.name for control in controls)
        raise ValueError(f"{asked} is not used from {all_years[0]} to {all_years[-1]}")
    found = [year for year in used if years[0] <= year <= years[1]] or used
    return found[0], found[-1]


def choice(
    controls: Sequence[Control], level: str | None, day: date, dice: Dice
) -> tuple[Control | None, str | None]:
    """The control of one message and the level that it stands beside; None where none fits."""
    used = [c for c in controls if c.used_on(day) and (level is None or level in c.levels)]
    if not used:
        return None, level
    control = dice.choice(used)
    beside = level or dice.choice(control.levels)
    if control.released:
        nations, code = dice.choice(_RELEASED)
        # CCCCC is Confidential; that Canada may have it as well does not show (inferred).
        coded = dice.chance(_SHARE_CODED) and code != Classification(beside).letter
        control = evolve(control, released_to=nations, code=code if coded else None)
    return control, control.level or beside

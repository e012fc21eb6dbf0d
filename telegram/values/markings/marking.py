"""Classification markings: how a text is protected and who may see it, as a banner says it.

``TOP SECRET//SI-G ABCD//ORCON/NOFORN`` has a level, then categories of controls. Three facts shape
the value.

* A level is ordered, controls are not: of two markings one may be higher, and neither contains the
  other.
* Three kinds of classification exclude each other: of the United States, foreign, joint. Where the
  first is absent the marking begins with two slants.
* Unknown is not wrong. Control systems and programs may be unpublished; a word that no table lists
  is kept in `other`.

Here: the value, its order, its text and that of its portion mark, and what is wrong with a text.
Elsewhere: reading (`reading`), the records of the rules (`level_rules` and its
neighbours), portion marks (`portion_marking`), the overall marking of several (`rollup`).
"""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from telegram.diagnostics import Diagnostic, FieldError
from telegram.values.classification import Classification
from telegram.values.markings.parts import (
    ATOMIC_TYPES,
    AtomicControl,
    Compartment,
    ControlledInformation,
    ControlSystem,
    ForeignInformation,
    SpecialAccess,
)
from telegram.values.markings.vocabulary import (
    CUI_GROUP,
    EYES,
    control_named,
    controls,
    country_order,
    spelling,
)

SPECIAL_PLACES = ("BALK", "BOHEMIA")
"""NATO controls that stand among the control systems in a marking of the United States."""


@frozen(order=False)
class Marking:
    """How a text is protected: level, owners, and the controls of each category.

    :Shape:  system: US, NON-US, NATO, JOINT, FGI (foreign, source concealed) or CUI; owners:
             country codes of a foreign or joint marking; sci, sap, aea, fgi, cui: the categories of
             those names; dissemination and non_ic: controls by their banner abbreviation, without
             those that have a list of their own: rel_to, display_only, eyes_only; rel: REL without
             a list; accm: nicknames; nato: ATOMAL, BALK, BOHEMIA; other: words no table lists.
    :Order:  by level only: ``a <= b`` says that `b` protects at least as high a level, whatever the
             controls. Equality compares everything.
    :Text:   ``str(marking)`` is the canonical banner, and parsing it gives `canonical`.
    :Errors: `FieldError` with TG580, TG581, TG582 or TG522: no classification can be read. Every
             other fault is left to `problems`.
    :Source: IC Markings Register and Manual 2016; 32 CFR 2001.20 to .26.

    >>> marking = Marking.parse("SECRET//TK//NOFORN")
    >>> marking.level.name, [str(system) for system in marking.sci], marking.dissemination
    ('SECRET', ['TK'], ('NOFORN',))
    >>> marking.portion
    '(S//TK//NF)'
    """

    level: Classification
    system: str = "US"
    owners: tuple[str, ...] = ()
    sci: tuple[ControlSystem, ...] = ()
    sap: SpecialAccess | None = None
    aea: tuple[AtomicControl, ...] = ()
    fgi: ForeignInformation | None = None
    cui: ControlledInformation | None = None
    dissemination: tuple[str, ...] = ()
    rel_to: tuple[str, ...] = ()
    rel: bool = False
    display_only: tuple[str, ...] = ()
    eyes_only: tuple[str, ...] = ()
    non_ic: tuple[str, ...] = ()
    accm: tuple[str, ...] = ()
    nato: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str, regime: str = "any") -> "Marking":
        """The value of a banner, read as the regime writes it."""
        from telegram.values.markings.reading import judged

        reading = judged(text, "banner", regime)
        if reading.marking is None:
            raise FieldError(reading.found[-1])
        return reading.marking

    @property
    def canonical(self) -> "Marking":
        """The same marking with every list in the register's order, and nothing twice."""
        return evolve(
            self,
            owners=_countries(self.owners),
            sci=tuple(sorted({_sorted_system(s) for s in self.sci}, key=str)),
            sap=self.sap and _sorted_access(self.sap),
            aea=tuple(sorted(set(self.aea), key=lambda a: ATOMIC_TYPES.index(a.type))),
            fgi=self.fgi and ForeignInformation(_countries(self.fgi.sources)),
            cui=self.cui
            and ControlledInformation(
                tuple(sorted(set(self.cui.specified))), tuple(sorted(set(self.cui.basic)))
            ),
            dissemination=_in_order(self.dissemination),
            rel_to=_countries(self.rel_to, usa_first=True),
            display_only=_countries(self.display_only),
            eyes_only=_countries(self.eyes_only, usa_first=True),
            non_ic=_in_order(self.non_ic),
            accm=tuple(sorted(set(self.accm))),
            nato=tuple(sorted(set(self.nato))),
            other=tuple(dict.fromkeys(self.other)),
        )

    @property
    def banner(self) -> str:
        """The canonical banner."""
        return _written(self.canonical, portion=False)

    @property
    def portion(self) -> str:
        """The canonical portion mark, in parentheses."""
        return f"({_written(self.canonical, portion=True)})"

    @property
    def limits(self) -> tuple[str, ...]:
        """What limits the text besides its level, each control as a banner writes it; first of all
        whose the level is, unless it is that of the United States.
        """
        parts = (self.sap, self.fgi)
        named = str(self.cui) if self.cui is not None else ""
        return (
            *self._owned,
            *map(str, self.sci),
            *map(str, self.aea),
            *self.nato,
            *(str(part) for part in parts if part is not None and str(part)),
            *((named or "CUI",) if self.cui is not None or self.system == "CUI" else ()),
            *_dissemination(self, portion=False),
            *_non_ic(self, portion=False),
            *self.other,
        )

    @property
    def _owned(self) -> tuple[str, ...]:
        """Whose the level is: NATO, FGI, JOINT with its owners, or owners."""
        if self.system in ("US", "CUI"):
            return ()
        named = () if self.system == "NON-US" else (self.system,)
        return (" ".join((*named, *self.owners)),) if named or self.owners else ()

    @property
    def classified(self) -> bool:
        """Whether the level is above UNCLASSIFIED."""
        return self.level.rank > 0

    def __lt__(self, other: object) -> bool:
        return self.level < other.level if isinstance(other, Marking) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.level <= other.level if isinstance(other, Marking) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.level > other.level if isinstance(other, Marking) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.level >= other.level if isinstance(other, Marking) else NotImplemented

    def __str__(self) -> str:
        return self.banner


def problems(text: str, regime: str = "any", *, on: date | None = None) -> Iterator[Diagnostic]:
    """What is wrong with a banner; spans count from its start.

    `on` is the date of the message: a control that ended later is not reported. Of the two manuals
    that ``any`` stands for, the one with fewer errors speaks.

    :Errors: `KeyError` for a regime that does not exist.

    >>> [str(found) for found in problems("CONFIDENTIAL//FOUO")][0][:23]
    'TG534 level-not-allowed'
    """
    from telegram.values.markings.reading import judged

    yield from judged(text, "banner", regime, on=on).found


def _countries(codes: tuple[str, ...], *, usa_first: bool = False) -> tuple[str, ...]:
    return tuple(
        sorted(set(codes), key=lambda code: (code != "USA" or not usa_first, country_order(code)))
    )


def _sorted_system(system: ControlSystem) -> ControlSystem:
    return evolve(system, compartments=_sorted_compartments(system.compartments))


def _sorted_compartments(compartments: tuple[Compartment, ...]) -> tuple[Compartment, ...]:
    return tuple(sorted({evolve(c, sub=tuple(sorted(set(c.sub)))) for c in compartments}))


def _sorted_access(access: SpecialAccess) -> SpecialAccess:
    programs = {
        evolve(p, compartments=_sorted_compartments(p.compartments)) for p in access.programs
    }
    return evolve(access, programs=tuple(sorted(programs)))


def _in_order(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=lambda name: (_place(name), name)))


def _place(name: str) -> int:
    control = control_named(name)
    return control.order if control is not None else 0


def _written(marking: Marking, *, portion: bool) -> str:
    """The marking's text: classification, then each category that has something to say."""
    categories = [
        [*map(str, marking.sci), *(n for n in marking.nato if _joins(marking, n, "sci"))],
        [str(marking.sap)] if marking.sap is not None else [],
        [
            *(a.portion if portion else str(a) for a in marking.aea),
            *(n for n in marking.nato if _joins(marking, n, "aea")),
        ],
        [str(marking.fgi)] if marking.fgi is not None else [],
        [str(marking.cui) or "CUI"] if marking.cui is not None else [],
        _dissemination(marking, portion=portion),
        _non_ic(marking, portion=portion),
    ]
    if marking.system == "NATO":
        categories.insert(0, list(marking.nato))
    kept = [category for category in categories if category]
    if marking.other:
        if marking.dissemination or marking.non_ic or marking.rel_to:
            kept[-1] += marking.other
        else:
            kept.append(list(marking.other))
    return "//".join((_classification(marking, portion=portion), *("/".join(c) for c in kept)))


def _joins(marking: Marking, control: str, category: str) -> bool:
    """Whether a NATO control stands in that category: only outside a marking of NATO."""
    place = "sci" if control in SPECIAL_PLACES else "aea"
    return marking.system != "NATO" and place == category


def _classification(marking: Marking, *, portion: bool) -> str:
    if marking.system == "CUI":
        return "CUI"
    spelt = spelling(marking.system, marking.level)
    level = spelt.portion if portion else spelt.banner
    owners = " ".join(marking.owners)
    if marking.system == "NATO" and owners:
        # An activity of the Council stands inside the level (Register and Manual 2016 G.1).
        level = f"{level[0]}{owners}{level[-1]}" if portion else f"NATO {owners} {level[5:]}"
    return {
        "US": level,
        "NATO": f"//{level}",
        "FGI": f"//FGI {level}",
        "JOINT": f"//JOINT {level} {owners}".rstrip(),
    }.get(marking.system, f"//{owners} {level}")


def _dissemination(marking: Marking, *, portion: bool) -> list[str]:
    group = controls(CUI_GROUP) if marking.system == "CUI" else {}
    found = []
    for name in marking.dissemination:
        control = group.get(name) or control_named(name)
        text = control.portion if control is not None and portion and control.portion else name
        found.append((control.order if control is not None else 0, text))
    listed = controls(CUI_GROUP if marking.system == "CUI" else "ic-dissem")
    for name, codes in (("REL TO", marking.rel_to), ("DISPLAY ONLY", marking.display_only)):
        if codes:
            found.append((listed[name].order, f"{name} {', '.join(codes)}"))
    if marking.rel and not marking.rel_to:
        found.append((listed["REL TO"].order, "REL"))
    if marking.eyes_only:
        order = controls("ic-dissem")[EYES].order
        found.append((order, f"{'/'.join(marking.eyes_only)} {EYES}"))
    return [text for _, text in sorted(found)]


def _non_ic(marking: Marking, *, portion: bool) -> list[str]:
    found = []
    for name in marking.non_ic:
        control = control_named(name)
        text = control.portion if control is not None and portion and control.portion else name
        found.append((control.order if control is not None else 0, text))
    if marking.accm:
        accm = controls("non-ic-dissem")["ACCM"]
        found.append((accm.order, f"{accm.name}-{'/'.join(marking.accm)}"))
    return [text for _, text in sorted(found)]

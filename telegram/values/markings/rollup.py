"""The overall marking of several portions, with the portions that each part comes from.

Combining is nearly a join: the highest level, and the union of the controls. What is not is written
as steps below: controls that give way to others, and the release of the whole, which is the
countries common to all. Grouping can matter there, so portions are rolled up, not banners.

Here: `roll_up`. Elsewhere: comparing the result with what a message says (`checks.markings`).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from telegram.data import rows
from telegram.values.classification import Classification
from telegram.values.markings.marking import SPECIAL_PLACES, Marking
from telegram.values.markings.parts import (
    AtomicControl,
    Compartment,
    ControlledInformation,
    ControlSystem,
    ForeignInformation,
    Program,
    SpecialAccess,
)
from telegram.values.markings.portion_marking import PortionMarking
from telegram.values.markings.release import Release, release_of
from telegram.values.markings.vocabulary import EYES

_CONFIDENTIAL = Classification("CONFIDENTIAL")
_UNCLASSIFIED = Classification("UNCLASSIFIED")
_LEAVES_NOFORN = ("SBU NOFORN", "LES NOFORN")
_DISCLOSURE = ("NOFORN", "RELIDO", EYES)


@frozen
class Evidence:
    """Where a part of an overall marking comes from: the part, what it says, and the portions'
    places in the order given, from 0.
    """

    part: str
    value: str
    portions: tuple[int, ...]


@frozen
class RollUp:
    """An overall marking and the evidence for each part of it.

    :Text: ``str(result)`` is the banner.
    """

    marking: Marking
    evidence: tuple[Evidence, ...]

    def __str__(self) -> str:
        return self.marking.banner


def roll_up(portions: Iterable[PortionMarking | Marking], *, on: date | None = None) -> RollUp:
    """The overall marking of portions in any order; repeating one changes nothing.

    `on` is the date of the document: classified intelligence without a release marking counts as
    RELIDO from 28 June 2010 on.

    :Errors: ValueError when there is no portion, TypeError for one that is no marking.
    :Source: IC Markings Register and Manual 2016 D.2, H.6 to H.9.

    >>> marks = [PortionMarking.parse(m) for m in ("(U)", "(S//NF)", "(C//REL TO USA, NZL)")]
    >>> result = roll_up(marks)
    >>> str(result), result.evidence[0]
    ('SECRET//NOFORN', Evidence(part='level', value='SECRET', portions=(1,)))
    """
    markings = [p.marking if isinstance(p, PortionMarking) else p for p in portions]
    for marking in markings:
        if not isinstance(marking, Marking):
            kind = type(marking).__name__
            raise TypeError(f"a portion is a PortionMarking or a Marking, not {kind}")
    if not markings:
        raise ValueError("no portions to roll up")
    system, owners = _system(markings)
    level = max(marking.level for marking in markings)
    if system == "US" and level.name == "RESTRICTED":
        level = _CONFIDENTIAL
    result = Marking(level, system, owners, sci=_systems(markings), sap=_access(markings))
    result = _atomic(result, markings)
    result = evolve(result, fgi=_foreign(result, markings), cui=_controlled(markings))
    result = _controls(result, markings)
    result = _released(
        result, markings, release_of(markings, forced=_forces(result, markings), on=on)
    )
    return RollUp(result.canonical, tuple(_evidence(result.canonical, markings)))


def _system(markings: Sequence[Marking]) -> tuple[str, tuple[str, ...]]:
    """The kind of the whole: that of all portions where they agree, else the United States.

    Unclassified text without any control does not take CUI away.
    """
    kinds = {(marking.system, marking.owners) for marking in markings}
    if ("CUI", ()) in kinds:
        kinds = {(m.system, m.owners) for m in markings if m != Marking(_UNCLASSIFIED)}
    if len(kinds) == 1:
        return kinds.pop()
    return "US", ()


def _systems(markings: Sequence[Marking]) -> tuple[ControlSystem, ...]:
    found: dict[str, dict[str, set[str]]] = {}
    for system in (s for marking in markings for s in marking.sci):
        held = found.setdefault(system.system, {})
        for compartment in system.compartments:
            held.setdefault(compartment.name, set()).update(compartment.sub)
    return tuple(ControlSystem(name, _joined(held)) for name, held in sorted(found.items()))


def _joined(held: dict[str, set[str]]) -> tuple[Compartment, ...]:
    return tuple(Compartment(name, tuple(sorted(sub))) for name, sub in sorted(held.items()))


def _access(markings: Sequence[Marking]) -> SpecialAccess | None:
    held = [marking.sap for marking in markings if marking.sap is not None]
    if not held:
        return None
    found: dict[str, dict[str, set[str]]] = {}
    for program in (p for access in held for p in access.programs):
        compartments = found.setdefault(program.name, {})
        for compartment in program.compartments:
            compartments.setdefault(compartment.name, set()).update(compartment.sub)
    multiple = any(access.multiple for access in held)
    programs = tuple(Program(name, _joined(c)) for name, c in sorted(found.items()))
    return SpecialAccess(() if multiple else programs, multiple, not programs and not multiple)


def _atomic(result: Marking, markings: Sequence[Marking]) -> Marking:
    """RD outranks FRD, which outranks TFNI; what is UCNI stays in an unclassified whole only."""
    held = [control for marking in markings for control in marking.aea]
    types = {control.type for control in held}
    ranked = next((kind for kind in ("RD", "FRD", "TFNI") if kind in types), None)
    found = []
    if ranked is not None:
        sigma = {number for control in held for number in control.sigma}
        cnwdi = any(control.cnwdi for control in held)
        found.append(AtomicControl(ranked, cnwdi, tuple(sorted(sigma))))
    if not result.classified:
        found += [AtomicControl(kind) for kind in sorted(types) if kind.endswith("UCNI")]
    nato = {control for marking in markings for control in marking.nato}
    return evolve(result, aea=tuple(found), nato=tuple(sorted(nato)))


def _foreign(result: Marking, markings: Sequence[Marking]) -> ForeignInformation | None:
    """Concealed sources win; owners of foreign portions become sources of a US whole."""
    if result.system != "US":
        return None
    concealed = any(m.fgi is not None and m.fgi.concealed for m in markings)
    if concealed or any(m.system == "FGI" for m in markings):
        return ForeignInformation()
    sources = {s for m in markings if m.fgi is not None for s in m.fgi.sources}
    sources |= {owner for m in markings if m.system in ("NON-US", "JOINT") for owner in m.owners}
    if any(m.system == "NATO" for m in markings):
        sources.add("NATO")
    sources -= {"USA"}
    return ForeignInformation(tuple(sources)) if sources else None


def _controlled(markings: Sequence[Marking]) -> ControlledInformation | None:
    """Categories by union; a classified whole says CUI only."""
    held = [m.cui or ControlledInformation() for m in markings if m.cui or m.system == "CUI"]
    if not held:
        return None
    if any(m.classified for m in markings):
        return ControlledInformation()
    specified = {name for one in held for name in one.specified}
    basic = {name for one in held for name in one.basic}
    if not specified and not basic and _system(markings)[0] == "CUI":
        return None
    return ControlledInformation(tuple(sorted(specified)), tuple(sorted(basic)))


def _yields(subject: str, present: set[str]) -> bool:
    """Whether a row of the table says that a control gives way to one that is present."""
    return any(
        row["subject"] == subject and row["object"] in present
        for row in rows("marking-rules")
        if row["relation"] == "yields-to"
    )


def _controls(result: Marking, markings: Sequence[Marking]) -> Marking:
    """Dissemination controls and those of other agencies, without the release of the whole."""
    dissemination = {c for m in markings for c in m.dissemination} - set(_DISCLOSURE)
    non_ic = {c for m in markings for c in m.non_ic}
    present = dissemination | non_ic
    if result.classified:
        present |= {"any classified level"}
    if (present - {"FOUO", "any classified level"}) or result.sci or result.sap or result.aea:
        present |= {"any control outside the foreign disclosure set"}
    restricted = _release_marked(markings)
    for name in _LEAVES_NOFORN:
        if name in non_ic and (result.classified or restricted - {name}):
            non_ic = non_ic - {name} | {name.removesuffix(" NOFORN")}
    present |= non_ic
    dissemination = {c for c in dissemination if not _yields(c, present)}
    non_ic = {c for c in non_ic if not _yields(c, present)}
    # A plain name says nothing that the longer one beside it does not.
    non_ic -= {n.removesuffix(" NOFORN") for n in _LEAVES_NOFORN if n in non_ic}
    nicknames = {n for m in markings for n in m.accm}
    other = tuple(dict.fromkeys(sorted(word for m in markings for word in m.other)))
    return evolve(
        result,
        dissemination=tuple(dissemination),
        non_ic=tuple(non_ic),
        accm=tuple(nicknames),
        other=other,
    )


def _release_marked(markings: Sequence[Marking]) -> set[str]:
    """The release markings that stand in any portion."""
    found = {c for m in markings for c in (*m.dissemination, *m.non_ic) if c in _DISCLOSURE}
    found |= {c for m in markings for c in m.non_ic if c in _LEAVES_NOFORN}
    if any(m.rel_to or m.rel for m in markings):
        found.add("REL TO")
    if any(m.display_only for m in markings):
        found.add("DISPLAY ONLY")
    if any(m.eyes_only for m in markings):
        found.add(EYES)
    return found


def _forces(result: Marking, markings: Sequence[Marking]) -> bool:
    """Whether a control that gave way, or one that stays, leaves NOFORN behind."""
    names = {c for m in markings for c in m.non_ic}
    unclassified = {control.type for m in markings for control in m.aea}
    ucni = result.classified and bool(unclassified & {"DOD UCNI", "DOE UCNI"})
    gone = any(n in names and n not in result.non_ic for n in _LEAVES_NOFORN)
    return ucni or gone or bool({"EXDIS", "NODIS"} & names)


def _released(result: Marking, markings: Sequence[Marking], release: Release) -> Marking:
    kept = [*result.dissemination]
    if release.noforn:
        kept.append("NOFORN")
    if release.relido:
        kept.append("RELIDO")
    return evolve(
        result,
        dissemination=tuple(kept),
        rel_to=release.rel_to,
        rel=release.rel,
        display_only=release.display_only,
    )


_PARTS: tuple[tuple[str, Callable[[Marking], Iterable[str]]], ...] = (
    ("owners", lambda m: m.owners),
    ("sci", lambda m: [s.system for s in m.sci] + [n for n in m.nato if n in SPECIAL_PLACES]),
    ("sap", lambda m: [p.name for p in m.sap.programs] if m.sap is not None else []),
    ("aea", lambda m: [a.type for a in m.aea] + [n for n in m.nato if n not in SPECIAL_PLACES]),
    ("fgi", lambda m: (m.fgi.sources or ("FGI",)) if m.fgi is not None else ()),
    ("cui", lambda m: ["CUI"] if m.cui is not None or m.system == "CUI" else []),
    ("dissemination", lambda m: m.dissemination),
    ("rel_to", lambda m: m.rel_to),
    ("display_only", lambda m: m.display_only),
    ("non_ic", lambda m: m.non_ic),
    ("accm", lambda m: m.accm),
    ("other", lambda m: m.other),
)
"""The parts of a marking as sets of words, to find the portions that have each word."""


def _evidence(result: Marking, markings: Sequence[Marking]) -> Iterable[Evidence]:
    top = max(marking.level for marking in markings)
    highest = tuple(n for n, marking in enumerate(markings) if marking.level == top)
    yield Evidence("level", result.level.name, highest)
    for part, words in _PARTS:
        places: dict[str, list[int]] = {}
        for n, marking in enumerate(markings):
            for word in {*words(marking)}:
                places.setdefault(word, []).append(n)
        for word in words(result):
            found = tuple(places.get(word, ()))
            yield Evidence(part, word, found or _grounds(part, word, markings))


def _grounds(part: str, word: str, markings: Sequence[Marking]) -> tuple[int, ...]:
    """The portions from which a word that none of them has follows."""
    if part == "fgi":
        owners = {"NATO": "NATO", "FGI": "FGI"}.get(word)
        return tuple(n for n, m in enumerate(markings) if word in m.owners or m.system == owners)
    # The release of the whole follows from that of every portion that counts.
    return tuple(n for n, m in enumerate(markings) if m.classified or m != Marking(m.level))

"""Relations between the controls of a marking: one loop over the rows of ``marking-rules``.

A row says that a control has certain levels only, needs another, or excludes another. The controls
of a marking are a set of tokens: the banner abbreviations, and a few that stand for a family
(`SCI`, `SI-*`, `HCS-P *`, `US FGI`).

Here: the tokens and the loop. Elsewhere: the records that rows name (`control_rules`).
"""

from collections.abc import Iterator, Mapping
from functools import cache

from telegram.data import rows
from telegram.diagnostics import Diagnostic, Rule
from telegram.source import Span
from telegram.values.markings import control_rules
from telegram.values.markings.marking import Marking
from telegram.values.markings.regimes import Regime
from telegram.values.markings.vocabulary import EYES, spelling


@cache
def _records() -> Mapping[str, Rule]:
    """The records by name."""
    return {r.name: r for r in vars(control_rules).values() if isinstance(r, Rule)}


def tokens(marking: Marking) -> set[str]:
    """What the rows may name of a marking."""
    found = {*marking.dissemination, *marking.non_ic, *marking.nato}
    for system in marking.sci:
        found |= {"SCI", system.system}
        for compartment in system.compartments:
            name = f"{system.system}-{compartment.name}"
            found |= {name, f"{system.system}-*"}
            if compartment.sub:
                found.add(f"{name} *")
            if system.system == "RSV":
                found.add("a compartment")
    for control in marking.aea:
        found.add(control.type)
        found |= {token for token, held in _held(control.cnwdi, bool(control.sigma)) if held}
    present = (
        ("SAP", marking.sap is not None),
        ("US FGI", marking.fgi is not None and marking.system == "US"),
        ("REL TO", bool(marking.rel_to) or marking.rel),
        ("DISPLAY ONLY", bool(marking.display_only)),
        (EYES, bool(marking.eyes_only)),
        ("ACCM", bool(marking.accm)),
        (marking.system, marking.system in ("NATO", "NON-US", "JOINT")),
        ("NON-US", marking.system == "FGI"),
    )
    return found | {token for token, held in present if held}


def _held(cnwdi: bool, sigma: bool) -> tuple[tuple[str, bool], ...]:
    return (("CNWDI", cnwdi), ("SIGMA", sigma))


def relation_problems(
    marking: Marking, regime: Regime, places: Mapping[str, Span], whole: Span
) -> Iterator[Diagnostic]:
    """Where the controls contradict the level or each other; one finding a row, at its subject."""
    present = tokens(marking)
    letter = spelling("US", marking.level).portion
    for row in rows("marking-rules"):
        subject, regimes = row["subject"], row["regime"]
        if regimes not in regime.relations or subject not in present or not row["rule"]:
            continue
        wanted = row["object"].split("|")
        if _broken(row["relation"], letter, row["levels"].split(), present, wanted):
            yield _records()[row["rule"]].at(
                places.get(subject, places.get(subject.partition("-")[0], whole)),
                subject=subject,
                object=" or ".join(wanted),
                level=marking.level,
                levels=row["levels"],
                source=row["source"],
            )


def _broken(
    relation: str, letter: str, levels: list[str], present: set[str], wanted: list[str]
) -> bool:
    if relation == "level":
        return letter not in levels
    if relation == "needs":
        return not present.intersection(wanted)
    return relation == "excludes" and bool(present.intersection(wanted))

"""The table of relations: no row is dead, and each names a record and its source."""

from typing import Any

import pytest
from attrs import evolve

from telegram.data import rows
from telegram.source import Span
from telegram.values.classification import Classification
from telegram.values.markings.marking import Marking
from telegram.values.markings.parts import (
    AtomicControl,
    Compartment,
    ControlSystem,
    ForeignInformation,
    Program,
    SpecialAccess,
)
from telegram.values.markings.regimes import DOD_2012, IC_2016
from telegram.values.markings.relations import relation_problems, tokens
from telegram.values.markings.vocabulary import controls

PLACE = Span(0, 4)
LEVELS = {
    "TS": "TOP SECRET",
    "S": "SECRET",
    "C": "CONFIDENTIAL",
    "U": "UNCLASSIFIED",
    "R": "RESTRICTED",
}
REGIMES = {"any": IC_2016, "ic-2016": IC_2016, "dod-2012": DOD_2012}
JUDGED = [row for row in rows("marking-rules") if row["rule"] and row["regime"] in REGIMES]
SUB = Compartment("P", ("ABC",))


def system(name: str, *compartments: Compartment) -> dict[str, Any]:
    return {"sci": (ControlSystem(name, compartments),)}


MADE: dict[str, dict[str, Any]] = {
    "SCI": system("SI"),
    "SI-*": system("SI", Compartment("XYZ")),
    "SI-G": system("SI", Compartment("G")),
    "TK-BLFH": system("TK", Compartment("BLFH")),
    "TK-IDIT": system("TK", Compartment("IDIT")),
    "TK-KAND": system("TK", Compartment("KAND")),
    "HCS-O": system("HCS", Compartment("O")),
    "HCS-P *": system("HCS", SUB),
    "SAP": {"sap": SpecialAccess((Program("AA"),))},
    "CNWDI": {"aea": (AtomicControl("FRD", cnwdi=True),)},
    "SIGMA": {"aea": (AtomicControl("RD", sigma=(14,)),)},
    "US FGI": {"fgi": ForeignInformation(("DEU",))},
    "REL TO": {"rel_to": ("USA", "AUS")},
    "DISPLAY ONLY": {"display_only": ("AFG",)},
    "EYES ONLY": {"eyes_only": ("USA", "AUS")},
    "ACCM": {"accm": ("FERN",)},
    "ATOMAL": {"nato": ("ATOMAL",)},
    "NATO": {"system": "NATO"},
    "NON-US": {"system": "NON-US", "owners": ("DEU",)},
    "JOINT": {"system": "JOINT", "owners": ("GBR", "USA")},
    **{name: system(name) for name in ("SI", "TK", "HCS", "RSV", "KDK")},
    **{kind: {"aea": (AtomicControl(kind),)} for kind in ("RD", "FRD", "TFNI")},
    **{kind: {"aea": (AtomicControl(kind),)} for kind in ("DOD UCNI", "DOE UCNI")},
}
"""How a marking comes to have a token."""


def parts(token: str) -> dict[str, Any]:
    if token in MADE:
        return MADE[token]
    category = "non_ic" if token in controls("non-ic-dissem") else "dissemination"
    return {category: (token,)}


def together(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Both, their lists joined."""
    joined = {
        key: (*first[key], *second[key])
        for key in first.keys() & second.keys()
        if isinstance(first[key], tuple)
    }
    return first | second | joined


def violating(row) -> Marking:
    """A marking that the row forbids."""
    subject = parts(row["subject"])
    levels = row["levels"].split() or ["TS"]
    if row["relation"] == "level":
        levels = [letter for letter in LEVELS if letter not in levels]
        return Marking(Classification(LEVELS[levels[0]]), **subject)
    if row["relation"] == "excludes":
        subject = together(subject, parts(row["object"]))
    return evolve(Marking(Classification("TOP SECRET")), **subject)


def found(marking: Marking, row) -> list[str]:
    """What the rows of the row's regime say, by the row's own source."""
    regime = REGIMES[row["regime"]]
    return [
        d.name
        for d in relation_problems(marking, regime, {}, PLACE)
        if d.values["source"] == row["source"] and d.values["subject"] == row["subject"]
    ]


@pytest.mark.parametrize(
    "row", JUDGED, ids=lambda row: f"{row['relation']}-{row['subject']}-{row['object']}"
)
def test_every_row_is_reported_by_a_marking_that_breaks_it(row):
    marking = violating(row)

    assert row["subject"] in tokens(marking)
    assert row["rule"] in found(marking, row)


@pytest.mark.parametrize(
    "row",
    [row for row in JUDGED if row["relation"] == "needs" and row["object"] != "a compartment"],
    ids=lambda row: f"{row['subject']}-{row['object']}",
)
def test_a_companion_satisfies_the_row(row):
    for companion in row["object"].split("|"):
        whole = together(parts(row["subject"]), parts(companion))
        marking = evolve(Marking(Classification("TOP SECRET")), **whole)

        assert row["rule"] not in found(marking, row)


def test_rows_of_other_regimes_are_silent():
    later = [row for row in rows("marking-rules") if row["regime"] == "ism"]
    marking = Marking(Classification("UNCLASSIFIED"), non_ic=("SBU", "SBU NOFORN"))

    assert later
    assert list(relation_problems(marking, IC_2016, {}, PLACE)) == []

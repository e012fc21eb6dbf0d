"""Classification markings: every case of the case file, read and judged as stated there."""

import json
from pathlib import Path
from typing import Any

import pytest

from telegram.checks.markings import banner_findings
from telegram.diagnostics import Diagnostic, Severity
from telegram.source import Span
from telegram.values.executive_order import ExecutiveOrder
from telegram.values.markings.declassify import DeclassifyOn, declassify_problems
from telegram.values.markings.line import LineMarking, line_problems
from telegram.values.markings.marking import Marking, problems
from telegram.values.markings.portion_marking import PortionMarking, portion_problems
from telegram.values.markings.rollup import roll_up
from telegram.values.security import Security

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "markings" / "markings.json").read_text("utf-8")
)


def of(*kinds: str, line: str = "") -> list[dict[str, Any]]:
    return [c for c in CASES if c["kind"] in kinds and c.get("line", "") == line]


def cases(found: list[dict[str, Any]]):
    return pytest.mark.parametrize("case", found, ids=lambda case: case["marking"])


def value(case: dict[str, Any]) -> Marking:
    if case["kind"] == "portion":
        return PortionMarking.parse(case["marking"], case["regime"]).marking
    return Marking.parse(case["marking"], case["regime"])


def findings(case: dict[str, Any]) -> list[Diagnostic]:
    text, regime = case["marking"], case["regime"]
    if case["kind"] == "portion":
        return list(portion_problems(text, regime))
    found = list(problems(text, regime))
    portions = [PortionMarking.parse(p, regime) for p in case.get("portions", ())]
    return found + list(banner_findings(value(case), Span(0, len(text)), portions))


def compartments(held) -> list[dict[str, Any]]:
    return [{"name": c.name, "sub": list(c.sub)} for c in held]


def fields(marking: Marking) -> dict[str, Any]:
    """The marking in the shape of the case file."""
    sap, fgi, cui = marking.sap, marking.fgi, marking.cui
    return {
        "system": marking.system,
        "level": marking.level.name,
        "owners": list(marking.owners),
        "sci": [
            {"system": s.system, "compartments": compartments(s.compartments)} for s in marking.sci
        ],
        "sap": sap
        and {
            "programs": [
                {"name": p.name, "compartments": compartments(p.compartments)} for p in sap.programs
            ]
        },
        "aea": [{"type": a.type, "cnwdi": a.cnwdi, "sigma": list(a.sigma)} for a in marking.aea],
        "fgi": fgi and {"sources": list(fgi.sources)},
        "dissem": list(marking.dissemination),
        "rel_to": list(marking.rel_to),
        "rel": marking.rel,
        "display_only": list(marking.display_only),
        "non_ic": list(marking.non_ic),
        "cui": cui and {"specified": list(cui.specified), "basic": list(cui.basic)},
    }


def line_fields(line: LineMarking) -> dict[str, Any]:
    section = line.section
    return {
        "level": line.level.name,
        "spaced": line.spaced,
        "efto": line.efto,
        "fouo": line.fouo,
        "caveats": list(line.caveats),
        "ssic": line.subject_code,
        "section": section and {"number": section[0], "of": section[1], "final": line.final},
        "post": line.post,
        "serial": line.serial,
    }


def agree(wanted: dict[str, Any], got: dict[str, Any]) -> None:
    assert {key: got[key] for key in wanted} == wanted


def judged_as_stated(case: dict[str, Any], found: list[Diagnostic]) -> None:
    """A valid text has no error; another has the fault named, whatever its severity."""
    wrong = [d.name for d in found if d.severity is Severity.ERROR or not case["valid"]]
    stated = [] if case["valid"] else [case["error"]]
    assert [name for name in wrong if case["valid"] or name in stated] == stated


READ = [c for c in of("banner", "portion") if c.get("expect", {}).keys() - {"rolled_up"}]
ROLLED = [c for c in CASES if "portions" in c]
LINES = of("telegram-line", line="classification")
SECURITY = of("telegram-line", line="security")
ORDERS = of("telegram-line", line="executive-order")
BLOCKS = of("telegram-line", line="declassify-on")


def test_every_case_is_tested_here():
    tested = (of("banner", "portion"), LINES, SECURITY, ORDERS, BLOCKS)

    assert sum(map(len, tested)) == len(CASES)


@cases(READ)
def test_every_field_is_read(case):
    wanted = {key: found for key, found in case["expect"].items() if key != "rolled_up"}

    agree(wanted, fields(value(case)))


@cases(of("banner", "portion"))
def test_a_marking_is_judged_as_stated(case):
    judged_as_stated(case, findings(case))


@cases(ROLLED)
def test_portions_are_rolled_up_as_stated(case):
    portions = [PortionMarking.parse(text, case["regime"]) for text in case["portions"]]

    assert str(roll_up(portions)) == case["expect"]["rolled_up"]
    assert str(roll_up(portions[::-1])) == case["expect"]["rolled_up"]


@cases(LINES)
def test_a_classification_line_is_read_and_judged_as_stated(case):
    text, regime = case["marking"], case["regime"]

    agree(case.get("expect", {}), line_fields(LineMarking.parse(text, regime)))
    judged_as_stated(case, list(line_problems(text, regime)))


def test_the_security_lines_are_read_and_judged_as_stated():
    """FL4 is read with the heading; its rules have names of their own there."""
    good, bad = SECURITY
    line = Security.parse(good["marking"])

    wanted = {
        "level": line.level,
        "prosign": line.prosign,
        "signals": [signal.code for signal in line.signals],
    }
    assert wanted == good["expect"]
    assert bad["error"] == "security-group-mixed"
    assert set(Security.parse(bad["marking"]).characters or "") == {"C", "S"}


@cases(ORDERS)
def test_an_executive_order_line_is_read(case):
    order = ExecutiveOrder.parse(case["marking"])

    assert order.declassification is not None
    assert {"order": order.number, "kind": order.declassification.kind} == case["expect"]


@cases(BLOCKS)
def test_the_line_of_an_authority_block_is_judged_as_stated(case):
    assert DeclassifyOn.parse(case["marking"]).kind == "date"
    judged_as_stated(case, list(declassify_problems(case["marking"])))

"""Markings against each other: portions, banner, classification line."""

import pytest

from telegram.checks.markings import (
    banner_findings,
    class_line_findings,
    control_findings,
    release_findings,
)
from telegram.diagnostics import Safety
from telegram.source import Span
from telegram.values.classification import Classification
from telegram.values.markings.line import LineMarking
from telegram.values.markings.marking import Marking
from telegram.values.markings.portion_marking import PortionMarking

PLACE = Span(3, 9)


def marks(*texts: str) -> list[PortionMarking]:
    return [PortionMarking.parse(text, "telegram" if "/NF" in text else "any") for text in texts]


def names(found) -> list[str]:
    kept = list(found)
    assert [d.span for d in kept if d.span != PLACE] == []
    assert [d.message for d in kept if "{" in d.message] == []
    return [d.name for d in kept]


@pytest.mark.parametrize(
    ("banner", "portions", "wanted"),
    [
        ("SECRET//NOFORN", ("(S//NF)", "(U)"), []),
        ("CONFIDENTIAL//NOFORN", ("(S//NF)",), ["banner-below-portions"]),
        ("SECRET//NOFORN", ("(S//SI//NF)",), ["banner-rollup-mismatch"]),
        ("TOP SECRET//NOFORN", ("(S//NF)",), ["banner-rollup-mismatch"]),
        ("SECRET//NOFORN", (), []),
    ],
)
def test_a_banner_is_what_its_portions_give(banner, portions, wanted):
    found = banner_findings(Marking.parse(banner), PLACE, marks(*portions))

    assert names(found) == wanted


def test_the_overall_marking_is_offered_but_never_applied_unasked():
    (found,) = banner_findings(Marking.parse("SECRET//NOFORN"), PLACE, marks("(S//SI//NF)"))

    assert found.fix is not None
    assert found.fix.safety is Safety.UNSAFE
    assert found.fix.edits[0].text == "SECRET//SI//NOFORN"


@pytest.mark.parametrize(
    ("level", "portions", "wanted"),
    [
        ("CONFIDENTIAL", ("(C/NF)", "(U)"), []),
        ("CONFIDENTIAL", ("(S//REL TO USA, CAN)",), ["class-line-below-portions"]),
        ("SECRET", ("(C)",), ["class-line-above-portions"]),
        ("LIMITED OFFICIAL USE", ("(U)",), []),
        ("CONFIDENTIAL", ("(//DEU R)",), []),
        ("SECRET", (), []),
    ],
)
def test_the_line_is_at_the_level_of_the_highest_portion(level, portions, wanted):
    found = class_line_findings(Classification(level), PLACE, marks(*portions))

    assert names(found) == wanted


@pytest.mark.parametrize(
    ("line", "captions", "portions", "wanted"),
    [
        ("S E C R E T NOFORN", (), ("(S/NF)",), []),
        ("S E C R E T", ("NOFORN",), ("(S/NF)",), []),
        ("S E C R E T", (), ("(S/NF)",), ["caption-unlike-portions"]),
        ("S E C R E T", ("NOFORN",), ("(S)",), ["caption-unlike-portions"]),
        ("S E C R E T", ("NOFORN",), (), []),
        ("UNCLAS", ("NOFORN",), ("(U//SBU-NF)",), []),
    ],
)
def test_noforn_stands_above_the_text_and_in_a_portion_or_in_neither(
    line, captions, portions, wanted
):
    found = control_findings(LineMarking.parse(line), PLACE, captions, marks(*portions))

    assert names(found) == wanted


@pytest.mark.parametrize(
    ("released", "portions", "wanted"),
    [
        (("USA", "AUS"), ("(S//REL TO USA, AUS)",), []),
        (("USA", "GBR"), ("(S//REL TO USA, AUS)",), ["release-unlike-line"]),
        (("USA", "GBR"), ("(S)",), ["release-unlike-line"]),
        ((), ("(S)",), []),
    ],
)
def test_the_line_releases_what_all_portions_release(released, portions, wanted):
    assert names(release_findings(released, PLACE, marks(*portions))) == wanted

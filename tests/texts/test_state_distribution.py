"""The distribution block above the heading of telegrams of the 1970s."""

import pytest
from hypothesis import given

import telegram
from telegram import catalogue
from telegram.source import Span
from telegram.texts.state.distribution import (
    COPIES_DIFFER,
    Distribution,
    distribution_findings,
    read_distribution,
)
from tests.corpus.state_accuracy import FOLDER
from tests.laws.lines import texts


def block_of(source: str) -> Distribution | None:
    return read_distribution(source, Span(0, len(source)))


def sample(name: str) -> str:
    """What stands above the FL5 of a sample."""
    source = (FOLDER / name).read_text("utf-8")
    return source[: source.index("\nR ") + 1]


@pytest.mark.parametrize(
    ("name", "role", "total", "numbers"),
    [
        ("1974-terp-department-outgoing.txt", "ORIGIN", 14, "099777"),
        ("1976-terp-incoming-section-01-of-02.txt", "ACTION", 14, "077215"),
        ("1979-terp-eo12065-released.txt", "ACTION", 28, "071144 080121Z /61"),
    ],
)
def test_a_block_sums_its_copies(name, role, total, numbers):
    block = block_of(sample(name))

    assert block is not None
    assert (block.role, block.total, block.copied, block.numbers) == (role, total, total, numbers)
    assert list(distribution_findings(block)) == []


def test_who_drafted_approved_and_cleared_is_read():
    block = block_of(sample("1974-terp-department-outgoing.txt"))

    assert block is not None
    assert block.by("drafted") == ("ESAMPLE",)
    assert block.by("approved") == ("MRMODEL",)
    assert [(d.office, d.name, d.note) for d in block.drafting if d.role == "cleared"] == [
        ("ARA/LA", "PFIGURE", "SUBS")
    ]
    assert block.drafting[0].typist == "AB"
    assert block.desired == ("OC", "ARA")


@pytest.mark.parametrize(("which", "count"), [("bad", 1), ("good", 0)])
def test_a_lost_office_shows_in_the_sum(which, count):
    source, marked = catalogue.example(COPIES_DIFFER, which)

    block = block_of(source)

    assert block is not None
    found = list(distribution_findings(block))
    assert [d.span for d in found] == list(marked)
    assert len(found) == count


@given(texts())
def test_reading_never_fails_and_places_are_inside(source):
    block = block_of(source)

    spans = [] if block is None else [block.span, *(d.span for d in block.drafting)]
    assert all(0 <= span.start <= span.end <= len(source) for span in spans)


@pytest.mark.parametrize(
    ("line", "office", "name", "note"),
    [
        ("S/S - MR. SAMPLE", "S/S", "MR. SAMPLE", None),
        ("COMMERCE:ASAMPLE(INFO)", "COMMERCE", "ASAMPLE", "INFO"),
        ("NEA/RA:ASAMPLE, JR.", "NEA/RA", "ASAMPLE, JR.", None),
    ],
)
def test_clearances_are_read_however_they_are_punctuated(line, office, name, note):
    found = telegram.parse(
        "PAGE 01 STATE 123456\nORIGIN EB-11\nINFO OCT-01 ISO-00\n/012 R\n"
        f"DRAFTED BY EB/OT:AMODEL:AB\nAPPROVED BY: EB/OT:AFIGURE\n{line}\n"
        "------------------41BEB5 300131Z /38\nR 282223Z SEP 78\nFM SECSTATE WASHDC\n"
        "TO AMEMBASSY LONDON\nUNCLAS STATE 123456\nSUBJECT: EXERCISE\n1. EXERCISE. SAMPLE\n"
    )
    block = found.to_dict()["text"]["distribution"]

    assert (block["total"], block["numbers"]) == (12, "41BEB5 300131Z /38")
    assert [each["role"] for each in block["drafting"]] == ["drafted", "approved", "cleared"]
    last = block["drafting"][-1]
    assert (last["office"], last["name"], last["note"]) == (office, name, note)
    assert "TG250" not in {each.code for each in found.report}

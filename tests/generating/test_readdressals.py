"""Readdressals and service messages of the generator: what they name, and whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telegram import Generator
from tests.corpus.generated import COMBINATIONS, differences

SEEDS = st.integers(0, 2**32)
SENT_ON = [(dialect, text) for dialect, text in COMBINATIONS if text != "service"]


@settings(max_examples=100)
@given(
    kind=st.sampled_from(SENT_ON),
    seed=SEEDS,
    number=st.integers(1, 1000),
    accounting=st.sampled_from([None, "any"]),
    year=st.integers(1976, 2050),
)
def test_a_readdressal_is_clean_and_sends_on_what_its_sender_received(
    kind, seed, number, accounting, year
):
    made = Generator(
        dialect=kind[0],
        text=kind[1],
        seed=seed,
        readdressed=True,
        classification=None,
        control="any",
        accounting=accounting,
        year=year,
    ).made(number)
    heading, first = made.message.heading, made.message.heading.original

    assert list(differences(made)) == []
    assert made.message.handling.readdressal
    assert first is not None
    assert heading.originator is not None
    assert first.originator is not None
    assert heading.originator.name in [each.name for each in first.action]
    assert first.originator.name != heading.originator.name
    assert heading.dtg is not None
    assert first.dtg is not None
    assert first.dtg.resolve(1969) < heading.dtg.resolve(1969)


def test_the_numbers_of_whoever_sends_on_are_those_of_the_run():
    plain = Generator(dialect="janap128", text="plain", seed=5).message(9).heading
    again = Generator(dialect="janap128", text="plain", seed=5, readdressed=True).message(9).heading

    assert (again.transmission, again.dtg) == (plain.transmission, plain.dtg)
    assert again.routing is not None
    assert plain.routing is not None
    assert again.routing.serial == plain.routing.serial


@pytest.mark.parametrize("level", ["UNCLASSIFIED", "CONFIDENTIAL", "TOP SECRET"])
@settings(max_examples=20)
@given(dialect=st.sampled_from([d for d, t in COMBINATIONS if t == "service"]), seed=SEEDS)
def test_a_service_message_asks_what_was_meant(dialect, seed, level):
    made = Generator(
        dialect=dialect, text="service", seed=seed, paragraphs=(1, 9), classification=level
    ).made(1)

    assert list(differences(made)) == []
    assert made.text.service is not None
    assert made.message.service == made.text.service
    assert 1 <= len(made.text.service.requests) <= 9
    assert made.message.handling.service == (dialect == "janap128")

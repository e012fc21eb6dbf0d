"""The catalogue of faults: each yields its code, at its place, and nothing else."""

from itertools import islice
from random import Random

import pytest

import telegram
from telegram.faults import broken, fault, faults, faulty, without_fault
from telegram.faults.breaking import DIALECTS, NET, PRINTOUTS, TEXTS, Fault, Faulty
from telegram.faults.places import places
from tests.corpus.faults import shortcomings

every_fault = pytest.mark.parametrize("known", faults(), ids=lambda known: known.code)


def one_kind(known: Fault) -> tuple[str, str]:
    """A kind of messages that a fault is made for; ``tests.corpus.faults`` tries all of them."""
    return known.where[int(known.code[2:]) % len(known.where)]


def test_every_code_has_a_fault_or_a_reason():
    codes = [rule.code for rule in telegram.rules()]

    assert sorted([*(known.code for known in faults()), *without_fault()]) == codes
    assert all(without_fault().values())


@every_fault
def test_a_fault_yields_its_code_at_its_place_and_no_other(known):
    dialect, text = one_kind(known)

    one = next(faulty(known, seed=known.code, dialect=dialect, text=text))

    assert list(shortcomings(known, one)) == []


@every_fault
def test_the_record_is_complete(known):
    assert known.done
    assert known.ways
    assert known.where
    assert {dialect for dialect, _ in known.where} <= {*DIALECTS, NET, *PRINTOUTS}
    assert {text for _, text in known.where} <= set(TEXTS)
    assert {telegram.rule(code).code for code in known.also} == set(known.also)


@pytest.mark.parametrize("code", ["TG103", "TG301", "TG402", "TG405", "TG632"])
def test_the_same_seed_breaks_a_message_in_the_same_way(code):
    known = fault(code)
    message = next(faulty(known, seed=3)).original

    first, again = broken(message, code, seed=5), broken(message, code, seed=5)

    assert (first.text, first.span) == (again.text, again.span)
    assert len({broken(message, code, seed=seed).text for seed in range(8)}) > 1


def test_a_message_without_what_is_broken_is_refused():
    message = telegram.generate(seed=1, text="plain")

    assert fault("TG751").apply(message, Random(1)) is None
    with pytest.raises(ValueError, match="TG751 subject-set-empty"):
        broken(message, "TG751")


def test_a_message_that_has_the_fault_already_is_refused():
    one = next(faulty(fault("TG402"), seed=2))

    assert fault("TG402").apply(one.message, Random(1)) is None


def test_a_code_without_a_fault_says_why():
    with pytest.raises(KeyError, match="several messages"):
        fault("TG871")


def test_a_fault_of_the_encoding_is_bytes_that_read_to_the_message_given():
    one = next(faulty(fault("TG101"), seed=2))

    assert isinstance(one.text, bytes)
    assert one.span.of(str(one.message)) == "Ñ"


def test_messages_with_a_fault_are_all_different_and_of_the_kind_asked_for():
    some = list(islice(faulty(fault("TG403"), seed=4, dialect="janap128", text="plain"), 5))

    assert len({one.text for one in some}) == 5
    assert {one.original.dialect for one in some} == {"janap128"}


def test_a_kind_of_message_for_which_a_fault_is_not_made_is_refused():
    with pytest.raises(ValueError, match="amhs message"):
        next(faulty(fault("TG301"), dialect="amhs"))


def test_line_ends_of_the_message_are_kept():
    message = telegram.parse(str(telegram.generate(seed=1)).replace("\n", "\r\r\n"))

    one: Faulty = broken(message, "TG253")

    assert str(one.message).count("\r\r\n") == str(one.message).count("\n")


def test_places_lie_in_the_message():
    message = telegram.generate(seed=1)
    size = len(str(message))

    found = places(message)

    assert {"FL5", "dtg", "text.subject", "ending.serial", "class"} <= set(found)
    assert all(0 <= s.start <= s.end <= size for spans in found.values() for s in spans)

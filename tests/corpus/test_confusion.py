"""The dialect is chosen right for every example and for generated messages."""

from collections import Counter

from tests.corpus.confusion import examples, generated, state_examples


def test_every_example_of_the_reference_is_read_in_its_dialect():
    table = Counter(examples())

    assert table.total() >= 21
    assert [pair for pair in table if pair[0] != pair[1]] == []


def test_every_state_example_is_read_in_the_dialect_of_its_era():
    table = Counter(state_examples())

    assert len({meant for meant, _ in table}) == 3
    assert [pair for pair in table if pair[0] != pair[1]] == []


def test_every_generated_message_is_read_in_its_dialect():
    table = Counter(generated(10))

    assert len({meant for meant, _ in table}) >= 5
    assert [pair for pair in table if pair[0] != pair[1]] == []

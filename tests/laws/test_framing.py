"""Cutting into messages: pieces tile the text, as many come out as went in, and memory does not
grow with their number.
"""

import tracemalloc
from io import BytesIO, RawIOBase
from typing import BinaryIO, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import telegram
from telegram.framing import cut, split
from tests.laws.lines import damaged_messages, headings, texts

MESSAGE = """VZCZCXYZ{number:04}
PP RUEHC RUEHPE
DE RUEHSN #{number:04} 0731545
ZNR UUUUU ZZH
P 141540Z MAR 11
FM AMEMBASSY SAN SALVADOR
TO RUEHC/SECSTATE WASHDC PRIORITY {number:04}
BT
UNCLAS SAN SALVADOR 00{number:04}
{text}
BT
#{number:04}



NNNN
"""
SIGNED = tuple(text for text in headings() if text.rstrip().endswith("NNNN") and "ZNR" in text)
"""Examples that say where they end, and that begin with a line only a heading begins with."""


@given(st.one_of(texts(), damaged_messages()))
@example("NNNN\n" * 5)
@example("\f\f \f")
@example("VZCZCXYZ0001\n" * 3)
def test_messages_tile_the_text(text):
    bounds = list(cut(text))

    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(start < end for start, end in bounds)


@given(
    st.lists(st.sampled_from(SIGNED), min_size=1, max_size=6),
    st.sampled_from(("", "\n", "\r\n\r\n")),
)
def test_messages_joined_are_read_one_by_one(messages, between):
    """As many telegrams come out, and their bytes join to the whole."""
    data = between.join(messages).encode()

    read = list(telegram.read(BytesIO(data)))

    assert len(read) == len(messages)
    assert b"".join(bytes(each) for each in read) == data
    for each, message in zip(read, messages, strict=True):
        assert each.heading == telegram.parse(message).heading


@given(st.lists(st.sampled_from(SIGNED), min_size=2, max_size=4))
def test_messages_with_carriage_returns_are_read_one_by_one(messages):
    data = "".join(messages).replace("\n", "\r\r\n").encode()

    read = list(telegram.read(BytesIO(data)))

    assert len(read) == len(messages)
    assert b"".join(bytes(each) for each in read) == data


@given(st.lists(st.sampled_from(SIGNED), min_size=2, max_size=3), st.data())
def test_what_is_cut_does_not_depend_on_the_blocks_in_which_it_comes(messages, data):
    whole = "".join(messages).encode()
    sizes = data.draw(st.lists(st.integers(1, 700), min_size=1, max_size=8))

    in_blocks = [bytes(source) for source in split(cast(BinaryIO, Slow(whole, sizes)))]

    assert in_blocks == [bytes(source) for source in split(BytesIO(whole))]


def test_a_first_message_says_where_the_next_begins():
    one, other = MESSAGE.format(number=1, text="ONE"), MESSAGE.format(number=2, text="TWO")

    first = telegram.parse(one + other)

    assert first.next_message == len(one)
    assert first.text.text == "UNCLAS SAN SALVADOR 000001\nONE\n"
    assert telegram.parse(one).next_message is None


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b"", 0),
        (b" \n\n\f\n", 0),
        (b"FM EXERCISE\nTO OTHERS\nBT\nTEXT\n", 1),
        (b"FM EXERCISE\nBT\nONE\n\fFM EXERCISE\nBT\nTWO\n", 2),
        (b"NNNN\n\nNNNN\n", 1),
        (b"FM A\nBT\nNNNN\nUNCLASSIFIED//\nFM B\nBT\nNNNN\n", 2),
        (b"FM A\nBT\nNNNN\nTOTAL COPIES REQUIRED 1\n", 1),
    ],
)
def test_a_file_is_cut_at_ends_starts_and_form_feeds(data, count):
    read = list(telegram.read(BytesIO(data)))

    assert len(read) == count
    assert b"".join(bytes(each) for each in read) in (data, b"")


@pytest.mark.parametrize(
    ("between", "owned"),
    [
        ("UNCLASSIFIED//\n", ""),
        ("\nUNCLASSIFIED//\n", "UNCLASSIFIED//\n"),
        ("UNCLASSIFIED//\n\nUNCLASSIFIED//\nROUTINE\n", "UNCLASSIFIED//\nROUTINE\n"),
        ("UNCLASSIFIED//\nTOTAL COPIES REQUIRED 1\nROUTINE\n", "ROUTINE\n"),
    ],
)
def test_a_banner_directly_below_the_end_closes_a_message_and_any_other_opens_the_next(
    between, owned
):
    one, other = "FM A\nBT\nTEXT\nBT\nNNNN\n", "FM B\nBT\nTEXT\nBT\nNNNN\n"

    read = list(telegram.read(BytesIO(f"{one}{between}{other}".encode())))

    assert [str(each) for each in read] == [one + between.removesuffix(owned), owned + other]


class Slow(RawIOBase):
    """A stream that gives as many bytes at a time as told, however many are asked for."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        super().__init__()
        self.data, self.sizes, self.turn = data, sizes, 0

    def read(self, size: int = -1) -> bytes:
        size = min(size if size >= 0 else len(self.data), self.sizes[self.turn % len(self.sizes)])
        self.turn += 1
        given_out, self.data = self.data[:size], self.data[size:]
        return given_out


class Endless(RawIOBase):
    """A stream of many messages, made as they are read.

    Its lines recur: equal lines share values, up to a bound that is not the subject here.
    """

    def __init__(self, count: int) -> None:
        super().__init__()
        self.left, self.held = count, b""

    def read(self, size: int = -1) -> bytes:
        while self.left and len(self.held) < size:
            self.held += MESSAGE.format(number=self.left % 100, text="EXERCISE " * 6).encode()
            self.left -= 1
        given_out, self.held = self.held[:size], self.held[size:]
        return given_out


def peak_of_reading(count: int) -> int:
    """The most memory held while a stream of `count` messages is read one by one."""
    telegrams = telegram.read(cast(BinaryIO, Endless(count)))
    seen = 0
    tracemalloc.start()
    try:
        for each in telegrams:
            seen += each.heading.dtg is not None
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert seen == count
    return peak


def test_reading_many_messages_takes_the_memory_of_a_few():
    """Four times the messages, no more memory; the first number already fills several blocks."""
    peak_of_reading(1_000)  # patterns and shared values are made once

    assert peak_of_reading(4_000) < 1.2 * peak_of_reading(1_000)

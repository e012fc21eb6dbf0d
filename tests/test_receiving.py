"""Messages cut from a line: start, end, what is lost, and what runs away."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import telegram
from telegram import FrameEnd, Framer, ita2

HEADING = Path(__file__).parent / "corpus" / "heading"
NAMES = ("janap128-narrative", "janap128-multi", "state-single", "acp127-base")
MESSAGES = [(HEADING / f"{name}.txt").read_text().rstrip("\n") for name in NAMES]

pieces = st.sampled_from(
    [
        *MESSAGES,
        "VZCZCABA014\n",
        "ZCZC",
        "\nNNNN",
        "NNNN",
        "NN",
        "\r\r\n",
        "TEXT NNNN MORE\n",
        "V",
        "Q",
    ]
)


def framed(*texts: str, limit: int = 40_000) -> list[telegram.Frame]:
    framer = Framer(limit=limit)
    return [frame for text in texts for frame in framer.feed(text)] + framer.close()


@given(st.lists(pieces, max_size=12).map("".join), st.lists(st.integers(0, 6000), max_size=20))
@example("\nNNNN", [3])
@example("AVZCZC\nNNNN\nVZCZC", [2])
@example("VZCZCABA014\nR 151530Z APR 02\nBT\nNNNN", [5])
def test_pieces_make_no_difference_and_no_character_is_lost(text, cuts):
    places = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]

    frames = framed(*(text[first:last] for first, last in pairwise(places)), limit=300)

    assert frames == framed(text, limit=300)
    assert "".join(frame.before + frame.text for frame in frames).strip() == text.strip() or not (
        text.removeprefix("".join(frame.before + frame.text for frame in frames))
        .strip(" \r\nN")
        .replace("NNNN", "")
    )


def test_messages_on_a_line_with_noise_are_those_that_were_sent():
    stream = "RYRYRY " + "\n\n".join(MESSAGES) + "\n\n#?\n"

    frames = framed(stream)[: len(MESSAGES)]

    assert [frame.text for frame in frames] == MESSAGES
    assert all(frame.whole for frame in frames)
    assert frames[0].before == "RYRYRY "


def test_a_start_ends_a_message_whose_end_was_lost():
    lost = MESSAGES[0].replace("NNNN", "")

    frames = framed(lost + "\n" + MESSAGES[1])

    assert [frame.end for frame in frames] == [FrameEnd.MISSED, FrameEnd.SIGN]
    assert telegram.parse(frames[0].text).ending.serial == "0014"


def test_a_message_whose_start_was_lost_is_one_all_the_same():
    [first, second] = framed("NZ" + MESSAGES[0][5:] + "\n" + MESSAGES[1])

    assert (first.started, first.end, second.whole) == (False, FrameEnd.SIGN, True)


def test_signs_within_a_line_are_text():
    text = MESSAGES[0].replace("FICTIONAL", "FICTIONAL NNNN ZCZC")

    assert [frame.text for frame in framed(text)] == [text]


def test_a_runaway_message_is_cut_at_a_line_and_said_so():
    frames = framed("VZCZCABA014\n" + "TEXT OF A LINE\n" * 40, limit=200)

    assert frames[0].end is FrameEnd.RUNAWAY
    assert frames[0].text.endswith("LINE\n")
    assert all(len(frame.text) <= 200 for frame in frames)


def test_a_start_in_the_wrong_shift_begins_nothing():
    codes = bytes(code for code in ita2.encode("VZCZCABA") if code != ita2.LETTERS)

    printed = ita2.decode(bytes([ita2.FIGURES]) + codes)

    assert "ZCZC" not in printed
    assert [frame.started for frame in framed(printed)] == [False]


def test_a_receive_chain_reads_what_was_sent():
    sent = ita2.encode("\n".join(MESSAGES[:3]), line_end="\r\r\n", shift_first=True)
    decoder, framer = ita2.Decoder(), Framer()

    read = [
        telegram.parse(frame.text)
        for at in range(0, len(sent), 64)
        for frame in framer.feed(decoder.feed(sent[at : at + 64]))
    ]

    assert [str(message.heading.dtg) for message in read] == [
        str(telegram.parse(text).heading.dtg) for text in MESSAGES[:3]
    ]


def test_a_limit_below_a_heading_is_refused():
    with pytest.raises(ValueError, match="would cut headings"):
        Framer(limit=10)

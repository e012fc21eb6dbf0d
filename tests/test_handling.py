"""What was done with a message on its way, by the worked cases of the reference."""

from pathlib import Path

import pytest

import telegram

HEADING = Path(__file__).parent / "corpus" / "heading"


@pytest.mark.parametrize(
    ("name", "flag", "evidence"),
    [
        ("janap128-corrected", "corrected_copy", ("FL2 ZELW", "FL5 ZEL", "text CORRECTED COPY")),
        ("janap128-reroute", "rerouted", ("FL2 ZOVW", "FL4 ZOV")),
        ("janap128-susdupe", "suspected_duplicate", ("FL2 ZFDW", "FL4 ZFD")),
        ("acp127-pilot", "suspected_duplicate", ("pilot FL4 ZFD",)),
        ("janap128-readdressal", "readdressal", ("a second heading",)),
        ("janap128-service", "service", ("FL2 ZYVW",)),
        ("mars-book", "book", ("FL5 ZEX",)),
    ],
)
def test_a_message_says_how_it_was_handled_and_where(name, flag, evidence):
    handling = telegram.parse((HEADING / f"{name}.txt").read_bytes()).handling

    flags = {key for key, value in handling.to_dict().items() if value is True}
    assert flags == {flag}
    assert handling.evidence == evidence


def test_a_reroute_names_both_transmissions():
    handling = telegram.parse((HEADING / "janap128-reroute.txt").read_bytes()).handling

    assert (str(handling.rerouted_by), str(handling.reroute_of)) == (
        "RUHZCUU0136",
        "RUWTABA0014 1051530",
    )


def test_a_gateway_says_how_many_sections_it_joined():
    text = (
        "R 151530Z APR 02\nFM EXERCISE WING ONE\nTO EXERCISE GROUP TWO\nBT\nUNCLAS\n"
        "***THIS IS A 2 SECTION MESSAGE COLLATED BY EXERCISE GATEWAY***\nTEXT\nBT\n"
    )
    handling = telegram.parse(text).handling

    assert (handling.collated_sections, handling.collated_by) == (2, "EXERCISE GATEWAY")


def test_a_plain_message_says_nothing():
    handling = telegram.parse((HEADING / "janap128-narrative.txt").read_bytes()).handling

    assert handling == telegram.Handling()
    assert handling.evidence == ()

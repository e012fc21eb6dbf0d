"""Routing indicators: structure, nation, suffixes, and the shipped directory."""

import pytest

from telegram.source import Span
from telegram.values.routing_indicator import RoutingIndicator, indicator_of, indicator_problems


def test_the_parts_of_an_indicator():
    indicator = RoutingIndicator("RUEHSN")

    assert (indicator.network, indicator.nation) == ("worldwide", "United States")
    assert (indicator.relay, indicator.tributary) == ("RUEH", "SN")
    assert RoutingIndicator("QAAA").network == "theater"
    assert RoutingIndicator("RUEO").tributary == ""


def test_a_suffix_of_a_switch_names_a_section():
    assert RoutingIndicator("RUEOCSA").section is not None
    assert RoutingIndicator("RUEHSN").section is None


@pytest.mark.parametrize(
    ("letters", "nation"),
    [("RCEMZZA", "Canada"), ("RXFZZB", "NATO"), ("RHMCSUU", "United States"), ("RJAA", None)],
)
def test_the_second_letter_is_the_nation(letters, nation):
    assert RoutingIndicator(letters).nation == nation


def test_the_directory_knows_stations():
    assert RoutingIndicator("RUEHC").station == "DEPT OF STATE WASHINGTON DC"
    assert RoutingIndicator("RUEHZZQ").station is None
    assert len(RoutingIndicator("RUEHAFH").stations) == 2


def test_collectives_are_known_by_their_letters():
    assert RoutingIndicator("RHCRNAD").collective
    assert RoutingIndicator("RUCRNAD").collective
    assert not RoutingIndicator("RUCOWCA").collective


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("RUEHC", []),
        ("RUEHCABC", ["TG302"]),
        ("UUEHC", ["TG302"]),
        ("RUE5C", ["TG301"]),
        ("RUE", ["TG301"]),
        ("RJAAB", ["TG303"]),
        ("RUEHZZQ", ["TG304"]),
    ],
)
def test_what_is_wrong_with_an_indicator(text, codes):
    assert [found.code for found in indicator_problems(text, Span(0, len(text)))] == codes


def test_equal_letters_share_one_value():
    assert indicator_of("RUEHC") is indicator_of("RUEHC")
    assert indicator_of("RUEHC") == RoutingIndicator("RUEHC")

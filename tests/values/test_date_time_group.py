"""Date-time groups: calendar, zones, centuries, and what is wrong with one."""

from datetime import UTC, datetime

import pytest

from telegram.diagnostics import FieldError
from telegram.source import Span
from telegram.values.date_time_group import DateTimeGroup, dtg_problems


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("282134Z AUG 08", []),
        ("290900Z FEB 00", []),  # leap in 2000
        ("290900Z FEB 1900", ["TG403"]),
        ("310900Z FEB 75", ["TG403"]),
        ("282900Z FEB 75", ["TG402"]),
        ("280960Z FEB 75", ["TG402"]),
        ("320900Z FEB 75", ["TG402"]),
        ("000900Z FEB 75", ["TG402"]),
        ("280900J FEB 75", ["TG404"]),
        ("280900ZZ FEB 75", ["TG404"]),
        ("280900 FEB 75", ["TG404"]),
        ("280900Z Feb 75", ["TG405"]),
        ("280900Z FEBRUARY 75", ["TG405"]),
        ("280000Z FEB 75", ["TG406"]),
        ("282400Z FEB 75", ["TG406"]),
        ("280900Z FEB", ["TG407"]),
        ("280900Z", ["TG407"]),
        ("2809Z FEB 75", ["TG401"]),
        ("", ["TG401"]),
    ],
)
def test_what_is_wrong_with_a_group(text, codes):
    assert [found.code for found in dtg_problems(text)] == codes


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("310900Z FEB 75", Span(0, 2)),
        ("282900Z FEB 75", Span(2, 4)),
        ("280900J FEB 75", Span(6, 7)),
    ],
)
def test_a_refusal_points_at_the_part(text, span):
    with pytest.raises(FieldError) as caught:
        DateTimeGroup.parse(text)

    assert caught.value.span == span


@pytest.mark.parametrize(
    ("text", "pivot", "instant"),
    [
        ("051430Z MAR 74", 1969, "1974-03-05T14:30:00+00:00"),
        ("051430Z MAR 68", 1969, "2068-03-05T14:30:00+00:00"),
        ("051430Z MAR 69", 1969, "1969-03-05T14:30:00+00:00"),
        ("051430Z MAR 74", 1900, "1974-03-05T14:30:00+00:00"),
        ("051430Z MAR 74", 1975, "2074-03-05T14:30:00+00:00"),
        ("051430A MAR 2015", 1969, "2015-03-05T14:30:00+01:00"),
        ("051430R MAR 15", 1969, "2015-03-05T14:30:00-05:00"),
        ("312400Z DEC 99", 1969, "2000-01-01T00:00:00+00:00"),
    ],
)
def test_the_instant_meant(text, pivot, instant):
    assert DateTimeGroup.parse(text).resolve(pivot).isoformat() == instant


@pytest.mark.parametrize(
    ("dtg", "pivot", "code"),
    [
        (DateTimeGroup(16, 14, 45), 1969, "TG407"),
        (DateTimeGroup(16, 14, 45, month=4), 1969, "TG407"),
        (DateTimeGroup(16, 14, 45, "J", 4, 15), 1969, "TG404"),
        (DateTimeGroup(29, 9, 0, "Z", 2, 0), 1869, "TG403"),
    ],
)
def test_what_fixes_no_instant_says_why(dtg, pivot, code):
    with pytest.raises(FieldError) as caught:
        dtg.resolve(pivot)

    assert caught.value.code == code


@pytest.mark.parametrize(
    "parts",
    [
        {"day": 0, "hour": 1, "minute": 1},
        {"day": 31, "hour": 9, "minute": 0, "month": 2, "year": 75},
        {"day": 1, "hour": 24, "minute": 1},
        {"day": 1, "hour": 1, "minute": 60},
        {"day": 1, "hour": 1, "minute": 1, "zone": "ZZ"},
        {"day": 1, "hour": 1, "minute": 1, "month": 13},
        {"day": 1, "hour": 1, "minute": 1, "year": 75},
        {"day": 1, "hour": 1, "minute": 1, "month": 1, "year": -1},
        {"day": 1, "hour": 1, "minute": 1, "month": 1, "year": 123},
    ],
)
def test_a_value_cannot_hold_the_impossible(parts):
    with pytest.raises(FieldError):
        DateTimeGroup(**parts)


def test_a_group_is_made_of_an_aware_datetime_only():
    assert str(DateTimeGroup.at(datetime(2008, 8, 28, 21, 34, tzinfo=UTC))) == "282134Z AUG 08"
    with pytest.raises(ValueError, match="aware"):
        DateTimeGroup.at(datetime(2008, 8, 28, 21, 34))

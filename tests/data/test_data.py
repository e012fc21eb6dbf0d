"""The vocabularies as a whole: every table loads, is whole, and agrees with its neighbours."""

import ast
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest

from telegram import data

# What tells the rows of a table apart. A new table must be entered here.
KEYS = {
    "captions": ("caption",),
    "classification-levels": ("system", "level"),
    "classification-reasons": ("letter",),
    "content-indicators": ("code",),
    "country-trigraphs": ("code",),
    "dissemination-controls": ("banner", "group"),
    "executive-orders": ("number",),
    "exercise-stations": ("kind", "name"),
    "exercise-words": ("kind", "words"),
    "fixed-routing-indicators": ("indicator",),
    "ita2": ("code",),
    "language-media": ("code",),
    "marking-rules": ("relation", "subject", "object", "regime"),
    "marking-titles": ("title", "group"),
    "mmhs-precedences": ("letter",),
    "nations": ("second_letter",),
    "operating-signals": ("signal",),
    "positions": ("word",),
    "post-names": ("written",),
    "posts": ("post_name", "routing_indicator"),
    "precedences": ("letter",),
    "prosigns": ("prosign",),
    "reference-rules": ("rule",),
    "reference-words": ("word",),
    "release-codes": ("letter",),
    "routing-indicators": ("routing_indicator", "station"),
    "routing-suffixes": ("suffix",),
    "security-letters": ("letter",),
    "special-handling": ("letter",),
    "tags": ("tag", "family"),
    "transliterations": ("character",),
}

# The directory's own word for where a row comes from: edition and section of ACP 117.
SOURCE_COLUMNS = {"routing-indicators": "source_edition"}

every_table = pytest.mark.parametrize("name", sorted(KEYS))


def test_every_table_is_listed_here():
    assert data.names() == tuple(sorted(KEYS))


@every_table
def test_every_row_has_a_cell_for_every_column(name):
    rows = data.rows(name)

    assert rows
    # csv.DictReader files surplus cells under None and gives None for missing ones.
    assert [dict(row) for row in rows if None in row or None in row.values()] == []


@every_table
def test_no_cell_has_blanks_around_it_or_a_line_end_inside(name):
    cells = [cell for row in data.rows(name) for cell in row.values()]

    assert [cell for cell in cells if cell != cell.strip() or "\n" in cell] == []


@every_table
def test_every_row_names_its_source(name):
    column = SOURCE_COLUMNS.get(name, "source")

    assert [dict(row) for row in data.rows(name) if not row[column]] == []


@every_table
def test_keys_are_unique(name):
    keys = [tuple(row[column] for column in KEYS[name]) for row in data.rows(name)]

    assert sorted(keys) == sorted(set(keys))


def test_precedences_stand_from_the_highest_to_the_lowest():
    rows = data.rows("precedences")

    assert "".join(row["letter"] for row in rows) == "YWZOPRM"
    assert [int(row["rank"]) for row in rows] == [7, 6, 5, 4, 3, 2, 1]
    minutes = [int(row["minutes"]) for row in rows if row["minutes"]]
    assert minutes == sorted(minutes)


def test_a_precedence_pair_is_its_letter_doubled():
    pairs = {row["letter"]: row["pair"] for row in data.rows("precedences") if row["pair"]}

    assert pairs == {letter: letter * 2 for letter in "YZOPR"}


def test_minutes_say_what_speed_of_service_says():
    units = {"minutes": 1, "hours": 60}
    for row in data.rows("precedences"):
        if row["speed_of_service"]:
            number, unit = row["speed_of_service"].split()
            assert int(row["minutes"]) == int(number) * units[unit], row["letter"]
        else:
            assert row["minutes"] == "", row["letter"]


def test_security_letters_say_what_the_levels_say():
    levels = {row["level"]: row for row in data.groups("classification-levels", "system")["US"]}
    letters = [row for row in data.rows("security-letters") if row["rank"]]

    assert "".join(row["letter"] for row in letters) == "TSCREU"
    for row in letters:
        level = levels[row["level"]]
        assert row["rank"] == level["rank"]
        assert row["letter"] * 4 == level["janap_fl2"]
        assert f"{row['warning']} {row['group']}" == level["fl4"]


def test_a_special_handling_group_is_its_letter_five_times():
    security = data.table("security-letters", "letter")
    for row in data.rows("special-handling"):
        assert row["group"] == row["letter"] * 5
        assert row["lowest_level"] == "" or security[row["lowest_level"]]["rank"]


def test_every_second_letter_belongs_to_exactly_one_release_code():
    """Of two addressees only one code can be meant: the letters part the alphabet."""
    letters = [x for row in data.rows("release-codes") for x in row["second_letters"].split()]

    assert sorted(letters) == list(ascii_uppercase)


def test_release_codes_go_to_the_nation_their_letter_names():
    nations = data.table("nations", "second_letter")
    for row in data.rows("release-codes"):
        known = {nations[x]["nation"] for x in row["second_letters"].split() if x in nations}
        if row["letter"] == "X":
            assert not known & {"United Kingdom", "Canada", "United States"}
        elif row["letter"] == "B":
            # The Commonwealth less three members: one indicator letter, another name.
            assert known == {"United Kingdom"}
        else:
            assert known == {row["released_to"]}


def test_language_media_pair_with_known_codes():
    codes = data.table("language-media", "code")
    for row in data.rows("language-media"):
        assert set(row["pairs_with"].split()) <= set(codes), row["code"]


def test_content_indicators_are_their_signal_and_one_character():
    """The character may be a letter (``ZELW``) or the signal's own variant digit (``ZFH2``)."""
    signals = data.table("operating-signals", "signal")
    for row in data.rows("content-indicators"):
        assert len(row["code"]) == 4
        if row["signal"]:
            assert row["code"][:3] == row["signal"]
            assert row["signal"] in signals


def test_fixed_indicators_occur_in_the_directory():
    directory = data.groups("routing-indicators", "routing_indicator")
    for row in data.rows("fixed-routing-indicators"):
        fixed = row["indicator"]
        if fixed == "RUCR":
            continue  # only as delivered: RHCR with its second letter changed
        found = (
            fixed in directory
            if row["match"] == "whole"
            else any(indicator.startswith(fixed) and indicator != fixed for indicator in directory)
        )
        assert found, fixed


def test_suffixes_begin_with_the_letter_kept_for_communications():
    assert {row["suffix"][0] for row in data.rows("routing-suffixes")} == {"C"}


def test_a_table_is_read_once():
    assert data.rows("nations") is data.rows("nations")
    assert data.table("nations", "second_letter") is data.table("nations", "second_letter")


def test_rows_cannot_be_changed():
    row: Any = data.rows("nations")[0]

    with pytest.raises(TypeError):
        row["nation"] = "ELSEWHERE"


def test_of_rows_with_one_key_the_table_has_the_first_and_groups_has_all():
    stations = data.groups("routing-indicators", "routing_indicator")["RUEHAFH"]

    assert [row["station"] for row in stations] == [
        "AMCONSUL HERAT",
        "AMEMBASSY MAZAR-E SHAIRF",
    ]
    assert data.table("routing-indicators", "routing_indicator")["RUEHAFH"] is stations[0]


def test_a_row_without_the_key_is_left_out():
    assert set(data.table("precedences", "word")) == {"FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE"}


@pytest.mark.parametrize("name", ["precedence", "", "../data/precedences", "precedences.csv"])
def test_a_wrong_table_name_is_answered_with_the_names(name):
    with pytest.raises(KeyError) as caught:
        data.rows(name)

    assert all(known in str(caught.value) for known in KEYS)


@pytest.mark.parametrize("look_up", [data.table, data.groups])
def test_a_wrong_column_is_answered_with_the_columns(look_up):
    with pytest.raises(KeyError, match="second_letter, nation, notes, source"):
        look_up("nations", "letter")


def test_importing_the_vocabularies_loads_no_reader():
    """A plain ``import telegram`` must stay quick: csv is loaded by the first look-up."""
    module = ast.parse(Path(data.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in module.body if isinstance(node, ast.ImportFrom)}

    assert not [node for node in module.body if isinstance(node, ast.Import)]
    assert imported == {"collections.abc", "functools", "types"}


def test_the_checkout_keeps_no_second_copy_of_the_grammars():
    """``telegram/grammar`` exists in the wheel only; a copy here would go stale unseen."""
    checkout = Path(__file__).parents[2]

    assert (checkout / "telegram").is_dir()
    assert not (checkout / "telegram" / "grammar").exists()

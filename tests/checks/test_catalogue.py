"""The catalogue, and the manual pages made from it."""

import ast
import importlib.util
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import telegram
from telegram import catalogue, data
from telegram.source import Span

ROOT = Path(__file__).parents[2]

# The rules of the references, by section; the numbers of FL2 leave a gap between its two forms.
IDS = {
    "FL1": range(1, 6),
    "FL2": [*range(1, 6), *range(10, 21)],
    "FL3": range(1, 7),
    "FL4": range(1, 8),
    "FL5": range(1, 11),
    "FL6": [1],
    "FL7": range(1, 9),
    "FL9": [1],
    "FL10": range(1, 3),
    "BT": [1],
    "FL15": range(1, 4),
    "FL16": range(1, 3),
    "PG": range(1, 5),
    "RI": range(1, 6),
    "OS": [1],
    "CH": range(1, 4),
}
REFERENCE_RULES = [f"{line}-R{number}" for line, numbers in IDS.items() for number in numbers]
REFERENCE_RULES += [f"X{number}" for number in range(1, 13)]

# The rules of State telegrams, in the order of the table: by name, then by number.
STATE_IDS = {
    "BODY-R": range(1, 6),
    "CAP-R": range(1, 9),
    "CB-R": range(1, 6),
    "CHR-R": range(1, 3),
    "CL-R": range(1, 10),
    "COR-R": [1],
    "DIST-R": [1],
    "END-I": [1],
    "EO-R": range(1, 8),
    "FL7-S": range(1, 7),
    "FL9-I": [1],
    "LEN-R": [1],
    "PG-S": range(1, 3),
    "REF-R": range(1, 9),
    "SCR-I": range(1, 3),
    "SCR-W": range(1, 4),
    "SEC-R": range(1, 5),
    "SIG-R": range(1, 4),
    "SM-R": range(1, 4),
    "SUBJ-I": [1],
    "SUBJ-R": range(1, 7),
    "SUM-R": range(1, 4),
    "TAGS-R": range(1, 10),
    "TX-I": [1],
    "TX-R": range(1, 8),
}
STATE_RULES = [f"{name}{number}" for name, numbers in STATE_IDS.items() for number in numbers]

# The rules of set-formatted texts, by section of their reference; numbers leave gaps between them.
SETS = (
    *((1, 4), (10, 18), (20, 28), (30, 31), (35, 36), (40, 44), (46, 47), (50, 55), (58, 61)),
    *((62, 67), (70, 74), (80, 93), (95, 96), (100, 104), (110, 113), (120, 123)),
)
SETS_RULES = [f"TX-{number}" for first, last in SETS for number in range(first, last + 1)]


def generator() -> Any:
    """The script that makes the manual's pages."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_record_in_the_sources_is_in_the_catalogue():
    package = Path(telegram.__file__).parent
    written = [
        node.targets[0].id
        for path in package.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == "Rule"
    ]

    assert len(catalogue.rules()) == len(written) > 0


def test_rules_are_ordered_by_code():
    codes = [rule.code for rule in catalogue.rules()]

    assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("change", "what"), [({"name": "another"}, "code"), ({"code": "TG999"}, "name")]
)
def test_two_records_cannot_share_a_code_or_a_name(monkeypatch, change, what):
    one = catalogue.rule("TG403")
    monkeypatch.setattr(catalogue, "_records", lambda: [one, one, evolve(one, **change)])

    with pytest.raises(ValueError, match=f"several rules have the {what}"):
        catalogue.rules.__wrapped__()


@pytest.mark.parametrize(
    "key", ["TG403", "tg403", " TG403 ", "dtg-day-not-in-month", "DTG-day-not-in-MONTH"]
)
def test_a_rule_is_found_by_code_or_name_in_any_case(key):
    assert catalogue.rule(key).code == "TG403"


@pytest.mark.parametrize(
    ("key", "near"), [("TG40", "TG40[0-9]"), ("dtg-day-not-in-moth", "dtg-day-not-in-month")]
)
def test_an_unknown_rule_is_answered_with_the_nearest(key, near):
    with pytest.raises(KeyError, match=f"{key}.*near it: .*{near}"):
        catalogue.rule(key)


def test_a_key_unlike_any_is_answered_plainly():
    with pytest.raises(KeyError, match=r"no rule 'qqqqqqqq'\"?$"):
        catalogue.rule("qqqqqqqq")


def test_an_example_is_dedented_and_its_carets_become_spans():
    rule = evolve(
        catalogue.rule("TG403"),
        bad="""
            FIRST LINE
            ^^^^^ ^^^^

              INDENTED
                      ^
            """,
    )

    text, spans = catalogue.example(rule)

    assert text == "FIRST LINE\n\n  INDENTED\n"
    assert [span.of(text) for span in spans] == ["FIRST", "LINE", ""]
    assert spans[2] == Span(22, 22)  # beyond the line: the empty place at its end


def test_an_explanation_holds_the_whole_record():
    rule = catalogue.rule("TG332")

    page = catalogue.explain("TG332")

    assert page.startswith("TG332 station-serial-sign-misplaced\n")
    assert "severity: warning; judged as sent: error" in page
    flat = " ".join(page.split())
    for part in (
        rule.explanation,
        rule.how_to_fix,
        rule.source,
        rule.bad,
        rule.good,
        *rule.references,
    ):
        assert " ".join(part.split()) in flat
    assert max(map(len, page.splitlines())) <= 100


@pytest.mark.parametrize("rule", catalogue.rules(), ids=lambda rule: rule.code)
def test_every_explanation_can_be_printed(rule):
    page = catalogue.explain(rule.code)

    assert page.isascii() or page.encode("utf-8")
    assert all(character.isprintable() or character == "\n" for character in page)


def test_the_generated_pages_are_fresh():
    """After a change to a rule run ``python docs/generate.py``."""
    assert generator().stale() == []


def test_the_table_of_reference_rules_is_whole():
    listed = [row["rule"] for row in data.rows("reference-rules")]

    assert listed[: len(REFERENCE_RULES)] == REFERENCE_RULES
    assert [name for name in listed if name.rstrip("0123456789") in STATE_IDS] == STATE_RULES
    assert len(set(listed)) == len(listed)
    assert [name for name in listed if name.rstrip("0123456789") == "TX-"] == SETS_RULES


def test_every_reference_rule_has_a_code_or_a_reason():
    codes_for = generator().codes_for
    bare = [
        row["rule"]
        for row in data.rows("reference-rules")
        if not codes_for(row["rule"]) and not row["reason"]
    ]

    assert bare == []


def test_no_record_names_an_unknown_reference_rule():
    named = {name for rule in catalogue.rules() for name in rule.references}

    assert named <= {row["rule"] for row in data.rows("reference-rules")}

"""Real and invented messages, whole: nothing is lost, nothing raises, the document keeps its
schema, and the values are right.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import telegram
from telegram.dialects import dialects
from telegram.document import schema
from telegram.lines import FormatLine
from tests.corpus.accuracy import at, measure

HERE = Path(__file__).parent
FOLDERS = ("heading", "navadmin", "state")
FILES = {
    path.relative_to(HERE).as_posix(): path
    for name in FOLDERS
    for path in sorted((HERE / name).glob("*.txt"))
}
MAPPING = json.loads((HERE / "mapping.json").read_text("utf-8"))
EXPECTED = json.loads((HERE / "heading" / "expected.json").read_text("utf-8"))
every_file = pytest.mark.parametrize("name", sorted(FILES))
every_example = pytest.mark.parametrize("name", sorted(EXPECTED))


@pytest.fixture(scope="module")
def validator():
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


@every_file
def test_every_byte_comes_back_and_the_document_keeps_its_schema(name, validator):
    data = FILES[name].read_bytes()

    message = telegram.parse(data)

    assert bytes(message) == data
    text = message.source.text
    assert "".join(line.span.of(text) for line in message.lines) == text
    document = json.loads(message.to_json())
    assert [f"{e.json_path}: {e.message}" for e in validator.iter_errors(document)] == []


@every_file
def test_every_file_is_read_as_a_stream_without_loss(name):
    data = FILES[name].read_bytes()

    assert b"".join(bytes(message) for message in telegram.read(FILES[name])) == data


def test_the_corpus_is_here():
    counts = {folder: sum(name.startswith(folder) for name in FILES) for folder in FOLDERS}

    assert counts["navadmin"] >= 60
    assert counts["heading"] >= 21
    assert counts["state"] >= 15


def test_every_scored_value_of_the_real_messages_is_right():
    counts, misses = measure(HERE / "navadmin" / "navadmin-truth.json", HERE / "navadmin")

    assert misses == []
    assert sum(scored for _, scored in counts.values()) >= 560


# ---- the schema ----------------------------------------------------------------------------------


def objects(node: Any):
    """Every subschema of an object in a schema."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for child in node.values():
            yield from objects(child)
    elif isinstance(node, list):
        for child in node:
            yield from objects(child)


def test_the_schema_is_strict():
    """Every object lists its members, requires all of them, and allows no other."""
    found = list(objects(schema()))

    assert len(found) >= 15
    for each in found:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


def test_the_schema_describes_every_member():
    undescribed = [
        name
        for each in objects(schema())
        for name, member in each["properties"].items()
        if not (member.get("description") or "$ref" in member)
    ]

    assert undescribed == []


def test_the_schema_names_every_dialect():
    assert schema()["properties"]["dialect"]["enum"] == [
        *(record.name for record in dialects()),
        None,
    ]


def test_the_schema_refuses_what_it_does_not_know(validator):
    document = telegram.parse(FILES["heading/state-single.txt"].read_bytes()).to_dict()
    broken = [
        {**document, "extra": None},
        {key: value for key, value in document.items() if key != "original"},
        {**document, "schema": "2"},
        {**document, "precedence": {"action": "PP", "info": None}},
        {**document, "dtg": {**document["dtg"], "utc": "2011-03-14 15:40"}},
    ]

    assert validator.is_valid(document)
    assert [validator.is_valid(each) for each in broken] == [False] * len(broken)


# ---- the decodings of the invented examples ------------------------------------------------------


def listed(wanted: Any, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Addressees as the decodings write them, as far as each says anything."""
    names = {
        "ri": "routing_indicator",
        "pla": "name",
        "offices": "offices",
        "precedence": "precedence",
        "count": "number",
        "collective": "collective",
        "zen": "zen",
    }
    keys = [list(each) for each in wanted]
    keys += [list(names)] * (len(found) - len(wanted))
    return [
        {key: each[names[key]] for key in said} for each, said in zip(found, keys, strict=False)
    ]


NORMALISERS = {
    "as-is": lambda wanted, found: found,
    "doubled": lambda wanted, found: found and found * 2,
    "prosign": lambda wanted, found: "".join(found) * len(wanted),
    "filed": lambda wanted, found: (
        found and {key: value for key, value in found.items() if value is not None}
    ),
    "signals": lambda wanted, found: [each["value"] for each in found if each["kind"] == "signal"],
    "mid": lambda wanted, found: "".join(each["value"] for each in found if each["kind"] == "mid"),
    "names": lambda wanted, found: [each["name"] for each in found],
    "addressees": listed,
    "section": lambda wanted, found: found and [found["number"], found["of"]],
    "sign": lambda wanted, found: "NNNN" if found else None,
}
"""How the document's values are written in the decodings."""


@every_example
def test_an_example_is_read_as_its_decoding_says(name):
    document = telegram.parse(FILES[f"heading/{name}"].read_bytes()).to_dict()
    mapping = MAPPING["heading-examples"]
    wanted = {key: value for key, value in EXPECTED[name].items() if "path" in mapping[key]}

    found = {
        key: NORMALISERS[mapping[key]["normaliser"]](value, at(document, mapping[key]["path"]))
        for key, value in wanted.items()
    }

    assert found == wanted


def test_every_example_is_compared():
    examples = {name.partition("/")[2] for name in FILES if name.startswith("heading/")}

    assert set(EXPECTED) == examples
    assert len(EXPECTED) >= 21


@pytest.mark.parametrize("section", sorted(set(MAPPING) - {"about"}))
def test_every_key_has_a_path_or_a_reason(section):
    wrong = [
        key
        for key, entry in MAPPING[section].items()
        if ("path" in entry or "attribute" in entry) == bool(entry.get("reason"))
    ]

    assert wrong == []


def test_every_key_of_the_decodings_is_mapped():
    used = {key for values in EXPECTED.values() for key in values}

    assert used == set(MAPPING["heading-examples"])


def test_no_example_has_errors_that_its_kind_does_not_explain():
    """Data patterns are no narrative, and the serial number of a readdressal is its own."""
    found = {
        name: sorted(
            {
                finding.code
                for finding in telegram.check(FILES[f"heading/{name}"].read_bytes()).errors
            }
        )
        for name in EXPECTED
    }

    assert {name: codes for name, codes in found.items() if codes} == {}


# ---- San Salvador --------------------------------------------------------------------------------


def test_the_san_salvador_telegram_has_the_heading_of_the_contract():
    document = telegram.parse(FILES["state/seed-08sansalvador1029.txt"].read_bytes()).to_dict()
    wanted = json.loads((HERE / "state" / "seed-08sansalvador1029.heading.json").read_text("utf-8"))

    assert {key: document[key] for key in wanted} == wanted


def test_the_blank_line_inside_the_san_salvador_heading_is_kept():
    message = telegram.parse(FILES["state/seed-08sansalvador1029.txt"].read_bytes())

    labels = [line.format_line for line in message.lines]
    first = labels.index(FormatLine.FL1)
    assert labels[first : first + 5] == [
        FormatLine.FL1,
        FormatLine.FL2,
        FormatLine.BLANK,
        FormatLine.FL3,
        FormatLine.FL4,
    ]

"""``telegram show --field``: one member of the document, a value a line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from telegram.cli.program import program

ROOT = Path(__file__).parents[2]
SAN_SALVADOR = str(ROOT / "docs" / "telegrams" / "08sansalvador1029.txt")


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        ("text.tags", ["ES", "KCRM", "PGOV", "PREL"]),
        ("dtg.utc", ["2008-08-28T21:34:00Z"]),
        ("action.name", ["SECSTATE WASHDC"]),
        ("info[1].name", ["FBI WASHINGTON DC"]),
        ("info[9].name", []),
        ("text.references", []),
        ("station.filed", ['{"day_of_year": 241, "day_of_month": null, "time": "2134"}']),
        ("ending.end_of_message", ["false"]),
        ("accounting.symbol", []),
    ],
)
def test_a_field_is_printed_a_value_a_line(path, printed):
    result = CliRunner().invoke(program, ["show", "--field", path, SAN_SALVADOR])

    assert (result.exit_code, result.stdout.splitlines()) == (0, printed)


def test_several_fields_are_printed_in_the_order_asked_for():
    call = ["show", "--field", "originator.name", "--field", "text.signature", SAN_SALVADOR]
    result = CliRunner().invoke(program, call)

    assert result.stdout.splitlines() == ["AMEMBASSY SAN SALVADOR", "GLAZER"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nothing.here", "the document has schema, dialect, "),
        ("dtg.nothing", "'dtg' has text, utc, zone"),
        ("original.dtg.nothing", "'dtg' has text, utc, zone"),
        ("action.0.name", "'action' has routing_indicator, name, "),
        ("text.paragraphs.nothing", "'paragraphs' has number, "),
        ("dtg[0]", "'dtg' is no list"),
        ("dialect.nothing", "'dialect' has no members"),
        ("", "is no path"),
        ("action[", "is no path"),
    ],
)
def test_a_member_that_no_document_has_is_a_wrong_call(path, said):
    result = CliRunner().invoke(program, ["show", "--field", path, SAN_SALVADOR])

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize("path", ["text.sets.id", "original.action[0].name", "pilot", "service"])
def test_a_member_that_this_document_lacks_is_no_line(path):
    result = CliRunner().invoke(program, ["show", "--field", path, SAN_SALVADOR])

    assert (result.exit_code, result.output) == (0, "")

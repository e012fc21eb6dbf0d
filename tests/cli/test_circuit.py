"""``telegram circuit``: the log on standard output, and the exit status."""

import json

from tests.circuit.test_circuit import message
from tests.cli.test_call import run


def test_a_clean_channel_is_a_line_a_message_and_no_problem(tmp_path):
    path = tmp_path / "day.txt"
    path.write_text(message("014") + message("015", "151531Z APR 02"))

    result = run("circuit", path)

    assert result.exit_code == 0
    assert [line[:14] for line in result.stdout.splitlines()[:2]] == [
        "   1  ABA014  ",
        "   2  ABA015  ",
    ]
    assert result.stdout.endswith("2 messages; missing: none\n")


def test_a_gap_is_told_below_its_message_and_in_the_summary(tmp_path):
    path = tmp_path / "day.txt"
    path.write_text(message("014") + message("016", "151531Z APR 02"))

    result = run("circuit", path)

    assert result.exit_code == 1
    assert "TG891 channel-number-missing: 015 of channel ABA has not come" in result.stdout
    assert result.stdout.endswith("missing: ABA015\n")


def test_the_log_is_one_json_document(tmp_path):
    path = tmp_path / "day.txt"
    path.write_text(message("014") + message("015"))

    document = json.loads(run("circuit", "--format", "json", path).stdout)

    assert document["messages"] == 2
    assert [entry["copy"] for entry in document["entries"]] == ["first", "duplicate"]

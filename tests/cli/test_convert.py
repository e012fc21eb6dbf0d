"""``telegram convert``: messages on standard output, what became of them on standard error."""

from telegram import parse
from tests.cli.test_call import HEADINGS, ROOT, run


def test_messages_are_refiled_and_the_report_is_on_standard_error():
    result = run(
        "convert", "--to", "janap128", "--station", "RUEHSNA", HEADINGS / "state-single.txt"
    )

    assert result.exit_code == 0
    assert parse(result.stdout).dialect == "janap128"
    assert "state-single.txt:1: lost: FL8 info 1: count: 0087\n" in result.stderr


def test_what_cannot_be_refiled_is_said_and_left_out():
    archive = ROOT / "docs" / "telegrams" / "exercise" / "archive.txt"
    result = run("convert", "--to", "janap128", archive)

    assert result.exit_code == 1
    assert result.stdout.count("NNNN") == 1
    assert f"{archive}:21:" in result.stderr
    assert result.stderr.rstrip().endswith("give called=")


def test_a_value_that_is_none_is_a_wrong_call():
    result = run("convert", "--to", "amhs", "--station", "XX", HEADINGS / "state-single.txt")

    assert result.exit_code == 2
    assert "TG301" in result.stderr

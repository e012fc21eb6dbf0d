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
    assert result.stderr.rstrip().endswith("give --called")


def test_a_value_that_is_none_is_a_wrong_call():
    result = run("convert", "--to", "amhs", "--station", "XX", HEADINGS / "state-single.txt")

    assert result.exit_code == 2
    assert "TG301" in result.stderr


def test_mail_goes_there_and_back(tmp_path):
    message = HEADINGS / "state-single.txt"
    mail = run("convert", "--to", "email", "--domain", "example.mil", message)
    (tmp_path / "one.eml").write_bytes(mail.stdout_bytes)
    back = run(
        "convert", "--from", "email", "--to", "acp127-us", "--called", "RUEHC", tmp_path / "one.eml"
    )

    assert mail.exit_code == back.exit_code == 0
    assert "To: RUEHC/SECSTATE WASHDC PRIORITY 0412 <secstate.washdc@example.mil>" in mail.stdout
    assert parse(back.stdout).heading.station == parse(message.read_bytes()).heading.station
    assert f"{tmp_path / 'one.eml'}: given: FL2 stations called: RUEHC\n" in back.stderr


def test_every_mail_of_an_archive_is_a_file(tmp_path):
    archive = ROOT / "docs" / "telegrams" / "exercise" / "archive.txt"
    streamed = run("convert", "--to", "email", archive)
    filed = run("convert", "--to", "email", "--out", tmp_path / "mail", archive)
    again = run("convert", "--to", "email", "--out", tmp_path / "mail", archive)

    assert streamed.exit_code == 2
    assert "--out DIR" in streamed.stderr
    assert filed.exit_code == 0
    names = sorted(path.name for path in (tmp_path / "mail").iterdir())
    assert [name[:4] for name in names] == ["0001", "0002", "0003"]
    assert {name[-4:] for name in names} == {".eml"}
    assert again.exit_code == 2
    assert "--force" in again.stderr


def test_a_mail_that_lacks_something_is_refused(tmp_path):
    mail = tmp_path / "x.eml"
    mail.write_text("From: Wing One <one@invalid>\nTo: two@invalid\n\nUNCLAS\n")
    result = run("convert", "--from", "email", "--to", "amhs", mail)

    assert result.exit_code == 1
    assert "give --precedence" in result.stderr


def test_wrong_calls_about_mail_say_so():
    message = HEADINGS / "state-single.txt"
    for call in (
        ("--to", "email", "--serial", "0001"),
        ("--to", "email", "--from", "email"),
        ("--to", "email", "--domain", "no domain"),
        ("--to", "acp127", "--from", "email", "--precedence", "SOON"),
        ("--to", "acp127", "--precedence", "ROUTINE"),
    ):
        assert run("convert", *call, message).exit_code == 2, call

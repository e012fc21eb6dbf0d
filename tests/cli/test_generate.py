"""``telegram generate``: to standard output, one file or many, with the expected values."""

import json

import pytest

import telegram
from telegram.cli.generate import ACCOUNTED as OFFERED_ACCOUNTED
from telegram.cli.generate import CONTROLS as OFFERED_CONTROLS
from telegram.cli.generate import LEVELS as OFFERED_LEVELS
from telegram.cli.generate import TEXTS as OFFERED_TEXTS
from telegram.generating import ACCOUNTED, CONTROLS, LEVELS, TEXTS
from tests.cli.test_call import process, run

CALL = ("generate", "--count", "3", "--seed", "7", "--dialect", "janap128", "--text", "sets")
MESSAGES = list(telegram.Generator(dialect="janap128", text="sets", seed=7).messages(3))
NAMES = [
    f"000{number}_{str(message.heading.dtg).replace(' ', '-')}_"
    f"{message.to_dict()['originator']['name'].replace(' ', '-')}"
    for number, message in enumerate(MESSAGES, 1)
]


def test_messages_go_to_standard_output_as_the_library_makes_them():
    done = process(*CALL)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"".join(map(bytes, MESSAGES))


def test_one_file_holds_them_all_and_is_not_overwritten(tmp_path):
    path = tmp_path / "all.txt"
    assert run(*CALL, "--one-file", path).exit_code == 0
    assert path.read_bytes() == b"".join(map(bytes, MESSAGES))

    again = run(*CALL, "--one-file", path)
    assert again.exit_code == 2
    assert again.stderr == f"telegram: {path}: is there already; --force overwrites\n"
    assert run(*CALL, "--one-file", path, "--force").exit_code == 0


def test_a_folder_gets_each_message_and_its_expected_values(tmp_path):
    assert run(*CALL, "--out", tmp_path / "set", "--format", "json").exit_code == 0

    written = sorted(path.name for path in (tmp_path / "set").iterdir())
    assert written == sorted(f"{name}.{ending}" for name in NAMES for ending in ("json", "txt"))
    for name, message in zip(NAMES, MESSAGES, strict=True):
        assert (tmp_path / "set" / f"{name}.txt").read_bytes() == bytes(message)
        expected = json.loads((tmp_path / "set" / f"{name}.json").read_text("utf-8"))
        assert expected == json.loads(message.to_json())


def test_json_lines_hold_source_and_expected_values():
    done = process(*CALL, "--format", "json")

    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert [document["source"] for document in documents] == [str(each) for each in MESSAGES]
    assert [document["expected"] for document in documents] == [
        json.loads(each.to_json()) for each in MESSAGES
    ]


@pytest.mark.parametrize("wish", [("--action", "0"), ("--fault", "TG999")])
def test_of_a_wrong_call_no_seed_is_told(wish):
    result = run("generate", *wish)
    assert result.exit_code == 2
    assert "seed " not in result.stderr


def test_a_seed_that_was_not_given_is_told():
    done = process("generate", "--year", "1999")
    word, seed = done.stderr.split()

    assert word == b"seed"
    again = process("generate", "--year", "1999", "--seed", seed.decode())
    assert (again.stdout, again.stderr) == (done.stdout, b"")


def test_wishes_reach_the_generator():
    result = run(
        *("generate", "--seed", "word", "--precedence", "FLASH", "--action", "2", "--info", "1-2"),
        *("--exempt", "1", "--paragraphs", "1", "--classification", "secret", "--start", "9"),
        *("--control", "specat", "--accounting", "gr"),
    )
    message = telegram.parse(result.stdout)

    assert message.heading.precedence.action == telegram.Precedence("Z")
    assert len(message.heading.action) == 2
    assert len(message.heading.exempt) == 1
    assert message.classification is not None
    assert str(message.classification.level) == "SECRET"
    assert message.classification.caveats == ("SPECAT",)
    assert message.heading.accounting is not None
    assert telegram.check(message, as_sent=True).errors == ()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--action", "0"), "0 is no count from 1 to 20"),
        (("--action", "few"), "'few' is neither a count nor two with a hyphen between"),
        (("--out", "a", "--one-file", "b"), "exclude each other"),
        (("--control", "noforn"), "NOFORN stands beside CONFIDENTIAL, SECRET, TOP SECRET"),
        (("--year", "2068", "--start", "99999"), "would be released in 2070"),
    ],
)
def test_a_wish_that_cannot_be_is_a_wrong_call(arguments, reason):
    result = run("generate", "--seed", "1", *arguments)

    assert result.exit_code == 2
    assert reason in result.stderr
    assert result.stdout == ""


def test_the_choices_are_those_of_the_generator():
    """The command has words of its own, so that its help loads no generator."""
    assert OFFERED_TEXTS == TEXTS
    assert [level.upper() for level in OFFERED_LEVELS[:-1]] == list(LEVELS)
    assert [control.upper() for control in OFFERED_CONTROLS] == [name.upper() for name in CONTROLS]
    assert [kind.upper() for kind in OFFERED_ACCOUNTED] == [name.upper() for name in ACCOUNTED]


def test_messages_with_a_fault_stand_beside_what_must_be_found():
    done = process(
        "generate", "--fault", "tg403", "--count", "3", "--seed", "7", "--format", "json"
    )

    assert done.returncode == 0
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 3
    for line in lines:
        expected = line["expected"]
        report = telegram.check(line["source"], dialect=expected["dialect"])
        (found,) = (found for found in report.to_dicts() if found["code"] == "TG403")
        fault = expected["fault"]
        places = ("line", "column", "end_line", "end_column")
        assert [found[name] for name in places] == [fault[name] for name in places]


def test_a_fault_of_the_encoding_goes_out_as_bytes():
    done = process("generate", "--fault", "bytes-not-ascii", "--seed", "7")

    assert b"\xd1" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--fault", "TG871"), "needs several messages"),
        (("--fault", "TG999"), "no rule 'TG999'"),
        (("--fault", "TG301", "--dialect", "amhs"), "no amhs message has what TG301 breaks"),
        (("--fault", "TG301", "--year", "1999"), "it takes no --year"),
    ],
)
def test_a_fault_that_cannot_be_is_a_wrong_call(arguments, reason):
    done = process("generate", *arguments, "--seed", "7")

    assert done.returncode == 2
    assert reason in done.stderr.decode()

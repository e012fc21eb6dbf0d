"""``telegram check``: findings as people and as programs read them, exit statuses, mending."""

import json
import sys
from pathlib import Path

import jsonschema
import pytest

from telegram import parse
from telegram.cli.fixing import fix_bytes
from telegram.cli.forms import forward, uri_of
from telegram.cli.inputs import File, Inputs
from telegram.diagnostics import Edit, Fix, Report, Rule, Severity
from telegram.source import Span
from tests.cli.test_call import HEADINGS, SAN_SALVADOR, process, run

BAD = (
    b"RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.\r\nZNR UUUUU\r\nR 151530Z Apr 02\r\n"
    b"FM EXERCISE WING\r\nTO EXERCISE GROUP\r\nBT\r\nUNCLAS\r\n"
    b"CAF\xc9 \x96 EXERCISE  \r\nBT\r\n#0014\r\nNNNN\r\n"
)
MENDED = BAD.replace(b"Apr", b"APR")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_bytes(BAD)
    return path


def test_findings_look_like_a_compilers(bad):
    result = run("check", "--select", "TG405", bad)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == [
        f"{bad}:3:11: error: TG405 dtg-month-misspelt: 'Apr' is not a month of a date-time group",
        "    3 | R 151530Z Apr 02",
        "      |           ^^^",
    ]
    assert result.stdout.splitlines()[-1].startswith("1 error in 1 message of 1 file")


def test_places_count_in_the_file_whatever_the_message(tmp_path):
    path = tmp_path / "two.txt"
    first = (HEADINGS / "janap128-narrative.txt").read_bytes()
    path.write_bytes(first + BAD)
    line = first.count(b"\n") + 3
    text = run("check", "--select", "TG405", path).stdout
    assert text.startswith(f"{path}:{line}:11: error: ")
    assert f"\n{line:>5} | R 151530Z Apr 02\n" in text
    documents = [
        json.loads(each) for each in run("check", "--format", "json", path).stdout.splitlines()
    ]
    assert [(each["message"], each["line"]) for each in documents] == [(1, 1), (2, line - 2)]
    (found,) = (each for each in documents[1]["diagnostics"] if each["code"] == "TG405")
    (edit,) = found["fix"]["edits"]
    assert (found["line"], found["column"], found["end_column"]) == (line, 11, 14)
    assert path.read_bytes()[edit["start"] : edit["end"]] == b"Apr"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--select", "TG403"], 0),
        (["--select", "TG403", "--strict"], 0),
        (["--select", "TG304"], 0),
        (["--select", "TG304", "--as-sent", "--strict"], 1),
        (["--select", "TG405"], 1),
    ],
)
def test_exit_status_1_needs_an_error_or_with_strict_a_warning(options, status, bad):
    assert run("check", *options, bad).exit_code == status


def test_an_unreadable_file_outweighs_errors(bad):
    assert run("check", bad, bad.parent / "gone.txt").exit_code == 2


def test_select_and_ignore_take_codes_prefixes_and_names(bad):
    def codes(*options: str) -> set[str]:
        (line,) = run("check", "--format", "json", "--notes", *options, bad).stdout.splitlines()
        return {each["code"] for each in json.loads(line)["diagnostics"]}

    everything = codes()
    assert {"TG304", "TG405"} < everything
    assert codes("--select", "tg4") == codes("--select", "dtg-month-misspelt") == {"TG405"}
    assert codes("--select", "TG405,TG304") == {"TG304", "TG405"}
    assert codes("--ignore", "TG304", "--ignore", "DTG-month-misspelt") == everything - {
        "TG304",
        "TG405",
    }


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_no_rule_has_is_a_wrong_call(option):
    result = run("check", option, "TG405,nonsense", SAN_SALVADOR)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'nonsense'" in result.stderr


def test_notes_are_counted_and_shown_when_asked_for():
    hidden, shown = run("check", SAN_SALVADOR), run("check", "--notes", SAN_SALVADOR)
    assert ": note: " not in hidden.stdout
    assert "notes (not shown; see --notes)" in hidden.stdout
    assert ": note: " in shown.stdout
    assert "not shown" not in shown.stdout


def test_as_sent_judges_harder(bad):
    bad.write_bytes(BAD.replace(b"RUEBXYZ.", b"RUEBXYZ"))
    kept = run("check", "--select", "TG355", bad)
    sent = run("check", "--select", "TG355", "--as-sent", bad)
    assert (kept.exit_code, sent.exit_code) == (0, 1)
    assert ": warning: TG355 " in kept.stdout
    assert ": error: TG355 " in sent.stdout


# ---- mending ------------------------------------------------------------


def test_fix_changes_the_span_and_no_other_byte(bad):
    result = run("check", "--fix", "--select", "TG405", bad)
    assert result.exit_code == 0
    assert bad.read_bytes() == MENDED
    assert result.stdout == "Nothing to report in 1 message of 1 file; 1 fix applied\n"


def test_fix_leaves_a_file_without_fixable_findings_untouched(bad):
    bad.write_bytes(MENDED)
    before = bad.stat().st_mtime_ns
    run("check", "--fix", "--select", "TG405", bad)
    assert (bad.stat().st_mtime_ns, bad.read_bytes()) == (before, MENDED)
    assert sorted(path.name for path in bad.parent.iterdir()) == ["bad.txt"]


def test_fix_mends_only_what_is_selected(bad):
    run("check", "--fix", "--ignore", "TG405", bad)
    assert b"Apr" in bad.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and modes")
def test_fix_keeps_mode_and_follows_a_link(bad, tmp_path):
    bad.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(bad)
    run("check", "--fix", "--select", "TG405", link)
    assert link.is_symlink()
    assert (bad.read_bytes(), bad.stat().st_mode & 0o777) == (MENDED, 0o640)


def test_fix_sends_standard_input_to_standard_output():
    done = process("check", "--fix", "--select", "TG405", input=BAD * 2)
    assert (done.returncode, done.stdout) == (0, MENDED * 2)
    assert done.stderr == b"Nothing to report in 2 messages of 1 file; 2 fixes applied\n"


TOY = Rule("TG199", "toy", Severity.WARNING, "toy", "toy", "toy", "toy", "a", "b")


@pytest.mark.parametrize(
    ("data", "expected", "count"),
    [
        (b"XX\n", b"Y\n", 1),
        (b"XXXX\nCAF\xc9\n", b"Y\nCAF\xc9\n", 3),  # each fix on the text that it will change
        (b"\xef\xbb\xbfXX \xc3\xa9\r\n", b"\xef\xbb\xbfY \xc3\xa9\r\n", 1),
        (b"", b"", 0),
        (b" \r\n\f\n", b" \r\n\f\n", 0),
    ],
)
def test_mending_goes_on_until_nothing_is_left(data, expected, count):
    """XX becomes Y and YX becomes Y."""

    def judge(telegram) -> Report:
        text = telegram.source.text
        found = []
        for pair in ("YX", "XX"):
            at = text.find(pair)
            if at >= 0:
                span = Span(at, at + 2)
                found.append(TOY.at(span, Fix("y", (Edit(span, "Y"),))))
        return Report.of(telegram.source, found[:1])

    fixed = fix_bytes(Inputs(), File(None), data, judge, unsafe=False)
    assert (fixed.data, fixed.count) == (expected, count)


def test_fixes_that_undo_each_other_come_to_an_end():
    def judge(telegram) -> Report:
        other = "B" if telegram.source.text[0] == "A" else "A"
        return Report.of(
            telegram.source, [TOY.at(Span(0, 1), Fix("x", (Edit(Span(0, 1), other),)))]
        )

    assert fix_bytes(Inputs(), File(None), b"A\n", judge, unsafe=False).data in (b"A\n", b"B\n")


def test_a_fix_that_the_encoding_cannot_hold_leaves_the_message():
    def judge(telegram) -> Report:
        return Report.of(
            telegram.source, [TOY.at(Span(0, 1), Fix("x", (Edit(Span(0, 1), "\u4e00"),)))]
        )

    data = b"A \xc9\n"
    assert fix_bytes(Inputs(), File(None), data, judge, unsafe=False).data == data


# ---- forms for programs --------------------------------------------------

_PLACE = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": {"type": "integer", "minimum": 1},
}
_TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
}
_WHERE = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9%._~:/-]+$"}},
}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_CONFIGURATION = {"type": "object", "properties": {"level": _LEVEL}}
SARIF = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results", "columnKind"],
                "properties": {
                    "columnKind": {"const": "unicodeCodePoints"},
                    "tool": {
                        "properties": {
                            "driver": {
                                "required": ["name", "version", "rules"],
                                "properties": {
                                    "rules": {
                                        "minItems": 10,
                                        "items": {
                                            "required": ["id", "name", "shortDescription", "help"],
                                            "properties": {
                                                "id": {"pattern": "^TG[0-9]{3}$"},
                                                "shortDescription": _TEXT,
                                                "fullDescription": _TEXT,
                                                "help": _TEXT,
                                                "defaultConfiguration": _CONFIGURATION,
                                            },
                                        },
                                    }
                                },
                            }
                        }
                    },
                    "results": {
                        "minItems": 2,
                        "items": {
                            "type": "object",
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer"},
                                "level": _LEVEL,
                                "message": _TEXT,
                                "locations": {
                                    "minItems": 1,
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation", "region"],
                                                "properties": {
                                                    "artifactLocation": _WHERE,
                                                    "region": _PLACE,
                                                },
                                            }
                                        }
                                    },
                                },
                                "fixes": {
                                    "items": {
                                        "required": ["artifactChanges"],
                                        "properties": {
                                            "description": _TEXT,
                                            "artifactChanges": {
                                                "items": {
                                                    "required": [
                                                        "artifactLocation",
                                                        "replacements",
                                                    ],
                                                    "properties": {
                                                        "artifactLocation": _WHERE,
                                                        "replacements": {
                                                            "minItems": 1,
                                                            "items": {
                                                                "required": ["deletedRegion"],
                                                                "properties": {
                                                                    "deletedRegion": _PLACE
                                                                },
                                                            },
                                                        },
                                                    },
                                                }
                                            },
                                        },
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The parts of the SARIF 2.1.0 schema that a log of ours uses, as the standard requires them."""


def test_a_sarif_log_has_the_shape_that_the_standard_requires(bad):
    result = run("check", "--format", "sarif", "--notes", bad, SAN_SALVADOR)
    assert result.exit_code == 1
    log = json.loads(result.stdout)
    jsonschema.validate(log, SARIF)
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in one["results"]] == [
        each["ruleId"] for each in one["results"]
    ]
    (found,) = (each for each in one["results"] if each["ruleId"] == "TG405")
    (where,) = (each["physicalLocation"] for each in found["locations"])
    assert where["artifactLocation"]["uri"] == bad.as_uri()
    region = {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 14}
    assert where["region"] == region
    (replacement,) = found["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": "APR"}}


def test_github_commands_escape_messages_and_properties(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path("100%, a:b.txt")
    path.write_bytes(BAD)
    result = run("check", "--format", "github", "--select", "TG405", path)
    assert result.exit_code == 1
    assert result.stdout == (
        "::error file=100%25%2C a%3Ab.txt,line=3,col=11,endLine=3,endColumn=14,"
        "title=TG405 dtg-month-misspelt::'Apr' is not a month of a date-time group\n"
    )


def test_notes_are_notices_for_github():
    commands = run("check", "--format", "github", "--notes", SAN_SALVADOR).stdout.splitlines()
    (line,) = run("check", "--format", "json", "--notes", SAN_SALVADOR).stdout.splitlines()
    severities = [each["severity"] for each in json.loads(line)["diagnostics"]]
    assert "note" in severities
    names = {"error": "::error", "warning": "::warning", "note": "::notice"}
    assert [command.split(" ")[0] for command in commands] == [names[each] for each in severities]


def test_absolute_paths_inside_the_working_folder_are_relative_for_programs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    elsewhere = tmp_path.parent / "c d.txt"
    inside, outside = File(tmp_path / "a b" / "c.txt"), File(elsewhere)
    assert (forward(inside), uri_of(inside)) == ("a b/c.txt", "a%20b/c.txt")
    assert uri_of(outside) == elsewhere.as_uri()
    assert uri_of(File(None)) == "stdin"


def test_what_is_checked_is_what_the_library_reports():
    (line,) = run("check", "--format", "json", "--notes", SAN_SALVADOR).stdout.splitlines()
    report = parse(SAN_SALVADOR.read_bytes()).report
    assert json.loads(line)["diagnostics"] == json.loads(json.dumps(report.to_dicts()))

"""What every command shares: paths, standard input, exit statuses, output for pipes, start-up."""

import builtins
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from telegram.cli import main
from telegram.cli.program import program
from telegram.cli.terminal import Output

ROOT = Path(__file__).parents[2]
SAN_SALVADOR = ROOT / "docs" / "telegrams" / "08sansalvador1029.txt"
HEADINGS = ROOT / "tests" / "corpus" / "heading"


def run(*arguments: str | Path, **kwargs):
    """The command line in this process."""
    return CliRunner().invoke(program, [str(argument) for argument in arguments], **kwargs)


def process(*arguments: str | Path, **kwargs) -> subprocess.CompletedProcess[bytes]:
    """The command line as a process of its own, with pipes."""
    call = [sys.executable, "-m", "telegram.cli", *map(str, arguments)]
    return subprocess.run(call, capture_output=True, timeout=60, **kwargs)


@pytest.mark.parametrize("command", sorted(program.commands))
def test_every_command_explains_itself_with_an_example(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: telegram {command} " in result.stdout


def test_in_the_list_of_commands_each_has_a_whole_sentence():
    listed = run("--help", terminal_width=80).stdout.partition("Commands:\n")[2].splitlines()
    assert len(listed) == len(program.commands)
    assert [line for line in listed if line.endswith("...") or not line.endswith(".")] == []


def test_the_version_is_the_distributions():
    from importlib.metadata import version

    assert run("--version").stdout == f"telegram, version {version('autodin-telegram')}\n"


def test_the_package_runs_as_the_command_line():
    done = subprocess.run(
        [sys.executable, "-m", "telegram", "show", "--field", "dtg.text", str(SAN_SALVADOR)],
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, b"282134Z AUG 08\n")


def test_help_loads_neither_lark_nor_rich_nor_hypothesis():
    code = (
        "import sys\n"
        "from telegram.cli import main\n"
        "try:\n"
        "    main(['--help'])\n"
        "except SystemExit as leaving:\n"
        "    assert leaving.code == 0\n"
        "print([name for name in ('lark', 'rich.console', 'hypothesis') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert done.stdout.splitlines()[-1] == b"[]", done.stderr


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra_one_line_says_what_to_install(missing, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(SystemExit) as leaving:
        main(["--help"])
    out, err = capsys.readouterr()
    assert (leaving.value.code, out, err.count("\n")) == (2, "", 1)
    assert "autodin-telegram[cli]" in err


@pytest.mark.parametrize(
    "call",
    [
        ["nonsense"],
        ["show", "--dialect", "nonsense"],
        ["show", "--format", "xml"],
        ["check", "--pivot", "12"],
        ["check", "--unsafe-fixes"],
        ["split", "message.txt"],
        ["split", "--list", "."],
    ],
)
def test_a_wrong_call_exits_with_2_and_writes_nothing(call):
    result = run(*call)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


@pytest.mark.parametrize("command", [["show"], ["check", "--notes"]])
def test_an_unreadable_file_is_one_line_and_the_others_are_read(command, tmp_path):
    result = run(*command, tmp_path / "gone.txt", SAN_SALVADOR)
    assert result.exit_code == 2
    assert result.stderr == f"telegram: {tmp_path / 'gone.txt'}: No such file or directory\n"
    assert SAN_SALVADOR.name in result.stdout


def test_nothing_is_said_of_files_when_none_could_be_read(tmp_path):
    result = run("check", tmp_path / "gone.txt")

    assert (result.exit_code, result.stdout) == (2, "")


def test_a_file_without_permission_is_one_line(tmp_path, monkeypatch):
    locked = tmp_path / "locked.txt"
    locked.write_text("R 051430Z MAR 74\n")
    really = open

    def refused(file, *rest, **more):
        if str(file) == str(locked):
            raise PermissionError(13, "Permission denied", str(locked))
        return really(file, *rest, **more)

    monkeypatch.setattr(builtins, "open", refused)  # permissions do not bind every user
    monkeypatch.setattr(io, "open", refused)
    result = run("check", locked)

    assert (result.exit_code, result.stderr) == (2, f"telegram: {locked}: Permission denied\n")


def test_a_folder_is_read_at_any_depth_and_in_order(tmp_path):
    for name in ("b.txt", "a/c.TXT", ".hidden.txt", ".git/d.txt", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("R 051430Z MAR 74\nFM EXERCISE UNIT\nBT\nUNCLAS\nBT\n")
    titles = [
        line for line in run("show", tmp_path).stdout.splitlines() if line.startswith(str(tmp_path))
    ]
    assert titles == [str(tmp_path / "b.txt"), str(tmp_path / "a" / "c.TXT")]
    chosen = run("show", "--glob", "*.md", tmp_path).stdout
    assert chosen.startswith(str(tmp_path / "notes.md"))


def test_a_folder_without_a_telegram_says_how_to_choose(tmp_path):
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "--glob" in result.stderr


@pytest.mark.parametrize("paths", [[], ["-"]])
def test_no_path_and_a_hyphen_are_standard_input(paths):
    result = run("show", *paths, input=SAN_SALVADOR.read_bytes())
    assert result.exit_code == 0
    assert result.stdout.startswith("<stdin>\nPRIORITY  282134Z AUG 08  AMEMBASSY SAN SALVADOR")


def test_an_empty_file_has_no_heading_and_that_is_a_problem(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    shown, checked = run("show", empty), run("check", empty)
    assert (shown.exit_code, checked.exit_code) == (1, 1)
    assert "No telegram heading found." in shown.stdout
    assert "\n\n\n" not in shown.stdout


def test_a_pipe_gets_utf_8_without_colours_or_wrapping():
    done = process(
        "show",
        "--as-written",
        SAN_SALVADOR,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "COLUMNS": "40"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert "¶6. (U) On August 21-22 officials from the New Mexico State" in done.stdout.decode(
        "utf-8"
    )


def test_controls_in_a_telegram_do_not_reach_the_terminal(tmp_path):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        "R 051430Z MAR 74\nFM EXERCISE UNIT\nBT\nUNCLAS\n\x1b[2J\x07 \u202egnp\nBT\n"
    )
    for command in ("show", "check"):
        assert not {"\x1b", "\x07", "\u202e"} & set(run(command, hostile).stdout)


@pytest.mark.parametrize(("option", "environment", "coloured"), [
    (["--color", "always"], {}, True),
    (["--color", "always"], {"NO_COLOR": "1"}, True),
    (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ([], {"FORCE_COLOR": "1"}, True),
    ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ([], {}, False),
])  # fmt: skip
def test_colours_follow_the_option_then_the_environment(option, environment, coloured):
    clean = dict.fromkeys(("NO_COLOR", "FORCE_COLOR"))
    result = run("show", *option, SAN_SALVADOR, env=clean | environment, color=True)
    assert ("\x1b[" in result.stdout) is coloured


def test_a_reader_that_leaves_early_is_met_quietly(tmp_path):
    call = [
        sys.executable,
        "-m",
        "telegram.cli",
        "show",
        *map(str, sorted(HEADINGS.glob("*.txt")) * 20),
    ]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(100)
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize(
    "call", [["show", SAN_SALVADOR], ["explain"], ["generate", "--seed", "7"], ["--help"]]
)
def test_output_that_cannot_be_written_is_one_line(call):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "telegram.cli", *map(str, call)],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr == b"telegram: standard output: No space left on device\n"


@pytest.mark.parametrize("columns", [40, 60])
def test_on_a_narrow_terminal_prose_is_wrapped_to_it(columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    screen = io.StringIO()
    screen.isatty = lambda: True  # type: ignore[method-assign]
    output = Output("never", screen)

    assert output.width == columns
    for indent in (0, 12, 26):
        lines = output.wrapped("to be delivered within three hours of its release", indent)
        assert all(len(line) + indent <= columns for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_colours_and_long_work_a_bar_on_standard_error(tmp_path):
    import pty

    text = "R 051430Z MAR 74\nFM EXERCISE UNIT\nTO EXERCISE UNIT TWO\nBT\nUNCLAS\nBT\n"
    for number in range(60):
        (tmp_path / f"{number:03}.txt").write_text(text)
    control, terminal = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    call = [sys.executable, "-m", "telegram.cli", "check", str(tmp_path)]
    done = subprocess.run(
        call,
        stdout=subprocess.PIPE,
        stderr=terminal,
        timeout=60,
        env=environment | {"TERM": "xterm"},
    )
    os.close(terminal)
    bar = os.read(control, 100_000)
    os.close(control)
    assert b"Checking" in bar
    assert b"Checking" not in done.stdout
    assert b"\x1b" not in done.stdout
    assert done.stdout.endswith(b" in 60 messages of 60 files\n")

"""The shell examples of README and manual are run as they stand, and must print what they show.

An example is a fence of ``console``: lines after ``$ `` are commands, the others what they print;
``...`` stands for anything, as in a doctest. The examples of a page share one folder that holds
the manual's telegrams, so that they may write. Of the shell they use little: ``telegram``,
``cat``, ``echo $?``, ``<``, ``>`` and ``|``.
"""

import re
import shlex
import shutil
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from telegram.cli.program import program

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

INSTALL_AND_SHOW = (
    "python3 -m venv .venv && .venv/bin/python -m pip install -q '.[cli]' && "
    ".venv/bin/telegram show docs/telegrams/08sansalvador1029.txt"
)
INSTALL_AND_TEST = (
    "python3 -m venv .venv && .venv/bin/python -m pip install -q -U pip && "
    ".venv/bin/python -m pip install -q -e . --group test && .venv/bin/python -m pytest -q"
)

_FENCE = re.compile(r"^```(?P<language>\w*)[^\n]*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """A command and what it prints."""

    command: str
    printed: str


def examples_of(text: str) -> list[Example]:
    """The shell examples of a page, in order."""
    found: list[Example] = []
    for fence in _FENCE.finditer(text):
        if fence["language"] != "console":
            continue
        _, *parts = re.split(r"^\$ ", fence["body"], flags=re.MULTILINE)
        for part in parts:
            command, _, printed = part.partition("\n")
            found.append(Example(command, printed))
    return found


class Printed(NamedTuple):
    """What a command writes: its two streams, and both as a person sees them."""

    output: bytes
    errors: str
    seen: str


class Shell:
    """As much of a shell as the examples use, without a process."""

    def __init__(self) -> None:
        self.status = 0

    def run(self, line: str) -> str:
        """What a person sees of a command line."""
        seen, given = "", b""
        stages = line.split(" | ")
        for number, stage in enumerate(stages, 1):
            command, _, target = stage.partition(" > ")
            command, _, source = command.partition(" < ")
            printed = self._run(
                shlex.split(command), Path(source).read_bytes() if source else given
            )
            given = printed.output
            if target:
                Path(target).write_bytes(given)
            seen += printed.errors if target or number < len(stages) else printed.seen
        return seen

    def _run(self, words: list[str], given: bytes) -> Printed:
        name, *arguments = words
        if words == ["echo", "$?"]:
            text = f"{self.status}\n"
        elif name == "cat":
            text = "".join(Path(argument).read_text(encoding="utf-8") for argument in arguments)
        else:
            assert name == "telegram", f"no example may use {name}"
            result = CliRunner().invoke(program, arguments, input=given, prog_name="telegram")
            assert result.exception is None or isinstance(result.exception, SystemExit)
            self.status = result.exit_code
            return Printed(result.stdout_bytes, result.stderr, result.output)
        return Printed(text.encode(), "", text)


@pytest.fixture
def manual(tmp_path, monkeypatch):
    """A folder like the repository's root, with the manual's telegrams in it."""
    for folder in ("telegrams", "garbled", "circuit"):
        shutil.copytree(ROOT / "docs" / folder, tmp_path / "docs" / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


WITH_EXAMPLES = [page for page in PAGES if examples_of(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: str(page.relative_to(ROOT)))
def test_shell_examples_print_what_they_show(page, manual):
    shell = Shell()
    for example in examples_of(page.read_text(encoding="utf-8")):
        printed = shell.run(example.command)

        assert OutputChecker().check_output(example.printed, printed, ELLIPSIS), (
            f"$ {example.command}\nshown:\n{example.printed}\nprinted:\n{printed}"
        )


@pytest.mark.parametrize(
    "name", ["README.md", "docs/tutorial.md", "docs/reference/command-line.md"]
)
def test_pages_for_newcomers_have_shell_examples(name):
    assert ROOT / name in WITH_EXAMPLES


@pytest.mark.parametrize("command", [INSTALL_AND_SHOW, INSTALL_AND_TEST])
def test_readme_has_each_install_command_once_on_a_line_of_its_own(command):
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()

    assert lines.count(command) == 1


def test_a_prompt_stands_only_where_it_is_run():
    """A command shown with a prompt in another kind of fence would never run."""
    stray = [
        (str(page.relative_to(ROOT)), line)
        for page in PAGES
        for fence in _FENCE.finditer(page.read_text(encoding="utf-8"))
        if fence["language"] != "console"
        for line in fence["body"].splitlines()
        if line.startswith("$ ")
    ]

    assert stray == []

"""The built wheel: the grammars, the vocabularies, the schema and the type marker travel with it,
and it works on its own.
"""

import os
import subprocess
import sys
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

import telegram
from telegram.syntax.files import grammar_names

ROOT = Path(__file__).parents[1]

PROGRAM = """
import telegram
from telegram import data
from telegram.document import schema
from telegram.syntax import compiler, patterns, refusal

assert telegram.__file__.startswith({place!r}), telegram.__file__
text = "R 051430Z MAR 74\\nFM AMEMBASSY EXAMPLE\\nTO RUEHC/SECSTATE WASHDC\\nBT\\nUNCLAS\\nBT\\n"
message = telegram.parse(text)
assert message.heading.action[0].routing_indicator.station == "DEPT OF STATE WASHINGTON DC"
assert schema()["properties"]["schema"]["const"] == "1"
assert len(data.names()) > 10
assert refusal("plaindress:fl5", "R 0514Z MAR 74") is not None
assert compiler.compiled()["patterns"] == patterns.PATTERNS
print("works")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel):
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_grammars_are_in_the_wheel(names):
    wanted = {f"telegram/grammar/{path.name}" for path in (ROOT / "grammar").glob("*.lark")}

    assert {f"telegram/grammar/{name}.lark" for name in grammar_names()} == wanted
    assert wanted
    assert wanted <= names


@pytest.mark.parametrize("suffix", ["*.py", "*.csv", "*.json", "py.typed"])
def test_every_file_of_the_package_is_in_the_wheel(names, suffix):
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "telegram").rglob(suffix)}

    assert wanted
    assert wanted <= names


def test_nothing_else_is_in_the_wheel(names):
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {
        "telegram",
        "autodin_telegram",
    }


def test_the_metadata_promise_what_the_project_says(wheel):
    with ZipFile(wheel) as archive:
        (name,) = [each for each in archive.namelist() if each.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(archive.read(name).decode())

    core = [each for each in metadata.get_all("Requires-Dist", []) if "extra ==" not in each]
    assert sorted(each.partition(">")[0].strip() for each in core) == ["attrs", "lark"]
    assert metadata["Name"] == "autodin-telegram"
    assert metadata["Version"] == telegram.__version__
    assert metadata["Requires-Python"] == ">=3.11"


BY_TYPE = """
from hypothesis import find
from hypothesis import strategies as st
import telegram

assert telegram.__file__.startswith({place!r}), telegram.__file__
print(type(find(st.from_type(telegram.Telegram), lambda message: True)).__name__)
"""


def test_hypothesis_finds_the_strategies_of_the_installed_wheel(wheel, tmp_path):
    place = tmp_path / "site"
    with ZipFile(wheel) as archive:
        archive.extractall(place)
    done = subprocess.run(
        [sys.executable, "-c", BY_TYPE.format(place=str(place))],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place)},
    )

    assert (done.stdout.strip(), done.stderr) == ("Telegram", "")


@pytest.mark.parametrize("unpacked", [True, False], ids=["installed", "zipped"])
def test_the_wheel_works_without_the_checkout(wheel, tmp_path, unpacked):
    """The packaged grammars win, and reading them needs no real folder."""
    place = wheel
    if unpacked:
        place = tmp_path / "site"
        with ZipFile(wheel) as archive:
            archive.extractall(place)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(place=str(place))],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place)},
    )

    assert (done.stdout.strip(), done.stderr) == ("works", "")

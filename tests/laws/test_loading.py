"""A plain import and a clean reading load neither Lark nor Hypothesis: start-up is paid for by
every command.
"""

import subprocess
import sys
from pathlib import Path

HEADING = (Path(__file__).parents[1] / "corpus" / "state" / "seed-08sansalvador1029.txt").read_text(
    "utf-8"
)[:282]
REPORT = """
import sys
loaded = {name.partition(".")[0] for name in sys.modules}
print(sorted(loaded & {"lark", "hypothesis", "click", "rich"}))
"""


def loaded(program: str) -> str:
    """Which of the heavy packages a program of its own process has loaded at its end."""
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\n{REPORT}"], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_plain_import_loads_no_heavy_package():
    assert loaded("import telegram") == "[]"


def test_reading_a_clean_heading_loads_no_heavy_package():
    program = f"""
import telegram
heading = telegram.parse({HEADING!r}).heading
assert heading.originator.name == "AMEMBASSY SAN SALVADOR"
assert heading.spans["dtg"].of({HEADING!r}) == "282134Z AUG 08"
"""
    assert loaded(program) == "[]"


def test_lark_is_loaded_when_a_refusal_is_explained():
    """The proof that the tests above would notice."""
    program = """
from telegram.syntax import refusal
assert refusal("acp127:fl2", "PP 5") is not None
"""
    assert loaded(program) == "['lark']"

"""Which dialect is chosen for which: a table over the examples and over generated messages.

``python -m tests.corpus.confusion [COUNT]`` prints it, with COUNT (100) generated messages of every
dialect and text format. A print layout of a State text is `acp127-us`, by the rules of recognition.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from telegram import Generator
from telegram.dialects.recognition import recognise
from telegram.source import decode
from tests.corpus.generated import COMBINATIONS, PRINTOUTS

HERE = Path(__file__).parent


def examples() -> Iterator[tuple[str, str]]:
    """The dialect that an example of the reference is in, and the one that is chosen."""
    expected = json.loads((HERE / "heading" / "expected.json").read_text("utf-8"))
    for name, values in expected.items():
        text = decode((HERE / "heading" / name).read_bytes()).text
        yield values["dialect"], str(recognise(text).dialect)


def state_examples() -> Iterator[tuple[str, str]]:
    """The dialect that the era of a State example asks for, and the one that is chosen."""
    index = json.loads((HERE / "state" / "index.json").read_text("utf-8"))["files"]
    for name, values in index.items():
        values = index.get(values.get("same_values_as"), values)
        if not values.get("partial"):  # an extract of a message has no heading
            text = decode((HERE / "state" / name).read_bytes()).text
            yield _ERAS.get(values.get("era"), "acp127-us"), str(recognise(text).dialect)


_ERAS = {"1973-79": "state-1970s", "1980-94": "state-1970s", "SMART 2010+": "state-smart"}


def generated(count: int) -> Iterator[tuple[str, str]]:
    """The same for generated messages."""
    for dialect, text in [*COMBINATIONS, *PRINTOUTS]:
        wanted = "acp127-us" if (dialect, text) == ("amhs", "state") else dialect
        for message in Generator(dialect=dialect, text=text, seed=126).messages(count):
            yield wanted, str(recognise(str(message)).dialect)


def printed(table: Counter[tuple[str, str]]) -> str:
    """A table: a row for each dialect that is meant, a column for each that is chosen."""
    columns = sorted({chosen for _, chosen in table})
    rows = [["meant / chosen", *columns]]
    for meant in sorted({meant for meant, _ in table}):
        rows.append([meant, *(str(table[meant, chosen] or "-") for chosen in columns)])
    return "\n".join("".join(f"{cell:<15}" for cell in row).rstrip() for row in rows)


if __name__ == "__main__":
    count = int(sys.argv[1]) if sys.argv[1:] else 100
    print("examples of the reference")
    print(printed(Counter(examples())))
    print("\nState telegrams of the reference")
    print(printed(Counter(state_examples())))
    print(f"\ngenerated, {count} of every dialect and text format")
    print(printed(Counter(generated(count))))

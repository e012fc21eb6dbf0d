"""What a generated message lacks of what it was made to say, and how many lack anything.

``python -m tests.corpus.generated [COUNT]`` makes COUNT messages (10,000) of every dialect and text
format, half of them as they come and half with wishes that vary, and prints how many were clean.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

import telegram
from telegram import Generator
from telegram.dialects import made_dialects, written_dialects
from telegram.generating import TEXTS, Made

COMBINATIONS = [(record.name, text) for record in written_dialects() for text in TEXTS]
PRINTOUTS = [(each.name, "state") for each in made_dialects() if each.printed]
WISHES: tuple[dict[str, Any], ...] = (
    {},
    {"classification": None, "action": (1, 12), "info": (0, 12), "exempt": (0, 3)},
    {"classification": "SECRET", "paragraphs": (1, 12), "sentences": (1, 6), "year": 1999},
    {"precedence": "FLASH", "info_precedence": "ROUTINE", "stations": 1, "year": 1978},
    {"classification": "CONFIDENTIAL", "year": 2024},
    {"classification": "TOP SECRET", "year": 1987, "info": 0},
)
NO_BREAK = "TG212"
"""No BT parts heading and text of a printout."""
_VALIDATOR = Draft202012Validator(telegram.schema())


def differences(made: Made, *, whole: bool = True) -> Iterator[str]:
    """Where a message is not what it was made to be: the heading, the text, findings, the schema.

    :Shape:  whole: whether the message holds the whole text that was meant.
    """
    message = made.message
    again = telegram.parse(str(message), dialect=message.dialect or "auto")
    if again.heading != made.heading:
        yield f"heading: {again.heading} for {made.heading}"
    document = again.to_dict()
    if whole:
        yield from _unlike("text", made.text.said, document["text"])
    if made.text.service is not None and again.service != made.text.service:
        yield f"service: {again.service} for {made.text.service}"
    printed = (made.message.dialect, "state") in PRINTOUTS
    for found in telegram.check(message, as_sent=not printed):
        if printed and found.code == NO_BREAK:
            continue
        yield f"{found.code}: {found.message}"
    for error in _VALIDATOR.iter_errors(json.loads(json.dumps(document))):
        yield f"schema: {error.json_path}: {error.message}"
    if "EXERCISE" not in message.text.text:
        yield "EXERCISE is not in the text"


def _unlike(path: str, meant: Any, found: Any) -> Iterator[str]:
    """Members that were meant and were not found so; members that nobody meant are left aside."""
    if isinstance(meant, dict) and isinstance(found, dict):
        for name, value in meant.items():
            yield from _unlike(f"{path}.{name}", value, found.get(name))
    elif isinstance(meant, list) and isinstance(found, list) and len(meant) == len(found):
        for index, (one, other) in enumerate(zip(meant, found, strict=True)):
            yield from _unlike(f"{path}[{index}]", one, other)
    elif meant != found:
        yield f"{path}: {found!r} for {meant!r}"


def main(count: int) -> int:
    titles = ("messages", "clean", "per second", "parse whole")
    print(f"{'dialect':<11}{'text':<7}" + "".join(f"{title:>12}" for title in titles))
    failed = False
    for dialect, text in [*COMBINATIONS, *PRINTOUTS]:
        faults: Counter[str] = Counter()
        clean = made_in = read_in = 0.0
        each = [count // 2] + [count // 2 // (len(WISHES) - 1)] * (len(WISHES) - 1)
        each[0] += count - sum(each)
        for seed, (wishes, share) in enumerate(zip(WISHES, each, strict=True)):
            if (dialect, text) in PRINTOUTS:
                wishes = {k: v for k, v in wishes.items() if k not in ("year", "exempt")}
            generator = Generator(dialect=dialect, text=text, seed=seed, **wishes)
            for number in range(1, share + 1):
                begun = time.perf_counter()
                made = generator.made(number)
                middle = time.perf_counter()
                telegram.parse(str(made.message), dialect=dialect).to_dict()
                made_in, read_in = made_in + middle - begun, read_in + time.perf_counter() - middle
                found = list(differences(made))
                clean += not found
                faults.update(fault[:70] for fault in found)
        ratio = read_in / made_in
        counts = f"{count:>12}{clean:>12.0f}{count / made_in:>12.0f}"
        print(f"{dialect:<11}{text:<7}{counts}{ratio:>11.2f}x")
        for fault, times in faults.most_common(5):
            print(f"    {times:>6}  {fault}")
        failed = failed or bool(faults)
    print(
        "\nparse whole: the time to read these messages to their documents, to that of making them"
    )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))

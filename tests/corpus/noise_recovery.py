"""Count how many heading fields are still read right after line noise.

``python tests/corpus/noise_recovery.py [SEEDS]`` garbles the heading examples of this folder and
the San Salvador telegram, reads them again, and compares each field with what it was before.
``wrong`` is a value other than the one sent, ``absent`` none.

Then the same for `telegram.repair`, at 1 per cent: of the repairs offered first for a place, how
many bring the text nearer to the one sent, and how many fields are right after they were applied.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import telegram
from telegram.faults import noise

HERE = Path(__file__).parent
RATES = (0.001, 0.01, 0.03)
MODELS = ("ita2", "ascii")


def names(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(a["routing_indicator"], a["name"], a["precedence"]) for a in found]


def member(*path: str) -> Callable[[dict[str, Any]], Any]:
    """The member of a document at a path; None where the path breaks off."""

    def found(document: Any) -> Any:
        for name in path:
            document = document[name] if document is not None else None
        return document

    return found


FIELDS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "FL1 channel and number": member("transmission"),
    "FL2 precedence": member("routing", "precedence"),
    "FL2 indicators": member("routing", "indicators"),
    "FL2 station, serial": lambda d: (r := d["routing"]) and (r["originator"], r["serial"]),
    "FL2 filing time": member("routing", "filed"),
    "FL2 classification": member("routing", "classification"),
    "FL3 station": member("station", "indicator"),
    "FL3 serial": member("station", "serial"),
    "FL3 filing time": member("station", "filed"),
    "FL4 classification": member("security", "characters"),
    "FL5 precedence": member("precedence", "action"),
    "FL5 date-time group": member("dtg", "utc"),
    "FL6 originator": lambda d: d["originator"] and names([d["originator"]]),
    "FL7 action": lambda d: names(d["action"]),
    "FL8 information": lambda d: names(d["info"]),
    "classification": member("classification", "level"),
    "FL15 serial": member("ending", "serial"),
}


def empty(value: Any) -> bool:
    return not value or (isinstance(value, tuple) and not any(value))


def telegrams() -> Iterator[str]:
    """The messages that are garbled."""
    for path in [
        *sorted((HERE / "heading").glob("*.txt")),
        HERE / "state" / "seed-08sansalvador1029.txt",
    ]:
        yield path.read_bytes().decode("utf-8")


def fields(text: str) -> dict[str, Any]:
    document = telegram.parse(text).to_dict()
    return {name: read(document) for name, read in FIELDS.items()}


def measure(
    rate: float, model: Any, seeds: int, read: Callable[[str], dict[str, Any]] = fields
) -> dict[str, Counter[str]]:
    """For each field how often it was read right, wrong, or not at all."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
    for number, text in enumerate(telegrams()):
        sent = fields(text)
        for seed in range(seeds):
            received = read(noise(text, rate, 1_000 * number + seed, model))
            for name, value in sent.items():
                if not empty(value):
                    same = received[name] == value
                    lost = "absent" if empty(received[name]) else "wrong"
                    counts[name]["right" if same else lost] += 1
    return counts


def table(seeds: int) -> Iterator[str]:
    measured = {(model, rate): measure(rate, model, seeds) for model in MODELS for rate in RATES}
    yield f"{'right / wrong, per cent':<24}" + "".join(
        f"{f'{model} {rate:.1%}':>15}" for model, rate in measured
    )
    for name in [*FIELDS, "all"]:
        row = f"{name:<24}"
        for counts in measured.values():
            found = sum(counts.values(), Counter()) if name == "all" else counts[name]
            total = found.total()
            shares = f"{found['right'] / total:.1%} / {found['wrong'] / total:.1%}"
            row += f"{shares.replace('%', ''):>15}"
        yield row


def apart(one: str, other: str) -> int:
    """In how many characters two texts differ."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return len(one) + len(other) - 2 * sum(block.size for block in matcher.get_matching_blocks())


def repairs(rate: float, model: Any, seeds: int) -> Iterator[str]:
    offered, sure = Counter[bool](), Counter[bool]()
    fields_right = {"as received": Counter[bool](), "after repair": Counter[bool]()}
    for number, text in enumerate(telegrams()):
        sent = fields(text)
        for seed in range(seeds):
            received = telegram.parse(noise(text, rate, 1_000 * number + seed, model))
            found = telegram.repair(received)
            before = apart(text, str(received))
            for each in found.first:
                nearer = apart(text, str(each.apply(received))) < before
                offered[nearer] += 1
                if each.confidence >= 0.5:
                    sure[nearer] += 1
            for name, message in (("as received", received), ("after repair", found.apply())):
                now = fields(str(message))
                fields_right[name].update(
                    now[key] == value for key, value in sent.items() if not empty(value)
                )
    yield f"{model} {rate:.1%}: {offered.total()} repairs offered first for a place"
    for name, counts in {
        "right": offered,
        f"right, of the {sure.total()} of confidence 0.5 and more": sure,
        **{f"fields right {name}": counts for name, counts in fields_right.items()},
    }.items():
        yield f"  {name}: {counts[True] / max(counts.total(), 1):.1%}"


if __name__ == "__main__":
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    for line in table(seeds):
        print(line)
    for model in MODELS:
        for line in repairs(0.01, model, max(seeds // 4, 1)):
            print(line)

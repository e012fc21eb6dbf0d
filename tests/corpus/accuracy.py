"""Count how many fields of real messages are read right, against values read by eye.

``python tests/corpus/accuracy.py [TRUTH.json [FOLDER]]`` prints a table by field and every miss.
The truth's keys are compared through `mapping.json`; keys that a record lists as ambiguous are not
scored.
"""

import json
import sys
from itertools import zip_longest
from pathlib import Path
from typing import Any

import telegram

HERE = Path(__file__).parent


def at(document: Any, path: str) -> Any:
    """The member of a document at a dotted path; None where the path breaks off."""
    for name in path.split("."):
        document = document.get(name) if isinstance(document, dict) else None
    return document


def addressees(found: list[dict[str, Any]] | None) -> list[tuple[Any, ...]]:
    return [
        (a["name"], "ZEN" if a["zen"] else a["routing_indicator"], tuple(a["offices"]), a["alias"])
        for a in found or []
    ]


def true_addressees(wanted: list[dict[str, Any]] | None) -> list[tuple[Any, ...]]:
    return [(a["plad"], a.get("ri"), tuple(a["office"]), a.get("alias")) for a in wanted or []]


def header(routing: dict[str, Any] | None) -> dict[str, Any]:
    if routing is None:
        return {}
    filed = routing["filed"] or {}
    day = filed.get("day_of_year")
    return {
        "precedence": (routing["precedence"] or [None])[0],
        "lmf": routing["lmf"],
        "class": routing["classification"],
        "cic": routing["content"],
        "ori": routing["originator"],
        "ssn": routing["serial"],
        "julian_day": None if day is None else f"{day:03}",
        "time": filed.get("time"),
        "class_repeat": routing["redundancy"],
        "routing": routing["indicators"],
        "eor": routing["complete"],
    }


def pairs(record: dict[str, Any], document: dict[str, Any], mapping: dict[str, Any]):
    """Every scored value of one message: field, wanted, found."""
    for key, entry in mapping.items():
        if "path" not in entry or key in record["ambiguous"]:
            continue
        wanted, found = record[key], at(document, entry["path"])
        kind = entry["normaliser"]
        if kind == "blanks":
            clean = lambda s: " ".join(s.split()) if s else None  # noqa: E731
            yield key, clean(wanted), clean(found)
        elif kind == "list":
            yield key, list(wanted or []), list(found or [])
        elif kind == "level":
            yield key, wanted, {"UNCLASSIFIED": "UNCLAS"}.get(found, found)
        elif kind == "header":
            have = header(found)
            for name, value in (wanted or {}).items():
                if name not in ("raw", "legal"):
                    yield f"fl2.{name}", value, have.get(name)
            if wanted is None:
                yield "fl2", None, found
        elif kind == "addressees":
            want, read = true_addressees(wanted), addressees(found)
            for one, other in zip_longest(want, read):
                yield key, one, other
        else:
            yield key, wanted, found


def measure(truth: Path, folder: Path) -> tuple[dict[str, list[int]], list[str]]:
    """Right and scored values by field, and the misses."""
    mapping = json.loads((HERE / "mapping.json").read_text("utf-8"))["navadmin-truth"]
    counts: dict[str, list[int]] = {}
    misses: list[str] = []
    for record in json.loads(truth.read_text("utf-8"))["messages"]:
        data = (folder / record["file"]).read_bytes()
        document = telegram.parse(data).to_dict()
        for field, wanted, found in pairs(record, document, mapping):
            count = counts.setdefault(field, [0, 0])
            count[1] += 1
            if wanted == found:
                count[0] += 1
            else:
                misses.append(f"{record['file']} {field}: wanted {wanted!r}, found {found!r}")
    return counts, misses


def main() -> None:
    truth = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "navadmin" / "navadmin-truth.json"
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "navadmin"
    counts, misses = measure(truth, folder)
    print(f"{'field':<20} {'right':>6} {'scored':>7} {'share':>8}")
    for field, (right, scored) in sorted(counts.items()):
        print(f"{field:<20} {right:>6} {scored:>7} {right / scored:>8.1%}")
    right, scored = (sum(c[i] for c in counts.values()) for i in (0, 1))
    print(f"{'all':<20} {right:>6} {scored:>7} {right / scored:>8.2%}")
    print(*misses, sep="\n")


if __name__ == "__main__":
    main()

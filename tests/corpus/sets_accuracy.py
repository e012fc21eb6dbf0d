"""Count how many values of set-formatted texts are read right, against values read by eye.

``python tests/corpus/sets_accuracy.py [TRUTH.json [FOLDER]]`` prints a table by key and every miss.
Keys that a record lists as ambiguous, and references marked so, are not scored.
"""

import json
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import telegram
from telegram.source import Span
from telegram.texts.sets import SetsText, read

HERE = Path(__file__).parent


def text_of(data: bytes) -> SetsText:
    """The text of a message, read as sets whatever it is."""
    message = telegram.parse(data)
    span: Span = message.text.span
    return read(message.source.text, span)


def pairs(record: dict[str, Any], text: SetsText) -> Iterator[tuple[str, Any, Any]]:
    """Every value of one text: key, wanted, found; ambiguous keys are left out."""
    document = text.to_dict()
    scored = [key for key in record if key not in record["ambiguous"]]
    if "general_id" in scored:
        wanted, found = record["general_id"], document["general_message"]
        for name, member in (("series",) * 2, ("number",) * 2, ("year",) * 2, ("raw", "text")):
            yield f"general_id.{name}", (wanted or {}).get(name), (found or {}).get(member)
    if "msgid" in scored:
        identifier = document["message_identifier"]
        yield "msgid", record["msgid"], identifier and identifier["fields"]
    if "subject" in scored:
        yield "subject", record["subject"], document["subject"]
    if "refs" in scored:
        for wanted, found in zip_longest(record["refs"], document["references"]):
            for name in ("letter", "fields", "type", "originator", "date"):
                if wanted is None or not wanted["ambiguous"]:
                    yield f"refs.{name}", (wanted or {}).get(name), (found or {}).get(name)
    if "poc_count" in scored:
        yield "poc_count", record["poc_count"], len(document["pocs"])
    if "poc_names" in scored:
        yield "poc_names", record["poc_names"], [poc["name"] for poc in document["pocs"]]
    if "remarks_first_words" in scored:
        yield "remarks_first_words", record["remarks_first_words"], first_words(text)
    if "inner_fm" in scored:
        inner = text.originator
        plain = {"plad": inner.name, "office": list(inner.offices)} if inner else None
        yield "inner_fm", record["inner_fm"], plain


def first_words(text: SetsText) -> list[str]:
    """The first eight words of the remarks, without the number of the first paragraph."""
    if text.remarks is None:
        return []
    paragraphs = text.remarks.paragraphs
    first = paragraphs[1:] if paragraphs and not paragraphs[0].text.strip() else paragraphs
    words: list[str] = []
    for index, paragraph in enumerate(first):
        if index and paragraph.number:
            words.append(f"{paragraph.number}.")
        words += paragraph.text.split()
    return words[:8]


def measure(truth: Path, folder: Path) -> tuple[dict[str, list[int]], list[str]]:
    """Right and scored values by key, and the misses."""
    counts: dict[str, list[int]] = {}
    misses: list[str] = []
    for record in json.loads(truth.read_text("utf-8"))["messages"]:
        text = text_of((folder / record["file"]).read_bytes())
        for key, wanted, found in pairs(record, text):
            count = counts.setdefault(key, [0, 0])
            count[1] += 1
            if wanted == found:
                count[0] += 1
            else:
                misses.append(f"{record['file']} {key}: wanted {wanted!r}, found {found!r}")
    return counts, misses


def main() -> None:
    """Print the table and the misses."""
    truth = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "navadmin" / "navadmin-truth.json"
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "navadmin"
    counts, misses = measure(truth, folder)
    print(f"{'key':<22} {'right':>6} {'scored':>7} {'share':>8}")
    for key, (right, scored) in sorted(counts.items()):
        print(f"{key:<22} {right:>6} {scored:>7} {right / scored:>8.1%}")
    print(*misses, sep="\n")


if __name__ == "__main__":
    main()

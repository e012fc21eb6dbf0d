"""Count how many fields of State telegrams are read right, against what the samples' index states.

``python tests/corpus/state_accuracy.py`` prints a table by field and every miss. Keys are compared
through `mapping.json`, sections ``state-index`` and ``seed``: a ``path`` leads into the JSON
document, an ``attribute`` is one of the text's.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import telegram
from telegram.model import Telegram
from telegram.source import Span
from telegram.texts import state
from telegram.texts.state import StateText
from telegram.values.message_reference_number import identifier_of
from telegram.values.precedence import Precedence

HERE = Path(__file__).parent
FOLDER = HERE / "state"

YEAR_OF_THE_RUN_TOGETHER_HEADER = 2005
"""The one sample with references and without a date-time group; the index takes the year from the
name of the file.
"""

Pair = tuple[str, Any, Any]


@cache
def mapping(section: str) -> dict[str, dict[str, str]]:
    """A section of the mapping table."""
    loaded: dict[str, dict[str, str]] = json.loads((HERE / "mapping.json").read_text("utf-8"))[
        section
    ]
    return loaded


@cache
def index() -> dict[str, dict[str, Any]]:
    """What the samples' index states, by file; a file that has another's values has them."""
    files: dict[str, dict[str, Any]] = json.loads((FOLDER / "index.json").read_text("utf-8"))[
        "files"
    ]
    return {
        name: files[truth["same_values_as"]] | truth if "same_values_as" in truth else truth
        for name, truth in files.items()
        if "see" not in truth
    }


@cache
def message_of(name: str) -> Telegram:
    """A sample, read."""
    return telegram.parse((FOLDER / name).read_bytes())


@cache
def read(name: str) -> StateText:
    """The text of a sample, with the year of its date-time group."""
    message = message_of(name)
    dtg = message.heading.dtg
    year = None if dtg is None or dtg.year is None else dtg.resolve().year
    span = message.text.span
    return state.read(message.source.text, Span(span.start, span.end), year=year)


def at(value: Any, path: str) -> Any:
    """The member at a dotted path of a document, or of a value's attributes."""
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else getattr(value, name, None)
    return value


def plain(text: str | None) -> str | None:
    """A text with single blanks."""
    return None if text is None else " ".join(text.split())


def reference(given: dict[str, Any]) -> dict[str, Any]:
    """A reference of the document in the keys of the index."""
    found: dict[str, Any] = {"label": given["letter"]}
    if given["kind"] == "telegram":
        year = given["year"] or YEAR_OF_THE_RUN_TOGETHER_HEADER
        found["id"] = identifier_of(year, given["post"], given["number"])
    else:
        found["kind"] = given["kind"]
        found["text"] = given["text"]
    if given["kind"] == "dtg":
        found["originator"], _, dtg = given.pop("text").partition(" ")
        found["dtg"] = f"{dtg[0]} {dtg[1:]}"
        del found["text"]
    if given["notal"]:
        found["notal"] = True
    if given["previous"]:
        found["and_previous"] = True
    return found


def paragraph(text: StateText, number: int, wanted: dict[str, Any]) -> dict[str, Any]:
    """A paragraph in the keys of the index."""
    given = text.paragraphs[number]
    found: dict[str, Any] = {"n": int(given.number or 0), "mark": given.marking}
    if "items" in wanted:
        found["items"] = [item.mark.strip(".()") for item in given.items]
    return found


def in_heading(kind: str, wanted: Any, given: Any, also: Sequence[str]) -> tuple[Any, Any]:
    """Wanted and found of a heading, made comparable; `also`: addressees that a remark names."""
    if kind == "precedences":
        letters = [letter for letter in given.values() if letter]
        return [Precedence.parse(word).letter for word in wanted], letters
    if kind == "addressees":
        wanted = [*wanted, *also]
        paired = wanted and isinstance(wanted[0], list)
        return wanted, [[a["name"], a["precedence"]] if paired else a["name"] for a in given]
    if kind == "count":
        return wanted, len(given)
    if kind == "exempt":  # the index says of which collective address, where there is one
        names = [*chain(*wanted.values())] if isinstance(wanted, dict) else wanted
        return names, [each["name"] for each in given]
    if kind == "first-number":
        return wanted, given[0]["number"]
    if kind == "numbers":
        every = [*given["action"], *given["info"]]
        return wanted, {each["name"]: each["number"] for each in every if each["number"]}
    if kind == "serial":
        section = given["section"]
        return wanted, given["serial"] + (f"/{section}" if section else "")
    assert kind == "signals", kind
    return wanted, [each["value"] for each in given if each["kind"] == "signal"]


HEADING = frozenset(
    {"precedences", "addressees", "count", "exempt", "first-number", "numbers", "serial", "signals"}
)


def compared(kind: str, wanted: Any, found: Any, text: StateText) -> Pair:
    """Wanted and found, made comparable."""
    if kind == "blanks":
        return "", plain(wanted), plain(found)
    if kind == "level":
        return "", wanted.removesuffix(" (notional)"), (found or "").replace(" ", "")
    if kind == "mrn":  # without a date-time group, the index takes the year from elsewhere
        return "", wanted if text.year else wanted[-len(str(found)) :], str(found)
    if kind == "printed":
        return "", wanted, f"{found} {text.signature}"
    if kind == "number":
        return "", wanted, int(found)
    if kind == "pair":
        return "", wanted, found and [found["number"], found["of"]]
    if kind == "declassify":
        date = wanted["date"] if isinstance(wanted, dict) else None
        return "", (date, wanted if date is None else None), found
    if kind == "references":
        return "", wanted, [reference(dict(each)) for each in found]
    if kind == "paragraphs":
        count = len(text.paragraphs)
        read_ = [paragraph(text, n, w) for n, w in enumerate(wanted) if n < count]
        return "", (len(wanted), wanted), (count, read_)
    if kind == "last-words":
        return "", wanted, (plain(text.paragraphs[0].text) or "")[-len(wanted) :]
    if kind == "headings":
        given_ = [p.heading for p in text.paragraphs if p.heading and "heading" in p.spans]
        return "", wanted, [h for h in given_ if h in wanted]
    if kind == "items":
        return "", wanted, [item.text for item in text.paragraphs[2].items]
    if kind == "classified-by":
        return "", wanted, {key: found[key] for key in wanted}
    if kind == "one":
        return "", [wanted], list(found)
    if kind == "release":
        got: dict[str, Any] = {}
        for stamp in text.releases:
            if stamp.kind == "case":
                month, day, year = (stamp.date or "//").split("/")
                got |= {"case": stamp.case, "document": stamp.document}
                got["date"] = f"{year}-{month}-{day}"
            if stamp.decision:
                got["decision"] = stamp.decision
        return "", wanted, got
    if kind == "page-marks":
        marks = [str(p.span.of(text.text)).split() for p in text.pages]
        return "", [w[1:] for w in wanted], [[m[-3], m[-1]] for m in marks]
    if kind.startswith("label:"):
        label = kind.removeprefix("label:")
        return "", wanted, next((each.value for each in found if each.label == label), None)
    assert kind == "as-is", kind
    return "", wanted, found


def pairs(name: str) -> Iterator[Pair]:
    """Every scored value of one sample: field, wanted, found."""
    text = read(name)
    document = message_of(name).to_dict() | {"text": text.to_dict()}
    for key, wanted in index()[name].items():
        entry = mapping("state-index")[key]
        if "reason" in entry:
            continue
        if entry["normaliser"] in HEADING:
            given = at(document, entry["path"]) if entry["path"] else document
            note = index()[name].get("exempted_note", "") if key == "info" else ""
            also = re.findall("([A-Z ]+) is an information addressee", note)
            yield key, *in_heading(entry["normaliser"], wanted, given, [a.strip() for a in also])
            continue
        where = document if "path" in entry else text
        path = entry.get("path") or entry["attribute"]
        if entry["normaliser"] == "declassify":
            order = document["text"]["executive_order"]
            given = (order["declassify"], None if order["declassify"] else order["text"])
            yield key, *compared("declassify", wanted, given, text)[1:]
        else:
            yield key, *compared(entry["normaliser"], wanted, at(where, path), text)[1:]


def main() -> None:
    counts: dict[str, list[int]] = {}
    misses: list[str] = []
    for name in index():
        for field, wanted, found in pairs(name):
            count = counts.setdefault(field, [0, 0])
            count[1] += 1
            if wanted == found:
                count[0] += 1
            else:
                misses.append(f"{name} {field}:\n  wanted {wanted!r}\n  found  {found!r}")
    for field, (right, scored) in sorted(counts.items()):
        print(f"{field:<24} {right:>4} {scored:>4}")
    right, scored = (sum(count[i] for count in counts.values()) for i in (0, 1))
    print(f"{'all':<24} {right:>4} {scored:>4} {right / scored:>8.2%}")
    print(*misses, sep="\n")


if __name__ == "__main__":
    main()

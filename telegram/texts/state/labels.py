"""Lines of the head that are known by how they begin: classification line, E.O., TAGS, SUBJECT, REF
and the classified-by line.

Here: reading them. Elsewhere: lines without a label (`head_lines`).
"""

import re
from collections.abc import Callable
from functools import lru_cache

from telegram.syntax import groups, matcher, may_begin
from telegram.texts.state.head import BETWEEN, Head
from telegram.texts.state.lines import PieceKind, TextLine
from telegram.values.executive_order import executive_order_of

Way = Callable[[Head, TextLine], PieceKind | None]


@lru_cache(maxsize=4096)
def ways_of(opening: str) -> tuple[Way, ...]:
    """The readers of lines that can have these first two characters, or one and no more."""
    return tuple(way for way, rules in _LABELLED if any(may_begin(rule, opening) for rule in rules))


def _classification(head: Head, line: TextLine) -> PieceKind | None:
    known = head.class_line is not None or not _class_line(head, line)
    return None if known else PieceKind.CLASSIFICATION


def _executive_order(head: Head, line: TextLine) -> PieceKind | None:
    match = matcher("state:executive_order_line").fullmatch(line.text)
    if match is None:
        return None
    if head.order is None:
        label, number, text = match.group(*_ORDER_GROUPS)
        head.order, head.order_label = executive_order_of(number, text), label
        head.order_line = line
    head.block = "order"
    return PieceKind.EXECUTIVE_ORDER


def _tags(head: Head, line: TextLine) -> PieceKind | None:
    if head.class_line is None:
        return None
    match = matcher("state:tags_line").fullmatch(line.text)
    if match is None:
        return None
    head.block, head.tags_label = "tags", match["tags_label"]
    head.tags.append((line, match.end("tags_label")))
    return PieceKind.TAGS


def _subject(head: Head, line: TextLine) -> PieceKind | None:
    if head.subject and head.subject_text():
        return None
    match = matcher("state:subject_line").fullmatch(line.text)
    if match is None:
        return None
    head.block, head.subject_label = "subject", match["subject_label"]
    head.subject = [(line, match.end("subject_label"))]
    return PieceKind.SUBJECT


def _references(head: Head, line: TextLine) -> PieceKind | None:
    if head.references and head.block != "reference":
        return None
    match = matcher("state:reference_line").fullmatch(line.text)
    if match is None:
        return None
    if head.block == "subject" and head.subject_text() and not _refers(match):
        return None  # a word of the subject
    head.block = "reference"
    head.references.append((line, match.end("state_reference_label")))
    return PieceKind.REFERENCES


def _classified(head: Head, line: TextLine) -> PieceKind | None:
    if not head.subject or head.classifier:
        return None
    match = matcher("state:classified_line").fullmatch(line.text)
    if match is None:
        return None
    head.block = "classified"
    head.classifier = [(line, match.end("classified_label"))]
    return PieceKind.CLASSIFIED_BY


_LABELLED: tuple[tuple[Way, tuple[str, ...]], ...] = (
    (_classification, ("state:class_line", "state:class_line_damaged", "state:class_line_bare")),
    (_executive_order, ("state:executive_order_line",)),
    (_tags, ("state:tags_line",)),
    (_subject, ("state:subject_line",)),
    (_references, ("state:reference_line",)),
    (_classified, ("state:classified_line",)),
)
"""The readers of lines that are known by how they begin, with the rules of their lines."""
LABEL_RULES = tuple(
    rule for way, rules in _LABELLED if way is not _classification for rule in rules
)
"""The rules of lines that a label opens."""
_ORDER_GROUPS = groups("state:executive_order_line", "eo_label", "eo_number", "eo_text")


def _refers(match: re.Match[str]) -> bool:
    """Whether a label without a colon stands before a reference."""
    if ":" in match["state_reference_label"]:
        return True
    text = match["state_reference_text"] or ""
    return any(
        matcher(rule).match(text) is not None
        for rule in ("state:reference_letter", "state:telegram_reference")
    )


def _class_line(head: Head, line: TextLine) -> bool:
    match = matcher("state:class_line").fullmatch(line.text)
    if match is None:
        match = matcher("state:class_line_damaged").fullmatch(line.text)
        head.misspelt = match is not None
    if match is None:
        match = matcher("state:class_line_bare").fullmatch(line.text)
        if match is None or head.labels:
            return False
    said = match.groupdict()
    head.class_line = line
    head.class_places = {name: match.span(name) for name in _PLACED if said.get(name)}
    head.level = said["state_level"]
    if said["state_controls"]:
        head.controls = tuple(
            said["state_controls"].replace("/", " ").replace("E F T O", "EFTO").split()
        )
    head.post, head.number = said.get("state_post"), said.get("state_number")
    head.year_written = said.get("state_year")
    if said.get("state_section_total"):
        head.section = int(said["state_section_number"]), int(said["state_section_total"])
    elif said.get("state_final_section"):
        head.section = int(said["state_final_section"]), int(said["state_final_section"])
    elif said.get("section_misspelt"):
        head.section = _misspelt(said["section_misspelt"])
    rest = said.get("state_rest")
    if rest is not None:
        head.rest = rest.strip()
        start = match.start("state_rest") + 1
        taken = head.take_captions(line, start)
        # What numbers a series, as in TOSEC 190010, belongs to its caption.
        if not line.text[taken:].strip(BETWEEN).isdigit():
            head.take_pass_line(line, taken)
    return True


_PLACED = (
    "state_post",
    "state_number",
    "state_level",
    "state_section_number",
    "state_section_total",
    "section_misspelt",
)
"""What a classification line says whose place is told."""


def _misspelt(text: str) -> tuple[int, int] | None:
    words = text.replace("O", "0").replace("Q", "0").replace("I", "1").split()
    numbers = [int(word) for word in words if word.isdigit()]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None

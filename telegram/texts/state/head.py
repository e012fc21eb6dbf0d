"""The head of a State text: from the classification line to the line before paragraph 1.

Each line is known by its label. Three facts shape the reading.

* A block without a label goes on from the line before it: TAGS after a comma, a subject until a
  blank line, references until one that starts no further letter.
* Before the E.O. line, what is no known caption is a line that addresses an office or a person.
* A copy may have run the whole head together into one physical line. It is cut at its labels.

Here: which line is which, and the values of the head. Elsewhere: labelled lines (`smart`);
the paragraphs (`body`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.lines import (
    PRINTED,
    PieceKind,
    TextLine,
    openings_of,
    printed_kind,
    unwrapped,
)
from telegram.values.caption import Caption, caption_of, leading_captions
from telegram.values.executive_order import ExecutiveOrder, executive_order_of

_LONGEST_CAPTION_LINE = 120
_BETWEEN = " -;,/"
"""What parts a caption from what follows it on its line."""
_MOST_LINES = 400
"""Lines of one block of the head; further ones are not read as part of it."""


@define
class Head:
    """What was read of the head. Blocks of several lines are kept as lines, and read at the end."""

    level: str | None = None
    post: str | None = None
    number: str | None = None
    year_written: str | None = None
    section: tuple[int, int] | None = None
    class_line: TextLine | None = None
    class_match: re.Match[str] | None = None
    controls: tuple[str, ...] = ()
    misspelt: bool = False
    rest: str | None = None
    captions: list[tuple[Caption, Span]] = field(factory=list)
    pass_lines: list[tuple[str, Span]] = field(factory=list)
    corrected: str | None = None
    corrected_span: Span | None = None
    order: ExecutiveOrder | None = None
    order_line: TextLine | None = None
    order_label: str = ""
    tags_label: str = ""
    subject_label: str = ""
    tags: list[tuple[TextLine, int]] = field(factory=list)
    subject: list[tuple[TextLine, int]] = field(factory=list)
    references: list[tuple[TextLine, int]] = field(factory=list)
    classifier: list[tuple[TextLine, int]] = field(factory=list)
    notices: list[tuple[str, Span]] = field(factory=list)
    labels: list[tuple[str, TextLine, int]] = field(factory=list)
    spans: dict[str, Span] = field(factory=dict)
    taken: list[tuple[PieceKind, TextLine]] = field(factory=list)
    run_together: bool = False
    block: str = ""
    blanks: int = 0
    ended: bool = False

    @property
    def seen(self) -> list[tuple[PieceKind, Span]]:
        """The lines that were read, with their places."""
        return [(kind, line.whole()) for kind, line in self.taken]

    def blank(self) -> None:
        """A blank line: it ends most blocks."""
        self.blanks += 1
        if self.block == "subject" and self.subject_text():
            self.block = "subject?"
        elif self.block in ("classified", "order", "tags"):
            self.block = ""

    def subject_text(self) -> bool:
        """Whether the subject has words."""
        return any(line.text[first:] for line, first in self.subject)


def parts_of(line: TextLine) -> Iterator[TextLine]:
    """The lines that a copy ran together into one; mostly the line itself."""
    text = line.text
    if len(text) < 40 or text[:2] not in openings_of(*_RUN_TOGETHER):
        yield line
        return
    cuts = _cuts(text)
    if not cuts:
        yield line
        return
    bounds = [0, *cuts, len(text)]
    for index, (first, last) in enumerate(pairwise(bounds)):
        seen = line.seen().part(first, last)
        lead = len(seen.text) - len(seen.text.lstrip(" "))
        seen = seen.part(lead, len(seen.text.rstrip(" ")))
        start = line.start if index == 0 else line.span(first, first).start
        whole = index == len(cuts)
        content = line.content if whole else line.span(last, last).start
        yield TextLine(start, content, line.after if whole else content, seen.text, seen)


_RUN_TOGETHER = ("state:executive_order_line", "state:tags_line", "state:class_line")
"""The lines that copies run together with those below them."""


def _cuts(text: str) -> list[int]:
    """Where the labels of a line that was run together begin."""
    if matcher("state:executive_order_line").fullmatch(text[:300]) or text[:4].upper() == "TAGS":
        wanted: tuple[str, ...] = ("TAGS", "SUBJ", "REF")
    elif matcher("state:class_line").fullmatch(text[:400]) is not None:
        wanted = ("E.O", "EO ", "TAGS", "SUBJ", "REF", "CLASSIFIED", "1. (")
    else:
        return []
    found: list[int] = []
    for mark in matcher("state:run_label").finditer(text):
        if text.startswith(wanted, mark.end()) or (
            "CLASSIFIED" in wanted and text[mark.end() :][:13].upper() == "CLASSIFIED BY"
        ):
            found.append(mark.start())
    if "CLASSIFIED" in wanted and not any(text.startswith((" E", " TAGS"), cut) for cut in found):
        return []
    return found


def take(head: Head, line: TextLine) -> PieceKind | None:
    """Read one line that is not blank; None where it begins the paragraphs."""
    text = line.text
    printed = printed_kind(text)
    if printed is not None and (printed is not PieceKind.BANNER or not _is_caption(head, text)):
        return printed
    blanks, head.blanks = head.blanks, 0
    kind = _labelled(head, line)
    if kind is None and _begins_text(head, text, blanks):
        return None
    if kind is None:
        kind = _continued(head, line, blanks) or _unlabelled(head, line)
    if kind is not None:
        head.taken.append((kind, line))
    return kind


def _is_caption(head: Head, text: str) -> bool:
    return head.class_line is not None and not _past_captions(head) and text == "SBU"


def _past_captions(head: Head) -> bool:
    return head.order is not None or bool(head.tags) or bool(head.subject)


def _labelled(head: Head, line: TextLine) -> PieceKind | None:
    """A line that is known by how it begins."""
    text, first = line.text, line.text[:1]
    opening = text[:2] if len(text) > 1 else f"{text}\n"
    if (
        head.class_line is None
        and opening in openings_of(*_CLASS_LINES)
        and _class_line(head, line)
    ):
        return PieceKind.CLASSIFICATION
    if opening not in openings_of(*_LABELLED):
        return None
    if first in "Ee":
        match = matcher("state:executive_order_line").fullmatch(text)
        if match is not None:
            return _order(head, line, match["eo_label"], match["eo_number"], match["eo_text"])
    if first in "TtAa":
        match = matcher("state:tags_line").fullmatch(text)
        if match is not None and head.class_line is not None:
            head.block, head.tags_label = "tags", match["tags_label"]
            head.tags.append((line, match.end("tags_label")))
            return PieceKind.TAGS
    if first in "Ss" and not head.subject_text():
        match = matcher("state:subject_line").fullmatch(text)
        if match is not None:
            head.block, head.subject_label = "subject", match["subject_label"]
            head.subject = [(line, match.end("subject_label"))]
            return PieceKind.SUBJECT
    if first in "Rr":
        match = matcher("state:reference_line").fullmatch(text)
        open_subject = head.block == "subject" and head.subject_text()
        if match is not None and open_subject and not _refers(match):
            match = None  # a word of the subject
        if match is not None and not (head.references and head.block != "reference"):
            head.block = "reference"
            head.references.append((line, match.end("state_reference_label")))
            return PieceKind.REFERENCES
    if first in "Cc1(":
        match = matcher("state:classified_line").fullmatch(text)
        if match is not None and head.subject and not head.classifier:
            head.block = "classified"
            head.classifier = [(line, match.end("classified_label"))]
            return PieceKind.CLASSIFIED_BY
    return None


_CLASS_LINES = ("state:class_line", "state:class_line_damaged", "state:class_line_bare")
_LABELLED = (
    "state:executive_order_line",
    "state:tags_line",
    "state:subject_line",
    "state:reference_line",
    "state:classified_line",
)


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
    head.class_line, head.class_match = line, match
    head.level = said["state_level"]
    if said["state_controls"]:
        head.controls = tuple(said["state_controls"].replace("E F T O", "EFTO").split())
    head.post, head.number = said.get("state_post"), said.get("state_number")
    head.year_written = said.get("state_year")
    if said.get("state_section_total"):
        head.section = int(said["state_section_number"]), int(said["state_section_total"])
    elif said.get("section_misspelt"):
        head.section = _misspelt(said["section_misspelt"])
    rest = said.get("state_rest")
    if rest is not None:
        head.rest = rest.strip()
        start = match.start("state_rest") + 1
        taken = _caption_line(head, line, start)
        # What numbers a series, as in TOSEC 190010, belongs to its caption.
        if not line.text[taken:].strip(_BETWEEN).isdigit():
            _passed(head, line, taken)
    return True


def begins_paragraphs(head: Head, number: re.Match[str]) -> bool:
    """Whether the number that opens a line is that of a paragraph."""
    if not (head.subject or head.references or head.class_line is not None):
        return False
    return matcher("state:classified_line").match(number.string, *number.span()) is None


def words_of(lines: list[tuple[TextLine, int]]) -> str | None:
    """The words of a block over its lines; None where it has none."""
    if not lines:
        return None
    return unwrapped([line.text[begin:] for line, begin in lines]) or None


def place_of(lines: list[tuple[TextLine, int]]) -> Span | None:
    """The place of the words of a block; None where it has none."""
    kept = [(line, start) for line, start in lines if line.text[start:].strip()]
    if not kept:
        return None
    first, start = kept[0]
    return Span(first.offset(start), kept[-1][0].whole().end)


def places_of(head: Head) -> dict[str, Span]:
    """The places of the fields of a head that stand on one line, by name."""
    spans = dict(head.spans)
    line, match = head.class_line, head.class_match
    if line is not None and match is not None:
        said = match.groupdict()
        for name in ("post", "number", "level"):
            if said.get(f"state_{name}"):
                spans[name] = line.span(*match.span(f"state_{name}"))
        if said.get("state_section_total"):
            first, last = match.start("state_section_number"), match.end("state_section_total")
            spans["section"] = line.span(first, last)
        elif said.get("section_misspelt"):
            spans["section"] = line.span(*match.span("section_misspelt"))
    if head.order_line is not None:
        spans["executive_order"] = head.order_line.whole()
    if head.tags:
        spans["tags"] = head.tags[0][0].whole()
    return spans


def _misspelt(text: str) -> tuple[int, int] | None:
    words = text.replace("O", "0").replace("Q", "0").replace("I", "1").split()
    numbers = [int(word) for word in words if word.isdigit()]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None


def _order(head: Head, line: TextLine, label: str, number: str, text: str | None) -> PieceKind:
    if head.order is None:
        head.order, head.order_label = executive_order_of(number, text), label
        head.order_line = line
    head.block = "order"
    return PieceKind.EXECUTIVE_ORDER


def _begins_text(head: Head, text: str, blanks: int) -> bool:
    """Whether a line without a label begins the paragraphs."""
    if text[0].isdigit() and matcher("state:paragraph").fullmatch(text) is not None:
        started = head.subject or head.references or head.class_line is not None
        return bool(started)
    if head.block == "classified" and matcher("state:classified_tail").fullmatch(text) is not None:
        return False  # letters of reasons, which the line above goes on with
    if text[:1] == "(" and (blanks or head.block not in ("reference", "subject")):
        if text.startswith("(C)") and head.block == "reference" and _next_is_third(head):
            return False  # a third reference, rather than a confidential paragraph
        return matcher("state:marked_paragraph").fullmatch(text) is not None
    if text[:1] in "-=_*" and _past_captions(head):
        return matcher("state:ruled_line").fullmatch(text) is not None or (
            matcher("state:ruled_heading").fullmatch(text) is not None
        )
    if not head.subject or head.block in ("subject", "reference"):
        return False
    return matcher("state:block_begin").match(text) is not None


def _continued(head: Head, line: TextLine, blanks: int) -> PieceKind | None:
    """A line that goes on from the block before it."""
    text = line.text
    if head.subject and matcher("state:notice_line").fullmatch(text) and head.subject_text():
        head.block = ""
        head.notices.append((text, line.whole()))
        return PieceKind.NOTICE
    if head.block == "tags" and len(head.tags) < _MOST_LINES:
        before = head.tags[-1][0].text
        if before.endswith(",") or matcher("state:tags_continuation").fullmatch(text):
            head.tags.append((line, 0))
            return PieceKind.TAGS
    if head.block == "order" and head.order is not None and head.order.text and not blanks:
        decided = head.order.declassification
        if decided is not None and decided.kind == "event" and not _is_known_caption(text):
            head.order = executive_order_of(head.order.number, f"{head.order.text} {text}")
            return PieceKind.EXECUTIVE_ORDER
    if head.block == "subject" and len(head.subject) < _MOST_LINES:
        head.subject.append((line, 0))
        return PieceKind.SUBJECT
    if head.block == "subject?":
        head.block = ""
        last = head.subject[-1][0].text
        if last[-1:] in ",-" and text.isupper():
            head.block = "subject"
            head.subject.append((line, 0))
            return PieceKind.SUBJECT
    if head.block == "reference" and not blanks and _addresses(text, head.references[-1][0].text):
        head.block = "pass"
        head.pass_lines.append((text, line.whole()))
        return PieceKind.PASS_LINE
    if head.block == "pass" and not blanks and len(text) <= _LONGEST_CAPTION_LINE:
        words, place = head.pass_lines[-1]
        head.pass_lines[-1] = f"{words} {text}", Span(place.start, line.whole().end)
        return PieceKind.PASS_LINE
    if head.block == "reference" and len(head.references) < _MOST_LINES:
        lettered = matcher("state:reference_letter").match(text) is not None
        if not blanks or lettered:
            head.references.append((line, 0))
            return PieceKind.REFERENCES
        head.block = ""
    if head.block == "classified" and len(head.classifier) < _MOST_LINES:
        head.classifier.append((line, 0))
        return PieceKind.CLASSIFIED_BY
    return None


_FULL_LINE = 60
"""Characters from which a line can be one that its writer filled and wrapped."""


def _next_is_third(head: Head) -> bool:
    """Whether two references stand above, and the second has its letter in parentheses too."""
    return len(head.references) == 2 and head.references[1][0].text.lstrip().startswith("(")


def _addresses(text: str, before: str) -> bool:
    """Whether a line below the references names readers rather than going on with them."""
    return (
        text.startswith("FOR ")
        and text.isupper()
        and len(before) < _FULL_LINE
        and not before.endswith((" AND", ",", ";", " TO"))
    )


def _is_known_caption(text: str) -> bool:
    return len(text) < _LONGEST_CAPTION_LINE and bool(leading_captions(text)[0])


def _unlabelled(head: Head, line: TextLine) -> PieceKind | None:
    """A caption, an attention line, a notice; None for a line of text."""
    text = line.text
    corrected = None
    if not head.subject and text[:2] in openings_of("state:corrected_line"):
        corrected = matcher("state:corrected_line").fullmatch(text)
    if corrected is not None:
        what = (corrected["corrected_what"] or "").strip(' -/()"*:')
        head.corrected = what or None
        head.corrected_span = line.whole()
        head.captions.append((Caption("CORRECTED COPY"), line.span(*corrected.span(1))))
        return PieceKind.CORRECTED
    if len(text) <= _LONGEST_CAPTION_LINE and not head.references:
        taken = _caption_line(head, line, 0)
        if taken >= len(text):
            return PieceKind.CAPTION
        if taken and not _past_captions(head):
            _passed(head, line, taken)
            return PieceKind.CAPTION
    if head.class_line is not None and not head.subject and len(text) <= _LONGEST_CAPTION_LINE:
        _passed(head, line, 0)
        return PieceKind.PASS_LINE
    return None


def _caption_line(head: Head, line: TextLine, first: int) -> int:
    """Read the captions of a line from a place on; where the rest begins."""
    captions, taken = leading_captions(line.text[first:])
    rest = line.text[first + taken :]
    if _past_captions(head) and rest:
        return first
    known = {caption.name for caption, _ in head.captions}
    for name, start, end in captions:
        if name not in known:
            head.captions.append((caption_of(name), line.span(first + start, first + end)))
        else:
            head.spans.setdefault("repeated", line.span(first + start, first + end))
    return first + taken if captions else first


def _passed(head: Head, line: TextLine, first: int) -> None:
    """The rest of a line is an attention or passing line."""
    rest = line.text[first:]
    lead = len(rest) - len(rest.lstrip(_BETWEEN))
    if rest[lead:]:
        place = line.span(first + lead, len(line.text))
        head.pass_lines.append((rest[lead:], place))


__all__ = [
    "PRINTED",
    "Head",
    "begins_paragraphs",
    "parts_of",
    "place_of",
    "places_of",
    "take",
    "words_of",
]

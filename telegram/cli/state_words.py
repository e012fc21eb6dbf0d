"""A State text, decoded: number, captions, E.O., TAGS, references, classifier, paragraphs.

Here: its details and passages. Elsewhere: what the values mean (`telegram.values`).
"""

from collections import Counter
from collections.abc import Iterator

from telegram.cli import words
from telegram.cli.detail import Detail
from telegram.cli.passages import Passage
from telegram.syntax import matcher
from telegram.texts.state.paragraphs import Paragraph
from telegram.texts.state.text import StateText
from telegram.values.classified_by import ClassifiedBy
from telegram.values.executive_order import Declassification, ExecutiveOrder
from telegram.values.state_reference import StateReference

_SHOWN_ELSEWHERE = frozenset(
    ("MRN", "E.O.", "TAGS", "Captions", "Reference", "Pass Line", "Subject", "Signature")
)
"""Labelled lines whose values have details of their own."""


_KINDS = {"dtg": "message", "text": ""}
"""Kinds of reference of which people use another word."""


def details(text: StateText) -> Iterator[Detail]:
    """What the fields mean, from the head down to the signature."""
    yield from _number(text)
    for caption in text.captions:
        yield Detail("caption", str(caption), caption.meaning or "not in the shipped table")
    for line in text.pass_lines:
        yield Detail("pass to", "", line)
    if text.corrected is not None:
        yield Detail("corrected", "", text.corrected)
    if text.executive_order is not None:
        yield from _order(text.executive_order)
    for tag in text.tags:
        meaning = tag.meaning or "not in the shipped table"
        if tag.country:
            meaning = f"{tag.country} (place)"
        yield Detail("TAGS", str(tag), meaning)
    if text.subject is not None:
        marking = f"({text.subject_marking}) " if text.subject_marking else ""
        yield Detail("subject", "", f"{marking}{text.subject}")
    for reference in text.references:
        yield Detail("reference", reference.letter or "", _reference(reference))
    for notice in text.notices:
        yield Detail("notice", "", notice)
    if text.classified_by is not None:
        yield Detail("classified by", "", _classifier(text.classified_by))
    for labelled in text.labelled:
        if labelled.label not in _SHOWN_ELSEWHERE and labelled.value:
            yield Detail(labelled.label.lower(), "", " ".join(labelled.value.split()))
    numbered = [paragraph for paragraph in text.paragraphs if paragraph.number]
    if numbered:
        yield Detail("paragraphs", str(len(numbered)), _markings(numbered))
    if text.signature is not None:
        office = text.signature_office
        yield Detail("signed", text.signature, f"for {office}" if office else "")
    for note in text.notes:
        yield Detail("note", "", note)


def passages(text: StateText) -> Iterator[Passage]:
    """The paragraphs with number and mark, under their headings; the signature."""
    for paragraph in text.paragraphs:
        heading = paragraph.heading
        if heading and not paragraph.text.startswith(heading):
            yield Passage((heading,), heading=True)
        marks = [f"{paragraph.number}." if paragraph.number else ""]
        marks.append(f"({paragraph.marking})" if paragraph.marking else "")
        said = " ".join(part for part in (*marks, paragraph.plain) if part)
        if said:
            yield Passage(tuple(_indented(said)))
    if text.signature is not None:
        yield Passage((text.signature,))


def _indented(said: str) -> Iterator[str]:
    """The lines of a paragraph, the items of lists set in."""
    item = matcher("state:item")
    for index, line in enumerate(said.split("\n")):
        yield f"   {line}" if index and item.match(line) is not None else line


def _number(text: StateText) -> Iterator[Detail]:
    number = text.message_reference_number
    if number is None:
        return
    identifier = f"; identifier {number.identifier}" if number.identifier else ""
    yield Detail("telegram", f"{number.post} {number.number}", f"cited as {number}{identifier}")


def _order(order: ExecutiveOrder) -> Iterator[Detail]:
    yield Detail("E.O.", order.number, order.title or "not in the shipped table of orders")
    if order.declassification is not None:
        yield Detail("declassify", "", f"{order.text}: {_declassification(order.declassification)}")
    elif order.not_applicable:
        yield Detail("declassify", order.text or "", "not applicable: not classified")


def _declassification(value: Declassification) -> str:
    """When a text may be declassified, in words."""
    said: list[str] = []
    if value.day is not None:
        said.append(f"on {words.day(value.day)}")
    codes = ", ".join(value.codes)
    if value.kind == "schedule":
        said.append(f"by schedule {codes}")
    elif value.kind == "exemption":
        said.append(f"exempt from automatic declassification, {codes}")
    elif value.kind == "oadr":
        said.append("when the originating agency so determines")
    elif value.kind == "downgrade":
        said.append(f"downgraded, {codes}" if codes else "downgraded")
    if value.event:
        said.append("by the event named")
    if value.classifier:
        office = f", {value.office}" if value.office else ""
        said.append(f"classified by {value.classifier}{office}")
    return "; ".join(said) or "cannot be read beyond doubt"


def _classifier(value: ClassifiedBy) -> str:
    if value.name is None:
        return value.text
    who = ", ".join(part for part in (value.name, value.position) if part)
    if not value.reasons and value.section is None:
        return who
    letters = ", ".join(f"({letter})" for letter in value.reasons)
    return f"{who}; for reasons {' '.join(part for part in (value.section, letters) if part)}"


def _reference(reference: StateReference) -> str:
    """What a reference names, in words."""
    if reference.kind != "telegram" or reference.number is None:
        kind = _KINDS.get(reference.kind, reference.kind)
        return f"{kind}: {reference.text}" if kind else reference.text
    said = f"{reference.canonical_post} {reference.number.lstrip('0')}"
    if reference.year is not None:
        said += f" of {reference.year}"
    if reference.previous:
        said += ", and those before it"
    if reference.notal:
        said += ", not to all addressees (NOTAL)"
    return said


def _markings(paragraphs: list[Paragraph]) -> str:
    """How many paragraphs have which portion mark, in order of first appearance."""
    counted = Counter(f"({p.marking})" if p.marking else "unmarked" for p in paragraphs)
    if len(counted) == 1:
        only = next(iter(counted))
        return only if only == "unmarked" else f"marked {only}"
    return ", ".join(f"{count} {marking}" for marking, count in counted.items())

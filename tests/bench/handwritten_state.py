"""The text of a State telegram, read by `str.splitlines` and patterns written by hand: what a
programmer without the library would write for the archive of 2000 to 2010.

It builds the library's values by their constructors. It has no places, no page lines, no layouts of
other decades, no damaged forms and no diagnostics, and knows no summary but one that is the whole
of a paragraph; a telegram that needs them it reads wrong.
"""

import re

from telegram.texts.state.paragraphs import Paragraph
from telegram.values.caption import Caption
from telegram.values.classified_by import ClassifiedBy
from telegram.values.executive_order import Declassification, ExecutiveOrder
from telegram.values.message_reference_number import identifier_of
from telegram.values.state_reference import StateReference
from telegram.values.tags import Tags

CLASS = re.compile(
    r"(UNCLAS|C O N F I D E N T I A L|S E C R E T)(?: (?:SENSITIVE|NOFORN))*"
    r"(?: SECTION (\d\d) OF (\d\d))? ([A-Z][A-Z.' -]*) (\d{3,6})"
)
ORDER = re.compile(r"E\.?O\.? ?(\d{5}):? *(.*)")
DECLASSIFY = re.compile(r"DECL: (\d\d?)/(\d\d?)/(\d{4})")
LABEL = re.compile(r"(TAGS|SUBJECT|SUBJ|REF|REFS|CLASSIFIED BY): *(.*)", re.IGNORECASE)
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
CAPTIONS = frozenset(("SIPDIS", "SENSITIVE", "NOFORN", "EXDIS", "NODIS", "STADIS", "LIMDIS"))
LETTER = re.compile(r"(?:^| )([A-Z])\. ")
REFERENCE = re.compile(r"(?:(\d\d) )?([A-Z][A-Z .'-]*?) (\d{1,6})( \(NOTAL\))?")
BY = re.compile(r"(.*?),? for reasons? (1\.[45]) (.*)", re.IGNORECASE)
NUMBERED = re.compile(r"(?:\[1\]\(#\)|\xb6)?(\d{1,3})\. ?(?:\(([A-Z/]+)\) ?)?(.*)")
HEADING = re.compile(r"(SUMMARY|COMMENT|ACTION REQUEST|BACKGROUND|INTRODUCTION)[:.]", re.IGNORECASE)
END = re.compile(r"END (?:SUMMARY|COMMENT)", re.IGNORECASE)
SIGNATURE = re.compile(r"[A-Z][A-Z'-]+(?: [A-Z'-]+)?")
ENDING = re.compile(r"BT|#\d{4}|NNNN")


def read(text: str, year: int | None) -> tuple[object, ...]:
    """Every typed field of the text, in the order of the benchmark's list of fields."""
    post = number = order = subject = by = signature = section = None
    captions: list[Caption] = []
    passed: list[str] = []
    tags: tuple[Tags, ...] = ()
    references: list[StateReference] = []
    lines = iter(text.splitlines())
    block = ""
    held: list[str] = []
    paragraphs: list[Paragraph] = []
    found = None
    for raw in lines:
        line = raw.strip()
        if found := NUMBERED.fullmatch(line) if subject or held else None:
            break
        label = LABEL.fullmatch(line)
        if block and (label or not line):
            words = " ".join(held)
            if block in ("SUBJECT", "SUBJ"):
                subject = words
            elif block == "CLASSIFIED BY":
                by = _classified(words)
            else:
                references += _references(words, year)
            block = ""
        if label:
            name = label[1].upper()
            if name == "TAGS":
                terms = LINK.sub(r"\1", label[2]).replace(",", " ").split()
                tags = tuple([Tags(term) for term in terms])
            else:
                block, held = name, [label[2]]
        elif block:
            held.append(line)
        elif not line:
            continue
        elif post is None:
            if match := CLASS.match(line):
                post, number = match[4], match[5]
                section = (int(match[2]), int(match[3])) if match[2] else None
        elif match := ORDER.fullmatch(line):
            order = ExecutiveOrder(match[1], _declassified(match[2]), match[2])
        elif line in CAPTIONS:
            captions.append(Caption(line))
        else:
            passed.append(line)
    body: list[str] = []
    number_of = mark = None
    if found:
        number_of, mark, first = found.groups()
        body.append(first)
    for raw in lines:
        line = raw.rstrip()
        if line[:1] in "[\xb60123456789" and (match := NUMBERED.fullmatch(line)):
            paragraphs.append(_paragraph(number_of, mark, body))
            number_of, mark, first = match.groups()
            body = [first]
        else:
            body.append(line)
    while body and (not body[-1] or ENDING.fullmatch(body[-1])):
        body.pop()
    if body and SIGNATURE.fullmatch(body[-1]):
        signature = body.pop()
    paragraphs.append(_paragraph(number_of, mark, body))
    blocks: dict[str, list[str]] = {"SUMMARY": [], "COMMENT": []}
    for paragraph in paragraphs:
        if paragraph.heading and (name := paragraph.heading.upper()) in blocks:
            words = END.split(paragraph.text[len(name) + 1 :])[0]
            blocks[name].append(" ".join(words.split()))
    return (
        post,
        number,
        year,
        identifier_of(year, post, number),
        section,
        tuple(captions),
        tuple(passed),
        order,
        tags,
        subject,
        tuple(references),
        by,
        "\n\n".join(blocks["SUMMARY"]) or None,
        "\n\n".join(blocks["COMMENT"]) or None,
        tuple(paragraphs),
        signature,
    )


def _paragraph(number: str | None, mark: str | None, lines: list[str]) -> Paragraph:
    text = "\n".join(lines).strip()
    heading = HEADING.match(text)
    return Paragraph(number, mark, heading[1] if heading else None, text)


def _declassified(text: str) -> Declassification | None:
    if text == "N/A":
        return None
    if match := DECLASSIFY.fullmatch(text):
        from datetime import date

        return Declassification("date", date(int(match[3]), int(match[1]), int(match[2])))
    return Declassification("event", event=text)


def _references(text: str, year: int | None) -> list[StateReference]:
    parts = LETTER.split(text)
    lettered = list(zip(parts[1::2], parts[2::2], strict=True)) or [(None, text)]
    found = []
    for letter, words in lettered:
        said = words.strip(" ,;")
        if match := REFERENCE.fullmatch(said):
            own = 2000 + int(match[1]) if match[1] else year
            found.append(
                StateReference(
                    letter, "telegram", own, match[2], match[3], said,
                    notal=match[4] is not None, year_written=match[1] is not None,
                )
            )  # fmt: skip
        else:
            found.append(StateReference(letter, "text", None, None, None, said))
    return found


def _classified(text: str) -> ClassifiedBy:
    match = BY.fullmatch(text)
    who, section, reasons = match.groups() if match else (text, None, "")
    words = who.split()
    letters = tuple(re.findall(r"\(([a-h])\)", reasons.lower()))
    return ClassifiedBy(" ".join(words[-2:]), " ".join(words[:-2]) or None, section, letters, text)

"""Rules TG671 to TG677: paragraphs, their numbers and portion marks.

Elsewhere: what a mark says, and whether it is above the level of the message (`checks.protection`).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Severity
from telegram.source import Span
from telegram.texts.state.examples import example
from telegram.texts.state.lines import PieceKind
from telegram.texts.state.paragraphs import Paragraph
from telegram.texts.state.text import StateText

_H246 = "5 FAH-1 H-246.1 and H-246.2 (2004-07-12)"

OUT_OF_SEQUENCE = Rule(
    code="TG671",
    name="paragraph-out-of-sequence",
    severity=Severity.WARNING,
    message="paragraph {number} follows paragraph {before}",
    explanation="Numbers rise by one; a gap is a lost paragraph or a mistyped number.",
    how_to_fix="Number the paragraphs consecutively.",
    source=_H246,
    references=("TX-R1",),
    bad=example(text="1. (U) The exercise begins.\n\n3. (U) The exercise ends.\n^"),
    good=example(),
)
MARK_MISSING = Rule(
    code="TG672",
    name="portion-mark-missing",
    severity=Severity.WARNING,
    message="paragraph {number} has no portion mark, and others have",
    explanation="Where one paragraph is marked, all are, unless paragraph 1 marks the entire text.",
    how_to_fix="Mark the paragraph after its number.",
    source=_H246,
    references=("TX-R2", "portion-missing"),
    bad=example(text="1. (U) The exercise begins.\n\n2. The exercise ends.\n^^^^^^^^^^^^^^^^^^^^^"),
    good=example(),
)
NUMBERING = Rule(
    code="TG674",
    name="paragraph-numbering",
    severity=Severity.NOTE,
    message="{what}",
    explanation="Paragraphs are numbered when there are several; a single one is not.",
    how_to_fix="Number several paragraphs; leave the number of a single one out.",
    source=_H246,
    references=("TX-R4",),
    bad=example(text="1. (U) The exercise begins and ends.\n^"),
    good=example(text="(U) The exercise begins and ends."),
)
FORM = Rule(
    code="TG675",
    name="paragraph-opening-form",
    severity=Severity.NOTE,
    message="the paragraph opens with {form!r}",
    explanation="Number, full stop, one blank, mark in parentheses, one blank, text.",
    how_to_fix="Write the number and the mark in that form.",
    source=_H246,
    references=("TX-R5",),
    bad=example(text="1.(U) The exercise begins.\n^^^^^\n\n2. (U) The exercise ends."),
    good=example(),
)
BLANK_LINE_MISSING = Rule(
    code="TG676",
    name="blank-line-between-paragraphs-missing",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="no blank line stands above paragraph {number}",
    explanation="Paragraphs are parted by a blank line; some copies lost all blank lines.",
    how_to_fix="Write a blank line above the paragraph.",
    source=_H246,
    references=("TX-R6",),
    bad=example(text="1. (U) The exercise begins.\n2. (U) The exercise ends.\n^"),
    good=example(),
)
MARK_UNKNOWN = Rule(
    code="TG677",
    name="portion-mark-unknown",
    severity=Severity.WARNING,
    message="({mark}) is no portion mark",
    explanation="The levels are U, SBU, LOU, C, S and TS; a caveat follows after an oblique.",
    how_to_fix="Write the mark of the level that is meant.",
    source=_H246,
    references=("TX-R7",),
    bad=example(text="1. (U) The exercise begins.\n\n2. (V) The exercise ends.\n   ^^^"),
    good=example(),
)


def paragraph_findings(text: StateText) -> Iterator[Diagnostic]:
    """Paragraphs: numbers, marks, blank lines."""
    numbered = [p for p in text.paragraphs if p.number is not None]
    marked = any(p.marking for p in text.paragraphs)
    before = 0
    for paragraph in numbered:
        number = int(paragraph.number or 0)
        if before and number != before + 1 and not (number == 1 and paragraph.heading):
            place = paragraph.spans["number"]
            yield OUT_OF_SEQUENCE.at(place, number=number, before=before)
        before = number
    if text.headed and len(numbered) == 1 == len(text.paragraphs) and text.section is None:
        yield NUMBERING.at(numbered[0].spans["number"], what="the only paragraph has a number")
    if text.headed and not numbered and len(text.paragraphs) > 1 and text.section is None:
        yield from _unnumbered(text)
    for paragraph in text.paragraphs:
        if (
            paragraph.marking is None
            and marked
            and paragraph.number is not None
            and text.body.entire is None
        ):
            yield from _unmarked(paragraph)
        if paragraph.number is not None:
            yield from _form(text, paragraph)
    yield from _blank_lines(text, numbered)


def _unnumbered(text: StateText) -> Iterator[Diagnostic]:
    """Several paragraphs without any number; headings above them stand for numbers."""
    if not any(paragraph.heading for paragraph in text.paragraphs):
        first = text.paragraphs[0].span.start
        what = f"none of {len(text.paragraphs)} paragraphs has a number"
        yield NUMBERING.at(Span(first, first + 1), what=what)


def _unmarked(paragraph: Paragraph) -> Iterator[Diagnostic]:
    """A paragraph without a mark, or with letters that are none."""
    words = paragraph.text[:12]
    end = words.find(")")
    if words[:1] == "(" and 1 < end <= 5 and words[1:end].isalpha() and words[1:end].isupper():
        yield MARK_UNKNOWN.at(paragraph.place(0, end + 1), mark=words[1:end])
        return
    first = paragraph.span
    line = paragraph.text.split("\n", 1)[0].rstrip()
    end_at = paragraph.place(0, max(len(line), 1)).end if line else first.end
    yield MARK_MISSING.at(Span(first.start, max(end_at, first.start)), number=paragraph.number)


def _form(text: StateText, paragraph: Paragraph) -> Iterator[Diagnostic]:
    """The form of number and mark, as it stands in a view without artefacts."""
    form = paragraph.form.rstrip(" ")
    mark = f" ({paragraph.marking})" if paragraph.marking else ""
    if form == f"{paragraph.number}.{mark}" or not form:
        return
    start = paragraph.spans["number"].start
    opens = paragraph.spans.get("marking")
    end = paragraph.spans["number"].end + 1 if opens is None else opens.end + 1
    end = min(end, paragraph.spans["text"].start)
    place = Span(min(start, opens.start - 1) if opens else start, end)
    written = text.at(place)
    plain = written.rstrip() == form and place.start == start
    wanted = f"{paragraph.number}.{mark}"
    fix = Fix(f"Write {wanted}.", (Edit(place, wanted),)) if plain else None
    yield FORM.at(place, fix, form=form)


def _blank_lines(text: StateText, numbered: list[Paragraph]) -> Iterator[Diagnostic]:
    """Paragraphs directly below the line before them."""
    starts = {p.spans["number"].start: p for p in numbered[1:]}
    if not starts:
        return
    before = PieceKind.BLANK
    for piece in text.pieces:
        if piece.kind is PieceKind.PARAGRAPH:
            for paragraph in _within(piece.span, text, starts, before):
                yield BLANK_LINE_MISSING.at(paragraph.spans["number"], number=paragraph.number)
        before = piece.kind


def _within(
    span: Span, text: StateText, starts: dict[int, Paragraph], before: PieceKind
) -> Iterator[Paragraph]:
    """Paragraphs that begin inside a run of typed lines, or at its start below typed lines."""
    at = span.start - text.span.start
    end = span.end - text.span.start
    first = True
    while 0 <= at < end:
        lead = at
        while lead < end and text.text[lead] in " \t\xa0\xb6(":
            lead += 1
        paragraph = starts.get(lead + text.span.start)
        if paragraph is not None and (not first or before is PieceKind.PARAGRAPH):
            yield paragraph
        first = False
        found = text.text.find("\n", at, end)
        at = found + 1 if found >= 0 else -1

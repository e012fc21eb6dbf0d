"""Rules TG641 to TG646: the subject."""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.texts.state.examples import example
from telegram.texts.state.lines import PieceKind
from telegram.texts.state.text import StateText

LEVELS = ("U", "SBU", "LOU", "C", "S", "TS")
"""The levels of portion marks, from the lowest."""
ALLOWED = {
    "UNCLASSIFIED": "LOU",
    "LIMITED OFFICIAL USE": "LOU",
    "CONFIDENTIAL": "C",
    "SECRET": "S",
    "TOP SECRET": "TS",
}
"""The highest mark that a message of each level may hold."""
_USAGE = "public State telegrams (usage)"

SUBJECT_EMPTY = Rule(
    code="TG641",
    name="subject-empty",
    severity=Severity.WARNING,
    message="the SUBJECT line has no words",
    explanation="The words were lost, or stand below a blank line.",
    how_to_fix="Write what the telegram is about after the label.",
    source=_USAGE,
    references=("SUBJ-R2",),
    bad=example(subject="SUBJECT:\n^^^^^^^^", references=""),
    good=example(references=""),
)
SUBJECT_LABEL_MISSPELT = Rule(
    code="TG642",
    name="subject-label-misspelt",
    severity=Severity.NOTE,
    message="the label is written {label!r}",
    explanation="The label is SUBJECT: or, in the 1970s, SUBJ: in capitals.",
    how_to_fix="Write SUBJECT: and a blank.",
    source=_USAGE,
    references=("SUBJ-R3",),
    bad=example(subject="SUBJECT - EXERCISE\n^^^^^^^^^"),
    good=example(),
)
SUBJECT_MARK_ABOVE = Rule(
    code="TG643",
    name="subject-mark-above-level",
    severity=Severity.WARNING,
    message="the subject is marked ({mark}), above the level of the message",
    explanation="The level of a message is that of its highest part.",
    how_to_fix="Correct the mark, or raise the level.",
    source="5 FAH-1 H-246.2 (2004-07-12)",
    references=("SUBJ-R4",),
    bad=example(subject="SUBJECT: (C) EXERCISE\n         ^^^"),
    good=example(subject="SUBJECT: (U) EXERCISE"),
)
SUBJECT_OVER_BLANK = Rule(
    code="TG644",
    name="subject-over-blank-line",
    severity=Severity.NOTE,
    message="a blank line stands inside the subject",
    explanation="A blank line ends a subject; this one goes on below it.",
    how_to_fix="Leave the blank line out.",
    source=_USAGE,
    references=("SUBJ-R5",),
    bad=example(subject="SUBJECT: THE EXERCISE,\n\nTHE RULES\n^^^^^^^^^"),
    good=example(subject="SUBJECT: THE EXERCISE,\nTHE RULES"),
)
LABEL_GLUED = Rule(
    code="TG645",
    name="label-glued-to-subject",
    severity=Severity.WARNING,
    message="{label} is glued to the word before it",
    explanation="A copy lost the line end between subject and references.",
    how_to_fix="Break the line before the label.",
    source=_USAGE,
    references=("SUBJ-R6",),
    bad=example(subject="SUBJECT: THE STORMREF: LIMA 12\n                  ^^^^", references=""),
    good=example(subject="SUBJECT: THE STORM", references="REF: LIMA 12"),
)
SUBJECT_HYPHEN = Rule(
    code="TG646",
    name="subject-broken-at-hyphen",
    severity=Severity.NOTE,
    message="the subject is broken at a hyphen, which may be the typist's",
    explanation="A word parted at the line end cannot be told from a compound; the hyphen is kept.",
    how_to_fix="Do not part words in a subject.",
    source=_USAGE,
    references=("SUBJ-I1",),
    bad=example(subject="SUBJECT: COUNTER-\n                ^\nEXERCISE"),
    good=example(subject="SUBJECT: COUNTEREXERCISE"),
)
_LABELS = ("SUBJECT:", "SUBJ:", "SUBJECT", "SUBJ", "Subject:")


def subject_findings(text: StateText) -> Iterator[Diagnostic]:
    """The subject: label, words, mark, lines."""
    head = text.head
    if not head.subject:
        return
    line, start = head.subject[0]
    label = head.subject_label.strip()
    if label and label not in _LABELS:
        yield SUBJECT_LABEL_MISSPELT.at(line.span(0, len(label)), label=label)
    if text.subject is None:
        yield SUBJECT_EMPTY.at(line.span(0, len(line.text)))
        return
    place = text.field_spans["subject"]
    mark = (text.subject_marking or "").upper().partition("/")[0].strip()
    limit = ALLOWED.get(text.level_name or "")
    if limit is not None and mark in LEVELS and LEVELS.index(mark) > LEVELS.index(limit):
        yield SUBJECT_MARK_ABOVE.at(text.field_spans["subject_marking"], mark=mark)
    glued = text.subject.find("REF:")
    if glued > 0 and text.subject[glued - 1].isalpha():
        at = text.at(place).find("REF:")
        if at >= 0:
            yield LABEL_GLUED.at(Span(place.start + at, place.start + at + 4), label="REF:")
    yield from _lines(text, start)


def _lines(text: StateText, start: int) -> Iterator[Diagnostic]:
    lines = text.head.subject
    blank = any(
        piece.kind is PieceKind.BLANK and lines[0][0].start < piece.span.start < lines[-1][0].start
        for piece in text.pieces[: len(text.head.seen) * 3 + 20]
    )
    if blank:
        yield SUBJECT_OVER_BLANK.at(lines[-1][0].whole())
    for line, _ in lines[:-1]:
        if line.text[-1:] == "-" and line.text[-2:-1].isalpha():
            end = len(line.text)
            yield SUBJECT_HYPHEN.at(line.span(end - 1, end))

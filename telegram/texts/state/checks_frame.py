"""Rules TG601 to TG611, TG696: what a State text must have, in which order.

Its classification line is looked at too.
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Safety, Severity
from telegram.source import Span
from telegram.texts.state.examples import example
from telegram.texts.state.lines import PieceKind
from telegram.texts.state.text import StateText
from telegram.values.caption import kind_of
from telegram.values.post import canonical_post, nearest_post, post_row

_HANDBOOK = "5 FAH-1 H-211 and H-212 (2018-10-29)"
_PUBLIC = "public State telegrams (usage)"

CLASSIFICATION_LINE_MISSING = Rule(
    code="TG601",
    name="state-classification-line-missing",
    severity=Severity.ERROR,
    message="no classification line opens the text",
    explanation="The first line of the text names level, post and number; nothing else tells them.",
    how_to_fix="Open the text with level, post and number, such as UNCLAS SAN SALVADOR 001029.",
    source="5 FAH-2 H-222 (2004-07-19)",
    references=("BODY-R1", "CL-R1"),
    bad=example(class_="", captions="SIPDIS\n^^^^^^"),
    good=example(),
)
SUBJECT_MISSING = Rule(
    code="TG602",
    name="subject-missing",
    severity=Severity.ERROR,
    message="the telegram has no subject",
    explanation="Every telegram has a SUBJECT line; later sections of the 1970s alone have none.",
    how_to_fix="Write SUBJECT: and what the telegram is about.",
    source=_HANDBOOK,
    references=("BODY-R2", "SUBJ-R1", "SM-R2"),
    bad=example(class_="UNCLAS SAN SALVADOR 000412\n^^^^^^^^^^^^^^^^^^^^^^^^^^", subject=""),
    good=example(),
)
INDEX_MISSING = Rule(
    code="TG603",
    name="tags-or-order-line-missing",
    severity=Severity.WARNING,
    message="the telegram has no {what} line",
    explanation="""
        The E.O. line says how long the message stays classified, the TAGS line where it is filed.
        """,
    how_to_fix="Write E.O. 13526: N/A for an unclassified message, and at least one subject TAGS.",
    source="public State telegrams (inferred)",
    references=("BODY-R3", "declassification-value-missing"),
    bad=example(class_="UNCLAS SAN SALVADOR 000412\n^^^^^^^^^^^^^^^^^^^^^^^^^^", order=""),
    good=example(),
)
LABELLED_INDEX_MISSING = Rule(
    code="TG696",
    name="labelled-tags-or-order-line-missing",
    severity=Severity.ERROR,
    message="the labelled head has no {what} line",
    explanation="""
        Since SMART every telegram says how long it stays classified and has at least one TAGS: the
        system files by them.
        """,
    how_to_fix="Write E.O.: 13526 and TAGS: with at least one subject TAGS.",
    source="5 FAH-1 H-211 d (2018-10-29)",
    references=("BODY-R3",),
    bad="MRN: 12 SAN SALVADOR 412\n^^^^^^^^^^^^^^^^^^^^^^^^\n"
    "Date/DTG: Jun 06, 2012 / 061840Z JUN 12\n"
    "From: AMEMBASSY SAN SALVADOR\nE.O.: 13526\nSubject: Exercise\n\n"
    "(U) The exercise begins.\n\nSignature: WAYFARER\n",
    good="MRN: 12 SAN SALVADOR 412\nDate/DTG: Jun 06, 2012 / 061840Z JUN 12\n"
    "From: AMEMBASSY SAN SALVADOR\nE.O.: 13526\nTAGS: AMGT, ES\nSubject: Exercise\n\n"
    "(U) The exercise begins.\n\nSignature: WAYFARER\n",
)
HEAD_LINE_OUT_OF_ORDER = Rule(
    code="TG604",
    name="head-line-out-of-order",
    severity=Severity.WARNING,
    message="the {what} stands after what follows it",
    explanation="""
        The head runs: classification line, captions, attention and passing lines, E.O., TAGS,
        SUBJECT, REF. Programs that route by caption or TAGS expect that order.
        """,
    how_to_fix="Move the line to its place.",
    source=_HANDBOOK,
    references=("BODY-R4",),
    bad=example(order="TAGS: AMGT, ES", tags="E.O. 12958: N/A\n^^^^^^^^^^^^^^^"),
    good=example(),
)
HEAD_LINE_DOUBLED = Rule(
    code="TG605",
    name="head-line-doubled",
    severity=Severity.WARNING,
    message="a second {what} stands in the head",
    explanation="Copies that join the sections of a telegram repeat the head once a section.",
    how_to_fix="Keep the last complete head.",
    source=_PUBLIC,
    references=("BODY-R5",),
    bad=example(order="E.O. 12958: N/A\nE.O. 12958: N/A\n^^^^^^^^^^^^^^^"),
    good=example(),
)
RECORD_NUMBER_MISSING = Rule(
    code="TG606",
    name="record-number-missing",
    severity=Severity.ERROR,
    message="the text does not name itself by post and number",
    explanation="Without post and number nobody can refer to the telegram.",
    how_to_fix="Write post and number after the level, or after MRN.",
    source="5 FAH-2 H-222 (2004-07-19)",
    references=("CL-R2", "SM-R1"),
    bad=example(class_="UNCLAS SAN SALVADOR\n^^^^^^^^^^^^^^^^^^^"),
    good=example(),
)
POST_UNKNOWN = Rule(
    code="TG607",
    name="post-unknown",
    severity=Severity.NOTE,
    message="no post {post} is in the table{near}",
    explanation="The table of posts is not complete, but most unknown posts are misspelt.",
    how_to_fix="Compare the post with the originator of the heading.",
    source="table posts",
    references=("CL-R7",),
    bad=example(class_="UNCLAS SAN SALVADR 000412\n       ^^^^^^^^^^^"),
    good=example(),
)
POST_PREFIXED = Rule(
    code="TG608",
    name="post-with-prefix",
    severity=Severity.WARNING,
    message="the classification line names the post with {prefix}",
    explanation="The line names the post alone; AMEMBASSY and AMCONSUL belong to addresses.",
    how_to_fix="Leave the prefix out.",
    source=_PUBLIC,
    references=("CL-R8",),
    bad=example(class_="UNCLAS AMEMBASSY SAN SALVADOR 000412\n       ^^^^^^^^^"),
    good=example(),
)
SECTION_MISSPELT = Rule(
    code="TG609",
    name="section-marker-misspelt",
    severity=Severity.WARNING,
    message="the section marker {text!r} is misspelt",
    explanation="A misspelt marker is taken for part of the post, and the section is not found.",
    how_to_fix="Write SECTION 01 OF 02.",
    source="cablemap tests (usage)",
    references=("CL-R2",),
    bad=example(class_="UNCLAS SECTIN 01 OF 01 SAN SALVADOR 000412\n       ^^^^^^^^^^^^^^^"),
    good=example(class_="UNCLAS SECTION 01 OF 01 SAN SALVADOR 000412"),
)
HEAD_RUN_TOGETHER = Rule(
    code="TG610",
    name="head-run-together",
    severity=Severity.WARNING,
    message="the head is one physical line",
    explanation="A copy lost the line ends of the head. It is read by its labels.",
    how_to_fix="Break the line before each label.",
    source=_PUBLIC,
    references=("SCR-W1",),
    bad=example(
        class_="UNCLAS SAN SALVADOR 000412 SIPDIS E.O. 12958: N/A TAGS: AMGT, ES SUBJECT: X\n"
        + "^" * 75,
        captions="",
        passed="",
        order="",
        tags="",
        subject="",
    ),
    good=example(),
)
PARTIAL_EXTRACT = Rule(
    code="TG611",
    name="partial-extract",
    severity=Severity.NOTE,
    message="a notice says that the copy is an extract",
    explanation="What is missing cannot be known from the copy.",
    how_to_fix="Look for the whole telegram.",
    source=_PUBLIC,
    references=("SCR-I2",),
    bad=example(
        class_="This record is a partial extract of the original cable.\n"
        + "^" * 55
        + "\nUNCLAS SAN SALVADOR 000412"
    ),
    good=example(),
)

_ORDER = (
    PieceKind.CLASSIFICATION,
    PieceKind.EXECUTIVE_ORDER,
    PieceKind.TAGS,
    PieceKind.SUBJECT,
    PieceKind.REFERENCES,
)
_LABELS = {
    PieceKind.EXECUTIVE_ORDER: "E.O. line",
    PieceKind.TAGS: "TAGS line",
    PieceKind.SUBJECT: "SUBJECT line",
    PieceKind.REFERENCES: "REF line",
}


def frame_findings(text: StateText) -> Iterator[Diagnostic]:
    """What the text must have, and in which order."""
    head = text.head
    smart = bool(head.labels)
    first = head.labels[0][1].whole() if smart else _first(text)
    if head.class_line is None and not smart:
        yield CLASSIFICATION_LINE_MISSING.at(first)
    elif text.post is None:
        yield RECORD_NUMBER_MISSING.at(first)
    later = (text.section is not None and text.section[0] > 1) or not text.headed
    if not text.subject and not later and not head.subject_label:  # an empty one is TG641
        yield SUBJECT_MISSING.at(first)
    if not later:
        rule = LABELLED_INDEX_MISSING if smart else INDEX_MISSING
        if text.executive_order is None:
            yield rule.at(first, what="E.O.")
        if not head.tags:
            yield rule.at(first, what="TAGS")
    yield from _order(text)
    yield from _class_line(text)
    if head.run_together and head.class_line is not None:
        start, end = head.class_line.start, _line_end(text, head.class_line.start)
        yield HEAD_RUN_TOGETHER.at(Span(start, end))
    for piece in text.pieces:
        if piece.kind is PieceKind.PARTIAL:
            words = piece.span.of(text.text) if text.span.start == 0 else None
            end = piece.span.start + len((words or "").rstrip()) if words else piece.span.end
            yield PARTIAL_EXTRACT.at(Span(piece.span.start, _trimmed(text, piece.span.start, end)))


def _first(text: StateText) -> Span:
    """The first line that is not blank."""
    line = text.head.class_line
    if line is not None:
        return line.whole()
    lead = len(text.text) - len(text.text.lstrip())
    start = text.span.start + lead
    return Span(start, _line_end(text, start))


def _line_end(text: StateText, start: int) -> int:
    """The end of the line that holds an offset, without trailing blanks."""
    rest = text.text[start - text.span.start :]
    line = rest.splitlines()[0] if rest.splitlines() else ""
    return start + len(line.rstrip())


def _trimmed(text: StateText, start: int, end: int) -> int:
    return start + len(text.text[start - text.span.start : end - text.span.start].rstrip())


def _order(text: StateText) -> Iterator[Diagnostic]:
    """Lines of the head out of order or doubled."""
    reached = -1
    before: PieceKind | None = None
    seen: set[PieceKind] = set()
    for kind, span in text.head.seen:
        if kind not in _ORDER:
            before = kind
            continue
        rank = _ORDER.index(kind)
        again = kind in _LABELS and kind in seen
        if again and (kind is PieceKind.EXECUTIVE_ORDER or before is not kind):
            yield HEAD_LINE_DOUBLED.at(span, what=_LABELS[kind])
        elif rank < reached and kind in _LABELS:
            yield HEAD_LINE_OUT_OF_ORDER.at(span, what=_LABELS[kind])
        seen.add(kind)
        reached = max(reached, rank)
        before = kind


def _class_line(text: StateText) -> Iterator[Diagnostic]:
    head, spans = text.head, text.field_spans
    if text.post is None:
        return
    prefix = next((p for p in ("AMEMBASSY", "AMCONSUL") if text.post.startswith(f"{p} ")), None)
    place = spans["post"]
    if prefix is not None:
        cut = Span(place.start, place.start + len(prefix) + 1)
        without = Fix("Leave the prefix out.", (Edit(cut, ""),))
        yield POST_PREFIXED.at(Span(place.start, cut.end - 1), without, prefix=prefix)
    if post_row(text.post) is None and kind_of(canonical_post(text.post)) != "series":
        near = nearest_post(text.post)
        fix = Fix(f"Write {near}.", (Edit(place, near),), Safety.UNSAFE) if near else None
        hint = f"; near it: {near}" if near else ""
        yield POST_UNKNOWN.at(place, fix, post=canonical_post(text.post), near=hint)
    if head.misspelt and "section" in spans:
        place = spans["section"]
        start = place.start - text.span.start
        words = text.text[start : place.end - text.span.start]
        lead = len(words) - len(words.lstrip())
        place = Span(place.start + lead, place.end)
        yield SECTION_MISSPELT.at(place, text=words.strip())

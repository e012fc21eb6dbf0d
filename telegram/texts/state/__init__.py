"""The State Department telegram: what fills FL12 of the telegrams of posts and of the Department.

A classification line names the telegram; captions, E.O., TAGS, subject and references stand above
numbered paragraphs; a surname signs. Copies of every era are read: the Department's of the 1970s
with page lines in the text, ACP 127 messages, archives' joined and scraped copies, and the labelled
lines of SMART.

* Reading never fails and loses nothing: the pieces of a text tile it.
* The year of the message reference number is not in the text. It comes from the date-time group,
  which the caller gives.

Here: `recognise` and `read`. Elsewhere: the value (`text`); the head, read at once (`clean_head`)
or by its lines (`head_reader`), labelled ones (`smart`); the paragraphs (`body`); the rules
(`findings`).
"""

from telegram.source import Span, line_bounds
from telegram.syntax import line_ends_before, matcher
from telegram.texts.state.blocks import Block
from telegram.texts.state.body import Body, read_body
from telegram.texts.state.clean_head import CleanHead, read_clean_head
from telegram.texts.state.head_reader import HeadReading, read_head, second_head
from telegram.texts.state.lines import Piece, PieceKind, line_of
from telegram.texts.state.paragraphs import Paragraph
from telegram.texts.state.reach import Reach
from telegram.texts.state.references import read_references
from telegram.texts.state.said import Said, said_by
from telegram.texts.state.smart import Labelled, begins_labelled, resolve, tail_of
from telegram.texts.state.text import StateText
from telegram.values.classified_by import classified_by_of
from telegram.values.message_reference_number import full_year
from telegram.values.trusted import trusted

__all__ = [
    "Block",
    "Paragraph",
    "Piece",
    "PieceKind",
    "StateText",
    "begins",
    "read",
    "read_clean_head",
    "recognise",
]

_LINES_OF_EVIDENCE = 40
_HEAD = 400
"""Characters below the classification line among which the E.O. line stands."""


def begins(text: str, start: int, stop: int) -> bool:
    """Whether a range of a text begins with a State classification line that an E.O. line follows,
    which nothing but a State telegram does.

    >>> text = "\\nUNCLAS SAN SALVADOR 001029\\n\\nSIPDIS\\n\\nE.O. 12958: N/A\\n"
    >>> begins(text, 0, len(text)), begins(text, 1, 20)
    (True, False)
    """
    while start < stop and text[start] == "\n":
        start += 1
    line = matcher("state:class_line").match(text, start, stop)
    if line is None or not text.startswith("\n", line.end()):
        return False
    order = line_ends_before("state:executive_order_line").search
    return order(text, line.end(), min(stop, line.end() + _HEAD)) is not None


def recognise(text: str, start: int = 0, stop: int | None = None) -> bool:
    """Whether a range of a text shows a label or a line that only State telegrams have.

    >>> recognise("UNCLAS SAN SALVADOR 001029\\n\\nSIPDIS\\n")
    True
    >>> recognise("UNCLAS //N01000//\\nSUBJ/EXERCISE//\\n")
    False
    """
    for count, bounds in enumerate(line_bounds(text, start, stop)):
        if count >= _LINES_OF_EVIDENCE:
            return False
        line = line_of(text, *bounds, 400)
        first = line.text[:1]
        if not first:
            continue
        if first in "UCSTL" and matcher("state:class_line").fullmatch(line.text):
            return True
        if first == "M" and begins_labelled(line.text):
            return True
        if first in "Ee" and matcher("state:executive_order_line").fullmatch(line.text):
            return True
        if first == "T" and line.text.startswith(("TAGS:", "TAGS;")):
            return True
    return False


# ---- reading ------------------------------------------------------------------------------------


def read(
    source: str, span: Span, *, year: int | None = None, clean: CleanHead | None = None
) -> StateText:
    """The State text in a range of a source; `year` is that of the date-time group.

    Never fails: what is in no known form stays in the paragraphs. `clean` is what its head says,
    where the caller has read it at once.
    """
    clean = clean or read_clean_head(source, span.start, span.end)
    if clean is not None:
        said, at = clean
        body = _read_paragraphs(source, Reach(source, at, span.end, []), said.section)
        if not body.headers:
            return _text_of(source, span, said, body, year)
    reading = read_head(source, span.start, span.end)
    body, labelled, stop = _read_below(source, reading, span.end)
    first = None
    if body.headers:
        second = second_head(source, body.headers, span.end)
        if second is not None:
            first, reading = Span(span.start, second[0]), second[1]
            body, labelled, stop = _read_below(source, reading, span.end)
            reading.pieces.insert(0, (PieceKind.OTHER, first.start, first.end))
    if stop < span.end:
        body.pieces.append((PieceKind.LABELLED, stop, span.end))
    return _text_of(source, span, said_by(reading.head), body, year, labelled, reading, first)


def _read_below(
    source: str, reading: HeadReading, end: int
) -> tuple[Body, tuple[Labelled, ...], int]:
    """What stands below a head, the labelled lines of both, and where the paragraphs end."""
    head, _, at, parts = reading
    reach = Reach(source, at, end, parts)
    if not head.labels:
        return _read_paragraphs(source, reach, head.section), (), reach.stop
    labelled = (*resolve(head), *tail_of(reach))
    return read_body(source, reach, last_section=False), labelled, reach.stop


def _read_paragraphs(source: str, reach: Reach, section: tuple[int, int] | None) -> Body:
    """The paragraphs of a text that may be a section."""
    last = section is None or section[0] == section[1]
    return read_body(source, reach, last_section=last or _whole(reach))


def _whole(reach: Reach) -> bool:
    """Whether a text that says it is a section is a joined copy: a page mark numbers its last
    page.
    """
    end = reach.stop
    while end > reach.start:
        line = reach.before(end)
        match = matcher("state:page_mark").fullmatch(line.text) if line.text[:1].isupper() else None
        if match is not None:
            return match["mark_page"].partition(".")[0] == match["mark_pages"]
        end = line.start
    return False


def _text_of(
    source: str,
    span: Span,
    said: Said,
    body: Body,
    year: int | None,
    labelled: tuple[Labelled, ...] = (),
    reading: HeadReading | None = None,
    first_head: Span | None = None,
) -> StateText:
    post, number, written, section, captions, passed, order, tags, words, lines, classifier = said
    if written is not None:
        year = full_year(written, year)
    subject, marking = _parted(words)
    return _make_text(
        span.of(source),
        span,
        body,
        year,
        post,
        number,
        section,
        captions,
        passed,
        order,
        tags,
        subject,
        marking,
        read_references(lines, year, post) if lines else (),
        classified_by_of(classifier) if classifier else None,
        labelled,
        source,
        reading,
        first_head,
    )


_make_text = trusted(StateText)


def _parted(subject: str | None) -> tuple[str | None, str | None]:
    """The words of a subject, and its portion mark."""
    if subject is None or subject[0] != "(":
        return subject, None
    match = matcher("state:subject_words").fullmatch(subject)
    if match is None or not match["subject_portion"]:
        return subject, None
    return match["subject_words"], " ".join(match["subject_portion"].strip("() ").split())

"""The head of a State text: from the classification line to the line before paragraph 1.

Each line is known by its label (`labels`). Two facts shape the reading of the others.

* A block without a label goes on from the line before it: TAGS after a comma, a subject until a
  blank line, references until one that starts no further letter.
* Before the E.O. line, what is no known caption is a line that addresses an office or a person.

Here: which line is which. Elsewhere: what was read (`head`); lines run together (`parts`); labelled
lines of SMART (`smart`); the paragraphs (`body`).
"""

import re
from collections.abc import Iterable

from telegram.source import Span
from telegram.syntax import matcher, openings_of
from telegram.texts.state.head import Head
from telegram.texts.state.labels import ways_of
from telegram.texts.state.lines import PieceKind, TextLine, printed_kind
from telegram.values.caption import Caption, leading_captions
from telegram.values.executive_order import executive_order_of

_CORRECTED = openings_of("state:corrected_line")
_LONGEST_CAPTION_LINE = 120
_MOST_LINES = 400
"""Lines of one block of the head; further ones are not read as part of it."""


def take(head: Head, line: TextLine) -> PieceKind | None:
    """Read one line that is not blank; None where it begins the paragraphs."""
    text = line.text
    printed = printed_kind(text)
    if printed is not None and (printed is not PieceKind.BANNER or not _is_caption(head, text)):
        return printed
    blanks, head.blanks = head.blanks, 0
    kind = None
    for way in ways_of(text[:2]):
        kind = way(head, line)
        if kind is not None:
            break
    else:
        going_on = head.block or head.subject
        if (going_on or text[0] in BEGINNINGS) and _begins_text(head, text, blanks):
            return None
        if going_on:
            kind = _continued(head, line, blanks)
        kind = kind or _unlabelled(head, line)
    if kind is not None:
        head.taken.append((kind, line))
    return kind


def _is_caption(head: Head, text: str) -> bool:
    return head.class_line is not None and not head.past_captions and text == "SBU"


def goes_on_below(head: Head, line: TextLine, following: Iterable[TextLine]) -> bool:
    """Whether a line below the subject and a blank line goes on with the subject; reads it so.

    It would be text, if the head did not go on: no more than a few lines, none of which ends a
    sentence, and then the references or the classifier with their labels.
    """
    if not _may_go_on(line.text):
        return False
    more, ended = [line], False
    for each in following:
        if not each.text:
            ended = True
        elif _resumes_head(each.text):
            break
        elif ended or len(more) >= _MOST_BELOW or not _may_go_on(each.text):
            return False
        else:
            more.append(each)
    else:
        return False
    head.block = "subject"
    head.subject.append((line, 0))
    head.taken.append((PieceKind.SUBJECT, line))
    return True


_MOST_BELOW = 3
"""Lines of a subject below a blank line."""
LOOKED_AHEAD = 8
"""Lines from one below the subject among which the head is looked for that goes on."""


def _may_go_on(text: str) -> bool:
    if len(text) > _LONGEST_CAPTION_LINE or text[-1] in ".!?:" or text[0] in BEGINNINGS:
        return False
    return matcher("state:block_begin").match(text) is None


def _resumes_head(text: str) -> bool:
    """Whether a line is that of the references or of the classifier, with its label in full."""
    found = matcher("state:reference_line").fullmatch(text)
    if found is not None:
        return ":" in found["state_reference_label"]
    found = matcher("state:classified_line").fullmatch(text)
    return found is not None and " BY" in found["classified_label"].upper()


def begins_paragraph(source: str, start: int, stop: int) -> bool:
    """Whether a line that begins at a place opens a paragraph, below a subject."""
    opening = matcher("state:paragraph_opening").match(source, start, stop)
    return opening is not None and not _classifies(opening, stop)


def begins_paragraphs(head: Head, opening: re.Match[str], stop: int) -> bool:
    """Whether what opens a line that ends at `stop` opens a paragraph."""
    if not (head.subject or head.references or head.class_line is not None):
        return False
    return not _classifies(opening, stop)


def _classifies(opening: re.Match[str], stop: int) -> bool:
    """Whether what opens a line like a paragraph opens the classified-by line."""
    if opening.string[opening.end() - 1] not in "Cc":
        return False
    start = opening.start("paragraph_number")
    return matcher("state:classified_line").match(opening.string, start, stop) is not None


BEGINNINGS = frozenset("0123456789(-=_*")
"""What paragraphs begin with in a head without a subject."""


def _begins_text(head: Head, text: str, blanks: int) -> bool:
    """Whether a line without a label begins the paragraphs."""
    if text[0].isdigit() and matcher("state:paragraph").fullmatch(text) is not None:
        started = head.subject or head.references or head.class_line is not None
        return bool(started)
    if (
        head.block.startswith("classified")
        and matcher("state:classified_tail").fullmatch(text) is not None
    ):
        return False  # letters of reasons, which the line above goes on with
    if text[:1] == "(" and (blanks or head.block not in ("reference", "subject")):
        if text.startswith("(C)") and head.block == "reference" and _next_is_third(head):
            return False  # a third reference, rather than a confidential paragraph
        return matcher("state:marked_paragraph").fullmatch(text) is not None
    if text[:1] in "-=_*" and head.past_captions:
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
        if not blanks or _lettered(head, text):
            head.references.append((line, 0))
            return PieceKind.REFERENCES
        head.block = ""
    if head.block == "classified?":
        head.block = "classified" if matcher("state:classified_tail").fullmatch(text) else ""
    if head.block == "classified" and len(head.classifier) < _MOST_LINES:
        head.classifier.append((line, 0))
        return PieceKind.CLASSIFIED_BY
    return None


def _lettered(head: Head, text: str) -> bool:
    """Whether a line begins with the letter of a reference: a small one where the first one is."""
    match = matcher("state:reference_letter").match(text)
    if match is None or not any(map(str.islower, match.group())):
        return match is not None
    line, start = head.references[0]
    first = matcher("state:reference_letter").match(line.text, start)
    return first is not None and any(map(str.islower, first.group()))


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
    if not head.subject and text[:2] in _CORRECTED:
        corrected = matcher("state:corrected_line").fullmatch(text)
    if corrected is not None:
        what = (corrected["corrected_what"] or "").strip(' -/()"*:')
        head.corrected = what or None
        head.corrected_span = line.whole()
        head.captions.append((Caption("CORRECTED COPY"), line.span(*corrected.span(1))))
        return PieceKind.CORRECTED
    if len(text) <= _LONGEST_CAPTION_LINE and not head.references:
        taken = head.take_captions(line, 0)
        if taken >= len(text):
            return PieceKind.CAPTION
        if taken and not head.past_captions:
            head.take_pass_line(line, taken)
            return PieceKind.CAPTION
    if head.class_line is not None and not head.subject and len(text) <= _LONGEST_CAPTION_LINE:
        head.take_pass_line(line, 0)
        return PieceKind.PASS_LINE
    if head.subject and not head.references and _passes(text):
        head.take_pass_line(line, 0)
        return PieceKind.PASS_LINE
    return None


def _passes(text: str) -> bool:
    """Whether a line below the subject asks the Department to pass the telegram on."""
    return (
        matcher("state:department_pass_line").fullmatch(text) is not None
        and matcher("state:pass_line").fullmatch(text) is not None
    )

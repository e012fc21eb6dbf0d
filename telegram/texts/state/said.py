"""What the head of a State text says: values, and the views of the lines that hold references.

Here: the values, and those of a head that was read line by line. Elsewhere: reading the lines
(`head_reader`); a clean head, read at once (`clean_head`).
"""

from typing import NamedTuple

from telegram.lines import View
from telegram.texts.state.head import Head, words_of
from telegram.texts.state.smart import views_of
from telegram.values.caption import Caption
from telegram.values.executive_order import ExecutiveOrder
from telegram.values.tags import Tags, tags_in


class Said(NamedTuple):
    """What a head says; `year_written`, `subject` and `classifier` as written."""

    post: str | None
    number: str | None
    year_written: str | None
    section: tuple[int, int] | None
    captions: tuple[Caption, ...]
    pass_lines: tuple[str, ...]
    executive_order: ExecutiveOrder | None
    tags: tuple[Tags, ...]
    subject: str | None
    references: tuple[View, ...] = ()
    classifier: str | None = None


def said_by(head: Head) -> Said:
    """What a head says that was read line by line."""
    return Said(
        head.post,
        head.number,
        head.year_written,
        head.section,
        tuple([caption for caption, _ in head.captions]),
        tuple([text for text, _ in head.pass_lines]),
        head.order,
        _tags(head) if head.tags else (),
        words_of(head.subject),
        tuple(views_of(head.references)),
        words_of(head.classifier),
    )


def _tags(head: Head) -> tuple[Tags, ...]:
    words = [line.text[start:] for line, start in head.tags]
    return tuple([tags for tags, _, _ in tags_in(" ".join([each for each in words if each]))])

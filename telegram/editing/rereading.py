"""An edit applied: the text with its spans replaced, read again, compared with what was wanted."""

from collections.abc import Iterable, Mapping

import attrs

from telegram.editing.edit import Edit
from telegram.formatting import FormatError
from telegram.model import Heading, Telegram
from telegram.parsing import parse
from telegram.source import Source, Span


def made(edit: Edit) -> Telegram:
    """The edited message, read again and compared with what was wanted.

    :Errors: `FormatError`.
    """
    if edit.form.problems:
        raise FormatError(edit.form.problems)
    text = edited(edit.message.source.text, edit.edits)
    source = edit.message.source
    telegram = parse(
        Source(text, encoding=source.encoding) if _fits(text, source) else text,
        dialect=edit.dialect.name,
        pivot=edit.message.pivot,
    )
    problems = list(_differences(edit, telegram))
    if problems:
        raise FormatError(problems)
    return telegram


def _differences(edit: Edit, made: Telegram) -> Iterable[str]:
    for member in attrs.fields(Heading):
        if member.eq and getattr(made.heading, member.name) != getattr(edit.wanted, member.name):
            yield (
                f"{member.name}: the edited message would be read otherwise; "
                "edit its text, or write it anew with telegram.format"
            )
    if not edit.body_changed and edit.level is None:
        old, new = edit.message.text, made.text
        if old.text != new.text and not any(span.start >= old.span.start for span in edit.edits):
            yield "text: the edited message would be read with another text"
    if edit.level is not None:
        line = made.classification
        if line is None or line.level != edit.level:
            yield "classification: the edited message would be read with another one"


def _fits(text: str, source: Source) -> bool:
    """Whether an edited text can be kept in the encoding of the source."""
    try:
        text.encode(source.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def edited(text: str, edits: Mapping[Span, str]) -> str:
    """A text with spans replaced; insertions at one place stand in the order given."""
    parts: list[str] = []
    at = 0
    for _, span in sorted(enumerate(edits), key=lambda each: (each[1].start, each[1].end, each[0])):
        parts += [text[at : span.start], edits[span]]
        at = span.end
    return "".join([*parts, text[at:]])

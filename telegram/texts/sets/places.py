"""Where each value of a set-formatted text stands in its source, by the value's path.

Most readers never ask, so the places are worked out when somebody does.

Here: `places`. Elsewhere: the places of the lines between the sets (`lines`).
"""

from collections.abc import Sequence

from telegram.source import Span
from telegram.texts.sets.fields import MessageSet
from telegram.texts.sets.remarks import Remarks
from telegram.texts.sets.views import Narrative, PointOfContact, Reference, message_identifier_of
from telegram.values.date_time_group import MONTH_NUMBER


def places(
    sets: Sequence[MessageSet],
    first: dict[str, MessageSet],
    narratives: Sequence[Narrative],
    references: Sequence[Reference],
    contacts: Sequence[PointOfContact],
    remarks: Remarks | None,
) -> dict[str, Span]:
    """The places of the values that sets hold; `first` names the sets that count of several."""
    spans: dict[str, Span] = {}
    starts = {made.span.start: made for made in sets}
    for index, narrative in enumerate(narratives):
        spans[f"narratives[{index}]"] = starts[narrative.span.start].content
    for index, reference in enumerate(references):
        _reference_spans(spans, f"references[{index}]", starts[reference.span.start], reference)
    for index, contact in enumerate(contacts):
        made = starts[contact.span.start]
        spans[f"contacts[{index}]"] = made.content
        if made.fields:
            spans[f"contacts[{index}].name"] = made.fields[0].span
    for name, path in _FIRST_FIELDS:
        found = first.get(name)
        if found is not None and found.fields:
            spans[path] = found.fields[0].span
    identifier = first.get("MSGID")
    if identifier is not None:
        spans["message_identifier"] = identifier.content
        _identifier_spans(spans, identifier)
    if remarks is not None:
        spans["remarks"] = remarks.span
        for index, paragraph in enumerate(remarks.paragraphs):
            spans[f"remarks.paragraphs[{index}]"] = paragraph.span
    return spans


_FIRST_FIELDS = (
    ("SUBJ", "subject"),
    ("EXER", "exercise"),
    ("OPER", "operation"),
    ("DECL", "declassify"),
)


def _identifier_spans(spans: dict[str, Span], made: MessageSet) -> None:
    """The places of the fields of MSGID that have a meaning, each the first that reads so."""
    value = message_identifier_of(made)
    for each in made.fields:
        for name, text in (("format", value.format), ("originator", value.originator)):
            if each.text == text:
                spans.setdefault(f"message_identifier.{name}", each.span)
        if value.month is not None and MONTH_NUMBER.get(each.text[:3]) == value.month:
            spans["message_identifier.month"] = each.span


def _reference_spans(
    spans: dict[str, Span], path: str, made: MessageSet, reference: Reference
) -> None:
    spans[path] = made.content
    fields = list(made.fields)
    if reference.letter is not None and fields:
        spans[f"{path}.letter"] = fields.pop(0).span
    for name, text in (
        ("type", reference.type),
        ("originator", reference.originator),
        ("date", reference.written_date),
    ):
        for each in fields:
            if text is not None and text in (each.text, each.value):
                spans[f"{path}.{name}"] = each.span

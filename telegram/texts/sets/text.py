"""The value of a set-formatted text, and its member of the JSON document.

Here: `SetsText`. Elsewhere: how it is read (`sets`).
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import field, fields, frozen

from telegram.diagnostics import FieldError
from telegram.source import LineMap, Span
from telegram.texts.sets.fields import MessageSet
from telegram.texts.sets.lines import GeneralMessage, Piece, PieceKind
from telegram.texts.sets.remarks import Remarks, unwrapped
from telegram.texts.sets.titles import Declassification, Exercise, GroupHeading, Operation
from telegram.texts.sets.views import MessageIdentifier, Narrative, PointOfContact, Reference
from telegram.values.addressee import Addressee
from telegram.values.date_time_group import DateTimeGroup, pivot_beside
from telegram.values.set_date import SetDate


@frozen
class SetsText:
    """A set-formatted text.

    :Shape:  general_message: number of a general message, or None; sets: all, in order, unknown
             ones included; message_identifier (MSGID), subject (SUBJ), references (REF), narratives
             (AMPN, NARR), contacts (POC before the remarks), remarks (RMKS, GENTEXT/REMARKS/),
             gentexts (other GENTEXT); exercise (EXER), operation (OPER), declassify (DECL),
             headings (HEADING); passing: passing instructions; originator, action, info: the
             second address block; released_by. Absent is None or an empty tuple.
    :Text:   ``str(text)`` is the text, verbatim; the spans of `pieces` tile it.
    :Source: Navy training manuals; public traffic.

    :ivar gateway_subject: the subject as a gateway repeats it, often cut short.
    :ivar year: the year of the date-time group, which places years of two digits.
    """

    text: str = field(repr=False)
    span: Span
    pieces: tuple[Piece, ...] = field(repr=False)
    _find_spans: Callable[[], Mapping[str, Span]] = field(repr=False, eq=False, alias="find_spans")
    sets: tuple[MessageSet, ...] = field(repr=False)
    general_message: GeneralMessage | None = None
    message_identifier: MessageIdentifier | None = None
    subject: str | None = None
    references: tuple[Reference, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    contacts: tuple[PointOfContact, ...] = ()
    remarks: Remarks | None = None
    gentexts: tuple[Remarks, ...] = ()
    exercise: Exercise | None = None
    operation: Operation | None = None
    declassify: Declassification | None = None
    headings: tuple[GroupHeading, ...] = ()
    passing: tuple[str, ...] = ()
    originator: Addressee | None = None
    action: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    gateway_subject: str | None = None
    released_by: str | None = None
    year: int | None = field(default=None, repr=False)
    source: str = field(default="", repr=False, eq=False)

    kind = "sets"

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """Where each value stands in the source, by its path, such as ``references[0].date``."""
        return self._find_spans()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled are the values and their places, not what found them."""
        values = {each.alias: getattr(self, each.name) for each in fields(SetsText)}
        del values["find_spans"]
        return _again, (values, dict(self.spans))

    @property
    def plain(self) -> str:
        """Readable text: line wraps undone, one set a paragraph, tables as they stand."""
        parts: list[str] = []
        free = [found for found in (self.remarks, *self.gentexts) if found is not None]
        free.sort(key=lambda found: found.span.start, reverse=True)
        sets = {found.span.start: found for found in self.sets}
        for piece in self.pieces:
            if piece.kind is PieceKind.BLANK:
                continue
            held = free.pop() if free and free[-1].span.start < piece.span.end else None
            made = sets.get(piece.span.start)
            if held is not None:
                words = f"{held.title}\n\n{held.plain}" if held.title else held.plain
            elif made is not None:
                words = f"{made.id}: {' / '.join(made.texts)}"
            else:
                words = unwrapped(piece.span.of(self.source))
            parts.append(words.strip())
        return "\n\n".join(part for part in parts if part)

    def to_dict(self, pivot: int = 1969) -> dict[str, Any]:
        """The member ``text`` of the JSON document; `pivot` where no date-time group has a year."""
        pivot = pivot if self.year is None else pivot_beside(self.year)
        lines = LineMap(self.source) if self.sets else None
        return {
            "kind": self.kind,
            "general_message": self.general_message
            and {
                "series": self.general_message.series,
                "number": self.general_message.number,
                "year": self.general_message.year,
                "text": self.general_message.text,
            },
            "passing": list(self.passing),
            "originator": _address(self.originator),
            "action": [_address(addressee) for addressee in self.action],
            "info": [_address(addressee) for addressee in self.info],
            "sets": [
                {
                    "id": found.id,
                    "fields": list(found.texts),
                    "line": lines.place(found.span.start).line if lines else None,
                    "table": found.table
                    and {
                        "columns": list(found.table.columns),
                        "rows": [list(row) for row in found.table.rows],
                    },
                }
                for found in self.sets
            ],
            "message_identifier": self.message_identifier
            and {
                "format": self.message_identifier.format,
                "originator": self.message_identifier.originator,
                "serial": self.message_identifier.serial,
                "office": self.message_identifier.office,
                "month": self.message_identifier.month,
                "qualifier": list(self.message_identifier.qualifier),
                "standard": self.message_identifier.standard,
                "version": self.message_identifier.version,
                "fields": list(self.message_identifier.fields),
            },
            "subject": self.subject,
            "references": [_reference(reference, pivot) for reference in self.references],
            "narratives": [{"set": n.name, "text": n.words} for n in self.narratives],
            "pocs": [
                {
                    "name": contact.name,
                    "fields": [{"label": f.label, "value": f.value} for f in contact.fields],
                    "text": contact.text,
                }
                for contact in self.contacts
            ],
            "exercise": self.exercise
            and {"name": self.exercise.name, "additional": list(self.exercise.additional)},
            "operation": self.operation
            and {"name": self.operation.name, "plans": list(self.operation.plans)},
            "declassify": self.declassify
            and {
                "instruction": self.declassify.instruction,
                "fields": list(self.declassify.fields),
                "resolved": _resolved(self.declassify.date, pivot),
            },
            "headings": [{"title": h.title, "sets": list(h.sets)} for h in self.headings],
            "gentexts": [_free(found) for found in self.gentexts],
            "remarks": self.remarks and _free(self.remarks),
            "released_by": self.released_by,
        }

    def __str__(self) -> str:
        return self.text


def _again(values: Mapping[str, Any], spans: Mapping[str, Span]) -> SetsText:
    places = MappingProxyType(spans)
    return SetsText(find_spans=lambda: places, **values)


def _address(addressee: Addressee | None) -> dict[str, Any] | None:
    if addressee is None:
        return None
    return {
        "routing_indicator": addressee.routing_indicator and addressee.routing_indicator.letters,
        "name": addressee.name,
        "offices": list(addressee.offices),
        "zen": addressee.zen,
    }


def _reference(reference: Reference, pivot: int) -> dict[str, Any]:
    return {
        "letter": reference.letter,
        "type": reference.type,
        "originator": reference.originator,
        "date": reference.written_date,
        "resolved": _resolved(reference.date, pivot),
        "notations": list(reference.notations),
        "fields": list(reference.fields),
        "explanation": reference.explanation,
        "text": reference.text,
    }


def _resolved(value: SetDate | DateTimeGroup | None, pivot: int) -> str | None:
    """The date in ISO 8601, as precise as it was written."""
    if value is None:
        return None
    try:
        moment = value.resolve(pivot)
    except (FieldError, OverflowError, ValueError):
        return None
    if isinstance(value, SetDate):
        whole = moment.isoformat()
        return whole if value.day else whole[:7] if value.month else whole[:4]
    return moment.isoformat()


def _free(found: Remarks) -> dict[str, Any]:
    return {
        "title": found.title,
        "text": found.text,
        "paragraphs": [{"number": p.number, "text": p.text} for p in found.paragraphs],
    }

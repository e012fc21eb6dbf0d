"""Sets that say to what a text belongs: EXER, OPER, HEADING; and DECL, until when it is secret.

Each has one field that is certain; what may follow it is kept in order.

Here: the values. Elsewhere: the sets of a message's identity and of its references (`fields`).
"""

from attrs import field, frozen

from telegram.source import Span
from telegram.texts.sets.fields import NO_DATA, MessageSet
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.set_date import SetDate, set_date_of


@frozen
class Exercise:
    """The set EXER: the exercise to which a message belongs.

    :Shape:  name: its nickname; additional: further identifiers.
    :Text:   ``str(exercise)`` is the name.
    :Source: a community guide to the ATO text; fields after the first are unsourced.
    """

    name: str
    additional: tuple[str, ...] = ()
    span: Span = field(default=Span(0, 0), eq=False)

    def __str__(self) -> str:
        return self.name


@frozen
class Operation:
    """The set OPER: the operation to which a message belongs.

    :Shape:  name: its code word; plans: plan and option, as far as they are given.
    :Text:   ``str(operation)`` is the name.
    :Source: a community guide to the ATO text; fields after the first are unsourced.
    """

    name: str
    plans: tuple[str, ...] = ()
    span: Span = field(default=Span(0, 0), eq=False)

    def __str__(self) -> str:
        return self.name


@frozen
class GroupHeading:
    """The set HEADING: a title over the sets that follow it.

    :Shape:  title; sets: the names of the sets up to the next HEADING, as written.
    :Text:   ``str(heading)`` is the title.
    :Source: unsourced.
    """

    title: str
    sets: tuple[str, ...] = ()
    span: Span = field(default=Span(0, 0), eq=False)

    def __str__(self) -> str:
        return self.title


@frozen
class Declassification:
    """The set DECL: when or by which event a text loses its classification.

    :Shape:  instruction: all fields, joined by slants; fields: each; date: the first that is one,
             or None.
    :Text:   ``str(declassification)`` is the instruction.
    :Source: Navy training manual 12324; name and fields of the set are unsourced.
    """

    fields: tuple[str, ...]
    date: SetDate | DateTimeGroup | None = None
    span: Span = field(default=Span(0, 0), eq=False)

    @property
    def instruction(self) -> str:
        """All fields, joined by slants."""
        return "/".join(self.fields)

    def __str__(self) -> str:
        return self.instruction


def exercise_of(found: MessageSet | None) -> Exercise | None:
    """What EXER says; None without a name."""
    texts = _texts(found)
    return Exercise(texts[0], texts[1:], found.span) if found is not None and texts else None


def operation_of(found: MessageSet | None) -> Operation | None:
    """What OPER says; None without a name."""
    texts = _texts(found)
    return Operation(texts[0], texts[1:], found.span) if found is not None and texts else None


def declassification_of(found: MessageSet | None) -> Declassification | None:
    """What DECL says; None without a field that has data."""
    if found is None or not _texts(found):
        return None
    # A label may have several words, DECL ON:20420305.
    said = (set_date_of(text.rpartition(":")[2].strip()) for text in found.texts)
    dates = (read[0] for read in said if read is not None)
    return Declassification(
        found.texts, next((date for date in dates if date is not None), None), found.span
    )


def headings_of(sets: tuple[MessageSet, ...]) -> tuple[GroupHeading, ...]:
    """Every HEADING, with the sets that it stands over."""
    found: list[tuple[MessageSet, list[str]]] = []
    for made in sets:
        if made.name == "HEADING" and made.fields:
            found.append((made, []))
        elif found:
            found[-1][1].append(made.id)
    return tuple(GroupHeading(made.texts[0], tuple(over), made.span) for made, over in found)


def _texts(found: MessageSet | None) -> tuple[str, ...]:
    return tuple(text for text in found.texts if text != NO_DATA) if found is not None else ()

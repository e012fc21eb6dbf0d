"""A set-formatted text, decoded: each set by its name, the remarks as paragraphs.

Here: its details and passages. Elsewhere: what the values mean (`telegram.texts.sets`).
"""

from calendar import month_name
from collections.abc import Iterator

from telegram.cli import words
from telegram.cli.detail import Detail
from telegram.cli.passages import Passage
from telegram.diagnostics import FieldError
from telegram.texts.sets.lines import PieceKind
from telegram.texts.sets.remarks import unwrapped
from telegram.texts.sets.text import SetsText
from telegram.texts.sets.views import MessageIdentifier, PointOfContact, Reference
from telegram.values.addressee import Addressee
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.set_date import SetDate


def details(text: SetsText, pivot: int) -> Iterator[Detail]:
    """What the lines above the sets mean, then each set, in the order of the source."""
    message = text.general_message
    if message is not None:
        year = f" of {message.year}" if message.year is not None else ""
        yield Detail("message", str(message), f"number {message.number}{year}")
    for line in text.passing:
        if not line.endswith(":"):  # else the title of the addresses below
            yield Detail("pass to", "", line)
    if text.originator is not None:
        yield from _addressees("from", (text.originator,))
    yield from _addressees("to", text.action)
    yield from _addressees("info", text.info)
    typed = _typed(text, pivot)
    explained = {letter for reference in text.references if (letter := reference.letter)}
    for found in text.sets:
        if found.span.start in typed:
            yield from typed[found.span.start]
        elif found.name in ("AMPN", "NARR"):
            narrative = next((n for n in text.narratives if n.span.start == found.span.start), None)
            letters = {letter for letter, _ in narrative.explanations} if narrative else set()
            if narrative is not None and not (letters and letters <= explained):
                yield Detail(narrative.name, "", narrative.words)
        elif found.table is not None and found.table.rows:
            for row in found.table.rows:
                cells = zip(found.table.columns, row, strict=False)
                said = "; ".join(f"{heading}: {cell}" for heading, cell in cells if cell)
                yield Detail(found.id, "", said)
        elif found.name not in ("RMKS", "GENTEXT"):
            yield Detail(found.name or found.id, "", " / ".join(found.texts))
    if text.released_by is not None:
        yield Detail("released by", "", text.released_by)


def passages(text: SetsText) -> Iterator[Passage]:
    """The remarks, free texts and what is in no set, in the order of the source."""
    free = {f.span.start: f for f in (text.remarks, *text.gentexts) if f is not None}
    starts = sorted(free, reverse=True)
    for piece in text.pieces:
        if starts and starts[-1] < piece.span.end:
            found = free[starts.pop()]
            if found.title:
                yield Passage((found.title,), heading=True)
            for paragraph in found.paragraphs:
                number = f"{paragraph.number}. " if paragraph.number else ""
                if paragraph.plain.strip():
                    yield Passage(tuple(f"{number}{paragraph.plain}".split("\n")))
        elif piece.kind is PieceKind.TEXT:
            yield Passage(tuple(unwrapped(piece.span.of(text.source)).split("\n")))


def _typed(text: SetsText, pivot: int) -> dict[int, list[Detail]]:
    """The details of the sets that have values of their own, by where each set begins."""
    found: dict[int, list[Detail]] = {}
    if text.message_identifier is not None:
        identifier = text.message_identifier
        found[identifier.span.start] = list(_identifier(identifier))
    if text.subject is not None:
        subject = next((s for s in text.sets if s.name == "SUBJ"), None)
        if subject is not None:
            found[subject.span.start] = [Detail("subject", "", text.subject)]
    for reference in text.references:
        said = _reference(reference, pivot)
        found[reference.span.start] = [Detail("reference", reference.letter or "", said)]
    for contact in text.contacts:
        found[contact.span.start] = [_contact(contact)]
    return found


def _identifier(identifier: MessageIdentifier) -> Iterator[Detail]:
    said = [identifier.originator and f"by {identifier.originator}"]
    said.append(identifier.serial and f"its number {identifier.serial}")
    said.append(month_name[identifier.month] if identifier.month else None)
    said.append(identifier.office)
    said += identifier.qualifier
    if identifier.standard is not None:
        named = (identifier.standard, identifier.version)
        said.append(f"after {' '.join(part for part in named if part)}")
    yield Detail("format", identifier.format or "", ", ".join(part for part in said if part))


def _contact(contact: PointOfContact) -> Detail:
    said = [f"{f.label}: {f.value}" if f.label else f.value for f in contact.fields]
    return Detail("contact", contact.name or "", "; ".join(said))


def _reference(reference: Reference, pivot: int) -> str:
    said = reference.type or ""
    if reference.originator:
        said += f" of {reference.originator}" if said else reference.originator
    dated = _date(reference.date, pivot) or reference.written_date
    said = ", ".join(part for part in (said, dated, *reference.notations) if part)
    said = said or " / ".join(reference.fields)
    return f"{said}: {reference.explanation}" if reference.explanation else said


def _date(value: SetDate | DateTimeGroup | None, pivot: int) -> str | None:
    """The day in words, as far as it is written; None where it names none."""
    if value is None:
        return None
    if isinstance(value, DateTimeGroup):
        instant = words.resolved(value, pivot)
        return words.moment(instant).partition(" ")[2] if instant is not None else None
    try:
        day = value.resolve(pivot)
    except (FieldError, OverflowError, ValueError):
        return None
    if value.day:
        return words.day(day)
    return f"{day:%B} {day.year}" if value.month else str(day.year)


def _addressees(role: str, addressees: tuple[Addressee, ...]) -> Iterator[Detail]:
    for addressee in addressees:
        offices = addressee.offices
        noun = "office" if len(offices) == 1 else "offices"
        yield Detail(role, addressee.name, f"{noun} {', '.join(offices)}" if offices else "")

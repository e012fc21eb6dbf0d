"""A set-formatted text, read by `str.split` and patterns written by hand: what a programmer without
the library would write for general messages that keep to the form.

It builds the library's values by their constructors. It has no places, no misspelt set names, no
ends of sets left out, no second address block and no diagnostics.
"""

import re
from datetime import date

from telegram.texts.sets.lines import GeneralMessage
from telegram.texts.sets.remarks import Paragraph, Remarks
from telegram.texts.sets.views import (
    ContactField,
    MessageIdentifier,
    Narrative,
    PointOfContact,
    Reference,
)
from telegram.values.date_time_group import MONTH_NUMBER, DateTimeGroup
from telegram.values.set_date import SetDate

NUMBER = re.compile(r"(NAVADMIN|ALNAV|MARADMIN) (\d{3})/(\d\d)")
SET = re.compile(r"(?:^|\n)(MSGID|SUBJ|REF|AMPN|NARR|POC)/")
DAY = re.compile(r"(\d\d)([A-Z]{3})(\d\d(?:\d\d)?)")
MOMENT = re.compile(r"(\d\d)(\d{4})([A-Z])([A-Z]{3})(\d\d(?:\d\d)?)")
EXPLAINED = re.compile(r"REF ([A-Z]) IS ")
LABELLED = re.compile(r"([A-Z]+): *(.*)")
NUMBERED = re.compile(r"(\d{1,3})\. *(.*)")
RELEASED = re.compile(r"RELEASED BY (.*)")


def read(text: str) -> tuple[object, ...]:
    """Every typed field of the text, in the order of the benchmark's list of fields."""
    general = identifier = subject = remarks = released = None
    references: list[Reference] = []
    narratives: list[Narrative] = []
    contacts: list[PointOfContact] = []
    head, opening, free = text.partition("\nRMKS/")
    parts = SET.split(head)
    if opening:
        parts += ["RMKS", free]
    for line in parts[0].splitlines():
        if match := NUMBER.fullmatch(line.strip()):
            general = GeneralMessage(match[1], int(match[2]), 2000 + int(match[3]), match[0])
    for name, content in zip(parts[1::2], parts[2::2], strict=True):
        body = content.rstrip().removesuffix("BT").rstrip() if name == "RMKS" else content
        body = body.rstrip().removesuffix("//")
        verbatim = f"{name}/{body}//"
        if name == "RMKS":
            remarks = _remarks(body)
        elif name == "SUBJ":
            subject = " ".join(body.split())
        elif name in ("AMPN", "NARR"):
            words = " ".join(body.split())
            said = EXPLAINED.split(words)
            pairs = [(a, b.strip()) for a, b in zip(said[1::2], said[2::2], strict=True)]
            narratives.append(Narrative(name, words, tuple(pairs), verbatim))
        else:
            fields = [" ".join(each.split()) for each in body.split("/")]
            if name == "MSGID":
                identifier = _identifier(fields)
            elif name == "REF":
                references.append(_reference(fields, verbatim))
            else:
                contacts.append(_contact(fields, verbatim))
    if remarks and (match := RELEASED.search(remarks.paragraphs[-1].text)):
        released = match[1].rstrip(" ./,")
    if narratives:
        told = dict(narratives[0].explanations)
        references = [
            Reference(
                each.letter, each.fields, each.type, each.originator, each.date,
                each.written_date, each.notations, each.text, told.get(each.letter or ""),
            )
            for each in references
        ]  # fmt: skip
    return (
        general,
        identifier,
        subject,
        tuple(references),
        tuple(narratives),
        tuple(contacts),
        remarks,
        released,
    )


def _identifier(fields: list[str]) -> MessageIdentifier:
    serial = office = month = None
    for each in fields[2:]:
        if each.isdigit():
            serial = each
        elif each in MONTH_NUMBER:
            month = MONTH_NUMBER[each]
        elif each != "-":
            office = each
    return MessageIdentifier(tuple(fields), fields[0], fields[1], serial, office, month)


def _reference(fields: list[str], verbatim: str) -> Reference:
    letter, form, origin, *rest = fields
    when: SetDate | DateTimeGroup | None = None
    written = None
    notations = []
    for each in rest:
        if match := DAY.fullmatch(each):
            when = SetDate(int(match[3]), MONTH_NUMBER[match[2]], int(match[1]))
            date(2000 + when.year % 100, when.month or 1, when.day or 1)
            written = each
        elif match := MOMENT.fullmatch(each):
            day, time, zone, month, year = match.groups()
            when = DateTimeGroup(
                int(day), int(time[:2]), int(time[2:]), zone, MONTH_NUMBER[month], int(year)
            )
            written = each
        else:
            notations.append(each)
    return Reference(
        letter, tuple(fields[1:]), form, origin, when, written, tuple(notations), verbatim
    )


def _contact(fields: list[str], verbatim: str) -> PointOfContact:
    name, *rest = fields
    found = []
    for each in rest:
        match = LABELLED.fullmatch(each)
        found.append(ContactField(match[1], match[2]) if match else ContactField(None, each))
    return PointOfContact(name, tuple(found), verbatim)


def _remarks(text: str) -> Remarks:
    paragraphs: list[Paragraph] = []
    number: str | None = None
    held: list[str] = []
    for line in text.splitlines():
        if line[:1].isdigit() and (match := NUMBERED.fullmatch(line)):
            if held:
                paragraphs.append(Paragraph(number, "\n".join(held).strip()))
            number, held = match[1], [match[2]]
        else:
            held.append(line)
    paragraphs.append(Paragraph(number, "\n".join(held).strip()))
    return Remarks(text, tuple(paragraphs))

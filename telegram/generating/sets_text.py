"""Set-formatted texts: GENADMIN, as naval messages use it.

Here: the sets in their order. Elsewhere: what reads them (`telegram.texts.sets`).

:Source: the references' page on naval texts, sections 1 to 19.
"""

from datetime import timedelta
from typing import Any

from telegram.generating.occasion import Occasion
from telegram.generating.pools import stations, words
from telegram.generating.portion_marks import marked
from telegram.generating.prose import SHORT_MONTHS, lines, paragraphs, person, topic
from telegram.generating.said import Written
from telegram.syntax.writing import write

_MOST_REFERENCES = 3
_SHARE_SERIES = 0.2
_HIGHEST_SERIES = 999
_SERIES_FROM = 1992
"""General messages are public from this year on."""
_LETTERS = "ABC"
_MENTIONS = ("APPLIES", "GIVES THE DETAILS", "REMAINS IN FORCE")
_YEARS_CLASSIFIED = 10


def sets_text(occasion: Occasion) -> Written:
    """The lines of a set-formatted text."""
    dice = occasion.dice
    said: dict[str, Any] = {"kind": "sets"}
    code = dice.choice(words("subject code"))
    facts = {"level": occasion.level.spaced, "subject_code": code}
    found = [write("plaindress:classification_line", facts).text]
    if occasion.control is not None:
        found = [str(occasion.control.line(occasion.level, code))]
    numbered = occasion.released.year >= _SERIES_FROM and occasion.record <= _HIGHEST_SERIES
    if numbered and dice.chance(_SHARE_SERIES):
        number = f"{occasion.record:03}"
        year = f"{occasion.released.year % 100:02}"
        series = {"series": "NAVADMIN", "general_number": number, "general_year": year}
        found.append(write("sets:general_message", series).text)
        said["general_message"] = {
            "series": "NAVADMIN",
            "number": occasion.record,
            "year": occasion.released.year,
        }
    found += _set(occasion, "EXER", occasion.exercise)
    said["exercise"] = {"name": occasion.exercise}
    month = SHORT_MONTHS[occasion.released.month - 1]
    serial = str(occasion.record) if dice.chance(0.5) else "-"
    found += _set(occasion, "MSGID", "GENADMIN", occasion.station.name, serial, month)
    subject = f"EXERCISE {occasion.exercise}, {topic(occasion)}"
    found += _set(occasion, "SUBJ", subject)
    said["subject"] = subject
    references = dice.below(_MOST_REFERENCES + 1)
    found += _references(occasion, references)
    found += _contact(occasion)
    first, *texts = paragraphs(occasion)
    # The remarks mention every reference.
    mentions = " ".join(
        f"REF {letter} {verb}."
        for letter, verb in zip(_LETTERS[:references], _MENTIONS, strict=False)
    )
    texts = [first, *([mentions] if mentions else []), *texts]
    if occasion.control is not None:
        texts = marked(occasion, texts)
    texts.append(f"RELEASED BY {' '.join(person(occasion))}, {dice.choice(words('office'))}.")
    texts[-1] += "//"
    for count, paragraph in enumerate(texts, 1):
        opening = "RMKS/" if count == 1 else ""
        found += lines(paragraph, occasion.dialect.limits.line, first=f"{opening}{count}.  ")
    if occasion.level.letter != "U":
        last = occasion.released.year + _YEARS_CLASSIFIED
        found += _set(occasion, "DECL", f"01{month}{last % 100:02}")
    return Written(tuple(found), said)


def _set(occasion: Occasion, name: str, *fields: str) -> list[str]:
    text = "/".join((name, *fields)) + "//"
    return list(lines(text, occasion.dialect.limits.line))


def _references(occasion: Occasion, count: int) -> list[str]:
    """References to earlier messages and documents, and what they are."""
    dice = occasion.dice
    found: list[str] = []
    told: list[str] = []
    for letter in _LETTERS[:count]:
        day = occasion.released - timedelta(days=dice.between(2, 300))
        month = SHORT_MONTHS[day.month - 1]
        year = f"{day.year % 100:02}"
        who = dice.choice(stations("unit")).name
        if dice.chance(0.5):
            when = f"{day.day:02}{dice.below(24):02}{dice.between(1, 59):02}Z{month}{year}"
            found += _set(occasion, "REF", letter, "MSG", who, when)
            told.append(f"REF {letter} IS A MESSAGE ON {topic(occasion)}.")
        else:
            found += _set(occasion, "REF", letter, "DOC", who, f"{day.day:02}{month}{year}", "-")
            told.append(f"REF {letter} IS THE {dice.choice(words('book title'))}.")
    if told:
        found += _set(occasion, "AMPN" if count == 1 else "NARR", " ".join(told))
    return found


def _contact(occasion: Occasion) -> list[str]:
    dice = occasion.dice
    telephone = f"TEL:555-{dice.below(10000):04}"
    _, surname = person(occasion)
    return _set(
        occasion, "POC", surname, dice.choice(words("rank")), occasion.station.name, telephone
    )

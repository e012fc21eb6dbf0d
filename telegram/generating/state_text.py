"""State telegrams: classification line with post and number, captions, E.O., TAGS, subject,
references, classifier, numbered and marked paragraphs, signature.

What a telegram has depends on its year: which executive order is in force, who classified it and
where that stands, whether paragraphs are marked, how many digits the number has.

Here: the lines in their order. Elsewhere: what reads them (`telegram.texts.state`).

:Source: the references' page on State telegrams, sections 4 to 14.
"""

from datetime import date, timedelta
from typing import Any

from telegram.data import rows
from telegram.generating.controls import Control
from telegram.generating.occasion import Occasion
from telegram.generating.pools import Station, stations, words
from telegram.generating.portion_marks import portion_marks
from telegram.generating.prose import lines, paragraphs, person, topic
from telegram.generating.said import Written
from telegram.syntax.writing import write

_WIDTH = 65
"""The Department's own column count, below the 69 of a teletype line."""
_SIPDIS_FROM = 1995
_CLASSIFIED_FROM = date(1995, 10, 14)
"""E.O. 12958: the classifier and the reason stand in a block of their own."""
_REASONS_RENUMBERED = date(2003, 3, 25)
_MOST_REFERENCES = 3
_LETTERS = "ABC"
_LONG = 2_500
"""Characters of a text that should have a summary; three pages hold more."""


def state_text(occasion: Occasion) -> Written:
    """The lines of a State telegram."""
    dice, station = occasion.dice, occasion.station
    day = occasion.released.date()
    classified = occasion.level.letter != "U"
    number = f"{occasion.record:0{_digits(day.year)}}"
    facts = {
        "state_level": occasion.level.spaced,
        "state_post": station.post,
        "state_number": number,
        "state_controls": _on_line(occasion),
    }
    # A section after the first has no captions, which SENSITIVE must not lack.
    may = not classified and not occasion.lines and day.year >= _SIPDIS_FROM
    control = occasion.control
    sensitive = control.sensitive if control is not None else may and dice.chance(0.2)
    captions = _captions(occasion, sensitive=sensitive)
    subject = f"EXERCISE {occasion.exercise}: {topic(occasion)}"
    tags = _tags(occasion)
    surname = dice.choice(words("surname"))
    order, terms = _order(occasion, surname)
    found = [write("state:class_line", facts).text, ""]
    if captions:
        found += [*captions, ""]
    if dice.chance(0.3):
        found += [f"STATE FOR {dice.choice(words('symbol'))}", ""]
    found += lines(f"E.O. {order}: {terms}", _WIDTH)
    found += lines(f"TAGS: {', '.join(tags)}", _WIDTH)
    found += lines(f"SUBJECT: {subject}", _WIDTH)
    references = _references(occasion)
    if references:
        found += ["", *_reference_lines(references)]
    said: dict[str, Any] = {
        "kind": "state",
        "post": station.post,
        "number": number,
        "year": day.year,
        "captions": captions,
        "tags": tags,
        "subject": subject,
        "signature": surname,
    }
    if classified and day >= _CLASSIFIED_FROM:
        found += ["", *_classified_by(occasion, said)]
    said["paragraphs"] = []
    for text, mark in _paragraphs(occasion, sensitive=sensitive, said=said):
        found += ["", *lines(text, _WIDTH)]
        said["paragraphs"].append(mark)
    found += ["", surname]
    return Written(tuple(found), said)


def _digits(year: int) -> int:
    """The digits of a number: four in the 1970s, five up to 2000, six since."""
    return 4 if year < 1980 else 5 if year <= 2000 else 6


def _captions(occasion: Occasion, *, sensitive: bool) -> list[str]:
    found: list[str] = []
    control = occasion.control
    if control is not None:
        found += control.captions if not (control.on_line or _cut(occasion, control)) else ()
    elif sensitive:
        found.append("SENSITIVE")
    if occasion.released.year >= _SIPDIS_FROM and occasion.dice.chance(0.6):
        found.append("SIPDIS")
    return found


def _cut(occasion: Occasion, control: Control) -> bool:
    """Whether each section must say the control, on its line; no section says to whom."""
    return bool(occasion.lines) and not control.released


def _on_line(occasion: Occasion) -> str:
    """What the classification line says behind the level; State does not space EFTO."""
    control = occasion.control
    if control is None:
        return ""
    words = ["EFTO"] if control.efto else [control.special] if control.special else []
    if _cut(occasion, control):
        words += control.caveats
    return "".join(f" {word}" for word in words)


def _tags(occasion: Occasion) -> list[str]:
    subjects = occasion.dice.some(words("subject tag"), occasion.dice.between(1, 4))
    return [*sorted(subjects), occasion.station.tag]


def _order(occasion: Occasion, surname: str) -> tuple[str, str]:
    """The executive order in force, and what its line says about the telegram."""
    day = occasion.released.date().isoformat()
    number = ""
    for row in rows("executive-orders"):
        if row["effective"] <= day and "not cited" not in row["declass_syntax"]:
            number = row["number"]
    if occasion.level.letter == "U":
        return number, "N/A"
    if number == "11652":
        return number, "GDS"
    if number == "12065":
        given = occasion.dice.choice(words("given"))
        return number, f"GDS {_in_years(occasion, 6, '2')} ({surname}, {given}) OR-M"
    if number == "12356":
        return number, "DECL: OADR"
    return number, f"DECL: {_in_years(occasion, 10, '4')}"


def _in_years(occasion: Occasion, years: int, digits: str) -> str:
    """The day so many years later, month first."""
    day = occasion.released.date()
    shown = min(day.day, 28) if day.month == 2 else day.day
    year = day.year + years
    if digits == "2":
        return f"{day.month}/{shown}/{year % 100:02}"
    return f"{day.month:02}/{shown:02}/{year}"


def _references(occasion: Occasion) -> list[str]:
    """Earlier telegrams: year, post and number."""
    dice = occasion.dice
    count = dice.below(_MOST_REFERENCES + 1)
    posts = dice.some(_others(occasion), count)
    day = occasion.released - timedelta(days=dice.between(1, 300))
    return [f"{day.year % 100:02} {post.post} {dice.between(1, 900)}" for post in posts]


def _others(occasion: Occasion) -> list[Station]:
    pool = (*stations("department"), *stations("post"))
    return [station for station in pool if station is not occasion.station]


def _reference_lines(references: list[str]) -> list[str]:
    if len(references) == 1:
        return [f"REF: {references[0]}"]
    return [
        f"{'REF: ' if index == 0 else '     '}{letter}. {text}"
        for index, (letter, text) in enumerate(zip(_LETTERS, references, strict=False))
    ]


def _classified_by(occasion: Occasion, said: dict[str, Any]) -> list[str]:
    dice = occasion.dice
    section = "1.4" if occasion.released.date() >= _REASONS_RENUMBERED else "1.5"
    reasons = sorted(dice.some("ABCD", dice.between(1, 2)))
    position, name = dice.choice(words("position")), " ".join(person(occasion))
    shown = " AND ".join(f"({letter})" for letter in reasons)
    noun = "REASONS" if len(reasons) > 1 else "REASON"
    said["classified_by"] = {
        "name": name,
        "position": position,
        "section": section,
        "reasons": [letter.lower() for letter in reasons],
    }
    return list(lines(f"CLASSIFIED BY: {position} {name} FOR {noun} {section} {shown}.", _WIDTH))


def _paragraphs(
    occasion: Occasion, *, sensitive: bool, said: dict[str, Any]
) -> list[tuple[str, dict[str, Any]]]:
    """The paragraphs as written, and the number and the mark of each."""
    dice = occasion.dice
    texts = paragraphs(occasion)
    marks = portion_marks(occasion, len(texts), sensitive=sensitive)
    long = sum(map(len, texts)) > _LONG
    if len(texts) > 2 and (dice.chance(0.4) or long):
        texts[1] = f"SUMMARY: {texts[1]} END SUMMARY."
    if len(texts) > 3 and dice.chance(0.3):
        texts[-1] = f"COMMENT: {texts[-1]} END COMMENT."
    found = []
    for number, (text, mark) in enumerate(zip(texts, marks, strict=True), 1):
        shown = f"({mark}) {text}" if mark else text
        alone = len(texts) == 1
        found.append(
            (
                shown if alone else f"{number}. {shown}",
                {"number": None if alone else str(number), "marking": mark},
            )
        )
    return found

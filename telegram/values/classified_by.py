"""Who classified a telegram, in which position, and for which reasons.

``CLASSIFIED BY: DCM PAT EXAMPLE FOR REASONS 1.4 (B) AND (D)``. Required under E.O. 12958 and 13526.
Which words are the name and which the position is nowhere marked, so both are read by custom: a
position stands before a name of two or three words, or after a comma.

Here: the value. Elsewhere: which lines hold it (`texts.state`).
"""

from attrs import frozen

from telegram.syntax import matcher

REASONS = {
    "a": "military plans, weapons systems, or operations",
    "b": "foreign government information",
    "c": "intelligence activities, sources or methods, or cryptology",
    "d": "foreign relations or foreign activities, including confidential sources",
    "e": "scientific, technological, or economic matters of national security",
    "f": "programs for safeguarding nuclear materials or facilities",
    "g": "vulnerabilities or capabilities of systems, installations, or plans",
    "h": "weapons of mass destruction",
}
"""What the letters of section 1.4 say. Source: 5 FAH-3 H-700 as quoted in cablemap."""
_POSITION_WORDS = (
    "AMB AMBASSADOR CDA ACDA CHARGE DCM ADCM A/DCM CG PAO POLCOUNS ECONCOUNS POLOFF ECONOFF"
)
_POSITIONS = frozenset(_POSITION_WORDS.split())
"""Positions of one word, which stand before the name."""
_SUFFIXES = {"JR", "JR.", "II", "III", "SR", "SR."}


@frozen
class ClassifiedBy:
    """A classified-by block.

    :Shape:  name and position, or None; section: ``1.4`` or ``1.5``; reasons: small letters.
    :Text:   ``str(value)`` is what was written, line ends undone.
    :Source: 5 FAH-1 H-246.3 (2004).

    >>> by = classified_by_of("Training Officer Pat Example for reasons 1.4 (b) and (d).")
    >>> by.name, by.position, by.section, by.reasons
    ('Pat Example', 'Training Officer', '1.4', ('b', 'd'))
    """

    name: str | None
    position: str | None
    section: str | None
    reasons: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return self.text


def classified_by_of(text: str) -> ClassifiedBy:
    """The value of the words after CLASSIFIED BY."""
    match = matcher("state:classified_by").fullmatch(text)
    if match is None:
        return ClassifiedBy(None, None, None, (), text)
    name, position = _parted(match["classified_who"].strip(" ,.;:"))
    section = (match["reason_section"] or "").strip(" .") or None
    return ClassifiedBy(name, position, section, _letters(match["reason_letters"] or ""), text)


def _letters(text: str) -> tuple[str, ...]:
    """The letters that stand alone."""
    words = "".join(c if c.isalpha() else " " for c in text).split()
    return tuple(dict.fromkeys(word.lower() for word in words if len(word) == 1))


def _parted(who: str) -> tuple[str | None, str | None]:
    """Name and position."""
    if not who:
        return None, None
    before, comma, after = who.partition(",")
    if comma and after.strip().upper() in _SUFFIXES:
        before, comma, after = who, "", ""
    words = before.split()
    if comma and len(words) <= 4:
        titles = 1 if len(words) > 1 and words[0].upper() in _POSITIONS else 0
        position = ", ".join(filter(None, (" ".join(words[:titles]), after.strip())))
        return " ".join(words[titles:]), position
    count = 2
    if words[-1].upper() in _SUFFIXES:
        count += 1
    if len(words) > count and len(words[-count].rstrip(".")) == 1:
        count += 1  # a middle initial
    if count == len(words) and words[0].upper() in _POSITIONS:
        count -= 1
    name = " ".join(words[-count:])
    position = " ".join(words[:-count])
    if comma:
        position = f"{position}, {after.strip()}".strip(", ")
    return name, position or None

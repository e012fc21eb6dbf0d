"""What is wrong with FL4, and with the signals that FL4 and FL5 list.

Here: findings. Elsewhere: their rules (`values.security`, `values.operating_signal`); FL4 against
FL2 and against the classification line (`checks.classification`).
"""

from collections.abc import Iterator

from telegram.checks.pieces import Finder, Part, captured, end_of, moved, replacing
from telegram.checks.routing import codes_fault
from telegram.data import table
from telegram.diagnostics import Diagnostic, Rule, Safety
from telegram.dialects import Dialect
from telegram.parsing.places import record_span
from telegram.parsing.records import Record
from telegram.syntax import splitter
from telegram.values.operating_signal import SECURITY_ITEM_UNKNOWN, signal_problems
from telegram.values.security import (
    CHARACTERS_MALFORMED,
    CHARACTERS_SPECIAL,
    SPECIAL_HANDLING_MALFORMED,
    WARNING_BARE,
    WARNING_CONTRADICTS,
)

_LETTERS = 5


def _security(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    characters = captured(record, "security_characters")
    warning = captured(record, "security_warning")
    assert characters is not None
    assert warning is not None
    yield from _characters(warning, characters)
    handling = captured(record, "special_handling")
    if handling is not None:
        yield from _handling(handling)
    yield from _items(record, _)


def _characters(warning: Part, characters: Part) -> Iterator[Diagnostic]:
    text = characters.text
    letter = text[0]
    row = table("security-letters", "letter").get(letter)
    sound = len(text) == _LETTERS and (
        text == letter * _LETTERS or (text[:3] == letter * 3 and codes_fault(text[3:]) is None)
    )
    if not sound or row is None or not row["group"]:
        if warning.text == "ZNY" and len(text) == _LETTERS:
            yield CHARACTERS_SPECIAL.at(characters.span, text=text)
            return
        fix = None
        if row is not None and text == letter * len(text):
            title = f"Repeat {letter} five times."
            fix = replacing(characters.span, letter * _LETTERS, title, Safety.UNSAFE)
        yield CHARACTERS_MALFORMED.at(characters.span, fix, text=text)
        return
    if row["warning"] != warning.text:
        wanted = "unclassified" if warning.text == "ZNR" else "classified or EFTO"
        yield WARNING_CONTRADICTS.at(
            warning.span, warning=warning.text, wanted=wanted, characters=text
        )


def _handling(handling: Part) -> Iterator[Diagnostic]:
    text = handling.text
    if len(text) != _LETTERS or text != text[0] * _LETTERS:
        yield SPECIAL_HANDLING_MALFORMED.at(handling.span, text=text)


def _items(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    items = captured(record, "security_items")
    if items is not None:
        yield from listed(record, items, "security_items", SECURITY_ITEM_UNKNOWN)


def listed(record: Record, items: Part, rule: str, unknown: Rule) -> Iterator[Diagnostic]:
    """What is wrong with a list: signals that no table has, and words that are no item."""
    assert record.match is not None
    text = record.match.string
    split = splitter(rule)
    at, lost = items.first, -1
    while at < items.last:
        item = split.match(text, at, items.last)
        if item is None or text[item.end() : item.end() + 1] not in ("", " "):
            lost = at if lost < 0 else lost
            blank = text.find(" ", at, items.last)
            at = blank + 1 if blank >= 0 else items.last
            continue
        if lost >= 0:
            yield _lost(record, lost, item.start(), unknown)
            lost = -1
        if item.group("signal") is not None:
            for found in signal_problems(item.group(), 0):
                yield moved(found, record, item.start())
        at = item.end() + 1
    if lost >= 0:
        yield _lost(record, lost, items.last, unknown)


def _lost(record: Record, first: int, last: int, unknown: Rule) -> Diagnostic:
    assert record.match is not None
    text = record.match.string[first:last].rstrip(" ")
    return unknown.at(record_span(record, first, first + len(text)), text=text)


def _security_damaged(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    warning = captured(record, "security_warning")
    assert warning is not None
    characters = captured(record, "characters_damaged", " ")
    if characters is None:
        yield WARNING_BARE.at(end_of(record), warning=warning.text)
    else:
        yield from _characters(warning, characters)
    handling = captured(record, "handling_damaged", "/")
    if handling is not None:
        if handling.text:
            yield from _handling(handling)
        else:
            yield SPECIAL_HANDLING_MALFORMED.at(handling.span, text="")
    items = captured(record, "items_damaged", " ")
    if items is not None:
        yield from listed(record, items, "security_items", SECURITY_ITEM_UNKNOWN)


FINDERS: dict[str, Finder] = {
    "acp127:fl4": _security,
    "acp127:fl4_continuation": _items,
    "acp127:fl4_damaged": _security_damaged,
}
"""The check of each line of FL4, by grammar rule."""

"""What is wrong with one address line (FL6 to FL9).

A damaged line is judged addressee by addressee and part by part: each part as written is put after
or before a name that is sound, and the standard rule says whether it fits. What fits nowhere else
is reported where it stands.

Here: findings. Elsewhere: their rules (`values.addressee`); who stands under which prosign
(`checks.addressing`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from telegram.checks.pieces import Finder, alone, captured, replacing
from telegram.diagnostics import Diagnostic, Edit, Fix, Safety
from telegram.dialects import Dialect
from telegram.lines import FormatLine
from telegram.parsing.addresses import damaged_addressees
from telegram.parsing.places import record_span
from telegram.parsing.records import Record
from telegram.source import Span
from telegram.syntax import matcher, splitter
from telegram.values.addressee import (
    ADDRESS_CHARACTERS,
    ADDRESS_PART_MALFORMED,
    ADDRESS_PREFIX_SPACING,
    ADDRESSES_RUN_ON,
    COUNT_LENGTH,
    OFFICES_ALONE,
    OFFICES_UNBALANCED,
    PREFIX_UNKNOWN,
    PROSIGN_ALONE,
    PROSIGN_SPACING,
    Addressee,
)
from telegram.values.precedence import misspelt_word
from telegram.values.routing_indicator import indicator_problems

_COUNT = 4
_DASHES = "\u2013\u2014"


def _address(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    assert record.match is not None
    groups = record.match.re.groupindex
    if (indicator := captured(record, "address_indicator")) is not None:
        yield from indicator_problems(indicator.text, indicator.span)
    yield from _misspelt(record)
    if "message_count" in groups and (count := captured(record, "message_count")) is not None:
        yield from _count(count.text, count.span)


def _misspelt(record: Record) -> Iterator[Diagnostic]:
    """A last word of the name that was meant to be the precedence."""
    groups = record.match.re.groupindex if record.match is not None else {}
    name = next((n for n in ("plain_language_address", "counted_address") if n in groups), None)
    part = captured(record, name) if name is not None else None
    if part is None or any(captured(record, n) for n in ("offices", "precedence_word")):
        return
    last = part.text.rpartition(" ")[2]
    meant = misspelt_word(last) if last != part.text else None
    if meant is not None:
        span = Span(part.span.end - len(last), part.span.end)
        fix = replacing(span, meant, f"Write {meant}.", Safety.UNSAFE)
        yield ADDRESS_PART_MALFORMED.at(span, fix, text=last, what="a precedence word")


def _count(text: str, span: Span) -> Iterator[Diagnostic]:
    if len(text) != _COUNT:
        yield COUNT_LENGTH.at(span, text=text, count=len(text))


# ---- damaged lines -----------------------------------------------------------------------------


def _addresses_damaged(record: Record, dialect: Dialect) -> Iterator[Diagnostic]:
    match = record.match
    assert match is not None
    if "prosign_damaged" in match.re.groupindex:
        yield from _prosign(record)
    start = match.start("addresses_damaged")
    items = damaged_addressees(match["addresses_damaged"])
    yield from _run_on(record, start, items)
    judge = _Judge(record, dialect, start)
    for item, value in items:
        if isinstance(value, Addressee):
            yield from judge.addressee(item)
        else:
            codes = item["offices_alone"]
            first = start + item.start("offices_alone")
            yield OFFICES_ALONE.at(record_span(record, first, first + len(codes)), text=codes)


def _prosign(record: Record) -> Iterator[Diagnostic]:
    match = record.match
    assert match is not None
    written = match["prosign_damaged"]
    prosign = written.rstrip(" :/")
    after = written[len(prosign) :]
    if after != " " and not (prosign == "XMT" and after == "/"):
        first = match.start("prosign_damaged") + len(prosign)
        span = record_span(record, first, first + len(after))
        fix = replacing(span, " ", "Write one blank after the prosign.")
        yield PROSIGN_SPACING.at(span, fix, text=after)


_Item = tuple["re.Match[str]", "Addressee | tuple[str, ...]"]


def _run_on(record: Record, start: int, items: list[_Item]) -> Iterator[Diagnostic]:
    found = [item for item, value in items if isinstance(value, Addressee)]
    if len(found) < 2:
        return
    span = record_span(record, start + found[0].start(), start + found[-1].end())
    edits = tuple(
        Edit(record_span(record, start + one.end(), start + other.start()), "\n")
        for one, other in pairwise(found)
    )
    fix = Fix("Give each addressee its own line.", edits, Safety.UNSAFE)
    yield ADDRESSES_RUN_ON.at(span, fix, count=len(found))


class _Judge:
    """Judges the addressees of one damaged line."""

    def __init__(self, record: Record, dialect: Dialect, start: int) -> None:
        self.record = record
        self.start = start
        # Whether a running count may end an address is the dialect's own matter.
        self.rule = next(
            (
                line.rule
                for line in dialect.lines
                if line.format_line is FormatLine.FL7 and "continuation" in line.rule
            ),
            "plaindress:address_continuation",
        )

    def span(self, item: "re.Match[str]", group: str) -> Span:
        """The place of a part of an addressee."""
        first, last = item.span(group)
        return record_span(self.record, self.start + first, self.start + last)

    def addressee(self, item: "re.Match[str]") -> Iterator[Diagnostic]:
        """What is wrong with one addressee."""
        if item["directory_damaged"] is not None:
            if not alone(self.rule, item.group()):
                text = item["directory_damaged"]
                span = self.span(item, "directory_damaged")
                yield ADDRESS_PART_MALFORMED.at(span, text=text, what="a directory name")
            return
        yield from self.prefix(item)
        yield from self.name(item)
        yield from self.parts(item)

    def prefix(self, item: "re.Match[str]") -> Iterator[Diagnostic]:
        """What stands before the name."""
        for group in ("indicator_damaged", "zen_damaged"):
            text = item[group]
            if text is None:
                continue
            bare = text.strip(" /")
            span = self.span(item, group)
            if group == "indicator_damaged":
                sound = matcher("elements:routing_indicator").fullmatch(bare)
                if sound is None:
                    first = self.start + item.start(group)
                    named = record_span(self.record, first, first + len(bare))
                    yield PREFIX_UNKNOWN.at(named, text=bare)
                    continue
                first = self.start + item.start(group)
                yield from indicator_problems(
                    bare, record_span(self.record, first, first + len(bare))
                )
                wanted = f"{bare}/"
            else:
                wanted = "ZEN/"
            if text != wanted:
                fix = replacing(span, wanted, f"Write {wanted} before the name.")
                yield ADDRESS_PREFIX_SPACING.at(span, fix, text=text, wanted=wanted)

    def name(self, item: "re.Match[str]") -> Iterator[Diagnostic]:
        """Characters of the name that no address has; lower case is another rule's."""
        seen: set[str] = set()
        for sign, offset in _foreign(item):
            if sign not in seen:
                seen.add(sign)
                at = self.start + offset
                span = record_span(self.record, at, at + 1)
                fix = replacing(span, "-", "Write a hyphen.") if sign in _DASHES else None
                yield ADDRESS_CHARACTERS.at(span, fix, text=sign)

    def parts(self, item: "re.Match[str]") -> Iterator[Diagnostic]:
        """What stands after the name."""
        offices = item["offices_damaged"]
        if offices is not None and not alone(self.rule, "A", offices):
            span = self.span(item, "offices_damaged")
            codes = [code for part in offices.split("/") if (code := part.strip())]
            fix = None
            if codes:
                title = "Write the codes between double obliques."
                fix = replacing(span, f"//{'/'.join(codes)}//", title, Safety.UNSAFE)
            yield OFFICES_UNBALANCED.at(span, fix, text=offices)
        for group, what in _PARTS:
            text = item[group]
            if text is not None and not alone(self.rule, "A", text):
                yield ADDRESS_PART_MALFORMED.at(self.span(item, group), text=text, what=what)


def _foreign(item: "re.Match[str]") -> Iterator[tuple[str, int]]:
    """Characters of a name, with their offsets, that no address has; lower case aside."""
    known = matcher("elements:plain_language_address")
    for offset, sign in enumerate(item["address_damaged"] or "", item.start("address_damaged")):
        if sign != " " and not sign.islower() and not known.fullmatch(f"A{sign}"):
            yield sign, offset


def foreign_in_names(record: Record) -> Iterator[Span]:
    """The places of characters in the names of a damaged line that are reported as no address's."""
    match = record.match
    assert match is not None
    start = match.start("addresses_damaged")
    for item in splitter("addresses_damaged").finditer(match["addresses_damaged"]):
        for _, offset in _foreign(item):
            yield record_span(record, start + offset, start + offset + 1)


_PARTS = (
    ("alias_damaged", "an alias"),
    ("precedence_damaged", "a precedence word"),
    ("exempted_damaged", "exempted addressees"),
)


# ---- directory names, which later systems print ------------------------------------------------


def directory_spans(record: Record) -> Iterator[Span]:
    """The places of directory names and aliases: their characters are the directory's own."""
    match = record.match
    assert match is not None
    for group in ("directory_name", "alias"):
        if group in match.re.groupindex and (part := captured(record, group)) is not None:
            yield part.span
    if "addresses_damaged" in match.re.groupindex:
        start = match.start("addresses_damaged")
        for item in splitter("addresses_damaged").finditer(match["addresses_damaged"]):
            for group in ("directory_damaged", "alias_damaged"):
                if item[group] is not None:
                    first, last = item.span(group)
                    yield record_span(record, start + first, start + last)


STANDARD = (
    "plaindress:fl6",
    "plaindress:fl7",
    "plaindress:fl8",
    "plaindress:fl9",
    "plaindress:address_continuation",
    "acp127-us:fl7",
    "acp127-us:fl8",
    "acp127-us:fl9",
    "acp127-us:address_continuation",
    "amhs:labelled_originator",
)
DAMAGED = ("plaindress:fl6_damaged", "plaindress:address_continuation_damaged")


def _prosign_alone(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    assert record.match is not None
    yield PROSIGN_ALONE.at(record_span(record, *record.match.span()), prosign=record.match.group())


ALONE = ("plaindress:fl7_alone", "plaindress:fl8_alone", "plaindress:fl9_alone")

FINDERS: dict[str, Finder] = {
    **dict.fromkeys(ALONE, _prosign_alone),
    **dict.fromkeys(STANDARD, _address),
    **dict.fromkeys(DAMAGED, _addresses_damaged),
}
"""The check of each address line, by grammar rule."""

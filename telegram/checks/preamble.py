"""What is wrong with FL5: precedence, date-time group, message instructions.

Here: findings, and the rule for what does not belong in the line at all. Elsewhere: the other rules
(`values.precedence`, `values.date_time_group`, `values.operating_signal`); FL5 against other lines
(`checks.precedence`, `checks.chronology`).
"""

from collections.abc import Iterator

from attrs import evolve

from telegram.checks.pieces import Finder, captured, moved, replacing
from telegram.checks.security import listed
from telegram.diagnostics import Diagnostic, Fix, Rule, Safety, Severity
from telegram.dialects import Dialect
from telegram.parsing.places import record_span
from telegram.parsing.records import Record
from telegram.source import Span
from telegram.values.date_time_group import (
    DTG_MONTH,
    DTG_SPACING,
    DTG_ZONE,
    INSTRUCTION_RUN_ON,
    MONTH_NUMBER,
    dtg_problems,
)
from telegram.values.operating_signal import INSTRUCTION_UNKNOWN
from telegram.values.precedence import (
    PRECEDENCE_MISSING,
    PRECEDENCE_UNKNOWN,
    PRECEDENCES_REVERSED,
    PRECEDENCES_RUN_TOGETHER,
    PRECEDENCES_TOO_MANY,
    Precedence,
    is_prosign,
)

PREAMBLE_WIDENED = Rule(
    code="TG326",
    name="preamble-with-print-marks",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{text!r} in FL5 is {what}, no part of the line",
    explanation="""
        FL5 is precedence, date-time group and instructions, and nothing else. Printouts put a label
        before it or a ruled line after it, which a person skips and a switch cannot.
        """,
    how_to_fix="Leave it out.",
    source="public NAVADMIN traffic; ACP 127, FL5",
    dialect="amhs",
    bad="""
        DTG R 280900Z FEB 75
        ^^^
        FM EXERCISE WING ONE
        """,
    good="""
        R 280900Z FEB 75
        FM EXERCISE WING ONE
        """,
)


def _preamble(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    action, info = captured(record, "action_precedence"), captured(record, "info_precedence")
    if action and info and Precedence.parse(info.text) > Precedence.parse(action.text):
        yield PRECEDENCES_REVERSED.at(info.span, info=info.text, action=action.text)
    yield from _date_time_group(record, "date_time_group")
    yield from _instructions(record, _)


def _date_time_group(record: Record, group: str) -> Iterator[Diagnostic]:
    written = captured(record, group)
    assert written is not None
    for found in dtg_problems(written.text):
        there = moved(found, record, written.first)
        yield evolve(there, fix=_dtg_fix(there))


def _dtg_fix(found: Diagnostic) -> Fix | None:
    """What mends a month or a zone of which only the letters are wrong."""
    if found.rule is DTG_MONTH:
        month = str(found.values["month"])
        short = month[:3].upper()
        if short not in MONTH_NUMBER:
            return None
        known = month.upper() in (short, *_SPELT_OUT)
        safety = Safety.SAFE if known else Safety.UNSAFE
        return replacing(found.span, short, f"Write {short}.", safety)
    if found.rule is DTG_ZONE:
        zone = str(found.values["zone"])
        if zone == "z":
            return replacing(found.span, "Z", "Write Z.")
        if zone in ("", "ZZ"):
            return replacing(found.span, "Z", "Write one Z.", Safety.UNSAFE)
    return None


_SPELT_OUT = {
    *("JANUARY", "FEBRUARY", "MARCH", "APRIL", "JUNE", "JULY"),
    *("AUGUST", "SEPT", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"),
}


def _instructions(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    items = captured(record, "instructions")
    if items is not None:
        yield from listed(record, items, "instructions", INSTRUCTION_UNKNOWN)


# ---- the damaged line --------------------------------------------------------------------------


def _preamble_damaged(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    for group, what in (("label", "a printed label"), ("rule_line", "a ruled line")):
        if (extra := captured(record, group, " ")) is not None:
            assert record.match is not None
            span = record_span(record, *record.match.span(group))
            fix = replacing(span, "", f"Leave out {what}.")
            yield PREAMBLE_WIDENED.at(extra.span, fix, text=extra.text, what=what)
    yield from _precedences(record)
    yield from _date_time_group(record, "date_time_group_damaged")
    yield from _spacing(record)
    items = captured(record, "instructions_damaged", " ")
    if items is not None:
        assert record.match is not None
        if not record.match["instructions_damaged"].startswith(" "):
            place = Span(items.span.start, items.span.start)
            fix = replacing(place, " ", "Write a blank after the year.")
            yield INSTRUCTION_RUN_ON.at(items.span, fix, text=items.text.partition(" ")[0])
        yield from listed(record, items, "instructions", INSTRUCTION_UNKNOWN)


def _precedences(record: Record) -> Iterator[Diagnostic]:
    match = record.match
    assert match is not None
    run, letters = (
        captured(record, "precedence_run", " "),
        captured(record, "precedence_letters", " "),
    )
    if run is not None:
        letter = Precedence.parse(run.text).letter
        repeated = letters is not None and letters.text == letter
        wanted = letters.text if letters is not None else letter
        fix = None
        if letters is None or repeated:
            span = record_span(record, *match.span("precedence_run"))
            title = f"Write {wanted} and a blank."
            fix = replacing(span, "" if repeated else f"{letter} ", title, Safety.UNSAFE)
        yield PRECEDENCES_RUN_TOGETHER.at(run.span, fix, text=run.text, wanted=f"{wanted} ")
    if letters is None:
        if run is None:
            digits = captured(record, "digits", " ")
            assert digits is not None
            yield PRECEDENCE_MISSING.at(digits.span)
        return
    single = [
        (letter, record_span(record, at, at + 1))
        for at, letter in enumerate(letters.text, letters.first)
        if letter != " "
    ]
    known = []
    for letter, span in single:
        if is_prosign(letter):
            known.append((Precedence.parse(letter), span))
        else:
            yield PRECEDENCE_UNKNOWN.at(span, text=letter)
    if len(single) > 2:
        yield PRECEDENCES_TOO_MANY.at(letters.span, count=len(single))
    elif len(known) == 2 and known[1][0] > known[0][0]:
        info, action = str(known[1][0]), str(known[0][0])
        yield PRECEDENCES_REVERSED.at(known[1][1], info=info, action=action)
    wanted = " ".join(letter for letter, _ in single)
    if letters.text != wanted or match["precedence_letters"] == letters.text:
        raw = record_span(record, *match.span("precedence_letters"))
        fix = replacing(raw, f"{wanted} ", "Write each prosign and a blank.")
        yield PRECEDENCES_RUN_TOGETHER.at(letters.span, fix, text=letters.text, wanted=f"{wanted} ")


def _spacing(record: Record) -> Iterator[Diagnostic]:
    """Blanks of a date-time group that are missing or too many."""
    match = record.match
    assert match is not None
    digits, zone, month, year = (
        (match[group] or "").strip(" ")
        for group in ("digits", "zone_damaged", "month_damaged", "year")
    )
    written = match["date_time_group_damaged"]
    wanted = f"{digits}{zone} {month} {year}"
    if written != wanted:
        whole = captured(record, "date_time_group_damaged")
        assert whole is not None
        fix = replacing(whole.span, wanted, "Space the group as it is written.")
        yield DTG_SPACING.at(whole.span, fix, text=written, wanted=wanted)


FINDERS: dict[str, Finder] = {
    "plaindress:fl5": _preamble,
    "plaindress:fl5_continuation": _instructions,
    "plaindress:fl5_damaged": _preamble_damaged,
}
"""The check of each line of FL5, by grammar rule."""

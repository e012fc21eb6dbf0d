"""From matched lines to the values of a heading.

One small function a grammar rule, named in `BUILDERS`; a rule that captures what another of its
name captures shares its function (`builder_of`). A function takes the draft, the match, and
fills the draft; a value that came out of a standard rule is trusted, one that came out of a damaged
rule is built only where its reading is beyond doubt, else left absent (the line keeps its text, and
the checks say what is wrong with it).

Here: FL5 and FL10, and the table of all. Elsewhere: FL1 to FL4 (`transmission`), addresses
(`addresses`).
"""

import re
from functools import cache

from telegram.model import Accounting, Instruction, PrecedencePair
from telegram.parsing.addresses import ADDRESS_BUILDERS
from telegram.parsing.draft import Build, Draft
from telegram.parsing.transmission import TRANSMISSION_BUILDERS, called, calling
from telegram.syntax import captures, groups, like, splitter
from telegram.values.date_time_group import (
    MONTH_NUMBER,
    DateTimeGroup,
    dtg_of,
    dtg_of_damaged,
    longest_month,
)
from telegram.values.precedence import is_prosign, precedence_of
from telegram.values.trusted import trusted

Match = re.Match[str]


_make_pair = trusted(PrecedencePair)
_make_instruction = trusted(Instruction)
_MOST_SHARED = 8192
"""Values of one kind that are kept to be shared."""


# ---- FL5 ---------------------------------------------------------------------------------------


_FL5 = groups(
    "plaindress:fl5",
    "action_precedence",
    "info_precedence",
    "day_of_month",
    "release_time",
    "zone",
    "month",
    "year",
    "instructions",
)


def _fl5(draft: Draft, match: Match) -> None:
    action, info, day, time, zone, month, year, items = match.group(*_FL5)
    draft.has_preamble = True
    draft.precedence = _pair_of(action, info)
    draft.dtg = group_of(day, time, zone, month, year)
    if items is not None:
        draft.instructions = instructions_of(items)


def group_of(
    day: str, time: str, zone: str, month: str | None, year: str | None
) -> DateTimeGroup | None:
    """The date-time group; None where its month has no such day."""
    if day < "29" or month is None or int(day) <= _longest(month, year):
        return dtg_of(day, time, zone, month, year)
    return None


def _longest(month: str, year: str | None) -> int:
    return longest_month(MONTH_NUMBER[month], int(year) if year else None)


@cache
def _pair_of(action: str | None, info: str | None) -> PrecedencePair:
    return _make_pair(action and precedence_of(action), info and precedence_of(info))


def _fl5_continuation(draft: Draft, match: Match) -> None:
    draft.continued("instructions", instructions_of(match["instructions"]))


_KINDS = {
    "processing_number": "psn",
    "message_identifier": "mid",
    "automatic_number": "asn",
    "minimize": "minimize",
    "signal": "signal",
}


def instructions_of(text: str) -> tuple[Instruction, ...]:
    """The message instructions of a matched list."""
    return tuple([_instruction(item) for item in splitter("instructions").finditer(text)])


def _instruction(item: Match) -> Instruction:
    kind, text = _KINDS[item.lastgroup or "signal"], item.group()
    if kind == "psn":
        value = text[4:]
    elif kind == "mid":
        value = text[3:].lstrip("#")
    elif kind == "asn":
        value = text[4:]
    else:
        words = text.split(" ")
        value = words[1] if words[0] == "INT" else words[0]
    return _make_instruction(kind, text, value)


def _fl5_damaged(draft: Draft, match: Match) -> None:
    draft.has_preamble = True
    letters = (match["precedence_letters"] or "").replace(" ", "")
    known = [precedence_of(letter) for letter in letters if is_prosign(letter)]
    run = (match["precedence_run"] or "").strip()
    if not known and run:
        known = [precedence_of(run)]
    draft.precedence = _make_pair(known[0] if known else None, known[1] if len(known) > 1 else None)
    draft.dtg = dtg_of_damaged(*match.group("digits", "zone_damaged", "month_damaged", "year"))
    items = (match["instructions_damaged"] or "").strip()
    found = []
    # What is no instruction stops the list; the checks report it.
    splits = splitter("instructions")
    at = 0
    while at < len(items):
        item = splits.match(items, at)
        if item is None:
            at = items.find(" ", at) + 1 or len(items)
            continue
        found.append(_instruction(item))
        at = item.end() + 1
    draft.instructions = tuple(found)


# ---- FL10 ----


def _fl10(draft: Draft, match: Match) -> None:
    count = match["group_count"]
    draft.accounting = Accounting(match["accounting_symbol"], int(count) if count else None)


def _fl10_damaged(draft: Draft, match: Match) -> None:
    draft.accounting = Accounting(match["accounting_symbol"], None)


BUILDERS: dict[str, Build] = {
    **TRANSMISSION_BUILDERS,
    "plaindress:fl5": _fl5,
    "plaindress:fl5_damaged": _fl5_damaged,
    "plaindress:fl5_continuation": _fl5_continuation,
    **ADDRESS_BUILDERS,
    "plaindress:fl10": _fl10,
    "plaindress:fl10_damaged": _fl10_damaged,
}
"""The function that fills a draft from a match, by grammar rule.

A rule without one captures nothing a heading holds.
"""

_PARTS: dict[str, Build] = {"call_signs": called, "calling_sign": calling}
"""The function that fills a draft from one captured name, wherever a rule captures it."""


def builder_of(rule: str) -> Build | None:
    """The function that fills a draft from a match of a rule; None where it captures nothing that a
    heading holds.
    """
    found = like(rule, BUILDERS)
    if found is not None:
        return found
    parts = [build for name, build in _PARTS.items() if name in captures(rule)]
    if not parts:
        return None

    def build(draft: Draft, match: Match) -> None:
        for each in parts:
            each(draft, match)

    return build

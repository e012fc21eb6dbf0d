"""Which dialect a message is written in, by cheap evidence from its first lines.

The order is that of the references: a positional header makes it `janap128` whatever stands above
it; a call by call signs makes it `acp126`; a labelled MRN makes it `state-smart`, a distribution
block or a page line above the heading `state-1970s`; another line that begins with DE makes it
`acp127-us` or `acp127`; a heading that begins at FL4, FL5, FM or a banner is `amhs`, unless what
follows shows a State telegram. Nothing of a heading: no dialect.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from telegram.lines import shown
from telegram.source import line_bounds
from telegram.syntax import matcher, may_begin

_Test = Callable[[str], "re.Match[str] | None"]

_LONGEST = 4_000
_LINES = 60
"""Lines that are not blank among which evidence is looked for."""
_HEADER_LINES = 16
"""Lines among which a damaged header is looked for."""


class Recognition(NamedTuple):
    """A dialect's name, or None, and what was seen."""

    dialect: str | None
    evidence: str


def recognise(text: str) -> Recognition:
    """The dialect of the message that a text begins with."""
    number = _wire_start(text)
    if number is not None and _marked(text) is None:
        return _by_station(number)
    return recognise_by_lines(text)


def recognise_by_lines(text: str) -> Recognition:
    """The dialect of a text, looked for line by line."""
    marked = _marked(text)
    routed = past = False
    headless: str | None = None
    printout: Recognition | None = None
    station: Recognition | None = None
    above = ""
    for number, seen, line, after in _lines(text):
        tests = _tests(line[:2])
        if tests.header is not None or tests.damaged is not None:
            header = _header(number, seen, line, tests)
            if header is not None:
                return header
        if marked is not None:
            return Recognition("doi103", f"line {marked} is one of special security traffic")
        if "DE " in line and " DE " in f" {line}" and not routed and seen <= _HEADER_LINES:
            below = next((each[2] for each in _lines(text, after)), "")
            if (what := _call(line, above, below)) is not None:
                return Recognition("acp126", f"line {number} is {what}")
        if tests.printed and printout is None:
            printout = _printout(number, line)
            if printout is not None and printout.dialect == "state-smart":
                return printout
        if line.startswith("DE ") and station is None:
            station = _station(number, line)
            if station is not None and "damaged" not in station.evidence:
                return printout or station
        if tests.routed is not None and not routed:
            routed = tests.routed(line) is not None
        if headless is None:
            for test, what in tests.headless:
                if test(line) is not None:
                    headless = f"line {number} is {what}, and no FL2 or FL3 precedes"
                    break
        for test in tests.past:
            past = past or test(line) is not None
        if past:
            break
        above = line
    if printout is not None:
        return printout
    if station is not None:
        return station
    if routed:
        return Recognition("acp127", "an ACP 127 routing line without FL3")
    if headless is None:
        return Recognition(None, "no line of a heading was found")
    state = _state(text)
    if state is not None:
        return Recognition("acp127-us", f"{headless}; {state}")
    return Recognition("amhs", headless)


def _lines(text: str, start: int = 0) -> Iterator[tuple[int, int, str, int]]:
    """The first lines from a place on that are not blank: their number, how many there were, what
    they say, and where the next begins.
    """
    seen = 0
    for number, (first, content, after) in enumerate(line_bounds(text, start), 1):
        if content - first > _LONGEST:
            continue
        line = shown(text, first, content)
        if line:
            seen += 1
            if seen > _LINES:
                return
            yield number, seen, line, after


def _header(number: int, seen: int, line: str, tests: "_Tests") -> Recognition | None:
    """A positional header, whole or damaged."""
    if tests.header is not None and tests.header(line) is not None:
        return Recognition("janap128", f"line {number} is a JANAP 128 header")
    if seen <= _HEADER_LINES and tests.damaged is not None and tests.damaged(line) is not None:
        return Recognition("janap128", f"line {number} is a damaged JANAP 128 header")
    return None


def _marked(text: str) -> int | None:
    """The number of the first line that only special security traffic has."""
    if _MARK_SIGN.search(text, 0, _LONGEST) is None:
        return None
    head = text[:_LONGEST]
    return next((number for number, _, line, _ in _lines(head) if _is(line, "doi103:mark")), None)


def _call(line: str, above: str, below: str) -> str | None:
    """A call by call sign: with a number, beside the station called, or below it.

    What follows a call without a number must be a line of a heading: places have DE in their names.
    """
    if not any(_is(below, rule) for rule in _BELOW_CALL):
        return None
    if _is(line, "acp126:call"):
        return "a call by call signs"
    if _is(line, "acp126:fl3") and (" NR " in line or _is(above, "acp126:fl2")):
        return "a calling station by its call sign"
    return None


_PRINTED = (
    ("MRN", "state-smart:evidence", "state-smart", "a labelled message reference number"),
    ("PAGE 01 ", "state-1970s:first_page", "state-1970s", "a page line of a State printout"),
    ("ORIGIN ", "state-1970s:copies_evidence", "state-1970s", "of a block of copies"),
    ("ACTION ", "state-1970s:copies_evidence", "state-1970s", "of a block of copies"),
)
"""Lines that only a printout of the State Department has: how they begin, their rule, the dialect,
and what they are.
"""


def _printout(number: int, line: str) -> Recognition | None:
    """A line that only a printout of the State Department has, above FL5 or in its place."""
    for word, rule, name, what in _PRINTED:
        if line.startswith(word) and _is(line, rule):
            return Recognition(name, f"line {number} is {what}")
    return None


def _station(number: int, line: str) -> Recognition | None:
    """An FL3, by its form."""
    if _is(line, "acp127-us:fl3"):
        return _by_station(number)
    if _is(line, "acp127:fl3"):
        return Recognition("acp127", f"line {number} is an FL3 with day of month")
    if _is(line, "acp127:fl3_damaged"):
        name = "acp127" if "/" in line and "#" not in line else "acp127-us"
        return Recognition(name, f"line {number} is a damaged FL3")
    return None


def _by_station(number: int) -> Recognition:
    return Recognition("acp127-us", f"line {number} is an FL3 with # and day of year")


def _wire_start(text: str) -> int | None:
    """The number of the line of FL3, where FL2 and perhaps FL1 are all that stands above it, as in
    most messages; None elsewhere.
    """
    start = 0
    while text.startswith("\n", start):
        start += 1
    match = matcher("acp127-us:wire_start").match(text, start)
    if match is None:
        return None
    end = match.end()
    while text.startswith(" ", end):
        end += 1
    return text.count("\n", 0, end) + 1 if text.startswith("\n", end) else None


def _state(text: str) -> str | None:
    """What shows a State telegram: in the first lines, up to the end of the message."""
    seen = 0
    for number, (first, content, _) in enumerate(line_bounds(text), 1):
        line = text[first : min(content, first + _LONGEST)].strip()
        if not line:
            continue
        seen += 1
        if seen > _LINES or _is(line, "plaindress:fl16"):
            return None
        if _is(line, "acp127-us:state_evidence"):
            return f"line {number} is of a State telegram"
    return None


_MARK_SIGN = re.compile("Z(?:EM|KZK)")
"""What stands in those lines: a quick test."""
_BELOW_CALL = (
    "acp126:fl5",
    "acp127:fl4",
    "acp127:fl4_continuation",
    "plaindress:fl5_damaged",
    "plaindress:fl6",
    "plaindress:bt",
)
"""What stands below a call."""
_PAST_WIRE = ("plaindress:fl5", "plaindress:fl6", "plaindress:bt")
"""Lines behind which no FL2 or FL3 of the same message stands."""
_HEADLESS = (
    ("plaindress:fl5", "an FL5"),
    ("plaindress:fl6", "an FM line"),
    ("acp127:fl4", "an FL4"),
    ("amhs:banner", "a banner"),
    ("amhs:precedence_line", "a precedence word"),
    ("amhs:labelled_originator", "a labelled originator"),
    ("acp127:fl1", "an FL1"),
    ("plaindress:fl5_damaged", "a damaged FL5"),
)


class _Tests(NamedTuple):
    """The rules that a line with certain first characters may be; None for one that it cannot.

    `printed` says whether only a printout may have it.
    """

    printed: bool
    header: _Test | None
    damaged: _Test | None
    routed: _Test | None
    headless: tuple[tuple[_Test, str], ...]
    past: tuple[_Test, ...]


@lru_cache(maxsize=4096)
def _tests(opening: str) -> _Tests:
    """The rules that lines with these first two characters may be."""
    known = opening.isascii() and opening.isprintable()  # else the table does not tell

    def test(rule: str) -> _Test | None:
        return matcher(rule).fullmatch if not known or may_begin(rule, opening) else None

    return _Tests(
        any(word.startswith(opening) for word, *_ in _PRINTED),
        test("janap128:fl2"),
        test("janap128:fl2_damaged"),
        test("acp127:fl2"),
        tuple((each, what) for rule, what in _HEADLESS if (each := test(rule)) is not None),
        tuple(each for rule in _PAST_WIRE if (each := test(rule)) is not None),
    )


def _is(line: str, rule: str) -> bool:
    return matcher(rule).fullmatch(line) is not None

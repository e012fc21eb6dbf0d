"""Which dialect a message is written in, by cheap evidence from its first lines.

The order is that of the references: a positional header makes it `janap128` whatever stands above
it; a call by call signs makes it `acp126`, another line that begins with DE `acp127-us` or
`acp127`; a heading that begins at FL4, FL5, FM or a banner is `amhs`, unless what follows shows a
State telegram. Nothing of a heading: no dialect.
"""

from collections.abc import Iterator
from typing import NamedTuple

from telegram.lines import clean
from telegram.source import line_bounds
from telegram.syntax import matcher

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
    marked = _marked(text)
    routed = False
    headless: str | None = None
    station: Recognition | None = None
    lines = list(_lines(text))
    for index, (number, seen, line) in enumerate(lines):
        header = _header(number, seen, line)
        if header is not None:
            return header
        if marked is not None:
            return Recognition("doi103", f"line {marked} is one of special security traffic")
        if " DE " in f" {line}" and not routed:
            near = [lines[at][2] if 0 <= at < len(lines) else "" for at in (index - 1, index + 1)]
            if seen <= _HEADER_LINES and (what := _call(line, *near)) is not None:
                return Recognition("acp126", f"line {number} is {what}")
        if line.startswith("DE ") and station is None:
            station = _station(number, line)
        routed = routed or _is(line, "acp127:fl2")
        if headless is None:
            for rule, what in _HEADLESS:
                if _is(line, rule):
                    headless = f"line {number} is {what}, and no FL2 or FL3 precedes"
                    break
        if station is not None and "damaged" not in station.evidence:
            return station
        if any(_is(line, rule) for rule in _PAST_WIRE):
            break
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


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """The first lines that are not blank: their number, how many there were, and what they say."""
    seen = 0
    for number, (first, content, _) in enumerate(line_bounds(text), 1):
        if content - first > _LONGEST:
            continue
        view = clean(text, first, content)
        line = view.text if view is not None else text[first:content].rstrip(" \t\xa0")
        if line:
            seen += 1
            if seen > _LINES:
                return
            yield number, seen, line


def _header(number: int, seen: int, line: str) -> Recognition | None:
    """A positional header, whole or damaged."""
    if _is(line, "janap128:fl2"):
        return Recognition("janap128", f"line {number} is a JANAP 128 header")
    if seen <= _HEADER_LINES and _is(line, "janap128:fl2_damaged"):
        return Recognition("janap128", f"line {number} is a damaged JANAP 128 header")
    return None


def _marked(text: str) -> int | None:
    """The number of the first line that only special security traffic has."""
    head = text[:_LONGEST]
    if "ZEM" not in head and "ZKZK" not in head:
        return None
    return next((number for number, _, line in _lines(head) if _is(line, "doi103:mark")), None)


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


def _station(number: int, line: str) -> Recognition | None:
    """An FL3, by its form."""
    if _is(line, "acp127-us:fl3"):
        return Recognition("acp127-us", f"line {number} is an FL3 with # and day of year")
    if _is(line, "acp127:fl3"):
        return Recognition("acp127", f"line {number} is an FL3 with day of month")
    if _is(line, "acp127:fl3_damaged"):
        name = "acp127" if "/" in line and "#" not in line else "acp127-us"
        return Recognition(name, f"line {number} is a damaged FL3")
    return None


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


def _is(line: str, rule: str) -> bool:
    return matcher(rule).fullmatch(line) is not None

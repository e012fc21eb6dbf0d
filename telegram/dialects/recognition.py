"""Which dialect a message is written in, by cheap evidence from its first lines.

The order is that of the references: a positional header makes it `janap128` whatever stands above
it; a line that begins
with DE makes it `acp127-us` or `acp127`; a heading that begins at FL4, FL5, FM or a banner is
`amhs`, unless what follows shows a
State telegram. Nothing of a heading: no dialect.
"""

from typing import NamedTuple

from telegram.lines import clean
from telegram.source import line_bounds
from telegram.syntax import matcher

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
    headless: str | None = None
    state: str | None = None
    station: Recognition | None = None
    routed = False
    seen = 0
    number = 0
    for first, content, _ in line_bounds(text):
        number += 1
        if content - first > 4_000:
            continue
        line = text[first:content].rstrip(" \t")
        untidy = line and (not line[:1].isalnum() or "  " in line or "\t" in line)
        view = clean(text, first, content) if untidy else None
        if view is not None:
            line = view.text
        if not line:
            continue
        seen += 1
        if seen > _LINES:
            break
        if line[:1].isalpha() and _is(line, "janap128:fl2"):
            return Recognition("janap128", f"line {number} is a JANAP 128 header")
        if seen <= _HEADER_LINES and line[:1] in "ZOPRYWM" and _is(line, "janap128:fl2_damaged"):
            return Recognition("janap128", f"line {number} is a damaged JANAP 128 header")
        if line.startswith("DE ") and station is None:
            if _is(line, "acp127-us:fl3"):
                return Recognition("acp127-us", f"line {number} is an FL3 with # and day of year")
            if _is(line, "acp127:fl3"):
                return Recognition("acp127", f"line {number} is an FL3 with day of month")
            if _is(line, "acp127:fl3_damaged"):
                us = "#" in line or "/" not in line
                station = Recognition(
                    "acp127-us" if us else "acp127", f"line {number} is a damaged FL3"
                )
        routed = routed or _is(line, "acp127:fl2")
        if headless is None:
            for rule, what in _HEADLESS:
                if _is(line, rule):
                    headless = f"line {number} is {what}, and no FL2 or FL3 precedes"
                    break
        if state is None and _is_state(line):
            state = f"line {number} is of a State telegram"
        if state is not None and headless is not None:
            break
    if station is not None:
        return station
    if routed:
        return Recognition("acp127", "an ACP 127 routing line without FL3")
    if headless is not None:
        return (
            Recognition("acp127-us", f"{headless}; {state}")
            if state
            else Recognition("amhs", headless)
        )
    return Recognition(None, "no line of a heading was found")


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


def _is_state(line: str) -> bool:
    return matcher("acp127-us:state_evidence").fullmatch(line) is not None

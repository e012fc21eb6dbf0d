"""Where the old heading of a readdressed message begins, if its FL5 does not show it alone.

Readdressing puts new FL5 to FL9 above the old ones, which begin with their FL5. Some stations leave
the old FL4 above it, or send BT between the two.

Here: looking ahead. Elsewhere: the reader of headings (`heading`), which opens the old one.
"""

from itertools import islice

from telegram.source import line_bounds
from telegram.syntax import matcher, openings_of

_LONGEST = 200
"""Characters of a line that are looked at."""
_SECURITY = "acp127:fl4"
_PREAMBLE = "plaindress:fl5"
_ORIGINATOR = "plaindress:fl6"
_FIRST = openings_of(_SECURITY, _PREAMBLE)
"""How an FL4 and an FL5 begin, and no classification line does."""


def reopens(line: str, text: str, at: int, stop: int) -> bool:
    """Whether a line is the FL4 of an old heading, whose FL5 and FL6 are the next lines."""
    return (
        line[:2] in _FIRST
        and matcher(_SECURITY).fullmatch(line) is not None
        and _follow(text, at, stop, _PREAMBLE, _ORIGINATOR)
    )


def goes_on(text: str, at: int, stop: int) -> bool:
    """Whether an old heading begins below a BT, rather than the text."""
    return text[at : at + 2] in _FIRST and (
        _follow(text, at, stop, _PREAMBLE, _ORIGINATOR)
        or _follow(text, at, stop, _SECURITY, _PREAMBLE, _ORIGINATOR)
    )


def _follow(text: str, at: int, stop: int, *rules: str) -> bool:
    """Whether the next lines are matched by rules, one each; a blank line is by none."""
    lines = islice(line_bounds(text, at, stop), len(rules))
    found = [
        text[start : min(content, start + _LONGEST)].rstrip(" \t") for start, content, _ in lines
    ]
    return len(found) == len(rules) and all(
        matcher(rule).fullmatch(line) is not None for rule, line in zip(rules, found, strict=True)
    )

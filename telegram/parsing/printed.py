"""What printers and archives put above a heading and between its lines.

Numbers of general messages, release stamps, and the turn of a page.

A page of a State printout ends with a banner and begins with one, and with a page line; where it
turns among the addresses, they go on below it.

Here: which lines are printed, and how far a turn of the page reaches. Elsewhere: the reader of
headings (`heading`), which keeps them.
"""

from collections.abc import Iterator

from telegram.source import line_bounds
from telegram.syntax import matcher, openings_of

_LONGEST = 200
"""Characters of a printed line that are looked at."""
_LONGEST_NUMBER = 40
"""Characters of the number of a general message."""
_MOST = 16
"""Lines of the turn of a page."""
_STAMPS = ("state:release_case", "state:release_decision", "state:release_review")

Bounds = tuple[int, int, int]


def is_number(line: str) -> bool:
    """Whether a line is the number of a general message."""
    return (
        len(line) <= _LONGEST_NUMBER
        and line[:1].isupper()
        and matcher("sets:general_message_damaged").fullmatch(line) is not None
    )


def is_stamp(line: str) -> bool:
    """Whether a line is a stamp of a release."""
    return ("elease" in line or "RELEASE" in line or "Case No" in line) and any(
        matcher(rule).fullmatch(line) is not None for rule in _STAMPS
    )


def precedes_preamble(text: str, at: int, stop: int) -> bool:
    """Whether FL5 is the next line that is not blank."""
    for _, line in _lines(text, at, stop):
        return matcher("plaindress:fl5").fullmatch(line) is not None
    return False


def page_turn(text: str, line: str, start: int, stop: int) -> list[Bounds]:
    """The lines of the turn of a page that begins with the banner at a place, which is a `line`.

    Empty where no page line follows, so that the banner is no end of a page.
    """
    if not _turns(line):
        return []
    found: list[Bounds] = []
    turned = second = False
    for bounds, line in _lines(text, start, stop):
        words = " ".join(line.split())
        if turned:
            if second and matcher("state:page_second").fullmatch(words) is not None:
                found.append(bounds)
            break
        found.append(bounds)
        if len(found) > _MOST:
            return []
        page = matcher("state:page_line").fullmatch(words)
        if page is not None:
            turned, second = True, page["state_page_post"] is None
        elif matcher("state:state_banner").fullmatch(words) is None and not is_stamp(words):
            return []
    return found if turned else []


def _turns(line: str) -> bool:
    """Whether a line may be the first of the turn of a page: a banner or a page line."""
    if line[:2] in _TURNING:
        words = " ".join(line.split())
        for rule in _TURN_RULES:
            if matcher(rule).fullmatch(words) is not None:
                return True
    return False


_TURN_RULES = ("state:state_banner", "state:page_line")
_TURNING = openings_of(*_TURN_RULES)
"""How the lines begin with which a page turns."""


def _lines(text: str, at: int, stop: int) -> Iterator[tuple[Bounds, str]]:
    """The lines that are not blank, with their bounds."""
    for start, content, after in line_bounds(text, at, stop):
        line = text[start : min(content, start + _LONGEST)].strip(" \t\xa0")
        if line:
            yield (start, content, after), line

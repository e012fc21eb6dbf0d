"""The ending of a message: BT, validation and final instructions, NNNN, and what stands below.

Read from below, since only what follows the last BT belongs to it. In kept copies BT may be missing
or glued to a line of text, several parts may share a line, and printers add lines below NNNN.
"""

from functools import cache
from typing import NamedTuple

from telegram.lines import FormatLine, clean, is_tidy
from telegram.model import Ending
from telegram.parsing.records import Record
from telegram.source import Span, line_bounds
from telegram.syntax import matcher, openings, openings_of
from telegram.values.trusted import trusted

_LINES_BEFORE_END = 24
"""Lines above NNNN, or above the end of the source, in which an ending is looked for."""
_LINES_AT_ONCE = 4
"""Lines that are looked at first where no sign of an end is in the text."""
_LONGEST = 200
"""Characters of the longest line that can belong to an ending."""
_BLANKS = " \t\xa0"

_RULES = (
    (FormatLine.FL16, "plaindress:fl16", False),
    (FormatLine.FL15, "plaindress:fl15", False),
    (FormatLine.FL13, "plaindress:bt", False),
    (FormatLine.FL16, "plaindress:fl16_damaged", True),
    (FormatLine.FL15, "plaindress:fl15_damaged", True),
    (FormatLine.FL15, "plaindress:fl15_correction", False),
    (FormatLine.FL13, "plaindress:bt_damaged", True),
)
END_SIGN = "NNN"
"""What an end of message begins with, damaged or not."""
_END = (END_SIGN, "nnnn")
_NEAR = 2_000
"""Characters at the end of the source among which small letters may end a message."""
_WORD_RULES = _RULES[:5]
"""The rules for one word of a line that holds several parts."""

Bounds = tuple[int, int, int]

_make_ending = trusted(Ending)


class EndingReading(NamedTuple):
    """Where the text ends, the pieces from there on, and what they say."""

    start: int
    records: list[Record]
    ending: Ending


def read_ending(text: str, start: int, stop: int, *, signed: bool) -> EndingReading:
    """Read the ending of a message whose text begins at `start` and whose source ends at `stop`.

    `signed` where a sign of its end is known to stand in it.
    """
    signed = signed or text.find("nnnn", max(start, stop - _NEAR), stop) >= 0
    if not signed:
        if _runs_on(text, start, stop):
            return EndingReading(stop, [], _make_ending(None, (), False, {}))
        found = _read_lines(text, _last_lines(text, start, stop, _LINES_AT_ONCE), stop)
        if found is not None:
            return found
    bounds = _last_lines(text, start, stop, _LINES_BEFORE_END)
    whole = _read_lines(text, bounds, stop, signed=signed, whole=True)
    assert whole is not None
    return whole


def _read_lines(
    text: str, bounds: list[Bounds], stop: int, *, signed: bool = False, whole: bool = False
) -> EndingReading | None:
    """The ending in the last lines; None where it may begin above them and they are not `whole`."""
    last = _last_sign(text, bounds) if signed else None
    if last is None:
        last = len(bounds) - 1
        while last >= 0 and _stands_below(text, bounds[last]):
            last -= 1
    below = [_kept(text, each) for each in bounds[last + 1 :]]
    tail: list[Record] = []
    for each in reversed(bounds[: last + 1]):
        pieces = _pieces(text, each)
        if pieces is None:
            break
        tail[:0] = pieces
        if pieces[0].format_line is FormatLine.FL13:
            break
    else:
        if not whole:
            return None
    while tail and tail[0].format_line is FormatLine.BLANK:
        tail.pop(0)  # blank lines above the ending belong to the text
    if not tail and all(record.format_line is FormatLine.BLANK for record in below):
        below = []
    records = tail + below
    return EndingReading(records[0].start if records else stop, records, _values(tail))


def _runs_on(text: str, start: int, stop: int) -> bool:
    """Whether the last line that is not blank is plainly one of the text: a quick test."""
    tail = text[max(start, stop - _LONGEST) : stop].rstrip(" \t\xa0\r\n\f")
    cut = max(tail.rfind("\n"), tail.rfind("\r"), tail.rfind("\f"))
    line = tail[cut + 1 :]
    if cut < 0 or not is_tidy(line) or line[0] == " " or "  " in line:
        return False
    return not (
        _may_end(line)
        or _may_end(line.rpartition(" ")[2])
        or (line[0] in _banner_letters() and matcher("amhs:banner").fullmatch(line))
    )


def _may_end(words: str) -> bool:
    """Whether a line of an ending can begin so."""
    return (words[:2] if len(words) > 1 else f"{words}\n") in openings_of(*_RULE_NAMES)


_RULE_NAMES = tuple(rule for _, rule, _ in _RULES)


def _values(records: list[Record]) -> Ending:
    serial: str | None = None
    spans: dict[str, Span] = {}
    corrections: list[str] = []
    for record in records:
        found = record.match.groupdict() if record.match is not None else {}
        if found.get("correction"):
            corrections.append(found["correction"])
        for group in ("serial", "validation_damaged"):
            digits = (found.get(group) or "").strip("# ").partition("/")[0]
            if digits and serial is None and record.match is not None:
                serial = digits
                first, last = record.match.span(group)
                spans["serial"] = Span(record.start + first, record.start + last)
    ends = any(record.format_line is FormatLine.FL16 for record in records)
    return Ending(serial, tuple(corrections), ends, spans)


def _last_lines(text: str, start: int, stop: int, count: int) -> list[Bounds]:
    """The lines in which the ending is looked for: around the last NNNN, else the last ones."""
    sign = text.rfind("NNNN", start, stop)
    first = stop if sign < 0 else sign
    for _ in range(count):
        if first <= start:
            break
        feed = text.rfind("\n", start, first - 1)
        cut = max(feed, text.rfind("\r", max(feed, start), first - 1))
        first = start if cut < 0 else cut + 1
    return list(line_bounds(text, first, stop))


def _last_sign(text: str, bounds: list[Bounds]) -> int | None:
    """The index of the last line that holds the end of message."""
    for index in range(len(bounds) - 1, -1, -1):
        first, content, _ = bounds[index]
        line = text[first : min(content, first + _LONGEST)].strip(_BLANKS)
        whole = line.startswith(_END) and any(
            matcher(rule).fullmatch(line) for label, rule, _ in _RULES if label is FormatLine.FL16
        )
        if whole or (line.endswith(" NNNN") and line.startswith(("#", "BT"))):
            return index
    return None


def _stands_below(text: str, bounds: Bounds) -> bool:
    """Whether a line without a sign of the ending stands below it: blank, or a banner."""
    line = text[bounds[0] : min(bounds[1], bounds[0] + _LONGEST)].strip(_BLANKS)
    return not line or (
        line[:1] in _banner_letters() and matcher("amhs:banner").fullmatch(line) is not None
    )


@cache
def _banner_letters() -> frozenset[str]:
    return frozenset("".join(firsts for firsts, _ in openings("amhs:banner")))


def _kept(text: str, bounds: Bounds) -> Record:
    """A line below the ending."""
    blank = not text[bounds[0] : bounds[1]].strip()
    label = FormatLine.BLANK if blank else FormatLine.AFTER
    return Record(label, None, False, *bounds, None, None, 0)


def _pieces(text: str, bounds: Bounds) -> list[Record] | None:
    """The pieces of one line of the ending; None for a line of text."""
    first, content, after = bounds
    if content - first > _LONGEST:
        return _run_together(text, bounds)
    view = clean(text, first, content)
    line = view.text if view is not None else text[first:content].rstrip(_BLANKS)
    if not line:
        return [Record(FormatLine.BLANK, None, False, first, content, after, None, None, 0)]
    for label, rule, damaged in _RULES if _may_end(line) else ():
        match = matcher(rule).fullmatch(line)
        if match is not None:
            stop = first + len(text[first:content].rstrip())
            return [Record(label, rule, damaged, first, stop, after, match, view, 0)]
    return _run_together(text, bounds)


def _run_together(text: str, bounds: Bounds) -> list[Record] | None:
    """The pieces of a line such as ``...TEXT.// BT`` or ``BT #0000`` or ``#0000 NNNN``."""
    first, content, after = bounds
    line = text[max(first, content - _LONGEST) : content].rstrip(f"{_BLANKS}\\")
    stop, end = content - (len(text[max(first, content - _LONGEST) : content]) - len(line)), after
    pieces: list[Record] = []
    for word in reversed(line.split(" ")):
        if not word:
            stop -= 1
            continue
        piece = _word(word, stop, end)
        if piece is None:
            break
        pieces.insert(0, piece)
        end, stop = piece.start, piece.start - 1
        if piece.format_line is FormatLine.FL13:
            break
    if not pieces:
        return None
    if not text[first : pieces[0].start].strip():
        return [pieces[0]._replace(start=first), *pieces[1:]]
    # Text stands before: only BT can follow it on its line.
    return pieces if pieces[0].format_line is FormatLine.FL13 else None


def _word(word: str, stop: int, end: int) -> Record | None:
    """The part of an ending that a word is; `stop` is the word's end, `end` that of its piece."""
    for label, rule, damaged in _WORD_RULES if _may_end(word) else ():
        match = matcher(rule).fullmatch(word)
        if match is not None:
            return Record(label, rule, damaged, stop - len(word), stop, end, match, None, 0)
    return None

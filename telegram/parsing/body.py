"""What follows the heading: the text, the ending, and what stands below it.

The first BT ends the heading; the last BT that only FL14 to FL16 follow ends the text. In kept
copies either may be
missing, glued to a line of text, or followed by the printer's own lines.
"""

from attrs import define, field

from telegram.framing import next_start
from telegram.lines import FormatLine, clean
from telegram.model import Ending
from telegram.parsing.heading import HeadingReading, Record
from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts import PlainText
from telegram.values.classification import (
    Classification,
    ClassificationLine,
    classification_line_of,
)

_LINES_TO_CLASS = 14
"""Lines that are not blank among which the classification line is looked for."""
_LINES_TO_CODE = 40
"""Lines among which a second classification line with a subject code is looked for."""


@define
class Body:
    """The text and what follows it.

    :ivar text: FL12.
    :ivar ending: FL14 to FL16.
    :ivar records: pieces from the end of the text to the end of the source.
    :ivar classification: the classification line, or a banner.
    :ivar class_record: the piece that holds the classification line, with its match; None without.
    :ivar section: section number and total.
    :ivar following: where a further message begins.
    """

    text: PlainText
    ending: Ending
    records: list[Record]
    text_records: list[Record]
    classification: ClassificationLine | None
    class_span: Span | None
    section: tuple[int, int] | None
    following: int | None = field(default=None)


def read_body(text: str, heading: HeadingReading) -> Body:
    """Read what follows a heading."""
    start = heading.body
    following = next_start(text, _first_of(heading, start))
    if following is not None and following < start:
        following = None
    stop = len(text) if following is None else following
    end, records, ending = _read_ending(text, start, stop)
    if following is not None:
        records.append(_plain(FormatLine.AFTER, following, len(text), len(text)))
    text_records = _pages(text, start, end)
    line, span, section = _classification(text, start, end, heading)
    return Body(
        PlainText(text[start:end], Span(start, end)),
        ending,
        records,
        text_records,
        line,
        span,
        section,
        following,
    )


def _first_of(heading: HeadingReading, body: int) -> int:
    return heading.records[0].start if heading.records else body


def _plain(label: FormatLine, start: int, content: int, after: int) -> Record:
    return Record(label, None, False, start, content, after, None, None, 0)


# ---- the ending --------------------------------------------------------------------------------


def _read_ending(text: str, start: int, stop: int) -> tuple[int, list[Record], Ending]:
    """Where the text ends, the pieces from there to `stop`, and their values."""
    bounds = _tail(text, start, stop)
    signed = _last_sign(text, bounds)
    at = len(bounds) - 1 if signed is None else signed
    found: list[Record] = []
    if signed is not None:
        found = [
            _plain(FormatLine.AFTER, *b)
            if text[b[0] : b[1]].strip()
            else _plain(FormatLine.BLANK, *b)
            for b in bounds[at + 1 :]
        ]
    else:
        while at >= 0 and _below(text, bounds[at]):
            blank = not text[bounds[at][0] : bounds[at][1]].strip()
            found.insert(0, _plain(FormatLine.BLANK if blank else FormatLine.AFTER, *bounds[at]))
            at -= 1
    serial: str | None = None
    corrections: list[str] = []
    spans: dict[str, Span] = {}
    broken = False
    tail: list[Record] = []
    while at >= 0 and not broken:
        first, content, after = bounds[at]
        pieces = _ending_pieces(text, first, content, after)
        if pieces is None:
            break
        for record in pieces:
            if record.format_line is FormatLine.FL15 and record.match is not None:
                captured = record.match.groupdict()
                if captured.get("serial"):
                    serial = captured["serial"]
                    spans["serial"] = _span(record, "serial")
                elif captured.get("validation_damaged") and captured["validation_damaged"].strip(
                    "# "
                ):
                    serial = captured["validation_damaged"].strip("# ").partition("/")[0]
                    spans["serial"] = _span(record, "validation_damaged")
                elif captured.get("correction"):
                    corrections.insert(0, captured["correction"])
            broken = broken or record.format_line is FormatLine.FL13
        tail = pieces + tail
        at -= 1
    while tail and tail[0].format_line is FormatLine.BLANK and not broken:
        tail.pop(0)
    if not any(r.format_line is not FormatLine.BLANK for r in tail):
        tail = []
        if not any(r.format_line is FormatLine.AFTER for r in found):
            found = []
    records = tail + found
    end = records[0].start if records else stop
    ends = any(r.format_line is FormatLine.FL16 for r in tail)
    return end, records, Ending(serial, tuple(corrections), ends, spans)


def _span(record: Record, group: str) -> Span:
    assert record.match is not None
    first, last = record.match.span(group)
    return Span(record.start + first, record.start + last)


def _tail(text: str, start: int, stop: int) -> list[tuple[int, int, int]]:
    """The bounds of the last lines: from the last sign of an ending, or the last few."""
    sign = max(text.rfind("NNNN", start, stop), start)
    first = sign
    for _ in range(24):
        cut = (
            max(text.rfind("\n", start, first - 1), text.rfind("\r", start, first - 1))
            if first > start
            else -1
        )
        if cut < 0:
            first = start
            break
        first = cut + 1
    if sign == start:
        first = stop
        for _ in range(24):
            cut = (
                max(text.rfind("\n", start, first - 1), text.rfind("\r", start, first - 1))
                if first > start
                else -1
            )
            if cut < 0:
                first = start
                break
            first = cut + 1
    return list(line_bounds(text, first, stop))


def _last_sign(text: str, bounds: list[tuple[int, int, int]]) -> int | None:
    for index in range(len(bounds) - 1, -1, -1):
        first, content, _ = bounds[index]
        line = text[first:content].strip(" \t\xa0")
        if line.startswith(("NNN", "nnnn")) and (
            matcher("plaindress:fl16").fullmatch(line)
            or matcher("plaindress:fl16_damaged").fullmatch(line)
        ):
            return index
        if line.endswith(" NNNN") and line.startswith(("#", "BT")):
            return index
    return None


def _below(text: str, bounds: tuple[int, int, int]) -> bool:
    line = text[bounds[0] : bounds[1]].strip(" \t\xa0")
    return not line or matcher("amhs:banner").fullmatch(line) is not None


_ENDING_RULES = (
    (FormatLine.FL16, "plaindress:fl16", False),
    (FormatLine.FL15, "plaindress:fl15", False),
    (FormatLine.FL13, "plaindress:bt", False),
    (FormatLine.FL16, "plaindress:fl16_damaged", True),
    (FormatLine.FL15, "plaindress:fl15_damaged", True),
    (FormatLine.FL15, "plaindress:fl15_correction", False),
    (FormatLine.FL13, "plaindress:bt_damaged", True),
)


def _ending_pieces(text: str, first: int, content: int, after: int) -> list[Record] | None:
    """The pieces of one line of the ending; None for a line of text."""
    view = clean(text, first, content)
    line = view.text if view is not None else text[first:content].rstrip(" \t")
    if not line:
        return [_plain(FormatLine.BLANK, first, content, after)]
    if len(line) <= 200:
        for label, rule, damaged in _ENDING_RULES:
            match = matcher(rule).fullmatch(line)
            if match is not None:
                return [
                    Record(
                        label,
                        rule,
                        damaged,
                        first,
                        first + len(text[first:content].rstrip()),
                        after,
                        match,
                        view,
                        0,
                    )
                ]
    return _run_together(text, first, content, after)


def _run_together(text: str, first: int, content: int, after: int) -> list[Record] | None:
    """The pieces of a line such as ``...TEXT.// BT`` or ``BT #0000`` or ``#0000 NNNN``."""
    line = text[first:content].rstrip(" \t")
    words = line[-40:].split(" ")
    pieces: list[Record] = []
    stop, end = first + len(line), after
    while words:
        word = words.pop()
        if not word:
            stop -= 1
            continue
        for label, rule, damaged in _ENDING_RULES[:5]:
            match = matcher(rule).fullmatch(word)
            if match is not None:
                pieces.insert(
                    0, Record(label, rule, damaged, stop - len(word), stop, end, match, None, 0)
                )
                end = stop - len(word)
                stop = end - 1
                break
        else:
            break
        if pieces[0].format_line is FormatLine.FL13:
            break
    if not pieces:
        return None
    if pieces[0].start > first and text[first : pieces[0].start].strip():
        return pieces if pieces[0].format_line is FormatLine.FL13 else None
    pieces[0] = pieces[0]._replace(start=first, match=pieces[0].match)
    return pieces


# ---- the classification line and pages ---------------------------------------------------------


def _classification(
    text: str, start: int, end: int, heading: HeadingReading
) -> tuple[ClassificationLine | None, Span | None, tuple[int, int] | None]:
    line: ClassificationLine | None = None
    span: Span | None = None
    section: tuple[int, int] | None = None
    seen = 0
    banner: ClassificationLine | None = None
    for first, content, _ in line_bounds(text, start, end):
        view = clean(text, first, min(content, first + 2_000))
        words = (
            view.text
            if view is not None
            else text[first : min(content, first + 2_000)].rstrip(" \t")
        )
        if not words:
            continue
        seen += 1
        if seen > _LINES_TO_CODE:
            break
        match = matcher("plaindress:classification_line").fullmatch(words)
        if match is not None and (line is not None or seen <= _LINES_TO_CLASS):
            read = classification_line_of(
                words,
                *match.group("level", "subject_code", "section_number", "section_total", "rest"),
            )
            if line is None:
                line, section = read, read.section
                offset = view.offsets[0] if view is not None else first
                span = (
                    Span(offset, offset + len(match["level"]))
                    if view is None
                    else view.span(0, match.end("level"))
                )
                if line.subject_code:
                    break
            elif read.subject_code:
                line = ClassificationLine(
                    line.level, line.text, read.subject_code, line.section, line.rest
                )
                break
        else:
            if banner is None and seen <= _LINES_TO_CLASS:
                banner = _banner(words)
            mark = matcher("plaindress:subject_mark").search(words)
            if mark is not None and line is not None and line.subject_code is None:
                code = mark["subject_code"]
                line = ClassificationLine(line.level, line.text, code, line.section, line.rest)
                break
        if section is None and seen <= 4 and words.startswith("SECTION "):
            match = matcher("plaindress:section_line").fullmatch(words)
            if match is not None:
                section = (
                    int(match["section_number"] or match["section_total"]),
                    int(match["section_total"]),
                )
    if line is None:
        line = banner
        for record in heading.records:
            if (
                line is None
                and record.format_line is FormatLine.BANNER
                and record.match is not None
            ):
                line = _banner(record.match.group())
    return line, span, section


def _banner(words: str) -> ClassificationLine | None:
    match = matcher("amhs:banner").fullmatch(words)
    if match is None:
        return None
    level = match["banner_level"]
    known = matcher("elements:level").fullmatch(level)
    return ClassificationLine(Classification.parse(level) if known else None, words)


_PAGE_LINE = "PAGE "


def _pages(text: str, start: int, end: int) -> list[Record]:
    """The page lines in a text."""
    found: list[Record] = []
    at = text.find(_PAGE_LINE, start, end)
    while at >= 0:
        before = max(text.rfind(sign, start, at) for sign in "\n\r\f") + 1
        first, content, after = next(line_bounds(text, max(before, start), end))
        if content - first < _LONGEST_PAGE_LINE:
            view = clean(text, first, content)
            line = view.text if view is not None else text[first:content].rstrip(" \t")
            match = matcher("plaindress:page_line").fullmatch(line)
            if match is not None:
                stop = first + len(text[first:content].rstrip())
                rule = "plaindress:page_line"
                found.append(
                    Record(FormatLine.PAGE, rule, False, first, stop, after, match, view, 0)
                )
        # One look a line, however often the word stands in it.
        at = text.find(_PAGE_LINE, max(after, at + 1), end)
    return found


_LONGEST_PAGE_LINE = 200

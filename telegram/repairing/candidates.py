"""Repairs worth weighing: alternatives of suspicious lines that the grammar takes.

A line is suspicious where it has a finding, where no standard rule took it, or where it states a
fact that its copy contradicts. Of its alternatives those are kept that a standard rule of the
dialect takes; one inside a routing indicator or a name only where a table or another line knows the
result.

Here: which lines, and which alternatives. Elsewhere: the alternatives (`garbles`), their weight
(`weighing`).
"""

import re
from collections.abc import Iterator

from telegram.diagnostics import Severity
from telegram.dialects import dialects
from telegram.lines import FormatLine, Line
from telegram.model import Telegram
from telegram.parsing import AS_ASKED
from telegram.repairing.copies import copied, copies, known_indicators, known_names
from telegram.repairing.garbles import (
    PROSIGN,
    REMEDY,
    SHIFT,
    Alternative,
    alternatives,
    joined_lines,
    one_impulse_from,
    split_lines,
)
from telegram.source import Span, line_bounds
from telegram.syntax import matcher, may_begin
from telegram.values.routing import ContentIndicator, LanguageMedia

_LONGEST_LINE = 120
_MOST_LINES = 24
"""Lines of a message that are looked at: of one garbled beyond these nothing is certain."""
_MOST_OF_A_LINE = 90
"""Alternatives of one line that are weighed."""
_TAIL = 4
"""Lines at the end among which a garbled ending is looked for."""

_INDICATORS = frozenset(
    {
        "routing_indicator",
        "routing_indicators",
        "address_indicator",
        "originating_station",
        "called_tokens",
    }
)
_NAMES = frozenset({"plain_language_address", "counted_address", "offices", "exempt_address"})
_LAYOUT = frozenset({FormatLine.BLANK, FormatLine.PAGE, FormatLine.BANNER, FormatLine.INTRUSION})
_OPENING = ("plaindress:bt", "plaindress:classification_line")
_ENDING = ("plaindress:bt", "plaindress:fl15", "plaindress:fl16")


def candidates(telegram: Telegram) -> Iterator[list[Alternative]]:
    """The repairs of a message that are worth weighing, line by line; offsets are the source's."""
    text = telegram.source.text
    vocabulary = _Vocabulary(telegram)
    yield [*copied(telegram), *_remedies(telegram)]
    suspects = list(_suspects(telegram))[:_MOST_LINES]
    for span, rules in suspects:
        good: dict[str, Alternative] = {}
        for each in _of_line(text, span, rules, vocabulary):
            result = text[max(0, span.start - _LONGEST_LINE) : each.start] + each.text
            result += text[each.end : span.end + _LONGEST_LINE]
            if result not in good or each.cost < good[result].cost:
                good[result] = each
        yield sorted(good.values(), key=lambda each: each.cost)[:_MOST_OF_A_LINE]


def _remedies(telegram: Telegram) -> Iterator[Alternative]:
    """What findings above the addresses offer themselves: one edit each."""
    places = telegram.heading.spans
    addresses = places["originator"].start if "originator" in places else 0
    for diagnostic in telegram.report:
        if diagnostic.fix is not None and len(diagnostic.fix.edits) == 1:
            edit = diagnostic.fix.edits[0]
            if diagnostic.severity is not Severity.NOTE and edit.span.start < addresses:
                yield Alternative(edit.span.start, edit.span.end, edit.text, REMEDY, 0.2)


class _Vocabulary:
    """The indicators and names that a repair may result in."""

    def __init__(self, telegram: Telegram) -> None:
        words = re.findall(r"(?<![A-Z])[RQ][A-Z]{3,6}(?![A-Z])", _heading_text(telegram))
        self.indicators = known_indicators() | set(words)
        transmission = telegram.heading.transmission
        self.channel = transmission.channel if transmission is not None else None
        self.names = known_names() | {
            addressee.name for addressee in (*telegram.heading.action, *telegram.heading.info)
        }

    def admits(self, line: str, match: re.Match[str], each: Alternative) -> bool:
        """Whether a repair leaves a known indicator or name in the place where it changes one."""
        if each.kind == SHIFT and each.end - each.start > 1:
            return True
        first, last = each.start, each.start + len(each.text)
        for group, number in match.re.groupindex.items():
            start, end = match.span(number)
            if not start <= first <= last <= end:
                continue
            if group in _INDICATORS:
                word = line[
                    line.rfind(" ", start, first) + 1 if " " in line[start:first] else start :
                ]
                word = word[: max(len(word.split(" ")[0]), 1)].split("/")[0].rstrip(".")
                if group == "originating_station" and word[4:6] == (self.channel or "")[:2]:
                    continue
                if word[:7] not in self.indicators and word not in self.indicators:
                    return False
            elif (
                (group in _NAMES and match[number] not in self.names)
                or (group == "content_indicator" and not ContentIndicator(match[number]).meaning)
                or (group == "language_media" and not LanguageMedia(match[number]).known)
            ):
                return False
        return True


def _heading_text(telegram: Telegram) -> str:
    return telegram.source.text[: telegram.text.span.start]


# ---- suspicious lines ---------------------------------------------------------------------------


def _suspects(telegram: Telegram) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Lines that may be garbled, each with the grammar rules that it may be of."""
    marked = _marked(telegram)
    # A garbled FL2 or FL3 may have cost the dialect: only one that was asked for is sure.
    dialect = telegram.dialect if telegram.evidence == AS_ASKED else None
    for line in telegram.lines:
        if line.format_line is FormatLine.FL12:
            yield from _in_text(telegram, line.span)
            continue
        if line.format_line in _LAYOUT or not 0 < len(line.content) <= _LONGEST_LINE:
            continue
        hit = any(line.span.start <= at < line.span.end for at in marked)
        if line.format_line in (FormatLine.UNRECOGNISED, FormatLine.AFTER):
            yield line.content, _all_rules(dialect)
        elif line.damaged or hit or _prosign_runs_on(line):
            yield line.content, _rules_for(line, dialect)


def _marked(telegram: Telegram) -> set[int]:
    """Offsets at which something is wrong with the heading or the ending."""
    found = {d.span.start for d in telegram.report if d.severity is not Severity.NOTE}
    places = telegram.heading.spans
    for copy in copies(telegram):
        if not copy.agrees:
            found |= {places[path].start for path in copy.paths if path in places}
            if "ending.serial" in copy.paths and "serial" in telegram.ending.spans:
                found.add(telegram.ending.spans["serial"].start)
    return found


def _in_text(telegram: Telegram, span: Span) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Lines at the edges of the text that may be BT, the classification line or the ending."""
    text = telegram.source.text
    lines = [
        Span(start, content)
        for start, content, _ in line_bounds(text, span.start, span.end)
        if 0 < content - start <= _LONGEST_LINE
    ]
    line = telegram.classification
    if line is None or line.level is None:
        for first in lines[:2]:
            yield first, _OPENING
    if telegram.ending.serial is None or not telegram.ending.end_of_message:
        for last in lines[2:][-_TAIL:]:
            yield last, _ENDING


def _prosign_runs_on(line: Line) -> bool:
    """An address that a garbled blank may have run together with its prosign."""
    return _RUN_ON.match(line.text) is not None


def _all_rules(dialect: str | None) -> tuple[str, ...]:
    """Every standard rule that opens a line of its own, in one dialect or in all."""
    rules = dict.fromkeys(
        line.rule
        for record in dialects()
        if record.name == dialect or (dialect is None and record.written)
        for line in record.lines
        if line.rule
        and "alone" not in line.rule
        # FL2 alone goes on in lines that nothing else looks like.
        and ("continuation" not in line.rule or line.rule.endswith("fl2_continuation"))
    )
    return tuple(rules)


def _rules_for(line: Line, dialect: str | None) -> tuple[str, ...]:
    found = [
        rule.rule
        for record in dialects()
        if record.name == dialect or (dialect is None and record.written)
        for rule in record.lines
        if rule.format_line is line.format_line
        and "alone" not in rule.rule
        and ("continuation" not in rule.rule or line.rule == rule.rule)
    ]
    if line.rule is not None and "continuation" in line.rule:
        found += [rule for rule in _all_rules(dialect) if rule.rpartition(":")[2] in _BEGUN]
        found += [line.rule.removesuffix("_damaged"), "plaindress:bt"]
    return tuple(dict.fromkeys(found))


_BEGUN = ("fl6", "fl7", "fl8", "fl9")

_RUN_ON = re.compile(r"(FM|TO|INFO|XMT)[^ /:][A-Z]")
_WORDS = frozenset({"FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE", "FM", "TO", "INFO", "XMT"})


# ---- their alternatives -------------------------------------------------------------------------


def _of_line(
    text: str, span: Span, rules: tuple[str, ...], vocabulary: _Vocabulary
) -> Iterator[Alternative]:
    content = span.of(text)
    fullmatches = [matcher(rule).fullmatch for rule in rules]
    # A garble further on leaves the line as it begins, and most rules begin in few ways.
    begun = [matcher(rule).fullmatch for rule in rules if may_begin(rule, content[:_OPENED])]
    for each in alternatives(content, None if begun else _OPENED):
        if each.kind == SHIFT and _WORDS.intersection(content[each.start : each.end].split(" ")):
            continue  # a word that means something was not garbled into it
        line = each.applied(content)
        for fullmatch in begun if each.start >= _OPENED else fullmatches:
            match = fullmatch(line)
            if match is not None and vocabulary.admits(line, match, each):
                yield _moved(each, span.start)
                break
    prosign = _RUN_ON.match(content)
    if prosign is not None:
        at = prosign.end(1)
        if " " in one_impulse_from(content[at]):
            yield Alternative(span.start + at, span.start + at + 1, " ", PROSIGN, -0.5)
    for each in split_lines(content):
        first, second = content[: each.start], content[each.end :]
        if any(f(first) for f in fullmatches) and any(
            matcher(rule).fullmatch(second) for rule in (*_all_rules(None), *_OPENING[1:])
        ):
            yield _moved(each, span.start)
    opening = [matcher(rule).fullmatch for rule in dict.fromkeys((*rules, *_all_rules(None)))]
    for start, ending, end in _neighbours(text, span):
        first, second = text[start : ending.start], text[ending.end : end]
        for each in joined_lines(first, ending.of(text), second):
            line = first + each.text + second
            for fullmatch in opening:
                match = fullmatch(line)
                if match is not None and vocabulary.admits(line, match, each):
                    yield _moved(each, start)
                    break


_OPENED = 2
"""Characters by which the grammar tells which rules a line may be of."""


def _neighbours(text: str, span: Span) -> Iterator[tuple[int, Span, int]]:
    """The line joined with the one below and the one above: start, the line end between, end."""
    below = list(line_bounds(text, span.start, min(len(text), span.end + 2 * _LONGEST_LINE)))[:2]
    if len(below) == 2 and below[1][1] - below[1][0] <= _LONGEST_LINE:
        yield span.start, Span(below[0][1], below[0][2]), below[1][1]
    above = list(line_bounds(text, max(0, span.start - 2 * _LONGEST_LINE), span.start))[-1:]
    if above and 0 < above[0][1] - above[0][0] <= _LONGEST_LINE:
        yield above[0][0], Span(above[0][1], above[0][2]), span.end


def _moved(each: Alternative, by: int) -> Alternative:
    return Alternative(each.start + by, each.end + by, each.text, each.kind, each.cost)

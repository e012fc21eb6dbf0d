"""What is wrong with FL2, line by line and as the one list of stations that its lines make.

JANAP 128 reads its header by position. A damaged header is judged position by position: each part
as written is put into a header that is sound otherwise, and the standard rule says whether it fits.

Here: findings of FL2. Elsewhere: their rules (`values.routing`, `values.routing_indicator`); FL2
against other lines (`checks.precedence`, `checks.classification`).
"""

from collections.abc import Iterable, Iterator

from telegram.checks.pieces import (
    Finder,
    Part,
    alone,
    captured,
    end_of,
    moved,
    replacing,
    words,
)
from telegram.data import table
from telegram.diagnostics import Diagnostic, Fix
from telegram.dialects import Dialect
from telegram.parsing.places import record_span
from telegram.parsing.records import Record
from telegram.source import Span
from telegram.values.filing_time import filing_problems
from telegram.values.routing import (
    CONTENT_INDICATOR_UNKNOWN,
    END_OF_ROUTING_MISSING,
    HEADER_POSITION,
    HEADER_UNFILLED,
    INDICATOR_REPEATED,
    INDICATORS_COUNT,
    LANGUAGE_MEDIA_UNKNOWN,
    PAIR_MALFORMED,
    REDUNDANCY_UNLIKE,
    RELEASE_CODES,
    RELEASE_WITHOUT_INDICATOR,
    SERIAL_ZERO,
    START_OF_ROUTING,
    ContentIndicator,
    LanguageMedia,
    ReleaseCode,
)
from telegram.values.routing_indicator import (
    RI_ORIGINATOR,
    RI_OUTPUT_COLLECTIVE,
    indicator_problems,
)
from telegram.values.station_serial import SERIAL_LENGTH

_LISTS = ("routing_indicators", "called_tokens", "routing_tokens")
"""The groups that hold FL2's list of stations."""
_DASHES = " -\u2013\u2014"


# ---- every FL2 ---------------------------------------------------------------------------------


def stations(record: Record) -> Iterator[Part]:
    """The stations that a line of FL2 calls, as written."""
    assert record.match is not None
    for group in _LISTS:
        if group in record.match.re.groupindex and record.match[group] is not None:
            yield from words(record, *record.match.span(group))


def _stations(record: Record, _: Dialect) -> Iterator[Diagnostic]:
    for part in stations(record):
        yield from indicator_problems(part.text, part.span)
        if part.text.startswith("RUCR"):
            yield RI_OUTPUT_COLLECTIVE.at(part.span, text=part.text)


def routing_findings(lines: list[Record], dialect: Dialect) -> Iterator[Diagnostic]:
    """What is wrong with the list of stations that all lines of one FL2 make."""
    called = [part for record in lines for part in stations(record)]
    seen: set[str] = set()
    for part in called:
        if part.text in seen:
            yield INDICATOR_REPEATED.at(part.span, text=part.text)
        seen.add(part.text)
    header = next((r for r in lines if r.rule in _HEADERS), None)
    if header is None or _unfilled(header):
        return
    most = dialect.limits.indicators
    if not called:
        yield INDICATORS_COUNT.at(end_of(lines[-1]), count=0)
    elif len(called) > most:
        span = Span(called[most].span.start, called[-1].span.end)
        yield INDICATORS_COUNT.at(span, count=len(called))
    if called and not _closed(lines[-1]):
        end = end_of(lines[-1])
        fix = replacing(end, ".", "Write a period after the last routing indicator.")
        yield END_OF_ROUTING_MISSING.at(end, fix)
    yield from _gateways(header, seen)


def _closed(record: Record) -> bool:
    assert record.match is not None
    groups = record.match.groupdict()
    return bool(groups.get("end_of_routing") or groups.get("end_of_routing_damaged"))


def _gateways(header: Record, called: Iterable[str]) -> Iterator[Diagnostic]:
    """Release codes of a header behind whose gateway no station is called."""
    redundancy = _first(header, "redundancy", "redundancy_damaged")
    letter = _first(header, "classification", "classification_damaged")
    if redundancy is None or letter is None or _release_fault(redundancy.text, letter.text):
        return
    codes = _codes(redundancy.text, letter.text)
    for offset, code in enumerate(codes, 4 - len(codes)):
        release = ReleaseCode(code)
        if codes[:1] == code and offset == 3:  # one nation's letter, doubled
            continue
        if not any(release.fits(indicator) for indicator in called):
            at = redundancy.first + offset
            span = record_span(header, at, at + 1)
            yield RELEASE_WITHOUT_INDICATOR.at(span, code=code, nation=release.nation)


def _first(record: Record, *groups: str) -> Part | None:
    assert record.match is not None
    for group in groups:
        if group in record.match.re.groupindex:
            return captured(record, group, _DASHES)
    return None


# ---- ACP 127 -----------------------------------------------------------------------------------


def _pair(record: Record, dialect: Dialect) -> Iterator[Diagnostic]:
    pair = captured(record, "pair_damaged")
    if pair is not None and not alone("acp127:fl2", pair.text, " RUEHC"):
        yield PAIR_MALFORMED.at(pair.span, text=pair.text)
    yield from _stations(record, dialect)


# ---- JANAP 128 ---------------------------------------------------------------------------------


def _header(record: Record, dialect: Dialect) -> Iterator[Diagnostic]:
    yield from _coded(record)
    yield from _stations(record, dialect)


def _coded(record: Record) -> Iterator[Diagnostic]:
    """Codes of a header that have the right form but no meaning, or contradict each other."""
    media = captured(record, "language_media")
    if media is not None and not LanguageMedia(media.text).known:
        yield LANGUAGE_MEDIA_UNKNOWN.at(media.span, text=media.text)
    content = _first(record, "content_indicator", "content_damaged")
    if (
        content is not None
        and len(content.text) == 4
        and not ContentIndicator(content.text).meaning
    ):
        yield CONTENT_INDICATOR_UNKNOWN.at(content.span, text=content.text)
    station = _first(record, "originating_station", "station_damaged")
    if station is not None and len(station.text) == 7:
        yield from indicator_problems(station.text, station.span)
    serial = _first(record, "serial", "serial_damaged")
    if serial is not None and serial.text == "0000":
        yield SERIAL_ZERO.at(serial.span)
    redundancy = _first(record, "redundancy", "redundancy_damaged")
    letter = _first(record, "classification", "classification_damaged")
    if redundancy is not None and letter is not None:
        yield from _redundancy(record, redundancy, letter.text)


def _redundancy(record: Record, redundancy: Part, letter: str) -> Iterator[Diagnostic]:
    text = redundancy.text
    if text[:2] != letter * 2:
        yield REDUNDANCY_UNLIKE.at(redundancy.span, text=text, letter=letter)
    elif why := _release_fault(text, letter):
        span = record_span(record, redundancy.first + 2, redundancy.last)
        yield RELEASE_CODES.at(span, codes=text[2:], why=why)


def _codes(redundancy: str, letter: str) -> str:
    """The release codes in a redundancy that begins with the classification letter twice."""
    return "" if redundancy == letter * 4 else redundancy[2:]


def _release_fault(redundancy: str, letter: str) -> str | None:
    """Why what follows the first two letters is no release codes; None where all is well."""
    codes = _codes(redundancy, letter)
    if redundancy[:2] != letter * 2:
        return "follow no classification letters"
    return codes_fault(codes) if codes else None


def codes_fault(codes: str) -> str | None:
    """Why two letters are no release codes; None where they are."""
    known = table("release-codes", "letter")
    unknown = [code for code in codes if code not in known]
    if unknown:
        return f"have {unknown[0]}, which is in no table of release codes"
    return None if list(codes) == sorted(codes) else "are not in alphabetical order"


def _unfilled(record: Record) -> bool:
    assert record.match is not None
    return record.match.groupdict().get("template") is not None


_SOUND = (
    ("header_precedence_damaged", "R"),
    ("language_media", "TT"),
    ("classification_damaged", "U"),
    ("content_damaged", "ZYUW"),
    ("station_damaged", " RUWTABA"),
    ("serial_damaged", "0014"),
    ("filing_damaged", " 1051530"),
    ("records_damaged", ""),
    ("redundancy_damaged", "-UUUU"),
    ("routing_damaged", "--"),
    ("routing_tokens", "RUEBXYZ"),
    ("end_of_routing_damaged", "."),
)
"""The parts of a damaged header in order, each with a text that makes the header sound."""
_POSITIONS = {
    "header_precedence_damaged": ("the precedence", "one prosign and no blank"),
    "classification_damaged": ("the classification", "one letter of the table"),
    "content_damaged": ("the content indicator", "four letters, or three and a digit, and a blank"),
    "station_damaged": ("the originating station", "a blank and a routing indicator"),
    "serial_damaged": ("the serial number", "four digits"),
    "filing_damaged": ("the filing time", "a blank and DDDHHMM"),
    "records_damaged": ("the record count", "four digits or MTMS before the hyphen"),
    "redundancy_damaged": ("the redundancy", "the classification letter four times"),
    "end_of_routing_damaged": ("the end of routing", "a period right after the last indicator"),
}
_ELSEWHERE = ("language_media", "routing_tokens")  # judged by what they say, not by their form


def _header_damaged(record: Record, dialect: Dialect) -> Iterator[Diagnostic]:
    match = record.match
    assert match is not None
    template = captured(record, "template", " ")
    if template is not None:
        yield HEADER_UNFILLED.at(template.span)
        yield from _coded(record)
        return
    at = 0
    for group, _ in _SOUND:
        text = match[group]
        if text is None and group not in ("records_damaged", "end_of_routing_damaged", *_ELSEWHERE):
            yield from _position(record, group, "", at)
        elif text is not None:
            at = match.start(group)
            if group not in _ELSEWHERE and not _fits(group, text):
                yield from _position(record, group, text, at)
            at += len(text)
    yield from _coded(record)
    yield from _stations(record, dialect)


def _fits(group: str, text: str) -> bool:
    """Whether the text of one part makes a sound header with sound other parts."""
    return alone("janap128:fl2", *(text if name == group else sound for name, sound in _SOUND))


def _position(record: Record, group: str, text: str, at: int) -> Iterator[Diagnostic]:
    """What is wrong with one part of a header that does not fit."""
    kept = text.strip(_DASHES)
    first = at + len(text) - len(text.lstrip(_DASHES))
    span = (
        record_span(record, first, first + len(kept))
        if kept
        else record_span(record, at, at + len(text))
    )
    if group == "routing_damaged":
        yield _dashes(record, at, text, "two hyphens", "--")
    elif group == "redundancy_damaged" and text:
        if text[: first - at] == "-":
            return  # only the letters are wrong: they are compared with the classification
        yield _dashes(record, at, text[: first - at], "hyphen", "-")
    elif group == "serial_damaged" and (kept.isdecimal() or not kept):
        yield SERIAL_LENGTH.at(span, serial=kept, count=len(kept), wanted="four")
    elif group == "station_damaged" and kept and len(kept) != 7:
        yield RI_ORIGINATOR.at(span, text=kept, count=len(kept))
    elif group == "filing_damaged" and (problems := list(filing_problems(kept))) and kept:
        yield from (moved(problem, record, first) for problem in problems)
    else:
        what, wanted = _POSITIONS[group]
        if text and kept != text and _fits(group, kept):  # only the blanks are wrong
            span = record_span(record, at, at + len(text))
        fix = _closing(span, text) if group == "end_of_routing_damaged" else None
        yield HEADER_POSITION.at(
            span, fix, what=what, found=repr(text) if text else "missing", wanted=wanted
        )


def _dashes(record: Record, at: int, text: str, wanted: str, hyphens: str) -> Diagnostic:
    span = record_span(record, at, at + len(text))
    fix = replacing(span, hyphens, f"Write {hyphens} there.") if text else None
    return START_OF_ROUTING.at(span, fix, text=text, wanted=wanted)


def _closing(span: Span, text: str) -> Fix | None:
    return replacing(span, ".", "Leave out the blank before the period.") if text else None


_HEADERS = ("janap128:fl2", "janap128:fl2_damaged")

FINDERS: dict[str, Finder] = {
    "acp127:fl2": _stations,
    "acp127:fl2_continuation": _stations,
    "acp127:fl2_damaged": _pair,
    "janap128:fl2": _header,
    "janap128:fl2_continuation": _stations,
    "janap128:fl2_damaged": _header_damaged,
}
"""The check of each line of FL2, by grammar rule."""

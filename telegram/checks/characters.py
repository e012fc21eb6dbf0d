"""Characters that circuits do not carry, and bytes whose code is not known.

Five-unit circuits have capitals, figures and a few signs. A print layout binds its heading only,
and a JANAP 128 message of which no end is a five-unit machine (language and media without T) may
have all of ASCII. In a heading each line is judged by itself; in a text each character is reported
once, with its number.

Here: findings and their rules. Elsewhere: signs that a copy added (`artefacts`); signs in a name
(`addresses`); lengths (`lengths`); what a State text may hold (`state_characters`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from unicodedata import category

from telegram.checks.addresses import DAMAGED, directory_spans, foreign_in_names
from telegram.checks.artefacts import FUNCTIONS
from telegram.checks.lengths import length_findings
from telegram.checks.state_characters import CHARACTER_NOT_SEVEN_UNIT, seven_unit, typed
from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Safety, Severity
from telegram.dialects import ACP127, AMHS, JANAP128, Dialect
from telegram.dialects import dialect as dialect_named
from telegram.lines import Artefact, FormatLine, clean
from telegram.model import Telegram
from telegram.parsing import span_of
from telegram.parsing.records import Record
from telegram.source import Span, line_bounds

_SETS = "published Baudot and ITA2 tables; NAVEDTRA 14226 ch. 1"
_EXACT_SOURCE = "NAVEDTRA 14226 ch. 1"

NOT_ASCII = Rule(
    code="TG101",
    name="bytes-not-ascii",
    severity=Severity.NOTE,
    message="the bytes are neither ASCII nor UTF-8 and were read as {encoding}",
    explanation="""
        Signs outside ASCII came with a word processor or an archive. Their code is not written
        down, so it is guessed: Windows-1252 where every byte has a meaning there, else Latin-1.
        """,
    how_to_fix="Save the copy as UTF-8.",
    source="public NAVADMIN traffic",
    references=("TX-18",),
    bad="""
        SE\u00d1OR, in which byte D1 stands for the N with a tilde
        """,
    good="""
        SENOR
        """,
    judged=False,
)
CHARACTER_FOREIGN = Rule(
    code="TG131",
    name="character-not-in-set",
    severity=Severity.ERROR,
    message="{sign!r} is not in the character set of {dialect}{times}",
    explanation="""
        US teleprinters have capitals, figures and - ? : $ ! & # ' ( ) . , ; / and the quotation
        mark. Another sign is dropped or printed as something else on the way.
        """,
    how_to_fix="Write it in words: (AT) for @, PERCENT for the per cent sign, a hyphen for a dash.",
    source=f"{_SETS}; Navy MARS message samples",
    references=("CH-R1", "CHR-R1", "CHR-R2", "SCR-W2", "TX-12"),
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        EXERCISE OF 50% OF THE STAFF.
                      ^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        EXERCISE OF 50 PERCENT OF THE STAFF.
        """,
)
CHARACTER_NOT_COMMON = Rule(
    code="TG133",
    name="character-not-in-both-sets",
    severity=Severity.WARNING,
    message="{sign!r} is not in both the US and the international teleprinter set{times}",
    explanation="""
        ACP 127 messages cross from one nation's machines to another's. What only one of the two
        five-unit sets has prints as another sign there.
        """,
    how_to_fix="Write it in words.",
    source=_SETS,
    references=("CH-R1",),
    dialect="acp127",
    bad="""
        R 221854Z APR 15
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        BT
        UNCLAS
        COST $50
             ^
        """,
    good="""
        R 221854Z APR 15
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        BT
        UNCLAS
        COST USD 50
        """,
)
LOWER_CASE = Rule(
    code="TG132",
    name="lower-case",
    severity=Severity.WARNING,
    message="lower case stands {where}",
    explanation="""
        Five-unit circuits have capitals only. Systems of seven and eight units print both, and a
        copy in lower case cannot go back to the older circuits as it is. State texts from 1995 on
        went over seven units and are not reported.
        """,
    how_to_fix="Write capitals.",
    source=_SETS,
    references=("CH-R2", "CHR-R2", "TX-16"),
    bad="""
        P 282134Z AUG 78
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 1029
        THIS IS AN Exercise.
                    ^^^^^^^
        """,
    good="""
        P 282134Z AUG 78
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 1029
        THIS IS AN EXERCISE.
        """,
)
CONTROL = Rule(
    code="TG134",
    name="control-character",
    severity=Severity.ERROR,
    message="the control character U+{code} stands there{times}",
    explanation="""
        A telegram has line ends, blanks and the few functions that work a teleprinter (NUL, BEL,
        the shifts, DEL). Any other control is garbled, or belongs to another machine. In texts of
        word processors it is what was left of a quotation mark or a dash when a gateway dropped the
        eighth bit.
        """,
    how_to_fix="Remove it, or restore the character that it was.",
    source=_SETS,
    references=("CH-R3", "TX-18"),
    bad="P 282134Z AUG 08\nFM AMEMBASSY SAN SALVADOR\nBT\nUNCLAS \x1bSAN SALVADOR\n       ^",
    good="P 282134Z AUG 08\nFM AMEMBASSY SAN SALVADOR\nBT\nUNCLAS SAN SALVADOR",
)
EXACT_LOWER_CASE = Rule(
    code="TG116",
    name="exact-line-lower-case",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="lower case stands in {line}, which must be exact",
    explanation="""
        FL1, FL2, FL4 and FL5 are read by machines that know capitals only. A month or a zone in
        lower case is another rule's.
        """,
    how_to_fix="Write capitals.",
    source=_EXACT_SOURCE,
    references=("FL2-R20",),
    bad="""
        R 280900Z FEB 75 zyb
                         ^^^
        FM AMEMBASSY SAN SALVADOR
        """,
    good="""
        R 280900Z FEB 75 ZYB
        FM AMEMBASSY SAN SALVADOR
        """,
)

_EXACT = frozenset({FormatLine.FL1, FormatLine.FL2, FormatLine.FL4, FormatLine.FL5})
_UNTOUCHED = frozenset(
    {
        FormatLine.BLANK,
        FormatLine.FL12,
        FormatLine.AFTER,
        FormatLine.INTRUSION,
        FormatLine.PAGE,
        FormatLine.BANNER,
    }
)
_DASHES = "\u2013\u2014"
_READ_OVER = (
    "\r\n\f\t \xa0\ufeff\u2018\u2019\u201c\u201d\u00b6\xad\u200b\u200c\u200d\u200e\u200f\u2060"
    + FUNCTIONS
)
"""Line ends and blanks, and what is noted as a trace of copying."""
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


def character_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """What is wrong with the characters and the lengths of lines of a message."""
    yield from _encoding(telegram)
    if telegram.dialect is None:
        return
    dialect = dialect_named(telegram.dialect)
    if dialect.labels:  # its lines are those of the text
        return
    allowed = _allowed(telegram, dialect)
    for record in telegram._reading.records:
        if record.format_line not in _UNTOUCHED:
            yield from _line(record, telegram.source.text, dialect, allowed)
    if dialect.text_checked and allowed is not _ASCII:
        yield from _text(telegram, dialect, allowed)
    yield from length_findings(telegram, dialect)


def _encoding(telegram: Telegram) -> Iterator[Diagnostic]:
    source = telegram.source
    if source.encoding in ("cp1252", "latin-1"):
        at = next(at for at, sign in enumerate(source.text) if sign > "\x7f")
        yield NOT_ASCII.at(Span(at, at + 1), encoding=_ENCODINGS[source.encoding])


_ENCODINGS = {"cp1252": "Windows-1252", "latin-1": "Latin-1"}


def _allowed(telegram: Telegram, dialect: Dialect) -> str:
    """The printable characters that a message may have, lower case aside."""
    routing = telegram.heading.routing
    media = routing.lmf if routing is not None else None
    if dialect is JANAP128 and media is not None and "T" not in media.letters:
        return _ASCII
    return dialect.characters


def _foreign(text: str, known: str) -> set[str]:
    """The characters of a text that are neither known, nor lower case, nor read over."""
    return {sign for sign in set(text).difference(known, _READ_OVER) if not sign.islower()}


_REMAINS = MappingProxyType(
    {"\x05": "...", "\x11": "'", "\x12": "'", "\x13": '"', "\x14": '"', "\x16": "-", "\x17": "-"}
)
"""What Windows-1252 signs have become whose eighth bit was lost, and how a circuit writes them."""


def _finding(
    sign: str, spans: list[Span], dialect: Dialect, times: str, *, seven: bool = False
) -> Diagnostic:
    """The finding for a foreign character at all its places."""
    fix = None
    if category(sign) == "Cc":
        if (stood := _REMAINS.get(sign)) is not None:
            edits = tuple(Edit(span, stood) for span in spans)
            fix = Fix(
                f"Write {stood}, of which seven bits may have left this.", edits, Safety.UNSAFE
            )
        return CONTROL.at(spans[0], fix, code=f"{ord(sign):04X}", times=times)
    if sign in _DASHES:
        title = (
            "Write a hyphen." if len(spans) == 1 else f"Write hyphens in all {len(spans)} places."
        )
        fix = Fix(title, tuple(Edit(span, "-") for span in spans))
    if seven:
        return CHARACTER_NOT_SEVEN_UNIT.at(spans[0], fix, sign=sign, times=times)
    rule = CHARACTER_NOT_COMMON if dialect is ACP127 else CHARACTER_FOREIGN
    return rule.at(spans[0], fix, sign=sign, dialect=dialect.title, times=times)


_OTHERS = ("month_damaged", "zone_damaged", "break_damaged", "end_damaged", "hash")
"""Parts of a line whose characters are another rule's."""

# ---- a line of heading or ending ---------------------------------------------------------------


def _line(record: Record, text: str, dialect: Dialect, allowed: str) -> Iterator[Diagnostic]:
    """What is wrong with the characters of one line."""
    content = text[record.start : record.content]
    if set(content).issubset(dialect.characters + " "):
        return
    view = clean(text, record.start, record.content)
    if view is not None and len(view.text) < len(content) and ("](" in content or "\\" in content):
        signs = list(zip(view.text, view.offsets, strict=False))  # those of markdown are no line's
    else:
        signs = list(zip(content, range(record.start, record.content), strict=True))
    if record.match is not None:
        signs = list(_outside(signs, _exempt(record, dialect)))
    foreign = _foreign("".join(sign for sign, _ in signs), allowed)
    places: dict[str, list[Span]] = {}
    for sign, at in signs:
        if sign in foreign:
            places.setdefault(sign, []).append(Span(at, at + 1))
    for sign, spans in places.items():
        times = f" ({len(spans)} times in the line)" if len(spans) > 1 else ""
        yield _finding(sign, spans, dialect, times)
    yield from _lower(record, [at for sign, at in signs if sign.islower()])


def _outside(signs: Iterable[tuple[str, int]], spans: list[Span]) -> Iterator[tuple[str, int]]:
    """The signs of a line that lie in none of the spans, which are in order."""
    spans = sorted(spans)
    index = 0
    for sign, at in signs:
        while index < len(spans) and spans[index].end <= at:
            index += 1
        if index == len(spans) or at < spans[index].start:
            yield sign, at


def _exempt(record: Record, dialect: Dialect) -> list[Span]:
    """Parts of a line whose characters are another rule's, or the directory's own."""
    assert record.match is not None
    spans = []
    if record.rule in DAMAGED:
        spans += list(foreign_in_names(record))
    if dialect is AMHS:
        spans += list(directory_spans(record))
    for group in _OTHERS:
        if group in record.match.re.groupindex and record.match[group] is not None:
            spans.append(span_of(record, group))
    return spans


def _lower(record: Record, places: list[int]) -> Iterator[Diagnostic]:
    """One finding for the lower case of a line, at its first run."""
    if not places:
        return
    span = _first_run(places)
    if record.format_line in _EXACT:
        yield EXACT_LOWER_CASE.at(span, line=record.format_line.name)
    else:
        yield LOWER_CASE.at(span, where="in a line of the heading")


def _first_run(places: list[int]) -> Span:
    end = places[0] + 1
    for at in places[1:]:
        if at != end:
            break
        end += 1
    return Span(places[0], end)


# ---- the text ----------------------------------------------------------------------------------


def _text(telegram: Telegram, dialect: Dialect, allowed: str) -> Iterator[Diagnostic]:
    """Each foreign character of the text, once."""
    text, place = telegram.source.text, telegram.text.span
    body = typed(telegram, _without_markdown(text, place))
    seven = seven_unit(telegram, body)
    places: dict[str, list[Span]] = {}
    counts: Counter[str] = Counter()
    foreign = set(body).difference(_ASCII, _READ_OVER) if seven else _foreign(body, allowed)
    if foreign:
        for match in re.finditer(f"[{re.escape(''.join(foreign))}]", body):
            sign, at = match.group(), place.start + match.start()
            counts[sign] += 1
            if counts[sign] == 1 or sign in _DASHES:  # a dash has a fix for each of its places
                places.setdefault(sign, []).append(Span(at, at + 1))
    for sign, spans in places.items():
        times = f" ({counts[sign]} times in the text)" if counts[sign] > 1 else ""
        yield _finding(sign, spans, dialect, times, seven=seven)
    if not seven:
        yield from _lower_in_text(body, place.start)


def _lower_in_text(body: str, start: int) -> Iterator[Diagnostic]:
    """One finding for the lower case of a text, at its first run."""
    first = next((at for at, sign in enumerate(body) if sign.islower()), None)
    if first is None:
        return
    end = next((at for at in range(first, len(body)) if not body[at].islower()), len(body))
    count = sum(map(str.islower, body))
    where = f"in the text ({count} letters)" if count > 1 else "in the text"
    yield LOWER_CASE.at(Span(start + first, start + end), where=where)


def _without_markdown(text: str, place: Span) -> str:
    """The text with blanks in place of what markdown has beside the words that it shows."""
    body = place.of(text)
    if "](" not in body and "\\" not in body:
        return body
    parts, at = [], place.start
    for start, content, _ in line_bounds(text, place.start, place.end):
        marked = text.find("](", start, content) >= 0 or text.find("\\", start, content) >= 0
        view = clean(text, start, content) if marked else None
        for kind, span in view.artefacts if view is not None else ():
            if kind is Artefact.MARKDOWN_LINK:
                shown = span.of(text).index("](")
                parts += [text[at : span.start], " ", text[span.start + 1 : span.start + shown]]
                parts.append(" " * (len(span) - shown))
                at = span.end
            elif kind is Artefact.MARKDOWN_BACKSLASH:
                parts += [text[at : span.start], " "]
                at = span.end
    return "".join([*parts, text[at : place.end]])

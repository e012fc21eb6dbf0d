"""A message in another procedure: its sections, and what became of its facts.

Here: `Written`, `written`. Elsewhere: the heading (`heading`), what was lost (`differences`), lines
(`telegram.formatting`).
"""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from telegram.converting.differences import lost_in, only_in
from telegram.converting.heading import Given, letter_of, refiled
from telegram.converting.report import Entry, Fate
from telegram.dialects import AMHS, Dialect
from telegram.formatting import Code, Content, FormatError, divided, prepared, write_message
from telegram.formatting.facts import resolved
from telegram.formatting.heading import data_pattern
from telegram.lines import FormatLine
from telegram.model import Heading, Telegram
from telegram.parsing import parse
from telegram.syntax import matcher, words_for
from telegram.syntax.writing import write
from telegram.values.classification import ClassificationLine

_STATION = ("calling station", "station")
_SERIAL = ("serial number", "serial")
_FILED = ("filing time", "filed")
_LETTER = ("classification", "classification")
_KEYWORDS = {
    "routing_indicators": ("list of stations called", "called"),
    "routing_indicator": _STATION,
    "originating_station": _STATION,
    "serial": _SERIAL,
    "serial_base": _SERIAL,
    "day_of_year": _FILED,
    "day_of_month": _FILED,
    "time": _FILED,
    "classification": _LETTER,
    "redundancy": _LETTER,
    "security_characters": _LETTER,
    "acp127:fl4": ("security warning (FL4)", "classification"),
}
"""What may be missing: how a person calls it, and the keyword that supplies it."""


@frozen
class Written:
    """A message in another procedure.

    :ivar sections: complete messages, in order.
    :ivar entries: what became of its facts.
    """

    sections: tuple[Telegram, ...]
    entries: tuple[Entry, ...]


def written(
    content: Content,
    line: ClassificationLine | None,
    dialect: Dialect,
    given: Given,
    *,
    code: Code | None = None,
    transliterate: bool = False,
    banner: bool = False,
) -> Written:
    """A content in a dialect; the line is its classification line or banner.

    :Errors: `FormatError` that names everything that the dialect asks for and nothing tells.
    """
    added: list[Entry] = []
    released = resolved(content.heading.dtg, content.pivot)
    heading = refiled(content.heading, dialect, letter_of(line), released, given)
    problems = list(_problems(content.heading, heading, dialect, given))
    text = content.text
    opening = _opening(text, line)
    if opening and dialect is not AMHS:
        added.append(Entry(Fate.DERIVED, FormatLine.FL12, _LINE, opening, "from the banner"))
        text = (opening, *text)
    changed = evolve(content, heading=heading, text=text)
    ready = prepared(changed, dialect, code, transliterate=transliterate)
    parts = divided(ready, dialect)
    try:
        texts = [write_message(part, dialect, code=code) for part in parts]
    except FormatError as error:
        raise FormatError(dict.fromkeys([*problems, *map(_hinted, error.problems)])) from None
    if problems:
        raise FormatError(problems)
    above = dict(_layout(line, heading)) if banner and dialect is AMHS else {}
    printed = "".join(f"{each}\n" for each in above.values())
    found = tuple(
        parse(printed + each, dialect=dialect.name, pivot=content.pivot) for each in texts
    )
    added += [Entry(Fate.DERIVED, at, at.value, each) for at, each in above.items()]
    added += _respelt(text, ready.text)
    entries = _compared(content.heading, found[0].heading, content.pivot, given)
    return Written(found, in_order([*entries, *added]))


def in_order(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries in the order of the format lines."""
    return tuple(sorted(entries, key=lambda entry: _ORDER[entry.line]))


_ORDER: dict[FormatLine | None, int] = {line: number for number, line in enumerate(FormatLine)}
_ORDER[None] = len(_ORDER)
_LINE = "classification line"


def _problems(before: Heading, after: Heading, dialect: Dialect, given: Given) -> Iterator[str]:
    """What stands in the way before any line is written."""
    if data_pattern(before) and dialect is not _with_header(dialect):
        yield f"card or tape images have no place in {dialect.title}"
    if (
        dialect.station_form is not None
        and after.station is None
        and (given.station or given.serial)
    ):
        missing = "serial number" if given.station else "calling station"
        keyword = "serial" if given.station else "station"
        yield f"{missing} (FL3) is missing: give {keyword}="


def _with_header(dialect: Dialect) -> Dialect | None:
    """The dialect itself where FL2 says what kind of content follows."""
    return dialect if dialect.station_form is None and dialect is not AMHS else None


def _hinted(problem: str) -> str:
    """A problem with the keyword that would supply what is missing."""
    for name, (words, keyword) in _KEYWORDS.items():
        start, end = words_for(name), " is missing"
        if problem.startswith(start) and problem.endswith(end) and "(FL5)" not in problem:
            place = problem.removeprefix(start).removesuffix(end).strip()
            return f"the {words}{f' {place}' if place else ''} is missing: give {keyword}="
    if words_for("originating_station") in problem:
        return f"{problem}: give station="
    return problem


def _opening(text: Sequence[str], line: ClassificationLine | None) -> str | None:
    """The classification line that a text lacks, where a banner gives the level."""
    if line is None or line.level is None or not text:
        return None
    rules = ("state:class_line", "plaindress:classification_line")
    if line.text in text or any(matcher(rule).match(text[0]) for rule in rules):
        return None
    return line.level.spaced


def _layout(line: ClassificationLine | None, heading: Heading) -> Iterator[tuple[FormatLine, str]]:
    """The lines that a print layout shows above the heading: banner and precedence word."""
    level = line.level if line is not None else None
    if line is not None and level is not None:
        whole = f"{line.marking or level}//"
        fits = matcher("amhs:banner").fullmatch(whole) is not None
        yield FormatLine.BANNER, whole if fits else f"{level}//"
    highest = heading.precedence.highest
    if highest is not None and matcher("amhs:precedence_line").fullmatch(highest.word):
        yield (
            FormatLine.PRECEDENCE_WORD,
            write("amhs:precedence_line", {"precedence_word": highest.word}).text,
        )


def _respelt(before: Sequence[str], after: Sequence[str]) -> Iterator[Entry]:
    """The characters of a text that were written as others."""
    there = set("".join(after))
    gone = [sign for sign in dict.fromkeys("".join(before)) if sign not in there and sign != " "]
    lower = any(sign.islower() for sign in gone)
    signs = [*(["lower case"] if lower else []), *(s for s in gone if not s.isalpha())]
    signs += [sign for sign in gone if sign.isalpha() and not sign.isascii()]
    if signs:
        reason = "written in characters of the circuit"
        yield Entry(Fate.LOST, FormatLine.FL12, "characters", " ".join(signs), reason)


def _compared(before: Heading, after: Heading, pivot: int, given: Given) -> list[Entry]:
    """What became of the facts of a heading."""
    reasons = _reasons(before)
    found = [
        Entry(Fate.LOST, fact.line, fact.words, fact.text) for fact in lost_in(before, after, pivot)
    ]
    for fact in only_in(after, before, pivot):
        if fact.name in given.names:
            fate, reason = Fate.GIVEN, ""
        else:
            fate, reason = reasons.get(fact.name, (Fate.DERIVED, ""))
        found.append(Entry(fate, fact.line, fact.words, fact.text, reason))
    return found


def _reasons(heading: Heading) -> dict[str, tuple[Fate, str]]:
    """Where the facts come from that the other side asked for."""
    lettered = heading.routing is not None and heading.routing.classification is not None
    warned = Fate.DERIVED, "from FL2" if lettered else "from the text"
    letter = Fate.DERIVED, "from FL4" if heading.security is not None else "from the text"
    return {
        "precedence_pair": (Fate.DERIVED, "from FL5"),
        "action_precedence": (Fate.DERIVED, "from the addressees"),
        "info_precedence": (Fate.DERIVED, "from the addressees"),
        "classification": letter,
        "redundancy": letter,
        "security_warning": warned,
        "security_characters": warned,
        "language_media": (Fate.DEFAULT, "teletype at both ends"),
        "content_indicator": (Fate.DEFAULT, "a narrative text"),
    }

"""A telegram line by line: the format line, what was written, what each part means.

Lines come from the lossless layer, meanings from the typed one; a field belongs to the line in
which its span begins. A message with several headings (a relay's pilot, a readdressal) is decoded
heading by heading.

Here: `Entry`, `Detail`, `decode`. Elsewhere: the wording (`words`), the layout (`show`), addressees
(`addressing`).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from attrs import field, frozen

from telegram.cli import addressing, words
from telegram.cli.detail import Detail
from telegram.cli.meanings import DECODERS, Part
from telegram.diagnostics import Diagnostic
from telegram.lines import FormatLine, Line
from telegram.model import Heading, Telegram
from telegram.source import Span, line_bounds
from telegram.texts.state.distribution import Distribution, read_distribution
from telegram.values.classification import ClassificationLine
from telegram.values.precedence import Precedence


@frozen
class Entry:
    """One format line, decoded.

    :ivar label: its number, or a word for what has none.
    :ivar written: the lines of the source that hold it.
    :ivar details: what its parts mean.
    :ivar errors: the errors found in it.
    :ivar title: a title above it: set where another heading of the message begins.
    """

    label: str
    written: tuple[str, ...]
    details: tuple[Detail, ...]
    errors: tuple[Diagnostic, ...] = ()
    title: str | None = None


@frozen
class _Group:
    """Lines that make up one format line."""

    format_line: FormatLine
    lines: tuple[Line, ...] = field(repr=False)

    @property
    def span(self) -> Span:
        return Span(self.lines[0].span.start, self.lines[-1].span.end)


_LABELS = {
    FormatLine.BANNER: "banner",
    FormatLine.PRECEDENCE_WORD: "word",
    FormatLine.PAGE: "page",
    FormatLine.DISTRIBUTION: "copy",
    FormatLine.INTRUSION: "print",
    FormatLine.UNRECOGNISED: "unread",
    FormatLine.AFTER: "after",
}
_RUNS = {FormatLine.DISTRIBUTION, FormatLine.UNRECOGNISED, FormatLine.AFTER, FormatLine.INTRUSION}
_ROOTS = {
    FormatLine.FL1: ("transmission",),
    FormatLine.FL2: ("routing",),
    FormatLine.FL3: ("station",),
    FormatLine.FL4: ("security",),
    FormatLine.FL5: ("precedence", "dtg", "instructions"),
    FormatLine.FL6: ("originator",),
    FormatLine.FL7: ("action",),
    FormatLine.FL8: ("info",),
    FormatLine.FL9: ("exempt",),
    FormatLine.FL10: ("accounting",),
}


def decode(telegram: Telegram) -> list[Entry]:
    """All format lines of a telegram but its text, in the order of the source."""
    parts = _parts(telegram)
    errors = telegram.report.errors
    entries: list[Entry] = []
    current: Part | None = None
    texted = False
    block = _distribution(telegram)
    held, lines = _parted(telegram.lines, block)
    for group in _groups(lines):
        if block is not None and held and group.span.start >= block.span.end:
            found = tuple(_within(errors, block.span, _start_of))
            entries.append(Entry("copies", tuple(_written(iter(held))), _copies(block), found))
            held = []
        written = tuple(_written(line for line in group.lines))
        title: str | None = None
        if group.format_line is FormatLine.FL12:
            opening = None if texted else _opening(telegram)
            texted = True
            if opening is None:
                continue
            written, details = opening
        elif group.format_line is FormatLine.PAGE and texted:
            continue
        else:
            owner = _owner(parts, group)
            # FL1 identifies the whole transmission: it stands above the pilot's title.
            titled = group.format_line is not FormatLine.FL1 or owner is parts[0]
            if owner is not None and owner is not current and len(parts) > 1 and titled:
                title = owner.title
            current = (owner if titled else None) or current
            details = _details(group, owner, telegram)
        heading = group.format_line is not FormatLine.FL12
        found = tuple(_within(errors, group.span, _start_of)) if heading else ()
        label = _LABELS.get(group.format_line, group.format_line.name)
        entries.append(Entry(label, written, tuple(details), found, title))
    return entries


def _distribution(telegram: Telegram) -> Distribution | None:
    """The block of the 1970s above the heading, in which offices have copies."""
    began = (FormatLine.FL5, FormatLine.FL6)
    start = next((x.span.start for x in telegram.lines if x.format_line in began), None)
    return None if start is None else read_distribution(telegram.source.text, Span(0, start))


def _parted(
    lines: tuple[Line, ...], block: Distribution | None
) -> tuple[list[Line], tuple[Line, ...]]:
    """The lines of the block that are not blank, and those outside it."""
    if block is None:
        return [], lines
    within, outside = [], []
    for line in lines:
        if not block.span.start <= line.span.start < block.span.end:
            outside.append(line)
        elif line.format_line is not FormatLine.BLANK:
            within.append(line)
    return within, tuple(outside)


def _copies(block: Distribution) -> tuple[Detail, ...]:
    """Who received copies, and who drafted."""
    found: list[Detail] = []
    if block.copies:
        offices = ", ".join(f"{office} {count}" for office, count in block.copies)
        total = "" if block.total is None else str(block.total)
        found.append(Detail("copies", total, offices))
    for each in block.drafting:
        said = [f"{each.office}: {each.name}"]
        said += [each.note] if each.note else []
        said += [f"typed by {each.typist}"] if each.typist else []
        found.append(Detail(each.role, "", ", ".join(said)))
    if block.desired:
        found.append(Detail("wanted by", "", ", ".join(block.desired)))
    return tuple(found)


def _parts(telegram: Telegram) -> list[Part]:
    """The headings of a message, in the order in which they stand."""
    main = telegram.heading
    chain: list[tuple[str, Heading]] = []
    pilot = main.pilot
    while pilot is not None:
        chain.append(("Heading added by a relay (pilot)", pilot))
        pilot = pilot.pilot
    chain.append(("Heading of the message", main))
    original = main.original
    while original is not None:
        chain.append(("Original heading of the readdressed message", original))
        original = original.original
    return [_part(title, heading, telegram) for title, heading in chain]


def _part(title: str, heading: Heading, telegram: Telegram) -> Part:
    spans = heading.spans
    roots = (
        (place.start, path.partition(".")[0].partition("[")[0]) for path, place in spans.items()
    )
    return Part(
        title,
        heading,
        telegram.heading,
        spans,
        telegram.pivot,
        addressing.places(heading, spans),
        sorted(set(roots)),
    )


def _serial(heading: Heading) -> str | None:
    if heading.station is not None:
        return heading.station.serial
    return heading.routing.serial if heading.routing is not None else None


def _groups(lines: tuple[Line, ...]) -> Iterator[_Group]:
    """Lines without the blank ones; a line and its continuation are one group."""
    group: list[Line] = []
    for line in lines:
        if line.format_line is FormatLine.BLANK:
            continue
        addressed = line.format_line in (FormatLine.FL7, FormatLine.FL8, FormatLine.FL9)
        continued = "continuation" in (line.rule or "") and not addressed
        if (
            group
            and line.format_line is group[-1].format_line
            and (continued or line.format_line in _RUNS)
        ):
            group.append(line)
            continue
        if group:
            yield _Group(group[0].format_line, tuple(group))
        group = [line]
    if group:
        yield _Group(group[0].format_line, tuple(group))


def _written(lines: Iterator[Line]) -> Iterator[str]:
    for line in lines:
        for start, content, _ in line_bounds(line.text):
            yield line.text[start:content].strip(" \t")


def _owner(parts: list[Part], group: _Group) -> Part | None:
    roots = _ROOTS.get(group.format_line, ())
    for part in parts:
        if any(root in roots for _, root in _within(part.starts, group.span, _first)):
            return part
    return None


_Placed = TypeVar("_Placed")


def _within(
    placed: Sequence[_Placed], span: Span, start: Callable[[_Placed], int]
) -> Sequence[_Placed]:
    """What begins in a span, of things in the order of the source."""
    return placed[
        bisect_left(placed, span.start, key=start) : bisect_left(placed, span.end, key=start)
    ]


def _first(placed: tuple[Any, ...]) -> int:
    start: int = placed[0]
    return start


def _start_of(diagnostic: Diagnostic) -> int:
    return diagnostic.span.start


def _details(group: _Group, part: Part | None, telegram: Telegram) -> list[Detail]:
    text = telegram.source.text
    if group.format_line in _PLAIN:
        return [Detail(*_PLAIN[group.format_line])]
    if group.format_line is FormatLine.BANNER:
        line = telegram.classification
        level = line.level if line is not None else None
        return [Detail("level", "", level.name if level is not None else "")]
    if group.format_line is FormatLine.PRECEDENCE_WORD:
        word = group.lines[0].text.strip()
        known = dict(_words()).get(word)
        return [Detail("precedence", "", words.precedence(known) if known else "")]
    if group.format_line is FormatLine.FL15:
        return _validation(telegram)
    if part is None:
        return []
    if group.format_line in addressing.LINES:
        return addressing.details(part.heading, _within(part.addressees, group.span, _first))
    decoder = DECODERS.get(group.format_line)
    return list(decoder(part, text)) if decoder is not None else []


def _words() -> Iterator[tuple[str, Precedence]]:
    for letter in "ZOPR":
        precedence = Precedence(letter)
        yield precedence.word, precedence
    yield "NIACT IMMEDIATE", Precedence("O", niact=True)


_PLAIN = {
    FormatLine.FL11: ("break", "", "the text begins"),
    FormatLine.FL13: ("break", "", "the text ends"),
    FormatLine.FL14: ("time group", "", ""),
    FormatLine.FL16: ("end", "", "end of the message"),
    FormatLine.DISTRIBUTION: ("", "", "printed with the distribution block"),
    FormatLine.INTRUSION: ("", "", "printed between the format lines by a terminal or a gateway"),
    FormatLine.UNRECOGNISED: ("", "", "no rule of this dialect reads this"),
    FormatLine.AFTER: ("", "", "below the end of the message"),
}


def _opening(telegram: Telegram) -> tuple[tuple[str, ...], list[Detail]] | None:
    """The classification line and the section; None where the text has neither."""
    line = telegram.classification
    details: list[Detail] = []
    written: tuple[str, ...] = ()
    if line is not None and not _from_banner(telegram, line):
        written = (line.text,)
        if line.level is not None:
            meaning = line.level.meaning
            harm = f" (disclosure: {meaning})" if meaning and line.level.rank > 1 else ""
            details.append(Detail("class", "", f"{line.level.name}{harm}"))
        details += [Detail("limit", "", caveat) for caveat in line.caveats]
        if line.subject_code is not None:
            details.append(Detail("subject", line.subject_code, "subject code (SSIC)"))
    if telegram.section is not None:
        number, total = telegram.section
        details.append(Detail("section", "", f"{number} of {total}"))
    return (written, details) if details else None


def _from_banner(telegram: Telegram, line: ClassificationLine) -> bool:
    return any(
        each.format_line is FormatLine.BANNER and each.text.strip() == line.text
        for each in telegram.lines
    )


def _validation(telegram: Telegram) -> list[Detail]:
    ending = telegram.ending
    details = []
    if ending.serial is not None:
        own = _serial(telegram.heading)
        same = (
            ""
            if own is None
            else (
                "repeats the station serial number"
                if own == ending.serial
                else f"the station serial number is {own}"
            )
        )
        details.append(Detail("validation", ending.serial, same))
    details += [Detail("correction", correction) for correction in ending.corrections]
    return details

"""What is wrong with sections, one against another.

Here: rules TG871 to TG876. Elsewhere: a section against its own heading (`checks.identity`).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from telegram.diagnostics import Rule, Severity
from telegram.joining.identity import Identity, Section, marked_lines
from telegram.joining.joined import Placed
from telegram.source import Span

_SOURCE = "public State telegrams (usage)"
_MANUAL = 'NAVEDTRA 14226 ch. 1, "Message lengths"'


def _of(
    number: int,
    total: int = 0,
    precedence: str = "R",
    *,
    date: str = "061840Z JUN 06",
    under: str = "",
    marked: bool = False,
) -> str:
    """An example: a section, perhaps with carets under its first line or its section mark."""
    mark = f" SECTION {number:02} OF {total:02}" if total else ""
    lines = [
        f"{precedence} {date}",
        under,
        "FM AMEMBASSY EXERCISE",
        "TO SECSTATE WASHDC",
        "BT",
        f"UNCLAS{mark} EXERCISE 000412",
        f"      {'^' * len(mark)}" if marked else "",
        f"{number}. EXERCISE TEXT.",
        "BT",
        "NNNN",
    ]
    return "".join(f"{line}\n" for line in lines if line)


SECTION_MISSING = Rule(
    code="TG871",
    name="section-missing",
    severity=Severity.ERROR,
    message="{missing} of {total} missing",
    explanation="""
        The sections of a long message travel as messages of their own, and one was lost, delayed or
        not kept. What was joined reads as if nothing stood between its neighbours. The finding
        stands at the section after the gap, else at the last one.
        """,
    how_to_fix="Look for messages of the same originator and date-time group, or ask for a repeat.",
    source=_MANUAL,
    references=("SEC-R1",),
    judged=False,
    bad=_of(1, 3) + _of(3, 3, marked=True),
    good=_of(1, 2) + _of(2, 2),
)
SECTION_DOUBLED = Rule(
    code="TG872",
    name="section-doubled",
    severity=Severity.WARNING,
    message="section {number} is here already, with {alike}",
    explanation="""
        A section was relayed twice, or kept in two copies. The first one given is joined. Where the
        texts differ, one of them may be a corrected copy, or damaged.
        """,
    how_to_fix="Compare the two, and leave the worse one out.",
    source=_SOURCE,
    references=("SEC-R2",),
    judged=False,
    bad=_of(1, 1) + _of(1, 1, marked=True),
    good=_of(1, 1),
)
TOTAL_DIFFERS = Rule(
    code="TG873",
    name="section-total-differs",
    severity=Severity.WARNING,
    message="section {number} says {said} sections, and the others say {total}",
    explanation="""
        All sections of a message name the same total. A damaged digit makes one differ, or a
        message that was sent again, cut in another way.
        """,
    how_to_fix="Compare with the other sections.",
    source=_SOURCE,
    references=("SEC-R3",),
    judged=False,
    bad=_of(1, 2, marked=True) + _of(2, 3) + _of(3, 3),
    good=_of(1, 3) + _of(2, 3) + _of(3, 3),
)
HEADING_DIFFERS = Rule(
    code="TG874",
    name="section-heading-differs",
    severity=Severity.WARNING,
    message="{field}: {said} in section {number}, {first} in section {of}",
    explanation="""
        Sections have their own channel, routing, filing time and message counts; precedence,
        addressees and classification are those of the whole message. The joined telegram has the
        heading of the first section.
        """,
    how_to_fix="Compare the headings: one may be damaged, or the copy of another addressee.",
    source=_SOURCE,
    references=("SEC-R4",),
    judged=False,
    bad=_of(1, 2, "P") + _of(2, 2, under="^"),
    good=_of(1, 2) + _of(2, 2),
)
SECTION_FOREIGN = Rule(
    code="TG875",
    name="section-of-another-telegram",
    severity=Severity.WARNING,
    message="not of the telegram joined: {identity}",
    explanation="""
        Originator and date-time group identify a message, and in State telegrams post and number
        besides. A message in which one of them differs is another message's section, or a whole
        message; it is not joined.
        """,
    how_to_fix="Join it with the sections of its own telegram.",
    source=_MANUAL,
    judged=False,
    bad=_of(1, 1) + _of(2, 2, date="071200Z JUN 06", marked=True),
    good=_of(1, 1),
)
SECTION_UNMARKED = Rule(
    code="TG876",
    name="section-mark-missing",
    severity=Severity.WARNING,
    message="says no section, so that its place is not known",
    explanation="""
        The message has the originator and the date-time group of the others, and neither its text
        nor FL3 says which section it is: the mark was lost, or it is a copy of the whole, or a
        message about it. It is not joined.
        """,
    how_to_fix="Find its place by the paragraph numbers, and join by hand.",
    source=_SOURCE,
    judged=False,
    bad=_of(1, 1) + _of(2, under="^" * 16),
    good=_of(1, 2) + _of(2, 2),
)


def missing(parts: Sequence[Section], gaps: Sequence[int], total: int | None) -> Iterator[Placed]:
    """One finding for each run of numbers that are not here."""
    for _, run in groupby(enumerate(gaps), key=lambda each: each[1] - each[0]):
        numbers = [number for _, number in run]
        following = (p for p in parts if p.number is not None and p.number > numbers[-1])
        at = next(following, parts[-1])
        said = f"section {numbers[0]}"
        if len(numbers) > 1:
            said = f"sections {numbers[0]} to {numbers[-1]}"
        of = "an unknown number" if total is None else total
        yield at.index, SECTION_MISSING.at(_place(at), missing=said, total=of)


def doubled(again: Sequence[Section], parts: Sequence[Section]) -> Iterator[Placed]:
    """The sections of which an earlier copy is joined."""
    first = {part.number: part for part in parts}
    for part in again:
        same = part.message.text.text.split() == first[part.number].message.text.text.split()
        alike = "the same text" if same else "another text"
        yield part.index, SECTION_DOUBLED.at(_place(part), number=part.number, alike=alike)


def totals(parts: Sequence[Section], total: int | None) -> Iterator[Placed]:
    """The sections that name another total than most."""
    for part in parts:
        if part.total is not None and part.total != total:
            yield (
                part.index,
                TOTAL_DIFFERS.at(_place(part), number=part.number, said=part.total, total=total),
            )


def differing(parts: Sequence[Section]) -> Iterator[Placed]:
    """The fields in which a section's heading is unlike the first one's."""
    first = parts[0]
    expected = dict(_shared(first))
    for part in parts[1:]:
        for name, said in _shared(part):
            if said != expected[name]:
                found = HEADING_DIFFERS.at(
                    _field(part, name),
                    field=name,
                    said=said or "none",
                    number=part.number,
                    first=expected[name] or "none",
                    of=first.number,
                )
                yield part.index, found


def foreign(section: Section, identity: Identity) -> Iterator[Placed]:
    """A message of another telegram."""
    yield section.index, SECTION_FOREIGN.at(_place(section), identity=str(identity))


def unmarked(section: Section) -> Iterator[Placed]:
    """A message that does not say which section it is."""
    yield section.index, SECTION_UNMARKED.at(_opening(section))


def _shared(section: Section) -> Iterator[tuple[str, str]]:
    """What all sections of a telegram say alike, in words."""
    heading = section.message.heading
    line = section.message.classification
    yield "precedence", str(heading.precedence)
    for name in ("action", "info", "exempt"):
        yield name, ", ".join(addressee.name for addressee in getattr(heading, name))
    yield "classification", line.level.name if line is not None and line.level is not None else ""


def _field(section: Section, name: str) -> Span:
    """The place of a field of the heading, of all its members, or of the first line."""
    spans = section.message.heading.spans
    found = [span for path, span in spans.items() if path.partition("[")[0] == name]
    if name == "classification":
        return _place(section)
    return Span(found[0].start, found[-1].end) if found else _opening(section)


def _place(section: Section) -> Span:
    """The section mark of the text, else of FL3, else the first line."""
    marks = marked_lines(section.message)
    station = section.message.heading.spans.get("station.section")
    return marks[0][0] if marks else station or _opening(section)


def _opening(section: Section) -> Span:
    """The first line that says something."""
    lines = (line for line in section.message.lines if line.text.strip())
    return next((line.content for line in lines), Span(0, 0))

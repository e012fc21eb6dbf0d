"""The distribution block of the 1970s: which offices received how many copies, and who drafted.

A terminal of the Department printed it above the heading. Two facts make it worth reading.

* The number after the oblique is the sum of all copies, so a lost line shows.
* Drafter and approver of an outgoing telegram are named nowhere else.

Here: the value, and rule TG691. Elsewhere: page lines (`printed`); the heading (`parsing`).
"""

from collections.abc import Iterator

from attrs import frozen

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span, line_bounds
from telegram.syntax import matcher, splitter
from telegram.texts.state.examples import example
from telegram.texts.state.lines import SHORT, TextLine, line_of

COPIES_DIFFER = Rule(
    code="TG691",
    name="distribution-count-differs",
    severity=Severity.WARNING,
    message="the offices received {found} copies, the block says {wanted}",
    explanation="The number after the oblique sums all copies: an office or a line is lost.",
    how_to_fix="Compare with another copy of the telegram.",
    source="public State telegrams of 1974-78 (inferred from nine)",
    references=("DIST-R1",),
    bad=f"""
ORIGIN OC-03
INFO OCT-01 ISO-00 /014 R
                    ^^^
{example()}
        """,
    good=f"""
ORIGIN OC-03
INFO OCT-01 ISO-00 ARA-10 /014 R
{example()}
        """,
    dialect="acp127-us",
)


@frozen
class Drafting:
    """A line of who drafted, approved or cleared.

    :Shape:  role: ``drafted``, ``approved`` or ``cleared``; office; name; typist and note, or None.
    """

    role: str
    office: str
    name: str
    typist: str | None
    note: str | None
    span: Span


@frozen
class Distribution:
    """A distribution block.

    :Shape:  role: ``ORIGIN`` for a telegram drafted in the Department, ``ACTION`` for one received;
             copies: each office with its number; total: as printed, or None; drafting; desired: the
             offices asked for; numbers: of the line of hyphens, as written.
    :Source: forms as in public State telegrams of 1974-78.
    """

    role: str | None
    copies: tuple[tuple[str, int], ...]
    total: int | None
    total_span: Span | None
    drafting: tuple[Drafting, ...]
    desired: tuple[str, ...]
    numbers: str | None
    span: Span

    @property
    def copied(self) -> int:
        """How many copies the offices received together."""
        return sum(count for _, count in self.copies)

    def by(self, role: str) -> tuple[str, ...]:
        """The names in a role, such as ``drafted``."""
        return tuple(each.name for each in self.drafting if each.role == role)


def read_distribution(source: str, span: Span) -> Distribution | None:
    """The distribution block in a range of a source above the heading; None without one.

    >>> block = "ORIGIN OC-03\\n\\nINFO OCT-01  ISO-00  ARA-10  /014 R\\n"
    >>> found = read_distribution(block, Span(0, len(block)))
    >>> found.role, found.copied, found.total
    ('ORIGIN', 14, 14)
    """
    role: str | None = None
    copies: list[tuple[str, int]] = []
    total: tuple[int, Span] | None = None
    drafting: list[Drafting] = []
    desired: list[str] = []
    numbers: str | None = None
    wanted = False
    first, last = span.end, span.start
    for bounds in line_bounds(source, span.start, span.end):
        line = line_of(source, *bounds, SHORT)
        if not line.text:
            continue
        if any(matcher(rule).fullmatch(line.text) for rule in _HEADING):
            break
        known = True
        if (match := matcher("state:distribution_line").fullmatch(line.text)) is not None:
            named = (match["distribution_role"] or "").strip()
            role = role or (named if named in ("ORIGIN", "ACTION") else None)
            copies += _copies(match["office_copies_list"])
            if match["copies_total"]:
                total = int(match["copies_total"]), line.span(*match.span("copies_total"))
        elif (match := matcher("state:distribution_total").fullmatch(line.text)) is not None:
            total = int(match["copies_total"]), line.span(*match.span("copies_total"))
        elif several := _draftings(line):
            drafting += several
            wanted = False
        elif matcher("state:desired_distribution").fullmatch(line.text):
            wanted = True
        elif (match := matcher("state:distribution_rule").fullmatch(line.text)) is not None:
            numbers, wanted = match["block_numbers"], False
        elif wanted:
            desired += [office.strip() for office in line.text.split(",") if office.strip()]
        else:
            known = False
        if known:
            first, last = min(first, line.start), line.content
    if role is None and not drafting:
        return None
    return Distribution(
        role,
        tuple(copies),
        total[0] if total else None,
        total[1] if total else None,
        tuple(drafting),
        tuple(desired),
        numbers,
        Span(first, max(first, last)),
    )


_HEADING = ("plaindress:fl5", "plaindress:fl6")
"""The lines that the block stands above."""


def _copies(text: str) -> list[tuple[str, int]]:
    found = []
    for item in splitter("office_copies_list").finditer(text):
        office, _, count = item.group().rpartition("-")
        found.append((office, int(count)))
    return found


def _draftings(line: TextLine) -> list[Drafting]:
    """Who drafted or approved, or all who cleared on one line; empty for another line."""
    text = line.text
    places = [(0, len(text))]
    if matcher("state:clearances").fullmatch(text) is not None:
        places = [each.span() for each in splitter("clearances").finditer(text)]
    found = [_drafting(line, first, last) for first, last in places]
    return [each for each in found if each is not None]


def _drafting(line: TextLine, first: int, last: int) -> Drafting | None:
    match = matcher("state:drafting_line").fullmatch(line.text[first:last])
    if match is None:
        return None
    role = (match["drafting_role"] or "CLEARED").split()[0].lower()
    typist, note = match["drafting_typist"], match["drafting_note"]
    return Drafting(
        role,
        match["drafting_office"],
        match["drafting_name"],
        typist.strip(":") if typist else None,
        note.strip(" ()") if note else None,
        line.span(first, last),
    )


def distribution_findings(distribution: Distribution) -> Iterator[Diagnostic]:
    """The sum of copies against the copies."""
    total, place = distribution.total, distribution.total_span
    if total is not None and place is not None and distribution.copied != total:
        yield COPIES_DIFFER.at(place, found=distribution.copied, wanted=total)

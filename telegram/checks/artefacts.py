"""Traces of how a copy was kept: what scrapers, word processors and editors leave in a telegram.

Values are read as if the traces were not there, and each yields a note. In heading and ending,
where every sign counts, each one is noted; in the text each kind once, with its number, so that a
long archive copy is not flooded.

Here: findings and their rules. Elsewhere: how a line is read without them (`lines.clean`); blank
lines (`blank_lines`).
"""

from collections.abc import Iterator

from telegram.checks.blank_lines import blank_line_findings
from telegram.checks.pieces import replacing
from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Severity
from telegram.dialects import dialect
from telegram.lines import Artefact, FormatLine, clean, dead_link, is_tidy
from telegram.model import Telegram
from telegram.source import Span, line_bounds

_TRAFFIC = "public NAVADMIN traffic; web copies of State telegrams"

BYTE_ORDER_MARK = Rule(
    code="TG102",
    name="byte-order-mark",
    severity=Severity.NOTE,
    message="the source begins with a byte-order mark",
    explanation="""
        Editors put the mark in front of a file to say how its bytes are ordered. No circuit carries
        it; it is read over.
        """,
    how_to_fix="Save the file without it.",
    source=_TRAFFIC,
    bad="""
        \ufeffP 282134Z AUG 08
        ^
        FM AMEMBASSY SAN SALVADOR
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
LEADING_BLANKS = Rule(
    code="TG103",
    name="leading-blanks",
    severity=Severity.NOTE,
    message="the line begins with blanks",
    explanation="""
        Copies made from a printout or a web page are often indented. A format line begins at the
        margin.
        """,
    how_to_fix="Remove the blanks.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08
          FM AMEMBASSY SAN SALVADOR
        ^^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
DOUBLED_BLANKS = Rule(
    code="TG104",
    name="doubled-blanks",
    severity=Severity.NOTE,
    message="{count} blanks stand where one belongs",
    explanation="""
        Words of a format line are parted by one blank. Where columns were aligned or a page was
        reflowed, copies have more. In FL1, FL2, FL4 and FL5 this is another rule's.
        """,
    how_to_fix="Leave one blank.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08
        FM   AMEMBASSY SAN SALVADOR
          ^^^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
TAB = Rule(
    code="TG105",
    name="tab-for-blank",
    severity=Severity.NOTE,
    message="a tab stands for a blank",
    explanation="""
        No five-unit circuit has a tab; it came from an editor. It is read as one blank. In FL1,
        FL2, FL4 and FL5 this is another rule's.
        """,
    how_to_fix="Write a blank.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08
        FM\tAMEMBASSY SAN SALVADOR
          ^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
NO_BREAK_SPACE = Rule(
    code="TG106",
    name="no-break-space",
    severity=Severity.NOTE,
    message="a no-break space stands for a blank{times}",
    explanation="""
        Web pages hold blanks apart with a sign that looks like one and is none. It is read as a
        blank.
        """,
    how_to_fix="Write a blank.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08
        FM\u00a0AMEMBASSY SAN SALVADOR
          ^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
MARKDOWN_LINK = Rule(
    code="TG107",
    name="markdown-link",
    severity=Severity.NOTE,
    message="{text!r} is a link; {shown!r} is what it shows{times}",
    explanation="""
        Web copies of telegrams turn TAGS and the letters of references into links, and converters
        write those with brackets. What the link shows is read.
        """,
    how_to_fix="Keep what the link shows.",
    source=_TRAFFIC,
    references=("SCR-I1",),
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        TAGS: [ES](#), PREL
              ^^^^^^^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        TAGS: ES, PREL
        """,
)
SMART_QUOTE = Rule(
    code="TG108",
    name="typographic-quotation-mark",
    severity=Severity.NOTE,
    message="{text!r} stands for {wanted}{times}",
    explanation="""
        Word processors bend quotation marks and apostrophes. Circuits have the straight ones, and
        they are read as such.
        """,
    how_to_fix="Write the straight mark.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY COTE D\u2019IVOIRE
                           ^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY COTE D'IVOIRE
        """,
)
INVISIBLE = Rule(
    code="TG109",
    name="invisible-character",
    severity=Severity.NOTE,
    message="an invisible character (U+{code}) stands there{times}",
    explanation="""
        Soft hyphens and zero-width signs come from web pages. Nobody sees them, and a search that
        meets them fails.
        """,
    how_to_fix="Remove it.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08
        FM AMEM\u200bBASSY SAN SALVADOR
               ^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
FUNCTION = Rule(
    code="TG110",
    name="function-characters",
    severity=Severity.NOTE,
    message="teleprinter functions (U+{code}) stand in the copy{times}",
    explanation="""
        NUL, BEL, the shifts and DEL work the machine and print nothing. A copy taken straight off
        the line keeps them; they are read over.
        """,
    how_to_fix="Remove them to keep what was printed.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08
        \x07FM AMEMBASSY SAN SALVADOR
        ^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
DEAD_LINK = Rule(
    code="TG117",
    name="link-before-number",
    severity=Severity.NOTE,
    message="{text!r} stands before a number, and is no part of the text{times}",
    explanation="""
        Web copies put a link to each numbered paragraph before its number, and converters write it
        with brackets. What it shows is not the number, which follows it: [1](#)5. is paragraph 5.
        """,
    how_to_fix="Remove it.",
    source=_TRAFFIC,
    references=("SCR-I1",),
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        [1](#)1. EXERCISE.
        ^^^^^^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        1. EXERCISE.
        """,
)
BACKSLASH = Rule(
    code="TG118",
    name="markdown-backslash",
    severity=Severity.NOTE,
    message="a backslash of markdown stands there{times}",
    explanation="""
        Converters to markdown end a line that is not to be joined with the next with a backslash,
        and put one before a sign that would mean something there, as the point after a number. No
        circuit has the sign; it is read over.
        """,
    how_to_fix="Remove it.",
    source=_TRAFFIC,
    bad="""
        P 282134Z AUG 08\\
                        ^
        FM AMEMBASSY SAN SALVADOR
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        """,
)
PILCROW = Rule(
    code="TG111",
    name="pilcrow-in-text",
    severity=Severity.NOTE,
    message="a pilcrow stands in the text{times}",
    explanation="""
        Web copies show where a paragraph was numbered by the sign that editors use for it. It is no
        part of the telegram.
        """,
    how_to_fix="Remove it.",
    source=_TRAFFIC,
    references=("TX-I1",),
    bad="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        \u00b61. EXERCISE.
        ^
        """,
    good="""
        P 282134Z AUG 08
        FM AMEMBASSY SAN SALVADOR
        BT
        UNCLAS SAN SALVADOR 001029
        1. EXERCISE.
        """,
)
EXACT_SPACING = Rule(
    code="TG115",
    name="exact-line-spacing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{what} where {line} has one blank",
    explanation="""
        FL1, FL2, FL4 and FL5 are read by machines, by position or by single blanks, and must be
        exact: a doubled blank or a tab there is not forgiven.
        """,
    how_to_fix="Leave one blank.",
    source="NAVEDTRA 14226 ch. 1",
    references=("FL2-R20",),
    bad="""
        R 280900Z  FEB 75
                 ^^
        FM AMEMBASSY SAN SALVADOR
        """,
    good="""
        R 280900Z FEB 75
        FM AMEMBASSY SAN SALVADOR
        """,
)

_RULES = {
    Artefact.LEADING_BLANKS: LEADING_BLANKS,
    Artefact.DOUBLED_BLANKS: DOUBLED_BLANKS,
    Artefact.TAB: TAB,
    Artefact.NO_BREAK_SPACE: NO_BREAK_SPACE,
    Artefact.MARKDOWN_LINK: MARKDOWN_LINK,
    Artefact.MARKDOWN_BACKSLASH: BACKSLASH,
    Artefact.SMART_QUOTE: SMART_QUOTE,
    Artefact.INVISIBLE: INVISIBLE,
    Artefact.FUNCTION: FUNCTION,
}
_EXACT = frozenset({FormatLine.FL1, FormatLine.FL2, FormatLine.FL4, FormatLine.FL5})
_UNTOUCHED = frozenset(
    {
        FormatLine.BLANK,
        FormatLine.FL12,
        FormatLine.AFTER,
        FormatLine.PAGE,
        FormatLine.DISTRIBUTION,
        FormatLine.INTRUSION,
        FormatLine.BANNER,
    }
)
_IN_TEXT = frozenset(
    {
        Artefact.TAB,
        Artefact.NO_BREAK_SPACE,
        Artefact.MARKDOWN_LINK,
        Artefact.MARKDOWN_BACKSLASH,
        Artefact.SMART_QUOTE,
        Artefact.INVISIBLE,
        Artefact.FUNCTION,
    }
)
"""Kinds looked for in a text; there blanks in a row may be a table's columns."""
FUNCTIONS = "\x00\x07\x0e\x0f\x7f"
"""NUL, BEL, the shifts and DEL: they work a teleprinter. Other controls are errors."""
_QUOTES = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'}
_PILCROW = "\u00b6"
_BOM = "\ufeff"
_LONGEST_PIECE = 4_000
_BLANKS = (Artefact.DOUBLED_BLANKS, Artefact.TAB, Artefact.NO_BREAK_SPACE)


def artefact_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """The traces of copying in a message."""
    text = telegram.source.text
    if text.startswith(_BOM):
        span = Span(0, 1)
        yield BYTE_ORDER_MARK.at(span, replacing(span, "", "Remove the mark."))
    for record in () if _labelled(telegram) else telegram._reading.records:
        # A line too long to be read (TG122) is not taken apart either.
        if record.format_line not in _UNTOUCHED and record.content - record.start <= _LONGEST_PIECE:
            view = clean(text, record.start, record.content)
            for kind, span in view.artefacts if view is not None else ():
                if not text[record.start : span.start].strip(_BOM) and kind in _BLANKS:
                    kind = Artefact.LEADING_BLANKS  # after a byte-order mark
                yield from _in_line(kind, span, record.format_line, text)
    yield from _in_text(telegram)
    yield from blank_line_findings(telegram)


def _labelled(telegram: Telegram) -> bool:
    """Whether the lines of the heading are lines of the text, and judged there."""
    return telegram.dialect is not None and bool(dialect(telegram.dialect).labels)


def _in_line(kind: Artefact, span: Span, label: FormatLine, text: str) -> Iterator[Diagnostic]:
    """One artefact of a line of the heading or the ending."""
    rule = _RULES.get(kind)
    found = span.of(text)
    if rule is None or (rule is FUNCTION and found.strip(FUNCTIONS)):
        return
    wanted = _read_as(kind, found)
    fix = replacing(span, wanted, f"Write {wanted!r}." if wanted.strip() else rule.how_to_fix)
    if label in _EXACT and kind in (Artefact.DOUBLED_BLANKS, Artefact.TAB):
        what = "a tab" if kind is Artefact.TAB else f"{len(span)} blanks"
        yield EXACT_SPACING.at(span, fix, what=what, line=label.name)
    else:
        yield rule.at(span, fix, **_values(kind, found), times="")


def _read_as(kind: Artefact, found: str) -> str:
    """What stands for an artefact in the view of its line."""
    if kind is Artefact.MARKDOWN_LINK:
        return found[1 : found.index("](")]
    if kind is Artefact.SMART_QUOTE:
        return _QUOTES[found]
    return " " if kind in _BLANKS else ""


def _values(kind: Artefact, found: str) -> dict[str, object]:
    """The values that the message of an artefact's rule names."""
    wanted = _read_as(kind, found)
    return {
        "text": found,
        "shown": wanted,
        "wanted": wanted,
        "count": len(found),
        "code": f"{ord(found[0]):04X}",
    }


def _in_text(telegram: Telegram) -> Iterator[Diagnostic]:
    """Each kind of artefact in the text, once."""
    text, place = telegram.source.text, telegram.text.span
    found: dict[Artefact, list[Span]] = {}
    links: list[Span] = []
    for start, content, _ in line_bounds(text, place.start, place.end):
        for at in range(start, content, _LONGEST_PIECE):
            stop = min(at + _LONGEST_PIECE, content)
            if is_tidy(text[at:stop]):
                continue  # blanks alone, which in a text are no artefact
            view = clean(text, at, stop)
            dead = dead_link(text, at, stop) if at == start else None
            for kind, span in view.artefacts if view is not None else ():
                if span == dead:
                    links.append(span)
                elif kind in _IN_TEXT and not (
                    kind is Artefact.FUNCTION and span.of(text).strip(FUNCTIONS)
                ):
                    found.setdefault(kind, []).append(span)
    if links:
        edits = tuple(Edit(span, "") for span in links)
        yield _once(DEAD_LINK, links, edits, {"text": links[0].of(text)})
    for kind, spans in found.items():
        edits = tuple(Edit(span, _read_as(kind, span.of(text))) for span in spans)
        values = _values(kind, spans[0].of(text))
        yield _once(_RULES[kind], spans, edits, values)
    marks = [Span(at, at + 1) for at in _places(text, _PILCROW, place)]
    if marks:
        edits = tuple(Edit(span, "") for span in marks)
        yield _once(PILCROW, marks, edits, {})


def _places(text: str, sign: str, place: Span) -> Iterator[int]:
    at = text.find(sign, place.start, place.end)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1, place.end)


def _once(
    rule: Rule, spans: list[Span], edits: tuple[Edit, ...], values: dict[str, object]
) -> Diagnostic:
    """One finding for all places of a kind, at the first."""
    more = f" ({len(spans)} such in the text)" if len(spans) > 1 else ""
    title = (
        rule.how_to_fix
        if len(spans) == 1
        else f"{rule.how_to_fix[:-1]}, in all {len(spans)} places."
    )
    return rule.at(spans[0], Fix(title, edits), **values, times=more)

"""Problems as data: what was found, where, why it matters, and how to mend it.

A `Rule` is one fault the library knows, declared beside the code that reports it; `catalogue`
gathers them. A `Diagnostic` is one finding: a rule, a span, the values in its message, perhaps a
`Fix`. A `Report` holds the findings of one message.

Here: the framework. Elsewhere: every rule.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import total_ordering
from typing import Any, SupportsIndex

from attrs import field, frozen

from telegram.source import LineMap, Source, Span


@total_ordering
class Severity(Enum):
    """How bad a finding is.

    :Order: ``NOTE < WARNING < ERROR``.
    """

    NOTE = "note"
    """An artefact of how the copy was kept."""
    WARNING = "warning"
    """The standard is broken; traffic survives."""
    ERROR = "error"
    """A switch would reject the message."""

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Severity):
            return NotImplemented
        order = list(Severity)
        return order.index(self) < order.index(other)

    def __str__(self) -> str:
        return self.value


class Safety(Enum):
    """Whether a fix may be applied unasked."""

    SAFE = "safe"
    """Cannot change the meaning; `telegram check --fix` applies it."""
    UNSAFE = "unsafe"
    """Could change the meaning; applied on request."""
    SHOWN = "shown"
    """Shown only."""


@frozen
class Edit:
    """Replace the characters of a span by a text."""

    span: Span
    text: str


@frozen
class Fix:
    """One way to mend a finding: a title for people and the edits that do it."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE


@frozen(eq=False)
class Rule:
    """One fault the library knows.

    :ivar code: ``TG`` and three digits; the first digit is the family.
    :ivar name: a lasting name that says the fault.
    :ivar severity: as judged in a kept copy; `as_sent` where a switch would judge otherwise.
    :ivar message: one line, with the values of the finding in braces.
    :ivar explanation: why it matters and how it comes about.
    :ivar how_to_fix: what to do.
    :ivar source: the standard it comes from.
    :ivar references: its names in the project's reference of the formats.
    :ivar bad: lines that show it, each perhaps followed by a line of carets under the span.
    :ivar good: the same lines, mended.
    :ivar dialect: the dialect in which `bad` and `good` are read.
    :ivar judged_as_sent: whether the examples are judged as a switch would.
    :ivar judged: whether the examples show the finding when read; not where a copy of bytes, or of
        a great length, is needed.
    """

    code: str
    name: str
    severity: Severity
    message: str
    explanation: str
    how_to_fix: str
    source: str
    bad: str
    good: str
    references: tuple[str, ...] = ()
    as_sent: Severity | None = None
    dialect: str = "acp127-us"
    judged_as_sent: bool = False
    judged: bool = True

    def at(self, span: Span, fix: Fix | None = None, **values: object) -> "Diagnostic":
        """A finding of this rule at a span."""
        return Diagnostic(self, span, values, fix)

    def severity_when(self, *, as_sent: bool) -> Severity:
        """The severity in a kept copy, or as a switch would judge."""
        return self.as_sent if as_sent and self.as_sent is not None else self.severity

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.name}>"

    def __copy__(self) -> "Rule":
        return self

    def __deepcopy__(self, memo: object) -> "Rule":
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        """Pickled is the code, of a rule that the library knows: there is one of each."""
        from telegram.catalogue import rule, rules

        return (rule, (self.code,)) if self in rules() else super().__reduce_ex__(protocol)


@frozen
class Diagnostic:
    """One finding: which rule, where, with which values, and how it could be mended."""

    rule: Rule
    span: Span
    values: dict[str, object] = field(factory=dict, hash=False)
    fix: Fix | None = None
    severity: Severity = field(kw_only=True)

    @severity.default
    def _rule_severity(self) -> Severity:
        return self.rule.severity

    @property
    def code(self) -> str:
        """The rule's code, such as ``TG403``."""
        return self.rule.code

    @property
    def name(self) -> str:
        """The rule's lasting name, such as ``dtg-day-not-in-month``."""
        return self.rule.name

    @property
    def message(self) -> str:
        """What is wrong, in one line."""
        return self.rule.message.format(**self.values)

    def __str__(self) -> str:
        return f"{self.code} {self.name}: {self.message}"


@frozen
class Report:
    """The findings of one message, ordered by place.

    Iterating gives the diagnostics; ``bool(report)`` is true when there are any.
    """

    source: Source = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, source: Source, found: Iterable[Diagnostic]) -> "Report":
        """A report of findings in any order."""
        ordered = sorted(found, key=lambda d: (d.span.start, d.span.end, d.code))
        return cls(source, tuple(ordered))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def _of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is severity)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings for which a switch would reject the message."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The findings that break the standard but that traffic survives."""
        return self._of(Severity.WARNING)

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """The artefacts of how the copy was kept."""
        return self._of(Severity.NOTE)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes found, in order of place."""
        return tuple(d.code for d in self.diagnostics)

    def select(
        self, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
    ) -> "Report":
        """The findings whose code begins with, or whose name is, one of `select` (all, if empty)
        and none of `ignore`; a text is one.
        """
        wanted, unwanted = (
            (each,) if isinstance(each, str) else tuple(each) for each in (select, ignore)
        )
        return Report(
            self.source,
            tuple(
                d
                for d in self.diagnostics
                if (not wanted or d.code.startswith(wanted) or d.name in wanted)
                and not (unwanted and (d.code.startswith(unwanted) or d.name in unwanted))
            ),
        )

    def fixes(self, *, unsafe: bool = False) -> tuple[Fix, ...]:
        """The fixes that may be applied: safe ones, and with `unsafe` also those that could change
        the meaning.
        """
        allowed = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
        return tuple(d.fix for d in self.diagnostics if d.fix and d.fix.safety in allowed)

    def fixed(self, *, unsafe: bool = False) -> str:
        """The source with the fixes applied; of two that overlap, the first in place wins."""
        return apply_fixes(self.source.text, self.fixes(unsafe=unsafe))

    def to_dicts(self) -> list[dict[str, Any]]:
        """The findings in the shape of the JSON document."""
        lines = LineMap(self.source.text) if self.diagnostics else None
        return [_to_dict(d, lines) for d in self.diagnostics if lines is not None]

    def render(self, *, context: bool = True) -> str:
        """The findings as a compiler prints them: code, name, message; the line with carets.

        The remedy.
        """
        if not self.diagnostics:
            return ""
        lines = LineMap(self.source.text)
        return "\n".join(render(d, lines, context=context) for d in self.diagnostics)

    def __str__(self) -> str:
        return self.render()


class FieldError(ValueError):
    """A text or a value that an element cannot hold.

    :ivar diagnostic: the finding; its span counts from the start of the text given.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.diagnostic.code

    @property
    def span(self) -> Span:
        """Where in the text given."""
        return self.diagnostic.span


class TelegramError(ValueError):
    """A message with errors, read with ``strict=True``.

    :ivar report: all findings.
    """

    def __init__(self, report: Report) -> None:
        errors = report.errors
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(f"{errors[0]}{more}" if errors else "no errors")
        self.report = report


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text with fixes applied; of two that overlap, the first given wins whole."""
    taken: list[tuple[Span, str]] = []  # in order of place, and apart from each other
    for fix in fixes:
        if all(_apart(edit.span, taken) for edit in fix.edits):
            for edit in fix.edits:
                insort(taken, (edit.span, edit.text))
    parts, at = [], 0
    for span, replacement in taken:
        parts += [text[at : span.start], replacement]
        at = span.end
    return "".join([*parts, text[at:]])


def _apart(span: Span, taken: list[tuple[Span, str]]) -> bool:
    """Whether a span overlaps none of those taken: of spans in order, only its neighbours can."""
    index = bisect_left(taken, (span, ""))
    before = taken[index - 1][0].end <= span.start if index else True
    after = (
        span != taken[index][0] and span.end <= taken[index][0].start
        if index < len(taken)
        else True
    )
    return before and after


def _to_dict(diagnostic: Diagnostic, lines: LineMap) -> dict[str, Any]:
    start, end = lines.place(diagnostic.span.start), lines.place(diagnostic.span.end)
    fix = diagnostic.fix
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "fix": fix
        and {
            "safety": fix.safety.value,
            "title": fix.title,
            "edits": [
                {"start": edit.span.start, "end": edit.span.end, "text": edit.text}
                for edit in fix.edits
            ],
        },
    }


_WIDEST = 160


def render(diagnostic: Diagnostic, lines: LineMap, *, context: bool = True) -> str:
    """One finding as a compiler prints it."""
    out = [f"{diagnostic.severity}: {diagnostic}"]
    if context:
        start = lines.place(diagnostic.span.start)
        text = printable(lines.line(start.line))
        width = max(1, min(len(diagnostic.span), len(text) - start.column + 1))
        first = max(0, start.column - 1 - _WIDEST // 2) if len(text) > _WIDEST else 0
        shown = text[first : first + _WIDEST]
        carets = " " * (start.column - 1 - first) + "^" * min(width, _WIDEST)
        gutter = f"{start.line:>5}"
        out += [f"{gutter} | {shown}", f"{' ' * len(gutter)} | {carets}"]
    help_ = diagnostic.fix.title if diagnostic.fix else diagnostic.rule.how_to_fix
    if context and help_:
        out.append(f"  help: {help_}")
    return "\n".join(out)


def printable(line: str) -> str:
    """A line for a terminal: tabs as one blank, other controls as ``?``, so that carets stand under
    their columns.
    """
    if line.isprintable():
        return line
    return "".join(" " if c == "\t" else c if c.isprintable() else "?" for c in line)

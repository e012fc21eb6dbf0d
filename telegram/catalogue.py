"""Every rule the library knows: the one place that sees them all.

A rule is a record beside the code that reports it. Nothing is registered: the modules of the
packages that hold rules are imported, and the records found in them are gathered.

Here: looking rules up, their examples, and `explain`. Elsewhere: the records (`diagnostics.Rule`),
the manual made from them.
"""

import pkgutil
from functools import cache
from importlib import import_module
from textwrap import dedent, fill, indent
from typing import Literal

from telegram.diagnostics import Rule
from telegram.source import Span

_PACKAGES = (
    "telegram.values",
    "telegram.values.markings",
    "telegram.texts",
    "telegram.texts.sets",
    "telegram.texts.state",
    "telegram.checks",
    "telegram.joining",
    "telegram.circuit",
)

FAMILIES = {
    "1": "The source, its characters, and the limits of lines and pages",
    "2": "Format lines: missing, doubled, out of order",
    "3": "Routing, serial numbers, addresses, signals and prosigns",
    "4": "Times",
    "5": "Classification and markings",
    "6": "State texts",
    "7": "Set-formatted texts and layout",
    "8": "One element against another",
    "9": "Dialects",
}
"""What the first digit of a code says."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, ordered by code.

    Raises ValueError where two records share a code or a name.
    """
    found = {id(rule): rule for rule in _records()}
    ordered = sorted(found.values(), key=lambda rule: rule.code)
    for what, keys in (("code", [r.code for r in ordered]), ("name", [r.name for r in ordered])):
        shared = {key for key in keys if keys.count(key) > 1}
        if shared:
            raise ValueError(f"several rules have the {what} {', '.join(sorted(shared))}")
    return tuple(ordered)


def _records() -> list[Rule]:
    modules = []
    for name in _PACKAGES:
        package = import_module(name)
        modules.append(package)
        modules += [
            import_module(f"{name}.{found.name}")
            for found in pkgutil.iter_modules(package.__path__)
        ]
    return [
        value for module in modules for value in vars(module).values() if isinstance(value, Rule)
    ]


@cache
def _by_key() -> dict[str, Rule]:
    return {key: rule for rule in rules() for key in (rule.code, rule.name)}


def rule(code_or_name: str) -> Rule:
    """The rule of a code or a name, in any case.

    :Errors: `KeyError` that names the nearest codes and names; TypeError for what is no text.

    >>> rule("TG403").name, rule("dtg-day-not-in-month").code
    ('dtg-day-not-in-month', 'TG403')
    """
    if not isinstance(code_or_name, str):
        raise TypeError(f"a rule has a code or a name, not {code_or_name!r}")
    known = _by_key()
    key = code_or_name.strip()
    found = known.get(key.upper()) or known.get(key.lower())
    if found is None:
        from difflib import get_close_matches

        near = [*get_close_matches(key.upper(), known), *get_close_matches(key.lower(), known)]
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise KeyError(f"no rule {code_or_name!r}{hint}")
    return found


def example(rule: Rule, which: Literal["bad", "good"] = "bad") -> tuple[str, tuple[Span, ...]]:
    """An example as a source, and the spans that the carets under its lines mark.

    A line of blanks and carets alone marks what stands above it, and is no part of the example; a
    caret beyond the end of the line marks the empty place there.

    >>> example(rule("TG403"))
    ('R 310900Z FEB 75\\n', (Span(start=2, end=4),))
    """
    lines: list[str] = []
    spans: list[Span] = []
    start = end = 0  # of the last line, its line end included
    for line in _written(rule, which):
        if line.strip() and not line.strip(" ^"):
            spans += [_marked(lines[-1], first, last, start) for first, last in _runs(line)]
        else:
            lines.append(line)
            start, end = end, end + len(line) + 1
    return "".join(f"{line}\n" for line in lines), tuple(spans)


def _written(rule: Rule, which: Literal["bad", "good"]) -> list[str]:
    text: str = rule.bad if which == "bad" else rule.good
    lines = dedent(text).split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _runs(line: str) -> list[tuple[int, int]]:
    """The runs of carets in a line."""
    runs = []
    at = line.find("^")
    while at >= 0:
        end = at + len(line[at:]) - len(line[at:].lstrip("^"))
        runs.append((at, end))
        at = line.find("^", end)
    return runs


def _marked(line: str, first: int, last: int, start: int) -> Span:
    end = len(line)
    return Span(start + min(first, end), start + min(last, end))


def explain(code_or_name: str) -> str:
    """A page about one rule, for a person.

    :Errors: `KeyError`, as `rule`.
    """
    found = rule(code_or_name)
    kept, sent = severities(found)
    graded = kept if kept == sent else f"{kept}; judged as sent: {sent}"
    parts = [
        f"{found.code} {found.name}",
        f"severity: {graded}",
        paragraphs(found.explanation),
        f"Wrong (read as {found.dialect}):",
        indent(shown(found, "bad"), "    "),
        fill(f"Remedy: {found.how_to_fix}", 78),
        "Right:",
        indent(shown(found, "good"), "    "),
        fill(f"Source: {found.source}", 78),
    ]
    if found.references:
        parts.append(f"In the reference of the formats: {', '.join(found.references)}")
    return "\n\n".join(parts) + "\n"


def severities(rule: Rule) -> tuple[str, str]:
    """The severity in a kept copy and as a switch would judge, in words."""
    return str(rule.severity_when(as_sent=False)), str(rule.severity_when(as_sent=True))


def paragraphs(text: str, width: int = 78) -> str:
    """A record's indented text as paragraphs of even lines."""
    parts = dedent(text).strip().split("\n\n")
    return "\n\n".join(fill(" ".join(part.split()), width) for part in parts)


def shown(rule: Rule, which: Literal["bad", "good"]) -> str:
    """An example as printed: carets under its lines, a sign in the place of what cannot be seen."""
    return "\n".join("".join(map(_visible, line)) for line in _written(rule, which))


def _visible(character: str) -> str:
    """A character that can be printed: a control's picture, a box for what shows nothing."""
    if character.isprintable():
        return character
    return chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\u25a1"

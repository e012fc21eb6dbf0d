"""Write the reference pages that are made from the code, so that they cannot disagree with it.

``python docs/generate.py`` writes them; ``python docs/generate.py --check`` says which are stale,
and exits 1.
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

from telegram import catalogue, data, parse, schema
from telegram.converting.differences import words_of
from telegram.converting.holdings import HELD, holds, mail_field
from telegram.diagnostics import Rule
from telegram.dialects import Dialect, dialects
from telegram.faults import Fault, faults, without_fault
from telegram.faults.breaking import DIALECTS, NET, PRINTOUTS, TEXTS
from telegram.lines import FormatLine
from telegram.syntax.files import grammar_names, grammar_text
from telegram.syntax.patterns import PATTERNS

REFERENCE = Path(__file__).parent / "reference"
SAN_SALVADOR = Path(__file__).parent / "telegrams" / "08sansalvador1029.txt"
_MADE = "<!-- Made by docs/generate.py from the code. Change the code, not this page. -->\n"


def diagnostics_page() -> str:
    """Every rule from its record, by family."""
    parts = [
        _MADE,
        "# Diagnostics\n",
        "Every fault the library reports. *Severity* is that in a kept copy; where a message is\n"
        "judged as a switch would (`telegram check --as-sent`), some are graded otherwise. Carets\n"
        "stand under the place reported.\n",
    ]
    family = ""
    for rule in catalogue.rules():
        if rule.code[2] != family:
            family = rule.code[2]
            parts.append(f"## {catalogue.FAMILIES[family]}\n")
        parts.append(_rule(rule))
    return "\n".join(parts)


def _rule(rule: Rule) -> str:
    kept, sent = catalogue.severities(rule)
    graded = kept if kept == sent else f"{kept}; judged as sent: {sent}"
    shown = {which: catalogue.shown(rule, which) for which in ("bad", "good")}
    lines = [
        f"({rule.code})=",
        f"### {rule.code} {rule.name}\n",
        f"*Severity: {graded}.* `{rule.message}`\n",
        _plain(catalogue.paragraphs(rule.explanation, 100)) + "\n",
        f"```text\n{shown['bad']}\n```\n",
        f"{_plain(rule.how_to_fix)}\n",
        f"```text\n{shown['good']}\n```\n",
        f"Read as `{rule.dialect}`. Source: {_plain(rule.source)}."
        + (f" Reference rules: {_references(rule)}." if rule.references else "")
        + "\n",
    ]
    return "\n".join(lines)


def _references(rule: Rule) -> str:
    return ", ".join(f"[{name}](reference-rules.md)" for name in rule.references)


def _plain(text: str) -> str:
    """Text without meaning to Markdown: telegrams are full of signs that have one."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in text)


def reference_rules_page() -> str:
    """Every rule of the references, with the codes that report it or the reason why none does."""
    parts = [
        _MADE,
        "# Rules of the references\n",
        "What the documents demand of heading, text and ending, rule by rule, and the diagnostics\n"
        "that report a breach. A remark says what is left out, and why.\n",
        "| rule | demand | diagnostics | remark | source |",
        "|---|---|---|---|---|",
    ]
    for row in data.rows("reference-rules"):
        codes = ", ".join(f"[{code}](#{code})" for code in codes_for(row["rule"]))
        cells = (_plain(row["summary"]), codes, _plain(row["reason"]), _plain(row["source"]))
        parts.append(f"| {row['rule']} | {' | '.join(cells)} |")
    return "\n".join(parts) + "\n"


def codes_for(reference: str) -> list[str]:
    """The codes of the rules that name a rule of the references, or have its name."""
    return [rule.code for rule in catalogue.rules() if reference in (*rule.references, rule.name)]


def dialects_page() -> str:
    """Every dialect from its record: its format lines, their grammar rules, its limits."""
    known = dialects()
    parts = [
        _MADE,
        "# Dialects\n",
        _prose(
            """
            A dialect is a procedure, or a print layout, that fills heading and ending of a
            telegram. `parse` finds it by itself (`dialect="auto"`); `telegram.evidence` says what
            it saw.
            """
        ),
        _table(
            ("name", "documents", "written by"),
            [(f"`{d.name}`", _plain(d.documents), _plain(d.users)) for d in known],
        ),
        "## Format lines\n",
        _prose(
            """
            *Mandatory*: its absence is an error (that of the text only when judged as sent). *On
            the wire*: a switch requires it, but a kept copy has often lost it; its absence is a
            note, graded higher when judged as sent. *Conditional*: at least one of FL7 and FL8 is
            there.
            """
        ),
        _table(
            ("line", "what it is", *(d.name for d in known)),
            [
                (line.name, line.value, *(d.needs[line].value for d in known))
                for line in FormatLine
                if line.number
            ],
        ),
    ]
    parts += [_dialect(record) for record in known]
    return "\n".join(parts)


def conversion_page() -> str:
    """Which procedure has a place for which fact."""
    known = dialects()
    rows = [
        (
            line.name,
            words_of(name),
            *("yes" if holds(d, line, name) else "-" for d in known),
            f"`{field}`" if (field := mail_field(line, name)) else "-",
        )
        for line, name in HELD
    ]
    return "\n".join(
        [
            _MADE,
            "# What each side holds\n",
            _prose(
                """
                `telegram.convert` carries over every fact that both sides have a place for, under
                whatever line. What one side lacks is lost on the way there and asked for on the way
                back. The table is read from the grammar; FL8 holds what FL7 holds (in mail, `Cc`
                and `MMHS-Other-Recipients-Indicator-CC`).
                """
            ),
            _table(("line", "fact", *(d.name for d in known), "email"), rows),
        ]
    )


def _dialect(record: Dialect) -> str:
    limits = record.limits
    characters = "".join(sorted(c for c in record.characters if not c.isalnum()))
    binding = "" if record.text_checked else " (the text is not held to them)"
    return "\n".join(
        [
            f"## {record.name}\n",
            _prose(
                f"""
                {record.title}. Characters{binding}: capitals, digits, blank and `{characters}`.
                Limits: {limits.line} characters a line, {limits.indicators} stations called in
                FL2, {limits.page_lines} lines of text a page, {limits.pages} pages a section. A
                heading line of more than {limits.matched_line} characters is kept raw; after
                {limits.heading_lines} lines a heading is over.
                """
            ),
            "The kinds of lines, in the order in which they are tried:\n",
            _table(
                ("what", "grammar rule", "widened rule"),
                [
                    (
                        line.format_line.value,
                        _rule_link(line.rule),
                        _rule_link(line.damaged) if line.damaged else "",
                    )
                    for line in record.lines
                ],
            ),
        ]
    )


def _prose(text: str) -> str:
    """Indented text as a paragraph of even lines."""
    return fill(" ".join(text.split()), 100, break_long_words=False, break_on_hyphens=False) + "\n"


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(titles)} |", f"|{'---|' * len(titles)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _target(rule: str) -> str:
    return rule.replace(":", "-").replace("_", "-")


def _rule_link(rule: str) -> str:
    return f"[`{rule}`](#{_target(rule)})"


_SHORT = 300
"""Characters of a pattern that a person still reads."""
_DEFINITION = re.compile(r"^(?P<name>[a-z][a-z0-9_]*): .+$", re.MULTILINE)
_TERMINAL = re.compile(r"^//= (?P<name>[A-Z_]+): (?P<words>.+)$", re.MULTILINE)


def grammar_page() -> str:
    """Every line rule of the grammar files, with its words and, where it is short, its pattern."""
    parts = [
        _MADE,
        "# Grammar\n",
        _prose(
            """
            What each line looks like is stated once, in the `.lark` files of the folder
            `grammar/`. Names in small letters are rules, in capitals words; `[…]` is optional, `|`
            parts alternatives, `*` repeats, and what begins with an underscore is layout that is
            not captured. A rule whose name ends in `_damaged` widens another for traffic that a
            person still reads without doubt. How patterns are made from rules:
            [from grammar to matcher](../explanation/grammar-to-matcher.md).
            """
        ),
    ]
    return "\n".join([*parts, *(_grammar_file(name) for name in grammar_names())])


def _grammar_file(name: str) -> str:
    text = grammar_text(name)
    opening = [line.removeprefix("//").strip() for line in text.split("\n\n")[0].splitlines()]
    said = dict(re.findall(r"^//= (\w+): (.+)$", text, re.MULTILINE))
    parts = [f"## {name}.lark\n", "\n".join(_plain(line) for line in opening) + "\n"]
    for definition in _DEFINITION.finditer(text):
        rule = definition["name"]
        key = f"{name}:{rule}"
        if key not in PATTERNS:
            continue
        words = said.get(rule)
        parts += [f"({_target(key)})=", f"### {key}\n"]
        parts += [f"{words[0].upper()}{words[1:]}.\n"] if words else []
        parts.append(f"```text\n{definition.group()}\n```\n")
        if len(PATTERNS[key]) <= _SHORT:
            pattern = PATTERNS[key].replace("\n", r"\n")
            parts.append(f"As a pattern:\n\n```text\n{_visible(pattern)}\n```\n")
    rows = [(f"`{found['name']}`", _plain(found["words"])) for found in _TERMINAL.finditer(text)]
    if rows:
        parts += [f"### Words of {name}.lark\n", _table(("word", "what it is"), rows)]
    return "\n".join(parts)


def document_page() -> str:
    """The JSON document, member by member, from its schema."""
    root = schema()
    example = json.loads(parse(SAN_SALVADOR.read_bytes()).to_json())
    example["text"]["text"] = "…"
    del example["diagnostics"]
    parts = [
        _MADE,
        "# The JSON document\n",
        _prose(
            f"""
            `telegram.to_dict()`, `telegram.to_json()` and `telegram show --format json` give one
            shape for every dialect. Every member is always there; what a message lacks is null or
            an empty list. Members called `text` are verbatim; other values are normalised: `P` for
            `PP`, `UNCLASSIFIED` for `UNCLAS`. The schema (JSON Schema 2020-12) ships with the
            package: `telegram.schema()` returns it. This is version
            {root["properties"]["schema"]["const"]}.
            """
        ),
        "## Members\n",
        _members(root),
    ]
    for name, member in root["properties"].items():
        inline = _object(member)
        if inline is not None:
            parts += [f"(document-member-{name})=", f"### {name}\n", _members(inline)]
    for name, definition in root["$defs"].items():
        parts += [f"(document-{name})=", f"### {name}\n"]
        if "description" in definition:
            parts.append(f"{_plain(definition['description'])}\n")
        if name == "heading":
            parts.append("Its members are those of the document, from `transmission` to `pilot`.\n")
        elif "properties" in definition:
            parts.append(_members(definition))
    parts += [
        "## An example\n",
        "The San Salvador telegram, without its text and its diagnostics:\n",
        f"```json\n{json.dumps(example, ensure_ascii=False, indent=2)}\n```\n",
    ]
    return "\n".join(parts)


def _visible(pattern: str) -> str:
    """A pattern with its control characters spelt out."""
    spelt = {"\t": "\\t", "\r": "\\r", "\f": "\\f"}
    return "".join(spelt.get(character, character) for character in pattern)


def _object(member: dict[str, Any]) -> dict[str, Any] | None:
    """The object that a member holds, where the schema describes it in place."""
    choices: list[dict[str, Any]] = [member, *member.get("anyOf", ())]
    return next((choice for choice in choices if "properties" in choice), None)


def _members(described: dict[str, Any]) -> str:
    rows = [
        (f"`{name}`", _kind(name, member), _plain(member.get("description", "")))
        for name, member in described["properties"].items()
    ]
    return _table(("member", "type", "meaning"), rows)


def _kind(name: str, member: dict[str, Any]) -> str:
    """The type of a member, in words."""
    if "$ref" in member:
        target = member["$ref"].rpartition("/")[2]
        return f"[{target}](#document-{target})"
    if "const" in member:
        return f"`{json.dumps(member['const'])}`"
    if "enum" in member:
        return ", ".join(f"`{json.dumps(value)}`" for value in member["enum"])
    if "properties" in member:
        inline = _object(schema()["properties"].get(name, {}))
        if inline == member:
            return f"[object](#document-member-{name})"
        return f"object ({', '.join(f'`{each}`' for each in member['properties'])})"
    for choices in ("oneOf", "anyOf"):
        if choices in member:
            return " or ".join(_kind(name, choice) for choice in member[choices])
    if member["type"] == "array":
        return f"list of {_kind(name, member['items'])}"
    kinds = member["type"] if isinstance(member["type"], list) else [member["type"]]
    return " or ".join(kinds)


def faults_page() -> str:
    """Every fault, by family, and the codes without one."""
    known = faults()
    parts = [
        _MADE,
        "# Faults\n",
        f"{len(known)} of {len(catalogue.rules())} diagnostics have a fault: a way to break a\n"
        "valid message so that the diagnostic is found at a known place, and no other but those\n"
        "in the last column, which say the same from another side. How to use them stands in\n"
        "[test your parser with faults](../how-to/test-your-parser-with-faults.md).\n",
    ]
    for digit, title in catalogue.FAMILIES.items():
        family = [fault for fault in known if fault.code[2] == digit]
        if family:
            titles = ("code", "what is done", "messages", "also")
            parts += [f"## {title}\n", _table(titles, map(_fault, family))]
    parts += [
        "## Codes without a fault\n",
        _table(
            ("code", "why"),
            (
                (f"[{code}](#{code}) {catalogue.rule(code).name}", why)
                for code, why in without_fault().items()
            ),
        ),
    ]
    return "\n".join(parts)


def _fault(fault: Fault) -> tuple[str, str, str, str]:
    shown = {"both": "", "as_sent": " (as sent)", "kept": " (in a kept copy)"}[fault.judged]
    also = ", ".join(f"[{code}](#{code})" for code in fault.also)
    code = f"[{fault.code}](#{fault.code}) {fault.name}"
    return code, fault.done + shown, _kinds(fault.where), also


def _kinds(where: tuple[tuple[str, str], ...]) -> str:
    """Dialects by the formats of their texts."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for dialect in (*DIALECTS, NET, *PRINTOUTS):
        texts = tuple(text for text in TEXTS if (dialect, text) in where)
        if texts:
            groups.setdefault(texts, []).append(dialect)
    parts = []
    for texts, named in groups.items():
        every = "all" if named == [*DIALECTS, NET] else " ".join(f"`{name}`" for name in named)
        parts.append(every if texts == TEXTS else f"{every}: {', '.join(texts)}")
    return "; ".join(parts)


PAGES = {
    "faults.md": faults_page,
    "conversion.md": conversion_page,
    "diagnostics.md": diagnostics_page,
    "dialects.md": dialects_page,
    "document.md": document_page,
    "grammar.md": grammar_page,
    "reference-rules.md": reference_rules_page,
}
"""Every generated page, by its name under `reference/`."""


def stale() -> list[str]:
    """The pages whose file is absent or differs from what the code says."""
    found = []
    for name, make in PAGES.items():
        path = REFERENCE / name
        if not path.exists() or path.read_text(encoding="utf-8") != make():
            found.append(name)
    return found


def main() -> int:
    """Write the pages, or with ``--check`` only say which are stale."""
    names = stale()
    if "--check" in sys.argv[1:]:
        print("\n".join(names))
        return 1 if names else 0
    REFERENCE.mkdir(exist_ok=True)
    for name in names:
        (REFERENCE / name).write_text(PAGES[name](), encoding="utf-8")
        print(f"written: {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

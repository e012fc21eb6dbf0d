"""From Lark grammars to `re` patterns: the line rules, compiled once, as the text of a module.

A line rule never recurses, so it is a regular expression. Three facts shape the translation.

* A lexer never gives characters back, and a LALR parser never reconsiders: terminals and
  alternatives become atomic groups, options and repeats are possessive. So pattern and parser
  accept the same lines, in linear time.
* A captured symbol becomes a group of its name. Where a rule repeats a captured symbol (``a (_SP
  a)*``) no group could hold all of them: the rule becomes one group, and the symbol's own pattern
  splits it (`ITEMS`).
* The two characters a line can begin with are read off the pattern; they tell which rules a line
  may be (`OPENINGS`).
* A line is written by the same rule that reads it: its template (`TEMPLATES`) holds the layout, and
  the names of what a writer must know. What a layout terminal writes is read off its pattern; where
  a pattern leaves it open, a comment ``//~ NAME: text`` says it.

``python -m telegram.syntax.compiler`` writes `telegram/syntax/patterns.py` anew. A test compares
the two.
"""

import re
import string
from typing import Any

from lark import Token, Tree
from lark.grammar import NonTerminal, Terminal

from telegram.syntax.files import grammar_names, grammar_text
from telegram.syntax.grammars import Grammar, grammar, short

_LITERAL = re.compile(r"(?:\\?[^\w\\\[\](){}.*+?|^$]|\w)+")


class GrammarFault(Exception):
    """A grammar uses what a line rule may not.

    Recursion, a name captured twice, an unnamed literal.
    """


class _RuleCompiler:
    """Compiles one rule of one grammar file."""

    def __init__(self, source: Grammar) -> None:
        self.grammar = source

    def pattern(self, symbol: str) -> str:
        """The pattern of a rule or a terminal, anchored nowhere."""
        if symbol in self.grammar.rules:
            return self._rule(symbol, capture=True, stack=())
        return self._terminal(symbol, capture=False)

    def _rule(self, name: str, *, capture: bool, stack: tuple[str, ...]) -> str:
        if name in stack:
            raise GrammarFault(f"{self.grammar.name}: {name} recurses")
        repeated = self.repeated(name)
        body = self._tree(
            self.grammar.rules[name], capture=capture and not repeated, stack=(*stack, name)
        )
        if not capture or (not stack and not repeated) or short(name).startswith("_"):
            return body if not stack else f"(?:{body})"
        return f"(?P<{short(name).lower()}>{body})"

    def repeated(self, name: str) -> str | None:
        """The captured symbol that a list rule repeats, else None."""
        for expression in self.grammar.rules[name].find_data("expr"):
            if str(expression.children[1]) in "*+":
                for symbol in expression.scan_values(
                    lambda value: isinstance(value, NonTerminal | Terminal)
                ):
                    if not short(symbol.name).startswith("_"):
                        return str(symbol.name)
        return None

    def _terminal(self, name: str, *, capture: bool) -> str:
        pattern, _ = self.grammar.terminals[name]
        body = pattern if _LITERAL.fullmatch(pattern) else f"(?>{pattern})"
        if capture and not short(name).startswith("_"):
            return f"(?P<{short(name).lower()}>{body})"
        return body

    def _tree(self, node: Any, *, capture: bool, stack: tuple[str, ...]) -> str:
        if isinstance(node, Terminal):
            return self._terminal(node.name, capture=capture)
        if isinstance(node, NonTerminal):
            return self._rule(node.name, capture=capture, stack=stack)
        if isinstance(node, Token) or not isinstance(node, Tree):
            raise GrammarFault(
                f"{self.grammar.name}: {stack[-1]} holds an unnamed literal {node!r}"
            )
        parts = [
            self._tree(child, capture=capture, stack=stack)
            for child in node.children
            if not (node.data == "expr" and isinstance(child, Token))
            and not (node.data == "alias" and not isinstance(child, Tree))
        ]
        match str(node.data):
            case "expansions" if len(parts) > 1:
                return f"(?>{'|'.join(parts)})"
            case "expansions" | "expansion" | "value" | "alias":
                return "".join(parts)
            case "maybe":
                return f"(?:{parts[0]})?+"
            case "expr":
                operator = str(node.children[1])
                if operator == "?":
                    return f"(?:{parts[0]})?+"
                if operator in "*+":
                    return f"(?:{parts[0]}){operator}+"
        raise GrammarFault(f"{self.grammar.name}: {stack[-1]} uses {node.data}")


Template = str | tuple[Any, ...]
"""What a rule writes: layout as a text; else a tuple whose first item says what it is.

``("=", name)`` a captured terminal, ``("*", name, between)`` the items of a list, ``("?", part)``
an option, ``("|", part, ...)`` the first that can be written, ``(".", part, ...)`` a sequence.
"""


class _TemplateMaker:
    """Makes the template of a line rule of one grammar file."""

    def __init__(self, compiler: _RuleCompiler, layout: dict[str, str]) -> None:
        self.grammar = compiler.grammar
        self.repeated = compiler.repeated
        self.layout = layout

    def rule(self, name: str) -> Template:
        """The template of a rule."""
        if self.repeated(name):
            return ("*", short(name).lower(), self._between(name))
        return self._tree(self.grammar.rules[name])

    def _between(self, name: str) -> str:
        """What a list rule writes between two items: the layout within its repeat."""
        for expression in self.grammar.rules[name].find_data("expr"):
            if str(expression.children[1]) in "*+":
                return "".join(
                    self._text(str(symbol.name))
                    for symbol in expression.scan_values(lambda value: isinstance(value, Terminal))
                    if short(symbol.name).startswith("_")
                )
        raise GrammarFault(f"{self.grammar.name}: {name} is no list")

    def _text(self, name: str) -> str:
        """What a layout terminal writes."""
        if (said := self.layout.get(short(name))) is not None:
            return said
        from re import _parser

        pattern, _ = self.grammar.terminals[name]
        return "".join(_written(_parser.parse(pattern), short(name)))

    def _tree(self, node: Any) -> Template:
        if isinstance(node, Terminal):
            name = short(node.name)
            return self._text(node.name) if name.startswith("_") else ("=", name.lower())
        if isinstance(node, NonTerminal):
            return self.rule(node.name)
        kind = str(node.data)
        parts = [
            self._tree(child)
            for child in node.children
            if isinstance(child, Tree | Terminal | NonTerminal)
        ]
        if kind == "maybe" or (kind == "expr" and str(node.children[1]) == "?"):
            return ("?", parts[0])
        if kind == "expansions" and len(parts) > 1:
            return ("|", *parts)
        return parts[0] if len(parts) == 1 else (".", *parts)


def _written(items: Any, name: str) -> list[str]:
    """The one text that a layout pattern writes; what is optional in it is written."""
    found: list[str] = []
    for operator, argument in items:
        kind = str(operator)
        if kind == "LITERAL":
            found.append(chr(argument))
        elif kind == "SUBPATTERN":
            found += _written(argument[3], name)
        elif kind == "ATOMIC_GROUP":
            found += _written(argument, name)
        elif kind.endswith("REPEAT") and argument[1] == 1:
            found += _written(argument[2], name)
        elif kind not in ("AT", "ASSERT", "ASSERT_NOT"):
            raise GrammarFault(f"what {name} writes is open: say it in a comment //~ {name}: text")
    return found


_LAYOUT = re.compile(r'^//~ (_\w+): "([^"\n]*)"$', re.MULTILINE)


def layouts() -> dict[str, str]:
    """What layout terminals write, from the `//~ NAME: "text"` comments."""
    table: dict[str, str] = {}
    for file in grammar_names():
        for name, text in _LAYOUT.findall(grammar_text(file)):
            if table.setdefault(name, text) != text:
                raise GrammarFault(f"{name} writes two things")
    return table


def templates() -> dict[str, Template]:
    """The template of each line rule by which lines are written: all but the damaged ones.

    A rule whose layout is open has none; it only reads.
    """
    layout = layouts()
    found: dict[str, Template] = {}
    for file in grammar_names():
        source = grammar(file)
        maker = _TemplateMaker(_RuleCompiler(source), layout)
        for line in source.lines:
            if not line.endswith("_damaged"):
                try:
                    found[f"{file}:{line}"] = maker.rule(line)
                except GrammarFault:
                    continue
    return found


def openings(pattern: str) -> tuple[tuple[str, str], ...]:
    """The first two ASCII characters a match can have: pairs of first characters and the second
    ones they allow.

    A line end counts as ``\\n``. Lookaheads are not followed, so the pairs are a superset, never
    too few.
    """
    from re import _parser

    seconds: dict[str, str] = {}
    found = _prefixes(_parser.parse(pattern), 2)
    for first in sorted({prefix[0] for prefix in found if prefix}):
        allowed = sorted(p[1:] or "\n" for p in found if p[:1] == first)
        seconds[first] = "".join(allowed)
    grouped: dict[str, str] = {}
    for first, allowed_text in seconds.items():
        grouped[allowed_text] = grouped.get(allowed_text, "") + first
    return tuple((firsts, allowed_text) for allowed_text, firsts in grouped.items())


_ALPHABET = string.digits + string.ascii_letters + string.punctuation + " "


def _prefixes(items: Any, length: int) -> set[str]:
    """What matches of parsed items begin with: texts of `length`, and shorter whole matches."""
    open_ends: set[str] = {""}
    cut: set[str] = set()
    for operator, argument in items:
        following: set[str] = set()
        for begun in open_ends:
            for more in _item_prefixes(str(operator), argument, length - len(begun)):
                text = begun + more
                (cut if len(text) >= length else following).add(text)
        open_ends = following
        if not open_ends:
            break
    return open_ends | cut


def _item_prefixes(name: str, argument: Any, length: int) -> set[str]:
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}
    if name == "LITERAL":
        return {chr(argument)}
    if name == "NOT_LITERAL":
        return {c for c in _ALPHABET if ord(c) != argument}
    if name == "ANY":
        return set(_ALPHABET)
    if name == "IN":
        return {c for c in _ALPHABET if _in_set(argument, c)}
    if name == "BRANCH":
        return set().union(*(_prefixes(branch, length) for branch in argument[1]))
    if name == "SUBPATTERN":
        found = _prefixes(argument[3], length)
        if argument[1] & re.IGNORECASE:
            found = {a + b for text in found for a, b in _cases(text)}
        return found
    if name == "ATOMIC_GROUP":
        return _prefixes(argument, length)
    if name.endswith("REPEAT"):
        least, most, inner = argument
        found, once = {""}, _prefixes(inner, length)
        kept = {""} if least == 0 else set()
        for count in range(1, min(int(most), length + 1) + 1):
            found = {(a + b)[:length] for a in found for b in once}
            if count >= least:
                kept |= found
        return kept or found
    raise GrammarFault(f"a terminal uses {name}")


def _cases(text: str) -> list[tuple[str, str]]:
    first, rest = text[:1], text[1:]
    return [(a, b) for a in {first, first.swapcase()} for b in {rest, rest.swapcase()}]


def _in_set(items: Any, character: str) -> bool:
    found, negated = False, False
    for operator, argument in items:
        name = str(operator)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            found = found or chr(argument) == character
        elif name == "RANGE":
            found = found or argument[0] <= ord(character) <= argument[1]
        elif name == "CATEGORY":
            found = found or (character.isdigit() if "DIGIT" in str(argument) else True)
    return found != negated


_WORDS = re.compile(r"^//= (\w+): (.+)$", re.MULTILINE)


def words() -> dict[str, str]:
    """What a person calls each symbol, from the `//= NAME: words` comments.

    Line rules by ``file:rule``, others by name.
    """
    table: dict[str, str] = {}
    for file in grammar_names():
        lines = grammar(file).lines
        for name, text in _WORDS.findall(grammar_text(file)):
            if name in lines and file != "elements":
                table[f"{file}:{name}"] = text
            elif table.setdefault(name, text) != text:
                raise GrammarFault(f"{name} has two names")
    return table


def compiled() -> dict[str, dict[str, Any]]:
    """All tables: `patterns`, `openings` and `templates` by ``file:rule``, `items` by list rule,
    `words` by symbol.
    """
    patterns: dict[str, str] = {}
    items: dict[str, str] = {}
    for file in grammar_names():
        source = grammar(file)
        compiler = _RuleCompiler(source)
        for line in source.lines:
            patterns[f"{file}:{line}"] = compiler.pattern(line)
        for rule in source.rules:
            if (symbol := compiler.repeated(rule)) is not None:
                pattern = compiler.pattern(symbol)
                if items.setdefault(short(rule), pattern) != pattern:
                    raise GrammarFault(f"{rule} has two meanings")
    for pattern in (*patterns.values(), *items.values()):
        re.compile(pattern)
    return {
        "patterns": patterns,
        "openings": {key: openings(pattern) for key, pattern in patterns.items()},
        "items": items,
        "words": words(),
        "templates": templates(),
    }


_KINDS = {"openings": "tuple[tuple[str, str], ...]", "templates": "str | tuple[object, ...]"}
"""The types of the generated tables that do not hold texts."""


def module_text() -> str:
    """The text of `telegram/syntax/patterns.py`."""
    lines = [
        '"""Generated from `grammar/` by `python -m telegram.syntax.compiler`. Not for editing."""',
        "",
    ]
    for name, table in compiled().items():
        kind = _KINDS.get(name, "str")
        lines.append(f"{name.upper()}: dict[str, {kind}] = {{")
        lines += [f"    {key!r}: {value!r}," for key, value in sorted(table.items())]
        lines += ["}", ""]
    return "\n".join(lines)


def main() -> None:
    """Write the generated module beside this one."""
    from pathlib import Path

    Path(__file__).with_name("patterns.py").write_text(module_text(), encoding="utf-8")


if __name__ == "__main__":
    main()

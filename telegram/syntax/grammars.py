"""The grammar files as Lark sees them: loaded, with a LALR parser on demand.

This module and `compiler` are the only ones that import Lark, and nothing imports them until a line
is refused or the patterns are generated anew.
"""

from functools import cache
from typing import Any

from lark import Lark
from lark.grammar import NonTerminal, Terminal

from telegram.syntax.files import grammar_names, grammar_text


def short(name: str) -> str:
    """A symbol's name without the file it was imported from: ``elements__TIME`` is ``TIME``."""
    stem = name.lstrip("_")
    return name[: len(name) - len(stem)] + stem.rpartition("__")[2]


class Grammar:
    """One grammar file: its rules as trees, its terminals as patterns, its line rules, and a LALR
    parser.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        text = grammar_text(name)
        self.lines = _own_lines(name, text)
        self.lark = Lark(
            text,
            parser="lalr",
            start=self.lines,
            import_paths=[_read_import],
            source_path=None,
            maybe_placeholders=False,
            propagate_positions=False,
        )
        self.rules: dict[str, Any] = {str(rule[0]): rule[2] for rule in self.lark.grammar.rule_defs}
        self.terminals = {
            terminal.name: (terminal.pattern.to_regexp(), terminal.priority)
            for terminal in self.lark.terminals
        }


def _read_import(base: str | None, name: str) -> tuple[str, str]:
    """Lark's import hook: a grammar file by its name."""
    stem = name.rpartition("/")[2].removesuffix(".lark")
    if stem not in grammar_names():
        raise OSError(name)
    return name, grammar_text(stem)


def _own_lines(name: str, text: str) -> list[str]:
    """The line rules of a file: those it defines and no rule of it uses.

    Of `elements`, every rule.
    """
    from lark.load_grammar import load_grammar

    load: Any = load_grammar
    grammar, _ = load(text, f"<{name}>", [_read_import], False)
    rules = {str(rule[0]): rule[2] for rule in grammar.rule_defs}
    used = {
        symbol.name
        for tree in rules.values()
        for symbol in tree.scan_values(lambda value: isinstance(value, NonTerminal | Terminal))
    }
    if name == "elements":
        used = set()
    return sorted(
        rule for rule in rules if "__" not in rule and rule not in used and not rule.startswith("_")
    )


@cache
def grammar(name: str) -> Grammar:
    """The loaded grammar file of that name."""
    return Grammar(name)

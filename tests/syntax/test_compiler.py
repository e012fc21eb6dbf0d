"""The compiler: what it makes of a grammar, and which grammars it refuses."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from lark import Lark

from telegram.syntax import (
    captures,
    compiler,
    groups,
    like,
    matcher,
    openings,
    patterns,
    splitter,
    words_for,
)
from telegram.syntax.files import grammar_names, grammar_text
from telegram.syntax.grammars import grammar, short


def compiling(text: str) -> Any:
    """The compiler of a grammar given as text."""
    loaded = Lark(text, parser="lalr", start="line", maybe_placeholders=False)
    source = SimpleNamespace(
        name="given",
        rules={str(rule[0]): rule[2] for rule in loaded.grammar.rule_defs},
        terminals={t.name: (t.pattern.to_regexp(), t.priority) for t in loaded.terminals},
    )
    return compiler._RuleCompiler(source)  # type: ignore[arg-type]


def test_a_captured_terminal_is_an_atomic_group_with_its_name():
    pattern = compiling(
        'line: WORD _SP NUMBER\nWORD: /[A-Z]+/\n_SP: " "\nNUMBER: /[0-9]+/'
    ).pattern("line")

    match = re.fullmatch(pattern, "ABC 12")
    assert match is not None
    assert match.groupdict() == {"word": "ABC", "number": "12"}


def test_a_terminal_gives_no_character_back():
    """As a lexer's: ``AB`` after ``[A-Z]+`` never matches."""
    pattern = compiling('line: WORD LAST\nWORD: /[A-Z]+/\nLAST: "B"').pattern("line")

    assert re.fullmatch(pattern, "AAB") is None


def test_a_list_is_captured_whole_and_split_by_its_item():
    made = compiling('line: words\nwords: WORD (_SP WORD)*\nWORD: /[A-Z]+/\n_SP: " "')

    match = re.fullmatch(made.pattern("line"), "AB C D")
    assert match is not None
    assert match["words"] == "AB C D"
    assert made.repeated("words") == "WORD"
    assert re.findall(made.pattern("WORD"), match["words"]) == ["AB", "C", "D"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('line: "A" [line]', "recurses"),
        ("line: WORD inner\ninner: WORD [line]\nWORD: /A/", "recurses"),
    ],
)
def test_a_grammar_that_is_no_regular_line_is_refused(text, why):
    with pytest.raises(compiler.GrammarFault, match=f"given.*({why}|unnamed literal)"):
        compiling(text).pattern("line")


def test_a_literal_without_a_name_is_refused():
    """It would be captured nowhere, and the parser would drop it."""
    with pytest.raises(compiler.GrammarFault, match="unnamed literal"):
        compiling('line: "A" WORD\nWORD: /B/').pattern("line")


@pytest.mark.parametrize("file", grammar_names())
def test_every_terminal_that_can_be_expected_has_words(file):
    """Diagnostics quote them: no captured terminal is shown by its own name."""
    captured = {short(name) for name in grammar(file).terminals}

    assert captured
    assert [name for name in captured if name[0] != "_" and name not in patterns.WORDS] == []


def test_words_fall_back_on_the_name():
    assert words_for("PRECEDENCE_PAIR").startswith("a doubled precedence prosign")
    assert words_for("_SOMETHING_ELSE") == "something else"


def test_a_wrong_rule_name_is_a_wrong_call():
    for look_up in (matcher, openings, groups):
        with pytest.raises(KeyError):
            look_up("acp127:fl99")
    with pytest.raises(KeyError):
        splitter("fl99")
    with pytest.raises(KeyError):
        groups("acp127:fl1", "month")


def test_group_numbers_are_those_of_the_compiled_pattern():
    for rule in patterns.PATTERNS:
        names = matcher(rule).groupindex

        assert groups(rule, *names) == tuple(names.values())


def test_every_grammar_file_is_found():
    headings = ["acp126", "acp127", "acp127-us", "amhs", "doi103", "elements", "janap128"]
    headings += ["plaindress", "state-1970s", "state-smart"]
    assert grammar_names() == sorted([*headings, "markings", "sets", "state"])
    assert all("//" in grammar_text(name) for name in grammar_names())


def test_a_rule_is_like_the_one_of_its_name_that_captures_the_same():
    table = {"plaindress:fl7": 7, "acp127-us:fl7": 8, "plaindress:fl8": 9}

    assert like("plaindress:fl7", table) == 7
    assert captures("plaindress:fl7") == captures("plaindress:fl8")
    assert like("plaindress:fl8", {"acp127-us:fl8": 1, "plaindress:fl7": 2}) is None

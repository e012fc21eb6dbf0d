"""The matcher and the LALR parser of a line rule are one language: the same lines, with the same
captures.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark.exceptions import UnexpectedInput

from telegram.syntax import compiler, explaining, matcher, openings, patterns, splitter
from telegram.syntax.grammars import Grammar, grammar, short
from tests.laws.accepted import ACCEPTED, IN_CONTEXT
from tests.laws.lines import damaged, lines_of_all_kinds

RULES = tuple(sorted(patterns.PATTERNS))
every_whole_rule = pytest.mark.parametrize("rule", sorted(ACCEPTED))

Capture = tuple[str, str, int]


@cache
def _terminals(file: str) -> frozenset[str]:
    return frozenset(short(name).lower() for name in grammar(file).terminals)


@cache
def _repeated(file: str) -> dict[str, str]:
    """The terminal that each list rule repeats, by the list rule's group name."""
    source: Grammar = grammar(file)
    compiling = compiler._RuleCompiler(source)
    found = {short(name).lower(): compiling.repeated(name) for name in source.rules}
    return {name: short(symbol).lower() for name, symbol in found.items() if symbol is not None}


def matched(rule: str, line: str) -> list[Capture] | None:
    """What the matcher captures, lists taken apart by their splitters; None where it refuses.

    Groups that hold a whole rule say nothing that the terminals in them do not, and the parser has
    none.
    """
    match = matcher(rule).fullmatch(line)
    if match is None:
        return None
    file = rule.partition(":")[0]
    found: list[Capture] = []
    for name, text in match.groupdict().items():
        if text is None:
            continue
        if name in patterns.ITEMS:
            for item in splitter(name).finditer(line, *match.span(name)):
                parts = {key: value for key, value in item.groupdict().items() if value is not None}
                if not parts:
                    found.append((_repeated(file)[name], item.group(), item.start()))
                found += [(key, value, item.start(key)) for key, value in parts.items()]
        else:
            found.append((name, text, match.start(name)))
    return sorted(
        (capture for capture in found if capture[0] in _terminals(file)), key=lambda c: (c[2], c[0])
    )


def parsed(rule: str, line: str) -> list[Capture] | None:
    """What the LALR parser captures; None where it refuses."""
    try:
        return sorted(explaining.captures(rule, line), key=lambda c: (c[2], c[0]))
    except UnexpectedInput:
        return None


def test_every_rule_has_lines_that_it_accepts():
    assert {*ACCEPTED, *IN_CONTEXT} == set(RULES)
    assert [rule for rule in ACCEPTED if not ACCEPTED[rule]] == []


@every_whole_rule
def test_matcher_and_parser_accept_what_is_written_for_the_rule(rule):
    for line in ACCEPTED[rule]:
        captured = matched(rule, line)

        assert captured is not None, line
        assert captured == parsed(rule, line)


@every_whole_rule
@settings(max_examples=settings().max_examples // 2)
@given(data=st.data())
def test_matcher_and_parser_agree_on_lines_like_those_of_the_rule(rule, data):
    line = data.draw(damaged(st.sampled_from(ACCEPTED[rule])))

    assert matched(rule, line) == parsed(rule, line)


@settings(max_examples=settings().max_examples * 3)
@given(lines_of_all_kinds())
def test_matcher_and_parser_agree_on_any_line(line):
    differing = [rule for rule in RULES if matched(rule, line) != parsed(rule, line)]

    assert differing == []


@every_whole_rule
@settings(max_examples=settings().max_examples // 2)
@given(data=st.data())
def test_an_accepted_line_begins_with_an_opening(rule, data):
    """A rule is asked only for lines whose first two characters are among its openings."""
    line = data.draw(
        damaged(st.sampled_from(ACCEPTED[rule]), most=1).filter(matcher(rule).fullmatch)
    )

    first, second = line[0], line[1:2] or "\n"
    seen = (first + second).removesuffix("\n")
    assert not (seen.isascii() and seen.isprintable()) or any(
        first in firsts and second in seconds for firsts, seconds in openings(rule)
    )


@pytest.mark.parametrize("rule", sorted(IN_CONTEXT))
def test_a_rule_that_looks_around_is_found_in_its_lines(rule):
    for line, place in IN_CONTEXT[rule]:
        found = matcher(rule).search(line)

        assert found is not None
        assert found.start() == place


def test_the_generated_module_is_fresh():
    module = Path(patterns.__file__).read_text(encoding="utf-8")

    assert module == compiler.module_text(), "run: python -m telegram.syntax.compiler"


def test_every_pattern_compiles_and_every_list_has_a_splitter():
    groups = {name for rule in RULES for name in matcher(rule).groupindex}

    assert set(patterns.ITEMS) & groups
    for name in patterns.ITEMS:
        assert isinstance(splitter(name), re.Pattern)

"""Rules about one marking that no message shows, by their own examples read as markings.

A regime was not chosen, or the text would not be known for a marking inside a message. All other
rules about markings are judged in messages, with those of everything else.
"""

import re
from types import ModuleType

import pytest

from telegram import catalogue
from telegram.diagnostics import Diagnostic, Rule
from telegram.source import Span
from telegram.values.markings import (
    control_rules,
    country_rules,
    level_rules,
    line_rules,
    shape_rules,
)
from telegram.values.markings.line import line_problems
from telegram.values.markings.marking import problems
from telegram.values.markings.portion_marking import portion_problems

REGIMES = {
    "nato-with-noforn": "dod-2012",
    "sap-too-many-programs": "dod-2012",
    "joint-without-usa": "ic-2016",
    "rel-to-omits-owner": "ic-2016",
    "relido-on-foreign": "ic-2016",
    "sigma-unassigned": "ic-2016",
}
"""The regime whose rule it is, where the two manuals differ."""
PORTIONS = {"marking-empty", "portion-unparenthesised"}
"""Rules of portion marks whose example does not begin as one."""
LINES = {"section-out-of-range"}
"""Rules of the classification line."""


def unjudged(*modules: ModuleType) -> list[Rule]:
    found = [rule for m in modules for rule in vars(m).values() if isinstance(rule, Rule)]
    return [rule for rule in found if not rule.judged]


RULES = unjudged(level_rules, shape_rules, control_rules, country_rules, line_rules)


def text_of(rule: Rule, which) -> tuple[str, tuple[Span, ...]]:
    text, marked = catalogue.example(rule, which)
    return text.removesuffix("\n"), marked


def found_in(text: str, rule: Rule) -> list[Diagnostic]:
    regime = REGIMES.get(rule.name, "any")
    if rule.name in LINES:
        return list(line_problems(text, "navy"))
    if text.startswith("(") or rule.name in PORTIONS:
        return list(portion_problems(text, regime))
    return list(problems(text, regime))


def printed(span: Span) -> tuple[int, int]:
    """Where carets would stand: an empty span shows one."""
    return span.start, max(span.end, span.start + 1)


every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@every_rule
def test_the_bad_example_is_found_where_the_carets_stand(rule):
    text, marked = text_of(rule, "bad")

    found = [d for d in found_in(text, rule) if d.rule is rule]

    assert marked
    assert [printed(d.span) for d in found] == [printed(span) for span in marked]


@every_rule
def test_the_good_example_has_no_fault_at_all(rule):
    text, marked = text_of(rule, "good")

    assert marked == ()
    assert found_in(text, rule) == []


@every_rule
def test_the_message_takes_the_values_of_the_finding(rule):
    text, _ = text_of(rule, "bad")
    found = [d for d in found_in(text, rule) if d.rule is rule]

    assert found
    for diagnostic in found:
        assert set(re.findall(r"{(\w+)", rule.message)) <= set(diagnostic.values)
        assert diagnostic.message
        assert "{" not in diagnostic.message
        assert "\n" not in diagnostic.message

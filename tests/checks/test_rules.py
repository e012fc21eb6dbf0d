"""Every rule by its own examples: the record is the specification."""

import re

import pytest

from telegram import catalogue
from telegram.checks import report_of
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.dialects import dialects
from telegram.parsing import parse
from telegram.source import Span

every_rule = pytest.mark.parametrize("rule", catalogue.rules(), ids=lambda rule: rule.code)
every_judged_rule = pytest.mark.parametrize(
    "rule", [rule for rule in catalogue.rules() if rule.judged], ids=lambda rule: rule.code
)


def found_in(text: str, rule: Rule) -> list[Diagnostic]:
    """What the rule finds in a text, judged as its examples are."""
    report = report_of(parse(text, dialect=rule.dialect), as_sent=rule.judged_as_sent)
    return [diagnostic for diagnostic in report if diagnostic.rule is rule]


def printed(span: Span) -> tuple[int, int]:
    """Where carets would stand: an empty span shows one."""
    return span.start, max(span.end, span.start + 1)


@every_judged_rule
def test_the_bad_example_is_found_where_the_carets_stand(rule):
    text, marked = catalogue.example(rule, "bad")

    found = found_in(text, rule)

    assert marked, "the example marks no place"
    assert [printed(d.span) for d in found] == [printed(span) for span in marked]
    wanted = rule.severity_when(as_sent=rule.judged_as_sent)
    assert {d.severity for d in found} == {wanted}


@every_judged_rule
def test_the_good_example_is_not(rule):
    text, marked = catalogue.example(rule, "good")

    assert marked == ()
    assert found_in(text, rule) == []


@every_judged_rule
def test_what_a_fix_does_is_said_in_a_sentence(rule):
    text, _ = catalogue.example(rule, "bad")

    titles = [d.fix.title for d in found_in(text, rule) if d.fix is not None]

    assert [title for title in titles if title[0].islower() or title[-1] != "."] == []


@every_judged_rule
def test_the_message_takes_the_values_of_the_finding(rule):
    text, _ = catalogue.example(rule, "bad")

    for diagnostic in found_in(text, rule):
        assert set(re.findall(r"{(\w+)", rule.message)) <= set(diagnostic.values)
        assert diagnostic.message
        assert "{" not in diagnostic.message
        assert "\n" not in diagnostic.message


@every_rule
def test_the_record_is_complete(rule):
    assert re.fullmatch(r"TG[1-9]\d\d", rule.code)
    assert rule.code[2] in catalogue.FAMILIES
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", rule.name)
    for text in (rule.explanation, rule.how_to_fix, rule.source, rule.message, rule.bad, rule.good):
        assert text.strip()
    assert rule.message[0] != " "
    assert not rule.message.endswith(".")
    assert rule.how_to_fix.strip().endswith(".")
    assert catalogue.paragraphs(rule.explanation).endswith(".")
    assert rule.dialect in {dialect.name for dialect in dialects()}
    assert rule.as_sent is None or rule.as_sent > rule.severity


@every_rule
def test_what_no_source_states_is_never_an_error(rule):
    worst = max(rule.severity, rule.as_sent or rule.severity)

    assert worst < Severity.ERROR or "(unsourced)" not in rule.source

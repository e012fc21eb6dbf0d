"""Every rule of State texts by its own examples: the record is the specification."""

import pkgutil
import re
from importlib import import_module

import pytest

import telegram
from telegram import catalogue
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.texts import state
from telegram.texts.state.findings import findings

MODULES = [
    import_module(f"telegram.texts.state.{found.name}")
    for found in pkgutil.iter_modules(state.__path__)
    if found.name.startswith("checks")
]
RULES = sorted(
    {rule for module in MODULES for rule in vars(module).values() if isinstance(rule, Rule)},
    key=lambda rule: rule.code,
)
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def found_in(source: str, dialect: str) -> list[Diagnostic]:
    """What the rules of State texts find in a message."""
    message = telegram.parse(source, dialect=dialect)
    dtg = message.heading.dtg
    sent = None if dtg is None or dtg.year is None else dtg.resolve().date()
    year = None if sent is None else sent.year
    return list(findings(state.read(source, message.text.span, year=year), sent))


def printed(span: Span) -> tuple[int, int]:
    """Where carets would stand: an empty span shows one."""
    return span.start, max(span.end, span.start + 1)


def test_codes_and_names_are_unique():
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@every_rule
def test_the_bad_example_is_found_where_the_carets_stand(rule):
    source, marked = catalogue.example(rule, "bad")

    found = [d for d in found_in(source, rule.dialect) if d.rule is rule]

    assert marked
    assert [printed(d.span) for d in found] == [printed(span) for span in marked]
    for diagnostic in found:
        assert diagnostic.message
        assert "{" not in diagnostic.message
        assert set(re.findall(r"{(\w+)", rule.message)) <= set(diagnostic.values)


@every_rule
def test_the_good_example_is_clean_of_the_rule(rule):
    source, marked = catalogue.example(rule, "good")

    assert marked == ()
    assert [d for d in found_in(source, rule.dialect) if d.rule is rule] == []


@every_rule
def test_the_good_example_has_no_other_fault_of_a_state_text(rule):
    """A sample that teaches must not teach another fault."""
    source, _ = catalogue.example(rule, "good")
    allowed = {"classified-by-missing", "summary-missing", "paragraph-numbering"}

    others = {d.name for d in found_in(source, rule.dialect)} - allowed

    assert others == set()


@every_rule
def test_the_record_is_complete(rule):
    assert re.fullmatch(r"TG6\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", rule.name)
    assert rule.references
    assert not rule.message.endswith(".")
    assert rule.how_to_fix.strip().endswith(".")
    assert catalogue.paragraphs(rule.explanation).endswith(".")
    worst = max(rule.severity, rule.as_sent or rule.severity)
    assert worst < Severity.ERROR or "(unsourced)" not in rule.source

"""Every rule of set-formatted texts by its own examples: the record is the specification."""

import pkgutil
from importlib import import_module

import pytest

import telegram.texts.sets
from telegram import catalogue
from telegram.diagnostics import Diagnostic, Rule
from telegram.parsing import parse
from telegram.source import Span
from telegram.texts.sets import read
from telegram.texts.sets.findings import findings

MODULES = [
    import_module(f"telegram.texts.sets.{found.name}")
    for found in pkgutil.iter_modules(telegram.texts.sets.__path__)
    if found.name.startswith("rules")
]
RULES = sorted(
    {
        rule.code: rule
        for module in MODULES
        for rule in vars(module).values()
        if isinstance(rule, Rule)
    }.items()
)
every_rule = pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=lambda r: r.code)


def found_in(source: str) -> list[Diagnostic]:
    """What is found in the text of a message."""
    message = parse(source, dialect="amhs")
    span = Span(message.text.span.start, message.text.span.end)
    return list(findings(read(message.source.text, span)))


@every_rule
def test_the_bad_example_is_found_where_the_carets_stand(rule):
    text, marked = catalogue.example(rule, "bad")

    found = [d for d in found_in(text) if d.rule is rule]

    assert marked
    assert [Span(d.span.start, max(d.span.end, d.span.start + 1)) for d in found] == [
        Span(span.start, max(span.end, span.start + 1)) for span in marked
    ]
    for diagnostic in found:
        assert "{" not in diagnostic.message


@every_rule
def test_the_good_example_breaks_no_rule_of_its_kind(rule):
    text, marked = catalogue.example(rule, "good")

    assert marked == ()
    assert [diagnostic.name for diagnostic in found_in(text)] == []

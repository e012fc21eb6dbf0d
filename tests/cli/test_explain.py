"""``telegram explain``: by code, by name, all of them, and what is near to an unknown one."""

from telegram.catalogue import explain, rules
from tests.cli.test_call import run


def test_a_rule_is_explained_by_code_or_name_in_any_case():
    expected = explain("TG403")
    for called in ("TG403", "tg403", "dtg-day-not-in-month"):
        result = run("explain", called)
        assert (result.exit_code, result.stdout) == (0, expected)


def test_several_are_parted_by_a_blank_line():
    result = run("explain", "TG403", "TG404")
    assert result.stdout == f"{explain('TG403')}\n{explain('TG404')}"


def test_without_a_code_every_rule_is_listed():
    result = run("explain")
    assert result.exit_code == 0
    listed = [line.split()[:3] for line in result.stdout.splitlines()]
    assert listed == [[rule.code, str(rule.severity), rule.name] for rule in rules()]


def test_an_unknown_code_names_what_is_near_and_the_others_are_explained():
    result = run("explain", "dtg-day", "TG40", "TG404", "zzzzzzzz")
    assert result.exit_code == 2
    assert result.stdout == explain("TG404")
    first, second, third = result.stderr.splitlines()
    assert "TG403 dtg-day-not-in-month" in first
    assert "TG401 " in second
    assert third == "telegram: zzzzzzzz: no such diagnostic; telegram explain lists them all"

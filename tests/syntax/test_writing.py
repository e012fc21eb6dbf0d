"""Writing a line by the rule that reads it."""

import pytest

from telegram.syntax import matcher, patterns, splitter
from telegram.syntax.writing import Unwritable, write
from tests.laws.accepted import ACCEPTED


def captures(rule: str, line: str) -> dict[str, str | tuple[str, ...]]:
    """What a line says, as facts to write it by: lists as their items."""
    match = matcher(rule).fullmatch(line)
    assert match is not None, line
    return {
        name: tuple(item.group() for item in splitter(name).finditer(text))
        if name in patterns.ITEMS
        else text
        for name, text in match.groupdict().items()
        if text is not None
    }


WRITTEN = ("acp127", "acp127-us", "elements", "janap128", "plaindress")
"""The grammars of headings: every line of theirs can be written."""
LINES = [
    (rule, line)
    for rule in sorted(set(patterns.TEMPLATES) & set(ACCEPTED))
    if rule.partition(":")[0] in WRITTEN or rule == "state:class_line"
    for line in ACCEPTED[rule]
]


def names_in(template: object) -> set[str]:
    """The names of the facts that a template has places for."""
    if isinstance(template, str):
        return set()
    assert isinstance(template, tuple)
    if template[0] in ("=", "*"):
        return {template[1]}
    return set().union(*map(names_in, template[1:]))


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_what_was_read_from_a_line_is_read_from_the_line_that_it_writes(rule, line):
    said = captures(rule, line)

    written = write(rule, said)

    again = captures(rule, written.text)
    assert written.said == {*said} & names_in(patterns.TEMPLATES[rule])
    assert {name: again[name] for name in written.said} == {
        name: said[name] for name in written.said
    }


def test_a_grammar_of_headings_has_a_template_for_each_of_its_lines():
    without = {
        rule
        for rule in patterns.PATTERNS
        if rule.partition(":")[0] in WRITTEN and not rule.endswith("_damaged")
    } - set(patterns.TEMPLATES)

    assert without == {
        "acp127-us:state_evidence",
        "acp127-us:wire_start",
        "plaindress:anew",
        "plaindress:subject_mark",
        "plaindress:text_opening",
    }, "only rules that recognise what they do not take apart may have an open layout"


@pytest.mark.parametrize(
    "line",
    [
        "RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
        "RTTUZYUW RUWTABA0014 1051530 0004-UUUU--RUEBXYZ RUCIAAA",
    ],
)
def test_a_standard_line_is_written_as_it_was_read(line):
    assert write("janap128:fl2", captures("janap128:fl2", line)).text == line


def test_all_missing_facts_are_named_at_once():
    with pytest.raises(Unwritable) as caught:
        write("acp127-us:fl3", {"routing_indicator": "RUEHSN"})

    assert caught.value.missing == ("serial", "day_of_year", "time")


def test_a_fact_that_would_be_read_as_another_is_refused():
    """``RUEHC/WING`` as a name would be read as an indicator and a name."""
    with pytest.raises(Unwritable) as caught:
        write("plaindress:fl6", {"plain_language_address": "RUEHC/WING"})

    assert caught.value.unfit == (("plain_language_address", "RUEHC/WING"),)


def test_a_fact_of_the_wrong_shape_is_refused_with_what_was_expected():
    with pytest.raises(Unwritable, match="expected a time of day"):
        write(
            "acp127-us:fl3",
            {"routing_indicator": "RUEHSN", "serial": "1029", "day_of_year": "241", "time": "2534"},
        )


def test_a_fact_without_a_place_is_not_said():
    written = write("plaindress:fl10", {"group_count": "13", "serial": "1029"})

    assert written == ("GR 13", frozenset({"group_count"}))

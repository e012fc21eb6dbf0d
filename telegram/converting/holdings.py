"""What each procedure holds: which facts its lines have a place for, read from the grammar.

Here: `HELD`, `holds`. Elsewhere: what a message says (`differences`).
"""

from collections.abc import Iterator

from telegram.dialects import Dialect
from telegram.formatting.facts import SAME
from telegram.lines import FormatLine
from telegram.syntax.patterns import TEMPLATES

HELD: tuple[tuple[FormatLine, str], ...] = tuple(
    (FormatLine[line], name)
    for line, names in (
        ("FL1", "channel channel_number class_pair"),
        ("FL2", "precedence_pair routing_indicators language_media classification"),
        ("FL2", "content_indicator record_count redundancy"),
        ("FL3", "routing_indicator serial section day_of_year day_of_month"),
        ("FL4", "security_warning security_characters special_handling security_items"),
        ("FL5", "action_precedence info_precedence release_time month year instructions"),
        ("FL6", "plain_language_address offices alias directory_name"),
        ("FL7", "address_indicator zen plain_language_address offices precedence_word"),
        ("FL7", "message_count alias directory_name"),
        ("FL9", "address_indicator plain_language_address offices"),
        ("FL10", "accounting_symbol group_count groups_not_counted"),
    )
    for name in names.split()
)
"""Every fact of a heading, with its format line; what FL7 holds FL8 holds too."""

_WIRE = frozenset({FormatLine.FL2, FormatLine.FL3})
_ONE_FORM = frozenset({"day_of_year", "day_of_month"})
"""Forms of one fact that the table tells apart."""


def holds(dialect: Dialect, line: FormatLine, name: str) -> bool:
    """Whether a line of a dialect has a place for a fact, under any of its names.

    FL3 is a part of FL2 in JANAP 128.
    """
    lines = _WIRE if line in _WIRE else {line}
    names = {name} if name in _ONE_FORM else {name}.union(*(s for s in SAME if name in s))
    return any(
        names & set(_captured(TEMPLATES.get(rule.rule, "")))
        for rule in dialect.lines
        if rule.format_line in lines
    )


def _captured(part: object) -> Iterator[str]:
    """The names in a template of a line."""
    if not isinstance(part, tuple):
        return
    if part[0] in ("=", "*"):
        yield str(part[1])
        return
    for each in part[1:]:
        yield from _captured(each)

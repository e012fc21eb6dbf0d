"""What each side holds: which facts the lines of a procedure have a place for, read from the
grammar, and which header field of a mail says them.

Here: `HELD`, `holds`, `mail_field`. Elsewhere: what a message says (`differences`).
"""

from collections.abc import Iterator

from telegram.converting import mail_fields as fields
from telegram.dialects import Dialect, Need
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
        if rule.format_line in lines and dialect.needs.get(rule.format_line) is not Need.UNUSED
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


_MAIL = {
    FormatLine.FL3: fields.ACP127_IDENTIFIER,
    FormatLine.FL4: fields.HANDLING,
    FormatLine.FL5: fields.EXTENDED_AUTHORISATION,
    FormatLine.FL6: "From",
    FormatLine.FL7: "To",
    FormatLine.FL8: "Cc",
    FormatLine.FL9: fields.EXEMPTED_ADDRESS,
}
"""The header field that says what a format line says."""
_MAIL_APART = {
    (FormatLine.FL5, "action_precedence"): fields.PRIMARY_PRECEDENCE,
    (FormatLine.FL5, "info_precedence"): fields.COPY_PRECEDENCE,
    (FormatLine.FL5, "instructions"): fields.INSTRUCTIONS,
    (FormatLine.FL7, "zen"): fields.OTHER_TO,
    (FormatLine.FL8, "zen"): fields.OTHER_CC,
}
"""Facts that have a header field of their own."""


def mail_field(line: FormatLine, name: str) -> str | None:
    """The header field of a mail that says a fact; None where none does."""
    return _MAIL_APART.get((line, name)) or _MAIL.get(line)

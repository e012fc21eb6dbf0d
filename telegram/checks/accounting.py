"""The group count of FL10 against the text.

A count is checked only where the text is encrypted, that is, where every word is a group of five
letters. How plain text is counted (figures, punctuation, the classification) is for the operator to
say, so a count of plain text is never doubted: that part of the references' rule is left out.

Here: rule TG851. Elsewhere: FL10 by itself (`checks.elements`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.lines import FormatLine
from telegram.syntax import matcher

GROUPS_UNLIKE = Rule(
    code="TG851",
    name="group-count-unlike-text",
    severity=Severity.ERROR,
    message="FL10 counts {said} groups, and the encrypted text has {count}",
    explanation="""
        The count tells the decrypting clerk whether a group was lost or doubled on the way; one
        group out of step spoils the rest. Page and section lines do not count. The count of a plain
        text is not checked.
        """,
    how_to_fix="Ask for a repetition; correct FL10 only when the text is known to be whole.",
    source="NAVEDTRA 14226 ch. 1 and ch. 2",
    references=("FL10-R1", "X12"),
    dialect="acp127",
    bad="""
        R 221854Z APR 15
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        GR 9
           ^
        BT
        ABCDE FGHIJ KLMNO PQRST UVWXY
        ZABCD EFGHI ABCDE
        BT
        """,
    good="""
        R 221854Z APR 15
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        GR 8
        BT
        ABCDE FGHIJ KLMNO PQRST UVWXY
        ZABCD EFGHI ABCDE
        BT
        """,
)

_GROUP = 5
"""Letters of a group."""


def accounting_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where the group count is not that of an encrypted text."""
    accounting = scope.heading.accounting
    if scope.kind != "main" or accounting is None or accounting.groups is None:
        return
    count = _encrypted_groups(scope)
    if count and count != accounting.groups and FormatLine.FL10 in scope.format_lines:
        place = scope.at("accounting.groups", "accounting")
        yield GROUPS_UNLIKE.at(place, said=accounting.groups, count=count)


def _encrypted_groups(scope: Scope) -> int:
    """The groups of an encrypted text, without classification or section line; 0 for any other."""
    groups = 0
    for words, _ in scope.text_lines:
        if not groups and _opens(words):
            continue
        found = words.split(" ")
        if not all(len(group) == _GROUP and group.isalpha() and group.isupper() for group in found):
            return 0
        groups += len(found)
    return groups


def _opens(words: str) -> bool:
    return any(
        matcher(rule).fullmatch(words)
        for rule in ("plaindress:classification_line", "plaindress:section_line")
    )

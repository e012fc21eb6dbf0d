"""The subject code on the classification line of a naval message: its group, and what follows it.

The standard subject identification code files a message by its matter: N, for the Navy's list, and
five digits, of which the first two name the group.

Here: rules TG707 and TG708, on the code of a set-formatted text. Elsewhere: the form of the code,
and the rest of the line (`values.markings`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope, reading_of
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher

_SETS = "MSGID/GENADMIN/EXERCISE STAFF/-/JAN//\nSUBJ/EXERCISE//\nRMKS/1.  EXERCISE.//\nBT"
_HEADING = "R 150800Z JAN 20\nFM EXERCISE STAFF\nTO EXERCISE UNIT\nBT\n"

CODE_GROUP = Rule(
    code="TG707",
    name="subject-code-group-unknown",
    severity=Severity.WARNING,
    message="{code} is of none of the groups N01 to N13",
    explanation="""
        The groups of the list are 1000 (military personnel) to 13000 (aeronautical material). A
        code outside them was mistyped, and the message is filed where nobody looks for it.
        """,
    how_to_fix="Compare the code with the list of subject codes.",
    source="Navy training manuals 14231 and 10669 (groups); the list itself was not open to us",
    references=("TX-27",),
    dialect="amhs",
    bad=f"{_HEADING}UNCLAS //N20000//\n         ^^^^^^\n{_SETS}",
    good=f"{_HEADING}UNCLAS //N02000//\n{_SETS}",
)
CODE_FOLLOWED = Rule(
    code="TG708",
    name="subject-code-followed-by-words",
    severity=Severity.WARNING,
    message="{words!r} follows the subject code",
    explanation="""
        After the subject code the line has section or passing instructions only. Other words are
        read as one of these, or are not read.
        """,
    how_to_fix="Move the words into the text.",
    source="Navy training manual 14261",
    references=("TX-26",),
    dialect="amhs",
    bad=f"{_HEADING}UNCLAS //N02000// EXERCISE\n                  ^^^^^^^^\n{_SETS}",
    good=f"{_HEADING}UNCLAS //N02000// PASS TO OFFICE CODES:\n{_SETS}",
)
_FIRST, _LAST = 1, 13
"""The groups of the list."""


def subject_code_findings(scope: Scope) -> Iterator[Diagnostic]:
    """What is wrong with the subject code of a set-formatted text."""
    line, place = scope.telegram.classification, reading_of(scope.telegram).body.class_span
    if scope.kind != "main" or scope.telegram.text.kind != "sets" or line is None:
        return
    code = line.subject_code
    if code is None or place is None:
        return
    source = scope.telegram.source.text
    start = source.find(code, place.end)
    if start < 0:
        return
    end = start + len(code)
    if not _FIRST <= int(code[1:3]) <= _LAST:
        yield CODE_GROUP.at(Span(start, end), code=code)
    rest = line.rest
    if rest and code in line.text and matcher("sets:after_code").fullmatch(rest) is None:
        found = source.find(rest, end)
        if found >= 0:
            yield CODE_FOLLOWED.at(Span(found, found + len(rest)), words=rest)

"""Lines of a procedure that no open document states: kept as they are, and said to be.

Here: rule TG901. Elsewhere: by which words they are known (`grammar/doi103.lark`).
"""

from collections.abc import Iterator

from telegram.checks.pieces import Finder
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.dialects import Dialect
from telegram.parsing.places import record_span
from telegram.parsing.records import Record

LINE_UNSOURCED = Rule(
    code="TG901",
    name="line-of-unpublished-procedure",
    severity=Severity.NOTE,
    message="{dialect} is not public: this line is kept as it is, and not read",
    explanation="""
        DOI-103, the procedure of special security traffic, is not openly published. Its own lines
        are known by their words; what stands in them is neither read nor judged. The preamble, the
        addresses and the text are read as elsewhere.
        """,
    how_to_fix="Nothing to mend.",
    source="no document found (unsourced)",
    dialect="doi103",
    bad="""
        ZKZK OO SOA DE
        ^^^^^^^^^^^^^^
        R 221854Z APR 15
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        """,
    good="""
        R 221854Z APR 15
        FM EXERCISE HQ ALFA
        TO EXERCISE HQ BRAVO
        """,
)


def _unsourced(record: Record, dialect: Dialect) -> Iterator[Diagnostic]:
    assert record.match is not None
    span = record_span(record, 0, len(record.match.string))
    yield LINE_UNSOURCED.at(span, dialect=dialect.title)


FINDERS: dict[str, Finder] = {
    "doi103:fl2": _unsourced,
    "doi103:fl3": _unsourced,
    "doi103:fl4": _unsourced,
    "doi103:fl4_continuation": _unsourced,
    "doi103:bt": _unsourced,
}
"""The check of each line that is known by its words alone, by grammar rule."""

"""Strategies for the classification of a text, and for TAGS.

Here: levels, classification lines, markings, portion marks, declassification, TAGS. Elsewhere: the
texts that hold them (`messages`).
"""

from datetime import date

from hypothesis import strategies as st

from telegram.data import rows
from telegram.syntax import matcher
from telegram.values.classification import (
    Classification,
    ClassificationLine,
    classification_line_of,
)
from telegram.values.markings.declassify import DeclassifyOn
from telegram.values.markings.line import LineMarking
from telegram.values.markings.marking import Marking
from telegram.values.markings.portion_marking import PortionMarking
from telegram.values.tags import Tags

_LEVELS = (
    "UNCLASSIFIED",
    "LIMITED OFFICIAL USE",
    "RESTRICTED",
    "CONFIDENTIAL",
    "SECRET",
    "TOP SECRET",
)
_SYSTEMS = ((), ("SI",), ("TK",), ("SI", "TK"))
_RELEASES = (
    "",
    "NOFORN",
    "REL TO USA, GBR",
    "REL TO USA, AUS, CAN, GBR, NZL",
    "RELIDO",
)


def classifications() -> st.SearchStrategy[Classification]:
    """Every level."""
    return st.sampled_from(_LEVELS).map(Classification)


def classification_lines() -> st.SearchStrategy[ClassificationLine]:
    """First lines of a text: a level, perhaps a subject code, perhaps a section; no controls."""
    sections = st.integers(1, 9).flatmap(
        lambda total: st.integers(1, total).map(lambda number: f" SECTION {number} OF {total}")
    )
    subjects = st.integers(0, 99_999).map(" //N{:05}//".format)
    texts = st.builds(
        "{}{}{}".format,
        classifications().map(lambda level: level.spaced),
        st.one_of(st.just(""), subjects),
        st.one_of(st.just(""), sections),
    )
    return texts.map(_line)


def _line(text: str) -> ClassificationLine:
    match = matcher("plaindress:classification_line").fullmatch(text)
    assert match is not None
    return classification_line_of(
        text,
        *match.group("level", "subject_code", "section_number", "section_total", "rest"),
    )


def line_markings() -> st.SearchStrategy[LineMarking]:
    """What classification lines say: those of `classification_lines`, with all their parts."""
    return classification_lines().map(lambda line: LineMarking.parse(line.text))


@st.composite
def markings(draw: st.DrawFn) -> Marking:
    """Markings of the United States: SI and TK, ORCON, NOFORN, REL TO, RELIDO, or FOUO.

    Foreign, joint and NATO markings, special access, atomic and controlled unclassified information
    are left out, and so is what State's captions say.
    """
    level = draw(st.sampled_from(("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET")))
    if level == "UNCLASSIFIED":
        return Marking.parse(draw(st.sampled_from((level, f"{level}//FOUO"))))
    systems = draw(st.sampled_from(_SYSTEMS)) if level != "CONFIDENTIAL" else ()
    release = draw(st.sampled_from(_RELEASES if not systems else _RELEASES[1:4]))
    origin = "ORCON" if release in _RELEASES[1:4] and draw(st.booleans()) else ""
    controls = "/".join(filter(None, (origin, release)))
    return Marking.parse("//".join(filter(None, (level, "/".join(systems), controls))))


def portion_markings() -> st.SearchStrategy[PortionMarking]:
    """The portion marks of `markings`, in parentheses."""
    return markings().map(lambda marking: PortionMarking.parse(marking.portion))


def declassify_ons() -> st.SearchStrategy[DeclassifyOn]:
    """Lines with a date, with an exemption and a date, with an event."""
    days = st.dates(date(1996, 1, 1), date(2099, 12, 31))
    return st.one_of(
        days.map(lambda day: DeclassifyOn("date", day)),
        st.builds(DeclassifyOn, st.just("exemption"), days, st.sampled_from(("25X1", "25X6"))),
        st.just(DeclassifyOn("event", event="End of exercise")),
    )


def tags() -> st.SearchStrategy[Tags]:
    """Terms of the table; no names of persons."""
    terms = sorted({row["tag"] for row in rows("tags")})
    return st.sampled_from([term for term in terms if term.isalpha()]).map(Tags)

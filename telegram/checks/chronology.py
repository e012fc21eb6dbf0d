"""Times of one telegram against each other: filed when, released when.

FL2 or FL3 has the filing time, FL5 the date-time group. A message is filed when it was released or
within the day after. Neither names the century and the filing time no year, so the filing time is
placed as near to the release as can be: a December release filed in January needs no special case.

Here: rules TG821 and TG822. Elsewhere: one time by itself (`values.date_time_group`,
`values.filing_time`).
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.values.filing_time import FilingTime

_SOURCE = "NAVEDTRA 14226 ch. 1; NAVEDTRA 14243; public NAVADMIN traffic"

FILED_BEFORE_RELEASE = Rule(
    code="TG821",
    name="filed-before-release",
    severity=Severity.WARNING,
    message="filed {filed}, {apart} before the release, {dtg}",
    explanation="""
        A message cannot be filed before it was released. Clocks that differ, a date-time group
        prepared ahead and a mistyped digit are the causes; one public header in eight has it.
        """,
    how_to_fix="Compare with the text: FL5 is the drafter's, the filing time the station's.",
    source=_SOURCE,
    references=("X5", "FL3-R5"),
    bad="""
        RR RUEHC
        DE RUEHSN #0412 0641300
                        ^^^^^^^
        ZNR UUUUU ZZH
        R 051430Z MAR 74
        """,
    good="""
        RR RUEHC
        DE RUEHSN #0412 0641445
        ZNR UUUUU ZZH
        R 051430Z MAR 74
        """,
)
FILED_LATE = Rule(
    code="TG822",
    name="filed-long-after-release",
    severity=Severity.WARNING,
    message="filed {filed}, {apart} after the release, {dtg}",
    explanation="""
        More than a day lies between release and filing: the message waited, or one of the two is
        mistyped. Messages that were rerouted, retransmitted or forwarded carry the later station's
        time and are not reported.
        """,
    how_to_fix="Compare with FL15 and the text.",
    source=_SOURCE,
    references=("X5", "FL3-R5"),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0014 1091530-UUUU--RUEBXYZ.
                             ^^^^^^^
        ZNR UUUUU
        R 151530Z APR 02
        """,
    good="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        ZNR UUUUU
        R 151530Z APR 02
        """,
)

_AGAIN = frozenset({"ZOV", "ZDK", "ZFD", "ZFH"})
"""Content indicators' signals of a message that another station sent on or sent again."""


def chronology_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where the filing time of a heading does not follow its release within a day."""
    heading = scope.heading
    routing, station = heading.routing, heading.station
    filed, path = (station.filed, "station.filed") if station is not None else (None, "")
    if filed is None and routing is not None:
        filed, path = routing.filed, "routing.filed"
    if filed is None or heading.dtg is None:
        return
    try:
        released = heading.dtg.resolve(scope.telegram.pivot).astimezone(UTC)
        apart = _apart(filed, filed.resolve(released), released)
    except (
        ValueError,
        OverflowError,
    ):  # no such day, no year, or one beyond the calendar: single elements' rules
        return
    again = routing is not None and routing.content is not None and routing.content.signal in _AGAIN
    if apart < timedelta(0):
        rule = FILED_BEFORE_RELEASE
    elif apart > timedelta(days=1) and not again:
        rule = FILED_LATE
    else:
        return
    yield rule.at(scope.at(path), filed=filed, apart=_words(abs(apart)), dtg=heading.dtg)


def _apart(filed: FilingTime, moment: datetime, released: datetime) -> timedelta:
    """The time from release to filing; whole days where the filing time has no hour."""
    if filed.time is None:
        return timedelta(days=(moment.date() - released.date()).days)
    return moment - released


def _words(apart: timedelta) -> str:
    minutes = int(apart.total_seconds()) // 60
    if minutes < 120:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    return f"{minutes // 60} hours" if minutes < 2 * 24 * 60 else f"{minutes // (24 * 60)} days"

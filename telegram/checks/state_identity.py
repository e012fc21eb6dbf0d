"""What identifies a State telegram, in its heading and in its text: post, number, section.

The classification line names post and number. The heading says the same in its own way: FM has the
address of the post, FL3 its station, and the last four digits of the number as serial number, with
the section after an oblique.

Here: rules TG816 to TG819. Elsewhere: serial numbers and sections of any message (`identity`);
addresses (`state_addressing`); the text by itself (`texts.state`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.texts.state.text import StateText
from telegram.values.caption import kind_of
from telegram.values.post import canonical_post, post_of_address, post_row, sends_as

_USAGE = "public State telegrams (inferred)"

POST_UNLIKE_ORIGINATOR = Rule(
    code="TG816",
    name="post-unlike-originator",
    severity=Severity.WARNING,
    message="the text is numbered by {post}, and {originator} sends it",
    explanation="""
        A telegram is numbered by the post that sends it. Another post in the text is a slip, or the
        text of another telegram below this heading.
        """,
    how_to_fix="Find out which is right before changing either; FL3 names the station.",
    source=_USAGE,
    references=("CL-R4",),
    bad="""
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        BT
        UNCLAS LIMA 000412
               ^^^^
        E.O. 12958: N/A
        """,
    good="""
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
)
NUMBER_UNLIKE_SERIAL = Rule(
    code="TG817",
    name="record-number-unlike-serial",
    severity=Severity.WARNING,
    message="the text has the number {number}, and FL3 the serial number {serial}",
    explanation="""
        The serial number of State's stations is the last four digits of the number in the text.
        Where they differ, text and heading are of two telegrams, or a digit is garbled.
        """,
    how_to_fix="Compare with FL15, which repeats the serial number.",
    source=_USAGE,
    references=("CL-R6",),
    bad="""
        DE RUEHSN #0413 1581845
        ZNR UUUUU ZZH
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        BT
        UNCLAS SAN SALVADOR 000412
                            ^^^^^^
        E.O. 12958: N/A
        """,
    good="""
        DE RUEHSN #0412 1581845
        ZNR UUUUU ZZH
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
)
STATION_UNLIKE_ORIGINATOR = Rule(
    code="TG818",
    name="station-unlike-originator",
    severity=Severity.WARNING,
    message="FL3 has the station {station}, and that of {originator} is {wanted}",
    explanation="""
        A post sends through its own station. Another one sent the telegram for it, or the indicator
        is garbled and answers would go astray.
        """,
    how_to_fix="Compare with the classification line, which names the post.",
    source="table posts; public State telegrams (inferred)",
    bad="""
        DE RUEHPE #0412 1581845
           ^^^^^^
        ZNR UUUUU ZZH
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
    good="""
        DE RUEHSN #0412 1581845
        ZNR UUUUU ZZH
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
)
SECTION_SUFFIX_MISSING = Rule(
    code="TG819",
    name="section-suffix-missing",
    severity=Severity.WARNING,
    message="the text is section {number} of {total}, and FL3 names no section",
    explanation="""
        The sections of a State telegram share one serial number and are told apart by the section
        after it. Without it a section is taken for a repetition of the first.
        """,
    how_to_fix="Write an oblique and the two digits of the section after the serial number.",
    source="comments of an open-source State header extractor (2012); public State telegrams",
    references=("FL3-R6", "X9"),
    bad="""
        DE RUEHSN #0412 1581845
                   ^^^^
        ZNR UUUUU ZZH
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        BT
        UNCLAS SECTION 02 OF 02 SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
    good="""
        DE RUEHSN #0412/02 1581845
        ZNR UUUUU ZZH
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        BT
        UNCLAS SECTION 02 OF 02 SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
)


def state_identity_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where heading and text of a State telegram do not name the same telegram."""
    text = scope.telegram.text
    if scope.kind != "main" or not isinstance(text, StateText):
        return
    yield from _post(scope, text)
    yield from _number(scope, text)
    yield from _station(scope)
    yield from _section(scope, text)


def _post(scope: Scope, text: StateText) -> Iterator[Diagnostic]:
    if scope.dialect.labels:
        return  # number and sender are lines of the text, which compares them itself (TG697)
    originator, place = scope.heading.first.originator, text.field_spans.get("post")
    if originator is None or text.post is None or place is None:
        return
    said = canonical_post(text.post)
    if kind_of(said) == "series" or sends_as(originator.name, said):
        return
    yield POST_UNLIKE_ORIGINATOR.at(place, post=said, originator=originator.name)


def _number(scope: Scope, text: StateText) -> Iterator[Diagnostic]:
    station, place = scope.heading.station, text.field_spans.get("number")
    if station is None or text.number is None or place is None or scope.rerouted:
        return
    if scope.heading.original is not None:
        return  # whoever sends it on gives it a serial number of its own
    serial = station.serial or ""
    if kind_of(canonical_post(text.post or "")) == "series" or len(serial) != 4:
        return
    if int(text.number) % 10_000 != int(serial):
        yield NUMBER_UNLIKE_SERIAL.at(place, number=text.number, serial=serial)


def _station(scope: Scope) -> Iterator[Diagnostic]:
    station, originator = scope.heading.station, scope.heading.originator
    if station is None or originator is None or scope.rerouted:
        return
    post = post_of_address(originator.name)
    row = post_row(post) if post is not None else None
    letters = station.indicator.letters
    if row is not None and row["routing_indicator"] not in ("", letters):
        yield STATION_UNLIKE_ORIGINATOR.at(
            scope.at("station.indicator", "station"),
            station=letters,
            originator=originator.name,
            wanted=row["routing_indicator"],
        )


def _section(scope: Scope, text: StateText) -> Iterator[Diagnostic]:
    station, section = scope.heading.station, text.section
    if station is None or section is None or section[1] < 2 or station.section is not None:
        return
    yield SECTION_SUFFIX_MISSING.at(
        scope.at("station.serial", "station"), number=section[0], total=section[1]
    )

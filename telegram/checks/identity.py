"""What identifies a message, repeated in several lines: serial number, station, channel, section.

FL15 and the page lines repeat the serial number of FL2 or FL3. One caution shapes the rules: a
system that reroutes a message puts its own station into FL2 and says in FL4 whose message it was;
the number or the station of either is right.

Here: rules TG811 to TG815. Elsewhere: page numbers and the section line itself (`pages`).
"""

from collections.abc import Iterator

from telegram.checks.pages import page_lines, section_place
from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.lines import FormatLine

_END = 'NAVEDTRA 14226 ch. 1, "End of message"'

VALIDATION_UNLIKE = Rule(
    code="TG811",
    name="validation-unlike-serial",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="FL15 validates {number}, and the serial number of {line} is {serial}",
    explanation="""
        The number after the text shows that text and heading belong together. One public message in
        ten has another one: systems that do not count, and files that join several transmissions.
        """,
    how_to_fix="Make sure that the text belongs to this heading before changing either.",
    source=f"{_END}; Navy GENSER lesson 4; public NAVADMIN traffic",
    references=("FL15-R2", "X4"),
    bad="""
        RR RUEHC
        DE RUEHSN #0412 0641430
        ZNR UUUUU ZZH
        BT
        UNCLAS
        BT
        #0413
         ^^^^
        NNNN
        """,
    good="""
        RR RUEHC
        DE RUEHSN #0412 0641430
        ZNR UUUUU ZZH
        BT
        UNCLAS
        BT
        #0412
        NNNN
        """,
)
PAGE_UNLIKE = Rule(
    code="TG812",
    name="page-line-unlike-heading",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the page line names {page}, and the heading {heading}",
    explanation="""
        Every page after the first opens with the station and the serial number of the heading, so
        that pages torn apart find together again. Another number means a page of another message.
        """,
    how_to_fix="Make sure that the page belongs to this message before changing its line.",
    source="public NAVADMIN traffic; NAVEDTRA 14226 ch. 1",
    references=("PG-R2", "X4"),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0300 1071500-UUUU--RUEBXYZ.
        ZNR UUUUU
        BT
        UNCLAS
        PAGE 02 RUWTABA0301 UNCLAS
                ^^^^^^^^^^^
        BT
        """,
    good="""
        RTTUZYUW RUWTABA0300 1071500-UUUU--RUEBXYZ.
        ZNR UUUUU
        BT
        UNCLAS
        PAGE 02 RUWTABA0300 UNCLAS
        BT
        """,
)
CHANNEL_UNLIKE = Rule(
    code="TG813",
    name="channel-unlike-station",
    severity=Severity.WARNING,
    message="channel {channel} is not one of {station}, such as {one} or {other}",
    explanation="""
        A tributary names its channels after its own indicator: letters 5 and 6 and a letter from A
        up (RUWTABA: ABA, ABB), afloat the last three letters. State's channels name circuits and
        are not compared.
        """,
    how_to_fix="Compare FL1 with the originating station of FL2; one of them is garbled.",
    source="NAVEDTRA 14226 ch. 1; Navy GENSER lesson 4",
    references=("X7",),
    dialect="janap128",
    bad="""
        VZCZCXYA014
             ^^^
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        """,
    good="""
        VZCZCABA014
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        """,
)
SECTION_UNLIKE = Rule(
    code="TG814",
    name="section-suffix-unlike-text",
    severity=Severity.WARNING,
    message="FL3 says section {suffix}, and the text {says}",
    explanation="""
        A State message in sections keeps one serial number; the suffix in FL3 and the section line
        in the text say which section this is. Where they differ, joining the sections goes wrong.
        """,
    how_to_fix="Compare with the other sections, which share the date-time group.",
    source="comments of an open-source State header extractor (2012); NAVEDTRA 14226 ch. 1",
    references=("FL3-R6", "X9"),
    bad="""
        RR RUEHC
        DE RUEHSN #0413/01 0641430
                        ^^
        ZNR UUUUU ZZH
        BT
        UNCLAS SECTION 02 OF 02 SAN SALVADOR 000413
        """,
    good="""
        RR RUEHC
        DE RUEHSN #0413/02 0641430
        ZNR UUUUU ZZH
        BT
        UNCLAS SECTION 02 OF 02 SAN SALVADOR 000413
        """,
)
SECTION_ABOVE_TOTAL = Rule(
    code="TG815",
    name="section-number-out-of-range",
    severity=Severity.ERROR,
    message="section {number} of {total}: a section number is 1 to the total",
    explanation="""
        The section line counts the transmissions that make up the message. A number above the total
        leaves the receiver waiting for nothing, or joining too early.
        """,
    how_to_fix="Compare with the other sections, which share the date-time group.",
    source='NAVEDTRA 14226 ch. 1, "Message lengths"',
    references=("PG-R3", "section-out-of-range", "TX-28"),
    bad="""
        BT
        UNCLAS SECTION 03 OF 02 SAN SALVADOR 000413
                       ^^
        """,
    good="""
        BT
        UNCLAS SECTION 02 OF 02 SAN SALVADOR 000413
        """,
)


def identity_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where the lines that identify a message contradict each other."""
    if scope.kind != "main":
        return
    yield from _validation(scope)
    yield from _pages(scope)
    yield from _channel(scope)
    yield from _section(scope)


def _serials(scope: Scope) -> dict[str, str]:
    """The serial number of the heading by its station, and those that FL4 names as its own."""
    heading = scope.heading
    known: dict[str, str] = {}
    if heading.station is not None and heading.station.serial is not None:
        known[heading.station.indicator.letters] = heading.station.serial
    elif heading.routing is not None and heading.routing.serial is not None:
        station = heading.routing.originator
        known[station.letters if station is not None else ""] = heading.routing.serial
    if known:
        known |= {word[:-4]: word[-4:] for word in scope.rerouted}
    return known


def _validation(scope: Scope) -> Iterator[Diagnostic]:
    ending, known = scope.telegram.ending, _serials(scope)
    if ending.serial is None or not known:
        return
    if not any(_same(ending.serial, serial) for serial in known.values()):
        yield VALIDATION_UNLIKE.at(
            ending.spans.get("serial", scope.at()),
            number=ending.serial,
            line="FL3" if scope.heading.station is not None else "FL2",
            serial=next(iter(known.values())),
        )


def _same(one: str, other: str) -> bool:
    """Whether two numbers are equal, leading zeros aside."""
    return one.lstrip("0") == other.lstrip("0")


def _pages(scope: Scope) -> Iterator[Diagnostic]:
    """Page lines with a station; State archives print post and message number instead."""
    known = _serials(scope)
    for line in page_lines(scope):
        fields = {name: (text, place) for name, text, place in line.fields}
        if "page_station" in fields and "serial" in fields and known:
            station, place = fields["page_station"]
            serial, end = fields["serial"]
            if not any(s in ("", station) and _same(serial, n) for s, n in known.items()):
                first = next(iter(known.items()))
                yield PAGE_UNLIKE.at(
                    type(place)(place.start, end.end), page=station + serial, heading="".join(first)
                )


def _channel(scope: Scope) -> Iterator[Diagnostic]:
    transmission, routing = scope.heading.transmission, scope.heading.routing
    if transmission is None or transmission.channel is None or routing is None:
        return
    if routing.originator is None:  # ACP 127: the trigraph names a circuit
        return
    channel, station = transmission.channel, routing.originator.letters
    if len(station) != 7 or channel[:2] == station[4:6] or channel == station[4:]:
        return
    above = [line for line in scope.telegram.lines if line.format_line is FormatLine.FL1]
    place = next(
        (p for line in above for name, _, p in line.fields if name == "channel"), scope.at()
    )
    yield CHANNEL_UNLIKE.at(
        place, channel=channel, station=station, one=f"{station[4:6]}A", other=station[4:]
    )


def _section(scope: Scope) -> Iterator[Diagnostic]:
    section, station = scope.telegram.section, scope.heading.station
    if section is not None and not 1 <= section[0] <= section[1]:
        yield SECTION_ABOVE_TOTAL.at(section_place(scope), number=section[0], total=section[1])
    if station is None or station.section is None or not scope.telegram.text.text.strip():
        return
    if section is None or section[0] != int(station.section):
        says = "has no section line" if section is None else f"says section {section[0]}"
        yield SECTION_UNLIKE.at(
            scope.at("station.section", "station"), suffix=station.section, says=says
        )

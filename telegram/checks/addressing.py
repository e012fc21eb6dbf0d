"""Addresses against each other, and against the routing.

Here: rules TG841 to TG843. Elsewhere: one address by itself (`values.addressee`,
`checks.elements`); addressees' precedences (`precedence`); the order of TO, INFO and XMT (`order`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.values.addressee import Addressee

ADDRESSEE_DOUBLED = Rule(
    code="TG841",
    name="addressee-doubled",
    severity=Severity.WARNING,
    message="{name} is addressed twice",
    explanation="""
        An addressee for action needs no copy for information. The same name with other office codes
        is another addressee, and one with ZEN is the same served by other means.
        """,
    how_to_fix="Leave the second one out.",
    source="NAVEDTRA 14145; open-source cable reader: tests",
    references=("FL7-R7", "FL7-S6"),
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        INFO AMEMBASSY SPECIMEN
        SECSTATE WASHDC
        ^^^^^^^^^^^^^^^
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        INFO AMEMBASSY SPECIMEN
        """,
)
EXEMPT_WITHOUT_COLLECTIVE = Rule(
    code="TG842",
    name="exemption-without-collective",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="{name} is exempted, and no addressee above is known to be a collective",
    explanation="""
        XMT names members of a collective that are not to get the message. Without a collective
        there is nobody to exempt. Collectives are known by their words (AIG, CAD, COLLECTIVE, ALL
        ...) or their routing indicator; one that has a name like any other is not recognised, so a
        kept copy gets a warning only.
        """,
    how_to_fix="Name the collective in TO or INFO, or leave the exemption out.",
    source="5 FAH-2 H-321.9; NAVEDTRA 14243",
    references=("FL9-R1",),
    bad="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        XMT AMEMBASSY SPECIMEN
            ^^^^^^^^^^^^^^^^^^
        """,
    good="""
        R 051430Z MAR 74
        FM AMEMBASSY EXAMPLE
        TO EXERCISE POSTS COLLECTIVE
        XMT AMEMBASSY SPECIMEN
        """,
)
ADDRESS_NOT_ROUTED = Rule(
    code="TG843",
    name="address-indicator-not-in-routing",
    severity=Severity.NOTE,
    message="{indicators} of the addresses {verb} not called in FL2",
    explanation="""
        A relay keeps in FL2 only the stations that it serves, so a copy need not call every
        addressee. Reported once, so that a message that nobody could deliver can be found.
        """,
    how_to_fix="Nothing, unless the station should have been called.",
    source="NAVEDTRA 14226 ch. 1; segregation of routing lines (unsourced)",
    references=("X10",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.
        ZNR UUUUU
        R 151530Z APR 02
        FM EXERCISE COMMAND ALFA
        TO RUCIAAA/EXERCISE SQUADRON TWO
           ^^^^^^^
        """,
    good="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ RUCIAAA.
        ZNR UUUUU
        R 151530Z APR 02
        FM EXERCISE COMMAND ALFA
        TO RUCIAAA/EXERCISE SQUADRON TWO
        """,
)


def addressing_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Where the addresses of a heading repeat each other or do not fit together."""
    yield from _doubled(scope)
    yield from _exempted(scope)
    yield from _not_routed(scope)


def _addressed(scope: Scope) -> Iterator[tuple[str, Addressee]]:
    """The addressees for action and information, each with its path."""
    heading = scope.heading
    for kind, addressees in (("action", heading.action), ("info", heading.info)):
        for index, addressee in enumerate(addressees):
            yield f"{kind}[{index}]", addressee


def _doubled(scope: Scope) -> Iterator[Diagnostic]:
    exempt = ((f"exempt[{i}]", addressee) for i, addressee in enumerate(scope.heading.exempt))
    for group in (_addressed(scope), exempt):
        seen = set()
        for path, addressee in group:
            key = (addressee.name, addressee.zen, addressee.offices, addressee.directory_name)
            if key in seen:
                yield ADDRESSEE_DOUBLED.at(scope.at(f"{path}.name", path), name=addressee.name)
            seen.add(key)


def _exempted(scope: Scope) -> Iterator[Diagnostic]:
    """Once a heading: the exemptions share the collective they lack."""
    exempt = scope.heading.exempt
    if exempt and not any(addressee.collective for _, addressee in _addressed(scope)):
        place = scope.at("exempt[0].name", "exempt[0]")
        yield EXEMPT_WITHOUT_COLLECTIVE.at(place, name=exempt[0].name)


def _not_routed(scope: Scope) -> Iterator[Diagnostic]:
    """Once a heading, in JANAP 128 only: other copies show one relay's routing by design."""
    routing = scope.heading.routing
    if routing is None or routing.content is None or not routing.indicators:
        return
    called = set(routing.indicators)
    missing = [
        (path, addressee.routing_indicator.letters)
        for path, addressee in _addressed(scope)
        if addressee.routing_indicator is not None and addressee.routing_indicator not in called
    ]
    if missing:
        path = missing[0][0]
        letters = list(dict.fromkeys(letters for _, letters in missing))
        more = f" and {len(letters) - 1} more" if len(letters) > 1 else ""
        yield ADDRESS_NOT_ROUTED.at(
            scope.at(f"{path}.routing_indicator", path),
            indicators=letters[0] + more,
            verb="are" if more else "is",
        )

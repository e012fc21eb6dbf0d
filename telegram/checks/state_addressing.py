"""The addresses of a State telegram: posts, their indicators, and how far an exemption extends.

State's terminal puts the indicator before an address by a table, so the two should agree. The table
of posts shipped here is not complete: a post that it has not may still exist.

Here: rules TG217, TG376, TG844 and TG845. Elsewhere: one address by itself (`addresses`); addresses
of any message against each other (`addressing`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.lines import FormatLine, Line
from telegram.source import Span
from telegram.texts.state.text import StateText
from telegram.values.addressee import Addressee
from telegram.values.post import canonical_post, nearest_post, post_of_address, post_row

_PREFIXES = ("AMEMBASSY ", "AMCONSUL ")

ACTION_MISSING = Rule(
    code="TG217",
    name="action-addressee-missing",
    severity=Severity.WARNING,
    message="nobody is addressed for action: INFO stands without TO",
    explanation="""
        A State telegram goes to somebody who acts on it. In copies with INFO alone the line with TO
        was lost mostly.
        """,
    how_to_fix="Restore the line with TO.",
    source="public State telegrams (usage)",
    references=("FL7-S2",),
    bad="""
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        INFO AMEMBASSY LIMA
        ^^^^
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
    good="""
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        INFO AMEMBASSY LIMA
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
)
POST_ADDRESSED_UNKNOWN = Rule(
    code="TG376",
    name="addressee-post-unknown",
    severity=Severity.NOTE,
    message="no post {post} is in the table{near}{more}",
    explanation="""
        The name after AMEMBASSY or AMCONSUL is in no table here. The table is not complete, above
        all for posts that were closed; but many unknown posts are misspelt.
        """,
    how_to_fix="Compare with the routing indicator before the name.",
    source="table posts",
    references=("FL7-S5",),
    bad="""
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        INFO AMEMBASSY BOGTOA
             ^^^^^^^^^^^^^^^^
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
    good="""
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        INFO AMEMBASSY BOGOTA
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
)
INDICATOR_OF_ANOTHER = Rule(
    code="TG844",
    name="address-indicator-unlike-post",
    severity=Severity.WARNING,
    message="{indicator} stands before {name}, whose indicator is {wanted}",
    explanation="""
        The terminal puts the indicator before the address by a table. Another one sends the copy to
        another station, where nobody expects it.
        """,
    how_to_fix="Write the indicator of the post, or the post of the indicator.",
    source="table posts",
    references=("FL7-S4",),
    bad="""
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO RUEHC/SECSTATE WASHDC
        INFO RUEHSN/AMEMBASSY LIMA
             ^^^^^^
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
    good="""
        P 061840Z JUN 08
        FM AMEMBASSY SAN SALVADOR
        TO RUEHC/SECSTATE WASHDC
        INFO RUEHPE/AMEMBASSY LIMA
        BT
        UNCLAS SAN SALVADOR 000412
        E.O. 12958: N/A
        """,
)
EXEMPTION_EXTENT = Rule(
    code="TG845",
    name="exemption-extent-unknown",
    severity=Severity.NOTE,
    message="{name} below XMT is taken for an addressee; it may be exempted as well",
    explanation="""
        After XMT lines without an indicator go on exempting, up to one that has an indicator. Where
        no line of the heading has one, nothing tells where the exemption ends, and the line of XMT
        alone is taken for it.
        """,
    how_to_fix="Write INFO before the addressees, or the exempted ones on the line of XMT.",
    source="5 FAH-2 H-321.9 as quoted in cablemap",
    references=("FL9-I1",),
    bad="""
        P 061840Z JUN 86
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        INFO ALL AMERICAN REPUBLIC DIPLOMATIC POSTS
        XMT AMEMBASSY MANAGUA
        AMEMBASSY LIMA
        ^^^^^^^^^^^^^^
        BT
        UNCLAS SAN SALVADOR 00412
        E.O. 12356: N/A
        """,
    good="""
        P 061840Z JUN 86
        FM AMEMBASSY SAN SALVADOR
        TO SECSTATE WASHDC
        INFO ALL AMERICAN REPUBLIC DIPLOMATIC POSTS
        XMT AMEMBASSY MANAGUA
        INFO AMEMBASSY LIMA
        BT
        UNCLAS SAN SALVADOR 00412
        E.O. 12356: N/A
        """,
)


def state_addressing_findings(scope: Scope) -> Iterator[Diagnostic]:
    """What is odd about the addresses of a State telegram."""
    if not isinstance(scope.telegram.text, StateText):
        return
    heading = scope.heading
    if heading.info and not heading.action:
        place = _first_line(scope, FormatLine.FL8)
        yield ACTION_MISSING.at(place)
    addressed = [
        (f"{kind}[{index}]", addressee)
        for kind, group in (
            ("action", heading.action),
            ("info", heading.info),
            ("exempt", heading.exempt),
        )
        for index, addressee in enumerate(group)
    ]
    yield from _unknown(scope, addressed)
    for path, addressee in addressed:
        yield from _indicator(scope, path, addressee)
    if heading.exempt and not any(a.routing_indicator for _, a in addressed):
        yield from _extent(scope)


def _first_line(scope: Scope, kind: FormatLine) -> Span:
    """The prosign of the first line of a kind."""
    line = next((line for line in scope.lines if line.format_line is kind), None)
    if line is None:
        return scope.at()
    start = line.content.start
    word = line.text.split(None, 1)[0] if line.text.strip() else ""
    return Span(start, start + len(word))


def _unknown(scope: Scope, addressed: list[tuple[str, Addressee]]) -> Iterator[Diagnostic]:
    """Once a heading: a telegram to many posts of another time would be nothing but findings."""
    found = {
        addressee.name: path
        for path, addressee in reversed(addressed)
        if addressee.name.startswith(_PREFIXES) and post_of_address(addressee.name) is None
    }
    if not found:
        return
    name, path = next(reversed(found.items()))
    near = nearest_post(name)
    others = len(found) - 1
    yield POST_ADDRESSED_UNKNOWN.at(
        scope.at(f"{path}.name", path),
        post=canonical_post(name),
        near=f"; near it: {near}" if near else "",
        more=f"; nor are {others} others" if others > 1 else "; nor is another" if others else "",
    )


def _indicator(scope: Scope, path: str, addressee: Addressee) -> Iterator[Diagnostic]:
    post = post_of_address(addressee.name) if addressee.routing_indicator is not None else None
    row = post_row(post) if post is not None else None
    if row is None or addressee.routing_indicator is None or addressee.collective:
        return
    letters = addressee.routing_indicator.letters
    if row["routing_indicator"] not in ("", letters):
        yield INDICATOR_OF_ANOTHER.at(
            scope.at(f"{path}.routing_indicator", path),
            indicator=letters,
            name=addressee.name,
            wanted=row["routing_indicator"],
        )


def _extent(scope: Scope) -> Iterator[Diagnostic]:
    """The first line without a prosign directly below a line of XMT."""
    before: Line | None = None
    for line, record in zip(scope.lines, scope.records, strict=True):
        if not line.text.strip():
            continue
        exempting = before is not None and (
            before.format_line is FormatLine.FL9 or ", XMT " in before.text
        )
        if exempting and record.rule == "acp127-us:address_continuation":
            yield EXEMPTION_EXTENT.at(line.content, name=" ".join(line.text.split()))
            return
        before = line

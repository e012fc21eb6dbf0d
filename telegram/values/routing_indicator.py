"""Routing indicators: the letters that name a station to the network.

Four to seven letters, the first R (the worldwide network) or Q (a self-contained one), the second
the nation or alliance. Four letters name a switch; letters after them a station that it serves, or
one of its sections.

Here: the value, what its letters say, the shipped directory, and rules TG301 to TG306. Elsewhere:
who is called (`routing`), whom an address serves (`addressee`).
"""

from collections.abc import Iterator
from functools import lru_cache

from attrs import field, frozen

from telegram.data import groups, rows, table
from telegram.diagnostics import Diagnostic, FieldError, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher
from telegram.values.trusted import trusted

_A117 = "ACP 117 CAN-US SUPP-1(O), general instructions and appendix"

RI_MALFORMED = Rule(
    code="TG301",
    name="routing-indicator-malformed",
    severity=Severity.ERROR,
    message="{text!r} is no routing indicator",
    explanation="""
        A routing indicator has four to seven letters and begins with R or Q. Relays switch a
        message by its letters alone; anything else stops the tape.
        """,
    how_to_fix="Look the station up by its plain language address in the routing directory.",
    source="NAVEDTRA 14226 ch. 1; Federal Standard 1037C",
    references=("RI-R1", "FL2-R2"),
    bad="""
        PP RUEHWEB R2EHC
                   ^^^^^
        """,
    good="PP RUEHWEB RUEHC",
)
RI_UNUSUAL = Rule(
    code="TG302",
    name="routing-indicator-unusual",
    severity=Severity.WARNING,
    message="{text!r} is read as a routing indicator, but {why}",
    explanation="""
        Some field readers meet indicators of eight letters, or with U in first place: local use, or
        letters garbled on the way. They are kept and reported.
        """,
    how_to_fix="Compare with the routing directory.",
    source="comments of an open-source State header extractor (2012); 5 FAH-2 H-230",
    references=("RI-R1",),
    bad="""
        PP UUEHC RUEHC
           ^^^^^
        """,
    good="PP RUEHC",
)
RI_NATION = Rule(
    code="TG303",
    name="routing-indicator-nation-unknown",
    severity=Severity.WARNING,
    message="no nation or alliance is known for the second letter of {text}",
    explanation="""
        The second letter names the nation, service or alliance whose network holds the station. The
        open list is the gateway delivery table; ACP 121 has more.
        """,
    how_to_fix="Compare with the routing directory; the letter may be garbled.",
    source=_A117,
    references=("RI-R2",),
    bad="""
        PP RLEHC
           ^^^^^
        """,
    good="PP RUEHC",
)
RI_UNLISTED = Rule(
    code="TG304",
    name="routing-indicator-not-in-directory",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="{text} is not in the shipped routing directory",
    explanation="""
        The directory holds the stations of ACP 117 CAN-US SUPP-1 of 2011 and 2015. An indicator of
        another year or nation may be right and yet be missing from it.
        """,
    how_to_fix="Check the indicator against a directory of the message's own time.",
    source="ACP 117 CAN-US SUPP-1(O) change 4, 2011; (P) change 18, 2015",
    references=("RI-R3", "FL7-R8"),
    bad="""
        PP RUEHQQQ
           ^^^^^^^
        """,
    good="PP RUEHC",
)
RI_ORIGINATOR = Rule(
    code="TG305",
    name="originating-indicator-not-seven-letters",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="the originating station {text!r} has {count} letters, not seven",
    explanation="""
        Positions 10 to 16 of a JANAP 128 header hold the originating station's indicator. A shorter
        or longer one shifts every later position.
        """,
    how_to_fix="Write all seven letters.",
    source="NAVEDTRA 14226 ch. 1 (FL2 positions 10 to 16)",
    references=("RI-R4",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTAB0014 1051530-UUUU--RUEBXYZ.
                 ^^^^^^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.",
)
RI_OUTPUT_COLLECTIVE = Rule(
    code="TG306",
    name="collective-indicator-of-output",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="{text} is a collective indicator as delivered; only RHCR may be put in",
    explanation="""
        Collective indicators enter the network as RHCR. The switch delivers them as RUCR, so that a
        copy which comes back cannot fan out a second time.
        """,
    how_to_fix="To send the message, write RHCR.",
    source=_A117,
    references=("RI-R5",),
    dialect="janap128",
    bad="""
        RTTUZYUW RUWTABA0014 1051530-UUUU--RUCRNAD.
                                           ^^^^^^^
        """,
    good="RTTUZYUW RUWTABA0014 1051530-UUUU--RHCRNAD.",
)


@frozen(order=True, repr=False, weakref_slot=False)
class RoutingIndicator:
    """The letters that name a station to the network.

    :Shape:  R or Q, then three to six letters.
    :Order:  by letters, which keeps stations of one relay together.
    :Text:   ``str(ri)`` is the letters.
    :Errors: `FieldError` with TG301.
    :Source: ACP 117 CAN-US SUPP-1; NAVEDTRA 14226; Federal Standard 1037C.

    >>> ri = RoutingIndicator.parse("RUEHSN")
    >>> ri.nation, ri.relay, ri.tributary
    ('United States', 'RUEH', 'SN')
    >>> ri.meaning
    'State Department and its posts'
    """

    letters: str = field()

    @letters.validator
    def _shape(self, _: object, value: str) -> None:
        if matcher("elements:routing_indicator").fullmatch(value) is None:
            raise FieldError(RI_MALFORMED.at(Span(0, len(value)), text=value))

    @classmethod
    def parse(cls, text: str) -> "RoutingIndicator":
        """The indicator that the text writes."""
        return cls(text)

    @property
    def network(self) -> str:
        """``worldwide`` for R, ``theater`` for Q."""
        return "worldwide" if self.letters[0] == "R" else "theater"

    @property
    def nation(self) -> str | None:
        """The nation or alliance of the second letter; None where no open source names it."""
        row = table("nations", "second_letter").get(self.letters[1])
        return row["nation"] if row else None

    @property
    def relay(self) -> str:
        """The first four letters: the switch that serves the station."""
        return self.letters[:4]

    @property
    def tributary(self) -> str:
        """The letters after the switch; empty for a switch."""
        return self.letters[4:]

    @property
    def section(self) -> str | None:
        """What the suffix of a switch stands for, such as a service-message section.

        None where the directory or a fixed meaning says that the letters name a station.
        """
        if self.stations or self.meaning:
            return None
        row = table("routing-suffixes", "suffix").get(self.tributary)
        return row["section"] if row else None

    @property
    def meaning(self) -> str | None:
        """What a fixed indicator or prefix stands for."""
        found = None
        for row in rows("fixed-routing-indicators"):
            if self.letters == row["indicator"]:
                return row["meaning"]
            if row["match"] == "prefix" and self.letters.startswith(row["indicator"]):
                found = row["meaning"]
        return found

    @property
    def stations(self) -> tuple[str, ...]:
        """Names of the stations that the shipped directory lists under this indicator."""
        return tuple(
            row["station"]
            for row in groups("routing-indicators", "routing_indicator").get(self.letters, ())
        )

    @property
    def station(self) -> str | None:
        """The first name of the directory, or None."""
        return next(iter(self.stations), None)

    @property
    def collective(self) -> bool:
        """Whether it stands for many stations (RHCR, delivered as RUCR)."""
        return self.letters[:4] in ("RHCR", "RUCR")

    def __str__(self) -> str:
        return self.letters

    def __repr__(self) -> str:
        return f"RoutingIndicator({self.letters!r})"


_make = trusted(RoutingIndicator)


@lru_cache(maxsize=8192)
def indicator_of(letters: str) -> RoutingIndicator:
    """The value of matched letters; equal letters share one value."""
    return _make(letters)


def indicator_problems(text: str, span: Span) -> Iterator[Diagnostic]:
    """What is wrong with the text of a routing indicator."""
    if matcher("elements:routing_indicator").fullmatch(text) is None:
        first_fits = text[:1] in "RQU"
        if text.isalpha() and text.isupper() and 4 <= len(text) <= 8 and first_fits:
            why = "it begins with U" if text[0] == "U" else "it has eight letters"
            yield RI_UNUSUAL.at(span, text=text, why=why)
        else:
            yield RI_MALFORMED.at(span, text=text)
        return
    if text[1] not in table("nations", "second_letter"):
        yield RI_NATION.at(span, text=text)
    elif text not in groups("routing-indicators", "routing_indicator"):
        yield RI_UNLISTED.at(span, text=text)

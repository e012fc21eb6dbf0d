"""Dialects as data: which lines, by which grammar rules, in which order, required or not, within
which limits.

A dialect is one frozen record, complete in itself. A new one is a grammar file, a record here,
examples and docs.

Here: the record types and the table of dialects. Elsewhere: what a line looks like (`grammar/`),
how lines are assigned (`parsing`), how a dialect is recognised (`dialects.recognition`).
"""

from enum import Enum
from functools import cache

from attrs import frozen

from telegram.lines import FormatLine

__all__ = [
    "Dialect",
    "Limits",
    "LineRule",
    "Need",
    "dialect",
    "dialects",
    "made_dialects",
    "written_dialects",
]


class Need(Enum):
    """Whether a format line must be there.

    :Source: the table of format lines and their users in the dialects' documents.
    """

    MANDATORY = "mandatory"
    """Its absence is an error."""
    ON_THE_WIRE = "on the wire"
    """A switch requires it; a kept copy has often lost it."""
    CONDITIONAL = "conditional"
    """Required by circumstances that a rule names."""
    OPTIONAL = "optional"
    UNUSED = "not used"


@frozen
class LineRule:
    """One kind of line: the grammar rules that read it, and where it may stand.

    :ivar format_line: what the line is.
    :ivar rule: its standard grammar rule, ``file:rule``.
    :ivar damaged: its widened rule, or None.
    :ivar after: format lines that may stand directly before it, blank lines and intrusions aside;
        None: any.
    :ivar ends_heading: the text begins here or after it.
    """

    format_line: FormatLine
    rule: str
    damaged: str | None = None
    after: frozenset[FormatLine] | None = None
    ends_heading: bool = False


@frozen
class Limits:
    """What a dialect's lines may hold.

    :ivar line: characters a line (a longer one is reported).
    :ivar matched_line: characters up to which a heading line is matched at all; a longer one is
        kept raw.
    :ivar heading_lines: lines of a heading; what is over is text.
    :ivar indicators: routing indicators in FL2.
    :ivar page_lines: text lines a page.
    :ivar pages: pages a transmission section.
    """

    line: int = 69
    matched_line: int = 4_000
    heading_lines: int = 20_000
    indicators: int = 500
    page_lines: int = 20
    pages: int = 5


@frozen
class Dialect:
    """A procedure or a printout that fills heading and ending of a telegram.

    :ivar name: its key, such as ``acp127-us``.
    :ivar title: its name in running text.
    :ivar documents: the standards it follows.
    :ivar users: who writes it.
    :ivar lines: its kinds of lines, in the order in which they are tried.
    :ivar needs: which format lines must be there.
    :ivar characters: the characters it may carry (beside blank).
    :ivar text_checked: whether its characters bind the text too; not where it is a print layout.
    :ivar limits: what its lines may hold.
    :ivar station_form: how FL3 is written: ``us``, ``base``, ``call`` (by call sign) or None where
        FL2 holds it.
    :ivar validated: whether FL15 repeats the serial number.
    :ivar written: whether messages can be written in it; not where its rules are not
        public, nor a printout, which nobody sends.
    :ivar starts: rules of lines with which a message of this dialect alone can begin.
    :ivar preludes: rules of lines that may stand above such a line, and begin nothing by
        themselves.
    :ivar printed: whether it is a printout, in which banners and page lines are at home.
    :ivar labels: what labelled lines of the text say in place of a heading; such a dialect has no
        heading above its text.
    :ivar opens: the rule of the line that opens each message of a printout, ended or not the one
        above.
    :ivar ends: what its end of message may be.
    """

    name: str
    title: str
    documents: str
    users: str
    lines: tuple[LineRule, ...]
    needs: dict[FormatLine, Need]
    characters: str
    text_checked: bool = True
    limits: Limits = Limits()
    station_form: str | None = None
    validated: bool = True
    written: bool = True
    starts: tuple[str, ...] = ()
    preludes: tuple[str, ...] = ()
    printed: bool = False
    labels: tuple[LineRule, ...] = ()
    opens: str | None = None
    ends: tuple[str, ...] = ("NNNN",)


_START = frozenset({FormatLine.BLANK})  # nothing yet
_BEFORE_PREAMBLE = _START | {FormatLine.FL1, FormatLine.FL2, FormatLine.FL3, FormatLine.FL4}
_ADDRESSES = frozenset({FormatLine.FL7, FormatLine.FL8, FormatLine.FL9})
_HEADING = _ADDRESSES | {FormatLine.FL3, FormatLine.FL5, FormatLine.FL6}
_EARLY = _BEFORE_PREAMBLE | {FormatLine.FL5}

_FL1 = LineRule(FormatLine.FL1, "acp127:fl1", "acp127:fl1_damaged")
_FL2_ACP = (
    LineRule(FormatLine.FL2, "acp127:fl2", "acp127:fl2_damaged", _BEFORE_PREAMBLE),
    LineRule(FormatLine.FL2, "acp127:fl2_continuation", None, frozenset({FormatLine.FL2})),
)
_FL2_JANAP = (
    LineRule(FormatLine.FL2, "janap128:fl2", "janap128:fl2_damaged"),
    LineRule(FormatLine.FL2, "janap128:fl2_continuation", None, frozenset({FormatLine.FL2})),
)
_FL3_US = LineRule(FormatLine.FL3, "acp127-us:fl3", "acp127:fl3_damaged", _BEFORE_PREAMBLE)
_FL3_BASE = LineRule(FormatLine.FL3, "acp127:fl3", "acp127:fl3_damaged", _BEFORE_PREAMBLE)
_FL4 = (
    LineRule(FormatLine.FL4, "acp127:fl4", "acp127:fl4_damaged", _BEFORE_PREAMBLE),
    LineRule(FormatLine.FL4, "acp127:fl4_continuation", None, frozenset({FormatLine.FL4})),
)
_FL5 = (
    LineRule(FormatLine.FL5, "plaindress:fl5", "plaindress:fl5_damaged"),
    LineRule(FormatLine.FL5, "plaindress:fl5_continuation", None, frozenset({FormatLine.FL5})),
)
_FL6 = LineRule(FormatLine.FL6, "plaindress:fl6", "plaindress:fl6_damaged")
_FL7_TO_9 = (
    LineRule(FormatLine.FL7, "plaindress:fl7", "plaindress:fl6_damaged"),
    LineRule(FormatLine.FL8, "plaindress:fl8", "plaindress:fl6_damaged"),
    LineRule(FormatLine.FL9, "plaindress:fl9", "plaindress:fl6_damaged"),
)
_FL7_TO_9_COUNTED = (
    LineRule(FormatLine.FL7, "acp127-us:fl7", "plaindress:fl6_damaged"),
    LineRule(FormatLine.FL8, "acp127-us:fl8", "plaindress:fl6_damaged"),
    LineRule(FormatLine.FL9, "acp127-us:fl9", "plaindress:fl6_damaged"),
)
_ALONE = tuple(
    LineRule(FormatLine[name.upper()], f"plaindress:{name}_alone") for name in ("fl7", "fl8", "fl9")
)
_FL10_TO_12 = (
    *_ALONE,
    LineRule(
        FormatLine.FL10, "plaindress:fl10", "plaindress:fl10_damaged", _ADDRESSES | {FormatLine.FL6}
    ),
    LineRule(FormatLine.FL11, "plaindress:bt", "plaindress:bt_damaged", ends_heading=True),
    LineRule(FormatLine.FL16, "plaindress:fl16", None, ends_heading=True),
)
_PRINTED = (
    LineRule(FormatLine.BANNER, "amhs:banner", None, _EARLY),
    LineRule(FormatLine.PRECEDENCE_WORD, "amhs:precedence_line", None, _EARLY),
    LineRule(FormatLine.FL6, "amhs:labelled_originator", None, _EARLY),
    LineRule(FormatLine.INTRUSION, "amhs:intrusion"),
    LineRule(FormatLine.INTRUSION, "amhs:passing", None, _EARLY),
    LineRule(
        FormatLine.FL12, "amhs:passing", None, _ADDRESSES | {FormatLine.FL6}, ends_heading=True
    ),
    LineRule(FormatLine.PAGE, "plaindress:page_line"),
    LineRule(FormatLine.FL12, "plaindress:text_opening", ends_heading=True),
)
_CONTINUED = (
    LineRule(
        FormatLine.FL7,
        "plaindress:address_continuation",
        "plaindress:address_continuation_damaged",
        _ADDRESSES,
    ),
)
_CONTINUED_COUNTED = (
    LineRule(
        FormatLine.FL7,
        "acp127-us:address_continuation",
        "plaindress:address_continuation_damaged",
        _ADDRESSES,
    ),
)

US_TELETYPE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-?:$!&#'().,;/\""
"""Printable characters of the US teletype set (published Baudot tables; NAVEDTRA 14226 ch. 1)."""
COMMON_TELETYPE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-?:'().,/"
"""Printable characters that the US teletype set and ITA2 share."""


def _needs(wire: str, mandatory: str, optional: str = "FL9 FL10") -> dict[FormatLine, Need]:
    needs = dict.fromkeys((line for line in FormatLine if line.number), Need.UNUSED)
    for names, need in (
        (wire, Need.ON_THE_WIRE),
        (mandatory, Need.MANDATORY),
        (optional, Need.OPTIONAL),
        ("FL7 FL8", Need.CONDITIONAL),
    ):
        for name in names.split():
            needs[FormatLine[name]] = need
    return needs


ACP127 = Dialect(
    name="acp127",
    title="ACP 127",
    documents="ACP 127(G) and national supplements",
    users="NATO and Commonwealth tape relay",
    lines=(
        _FL1,
        *_FL2_ACP,
        _FL3_BASE,
        *_FL4,
        *_FL5,
        _FL6,
        *_FL7_TO_9,
        *_FL10_TO_12,
        *_PRINTED,
        *_CONTINUED,
    ),
    needs=_needs("FL1 FL2 FL3 FL4 FL11 FL13 FL16", "FL5 FL6 FL12", "FL9 FL10 FL15"),
    characters=COMMON_TELETYPE,
    station_form="base",
    validated=False,
)
ACP127_US = Dialect(
    name="acp127-us",
    title="ACP 127 US SUPP-1",
    documents="ACP 127 US SUPP-1; 5 FAH-2 H-320",
    users="State Department, US relays",
    lines=(
        _FL1,
        *_FL2_ACP,
        _FL3_US,
        *_FL4,
        *_FL5,
        _FL6,
        *_FL7_TO_9_COUNTED,
        *_FL10_TO_12,
        *_PRINTED,
        *_CONTINUED_COUNTED,
    ),
    needs=_needs("FL1 FL2 FL3 FL4 FL11 FL13 FL15 FL16", "FL5 FL6 FL12"),
    characters=US_TELETYPE,
    station_form="us",
)
JANAP128 = Dialect(
    name="janap128",
    title="JANAP 128 / ACP 128",
    documents="JANAP 128; ACP 128",
    users="AUTODIN; legacy side of later systems; interfaces of Canada and Japan",
    lines=(_FL1, *_FL2_JANAP, *_FL4, *_FL5, _FL6, *_FL7_TO_9, *_FL10_TO_12, *_PRINTED, *_CONTINUED),
    needs=_needs("FL1 FL4 FL11 FL13 FL15 FL16", "FL2 FL5 FL6 FL12"),
    characters=US_TELETYPE,
)
AMHS = Dialect(
    name="amhs",
    title="AMHS print layout",
    documents="print layouts of message handling systems; headings stripped of FL1 to FL4",
    users="archives, web copies",
    lines=(_FL1, *_FL4, *_FL5, _FL6, *_FL7_TO_9, *_FL10_TO_12, *_PRINTED, *_CONTINUED),
    needs=_needs("FL11 FL13", "FL5 FL6 FL12", "FL4 FL9 FL10 FL15 FL16"),
    characters=US_TELETYPE,
    text_checked=False,
    validated=False,
)
_BLOCK = (
    *(
        LineRule(FormatLine.DISTRIBUTION, rule, None, _BEFORE_PREAMBLE)
        for rule in (
            "state-1970s:copy_number",
            "state:distribution_line",
            "state:distribution_total",
            "state-1970s:labelled_distribution",
            "state:drafting_line",
            "state:clearances",
            "state:desired_distribution",
            "state:distribution_rule",
        )
    ),
    LineRule(FormatLine.PAGE, "state:page_line", None, _BEFORE_PREAMBLE),
    LineRule(FormatLine.PAGE, "state:page_line_second", None, _BEFORE_PREAMBLE),
    LineRule(FormatLine.PAGE, "state:page_second", None, _BEFORE_PREAMBLE),
)
STATE_1970S = Dialect(
    name="state-1970s",
    title="State printout of the 1970s",
    documents="public State telegrams of 1973 to 1994 (inferred)",
    users="central file of the State Department, archives",
    lines=(
        *_BLOCK,
        LineRule(FormatLine.INTRUSION, "state-1970s:archive_line", None, _BEFORE_PREAMBLE),
        LineRule(FormatLine.INTRUSION, "state-1970s:caption_above", None, _BEFORE_PREAMBLE),
        _FL1,
        *_FL2_ACP,
        _FL3_US,
        *_FL4,
        *_FL5,
        _FL6,
        *_FL7_TO_9_COUNTED,
        *_FL10_TO_12,
        *_PRINTED,
        LineRule(FormatLine.DISTRIBUTION, "state-1970s:desired_offices", None, _BEFORE_PREAMBLE),
        *_CONTINUED_COUNTED,
    ),
    needs=_needs("FL11 FL13", "FL5 FL6 FL12", "FL1 FL2 FL3 FL4 FL9 FL10 FL15 FL16"),
    characters=US_TELETYPE,
    text_checked=False,
    station_form="us",
    validated=False,
    written=False,
    printed=True,
    opens="state-1970s:first_page",
    ends=("NNNN", "NNN"),
)
STATE_SMART = Dialect(
    name="state-smart",
    title="State printout of SMART",
    documents="5 FAH-1 H-210 (what a telegram holds); labels and their order (unsourced)",
    users="State Department since 2010",
    lines=(),
    needs=_needs("", "FL12", "FL5 FL6")
    | dict.fromkeys((FormatLine.FL7, FormatLine.FL8), Need.OPTIONAL),
    characters=US_TELETYPE,
    text_checked=False,
    validated=False,
    written=False,
    printed=True,
    opens="state-smart:evidence",
    labels=(
        LineRule(FormatLine.FL5, "state-smart:date_line"),
        LineRule(FormatLine.FL6, "state-smart:from_line"),
        LineRule(FormatLine.FL7, "state-smart:action_line"),
        LineRule(FormatLine.FL8, "state-smart:info_line"),
    ),
)

_CALLS = (
    LineRule(FormatLine.FL2, "acp126:fl2", None, _START | {FormatLine.FL1}),
    LineRule(FormatLine.FL2, "acp126:call", None, _START | {FormatLine.FL1}),
    LineRule(FormatLine.FL2, "acp126:fl2_continuation", None, frozenset({FormatLine.FL2})),
    LineRule(FormatLine.FL3, "acp126:fl3", None, _BEFORE_PREAMBLE),
)
ACP126 = Dialect(
    name="acp126",
    title="ACP 126",
    documents="ACP 126(C); FM 11-490-7",
    users="radio teletype nets, MARS",
    lines=(
        _FL1,
        *_CALLS,
        *_FL4,
        LineRule(FormatLine.FL5, "acp126:fl5", "plaindress:fl5_damaged"),
        *_FL5[1:],
        _FL6,
        *_FL7_TO_9,
        LineRule(FormatLine.FL10, "plaindress:fl10", "plaindress:fl10_damaged", _HEADING),
        *_FL10_TO_12,
        *_PRINTED,
        *_CONTINUED,
    ),
    needs=_needs("FL2 FL3 FL11 FL13 FL16", "FL12", "FL1 FL4 FL9 FL15")
    | dict.fromkeys(
        (FormatLine.FL5, FormatLine.FL6, FormatLine.FL10, FormatLine.FL14), Need.CONDITIONAL
    ),
    characters=COMMON_TELETYPE,
    station_form="call",
    validated=False,
    starts=("acp126:call", "acp126:fl3"),
    preludes=("acp126:fl2",),
)
DOI103 = Dialect(
    name="doi103",
    title="DOI-103",
    documents="DOI-103, which is not public: recognised by its words, and nothing more",
    users="special security traffic",
    lines=(
        _FL1,
        LineRule(FormatLine.FL2, "doi103:fl2", None, _BEFORE_PREAMBLE),
        LineRule(FormatLine.FL3, "doi103:fl3", None, _BEFORE_PREAMBLE),
        LineRule(FormatLine.FL4, "doi103:fl4", None, _BEFORE_PREAMBLE),
        LineRule(FormatLine.FL4, "doi103:fl4_continuation", None, _BEFORE_PREAMBLE),
        *_FL5,
        _FL6,
        *_FL7_TO_9,
        LineRule(FormatLine.FL11, "doi103:bt", None, ends_heading=True),
        *_FL10_TO_12,
        *_PRINTED,
        *_CONTINUED,
    ),
    needs={line: Need.OPTIONAL for line in FormatLine if line.number},
    characters=US_TELETYPE,
    text_checked=False,
    validated=False,
    written=False,
)

_DIALECTS = {
    record.name: record
    for record in (ACP127, ACP127_US, JANAP128, ACP126, DOI103, AMHS, STATE_1970S, STATE_SMART)
}


def dialects() -> tuple[Dialect, ...]:
    """All dialects, in the order of the manual."""
    return tuple(_DIALECTS.values())


def written_dialects() -> tuple[Dialect, ...]:
    """The dialects that are written too, beside being read."""
    return tuple(record for record in _DIALECTS.values() if record.written)


def made_dialects() -> tuple[Dialect, ...]:
    """The dialects in which test messages are made: those that are written, and printouts."""
    return tuple(record for record in _DIALECTS.values() if record.written or record.printed)


@cache
def dialect(name: str) -> Dialect:
    """The dialect of that name. Raises ValueError that lists the names, for any other."""
    try:
        return _DIALECTS[name]
    except KeyError:
        raise ValueError(f"no dialect {name!r}; the dialects are {', '.join(_DIALECTS)}") from None

"""Strategies for the elements of a heading, one a value.

Letters, numbers and rows of the shipped tables are drawn, never patterns: such draws are quick, and
shrink to the first row and the lowest number.

Here: FL1 to FL10 as single values. Elsewhere: values that agree with each other (`messages`).
"""

from collections.abc import Sequence

from hypothesis import strategies as st

from telegram.data import rows
from telegram.dialects import dialect as dialect_named
from telegram.model import Accounting, Instruction, PrecedencePair
from telegram.syntax import matcher
from telegram.values.addressee import Addressee, PlainLanguageAddress
from telegram.values.call_sign import CallSign
from telegram.values.date_time_group import DateTimeGroup, longest_month
from telegram.values.filing_time import FilingTime
from telegram.values.message_cited import MessageCited
from telegram.values.operating_signal import OperatingSignal
from telegram.values.precedence import Precedence
from telegram.values.routing import ContentIndicator, LanguageMedia, ReleaseCode, Routing
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.security import Security
from telegram.values.station_serial import StationSerial
from telegram.values.transmission_identification import TransmissionIdentification

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
_ZONES = "ZABCDEFGHIKLMNOPQRSTUVWXY"
_USUAL = "RPOZ"
_NAMES = ("EXERCISE WING ONE", "EXERCISE GROUP TWO", "EXERCISE DEPOT NINE", "AIG 99001")


def _column(table: str, column: str) -> list[str]:
    return [row[column] for row in rows(table)]


def _letters(least: int, most: int) -> st.SearchStrategy[str]:
    return st.text(CAPITALS, min_size=least, max_size=most)


def _serials(digits: int = 4) -> st.SearchStrategy[str]:
    return st.integers(1, 10**digits - 1).map(f"{{:0{digits}}}".format)


def precedences() -> st.SearchStrategy[Precedence]:
    """Every precedence, and the night action of an IMMEDIATE."""
    return st.one_of(
        st.sampled_from("RPOZMWY").map(Precedence), st.just(Precedence("O", niact=True))
    )


@st.composite
def precedence_pairs(draw: st.DrawFn) -> PrecedencePair:
    """FL5's precedence: for action, and a lower one for information or none."""
    letter = draw(st.sampled_from(_USUAL))
    lower = [Precedence(each) for each in _USUAL[: _USUAL.index(letter)]]
    info = draw(st.sampled_from([None, *lower]))
    return PrecedencePair(Precedence(letter), info)


@st.composite
def date_time_groups(draw: st.DrawFn) -> DateTimeGroup:
    """Groups of every zone but J; month and year may be absent, a year has two or four digits.

    The day exists in its month in some century, as for the value itself: ``resolve`` may refuse 29
    FEB.
    """
    month = draw(st.one_of(st.integers(1, 12), st.none()))
    years = st.one_of(st.integers(0, 99), st.integers(1000, 9999), st.none())
    year = draw(years) if month is not None else None
    last = 31 if month is None else longest_month(month, year)
    day, hour = draw(st.integers(1, last)), draw(st.integers(0, 23))
    return DateTimeGroup(
        day, hour, draw(st.integers(0, 59)), draw(st.sampled_from(_ZONES)), month, year
    )


def filing_times() -> st.SearchStrategy[FilingTime]:
    """By the day of the year and by the day of the month; none that was cut off."""
    hours, minutes = st.integers(0, 23), st.integers(0, 59)
    return st.one_of(
        st.builds(FilingTime, st.integers(1, 366), st.none(), hours, minutes),
        st.builds(FilingTime, st.none(), st.integers(1, 31), hours, minutes),
    )


def routing_indicators() -> st.SearchStrategy[RoutingIndicator]:
    """Those of the shipped directory, and any R or Q with three to six letters."""
    listed = st.sampled_from(sorted(set(_column("routing-indicators", "routing_indicator"))))
    return st.one_of(st.builds("{}{}".format, st.sampled_from("RQ"), _letters(3, 6)), listed).map(
        RoutingIndicator
    )


def call_signs() -> st.SearchStrategy[CallSign]:
    """A letter, then two to seven letters and digits."""
    rest = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=2, max_size=7)
    return st.builds("{}{}".format, _letters(1, 1), rest).map(CallSign)


def transmission_identifications() -> st.SearchStrategy[TransmissionIdentification]:
    """FL1, with and without channel and classification."""
    return st.builds(
        TransmissionIdentification,
        st.one_of(_serials(4), _serials(3)),
        st.one_of(st.none(), _letters(3, 3)),
        st.one_of(st.none(), st.sampled_from("UERCST")),
    )


def language_medias() -> st.SearchStrategy[LanguageMedia]:
    """The pairs that the tables list."""
    return st.sampled_from(
        [
            LanguageMedia(row["code"] + other)
            for row in rows("language-media")
            for other in row["pairs_with"].split()
        ]
    )


def content_indicators() -> st.SearchStrategy[ContentIndicator]:
    """The codes that the table lists."""
    return st.sampled_from(
        [ContentIndicator(code) for code in _column("content-indicators", "code")]
    )


def release_codes() -> st.SearchStrategy[ReleaseCode]:
    """The codes that the table lists."""
    return st.sampled_from([ReleaseCode(letter) for letter in _column("release-codes", "letter")])


def routings(dialect: str = "acp127-us") -> st.SearchStrategy[Routing]:
    """FL2 of a dialect; without release codes and record counts.

    Raises ValueError for a dialect without one.
    """
    called = st.lists(routing_indicators(), min_size=1, max_size=8, unique=True).map(tuple)
    precedence = st.sampled_from(_USUAL).map(lambda letter: (Precedence(letter),))
    record = dialect_named(dialect)
    rules = {line.rule for line in record.lines}
    if "acp127:fl2" in rules:
        return st.builds(Routing, precedence, called)
    if "janap128:fl2" not in rules:
        raise ValueError(f"{record.title} has no FL2")
    return st.builds(_header, precedence, called, st.sampled_from("UCST"), _header_parts())


_HeaderParts = tuple[LanguageMedia, ContentIndicator, str, str, FilingTime]


def _header_parts() -> st.SearchStrategy[_HeaderParts]:
    filed = st.builds(
        FilingTime, st.integers(1, 366), st.none(), st.integers(0, 23), st.integers(0, 59)
    )
    narrative = content_indicators().filter(lambda content: content.narrative)
    return st.tuples(language_medias(), narrative, _letters(6, 6), _serials(), filed)


def _header(
    precedence: tuple[Precedence, ...],
    called: tuple[RoutingIndicator, ...],
    letter: str,
    parts: _HeaderParts,
) -> Routing:
    media, content, station, serial, filed = parts
    return Routing(
        precedence,
        called,
        media,
        letter,
        content,
        RoutingIndicator(f"R{station}"),
        serial,
        filed,
        None,
        letter * 4,
        complete=True,
    )


def station_serials() -> st.SearchStrategy[StationSerial]:
    """FL3 in the US form, with and without a section, and in the base form; always with a time."""
    hours, minutes = st.integers(0, 23), st.integers(0, 59)
    of_year = st.builds(FilingTime, st.integers(1, 366), st.none(), hours, minutes)
    of_month = st.builds(FilingTime, st.none(), st.integers(1, 31), hours, minutes)
    section = st.one_of(st.none(), _serials(2))
    return st.one_of(
        st.builds(StationSerial, routing_indicators(), _serials(), section, of_year),
        st.builds(
            StationSerial,
            routing_indicators(),
            st.one_of(_serials(), _serials(3)),
            st.none(),
            of_month,
        ),
    )


def messages_cited() -> st.SearchStrategy[MessageCited]:
    """Station and serial number, with a filing time or without."""
    hours, minutes = st.integers(0, 23), st.integers(0, 59)
    filed = st.builds(FilingTime, st.integers(1, 366), st.none(), hours, minutes)
    return st.builds(MessageCited, routing_indicators(), _serials(), st.one_of(st.none(), filed))


@st.composite
def operating_signals(draw: st.DrawFn) -> OperatingSignal:
    """Signals of the table, perhaps asked (INT), perhaps with operands: numbers, stations with a
    serial number.
    """
    codes = [code for code in _column("operating-signals", "signal") if code[0] in "QZ"]
    code = draw(st.sampled_from(codes))  # the table explains INT as well, which is none
    station = st.builds("R{}{}".format, _letters(3, 6), _serials())
    operands = draw(st.lists(st.one_of(_serials(), station), max_size=2))
    return OperatingSignal(code, tuple(operands), draw(st.booleans()))


@st.composite
def securities(draw: st.DrawFn) -> Security:
    """FL4: the letter with its warning, perhaps special handling or release codes, and signals.

    No prosign T and no traces of relays.
    """
    row = draw(st.sampled_from(list(reversed(rows("security-letters")))))
    letter = row["letter"]
    codes = sorted(
        draw(
            st.lists(
                release_codes().map(str).filter(lambda code: code != letter),
                max_size=2,
                unique=True,
            )
        )
    )
    end = "".join(codes * (2 if len(codes) == 1 else 1))
    handling = draw(st.sampled_from([None, *_column("special-handling", "letter")]))
    signals = draw(st.lists(operating_signals(), max_size=2))
    return Security(
        row["warning"],
        (letter * 5)[: 5 - len(end)] + end,
        handling,
        tuple(map(ReleaseCode, codes)),
        tuple(signals),
    )


def instructions() -> st.SearchStrategy[Instruction]:
    """Instructions of FL5: a signal, minimize, or an identifier that an input system added."""
    number = st.integers(0, 999_999).map("{:06}".format)
    return st.one_of(
        st.just(Instruction("minimize", "MIN", "MIN")),
        st.builds(_labelled, st.just("psn"), st.just("PSN "), number.map("{}Z01".format)),
        st.builds(_labelled, st.just("mid"), st.just("MID"), number.map("{0}{0}Z".format)),
        st.builds(_labelled, st.just("asn"), st.just("ZUI ASN-"), number.map("EXE{}001".format)),
        operating_signals().map(lambda signal: Instruction("signal", str(signal), signal.code)),
    )


def _labelled(kind: str, label: str, value: str) -> Instruction:
    return Instruction(kind, label + value, value)


def accountings() -> st.SearchStrategy[Accounting]:
    """FL10: with and without symbol, counted or not."""
    symbol = st.one_of(st.none(), _letters(1, 4).filter(lambda letters: letters[:2] != "GR"))
    return st.builds(Accounting, symbol, st.one_of(st.none(), st.integers(0, 9999)))


_WORDS = st.builds(
    str.__add__,
    st.sampled_from(CAPITALS),
    st.text(f"{CAPITALS}{DIGITS}.&'()-", max_size=8),
)


def _is_name(name: str) -> bool:
    return matcher("acp127-us:address_continuation").fullmatch(name) is not None and (
        matcher("elements:plain_language_address").fullmatch(name) is not None
    )


def _names() -> st.SearchStrategy[str]:
    free = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join).filter(_is_name)
    return st.one_of(st.sampled_from(_NAMES), free)


def plain_language_addresses() -> st.SearchStrategy[PlainLanguageAddress]:
    """Invented names, and words of one to nine characters; each word but the number of an address
    group begins with a letter.
    """
    return _names().map(PlainLanguageAddress)


@st.composite
def addressees(draw: st.DrawFn) -> Addressee:
    """Names with an indicator, ZEN or neither, offices, a precedence, a number.

    No aliases and no directory names.
    """
    indicator = draw(st.one_of(st.none(), routing_indicators()))
    zen = indicator is None and draw(st.booleans())
    offices: Sequence[str] = draw(
        st.lists(st.sampled_from(("G3", "N1", "J6", "OPS")), max_size=3, unique=True)
    )
    precedence = draw(st.one_of(st.none(), st.sampled_from(_USUAL).map(Precedence)))
    number = draw(st.one_of(st.none(), _serials()))
    return Addressee(draw(_names()), indicator, zen, tuple(offices), precedence, number)

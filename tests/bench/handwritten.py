"""The heading of an ACP 127 US telegram, read by patterns written by hand: what a programmer
without the library would write.

It builds the library's values by the same constructors and keeps the match of each line, from which
places can be told; it has no artefacts, no damaged forms, no diagnostics, and knows no other
dialect.
"""

import re

from telegram.model import Heading, PrecedencePair
from telegram.source import Source
from telegram.values.addressee import addressee_of
from telegram.values.date_time_group import MONTH_NUMBER, dtg_of, longest_month
from telegram.values.operating_signal import signal_of
from telegram.values.precedence import Precedence
from telegram.values.routing import make_routing
from telegram.values.routing_indicator import indicator_of
from telegram.values.security import make_security
from telegram.values.station_serial import station_of
from telegram.values.transmission_identification import transmission_of
from telegram.values.trusted import trusted

FL1 = re.compile(r"V?ZCZC([A-Z]{3})?(\d{3,4})(?: (UU|EE|RR|CC|SS|TT))?")
FL2 = re.compile(r"(ZZ|OO|PP|RR|YY) ([RQ][A-Z]{3,6}(?: [RQ][A-Z]{3,6})*)")
FL3 = re.compile(r"DE ([RQ][A-Z]{3,6}) #(\d{4})(?:/(\d\d))? (\d{3})(\d{4})")
FL4 = re.compile(r"(ZN[RY]) ([A-Z]{5})(?:/([A-Z]{5}))?((?: [QZ][A-Z]{2}[A-Z0-9]?)*)")
FL5 = re.compile(
    r"([ZOPRYWM])(?: ([ZOPRYWM]))? (\d\d)(\d{4})([A-Z])"
    r"(?: (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?: (\d{4}|\d\d))?)?((?: [QZ][A-Z]{2})*)"
)
ADDRESS = (
    r"(?:([RQ][A-Z]{3,6})/)?"
    r"([A-Z0-9.&'(),-]+(?: (?!(?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE)\b|\d{4}\b)"
    r"[A-Z0-9.&'(),-]+)*)(?://([^/]+(?:/[^/]+)*)//)?"
    r"(?: (FLASH|NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE))?(?: (\d{4,}))?"
)
FM = re.compile("FM " + ADDRESS)
TO = re.compile("TO " + ADDRESS)
INFO = re.compile("INFO " + ADDRESS)
XMT = re.compile("XMT " + ADDRESS)
PLAIN = re.compile(ADDRESS)
END = re.compile(r"BT|UNCLAS|[CS] [OE] ")

_heading = trusted(Heading)
_pair = trusted(PrecedencePair)


def read(text: str) -> tuple[Source, Heading, list[re.Match[str]]]:
    """The heading of a text."""
    source = Source(text)
    transmission = routing = station = security = dtg = originator = None
    pair = None
    instructions: tuple[object, ...] = ()
    action: list[object] = []
    info: list[object] = []
    exempt: list[object] = []
    current = action
    matches = []
    for raw in text.splitlines():
        line = raw.rstrip()
        if not line:
            continue
        if originator is None:
            if match := FL1.fullmatch(line):
                transmission = transmission_of(*match.groups())
            elif match := FL2.fullmatch(line):
                routing = make_routing(
                    (Precedence.parse(match[1]),),
                    tuple([indicator_of(item) for item in match[2].split(" ")]),
                    None, None, None, None, None, None, None, None, (), None,
                )  # fmt: skip
            elif match := FL3.fullmatch(line):
                station = station_of(*match.groups())
            elif match := FL4.fullmatch(line):
                warning, characters, handling, signals = match.groups()
                security = make_security(
                    warning,
                    characters,
                    handling and handling[0],
                    (),
                    tuple([signal_of(item) for item in signals.split()]),
                    (),
                )
            elif match := FL5.fullmatch(line):
                first, second, day, time, zone, month, year, signals = match.groups()
                pair = _pair(Precedence.parse(first), second and Precedence.parse(second))
                if int(day) < 29 or int(day) <= longest_month(MONTH_NUMBER[month], int(year)):
                    dtg = dtg_of(day, time, zone, month, year)
                instructions = tuple(signals.split())
            elif match := FM.fullmatch(line):
                indicator, name, offices, word, number = match.groups()
                originator = addressee_of(name, indicator, None, offices, word, number)
            else:
                break
        else:
            if match := TO.fullmatch(line):
                current = action
            elif match := INFO.fullmatch(line):
                current = info
            elif match := XMT.fullmatch(line):
                current = exempt
            elif END.match(line) or (match := PLAIN.fullmatch(line)) is None:
                break
            indicator, name, offices, word, number = match.groups()
            current.append(addressee_of(name, indicator, None, offices, word, number))
        matches.append(match)
    heading = _heading(
        transmission,
        routing,
        station,
        security,
        pair,
        dtg,
        instructions,
        originator,
        tuple(action),
        tuple(info),
        tuple(exempt),
        None,
        None,
        None,
        None,
    )
    return source, heading, matches

"""The heading of an ACP 127 US telegram, read by Lark: an LALR parser per grammar file, with an
embedded transformer.

The same grammars, the same values by the same constructors. Which rule reads a line is decided by
hand, by the line's first word, so that no parser is asked for a line that it would refuse: what is
compared is the parsing.
"""

from typing import Any

from lark import Lark, Token, Transformer

from telegram.model import Heading, Instruction, PrecedencePair
from telegram.source import Source
from telegram.syntax.files import grammar_text
from telegram.syntax.grammars import _read_import, short
from telegram.values.addressee import Addressee, addressee_of
from telegram.values.date_time_group import dtg_of
from telegram.values.filing_time import filed_of
from telegram.values.operating_signal import signal_of
from telegram.values.precedence import Precedence
from telegram.values.routing import Routing, make_routing
from telegram.values.routing_indicator import indicator_of
from telegram.values.security import Security, make_security
from telegram.values.station_serial import StationSerial, make_station
from telegram.values.transmission_identification import (
    TransmissionIdentification,
    transmission_of,
)
from telegram.values.trusted import trusted

_heading = trusted(Heading)
_pair = trusted(PrecedencePair)
_instruction = trusted(Instruction)


def named(parts: list[Any]) -> dict[str, Any]:
    """Tokens by their terminal, other values by their type."""
    return {
        short(part.type) if isinstance(part, Token) else type(part).__name__: part for part in parts
    }


class Values(Transformer):
    """From the parts of a rule to its value, called by the parser as it reduces."""

    def fl1(self, parts: list[Any]) -> TransmissionIdentification:
        found = named(parts)
        return transmission_of(
            found.get("CHANNEL"), found["CHANNEL_NUMBER"], found.get("CLASS_PAIR")
        )

    def routing_indicators(self, parts: list[Any]) -> tuple[Any, ...]:
        return tuple([indicator_of(part) for part in parts])

    def fl2(self, parts: list[Any]) -> Routing:
        pair, called = parts
        return make_routing(
            (Precedence.parse(pair),),
            called,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            (),
            None,
        )

    def filing_time(self, parts: list[Any]) -> Any:
        return filed_of(*parts)

    def fl3(self, parts: list[Any]) -> StationSerial:
        found = named(parts)
        return make_station(
            indicator_of(found["ROUTING_INDICATOR"]),
            found["SERIAL"],
            found.get("SECTION"),
            found["FilingTime"],
        )

    def security_item(self, parts: list[Any]) -> Any:
        return signal_of(parts[0])

    def security_items(self, parts: list[Any]) -> tuple[Any, ...]:
        return tuple(parts)

    def fl4(self, parts: list[Any]) -> Security:
        found = named(parts)
        handling = found.get("SPECIAL_HANDLING")
        return make_security(
            found["SECURITY_WARNING"],
            found["SECURITY_CHARACTERS"],
            handling and handling[0],
            (),
            found.get("tuple", ()),
            (),
        )

    def date_time_group(self, parts: list[Any]) -> Any:
        found = named(parts)
        return dtg_of(
            found["DAY_OF_MONTH"],
            found["RELEASE_TIME"],
            found["ZONE"],
            found.get("MONTH"),
            found.get("YEAR"),
        )

    def instruction(self, parts: list[Any]) -> Any:
        return _instruction("signal", parts[0], parts[0].partition(" ")[0])

    def instructions(self, parts: list[Any]) -> tuple[Any, ...]:
        return tuple(parts)

    def fl5(self, parts: list[Any]) -> tuple[Any, Any, Any]:
        found = named(parts)
        info = found.get("INFO_PRECEDENCE")
        pair = _pair(Precedence.parse(found["ACTION_PRECEDENCE"]), info and Precedence.parse(info))
        return pair, found["DateTimeGroup"], found.get("tuple", ())

    def offices(self, parts: list[Any]) -> str:
        return "/".join(parts)

    def addressee(self, parts: list[Any]) -> Addressee:
        found = named(parts)
        return addressee_of(
            found["PLAIN_LANGUAGE_ADDRESS"],
            found.get("ADDRESS_INDICATOR"),
            found.get("ZEN"),
            found.get("str"),
            found.get("PRECEDENCE_WORD"),
        )

    def counted_addressee(self, parts: list[Any]) -> Addressee:
        found = named(parts)
        return addressee_of(
            found["COUNTED_ADDRESS"],
            found.get("ADDRESS_INDICATOR"),
            found.get("ZEN"),
            found.get("str"),
            found.get("PRECEDENCE_WORD"),
            found.get("MESSAGE_COUNT"),
        )

    def fl6(self, parts: list[Any]) -> Any:
        return parts[0]

    fl7 = fl8 = fl9 = address_continuation = fl6


def _parser(file: str, rules: list[str]) -> Any:
    return Lark(
        grammar_text(file),
        parser="lalr",
        start=rules,
        import_paths=[_read_import],
        maybe_placeholders=False,
        transformer=Values(),
    ).parse


_acp127 = _parser("acp127", ["fl1", "fl2", "fl4"])
_us = _parser("acp127-us", ["fl3", "fl7", "fl8", "fl9", "address_continuation"])
_plain = _parser("plaindress", ["fl5", "fl6"])


def read(text: str) -> tuple[Source, Heading]:
    """The heading of a text."""
    source = Source(text)
    transmission = routing = station = security = pair = dtg = originator = None
    instructions: tuple[Any, ...] = ()
    action: list[Any] = []
    info: list[Any] = []
    exempt: list[Any] = []
    current = action
    for raw in text.splitlines():
        line = raw.rstrip()
        if not line:
            continue
        word = line.partition(" ")[0]
        if originator is None:
            if word == "FM":
                originator = _plain(line, start="fl6")
            elif word == "DE":
                station = _us(line, start="fl3")
            elif word[:2] == "ZN":
                security = _acp127(line, start="fl4")
            elif word[:5] == "VZCZC":
                transmission = _acp127(line, start="fl1")
            elif len(word) == 2:
                routing = _acp127(line, start="fl2")
            else:
                pair, dtg, instructions = _plain(line, start="fl5")
        elif word == "TO":
            current = action
            current.append(_us(line, start="fl7"))
        elif word == "INFO":
            current = info
            current.append(_us(line, start="fl8"))
        elif word == "XMT":
            current = exempt
            current.append(_us(line, start="fl9"))
        elif word in ("BT", "UNCLAS"):
            break
        else:
            current.append(_us(line, start="address_continuation"))
    return source, _heading(
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

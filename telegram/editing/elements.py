"""Elements of the heading, each changed where it stands, and in its copies.

FL2 repeats FL5's precedence; FL15 and the page lines repeat the serial number and the station.
"""

from typing import Any

import attrs

from telegram.composing.form import written
from telegram.diagnostics import FieldError
from telegram.editing.edit import Edit
from telegram.lines import FormatLine
from telegram.model import PrecedencePair
from telegram.source import Span
from telegram.values.addressee import Addressee
from telegram.values.filing_time import FilingTime
from telegram.values.precedence import Precedence
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.transmission_identification import TransmissionIdentification


def precedence(edit: Edit, given: str | Precedence) -> None:
    """FL5's action precedence, and FL2's with it."""
    value = edit.form.read("precedence", given, Precedence.parse)
    if value is not None:
        _pair(edit, PrecedencePair(value, edit.wanted.precedence.info))


def info_precedence(edit: Edit, given: str | Precedence | None) -> None:
    """FL5's info precedence; None takes it out."""
    value = None
    if given is not None:
        value = edit.form.read("info_precedence", given, Precedence.parse)
        if value is None:
            return
    _pair(edit, PrecedencePair(edit.wanted.precedence.action, value))


def _pair(edit: Edit, pair: PrecedencePair) -> None:
    edit.want(precedence=pair)
    edit.put("precedence", "precedence", str(pair))
    highest, routing = pair.highest, edit.wanted.routing
    if routing is not None and routing.precedence and highest is not None:
        edit.routing(precedence=(highest,))
        text = highest.letter if routing.content is not None else highest.pair
        edit.put("precedence", "routing.precedence", text)
    for line in edit.message.lines:
        if line.format_line is FormatLine.PRECEDENCE_WORD and highest is not None:
            edit.replace(line.content, highest.word)


def dtg(edit: Edit, given: Any) -> None:
    """FL5's date-time group."""
    value = edit.form.released(given)
    if value is not None:
        edit.want(dtg=value)
        edit.put("dtg", "dtg", str(value))


def originator(edit: Edit, given: str | Addressee) -> None:
    """FL6."""
    value = edit.form.read("originator", given, Addressee.parse)
    if value is not None:
        edit.want(originator=value)
        edit.lines(FormatLine.FL6)


def serial(edit: Edit, given: str) -> None:
    """The station serial number of FL2 or FL3, and of FL15 and the page lines."""
    written("serial", given)
    routing, station = edit.wanted.routing, edit.wanted.station
    try:
        if routing is not None and routing.serial is not None:
            edit.routing(serial=given)
            edit.put("serial", "routing.serial", given)
        elif station is not None:
            edit.want(station=attrs.evolve(station, serial=given))
            edit.put("serial", "station.serial", given)
        else:
            edit.form.problems.append("serial: the message has none to change")
            return
    except FieldError as error:
        edit.form.problems.append(f"serial: {given!r}: {error.diagnostic.message}")
        return
    if (place := edit.message.ending.spans.get("serial")) is not None:
        old = place.of(edit.message.source.text)
        head = len(old) - len(old.lstrip("# "))
        edit.replace(Span(place.start + head, place.end), given)
    edit.in_pages("serial", given)


def station(edit: Edit, given: str | RoutingIndicator) -> None:
    """The calling station of FL2 or FL3, and of the page lines."""
    value = edit.form.read("station", given, edit.form.designator)
    if value is None:
        return
    routing, station = edit.wanted.routing, edit.wanted.station
    if routing is not None and routing.originator is not None:
        edit.routing(originator=value)
        edit.put("station", "routing.originator", value.letters)
    elif station is not None:
        edit.want(station=attrs.evolve(station, indicator=value))
        edit.put("station", "station.indicator", value.letters)
    else:
        edit.form.problems.append("station: the message has none to change")
    edit.in_pages("page_station", value.letters)


def filed(edit: Edit, given: str | FilingTime) -> None:
    """The filing time of FL2 or FL3."""
    value = edit.form.read("filed", given, FilingTime.parse)
    if value is None:
        return
    routing, station = edit.wanted.routing, edit.wanted.station
    if routing is not None and routing.filed is not None:
        edit.routing(filed=value)
        edit.put("filed", "routing.filed", str(value))
    elif station is not None and station.filed is not None:
        edit.want(station=attrs.evolve(station, filed=value))
        edit.put("filed", "station.filed", str(value))
    else:
        edit.form.problems.append("filed: the message has none to change")


def channel(edit: Edit, given: str) -> None:
    """FL1."""
    written("channel", given)
    line = given if given.startswith(("VZCZC", "ZCZC")) else f"VZCZC{given}"
    value = edit.form.read("channel", line, TransmissionIdentification.parse)
    if value is not None:
        edit.want(transmission=value)
        edit.lines(FormatLine.FL1)

"""Messages that a procedure derives from another: a reply, a readdressal, a corrected copy.

* A reply goes from an addressee to the originator and names what it answers.
* A readdressal puts a new heading in front of the old one; the text stays as it was. Only the long
  form, which repeats the text, is written.
* A corrected copy keeps originator and date-time group, so that it supersedes the message, and says
  what it is wherever its dialect has a place for it: content indicator, instruction, text.

Here: the three. Elsewhere: a message from nothing (`composing`), edits in place (`editing`).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from attrs import evolve

from telegram.composing import compose, made
from telegram.composing.form import Form, instruction_of
from telegram.dialects import Dialect
from telegram.dialects import dialect as dialect_named
from telegram.formatting import Content, FormatError, content_of
from telegram.formatting.text import opening
from telegram.model import Heading, Telegram
from telegram.texts.state.text import StateText
from telegram.values.addressee import Addressee
from telegram.values.call_sign import StationDesignator
from telegram.values.classification import Classification
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.precedence import Precedence
from telegram.values.routing import ContentIndicator


def reference_to(message: Telegram) -> str:
    """The words by which a later message names this one.

    A State telegram by post and number, any other by originator and date-time group.
    """
    text = message.text
    if isinstance(text, StateText) and text.post and text.number:
        return f"{text.post} {text.number.lstrip('0')}"
    originator, dtg = message.heading.originator, message.heading.dtg
    return " ".join(str(part) for part in (originator and originator.name, dtg) if part)


def reply(
    message: Telegram,
    text: str | Iterable[str],
    *,
    dtg: str | DateTimeGroup | datetime,
    originator: str | Addressee | None = None,
    precedence: str | Precedence | None = None,
    info: Iterable[str | Addressee] = (),
    classification: str | Classification | None = None,
    **entries: Any,
) -> Telegram:
    """A reply to a message; see `Telegram.reply`."""
    heading = message.heading
    problems = []
    if heading.originator is None:
        problems.append("the message has no originator to reply to")
    if originator is None:
        if len(heading.action) == 1:
            originator = evolve(_plain(heading.action[0]), routing_indicator=None, zen=False)
        else:
            problems.append("originator: which of the addressees replies?")
    chosen = precedence or heading.precedence.action
    if chosen is None:
        problems.append("precedence: missing, and the message has none")
    level = classification or _level(message)
    if problems:
        raise FormatError(problems)
    assert heading.originator is not None
    assert originator is not None
    assert chosen is not None
    lines = text.split("\n") if isinstance(text, str) else [*text]
    opened = opening(lines)
    above, below = (lines[:1], lines[1:]) if opened is not None else ([], lines)
    if not any(line.startswith(("REF", "MSGID/")) for line in below):
        below = [f"REF: {reference_to(message)}", *below]
    return compose(
        [*above, *below],
        dialect=entries.pop("dialect", message.dialect),
        precedence=chosen,
        dtg=dtg,
        originator=originator,
        action=[_plain(heading.originator)],
        info=info,
        classification=level or "UNCLASSIFIED",
        pivot=message.pivot,
        **entries,
    )


def _plain(addressee: Addressee) -> Addressee:
    """An addressee as it is called in another message: without precedence and count."""
    return evolve(addressee, precedence=None, number=None, offices=())


def readdress(
    message: Telegram,
    *,
    dtg: str | DateTimeGroup | datetime,
    originator: str | Addressee,
    precedence: str | Precedence,
    action: Iterable[str | Addressee] = (),
    info: Iterable[str | Addressee] = (),
    instructions: Iterable[str] = (),
    channel: str | None = None,
    called: Iterable[str] = (),
    station: str | None = None,
    serial: str | None = None,
    filed: str | None = None,
    media: str = "TT",
    content: str = "ZYUW",
) -> Telegram:
    """A readdressal of a message; see `Telegram.readdress`."""
    record = _dialect_of(message)
    form = Form(record, message.pivot, heading=Heading(security=message.heading.security))
    level = _level(message)
    when = form.released(dtg)
    form.addresses(originator, action, info, ())
    form.preamble(precedence, None, when, instructions)
    form.transmission(channel)
    form.station(level, called, station, serial, filed, media, content, when)
    if form.problems:
        raise FormatError(form.problems)
    first = evolve(
        message.heading, transmission=None, routing=None, station=None, security=None, pilot=None
    )
    new = evolve(form.heading(), original=first)
    old = content_of(message)
    filled = Content(new, old.text, evolve(old.ending, serial=None), message.pivot)
    return made(filled, record.name, code=_code(message))


def correct(
    message: Telegram,
    text: str | Iterable[str] | None = None,
    *,
    what: str | None = None,
    channel: str | None = None,
    serial: str | None = None,
    filed: str | None = None,
) -> Telegram:
    """A corrected copy of a message; see `Telegram.correct`."""
    record = _dialect_of(message)
    old = content_of(message)
    lines: Sequence[str] = old.text
    if text is not None:
        lines = text.rstrip("\n").split("\n") if isinstance(text, str) else [*text]
        if opening(lines) is None and opening(old.text) is not None:
            lines = [old.text[0], *lines]
    heading = _renumbered(message, record, channel, serial, filed)
    if all(each.value != _CORRECTED for each in heading.instructions):
        heading = evolve(heading, instructions=(*heading.instructions, instruction_of(_CORRECTED)))
    routing = heading.routing
    if routing is not None and routing.content is not None:
        heading = evolve(heading, routing=evolve(routing, content=ContentIndicator("ZELW")))
    said = f"CORRECTED COPY ({what})" if what else "CORRECTED COPY"
    at = 1 if opening(lines) is not None else 0
    filled = Content(
        heading, (*lines[:at], said, *lines[at:]), evolve(old.ending, serial=None), message.pivot
    )
    return made(filled, record.name, code=_code(message))


_CORRECTED = "ZEL"
"""This message is corrected: ACP 131, as public traffic uses it."""


def _renumbered(
    message: Telegram,
    record: Dialect,
    channel: str | None,
    serial: str | None,
    filed: str | None,
) -> Heading:
    """The heading with the numbers of a new transmission; a channel number is never used again."""
    heading = message.heading
    form = Form(record, message.pivot, heading=Heading(security=heading.security))
    form.transmission(channel)
    routing, station = heading.routing, heading.station
    caller: StationDesignator | None = routing.originator if routing is not None else None
    caller = station.indicator if station is not None else caller
    if serial is not None or filed is not None:
        if caller is None or routing is None:
            form.problems.append("serial and filed: the message names no calling station")
        else:
            level = _level(message)
            form.preamble(heading.precedence.action or "", None, heading.dtg, ())
            old = routing.serial or (station.serial if station else None)
            time = routing.filed or (station.filed if station else None)
            form.station(
                level,
                [each.letters for each in routing.indicators],
                caller.letters,
                serial or old,
                filed or (str(time) if time else None),
                str(routing.lmf or "TT"),
                str(routing.content or "ZYUW"),
                heading.dtg,
            )
    if form.problems:
        raise FormatError(form.problems)
    filled = form.heading()
    return evolve(
        heading,
        transmission=filled.transmission,
        routing=filled.routing or routing,
        station=filled.station or station,
    )


def _level(message: Telegram) -> Classification | None:
    line = message.classification
    return line.level if line is not None else None


def _dialect_of(message: Telegram) -> Dialect:
    if message.dialect is None:
        raise FormatError(["the message has no heading"])
    return dialect_named(message.dialect)


def _code(message: Telegram) -> Any:
    """The code in which a text that is there already can be sent again."""
    text = message.text.text
    plain = set(text).issubset({*dialect_named(message.dialect or "amhs").characters, *" \r\n"})
    return None if plain else "ia5"

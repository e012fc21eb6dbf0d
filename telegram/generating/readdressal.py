"""Readdressals: a message that a station received earlier, sent on under a heading of its own.

The station whose turn it is sends it on; the first message came from another of the pool and named
it among its addressees. The procedure is that of `Telegram.readdress`.

Here: the earlier occasion, and the two headings together. Elsewhere: each heading (`heading`), what
a readdressal keeps (`telegram.composing`).
"""

from datetime import timedelta

from attrs import evolve

from telegram.composing.deriving import readdress
from telegram.dialects import Dialect
from telegram.generating.dice import Dice
from telegram.generating.heading import Wanted, senders
from telegram.generating.occasion import Occasion
from telegram.generating.pools import Station
from telegram.model import Heading, PrecedencePair, Telegram

_EARLIEST = 48
"""Hours since the first message, at most."""
_HIGHEST = 900


def earlier(occasion: Occasion, dice: Dice) -> Occasion:
    """The occasion of the message that is sent on."""
    others = [each for each in _senders(occasion.dialect, occasion) if each is not occasion.station]
    released = occasion.released - timedelta(minutes=dice.between(60, _EARLIEST * 60))
    if not released.hour and not released.minute:
        released += timedelta(minutes=1)  # 0000 is not used in a date-time group
    control = occasion.control
    return evolve(
        occasion,
        dice=dice,
        count=dice.between(1, _HIGHEST),
        record=dice.between(1, _HIGHEST),
        station=dice.choice(others),
        released=released,
        # A release code asks for an ally in each heading.
        control=evolve(control, code=None) if control is not None else None,
    )


def _senders(dialect: Dialect, occasion: Occasion) -> tuple[Station, ...]:
    return senders(dialect, post=bool(occasion.station.post))


def wanted_twice(wanted: Wanted, occasion: Occasion) -> tuple[Wanted, Wanted]:
    """What the first heading is to have, and what the new one."""
    new = evolve(wanted, exempt=(0, 0), dual=False)
    first = evolve(wanted, info_precedence=None, also=occasion.station)
    return first, new


def sent_on(first: Telegram, meant: Heading, new: Heading) -> tuple[Heading, Telegram]:
    """The readdressal, and the heading that it should have.

    :Shape:  first: the message that is sent on; meant: its heading, as meant; new: the heading
             under which it goes on.
    """
    routing, station = new.routing, new.station
    assert new.dtg is not None
    assert new.originator is not None
    assert new.precedence.action is not None
    numbered = station if station is not None else routing
    caller = (
        station.indicator
        if station is not None
        else routing.originator
        if routing is not None
        else None
    )
    filed = numbered.filed if numbered is not None else None
    message = readdress(
        first,
        dtg=new.dtg,
        originator=new.originator,
        precedence=new.precedence.action,
        action=new.action,
        info=new.info,
        channel=str(new.transmission) if new.transmission is not None else None,
        called=[str(each) for each in routing.indicators] if routing is not None else (),
        station=str(caller) if caller is not None else None,
        serial=numbered.serial if numbered is not None else None,
        filed=str(filed) if filed is not None else None,
        media=str(routing.lmf) if routing is not None and routing.lmf is not None else "TT",
    )
    return (
        evolve(
            new,
            security=meant.security,
            precedence=PrecedencePair(new.precedence.action),
            original=evolve(meant, transmission=None, routing=None, station=None, security=None),
        ),
        message,
    )

"""From matched lines to values: FL1 to FL4, which carry a message, and calls by call signs.

Here: a small function a grammar rule, named in `TRANSMISSION_BUILDERS`. Elsewhere: the lines from
FL5 on (`building`), the addresses (`addresses`).
"""

import re
from functools import lru_cache

from telegram.parsing.draft import Build, Draft
from telegram.syntax import groups, matcher
from telegram.values.call_sign import call_sign_of
from telegram.values.filing_time import FilingTime, filed_of, filed_of_text, filing_problems
from telegram.values.precedence import is_prosign, precedence_of
from telegram.values.routing import (
    ContentIndicator,
    LanguageMedia,
    Routing,
    make_routing,
    release_of,
)
from telegram.values.routing_indicator import RoutingIndicator, indicator_of
from telegram.values.security import items_of, security_of
from telegram.values.station_serial import (
    called_by,
    make_station,
    station_of,
    station_of_base,
)
from telegram.values.transmission_identification import (
    transmission_of,
)
from telegram.values.trusted import trusted

Match = re.Match[str]

_MOST_SHARED = 8192
"""Values of one kind that are kept to be shared."""

_FL1 = groups("acp127:fl1", "channel", "channel_number", "class_pair")


def _fl1(draft: Draft, match: Match) -> None:
    draft.transmission = transmission_of(*match.group(*_FL1))


def _fl1_damaged(draft: Draft, match: Match) -> None:
    number, channel = match.group("channel_number_damaged", "channel_damaged")
    if (
        number
        and 3 <= len(number) <= 4
        and (channel is None or len(channel) == 3)
        and not match["fl1_rest"]
    ):
        draft.transmission = transmission_of(channel, number, None)


def _indicators(text: str) -> tuple[RoutingIndicator, ...]:
    if " " not in text:
        return (indicator_of(text),)
    return tuple([indicator_of(item) for item in text.split(" ")])


_FL2_ACP = groups("acp127:fl2", "precedence_pair", "routing_indicators")


def _fl2_acp(draft: Draft, match: Match) -> None:
    draft.routing = _routing_of(*match.group(*_FL2_ACP))


@lru_cache(maxsize=_MOST_SHARED)
def _routing_of(pair: str, called: str) -> Routing:
    """An ACP 127 routing; the circuits of a station recur, and equal ones share one value."""
    return make_routing(
        (precedence_of(pair),),
        _indicators(called),
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


def _fl2_acp_damaged(draft: Draft, match: Match) -> None:
    letters = match["pair_damaged"].replace(" ", "")
    known = dict.fromkeys(letter for letter in letters if is_prosign(letter))
    draft.routing = make_routing(
        tuple(precedence_of(letter) for letter in known),
        _sound_indicators(match["called_tokens"]),
        None, None, None, None, None, None, None, None, (), None,
    )  # fmt: skip


def _sound_indicators(text: str | None) -> tuple[RoutingIndicator, ...]:
    sound = matcher("elements:routing_indicator")
    return tuple(indicator_of(item) for item in (text or "").split(" ") if sound.fullmatch(item))


def _fl2_continuation(draft: Draft, match: Match) -> None:
    draft.continued("indicators", _indicators(match["routing_indicators"]))
    if draft.routing is not None and draft.routing.complete is not None:
        draft.complete = match["end_of_routing"] is not None


_FL2_JANAP = groups(
    "janap128:fl2",
    "header_precedence",
    "language_media",
    "classification",
    "content_indicator",
    "originating_station",
    "serial",
    "day_of_year",
    "time",
    "record_count",
    "redundancy",
    "routing_indicators",
    "end_of_routing",
)


def _fl2_janap(draft: Draft, match: Match) -> None:
    (
        precedence,
        media,
        letter,
        content,
        station,
        serial,
        day,
        time,
        records,
        redundancy,
        called,
        end,
    ) = match.group(*_FL2_JANAP)
    draft.routing = make_routing(
        (precedence_of(precedence),),
        _indicators(called),
        LanguageMedia(media),
        letter,
        ContentIndicator(content),
        indicator_of(station),
        serial,
        filed_of(day, time),
        records and records.strip(),
        redundancy,
        () if redundancy == letter * 4 else release_of(redundancy, letter),
        end is not None,
    )


def _fl2_janap_damaged(draft: Draft, match: Match) -> None:
    found = {
        name: text.strip(" -–—") for name, text in match.groupdict().items() if text is not None
    }
    letter = found.get("classification_damaged")
    station, serial = found.get("station_damaged"), found.get("serial_damaged")
    redundancy = found.get("redundancy_damaged")
    # What noise left in the place of digits or of letters is no value.
    serial = serial if serial and serial.isdecimal() else None
    redundancy = redundancy if redundancy and redundancy.isalpha() else None
    precedence = found["header_precedence_damaged"]
    records = found.get("records_damaged")
    draft.routing = make_routing(
        (precedence_of(precedence),) if is_prosign(precedence) else (),
        _loose_indicators(match["routing_tokens"]),
        LanguageMedia(match["language_media"]),
        letter,
        ContentIndicator(found["content_damaged"]),
        _loose_indicators(station)[0] if station else None,
        serial,
        _loose_filed(found.get("filing_damaged")),
        records,
        redundancy,
        ()
        if not redundancy or not letter or redundancy == letter * 4
        else release_of(redundancy, letter),
        match["end_of_routing_damaged"] is not None,
    )


_make_indicator = trusted(RoutingIndicator)


def _loose_indicators(text: str | None) -> tuple[RoutingIndicator, ...]:
    """Indicators as written, those of an unusual length or first letter included.

    The checks report them.
    """
    return tuple(_make_indicator(item) for item in (text or "").split(" ") if item)


def _loose_filed(text: str | None) -> FilingTime | None:
    """A filing time; of one that was cut off after the day, the day."""
    digits = (text or "").strip().rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if len(digits) == 3 and not any(filing_problems(f"{digits}0000")):
        return FilingTime(int(digits), None, None, None)
    return filed_of_text(digits) if digits and not any(filing_problems(digits)) else None


_FL3_US = groups("acp127-us:fl3", "routing_indicator", "serial", "section", "day_of_year", "time")


def _fl3_us(draft: Draft, match: Match) -> None:
    draft.station = station_of(*match.group(*_FL3_US))


def _fl3_base(draft: Draft, match: Match) -> None:
    draft.station = station_of_base(
        *match.group("routing_indicator", "serial_base", "day_of_month", "time")
    )


def _fl3_damaged(draft: Draft, match: Match) -> None:
    station, serial, section, filed = match.group(
        "calling_damaged", "calling_serial_damaged", "section_damaged", "calling_filing_damaged"
    )
    if serial is None or not matcher("elements:routing_indicator").fullmatch(station):
        return
    day_form = filed is not None and filed.endswith("Z") and "/" in filed
    draft.station = make_station(
        indicator_of(station),
        serial,
        section.lstrip("/") if section else None,
        filed_of_text(filed.strip())
        if day_form and not any(filing_problems(filed.strip()))
        else _loose_filed(filed),
    )


_FL4 = groups(
    "acp127:fl4", "security_warning", "security_characters", "special_handling", "security_items"
)


def _fl4(draft: Draft, match: Match) -> None:
    draft.security = security_of(*match.group(*_FL4))


def _fl4_continuation(draft: Draft, match: Match) -> None:
    signals, transmit = items_of(match["security_items"])
    draft.continued("signals", signals)
    draft.continued("transmit", transmit)


def _fl4_damaged(draft: Draft, match: Match) -> None:
    characters = (match["characters_damaged"] or "").strip() or None
    handling = (match["handling_damaged"] or "").strip("/") or None
    items = (match["items_damaged"] or "").strip()
    listed = matcher("acp127:fl4_continuation").fullmatch(items)
    draft.security = security_of(
        match["security_warning"], characters, handling, items if listed else None
    )


# ---- stations by their call signs ---------------------------------------------------------------


def called(draft: Draft, match: Match) -> None:
    """Fill a draft from the stations that a call names."""
    pair = match.groupdict().get("call_precedence")
    signs = tuple(call_sign_of(sign) for sign in match["call_signs"].split(" "))
    if draft.routing is not None:
        draft.continued("indicators", signs)
        return
    draft.routing = make_routing(
        (precedence_of(pair),) if pair else (),
        signs,
        None, None, None, None, None, None, None, None, (), None,
    )  # fmt: skip


def calling(draft: Draft, match: Match) -> None:
    """Fill a draft from the station that calls."""
    draft.station = called_by(*match.group("calling_sign", "call_number"))


TRANSMISSION_BUILDERS: dict[str, Build] = {
    "acp127:fl1": _fl1,
    "acp127:fl1_damaged": _fl1_damaged,
    "acp127:fl2": _fl2_acp,
    "acp127:fl2_damaged": _fl2_acp_damaged,
    "acp127:fl2_continuation": _fl2_continuation,
    "janap128:fl2": _fl2_janap,
    "janap128:fl2_damaged": _fl2_janap_damaged,
    "janap128:fl2_continuation": _fl2_continuation,
    "acp127-us:fl3": _fl3_us,
    "acp127:fl3": _fl3_base,
    "acp127:fl3_damaged": _fl3_damaged,
    "acp127:fl4": _fl4,
    "acp127:fl4_damaged": _fl4_damaged,
    "acp127:fl4_continuation": _fl4_continuation,
}
"""The function that fills a draft from a match, by grammar rule."""

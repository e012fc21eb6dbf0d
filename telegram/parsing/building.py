"""From matched lines to the values of a heading.

One small function a grammar rule, named in `BUILDERS`; a rule that captures what another of its
name captures shares its function (`builder_of`). A function takes the draft, the match, and
fills the draft; a value that came out of a standard rule is trusted, one that came out of a damaged
rule is built only where its reading is beyond doubt, else left absent (the line keeps its text, and
the checks say what is wrong with it).
"""

import re
from functools import cache, lru_cache

from telegram.model import Accounting, Instruction, PrecedencePair
from telegram.parsing.addresses import ADDRESS_BUILDERS
from telegram.parsing.draft import Build, Draft
from telegram.syntax import captures, groups, like, matcher, splitter
from telegram.values.call_sign import call_sign_of
from telegram.values.date_time_group import (
    MONTH_NUMBER,
    DateTimeGroup,
    dtg_of,
    dtg_of_damaged,
    longest_month,
)
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


_make_pair = trusted(PrecedencePair)
_make_instruction = trusted(Instruction)
_MOST_SHARED = 8192
"""Values of one kind that are kept to be shared."""


# ---- FL1 to FL4 --------------------------------------------------------------------------------


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


def _called(draft: Draft, match: Match) -> None:
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


def _calling(draft: Draft, match: Match) -> None:
    draft.station = called_by(*match.group("calling_sign", "call_number"))


# ---- FL5 ---------------------------------------------------------------------------------------


_FL5 = groups(
    "plaindress:fl5",
    "action_precedence",
    "info_precedence",
    "day_of_month",
    "release_time",
    "zone",
    "month",
    "year",
    "instructions",
)


def _fl5(draft: Draft, match: Match) -> None:
    action, info, day, time, zone, month, year, items = match.group(*_FL5)
    draft.has_preamble = True
    draft.precedence = _pair_of(action, info)
    draft.dtg = group_of(day, time, zone, month, year)
    if items is not None:
        draft.instructions = instructions_of(items)


def group_of(
    day: str, time: str, zone: str, month: str | None, year: str | None
) -> DateTimeGroup | None:
    """The date-time group; None where its month has no such day."""
    if day < "29" or month is None or int(day) <= _longest(month, year):
        return dtg_of(day, time, zone, month, year)
    return None


def _longest(month: str, year: str | None) -> int:
    return longest_month(MONTH_NUMBER[month], int(year) if year else None)


@cache
def _pair_of(action: str | None, info: str | None) -> PrecedencePair:
    return _make_pair(action and precedence_of(action), info and precedence_of(info))


def _fl5_continuation(draft: Draft, match: Match) -> None:
    draft.continued("instructions", instructions_of(match["instructions"]))


_KINDS = {
    "processing_number": "psn",
    "message_identifier": "mid",
    "automatic_number": "asn",
    "minimize": "minimize",
    "signal": "signal",
}


def instructions_of(text: str) -> tuple[Instruction, ...]:
    """The message instructions of a matched list."""
    return tuple([_instruction(item) for item in splitter("instructions").finditer(text)])


def _instruction(item: Match) -> Instruction:
    kind, text = _KINDS[item.lastgroup or "signal"], item.group()
    if kind == "psn":
        value = text[4:]
    elif kind == "mid":
        value = text[3:].lstrip("#")
    elif kind == "asn":
        value = text[4:]
    else:
        words = text.split(" ")
        value = words[1] if words[0] == "INT" else words[0]
    return _make_instruction(kind, text, value)


def _fl5_damaged(draft: Draft, match: Match) -> None:
    draft.has_preamble = True
    letters = (match["precedence_letters"] or "").replace(" ", "")
    known = [precedence_of(letter) for letter in letters if is_prosign(letter)]
    run = (match["precedence_run"] or "").strip()
    if not known and run:
        known = [precedence_of(run)]
    draft.precedence = _make_pair(known[0] if known else None, known[1] if len(known) > 1 else None)
    draft.dtg = dtg_of_damaged(*match.group("digits", "zone_damaged", "month_damaged", "year"))
    items = (match["instructions_damaged"] or "").strip()
    found = []
    # What is no instruction stops the list; the checks report it.
    splits = splitter("instructions")
    at = 0
    while at < len(items):
        item = splits.match(items, at)
        if item is None:
            at = items.find(" ", at) + 1 or len(items)
            continue
        found.append(_instruction(item))
        at = item.end() + 1
    draft.instructions = tuple(found)


# ---- FL10 ----


def _fl10(draft: Draft, match: Match) -> None:
    count = match["group_count"]
    draft.accounting = Accounting(match["accounting_symbol"], int(count) if count else None)


def _fl10_damaged(draft: Draft, match: Match) -> None:
    draft.accounting = Accounting(match["accounting_symbol"], None)


BUILDERS: dict[str, Build] = {
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
    "plaindress:fl5": _fl5,
    "plaindress:fl5_damaged": _fl5_damaged,
    "plaindress:fl5_continuation": _fl5_continuation,
    **ADDRESS_BUILDERS,
    "plaindress:fl10": _fl10,
    "plaindress:fl10_damaged": _fl10_damaged,
}
"""The function that fills a draft from a match, by grammar rule.

A rule without one captures nothing a heading holds.
"""

_PARTS: dict[str, Build] = {"call_signs": _called, "calling_sign": _calling}
"""The function that fills a draft from one captured name, wherever a rule captures it."""


def builder_of(rule: str) -> Build | None:
    """The function that fills a draft from a match of a rule; None where it captures nothing that a
    heading holds.
    """
    found = like(rule, BUILDERS)
    if found is not None:
        return found
    parts = [build for name, build in _PARTS.items() if name in captures(rule)]
    if not parts:
        return None

    def build(draft: Draft, match: Match) -> None:
        for each in parts:
            each(draft, match)

    return build

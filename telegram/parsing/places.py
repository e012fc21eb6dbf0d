"""Where in the source each field of a heading stands: worked out from the matches when somebody
asks.

One table says which captured group holds which field; addressees are counted as they were read.
"""

from collections.abc import Mapping
from functools import cache

from telegram.lines import FormatLine
from telegram.parsing.addresses import damaged_addressees
from telegram.parsing.labelled import turned_addressees
from telegram.parsing.records import HeadingReading, Record
from telegram.source import Span
from telegram.syntax import captures, like, splitter
from telegram.values.addressee import Addressee

_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "acp127:fl1": (
        ("transmission.channel", "channel"),
        ("transmission.sequence", "channel_number"),
        ("transmission.classification", "class_pair"),
    ),
    "acp127:fl1_damaged": (
        ("transmission.channel", "channel_damaged"),
        ("transmission.sequence", "channel_number_damaged"),
    ),
    "acp127:fl2": (
        ("routing.precedence", "precedence_pair"),
        ("routing.indicators", "routing_indicators"),
    ),
    "acp127:fl2_damaged": (
        ("routing.precedence", "pair_damaged"),
        ("routing.indicators", "called_tokens"),
    ),
    "janap128:fl2": (
        ("routing.precedence", "header_precedence"),
        ("routing.lmf", "language_media"),
        ("routing.classification", "classification"),
        ("routing.content", "content_indicator"),
        ("routing.originator", "originating_station"),
        ("routing.serial", "serial"),
        ("routing.filed", "filing_time"),
        ("routing.records", "record_count"),
        ("routing.redundancy", "redundancy"),
        ("routing.indicators", "routing_indicators"),
        ("routing.complete", "end_of_routing"),
    ),
    "janap128:fl2_damaged": (
        ("routing.precedence", "header_precedence_damaged"),
        ("routing.lmf", "language_media"),
        ("routing.classification", "classification_damaged"),
        ("routing.content", "content_damaged"),
        ("routing.originator", "station_damaged"),
        ("routing.serial", "serial_damaged"),
        ("routing.filed", "filing_damaged"),
        ("routing.redundancy", "redundancy_damaged"),
        ("routing.indicators", "routing_tokens"),
        ("routing.complete", "end_of_routing_damaged"),
    ),
    "acp127-us:fl3": (
        ("station.indicator", "routing_indicator"),
        ("station.serial", "serial"),
        ("station.section", "section"),
        ("station.filed", "filing_time"),
    ),
    "acp127:fl3": (
        ("station.indicator", "routing_indicator"),
        ("station.serial", "serial_base"),
        ("station.filed", "filing_day_time"),
    ),
    "acp127:fl3_damaged": (
        ("station.indicator", "calling_damaged"),
        ("station.serial", "calling_serial_damaged"),
        ("station.section", "section_damaged"),
        ("station.filed", "calling_filing_damaged"),
        ("station.filed", "calling_filing_alone"),
    ),
    "acp127:fl4": (
        ("security.prosign", "security_warning"),
        ("security.characters", "security_characters"),
        ("security.special_handling", "special_handling"),
        ("security.signals", "security_items"),
    ),
    "acp127:fl4_damaged": (
        ("security.prosign", "security_warning"),
        ("security.characters", "characters_damaged"),
        ("security.special_handling", "handling_damaged"),
        ("security.signals", "items_damaged"),
    ),
    "plaindress:fl5": (
        ("precedence.action", "action_precedence"),
        ("precedence.info", "info_precedence"),
        ("dtg", "date_time_group"),
        ("instructions", "instructions"),
    ),
    "state-smart:date_line": (("dtg", "date_time_group"),),
    "plaindress:fl5_damaged": (
        ("precedence", "precedence_letters"),
        ("dtg", "date_time_group_damaged"),
        ("instructions", "instructions_damaged"),
    ),
    "plaindress:fl10": (
        ("accounting.symbol", "accounting_symbol"),
        ("accounting.groups", "group_count"),
    ),
}
_PARTS = (
    ("routing.precedence", "call_precedence"),
    ("routing.indicators", "call_signs"),
    ("station.indicator", "calling_sign"),
    ("station.serial", "call_number"),
)
"""Fields that stand where these names are captured, whatever the rule."""


@cache
def _fields(rule: str) -> tuple[tuple[str, str], ...]:
    found = like(rule, _FIELDS)
    if found is None:
        names = captures(rule)
        found = tuple((path, name) for path, name in _PARTS if name in names)
    return found


_ADDRESS_FIELDS = (
    ("routing_indicator", ("address_indicator", "indicator_damaged")),
    ("zen", ("zen", "zen_prefix", "zen_damaged")),
    ("name", ("plain_language_address", "counted_address", "address_damaged")),
    ("alias", ("alias", "alias_damaged")),
    ("offices", ("offices", "offices_damaged", "offices_alone")),
    ("precedence", ("precedence_word", "precedence_damaged")),
    ("number", ("message_count",)),
    ("directory_name", ("directory_name", "directory_damaged")),
)
_WHOLE = {
    FormatLine.FL1: "transmission",
    FormatLine.FL2: "routing",
    FormatLine.FL3: "station",
    FormatLine.FL4: "security",
    FormatLine.FL10: "accounting",
}
_KINDS = {FormatLine.FL7: "action", FormatLine.FL8: "info", FormatLine.FL9: "exempt"}


def record_span(record: Record, first: int, last: int) -> Span:
    """The source span of a range of a record's matched text."""
    assert record.match is not None
    if record.view is not None:
        return record.view.span(first, last)
    offset = record.content - len(record.match.string)
    return Span(offset + first, offset + last)


def heading_spans(reading: HeadingReading, draft: int) -> Mapping[str, Span]:
    """The span of each field of one heading of a message, by its path."""
    spans: dict[str, Span] = {}
    counts = dict.fromkeys(_KINDS.values(), 0)
    for record in [*reading.records, *reading.strays, *reading.labelled]:
        if record.match is None or record.draft != draft:
            continue
        whole = _WHOLE.get(record.format_line)
        if whole and whole not in spans:
            spans[whole] = record_span(record, 0, len(record.match.string))
        for path, group in _fields(record.rule) if record.rule else ():
            first, last = record.match.span(group)
            if first >= 0 and path not in spans:
                spans[path] = record_span(record, first, last)
        if "turned_name" in record.match.re.groupindex or "turned_addressees" in (
            record.match.re.groupindex
        ):
            _turned(spans, record, counts)
        elif record.format_line is FormatLine.FL6:
            _address(spans, record, "originator")
        elif record.format_line in _KINDS:
            _addresses(spans, record, counts)
    letters = [spans[path] for path in ("precedence.action", "precedence.info") if path in spans]
    if letters:
        spans["precedence"] = Span(letters[0].start, letters[-1].end)
    return spans


def _turned(spans: dict[str, Span], record: Record, counts: dict[str, int]) -> None:
    """The addressees of a labelled line; a name there is a place, a comma and a prefix."""
    assert record.match is not None
    kind = _KINDS.get(record.format_line)
    for item in turned_addressees(record.match) if kind else [record.match]:
        path = f"{kind}[{counts[kind]}]" if kind else "originator"
        if kind:
            counts[kind] += 1
        last = item.end("turned_name")
        first = item.start("turned_place")
        spans[f"{path}.name"] = record_span(
            record, first if first >= 0 else item.start("turned_name"), last
        )
        if item["labelled_precedence"] is not None:
            spans[f"{path}.precedence"] = record_span(record, *item.span("labelled_precedence"))
            last = item.end("labelled_precedence")
        spans[path] = Span(spans[f"{path}.name"].start, record_span(record, last - 1, last).end)


def _address(spans: dict[str, Span], record: Record, path: str) -> None:
    match = record.match
    assert match is not None
    damaged = match.groupdict().get("addresses_damaged")
    if damaged is None:
        _parts(
            spans,
            record,
            path,
            match.groupdict(),
            {n: match.span(n) for n in match.re.groupindex},
            0,
        )
        return
    start = match.start("addresses_damaged")
    for item, value in damaged_addressees(damaged):
        if isinstance(value, Addressee):
            places = {n: item.span(n) for n in item.re.groupindex}
            _parts(spans, record, path, item.groupdict(), places, start)
            return


def _addresses(spans: dict[str, Span], record: Record, counts: dict[str, int]) -> None:
    match = record.match
    assert match is not None
    if (record.rule or "").endswith("_alone"):
        return
    kind = _KINDS[record.format_line]
    groups = match.groupdict()
    damaged = groups.get("addresses_damaged")
    if damaged is None:
        path = f"{kind}[{counts[kind]}]"
        counts[kind] += 1
        _parts(spans, record, path, groups, {n: match.span(n) for n in match.re.groupindex}, 0)
        if groups.get("exempted"):
            for item in splitter("exempted").finditer(match.string, *match.span("exempted")):
                path = f"exempt[{counts['exempt']}]"
                counts["exempt"] += 1
                spans[path] = spans[f"{path}.name"] = record_span(record, *item.span())
        return
    start = match.start("addresses_damaged")
    for item, value in damaged_addressees(damaged):
        if isinstance(value, Addressee):
            path = f"{kind}[{counts[kind]}]"
            counts[kind] += 1
            places = {n: item.span(n) for n in item.re.groupindex}
            _parts(spans, record, path, item.groupdict(), places, start)


def _parts(
    spans: dict[str, Span],
    record: Record,
    path: str,
    groups: Mapping[str, str | None],
    places: Mapping[str, tuple[int, int]],
    start: int,
) -> None:
    ends: list[int] = []
    for field, names in _ADDRESS_FIELDS:
        for name in names:
            text = groups.get(name)
            if text:
                first, last = places[name]
                # damaged groups take the blanks and obliques around them
                lead = len(text) - len(text.lstrip(" /@"))
                trail = len(text) - len(text.rstrip(" /,"))
                keep = name in (
                    "directory_name",
                    "directory_damaged",
                    "plain_language_address",
                    "counted_address",
                )
                lead, trail = (0, 0) if keep or lead + trail >= len(text) else (lead, trail)
                spans[f"{path}.{field}"] = record_span(
                    record, start + first + lead, start + last - trail
                )
                ends += [start + first + lead, start + last - trail]
    if ends:
        spans[path] = record_span(record, min(ends), max(ends))

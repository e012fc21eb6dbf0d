"""The JSON document of a telegram: one shape for every dialect, versioned, with every member always
there.

Values are normalised (``"P"`` for ``PP``, ``"UNCLASSIFIED"`` for ``UNCLAS``); members called
``text`` are verbatim. The schema beside this module, `telegram-1.schema.json`, states the shape; a
test holds every corpus message against it.
"""

import json
from collections.abc import Callable, Iterable
from datetime import UTC
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from telegram.diagnostics import FieldError
from telegram.model import Heading
from telegram.values.addressee import Addressee
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.filing_time import FilingTime

if TYPE_CHECKING:
    from telegram.model import Telegram

VERSION = "1"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    from importlib.resources import files

    text = (files("telegram") / "telegram-1.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def to_dict(telegram: "Telegram", members: str | Iterable[str] | None = None) -> dict[str, Any]:
    """The document of a telegram, or some members of it: only what they need is worked out.

    Raises ValueError for a member that no document has.
    """
    wanted = None if members is None else {members} if isinstance(members, str) else set(members)
    unknown = sorted(wanted - _ALL) if wanted else ()
    if unknown:
        raise ValueError(f"no member {unknown[0]!r} in the document: it has {', '.join(_ORDER)}")
    document: dict[str, Any] = {}
    for names, make in _PARTS:
        if wanted is None or not wanted.isdisjoint(names):
            document |= make(telegram)
    return document if wanted is None else {k: v for k, v in document.items() if k in wanted}


def _classification(telegram: "Telegram") -> dict[str, Any] | None:
    line = telegram.classification
    if line is None:
        return None
    return {
        "level": line.level and line.level.name,
        "caveats": list(line.caveats),
        "ssic": line.subject_code,
        "text": line.text,
    }


def _section(telegram: "Telegram") -> dict[str, int] | None:
    section = telegram.section
    return section and {"number": section[0], "of": section[1]}


def _ending(telegram: "Telegram") -> dict[str, Any]:
    ending = telegram.ending
    return {
        "serial": ending.serial,
        "corrections": list(ending.corrections),
        "corrected": telegram.corrected,
        "end_of_message": ending.end_of_message,
    }


def _heading(telegram: "Telegram") -> dict[str, Any]:
    return heading_to_dict(telegram.heading, telegram.source.text, telegram.pivot)


_HEADING = (
    "transmission", "routing", "station", "security", "precedence", "dtg", "instructions",
    "originator", "action", "info", "exempt", "accounting", "original", "pilot",
)  # fmt: skip
_PARTS: tuple[tuple[tuple[str, ...], Callable[["Telegram"], dict[str, Any]]], ...] = (
    (("schema",), lambda _: {"schema": VERSION}),
    (("dialect",), lambda telegram: {"dialect": telegram.dialect}),
    (_HEADING, _heading),
    (("classification",), lambda telegram: {"classification": _classification(telegram)}),
    (("section",), lambda telegram: {"section": _section(telegram)}),
    (("text",), lambda telegram: {"text": telegram.text.to_dict(telegram.pivot)}),
    (("ending",), lambda telegram: {"ending": _ending(telegram)}),
    (("handling",), lambda telegram: {"handling": telegram.handling.to_dict()}),
    (
        ("service",),
        lambda telegram: {"service": telegram.service and telegram.service.to_dict()},
    ),
    (("diagnostics",), lambda telegram: {"diagnostics": telegram.report.to_dicts()}),
)
"""The members of the document, in order, with what makes those that are made together."""
_ORDER = tuple(name for names, _ in _PARTS for name in names)
_ALL = frozenset(_ORDER)


def heading_to_dict(heading: Heading, text: str, pivot: int) -> dict[str, Any]:
    """The members that hold a heading; also the shape of ``original`` and ``pilot``."""
    transmission, routing, station = heading.transmission, heading.routing, heading.station
    security, accounting = heading.security, heading.accounting
    return {
        "transmission": transmission
        and {
            "channel": transmission.channel,
            "sequence": transmission.sequence,
            "class": transmission.classification,
        },
        "routing": routing
        and {
            "precedence": [p.letter for p in routing.precedence],
            "indicators": [i.letters for i in routing.indicators],
            "lmf": routing.lmf and routing.lmf.letters,
            "classification": routing.classification,
            "content": routing.content and routing.content.code,
            "originator": routing.originator and routing.originator.letters,
            "serial": routing.serial,
            "filed": _filed(routing.filed),
            "records": routing.records,
            "redundancy": routing.redundancy,
            "release": [code.letter for code in routing.release],
            "complete": routing.complete,
        },
        "station": station
        and {
            "indicator": station.indicator.letters,
            "serial": station.serial,
            "section": station.section,
            "filed": _filed(station.filed),
        },
        "security": security
        and {
            "prosign": security.prosign,
            "characters": security.characters,
            "special_handling": security.special_handling,
            "release": [code.letter for code in security.release],
            "signals": [str(signal) for signal in security.signals],
            "transmit": list(security.transmit),
        },
        "precedence": {
            "action": heading.precedence.action and heading.precedence.action.letter,
            "info": heading.precedence.info and heading.precedence.info.letter,
        },
        "dtg": _dtg(heading, text, pivot),
        "instructions": [
            {"kind": i.kind, "value": i.value, "text": i.text} for i in heading.instructions
        ],
        "originator": heading.originator and _addressee(heading.originator),
        "action": [_addressee(a) for a in heading.action],
        "info": [_addressee(a) for a in heading.info],
        "exempt": [_addressee(a) for a in heading.exempt],
        "accounting": {
            "symbol": accounting and accounting.symbol,
            "groups": accounting and accounting.groups,
        },
        "original": heading.original and heading_to_dict(heading.original, text, pivot),
        "pilot": heading.pilot and heading_to_dict(heading.pilot, text, pivot),
    }


def _filed(filed: FilingTime | None) -> dict[str, Any] | None:
    if filed is None:
        return None
    return {
        "day_of_year": filed.day_of_year,
        "day_of_month": filed.day_of_month,
        "time": filed.time,
    }


def _dtg(heading: Heading, text: str, pivot: int) -> dict[str, Any] | None:
    span = heading.spans.get("dtg")
    if heading.dtg is None and span is None:
        return None
    return {
        "text": span.of(text) if span else str(heading.dtg),
        "utc": heading.dtg and utc(heading.dtg, pivot),
        "zone": heading.dtg and heading.dtg.zone,
    }


def utc(dtg: DateTimeGroup, pivot: int) -> str | None:
    """The instant in UTC, ISO 8601 with Z; None where it cannot be resolved."""
    try:
        return dtg.resolve(pivot).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (FieldError, OverflowError):
        return None


def _addressee(addressee: Addressee) -> dict[str, Any]:
    return {
        "routing_indicator": addressee.routing_indicator and addressee.routing_indicator.letters,
        "name": addressee.name,
        "offices": list(addressee.offices),
        "precedence": addressee.precedence and addressee.precedence.word,
        "number": addressee.number,
        "collective": addressee.collective,
        "zen": addressee.zen,
        "alias": addressee.alias,
        "directory_name": addressee.directory_name,
    }


def to_html(telegram: "Telegram") -> str:
    """A small table of the heading, for notebooks."""
    heading = telegram.heading
    rows = [
        ("Dialect", telegram.dialect or "none"),
        (
            "Precedence",
            " / ".join(p.word for p in (heading.precedence.action, heading.precedence.info) if p),
        ),
        ("Date-time group", str(heading.dtg or "")),
        ("From", str(heading.originator or "")),
        ("To", "\n".join(str(a) for a in heading.action)),
        ("Info", "\n".join(str(a) for a in heading.info)),
        ("Classification", str(telegram.classification or "")),
    ]
    cells = "".join(
        f"<tr><th style='text-align:left'>{escape(name)}</th>"
        f"<td style='text-align:left;white-space:pre-line'>{escape(value)}</td></tr>"
        for name, value in rows
        if value
    )
    return f"<table>{cells}</table>"

"""Hypothesis strategies for everything a telegram is made of: ``telegram.strategies``.

One strategy a value, named in the plural: ``date_time_groups()`` draws `DateTimeGroup`. What is
drawn is valid, and shrinks to what a person would write by hand. With Hypothesis installed (the
extra ``testing``) ``st.from_type(DateTimeGroup)`` works too: see `_register`.

Here: the names, each loaded when first used, since Hypothesis loads this package whenever it is
itself loaded. Elsewhere: single elements (`elements`), markings of text (`protection`), headings,
texts and whole messages (`messages`).
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from telegram.strategies.elements import (
        accountings,
        addressees,
        call_signs,
        content_indicators,
        date_time_groups,
        filing_times,
        instructions,
        language_medias,
        messages_cited,
        operating_signals,
        plain_language_addresses,
        precedence_pairs,
        precedences,
        release_codes,
        routing_indicators,
        routings,
        securities,
        station_serials,
        transmission_identifications,
    )
    from telegram.strategies.messages import (
        damaged_telegrams,
        headings,
        lines,
        sections,
        telegrams,
        texts,
    )
    from telegram.strategies.protection import (
        classification_lines,
        classifications,
        declassify_ons,
        line_markings,
        markings,
        portion_markings,
        tags,
    )

_HOMES = {
    "elements": (
        "accountings",
        "addressees",
        "call_signs",
        "content_indicators",
        "date_time_groups",
        "filing_times",
        "instructions",
        "language_medias",
        "messages_cited",
        "operating_signals",
        "plain_language_addresses",
        "precedence_pairs",
        "precedences",
        "release_codes",
        "routing_indicators",
        "routings",
        "securities",
        "station_serials",
        "transmission_identifications",
    ),
    "protection": (
        "classification_lines",
        "classifications",
        "declassify_ons",
        "line_markings",
        "markings",
        "portion_markings",
        "tags",
    ),
    "messages": (
        "damaged_telegrams",
        "headings",
        "lines",
        "sections",
        "telegrams",
        "texts",
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "accountings",
    "addressees",
    "call_signs",
    "classification_lines",
    "classifications",
    "content_indicators",
    "damaged_telegrams",
    "date_time_groups",
    "declassify_ons",
    "filing_times",
    "headings",
    "instructions",
    "language_medias",
    "line_markings",
    "lines",
    "markings",
    "messages_cited",
    "operating_signals",
    "plain_language_addresses",
    "portion_markings",
    "precedence_pairs",
    "precedences",
    "release_codes",
    "routing_indicators",
    "routings",
    "sections",
    "securities",
    "station_serials",
    "tags",
    "telegrams",
    "texts",
    "transmission_identifications",
]


def __getattr__(name: str) -> Any:
    """A strategy, loaded from its module when first used."""
    from importlib import import_module

    module = _HOME.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

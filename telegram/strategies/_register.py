"""What Hypothesis calls when it is loaded: the strategy of every public value.

Hypothesis finds `register` by the entry point ``hypothesis``. Only the values are loaded here; a
strategy is made when its type is first asked for.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

_STRATEGIES = {
    "telegram.model": {
        "Accounting": "accountings",
        "Heading": "headings",
        "Instruction": "instructions",
        "PrecedencePair": "precedence_pairs",
        "Telegram": "telegrams",
    },
    "telegram.values.addressee": {
        "Addressee": "addressees",
        "PlainLanguageAddress": "plain_language_addresses",
    },
    "telegram.values.classification": {
        "Classification": "classifications",
        "ClassificationLine": "classification_lines",
    },
    "telegram.values.date_time_group": {"DateTimeGroup": "date_time_groups"},
    "telegram.values.filing_time": {"FilingTime": "filing_times"},
    "telegram.values.markings.declassify": {"DeclassifyOn": "declassify_ons"},
    "telegram.values.markings.line": {"LineMarking": "line_markings"},
    "telegram.values.markings.marking": {"Marking": "markings"},
    "telegram.values.markings.portion_marking": {"PortionMarking": "portion_markings"},
    "telegram.values.message_cited": {"MessageCited": "messages_cited"},
    "telegram.values.operating_signal": {"OperatingSignal": "operating_signals"},
    "telegram.values.precedence": {"Precedence": "precedences"},
    "telegram.values.routing": {
        "ContentIndicator": "content_indicators",
        "LanguageMedia": "language_medias",
        "ReleaseCode": "release_codes",
        "Routing": "routings",
    },
    "telegram.values.call_sign": {"CallSign": "call_signs"},
    "telegram.values.routing_indicator": {"RoutingIndicator": "routing_indicators"},
    "telegram.values.security": {"Security": "securities"},
    "telegram.values.station_serial": {"StationSerial": "station_serials"},
    "telegram.values.tags": {"Tags": "tags"},
    "telegram.values.transmission_identification": {
        "TransmissionIdentification": "transmission_identifications"
    },
}
"""The strategy of each value, by the value's module."""


def register() -> None:
    """Tell Hypothesis the strategy of every value."""
    from hypothesis import strategies as st

    for module, values in _STRATEGIES.items():
        for value, name in values.items():
            st.register_type_strategy(getattr(import_module(module), value), _made(name))


def _made(name: str) -> Callable[[Any], Any]:
    """What makes a strategy when it is first asked for."""

    def make(_: Any) -> Any:
        return getattr(import_module("telegram.strategies"), name)()

    return make

"""Read, check and write AUTODIN-style telegrams: ACP 127, JANAP 128, print layouts, archives.

The promise of the library: every public name stands here, once; the rest is ours to change. A name
is loaded when first used, so that ``import telegram`` costs next to nothing; it loads neither Lark
nor Hypothesis.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from telegram import faults as faults
    from telegram import ita2 as ita2
    from telegram import strategies as strategies
    from telegram.catalogue import explain, rule, rules
    from telegram.checks import check
    from telegram.checks.single import check_marking
    from telegram.circuit import Circuit, Copy, LogEntry
    from telegram.composing import compose
    from telegram.converting import Conversion, ConversionReport, Entry, Fate, convert, from_email
    from telegram.diagnostics import (
        Diagnostic,
        Edit,
        FieldError,
        Fix,
        Report,
        Rule,
        Safety,
        Severity,
        TelegramError,
    )
    from telegram.dialects import Dialect, dialect
    from telegram.document import schema
    from telegram.formatting import FormatError, format, format_sections
    from telegram.generating import Generator, generate
    from telegram.handling import Handling
    from telegram.joining import Joined, group_sections, join
    from telegram.lines import Artefact, FormatLine, Line
    from telegram.model import Accounting, Ending, Heading, Instruction, PrecedencePair, Telegram
    from telegram.parsing import parse, read
    from telegram.receiving import Frame, FrameEnd, Framer
    from telegram.repairing import Repair, Repairs, repair
    from telegram.service import Service, ServiceRequest
    from telegram.source import Source, Span
    from telegram.texts import PlainText
    from telegram.texts.sets.text import SetsText
    from telegram.texts.state.text import StateText
    from telegram.values.addressee import Addressee, PlainLanguageAddress
    from telegram.values.call_sign import CallSign
    from telegram.values.classification import Classification, ClassificationLine
    from telegram.values.date_time_group import DateTimeGroup
    from telegram.values.filing_time import FilingTime
    from telegram.values.markings.declassify import DeclassifyOn
    from telegram.values.markings.line import LineMarking
    from telegram.values.markings.marking import Marking
    from telegram.values.markings.portion_marking import PortionMarking
    from telegram.values.markings.rollup import Evidence, RollUp, roll_up
    from telegram.values.message_cited import MessageCited
    from telegram.values.operating_signal import OperatingSignal
    from telegram.values.precedence import Precedence
    from telegram.values.routing import ContentIndicator, LanguageMedia, ReleaseCode, Routing
    from telegram.values.routing_indicator import RoutingIndicator
    from telegram.values.security import Security
    from telegram.values.station_serial import StationSerial
    from telegram.values.transmission_identification import TransmissionIdentification

_HOMES = {
    "catalogue": ("explain", "rule", "rules"),
    "checks": ("check",),
    "checks.single": ("check_marking",),
    "circuit": ("Circuit", "Copy", "LogEntry"),
    "composing": ("compose",),
    "converting": ("Conversion", "ConversionReport", "Entry", "Fate", "convert", "from_email"),
    "diagnostics": (
        "Diagnostic",
        "Edit",
        "FieldError",
        "Fix",
        "Report",
        "Rule",
        "Safety",
        "Severity",
        "TelegramError",
    ),
    "dialects": ("Dialect", "dialect"),
    "document": ("schema",),
    "handling": ("Handling",),
    "joining": ("Joined", "group_sections", "join"),
    "formatting": ("FormatError", "format", "format_sections"),
    "generating": ("Generator", "generate"),
    "lines": ("Artefact", "FormatLine", "Line"),
    "model": ("Accounting", "Ending", "Heading", "Instruction", "PrecedencePair", "Telegram"),
    "parsing": ("parse", "read"),
    "receiving": ("Frame", "FrameEnd", "Framer"),
    "repairing": ("Repair", "Repairs", "repair"),
    "service": ("Service", "ServiceRequest"),
    "source": ("Source", "Span"),
    "texts": ("PlainText",),
    "texts.sets.text": ("SetsText",),
    "texts.state.text": ("StateText",),
    "values.markings.declassify": ("DeclassifyOn",),
    "values.markings.line": ("LineMarking",),
    "values.markings.marking": ("Marking",),
    "values.markings.portion_marking": ("PortionMarking",),
    "values.markings.rollup": ("Evidence", "RollUp", "roll_up"),
    "values.addressee": ("Addressee", "PlainLanguageAddress"),
    "values.call_sign": ("CallSign",),
    "values.classification": ("Classification", "ClassificationLine"),
    "values.date_time_group": ("DateTimeGroup",),
    "values.filing_time": ("FilingTime",),
    "values.message_cited": ("MessageCited",),
    "values.operating_signal": ("OperatingSignal",),
    "values.precedence": ("Precedence",),
    "values.routing": ("ContentIndicator", "LanguageMedia", "ReleaseCode", "Routing"),
    "values.routing_indicator": ("RoutingIndicator",),
    "values.security": ("Security",),
    "values.station_serial": ("StationSerial",),
    "values.transmission_identification": ("TransmissionIdentification",),
}
_MODULES = frozenset({"faults", "ita2", "strategies"})
"""Public modules, whose names are used through them: ``telegram.ita2.decode``."""
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Accounting",
    "Addressee",
    "Artefact",
    "CallSign",
    "Circuit",
    "Classification",
    "ClassificationLine",
    "ContentIndicator",
    "Conversion",
    "ConversionReport",
    "Copy",
    "DateTimeGroup",
    "DeclassifyOn",
    "Diagnostic",
    "Dialect",
    "Edit",
    "Ending",
    "Entry",
    "Evidence",
    "Fate",
    "FieldError",
    "FilingTime",
    "Fix",
    "FormatError",
    "FormatLine",
    "Frame",
    "FrameEnd",
    "Framer",
    "Generator",
    "Handling",
    "Heading",
    "Instruction",
    "Joined",
    "LanguageMedia",
    "Line",
    "LineMarking",
    "LogEntry",
    "Marking",
    "MessageCited",
    "OperatingSignal",
    "PlainLanguageAddress",
    "PlainText",
    "PortionMarking",
    "Precedence",
    "PrecedencePair",
    "ReleaseCode",
    "Repair",
    "Repairs",
    "Report",
    "RollUp",
    "Routing",
    "RoutingIndicator",
    "Rule",
    "Safety",
    "Security",
    "Service",
    "ServiceRequest",
    "SetsText",
    "Severity",
    "Source",
    "Span",
    "StateText",
    "StationSerial",
    "Telegram",
    "TelegramError",
    "TransmissionIdentification",
    "check",
    "check_marking",
    "compose",
    "convert",
    "dialect",
    "explain",
    "format",
    "format_sections",
    "from_email",
    "generate",
    "group_sections",
    "join",
    "parse",
    "read",
    "repair",
    "roll_up",
    "rule",
    "rules",
    "schema",
]


def __getattr__(name: str) -> Any:
    """A public name, loaded from its module when first used."""
    from importlib import import_module

    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    module = _HOME.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, *_MODULES, "__version__"])

"""Operating signals: Q and Z codes, and the words that go with them.

``ZUI RUEWMCF4523 3551850`` is a signal with operands; ``INT`` before a signal asks. Signals ZAA to
ZXZ are allied (ACP 131); ZYA to ZZZ belong to each nation or service. The shipped table is
incomplete by nature.

Here: the value, its meaning, and rules TG341 to TG343. Elsewhere: where signals stand (`security`,
`instruction`).
"""

from collections.abc import Iterator
from functools import lru_cache

from attrs import field, frozen

from telegram.data import table
from telegram.diagnostics import Diagnostic, FieldError, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher
from telegram.values.refused import refused
from telegram.values.trusted import trusted

SIGNAL_UNKNOWN = Rule(
    code="TG341",
    name="operating-signal-unknown",
    severity=Severity.WARNING,
    message="{signal} is not in the table of operating signals",
    explanation="""
        A signal of three letters stands for a sentence. The shipped table has those that open
        sources explain; one that it lacks may be national, or garbled.
        """,
    how_to_fix="Compare with ACP 131 and the national supplement.",
    source="ACP 131, as quoted in NAVEDTRA 14226 and public sources",
    references=("OS-R1", "FL4-R7"),
    bad="""
        ZNR UUUUU ZQX
                  ^^^
        """,
    good="ZNR UUUUU ZZH",
)
SECURITY_ITEM_UNKNOWN = Rule(
    code="TG342",
    name="security-item-unknown",
    severity=Severity.WARNING,
    message="{text!r} is neither an operating signal nor an instruction with prosign T",
    explanation="""
        After the security characters FL4 holds operating signals with their operands, traces of
        relays, and whom to transmit to. Other words there mislead the relay, or belong to another
        line.
        """,
    how_to_fix="Write the signal that says it, or move the words to the text.",
    source="NAVEDTRA 14226 ch. 1; NAVEDTRA 14243 (prosign T)",
    references=("FL4-R7",),
    bad="""
        ZNR UUUUU URGENT
                  ^^^^^^
        """,
    good="ZNR UUUUU ZZK",
)
INSTRUCTION_UNKNOWN = Rule(
    code="TG343",
    name="message-instruction-unknown",
    severity=Severity.WARNING,
    message="{text!r} is no message instruction",
    explanation="""
        After the date-time group FL5 holds operating signals, MIN, or an identifier (PSN, MID, ASN)
        that the input system added. Other words are mistyped signals, or a line that ran into this
        one.
        """,
    how_to_fix="Compare with the signals that FL5 takes: ZYB, ZYB MIN, ZYB MIN ZYW, ZEL, ZEX.",
    source="NAVEDTRA 14222; public NAVADMIN traffic",
    references=("OS-R1",),
    bad="""
        R 280900Z FEB 75 MIM
                         ^^^
        """,
    good="R 280900Z FEB 75 MIN",
)


@frozen(repr=False, weakref_slot=False)
class OperatingSignal:
    """A Q or Z code with its operands.

    :Shape:  ``[INT ]`` Q or Z, two letters, perhaps one sign more; then operands, each a word.
    :Order:  none.
    :Text:   ``str(signal)`` is what was written.
    :Errors: `FieldError` with TG300.
    :Source: ACP 131, as quoted in public sources; the shipped table names its own.

    >>> signal = OperatingSignal.parse("ZUI RUEWMCF4523 3551850")
    >>> signal.code, signal.operands
    ('ZUI', ('RUEWMCF4523', '3551850'))
    """

    code: str = field()
    operands: tuple[str, ...] = ()
    interrogative: bool = False

    def __attrs_post_init__(self) -> None:
        text = str(self)
        if matcher("elements:operating_signal").fullmatch(text) is None:
            raise FieldError(refused("elements:operating_signal", text))

    @classmethod
    def parse(cls, text: str) -> "OperatingSignal":
        """The signal that the text writes."""
        if matcher("elements:operating_signal").fullmatch(text) is None:
            raise FieldError(refused("elements:operating_signal", text))
        return signal_of(text)

    @property
    def meaning(self) -> str | None:
        """What the signal stands for; None where the table lacks it."""
        row = _row(self.code)
        return row["meaning"] if row else None

    def __str__(self) -> str:
        return " ".join([*(["INT"] if self.interrogative else []), self.code, *self.operands])

    def __repr__(self) -> str:
        return f"OperatingSignal.parse({str(self)!r})"


_make = trusted(OperatingSignal)


@lru_cache(maxsize=4096)
def signal_of(text: str) -> OperatingSignal:
    """The value of a matched signal."""
    words = text.split(" ")
    asked = words[0] == "INT" and len(words) > 1
    code, *operands = words[asked:]
    return _make(code, tuple(operands), asked)


def _row(code: str) -> "dict[str, str] | None":
    signals = table("operating-signals", "signal")
    row = signals.get(code) or signals.get(code[:3])
    return dict(row) if row else None


def signal_problems(text: str, start: int) -> Iterator[Diagnostic]:
    """What is wrong with a signal that begins at an offset."""
    signal = signal_of(text)
    if _row(signal.code) is None:
        at = start + text.index(signal.code)
        yield SIGNAL_UNKNOWN.at(Span(at, at + len(signal.code)), signal=signal.code)

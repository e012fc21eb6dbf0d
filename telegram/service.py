"""Service messages: what operators ask of each other about messages.

``UNCLAS SVC ZUI RUEBXYZ0245 1060800``: the classification of what it quotes, SVC, then operating
signals with what they are about. A message is named by station, serial number and filing time, or
by originator and date-time group.

Here: `Service`, and how it is read. Elsewhere: what a signal means (`values.operating_signal`);
what was done with a message itself (`telegram.handling`).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from telegram.diagnostics import FieldError
from telegram.model import Telegram
from telegram.syntax import matcher
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.message_cited import MessageCited, message_cited
from telegram.values.operating_signal import OperatingSignal, signal_of

_MOST_WORDS = 2_000
"""Words of a service message that are looked at; most have a dozen."""
_OPENING_WORDS = 13
"""Words up to SVC: the classification, spaced out at worst (CONFIDENTIAL)."""
_DTG_WORDS = 3


@frozen
class ServiceRequest:
    """One signal of a service message, and the message that it is about.

    :Shape:  signal: the operating signal with all words up to the next one; message: the message
             that it names by station and serial number; originator and dtg: the message that it
             names so; each None where it does not. words: what is left of the operands.
    :Source: NAVEDTRA 14222; Navy GENSER lesson 4.
    """

    signal: OperatingSignal
    message: MessageCited | None = None
    originator: str | None = None
    dtg: DateTimeGroup | None = None
    words: tuple[str, ...] = ()

    @property
    def meaning(self) -> str | None:
        """What the signal says, by the shipped table; after INT it is asked."""
        return self.signal.meaning

    def to_dict(self) -> dict[str, Any]:
        """The shape in the JSON document."""
        return {
            "signal": self.signal.code,
            "asks": self.signal.interrogative,
            "meaning": self.meaning,
            "message": self.message
            and {
                "station": self.message.station.letters,
                "serial": self.message.serial,
                "filed": self.message.filed and str(self.message.filed),
            },
            "originator": self.originator,
            "dtg": self.dtg and str(self.dtg),
            "words": list(self.words),
        }


@frozen
class Service:
    """What a service message says: its signals in order.

    :Shape:  requests: a signal each; words: what stands before the first one.
    :Source: NAVEDTRA 14222 (classification, SVC, signals).
    """

    requests: tuple[ServiceRequest, ...]
    words: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The shape in the JSON document."""
        return {
            "requests": [request.to_dict() for request in self.requests],
            "words": list(self.words),
        }


def service_of(message: Telegram) -> Service | None:
    """What a service message says; None for any other message.

    It is one by its content indicator (ZYVW), or by SVC after the classification.
    """
    span = message.text.span
    words = message.source.text[span.start : span.end].split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
    opening = words[:_OPENING_WORDS]
    if "SVC" in opening and _opens(words[: opening.index("SVC")]):
        words = words[opening.index("SVC") + 1 :]
    elif not message.handling.service:
        return None
    runs = list(_runs(words))
    before = tuple(runs.pop(0)) if runs and _signal(runs[0][_asks(runs[0]) :]) is None else ()
    return Service(tuple(_request(run) for run in runs), before)


def _opens(words: Sequence[str]) -> bool:
    """Whether these words are a classification, or none."""
    line = matcher("plaindress:classification_line").fullmatch(" ".join(words))
    return not words or (line is not None and not line["rest"])


def _signal(words: Sequence[str]) -> OperatingSignal | None:
    """The signal that one word is, in the shipped table."""
    if not words or matcher("elements:operating_signal").fullmatch(words[0]) is None:
        return None
    signal = signal_of(words[0])
    return signal if signal.meaning is not None and signal.code != "INT" else None


def _runs(words: Sequence[str]) -> Iterator[list[str]]:
    """The words up to the first signal, if any, then each signal with its operands.

    INT goes with the signal after it.
    """
    run: list[str] = []
    for at, word in enumerate(words):
        asked = _asks(words[at : at + 2])
        begins = asked or (_signal([word]) is not None and words[at - 1 : at] != ["INT"])
        if begins and run:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _asks(run: Sequence[str]) -> bool:
    """Whether a run begins with a signal that is asked."""
    return run[0] == "INT" and _signal(run[1:]) is not None


def _request(run: Sequence[str]) -> ServiceRequest:
    asked = _asks(run)
    code, *operands = run[asked:]
    signal = OperatingSignal(code, interrogative=asked)
    for at in range(len(operands)):
        for count in (2, 1):
            named = message_cited(" ".join(operands[at : at + count]))
            if named is not None:
                rest = (*operands[:at], *operands[at + count :])
                return ServiceRequest(signal, named, words=rest)
    for at in range(len(operands)):
        for count in range(_DTG_WORDS, 0, -1):
            text = " ".join(operands[at : at + count])
            if matcher("elements:date_time_group").fullmatch(text) is not None:
                originator = " ".join(operands[:at]) or None
                rest = tuple(operands[at + count :])
                return ServiceRequest(signal, None, originator, _dtg(text), rest)
    return ServiceRequest(signal, words=tuple(operands))


def _dtg(text: str) -> DateTimeGroup | None:
    try:
        return DateTimeGroup.parse(text)
    except FieldError:
        return None

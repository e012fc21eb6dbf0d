"""Line noise: what a radio circuit makes of a text.

Two models. ``ita2`` garbles the five-unit codes that a teleprinter sends, shifts among them: a
shift that is lost, or one that a garble makes of another code, turns the run up to the next shift
into the other case (``051430Z`` prints ``PTQREPZ``). ``ascii`` garbles seven-unit characters one by
one.

Of the characters that are garbled most have one impulse wrong, some are dropped and some doubled
(`_SHARES`; unsourced: chosen so that each kind occurs in a page of text).

The same text, rate and seed give the same noise on every platform and version. Of Python's
``random`` only ``Random(seed).random()`` is used, whose sequence for an integer is promised to
stay. Every number is drawn whether or not it is needed, so that a higher rate garbles the same
characters and others.

Here: the models and the list of garbles. Elsewhere: the code (`telegram.ita2`); single faults with
known answers (the rest of this package).
"""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Literal

from attrs import frozen

from telegram.ita2 import FIGURES, LETTERS, Decoder, characters, decode, encode
from telegram.source import Span

Model = Literal["ita2", "ascii"]
"""The code that is garbled: five units with shifts, or seven units."""

_SHARES = (("impulse", 0.7), ("dropped", 0.15), ("doubled", 0.15))
"""How one garbled character is garbled, and how often."""


@frozen
class Garble:
    """One garbled character.

    :Shape:  kind: ``impulse`` (one impulse wrong), ``dropped`` or ``doubled``; span: the character
             in the text as sent, empty before the character for which a shift was sent; shift:
             whether it was such a shift.
    """

    kind: str
    span: Span
    shift: bool = False


@frozen
class Noised:
    """A text after line noise, and what was garbled in it.

    :Text: ``str(noised)`` is the text as received.
    """

    text: str
    garbles: tuple[Garble, ...]

    def __str__(self) -> str:
        return self.text


def noise(text: str, rate: float, seed: int, model: Model = "ita2") -> str:
    """The text as a noisy circuit delivers it.

    :Shape:  rate: the share of characters garbled, 0 to 1; seed: any integer; model: ``ita2``
             counts shifts as characters and keeps what five units cannot send as it is; ``ascii``
             keeps what seven units cannot.
    :Errors: ValueError for a rate outside 0 to 1 or another model; TypeError for a seed that is no
             integer.

    >>> noise("R 051430Z MAR 74", 0.1, seed=24)
    'R PTQREPZ MAR 74'
    """
    return noised(text, rate, seed, model).text


def noised(text: str, rate: float, seed: int, model: Model = "ita2") -> Noised:
    """As `noise`, with the list of what was garbled.

    >>> noised("R 051430Z MAR 74", 0.1, seed=24).garbles
    (Garble(kind='dropped', span=Span(start=2, end=2), shift=True),)
    """
    if not 0 <= rate <= 1:
        raise ValueError(f"the rate is a share from 0 to 1, not {rate}")
    if not isinstance(seed, int):
        raise TypeError(f"the seed is an integer, not {type(seed).__name__}")
    if model not in _UNITS:
        raise ValueError(f"models are {', '.join(_UNITS)}, not {model!r}")
    units = _UNITS[model]
    draw = Random(seed).random
    garbles = []
    line: list[int | str] = []
    for sent, span, shift in _five(text) if model == "ita2" else _seven(text):
        garbled, which, impulse = draw() < rate, draw(), int(draw() * units)
        if not garbled:
            line.append(sent)
            continue
        kind = _kind(which)
        if kind == "impulse" and isinstance(sent, str):
            line.append(sent)
            continue
        garbles.append(Garble(kind, span, shift))
        if kind == "doubled":
            line += [sent, sent]
        elif kind == "impulse" and isinstance(sent, int):
            line.append(sent ^ 1 << impulse)
    received = _printed(line) if model == "ita2" else "".join(_seven_printed(line))
    return Noised(received, tuple(garbles))


_UNITS = {"ita2": 5, "ascii": 7}


def _kind(which: float) -> str:
    for kind, share in _SHARES:
        if which < share:
            return kind
        which -= share
    return _SHARES[-1][0]


def _five(text: str) -> Iterator[tuple[int | str, Span, bool]]:
    """What a teleprinter sends: codes, or the character itself where it has none."""
    codes = _codes()
    shift = LETTERS
    for at, sign in enumerate(text):
        span = Span(at, at + 1)
        if sign not in codes:
            yield sign, span, False
            continue
        code, needed = codes[sign]
        if needed not in (None, shift):
            shift = needed or shift
            yield shift, Span(at, at), True
        yield code, span, False


@cache
def _codes() -> dict[str, tuple[int, int | None]]:
    """The code of each character and the shift it needs; None where either does."""
    found: dict[str, tuple[int, int | None]] = {}
    for sign in characters():
        *shifted, code = encode(sign)
        either = decode([LETTERS, code]) == decode([FIGURES, code])
        found[sign] = code, None if either else (shifted or [LETTERS])[0]
    return found


def _printed(line: list[int | str]) -> str:
    """What the receiving teleprinter prints."""
    decoder = Decoder()
    return "".join(item if isinstance(item, str) else decoder.feed((item,)) for item in line)


def _seven(text: str) -> Iterator[tuple[int | str, Span, bool]]:
    for at, sign in enumerate(text):
        yield ord(sign) if ord(sign) < 128 else sign, Span(at, at + 1), False


def _seven_printed(line: list[int | str]) -> Iterator[str]:
    for item in line:
        yield chr(item) if isinstance(item, int) else item

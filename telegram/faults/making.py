"""Broken messages from a seed: generated ones, each with the fault that was asked for.

A fault needs messages that have what it breaks: of a procedure, with a text of a format, classified
or not. Here: trying generated messages until one has it. Elsewhere: how they are generated
(`telegram.generating`).
"""

from collections.abc import Iterator
from itertools import count, product
from random import Random
from typing import Any

from telegram.faults.breaking import Fault, Faulty
from telegram.generating import Generator
from telegram.generating.printouts import PRINTED_YEARS

_LEVELS = ("UNCLASSIFIED", "SECRET", "CONFIDENTIAL", "TOP SECRET")
_WISHES: tuple[dict[str, Any], ...] = (
    {"year": 2008, "precedence": "PRIORITY", "info": (1, 3), "paragraphs": 2, "sentences": 1},
    {"year": 1999, "precedence": "ROUTINE", "info": 0, "paragraphs": (5, 9), "sentences": (2, 4)},
    {"year": 2012, "precedence": "PRIORITY", "info": 2, "paragraphs": 3, "sentences": 2},
)
_KINDS = tuple({"classification": level, **wishes} for wishes, level in product(_WISHES, _LEVELS))
_MISSES = 40 * len(_KINDS)


def faulty(
    fault: Fault, *, seed: int | str = 0, dialect: str | None = None, text: str | None = None
) -> Iterator[Faulty]:
    """Generated messages with a fault, without end.

    The same seed gives the same ones.

    :Shape:  dialect, text: only messages of these; None: of all that the fault is made for, in
             turn.
    :Errors: ValueError where no message of these has what the fault breaks.

    >>> from telegram.faults import fault
    >>> one = next(faulty(fault("TG373"), seed=7))
    >>> one.span.of(one.text)
    'Bt'
    """
    where = [pair for pair in fault.where if dialect in (None, pair[0]) and text in (None, pair[1])]
    misses = 0
    for number in count(1):
        if not where or misses > _MISSES:
            kinds = " ".join(part for part in (dialect, text) if part)
            raise ValueError(f"no {kinds} message has what {fault.code} breaks")
        pair, kind = where[number % len(where)], _KINDS[number // len(where) % len(_KINDS)]
        if pair[0] in PRINTED_YEARS:
            kind = {**kind, "year": None}
        generator = Generator(dialect=pair[0], text=pair[1], seed=seed, **kind)
        made = fault.apply(generator.message(number), Random(number))
        if made is None:
            misses += 1
            continue
        misses = 0
        yield made

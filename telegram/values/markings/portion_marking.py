"""Portion marks: the classification of one paragraph, in parentheses before its words.

``(S//NF)`` says of a paragraph what a banner says of a page, with the same grammar and shorter
words. Telegrams before the register write ``(C/NF)`` or ``(SBU)``; the regime ``telegram`` reads
those.

Here: the value and what is wrong with a text. Elsewhere: the marking itself (`marking`); the
overall marking of several portions (`rollup`).
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from telegram.diagnostics import Diagnostic, FieldError
from telegram.values.classification import Classification
from telegram.values.markings.marking import Marking
from telegram.values.markings.reading import judged


@frozen(order=False)
class PortionMarking:
    """The classification of one paragraph.

    :Shape:  marking: what it says; text: as written.
    :Order:  by level only, as `Marking`.
    :Text:   ``str(portion)`` is what was written; `banner` what a banner would say.
    :Errors: `FieldError` with TG580, TG581 or TG582: no classification can be read.
    :Source: IC Markings Register and Manual 2016 C.1, G.1; 5 FAH-1 H-246 (telegrams).

    >>> portion = PortionMarking.parse("(S//NF)")
    >>> portion.banner, portion.level.name
    ('SECRET//NOFORN', 'SECRET')
    >>> PortionMarking.parse("(C/NF)", "telegram").banner
    'CONFIDENTIAL//NOFORN'
    """

    marking: Marking
    text: str

    @classmethod
    def parse(
        cls, text: str, regime: str = "any", banner: Marking | None = None
    ) -> "PortionMarking":
        """The value of a portion mark; `banner` tells what a REL or JOINT without a list means."""
        reading = judged(text, "portion", regime, banner=banner)
        if reading.marking is None:
            raise FieldError(reading.found[-1])
        return cls(reading.marking, text)

    @property
    def level(self) -> Classification:
        """The level of the paragraph."""
        return self.marking.level

    @property
    def banner(self) -> str:
        """What a banner of this paragraph alone says."""
        return self.marking.banner

    def __lt__(self, other: object) -> bool:
        return self.level < other.level if isinstance(other, PortionMarking) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.level <= other.level if isinstance(other, PortionMarking) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.level > other.level if isinstance(other, PortionMarking) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.level >= other.level if isinstance(other, PortionMarking) else NotImplemented

    def __str__(self) -> str:
        return self.text


def portion_problems(
    text: str, regime: str = "any", *, banner: Marking | None = None, on: date | None = None
) -> Iterator[Diagnostic]:
    """What is wrong with a portion mark; spans count from its start.

    `on` is the date of the message, `banner` the marking of its page.

    >>> [found.name for found in portion_problems("(SECRET//NF)")]
    ['classification-spelled-in-portion']
    """
    yield from judged(text, "portion", regime, banner=banner, on=on).found

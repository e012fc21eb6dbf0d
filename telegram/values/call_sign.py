"""Call signs: how stations of radio nets name each other, where no relay network routes by
indicator.

ACP 126 calls by them (``RFHT`` / ``DE RFG NR 115``), military amateur stations by those of their
licence (``AAV9EX``). One may look like a routing indicator and is none: no directory holds it.

Here: the value and its text. Elsewhere: `routing_indicator`, the other kind of station designator.
"""

from functools import lru_cache

from attrs import frozen

from telegram.diagnostics import FieldError
from telegram.syntax import matcher
from telegram.values.refused import refused
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.trusted import trusted


@frozen(repr=False, weakref_slot=False)
class CallSign:
    """The name of a station on a radio net.

    :Shape:  letters: three to eight letters and digits, a letter among the first two.
    :Order:  none.
    :Text:   ``str(call_sign)`` is what was written.
    :Errors: `FieldError` with TG300.
    :Source: "16-line message format" (ACP 126 samples); Army FM 11-490-7 (MARS). Their length is
             inferred from samples.

    >>> CallSign.parse("AAV9EX").letters
    'AAV9EX'
    """

    letters: str

    def __attrs_post_init__(self) -> None:
        if matcher("elements:call_sign").fullmatch(self.letters) is None:
            raise FieldError(refused("elements:call_sign", self.letters))

    @classmethod
    def parse(cls, text: str) -> "CallSign":
        """The value of a text."""
        return cls(text)

    def __str__(self) -> str:
        return self.letters

    def __repr__(self) -> str:
        return f"CallSign({self.letters!r})"


StationDesignator = RoutingIndicator | CallSign
"""What names a station: a routing indicator to a relay network, a call sign on a radio net."""

_make = trusted(CallSign)


@lru_cache(maxsize=8192)
def call_sign_of(letters: str) -> CallSign:
    """The value of matched letters; equal letters share one value."""
    return _make(letters)

"""What a garbled text may have been: every text one garble away from the one received.

A circuit garbles in few ways, so few texts can have become the one received: an impulse wrong, a
character dropped or doubled, a shift lost or false, a line end made of another character or another
character of a line end. Operators garble too: they take O for 0 and I for 1, and run words
together.

Here: the texts, each with its kind and its cost (how unlikely the garble is beside others; measured
on nothing, only ordered). Elsewhere: which of them make sense (`candidates`, `weighing`).
"""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from telegram.ita2 import FIGURES, LETTERS, Decoder, characters, encode

IMPULSE = "one impulse wrong"
LOOKALIKE = "letter and figure taken for each other"
DOUBLED = "a character doubled"
DROPPED = "a character dropped"
BLANK = "a blank dropped"
SHIFT = "a shift lost or false"
LINE_END = "a line end garbled"
PROSIGN = "the blank after a prosign garbled"
REMEDY = "the remedy of a finding"
COPY = "unlike its copy elsewhere"
SEVEN_UNITS = "one impulse of seven wrong"

_LOOKALIKES = {"O": "0", "0": "O", "I": "1", "1": "I"}
_LONGEST_RUN = 60
"""Characters of a run in one case that is looked at for a lost shift."""
_SEVEN_UNIT_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 /-#.,()")


@frozen
class Alternative:
    """One text that may have been sent in place of a range of the one received.

    :ivar start: where the range begins.
    :ivar end: where it ends.
    :ivar text: what may have stood there.
    :ivar kind: the garble that made one of the other.
    :ivar cost: how unlikely that is, beside other garbles.
    """

    start: int
    end: int
    text: str
    kind: str
    cost: float

    def applied(self, received: str) -> str:
        """The text as it may have been sent."""
        return received[: self.start] + self.text + received[self.end :]


# ---- the code -----------------------------------------------------------------------------------


@cache
def _code(sign: str) -> tuple[int, int | None] | None:
    """The code of a character and its shift (None for either); None where the code lacks it."""
    if sign not in characters():
        return None
    *shifted, code = encode(sign)
    either = Decoder().feed((code,)) == Decoder().feed((FIGURES, code)) == sign
    return code, None if either else (shifted or [LETTERS])[0]


@cache
def one_impulse_from(sign: str) -> tuple[str, ...]:
    """The characters of which one wrong impulse makes this one, in the same shift.

    >>> sorted(one_impulse_from("F"))
    ['D', 'K', 'N', 'S', 'X']
    """
    found = _code(sign)
    if found is None:
        return ()
    code, shift = found
    shifts = (LETTERS, FIGURES) if shift is None else (shift,)
    signs = [Decoder().feed((case, code ^ 1 << impulse)) for case in shifts for impulse in range(5)]
    return tuple(dict.fromkeys(each for each in signs if each and each != sign))


@cache
def in_the_other_case(sign: str) -> str | None:
    """What the code of a character prints in the other shift; None where it prints nothing else.

    >>> in_the_other_case("Q"), in_the_other_case("3"), in_the_other_case(" ")
    ('1', 'E', ' ')
    """
    found = _code(sign)
    if found is None:
        return None
    code, shift = found
    if shift is None:
        return sign
    return Decoder().feed((FIGURES if shift == LETTERS else LETTERS, code)) or None


def case_of(sign: str) -> int | None:
    """The shift in which a character is printed; None for either, 0 where the code lacks it."""
    found = _code(sign)
    return 0 if found is None else found[1]


# ---- within a line ------------------------------------------------------------------------------


def alternatives(line: str, stop: int | None = None) -> Iterator[Alternative]:
    """What a line may have been, one garble away, apart from its ends: garbles that begin before
    `stop`, or anywhere.
    """
    for at, sign in enumerate(line[:stop]):
        known = set(one_impulse_from(sign))
        for other in one_impulse_from(sign):
            if other.isprintable():
                yield Alternative(at, at + 1, other, IMPULSE, 1.0)
        if sign in _LOOKALIKES:
            yield Alternative(at, at + 1, _LOOKALIKES[sign], LOOKALIKE, 0.7)
        for unit in range(7):
            other = chr(ord(sign) ^ 1 << unit)
            if other in _SEVEN_UNIT_SIGNS and other not in known:
                yield Alternative(at, at + 1, other, SEVEN_UNITS, 1.3)
        if line[at + 1 : at + 2] == sign:
            yield Alternative(at, at + 1, "", DOUBLED, 0.8)
    places = len(line) + 1 if stop is None else min(stop, len(line) + 1)
    yield from _dropped(line, places)
    yield from _shifted(line, places)


def _dropped(line: str, stop: int) -> Iterator[Alternative]:
    for at in range(stop):
        beside = line[max(at - 1, 0) : at + 1]
        if " " not in beside and 0 < at < len(line):
            yield Alternative(at, at, " ", BLANK, 1.0)
        signs = "/-#"
        if any(sign.isalpha() for sign in beside):
            signs += "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        if any(sign.isdigit() for sign in beside):
            signs += "0123456789"
        for sign in signs:
            yield Alternative(at, at, sign, DROPPED, 1.2 if sign in beside else 1.6)


def _shifted(line: str, stop: int) -> Iterator[Alternative]:
    """Runs read in the other case: from any character of a run in one case to any later one."""
    for first, last in _runs(line):
        if first >= stop:
            return
        flipped = [in_the_other_case(sign) for sign in line[first:last]]
        for start in range(first, min(last, stop)):
            if line[start] == " ":
                continue
            text = ""
            for end in range(start + 1, last + 1):
                other = flipped[end - 1 - first]
                if other is None or not other.isprintable():
                    break
                text += other
                if line[end - 1] != " ":
                    yield Alternative(start, end, text, SHIFT, 1.0 + _mixed(line, start, end, text))


def _runs(line: str) -> Iterator[tuple[int, int]]:
    """Ranges of a line that are printed in one case."""
    start, case = 0, None
    for at, sign in enumerate([*line, "\u0000"]):
        here = case_of(sign) if at < len(line) else 0
        if here is None or here == case:
            continue
        if case and at > start:
            yield start, min(at, start + _LONGEST_RUN)
        start, case = (at, here) if here else (at + 1, None)


def _mixed(line: str, start: int, end: int, text: str) -> float:
    """A cost for each word that is letters and other signs after the shift is put right, for a
    shift that ends within a word, and for obliques, which part elements, read as X; of two runs the
    longer is likelier.
    """
    first = line.rfind(" ", 0, start) + 1
    last = line.find(" ", end)
    words = re.split("[ /]", line[first:start] + text + line[end : len(line) if last < 0 else last])
    odd = sum(any(sign.isalpha() for sign in word) and not word.isalpha() for word in words)
    cut = text[-1].isalnum() and line[end : end + 1].isalnum()
    obliques = line[start:end].count("/")
    return 0.3 * odd + 0.4 * cut + 0.5 * obliques - 0.01 * len(text)


# ---- line ends ----------------------------------------------------------------------------------

_ENDS = "\n\r"
_UNITS = frozenset(1 << unit for unit in range(7))


def split_lines(line: str) -> Iterator[Alternative]:
    """Where a line end may have become a character of the line."""
    for at, sign in enumerate(line):
        if not 0 < at < len(line) - 1:
            continue
        seven = any(ord(sign) ^ ord(end) in _UNITS for end in _ENDS)
        if seven or any(end in one_impulse_from(sign) for end in _ENDS):
            yield Alternative(at, at + 1, "\n", LINE_END, 1.0)


def joined_lines(first: str, ending: str, second: str) -> Iterator[Alternative]:
    """Where a character of a line may have become a line end; offsets count from the first line."""
    if len(ending) != 1:
        return
    signs = {sign for end in _ENDS for sign in one_impulse_from(end) if sign.isprintable()}
    for sign in sorted(signs):
        yield Alternative(len(first), len(first) + 1, sign, LINE_END, 1.0)

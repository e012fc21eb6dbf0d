"""The five-unit code: text as the codes of a teleprinter line, as paper tape, and back.

Two facts shape everything below.

* A code means a letter or a figure by the last shift before it. A garbled shift therefore turns a
  whole run of text; `Decoder` keeps the shift from one piece of a stream to the next.
* Two sets of figures were in use. The US teleprinter's has signs where the international alphabet
  no. 2 has the bell, "who are you" and three positions left to the nations.

A code is a number from 0 to 31; the impulse sent first is its lowest bit. Null, letters and figures
print nothing, so they are codes but not text: ``decode(encode(text))`` is `text`.

Of libraries, PyPI has ``baudot`` (0.1.1, last released in 2019): it lacks unshift-on-space and the
line endings of telegrams. The table is small, and kept here (``data/ita2.csv``).

Here: codes, packed bits, tape pictures, and writing in signs that the code has. Elsewhere: which
signs a dialect allows (`telegram.dialects`); garbles (`telegram.faults`).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple
from unicodedata import name as name_of

from telegram.data import rows
from telegram.source import Span, line_bounds
from telegram.transliteration import in_signs

__all__ = [
    "FIGURES",
    "LETTERS",
    "Decoder",
    "NotInCode",
    "characters",
    "decode",
    "encode",
    "pack",
    "picture",
    "read_picture",
    "transliterate",
    "unpack",
]

Figures = Literal["us", "international"]
"""Which figures: the US teleprinter's, or those of the international alphabet no. 2."""

NULL, SPACE = 0b00000, 0b00100
LETTERS, FIGURES = 0b11111, 0b11011
"""The codes of the two shifts."""

_UNKNOWN = "\ufffd"
"""What a code without a sign of its own is read as: three national positions."""
_FUNCTIONS = {
    "NUL": "",
    "LF": "\n",
    "CR": "\r",
    "SP": " ",
    "BEL": "\a",
    "WRU": "\x05",
    "LTRS": "",
    "FIGS": "",
    "NATL1": _UNKNOWN,
    "NATL2": _UNKNOWN,
    "NATL3": _UNKNOWN,
}


class NotInCode(ValueError):
    """A character that the five-unit code does not have.

    :ivar character: the character.
    :ivar span: its place in the text given.
    """

    def __init__(self, character: str, at: int, figures: str) -> None:
        called = name_of(character, f"U+{ord(character):04X}")
        super().__init__(
            f"{character!r} ({called}) at character {at} is not in the code ({figures} figures)"
        )
        self.character = character
        self.span = Span(at, at + 1)


class _Code(NamedTuple):
    """The table, both ways: signs by code, and for each sign its code and shift (None: either)."""

    letters: tuple[str, ...]
    figures: tuple[str, ...]
    codes: dict[str, tuple[int, int | None]]


@cache
def _code(figures: str) -> _Code:
    if figures not in ("us", "international"):
        raise ValueError(f"figures are 'us' or 'international', not {figures!r}")
    letters, shifted = [""] * 32, [""] * 32
    codes: dict[str, tuple[int, int | None]] = {}
    for row in rows("ita2"):
        code = int(row["code"], 2)
        letter, figure = (_FUNCTIONS.get(row[key], row[key]) for key in ("letters", figures))
        letters[code], shifted[code] = letter, figure
        both = letter == figure
        for sign, shift in ((letter, LETTERS), (figure, FIGURES)):
            if sign not in ("", _UNKNOWN):
                codes[sign] = code, None if both else shift
    return _Code(tuple(letters), tuple(shifted), codes)


def characters(figures: Figures = "us") -> frozenset[str]:
    """Every character that the code has: printed ones, blank, line ends, bell, "who are you".

    >>> "$" in characters("us"), "$" in characters("international")
    (True, False)
    """
    return frozenset(_code(figures).codes)


# ---- text and codes ----------------------------------------------------------------------------


def encode(
    text: str,
    *,
    figures: Figures = "us",
    unshift: bool = False,
    line_end: str | None = None,
    shift_first: bool = False,
    transliterated: bool = False,
) -> bytes:
    r"""The codes of a text, one a byte, with the shifts it needs and no others.

    :Shape:  figures: ``us`` or ``international``; unshift: for machines that a blank puts back to
             letters; line_end: what is sent for every line end, such as ``"\r\r\n"`` (None: as
             written); shift_first: begin with a letters shift, so that no earlier state matters;
             transliterated: write what the code lacks in signs that it has (`transliterate`).
    :Errors: `NotInCode`, which names the character and its place, for any that the code lacks, such
             as lower case. ValueError for other figures.
    :Source: published Baudot and ITA2 tables.

    >>> encode("R 0514").hex(" ")
    '0a 04 1b 16 10 17 0a'
    >>> encode("4%")
    Traceback (most recent call last):
    telegram.ita2.NotInCode: '%' (PERCENT SIGN) at character 1 is not in the code (us figures)
    >>> decode(encode("Caf\u00e9", transliterated=True))
    'CAFE'
    """
    codes = _code(figures).codes
    if transliterated:
        text = transliterate(text, figures=figures)
    if line_end is not None:
        text = "".join(_with_line_end(text, line_end))
    out = bytearray([LETTERS] if shift_first else [])
    shift = LETTERS
    for at, sign in enumerate(text):
        found = codes.get(sign)
        if found is None:
            raise NotInCode(sign, at, figures)
        code, needed = found
        if needed is not None and needed != shift:
            out.append(needed)
            shift = needed
        out.append(code)
        if unshift and code == SPACE:
            shift = LETTERS
    return bytes(out)


def _with_line_end(text: str, line_end: str) -> Iterator[str]:
    for start, content, after in line_bounds(text):
        yield text[start:content]
        if after > content:
            yield line_end


class Decoder:
    """Reads a stream of codes piece by piece; the shift holds from one piece to the next.

    :Shape:  figures and unshift: as in `encode`.
    :Text:   The pieces' texts, joined, are the text of the joined pieces.
    :Errors: ValueError for a number above 31, which is no code.

    :ivar shift: the shift in force: `LETTERS` or `FIGURES`.

    >>> decoder = Decoder()
    >>> decoder.feed([0b11011, 0b10111]) + decoder.feed([0b10011, 0b11111, 0b10011])
    '12W'
    """

    def __init__(self, *, figures: Figures = "us", unshift: bool = False) -> None:
        self._letters, self._figures, _ = _code(figures)
        self._unshift = unshift
        self.shift = LETTERS

    def feed(self, codes: bytes | Iterable[int]) -> str:
        """The text of further codes; a national position reads as U+FFFD."""
        out = []
        signs = self._letters if self.shift == LETTERS else self._figures
        for code in codes:
            if code in (LETTERS, FIGURES):
                self.shift = code
                signs = self._letters if code == LETTERS else self._figures
                continue
            if not 0 <= code < 32:
                raise ValueError(f"{code} is no five-unit code: codes are 0 to 31")
            out.append(signs[code])
            if code == SPACE and self._unshift:
                self.shift, signs = LETTERS, self._letters
        return "".join(out)


def decode(codes: bytes | Iterable[int], *, figures: Figures = "us", unshift: bool = False) -> str:
    """The text of codes, from a letters shift on; null and the shifts print nothing.

    :Errors: as `Decoder`.

    >>> decode(bytes.fromhex("0a 04 1b 16 10 17 0a"))
    'R 0514'
    """
    return Decoder(figures=figures, unshift=unshift).feed(codes)


# ---- writing in signs that the code has --------------------------------------------------------


def transliterate(text: str, *, figures: Figures = "us") -> str:
    r"""The text in signs that the code has: capitals, letters without marks, plain quotation marks.

    What has no counterpart in the shipped table stays, and `encode` then names it.

    :Source: ``data/transliterations.csv``; letters lose their marks by Unicode's decomposition.

    >>> transliterate("\u201cSe\u00f1or\u201d \u2013 50% of it")
    '"SENOR" - 50 PERCENT OF IT'
    >>> transliterate("COSTS $50 & MORE", figures="international")
    'COSTS USD 50 AND MORE'
    """
    return in_signs(text, characters(figures))


# ---- packed bits and tape ----------------------------------------------------------------------


def pack(codes: bytes | Iterable[int]) -> bytes:
    """Codes as one run of bits, five each, the impulse sent first at the lowest bit of a byte.

    The last byte is filled up with nulls; `unpack` leaves a null at the end away.

    >>> pack([0b00001, 0b00011]).hex()
    '6100'
    """
    value = count = 0
    out = bytearray()
    for code in codes:
        if not 0 <= code < 32:
            raise ValueError(f"{code} is no five-unit code: codes are 0 to 31")
        value |= code << count
        count += 5
        while count >= 8:
            out.append(value & 0xFF)
            value, count = value >> 8, count - 8
    if count:
        out.append(value)
    return bytes(out)


def unpack(data: bytes) -> bytes:
    """The codes of packed bits, one a byte, without nulls at the end.

    >>> list(unpack(bytes.fromhex("6100")))
    [1, 3]
    """
    value = count = 0
    out = bytearray()
    for byte in data:
        value |= byte << count
        count += 8
        while count >= 5:
            out.append(value & 0b11111)
            value, count = value >> 5, count - 5
    if count:
        out.append(value)
    return bytes(out).rstrip(b"\0")


def picture(codes: bytes | Iterable[int]) -> str:
    """Codes as a punched tape runs downwards: a row a code, ``o`` a hole, ``.`` the feed hole.

    The impulse sent first is on the right; two tracks lie right of the feed holes, three left. Rows
    have an edge on both sides, so that their blanks survive an editor.

    >>> print(picture(encode("RY 2")))
    | o .o |
    |o o. o|
    |  o.  |
    |oo .oo|
    |o  .oo|
    """
    return "\n".join(_row(code) for code in codes)


def _row(code: int) -> str:
    if not 0 <= code < 32:
        raise ValueError(f"{code} is no five-unit code: codes are 0 to 31")
    holes = [" o"[code >> bit & 1] for bit in (4, 3, 2, 1, 0)]
    return f"|{''.join(holes[:3])}.{''.join(holes[3:])}|"


_ROW = re.compile(r"\|([ oO]{3})[.·]([ oO]{2})\|")
_FRAME = re.compile(r"\s*|[-_=\s]{3,}")


def read_picture(tape: str) -> bytes:
    """The codes of a tape picture; empty rows and ruled lines around it are no tape.

    :Errors: ValueError that names the line, for anything else.

    >>> decode(read_picture('''
    ... _______
    ... | o .o |
    ... |o o. o|
    ... _______
    ... '''))
    'RY'
    """
    out = bytearray()
    for number, (start, content, _) in enumerate(line_bounds(tape), 1):
        line = tape[start:content].strip()
        row = _ROW.fullmatch(line)
        if row is not None:
            bits = (row[1] + row[2]).lower().replace("o", "1").replace(" ", "0")
            out.append(int(bits, 2))
        elif not _FRAME.fullmatch(line):
            raise ValueError(f"line {number} is no row of five-unit tape: {line[:40]!r}")
    return bytes(out)

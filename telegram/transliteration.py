"""Writing what a circuit cannot carry in signs that it can.

A five-unit circuit has capitals, figures and a few signs. Lower case becomes capitals, letters lose
their marks, typographic signs become plain ones; some signs become words.

Here: `in_signs`. Elsewhere: the signs of the five-unit code (`ita2`), of a dialect (`dialects`).
"""

from collections.abc import Set
from unicodedata import combining, normalize

from telegram.data import table


def in_signs(text: str, known: Set[str]) -> str:
    """The text in signs that are known, as far as the shipped table and Unicode have counterparts;
    what has none stays.

    :Source: ``data/transliterations.csv``; letters lose their marks by Unicode's decomposition.

    >>> in_signs("Se\u00f1or", set("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    'SENOR'
    """
    if set(text) <= known:
        return text
    words = table("transliterations", "character")
    out: list[str] = []
    parted = False  # whether the last sign was written as a word, which no other may touch
    for sign in text:
        for plain in (sign,) if sign in known else _plain(sign, known):
            row = words.get(plain) if plain not in known else None
            written = row["written"] if row is not None else plain
            if row is not None and any(part not in known for part in written):
                written = in_signs(written, known)
            apart = row is not None and row["apart"] == "yes"
            after_word = bool(out) and out[-1][-1:].isalnum()
            if after_word and (apart or (parted and written[:1].isalnum())):
                out.append(" ")
            out.append(written)
            parted = apart
    return "".join(out)


def _plain(sign: str, known: Set[str]) -> str:
    """A sign without its marks, or in capitals, where neither the set nor the table has it."""
    words = table("transliterations", "character")
    if sign in words:
        return sign
    letters = "".join(part for part in normalize("NFKD", sign) if not combining(part))
    if sign.upper() in known or sign.upper() in words:
        return sign.upper()
    return letters if letters and set(letters) <= known else letters.upper()

"""The text with the corrections that FL15 sends after it.

``C WA POINT BRAVO``: correct version, the word after POINT is BRAVO. WA and WB say the word after
and the word before another one, AA and AB all after and all before it. A correction is applied
where the word that it names stands once in the text below the classification; else nobody can tell
which is meant.

Here: the view. Elsewhere: reading FL15 (`parsing.ending`).
"""

import re

from telegram.model import Telegram

_WORD = re.compile(r"[^\s.,;:?()\"]+")


def corrected(message: Telegram) -> str | None:
    """The text of a message with all corrections applied, in order; None where that cannot be."""
    corrections = [c for c in message.ending.corrections if c.startswith("C ")]
    if not corrections:
        return None
    span = message.text.span
    text = span.of(message.source.text)
    start = _below_classification(message, text)
    for correction in corrections:
        _, place, *words = correction.split(" ")
        applied = _applied(text, start, place, words)
        if applied is None:
            return None
        text = applied
    return text


def _below_classification(message: Telegram, text: str) -> int:
    line = message.classification
    first = text.find("\n") + 1
    said = line is not None and text[:first].strip() == line.text.strip()
    return first if said else 0


def _applied(text: str, start: int, place: str, words: list[str]) -> str | None:
    """The text with one correction, whose first word names the place."""
    if len(words) < 2:
        return None
    named, right = words[0], words[1:]
    found = list(_WORD.finditer(text, start))
    at = [index for index, word in enumerate(found) if word[0] == named]
    if len(at) != 1:
        return None
    here = found[at[0]]
    new = " ".join(right)
    if place == "AA":
        tail = text[len(text.rstrip()) :]
        return f"{text[: here.end()]} {new}{tail}"
    if place == "AB":
        return f"{text[:start]}{new} {text[here.start() :]}"
    other = at[0] + (1 if place == "WA" else -1)
    if not 0 <= other < len(found):
        return None
    return f"{text[: found[other].start()]}{new}{text[found[other].end() :]}"

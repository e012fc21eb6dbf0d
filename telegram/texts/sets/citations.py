"""Where a text cites its references by letter: REF A, REFS B THROUGH D, reference (e).

A list names several, a range all between two; both stand in remarks and in front of explanations.

Here: `letters_of`, `cited` and `cited_bare`. Elsewhere: the references themselves (`fields`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from telegram.syntax import matcher


class Citation(NamedTuple):
    """One place where references are cited: their letters, and where the words stand."""

    letters: tuple[str, ...]
    start: int
    end: int


_SINGLE = 1
_JOINING = frozenset({"OR"})


def letters_of(words: str) -> tuple[str, ...]:
    """The letters that a list or a range names, in capitals.

    >>> letters_of("A, (C) THROUGH (E) AND G")
    ('A', 'C', 'D', 'E', 'G')
    """
    found: list[str] = []
    reaching = False
    for match in matcher("sets:cited_letter").finditer(words):
        if match["reaching"] is not None:
            reaching = True
            continue
        letter = match["reference_letter"].upper()
        if letter in _JOINING:
            continue
        if reaching and found and len(found[-1]) == len(letter) == _SINGLE:
            found += [chr(code) for code in range(ord(found[-1]) + 1, ord(letter))]
        found.append(letter)
        reaching = False
    return tuple(found)


def cited(text: str, first: int, last: int) -> Iterator[Citation]:
    """Every place between two offsets of a text where references are cited."""
    for match in matcher("sets:citation").finditer(text, first, last):
        yield Citation(letters_of(match["cited_letters"]), match.start(), match.end())


def cited_bare(text: str, first: int, last: int) -> bool:
    """Whether a range of a text speaks of a reference without saying which."""
    return matcher("sets:cited_bare").search(text, first, last) is not None

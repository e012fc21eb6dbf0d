"""Redactions: words that were taken out of a text before its release.

Copies show them as runs of X, as dots or a word in square brackets, or as the number of the
exemption, ``(b)(6)``. A gap of blanks shows nothing that could be told from a table, and is none.

Here: the value, and finding it. Elsewhere: release stamps (`printed`).
"""

from attrs import frozen

from telegram.source import Span
from telegram.syntax import matcher


@frozen
class Redaction:
    """A place where words were taken out.

    :Shape:  text: what stands in their place, as written.
    :Source: forms as in public releases.
    """

    text: str
    span: Span

    def __str__(self) -> str:
        return self.text


def redactions_in(text: str, start: int) -> tuple[Redaction, ...]:
    """The redactions of a text that begins at an offset of its source.

    >>> [str(found) for found in redactions_in("MR. XXXXX SAID [...] OF (b)(6).", 0)]
    ['XXXXX', '[...]', '(b)(6)']
    """
    return tuple(
        Redaction(found.group(), Span(start + found.start(), start + found.end()))
        for found in matcher("state:redaction").finditer(text)
    )

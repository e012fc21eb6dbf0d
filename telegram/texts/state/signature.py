"""What ends the typed lines of a State text: the signature, and what stands around it.

The signature is known from its place: the last typed line, or the last word after the last full
stop.

Here: reading from below. Elsewhere: the paragraphs above (`body`).
"""

from typing import NamedTuple

from telegram.source import Span
from telegram.syntax import groups, matcher
from telegram.texts.state.lines import (
    PRINTED,
    SHORT,
    PieceKind,
    TextLine,
    line_of,
    printed_kind,
)
from telegram.texts.state.reach import Reach

_LONGEST = 50
"""Characters of the longest line that is a signature."""
_TAIL = 80
"""Characters at the end of a paragraph among which a signature stands in line."""
_FAR = 400
"""Characters above a signature among which a downgrading group stands."""
_ATTRIBUTES = "\nMessage Attributes"
"""How a block begins that an archive put below a telegram."""
_FAR_BELOW = 6_000
"""Characters at the end of a text among which it begins."""
_INVITATION_LINES = 16
"""Lines at the end of a text among which an invitation to pages of the web begins."""
_SIGNED_BELOW = PRINTED | {PieceKind.DOWNGRADING}
"""What a signature may follow without a blank line."""


_SIGNED = groups("state:signature_line", "signature", "signature_office")


class Signed(NamedTuple):
    """The signature: its line, its name and place, whether it ends a line of text, its office."""

    line: TextLine
    name: str
    span: Span
    inline: bool
    office: str | None


def read_signature(reach: Reach, *, last_section: bool) -> tuple[int, Signed | None]:
    """Where the typed lines end, and the signature; none where the text goes on elsewhere.

    A post's invitation to its pages of the web may stand below the signature, or what an archive
    says of the telegram.
    """
    end, signed = _signature_above(reach, reach.stop, last_section=last_section)
    if signed is None and last_section:
        invitation = _invitation(reach, end)
        if invitation is not None:
            above = _signature_above(reach, invitation, last_section=True)
            if above[1] is not None and not above[1].inline:
                return above
    return end, signed


def _invitation(reach: Reach, end: int) -> int | None:
    """Where an archive's attributes begin, or a post's invitation to its pages of the web, near
    the end of a text.
    """
    attributes = reach.source.rfind(_ATTRIBUTES, max(reach.start, end - _FAR_BELOW), end)
    if attributes >= 0:
        return attributes + 1
    for _ in range(_INVITATION_LINES):
        if end <= reach.start:
            break
        line = reach.before(end)
        if line.text[:1] in "Vv" and matcher("state:web_invitation").fullmatch(line.text):
            return line.start
        end = line.start
    return None


def _signature_above(reach: Reach, end: int, *, last_section: bool) -> tuple[int, Signed | None]:
    """Where the typed lines above a place end, and the signature there."""
    line = None
    while end > reach.start:
        line = reach.before(end)
        if line.text and kind_below(line) is PieceKind.OTHER:
            break
        end, line = line.start, None
    if line is None or not last_section:
        return end, None
    text = line.text
    match = matcher("state:signature_line").fullmatch(text) if len(text) < _LONGEST else None
    if match is not None and _ended(reach, line):
        name, office = match.group(*_SIGNED)
        return end, Signed(line, name, line.span(*match.span(_SIGNED[0])), False, office)
    if text[1:2].islower() and len(text) < _LONGEST and _below_sentence(reach, line):
        match = matcher("state:signature_small").fullmatch(text)
        if match is not None:
            return end, Signed(line, text, line.whole(), False, None)
    tail = line_of(reach.source, max(line.start, line.content - _TAIL), line.content, line.after)
    found = matcher("state:signature_tail").search(tail.text)
    if found is not None and not _shouted_end(tail.text, found.start()):
        return end, Signed(line, found.group(), tail.span(*found.span()), True, None)
    return end, None


def _ruled(text: str) -> bool:
    """Whether a line is a rule, which may stand below a signature."""
    return text[0] in "-=_*" and matcher("state:ruled_line").fullmatch(text) is not None


def _shouted_end(text: str, start: int) -> bool:
    """Whether the last words are an END phrase or a sign rather than a name."""
    return text[start:].startswith(("END", "UNQUOTE", "TEXT", "UNCLASSIFIED", "BT", "NNNN"))


def _ended(reach: Reach, line: TextLine) -> bool:
    """Whether a sentence has ended above a line, so that the line is no part of it."""
    if line.start == reach.start:
        return True
    start, content, after = reach.above(line.start)
    if content - start >= SHORT:
        return True  # a line this long is a whole paragraph
    before = line_of(reach.source, start, content, after, SHORT)
    if not before.text or kind_below(before) in _SIGNED_BELOW:
        return True
    return before.text[-1] in '.!?)"-:>*=_#' or line.text[-1] == "#"


def _below_sentence(reach: Reach, line: TextLine) -> bool:
    """Whether the nearest line above that is not blank ends a sentence, or is a rule."""
    end = line.start
    while end > reach.start:
        above = reach.before(end)
        if above.text:
            last = reach.source[max(above.start, above.content - _FAR) : above.content].rstrip()
            return last[-1:] in tuple('.!?)"*=_-#')
        end = above.start
    return False


def group_above(reach: Reach, end: int) -> TextLine | None:
    """The downgrading group that stands alone above the signature; None without one."""
    if not reach.holds("GP-", end - _FAR, end):
        return None
    while end > reach.start:
        line = reach.before(end)
        if line.text:
            return line if kind_below(line) is PieceKind.DOWNGRADING else None
        end = line.start
    return None


_ALONE = frozenset(".>#-")
"""Signs that stand alone on a line."""
_SIGNS = _ALONE | frozenset("-=_*")
"""Those, and what rules consist of."""


def kind_below(line: TextLine) -> PieceKind:
    """What a line below the typed ones is; `OTHER` for a typed one."""
    text = line.text
    if not text:
        return PieceKind.BLANK
    kind = printed_kind(text)
    if kind is not None:
        return kind
    if text[0] in _SIGNS and (text in _ALONE or _ruled(text)):
        return PieceKind.RULE
    if text.startswith("GP-") and matcher("state:downgrading_group").fullmatch(text):
        return PieceKind.DOWNGRADING
    if text[-1:] in "TtSsEe-=*#" and matcher("state:cable_end").fullmatch(text):
        return PieceKind.RULE
    if text.startswith("NOTE") and matcher("state:service_note").fullmatch(text):
        return PieceKind.NOTE
    return PieceKind.OTHER

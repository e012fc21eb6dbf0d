"""Where one message ends and the next begins, in a text and in a stream.

A message ends after NNNN and the lines that its printer added below; where the end was lost, at the
next start of message (VZCZC) or at a form feed. Four rules keep archives whole:

* after NNNN, a further message begins only at a line that could begin a heading; other lines below
  NNNN are kept with the message above (printers' copy counts, banners, advertisements);
* a banner directly below NNNN closes the message, one further down opens the next, with all that
  printers put above headings (precedence words, ADMINISTRATIVE MESSAGE);
* a printout goes on to the line that opens the next, a first page or a labelled number; the banner
  and the blank lines above that line are the next one's;
* a file without any of these signs is one message.

Here: cutting a text (`next_start`), and a stream in constant memory (`split`). Elsewhere: what a
message says.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO

from telegram.dialects import dialects
from telegram.source import Source, decode, line_bounds, next_ending
from telegram.syntax import matcher

LONGEST_MESSAGE = 16 * 1024 * 1024
"""Bytes after which a stream without any end of message is cut, so that memory stays bounded."""

NO_TEXT_FILE = "a file is read as bytes: open it with mode 'rb'"
"""What is said of a text file."""

_BLOCK = 1 << 16
_STARTS = (
    "janap128:fl2",
    "acp127:fl2",
    "plaindress:fl5",
    "plaindress:fl6",
    "acp127-us:fl3",
    "acp127:fl3",
    "janap128:fl2_damaged",
    *(rule for each in dialects() for rule in each.starts),
)
_PRELUDES = (
    "amhs:banner",
    "amhs:precedence_line",
    "amhs:intrusion",
    "amhs:passing",
    *(rule for each in dialects() for rule in each.preludes),
)


_OPENS = tuple(each.opens for each in dialects() if each.opens)
_OPENING = ("PAGE 01", "MRN")
"""What lines that open a printout begin with."""

_BEGUN = ("plaindress:fl5", "plaindress:fl6", "plaindress:bt")
_WIRE = ("acp127:fl2", "janap128:fl2", "acp127-us:fl3", "acp127:fl3", "acp127:fl4")


def next_start(
    text: str,
    start: int = 0,
    stop: int | None = None,
    *,
    begun: bool = False,
    opened: bool = False,
    known: int | None = None,
) -> int | None:
    """The offset after `start` at which a further message begins.

    None where the rest is one message. `begun` where a heading was read above `start`, `opened`
    where it is a printout's. `known` is where the first sign of an end stands, if that was found;
    below zero where there is none.
    """
    end = len(text) if stop is None else stop
    # Below the heading of what is no printout, a printout begins after an end only.
    wanted = (*_BEGINNINGS, *_OPENING) if opened or not begun else _BEGINNINGS
    ended_at = known if known is not None else text.find(_END, start, end)
    if ended_at >= 0 and not text.startswith(_END, ended_at):
        ended_at = text.find(_END, ended_at, end)
    places = [_find(sign, text, start, end) for sign in wanted]
    if ended_at < 0 and max(places) < 0:
        return None
    signs = {_END: ended_at, **dict(zip(wanted, places, strict=True))}
    last = _last(text, start, end) if signs["\f"] >= 0 else end
    seen = begun
    wired = ended = False
    prelude: int | None = None  # where lines that stand above headings began
    follows_end = False
    lines = line_bounds(text, start, end)
    if begun:
        lines = _signed_lines(text, start, end, signs)
    for first, content, after in lines:
        line = text[first:content].strip(" \t")
        if line:
            # FL1 after FL2 to FL4 alone is the message that a pilot precedes.
            if seen and (begun or not wired) and _is(line, "acp127:fl1"):
                return first
            # A header below a heading is that of a message whose predecessor lost its end.
            if begun and _is(line, "janap128:fl2"):
                return first
            if line.startswith(_OPENING) and _opens(line):
                if ended or opened:
                    return _above(text, first, start)
                opened = not begun
            if ended and any(_is(line, rule) for rule in _STARTS):
                return prelude if prelude is not None else first
            if ended and any(_is(line, rule) for rule in _PRELUDES):
                closes = follows_end and _is(line, "amhs:banner")
                prelude = prelude if prelude is not None or closes else first
            else:
                prelude = None
            seen = True
            begun = begun or any(_is(line, rule) for rule in _BEGUN)
            wired = wired or (not begun and any(_is(line, rule) for rule in _WIRE))
            follows_end = _ends(line)
            ended = ended or follows_end
        else:
            follows_end = False
        if seen and text[after - 1] == "\f" and after < last:
            return after
    return None


def _find(sign: str, text: str, start: int, end: int) -> int:
    """Where a sign is next between two places; below zero where it is not."""
    if sign is not _HEADER:
        first = text.find(sign[0], start, end)  # faster than finding the whole, and mostly enough
        return first if first < 0 else text.find(sign, first, end)
    found = matcher(_HEADER).search(text, start, end)
    return -1 if found is None else found.start()


def _last(text: str, start: int, end: int) -> int:
    """Where the last character between two places stands that is no blank."""
    return start + len(text[start:end].rstrip(" \t\r\n\f\x00"))


def _opens(line: str) -> bool:
    """Whether a line opens a printout; its columns are parted by any number of blanks."""
    words = " ".join(line[:_LONGEST_OPENING].split())
    return any(_is(words, rule) for rule in _OPENS)


_LONGEST_OPENING = 200


def _above(text: str, first: int, start: int) -> int:
    """Where a printout begins whose opening line stands at `first`: at the banner above it.

    The same banner a second time, or further up, closes the printout above.
    """
    taken: set[str] = set()
    begin = at = first
    while at > start and len(taken) <= _MOST_BANNERS:
        end = at - 1
        while text[at - 1] == "\n" and end > start and text[end - 1] == "\r":
            end -= 1
        above = max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1 or start
        line = text[above:end].strip()
        if not line:
            if taken:
                break
        elif line in taken or not _is(line, "state:state_banner"):
            break
        else:
            taken.add(line)
            begin = above
        at = above
    return begin


_MOST_BANNERS = 2
"""Lines of a banner: the level and a control."""
_END = "NNNN"
_HEADER = "janap128:header_sign"
_BEGINNINGS = ("ZCZC", _HEADER, "\f")
"""What shows that a further message may begin: FL1, JANAP 128's FL2, a form feed. An end does too,
and a line that opens a printout.
"""


def _signed_lines(
    text: str, start: int, end: int, signs: dict[str, int]
) -> Iterator[tuple[int, int, int]]:
    """The lines of a text that hold a sign; all lines from the first end of message on.

    `signs` says where each sign is next, below zero where it is not. Below a heading, and above an
    end of message, no other line says that a further message begins.
    """
    at = start
    while True:
        nearest = min((place for place in signs.values() if place >= 0), default=-1)
        if nearest < 0:
            return
        begin = max(text.rfind("\n", at, nearest), text.rfind("\r", at, nearest)) + 1 or at
        begin = max(begin, at)
        content, after = next_ending(text, nearest, end)
        if begin <= signs[_END] < after:
            yield from line_bounds(text, begin, end)
            return
        yield begin, content, after
        at = after
        for sign, place in signs.items():
            if 0 <= place < at:
                signs[sign] = _find(sign, text, at, end)


def _is(line: str, rule: str) -> bool:
    return matcher(rule).fullmatch(line) is not None


def _ends(line: str) -> bool:
    return _is(line, "plaindress:fl16") or line.endswith(" NNNN")


def cut(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of every message in a text; they tile it."""
    start = 0
    while start < len(text):
        following = next_start(text, start)
        end = len(text) if following is None else following
        yield start, end
        start = end


def split(stream: BinaryIO) -> Iterator[Source]:
    """Every message of a binary stream, in constant memory: what is held is one message and one
    block.

    A message whose end does not come within `LONGEST_MESSAGE` bytes is cut there. Raises TypeError
    for a stream of text.
    """
    held = b""
    while True:
        block = stream.read(max(_BLOCK, len(held)))  # doubling keeps long messages linear
        if not isinstance(block, bytes):
            raise TypeError(NO_TEXT_FILE)
        held += block
        if not block:
            yield from _whole(held)
            return
        # The last message held may go on in the next block, and the last line may be incomplete.
        data = held[: held.rfind(b"\n") + 1].decode("latin-1")
        starts = [start for start, _ in cut(data)]
        if len(starts) > 1:
            for start, end in pairwise(starts):
                yield decode(held[start:end])
            held = held[starts[-1] :]
        elif len(held) > LONGEST_MESSAGE:
            yield decode(held)
            held = b""


def _whole(data: bytes) -> Iterator[Source]:
    text = data.decode("latin-1")
    for start, end in cut(text):
        if text[start:end].strip():
            yield decode(data[start:end])

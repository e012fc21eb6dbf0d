"""The text of a message, line by line: cleaned, wrapped, cut into pages and sections.

A text is written as its lines stand, without page lines and traces of copying, no line longer than
the dialect allows. Twenty lines make a page, and every page after the first opens with a page line;
five pages make a section, which is a message of its own.

Here: lines, pages, and where sections part. Elsewhere: what a page line says (`facts`).
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from telegram.dialects import Dialect
from telegram.lines import FormatLine, clean, dead_link
from telegram.model import Telegram
from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.syntax.writing import write
from telegram.texts.state import PieceKind, StateText
from telegram.texts.state.lines import PRINTED
from telegram.transliteration import in_signs

_PILCROW = "\xb6"
"""No part of a telegram: web copies mark paragraphs with it (TG111)."""
_SIGNS = ("plaindress:bt", "plaindress:fl16", "acp127:fl1")
"""Lines that a receiver would take for the end of the text, of the message, or for the start of
another.
"""


def text_lines(message: Telegram) -> list[str]:
    """The lines of a message's text, without what printers put between them, traces of copying and
    blank lines at its ends; of several blank lines one is kept.
    """
    source = message.source.text
    pages = {line.content.start for line in message.lines if line.format_line is FormatLine.PAGE}
    span = message.text.span
    breaks = _breaks(message)
    found: list[str] = []
    for start, content, _ in line_bounds(source, span.start, span.end):
        while breaks and breaks[-1].end <= start:
            breaks.pop()
        if start in pages or (breaks and breaks[-1].start <= start):
            continue
        words = tidy(source, start, content)
        if words or (found and found[-1]):
            found.append(words)
    while found and not found[-1]:
        found.pop()
    return found


def _breaks(message: Telegram) -> list[Span]:
    """The page breaks of a State printout, last first: banners, page lines and stamps, and within
    a paragraph the blank lines about them.
    """
    if not isinstance(message.text, StateText):
        return []
    text = message.text
    paragraphs = deque(paragraph.span for paragraph in text.paragraphs)
    found: list[Span] = []
    pieces = text.pieces
    for number, piece in enumerate(pieces):
        if piece.kind not in PRINTED:
            continue
        span = piece.span
        while paragraphs and paragraphs[0].end <= span.start:
            paragraphs.popleft()
        if paragraphs and paragraphs[0].start < span.start and span.end < paragraphs[0].end:
            beside = [p for p in pieces[max(number - 1, 0) : number + 2] if p.kind in _ABOUT]
            span = Span(min(p.span.start for p in beside), max(p.span.end for p in beside))
        found.append(span)
    return found[::-1]


_ABOUT = PRINTED | {PieceKind.BLANK}


def tidy(source: str, start: int, content: int) -> str:
    """A line of text without traces of copying; blanks within it are part of its layout."""
    words = source[start:content].rstrip()
    if words.isascii() and words.isprintable() and not ("](" in words or "\\" in words):
        return words
    indent = len(words) - len(words.lstrip())
    link = dead_link(source, start, content)
    first = start + indent if link is None else link.end
    view = clean(source, first, content)
    shown = view.text if view is not None else source[first:content].rstrip()
    if _PILCROW in shown:
        shown = shown.replace(_PILCROW, "").lstrip(" ")
    return " " * indent + shown


def wrapped(lines: Sequence[str], most: int, *, words: bool = False) -> Iterator[str]:
    """The lines, longer ones broken before the last word that fits.

    A word that does not fit by itself is broken where `words` says so; else it stays as it is, and
    the caller finds it too long.
    """
    for line in lines:
        while len(line) > most:
            cut = line.rfind(" ", 1, most + 1)
            if cut <= 0 or not line[:cut].strip():
                cut = most if words else line.find(" ", most)
            if cut <= 0:
                break
            yield line[:cut].rstrip()
            line = line[cut:].lstrip()
        yield line


def text_problems(lines: Sequence[str], dialect: Dialect, characters: str) -> Iterator[str]:
    """What a circuit of the dialect cannot carry: a character, a line too long, a sign of another
    message.
    """
    signs = list(foreign("".join(lines), characters))
    for sign in signs:
        if not _in_lower_case(sign, characters):
            at = next(number for number, line in enumerate(lines, 1) if sign in line)
            yield f"the character {sign!r} (line {at} of the text) cannot be sent"
    if any(_in_lower_case(sign, characters) for sign in signs):
        at = next(number for number, line in enumerate(lines, 1) if line != line.upper())
        yield f"lower case (from line {at} of the text) cannot be sent"
    for number, line in enumerate(lines, 1):
        if dialect.text_checked and len(line) > dialect.limits.line:
            most = dialect.limits.line
            yield f"line {number} of the text has a word of more than {most} characters"
        elif any(matcher(rule).fullmatch(line) for rule in _SIGNS):
            yield f"line {number} of the text is {line!r}, a sign of procedure that ends a text"


def _in_lower_case(sign: str, characters: str) -> bool:
    return sign != sign.upper() and sign.upper() in characters


def in_characters(lines: Sequence[str], characters: str) -> list[str]:
    """The lines in the characters of a circuit, as far as they have counterparts there."""
    known = {*characters, " "}
    return [in_signs(line, known) for line in lines]


def foreign(text: str, characters: str) -> Iterator[str]:
    """The characters of a text that a set lacks, each once, in the order of the text."""
    known = {*characters, " "}
    yield from dict.fromkeys(sign for sign in text if sign not in known)


def paged(lines: Sequence[str], limit: int, page_line: Callable[[int], str]) -> list[str]:
    """The lines with a page line before each page but the first; blank ones do not count."""
    found: list[str] = []
    count, page = 0, 1
    for line in lines:
        if line:
            if count == limit:
                count, page = 0, page + 1
                found.append(page_line(page))
            count += 1
        found.append(line)
    return found


def counted(lines: Sequence[str]) -> int:
    """The lines that count for a page."""
    return sum(map(bool, lines))


def sections(lines: Sequence[str], most: int) -> list[list[str]]:
    """The lines in parts of at most `most` counted lines each.

    A part ends at a blank line or before a paragraph where one is among the last of its lines.
    """
    rest, found = list(lines), []
    while counted(rest) > most:
        cut = _cut(rest, most)
        part, rest = rest[:cut], rest[cut:]
        while rest and not rest[0]:
            rest.pop(0)
        while part and not part[-1]:
            part.pop()
        found.append(part)
    found.append(rest)
    return found


_TAIL = 3
"""A part is cut short by at most a third for the sake of a paragraph."""


def _cut(lines: Sequence[str], most: int) -> int:
    """The index of the line that begins the next part."""
    count, whole = 0, 0
    for index, line in enumerate(lines):
        if line and count == most:
            whole = index
            break
        count += bool(line)
    for index in range(whole, whole - most // _TAIL, -1):
        line = lines[index]
        if not lines[index - 1] or any(matcher(rule).match(line) for rule in _BEGINNINGS):
            return index
    return whole


_BEGINNINGS = ("state:paragraph", "sets:set_opening")
"""Rules of lines that begin a paragraph or a set."""


def with_section(lines: Sequence[str], number: int, total: int) -> list[str]:
    """The lines of a section, its first line saying which of how many it is.

    After the classification in the first line, where there is one; else on a line of its own.
    """
    digits = {"section_number": str(number), "section_total": str(total)}
    first = lines[0] if lines else ""
    state = matcher("state:class_line").fullmatch(first)
    if state is not None:
        facts = {name: value for name, value in state.groupdict().items() if value}
        facts |= {"state_section_number": f"{number:02}", "state_section_total": f"{total:02}"}
        return [write("state:class_line", facts).text, *lines[1:]]
    line = matcher("plaindress:classification_line").fullmatch(first)
    if line is not None and not line["rest"]:
        facts = {name: value for name, value in line.groupdict().items() if value}
        facts.pop("section", None)
        return [write("plaindress:classification_line", facts | digits).text, *lines[1:]]
    section = write("plaindress:section_line", digits).text.strip()
    return [first, section, *lines[1:]] if line is not None else [section, *lines]


def opening(lines: Sequence[str]) -> str | None:
    """The line that a section after the first repeats: the classification line."""
    first = lines[0] if lines else ""
    rules = ("state:class_line", "plaindress:classification_line")
    return first if any(matcher(rule).fullmatch(first) for rule in rules) else None

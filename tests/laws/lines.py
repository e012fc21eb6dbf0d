"""Lines, texts and messages from which the laws draw: real ones and hand-written ones, and what
damage makes of them.
"""

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from telegram.source import decode, line_bounds
from tests.laws.accepted import ACCEPTED

CORPUS = Path(__file__).parents[1] / "corpus"

KEYWORDS = (
    "TO ",
    "INFO ",
    "FM ",
    "DE ",
    "//",
    " PRIORITY",
    " ZEN/",
    "RUEHC/",
    ", XMT ",
    "XMT ",
    "SECRET",
    "BT",
    "GR 12",
    "GRNC",
    " ZYB",
    " MIN",
    "NNNN",
    "#",
    " 0412",
    " T ",
    " ZUI RUEWMCF4523 3551850",
    " @ AL ",
    "OU=",
    "--",
)
"""What an addressee may be mistaken for, and the reverse."""
CHARACTERS = "ABCDEFRUZOPQSTNXMY0123456789 /-.#@()=,:&';–’éa\t٣"
"""Letters that prosigns are made of, signs that layout is made of, and some that no telegram has.
"""


@cache
def message_files() -> tuple[Path, ...]:
    """Every message of the corpus."""
    found = sorted(path for path in CORPUS.rglob("*.txt") if path.parent != CORPUS)
    assert found
    return tuple(found)


@cache
def corpus_lines() -> tuple[str, ...]:
    """The first lines of every corpus message, where headings are, each once."""
    lines: set[str] = set()
    for path in message_files():
        text = decode(path.read_bytes()).text
        for number, (start, content, _) in enumerate(line_bounds(text)):
            if number >= 30:
                break
            lines.add(text[start:content].rstrip()[:200])
    return tuple(sorted(line for line in lines if line))


@cache
def headings() -> tuple[str, ...]:
    """The beginnings of the invented examples: short messages of every kind."""
    paths = [path for path in message_files() if path.parent.name == "heading"]
    return tuple(decode(path.read_bytes()).text for path in paths)


@st.composite
def damaged(draw, lines, most: int = 3):
    """A line from `lines` with up to `most` characters or keywords put in, left out or changed."""
    line = draw(lines)
    for _ in range(draw(st.integers(0, most))):
        at = draw(st.integers(0, len(line)))
        kind = draw(st.sampled_from(("put in", "leave out", "change", "keyword")))
        if kind == "put in":
            line = line[:at] + draw(st.sampled_from(CHARACTERS)) + line[at:]
        elif kind == "leave out":
            line = line[:at] + line[at + 1 :]
        elif kind == "change":
            line = line[:at] + draw(st.sampled_from(CHARACTERS)) + line[at + 1 :]
        else:
            line = line[:at] + draw(st.sampled_from(KEYWORDS)) + line[at:]
    return line


def lines_of_all_kinds():
    """Corpus lines and hand-written ones, damaged."""
    written = sorted({line for lines in ACCEPTED.values() for line in lines})
    return damaged(st.one_of(st.sampled_from(corpus_lines()), st.sampled_from(written)))


LINE_ENDS = ("\n", "\r\n", "\r\r\n", "\r", "\f", "\n\n")


@st.composite
def texts(draw):
    """Any text: mostly lines that look like a telegram's, in any order, with any line ends; at
    times anything at all.
    """
    if draw(st.integers(0, 4)) == 0:
        return draw(st.text())
    pieces = draw(
        st.lists(st.tuples(lines_of_all_kinds(), st.sampled_from(LINE_ENDS)), max_size=14)
    )
    return "".join(line + end for line, end in pieces)


@st.composite
def damaged_messages(draw):
    """A message of the examples with some lines damaged, doubled, lost or swapped."""
    lines = draw(st.sampled_from(headings())).splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(("damage", "double", "lose", "swap", "other")))
        if kind == "damage":
            lines[at] = draw(damaged(st.just(lines[at])))
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "lose" and len(lines) > 1:
            del lines[at]
        elif kind == "swap":
            lines.append(lines.pop(at))
        else:
            lines.insert(at, draw(lines_of_all_kinds()) + "\n")
    return "".join(lines)

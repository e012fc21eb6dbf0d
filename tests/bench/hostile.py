"""Texts made to be slow: each family at doubling sizes, with the time and the most memory that
reading it takes.
"""

import gc
import sys
import tracemalloc
from collections.abc import Callable
from functools import _lru_cache_wrapper
from time import process_time

import telegram

TOP = """VZCZCXYZ0020
PP RUEHC RUEHPE
DE RUEHSN #1029 2412134
ZNR UUUUU ZZH
P 282134Z AUG 08
FM AMEMBASSY SAN SALVADOR
TO RUEHC/SECSTATE WASHDC PRIORITY 0010
"""
END = "BT\nUNCLAS SAN SALVADOR 001029\nEXERCISE\nBT\n#1029\n\n\n\nNNNN\n"


def _filled(before: str, unit: str, after: str, size: int) -> str:
    return before + unit * max((size - len(before) - len(after)) // len(unit), 1) + after


def _numbered(size: int) -> str:
    """Addressees that all differ, so that no shared value helps."""
    lines: list[str] = []
    length = len(TOP) + len(END)
    while length < size:
        lines.append(
            f"RUEH{_letters(len(lines))}/AMEMBASSY EXERCISE {_letters(len(lines))} PRIORITY\n"
        )
        length += len(lines[-1])
    return "".join([TOP, *lines, END])


def _letters(number: int) -> str:
    return "".join(chr(65 + number // 26**place % 26) for place in range(3))


FAMILIES: dict[str, Callable[[int], str]] = {
    "many addressees": _numbered,
    "one endless address": lambda size: _filled(TOP + "AMEMBASSY ", "EXERCISE ", "X\n" + END, size),
    "words, then a bad character": lambda size: _filled(
        TOP + "AMEMBASSY ", "WORD ", "%\n" + END, size
    ),
    "blanks": lambda size: _filled(TOP, " ", "\n" + END, size),
    "blank pairs in a line": lambda size: _filled(TOP + "A", "  B", "\n" + END, size),
    "line ends CR": lambda size: _filled(TOP, "\r", END, size),
    "line ends CR CR LF": lambda size: _filled(TOP, "\r\r\n", END, size),
    "line ends LF": lambda size: _filled(TOP, "\n", END, size),
    "form feeds": lambda size: _filled(TOP, "\f", END, size),
    "routing indicators on a line": lambda size: _filled("PP", " RUEHC", "\n" + END, size),
    "routing indicators on lines": lambda size: _filled(
        "PP RUEHC\n", "RUEHC RUEHPE RUEHGT RUEHTG\n", END, size
    ),
    "signals on a line": lambda size: _filled(
        "ZNR UUUUU", " ZUI RUEWMCF4523 3551850", "\n" + TOP + END, size
    ),
    "signals on lines": lambda size: _filled(
        "ZNR UUUUU\n", "ZUI RUEWMCF4523 3551850 ZFD\n", END, size
    ),
    "page words in the text": lambda size: _filled(
        TOP + "BT\nUNCLAS\n", "PAGE ", "\nBT\nNNNN\n", size
    ),
    "ends of message": lambda size: _filled(TOP + "BT\nUNCLAS\n", "NNNN X\n", "BT\nNNNN\n", size),
    "breaks": lambda size: _filled(TOP, "BT\n", "NNNN\n", size),
    "artefacts": lambda size: _filled(TOP, "[A](#) \u201cB\u201d\n", END, size),
    "prosigns run together": lambda size: _filled(TOP, "TO A INFO B FM C ", "\n" + END, size),
    "lines of prosigns run together": lambda size: _filled(
        TOP, "TO EXERCISE A INFO OTHERS B XMT C\n", END, size
    ),
    "wrapped addresses": lambda size: _filled(TOP, "OU=A,\n", END, size),
}
"""By name, a text of about a number of characters. The seven families of the promise, in the forms
they can take, and more.
"""

WAYS: dict[str, Callable[[str], object]] = {
    "heading": lambda text: telegram.parse(text, dialect="acp127-us").heading,
    "auto": lambda text: telegram.parse(text).heading,
    "lines": lambda text: telegram.parse(text, dialect="acp127-us").lines,
    "document": lambda text: telegram.parse(text, dialect="acp127-us").to_dict(),
    "check": lambda text: telegram.check(text, dialect="acp127-us"),
}
"""What is asked of a text: each does what the one before does, and more."""


KEPT = {"matcher", "splitter", "grammar", "table", "rows", "groups", "names", "dialect"}
"""What is worked out once a process, however many telegrams are read: patterns and vocabularies."""


def forget() -> None:
    """Empty the stores of shared values, so that every reading is a first one."""
    for name, module in list(sys.modules.items()):
        if name.startswith("telegram."):
            for each in list(vars(module).values()):
                if isinstance(each, _lru_cache_wrapper) and each.__name__ not in KEPT:
                    each.cache_clear()


def cost(way: Callable[[str], object], text: str) -> tuple[float, int]:
    """Seconds (of two runs the quicker) and the peak of memory in bytes, apart from the text
    itself.
    """
    seconds = []
    for _ in range(2):
        forget()
        gc.collect()
        started = process_time()
        way(text)
        seconds.append(process_time() - started)
        if seconds[0] > 5:
            break
    forget()
    gc.collect()
    tracemalloc.start()
    way(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return min(seconds), peak

"""Lines of the head that a copy ran together into one physical line. It is cut at their labels.

Here: cutting. Elsewhere: what each line says (`head_lines`).
"""

from itertools import pairwise

from telegram.syntax import matcher, openings_of
from telegram.texts.state.lines import TextLine


def may_hold_several(text: str) -> bool:
    """Whether a physical line may be several lines of the head that a copy ran together, or the
    first of a head of labelled lines: a quick test.
    """
    return (len(text) >= 40 and text[:2] in _RUN_TOGETHER) or text[:3] == "MRN"


def parts_of(line: TextLine) -> list[TextLine]:
    """The lines that a copy ran together into one; mostly the line itself."""
    text = line.text
    cuts = _cuts(text) if len(text) >= 40 and text[:2] in _RUN_TOGETHER else []
    if not cuts:
        return [line]
    parts: list[TextLine] = []
    bounds = [0, *cuts, len(text)]
    for index, (first, last) in enumerate(pairwise(bounds)):
        seen = line.seen().part(first, last)
        lead = len(seen.text) - len(seen.text.lstrip(" "))
        seen = seen.part(lead, len(seen.text.rstrip(" ")))
        start = line.start if index == 0 else line.span(first, first).start
        whole = index == len(cuts)
        content = line.content if whole else line.span(last, last).start
        parts.append(TextLine(start, content, line.after if whole else content, seen.text, seen))
    return parts


_RUN_TOGETHER = openings_of("state:executive_order_line", "state:tags_line", "state:class_line")
"""How the lines begin that copies run together with those below them."""


def _cuts(text: str) -> list[int]:
    """Where the labels of a line that was run together begin."""
    if matcher("state:executive_order_line").fullmatch(text[:300]) or text[:4].upper() == "TAGS":
        wanted: tuple[str, ...] = ("TAGS", "SUBJ", "REF")
    elif matcher("state:class_line").fullmatch(text[:400]) is not None:
        wanted = ("E.O", "EO ", "TAGS", "SUBJ", "REF", "CLASSIFIED", "1. (")
    else:
        return []
    found: list[int] = []
    for mark in matcher("state:run_label").finditer(text):
        if text.startswith(wanted, mark.end()) or (
            "CLASSIFIED" in wanted and text[mark.end() :][:13].upper() == "CLASSIFIED BY"
        ):
            found.append(mark.start())
    if "CLASSIFIED" in wanted and not any(text.startswith((" E", " TAGS"), cut) for cut in found):
        return []
    return found

"""Columnar sets: a name on a line of its own, a line of headings, lines of data under them.

Two ways of parting columns occur: slants, as between the fields of other sets, and blanks that
align the data under their headings. The text of the set stays as it is; what is read is a table.

Here: `Table` and `table_of`. Elsewhere: where a columnar set ends (`cutting`), linear sets
(`fields`).
"""

from itertools import pairwise

from attrs import frozen

from telegram.source import line_bounds
from telegram.syntax import matcher
from telegram.texts.sets.sheet import Sheet

_NO_DATA = "-"


@frozen
class Table:
    """The data of a columnar set.

    :Shape:  columns: the headings; rows: for each line of data a cell for each column, None where
             it holds a hyphen or nothing. A line with more cells than there are headings keeps
             them.
    :Text:   none of its own: the set keeps the text.
    :Source: Navy training manual 14122 (CASREP text structure).

    >>> from telegram.texts.sets import read
    >>> text = read("MSGID/CASREP/ALFA/1//\\n1PARTS\\n/DL/NAME/RQD\\n/01/VALVE/2\\n/02/-/1//")
    >>> text.sets[1].table.columns
    ('DL', 'NAME', 'RQD')
    >>> text.sets[1].table.rows
    (('01', 'VALVE', '2'), ('02', None, '1'))
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    def column(self, name: str) -> tuple[str | None, ...]:
        """The cells under a heading.

        :Errors: KeyError where no column has it.
        """
        if name not in self.columns:
            raise KeyError(name)
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)


Range = tuple[int, int]


def table_of(sheet: Sheet, first: int, last: int) -> tuple[Table, list[Range]]:
    """The table in a range of the sheet, and the places of its cells, heading first."""
    lines = [
        (start, content)
        for start, content, _ in line_bounds(sheet.text, first, last)
        if sheet.without_pages(start, content).strip()
    ]
    if not lines:
        return Table((), ()), []
    slanted = "/" in sheet.text[slice(*lines[0])]
    parted = _slanted if slanted else _aligned
    cells = [parted(sheet.text, start, content) for start, content in lines]
    if not slanted:
        cells[0] = _by_word(sheet.text, lines[0], cells)
    heading, data = cells[0], cells[1:]
    starts = [_column(sheet.text, place, first) for place, _ in heading]
    rows = []
    for line in data:
        if slanted or len(line) == len(heading):
            row = [_cell(sheet.text, place) for place in line]
        else:
            row = _under(sheet.text, line, starts, first)
        row += [None] * (len(heading) - len(row))
        rows.append(tuple(row))
    columns = tuple(sheet.text[start:end] for start, end in heading)
    found = [place for line in cells for place in line if place[1] > place[0]]
    return Table(columns, tuple(rows)), found


def _cell(text: str, place: Range) -> str | None:
    words = text[place[0] : place[1]]
    return words if words and words != _NO_DATA else None


def _slanted(text: str, first: int, last: int) -> list[Range]:
    """The ranges between the slants of a line, without blanks; a slant may open and close it."""
    slants = [at for at in range(first, last) if text[at] == "/"]
    edges = [first - 1, *slants, last]
    found = [_tight(text, before + 1, after) for before, after in pairwise(edges)]
    if slants and found[0][0] == found[0][1]:
        found.pop(0)
    if len(found) > 1 and found[-1][0] == found[-1][1]:
        found.pop()
    return found


def _aligned(text: str, first: int, last: int) -> list[Range]:
    """The ranges of a line that two blanks or a tab part; a slant may open the line."""
    if text[first:last].lstrip().startswith("/"):
        first = text.index("/", first, last) + 1
    return [match.span() for match in matcher("sets:cell").finditer(text, first, last)]


def _by_word(text: str, line: Range, cells: list[list[Range]]) -> list[Range]:
    """The headings; each of one word, where that gives as many as every line of data has cells."""
    heading, *data = cells
    counts = {len(row) for row in data}
    words = [word.span() for word in matcher("sets:heading_word").finditer(text, *line)]
    return words if counts == {len(words)} and len(words) != len(heading) else heading


def _tight(text: str, first: int, last: int) -> Range:
    words = text[first:last]
    start = first + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


_WIDEST = 500


def _column(text: str, offset: int, first: int) -> int:
    """How far from the start of its line an offset of a table stands, which begins at `first`."""
    low = max(0, min(first, offset) - _WIDEST)
    return offset - max(text.rfind(ending, low, offset) for ending in "\n\r\f") - 1


def _under(text: str, line: list[Range], starts: list[int], first: int) -> list[str | None]:
    """The cells of a line, each under the heading that begins nearest to it."""
    row: list[str | None] = [None] * len(starts)
    for place in line:
        at = _column(text, place[0], first)
        index = min(range(len(starts)), key=lambda each: abs(starts[each] - at))
        words = _cell(text, place)
        row[index] = words if row[index] is None else f"{row[index]} {words}"
    return row

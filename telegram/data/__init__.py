"""Vocabularies: what the letters and words of a telegram stand for.

Each table is a CSV file beside this module. Two facts shape everything below.

* No list is complete. The directories and signal books that were open to us are named, row by
  row, in the column ``source``; ``(unsourced)`` there means that no document confirmed the row
  or the part named, and such a row must not reject traffic.
* The tables are large beside one telegram, and most telegrams need few of them. A table is read
  when first asked for, once.

Cells are text as written in the file: an empty cell is ``""``, and a cell that lists several
letters parts them by spaces, several format lines by ``;``.

Here: the tables by name. Elsewhere: what a cell means to a value (``telegram.values``) and to a
rule across lines (``telegram.checks``).
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

__all__ = ["groups", "names", "rows", "table"]


@cache
def names() -> tuple[str, ...]:
    """The names of the tables, in alphabetical order.

    >>> "precedences" in names()
    True
    """
    from importlib.resources import files

    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".csv") for name in found if name.endswith(".csv")))


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a table in the order of its file, each a mapping from column to cell.

    :Errors: `KeyError` that lists the tables, when none has this name.

    >>> [row["letter"] for row in rows("precedences")]
    ['Y', 'W', 'Z', 'O', 'P', 'R', 'M']
    """
    import csv
    from importlib.resources import files
    from io import StringIO

    if name not in names():
        raise KeyError(f"no table {name!r}; the tables are {', '.join(names())}")
    text = (files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(MappingProxyType(row) for row in csv.DictReader(StringIO(text), strict=True))


@cache
def groups(name: str, key: str) -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """The rows of a table by the cell in column `key`, in the order of the file.

    A row whose cell is empty has no key and is left out.

    :Errors: `KeyError`, as `rows`; also one that lists the columns, when none has this name.

    >>> [row["station"] for row in groups("routing-indicators", "routing_indicator")["RUEHC"]][0]
    'DEPT OF STATE WASHINGTON DC'
    """
    grouped: dict[str, list[Mapping[str, str]]] = {}
    for row in rows(name):
        if key not in row:
            raise KeyError(f"no column {key!r} in {name}; its columns are {', '.join(row)}")
        if row[key]:
            grouped.setdefault(row[key], []).append(row)
    return MappingProxyType({cell: tuple(found) for cell, found in grouped.items()})


@cache
def table(name: str, key: str) -> Mapping[str, Mapping[str, str]]:
    """One row of a table for each cell in column `key`: the first that has it.

    :Errors: as `groups`.

    >>> table("release-codes", "letter")["C"]["released_to"]
    'Canada'
    """
    return MappingProxyType({cell: found[0] for cell, found in groups(name, key).items()})

"""Where the sets of a text begin and end.

A set ends with two slants, a field with one; a set name counts at the start of a line or directly
after an end of set. Real traffic breaks both: slants are doubled inside sets, and ends are missing.
Three facts shape the cutting.

* A known name opens a set even while another is open; an unknown one only where the set before is
  closed.
* The remarks hold anything, lines that look like sets included. In them only GENTEXT and DECL open.
* A linear set is short. Its end is looked for before the next opening and the next paragraph.

Here: `Cut` and `cuts`. Elsewhere: the lines between sets (`lines`), fields (`fields`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from types import MappingProxyType

from attrs import frozen

from telegram.syntax import matcher
from telegram.texts.sets.sheet import Sheet

LINEAR = ("MSGID", "REF", "POC", "EXER", "OPER", "AKNLDG", "DECL", "TIMEFRAM", "PERID", "DTG")
"""Sets of fields in a row."""
NARRATIVE = ("AMPN", "NARR")
"""Sets of one free text that explains the sets before them."""
FREE = ("RMKS", "GENTEXT")
"""Sets of paragraphs."""
KNOWN = (*LINEAR, "SUBJ", "HEADING", *NARRATIVE, *FREE)
"""The names of sets that have a meaning here."""
MEANT = MappingProxyType(
    {name: name for name in KNOWN}
    | {
        name: meant
        for meant, names in {
            "MSGID": "MSID SGID MSGIG MSGIC MSGIS MSG MSGD MSIGD MGSID MSGIDD",
            "SUBJ": "SUBJECT SUBJET UBJ SUB SUJB SBUJ SUBJS",
            "REF": "REB RED RE REFS",
            "AMPN": "APMN AMPF AMFN AMP MPN AMNP AMPIN",
            "NARR": "NAR NARRR NARRA",
            "POC": "POCS POC1 POC2 POC3 POC4",
            "RMKS": "RKMS RMK REMARKS REMARK RMKRS RMKS1",
            "GENTEXT": "GNETEXT GENT GENTXT GENTEX",
        }.items()
        for name in names.split()
    }
)
"""What a set name means: itself, or the name of which it is a spelling seen in traffic."""
_NEVER = frozenset({"UNCLAS", "UNCLASS", "UNCLASSIFIED", "ZEN", "HTTP", "HTTPS", "DNS"})
_LONGEST_LINEAR = 2_500
"""Characters within which the end of a linear set is looked for."""
_SHORTEST_UNKNOWN = 3
_DIGITS = "0123456789"
"""A digit may stand before the name of a columnar set."""
_IN_REMARKS = ("GENTEXT", "DECL")
_AFTER_REMARKS = ("POC", "AKNLDG", "HEADING")


@frozen
class Cut:
    """One set as cut: ranges of the sheet.

    :ivar id: the name as written.
    :ivar name: the known name that is meant, or None.
    :ivar start: where the set begins; `content` where its fields do, `stop` where they end, and
        `end` where the set does, its end of set included.
    :ivar ended: whether an end of set was found.
    :ivar columnar: whether headings and data stand in columns.
    """

    id: str
    name: str | None
    start: int
    content: int
    stop: int
    end: int
    ended: bool
    columnar: bool = False


@frozen
class _Opening:
    id: str
    name: str | None
    start: int
    content: int
    columnar: bool = False


def cuts(sheet: Sheet) -> list[Cut]:
    """The sets of a text, in order, apart from each other."""
    openings = _openings(sheet)
    ends = [*(opening.start for opening in openings[1:]), sheet.end]
    return [_cut(sheet, opening, end) for opening, end in zip(openings, ends, strict=False)]


def titled_remarks(text: str, content: int) -> bool:
    """Whether what follows an opening names the remarks: GENTEXT/REMARKS/."""
    return text.startswith(("REMARKS", "RMKS", "Remarks", "REMARK/"), content)


def _openings(sheet: Sheet) -> list[_Opening]:
    found: list[_Opening] = []
    free = False
    places: list[tuple[int, str]] = []
    search, at = matcher("sets:set_opening").search, sheet.start
    while True:
        match = _in_free(sheet, places, at) if free else search(sheet.text, at, sheet.end)
        if match is None:
            break
        at = match.end("set_name")  # the slants after what is no set name may end another set
        written = match["set_name"].split()[-1].rpartition(":")[2]
        name = MEANT.get(written.upper())
        columnar = name is None and "\n" in sheet.text[at : match.end()]
        if free:
            opens = name in _IN_REMARKS or (
                name in _after(found[-1]) and _closed(sheet, found[-1].content, match.start())
            )
        elif name is None:
            opens = (
                bool(found)
                and written not in _NEVER
                and _may_be_unknown(written.lstrip(_DIGITS) if columnar else written)
                and sheet.text[match.start() - 1 : match.start()] in ("", "\n", "\r", "\f")
                and _closed(sheet, found[-1].content, match.start())
                and _closes(sheet, match.end())
            )
        elif name == "POC" and sheet.text[match.start() - 1 : match.start()].isalpha():
            opens = bool(found) and found[-1].name == "POC"  # a further one, its slants left out
        else:
            opens = True
        if opens:
            start, at = at - len(written), match.end()
            found.append(_Opening(written, name, start, match.end(), columnar))
            free = name in FREE or (name in NARRATIVE and titled_remarks(sheet.text, match.end()))
            if free and not places:
                places = sorted(_places(sheet, at))
    return found


def _in_free(sheet: Sheet, places: list[tuple[int, str]], at: int) -> re.Match[str] | None:
    """The next opening of a set that may follow a free text, found by its name."""
    opening = matcher("sets:set_opening")
    for index in range(bisect_left(places, (at, "")), len(places)):
        place, name = places[index]
        first = place
        while first > at and sheet.text[first - 1] in " \t":
            first -= 1
        match = opening.match(sheet.text, first, sheet.end)
        if match is not None and match.end("set_name") == place + len(name):
            return match
    return None


def _places(sheet: Sheet, at: int) -> Iterator[tuple[int, str]]:
    """Where the names of sets that may follow a free text stand, after an offset: some anywhere,
    the others behind an end of set.
    """
    text, end = sheet.text, sheet.end
    for name in _IN_REMARKS:
        place = text.find(name, at, end)
        while place >= 0:
            if text[place - 1 : place] in ("", "\n", "\r", "\f", "/", " ", "\t"):
                yield place, name
            place = text.find(name, place + 1, end)
    place = text.find("//", max(at - 2, sheet.start), end)
    while place >= 0:
        while place < end and (text[place] == "/" or text[place].isspace()):
            place += 1
        for name in (*_AFTER_REMARKS, "RMKS"):
            if text.startswith(name, place, end):
                yield place, name
        place = text.find("//", place, end)


def _may_be_unknown(written: str) -> bool:
    return len(written) >= _SHORTEST_UNKNOWN and written.isalpha() and written.isupper()


def _after(opening: _Opening) -> tuple[str, ...]:
    """What may follow a closed free text; the remarks themselves may follow a GENTEXT."""
    return (*_AFTER_REMARKS, "RMKS") if opening.name == "GENTEXT" else _AFTER_REMARKS


def _closed(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the last thing written between two offsets is an end of set."""
    text = sheet.text
    while last > first and text[last - 1].isspace():
        last -= 1
    return text.startswith("//", last - 2) and last - 2 >= first


def _closes(sheet: Sheet, content: int) -> bool:
    """Whether an end of set follows before the next blank line."""
    limit = min(sheet.end, content + _LONGEST_LINEAR)
    end = matcher("sets:set_end").search(sheet.text, content, limit)
    if end is None:
        return False
    return matcher("sets:blank_line").search(sheet.text, content, end.start()) is None


def _cut(sheet: Sheet, opening: _Opening, limit: int) -> Cut:
    name, content = opening.name, opening.content
    if name in FREE or (name in NARRATIVE and titled_remarks(sheet.text, content)):
        place = _free_end(sheet, content, limit)
    elif name in NARRATIVE:
        place = _narrative_end(sheet, content, limit)
    elif opening.columnar:
        place = next(_ends(sheet, content, min(limit, content + _LONGEST_LINEAR)), None)
    else:
        place = _linear_end(sheet, content, limit, subject=name == "SUBJ")
    if place is None:
        stop = _tight_end(sheet, content, limit)
        slash = stop
        while slash > content and sheet.text[slash - 1] == "/":
            slash -= 1
        closed = stop - slash >= 2
        return Cut(opening.id, name, opening.start, content, slash, stop, closed, opening.columnar)
    stop, end = place
    return Cut(
        opening.id, name, opening.start, content, stop, end, end - stop >= 2, opening.columnar
    )


def _tight_end(sheet: Sheet, first: int, last: int) -> int:
    words = sheet.text[first:last]
    return first + len(words.rstrip())


def _free_end(sheet: Sheet, content: int, limit: int) -> tuple[int, int] | None:
    """The last end of set before the limit, if nothing but blanks stands after it on its line."""
    text, at = sheet.text, limit
    while (at := text.rfind("//", content, at)) >= 0:
        end = at + 2
        while at > content and text[at - 1] == "/":
            at -= 1
        if not text[end : _line_end(text, end, limit)].strip(" \t"):
            return at, end
    return None


def _line_end(text: str, at: int, limit: int) -> int:
    """Where the line ends; only as far as it matters."""
    for place in range(at, limit):
        if text[place] not in " \t":
            return place if text[place] in "\r\n\f" else place + 1
    return limit


def _ends(sheet: Sheet, content: int, limit: int) -> Iterator[tuple[int, int]]:
    for match in matcher("sets:set_end").finditer(sheet.text, content, limit):
        yield match.start(), match.start() + len(match.group().rstrip())


def _before_next(sheet: Sheet, content: int, limit: int) -> tuple[int, int] | None:
    """An end of set directly before the next set, on its line."""
    end = _tight_end(sheet, content, limit)
    stop = end
    while stop > content and sheet.text[stop - 1] == "/":
        stop -= 1
    return (stop, end) if end - stop >= 2 else None


def _narrative_end(sheet: Sheet, content: int, limit: int) -> tuple[int, int] | None:
    """The end of set after which the explanation does not go on."""
    text, found = sheet.text, None
    for stop, end in _ends(sheet, content, limit):
        found = stop, end
        following = end + len(text[end : end + 40]) - len(text[end : end + 40].lstrip())
        goes_on = matcher("sets:explanation").match(text, following, limit)
        if goes_on is None:
            break
    paragraph = _first_paragraph(sheet, content, limit) if limit == sheet.end else None
    if found is None:
        if paragraph is None:
            blank = matcher("sets:blank_line").search(text, content, limit)
            if limit < sheet.end or blank is None:
                return _before_next(sheet, content, limit)
            paragraph = blank.start()
        stop = _tight_end(sheet, content, paragraph)
        return stop, stop
    if paragraph is not None and paragraph < found[0]:
        stop = _tight_end(sheet, content, paragraph)
        return stop, stop
    return found


def _linear_end(sheet: Sheet, content: int, limit: int, *, subject: bool) -> tuple[int, int] | None:
    text, near = sheet.text, min(limit, content + _LONGEST_LINEAR)
    paragraph = _first_paragraph(sheet, content, near)
    if paragraph is not None:
        near = paragraph
    for stop, end in _ends(sheet, content, near):
        after = text[end : end + 8].lstrip(" \t\r\n")
        if after.startswith("/") and not after.startswith("//"):
            continue  # the next line goes on with a slant
        return stop, end
    direct = _before_next(sheet, content, limit) if near == limit else None
    if direct is not None:
        return direct
    blank = matcher("sets:blank_line").search(text, content, near)
    near = blank.start() if blank is not None else near
    if subject and (halt := matcher("sets:subject_stop").search(text, content, near)) is not None:
        near = halt.start()
    if subject and (noise := text.find("//", content, near)) > content:
        return noise, noise + 2
    stop = _tight_end(sheet, content, near)
    slash = stop
    while slash > content and text[slash - 1] == "/":
        slash -= 1
    return slash, stop


def _first_paragraph(sheet: Sheet, content: int, limit: int) -> int | None:
    """Where a first paragraph begins at the start of a line."""
    for match in matcher("sets:paragraph").finditer(sheet.text, content, limit):
        if match["main_number"] == "1" and sheet.text[match.start() - 1] in "\r\n\f":
            return match.start()
    return None

"""Sets and their fields, as they were cut.

What a drafter put in the wrong place stays in the fields.

Here: `SetField`, `MessageSet`. Elsewhere: cutting (`cutting`), what linear and narrative sets say
(`views`), remarks (`remarks`).
"""

from functools import cached_property

from attrs import field, frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.sets.columns import Table, table_of
from telegram.texts.sets.cutting import FREE, LINEAR, NARRATIVE, Cut
from telegram.texts.sets.sheet import Sheet, words_of
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.set_date import SetDate, set_date_of
from telegram.values.trusted import trusted

NO_DATA = "-"
"""What a field without data holds."""


@frozen
class SetField:
    """One field of a set: its words, line ends undone, and its place.

    :ivar label: the descriptor before a colon, as in ``FROM:010600ZOCT1998``; None without.
    """

    text: str
    span: Span

    @property
    def label(self) -> str | None:
        """The descriptor before a colon; None where there is none."""
        match = matcher("sets:labelled_field").fullmatch(self.text)
        return match["label_name"] if match is not None else None

    @property
    def value(self) -> str:
        """The text without its descriptor."""
        match = matcher("sets:labelled_field").fullmatch(self.text)
        return match["labelled"] if match is not None else self.text

    @property
    def date(self) -> SetDate | DateTimeGroup | None:
        """The date or the date-time group that the value is; None where it is none."""
        read = set_date_of(self.value)
        return read[0] if read is not None else None

    def __str__(self) -> str:
        return self.text


@frozen(weakref_slot=False)
class MessageSet:
    """One set of a text, known or not.

    :Shape:  id: the name as written; name: the known name that is meant, or None; texts: the words
             of the fields that are not empty, line ends undone; ended: whether two slants end it;
             table: what a columnar set holds, None for others.
    :Text:   ``str(set)`` is the set, verbatim.
    """

    id: str
    name: str | None
    texts: tuple[str, ...]
    span: Span
    ended: bool
    table: Table | None = field(repr=False)
    _cut: Cut = field(eq=False, repr=False)
    _sheet: Sheet = field(eq=False, repr=False)
    _title: tuple[int, int] | None = field(eq=False, repr=False)

    @cached_property
    def fields(self) -> tuple[SetField, ...]:
        """The fields that are not empty, with their places."""
        sheet = self._sheet
        found = []
        for first, last in _ranges(sheet, self._cut, self._title):
            words = _words(sheet, self.name, first, last)
            if words:
                found.append(SetField(words, sheet.between(*sheet.tight(first, last))))
        return tuple(found)

    @property
    def content(self) -> Span:
        """The place of what stands between name and end."""
        return self._sheet.between(self._cut.content, self._cut.stop)

    @property
    def text(self) -> str:
        """The set, verbatim."""
        return self.span.of(self._sheet.source)

    def __str__(self) -> str:
        return self.text


_make_set = trusted(MessageSet)


def set_of(sheet: Sheet, cut: Cut, title: tuple[int, int] | None) -> MessageSet:
    """The set that was cut; free texts are one field, after the title of a GENTEXT."""
    table = None
    if cut.columnar:
        table, _ = table_of(sheet, cut.content, cut.stop)
    if cut.name in LINEAR and title is None and not sheet.pages:
        parts = sheet.text[cut.content : cut.stop].split("/")
        written = [words_of(part) for part in parts]
    else:
        ranges = _ranges(sheet, cut, title)
        written = [_words(sheet, cut.name, first, last) for first, last in ranges]
    return _make_set(
        cut.id,
        cut.name,
        tuple(words for words in written if words),
        sheet.between(cut.start, cut.end),
        cut.ended,
        table,
        cut,
        sheet,
        title,
    )


def _ranges(sheet: Sheet, cut: Cut, title: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The ranges of the fields of a set."""
    if cut.columnar:
        return table_of(sheet, cut.content, cut.stop)[1]
    if cut.name in FREE or cut.name in NARRATIVE or title is not None:
        start = cut.content if title is None else title[1]
        while start < cut.stop and sheet.text[start] in "/ \t":
            start += 1
        return [*([] if title is None else [title]), (start, cut.stop)]
    if cut.name in ("SUBJ", "HEADING"):
        return [(cut.content, cut.stop)]
    return _split(sheet.text, cut.content, cut.stop)


def _words(sheet: Sheet, name: str | None, first: int, last: int) -> str:
    """The words of a field; the lines of a free text are kept."""
    if name == "SUBJ":
        return subject_words(sheet, first, last)
    if name in FREE:
        return sheet.without_pages(*sheet.tight(first, last))
    return sheet.words(first, last)


def _split(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The ranges between slants."""
    found = []
    while (slash := text.find("/", first, last)) >= 0:
        found.append((first, slash))
        first = slash + 1
    return [*found, (first, last)]


def subject_words(sheet: Sheet, first: int, last: int) -> str:
    """The words of a subject; a slant that begins a continuation line only parts the lines."""
    lines = sheet.without_pages(first, last).splitlines()
    stripped = [line.strip() for line in lines]
    kept = [line[1:] if line.startswith("/") else line for line in stripped]
    return words_of("\n".join(kept)).strip("/ ")

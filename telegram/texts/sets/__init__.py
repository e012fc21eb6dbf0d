"""Set-formatted text: GENADMIN and its kind, a list of sets inside an envelope of lines.

The lines come first (classification, passing instructions, number), the sets after them, and the
last set, the remarks, holds ordinary paragraphs. Nothing here refuses a text: what is no set is a
piece of another kind, and an unknown set is kept as a set.

Here: `recognise` and `read`. Elsewhere: the value (`text`), where sets begin and end
(`cutting`), the lines between them (`lines`), fields (`fields`), paragraphs
(`remarks`), rules (`findings`).
"""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import define, evolve, field

from telegram.source import Span, next_ending
from telegram.syntax import line_ends_before, matcher
from telegram.texts.sets.columns import Table
from telegram.texts.sets.cutting import FREE, MEANT, NARRATIVE, Cut, cuts, titled_remarks
from telegram.texts.sets.fields import MessageSet, SetField, set_of
from telegram.texts.sets.lines import (
    Found,
    GeneralMessage,
    Piece,
    PieceKind,
    lines_between,
    number_beside_level,
)
from telegram.texts.sets.places import places
from telegram.texts.sets.remarks import (
    Paragraph,
    Remarks,
    numbers_at_margin,
    released_by_of,
    remarks_of,
)
from telegram.texts.sets.sheet import Sheet
from telegram.texts.sets.text import SetsText
from telegram.texts.sets.titles import (
    Declassification,
    Exercise,
    GroupHeading,
    Operation,
    declassification_of,
    exercise_of,
    headings_of,
    operation_of,
)
from telegram.texts.sets.views import (
    ContactField,
    MessageIdentifier,
    Narrative,
    PointOfContact,
    Reference,
    contact_of,
    lettered_of,
    message_identifier_of,
    narrative_of,
    reference_of,
)

__all__ = [
    "ContactField",
    "Declassification",
    "Exercise",
    "GeneralMessage",
    "GroupHeading",
    "MessageIdentifier",
    "MessageSet",
    "Narrative",
    "Operation",
    "Paragraph",
    "PointOfContact",
    "Reference",
    "Remarks",
    "SetField",
    "SetsText",
    "Table",
    "read",
    "recognise",
]

_EVIDENCE = 6_000
"""Characters within which a set-formatted text shows its first set."""
_TELLING = ("MSGID", "SUBJ", "RMKS", "GENTEXT", "EXER", "OPER", "NARR", "AMPN")


def recognise(text: str, start: int = 0, stop: int | None = None) -> bool:
    """Whether a range of a text shows a set that says what it is, or a general message's number.

    >>> recognise("UNCLAS\\nMSGID/GENADMIN/EXERCISE STAFF/-/JAN//\\nSUBJ/EXERCISE//")
    True
    """
    end = start + _EVIDENCE
    shown = text[start : end if stop is None else min(end, stop)]
    signs = _signs(shown)
    if _names_a_set(shown, signs):
        for match in matcher("sets:set_opening").finditer(shown):
            if MEANT.get(match["set_name"].strip().upper()) in _TELLING:
                return True
    for start in signs:
        if shown.count("\n", 0, start) >= _LINES_TO_NUMBER:
            break
        words = " ".join(shown[start:].partition("\n")[0].split())
        if any(matcher(rule).fullmatch(words) is not None for rule in _NUMBERS):
            return True
        if words.startswith("UNCLAS") and number_beside_level(words) is not None:
            return True
    return False


_LINES_TO_NUMBER = 40
"""Lines among which the number of a general message is looked for."""
_NUMBERS = (
    "sets:general_message",
    "sets:general_message_damaged",
    "sets:general_message_yearless",
)


def _signs(shown: str) -> list[int]:
    """Where lines begin that may number a general message or open remarks."""
    found = [0] if matcher("sets:text_sign").match(shown) else []
    return [*found, *[m.end() for m in line_ends_before("sets:text_sign").finditer(shown)]]


def _names_a_set(shown: str, signs: list[int]) -> bool:
    """Whether a telling name stands before a slant: a quick test for what most texts have not."""
    if any(shown[start : start + _NEAR].lstrip().startswith(_WITHOUT_SLANT) for start in signs):
        return True
    start, slant = 0, shown.find("/")
    while slant >= 0:
        near = shown[max(start, slant - 14) : slant]
        if near[-2:].isalnum() or not near[-1:].isalnum():  # it is no single letter, as in N/A
            word = near.rstrip(" :").rsplit(None, 1)[-1:]
            if word and MEANT.get(word[0].upper()) in _TELLING:
                return True
        start, slant = slant + 1, shown.find("/", slant + 1)
    return False


_WITHOUT_SLANT = ("RMKS", "Rmks")
"""The only name that opens a set without a slant."""
_NEAR = 80


def read(
    source: str,
    span: Span | None = None,
    *,
    year: int | None = None,
    number: Span | None = None,
) -> SetsText:
    """Read a range of a source, the whole by default, as set-formatted text. Never raises.

    `year` is that of the date-time group: years of two digits are placed by it. `number` is the
    place of the general message's number where it stands outside the text, above the heading.
    """
    sheet = Sheet.of(source, Span(0, len(source)) if span is None else span)
    found = Found(year)
    if number is not None:
        found.number(" ".join(number.of(source).split()), number)
    return _Reading(sheet, found).text()


@define
class _Reading:
    """The reading of one sheet, as it goes."""

    sheet: Sheet
    found: Found
    sets: list[tuple[Cut, MessageSet]] = field(factory=list)
    remarks: Remarks | None = None
    gentexts: list[Remarks] = field(factory=list)
    before_remarks: int = 0

    def text(self) -> SetsText:
        """Read all of it."""
        sheet, at = self.sheet, self.sheet.start
        for cut in cuts(sheet):
            lines_between(sheet, at, cut.start, self.found, after=self.remarks is not None)
            at = self._set(cut)
        if self.remarks is None and not self.gentexts:
            at = self._unnamed(at)
        lines_between(sheet, at, sheet.end, self.found, after=bool(self.sets))
        return self._whole()

    def _set(self, cut: Cut) -> int:
        """Read one set; where what follows begins."""
        sheet = self.sheet
        free = cut.name in FREE or cut.name in NARRATIVE
        titled = _title(sheet, cut) if free else None
        made = set_of(sheet, cut, titled)
        self.sets.append((cut, made))
        title = titled and sheet.words(*titled)
        if cut.name in FREE or (titled is not None and free):
            content = cut.content if titled is None else _after_slants(sheet, titled[1], cut.stop)
            read_text = remarks_of(sheet, content, cut.stop, title)
            named = cut.name != "GENTEXT" or (title or "").upper() in _REMARKS_TITLES
            plain = self.remarks is not None and all(
                p.number is None for p in self.remarks.paragraphs
            )
            if self.remarks is not None and cut.name == "RMKS" and plain:
                self.gentexts.append(self.remarks)  # GENTEXT/REMARKS/ and a title, then RMKS
                self.remarks = None
            if self.remarks is None and named:
                self.remarks = evolve(read_text, title=None)
            else:
                self.gentexts.append(read_text)
        elif self.remarks is None:
            self.before_remarks = len(self.sets)
        after = _line_end(sheet, cut.end)
        self.found.put(PieceKind.SET, Span(sheet.where(cut.start), sheet.where(after)))
        return after

    def _unnamed(self, at: int) -> int:
        """Read remarks that no set name opens: from a first paragraph on."""
        sheet = self.sheet
        # The margin is that of the first line which has words: copies indent whole texts.
        for match in numbers_at_margin(sheet, sheet.tight(at, sheet.end)[0], sheet.end):
            first = match.start()
            if match["main_number"] == "1":
                lines_between(sheet, at, first, self.found, after=False)
                stop = sheet.tight(first, sheet.end)[1]
                end = _line_end(sheet, stop)
                while stop > first and sheet.text[stop - 1] == "/":
                    stop -= 1
                self.remarks = remarks_of(sheet, first, stop)
                self.found.put(PieceKind.REMARKS, Span(sheet.where(first), sheet.where(end)))
                return end
        return at

    def _whole(self) -> SetsText:
        sheet, found = self.sheet, self.found
        sets = tuple(made for _, made in self.sets)
        narratives: list[Narrative] = []
        explained: dict[str, str] = {}
        before: list[MessageSet] = []
        for cut, made in self.sets:
            if made.name in NARRATIVE and not titled_remarks(sheet.text, cut.content):
                narratives.append(narrative_of(sheet, cut, made, before))
                for letter, words in narratives[-1].explanations:
                    explained.setdefault(letter, words)
            if made.name == "REF":
                before.append(made)
            else:
                before.clear()
        references: list[Reference] = []
        contacts: list[PointOfContact] = []
        first: dict[str, MessageSet] = {}
        for index, made in enumerate(sets):
            known = made.name or made.id
            if known not in first or (made.ended and not first[known].ended):
                first[known] = made  # of several, the first that is whole
            if made.name == "REF":
                letter = made.texts[0].upper() if made.texts else ""
                references.append(reference_of(made, explained.get(letter)))
            elif made.name == "POC" and index < self.before_remarks:
                contacts.append(contact_of(made))
        sets_of_references = bool(references)
        for letter, words, place in found.lettered if not references else ():
            references.append(lettered_of(letter, words, place.of(sheet.source), place))
        subject = first["SUBJ"].texts[:1] if "SUBJ" in first else (found.gateway_subject,)
        identifier = first.get("MSGID")
        released = released_by_of(sheet, sheet.start, sheet.end)

        def find_spans() -> Mapping[str, Span]:
            return MappingProxyType(
                found.spans
                | places(
                    sets,
                    first,
                    narratives,
                    references if sets_of_references else (),
                    contacts,
                    self.remarks,
                )
                | {
                    f"references[{index}]": place
                    for index, (_, _, place) in enumerate(found.lettered)
                    if not sets_of_references
                }
                | ({"released_by": released[1]} if released is not None else {})
            )

        return SetsText(
            span=sheet.span,
            pieces=_tiled(found.pieces, sheet.span),
            find_spans=find_spans,
            sets=sets,
            general_message=found.general_message,
            message_identifier=message_identifier_of(identifier) if identifier else None,
            subject=subject[0] if subject else None,
            references=tuple(references),
            narratives=tuple(narratives),
            contacts=tuple(contacts),
            remarks=self.remarks,
            gentexts=tuple(self.gentexts),
            exercise=exercise_of(first.get("EXER")),
            operation=operation_of(first.get("OPER")),
            declassify=declassification_of(first.get("DECL")),
            headings=headings_of(sets),
            passing=tuple(found.passing),
            originator=found.originator,
            action=tuple(found.action),
            info=tuple(found.info),
            gateway_subject=found.gateway_subject,
            released_by=released and released[0],
            text=sheet.span.of(sheet.source),
            year=found.year,
            source=sheet.source,
        )


_REMARKS_TITLES = ("REMARKS", "RMKS", "REMARK")
_LONGEST_TITLE = 60


def _title(sheet: Sheet, cut: Cut) -> tuple[int, int] | None:
    """The title of a GENTEXT: its first field, where that is short and on one line."""
    text, start = sheet.text, cut.content
    if cut.name == "GENTEXT":
        while start < cut.stop and text[start] in "/ \t":
            start += 1
        slash = text.find("/", start, min(cut.stop, start + _LONGEST_TITLE))
        title = text[start:slash] if slash > start else ""
        named = title and "\n" not in title and "\r" not in title and "." not in title
        return (start, slash) if named else None
    if cut.name in NARRATIVE and titled_remarks(text, start):
        return start, text.find("/", start, cut.stop) if "/" in text[start : cut.stop] else cut.stop
    return None


def _after_slants(sheet: Sheet, at: int, stop: int) -> int:
    while at < stop and sheet.text[at] == "/":
        at += 1
    return at


def _line_end(sheet: Sheet, at: int) -> int:
    """Where the line ends, its line end included, if only blanks stand before it; else `at`."""
    text, end = sheet.text, at
    while end < sheet.end and text[end] in " \t":
        end += 1
    if end >= sheet.end:
        return end
    if text[end] == "\r":
        after = next_ending(text, end, sheet.end)[1]
        return end + 1 if text[after - 1] == "\r" else after
    return end + 1 if text[end] in "\n\f" else at


def _tiled(pieces: list[Piece], span: Span) -> tuple[Piece, ...]:
    """The pieces in order; artefacts before the first and after the last belong to them."""
    tiled = []
    at = span.start
    for index, piece in enumerate(pieces):
        end = span.end if index == len(pieces) - 1 else piece.span.end
        if end > at:
            tiled.append(Piece(piece.kind, Span(at, end)))
            at = end
    if at < span.end:
        tiled.append(Piece(PieceKind.BLANK, Span(at, span.end)))
    return tuple(tiled)

"""What sets say: message identifier, references, explanations, points of contact.

Positions count, but office codes and empty fields shift them: a reference's date is its last field
that is one.

Here: the typed views of linear and narrative sets. Elsewhere: sets and their fields (`fields`),
titles (`titles`), remarks (`remarks`).
"""

from collections.abc import Sequence

from attrs import field, frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.sets.citations import letters_of
from telegram.texts.sets.cutting import Cut
from telegram.texts.sets.fields import NO_DATA, MessageSet
from telegram.texts.sets.sheet import Sheet
from telegram.values.date_time_group import MONTH_NUMBER, DateTimeGroup
from telegram.values.set_date import SetDate, set_date_of

# ---- MSGID ---------------------------------------------------------------------------------------


@frozen
class MessageIdentifier:
    """The set MSGID: which format the text has, and who numbers it.

    :Shape:  format: GENADMIN and its kind; standard and version of the format, mostly None;
             originator; serial: the originator's number, or None; month: 1-12, or None; qualifier
             and its serial (CHG, DEV). An office code in the place of the serial is `office`, not a
             serial.
    :Text:   ``str(identifier)`` is the fields joined by slants.
    :Source: Navy training manual 14292, figure 2-3; fields after (unsourced).
    """

    fields: tuple[str, ...]
    format: str | None = None
    originator: str | None = None
    serial: str | None = None
    office: str | None = None
    month: int | None = None
    qualifier: tuple[str, ...] = ()
    standard: str | None = None
    version: str | None = None
    span: Span = field(default=Span(0, 0), eq=False)

    @property
    def has_own_sets(self) -> bool:
        """Whether the format is a rigid one: which sets belong to it, and in which order, it says
        itself, and what a message of free format needs it may lack.
        """
        return self.format is not None and self.format.split(",")[0] in FORMATS - {"GENADMIN"}

    def __str__(self) -> str:
        return "/".join(self.fields)


_FORMAT_WORDS = (
    "GENADMIN ATO ACO CASREP SITREP OPREP OPREP-3 OPREP-3FS EXSUM INTSUM MOVREP LOGREQ ORDER OPORD "
    "FRAGO WARNORD SYS.RRM RRI"
)
FORMATS = frozenset(_FORMAT_WORDS.split())
"""Message formats; others exist (unsourced)."""
_FOR_FORMATS = FORMATS | {"NAVADMIN", "ALNAV", "COLLECTIVE", "GENDAMIN", "GENADMN", "ADMIN"}
"""What stands in the place of a format, right or wrong."""


def message_identifier_of(found: MessageSet) -> MessageIdentifier:
    """What the fields of MSGID say; the format may be missing, the office in the serial's place."""
    texts = found.texts
    rest = list(texts)
    form = None
    if rest:
        named = rest[0].split(",")[0].split(" ")[0] in _FOR_FORMATS
        if named or (" " not in rest[0] and len(rest) > 1):
            form = rest.pop(0)
    standard, version = _standard(rest)
    if standard is not None:
        return _by_place(texts, form, standard, version, rest, found.span)
    originator = rest.pop(0) if rest and rest[0] != NO_DATA else None
    serial = office = None
    month = None
    qualifier: list[str] = []
    for text in rest:
        if text == NO_DATA:
            continue
        named_month = text == text[:3] or not text[3:4].isalpha() or text in _MONTH_WORDS
        if month is None and named_month and len(text) <= _LONGEST_MONTH:
            month = MONTH_NUMBER.get(text[:3])
            if month is not None:
                continue
        if month is None and serial is None and office is None:
            if text.isdigit():
                serial = text
            else:
                office = text
            continue
        qualifier.append(text)
    return MessageIdentifier(
        texts, form, originator, serial, office, month, tuple(qualifier), span=found.span
    )


def _standard(rest: list[str]) -> tuple[str | None, str | None]:
    """Standard and version of the format, taken off the fields behind it."""
    if not rest or matcher("sets:format_standard").fullmatch(rest[0]) is None:
        return None, None
    standard, version = rest.pop(0), None
    if rest and rest[0] == NO_DATA:
        rest.pop(0)
    elif rest and matcher("sets:format_version").fullmatch(rest[0]) is not None:
        version = rest.pop(0)
    return standard, version


def _by_place(
    texts: tuple[str, ...],
    form: str | None,
    standard: str,
    version: str | None,
    rest: list[str],
    span: Span,
) -> MessageIdentifier:
    """An identifier that names its standard: originator, serial number, time, qualifier and its
    number in this order; what follows says how the message is protected.
    """
    originator, serial, time, *others = [
        None if text == NO_DATA else text for text in [*rest, *[NO_DATA] * _PLACES][:_PLACES]
    ]
    match = matcher("sets:identifier_time").fullmatch(time or "")
    month = int(match["period_month"]) if match is not None else MONTH_NUMBER.get((time or "")[:3])
    qualifier = tuple(text for text in others if text is not None)
    return MessageIdentifier(
        texts, form, originator, serial, None, month, qualifier, standard, version, span
    )


_PLACES = 5

_MONTHS_SPELT = (
    "JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER SEPT OCTOBER NOVEMBER DECEMBER"
)
_MONTH_WORDS = frozenset(_MONTHS_SPELT.split())
_LONGEST_MONTH = len("SEPTEMBER")

# ---- REF -----------------------------------------------------------------------------------------


@frozen
class Reference:
    """The set REF: a document or a message that the text refers to.

    :Shape:  letter: A to Z, AA and so on; type: DOC, MSG and so on; originator; date: a date-time
             group for a message, a date for a document, None where none is read; notations: NOTAL
             and what else follows; fields: all after the letter, as written.
    :Text:   ``str(reference)`` is the set, verbatim.
    :Source: Navy training manuals 12324 and 14292; type list from public traffic.

    :ivar written_date: the field that holds the date; None where none does.
    :ivar explanation: what AMPN or NARR says it is; None where neither does.
    """

    letter: str | None
    fields: tuple[str, ...]
    type: str | None
    originator: str | None
    date: SetDate | DateTimeGroup | None
    written_date: str | None
    notations: tuple[str, ...]
    text: str
    explanation: str | None = None
    date_standard: bool = field(default=True, eq=False)
    span: Span = field(default=Span(0, 0), eq=False)

    @property
    def not_to_all(self) -> bool:
        """Whether not all addressees hold it (NOTAL)."""
        return "NOTAL" in self.notations

    def __str__(self) -> str:
        return self.text


_NOTATIONS = frozenset({"NOTAL", "PASEP", NO_DATA, "NOTAL)", "(NOTAL)"})


def reference_of(found: MessageSet, explanation: str | None) -> Reference:
    """What the fields of REF say."""
    texts = list(found.texts)
    letter = None
    if texts and _lettered(texts[0]):
        letter = texts.pop(0).upper()
    dated = -1
    date, standard, written = None, True, None
    for index in range(len(texts) - 1, -1, -1):
        read = set_date_of(texts[index])
        if read is not None:
            dated, (date, standard), written = index, read, texts[index]
            break
    if dated > 1 and isinstance(date, SetDate) and date.day is None:
        moment = set_date_of(f"{texts[dated - 1]} {written}")  # a slant between time and month
        if moment is not None and moment[0] is not None:
            (date, standard), written = moment, f"{texts[dated - 1]}/{written}"
    named = [_unlabelled(text) for index, text in enumerate(texts[:2]) if index != dated]
    notations = tuple(text.strip("()") for text in texts[2:] if text in _NOTATIONS)
    return Reference(
        letter,
        tuple(texts),
        named[0] if named else None,
        named[1] if len(named) > 1 else None,
        date,
        written,
        tuple(n for n in notations if n != NO_DATA),
        found.text,
        explanation,
        standard,
        found.span,
    )


def _lettered(text: str) -> bool:
    """Whether a field is the letter of a reference."""
    return 1 <= len(text) <= 2 and text.isalpha()


def _unlabelled(text: str) -> str:
    """A field without the label that the Marine Corps writes: DOC of MSGID:DOC."""
    match = matcher("sets:labelled_reference").fullmatch(text)
    return match["labelled_value"] if match is not None else text


def lettered_of(letter: str, words: str, text: str, span: Span) -> Reference:
    """What a reference says that stands on a line of its own after its letter, and in no set."""
    match = matcher("sets:message_lettered").fullmatch(words)
    read = set_date_of(match["lettered_time"]) if match is not None else None
    flags = tuple(flag for flag in ("NOTAL", "PASEP") if flag in words.split()[-2:])
    return Reference(
        letter,
        (words,),
        "MSG" if read is not None else None,
        match["lettered_originator"] if match is not None and read is not None else None,
        read[0] if read is not None else None,
        match["lettered_time"] if match is not None and read is not None else None,
        flags,
        text,
        None,
        False,
        span,
    )


# ---- AMPN and NARR -------------------------------------------------------------------------------


@frozen
class Narrative:
    """The sets AMPN and NARR: what the sets before them are.

    :Shape:  name: AMPN, which explains one set, or NARR, which explains several; words: line ends
             undone; explanations: letter and words of each reference explained.
    :Text:   ``str(narrative)`` is the set, verbatim.
    :Source: public traffic; the definition is unsourced.
    """

    name: str
    words: str
    explanations: tuple[tuple[str, str], ...]
    text: str
    span: Span = field(default=Span(0, 0), eq=False)

    def __str__(self) -> str:
        return self.text


def narrative_of(
    sheet: Sheet, cut: Cut, found: MessageSet, before: Sequence[MessageSet] = ()
) -> Narrative:
    """What AMPN or NARR says, reference by reference; `before` is the references above it.

    Words that name none explain the last one, where they stand in AMPN, or the only one.
    """
    heads = list(matcher("sets:explanation").finditer(sheet.text, cut.content, cut.stop))
    ends = [*(head.start() for head in heads[1:]), cut.stop]
    explanations = tuple(
        (letter, sheet.words(head.end(), end).rstrip(" /"))
        for head, end in zip(heads, ends, strict=False)
        for letter in letters_of(head["explained_letter"] or head["explained_letters"])
    )
    words = sheet.words(cut.content, cut.stop).strip("/ ")
    if not heads and words and before and (found.name == "AMPN" or len(before) == 1):
        letter = before[-1].texts[0].upper() if before[-1].texts else ""
        explanations = ((letter, words),) if _lettered(letter) else ()
    return Narrative(found.name or found.id, words, explanations, found.text, found.span)


# ---- POC -----------------------------------------------------------------------------------------


@frozen
class ContactField:
    """One field of a point of contact: its label as written, None without, and what it says."""

    label: str | None
    value: str


@frozen
class PointOfContact:
    """The set POC: whom to ask.

    :Shape:  name: the first field; fields: those after it that hold data, labelled or not.
    :Text:   ``str(contact)`` is the set, verbatim.
    :Source: public traffic; order and labels of the fields are unsourced.
    """

    name: str | None
    fields: tuple[ContactField, ...]
    text: str
    span: Span = field(default=Span(0, 0), eq=False)

    def labelled(self, *labels: str) -> tuple[str, ...]:
        """The values of the fields whose label begins with one of these words."""
        return tuple(
            each.value for each in self.fields if each.label and each.label.startswith(labels)
        )

    @property
    def telephones(self) -> tuple[str, ...]:
        """Telephone numbers, by their label."""
        return self.labelled("TEL", "PH", "DSN", "COMM", "CELL")

    @property
    def emails(self) -> tuple[str, ...]:
        """Mail addresses, by their label or their sign."""
        return tuple(
            each.value
            for each in self.fields
            if (each.label or "").startswith(("EMAIL", "E-MAIL"))
            or (each.label is None and ("@" in each.value or "(AT)" in each.value.upper()))
        )

    @property
    def location(self) -> str | None:
        """Where the contact is, by its label."""
        return next(iter(self.labelled("LOC")), None)

    def __str__(self) -> str:
        return self.text


def contact_of(found: MessageSet) -> PointOfContact:
    """What the fields of POC say."""
    texts = found.texts
    if len(texts) > 1 and len(texts[0]) == 1:  # lettered, as references are
        texts = texts[1:]
    fields = []
    for text in texts[1:]:
        if text == NO_DATA:
            continue
        match = matcher("sets:contact").fullmatch(text)
        label = match["contact_label"] if match is not None else None
        value = match["contact_value"] if match is not None else text
        fields.append(ContactField(label and label.strip(" :").upper(), value))
    name = None
    if texts:
        match = matcher("sets:contact").fullmatch(texts[0])
        labelled = match is not None and (match["contact_label"] or "").upper().startswith("NAME")
        name = match["contact_value"] if match is not None and labelled else texts[0]
    return PointOfContact(name, tuple(fields), found.text, found.span)

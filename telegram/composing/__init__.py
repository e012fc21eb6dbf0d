"""Messages made by hand: a form filled in, and the messages that a procedure derives from another.

A form is what a drafter fills in and a communications centre adds to. Its entries are texts or
values; everything wrong with them is said at once. The message comes out written in its dialect,
read back, and checked.

Here: `compose`. Elsewhere: replies, readdressals, corrected copies (`deriving`); how a message is
written (`telegram.formatting`).
"""

from collections.abc import Iterable
from datetime import datetime

from telegram.checks import check
from telegram.composing.form import Form
from telegram.formatting import (
    Code,
    Content,
    FormatError,
    prepared,
    write_message,
)
from telegram.formatting.problems import writable
from telegram.model import Ending, Telegram
from telegram.parsing import parse
from telegram.values.addressee import Addressee
from telegram.values.classification import Classification
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.precedence import Precedence

__all__ = ["compose"]


def compose(
    text: str | Iterable[str],
    *,
    dialect: str = "acp127-us",
    precedence: str | Precedence,
    info_precedence: str | Precedence | None = None,
    dtg: str | DateTimeGroup | datetime,
    originator: str | Addressee,
    action: Iterable[str | Addressee] = (),
    info: Iterable[str | Addressee] = (),
    exempt: Iterable[str | Addressee] = (),
    classification: str | Classification = "UNCLASSIFIED",
    subject_code: str | None = None,
    post: str | None = None,
    number: str | None = None,
    instructions: Iterable[str] = (),
    channel: str | None = None,
    called: Iterable[str] = (),
    station: str | None = None,
    serial: str | None = None,
    filed: str | None = None,
    media: str = "TT",
    content: str = "ZYUW",
    signals: Iterable[str] = (),
    special_handling: str | None = None,
    release: Iterable[str] = (),
    accounting: str | None = None,
    corrections: Iterable[str] = (),
    code: Code | None = None,
    transliterate: bool = False,
    pivot: int = 1969,
) -> Telegram:
    """A message from the entries of a form.

    :Shape:  text: what the drafter wrote, as one text or as lines; the classification line is put
             above it unless it is there. precedence, info_precedence: a prosign or a word. dtg: a
             date-time group, or an aware datetime. originator, action, info, exempt: addresses as
             they are written in FL6 to FL9, without prosign. subject_code: N and five digits. post
             and number: those of a State message reference number.

             What a communications centre adds: channel (``XYZ0020``: channel and number of FL1),
             called (routing indicators of FL2), station, serial and filed (FL3; the filing time
             follows from the date-time group where it is not given), signals, special_handling and
             release codes (FL4), accounting (FL10), corrections (FL15). media and content: of a
             JANAP 128 header. Where neither station nor serial is given, FL1 to FL3 are left out.

             code, transliterate: as for `telegram.format`.
    :Errors: `FormatError` that names every entry that is missing, wrong or against another;
             ValueError for an unknown dialect.
    :Source: NAVEDTRA 14226; NAVEDTRA 14243; 5 FAH-2 H-230.

    >>> message = compose(
    ...     "SUBJ: EXERCISE MESSAGE",
    ...     precedence="R",
    ...     dtg="051430Z MAR 24",
    ...     originator="EXERCISE WING ONE",
    ...     action=["EXERCISE GROUP TWO//DO/XP//"],
    ... )
    >>> print(message, end="")  # doctest: +ELLIPSIS
    ZNR UUUUU
    R 051430Z MAR 24
    FM EXERCISE WING ONE
    TO EXERCISE GROUP TWO//DO/XP//
    BT
    UNCLAS
    SUBJ: EXERCISE MESSAGE
    BT
    ...
    """
    record = writable(dialect)
    form = Form(record, pivot)
    level = form.level(classification)
    when = form.released(dtg)
    form.addresses(originator, action, info, exempt)
    form.preamble(precedence, info_precedence, when, instructions)
    form.security(level, signals, special_handling, release)
    form.transmission(channel)
    form.station(level, called, station, serial, filed, media, content, when)
    form.accounting(accounting)
    lines = form.text(text, level, subject_code, post, number)
    if form.problems:
        raise FormatError(form.problems)
    filled = Content(form.heading(), tuple(lines), _ending(corrections), pivot)
    return made(filled, dialect, code=code, transliterate=transliterate)


def _ending(corrections: Iterable[str]) -> Ending:
    return Ending(corrections=tuple(corrections), end_of_message=True)


def made(
    content: Content, dialect: str, *, code: Code | None = None, transliterate: bool = False
) -> Telegram:
    """The message of a content: written, read back, and without an error that `check` would find.

    :Errors: `FormatError`.
    """
    record = writable(dialect)
    ready = prepared(content, record, code, transliterate=transliterate)
    message = parse(write_message(ready, record, code=code), dialect=dialect, pivot=content.pivot)
    errors = check(message).errors
    if errors:
        raise FormatError([str(error) for error in errors])
    return message

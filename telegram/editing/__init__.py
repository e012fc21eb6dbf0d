"""Edits: a message with some entries changed, everything else as it was, byte for byte.

A message repeats itself: FL2 has the precedence of FL5 and the letter of the classification, FL15
and the page lines the serial number. An edit changes every copy of what it changes, and nothing
else. Elements are changed where they stand; of a list, the lines of the items that differ.

The edited text is read again, and must say what was asked for and nothing else: an edit that would
not (for the message is too damaged, or a name would be read as something else) is refused.

Here: `evolve`, and which entries can be changed. Elsewhere: what changing each of them means
(`elements`, `lists`, `content`), how it is laid into the bytes (`edit`) and read again
(`rereading`); how lines are written (`telegram.formatting`); new messages made from this one
(`telegram.composing`).
"""

from collections.abc import Callable
from typing import Any

from telegram.dialects import dialect as dialect_named
from telegram.editing import content, elements, lists
from telegram.editing.edit import Edit
from telegram.editing.rereading import made
from telegram.formatting import FormatError
from telegram.model import Telegram

_ENTRIES: dict[str, Callable[[Edit, Any], None]] = {
    "accounting": lists.accounting,
    "action": lists.action,
    "called": lists.called,
    "channel": elements.channel,
    "classification": content.classification,
    "dtg": elements.dtg,
    "exempt": lists.exempt,
    "filed": elements.filed,
    "info": lists.info,
    "info_precedence": elements.info_precedence,
    "instructions": lists.instructions,
    "originator": elements.originator,
    "precedence": elements.precedence,
    "serial": elements.serial,
    "signals": lists.signals,
    "station": elements.station,
    "subject": content.subject,
    "text": content.text,
}
"""The entries that can be changed, by name."""
_REMOVABLE = frozenset({"accounting", "info_precedence"})
"""Entries that None takes out; of a list, the empty one does."""


def evolve(message: Telegram, **changes: Any) -> Telegram:
    """A message with entries changed; see `Telegram.evolve`."""
    unknown = sorted(set(changes) - set(_ENTRIES))
    if unknown:
        raise TypeError(
            f"no entry {', '.join(unknown)}; the entries are {', '.join(sorted(_ENTRIES))}"
        )
    if message.dialect is None:
        raise FormatError(["the message has no heading"])
    if dialect_named(message.dialect).labels:
        raise FormatError(["a heading of labelled lines is only read"])
    edit = Edit(message, dialect_named(message.dialect))
    for entry, value in changes.items():
        if value is None and entry not in _REMOVABLE:
            raise TypeError(f"{entry} cannot be taken out: give what it is to be, not None")
        _ENTRIES[entry](edit, value)
    return made(edit)

"""What a text was made to say, beside its lines.

The members are those of the JSON document's ``text``: a reader must find them.
"""

from typing import Any

from attrs import frozen

from telegram.service import Service


@frozen
class Written:
    """A text and what it says.

    :ivar lines: its lines, without page lines; the first is the classification line.
    :ivar said: members of the document's ``text`` and their values.
    :ivar service: what a service message asks.
    """

    lines: tuple[str, ...]
    said: dict[str, Any]
    service: Service | None = None

"""One meaning of a format line: the name of the field, what was written, what it stands for."""

from attrs import frozen


@frozen
class Detail:
    """A field, decoded.

    :ivar name: the field; empty for a remark about the whole line.
    :ivar written: as the source writes it; empty where the meaning says all.
    :ivar meaning: what it stands for; may be empty.
    """

    name: str
    written: str
    meaning: str = ""

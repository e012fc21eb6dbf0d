"""Why a message cannot be written: everything that stands in the way, at once."""

from collections.abc import Iterable

from telegram.dialects import Dialect, dialect


class FormatError(ValueError):
    """A message cannot be written in a dialect.

    :ivar problems: what is missing or does not fit, one sentence each, in the order of the message.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


def writable(name: str) -> Dialect:
    """The dialect of a name, to write in it.

    :Errors: ValueError for an unknown name; `FormatError` for one that is only read.
    """
    record = dialect(name)
    if not record.written:
        why = "nobody sends a printout" if record.printed else "its rules are not public"
        raise FormatError([f"{record.title} is only read: {why}"])
    return record

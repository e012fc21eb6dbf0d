"""Why a message cannot be written: everything that stands in the way, at once."""

from collections.abc import Iterable


class FormatError(ValueError):
    """A message cannot be written in a dialect.

    :ivar problems: what is missing or does not fit, one sentence each, in the order of the message.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))

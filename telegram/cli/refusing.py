"""What is said of a message that cannot be written: each reason, on standard error.

The library names the keyword that would help; whoever is at a shell is told the option.

Here: `Refusals`. Elsewhere: the reasons (`telegram.formatting`, `telegram.converting`).
"""

import re
import sys

from attrs import define, field

from telegram.cli.terminal import plain
from telegram.formatting import FormatError

_KEYWORD = re.compile(r"\bgive ([a-z]+)=")
_SPELLING = ("cannot be sent", "characters")
"""How reasons end that another spelling would take out of the way."""


@define
class Refusals:
    """The messages of a call that could not be written.

    :ivar transliterate: whether the call asked for another spelling already.
    """

    transliterate: bool = False
    _any: bool = field(default=False, init=False)
    _spelling: bool = field(default=False, init=False)

    def add(self, place: str, error: FormatError) -> None:
        """Say why a message is left out."""
        self._any = True
        for problem in error.problems:
            self._spelling = self._spelling or problem.endswith(_SPELLING)
            print(f"{place}: {plain(in_the_shell(problem))}", file=sys.stderr)

    def close(self) -> int:
        """Say what would help, once; the exit status."""
        if self._spelling and not self.transliterate:
            print(
                "telegram: --transliterate writes what cannot be sent in characters that can",
                file=sys.stderr,
            )
        return int(self._any)


def in_the_shell(problem: str) -> str:
    """A reason with options in the place of keywords.

    >>> in_the_shell("the serial number (FL2) is missing: give serial=")
    'the serial number (FL2) is missing: give --serial'
    """
    return _KEYWORD.sub(r"give --\1", problem).replace("use format_sections", "use --sections")

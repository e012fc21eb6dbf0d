"""Message reference numbers: how people name one telegram among all.

``08 SAN SALVADOR 1029``: year, post, number. Two facts shape the value.

* The number counts a post's telegrams in one calendar year. Terminals print it with leading zeros;
  people leave them out.
* The classification line does not say the year. It comes from the date-time group, and without one
  nobody knows it.

Here: the value and the two forms of its text. Elsewhere: names of posts (`post`); references to
other telegrams (`state_reference`).
"""

from attrs import frozen

from telegram.diagnostics import FieldError
from telegram.syntax import matcher
from telegram.values.date_time_group import pivot_beside
from telegram.values.post import canonical_post
from telegram.values.refused import refused

_UNWRITTEN = str.maketrans("", "", " -.'")


def full_year(written: str, beside: int | None = None) -> int:
    """The year of two or four digits; `beside` is the year of the date-time group, where known.

    Without it two digits are placed in the hundred years from 1969 (POSIX's window).

    >>> full_year("08"), full_year("74"), full_year("1979"), full_year("64", 1973)
    (2008, 1974, 1979, 1964)
    """
    number = int(written)
    if len(written) == 4:
        return number
    pivot = 1969 if beside is None else pivot_beside(beside)
    return pivot + (number - pivot) % 100


@frozen
class MessageReferenceNumber:
    """Year, post and number of a telegram.

    :Shape:  ``YY POST NUMBER``: year in full, or None where no date-time group tells it; the post
             as written; the number as printed, one to six digits.
    :Order:  none: a post's numbers follow each other only within a year.
    :Text:   ``str(mrn)`` is the form of references, without leading zeros.
    :Errors: `FieldError` with TG300.
    :Source: 5 FAH-2 H-222; reference style as in public telegrams.

    >>> mrn = MessageReferenceNumber.parse("08 SAN SALVADOR 001029")
    >>> mrn.year, mrn.post, mrn.serial, mrn.identifier
    (2008, 'SAN SALVADOR', 1029, '08SANSALVADOR1029')
    >>> str(mrn)
    '08 SAN SALVADOR 1029'
    """

    year: int | None
    post: str
    number: str

    def __attrs_post_init__(self) -> None:
        form = f"00 {self.post} {self.number}"
        if matcher("state:mrn").fullmatch(form) is None:
            raise FieldError(refused("state:mrn", form))

    @classmethod
    def parse(cls, text: str) -> "MessageReferenceNumber":
        """A number from its text, year first."""
        match = matcher("state:mrn").fullmatch(text)
        if match is None:
            raise FieldError(refused("state:mrn", text))
        return cls(full_year(match["mrn_year"]), match["state_post"], match["state_number"])

    @property
    def serial(self) -> int:
        """The number without leading zeros."""
        return int(self.number)

    @property
    def identifier(self) -> str | None:
        """Year, post and number as one word; None without a year."""
        return identifier_of(self.year, self.post, self.number)

    def __str__(self) -> str:
        year = "" if self.year is None else f"{self.year % 100:02} "
        return f"{year}{self.post} {self.serial}"


def identifier_of(year: int | None, post: str | None, number: str | None) -> str | None:
    """The flat identifier of a telegram: no blanks, hyphens, full stops or apostrophes in the post,
    no leading zeros; None where a part is unknown.

    >>> identifier_of(2009, "ST. PETERSBURG", "0112")
    '09STPETERSBURG112'
    """
    if year is None or not post or not number:
        return None
    return f"{year % 100:02}{canonical_post(post).translate(_UNWRITTEN)}{int(number)}"

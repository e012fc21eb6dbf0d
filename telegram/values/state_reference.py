"""References of a State telegram: earlier telegrams, and documents that are none.

``REF: A. 08 STATE 131203 (NOTAL)``. Five facts shape the module.

* A reference without a year means the year of the message. Around New Year the writer may mean the
  year before; nothing tells.
* A list inherits: ``PORT MERIDIAN 841/839`` names two telegrams, and ``B. 2417`` the post of the
  reference before. ``00655/08`` is a number and a year; which of the two is decided by whether the
  second number can be a year within ten years of the message.
* MYTEL is a telegram of the writer's post, DEPTEL one of the Department; URTEL is one of the
  reader's, whose post the text does not tell.
* A number in a series, as MANILA TOFAD 123, is not the record number of the post.
* E-mails, telephone calls, airgrams and publications are referred to as well. They are kept as
  text, with their kind.

Here: the value, and what one reference text holds. Elsewhere: cutting the REF block by its letters
(`texts.state_references`).
"""

from functools import lru_cache

from attrs import evolve, frozen

from telegram.data import table
from telegram.diagnostics import FieldError
from telegram.syntax import matcher
from telegram.values.caption import kind_of
from telegram.values.message_reference_number import full_year, identifier_of
from telegram.values.post import canonical_post, post_row
from telegram.values.refused import refused
from telegram.values.trusted import trusted

_KINDS = {
    "e_mail": "e-mail",
    "telephone": "telephone",
    "publication": "publication",
    "airgram": "airgram",
    "circular": "circular",
    "report": "report",
    "dated": "dtg",
}
_BACK = 10
"""How many years back a trailing number may be a year."""


@frozen(weakref_slot=False)
class StateReference:
    """A reference.

    :Shape:  letter: A to Z, or None; kind: ``telegram``, ``e-mail``, ``telephone``, ``airgram``,
             ``publication``, ``report``, ``circular``, ``dtg``, ``series`` or ``text``; of a
             telegram: year in full or None, post as written, number as written; notal: not to all
             addressees; previous: earlier ones too; text: as written, line ends undone.
    :Text:   ``str(reference)`` is the text.
    :Errors: `FieldError` with TG300.
    :Source: 1975 STATE 099768 (NOTAL, airgrams); forms as in public telegrams.

    >>> reference = StateReference.parse("08 STATE 131203 (NOTAL)")
    >>> reference.year, reference.post, reference.number, reference.notal
    (2008, 'STATE', '131203', True)
    >>> reference.identifier
    '08STATE131203'
    """

    letter: str | None
    kind: str
    year: int | None
    post: str | None
    number: str | None
    text: str
    notal: bool = False
    previous: bool = False
    year_written: bool = False
    ambiguous: bool = False

    @classmethod
    def parse(cls, text: str, *, year: int | None = None) -> "StateReference":
        """A reference to a telegram; `year` is that of the message that refers."""
        if matcher("state:telegram_reference").fullmatch(text) is None:
            raise FieldError(refused("state:telegram_reference", text))
        return references_of(text, None, year)[0]

    @property
    def canonical_post(self) -> str | None:
        """The post in its one spelling."""
        return canonical_post(self.post) if self.post else None

    @property
    def identifier(self) -> str | None:
        """The flat identifier of the telegram; None for other documents and without a year."""
        return identifier_of(self.year, self.post, self.number)

    def __str__(self) -> str:
        return self.text


_make_reference = trusted(StateReference)


def references_of(
    text: str,
    letter: str | None,
    year: int | None,
    post: str | None = None,
    own: str | None = None,
) -> tuple[StateReference, ...]:
    """The references that one lettered text holds: several where it lists numbers.

    `post` is that of the reference before, or of the message; `own` that of the message.

    >>> [r.identifier for r in references_of("07 PORT MERIDIAN 841/839", "D", 2009)]
    ['07PORTMERIDIAN841', '07PORTMERIDIAN839']
    """
    named = _named(text)
    match = matcher("state:telegram_reference").fullmatch(text)
    where = match["reference_post"] if match is not None else ""
    if named is None and _in_series(where):
        named = "series"
    if named == "report" and post_row(where.upper().partition(" REPORT")[0]) is not None:
        named = None  # "2008 LIMA REPORT 12" may be a telegram
    if match is not None and named in (None, "dtg"):
        found_all = _telegrams(match.groupdict(), text, letter, year)
        meant = _meant(where, own)
        if meant == where:
            return found_all
        return tuple([evolve(each, post=meant) for each in found_all])
    turned = matcher("state:number_reference").fullmatch(text)
    if turned is not None and named is None and (turned["turned_post"] or post):
        flags = (turned["reference_flags"] or "").upper()
        where = turned["turned_post"] or post
        number, said = turned["turned_number"], _flags(flags)
        only = _make_reference(letter, "telegram", year, where, number, text, *said, False, False)
        return (only,)
    notal = "NOTAL" in text.upper()
    kind = named or "text"
    return (_make_reference(letter, kind, None, None, None, text, notal, False, False, False),)


@lru_cache(maxsize=4096)
def _named(text: str) -> str | None:
    """The kind of document that a text names; None for a telegram."""
    found = matcher("state:reference_kind").search(text)
    return _KINDS[found.lastgroup] if found is not None and found.lastgroup else None


def _in_series(post: str) -> bool:
    """Whether a number after these words is one of a series that a post keeps beside its own."""
    name, _, series = post.upper().rpartition(" ")
    return bool(name) and kind_of(series) == "series"


def _meant(post: str | None, own: str | None) -> str | None:
    """The post that a word for a writer or a reader means; None for one that is not told."""
    row = table("reference-words", "word").get((post or "").upper())
    if row is None:
        return post
    return own if row["post_of"] == "writer" else None


def _flags(text: str) -> tuple[bool, bool]:
    return "NOTAL" in text, "PREVIOUS" in text


def _telegrams(
    said: dict[str, str | None], text: str, letter: str | None, year: int | None
) -> tuple[StateReference, ...]:
    written = said["reference_year"] or said["reference_paren_year"]
    own = full_year(written.strip("'() "), year) if written else year
    flags = _flags((said["reference_flags"] or "").upper())
    number = said["reference_number"] or ""
    post = said["reference_post"]
    first = _make_reference(
        letter, "telegram", own, post, number, text, *flags, bool(written), False
    )
    also = said["reference_also"]
    if not also:
        return (first,)
    further = _numbers(also)
    if len(further) == 1 and len(further[0]) == 2 and not written:
        trailing = full_year(further[0], year)
        if "-" in also or year is None or 0 <= year - trailing <= _BACK:
            return (evolve(first, year=trailing, year_written=True, ambiguous="/" in also),)
    return (first, *(evolve(first, number=each) for each in further))


def _numbers(text: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in text).split()

"""TAGS: the terms by which the State Department indexes telegrams (Traffic Analysis by Geography
and Subject).

Three facts shape the module.

* The same letters occur in several families, so the table of terms is asked first, in a fixed
  order; only then does the shape of a term speak.
* Terms are parted by commas, or in archives' copies by blanks only. A term of two words is then
  known by the table.
* A visitor's name belongs to the term before it: ``OVIP (EXAMPLE, JANE Q.)``; archives lost the
  parentheses.

Here: the value, and the terms of a line. Elsewhere: which lines are part of TAGS (`texts.state`).
"""

from functools import cache, lru_cache

from attrs import frozen

from telegram.data import groups
from telegram.diagnostics import FieldError
from telegram.syntax import splitter
from telegram.values.refused import refused

NAMED = frozenset(("OCON", "OEXC", "OREP", "OTRA", "OVIP"))
"""Terms that are used with the name of a person. Source: 1974 STATE 150591."""
CATEGORIES = {
    "A": "Administrative affairs",
    "B": "Business services",
    "C": "Consular affairs",
    "E": "Economic affairs",
    "H": "Military and defense affairs",
    "L": "Legal",
    "M": "Military and defense affairs",
    "O": "Operations",
    "P": "Political affairs",
    "S": "Social affairs",
    "T": "Technology and science",
}
"""What the first letter of a subject term says. Source: 5 FAH-3 H-110; S and T (unsourced)."""
_FAMILIES = ("subject", "program", "geo", "organization")


@frozen
class Tags:
    """One index term, perhaps with the name of a person.

    :Shape:  code: capitals, digits and ``-/&'.``, or words for a term written out; name: a person,
             without parentheses, or None.
    :Text:   ``str(tags)`` is the canonical form, name in parentheses.
    :Errors: `FieldError` with TG300.
    :Source: 1974 STATE 150591; 5 FAH-3; the table ``tags`` names the source of each.

    >>> tags = Tags.parse("OVIP (EXAMPLE, JANE Q.)")
    >>> tags.code, tags.name, tags.family
    ('OVIP', 'EXAMPLE, JANE Q.', 'subject')
    >>> Tags.parse("ES").country
    'El Salvador'
    """

    code: str
    name: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Tags":
        """A term from its text."""
        found = tags_in(text)
        if len(found) != 1 or found[0][1:] != (0, len(text)):
            raise FieldError(refused("state:tags_list", text))
        return found[0][0]

    @property
    def family(self) -> str | None:
        """``subject``, ``program``, ``geo`` or ``organization``; None for words that are none."""
        return family_of(self.code)

    @property
    def known(self) -> bool:
        """Whether the table has it."""
        return self.code in groups("tags", "tag")

    @property
    def meaning(self) -> str | None:
        """What it says, in words; None where no table tells."""
        for row in groups("tags", "tag").get(self.code, ()):
            if row["family"] == self.family:
                return row["meaning"] or None
        return None

    @property
    def country(self) -> str | None:
        """The country or area of a geographic term. State's codes are not those of ISO 3166."""
        return self.meaning if self.family == "geo" else None

    @property
    def category(self) -> str | None:
        """What the first letter of a subject term says."""
        return CATEGORIES.get(self.code[:1]) if self.family == "subject" else None

    def __str__(self) -> str:
        return self.code if self.name is None else f"{self.code} ({self.name})"


@lru_cache(maxsize=2048)
def family_of(code: str) -> str | None:
    """The family of a term: as the table says, else by its shape; None for words.

    >>> family_of("KCRM"), family_of("UN"), family_of("PXXX"), family_of("UNGA/C-2")
    ('program', 'organization', 'subject', 'organization')
    """
    listed = {row["family"] for row in groups("tags", "tag").get(code, ())}
    if code == "UN" and "organization" in listed:
        return "organization"  # no country has these letters in traffic that names organizations
    for family in _FAMILIES:
        if family in listed:
            return family
    if len(code) == 4 and code.isalpha() and code.isupper():
        if code[0] == "K":
            return "program"
        return "subject" if code[0] in CATEGORIES else None
    return "geo" if len(code) == 2 and code.isalpha() and code.isupper() else None


@cache
def _phrases() -> frozenset[str]:
    return frozenset(code for code in groups("tags", "tag") if " " in code)


@lru_cache(maxsize=512)
def tags_in(text: str) -> tuple[tuple[Tags, int, int], ...]:
    """The terms in a text, each with its place.

    >>> [str(tags) for tags, _, _ in tags_in("OVIP EXAMPLE JANE PREL")]
    ['OVIP (EXAMPLE JANE)', 'PREL']
    """
    found: list[tuple[Tags, int, int]] = []
    for item in splitter("tags").finditer(text):
        code, name = item["tags_code"].upper().rstrip(".-"), item["tags_name"]
        named = name.strip(" ,()") if name else None
        start, end = item.span()
        if found and named is None and text[found[-1][2] : start] == " ":
            before = found[-1][0]
            words = f"{before.code} {code}"
            if words in _phrases() or (before.name is None and _both_words(before.code, code)):
                found[-1] = (Tags(words), found[-1][1], end)
                continue
            if before.code in NAMED and _is_word(code) and _room(before.name):
                name = code if before.name is None else f"{before.name} {code}"
                found[-1] = (Tags(before.code, name), found[-1][1], end)
                continue
        found.append((Tags(code, named), start, end))
    return tuple(found)


def _room(name: str | None) -> bool:
    """Whether a name may take one more word: names without parentheses have up to three."""
    return name is None or ("," not in name and name.count(" ") < 2)


def _is_word(code: str) -> bool:
    return family_of(code) is None


def _both_words(before: str, code: str) -> bool:
    """Whether two neighbours are words of one phrase, such as HUMAN RIGHTS."""
    last = before.rpartition(" ")[2]
    return len(last) > 2 and len(code) > 2 and _is_word(last) and _is_word(code)

"""Posts: the embassies, consulates and missions that telegrams are numbered by.

A classification line names the post without AMEMBASSY or AMCONSUL, and references shorten it as
people speak: HCMC, RIO, ST. PETERSBURG. The table of posts is not complete, so a name that is not
in it is no fault of the telegram's.

Here: the one spelling of a name, and what the table says about it. Elsewhere: the number that
follows it (`message_reference_number`).
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from telegram.data import table

_PREFIXES = ("AMEMBASSY ", "AMCONSUL ", "USMISSION ", "USINT ", "USLO ", "AMCONGEN ")


@lru_cache(maxsize=512)
def canonical_post(written: str) -> str:
    """The one spelling of a post's name: capitals, no full stops, single blanks, no nickname.

    :Source: nicknames as seen in traffic, table ``post-names``.

    >>> canonical_post("St. Petersburg"), canonical_post("HCMC")
    ('ST PETERSBURG', 'HO CHI MINH CITY')
    """
    name = " ".join(written.upper().replace(".", " ").split())
    for prefix in _PREFIXES:
        if name.startswith(prefix) and len(name) > len(prefix):
            name = name.removeprefix(prefix)
            break
    known = table("post-names", "written").get(name)
    return known["post_name"] if known is not None else name


def post_row(written: str) -> Mapping[str, str] | None:
    """What the table of posts says about a name; None where it has no such post.

    >>> post_row("SAN SALVADOR")["routing_indicator"]
    'RUEHSN'
    """
    return table("posts", "post_name").get(canonical_post(written))


def post_and_number(words: Sequence[str]) -> bool:
    """Whether words begin with a post that the table knows, and a number.

    >>> post_and_number(["SAN", "SALVADOR", "000412"]), post_and_number(["HARBOR", "412"])
    (True, False)
    """
    number = next((at for at, word in enumerate(words) if word.isdecimal()), 0)
    return number > 0 and post_row(" ".join(words[:number])) is not None


@lru_cache(maxsize=256)
def post_of_address(address: str) -> str | None:
    """The post that an address names, as a classification line writes it; None for another address.

    >>> post_of_address("AMEMBASSY MEXICO CITY"), post_of_address("SECSTATE WASHDC")
    ('MEXICO', 'STATE')
    >>> post_of_address("FBI WASHINGTON DC") is None
    True
    """
    row = table("posts", "plad").get(address)
    if row is not None:
        return row["post_name"]
    name = canonical_post(address)
    return name if post_row(name) is not None else None


_ALIKE = 0.8
"""From this likeness on two names are one, misspelt."""
_LONGEST = 40
"""Characters of a name that is compared letter by letter."""


def sends_as(address: str, post: str) -> bool:
    """Whether the sender of an address may number telegrams by a post.

    A sender that the table does not know is compared by its last words, for offices and delegations
    are numbered by the place they work in. Only what is surely another post is told apart; one that
    is misspelt is not.

    >>> sends_as("AMEMBASSY MEXICO CITY", "MEXICO"), sends_as("AMEMBASSY MEXICO CITY", "LIMA")
    (True, False)
    """
    said = canonical_post(post)
    wanted = post_of_address(address)
    if wanted is None:
        wanted = canonical_post(address)
        if post_row(said) is None or wanted == address:  # one of the two may be anything
            return True
    if said == wanted or f" {address} ".endswith(f" {said} "):
        return True
    if max(len(said), len(wanted)) > _LONGEST:
        return False
    return SequenceMatcher(None, wanted, said).ratio() >= _ALIKE


@lru_cache(maxsize=256)
def nearest_post(written: str) -> str | None:
    """The known post whose name is most like a name that is unknown; None where none is."""
    near = get_close_matches(canonical_post(written), table("posts", "post_name"), n=1, cutoff=0.8)
    return near[0] if near else None

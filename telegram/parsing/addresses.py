"""Addressees from matched lines: FL6 to FL9, standard and damaged.

The fastest path of an archive runs here: an address line that was seen before is not matched again,
its addressee is put again (`AddressBuilder`).
"""

import re
from collections.abc import Callable

from attrs import frozen

from telegram.parsing.draft import Build, Draft
from telegram.syntax import groups, matcher, splitter
from telegram.values.addressee import Addressee, addressee_of, directory_addressee_of
from telegram.values.precedence import misspelt_word
from telegram.values.trusted import trusted

Match = re.Match[str]


Read = Callable[[Match], Addressee]
Put = Callable[[Draft, Addressee], None]


@frozen
class AddressBuilder:
    """How a line with one addressee fills a draft: what its match says, and where that goes.

    The two are apart because a post's address recurs in every telegram: the reader of headings
    keeps what it read from a line, and puts it again where the same line comes again.

    :ivar exempted: the number of the group that holds addressees exempted on the same line, or 0.
    """

    read: Read
    put: Put
    exempted: int = 0

    def __call__(self, draft: Draft, match: Match) -> None:
        self.put(draft, self.read(match))
        if self.exempted and match[self.exempted] is not None:
            _exempted(draft, match)


def _reader(rule: str, element: str, name: str, *, alias: str | None, number: str | None) -> Read:
    """How the addressee in a match of a line rule is read."""
    directory, zen_prefix = (
        groups(rule, "directory_name", "zen_prefix") if rule not in _WITHOUT_DIRECTORY else (0, 0)
    )
    (whole,) = groups(rule, element)
    wanted = groups(rule, name, "address_indicator", "zen", "offices", "precedence_word")
    (aliased,) = groups(rule, alias) if alias else (0,)
    (numbered,) = groups(rule, number) if number else (0,)

    def read(match: Match) -> Addressee:
        if match[whole] is None:
            return directory_addressee_of(match[directory], zen=match[zen_prefix] is not None)
        name, indicator, zen, offices, word = match.group(*wanted)
        if word is None and offices is None:
            name, word = _misspelt_apart(name)
        return addressee_of(
            name,
            indicator,
            zen,
            offices,
            word,
            match[numbered] if numbered else None,
            match[aliased] if aliased else None,
        )

    return read


def _misspelt_apart(name: str) -> tuple[str, str | None]:
    """A name and the precedence word after it, where that is misspelt (reported by TG367)."""
    before, _, last = name.rpartition(" ")
    meant = misspelt_word(last) if before else None
    return (name, None) if meant is None else (before, meant)


_WITHOUT_DIRECTORY = ("plaindress:fl9", "acp127-us:fl9", "amhs:labelled_originator")


def _plain(rule: str) -> Read:
    return _reader(rule, "addressee", "plain_language_address", alias="alias", number=None)


def _counted(rule: str) -> Read:
    return _reader(rule, "counted_addressee", "counted_address", alias=None, number="message_count")


def _put_originator(draft: Draft, addressee: Addressee) -> None:
    draft.originator = addressee


def _put_action(draft: Draft, addressee: Addressee) -> None:
    draft.current = draft.previous = draft.action
    draft.exempting_plain = False
    draft.indicated = draft.indicated or addressee.routing_indicator is not None
    draft.action.append(addressee)


def _put_information(draft: Draft, addressee: Addressee) -> None:
    draft.current = draft.previous = draft.info
    draft.exempting_plain = False
    draft.indicated = draft.indicated or addressee.routing_indicator is not None
    draft.info.append(addressee)


def _put_exempt(draft: Draft, addressee: Addressee) -> None:
    draft.begin_exempt()
    draft.exempting_plain = addressee.routing_indicator is None
    draft.exempt.append(addressee)


def _exempted(draft: Draft, match: Match) -> None:
    if match["exempted"] is not None:
        draft.begin_exempt()
        for item in splitter("exempted").finditer(match["exempted"]):
            draft.exempt.append(addressee_of(item.group()))


def _address_builders(file: str, read: Callable[[str], Read]) -> dict[str, Build]:
    """The builders of FL7, FL8, FL9 and their continuation, of one grammar file."""
    rules = {
        f"{file}:fl7": _put_action,
        f"{file}:fl8": _put_information,
        f"{file}:fl9": _put_exempt,
        f"{file}:address_continuation": (Draft.add_counted if file == "acp127-us" else Draft.add),
    }
    return {
        rule: AddressBuilder(
            read(rule), put, 0 if rule.endswith("fl9") else groups(rule, "exempted")[0]
        )
        for rule, put in rules.items()
    }


def damaged_addressees(text: str) -> list[tuple[Match, Addressee | tuple[str, ...]]]:
    """The addressees of a damaged list, each with its match.

    Office codes alone as a tuple of codes.
    """
    found: list[tuple[Match, Addressee | tuple[str, ...]]] = []
    for item in splitter("addresses_damaged").finditer(text):
        if item["directory_damaged"] is not None:
            zen = item["zen_prefix"] is not None
            found.append((item, directory_addressee_of(item["directory_damaged"], zen=zen)))
        elif item["offices_alone"] is not None:
            found.append((item, _loose_offices(item["offices_alone"])))
        else:
            found.append((item, _damaged_addressee(item)))
    return found


def _damaged_addressee(item: Match) -> Addressee:
    indicator, zen, name, alias, offices, precedence = item.group(
        "indicator_damaged",
        "zen_damaged",
        "address_damaged",
        "alias_damaged",
        "offices_damaged",
        "precedence_damaged",
    )
    letters = (indicator or "").strip(" /")
    sound = matcher("elements:routing_indicator").fullmatch(letters) is not None
    if indicator and not sound and not offices:
        # No indicator stands before the oblique: the whole is the name (reported by TG361).
        name = indicator.strip() + name
    elif indicator and not sound:
        name = name if letters in _PROSIGNS else f"{indicator.strip()}{name}"
    words = (precedence or "").split()
    number = words.pop() if words and words[-1].isdigit() else None
    addressee = addressee_of(
        name.strip(" ,"),
        letters if sound else None,
        zen,
        None,
        " ".join(words) or None,
        number,
        _loose_alias(alias),
    )
    return _with_offices(addressee, _loose_offices(offices)) if offices else addressee


_PROSIGNS = ("INFO", "FM", "TO", "XMT")
_make_addressee = trusted(Addressee)


def _with_offices(addressee: Addressee, offices: tuple[str, ...]) -> Addressee:
    return _make_addressee(
        addressee.name,
        addressee.routing_indicator,
        addressee.zen,
        offices,
        addressee.precedence,
        addressee.number,
        addressee.alias,
        addressee.directory_name,
    )


def _loose_offices(text: str) -> tuple[str, ...]:
    return tuple(code for part in text.split("/") if (code := part.strip()))


def _loose_alias(text: str | None) -> str | None:
    alias = (text or "").strip(" @")
    if alias.endswith(")") and "(" in alias:
        alias = alias[: alias.rindex("(")].strip()
    return alias or None


def _fl6_damaged(draft: Draft, match: Match) -> None:
    prosign = match["prosign_damaged"].rstrip(" :/")
    found = damaged_addressees(match["addresses_damaged"])
    if prosign == "FM":
        for _, value in found:
            if isinstance(value, Addressee):
                if draft.originator is None:
                    draft.originator = value
            elif draft.originator is not None:
                draft.originator = _with_offices(draft.originator, draft.originator.offices + value)
        return
    if prosign == "XMT":
        draft.begin_exempt()
    else:
        draft.begin(draft.action if prosign == "TO" else draft.info)
    _add_damaged(draft, found)


def _continuation_damaged(draft: Draft, match: Match) -> None:
    _add_damaged(draft, damaged_addressees(match["addresses_damaged"]))


def _add_damaged(draft: Draft, found: list[tuple[Match, Addressee | tuple[str, ...]]]) -> None:
    for item, value in found:
        if isinstance(value, Addressee):
            draft.add(value)
            if item["exempted_damaged"]:
                names = item["exempted_damaged"].strip().removeprefix("XMT").split(",")
                draft.begin_exempt()
                draft.exempt.extend(addressee_of(name.strip()) for name in names if name.strip())
        elif draft.current:
            last = draft.current[-1]
            draft.current[-1] = _with_offices(last, last.offices + value)


def _alone_fl7(draft: Draft, _: Match) -> None:
    draft.begin(draft.action)


def _alone_fl8(draft: Draft, _: Match) -> None:
    draft.begin(draft.info)


def _alone_fl9(draft: Draft, _: Match) -> None:
    draft.begin_exempt()


ADDRESS_BUILDERS: dict[str, Build] = {
    "plaindress:fl7_alone": _alone_fl7,
    "plaindress:fl8_alone": _alone_fl8,
    "plaindress:fl9_alone": _alone_fl9,
    "plaindress:fl6": AddressBuilder(_plain("plaindress:fl6"), _put_originator),
    "plaindress:fl6_damaged": _fl6_damaged,
    "plaindress:address_continuation_damaged": _continuation_damaged,
    "amhs:labelled_originator": AddressBuilder(_plain("amhs:labelled_originator"), _put_originator),
    **_address_builders("plaindress", _plain),
    **_address_builders("acp127-us", _counted),
}
"""The function that fills a draft from a matched address line, by grammar rule."""

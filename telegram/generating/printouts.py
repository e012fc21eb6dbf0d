"""Printouts of State telegrams: what was printed about a telegram, and how SMART labels it.

A printout is a telegram that somebody else sent; so a print layout is made first, and printed.

Here: `printed` and the years of each layout. Elsewhere: heading and text (`heading`,
`state_text`), what reads printouts (`telegram.parsing`, `telegram.texts.state`).

:Source: public State telegrams of 1973 to 1994; the labels of SMART are (unsourced).
"""

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from telegram.generating.dice import Dice
from telegram.generating.pools import words
from telegram.generating.said import Written
from telegram.lines import FormatLine
from telegram.model import Heading, PrecedencePair, Telegram
from telegram.parsing import parse
from telegram.syntax.writing import write
from telegram.texts.state import StateText
from telegram.values.addressee import Addressee

PRINTED_YEARS = {"state-1970s": range(1974, 1995), "state-smart": range(2010, 2069)}
"""Years of the telegrams that each layout prints."""
FIRST_YEARS = {"state-1970s": (1974, 1979), "state-smart": (2010, 2024)}
"""Years among which that of the first message is drawn."""
_ADDRESSED = (FormatLine.FL5, FormatLine.FL6, FormatLine.FL7, FormatLine.FL8, FormatLine.FL9)
_POST_LETTERS = 6
_RULE = "-" * 21
_PAGE = (24, 38)
_MOST_OFFICES = 9
_MOST_COPIES = 15
_TURNED = ("AMEMBASSY ", "AMCONSUL ", "SECSTATE ", "USMISSION ")
"""Names that a labelled list turns round: the place, a comma, and these."""


_Printed = tuple[list[str], Heading, Written]


def printed(
    name: str, message: Telegram, meant: Heading, written: Written, dice: Dice
) -> tuple[Telegram, Heading, Written]:
    """A State telegram in a print layout as a printout; the heading and the text that it shows."""
    assert isinstance(message.text, StateText)
    lines, heading, shown = _LAYOUTS[name](message, message.text, meant, written, dice)
    source = "".join(f"{line}\n" for line in lines)
    return parse(source, dialect=name, pivot=message.pivot), heading, shown


def _banner(message: Telegram) -> str:
    level = message.classification.level if message.classification is not None else None
    return level.name if level is not None else "UNCLASSIFIED"


# ---- the central file ----------------------------------------------------------------------------


def _central(
    message: Telegram, text: StateText, meant: Heading, written: Written, dice: Dice
) -> _Printed:
    banner = _banner(message)
    arrived = meant.dtg
    assert arrived is not None
    facts = {
        "state_page_post": (text.post or "")[:_POST_LETTERS].strip(),
        "state_page_message": f"{int(text.number or 0):05}",
        "state_page_time": f"{arrived.day:02}{arrived.hour:02}{arrived.minute:02}Z",
    }
    addressed = [line.text.strip() for line in message.lines if line.format_line in _ADDRESSED]
    body = written.lines
    # The head and the first paragraph stand on one page.
    pages = list(_pages(body, _first(written), dice))
    found: list[str] = []
    for number, page in enumerate(pages, 1):
        line = write("state:page_line", facts | {"state_page_number": f"{number:02}"}).text
        found += ["", banner, "", line, ""] if found else [banner, "", line, ""]
        if number == 1:
            found += [*_block(text, dice), *addressed, ""]
        found += [*page, "", banner]
    return [*found, "", "NNN"], meant, written


def _pages(lines: Sequence[str], first: int, dice: Dice) -> Iterator[list[str]]:
    """The lines in pages; none ends at a blank line, and the last is not the signature alone."""
    begin, least = 0, first + 2
    while begin < len(lines):
        stop = max(begin + dice.between(*_PAGE), least)
        while stop < len(lines) and (not lines[stop - 1] or not lines[stop]):
            stop += 1
        if stop >= len(lines) - 3:
            stop = len(lines)
        yield list(lines[begin:stop])
        begin = stop


def _block(text: StateText, dice: Dice) -> Iterator[str]:
    """The distribution block: who has how many copies."""
    sent = text.post == "STATE"
    offices = dice.some(words("bureau"), dice.between(2, _MOST_OFFICES))
    counts = [dice.below(_MOST_COPIES) for _ in offices]
    counts[0] = max(counts[0], 1)
    copies = [f"{office}-{count:02}" for office, count in zip(offices, counts, strict=True)]
    yield f"{dice.between(10, 99)}"
    role = "ORIGIN " if sent else "ACTION "
    facts = {"distribution_role": role, "office_copies_list": copies[:1]}
    yield write("state:distribution_line", facts).text
    yield ""
    facts = {
        "distribution_role": "INFO ",
        "office_copies_list": copies[1:],
        "copies_total": f"{sum(counts):03}",
        "copies_sign": "R" if sent else "W",
    }
    yield write("state:distribution_line", facts).text
    if sent:
        office, name = dice.choice(words("bureau")), dice.choice(words("surname"))
        drafting = {"drafting_office": office, "drafting_name": name}
        yield write("state:drafting_line", {"drafting_role": "DRAFTED BY ", **drafting}).text
        yield write("state:drafting_line", {"drafting_role": "APPROVED BY ", **drafting}).text
    numbers = {"block_rule": f"{_RULE} ", "block_numbers": f"{dice.below(1_000_000):06}"}
    yield write("state:distribution_rule", numbers).text


# ---- SMART ---------------------------------------------------------------------------------------


def _labelled(
    message: Telegram, text: StateText, meant: Heading, written: Written, dice: Dice
) -> _Printed:
    heading = _with_precedences(meant)
    banner = _banner(message)
    number = f"{int(text.number or 0)}"
    shown = [*_head(message, text, heading, number), "", *_body(written), ""]
    shown += [_label("Signature", text.signature or ""), "", *_tail(text, heading, dice)]
    said = written.said | {"number": number}
    return [banner, "", *shown, "", banner], heading, Written(tuple(shown), said)


def _head(message: Telegram, text: StateText, heading: Heading, number: str) -> Iterator[str]:
    dtg, order = heading.dtg, text.executive_order
    assert dtg is not None
    assert heading.originator is not None
    released = dtg.resolve(pivot=message.pivot)
    group = str(dtg).split()
    said = {
        "smart_date": f"{group[1].capitalize()} {dtg.day:02}, {released.year}",
        "day_of_month": f"{dtg.day:02}",
        "release_time": f"{dtg.hour:02}{dtg.minute:02}",
        "zone": dtg.zone,
        "month": group[1],
        "year": group[2],
    }
    yield _label("MRN", f"{released.year % 100:02} {text.post} {number}")
    yield write("state-smart:date_line", said).text
    yield write("state-smart:from_line", {"turned_name": heading.originator.name}).text
    yield _list("action", heading.action)
    if order is not None:
        terms = "" if order.not_applicable else f": {order.text}"
        yield _label("E.O.", f"{order.number}{terms}")
    yield _label("TAGS", ", ".join(map(str, text.tags)))
    yield from _goes_on("Captions", [str(caption) for caption in text.captions])
    cited = [
        f"{each.year % 100:02} {each.post} {each.number}" for each in text.references if each.year
    ]
    lettered = [f"{letter}) {each}" for letter, each in zip("ABC", cited, strict=False)]
    yield from _goes_on("Reference", lettered if len(cited) > 1 else cited)
    yield from _goes_on("Pass Line", list(text.pass_lines))
    if text.classified_by is not None:
        place = text.field_spans["classified_by"]
        line = " ".join(place.of(message.source.text).split())
        yield _label("Classified By", line.removeprefix("CLASSIFIED BY: "))
    yield _label("Subject", text.subject or "")


def _goes_on(label: str, lines: list[str]) -> list[str]:
    """A labelled line and those that go on from it."""
    return [_label(label, lines[0]), *lines[1:]] if lines else []


def _first(written: Written) -> int:
    """The line at which the paragraphs begin; a blank line stands above each and below the last."""
    blanks = [number for number, line in enumerate(written.lines) if not line]
    return blanks[-len(written.said["paragraphs"]) - 1] + 1


def _body(written: Written) -> tuple[str, ...]:
    """The paragraphs: what stands between the head and the signature."""
    return written.lines[_first(written) : -2]


def _tail(text: StateText, heading: Heading, dice: Dice) -> Iterator[str]:
    """Who wrote, cleared and released it, and who has it for information."""
    for label in ("Drafted By", "Approved By", "Released By"):
        person = f"{dice.choice(words('surname'))}, {dice.choice(words('given'))}"
        yield _label(label, f"{text.post}:{person}")
    if heading.info:
        yield _list("info", heading.info)
    yield _label("Dissemination Rule", "Archive Copy")


def _label(label: str, value: str) -> str:
    return write("state:smart_line", {"smart_label": label, "smart_value": value}).text


def _with_precedences(heading: Heading) -> Heading:
    """The heading with the precedence of each addressee beside it, as SMART shows it."""

    def own(addressees: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
        return tuple(
            Addressee(each.name, precedence=heading.effective_precedence(each))
            for each in addressees
        )

    return evolve(
        heading, precedence=PrecedencePair(), action=own(heading.action), info=own(heading.info)
    )


def _list(kind: str, addressees: Sequence[Addressee]) -> str:
    items = [
        f"{_turned(each.name)} {each.precedence.word}" for each in addressees if each.precedence
    ]
    return write(f"state-smart:{kind}_line", {"turned_addressees": items}).text


def _turned(name: str) -> str:
    begin = next((each for each in _TURNED if name.startswith(each)), None)
    return name if begin is None else f"{name.removeprefix(begin)}, {begin.strip()}"


_LAYOUTS: dict[str, Callable[[Telegram, StateText, Heading, Written, Dice], _Printed]] = {
    "state-1970s": _central,
    "state-smart": _labelled,
}

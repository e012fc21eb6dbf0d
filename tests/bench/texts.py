"""Full parses of telegrams, heading and text, beside programs written by hand.

Here: the texts that are read, and the comparison. Elsewhere: how rounds are timed (`run`).
"""

from collections.abc import Callable

import telegram
from tests.bench import handwritten, handwritten_sets, handwritten_state
from tests.bench.run import SEED, compare, fields, microseconds

STATE_FIELDS = (
    "post",
    "number",
    "year",
    "identifier",
    "section",
    "captions",
    "pass_lines",
    "executive_order",
    "tags",
    "subject",
    "references",
    "classified_by",
    "summary",
    "comment",
    "paragraphs",
    "signature",
)
SETS_FIELDS = (
    "general_message",
    "message_identifier",
    "subject",
    "references",
    "narratives",
    "contacts",
    "remarks",
    "released_by",
)
_HEADING = """\
VZCZCXYZ0020
PP RUEHWEB

DE RUEHXM #0412 0591530
ZNR UUUUU ZZH
P 281530Z FEB 08
FM AMEMBASSY PORT MERIDIAN
TO RUEHC/SECSTATE WASHDC PRIORITY 0010
INFO RUEHXH/AMCONSUL SALT HARBOR PRIORITY

"""
_STATE_HEAD = """\
UNCLAS SECTION 01 OF 01 PORT MERIDIAN 000412

SIPDIS

STATE FOR WHA/CEN

E.O. 12958: DECL: 02/28/2018
TAGS: PGOV, PREL, ECON, XM
SUBJECT: EXERCISE: AN INVENTED TELEGRAM OF MANY PARAGRAPHS,
WRITTEN TO BE MEASURED

REF: A. 07 STATE 131203 (NOTAL)
     B. SALT HARBOR 88

CLASSIFIED BY: Training Officer Pat Example for reasons 1.4 (b) and (d).

"""
_SENTENCE = "The invented harbor office of Salt Harbor counted its boats, and found"
_SETS_HEAD = """\
R 212216Z AUG 08
FM EXERCISE STAFF WASHINGTON DC
TO NAVADMIN
BT
UNCLAS
NAVADMIN 228/08
MSGID/GENADMIN/EXERCISE STAFF WASHINGTON DC/N1/AUG//
SUBJ/EXERCISE: AN INVENTED MESSAGE OF MANY PARAGRAPHS, WRITTEN TO BE
MEASURED//
REF/A/DOC/EXERCISE STAFF/15AUG05//
REF/B/MSG/EXERCISE STAFF/160004ZAUG06/NOTAL//
NARR/REF A IS AN INVENTED INSTRUCTION. REF B IS AN INVENTED MESSAGE//
POC/PAT EXAMPLE/LT/N1/LOC: WASHINGTON/TEL: 555-0100//
RMKS/"""


def state_text(size: int) -> str:
    """A State telegram of about `size` characters, of up to 999 numbered paragraphs."""
    length = max(size // 999, 1_000)
    lines = max(length // 71, 1)
    parts = [_HEADING, _STATE_HEAD]
    held, number = 600, 0
    while held < size - length // 2 and number < 999:
        number += 1
        opening, closing = "", ""
        if number == 1:
            opening, closing = "SUMMARY: ", " END SUMMARY."
        elif number == 5:
            opening, closing = "Comment: ", " End comment."
        body = "\n".join(f"{_SENTENCE} {(number * 37 + line) % 97:02}." for line in range(lines))
        parts.append(f"{number}. (U) {opening}{body}{closing}\n\n")
        held += len(parts[-1])
    parts.append("EXAMPLE\nBT\n#0412\nNNNN\n")
    return "".join(parts)


def sets_text(size: int) -> str:
    """A general message of about `size` characters, of up to 999 numbered paragraphs."""
    length = max(size // 999, 1_000)
    lines = max(length // 71, 1)
    parts = [_SETS_HEAD]
    held, number = 500, 0
    while held < size - length // 2 and number < 998:
        number += 1
        body = "\n".join(
            f"{_SENTENCE.upper()} {(number * 37 + line) % 97:02}." for line in range(lines)
        )
        parts.append(f"{number}.  {body}\n\n")
        held += len(parts[-1])
    parts.append(f"{number + 1}.  RELEASED BY VADM PAT EXAMPLE, N1.//\nBT\n#0000\nNNNN\n")
    return "".join(parts)


def state_fields(text: str) -> list[object]:
    """Every field of heading and State text, read."""
    message = telegram.parse(text)
    body = message.text
    return [*fields(message.heading), *[getattr(body, name) for name in STATE_FIELDS]]


def state_by_hand(text: str) -> list[object]:
    """The same, by the program that is written by hand."""
    _, heading, _ = handwritten.read(text)
    rest = text.partition("\nUNCLAS")[2]
    dtg = heading.dtg
    year = 2000 + dtg.year % 100 if dtg is not None and dtg.year is not None else None
    return [*fields(heading), *handwritten_state.read("UNCLAS" + rest, year)]


def sets_fields(text: str) -> list[object]:
    """Every field of heading and set-formatted text, read."""
    message = telegram.parse(text)
    body = message.text
    return [*fields(message.heading), *[getattr(body, name) for name in SETS_FIELDS]]


def sets_by_hand(text: str) -> list[object]:
    """The same, by the program that is written by hand."""
    _, heading, _ = handwritten.read(text)
    body = text.partition("\nBT\n")[2].rpartition("\nBT\n")[0]
    return [*fields(heading), *handwritten_sets.read(body)]


def renumbered(number: int) -> str:
    """The San Salvador telegram under other numbers, a word of each paragraph changed."""
    text = SEED.read_text("utf-8") if number == 0 else renumbered(0)
    return (
        text
        if number == 0
        else text.replace("1029", f"{number:04}").replace("conference", f"conference{number}")
    )


def classified() -> str:
    """The San Salvador telegram with references and a classifier, as most others have them."""
    text = SEED.read_text("utf-8")
    references = "REF: A. 07 STATE 131203 (NOTAL)\n     B. SALT HARBOR 88\n"
    classifier = "CLASSIFIED BY: Training Officer Pat Example for reasons 1.4 (b) and (d).\n"
    return text.replace("\n\n[1](#)1.", f"\n\n{references}\n{classifier}\n[1](#)1.", 1)


Ways = dict[str, Callable[[str], object]]
_STATE: Ways = {"hand-written": state_by_hand, "telegram": state_fields}
_SETS: Ways = {"hand-written": sets_by_hand, "telegram": sets_fields}
_SIZES = (250_000, 500_000, 1_000_000, 2_000_000)


def texts() -> None:
    """The cost of reading whole telegrams, and how it grows."""
    seed = SEED.read_text("utf-8")
    _same(_STATE, seed)
    _report("San Salvador, again and again", _STATE, [seed] * 40, 60, 20)
    _report(
        "San Salvador under other numbers", _STATE, [renumbered(n) for n in range(1, 2_000)], 60, 20
    )
    _same(_STATE, classified())
    _report("San Salvador with references and a classifier", _STATE, [classified()] * 40, 60, 20)
    for kind, ways, made in (("State", _STATE, state_text), ("sets", _SETS, sets_text)):
        _same(ways, made(20_000))
        million = made(1_000_000)
        _report(f"a {kind} text of {len(million)} characters", ways, [million], 15, 1)
        print(f"\n{kind} texts: ns a character")
        for size in _SIZES:
            text = made(size)
            spent = sorted(microseconds(ways["telegram"], [text]) for _ in range(5))[2]
            print(f"  {len(text):>9} characters {spent * 1e3 / len(text):>8.2f}")


def _same(ways: Ways, text: str) -> None:
    one, other = (way(text) for way in ways.values())
    assert one == other, "the ways must read the same"


def _report(name: str, ways: Ways, given: list[str], rounds: int, size: int) -> None:
    print(f"\n{name}\n  {'':<28} {'median':>12} {'ratio':>8}")
    compare(ways, given, rounds, size)

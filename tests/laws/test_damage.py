"""Damage to one line of a heading stays there: what is read in other lines, and what is wrong with
them, does not change.

A line means the format line, with the lines that continue it: nothing but the line before says what
a continuation is. The dialect is given; the damage puts in no line end, no prosign, no precedence
word, no classification word.
"""

import re
from itertools import groupby

from hypothesis import assume, given
from hypothesis import strategies as st

import telegram
from telegram.lines import Line
from telegram.parsing import parse
from telegram.source import Span
from telegram.syntax import matcher
from tests.laws.lines import CHARACTERS

MESSAGES = {
    "state": (
        "acp127-us",
        """VZCZCXYZ0020
PP RUEHC RUEHPE RUEHGT
DE RUEHSN #0412 0731545
ZNR UUUUU ZZH
P 141540Z MAR 11
FM AMEMBASSY SAN SALVADOR
TO RUEHC/SECSTATE WASHDC PRIORITY 0412
INFO RUEHPE/AMEMBASSY LIMA 0087
RUEHGT/AMEMBASSY GUATEMALA PRIORITY 0130
XMT AMEMBASSY SAN JOSE
GR 13
BT
UNCLAS SAN SALVADOR 000412
EXERCISE
BT
#0412
NNNN
""",
    ),
    "state, faulty": (
        "acp127-us",
        """VZCZCXYZ20
PP RUEHC RUEHPE RUEHC
DE RUEHSN #102 2412834
ZNR UUUU ZQX
P 310900Z FEB 75
FM AMEMBASSY EXERCISE//N1
TO RUEHX/ALL EXERCISE POSTS
INFO RUEHPE/AMEMBASSY LIMA//N2
BT
UNCLAS EXERCISE 000412
EXERCISE
BT
#0412
NNNN
""",
    ),
    "relay": (
        "acp127",
        """VZCZC051 UU
RR RBDZZA RXFZZB
DE RNFZZC 0051 22/1856Z
ZNR UUUUU
R 240000Z APR 2015
FM EXERCISE HQ ALFA
TO EXERCISE HQ BRAVO
INFO EXERCISE HQ CHARLIE
GRNC
BT
UNCLAS
EXERCISE
BT
NNNN
""",
    ),
    "header": (
        "janap128",
        """VZCZCABC231
OXAUZQQW RUWTABA0231 1051801-UUUU--RUEBXYZ RUCIAAA RUHPBBB RULSCCC
RUWJDDD
ZNR UUUUU ZQX
O R 151755Z Apr 02 ZYB
FM EXERCISE COMMAND ALFA//N3/N6//
TO EXERCISE SQUADRON ONE
RUCIAAA/EXERCISE SQUADRON TWO//OPS//
AIG 99001
ZEN/EXERCISE STAFF ALFA
INFO EXERCISE COMMAND BRAVO//J3
RUWJDDD/EXERCISE DEPOT
XMT EXERCISE SQUADRON NINE
BT
UNCLAS //N02300//
EXERCISE
BT
#0231
NNNN
""",
    ),
    "print": (
        "amhs",
        """UNCLASSIFIED//
ROUTINE
R 161600J JAN 20 MID110000307043U
FM EXERCISE COMMAND ALFA
TO EXERCISE ALL//N1
INFO EXERCISE COMMAND BRAVO//J3//
BT
UNCLAS
EXERCISE
BT
#0001
NNNN
""",
    ),
}
NOT_ADDED = frozenset(
    [
        "FM",
        "TO",
        "INFO",
        "XMT",
        "BT",
        "DE",
        "GR",
        "GRNC",
        "NNNN",
        "ZEN",
        "T",
        "AIG",
        "CAD",
        "FLASH",
        "NIACT",
        "IMMEDIATE",
        "PRIORITY",
        "ROUTINE",
        "UNCLAS",
        "UNCLASS",
        "UNCLASSIFIED",
        "SECRET",
        "CONFIDENTIAL",
        "RESTRICTED",
        "CUI",
        "SBU",
        "ZNR",
        "ZNY",
        "VZCZC",
        "ZCZC",
    ]
)
"""Words whose arrival would make another line of the damaged one."""
SINGLE_ELEMENT = re.compile(r"TG(?:3\d\d|4\d\d|50\d|510)")
"""Rules about one element; those that compare elements may speak of another line."""
HEADING_LINES = frozenset(f"FL{number}" for number in range(1, 11))


def words(line: str) -> list[str]:
    return re.split(r"[^A-Z]+", line)


def parts(lines: tuple[Line, ...]) -> list[tuple[str, list[Line]]]:
    """The lines by format line, a line and its continuations together."""
    return [
        (name, list(group))
        for name, group in groupby(lines, key=lambda line: line.format_line.name)
    ]


@st.composite
def damages(draw):
    """A dialect, a text, the same with a heading line damaged, and the bounds of its format line in
    both texts.
    """
    dialect, sound = MESSAGES[draw(st.sampled_from(sorted(MESSAGES)))]
    found = [
        group for name, group in parts(parse(sound, dialect=dialect).lines) if name in HEADING_LINES
    ]
    group = draw(st.sampled_from(found))
    line = draw(st.sampled_from(group))
    content = line.text
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(content)))
        left_out = draw(st.integers(0, 2))
        put_in = draw(st.text(alphabet=CHARACTERS, max_size=2))
        content = content[:place] + put_in + content[place + left_out :]
    assume(content.strip() != "")
    # A word that was there may come twice, but none of these may come anew.
    assume(not (set(words(content)) - set(words(line.text))) & NOT_ADDED)
    opens = ("plaindress:text_opening", "amhs:intrusion")
    assume(not any(matcher(rule).match(content.strip()) for rule in opens))
    text = sound[: line.content.start] + content + sound[line.content.end :]
    start, end = group[0].span.start, group[-1].span.end
    return dialect, sound, text, start, (end, end + len(text) - len(sound))


def elsewhere(text: str, span: Span, start: int, end: int) -> tuple[int, int] | None:
    """A span's distance from the start of the text, or from its end if it lies behind the part;
    None if inside.
    """
    if span.start >= end:
        return (span.start - len(text), span.end - len(text))
    return None if span.start >= start else (span.start, span.end)


@given(damages())
def test_other_lines_are_read_as_before(damage):
    dialect, sound, text, start, (end, new_end) = damage

    def read(source: str, stop: int):
        lines = parse(source, dialect=dialect).lines
        return [
            (
                place,
                line.format_line,
                line.rule,
                line.text,
                [(name, value) for name, value, _ in line.fields],
            )
            for line in lines
            if (place := elsewhere(source, line.span, start, stop)) is not None
        ]

    assert read(text, new_end) == read(sound, end)


@given(damages())
def test_single_element_findings_of_other_lines_stay_as_they_were(damage):
    dialect, sound, text, start, (end, new_end) = damage

    def found(source: str, stop: int):
        return [
            (place, finding.code, finding.message)
            for finding in telegram.check(source, dialect=dialect)
            if SINGLE_ELEMENT.fullmatch(finding.code)
            and (place := elsewhere(source, finding.span, start, stop)) is not None
        ]

    assert found(text, new_end) == found(sound, end)


def test_the_messages_of_this_law_have_findings_in_every_family_it_speaks_of():
    """Without findings the law above would hold of nothing."""
    codes = {
        finding.code[:3]
        for dialect, text in MESSAGES.values()
        for finding in telegram.check(text, dialect=dialect)
        if SINGLE_ELEMENT.fullmatch(finding.code)
    }

    assert codes == {"TG3", "TG4", "TG5"}

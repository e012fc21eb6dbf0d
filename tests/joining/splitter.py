"""A small splitter, for tests: a telegram cut into sections as State cuts them."""

from collections.abc import Sequence

POST = "PORT MERIDIAN 000412"
HEAD = """\
SIPDIS

E.O. 12958: N/A
TAGS: SENV, EFIS, US
SUBJECT: EXERCISE

"""


def message(text: str, *, suffix: str = "", mark: str = "", end: str = "\n") -> str:
    """A telegram with a text; perhaps a section of one."""
    lines = f"""\
VZCZCXRO4471
RR RUEHXH
DE RUEHXM #0412{suffix} 1571845
ZNR UUUUU ZZH
R 061840Z JUN 06
FM AMEMBASSY PORT MERIDIAN
TO RUEHC/SECSTATE WASHDC 7702
INFO RUEHXH/AMCONSUL SALT HARBOR 0240
BT
UNCLAS{mark} {POST}

{text}BT
#0412{suffix}

NNNN
"""
    return lines.replace("\n", end)


def sections(pieces: Sequence[str], *, head: str = HEAD, end: str = "\n") -> list[str]:
    """The sections that carry the pieces of a text: later ones repeat the head."""
    total = len(pieces)
    return [
        message(
            head + piece,
            suffix=f"/{number:02}",
            mark=f" SECTION {number:02} OF {total:02}",
            end=end,
        )
        for number, piece in enumerate(pieces, 1)
    ]

"""Messages of every procedure, drawn at random: valid, with headings as full as it allows."""

from datetime import datetime, timedelta

from hypothesis import strategies as st

from telegram import parse
from telegram.model import Telegram

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NAMES = (
    "EXERCISE WING ONE",
    "EXERCISE GROUP TWO",
    "SECSTATE WASHDC",
    "AMEMBASSY PORT MERIDIAN",
    "CDR 3D EXERCISE BDE",
    "ALL DIPLOMATIC POSTS COLLECTIVE",
    "AIG 99001",
)
LEVELS = (
    ("UNCLAS", "U"),
    ("UNCLAS E F T O", "E"),
    ("C O N F I D E N T I A L", "C"),
    ("S E C R E T", "S"),
)
CALLS = ("RFHT", "AAA9ZZ", "W1AW", "NOAS0")
WORDS = ("ROUTINE", "PRIORITY", "IMMEDIATE", "FLASH")

seven = st.text(LETTERS, min_size=6, max_size=6).map("R".__add__)
"""Routing indicators of JANAP 128, which other procedures take too."""
serials = st.integers(1, 9999).map("{:04}".format)
moments = st.datetimes(datetime(1975, 1, 1), datetime(2060, 1, 1))


@st.composite
def addresses(draw: st.DrawFn, prosign: str, *, counted: bool) -> list[str]:
    """The lines of addressees after a prosign."""
    lines = []
    for number, name in enumerate(draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))):
        line = draw(st.sampled_from(["", "ZEN/", "RUEHC/"])) + name
        if draw(st.booleans()):
            line += f"//{draw(st.sampled_from(['G3', 'N1/N6']))}//"
        if draw(st.booleans()):
            line += f" {draw(st.sampled_from(WORDS))}"
        if counted and draw(st.booleans()):
            line += f" {draw(serials)}"
        lines.append(line if number else f"{prosign} {line}")
    return lines


@st.composite
def messages(draw: st.DrawFn, dialect: str) -> Telegram:
    """A message of a procedure."""
    words, letter = draw(st.sampled_from(LEVELS))
    pair = draw(st.sampled_from(["R", "P", "O", "Z", "O R", "P R", "Z O"]))
    released = draw(moments)
    filed = released + timedelta(minutes=draw(st.integers(0, 300)))
    warning = f"{'ZNR' if letter == 'U' else 'ZNY'} {letter * 5}"
    called = draw(st.lists(seven, min_size=1, max_size=12, unique=True))
    station, serial = draw(seven), draw(serials)
    lines = []
    if dialect != "amhs" and draw(st.booleans()):
        lines.append(f"VZCZC{draw(st.sampled_from(['', 'XYZ']))}{draw(serials)}")
    if dialect == "janap128":
        media, content = (
            draw(st.sampled_from(["TT", "AA", "AT"])),
            draw(st.sampled_from(["ZYUW", "ZELW"])),
        )
        lines.append(
            f"{pair[0]}{media}{letter}{content} {station}{serial} {filed:%j%H%M}-{letter * 4}--"
            f"{called[0]}."
        )
    elif dialect == "acp126":
        signs = draw(st.lists(st.sampled_from(CALLS), min_size=1, max_size=4, unique=True))
        lines.append(" ".join(signs))
        lines.append(f"DE AAV9EX{draw(st.sampled_from(['', ' NR 118']))}")
    elif dialect != "amhs":
        day = f"{filed:%d/%H%MZ}" if dialect == "acp127" else f"{filed:%j%H%M}"
        sign = "#" if dialect == "acp127-us" else ""
        section = draw(st.sampled_from(["", "/02"])) if dialect == "acp127-us" else ""
        lines.append(f"{pair[0] * 2} {' '.join(called[:5])}")
        lines.append(f"DE {station} {sign}{serial}{section} {day}")
    if dialect != "amhs" or draw(st.booleans()):
        lines.append(warning)
    lines.append(f"{pair} {released:%d%H%MZ %b %y}".upper())
    lines.append(f"FM {draw(st.sampled_from(NAMES[:5]))}")
    action = draw(addresses("TO", counted=dialect == "acp127-us"))
    info = draw(addresses("INFO", counted=dialect == "acp127-us"))
    lines += action or ([] if info else ["TO EXERCISE COMMAND"])
    lines += info
    if draw(st.booleans()):
        lines.append("XMT EXERCISE DEPOT")
    lines += [
        "BT",
        words,
        *draw(st.lists(st.sampled_from(["1. EXERCISE.", "2. TEXT", ""]), max_size=4)),
        "BT",
    ]
    if dialect in ("acp127-us", "janap128"):
        lines.append(f"#{serial}")
    return parse("\n".join([*lines, "NNNN", ""]), dialect=dialect, pivot=1975)

"""Faults of the 1xx: characters, blanks, and the limits of lines and pages."""

import re

from telegram.faults.breaking import Change, Fault, after, before, swap
from telegram.model import Telegram
from telegram.source import Span

WORD = r"(?<=[A-Z])(?=[A-Z]{2})"
"""A place inside a word."""
SENTENCE = r"(?m)(?<=[A-Z]{3} )(?=[A-Z]{3,} [A-Z]{3})"
"""A place between words."""


def _page_name(message: Telegram) -> str:
    """Indicator and serial number, as page lines have them."""
    heading = message.heading
    indicator = getattr(heading.routing, "originator", None) or heading.spans.get(
        "station.indicator"
    )
    serial = getattr(heading.routing, "serial", None) or heading.spans.get("station.serial")
    return "".join(
        part.of(message.source.text) if isinstance(part, Span) else str(part or "")
        for part in (indicator, serial)
    )


def _level(line: str) -> str:
    """The level of a classification line, as page lines have it."""
    found = re.match(r"(?:[A-Z] +)+[A-Z](?= |$)|UNCLAS", line)
    return found.group() if found else line


def _six_pages(match: "re.Match[str]", message: Telegram) -> str:
    """The classification line and page lines 2 to 6."""
    line, name = match.group(1), _page_name(message)
    pages = [f"PAGE {page} {name} {_level(line)}" for page in ("02", "03", "04", "05", "⟦06⟧")]
    return "\n".join([line, *pages, ""])


def _long_page(match: "re.Match[str]", message: Telegram) -> str:
    """The classification line, twenty lines, a page line and a line."""
    line, lines = match.group(1), "EXERCISE LINE\n" * 19
    page = f"PAGE 02 {_page_name(message)} {_level(line)}"
    return f"{line}\n{lines}⟦EXERCISE LINE⟧\n{page}\nEXERCISE LINE\n"


FAULTS = (
    Fault(
        "TG101",
        "a letter outside ASCII comes in bytes that are no UTF-8",
        swap("text", WORD, "⟦Ñ⟧"),
        encoded="cp1252",
        also="TG135 TG131 TG133",
    ),
    Fault("TG102", "a byte-order mark stands before the message", before("source", "⟦\ufeff⟧")),
    Fault(
        "TG103",
        "a line of the heading begins with blanks",
        before("FL6", "⟦  ⟧"),
        before("FL7", "⟦   ⟧"),
    ),
    Fault("TG104", "blanks are doubled after a prosign", swap("FL6", r"(?<=^FM) ", "⟦   ⟧")),
    Fault("TG105", "a tab stands for the blank after a prosign", swap("FL6", r"(?<=^FM) ", "⟦\t⟧")),
    Fault("TG106", "a no-break space stands for a blank", swap("FL6", r"(?<=^FM) ", "⟦\xa0⟧")),
    Fault(
        "TG107",
        "a link shows a word of the originator",
        swap("originator", r"EXERCISE|EMBASSY", r"⟦[\g<0>](#)⟧"),
    ),
    Fault(
        "TG108",
        "a typographic apostrophe stands in a name",
        swap("originator.name", r"(?<=[A-Z])(?=[A-Z])", "⟦\u2019⟧"),
        also="TG365 TG816 TG884",
    ),
    Fault(
        "TG109",
        "an invisible character stands inside a word",
        swap("originator.name", WORD, "⟦\u200b⟧"),
        swap("action[*].name", WORD, "⟦\u200b⟧", "⟦\u00ad⟧"),
    ),
    Fault(
        "TG110",
        "a teleprinter function character stands before a line",
        before("FL6", "⟦\x07⟧", "⟦\x00⟧"),
    ),
    Fault("TG117", "a link stands before a paragraph", swap("text", r"^(?=[12]\.)", "⟦[1](#)⟧")),
    Fault(
        "TG118",
        "a line ends with a hard line break of markdown",
        swap("FL5", r"(?<=\w)$", "⟦\\\\⟧"),
        swap("FL6", r"(?<=\w)$", "⟦\\\\⟧"),
    ),
    Fault("TG111", "a pilcrow stands before a paragraph", swap("text", r"^(?=[12]\.)", "⟦¶⟧")),
    Fault(
        "TG112",
        "a blank line follows every line",
        Change("source", r"(?<=[^\r\n])\n", "\n⟦⟧\n", every=True),
        judged="kept",
    ),
    Fault("TG113", "blank lines stand above the message", before("source", "⟦⟧\n")),
    Fault(
        "TG114",
        "a blank line stands in the heading",
        before("FL7+", "⟦⟧\n"),
        before("FL6+", "⟦⟧\n"),
    ),
    Fault(
        "TG115", "two blanks stand before the month", swap("dtg", r"(?<=Z) ", "⟦  ⟧"), also="TG408"
    ),
    Fault(
        "TG116",
        "small letters stand in a line that must be exact",
        after("dtg", " ⟦zyb⟧"),
        also="TG343",
    ),
    Fault(
        "TG121",
        "a line of the text is run over its length",
        swap("text", r"^(?=[12]\.)(.*)$", r"⟦\1" + " AND EXERCISE" * 6 + "⟧"),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG122",
        "a line of the heading has more than 4,000 characters",
        before("FL11+", "⟦" + "X" * 4100 + "⟧\n"),
        also="TG121",
    ),
    Fault(
        "TG131",
        "a sign that the circuit cannot send stands in the text",
        swap("text", SENTENCE, "50⟦%⟧ OF "),
        where="acp127-us janap128/",
    ),
    Fault(
        "TG132",
        "a word of the text is in small letters",
        swap("text", r"(?<=[A-Z]{3} )E(?=XERCISE)", "E⟦xercise⟧ AND E"),
        swap("text", r"(?<= )([A-Z])(?=[A-Z]{4,} )", r"\1⟦xercise⟧ \1"),
        where="acp127 acp127-us janap128/sets plain",
    ),
    Fault(
        "TG133",
        "a sign that only one of two teleprinter sets has stands in the text",
        swap("text", SENTENCE, "⟦$⟧50 "),
        where="acp127/",
    ),
    Fault(
        "TG134",
        "a control character stands in the text",
        swap("text", SENTENCE, "⟦\x07⟧", "⟦\x0e⟧", "⟦\x02⟧"),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG135",
        "a letter with an accent stands in the text",
        swap("text", SENTENCE, "The caf⟦é⟧ is closed. "),
        swap("text", WORD, "⟦É⟧"),
        also="TG131 TG132 TG133",
        where="acp127 acp127-us janap128/state",
    ),
    Fault(
        "TG181",
        "a page of the text has more than twenty lines",
        swap("text", r"\A(.*)\n[\s\S]*\Z", _long_page),
        where="acp127 acp127-us janap128/sets plain",
    ),
    Fault(
        "TG182",
        "a sixth page line stands in one section",
        swap("text", r"\A(.*)\n[\s\S]*\Z", _six_pages),
        where="acp127 acp127-us janap128/",
    ),
)

"""Faults of the 85x to 88x: markings, and set-formatted texts against headings."""

import re

from telegram.faults.breaking import Change, Fault, Way, before, swap, whole
from telegram.faults.in_classification import marked, opened
from telegram.faults.in_comparisons import TS, C, S, U
from telegram.model import Telegram


def _year(message: Telegram) -> str:
    """The last two figures of the message's year."""
    return str(message.heading.dtg)[-2:]


def _general_message(_: "re.Match[str]", message: Telegram) -> str:
    return f"⟦NAVADMIN 001/{_year(message)}⟧\n"


def _later_day(_: "re.Match[str]", message: Telegram) -> str:
    return f"⟦31DEC{_year(message)}⟧"


FAULTS = (
    Fault(
        "TG850",
        "a mark is above the banner",
        *(
            opened(level, f"⟦{word}⟧", f"({mark})")
            for level, word, mark in (
                (C, "CONFIDENTIAL//NOFORN", "S//NF"),
                (S, "SECRET//NOFORN", "TS//NF"),
            )
        ),
        also="TG863 TG854",
        where="/sets plain",
    ),
    Fault(
        "TG851",
        "the group count is not that of the text",
        Way(
            before("FL11+", "GR ⟦9⟧\n"),
            whole("text", "ABCDE FGHIJ KLMNO PQRST UVWXY\nZABCD EFGHI ABCDE\n"),
        ),
    ),
    Fault(
        "TG863",
        "a paragraph has no mark, and others have",
        swap(
            "text",
            r"^RMKS/[\s\S]*?//(?=\s*\Z|\s*\nDECL)",
            "RMKS/1. (U) THE EXERCISE BEGINS.\n⟦2⟧. THE EXERCISE ENDS.//",
        ),
        also="TG769 TG855",
        where="/sets",
    ),
    Fault(
        "TG853",
        "EFTO stands on a text whose heading has no EFTO",
        swap("class", r"\AUNCLAS(?= //|\Z)", "⟦UNCLAS⟧ E F T O"),
        where="acp127 acp127-us janap128/sets plain",
    ),
    Fault(
        "TG854",
        "a mark is above the level of the text",
        marked("S", "TS"),
        Way(whole("class", r"⟦\g<0>⟧"), swap("text.paragraphs[*].marking", r"\AC\Z", "S")),
        *(
            Way(
                swap("class", rf"\A({word})(?= |\Z)", r"⟦\1⟧"),
                swap("text.paragraphs[*].marking", rf"\A{mark}\Z", more),
            )
            for word, mark, more in (
                ("UNCLAS", "U", "C"),
                ("C O N F I D E N T I A L", "C", "S"),
                ("S E C R E T", "S", "TS"),
            )
        ),
        *(
            opened(level, r"⟦\g<0>⟧", f"({mark})")
            for level, mark in ((C, "S/NF"), (S, "TS"), (U, "C"))
        ),
        also="TG863 TG860",
    ),
    Fault(
        "TG855",
        "the level of the text is above all its marks",
        Way(
            swap("class", r"\A(S E C R E T)(?= )", r"⟦\1⟧"),
            Change("text.paragraphs[*].marking", r"\AS\Z", "C", every=True),
        ),
        Way(
            swap("class", r"\A(C O N F I D E N T I A L)(?= )", r"⟦\1⟧"),
            Change("text.paragraphs[*].marking", r"\AC\Z", "U", every=True),
        ),
        *(
            opened(level, r"⟦\g<0>⟧", f"({mark})")
            for level, mark in ((S, "C"), (TS, "S"), (C, "U"))
        ),
        also="TG863",
        where="/state",
    ),
    Fault(
        "TG856",
        "the banner has another level than the classification line",
        *(
            Way(before("FL5+", "⟦UNCLASSIFIED//⟧\n"), swap("class", word, r"\g<0>"))
            for word in (r"\AS E C R E T", r"\AC O N F I D E N T I A L")
        ),
        Way(before("FL5+", "⟦SECRET//⟧\n"), swap("class", r"\AUNCLAS", r"\g<0>")),
        also="TG832",
        where="amhs/",
    ),
    Fault(
        "TG859",
        "the text has SPECAT, and the security warning has no special handling",
        swap("class", r"\A(S E C R E T)(?= //|\Z)", r"⟦\1⟧ SPECAT"),
        where="acp127 acp127-us janap128/sets plain",
    ),
    Fault(
        "TG860",
        "the classification line lacks a caption of the marks",
        Way(
            swap("class", r"\A(S E C R E T|C O N F I D E N T I A L)(?= )", r"⟦\1⟧"),
            swap("text.paragraphs[*].marking", r"\A([SC])\Z", r"\1/NF"),
        ),
        opened(S, r"⟦S E C R E T⟧", "(S/NF)"),
        also="TG863",
    ),
    Fault(
        "TG862",
        "the line releases the text to others than the marks",
        opened(S, "⟦S E C R E T⟧ REL TO USA, GBR //N05510//", "(S//REL TO USA, AUS)"),
        opened(S, "⟦S E C R E T⟧ REL TO USA, GBR", "(S//REL TO USA, AUS)"),
        also="TG863 TG672",
        where="/sets plain",
    ),
    Fault(
        "TG852",
        "the banner lacks a control of the marks",
        Way(
            swap("class", r"\AS E C R E T(?: //N\d{5}//)?\Z", "⟦SECRET//NOFORN⟧"),
            swap(
                "text",
                r"^RMKS/[\s\S]*?//(?=\s*\Z|\s*\nDECL)",
                "RMKS/1. (S//SI//NF) THE EXERCISE BEGINS.\n2. (U) THE EXERCISE ENDS.//",
            ),
        ),
        also="TG769",
        where="/sets",
    ),
    Fault(
        "TG865",
        "the text says NOFORN, and the heading has release codes",
        Way(
            swap("security.characters", r"\A(\w)\1{4}\Z", r"\1\1\1CX"),
            swap("class", r"\A(S E C R E T|C O N F I D E N T I A L)(?= //|\Z)", r"⟦\1⟧ NOFORN"),
        ),
        also="TG833 TG359",
        where="acp127 acp127-us janap128/sets plain",
    ),
    Fault(
        "TG881",
        "the address block of the text is from another originator",
        swap("text", r"\A(.*)\n", r"\1\n⟦FM EXERCISE GROUP//N1//⟧\n"),
        where="/sets",
    ),
    Fault(
        "TG882",
        "the general message is not addressed to those of its series",
        Way(
            swap("text", r"^[A-Z]+ (\d+/\d\d)$", r"⟦NAVADMIN \1⟧"), whole("action[0].name", "ALNAV")
        ),
        Way(swap("text", r"^(?=MSGID|EXER)", _general_message), whole("action[0].name", "ALNAV")),
        where="/sets",
    ),
    Fault(
        "TG883",
        "the general message has the number of another year",
        swap("text", r"^([A-Z]+ \d+/)\d\d$", r"⟦\g<1>68⟧", r"⟦\g<1>71⟧"),
        where="acp127 acp127-us/sets",
    ),
    Fault(
        "TG884",
        "the identifier names another originator",
        swap(
            "text.message_identifier.originator", r".+", "⟦EXERCISE GROUP⟧", "⟦OTHER HEADQUARTERS⟧"
        ),
        where="/sets",
    ),
    Fault(
        "TG885",
        "a reference is later than the message",
        swap("text.references[*].date", r"\A\d\d[A-Z]{3}\d\d\Z", _later_day),
        where="acp127 acp127-us amhs/sets",
    ),
    Fault(
        "TG886",
        "the identifier names another month",
        *(
            swap("text.message_identifier.month", rf"\A(?!{month}|{near})[A-Z]+\Z", f"⟦{month}⟧")
            for month, near in (("DEC", "JAN|NOV"), ("JUN", "JUL|MAY"))
        ),
        where="/sets",
    ),
    Fault(
        "TG887",
        "an unclassified text says when it is declassified",
        swap("text", r"//\n?\Z", "//\n⟦DECL⟧/01JAN2068//\n"),
        where="/sets",
    ),
    Fault(
        "TG888",
        "a classified text says nothing of its declassification",
        Way(
            swap("class", r"\A(?:[A-Z] +)+[A-Z](?= )", r"⟦\g<0>⟧"), swap("text", r"^DECL/.*\n?", "")
        ),
        where="/sets",
    ),
)

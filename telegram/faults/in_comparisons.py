"""Faults of the 8xx: one element against another."""

import re

from telegram.faults.breaking import Change, Fault, Way, before, swap, whole
from telegram.model import Telegram

U, C, S, TS = "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"


def _action_again(_: "re.Match[str]", message: Telegram) -> str:
    return f"⟦{message.heading.action[0].name}⟧\n"


LOWER = {"Z": "O", "Y": "O", "O": "P", "P": "R"}
FAULTS = (
    Fault(
        "TG801",
        "the precedence of the routing line is below that of the message",
        *(
            swap("routing.precedence", rf"\A{one}{one}\Z", f"⟦{low}{low}⟧")
            for one, low in LOWER.items()
        ),
        *(swap("routing.precedence", rf"\A{one}\Z", f"⟦{low}⟧") for one, low in LOWER.items()),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG802",
        "the precedence of the routing line is above that of the message",
        swap("routing.precedence", r"\A[RP]\Z", "⟦O⟧"),
        swap("routing.precedence", r"\A(?:RR|PP)\Z", "⟦OO⟧"),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG803",
        "the precedence of an addressee is above that of the message",
        swap("action[*].name", r"(?<=.)\Z", " ⟦PRIORITY⟧", " ⟦IMMEDIATE⟧"),
        swap("info[*].name", r"(?<=.)\Z", " ⟦IMMEDIATE⟧"),
        also="TG801",
    ),
    Fault(
        "TG804",
        "a precedence for information is given, and nobody is informed",
        swap("FL5", r"\A([A-Z])(?= \d)", r"\1 ⟦R⟧"),
    ),
    Fault(
        "TG805",
        "another precedence is printed above the heading",
        swap("FL5+", r"\A(?=[OPZ] )", "⟦ROUTINE⟧\n"),
        swap("FL5+", r"\A(?=R )", "⟦PRIORITY⟧\n"),
        where="amhs/",
    ),
    Fault(
        "TG811",
        "the validation has another number",
        swap("ending.serial", r"\A(\d\d)\d\d\Z", r"⟦\g<1>98⟧", r"⟦\g<1>97⟧"),
        where="acp127-us janap128/",
    ),
    Fault(
        "TG812",
        "a page line has another number",
        swap("PAGE", r"(PAGE \d\d )(\w+?)(\d{4}) ", r"\1⟦\g<2>9998⟧ "),
        also="TG817",
        where="acp127 acp127-us janap128/state sets",
    ),
    Fault(
        "TG813",
        "the channel is none of the station",
        swap("transmission.channel", r"\A(..).\Z", r"⟦QZ1⟧".replace("1", "X"), "⟦XQA⟧"),
        where="janap128/",
    ),
    Fault(
        "TG814",
        "the section of the serial number is not that of the text",
        Way(swap("station.serial", r"\Z", "/⟦01⟧"), swap("text.post", r"\A", "SECTION 02 OF 02 ")),
        where="acp127-us/state",
    ),
    Fault(
        "TG815",
        "the number of the section is above their count",
        swap("text.post", r"\A", "SECTION ⟦03⟧ OF 02 "),
        also="TG819",
        where="/state",
    ),
    Fault(
        "TG816",
        "the text is numbered by another post",
        swap("text.post", r"\A(?!LIMA).*\Z", "⟦LIMA⟧"),
        where="/state",
    ),
    Fault(
        "TG817",
        "the number of the text is not the serial number",
        swap("text.number", r"\A\d{6}\Z", "⟦009876⟧", "⟦008765⟧"),
        where="acp127 acp127-us/state",
    ),
    Fault(
        "TG818",
        "the station is another than that of the originator",
        swap("station.indicator", r"\A(?!RUEHPE).*\Z", "⟦RUEHPE⟧"),
        swap("routing.originator", r"\A(?!RUEHPE)RUEH.*\Z", "⟦RUEHLIM⟧", "⟦RUEHROM⟧"),
        also="TG844",
        where="acp127 acp127-us/state",
    ),
    Fault(
        "TG819",
        "the serial number has no section",
        Way(whole("station.serial", r"⟦\g<0>⟧"), swap("text.post", r"\A", "SECTION 02 OF 02 ")),
        where="acp127 acp127-us/state",
    ),
    Fault(
        "TG821",
        "the message was filed before it was released",
        Way(
            swap("dtg", r"\A(\d\d)(?:0[0-9]|1[0-5])", r"\g<1>23"),
            whole("station.filed", r"⟦\g<0>⟧"),
        ),
        Way(
            swap("dtg", r"\A(\d\d)(?:0[0-9]|1[0-5])", r"\g<1>23"),
            whole("routing.filed", r"⟦\g<0>⟧"),
        ),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG822",
        "the message was filed long after it was released",
        swap("routing.filed", r"\A0(\d)(\d{5})\Z", r"⟦3\1\2⟧"),
        swap("routing.filed", r"\A1([0-4])(\d{5})\Z", r"⟦2\1\2⟧"),
        swap("routing.filed", r"\A(\d)[0-5](\d{5})\Z", r"⟦\g<1>6\2⟧"),
        swap("routing.filed", r"\A(\d\d)[0-4](\d{4})\Z", r"⟦\g<1>9\2⟧"),
        where="janap128/",
    ),
    Fault(
        "TG831",
        "the security warning has another level than the header",
        swap("FL4", r"\AZNR UUUUU", "ZNR ⟦UUUUU⟧"),
        Way(
            swap("security.characters", r"\ASSSSS\Z", "⟦CCCCC⟧"),
            swap("class", r"\AS E C R E T", "C O N F I D E N T I A L"),
        ),
        Way(
            swap("routing.classification", r"\AU\Z", "C"),
            whole("routing.redundancy", "CCCC"),
            whole("security.characters", r"⟦\g<0>⟧"),
        ),
        also="TG832",
        where="janap128/",
    ),
    Fault(
        "TG832",
        "the text has another level than the heading",
        swap("class", r"\AS E C R E T", "⟦C O N F I D E N T I A L⟧"),
        swap("class", r"\AUNCLAS", "⟦C O N F I D E N T I A L⟧"),
        swap("class", r"\AC O N F I D E N T I A L", "⟦S E C R E T⟧"),
        also="TG854 TG888",
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG833",
        "the security warning has other release codes than the header",
        Way(
            swap("routing.redundancy", r"\A(\w)\1\1\1\Z", r"\1\1CX"),
            swap("security.characters", r"\A(\w)\1{4}\Z", r"⟦\1\1\1CC⟧"),
        ),
        also="TG359",
        where="janap128/",
    ),
    Fault(
        "TG834",
        "the first line has another class than the security warning",
        swap("FL1", r" UU\Z", " ⟦CC⟧"),
        swap("FL1", r" (?:CC|SS|TT)\Z", " ⟦UU⟧"),
        where="acp127/",
    ),
    Fault(
        "TG835",
        "the special handling needs a higher level",
        swap("security.characters", r"\A[CS]{5}\Z", r"\g<0>/⟦AAAAA⟧"),
        also="TG859",
        where="acp127 acp127-us janap128/",
    ),
    Fault("TG841", "an addressee stands twice", swap("FL11+", r"\A", _action_again), also="TG843"),
    Fault(
        "TG842",
        "somebody is exempted, and no addressee is a collective",
        before("FL11+", "XMT ⟦AMEMBASSY SPECIMEN⟧\n", "XMT ⟦EXERCISE UNIT⟧\n"),
    ),
    Fault(
        "TG843",
        "an indicator of the addresses is not called",
        swap("action[*].routing_indicator", r"\AR.*\Z", "⟦RUCIAAA⟧"),
        swap("info[*].routing_indicator", r"\AR.*\Z", "⟦RUCIAAA⟧"),
        also="TG304 TG844",
        where="janap128/",
    ),
    Fault(
        "TG844",
        "an indicator stands before another post",
        swap("info[*].routing_indicator", r"\ARUEH.*\Z", "⟦RUEHSN⟧", "⟦RUEHPE⟧"),
        swap("action[*].routing_indicator", r"\ARUEH.*\Z", "⟦RUEHSN⟧", "⟦RUEHPE⟧"),
        also="TG843",
        where="acp127 acp127-us janap128/state",
    ),
    Fault(
        "TG845",
        "an addressee stands below the exempted one",
        Way(
            before(
                "FL11+",
                "ALL AMERICAN REPUBLIC DIPLOMATIC POSTS\nXMT AMEMBASSY MANAGUA\n⟦AMEMBASSY LIMA⟧\n",
            ),
            Change("FL7", r"\bR[A-Z]+/", "", every=True),
            Change("FL8", r"\bR[A-Z]+/", "", every=True),
        ),
        Way(
            before(
                "FL11+",
                "INFO ALL AMERICAN REPUBLIC DIPLOMATIC POSTS\nXMT AMEMBASSY MANAGUA\n"
                "⟦AMEMBASSY LIMA⟧\n",
            ),
            Change("FL7", r"\bR[A-Z]+/", "", every=True),
        ),
        where="acp127-us/state",
    ),
)

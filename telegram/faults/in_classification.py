"""Faults of the 5xx: the security warning, the classification line, and markings.

The faults of markings put the marking of the rule's own example in place of the classification
line of a message of the same level.
"""

from telegram.catalogue import example, rule
from telegram.faults.breaking import Fault, Way, swap

LINES = {
    "UNCLASSIFIED": r"UNCLAS",
    "CONFIDENTIAL": r"C O N F I D E N T I A L",
    "SECRET": r"S E C R E T",
    "TOP SECRET": r"T O P  S E C R E T",
}
"""Classification lines, by level."""
CODE = r"(?: //N\d{5}//)?"
"""A subject code behind the level."""


def line(level: str, *put: str) -> Way:
    """The whole classification line of a level, replaced."""
    return Way(swap("class", rf"\A{LINES[level]}{CODE}\Z", *put))


def marking(
    code: str, done: str, *levels: str, where: str = "/sets plain", also: str = "", put: str = ""
) -> Fault:
    """The marking of a rule's example stands for the classification line of such a level."""
    text, spans = example(rule(code))
    shown = text.rstrip("\n")
    if spans:
        first = spans[0]
        shown = f"{shown[: first.start]}⟦{shown[first.start : first.end]}⟧{shown[first.end :]}"
    ways = (line(level, put or shown) for level in (levels or ("SECRET",)))
    return Fault(code, done, *ways, where=where, also=also)


def opened(level: str, first: str, mark: str) -> Way:
    """A classification line, and a text of one marked paragraph."""
    written = first.replace(r"\g<0>", r"\1")
    return Way(
        swap(
            "text",
            rf"\A({LINES[level]}){CODE}$[\s\S]*\Z",
            f"{written}\n\n{mark} THE EXERCISE BEGINS.\n",
        )
    )


def marked(level: str, mark: str) -> Way:
    """A State paragraph's mark of a level, replaced."""
    return Way(swap("text.paragraphs[*].marking", rf"\A{level}\Z", mark))


U, C, S, TS = "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"

FAULTS = (
    Fault(
        "TG501",
        "ZNR goes with classified text, or ZNY with unclassified",
        swap("FL4", r"\AZNR(?= UU)", "⟦ZNY⟧"),
        swap("FL4", r"\AZNY(?= [CST])", "⟦ZNR⟧"),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG502",
        "a letter of the security characters is lost",
        swap("security.characters", r"\A(\w)\w{4}\Z", r"⟦\1\1\1\1⟧"),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG503",
        "the security characters are those of special security traffic",
        swap("FL4", r"\AZNY [CST]{5}", "ZNY ⟦MMNSH⟧"),
        where="acp127-us janap128/",
    ),
    Fault(
        "TG504",
        "the special handling has four letters",
        swap("security.characters", r"\A[CST]{5}\Z", r"\g<0>/⟦BBBB⟧"),
        also="TG859",
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG505",
        "the security characters are left out",
        swap("FL4", r"\A(ZN[RY])(?: \w{5})", r"\1⟦⟧"),
        where="acp127 acp127-us janap128/sets plain",
    ),
    Fault(
        "TG511",
        "the level is spelled in full",
        swap("class", r"\AUNCLAS(?= [A-Z])", "⟦UNCLASSIFIED⟧"),
        where="/state",
    ),
    marking("TG513", "a control stands in a second category"),
    marking("TG514", "one slant parts two categories"),
    marking("TG515", "a control is none that the tables list"),
    marking("TG516", "a control stands twice"),
    marking("TG517", "controls are out of order"),
    marking("TG519", "a second level stands in the marking"),
    Fault(
        "TG520",
        "a declassification value stands in the banner",
        line(
            S,
            "SECRET//NOFORN//⟦X1⟧",
            "SECRET//NOFORN//⟦25X1⟧",
            "SECRET//NOFORN//⟦MR⟧",
            "SECRET//NOFORN//⟦20301231⟧",
        ),
        where="/sets plain",
    ),
    marking("TG521", "no slants stand before a foreign classification"),
    marking("TG522", "the owner of a foreign classification is left out"),
    marking(
        "TG523", "RESTRICTED stands as a level of the United States", U, C, where="amhs/sets plain"
    ),
    marking("TG524", "COSMIC stands before a level below TOP SECRET"),
    marking("TG525", "COSMIC is left out before TOP SECRET", TS),
    Fault(
        "TG526",
        "a mark spells out NATO",
        opened(S, r"SECRET//NOFORN", r"(//⟦NATO S⟧)"),
        opened(S, r"\g<0>", r"(//⟦NATO S⟧)"),
        where="/sets plain",
    ),
    marking("TG527", "level and control of NATO are joined by a blank"),
    marking("TG529", "BOHEMIA goes with a level below COSMIC TOP SECRET"),
    marking("TG530", "ATOMAL goes with another owner than NATO"),
    marking("TG531", "joint material of the United States is RESTRICTED", U, C),
    marking("TG534", "a control goes with a level that it has not", C),
    marking("TG535", "a control goes without the one that it needs"),
    marking("TG536", "two controls stand together that exclude each other"),
    marking("TG538", "CNWDI goes without RD"),
    marking("TG539", "a sigma has a number out of range"),
    marking("TG540", "a sigma has a number that is not assigned"),
    marking("TG541", "sigmas are out of order"),
    marking("TG543", "the indicator of special access stands twice"),
    marking("TG544", "special access programs are out of order"),
    marking("TG545", "control systems are out of order", TS),
    marking("TG546", "RSV goes without a compartment"),
    marking("TG547", "FGI stands in a foreign marking"),
    marking("TG548", "USA stands as a foreign source"),
    marking("TG549", "USA is left out of a release"),
    marking("TG550", "USA is not the first of a release"),
    marking("TG551", "USA stands alone in a release"),
    marking("TG552", "a country is none that the tables list"),
    marking("TG553", "countries are out of order"),
    marking("TG554", "a country stands twice"),
    marking("TG555", "a blank parts two countries"),
    marking("TG556", "a release names no country"),
    Fault(
        "TG557",
        "a mark releases, and the line does not say to whom",
        opened(S, "SECRET//NOFORN", "(S//⟦REL⟧)"),
        also="TG850 TG852 TG863 TG854",
        where="/sets plain",
    ),
    marking("TG558", "a control is one that was retired"),
    Fault(
        "TG560",
        "the classification line is left out",
        swap("class", r"\AUNCLAS.*\Z", "⟦THE EXERCISE BEGINS ON MONDAY.⟧"),
        swap("class", r"\A[A-Z] [A-Z] .*\Z", "⟦THE EXERCISE BEGINS ON MONDAY.⟧"),
        where="/sets plain",
    ),
    Fault(
        "TG561",
        "a letter of the level is lost",
        swap("class", r"\AUNCLAS(?= //|\Z)", "⟦UNCLASSIFED⟧", "⟦UNCLASIFIED⟧"),
        where="/sets plain",
    ),
    Fault(
        "TG562",
        "the letters of the level are not parted by blanks",
        line(C, "⟦CONFIDENTIAL⟧ //N05510//"),
        line(S, "⟦SECRET⟧ //N05510//"),
        where="/sets plain",
    ),
    Fault(
        "TG563",
        "some letters of the level are parted by blanks, others not",
        line(S, "⟦S E CRET⟧ NOFORN", "⟦S E CRET⟧"),
        where="/sets plain",
    ),
    Fault(
        "TG564",
        "the letters of UNCLAS are parted by blanks",
        swap("class", r"\AUNCLAS(?= //|\Z)", "⟦U N C L A S⟧"),
        where="/sets plain",
    ),
    Fault(
        "TG565",
        "the subject code stands between three slants",
        swap("class", r"(?<= )(//N\d{5}//)", r"⟦/\1⟧"),
        where="/sets",
    ),
    Fault(
        "TG566",
        "the subject code has a figure too few",
        swap("class", r"(?<= )(//N\d{4})\d//", r"⟦\1//⟧"),
        where="/sets",
    ),
    Fault(
        "TG567",
        "the subject code is left as a form",
        swap("class", r"(?<= )//N\d{5}//", r"⟦//NXXXXX//⟧"),
        where="/sets",
    ),
    Fault(
        "TG568",
        "a slant ends the classification line",
        swap("class", r"\AUNCLAS\Z", "UNCLAS⟦/⟧"),
        where="/plain",
    ),
    Fault(
        "TG570",
        "EFTO stands on a classified text",
        line(S, "S E C R E T ⟦E F T O⟧"),
        line(C, "C O N F I D E N T I A L ⟦E F T O⟧"),
        also="TG853",
        where="/sets plain",
    ),
    Fault(
        "TG571",
        "FOUO stands on a classified text",
        line(S, "S E C R E T ⟦FOUO⟧ //N05230//", "S E C R E T ⟦FOUO⟧"),
        where="/sets plain",
    ),
    Fault(
        "TG572",
        "SPECAT stands on an unclassified text",
        line(U, "UNCLAS ⟦SPECAT⟧ //N03120//", "UNCLAS ⟦SPECAT⟧"),
        also="TG859",
        where="/sets plain",
    ),
    Fault(
        "TG573",
        "SIOP-ESI stands on a text below TOP SECRET",
        line(S, "S E C R E T ⟦SPECAT SIOP-ESI⟧ //N03710//"),
        also="TG859",
        where="/sets plain",
    ),
    Fault(
        "TG574",
        "LIMDIS stands on an unclassified text",
        line(U, "UNCLAS ⟦LIMDIS⟧ //N01000//", "UNCLAS ⟦LIMDIS⟧"),
        where="/sets plain",
    ),
    marking("TG575", "a category is empty", put="SECRET//⟦⟧//NOFORN"),
    marking("TG576", "a category is out of order"),
    Fault(
        "TG577",
        "the letters of a telegram's level are not parted by blanks",
        swap("class", r"\AS E C R E T(?= [A-Z])", "⟦SECRET⟧"),
        swap("class", r"\AC O N F I D E N T I A L(?= [A-Z])", "⟦CONFIDENTIAL⟧"),
        where="/state",
    ),
    Fault(
        "TG578",
        "a paragraph's mark is in small letters",
        marked("S", "S/⟦nf⟧"),
        marked("C", "⟦c⟧"),
        opened(S, "S E C R E T NOFORN", "(S/⟦nf⟧)"),
        opened(S, r"\g<0>", "(S/⟦nf⟧)"),
        where="amhs/sets plain",
    ),
    Fault(
        "TG579",
        "a blank stands in a paragraph's mark",
        marked("S", "S/⟦ ⟧NF"),
        opened(S, r"\g<0>", "(S/⟦ ⟧NF)"),
        marked("U", "⟦ ⟧U"),
        also="TG860",
        where="/sets plain",
    ),
    Fault(
        "TG584",
        "a paragraph's mark spells out the level",
        opened(S, "SECRET//NOFORN", "(⟦SECRET⟧//NF)"),
        marked("S", "⟦SECRET⟧"),
        where="/sets plain",
    ),
    marking("TG585", "a control is abbreviated in the banner"),
    Fault(
        "TG586",
        "a paragraph's mark spells out a control",
        opened(S, "SECRET//NOFORN", "(S//⟦NOFORN⟧)"),
        opened(S, r"\g<0>", "(S//⟦NOFORN⟧)"),
        marked("S", "S//⟦NOFORN⟧"),
        also="TG863 TG860",
        where="/sets plain",
    ),
    Fault(
        "TG587",
        "a paragraph's mark spells out CONTROLLED",
        opened(U, r"\g<0>", "(⟦CONTROLLED⟧)"),
        marked("U", "⟦CONTROLLED⟧"),
        also="TG863",
        where="/sets plain",
    ),
    Fault(
        "TG588",
        "controls of a paragraph's mark are in small letters",
        opened(S, "SECRET//NOFORN", "(S//⟦nf⟧)"),
        opened(S, r"\g<0>", "(S//⟦nf⟧)"),
        marked("S", "S//⟦nf⟧"),
        also="TG863 TG860 TG578",
        where="amhs/sets plain",
    ),
    marking("TG589", "a blank stands beside a separator"),
    Fault(
        "TG592",
        "the order line has the terms of an older order",
        swap("text.executive_order", r"\A(E\.O\. \d+: )DECL: .*\Z", r"⟦\1GDS⟧"),
        also="TG622",
        where="/state",
    ),
    *(
        Fault(
            code,
            done,
            swap("text", r"^(?=CLASSIFIED BY)", f"Declassify On: {put}\n"),
            swap("text", r"^(?=DECL/)", f"Declassify On: {put}\n"),
            swap("text", r"^(?=1\.)", f"Declassify On: {put}\n"),
            where="/state plain",
            also=also,
        )
        for code, done, put, also in (
            (
                "TG593",
                "a value stands in the declassification line that was retired",
                "⟦OADR⟧",
                "TG132",
            ),
            (
                "TG596",
                "the date of the declassification line is in another form",
                "⟦10/14/2020⟧",
                "TG132",
            ),
            ("TG597", "an exemption has no date in the declassification line", "⟦25X1⟧", "TG132"),
            (
                "TG598",
                "the declassification line has a date that does not exist",
                "⟦20210231⟧",
                "TG132",
            ),
        )
    ),
    Fault(
        "TG595",
        "the declassification line has no value",
        swap("text", r"^(?=CLASSIFIED BY|1\.|DECL/)", "⟦Declassify On:⟧\n"),
        also="TG132",
        where="/state plain",
    ),
)

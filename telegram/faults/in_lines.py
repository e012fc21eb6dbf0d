"""Faults of the 2xx: format lines that are missing, doubled, or out of order."""

from telegram.faults.breaking import Fault, Mark, Way, after, before, cut, swap, whole

FIRST_WORD = r"\A\S+"
WIRE = ("FL1+", "FL2+", "FL3+", "FL4+")

FAULTS = (
    Fault(
        "TG201",
        "nothing but a line of text is left",
        whole("source", "⟦EXERCISE TEXT WITHOUT A HEADING⟧\n"),
    ),
    Fault(
        "TG219",
        "a warning of a weather service",
        whole(
            "source",
            "⟦WTPN31 PGTW 202100⟧\nMSGID/GENADMIN/EXERCISE CENTER//\nSUBJ/EXERCISE WARNING//\n"
            "RMKS/1. EXERCISE.//\n",
        ),
    ),
    Fault(
        "TG202",
        "a second message follows",
        after(
            "source",
            "\n\n⟦R 051500Z MAR 74⟧\nFM EXERCISE STAFF\nTO EXERCISE UNIT\nBT\nUNCLAS\nBT\nNNNN\n",
        ),
        also="TG254",
    ),
    Fault(
        "TG203",
        "the lines that the network needs are cut off the copy",
        Way(cut("FL1+"), cut("FL2+"), cut("FL3+"), cut("FL4+"), mark=Mark("FL5", FIRST_WORD)),
        Way(cut("FL1+"), cut("FL2+"), cut("FL4+"), mark=Mark("FL5", FIRST_WORD)),
        judged="kept",
        where="acp127 acp127-us/",
    ),
    Fault(
        "TG204",
        "the transmission identification is left out",
        Way(cut("FL1+"), mark=Mark("FL2", FIRST_WORD)),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG205",
        "the routing line is left out",
        Way(cut("FL2+"), mark=Mark("FL3", FIRST_WORD)),
        where="acp127 acp127-us/",
    ),
    Fault(
        "TG206",
        "the header is left out",
        Way(cut("FL2+"), mark=Mark("FL4", FIRST_WORD)),
        where="janap128/",
    ),
    Fault(
        "TG207",
        "the line of the calling station is left out",
        Way(cut("FL3+"), mark=Mark("FL4", FIRST_WORD)),
        where="acp127 acp127-us/",
    ),
    Fault(
        "TG208",
        "the security warning is left out",
        Way(cut("FL4+"), mark=Mark("FL5", FIRST_WORD)),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG209",
        "precedence and date-time group are left out",
        Way(cut("FL5+"), mark=Mark("FL6", FIRST_WORD)),
    ),
    Fault("TG210", "the originator is left out", Way(cut("FL6+"), mark=Mark("FL7", FIRST_WORD))),
    Fault(
        "TG211",
        "all addressees are left out",
        Way(cut("FL7+"), cut("FL8+"), mark=Mark("FL11", FIRST_WORD)),
        Way(cut("FL7+"), mark=Mark("FL11", FIRST_WORD)),
    ),
    Fault(
        "TG218",
        "originator and addressees of a general message are left out",
        *(
            Way(*(cut(f"{line}+") for line in lines), swap("text", find, put))
            for lines in (("FL6", "FL7", "FL8"), ("FL6", "FL7"))
            for find, put in (
                (r"^([A-Z]+ \d+/\d\d)$", r"⟦\1⟧"),
                (r"^(?=MSGID|EXER)", "⟦NAVADMIN 001/20⟧\n"),
            )
        ),
        where="amhs/sets",
        also="TG883",
    ),
    Fault(
        "TG212",
        "the BT before the text is left out",
        Way(cut("FL11+"), mark=Mark("class", FIRST_WORD)),
    ),
    Fault(
        "TG213",
        "the validation number is left out",
        Way(cut("FL15+"), mark=Mark("FL13", r"\Z")),
        where="acp127-us janap128/",
    ),
    Fault(
        "TG214",
        "the end of message is left out",
        Way(cut("FL16+"), mark=Mark("FL15", r"\Z")),
        Way(cut("FL16+"), mark=Mark("FL13", r"\Z")),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG215",
        "the whole ending is left out",
        Way(cut("FL13+"), cut("FL15+"), cut("FL16+"), mark=Mark("text", r"(?<=\S)(?=\s*\Z)")),
        Way(cut("FL13+"), cut("FL16+"), mark=Mark("text", r"(?<=\S)(?=\s*\Z)")),
        Way(cut("FL13+"), mark=Mark("text", r"(?<=\S)(?=\s*\Z)")),
        judged="kept",
    ),
    Fault("TG216", "the text is left out", Way(cut("FL12+"), mark=Mark("FL11", r"\Z"))),
    Fault(
        "TG217",
        "nobody is addressed for action",
        Way(cut("FL7+"), mark=Mark("FL8", FIRST_WORD)),
        where="/state",
    ),
    Fault(
        "TG221",
        "a line of the heading stands twice",
        *(
            swap(f"{line}+", r"(?s)\A(.*)(\n)", r"\1\2⟦\1⟧\2")
            for line in ("FL3", "FL4", "FL5", "FL1")
        ),
    ),
    Fault(
        "TG222",
        "precedence and date-time group stand below the addressees",
        Way(swap("FL5+", r"(?s)\A.*\Z", ""), before("FL11+", "⟦R 051430Z MAR 74⟧\n")),
        where="amhs/plain",
    ),
    Fault(
        "TG223",
        "a second originator stands before the text",
        before("FL11+", "⟦FM⟧ EXERCISE COMMAND CHARLIE\n"),
        also="TG212 TG225 TG601",
        where="/state plain",
    ),
    Fault(
        "TG224", "TO stands after INFO", swap("FL8+", r"(?s)\A(.*)\Z", r"\1⟦TO⟧ EXERCISE UNIT\n")
    ),
    Fault(
        "TG225",
        "a BT stands within the text",
        swap("text", r"^(?=2\.)", "⟦BT⟧\n"),
        where="/sets plain",
    ),
    Fault(
        "TG226",
        "a remark stands between validation and end of message",
        swap("FL15+", r"(?s)\A(.*)\Z", r"\1⟦EXERCISE REMARK⟧\n"),
        where="acp127-us janap128/plain",
    ),
    Fault(
        "TG227",
        "line feeds before the end of message are left out",
        Way(cut("BLANK+"), mark=Mark("FL16")),
        judged="as_sent",
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG241",
        "a page number is skipped",
        swap("PAGE", r"(?<=^PAGE )02", "⟦04⟧"),
        where="acp127 acp127-us janap128/state sets",
    ),
    Fault(
        "TG250",
        "a line that is no format line stands in the heading",
        before("FL6+", "⟦-- EXERCISE LOGO --⟧\n"),
    ),
    Fault(
        "TG251",
        "a terminal printed a line above the heading",
        before("FL5+", "⟦QQQQ⟧\n"),
        where="amhs/",
    ),
    Fault(
        "TG252",
        "a banner is printed above the heading",
        before("FL2+", "⟦UNCLASSIFIED//⟧\n"),
        where="acp127 acp127-us janap128/",
    ),
    Fault(
        "TG253",
        "a page line stands in the heading",
        before("FL8+", "⟦PAGE 02 STATE 000412 141540Z⟧\n"),
        before("FL11+", "⟦PAGE 02  STATE  000412  141540Z⟧\n"),
        before("FL7+", "⟦PAGE 02  STATE  000412  141540Z⟧\n"),
    ),
    Fault(
        "TG254",
        "a terminal printed a line below the message",
        after("source", "⟦PRINTED BY EXERCISE TERMINAL⟧\n"),
    ),
    Fault(
        "TG255",
        "the originator stands on the line of the date-time group",
        swap("source", r"\nFM ", " ⟦FM⟧ "),
    ),
    Fault(
        "TG256",
        "an address is wrapped at its office codes",
        swap("FL6", r"\A(FM .*?)//(.+)//\Z", "⟦\\1//⟧\n\\2//"),
        where="acp127 acp127-us amhs/sets plain",
    ),
)

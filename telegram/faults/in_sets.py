"""Faults of the 7xx: set-formatted texts."""

from telegram.faults.breaking import Change, Fault, Mark, Way, swap

LINE = r"[^/\n]+"
REF = r"^REF/A/[A-Z]+/"
ID = r"^MSGID/GENADMIN"
REFERENCE = r"^(REF/A/)([A-Z]+)/([^/]+)/([^/\n]+)(/-)?//"


def sets(code: str, done: str, *ways: Way | Change, where: str = "/sets", also: str = "") -> Fault:
    """A fault of set-formatted texts."""
    return Fault(code, done, *ways, where=where, also=also)


def text(find: str, *put: str) -> Change:
    """A pattern in the text, replaced."""
    return swap("text", find, *put)


def above(name: str, *put: str) -> Change:
    """A line before a set."""
    return text(rf"^(?={name}/)", *(f"{each}\n" for each in put))


FAULTS = (
    sets(
        "TG701",
        "the identifier stands behind the subject",
        text(r"^(MSGID)(/.*)\n(SUBJ/.*//)$", r"\3\n⟦\1⟧\2"),
    ),
    sets(
        "TG702",
        "the subject is left out",
        Way(text(r"^SUBJ/[^/]*//\n", ""), mark=Mark("text", r"^(?:EXER|MSGID)")),
    ),
    sets(
        "TG703",
        "the subject stands twice",
        text(r"^(SUBJ)(/[^/]*//)\n", r"\1\2\n⟦\1⟧/EXERCISE TWO//\n"),
    ),
    sets(
        "TG704",
        "the passing instruction stands below the general-message number",
        text(r"^([A-Z]+ \d+/\d\d)\n", r"\1\n⟦PASS TO OFFICE CODES:⟧\n"),
        where="acp127 acp127-us/sets",
    ),
    sets(
        "TG705",
        "a word of the passing instruction is misspelt",
        text(r"\A(.*)\n", r"\1\nPASS TO ⟦OFFCIE⟧ CODES:\n"),
    ),
    sets(
        "TG706",
        "the lines of the second address block are run together",
        text(r"\A(.*)\n", r"\1\nFM EXERCISE STAFF//N1// ⟦TO EXERCISE UNIT⟧\n"),
        also="TG881",
    ),
    sets("TG707", "the subject code is of no group", swap("class", r"//N\d{5}//", "//⟦N20000⟧//")),
    sets(
        "TG708",
        "a word follows the subject code",
        swap("class", r"(//N\d{5}//)\Z", r"\1 ⟦EXERCISE⟧"),
    ),
    sets(
        "TG711", "the slants at the end of the subject are lost", text(r"^(SUBJ/[^/]*)//$", r"\1⟦⟧")
    ),
    sets(
        "TG712",
        "the slants at the end of the remarks are lost",
        text(r"//(?=\s*\Z|\s*\nDECL)", "⟦⟧"),
    ),
    sets(
        "TG713", "slants stand inside the identifier", text(r"^(MSGID/GENADMIN/[^/]*)/", r"\1⟦//⟧")
    ),
    sets(
        "TG714",
        "a set begins inside a line",
        text(r"(?<=//)\n(REF)(?=/A/)", r" ⟦\1⟧"),
        where="amhs/sets",
    ),
    sets(
        "TG715", "the name of a set is misspelt", text(r"^(?:AMPN|NARR)(?=/)", "⟦APMN⟧", "⟦NRAR⟧")
    ),
    sets(
        "TG716",
        "the name of a set is none that is known",
        above("RMKS", "⟦WXYZ⟧/EXERCISE/ONE//"),
        above("POC", "⟦WXYZ⟧/EXERCISE/ONE//"),
    ),
    sets("TG717", "blanks stand beside a slant", text(r"^SUBJ/", "SUBJ⟦ / ⟧")),
    sets("TG718", "two slants follow the name of a set", text(r"^SUBJ/", "SUBJ⟦//⟧")),
    sets(
        "TG719",
        "a subject is in small letters",
        text(r"^SUBJ/[^/]*//", "SUBJ/⟦Exercise⟧//"),
        also="TG132",
    ),
    sets(
        "TG721",
        "office codes stand between single slants",
        text(r"\A(.*)\n", r"\1\nFM EXERCISE STAFF⟦/N1//⟧\n"),
        also="TG881",
    ),
    sets(
        "TG722",
        "a blank stands beside the slants of office codes",
        text(r"\A(.*)\n", r"\1\nFM EXERCISE STAFF⟦// N1//⟧\n"),
        also="TG881",
    ),
    sets(
        "TG723",
        "a subject code stands for an office",
        text(r"\A(.*)\n", r"\1\nFM EXERCISE STAFF⟦//N01300//⟧\n"),
        also="TG881",
    ),
    sets(
        "TG731",
        "the general-message number has a long year",
        text(r"^([A-Z]+) (\d+)/(\d\d)\n", r"⟦\1 \2/20\3⟧\n", r"⟦\1 01/20\3⟧\n"),
        above("MSGID", "⟦NAVADMIN 01/2020⟧"),
        also="TG882 TG883",
    ),
    sets(
        "TG732",
        "slants follow the general-message number",
        text(r"^([A-Z]+ \d+/\d\d)\n", r"⟦\1//⟧\n"),
        where="acp127 acp127-us/sets",
    ),
    sets(
        "TG733",
        "the general-message number stands below the identifier",
        text(r"^([A-Z]+ \d+/\d\d)\n((?:EXER.*\n)?MSGID/.*)\n", r"\2\n⟦\1⟧\n"),
        where="acp127 acp127-us/sets",
    ),
    sets("TG741", "exercise and operation stand together", above("MSGID", "⟦OPER⟧/BRAVO//")),
    sets(
        "TG742",
        "the exercise stands behind the subject",
        text(r"^EXER(/.*)\n(MSGID/.*)\n(SUBJ/[^/]*//)\n", r"\2\n\3\n⟦EXER⟧\1\n"),
        also="TG701",
    ),
    sets(
        "TG743",
        "the format of the identifier is left out",
        text(r"^MSGID/GENADMIN/([^/]*)/[^/]*/", r"MSGID/⟦\1⟧/1/"),
    ),
    sets(
        "TG744", "the format of the identifier is none that is known", text(ID, "MSGID/⟦NAVADMIN⟧")
    ),
    sets(
        "TG745",
        "the identifier has no originator",
        text(r"^MSGID/(GENADMIN)/.*//$", r"MSGID/⟦\1⟧//"),
    ),
    sets(
        "TG746",
        "a year follows the month of the identifier",
        text(r"^(MSGID/.*)/([A-Z]{3})//$", r"\1/⟦\2 20⟧//"),
    ),
    sets(
        "TG747",
        "an office stands for the number of the identifier",
        text(r"^(MSGID/GENADMIN/[^/]*)/[^/]*/", r"\1/⟦N1⟧/"),
    ),
    sets(
        "TG748",
        "the identifier has a field too many",
        text(r"^(MSGID/GENADMIN/[^/]*/[^/]*)/([A-Z]{3})//", r"\1/-/⟦\2⟧//"),
    ),
    sets("TG751", "the subject is empty", text(r"^SUBJ/[^/]*//", "⟦SUBJ⟧///"), also="TG711 TG718"),
    sets(
        "TG752", "words follow the end of the subject", text(r"^(SUBJ/[^/]*//)$", r"\1 ⟦(CHANGED)⟧")
    ),
    sets(
        "TG754",
        "the subject has four lines",
        text(r"^SUBJ/[^/]*//", "⟦SUBJ⟧/EXERCISE ONE\nAND TWO\nAND THREE\nAND FOUR//"),
    ),
    sets(
        "TG761",
        "a letter of the references is skipped",
        text(r"^REF/B/", "REF/⟦C⟧/"),
        text(r"^REF/A/", "REF/⟦B⟧/"),
        also="TG770 TG768 TG769 TG702",
    ),
    sets(
        "TG762",
        "a blank stands between REF and its letter",
        text(r"^REF/([A-Z])/", r"⟦REF \1⟧/"),
        also="TG717",
    ),
    sets("TG763", "a field of a reference is left out", text(REFERENCE, r"REF/⟦A/\3/\4⟧//")),
    sets(
        "TG764",
        "the type of a reference is none that is known",
        text(REFERENCE, r"\1⟦PLAN⟧/\3/\4\5//"),
    ),
    sets("TG765", "a reference has no date", text(REFERENCE, r"REF/⟦A/\2/\3/PLAN NINE⟧//")),
    sets("TG766", "a field of a reference has a label", text(REFERENCE, r"\1⟦MSGID:\2⟧/\3/\4\5//")),
    sets("TG767", "a field too many stands in a reference", text(REFERENCE, r"\1\2/\3/⟦N1⟧/\4//")),
    sets(
        "TG768",
        "a set explains a reference that is not listed",
        text(r"^(AMPN|NARR)/.*(?:\n(?!POC|RMKS).*)*$", r"⟦\1⟧/REF M IS THE EXERCISE PLAN.//"),
        text(r"^(AMPN|NARR)/", r"⟦\1⟧/REF M IS THE PLAN. "),
    ),
    sets(
        "TG769",
        "the remarks do not mention a reference",
        Way(
            text(r"(?<=^2\.  )REF A [A-Z ]+\.", "EXERCISE."),
            swap("text.references[0].letter", r"(?s)\A.*\Z", r"⟦\g<0>⟧"),
        ),
    ),
    sets(
        "TG770",
        "the remarks cite a reference that is not listed",
        text(r"^(3\.  )", r"\1⟦REF M⟧ APPLIES. "),
        text(r"^(2\.  )", r"\1⟦REF M⟧ APPLIES. "),
    ),
    sets(
        "TG771",
        "a narrative is the first set",
        text(r"^(?=EXER/|OPER/)", "⟦NARR⟧/THE EXERCISE IS OVER.//\n"),
        also="TG701",
    ),
    sets(
        "TG772",
        "an amplification explains several references, or a narrative one",
        text(r"^AMPN(?=/)", "⟦NARR⟧"),
        text(r"^NARR(?=/)", "⟦AMPN⟧"),
    ),
    sets(
        "TG773",
        "slants stand inside a narrative",
        text(r"^(NARR/[^/]*?\.)\s(REF B)", r"\1⟦//⟧\n\2"),
        where="acp127 acp127-us amhs/sets",
    ),
    sets(
        "TG775",
        "a point of contact has no address",
        text(r"^POC/([^/]*)/(.*)/TEL:.*$", r"POC/⟦\1⟧/\2//"),
    ),
    sets("TG776", "a point of contact has no name", text(r"^POC/.*$", "⟦POC⟧/TEL:(555)555-0100//")),
    sets("TG781", "the name of the remarks is left out", text(r"^RMKS/1\.", "⟦1.⟧"), also="TG702"),
    sets(
        "TG782",
        "a number of a paragraph is skipped",
        text(r"^2\.(?=  )", "⟦3.⟧"),
        text(r"^3\.(?=  )", "⟦4.⟧"),
    ),
    sets("TG783", "text follows the remarks", text(r"//\n?\Z", "//\n⟦END OF EXERCISE.⟧\n")),
    sets(
        "TG785",
        "the acknowledgement is neither YES nor NO",
        above("RMKS", "AKNLDG/⟦PERHAPS⟧//"),
        text(r"//\n?\Z", "//\nAKNLDG/⟦PERHAPS⟧//\n"),
    ),
    sets(
        "TG788",
        "a time frame ends before it begins",
        above("RMKS", "TIMEFRAM/FROM:020600ZJAN2020/⟦TO:010600ZJAN2020⟧//"),
        above("POC", "TIMEFRAM/FROM:020600ZJAN2020/⟦TO:010600ZJAN2020⟧//"),
    ),
    sets(
        "TG791",
        "the date of a reference does not exist",
        text(r"^(REF/A/DOC/[^/]*/)\d\d[A-Z]{3}(\d\d)", r"\1⟦31FEB\2⟧"),
        where="acp127 acp127-us amhs/sets",
    ),
    sets(
        "TG792",
        "the date of a reference is written with blanks",
        text(r"^(REF/A/DOC/[^/]*/)\d?(\d)([A-Z]{3})(\d\d)", r"\1⟦\2 \3 \4⟧"),
        where="acp127 acp127-us amhs/sets",
    ),
    sets(
        "TG793",
        "the time of a reference has no zone",
        text(r"^(REF/[A-Z]/MSG/[^/]*/)(\d{6})Z([A-Z]{3})(\d\d)", r"\1⟦\2 \3 \4⟧", r"\1⟦\2\3\4⟧"),
        where="janap128 amhs/sets",
    ),
)

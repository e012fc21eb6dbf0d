"""Faults of the 6xx: the texts of State telegrams."""

from telegram.faults.breaking import (
    Change,
    Fault,
    Judged,
    Mark,
    Way,
    before,
    swap,
    whole,
)

ORDER = r"^E\.O\. \d+:.*\n"
CAPTION = "text.captions[*]"
PASS = "text.pass_lines[*]"
BY = "text.classified_by"
LAST = r"(\s*\n)([A-Z]+)(\s*)\Z"
"""The signature at the end of the text."""


def state(
    code: str,
    done: str,
    *ways: Way | Change,
    where: str = "/state",
    also: str = "",
    judged: Judged = "both",
) -> Fault:
    """A fault of State texts."""
    return Fault(code, done, *ways, where=where, also=also, judged=judged)


def captions(put: str) -> Change:
    """Other captions for those of the text."""
    return swap(CAPTION, r"\ASIPDIS\Z", put)


def references(put: str) -> Change:
    """Another reference for a single one."""
    return swap("text", r"^REF: (?!A\.).*(?:\n .+)*$", f"REF: {put}")


PAGES = "PAGE {} {} {} {}"

FAULTS = (
    state(
        "TG601",
        "the classification line is left out",
        Way(swap("text", r"\A.*\n\s*", ""), mark=Mark(CAPTION)),
        also="TG816 TG817",
    ),
    state(
        "TG602",
        "the subject is left out",
        Way(swap("text", r"^SUBJECT: (?:.+\n)+\n?", ""), mark=Mark("class")),
    ),
    state(
        "TG603",
        "the line of the executive order, or that of TAGS, is left out",
        Way(swap("text", ORDER, ""), mark=Mark("class")),
        Way(swap("text", r"^TAGS: (?:.+\n)(?=SUBJECT)", ""), mark=Mark("class")),
        also="TG662",
    ),
    state(
        "TG604",
        "the line of TAGS stands before that of the order",
        swap("text", r"^(E\.O\. .*)(\n)(TAGS.*)(?=\n)", r"\3\2⟦\1⟧"),
    ),
    state(
        "TG605",
        "the line of the order stands twice",
        swap("text", r"^(E\.O\. .*)(\n)(?=TAGS)", r"\1\2⟦\1⟧\2"),
    ),
    state(
        "TG606", "the number is left out", swap("class", r"\A(.*) \d{6}\Z", r"⟦\1⟧"), also="TG816"
    ),
    state(
        "TG607",
        "the post is none that is known",
        whole("text.post", "⟦SAN SALVADR⟧", "⟦BOGTOA⟧"),
        also="TG816",
    ),
    state("TG608", "AMEMBASSY stands before the post", before("text.post", "⟦AMEMBASSY⟧ ")),
    state(
        "TG609",
        "the mark of the section is misspelt",
        swap("text.post", r"\A", "⟦SECTIN 01 OF 01⟧ "),
    ),
    state(
        "TG610",
        "the lines of the head are run together",
        swap(
            "text",
            r"\A(UNCLAS.*)\n\n?SIPDIS\n[\s\S]*?^(E\.O\. .*)\n(TAGS.*)\n(SUBJECT: .*)(?:\n.+)*$",
            r"⟦\1 SIPDIS \2 \3 SUBJECT: X⟧",
        ),
        also="TG121",
    ),
    state(
        "TG611",
        "a note says that the record is a partial extract",
        before("class", "⟦This record is a partial extract of the original cable.⟧\n"),
        also="TG132",
    ),
    state("TG612", "captions are out of order", captions("SIPDIS\n⟦EXDIS⟧")),
    state("TG613", "two channels are named", captions("MED CHANNEL\n⟦TM CHANNEL⟧")),
    state(
        "TG614",
        "a distribution caption stands with the AGREMENT CHANNEL",
        captions("AGREMENT CHANNEL\n⟦NODIS⟧\nSENSITIVE"),
        captions("AGREMENT CHANNEL\n⟦NODIS⟧"),
    ),
    state("TG615", "two captions stand on one line", captions("SIPDIS ⟦NOFORN⟧"), also="TG860"),
    state("TG616", "SENSITIVE stands on a classified telegram", captions("⟦SENSITIVE⟧")),
    state("TG617", "a caption is misspelt", captions("⟦SIPDSI⟧")),
    state("TG618", "a caption stands twice", captions("SIPDIS\n\n⟦SIPDIS⟧")),
    state("TG619", "OFFICIAL INFORMAL stands on one line", captions("⟦OFFICIAL INFORMAL⟧")),
    state(
        "TG620",
        "the text says that it is a corrected copy",
        captions("⟦C O R R E C T E D  C O P Y - PARA 2⟧"),
    ),
    state(
        "TG621",
        "the order is one of other years",
        swap("text.executive_order", r"\AE\.O\. (?!11652)\d+: N/A\Z", "⟦E.O. 11652: N/A⟧"),
        swap("text.executive_order", r"\AE\.O\. 11652: N/A\Z", "⟦E.O. 13526: N/A⟧"),
    ),
    state(
        "TG622",
        "the order of a classified telegram says N/A",
        swap("text.executive_order", r"\A(E\.O\. \d+): (?!N/A).*\Z", r"⟦\1: N/A⟧"),
    ),
    state(
        "TG623",
        "the order of an unclassified telegram has a date",
        swap(
            "text.executive_order",
            r"\A(E\.O\. \d+): N/A\Z",
            r"⟦\1: DECL: 06/06/2018⟧",
            r"⟦\1: DECL: 06/06/2040⟧",
        ),
    ),
    state(
        "TG624",
        "the date of the order does not exist",
        swap("text.executive_order", r"\A(.*DECL: )\d\d/\d\d(/\d+)\Z", r"⟦\g<1>31/12\2⟧"),
    ),
    state(
        "TG625",
        "the date of the order lies before the telegram",
        swap(
            "text.executive_order",
            r"\A(.*DECL: \d\d/\d\d)/\d+\Z",
            r"⟦\1/1970⟧",
            r"⟦\1/1990⟧",
            r"⟦\1/2001⟧",
        ),
    ),
    state(
        "TG626",
        "a zero stands for the letter in E.O.",
        swap("text.executive_order", r"\AE\.O\.(.*)\Z", r"⟦E.0.\1⟧"),
    ),
    state(
        "TG627",
        "the order is none that was issued",
        swap("text.executive_order", r"\A(E\.O\. \d{4})\d(.*)\Z", r"⟦\1\2⟧"),
    ),
    state(
        "TG631",
        "TAGS name no subject",
        swap("text", r"^TAGS: [A-Z].*(?:\n [A-Z].*)*$", "⟦TAGS: ES, US⟧"),
    ),
    state(
        "TG632",
        "TAGS have one that is not known",
        swap("text.tags[*]", r"\A[A-Z]{4}\Z", r"\g<0>, ⟦POGV⟧"),
    ),
    state(
        "TG633",
        "TAGS have one twice",
        swap("text.tags", r"\ATAGS: ([A-Z]{4}), (.*)\Z", r"TAGS: \1, \2, ⟦\1⟧"),
    ),
    state(
        "TG634",
        "a TAG stands without the name that it needs",
        swap("text", r"^TAGS: [A-Z]{4}", "TAGS: ⟦OVIP⟧"),
    ),
    state(
        "TG635", "TAGS are parted by blanks", swap("text.tags", r"\ATAGS: .*\Z", "⟦TAGS: AMGT ES⟧")
    ),
    state(
        "TG636",
        "two TAGS are run together",
        swap("text.tags", r"\ATAGS: [A-Z]{4}", "TAGS: ⟦ECONEFIN⟧"),
    ),
    state(
        "TG637",
        "a semicolon follows the label of TAGS",
        swap("text.tags", r"\ATAGS: (.*)\Z", r"⟦TAGS; \1⟧"),
        where="acp127-us janap128 amhs/state",
    ),
    state("TG638", "TAGS name no country", swap("text.tags", r"\ATAGS: .*\Z", "⟦TAGS: AMGT⟧")),
    state(
        "TG639",
        "a TAG is in small letters",
        swap("text.tags[*]", r"\A[A-Z]{2}\Z", "⟦Es⟧"),
        also="TG132",
    ),
    state("TG641", "the subject is empty", swap("text", r"^SUBJECT: (?:.+\n)+", "⟦SUBJECT:⟧\n")),
    state(
        "TG642",
        "a hyphen stands behind the label of the subject",
        swap("text", r"^SUBJECT:", "⟦SUBJECT -⟧"),
    ),
    state(
        "TG643",
        "the mark of the subject is above the level",
        swap("text", r"^SUBJECT: ", "SUBJECT: ⟦(TS)⟧ ", "SUBJECT: ⟦(C)⟧ "),
        also="TG854 TG850",
    ),
    state(
        "TG644",
        "a blank line parts the subject",
        swap("text", r"^SUBJECT: (?:.+\n)+", "SUBJECT: THE EXERCISE,\n\n⟦THE RULES⟧\n"),
    ),
    state(
        "TG645",
        "the label of the reference is glued to the subject",
        swap("text", r"^SUBJECT: (?:.+\n)+\nREF: (?!A\.)", "SUBJECT: THE EXERCISE STORM⟦REF:⟧ "),
    ),
    state(
        "TG646",
        "a hyphen breaks a word of the subject",
        swap("text", r"^SUBJECT: (?:.+\n)+", "SUBJECT: COUNTER⟦-⟧\nEXERCISE\n"),
    ),
    state(
        "TG651",
        "a letter of the references is skipped",
        references("A. LIMA 12\n     C. ⟦STATE 98765⟧"),
    ),
    state("TG652", "the post of a reference is none that is known", references("⟦BOGTOA 12⟧")),
    state(
        "TG653",
        "a reference is of a later year",
        references("⟦68 LIMA 12⟧"),
        swap("text.references[*]", r"\A\d\d (\D+ \d+)\Z", r"⟦68 \1⟧", r"⟦30 \1⟧"),
        references("⟦30 LIMA 12⟧"),
    ),
    state("TG654", "a single reference has a letter", references("A. ⟦LIMA 12⟧")),
    state(
        "TG655",
        "a letter of the references is typed twice",
        references("A. A) ⟦LIMA 12⟧\n     B. STATE 98765"),
    ),
    state(
        "TG656",
        "the telegram refers to itself",
        Way(
            swap(
                "text",
                r"\A([\s\S]*?) ([A-Z][A-Z ]+) 0*(\d+)\n([\s\S]*?)^REF: (?!A\.).*(?:\n .+)*$",
                r"\1 \2 000\3\n\4REF: ⟦\2 \3⟧",
            )
        ),
    ),
    state(
        "TG657",
        "a reference names neither a telegram nor a known document",
        references("⟦THE EARLIER EXERCISE⟧"),
    ),
    state(
        "TG658",
        "a reference may be read in two ways",
        references(
            "⟦LIMA 655/08⟧",
        ),
        references("⟦LIMA 655/75⟧"),
        references("⟦LIMA 655/85⟧"),
        references("⟦LIMA 655/95⟧"),
    ),
)

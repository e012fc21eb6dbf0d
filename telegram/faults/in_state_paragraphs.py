"""Faults of the 66x to 69x: who classified, paragraphs, pages and signature of State telegrams."""

from telegram.faults.breaking import Mark, Way, before, swap
from telegram.faults.in_state import captions, state

BY = "text.classified_by"

FAULTS = (
    state(
        "TG661",
        "an unclassified telegram says who classified it",
        swap("text", r"^(?=1\. )", "CLASSIFIED BY: ⟦DCM PAT EXAMPLE FOR REASONS 1.4 (B).⟧\n\n"),
    ),
    state(
        "TG662",
        "nobody is named who classified the telegram",
        Way(swap("text", r"^CLASSIFIED BY: (?:.+\n)+\n?", ""), mark=Mark("text.executive_order")),
    ),
    state(
        "TG663",
        "the section of the reason is of other years",
        swap(BY, r"(?s)\A(.*1\.)4(.*)\Z", r"⟦\g<1>5\2⟧"),
        swap(BY, r"(?s)\A(.*1\.)5(.*)\Z", r"⟦\g<1>4\2⟧"),
    ),
    state(
        "TG664",
        "no reason is given for the classification",
        swap(BY, r"\A(.*?) FOR REASONS?[\s\S]*\Z", r"⟦\1.⟧"),
    ),
    state(
        "TG665",
        "the reason for the classification is none of the order",
        swap(BY, r"(?s)\A(.*)\([A-Z]\)(.*)\Z", r"⟦\1(K)\2⟧", r"⟦\1(X)\2⟧"),
    ),
    state(
        "TG671",
        "the last paragraph has a number too high",
        swap("text", r"^\d+(?=\. (?:(?!^\d+\.)[\s\S])*\Z)", "⟦99⟧"),
        also="TG674",
    ),
    state(
        "TG672",
        "a paragraph has no mark",
        swap("text", r"^(?!1\.)(\d+\. )\([A-Z]+\) ([\s\S]+?)(?=\s*\n\s*\n)", r"⟦\1\2⟧"),
    ),
    state(
        "TG674",
        "a single paragraph is numbered",
        swap("text", r"^(1)(\. [\s\S]*?\n)\n2\. [\s\S]*\n\n(?=[A-Z]+\s*\Z)", r"⟦\1⟧\2\n"),
    ),
    state(
        "TG675",
        "no blank follows the number of a paragraph",
        swap("text", r"^1\. \((\w+)\)", r"⟦1.(\1)⟧"),
        swap("text", r"^1\. ", "⟦1.⟧"),
        swap("text", r"^1\. ", "⟦1)⟧ "),
    ),
    state(
        "TG676",
        "no blank line stands above a paragraph",
        swap("text", r"\n\n(2)(?=\. )", r"\n⟦\1⟧"),
    ),
    state("TG677", "a mark is none", swap("text", r"^2\. \([A-Z]+\) ", "2. ⟦(V)⟧ "), also="TG672"),
    state(
        "TG681",
        "a summary has no end",
        swap("text", r"^(1\. (?:\(\w+\) )?)([\s\S]*?)(?=\n\n)", r"\1SUMMARY: ⟦\2⟧"),
    ),
    state(
        "TG682",
        "a summary has an end and no beginning",
        swap("text", r"^(1\. (?:\(\w+\) )?)([\s\S]*?)(?=\n\n)", r"\1⟦\2⟧ END SUMMARY."),
    ),
    state(
        "TG683",
        "a long text has no summary",
        swap("text", r"^(1)(\. (?:\(\w+\) )?.*)$", "⟦\\1⟧\\2" + "\nIT GOES ON." * 110),
        also="TG181",
    ),
    state(
        "TG684",
        "a page number does not rise",
        swap(
            "text",
            r"^(\d\. .*)$",
            "\\1\nPAGE 02 SAN SA 00412 061840Z\n\nIT GOES ON\n⟦PAGE 02 SAN SA 00412 061840Z⟧\n",
        ),
        also="TG241 TG685",
    ),
    state(
        "TG685",
        "a page line names another telegram",
        swap("text", r"^(\d\. .*)$", "\\1\nPAGE 02 SAN SA ⟦00413⟧ 061840Z\n"),
        also="TG241",
    ),
    state("TG686", "nobody signs", swap("text", r"(\.)\n\n[A-Z]+(?=\s*\Z)", r"⟦\1⟧")),
    state(
        "TG687",
        "the signature stands on the line of the last sentence",
        swap("text", r"(\.)\n\n([A-Z]+)(?=\s*\Z)", r"\1 ⟦\2⟧"),
    ),
    state(
        "TG688",
        "a title stands before the signature",
        swap("text", r"\n([A-Z]+)(?=\s*\Z)", r"\nCONS ⟦\1⟧"),
    ),
    state(
        "TG689",
        "the date in words is another day",
        swap("text", r"^Date/DTG: (\w+) \d\d(, .*)$", r"Date/DTG: ⟦\1 00\2⟧"),
        where="state-smart/state",
    ),
    state(
        "TG690",
        "a page line names another section",
        Way(
            swap("text", r"^(\d\. .*)$", "\\1\n⟦PAGE 02 SAN SA 00412  01 OF 03  061840Z⟧\n"),
            before("text.post", "SECTION 1 OF 2 "),
        ),
        also="TG241 TG685 TG819",
    ),
    state(
        "TG691",
        "the sum of the copies is another one",
        swap("source", r"(?m)^(INFO .* /)(\d\d\d)(?= ?[RW]$)", "\\1⟦999⟧"),
        where="state-1970s/state",
    ),
    state(
        "TG693",
        "another caption stands with a channel to which none may be added",
        captions("DIRGEN CHANNEL\n⟦EXDIS⟧"),
    ),
    state(
        "TG694",
        "the AGREMENT CHANNEL stands on an unprotected telegram",
        captions("⟦AGREMENT CHANNEL⟧"),
    ),
    state(
        "TG695",
        "a sign is written as in a web page",
        swap("text", r"^(SUBJECT: EXERCISE) ", r"\1 ⟦&#8211;⟧ "),
        also="TG131 TG133",
    ),
    state(
        "TG696",
        "the line of the executive order, or that of TAGS, is left out",
        Way(swap("text", r"^TAGS: .*\n", ""), mark=Mark("text", r"MRN: .*")),
        where="state-smart/state",
    ),
    state(
        "TG697",
        "another post sends the telegram than the one that numbers it",
        swap("text", r"^From: .*$", "From: ⟦AMEMBASSY EXERCISETOWN⟧"),
        where="state-smart/state",
    ),
)

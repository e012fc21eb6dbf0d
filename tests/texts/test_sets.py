"""Set-formatted texts: what is read from each kind of set and line, and the laws of reading."""

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telegram.source import Span
from telegram.texts.sets import Exercise, GroupHeading, Operation, read, recognise
from telegram.texts.sets.cutting import MEANT
from telegram.texts.sets.examples import IDENTIFIER, REMARKS, SUBJECT
from telegram.texts.sets.findings import findings
from telegram.texts.sets.lines import PieceKind
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.set_date import SetDate

WHOLE = """UNCLAS //N01000//
PASS TO OFFICE CODES:
FM EXERCISE STAFF//N1//
TO EXERCISE UNIT
INFO EXERCISE GROUP//N3/N5//
NAVADMIN 001/20
EXER/ALFA BRAVO//
MSGID/GENADMIN/EXERCISE STAFF/N1/JAN//
SUBJ/FIRST HALF OF A SUBJECT
/AND ITS SECOND HALF//
REF/A/DOC/EXERCISE STAFF/15AUG19//
REF/B/MSG/EXERCISE UNIT/160004ZAUG19/NOTAL//
NARR/REF A IS THE PLAN, CHANGE
TWO.  REF B IS THE REPORT.//
POC/A. SAMPLE/CDR/EXERCISE STAFF/LOC:NOWHERE/TEL:(555)555-0100
/EMAIL:A.SAMPLE(AT)EXERCISE.MIL//
WXYZ/UNKNOWN/SET//
RMKS/1.  FIRST PARAGRAPH, LONG ENOUGH TO HAVE BEEN WRAPPED AT ITS
END.
    A.  A SUBPARAGRAPH.
NAME          RANK
SAMPLE        CDR
2.  RELEASED BY RADM B. SAMPLE, N1.//
"""


@pytest.fixture(scope="module")
def whole():
    return read(WHOLE)


def test_lines_before_the_sets_are_read(whole):
    assert str(whole.general_message) == "NAVADMIN 001/20"
    assert whole.general_message.year == 2020
    assert whole.passing == ("PASS TO OFFICE CODES:",)
    assert (whole.originator.name, whole.originator.offices) == ("EXERCISE STAFF", ("N1",))
    assert [str(a) for a in whole.action] == ["EXERCISE UNIT"]
    assert [a.offices for a in whole.info] == [("N3", "N5")]


def test_sets_are_kept_in_order_unknown_ones_too(whole):
    assert [made.id for made in whole.sets] == (
        ["EXER", "MSGID", "SUBJ", "REF", "REF", "NARR", "POC", "WXYZ", "RMKS"]
    )
    assert whole.sets[7].name is None
    assert whole.sets[7].texts == ("UNKNOWN", "SET")
    assert all(made.ended for made in whole.sets)


def test_identifier_and_subject_are_typed(whole):
    identifier = whole.message_identifier

    assert (identifier.format, identifier.originator) == ("GENADMIN", "EXERCISE STAFF")
    assert (identifier.serial, identifier.office, identifier.month) == (None, "N1", 1)
    assert whole.subject == "FIRST HALF OF A SUBJECT AND ITS SECOND HALF"
    assert whole.exercise == Exercise("ALFA BRAVO")


def test_references_have_values_and_what_explains_them(whole):
    document, message = whole.references

    assert (document.letter, document.type, document.originator) == ("A", "DOC", "EXERCISE STAFF")
    assert document.date == SetDate(19, 8, 15)
    assert document.date.resolve() == date(2019, 8, 15)
    assert document.explanation == "THE PLAN, CHANGE TWO."
    assert message.date == DateTimeGroup(16, 0, 4, "Z", 8, 19)
    assert message.not_to_all
    assert message.explanation == "THE REPORT."


def test_contacts_have_labelled_fields(whole):
    (contact,) = whole.contacts

    assert contact.name == "A. SAMPLE"
    assert contact.location == "NOWHERE"
    assert contact.telephones == ("(555)555-0100",)
    assert contact.emails == ("A.SAMPLE(AT)EXERCISE.MIL",)


def test_remarks_keep_their_lines_and_plain_undoes_wraps(whole):
    first, second = whole.remarks.paragraphs

    assert (first.number, second.number) == ("1", "2")
    assert first.text.splitlines()[3:] == ["NAME          RANK", "SAMPLE        CDR"]
    assert first.plain.splitlines()[:2] == [
        "FIRST PARAGRAPH, LONG ENOUGH TO HAVE BEEN WRAPPED AT ITS END.",
        "    A.  A SUBPARAGRAPH.",
    ]
    assert whole.released_by == "RADM B. SAMPLE, N1"
    assert "SAMPLE        CDR" in whole.plain


def test_every_value_remembers_where_it_stands(whole):
    def at(path: str) -> str:
        return whole.spans[path].of(WHOLE)

    assert at("general_message") == "NAVADMIN 001/20"
    assert at("subject") == "FIRST HALF OF A SUBJECT\n/AND ITS SECOND HALF"
    assert at("references[1].date") == "160004ZAUG19"
    assert at("references[0].letter") == "A"
    assert at("contacts[0].name") == "A. SAMPLE"
    assert at("released_by") == "RADM B. SAMPLE, N1."
    assert at("remarks.paragraphs[1]").startswith("2.  RELEASED")
    assert at("originator") == "FM EXERCISE STAFF//N1//"


def test_the_document_has_every_member(whole):
    document = whole.to_dict()

    assert document["kind"] == "sets"
    assert document["general_message"]["number"] == 1
    assert document["sets"][1] == {
        "id": "MSGID",
        "fields": ["GENADMIN", "EXERCISE STAFF", "N1", "JAN"],
        "line": 8,
        "table": None,
    }
    assert document["references"][0]["date"] == "15AUG19"
    assert document["references"][0]["resolved"] == "2019-08-15"
    assert document["references"][1]["resolved"] == "2019-08-16T00:04:00+00:00"
    assert document["remarks"]["paragraphs"][1]["number"] == "2"
    assert document["exercise"] == {"name": "ALFA BRAVO", "additional": []}
    assert document["declassify"] is None


GENERAL_MESSAGES = {
    "NAVADMIN 001/20": ("NAVADMIN", 1, 2020),
    "NAVADMIN 301/07 (CORRECTED COPY)": ("NAVADMIN", 301, 2007),
    "NAVADMIN 301/07 CORRECTED COPY": ("NAVADMIN", 301, 2007),
    "NAVADMIN 301/07//": ("NAVADMIN", 301, 2007),
    "NAVADMIN 156/19 //": ("NAVADMIN", 156, 2019),
    "NAVADMIN 301/07.": ("NAVADMIN", 301, 2007),
    "NAVADMIN 86/17": ("NAVADMIN", 86, 2017),
    "NAVADMIN 0086/17": ("NAVADMIN", 86, 2017),
    "NAVADMIN 001/2015": ("NAVADMIN", 1, 2015),
    "NAVADMIN/076/07": ("NAVADMIN", 76, 2007),
    "NAVADMIN //076/07": ("NAVADMIN", 76, 2007),
    "NAVADMIN 076-07": ("NAVADMIN", 76, 2007),
    "NAVADMIN076/07": ("NAVADMIN", 76, 2007),
    "NAVADMIN 076//07//": ("NAVADMIN", 76, 2007),
    "NAVADMIN 076/ll": ("NAVADMIN", 76, 2011),
    "NAVADMIN 172/MAY 11": ("NAVADMIN", 172, 2011),
    "NAVADMIN 170/06 PART TWO OF TWO": ("NAVADMIN", 170, 2006),
    "NAVAMDIN 170/06": ("NAVADMIN", 170, 2006),
    "ALNAV 078/95": ("ALNAV", 78, 1995),
    "MARADMIN 282/26": ("MARADMIN", 282, 2026),
    "NAVADMIN 142": ("NAVADMIN", 142, None),
}


@pytest.mark.parametrize("line", sorted(GENERAL_MESSAGES))
def test_a_general_message_number_is_read_in_every_spelling_of_traffic(line):
    text = read(f"UNCLAS\n{line}\n{IDENTIFIER}\n{SUBJECT}\n{REMARKS}\n")

    number = text.general_message
    assert number is not None
    assert (number.series, number.number, number.year) == GENERAL_MESSAGES[line]
    assert number.text == line


@pytest.mark.parametrize(
    "block",
    [
        "FM EXERCISE STAFF//N1//\nTO NAVADMIN\nINFO EXERCISE GROUP//N1//\nUNCLAS\nNAVADMIN 001/20",
        "SUBJ: A COPY CUT SH ORT UNCLASSIFIED/ FM EXERCISE STAFF//N1// TO NAVADMIN INFO EXERCISE\n"
        "GROUP//N1// UNCLAS//N01920// NAVADMIN 001/20",
        "SUBJ: A COPY CUT SH ORT UNCLASSIFIED/ FM EXERCISE\nSTAFF//N1// TO NAVADMIN INFO EXERCISE "
        "GROUP//N1//\nUNCLAS//N01920//\n\nNAVADMIN 001/20",
        "SUBJ: A COPY CUT SH ORT UNCLASSIFIED/ PASS TO ALL OFFICE CODES:\nFM EXERCISE STAFF//N1//\n"
        "TO NAVADMIN\nINFO EXERCISE GROUP//N1//\nUNCLAS\nNAVADMIN 001/20",
        "SUBJ: A COPY CUT SH ORT AS LONG AS A LINE UNCLASSIFIED/ FM\nEXERCISE STAFF//N1// TO "
        "NAVADMIN INFO EXERCISE GROUP//N1// \nUNCLAS// NAVADMIN 001/20",
    ],
)
def test_an_address_block_is_read_plain_and_run_together(block):
    text = read(f"UNCLAS\n{block}\n{IDENTIFIER}\n{SUBJECT}\n{REMARKS}\n")

    assert text.originator is not None
    assert text.general_message is not None
    assert (text.originator.name, text.originator.offices) == ("EXERCISE STAFF", ("N1",))
    assert [a.name for a in text.action] == ["NAVADMIN"]
    assert [(a.name, a.offices) for a in text.info] == [("EXERCISE GROUP", ("N1",))]
    assert text.general_message.number == 1
    assert text.subject == "EXERCISE"


@pytest.mark.parametrize(
    "opener",
    [
        *("RMKS/1.  ", "GENTEXT/REMARKS/1.  ", "GENTEXT/RMKS/1. ", "Rmks/1.  ", "REMARKS/1. "),
        *("RMKS//1. ", "RMKS 1. ", "RMKS:/1. ", "RMKS: 1. ", "RMKS. 1. ", "RMK/1. ", "RKMS/1. "),
        *(
            "GENTEXT//REMARKS/1. ",
            "GENTEXT REMARKS/1. ",
            "AMPN/RMKS/1. ",
            "GENTEXT/REMARKS/\n\n1. ",
        ),
        *("RMKS/\n1. ", "1. "),
    ],
)
def test_remarks_are_opened_in_every_spelling_of_traffic(opener):
    text = read(f"UNCLAS\n{IDENTIFIER}\n{SUBJECT}\n{opener}THE EXERCISE BEGINS.\n2. IT ENDS.//\n")

    assert text.remarks is not None
    numbered = [p for p in text.remarks.paragraphs if p.number]
    assert [p.text for p in numbered] == ["THE EXERCISE BEGINS.", "IT ENDS."]


@pytest.mark.parametrize(
    ("sets", "count"),
    [
        ("REF/A/DOC/X Y/15AUG05// REF/B/DOC/X Y/16FEB07//", 2),
        ("REF/A/DOC/X Y/15AUG05/\nREF/B/DOC/X Y/16FEB07/", 2),
        ("REF/A/DOC/X Y/15AUG05\nREF/B/DOC/X Y/16FEB07", 2),
        ("REF A/DOC/X Y/15AUG05// REF\nB/DOC/X Y/16FEB07//", 2),
        ("REF/A/DOC/X Y/15AUG05/ REF/B/DOC/X Y/16FEB07/", 2),
        ("REF//A/DOC/X Y/15AUG05//\n\nREB/B/DOC/X Y/16FEB07//", 2),
    ],
)
def test_references_are_found_run_together_and_without_end(sets, count):
    text = read(f"UNCLAS\n{IDENTIFIER}\n{SUBJECT}\n{sets}\n{REMARKS}\n")

    assert [r.letter for r in text.references] == ["A", "B"][:count]
    assert [r.written_date for r in text.references] == ["15AUG05", "16FEB07"]


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [
        ("SUBJ//EXERCISE ALFA//", "EXERCISE ALFA"),
        ("SUBJ / EXERCISE  ALFA//", "EXERCISE ALFA"),
        ("SUBJECT/EXERCISE ALFA/ /", "EXERCISE ALFA"),
        ("SUBJ/EXERCISE ALFA", "EXERCISE ALFA"),
        ("SUBJ/EXERCISE ALFA// (SECOND COPY)", "EXERCISE ALFA"),
        ("SUBJ/EXERCISE\n\nALFA//", "EXERCISE ALFA"),
        ("SUBJ/EXERCISE AND/OR ALFA//", "EXERCISE AND/OR ALFA"),
        ("SUBJ: EXERCISE ALFA", "EXERCISE ALFA"),
        ("[SUBJ](#)/EXERCISE\xa0[ALFA](#)//", "EXERCISE ALFA"),
    ],
)
def test_the_subject_is_read_in_every_shape_of_traffic(subject, wanted):
    text = read(f"UNCLAS\n{IDENTIFIER}\n{subject}\n{REMARKS}\n")

    assert text.subject == wanted


def test_what_looks_like_a_set_inside_the_remarks_stays_there():
    sample = "RMKS/1.  SEND THIS:\nMSGID/GENADMIN/X//\nSUBJ/Y//\nDOR/EFF DATE\n2.  END.//\n"

    text = read(f"{IDENTIFIER}\n{SUBJECT}\n{sample}")

    assert [made.id for made in text.sets] == ["MSGID", "SUBJ", "RMKS"]
    assert text.subject == "EXERCISE"


def test_an_order_is_a_row_of_free_texts():
    text = read(
        f"{IDENTIFIER}\n{SUBJECT}\nGENTEXT/SITUATION/1.  CALM.//\nGENTEXT/MISSION/2.  REST.//\n"
        "DECL/NONE//\n"
    )

    assert [(g.title, g.paragraphs[0].text) for g in text.gentexts] == (
        [("SITUATION", "CALM."), ("MISSION", "REST.")]
    )
    assert text.remarks is None
    assert text.declassify is not None
    assert text.declassify.instruction == "NONE"


def test_sets_of_exercise_operation_heading_and_declassification_are_typed():
    text = read(
        f"OPER/BRAVO/PLAN 2/-/OPTION B//\n{IDENTIFIER}\n{SUBJECT}\nHEADING/TASKS//\n"
        f"WXYZ/ONE//\nWXYZ/TWO//\nHEADING/REST//\n{REMARKS}\nDECL/ORIG:EXERCISE/01JAN2030//\n"
    )

    assert text.operation == Operation("BRAVO", ("PLAN 2", "OPTION B"))
    assert text.headings == (
        GroupHeading("TASKS", ("WXYZ", "WXYZ")),
        GroupHeading("REST", ("RMKS", "DECL")),
    )
    assert text.declassify is not None
    assert text.declassify.date == SetDate(2030, 1, 1)
    assert str(text.declassify) == "ORIG:EXERCISE/01JAN2030"
    document = text.to_dict()
    assert document["operation"] == {"name": "BRAVO", "plans": ["PLAN 2", "OPTION B"]}
    assert document["headings"][0] == {"title": "TASKS", "sets": ["WXYZ", "WXYZ"]}
    assert document["declassify"]["resolved"] == "2030-01-01"


def test_a_field_of_any_set_that_is_a_date_gives_its_value():
    text = read(f"{IDENTIFIER}\nTIMEFRAM/FROM:010600ZOCT1998/TO:02OCT98/ALFA//\n{REMARKS}\n")

    assert [each.date for each in text.sets[1].fields] == [
        DateTimeGroup(1, 6, 0, "Z", 10, 1998),
        SetDate(98, 10, 2),
        None,
    ]


@pytest.mark.parametrize(
    "table",
    [
        "1PARTS\n/DL/STOCK NO/RQD\n/01/000-1/2\n/02/-/13\n//",
        "1PARTS\n/DL   /STOCK NO   /RQD/\n/01   /000-1      /2/\n/02   /-          /13//",
        "PARTS\r\nDL   STOCK NO   RQD\r\n01   000-1      2\r\n02              13\r\n//",
        "PARTS\nDL   STOCK NO   RQD\n01   000-1      2\n02   -          13//",
    ],
)
def test_a_columnar_set_is_a_table_under_its_headings(table):
    source = f"{IDENTIFIER}\n{SUBJECT}\n{table}\n{REMARKS}\n"

    text = read(source)

    made = text.sets[2]
    assert [each.id for each in text.sets][2:] == [table.split()[0], "RMKS"]
    assert str(made) == table
    assert made.table is not None
    assert made.table.columns == ("DL", "STOCK NO", "RQD")
    assert made.table.rows == (("01", "000-1", "2"), ("02", None, "13"))
    assert made.table.column("RQD") == ("2", "13")
    assert [each.span.of(source) for each in made.fields] == list(made.texts)
    assert text.to_dict()["sets"][2]["table"]["rows"][1] == ["02", None, "13"]


def test_a_column_that_a_table_has_not_is_a_wrong_call():
    text = read(f"{IDENTIFIER}\nPARTS\n/DL/RQD\n/01/2//\n{REMARKS}\n")

    table = text.sets[1].table
    assert table is not None
    with pytest.raises(KeyError):
        table.column("NAME")


@pytest.mark.parametrize(
    ("narrative", "wanted"),
    [
        ("NARR/REF A IS ONE. REFS B THROUGH D ARE MORE.//", ("ONE.", "MORE.", "MORE.", "MORE.")),
        ("NARR/REFS (A) AND (C) ARE OLD.\nREF B IS NEW.//", ("OLD.", "NEW.", "OLD.", None)),
        ("NARR/REFERENCES A, B, AND C WERE OLD. REF D, NEW.//", ("OLD.", "OLD.", "OLD.", "NEW.")),
        ("NARR/REFS A-D ARE OLD.//", ("OLD.",) * 4),
    ],
)
def test_references_explained_together_have_the_same_explanation(narrative, wanted):
    references = "".join(f"REF/{letter}/DOC/EXERCISE STAFF/15AUG19//\n" for letter in "ABCD")

    text = read(f"{IDENTIFIER}\n{SUBJECT}\n{references}{narrative}\n{REMARKS}\n")

    assert tuple(reference.explanation for reference in text.references) == wanted


def test_a_page_line_is_no_word_of_the_text_it_interrupts():
    text = read(f"{IDENTIFIER}\nSUBJ/EXERCISE\n\n\nPAGE 02 RUEWMFU3647 UNCLAS\nALFA//\n{REMARKS}\n")

    assert text.subject == "EXERCISE ALFA"


def test_artefacts_are_read_as_if_not_there_and_spans_stay_in_the_source():
    source = "UNCLAS\n[MSGID](#)/GENADMIN/EXERCISE\xa0STAFF/-/JAN//\nRMKS/1.  A.\n¶2.  B.//\n"

    text = read(source)

    assert text.message_identifier is not None
    assert text.remarks is not None
    assert text.message_identifier.originator == "EXERCISE STAFF"
    assert [p.number for p in text.remarks.paragraphs] == ["1", "2"]
    assert text.spans["message_identifier"].of(source) == "GENADMIN/EXERCISE\xa0STAFF/-/JAN"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (WHOLE, True),
        ("NAVADMIN 062/17\n\nSUBJ/NOT AVAILABLE\n", True),
        ("UNCLAS\nNAVADMIN 062/17\n", True),
        ("UNCLAS SAN SALVADOR 001029\nSIPDIS\nE.O. 12958: N/A\nTAGS: PGOV\nSUBJECT: X\n", False),
        ("UNCLAS\n1.  AND/OR AND SO ON.\n", False),
        ("", False),
    ],
)
def test_a_text_is_recognised_by_its_sets(text, wanted):
    assert recognise(text) is wanted


# ---- laws ----------------------------------------------------------------------------------------

SCRAPS = st.sampled_from(
    [
        *WHOLE.splitlines(keepends=True),
        *("\n", "\r\n", "\r", "\f", " ", "/", "//", "\xa0", "[A](#)", "¶", "PAGE 02 RUEWMFU3647 "),
        *("GENTEXT/", "REF/", "REF\n", "NARR/", "1.\n", "RELEASED BY ", "FM ", "TO\n", "é", "\x12"),
        *("SUBJ: ", "UNCLAS", "NAVADMIN 1/2", "POC/A/", "MSGID//", "SUBJ", "-", "RMKS", "31FEB19/"),
    ]
)
TEXTS = st.one_of(st.lists(SCRAPS, max_size=30).map("".join), st.text(max_size=60))


@given(before=st.text(max_size=5), source=TEXTS, after=st.text(max_size=5))
@example(before="", source="\ufeff", after="")  # a text of nothing but an artefact
@example(before="x", source="\xa0\nSUBJ/\xa0//", after="y")
@example(
    before="", source="//\n\fPAGE 02 RUEWMFU3647 UNCLAS\nA", after=""
)  # page after a form feed
@example(before="", source="MSGID// \u200b", after="")  # an artefact after the last character
def test_pieces_tile_any_text_and_spans_lie_inside(before, source, after):
    whole = before + source + after
    span = Span(len(before), len(before) + len(source))

    text = read(whole, span)

    assert str(text) == source
    assert "".join(piece.span.of(whole) for piece in text.pieces) == source
    places = [*text.spans.values(), *(d.span for d in findings(text))]
    assert [p for p in places if not span.start <= p.start <= p.end <= span.end] == []
    assert all(d.message for d in findings(text))
    assert text.to_dict()["kind"] == "sets"
    assert isinstance(text.plain, str)


NOISE = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="/\r\n\f"), max_size=40
).filter(lambda noise: not any(name in noise.upper() for name in (*MEANT, "PAGE", "RELEASE")))
TOUCHED = {
    "EXER": {"exercise"},
    "MSGID": {"message_identifier"},
    "SUBJ": {"subject"},
    "REF": {"references"},
    "NARR": {"narratives", "references"},  # what it says of each reference
    "POC": {"pocs"},
    "WXYZ": set(),
    "RMKS": {"remarks", "released_by"},
}
"""The members of the document that a set fills."""


def without(document, index):
    """A document without what the set at an index fills."""
    made = document["sets"][index]
    rest = {k: v for k, v in document.items() if k not in TOUCHED[made["id"]]}
    rest["sets"] = [each for at, each in enumerate(document["sets"]) if at != index]
    if made["id"] == "REF":
        before = [each["id"] for each in document["sets"][:index]].count("REF")
        rest["references"] = [r for at, r in enumerate(document["references"]) if at != before]
    return rest


@given(index=st.integers(0, 8), which=st.integers(0, 9), noise=NOISE)
def test_noise_in_one_set_leaves_the_others(index, which, noise):
    quiet = read(WHOLE)
    fields = quiet.sets[index].fields
    inside = fields[which % len(fields)].span.start + 1
    noisy = read(WHOLE[:inside] + noise + WHOLE[inside:])

    assert without(noisy.to_dict(), index) == without(quiet.to_dict(), index)


@given(st.lists(SCRAPS.filter(lambda scrap: scrap not in ("\xa0", "¶", "[A](#)")), max_size=30))
def test_paragraphs_tile_the_remarks(scraps):
    source = f"{IDENTIFIER}\nRMKS/{''.join(scraps)}"

    remarks = read(source).remarks

    assert remarks is not None
    at = remarks.span.start
    for paragraph in remarks.paragraphs:
        assert source[at : paragraph.span.start].strip() == ""
        assert paragraph.span.end >= paragraph.span.start >= at
        at = paragraph.span.end
    assert source[at : remarks.span.end].strip() == ""


@given(st.lists(SCRAPS.filter(lambda scrap: "\r" not in scrap and "\f" not in scrap), max_size=30))
@example([WHOLE])
def test_line_ends_of_two_characters_change_no_value(scraps):
    source = "".join(scraps)

    plain, wired = read(source).to_dict(), read(source.replace("\n", "\r\n")).to_dict()

    assert json.loads(json.dumps(wired).replace("\\r\\n", "\\n")) == plain


@pytest.mark.parametrize("kind", [PieceKind.SET, PieceKind.ADDRESS, PieceKind.GENERAL_MESSAGE])
def test_pieces_say_what_they_are(whole, kind):
    wanted = {
        PieceKind.SET: 9,
        PieceKind.ADDRESS: 3,
        PieceKind.GENERAL_MESSAGE: 1,
    }
    assert sum(piece.kind is kind for piece in whole.pieces) == wanted[kind]


@pytest.mark.parametrize("year", [69, 1998])
@pytest.mark.parametrize("month", [1, 12])
@pytest.mark.parametrize("day", [None, 1, 31])
def test_a_set_date_reads_what_it_writes(year, month, day):
    value = SetDate(year, month, day)

    assert SetDate.parse(str(value)) == value

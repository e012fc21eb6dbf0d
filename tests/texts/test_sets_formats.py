"""Rigid formats and long texts: identifiers after a standard, tables, later sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram.texts.sets import read
from telegram.values.set_date import SetDate

HEADING = "P 051430Z SEP 18\nFM EXERCISE ALFA\nTO EXERCISE BRAVO\nBT\n"


def codes(text):
    return [found.code for found in telegram.check(f"{HEADING}{text}BT\n")]


def test_an_identifier_after_a_standard_is_read_by_place():
    text = (
        "UNCLAS\nMSGID/GENADMIN/MIL-STD-6040(SERIES)/B.1.01.00/EXERCISE ALFA\n"
        "/014/20180905T1200Z/CHG/1/USA/UNCLASSIFIED/-//\nSUBJ/EXERCISE//\nRMKS/1. TEXT.//\n"
    )
    identifier = read(text).message_identifier

    assert identifier is not None
    assert (identifier.format, identifier.originator) == ("GENADMIN", "EXERCISE ALFA")
    assert (identifier.standard, identifier.version) == ("MIL-STD-6040(SERIES)", "B.1.01.00")
    assert (identifier.serial, identifier.month) == ("014", 9)
    assert identifier.qualifier == ("CHG", "1")
    assert codes(text) == []


PLACES = st.none() | st.from_regex(r"[A-Z][A-Z0-9]{1,4}( [A-Z0-9]{1,4})?", fullmatch=True)


@given(
    st.sampled_from(["MIL-STD-6040(SERIES)", "MIL-STD-6040", "USMTF", "ADATP-3"]),
    st.none() | st.sampled_from(["B.1.01.00", "2008"]),
    st.tuples(PLACES, PLACES),
    st.none() | st.integers(1, 12),
)
def test_what_stands_in_a_place_after_a_standard_is_what_the_place_says(
    standard, version, names, month
):
    """Whatever the words are: an office code in the place of the serial number is the number."""
    time = None if month is None else f"2018{month:02}05T1200Z"
    fields = ["GENADMIN", standard, version, *names, time]

    read_back = read(f"MSGID/{'/'.join(each or '-' for each in fields)}//\n").message_identifier

    assert read_back is not None
    assert (read_back.standard, read_back.version) == (standard, version)
    assert (read_back.originator, read_back.serial, read_back.month) == (*names, month)


def test_a_table_of_blanks_may_open_its_lines_with_slants():
    text = read(
        "MSGID/CASREP/USS EXERCISE/12//\n1PARTS\n/DL  STOCK-NO    RQD COSAL\n"
        "/01  000-1       01    02\n/02  000-2       01    -//\n"
    )
    table = text.sets[1].table

    assert table is not None
    assert table.columns == ("DL", "STOCK-NO", "RQD", "COSAL")
    assert table.rows == (("01", "000-1", "01", "02"), ("02", "000-2", "01", None))


@pytest.mark.parametrize(
    ("paragraphs", "released"),
    [
        ("1. REF A APPLIES.\n2. REPORT BY 1 JUN.\n3. ADM SAMPLE SENDS.", "ADM SAMPLE"),
        ("1. WELL DONE TO ALL HANDS. RADM A. B. EXAMPLE SENDS.", "RADM A. B. EXAMPLE"),
        ("1. Bravo zulu.\n2. Capt. A. Sample, Acting\nDirector, sends.", "Capt. A. Sample, Acting"),
    ],
)
def test_who_sends_is_no_more_than_a_sentence(paragraphs, released):
    found = read(f"UNCLAS\nALCOAST 061/18\nSUBJ: EXERCISE\n{paragraphs}\n").released_by

    assert found is not None
    assert found.startswith(released)
    assert len(found) <= len("Capt. A. Sample, Acting Director")


def test_a_portion_mark_before_an_explanation_belongs_to_it():
    text = read(
        "MSGID/GENADMIN/EXERCISE ALFA//\nREF/A/DOC/ALFA/01AUG18//\nREF/B/DOC/ALFA/02AUG18//\n"
        "NARR/(U) REF A IS THE PLAN. (C/NF) REF B IS THE ORDER.//\n"
    )

    assert [reference.explanation for reference in text.references] == ["THE PLAN.", "THE ORDER."]


def test_type_and_originator_of_a_reference_are_read_without_their_labels():
    (reference,) = read("REF/A/MSGID: DOC/ORIG:CMC/YMD: 20100908//\n").references

    assert (reference.type, reference.originator) == ("DOC", "CMC")
    assert reference.fields[:2] == ("MSGID: DOC", "ORIG:CMC")
    assert reference.date == SetDate(2010, 9, 8)


def test_a_declassification_set_without_data_says_nothing():
    sets = "MSGID/GENADMIN/EXERCISE ALFA//\nSUBJ/EXERCISE//\nRMKS/1. (U) TEXT.//\nDECL/-//\n"

    assert read(sets).declassify is None
    assert codes(f"UNCLAS\n{sets}") == []
    assert "TG888" in codes(f"S E C R E T\n{sets.replace('(U)', '(S)')}")


def test_a_later_section_has_neither_head_nor_the_end_of_an_earlier_one():
    orders = "GENTEXT/EXECUTION/5. TEXT THAT GOES ON\n"

    assert codes(f"UNCLAS SECTION 2 OF 3\n{orders}") == []
    assert "TG702" in codes(f"UNCLAS\n{orders}")


def test_a_report_need_not_mention_its_references():
    report = "REF/A/TEL/NMCC/041155ZSEP18//\nRMKS/NONE//\n"

    assert codes(f"UNCLAS\nMSGID/OPREP-3/EXERCISE ALFA/001/SEP//\n{report}") == []
    assert "TG769" in codes(f"UNCLAS\nMSGID/GENADMIN/EXERCISE ALFA/001/SEP//\nSUBJ/X//\n{report}")


def test_a_general_message_of_the_army_has_a_subject_and_numbered_paragraphs():
    text = "UNCLAS\nALARACT 041/2018\nSUBJ/EXERCISE LEAVE//\n1. (U) TEXT.\n"

    assert codes(text) == []
    assert "TG702" in codes(text.replace("ALARACT 041/2018", "NAVADMIN 041/18"))


@pytest.mark.parametrize(
    ("sets", "wanted"),
    [
        ("REF/A/DOC/X/01AUG18//\nAMPN/THE BASIC PLAN//\n", ["THE BASIC PLAN"]),
        ("REF/A/DOC/X/01AUG18//\nNARR/THE BASIC PLAN//\n", ["THE BASIC PLAN"]),
        (
            "REF/A/DOC/X/01AUG18//\nREF/B/DOC/X/02AUG18//\nAMPN/THE SECOND//\n",
            [None, "THE SECOND"],
        ),
        ("REF/A/DOC/X/01AUG18//\nREF/B/DOC/X/02AUG18//\nNARR/BOTH OLD//\n", [None, None]),
        ("SUBJ/X//\nAMPN/THE SUBJECT//\nREF/A/DOC/X/01AUG18//\n", [None]),
    ],
)
def test_an_explanation_without_letters_is_that_of_the_set_above(sets, wanted):
    found = read(f"MSGID/GENADMIN/EXERCISE ALFA//\n{sets}RMKS/1. TEXT.//\n")

    assert [reference.explanation for reference in found.references] == wanted


def test_the_only_reference_needs_no_letter():
    text = "UNCLAS\nMSGID/GENADMIN/EXERCISE ALFA//\nSUBJ/X//\n{}RMKS/1. CHANGE THE REF.//\n"
    one, two = "REF/A/DOC/X/01AUG18//\n", "REF/B/DOC/X/02AUG18//\n"

    assert "TG769" not in codes(text.format(one))
    assert codes(text.format(one + two)).count("TG769") == 2


def test_a_date_of_declassification_is_read_behind_a_label_of_several_words():
    declassify = read(
        "MSGID/GENADMIN/ALFA//\nDECL/CL BY:SAMPLE/DRVD FM:SOURCES/DECL ON:20420305//\n"
    ).declassify

    assert declassify is not None
    assert declassify.date == SetDate(2042, 3, 5)


def test_a_field_without_data_is_no_field_of_a_contact():
    (contact,) = read(
        "MSGID/GENADMIN/ALFA//\nPOC/A. SAMPLE/MAJ/-/TEL:555-0100//\nRMKS/1. X.//\n"
    ).contacts

    assert [each.value for each in contact.fields] == ["MAJ", "555-0100"]


def test_unnamed_remarks_of_an_indented_copy_have_their_paragraphs():
    sent = "MSGID/GENADMIN/ALFA//\nSUBJ/X//\n\n1. ONE.\n    1. FIRST.\n    2. SECOND.\n\n2. TWO.\n"
    copy = "".join(f"    {line}\n" if line else "\n" for line in sent.splitlines())

    for text in (sent, copy):
        remarks = read(text).remarks
        assert remarks is not None
        assert [paragraph.number for paragraph in remarks.paragraphs] == ["1", "2"]

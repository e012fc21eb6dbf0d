"""Set-formatted texts as the services publish them: layouts that no manual has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram.texts.sets import SetsText, read
from telegram.texts.sets.remarks import unwrapped

HEADING = "R 051430Z MAR {year}\nFM EXERCISE STAFF\nTO NAVADMIN\nBT\nUNCLAS\n"


def message(*lines: str, year: str = "20") -> telegram.Telegram:
    return telegram.parse(HEADING.format(year=year) + "\n".join((*lines, "BT", "")))


def sets_of(found: telegram.Telegram) -> SetsText:
    assert isinstance(found.text, SetsText)
    return found.text


def codes(found: telegram.Telegram) -> list[str]:
    return [each.code for each in found.report]


@given(released=st.integers(1969, 2060), back=st.integers(-20, 79))
def test_a_year_inside_a_text_is_the_nearest_to_its_release(released: int, back: int):
    """From 79 years before the date-time group to 20 years after it."""
    meant = released - back
    two = f"{meant % 100:02}"
    found = telegram.parse(
        HEADING.format(year=released)
        + f"NAVADMIN 123/{two}\nMSGID/GENADMIN/EXERCISE STAFF//\nREF/A/DOC/STAFF/15AUG{two}//\n"
        "RMKS/1. REF A.//\nBT\n"
    ).to_dict()["text"]

    assert found["general_message"]["year"] == meant
    assert found["references"][0]["resolved"] == f"{meant}-08-15"


def test_without_a_date_time_group_the_pivot_places_years():
    text = read("NAVADMIN 123/74\nMSGID/GENADMIN/EXERCISE STAFF//\n")
    assert text.general_message is not None
    assert text.general_message.year == 1974


@given(
    first=st.from_regex(r"[A-Z]{2,9}", fullmatch=True),
    second=st.from_regex(r"[A-Z]{2,9}", fullmatch=True),
)
def test_a_compound_word_that_was_broken_keeps_its_hyphen_and_gets_no_blank(first, second):
    before = "THE EXERCISE OFFICERS WILL GO ON WITH THEIR "
    assert unwrapped(f"{before}{first}-\n{second} UNITS") == f"{before}{first}-{second} UNITS"
    assert unwrapped(f"{before}{first} -\n{second} UNITS") == f"{before}{first} - {second} UNITS"


def test_the_subject_keeps_a_compound_word():
    found = message("MSGID/GENADMIN/EXERCISE STAFF//", "SUBJ/LONG-", "TERM PLANS//", "RMKS/1. A.//")
    assert sets_of(found).subject == "LONG-TERM PLANS"


@pytest.mark.parametrize("series", ["MARADMIN 284/19", "ALARACT 118/2025"])
def test_a_number_above_the_heading_is_the_messages(series: str):
    found = telegram.parse(
        f"{series}\nDTG: R 150844Z MAY 19\nUNCLAS\nMSGID/GENADMIN/EXERCISE STAFF//\n"
        "SUBJ/EXERCISE//\nRMKS/1. EXERCISE.//\n".replace(
            "DTG: ", "" if "MAR" in series else "DTG: "
        )
    )
    assert found.dialect == "amhs"
    assert str(found.heading.dtg) == "150844Z MAY 19"
    assert found.to_dict()["text"]["general_message"]["text"] == series
    assert "TG731" not in codes(found)


def test_a_number_that_opens_a_text_without_heading_stays_in_the_text():
    found = telegram.parse("MARADMIN 284/19\nUNCLAS\nMSGID/GENADMIN/EXERCISE STAFF//\n")
    assert found.dialect is None
    assert found.to_dict()["text"]["general_message"]["number"] == 284


def test_references_lettered_on_lines_of_their_own_are_read():
    """The Coast Guard's layout: a subject after a colon, references as a list, paragraphs."""
    found = message(
        "ALCOAST 101/20",
        "COMDTNOTE 6200",
        "SUBJ: EXERCISE READINESS ACTIVITIES AND",
        "TRAINING",
        "A. COMEXERCISE NORFOLK VA 061306Z MAR 20/ALCOAST 071/20",
        "B. EXERCISE MANUAL ONE OF",
        "13 MAR 2020 NOTAL",
        "1. THIS ALCOAST SUPERSEDES REF A.",
        "2. INTERNET RELEASE AUTHORIZED.",
    )
    text = found.to_dict()["text"]
    assert text["subject"] == "EXERCISE READINESS ACTIVITIES AND TRAINING"
    first, second = text["references"]
    assert (first["letter"], first["originator"]) == ("A", "COMEXERCISE NORFOLK VA")
    assert first["resolved"] == "2020-03-06T13:06:00+00:00"
    assert (second["letter"], second["notations"]) == ("B", ["NOTAL"])
    assert [p["number"] for p in text["remarks"]["paragraphs"]] == ["1", "2"]


def test_numbers_of_an_indented_copy_are_at_its_margin():
    found = message(
        "MSGID/GENADMIN/EXERCISE STAFF//", "  RMKS/1. ALFA.", "  2. BRAVO.", "3. CHARLIE.//"
    )
    remarks = sets_of(found).remarks
    assert remarks is not None
    assert [p.number for p in remarks.paragraphs] == ["1", "2", "3"]


def test_a_slant_between_office_codes_does_not_end_who_released():
    found = message("MSGID/GENADMIN/EXERCISE STAFF//", "RMKS/1. RELEASED BY A. SAMPLE, N3/N5.//")
    assert sets_of(found).released_by == "A. SAMPLE, N3/N5"


def test_an_explanation_after_a_blank_is_the_first_references():
    found = message(
        "MSGID/GENADMIN/EXERCISE STAFF//",
        "REF/A/DOC/STAFF/15AUG19//",
        "NARR/ REF A PROMULGATES THE PLAN.//",
        "RMKS/1. REF A.//",
    )
    assert sets_of(found).references[0].explanation == "PROMULGATES THE PLAN."


def test_the_pronoun_after_a_list_of_references_is_no_reference():
    found = message(
        "MSGID/GENADMIN/EXERCISE STAFF//",
        "SUBJ/EXERCISE//",
        "REF/A/DOC/STAFF/15AUG19//",
        "REF/B/DOC/STAFF/16AUG19//",
        "RMKS/1. PER REFS A AND B, I DIRECT THE EXERCISE. SEE REF (I).//",
    )
    assert codes(found).count("TG770") == 1


def test_a_section_that_goes_on_is_not_asked_for_the_end_of_its_remarks():
    lines = ("MSGID/GENADMIN/EXERCISE STAFF//", "SUBJ/EXERCISE//", "RMKS/1. EXERCISE.")
    assert "TG712" in codes(message("FINAL SECTION OF 2", *lines))
    assert "TG712" not in codes(message("SECTION 1 OF 2", *lines))


def test_the_originator_of_a_directory_name_is_that_of_the_identifier():
    found = telegram.parse(
        "R 051430Z MAR 20\nFM EXERCISE STAFF(UC)\nTO NAVADMIN\nUNCLAS\n"
        "MSGID/GENADMIN/EXERCISE STAFF N1//\nSUBJ/EXERCISE//\nRMKS/1. EXERCISE.//\n"
    )
    assert "TG884" not in codes(found)


def test_a_label_before_the_originator_is_read():
    found = telegram.parse("ROUTINE\nR 310930Z MAY 67\nFROM: EXERCISE ONE\nTO: EXERCISE TWO\nBT\n")
    assert found.heading.originator is not None
    assert found.heading.originator.name == "EXERCISE ONE"


def test_a_subject_without_an_end_stops_before_the_sentence_on_the_message():
    found = message(
        "ALARACT 118/2020",
        "SUBJ/ALARACT 118/2020 - EXERCISE",
        "AWARD WINNERS",
        "THIS ALARACT MESSAGE HAS BEEN TRANSMITTED ON BEHALF OF",
        "EXERCISE STAFF//DAMO",
        "1. (U) SITUATION: EXERCISE.",
    )
    assert sets_of(found).subject == "ALARACT 118/2020 - EXERCISE AWARD WINNERS"


def test_a_rigid_format_has_sets_of_its_own_in_its_own_order():
    found = message(
        "MSGID/CASREP/EXERCISE STAFF/15/JAN/-/-/NATO/UNCLASSIFIED//",
        "REF/A/MSG/EXERCISE STAFF/051430ZJAN2020//",
        "NARR/THIS IS A REPORT.//",
        "POSIT/3650N4-07620W1/151200ZJAN2020//",
        "CASUALTY/INITIAL-20005/FIRE PUMP/CAT:2//",
        "RMKS/THE EXERCISE PUMP IS BROKEN.//",
        "AKNLDG/YES//",
    )

    assert not {"TG701", "TG702", "TG715", "TG716", "TG748", "TG772"} & set(codes(found))


def test_a_free_format_is_asked_for_its_sets_though_a_rigid_one_is_not():
    found = message("MSGID/GENADMIN/EXERCISE STAFF/15//", "POSIT/3650N4//", "RMKS/1. IT BEGINS.//")

    assert {"TG702", "TG716"} <= set(codes(found))


def test_a_general_message_published_without_addresses_is_a_note():
    source = (
        "R 121800Z JUN 18\nMARADMIN 338/18\nMSGID/GENADMIN/EXERCISE STAFF//\nSUBJ/EXERCISE//\n"
        "GENTEXT/REMARKS/1. IT BEGINS.//\n"
    )
    found = telegram.parse(source)

    assert "TG218" in codes(found)
    assert not {"TG210", "TG211"} & set(codes(found))
    assert "TG218" in [each.code for each in telegram.check(source, as_sent=True).errors]


def test_who_sends_a_message_of_the_coast_guard_released_it():
    found = telegram.parse(
        "R 201437Z AUG 19\nFM EXERCISE STAFF\nTO ALCOAST\nUNCLAS //N01520//\nALCOAST 271/19\n"
        "SUBJ: EXERCISE PROGRAM\n1. The office that sends. It waits.\n"
        "2. CAPT A. B. Example, Acting\nDirector, sends.\n3. Internet release is authorized.\n"
    )

    assert sets_of(found).released_by == "CAPT A. B. Example, Acting Director"


@pytest.mark.parametrize(
    "line", ["UNCLAS ALARACT 060/01", "UNCLAS//ALARACT 060/2001", "UNCLAS  MARADMIN 060/01"]
)
def test_the_number_of_a_general_message_may_stand_beside_its_level(line):
    source = f"R 141200Z JUN 01\nFM EXERCISE STAFF\nTO EXERCISE UNITS\nBT\n{line}\n"
    found = telegram.parse(source + "SUBJECT: EXERCISE UNIFORM\n1. REFERENCES. NONE.\nBT\n")
    text = sets_of(found)

    assert text.general_message is not None
    assert (text.general_message.number, text.general_message.year) == (60, 2001)
    assert line.endswith(text.spans["general_message"].of(found.source.text))
    assert found.classification is not None
    assert str(found.classification.level) == "UNCLASSIFIED"
    assert text.subject == "EXERCISE UNIFORM"


def test_the_link_before_a_number_is_no_part_of_it():
    head = ("MSGID/GENADMIN/EXERCISE STAFF//", "SUBJ/PLANS//")
    plain = message(*head, "RMKS/1. ONE.", "2. TWO.", "3. THREE.//")
    linked = message(*head, "RMKS/1. ONE.", "[1](#)2. TWO.", "3. THREE.//")

    remarks, wanted = sets_of(linked).remarks, sets_of(plain).remarks
    assert remarks is not None
    assert wanted is not None
    assert [each.number for each in remarks.paragraphs] == ["1", "2", "3"]
    assert remarks.paragraphs == wanted.paragraphs
    assert "".join(line.span.of(str(linked)) for line in linked.lines) == str(linked)

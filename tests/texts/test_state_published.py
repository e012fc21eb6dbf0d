"""State telegrams as archives publish them: what stands above, inside and below their texts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram.lines import FormatLine
from telegram.texts.state import StateText
from telegram.values.executive_order import executive_order_of
from telegram.values.state_reference import references_of

HEADING = (
    "VZCZCXYZ0001\nRR RUEHC\nDE RUEHSN #0412 0651430\nZNR UUUUU ZZH\nR 061420Z MAR 09\n"
    "FM AMEMBASSY SAN SALVADOR\nTO RUEHC/SECSTATE WASHDC 0311\n"
    "INFO RUEHGT/AMEMBASSY GUATEMALA 0077\n"
)
HEAD = (
    "UNCLAS SAN SALVADOR 000412\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: SENV, ES\nSUBJECT: EXERCISE\n\n"
)
TEXT = "1. (U) The exercise begins.\n\n2. (U) It ends.\n"
PRINTOUT = (
    "PAGE 01  LIMA  01402  191102Z\n11\nACTION ARA-06\nINFO OCT-01  ISO-00  /007 W\n"
    "--------------------- 077215\nR 191047Z MAR 75\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC 0311\n\n"
    "UNCLAS LIMA 01402\n\nE.O. 11652: N/A\nTAGS: SENV, PE\nSUBJ: EXERCISE\n\n"
)


def state(source: str) -> StateText:
    text = telegram.parse(source).text
    assert isinstance(text, StateText)
    return text


@pytest.mark.parametrize("comma", ["", ","])
@pytest.mark.parametrize("heading", [HEADING, ""])
def test_a_date_in_words_above_the_text_is_neither_address_nor_text(heading, comma):
    message = telegram.parse(f"{heading}Friday, 06 March 2009{comma} 14:20\n{HEAD}{TEXT}WAYFARER\n")

    assert [each.name for each in message.heading.info] == (
        ["AMEMBASSY GUATEMALA"] if heading else []
    )
    assert isinstance(message.text, StateText)
    assert (message.text.post, message.text.number) == ("SAN SALVADOR", "000412")
    assert message.text.signature == "WAYFARER"


INVITATION = (
    "Visit San Salvador's Classified Website:\nhttp://www.state.example/p/wha/sansalvador\n\n"
    "You can also reach it through the Department's pages.\n"
)
RULE = "*" * 45 + " " + "*" * 20 + "\n"


@pytest.mark.parametrize(
    "below",
    [
        "WAYFARER\n\n" + INVITATION,
        "WAYFARER\n" + RULE + INVITATION + RULE,
        RULE + INVITATION + RULE + "WAYFARER\n",
        "WAYFARER\n\n\nMessage Attributes\nCapture Date: 01 JAN 1994\nConcepts: n/a\n",
    ],
)
def test_the_signature_is_found_beside_what_a_post_or_an_archive_prints_below(below):
    text = state(HEADING + HEAD + TEXT + "\n" + below)

    assert text.signature == "WAYFARER"
    assert text.paragraphs[1].number == "2"


@given(st.integers(1, 3))
def test_reasons_below_blank_lines_belong_to_the_classifier(blanks):
    head = HEAD.replace("UNCLAS", "C O N F I D E N T I A L").replace("N/A", "DECL: 03/06/2019")
    between = "\n" * (blanks + 1)
    by = f"Classified By: DCM Pat Example for reasons{between}1.4 (b) and (d).\n\n"

    found = state(HEADING + head + by + TEXT + "WAYFARER\n").classified_by

    assert found is not None
    assert (found.section, found.reasons) == ("1.4", ("b", "d"))


def test_a_reason_is_named_once_though_a_line_end_cut_the_word_before_it():
    head = HEAD.replace("UNCLAS", "C O N F I D E N T I A L").replace("N/A", "DECL: 03/06/2019")
    by = "Classified By: DCM Pat Example for reasons 1.4 (b) an\nd (d).\n\n"

    found = state(HEADING + head + by + TEXT + "WAYFARER\n").classified_by

    assert found is not None
    assert found.reasons == ("b", "d")


def test_who_is_to_pass_a_telegram_may_stand_between_subject_and_references():
    text = state(
        PRINTOUT + "DEPT PASS QUITO FOR INFO\n\nREF: A. LIMA 1400; B. QUITO 512\n\n"
        "1. IT BEGINS.\n\n2. IT ENDS.\nWAYFARER\n"
    )

    assert list(text.pass_lines) == ["DEPT PASS QUITO FOR INFO"]
    assert [each.number for each in text.references] == ["1400", "512"]
    assert [each.number for each in text.paragraphs] == ["1", "2"]


def test_the_final_section_says_how_many_there_are():
    message = telegram.parse(
        PRINTOUT.replace("UNCLAS LIMA", "UNCLAS FINAL SECTION OF 3 LIMA")
        + "4. IT ENDS.\nWAYFARER\n"
    )

    assert message.section == (3, 3)
    assert isinstance(message.text, StateText)
    assert (message.text.post, message.text.number) == ("LIMA", "01402")
    assert message.text.section == (3, 3)


def test_labels_of_an_archive_above_a_printout_are_no_faults_and_hide_nothing():
    labels = (
        "Message Attributes\nCurrent Classification: UNCLASSIFIED\nvdkvgwkey: 0815\nMessage Text\n"
    )
    message = telegram.parse(labels + PRINTOUT + "1. IT BEGINS.\n\n2. IT ENDS.\nWAYFARER\n\nNNN\n")

    assert message.dialect == "state-1970s"
    assert [line.text for line in message.lines if line.format_line is FormatLine.INTRUSION] == (
        labels.splitlines()
    )
    assert not [each for each in message.report if each.severity.name != "NOTE"]


@pytest.mark.parametrize("rule", ["- - - - -", "- - -", "----", "= = = ="])
def test_a_rule_of_single_signs_underlines_a_heading(rule):
    text = state(HEADING + HEAD + f"Roads\n{rule}\n\n" + TEXT + "WAYFARER\n")

    assert text.paragraphs[0].heading == "Roads"


@pytest.mark.parametrize(
    ("text", "telegrams"),
    [
        ("LIMA 250, 251, AND 260", [("LIMA", "250"), ("LIMA", "251"), ("LIMA", "260")]),
        ("LIMA 250 AND 251", [("LIMA", "250"), ("LIMA", "251")]),
        ("LIMA 9800, PARA 2", [("LIMA", "9800")]),
        ("LIMA 9800 (PARAS 2-4)", [("LIMA", "9800")]),
        ("STATE 38221 DTG 180033Z FEB 76", [("STATE", "38221")]),
        ("STATE 38221 (180033Z FEB 76)", [("STATE", "38221")]),
    ],
)
def test_one_reference_names_its_telegrams(text, telegrams):
    assert [(each.post, each.number) for each in references_of(text, "A", 1976)] == telegrams


def test_a_reference_may_list_telegrams_of_several_posts():
    found = state(
        HEADING
        + HEAD.rstrip()
        + "\n\nREF: A. STATE 8123 (NOTAL) AND LIMA 8124\nB. QUITO 12, LIMA 9, AND 10\n\n"
        + TEXT
        + "WAYFARER\n"
    ).references

    assert [(each.letter, each.post, each.number) for each in found] == [
        ("A", "STATE", "8123"),
        ("A", "LIMA", "8124"),
        ("B", "QUITO", "12"),
        ("B", "LIMA", "9"),
        ("B", "LIMA", "10"),
    ]


@given(
    order=st.sampled_from([("11652", 1972), ("12065", 1978), ("12356", 1982), ("12958", 1995)]),
    later=st.integers(0, 99),
)
def test_a_date_of_declassification_is_not_before_its_order(order, later):
    number, first = order
    year = first + later

    found = executive_order_of(number, f"DECL: 6/15/{year % 100:02}").declassification

    assert found is not None
    assert found.day == date(year, 6, 15)


def test_a_name_after_a_comma_belongs_to_the_term_before_it():
    text = state(
        HEADING + HEAD.replace("SENV, ES", "PREL, ES, (EXAMPLE, PAT)") + TEXT + "WAYFARER\n"
    )

    assert [str(each) for each in text.tags] == ["PREL", "ES (EXAMPLE, PAT)"]


def test_a_page_line_may_name_a_mission_without_us():
    source = PRINTOUT.replace("LIMA 01402", "USNATO 01402").replace("LIMA  01402", "NATO  01402")
    source = source.replace("AMEMBASSY LIMA", "USMISSION NATO")
    message = telegram.parse(
        source + "1. IT BEGINS.\n\nPAGE 02  NATO  01402  191102Z\n\n2. IT ENDS.\nWAYFARER\n\nNNN\n"
    )

    assert "TG685" not in [each.code for each in message.report]


@pytest.mark.parametrize(
    ("written", "name", "position"),
    [
        ("Ambassador Pat Example, E.O. 12958, reasons", "Pat Example", "Ambassador"),
        ("CDA P. Example, for reasons", "P. Example", "CDA"),
        (
            "Ambassador Pat Example, Embassy Lima, for reasons",
            "Pat Example",
            "Ambassador, Embassy Lima",
        ),
        ("CLASSIFIED BY DCM Pat Example for reasons", "Pat Example", "DCM"),
        ("Pat Example, Political Chief, for reasons", "Pat Example", "Political Chief"),
    ],
)
def test_the_classifier_has_a_name_and_a_position(written, name, position):
    head = HEAD.replace("UNCLAS", "C O N F I D E N T I A L").replace("N/A", "DECL: 03/06/2019")

    found = state(
        f"{HEADING}{head}Classified By: {written} 1.4 (b) and (d).\n\n{TEXT}"
    ).classified_by

    assert found is not None
    assert (found.name, found.position) == (name, position)
    assert (found.section, found.reasons) == ("1.4", ("b", "d"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [("03/06/2019", "date"), ("OADR", "oadr"), ("X1", "exemption"), ("UPON CLOSURE", "event")],
)
def test_an_order_may_be_followed_by_its_date_without_a_label(text, kind):
    found = executive_order_of("12958", text).declassification

    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("ending", "signature"),
    [
        ("\n\nWAYFARER\n\n=========CABLE ENDS=========\n", "WAYFARER"),
        ("\nWAYFARER\n\nEnd Cable Text\n", "WAYFARER"),
        ("\n#\nWAYFARER\n", "WAYFARER"),
        ("\nWayfarer\n", "Wayfarer"),
        (" Their cities:\n\nLima\n\nQuito\n", None),
        (" UNQUOTE WAYFARER\n", "WAYFARER"),
    ],
)
def test_the_signature_is_known_by_its_place(ending, signature):
    assert state(HEADING + HEAD + TEXT.rstrip() + ending).signature == signature


@pytest.mark.parametrize("words", ["(C) ENTIRE TEXT.", "(C - ENTIRE TEXT)", "C - ENTIRE TEXT."])
def test_a_first_paragraph_may_mark_the_entire_text(words):
    head = HEAD.replace("UNCLAS", "C O N F I D E N T I A L").replace("N/A", "DECL: 03/06/2019")
    text = state(f"{HEADING}{head}1. {words}\n\n2. It begins.\n\n3. It ends.\nWAYFARER\n")

    assert text.body.entire == "C"


def test_a_hyphen_at_the_margin_belongs_to_no_reference():
    head = HEAD.rstrip() + "\n\nREFS: (A) LIMA 5001, (B) LIMA 4900 (NOTAL),\n- (C) STATE 100234\n\n"
    found = state(HEADING + head + TEXT + "WAYFARER\n").references

    assert [(each.post, each.number) for each in found] == [
        ("LIMA", "5001"),
        ("LIMA", "4900"),
        ("STATE", "100234"),
    ]


def test_a_caption_above_the_first_page_line_begins_no_text():
    message = telegram.parse(f"SECRET\n\nNODIS\n{PRINTOUT}1. IT BEGINS.\n\n2. IT ENDS.\nWAYFARER\n")

    assert message.heading.originator is not None
    assert message.heading.originator.name == "AMEMBASSY LIMA"


@pytest.mark.parametrize("before", [" ", "//", " //"])
def test_controls_of_a_classification_line_may_stand_behind_slants(before):
    head = HEAD.replace("UNCLAS ", f"S E C R E T{before}NOFORN SECTION 01 OF 02 ")
    text = state(HEADING + head + TEXT + "WAYFARER\n")

    assert (text.post, text.number, text.section) == ("SAN SALVADOR", "000412", (1, 2))


CLASSIFIED = HEAD.replace("UNCLAS", "C O N F I D E N T I A L").replace("N/A", "DECL: 03/06/2019")
BY = "Classified By: DCM Pat Example for reasons 1.4 (b) and (d).\n\n"


@pytest.mark.parametrize("further", ["IN THE HARBOR", "In the harbor,\nand beyond it"])
@pytest.mark.parametrize("label", ["", "REF: STATE 1234\n\n"])
def test_a_subject_goes_on_below_a_blank_line_where_the_head_does(further, label):
    text = state(f"{HEADING}{CLASSIFIED}{further}\n\n{label}{BY}{TEXT}WAYFARER\n")

    assert text.subject == "EXERCISE " + further.replace("\n", " ")
    assert text.classified_by is not None
    assert text.classified_by.name == "Pat Example"
    assert [each.number for each in text.paragraphs] == ["1", "2"]


@pytest.mark.parametrize("prose", ["The exercise begins.", "The exercise\nof\nthis year\nbegins"])
def test_prose_below_the_subject_is_no_part_of_it(prose):
    text = state(f"{HEADING}{CLASSIFIED}{prose}\n\n{BY}{TEXT}WAYFARER\n")

    assert text.subject == "EXERCISE"
    assert text.paragraphs[0].text == prose


def test_references_may_have_small_letters():
    head = (
        HEAD.rstrip() + "\n\nRef: a. State 1234\n     b. 08 Lima 22 (notal), see para a. of it\n\n"
    )
    found = state(HEADING + head + TEXT + "WAYFARER\n").references

    assert [each.letter for each in found] == ["A", "B"]
    assert (found[0].canonical_post, found[0].number) == ("STATE", "1234")


@pytest.mark.parametrize(
    ("text", "kind", "identifier"),
    [
        ("MYTEL 9700", "telegram", "09SANSALVADOR9700"),
        ("DEPTEL 12345", "telegram", "09STATE12345"),
        ("URTEL 12", "telegram", None),
        ("MANILA TOFAD 123", "series", None),
        ("FBIS REPORT 22", "report", None),
    ],
)
def test_a_reference_is_what_its_words_mean(text, kind, identifier):
    head = HEAD.rstrip() + f"\n\nREF: A. LIMA 4\n     B. {text}\n\n"
    found = state(HEADING + head + TEXT + "WAYFARER\n").references[1]

    assert (found.kind, found.identifier) == (kind, identifier)


def test_several_may_have_cleared_on_one_line():
    block = (
        "DRAFTED BY ARA/AND:PSAMPLE:AB\nEUR/WE:RSAMPLE (SUBS)   S/S - MR. J MODEL\n--------------"
    )
    text = state(PRINTOUT.replace("--------------", block, 1) + TEXT + "WAYFARER\n")

    assert text.distribution is not None
    assert [(each.office, each.name) for each in text.distribution.drafting] == [
        ("ARA/AND", "PSAMPLE"),
        ("EUR/WE", "RSAMPLE"),
        ("S/S", "MR. J MODEL"),
    ]

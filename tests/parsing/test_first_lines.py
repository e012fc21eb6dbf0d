"""What the first lines of a text say, where several say it."""

import telegram

HEADING = "R 051530Z MAR 08\nFM EXERCISE ALFA\nTO EXERCISE BRAVO\nBT\n"


def test_a_section_stands_below_a_line_with_a_subject_code():
    message = telegram.parse(
        f"{HEADING}UNCLAS //N01000//\n\nSECTION 1 OF 2\n\nNAVADMIN 060/08\n"
        "MSGID/GENADMIN/EXERCISE ALFA/-/MAR//\nSUBJ/EXERCISE//\nRMKS/1. TEXT.//\nBT\n"
    )

    assert message.section == (1, 2)
    assert message.classification is not None
    assert message.classification.subject_code == "N01000"


def test_a_classification_line_with_a_subject_code_is_none_of_a_state_telegram():
    message = telegram.parse(
        f"{HEADING}S E C R E T EXERCISE BOLD SAMPLE 88 //N03120//\n1. (S) IT BEGINS.\nBT\n"
    )

    assert message.text.kind == "plain"
    assert telegram.check(message).diagnostics == ()


def test_a_no_break_space_behind_an_ending_hides_nothing_of_it():
    message = telegram.parse(f"{HEADING}UNCLAS\n1. TEXT.\nBT #0662\u00a0\nNNNN\n")

    assert message.ending.serial == "0662"

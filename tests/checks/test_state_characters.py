"""What the text of a State telegram may hold, by year and by layout."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram

PRINTABLE = string.ascii_letters + string.digits + string.punctuation + " "
OF_CHARACTERS = {"TG131", "TG132", "TG135"}


def found(sentence: str, *, year: int = 2008) -> set[str]:
    """The findings about characters in a telegram with a sentence in its text."""
    report = telegram.check(
        f"P 061840Z JUN {year % 100:02}\nFM AMEMBASSY SAN SALVADOR\nTO SECSTATE WASHDC\nBT\n"
        f"UNCLAS SAN SALVADOR 000412\n\nSUBJECT: EXERCISE\n\n1. {sentence}\n\n2. IT ENDS.\n\n"
        "WAYFARER\nBT\n"
    )
    return OF_CHARACTERS & set(report.codes)


@given(st.text(PRINTABLE, max_size=40))
def test_mixed_case_of_seven_units_may_hold_all_of_ascii(sentence):
    assert found(f"It begins {sentence}") == set()


@given(st.characters(min_codepoint=0xC0, max_codepoint=0x2FF, categories=("Lu", "Ll")))
def test_mixed_case_of_seven_units_holds_nothing_else(letter):
    assert found(f"It begins {letter}") == {"TG135"}


@pytest.mark.parametrize(
    ("sentence", "year", "codes"),
    [
        ("It begins.", 1994, {"TG132"}),
        ("It begins.", 1995, set()),
        ("IT COSTS 50%.", 2008, {"TG131"}),  # capitals alone may be five-unit text
    ],
)
def test_other_texts_are_judged_by_five_units(sentence, year, codes):
    assert found(sentence, year=year) == codes


def test_the_stamp_of_a_release_is_no_text_of_the_telegram():
    stamp = "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014"

    assert found(f"IT BEGINS\n{stamp}\nAND GOES ON.", year=1979) == set()


LABELLED = (
    "MRN: 12 SAN SALVADOR 412\nDate/DTG: Jun 06, 2012 / 061840Z JUN 12\n"
    "From: AMEMBASSY SAN SALVADOR\nAction: WASHDC, SECSTATE ROUTINE\nE.O.: 13526\nTAGS: AMGT, ES\n"
    "Subject: Exercise\n\n(U) The exercise begins.\n\nSignature: WAYFARER\n"
)


@pytest.mark.parametrize("above", ["", "UNCLASSIFIED\nSBU\n\n"])
@pytest.mark.parametrize("as_sent", [False, True])
def test_labelled_lines_stand_in_place_of_a_heading(above, as_sent):
    codes = telegram.check(above + LABELLED, as_sent=as_sent).codes

    assert [code for code in codes if code[2] == "2" and code != "TG252"] == []


def test_labelled_lines_below_a_heading_do_not_replace_it():
    codes = telegram.check(f"FM AMEMBASSY SAN SALVADOR\nBT\n{LABELLED}").codes

    assert {"TG209", "TG211"} <= set(codes)

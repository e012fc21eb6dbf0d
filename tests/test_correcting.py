"""Corrections after BT, applied to the text."""

from pathlib import Path

import pytest

import telegram

HEADING = Path(__file__).parent / "corpus" / "heading"


def corrected(text: str, *corrections: str) -> str | None:
    said = "".join(f"{correction}\n" for correction in corrections)
    message = telegram.parse(
        f"R 161430Z APR 02\nFM BDE ONE\nTO BN TWO\nBT\nUNCLAS\n{text}\nBT\n{said}NNNN\n"
    )
    assert message.ending.corrections == corrections
    return message.corrected


def test_the_correction_of_the_reference_is_applied():
    message = telegram.parse((HEADING / "acp126-plaindress.txt").read_bytes())

    assert message.corrected == message.text.text.replace("POINT ALFA", "POINT BRAVO")


@pytest.mark.parametrize(
    ("correction", "wanted"),
    [
        ("C WA OVER TELETYPEWRITER", "SENT OVER TELETYPEWRITER AT DAWN"),
        ("C WB AT RADIO", "SENT OVER RADIO AT DAWN"),
        ("C AA OVER RADIO AT NOON", "SENT OVER RADIO AT NOON"),
        ("C AB AT GIVEN BY HAND", "GIVEN BY HAND AT DAWN"),
    ],
)
def test_a_correction_names_the_word_after_or_before_or_all(correction, wanted):
    assert corrected("SENT OVER TELEPHONE AT DAWN", correction) == f"UNCLAS\n{wanted}\n"


def test_corrections_are_applied_in_order():
    found = corrected("GO TO ALFA, NOT BRAVO.", "C WA TO CHARLIE", "C WA NOT DELTA")

    assert found == "UNCLAS\nGO TO CHARLIE, NOT DELTA.\n"


@pytest.mark.parametrize("text", ["POINT ALFA POINT BRAVO", "NO SUCH WORD", "ENDS WITH POINT"])
def test_a_correction_that_names_no_place_or_several_is_not_applied(text):
    assert corrected(text, "C WA POINT CHARLIE") is None


def test_a_text_without_corrections_has_no_corrected_view():
    assert corrected("TEXT") is None

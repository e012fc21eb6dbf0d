"""Who classified: name and position, read by custom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram import data
from telegram.values.classified_by import classified_by_of, reason


@pytest.mark.parametrize(
    ("who", "position", "name"),
    [
        ("Training Officer Pat Example", "Training Officer", "Pat Example"),
        ("DCM PAT EXAMPLE", "DCM", "PAT EXAMPLE"),
        ("ECON COUNSELOR EXAMPLE", "ECON COUNSELOR", "EXAMPLE"),
        ("POL/ECON CHIEF MARY ANN EXAMPLE", "POL/ECON CHIEF", "MARY ANN EXAMPLE"),
        ("CONSUL GENERAL PAT Q. EXAMPLE", "CONSUL GENERAL", "PAT Q. EXAMPLE"),
        ("Charge d'Affaires a.i. Pat Example", "Charge d'Affaires a.i.", "Pat Example"),
        ("AMB. PAT EXAMPLE JR.", "AMB.", "PAT EXAMPLE JR"),
        ("DIRECTOR OF THE OFFICE PAT EXAMPLE", "DIRECTOR OF THE OFFICE", "PAT EXAMPLE"),
        ("SENIOR DIRECTOR FOR BOATS PAT EXAMPLE", "SENIOR DIRECTOR FOR BOATS", "PAT EXAMPLE"),
        ("PAT EXAMPLE, POLITICAL COUNSELOR", "POLITICAL COUNSELOR", "PAT EXAMPLE"),
        ("AMBASSADOR EXAMPLE", "AMBASSADOR", "EXAMPLE"),
        ("HARBORMASTER PAT Q. EXAMPLE", "HARBORMASTER", "PAT Q. EXAMPLE"),
        ("EXAMPLE", None, "EXAMPLE"),
    ],
)
def test_position_and_name(who, position, name):
    by = classified_by_of(f"{who} FOR REASONS 1.4 (B) AND (D).")

    assert (by.position, by.name) == (position, name)
    assert by.reasons == ("b", "d")


WORDS = st.sampled_from(
    [row["word"] for row in data.rows("positions")] + ["PAT", "Q.", "EXAMPLE", "OF", "JR."]
)


@given(st.lists(WORDS, min_size=1, max_size=7))
def test_position_and_name_are_all_the_words(words):
    by = classified_by_of(f"{' '.join(words)} FOR REASONS 1.4 (B).")

    assert by.name is not None
    assert f"{by.position or ''} {by.name}".split() == " ".join(words).rstrip(".").split()


def test_a_letter_says_what_may_be_damaged():
    assert reason("d") == (
        "foreign relations or foreign activities, including confidential sources"
    )
    assert reason("x") is None

"""Characters that circuits do not carry: what the findings propose."""

import pytest

import telegram


@pytest.mark.parametrize(
    ("sign", "meant"), [("\x12", "'"), ("\x13", '"'), ("\x14", '"'), ("\x05", "..."), ("\x16", "-")]
)
def test_what_seven_bits_left_of_a_typographic_sign_is_named(sign, meant):
    text = (
        f"R 150800Z JAN 20\nFM EXERCISE STAFF\nTO EXERCISE UNIT\nBT\nUNCLAS\nNAVY{sign}S OWN.\nBT\n"
    )

    report = telegram.check(text, dialect="acp127-us")

    (found,) = [each for each in report if each.code == "TG134"]
    assert found.fix is not None
    assert report.fixed() == text
    assert report.fixed(unsafe=True).splitlines()[5] == f"NAVY{meant}S OWN."


def test_another_control_is_left_to_the_reader():
    text = "R 150800Z JAN 20\nFM EXERCISE STAFF\nTO EXERCISE UNIT\nBT\nUNCLAS\nA\x1bB\nBT\n"

    (found,) = [e for e in telegram.check(text, dialect="acp127-us") if e.code == "TG134"]

    assert found.fix is None

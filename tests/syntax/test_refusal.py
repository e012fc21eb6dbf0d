"""Why a line is refused: the place, what could have stood there in a person's words, and what
stands there.
"""

import pytest

from telegram.syntax import refusal


@pytest.mark.parametrize(
    ("rule", "line", "position", "expected", "found"),
    [
        (
            "acp127-us:fl3",
            "DE RUEHSN #1029 3702134",
            16,
            "a day of the year (001 to 366)",
            "3702134",
        ),
        ("acp127-us:fl3", "DE RUEHSN #1029 241213X", 19, "a time of day, HHMM", "213X"),
        ("acp127-us:fl3", "DE RUEHSN 1029 2412134", 10, "number sign", "1029"),
        (
            "acp127:fl2",
            "PP RUEHC RU5HPE",
            9,
            "a routing indicator (R or Q, then three to six letters)",
            "RU5HPE",
        ),
        ("acp127:fl2", "PP", 2, "a blank", ""),
        ("plaindress:fl5", "R 2809X0Z FEB 75", 4, "a time of day, HHMM (2400 is read)", "09X0Z"),
        ("acp127:fl4", "ZNR UUUU", 4, "the classification letter five times", "UUUU"),
        (
            "janap128:fl2",
            "RTTUZYUW RUWTABA0014 1051530-UUUU-RUEBXYZ.",
            33,
            "the start of routing, two hyphens",
            "-RUEBXYZ.",
        ),
    ],
)
def test_a_refusal_says_where_and_what(rule, line, position, expected, found):
    why = refusal(rule, line)

    assert why is not None
    assert why.rule == rule
    assert (why.position, why.found) == (position, found)
    assert expected in " or ".join(why.expected)


@pytest.mark.parametrize(
    ("rule", "line"), [("acp127-us:fl3", "DE RUEHSN #1029 2412134"), ("plaindress:bt", "BT")]
)
def test_what_is_accepted_is_not_refused(rule, line):
    assert refusal(rule, line) is None


def test_a_refusal_reads_as_a_sentence():
    assert str(refusal("acp127:fl2", "PP RUEHC RU5HPE")) == (
        "expected a routing indicator (R or Q, then three to six letters), found 'RU5HPE'"
    )


def test_terminals_imported_from_another_file_are_among_what_was_expected():
    """Lark takes their names, which have a lower-case prefix, for rules."""
    why = refusal("plaindress:fl5", "R 280900ZZ FEB 75")

    assert why is not None
    assert why.expected == ("a time zone letter",)


def test_an_endless_line_is_explained_by_its_beginning():
    why = refusal("plaindress:fl6", "FM EXERCISE % " + "EXERCISE " * 1_000_000)

    assert why is not None
    assert why.found == "%"

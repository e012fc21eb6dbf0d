"""Control markings of generated messages: in each of their places, which agree."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import telegram
from telegram import Generator
from telegram.dialects import dialect
from telegram.generating import CONTROLS
from telegram.generating.controls import ANY, fitting
from tests.corpus.generated import COMBINATIONS, PRINTOUTS, differences

SEEDS = st.integers(0, 2**32)
YEARS = {"state-1970s": range(1976, 1995), "state-smart": range(2010, 2050)}


def makes(name: str, text: str, control: str) -> bool:
    """Whether a dialect and a text have a control at all."""
    try:
        found = fitting(control, text, None, labelled=bool(dialect(name).labels))
    except ValueError:
        return False
    years = YEARS.get(name, range(1974, 2050))
    return any(c.used_on(date(year, 1, 1)) for c in found for year in years)


MADE = [
    (name, text, control)
    for name, text in (*COMBINATIONS, *PRINTOUTS)
    for control in CONTROLS
    if makes(name, text, control)
]


def test_every_control_is_made_somewhere():
    assert {control for _, _, control in MADE} == set(CONTROLS)


@settings(max_examples=150)
@given(kind=st.sampled_from(MADE), seed=SEEDS, number=st.integers(1, 300))
def test_a_message_with_a_control_is_clean_as_sent_and_says_what_was_meant(kind, seed, number):
    name, text, control = kind
    generator = Generator(
        dialect=name, text=text, seed=seed, classification=None, control=control, exempt=0
    )

    assert list(differences(generator.made(number))) == []


@settings(max_examples=40)
@given(
    kind=st.sampled_from([each for each in MADE if each[2] == ANY]),
    seed=SEEDS,
    data=st.data(),
    level=st.sampled_from([None, "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"]),
)
def test_any_control_is_one_of_the_year_and_the_level(kind, seed, data, level):
    name, text, _ = kind
    year = data.draw(st.sampled_from(YEARS.get(name, range(1976, 2050))))
    generator = Generator(
        dialect=name, text=text, seed=seed, classification=level, control=ANY, year=year
    )
    made = generator.made(1)
    found = made.message.classification

    assert list(differences(made)) == []
    assert level in (None, "UNCLASSIFIED") or found is None or str(found.level) == level


SHOWN = [
    ("acp127-us", "sets", "NOFORN", "SECRET", "S E C R E T NOFORN //N", "ZNY SSSSS", "(S//NF)"),
    ("janap128", "plain", "SPECAT", "SECRET", "S E C R E T SPECAT", "ZNY SSSSS/BBBBB", "(S)"),
    ("acp127", "plain", "EFTO", "UNCLASSIFIED", "UNCLAS E F T O", "ZNY EEEEE", "(U)"),
    ("janap128", "sets", "FOUO", "UNCLASSIFIED", "UNCLAS FOUO //N", "ZNR UUUUU", "(U//FOUO)"),
    ("acp127-us", "state", "EFTO", "UNCLASSIFIED", "UNCLAS EFTO ", "ZNY EEEEE ZZH", "(U)"),
    ("acp127-us", "state", "NOFORN", "CONFIDENTIAL", "\n\nNOFORN\n", "ZNY CCCCC ZZH", "(C/NF)"),
    ("acp127-us", "state", "SENSITIVE", "UNCLASSIFIED", "\n\nSENSITIVE\n", "ZNR UUUUU", "(SBU)"),
    (
        *("acp127-us", "state", "LIMITED OFFICIAL USE", "UNCLASSIFIED"),
        *("LIMITED OFFICIAL USE ", "ZNY EEEEE ZZH", "(LOU)"),
    ),
    (
        *("janap128", "plain", "SPECAT SIOP-ESI", "TOP SECRET"),
        *("T O P  S E C R E T SPECAT SIOP-ESI", "ZNY TTTTT/AAAAA", "(TS)"),
    ),
    ("janap128", "sets", "PSEUDO-SPECAT", "UNCLASSIFIED", "UNCLAS //N", "ZNR UUUUU/BBBBB", "(U)"),
]


@pytest.mark.parametrize(("name", "text", "control", "level", "line", "security", "mark"), SHOWN)
def test_a_control_stands_in_each_of_its_places(name, text, control, level, line, security, mark):
    year = 1985 if control == "LIMITED OFFICIAL USE" else 1999
    message = telegram.generate(
        name, seed=7, text=text, control=control, classification=level, year=year
    )
    found = str(message)

    assert f"\n{security}" in found
    assert line in found
    assert mark in found
    routing = message.heading.routing
    assert routing is not None
    assert routing.classification in (None, security[4])


def test_a_text_released_to_an_ally_has_its_code_where_one_of_its_units_is_called():
    generator = Generator(
        dialect="janap128", text="plain", seed=3, classification="SECRET", control="REL TO"
    )
    headings = [message.heading for message in generator.messages(40)]
    pairs = [(each.security, each.routing) for each in headings if each.security and each.routing]
    coded = [(security, routing) for security, routing in pairs if security.release]

    assert {security.characters for security, _ in coded} == {"SSSCC", "SSSXX"}
    for security, routing in coded:
        (code,) = security.release
        assert routing.release == (code,)
        assert any(code.fits(each.letters) for each in routing.indicators)


@pytest.mark.parametrize("control", ["NOFORN", "SPECAT", "SENSITIVE NOFORN", "EFTO"])
def test_each_section_says_the_control(control):
    generator = Generator(seed=3, sections=2, control=control, classification=None)
    made = [generator.made(number) for number in (1, 2)]

    assert [list(differences(each, whole=False)) for each in made] == [[], []]
    first, second = (each.message.classification for each in made)
    assert first is not None
    assert second is not None
    assert first.caveats == second.caveats != ()
    assert telegram.join([each.message for each in made]).complete


@pytest.mark.parametrize(
    ("wishes", "reason"),
    [
        ({"control": "COSMIC"}, "no control 'COSMIC'; there are NOFORN, REL TO"),
        ({"control": "NOFORN"}, "stands beside CONFIDENTIAL, SECRET, TOP SECRET, not beside UNCL"),
        ({"control": "FOUO"}, "stands on texts of sets and plain, not of state"),
        ({"control": "EFTO", "dialect": "state-smart"}, "a label takes its place"),
        ({"control": "SENSITIVE", "dialect": "state-1970s"}, "not used from 1974 to 1994"),
        ({"control": "SENSITIVE", "year": 1990}, "not used on 1990-01-01, the day of message 1"),
        ({"control": "LIMITED OFFICIAL USE", "year": 2000}, "not used on 2000"),
    ],
)
def test_a_control_that_cannot_be_is_refused_with_the_reason(wishes, reason):
    with pytest.raises(ValueError, match=reason):
        Generator(**wishes).message(1)

"""The overall marking of portions: printed examples, and laws for any portions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram.diagnostics import Severity
from telegram.values.markings.marking import Marking, problems
from telegram.values.markings.portion_marking import PortionMarking
from telegram.values.markings.release import common_countries
from telegram.values.markings.rollup import Evidence, roll_up


def rolled(*portions: str, on: date | None = None) -> str:
    return str(roll_up([PortionMarking.parse(text, "ic-2016") for text in portions], on=on))


EXAMPLES = [
    (("(C//NF)", "(S//REL TO USA, CAN)"), "SECRET//NOFORN"),
    (("(C//REL TO USA, AUS, FVEY)", "(C//REL TO USA, FVEY)"), "CONFIDENTIAL//REL TO USA, FVEY"),
    (("(S//REL TO USA, AUS)", "(S//REL TO USA, JPN)"), "SECRET//NOFORN"),
    (("(S//REL TO USA, AUS)", "(S)"), "SECRET//NOFORN"),
    (("(S//REL TO USA, AUS)", "(U)"), "SECRET//REL TO USA, AUS"),
    (("(S//REL TO USA, AUS)", "(U//PR)"), "SECRET//NOFORN/PROPIN"),
    (("(S//REL TO USA, AUS)", "(U//FOUO)"), "SECRET//REL TO USA, AUS"),
    (("(S//RELIDO)", "(S//REL TO USA, AUS)"), "SECRET//NOFORN"),
    (
        ("(S//REL TO USA, AUS/RELIDO)", "(S//REL TO USA, AUS/RELIDO)"),
        "SECRET//REL TO USA, AUS/RELIDO",
    ),
    (("(S//DISPLAY ONLY AFG)", "(S//REL TO USA, AFG)"), "SECRET//DISPLAY ONLY AFG"),
    (("(S//DISPLAY ONLY AFG)", "(S//DISPLAY ONLY IRQ)"), "SECRET//NOFORN"),
    (("(C)", "(U//LES)", "(S//RELIDO)"), "SECRET//RELIDO//LES"),
    (("(C//LES)", "(S//RELIDO)"), "SECRET//NOFORN//LES"),
    (("(U//FOUO)", "(S)"), "SECRET"),
    (("(U//FOUO)", "(U//PR)"), "UNCLASSIFIED//PROPIN"),
    (("(U//FOUO)", "(U//NF)"), "UNCLASSIFIED//FOUO/NOFORN"),
    (("(S//OC-USGOV)", "(S//OC)"), "SECRET//ORCON"),
    (("(S//RD-SG 15//NF)", "(S//FRD-SG 14//NF)"), "SECRET//RD-SIGMA 14 15//NOFORN"),
    (("(U//DCNI)", "(S//REL TO USA, AUS)"), "SECRET//NOFORN"),
    (("(U//DCNI)", "(U)"), "UNCLASSIFIED//DOD UCNI"),
    (("(S//NF//XD)", "(S//NF//ND)"), "SECRET//NOFORN//NODIS"),
    (("(U//SBU)", "(C//NF)"), "CONFIDENTIAL//NOFORN"),
    (("(U//SBU-NF)", "(C)"), "CONFIDENTIAL//NOFORN"),
    (("(U//LES-NF)", "(C)"), "CONFIDENTIAL//NOFORN//LES"),
    (("(U//LES-NF)", "(U)"), "UNCLASSIFIED//LES NOFORN"),
    (("(//NS)", "(//NC)"), "//NATO SECRET"),
    (("(//NS)", "(C)"), "SECRET//FGI NATO"),
    (("(//CTS//BOHEMIA)", "(S//NF)"), "TOP SECRET//BOHEMIA//FGI NATO//NOFORN"),
    (("(//NS//ATOMAL)", "(S//NF)"), "SECRET//ATOMAL//FGI NATO//NOFORN"),
    (("(//DEU R)", "(U)"), "CONFIDENTIAL//FGI DEU"),
    (("(//FGI S)", "(//DEU S)"), "SECRET//FGI"),
    (
        ("(TS//SI-G ABCD//OC/NF)", "(TS//SI-G EFGH/TK//OC/NF)"),
        "TOP SECRET//SI-G ABCD EFGH/TK//ORCON/NOFORN",
    ),
    (("(S//SAR-AA//NF)", "(S//SAR-BB-1//NF)"), "SECRET//SAR-AA/BB-1//NOFORN"),
    (("(CUI)", "(U)"), "CUI"),
    (("(CUI)", "(S//NF)"), "SECRET//CUI//NOFORN"),
]


@pytest.mark.parametrize(("portions", "banner"), EXAMPLES, ids=lambda value: str(value))
def test_portions_give_the_banner(portions, banner):
    assert rolled(*portions) == banner
    assert rolled(*reversed(portions)) == banner


def test_uncaveated_text_counts_as_relido_from_28_june_2010():
    portions = ("(C)", "(S//RELIDO)")

    assert rolled(*portions, on=date(2010, 6, 27)) == "SECRET//NOFORN"
    assert rolled(*portions, on=date(2010, 6, 28)) == "SECRET//RELIDO"


def test_every_part_names_the_portions_it_comes_from():
    texts = ("(U)", "(S//NF)", "(C//SI//REL TO USA, NZL)", "(//DEU C)")
    result = roll_up([PortionMarking.parse(text) for text in texts])

    assert str(result) == "SECRET//SI//FGI DEU//NOFORN"
    assert result.evidence == (
        Evidence("level", "SECRET", (1,)),
        Evidence("sci", "SI", (2,)),
        Evidence("fgi", "DEU", (3,)),
        Evidence("dissemination", "NOFORN", (1,)),
    )


def test_a_control_that_follows_from_several_names_them():
    texts = ("(U)", "(S//REL TO USA, AUS)", "(S//REL TO USA, JPN)")
    result = roll_up([PortionMarking.parse(text) for text in texts])

    assert result.evidence[-1] == Evidence("dissemination", "NOFORN", (1, 2))


def test_nothing_cannot_be_rolled_up():
    with pytest.raises(ValueError, match="no portions"):
        roll_up([])


def test_common_countries_keep_a_tetragraph_that_all_name():
    both = common_countries([frozenset({"NATO", "AUS", "CAN"}), frozenset({"NATO", "FVEY"})])

    assert both == {"NATO", "AUS"}


VALID = (
    *(
        "(U)",
        "(C)",
        "(S)",
        "(TS)",
        "(U//FOUO)",
        "(U//LES)",
        "(U//SBU)",
        "(U//SBU-NF)",
        "(U//LES-NF)",
    ),
    *("(S//NF)", "(C//REL TO USA, AUS)", "(S//REL TO USA, FVEY)", "(S//RELIDO)", "(U//NF)"),
    *("(S//DISPLAY ONLY AFG)", "(S//OC/NF)", "(S//OC-USGOV/NF)", "(S//IMC)", "(C//PR)", "(U//SSI)"),
    *("(TS//SI-G ABCD//OC/NF)", "(S//TK//NF)", "(S//SAR-AA-1 X//NF)", "(S//RD-CNWDI//NF)"),
    *("(S//FRD-SG 14//NF)", "(S//FGI DEU)", "(S//FGI)", "(//DEU C)", "(//NS)", "(//CTS//BOHEMIA)"),
    *("(S//NF//XD)", "(S//NF//ND)", "(U//DCNI)", "(U//DSEN)", "(S//FISA)", "(C//REL TO USA, NATO)"),
)
PORTIONS = st.lists(
    st.sampled_from([PortionMarking.parse(text, "ic-2016") for text in VALID]),
    min_size=1,
    max_size=6,
)


def errors(text: str) -> list[str]:
    return [d.name for d in problems(text, "ic-2016") if d.severity is Severity.ERROR]


@given(PORTIONS, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(portions, random):
    shuffled = portions + portions[:1]
    random.shuffle(shuffled)

    assert roll_up(shuffled).marking == roll_up(portions).marking


@given(PORTIONS)
def test_rolling_up_a_result_gives_it_back(portions):
    result = roll_up(portions).marking

    assert roll_up([result]).marking == result
    assert Marking.parse(str(result)) == result


@given(PORTIONS)
def test_the_result_protects_every_portion_and_is_valid(portions):
    result = roll_up(portions).marking

    assert all(portion.level <= result.level for portion in portions)
    assert errors(str(result)) == []


@given(PORTIONS)
def test_every_part_of_the_result_has_its_grounds(portions):
    for evidence in roll_up(portions).evidence:
        assert evidence.portions
        assert {*evidence.portions} <= {*range(len(portions))}

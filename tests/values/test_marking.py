"""Markings: values, their texts, and what both regimes say of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram.diagnostics import FieldError, Safety, Severity, apply_fixes
from telegram.values.classification import Classification
from telegram.values.markings.marking import Marking, problems
from telegram.values.markings.parts import (
    AtomicControl,
    Compartment,
    ControlledInformation,
    ControlSystem,
    ForeignInformation,
    Program,
    SpecialAccess,
)
from telegram.values.markings.portion_marking import PortionMarking, portion_problems
from telegram.values.markings.regimes import regime_on, regimes_named
from telegram.values.markings.vocabulary import controls, members_of

WORKED = [
    ("SECRET//TK//IMCON/REL TO USA, AUS, GBR", {"rel_to": ("USA", "AUS", "GBR")}),
    (
        "TOP SECRET//SI-ABC//SAR-FERN-A1 7//ORCON/NOFORN",
        {
            "sci": (ControlSystem("SI", (Compartment("ABC"),)),),
            "sap": SpecialAccess((Program("FERN", (Compartment("A1", ("7",)),)),)),
        },
    ),
    (
        "CONFIDENTIAL//FGI CAN NATO//REL TO USA, CAN, NATO",
        {"fgi": ForeignInformation(("CAN", "NATO"))},
    ),
    ("//AUS GBR CONFIDENTIAL", {"system": "NON-US", "owners": ("AUS", "GBR")}),
    ("//COSMIC TOP SECRET//ATOMAL", {"system": "NATO", "nato": ("ATOMAL",)}),
    ("UNCLASSIFIED//LES/SSI", {"non_ic": ("LES", "SSI")}),
    (
        "CUI//SP-CTI/PRVCY//FED ONLY",
        {"cui": ControlledInformation(("CTI",), ("PRVCY",)), "dissemination": ("FED ONLY",)},
    ),
    ("CUI//ATTORNEY-CLIENT/DELIBERATIVE", {"dissemination": ("ATTORNEY-CLIENT", "DELIBERATIVE")}),
    ("SECRET//HARBOR-AB//NOFORN", {"sci": (ControlSystem("HARBOR", (Compartment("AB"),)),)}),
    ("TOP SECRET//BALK//NOFORN", {"nato": ("BALK",)}),
    ("SECRET//RD/ATOMAL//NOFORN", {"aea": (AtomicControl("RD"),), "nato": ("ATOMAL",)}),
    ("SECRET//FGI//NOFORN", {"fgi": ForeignInformation()}),
    ("//FGI SECRET", {"system": "FGI", "owners": ()}),
    ("//NATO EXERCISE SECRET", {"system": "NATO", "owners": ("EXERCISE",)}),
    ("SECRET//DISPLAY ONLY AFG, IRQ", {"display_only": ("AFG", "IRQ")}),
    ("CONFIDENTIAL//USA/AUS/GBR EYES ONLY", {"eyes_only": ("USA", "AUS", "GBR")}),
    ("SECRET//SAR-MULTIPLE PROGRAMS//NOFORN/WAIVED", {"sap": SpecialAccess(multiple=True)}),
    ("SECRET//HVSACO", {"sap": SpecialAccess(hvsaco=True)}),
    ("SECRET//ACCM-FERN/MOSS/EXDIS", {"accm": ("FERN", "MOSS"), "non_ic": ("EXDIS",)}),
    ("SECRET//FGI GBR//CUI//NOFORN", {"cui": ControlledInformation()}),
]
PORTIONS = [
    ("(S//RD-SG 15//NF)", "any", "SECRET//RD-SIGMA 15//NOFORN"),
    ("(//NC)", "any", "//NATO CONFIDENTIAL"),
    ("(//CTS//BOHEMIA)", "any", "//COSMIC TOP SECRET//BOHEMIA"),
    ("(U//SBU-NF)", "any", "UNCLASSIFIED//SBU NOFORN"),
    ("(//FGI S)", "any", "//FGI SECRET"),
    ("(//AUS GBR C)", "any", "//AUS GBR CONFIDENTIAL"),
    ("(U//DCNI)", "ic-2016", "UNCLASSIFIED//DOD UCNI"),
    ("(S//OC/REL TO USA, AUS)", "any", "SECRET//ORCON/REL TO USA, AUS"),
    ("(C/NF)", "telegram", "CONFIDENTIAL//NOFORN"),
    ("(S-NF)", "telegram", "SECRET//NOFORN"),
    ("(C,NF)", "telegram", "CONFIDENTIAL//NOFORN"),
    ("(SBU/N)", "telegram", "UNCLASSIFIED//SBU NOFORN"),
    ("(SBU)", "telegram", "UNCLASSIFIED//SBU"),
    ("(FOUO)", "telegram", "UNCLASSIFIED//FOUO"),
    ("(S-FRD)", "telegram", "SECRET//FRD"),
    ("(C/RD/N)", "telegram", "CONFIDENTIAL//RD-CNWDI"),
    ("(S-CNWDI)", "telegram", "SECRET//RD-CNWDI"),
    ("(S/FRD/N)", "telegram", "SECRET//FRD//NOFORN"),
    ("(LOU)", "telegram", "UNCLASSIFIED//LIMITED OFFICIAL USE"),
    ("(FGI-C)", "telegram", "//FGI CONFIDENTIAL"),
    ("(XM-C)", "telegram", "//XM CONFIDENTIAL"),
    ("(C/REL UK)", "telegram", "CONFIDENTIAL//REL TO UK"),
    ("(S/REL TO USA, AUS)", "telegram", "SECRET//REL TO USA, AUS"),
    ("(S/OC/NF)", "telegram", "SECRET//ORCON/NOFORN"),
]


def errors(found):
    return [d.name for d in found if d.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "wanted"), WORKED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_banner_is_read_without_an_error_and_written_as_it_was(text, wanted):
    marking = Marking.parse(text)

    assert {name: getattr(marking, name) for name in wanted} == wanted
    assert errors(problems(text)) == []
    assert str(marking) == text
    assert PortionMarking.parse(marking.portion).marking == marking


@pytest.mark.parametrize(("text", "regime", "banner"), PORTIONS, ids=lambda value: str(value))
def test_a_portion_mark_knows_its_banner(text, regime, banner):
    portion = PortionMarking.parse(text, regime)

    assert (portion.banner, str(portion)) == (banner, text)
    assert errors(portion_problems(text, regime)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SECRET//NOFORN/SI", ["control-unknown"]),
        ("SECRET//RELIDO/NOFORN", ["control-out-of-order", "controls-exclusive"]),
        ("SECRET//REL TO USA CAN", ["country-separator"]),
        ("SECRET//TK/SI-G//NOFORN", ["sci-order", "companion-missing", "level-not-allowed"]),
        ("SECRET//NOFORN//", ["empty-category"]),
        ("TS//NF", ["classification-abbreviated-in-banner", "control-abbreviation-in-banner"]),
        ("SECRET//NOFORN,PROPIN", ["control-unknown"]),
        ("UNCLASSIFIED//DOE UCNI/DOD UCNI", ["control-out-of-order"]),
        ("SECRET//RD/RD//NOFORN", ["control-repeated"]),
        ("SECRET//SI/SI", ["control-repeated"]),
        ("SECRET//SAR-AA/AA", ["control-repeated"]),
        ("SECRET//ORCON/NOFORN/ORCON", ["control-repeated", "control-out-of-order"]),
    ],
)
def test_the_faults_of_a_banner_are_all_found(text, names):
    assert sorted(d.name for d in problems(text, "ic-2016")) == sorted(names)


def test_faults_leave_the_fields_as_they_were_written():
    assert Marking.parse("SECRET//REL TO USA CAN").rel_to == ("USA", "CAN")
    assert Marking.parse("SECRET//REL TO USA, GBR, AUS").rel_to == ("USA", "GBR", "AUS")
    assert Marking.parse("SECRET//NOFORN/EXERCISE").other == ("EXERCISE",)


@pytest.mark.parametrize(
    ("text", "ic", "dod"),
    [
        ("UNCLASSIFIED//NOFORN", [], ["level-not-allowed"]),
        ("SECRET//TK", [], ["companion-missing"]),
        ("SECRET//IMCON", [], ["companion-missing"]),
        ("//NATO SECRET//NOFORN", [], ["nato-with-noforn"]),
        ("//JOINT SECRET AUS GBR", ["companion-missing", "joint-without-usa"], []),
        ("SECRET//EXDIS", ["companion-missing"], []),
        ("SECRET//SBU", ["level-not-allowed"], []),
        ("CONFIDENTIAL//HCS//NOFORN", ["level-not-allowed"], []),
        ("SECRET//ORCON/RELIDO", ["controls-exclusive"], []),
    ],
)
def test_the_manuals_disagree_where_the_reference_says(text, ic, dod):
    """A marking is valid under ``any`` when one of the two accepts it."""
    assert sorted(errors(problems(text, "ic-2016"))) == ic
    assert sorted(errors(problems(text, "dod-2012"))) == dod
    assert errors(problems(text)) == []


@pytest.mark.parametrize(
    "text", ["", "()", "( )", "HARBOR", "NOFORN", "//", "////", "(//)", "SECRETE"]
)
def test_without_a_classification_there_is_no_marking(text):
    """What is missing is said with a place inside the text."""
    parse = PortionMarking.parse if text.startswith("(") else Marking.parse
    with pytest.raises(FieldError) as caught:
        parse(text)

    assert 0 <= caught.value.span.start <= caught.value.span.end <= len(text)


def test_markings_are_ordered_by_level_and_equal_by_everything():
    high, higher = Marking.parse("SECRET//NOFORN"), Marking.parse("TOP SECRET")

    assert high < higher
    assert high <= Marking.parse("SECRET//SI") <= high
    assert Marking.parse("SECRET//SI") != high
    assert PortionMarking.parse("(U)") < PortionMarking.parse("(C//NF)")
    assert max(Marking.parse("CUI"), high).level == Classification("SECRET")


@pytest.mark.parametrize(
    ("on", "severity"),
    [
        (None, [Severity.NOTE]),
        (date(1990, 1, 1), []),
        (date(2000, 1, 1), [Severity.WARNING]),
    ],
)
def test_a_control_that_ended_is_reported_after_its_end(on, severity):
    found = [d for d in problems("SECRET//NOFORN/WNINTEL", on=on) if d.name == "control-retired"]

    assert [d.severity for d in found] == severity


@pytest.mark.parametrize(
    ("text", "system", "ended"),
    [
        ("TOP SECRET UMBRA", "UMBRA", True),
        ("TOP SECRET//COMINT//NOFORN", "SI", True),
        ("SECRET//EL", "EL", True),
        ("SECRET//KDK//NOFORN", "KDK", True),
        ("SECRET//SI", "SI", False),
    ],
)
def test_former_control_systems_are_read_and_noted(text, system, ended):
    found = [d.name for d in problems(text, "ic-2016")]

    assert [s.system for s in Marking.parse(text).sci] == [system]
    assert found == ["control-retired"] * ended
    assert list(problems(text, "ic-2016", on=date(1990, 1, 1))) == []


def test_restricted_was_a_level_until_1953():
    assert errors(problems("RESTRICTED", on=date(1950, 1, 1))) == []
    assert errors(problems("RESTRICTED")) == ["restricted-not-us"]


def test_short_forms_stand_for_the_lists_of_the_banner():
    banner = Marking.parse("SECRET//REL TO USA, AUS")

    assert PortionMarking.parse("(S//REL)", banner=banner).marking.rel_to == ("USA", "AUS")
    assert errors(portion_problems("(S//REL)", banner=banner)) == []
    joint = Marking.parse("//JOINT SECRET GBR USA//REL TO USA, GBR")
    assert PortionMarking.parse("(//JOINT S//REL)", banner=joint).marking == joint


def test_regimes_are_chosen_by_name_or_by_date():
    assert [str(one) for one in regimes_named("any")] == ["ic-2016", "dod-2012"]
    assert (regime_on(date(1990, 1, 1)), regime_on(date(2013, 1, 1))) == ("telegram", "any")
    with pytest.raises(KeyError, match="navy, state, any"):
        list(problems("SECRET", "army"))


NAMES = st.text("ABCXYZ12", min_size=2, max_size=3)
COMPARTMENTS = st.lists(st.builds(Compartment, NAMES, st.tuples(NAMES)), max_size=2).map(tuple)
IC = sorted(set(controls("ic-dissem")) - {"REL TO", "DISPLAY ONLY", "EYES ONLY"})
OTHERS = sorted(set(controls("non-ic-dissem")) - {"ACCM"})
COUNTRIES = st.lists(st.sampled_from(["AUS", "CAN", "GBR", "NZL", "NATO", "FVEY"]), max_size=3)
MARKINGS = st.builds(
    Marking,
    st.sampled_from(["UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"]).map(Classification),
    sci=st.lists(
        st.builds(ControlSystem, st.sampled_from(["SI", "TK", "HCS"]), COMPARTMENTS), max_size=2
    ).map(tuple),
    sap=st.none()
    | st.lists(st.builds(Program, NAMES, COMPARTMENTS), min_size=1, max_size=2).map(
        lambda programs: SpecialAccess(tuple(programs))
    ),
    aea=st.lists(
        st.builds(AtomicControl, st.just("RD"), st.booleans(), st.just((14, 20)) | st.just(())),
        max_size=1,
    ).map(tuple),
    fgi=st.none() | COUNTRIES.map(tuple).map(ForeignInformation),
    dissemination=st.lists(st.sampled_from(IC), max_size=3).map(tuple),
    rel_to=COUNTRIES.map(lambda codes: ("USA", *codes) if codes else ()),
    display_only=COUNTRIES.map(tuple),
    non_ic=st.lists(st.sampled_from(OTHERS), max_size=2).map(tuple),
)
WORDS = st.sampled_from(
    [
        *("SECRET", "S", "U", "//", "/", "-", " ", ", ", "NOFORN", "NF", "REL TO", "USA", "AUS"),
        *("SI", "G", "SAR-", "RD", "SIGMA 18", "FGI", "NATO", "JOINT", "CUI", "SP-", "EYES ONLY"),
        *("SBU", "ACCM-", "ATOMAL", "X1", "(", ")", "s", "é", "\t", "REL", "DISPLAY ONLY", "000"),
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map("".join) | st.text(max_size=20)


@given(MARKINGS)
def test_a_marking_reads_what_it_writes(marking):
    assert Marking.parse(str(marking)) == marking.canonical
    assert PortionMarking.parse(marking.portion).marking == marking.canonical
    assert marking.canonical.canonical == marking.canonical


@given(TEXTS, st.sampled_from(["any", "ic-2016", "dod-2012", "telegram", "navy", "state"]))
def test_any_text_is_judged_with_places_inside_it(text, regime):
    for judge in (problems, portion_problems):
        for found in judge(text, regime):
            assert 0 <= found.span.start <= found.span.end <= len(text)
            assert found.message


INSIDE = st.lists(WORDS.filter(lambda word: word not in ("(", ")", "\t")), max_size=12)
FIRST = st.sampled_from(["SECRET", "//DEU SECRET", "//NATO SECRET", "CUI", "s", "//FGI S"])


def readable():
    """Texts that have a classification, and behind it anything."""
    return st.builds("{}//{}".format, FIRST, INSIDE.map("".join)).map(Marking.parse)


def refusal(parse, text: str, regime: str) -> str:
    """The name of the rule by which a text is refused, or nothing."""
    try:
        parse(text, regime)
    except FieldError as error:
        return error.diagnostic.name
    return ""


@given(TEXTS, st.sampled_from(["any", "telegram"]))
def test_a_text_that_is_no_marking_is_refused_as_one(text, regime):
    """Only `FieldError`, by one of the rules of the first place."""
    for parse in (Marking.parse, PortionMarking.parse):
        assert refusal(parse, text, regime) in {
            *("", "marking-empty", "classification-unknown", "classification-missing"),
            "owner-missing",
        }


@given(readable())
def test_the_text_of_a_marking_is_a_fixed_point(marking):
    """Whatever was read, with any fault, has a text that means the same level and stays."""
    again = Marking.parse(str(marking))

    assert again.level == marking.level
    assert str(Marking.parse(str(again))) == str(again)


@pytest.mark.parametrize(
    ("text", "safe", "unsafe"),
    [
        ("secret//noforn", "SECRET//NOFORN", "SECRET//NOFORN"),
        ("SECRET // NOFORN", "SECRET//NOFORN", "SECRET//NOFORN"),
        ("TOP  SECRET//NOFORN", "TOP SECRET//NOFORN", "TOP SECRET//NOFORN"),
        ("SECRET//NF", "SECRET//NF", "SECRET//NOFORN"),
        (
            "SECRET//REL TO USA, GBR, AUS",
            "SECRET//REL TO USA, GBR, AUS",
            "SECRET//REL TO USA, AUS, GBR",
        ),
        ("SECRET//REL TO USA CAN", "SECRET//REL TO USA CAN", "SECRET//REL TO USA, CAN"),
    ],
)
def test_what_cannot_change_the_meaning_is_mended_unasked(text, safe, unsafe):
    fixes = [found.fix for found in problems(text) if found.fix is not None]

    assert apply_fixes(text, [f for f in fixes if f.safety is Safety.SAFE]) == safe
    assert apply_fixes(text, fixes) == unsafe
    assert errors(problems(unsafe)) == []
    assert str(Marking.parse(text)) == str(Marking.parse(unsafe))


def test_tetragraphs_stand_for_their_members():
    assert members_of("FVEY") == {"AUS", "CAN", "GBR", "NZL", "USA"}
    assert members_of("KFOR") == {"KFOR"}
    assert members_of("AUS") == {"AUS"}


@pytest.mark.parametrize(
    ("title", "abbreviation"),
    [
        ("SECRET//NOT RELEASABLE TO FOREIGN NATIONALS", "SECRET//NOFORN"),
        ("SECRET//SPECIAL INTELLIGENCE//ORIGINATOR CONTROLLED", "SECRET//SI//ORCON"),
        ("UNCLASSIFIED//LAW ENFORCEMENT SENSITIVE", "UNCLASSIFIED//LES"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED//FOUO"),
    ],
)
def test_a_banner_may_say_a_control_by_its_title(title, abbreviation):
    assert Marking.parse(title) == Marking.parse(abbreviation)
    assert [found.name for found in problems(title)] == []

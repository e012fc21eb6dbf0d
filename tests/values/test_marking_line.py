"""Classification lines: State and naval forms, what they hold, and what is wrong with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram.diagnostics import FieldError, Safety, Severity, apply_fixes
from telegram.values.classification import Classification
from telegram.values.markings.line import LineMarking, line_problems

FORMS = [
    ("UNCLAS PORT MERIDIAN 000412", {"post": "PORT MERIDIAN", "serial": "000412"}),
    ("S E C R E T NOFORN SALT HARBOR 000031", {"caveats": ("NOFORN",), "post": "SALT HARBOR"}),
    ("T O P  S E C R E T SPECAT SIOP-ESI //N03710//", {"special": "SPECAT SIOP-ESI"}),
    ("S E C R E T SPECAT HARBOR //N03710//", {"special": "SPECAT HARBOR"}),
    (
        "S E C R E T SPECAT SAN SALVADOR 000412",
        {"special": "SPECAT", "post": "SAN SALVADOR", "serial": "000412"},
    ),
    (
        "S E C R E T SPECAT HARBOR LISBON 412",
        {"special": "SPECAT HARBOR", "post": "LISBON", "serial": "412"},
    ),
    ("C O N F I D E N T I A L SPECAT //N03120//", {"special": "SPECAT", "subject_code": "N03120"}),
    ("UNCLAS E F T O FOUO //N04400//", {"efto": True, "fouo": True}),
    ("UNCLAS FINAL SECTION OF 03", {"section": (3, 3), "final": True}),
    ("S E C R E T REL TO USA, GBR //N02000//", {"rel_to": ("USA", "GBR")}),
    ("UNCLAS PORT MERIDIAN 001029 SIPDIS", {"post": "PORT MERIDIAN", "other": ("SIPDIS",)}),
    ("N A T O  S E C R E T", {"nato": True, "level": Classification("SECRET")}),
    ("N A T O  U N C L A S S I F I E D", {"nato": True, "spaced": True}),
    ("LIMITED OFFICIAL USE PORT MERIDIAN 000412", {"spaced": False, "serial": "000412"}),
    ("UNCLAS SENSITIVE PORT MERIDIAN 000412", {"caveats": ("SENSITIVE",)}),
    ("UNCLAS PERSONAL FOR ADM EXAMPLE //N01000//", {"special": "PERSONAL FOR ADM EXAMPLE"}),
    ("UNCLAS //N01000// EXERCISE", {"trailer": "EXERCISE"}),
    ("UNCLAS CUI //N01000//", {"caveats": ("CUI",), "subject_code": "N01000"}),
    ("T O P  S E C R E T UMBRA", {"caveats": ("UMBRA",)}),
    ("S E C R E T RESTRICTED DATA CNWDI", {"caveats": ("RESTRICTED DATA", "CNWDI")}),
    ("C O S M I C  T O P  S E C R E T ATOMAL", {"nato": True, "caveats": ("ATOMAL",)}),
    ("C O N F I D E N T I A L REL TO USA, UK", {"rel_to": ("USA", "UK")}),
    ("UNCLAS SI PORT 000412", {"post": "SI PORT", "caveats": ()}),
]


def errors(text, regime="any"):
    return [d.name for d in line_problems(text, regime) if d.severity is Severity.ERROR]


@pytest.mark.parametrize(("text", "wanted"), FORMS, ids=lambda value: str(value)[:40])
def test_a_canonical_line_is_read_and_written_as_it_was(text, wanted):
    line = LineMarking.parse(text)

    assert {name: getattr(line, name) for name in wanted} == wanted
    assert str(line) == text
    assert list(line_problems(text)) == []


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("UNCLASSIFIED//", "UNCLAS"),
        ("UNCLAS//N11000//", "UNCLAS //N11000//"),
        ("UNCLAS EFTO PORT MERIDIAN 1", "UNCLAS E F T O PORT MERIDIAN 1"),
        ("T O P   S E C R E T", "T O P  S E C R E T"),
        ("S E C R E T RELEASABLE TO USA/GBR", "S E C R E T REL TO USA, GBR"),
        ("UNCLAS SECTION 1 OF 2", "UNCLAS SECTION 01 OF 02"),
        ("UNCLAS //N01000// SECTION 2 OF 2", "UNCLAS SECTION 02 OF 02 //N01000//"),
        ("UNCLAS N01000//", "UNCLAS //N01000//"),
        ("S E C R ET //N01000//", "S E C R E T //N01000//"),
        ("UNCLAS//FOUO", "UNCLAS FOUO"),
        ("UNCLAS (FOUO)", "UNCLAS FOUO"),
        ("UNCLAS E F T O FOR OFFICIAL USE ONLY", "UNCLAS E F T O FOUO"),
        ("UNCLAS E F T O F O U O", "UNCLAS E F T O FOUO"),
        ("S E C R E T REL NATO", "S E C R E T REL TO NATO"),
        ("S E C R E T REL UK AND CAN", "S E C R E T REL TO UK, CAN"),
        ("S E C R E T REL TO USA, GBR AND CAN", "S E C R E T REL TO USA, GBR, CAN"),
    ],
)
def test_other_spellings_mean_the_same(text, canonical):
    assert str(LineMarking.parse(text)) == canonical
    assert LineMarking.parse(canonical) == LineMarking.parse(text)


@pytest.mark.parametrize(
    "word",
    ["UNCLASS", "UNCLASSIFED", "UNCLASIFIED", "UNCLASSSIFIED", "UNCLASSIFIEDS", "CONFIDENTAL"],
)
def test_a_misspelled_level_is_read_and_reported(word):
    line = LineMarking.parse(f"{word}//N01000//")

    assert line.level.name.startswith(word[:3])
    assert line.subject_code == "N01000"
    assert errors(f"{word}//N01000//") == ["classification-misspelled"]


@pytest.mark.parametrize("text", ["", "HARBOR", "SECRETO", "SEGRETO", "SECRETARY OF STATE"])
def test_no_level_is_guessed(text):
    with pytest.raises(FieldError):
        LineMarking.parse(text)


def test_an_unspaced_word_weighs_more_in_military_lines():
    found = {regime: errors("SECRET PORT MERIDIAN 1", regime) for regime in ("navy", "state")}

    assert found == {"navy": ["classification-unspaced"], "state": []}


def test_a_line_is_a_marking_to_be_compared_with_portions():
    secret = LineMarking.parse("S E C R E T NOFORN EXDIS PORT MERIDIAN 1").marking
    sensitive = LineMarking.parse("UNCLAS SENSITIVE PORT MERIDIAN 1").marking

    assert str(secret) == "SECRET//NOFORN//EXDIS"
    assert str(sensitive) == "UNCLASSIFIED//SBU"
    for text, banner in {
        "UNCLAS//FOUO": "UNCLASSIFIED//FOUO",
        "UNCLAS CUI": "UNCLASSIFIED//CUI",
        "T O P  S E C R E T UMBRA NOFORN": "TOP SECRET//UMBRA//NOFORN",
        "S E C R E T FORMERLY RESTRICTED DATA": "SECRET//FRD",
        "S E C R E T RD CNWDI": "SECRET//RD-CNWDI",
        "C O N F I D E N T I A L NO FOREIGN DISSEM": "CONFIDENTIAL//NOFORN",
        "N A T O  S E C R E T ATOMAL": "//NATO SECRET//ATOMAL",
    }.items():
        assert str(LineMarking.parse(text).marking) == banner
    assert LineMarking.parse("LIMITED OFFICIAL USE").marking.level.name == "UNCLASSIFIED"


def test_the_slants_of_a_certain_subject_code_are_mended_unasked():
    text = "UNCLAS ///N01300//"
    fixes = [found.fix for found in line_problems(text) if found.fix is not None]

    assert [fix.safety for fix in fixes] == [Safety.SAFE]
    assert apply_fixes(text, fixes) == "UNCLAS //N01300//"


LEVELS = st.sampled_from(["UNCLAS", "S E C R E T", "T O P  S E C R E T", "C O N F I D E N T I A L"])
WORDS = st.sampled_from(
    [
        *("E F T O", "EFTO", "FOUO", "NOFORN", "SPECAT", "EXDIS", "REL TO USA, GBR", "SENSITIVE"),
        *("SECTION 01 OF 02", "FINAL SECTION OF 02", "PORT MERIDIAN 000412", "//N01000//", "//"),
        *("HARBOR", "PERSONAL FOR EXAMPLE", "/", "REL TO", "N01000//", "00", "é", "SECTION"),
    ]
)
LINES = st.builds("{} {}".format, LEVELS, st.lists(WORDS, max_size=6).map(" ".join))


@given(LINES)
def test_what_a_line_says_first_is_its_level(text):
    line = LineMarking.parse(text)

    assert text.startswith(line.level.spaced)
    assert LineMarking.parse(str(line)).level == line.level


@given(
    LEVELS,
    st.booleans(),
    st.lists(st.sampled_from(["NOFORN", "EXDIS", "CUI", "RESDAT"]), max_size=2, unique=True),
    st.none() | st.sampled_from([(1, 2), (2, 2), (10, 12)]),
    st.none() | st.just("N01000"),
    st.none() | st.just(("PORT MERIDIAN", "000412")),
)
def test_a_line_reads_what_it_writes(word, fouo, caveats, section, code, sender):
    level = Classification.parse(word)
    line = LineMarking(
        level,
        spaced=level.name != "UNCLASSIFIED",
        fouo=fouo,
        caveats=tuple(caveats),
        section=section,
        post=sender and sender[0],
        serial=sender and sender[1],
        subject_code=code,
    )

    assert LineMarking.parse(str(line)) == line


@given(LINES | st.text(max_size=30), st.sampled_from(["any", "navy", "state", "telegram"]))
def test_places_are_inside_the_line(text, regime):
    for found in line_problems(text, regime):
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert found.message


@given(
    LEVELS,
    st.permutations(["NOFORN", "FOUO", "REL TO USA, GBR", "SECTION 02 OF 03", "LIMDIS"]),
    st.integers(0, 5),
)
def test_nothing_before_it_hides_the_subject_code_and_the_section(level, items, count):
    """The message says both, whatever controls stand between them and the level."""
    line = " ".join([level, *items[:count], "//N01000//"])

    said = telegram.parse(f"R 051430Z MAR 97\nFM EXERCISE\nTO UNIT\nBT\n{line}\nTEXT\nBT\n")

    assert said.to_dict()["classification"]["ssic"] == "N01000"
    assert said.section == ((2, 3) if "SECTION 02 OF 03" in items[:count] else None)

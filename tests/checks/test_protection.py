"""How a message says that it is protected: its line or banner, and its portion marks."""

import pytest

import telegram
from telegram.checks.surfaces import Surfaces

NAVAL = """P 051430Z MAR {year}
FM EXERCISE COMMAND ALFA
TO EXERCISE UNIT
BT
{line}
MSGID/GENADMIN/EXERCISE COMMAND ALFA//
SUBJ/{subject}//
RMKS/{remarks}//
DECL/20320305//
BT
"""
STATE = """P 051430Z MAR 07
FM AMEMBASSY SAN SALVADOR
TO SECSTATE WASHDC
BT
{line}

{captions}
E.O. 12958: DECL: 03/05/2017
TAGS: PREL, ES
SUBJECT: EXERCISE

Classified By: DCM Pat Example for reasons 1.4 (b) and (d).

{text}
EXAMPLE
BT
"""
MARKINGS = ("TG5", "TG85", "TG86")


def naval(remarks: str, *, line: str = "S E C R E T", subject: str = "EXERCISE", year: int = 97):
    text = NAVAL.format(line=line, subject=subject, remarks=remarks, year=f"{year:02}")
    return telegram.parse(text)


def state(text: str, *, line: str, captions: str = "SIPDIS"):
    return telegram.parse(STATE.format(line=line, captions=f"{captions}\n", text=text))


def found(message: telegram.Telegram) -> list[str]:
    return [d.name for d in message.report if d.code.startswith(MARKINGS)]


def marks(message: telegram.Telegram) -> list[str]:
    return [portion.text for portion in Surfaces(message).portions]


# ---- what is a portion mark ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("remarks", "wanted"),
    [
        ("1. (U) THE EXERCISE BEGINS.", ["(U)"]),
        ("1. (S//NF) ONE.\nA. (C) TWO.\n(1) (U) THREE.", ["(S//NF)", "(C)", "(U)"]),
        ("1.(S/REL TO USA, GBR) ONE.", ["(S/REL TO USA, GBR)"]),  # a slant is missing
        ("1. (//DEU S//REL TO USA, DEU) ONE.", ["(//DEU S//REL TO USA, DEU)"]),
        ("(U) ONE.\n\n(C) TWO.", ["(U)", "(C)"]),
    ],
)
def test_a_level_in_parentheses_at_the_start_is_a_portion_mark(remarks, wanted):
    assert marks(naval(remarks, year=17)) == wanted


@pytest.mark.parametrize(
    "remarks",
    [
        "1. (A) ONE.\n\n(B) TWO.\n\n(C) THREE.",  # a list
        "1. THE SHIP\n(C) ARRIVES.",  # inside a paragraph
        "1. (C-130) AIRCRAFT.",
        "1. (S-3) OFFICERS.",
        "1. (C/O POSTMASTER) MAIL.",
        "1. (S/N 1234) PART.",
        "1. (U.S.) SHIPS.",
        "1. (SECRETARY) STAFF.",
        "1. (COMMAND) STAFF.",
        "1. (NC) RATINGS.",
        "1. (U)NITS.",
    ],
)
def test_other_words_in_parentheses_are_none(remarks):
    assert marks(naval(remarks, year=17)) == []
    assert found(naval(remarks, year=17)) == []


def test_the_subject_and_the_paragraphs_of_a_state_telegram_have_marks():
    text = STATE.format(line="UNCLAS SAN SALVADOR 000412", captions="", text="1. ( SBU ) One.")
    message = telegram.parse(text.replace("SUBJECT: EXERCISE", "SUBJECT: (U) EXERCISE"))

    assert marks(message) == ["(U)", "( SBU )"]


# ---- the whole against its parts -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "remarks", "wanted"),
    [
        ("S E C R E T", "1. (S) ONE.\n2. (U) TWO.", []),
        ("S E C R E T", "1. (S) ONE.\n2. TWO.", ["paragraph-without-portion-mark"]),
        ("C O N F I D E N T I A L", "1. (S) ONE.", ["class-line-below-portions"]),
        ("S E C R E T", "1. (C) ONE.", ["class-line-above-portions"]),
        ("S E C R E T SECTION 01 OF 02", "1. (C) ONE.", []),  # the other section may be higher
        ("S E C R E T", "1. ONE.", []),
        ("S E C R E T", "1. (S/NF) ONE.", ["caption-unlike-portions"]),
        ("S E C R E T NOFORN", "1. (S/NF) ONE.", []),
        ("S E C R E T NOFORN", "1. (S) ONE.", ["caption-unlike-portions"]),
        ("S E C R E T REL TO USA, GBR", "1. (S/REL TO USA, GBR) ONE.", []),
        ("S E C R E T REL TO USA, GBR", "1. (S) ONE.", ["release-unlike-line"]),
    ],
)
def test_the_line_says_what_the_portions_give(line, remarks, wanted):
    assert found(naval(remarks, line=line)) == wanted


@pytest.mark.parametrize(
    ("line", "captions", "text", "wanted"),
    [
        ("C O N F I D E N T I A L", "SIPDIS\nNOFORN", "1. (C/NF) One.\n\n2. (U) Two.", []),
        ("C O N F I D E N T I A L", "SIPDIS", "1. (C/NF) One.", ["caption-unlike-portions"]),
        ("UNCLAS", "SIPDIS\nSENSITIVE", "1. (SBU) One.\n\n2. (U) Two.", []),
        ("UNCLAS", "SIPDIS\nSENSITIVE", "1. (U) One.\n\n2. (U) Two.", ["caption-unlike-portions"]),
        ("UNCLAS", "SIPDIS", "1. (SBU) One.\n\n2. (U) Two.", ["caption-unlike-portions"]),
        ("UNCLAS", "SIPDIS\nSENSITIVE", "1. One.\n\n2. Two.", []),
        ("UNCLAS", "SIPDIS", "1. (C) One.\n\n2. (U) Two.", ["class-line-below-portions"]),
        (
            "C O N F I D E N T I A L",
            "SIPDIS",
            "1. CONFIDENTIAL - ENTIRE TEXT.\n\n2. One.\n\n3. Two.",
            [],
        ),
    ],
)
def test_captions_count_with_the_line_of_a_state_telegram(line, captions, text, wanted):
    message = state(text, line=f"{line} SAN SALVADOR 000412", captions=captions)

    assert found(message) == wanted


def test_which_portion_is_above_the_line_is_said():
    message = naval("1. (U) ONE.\n2. (S) TWO.", line="C O N F I D E N T I A L")

    (above,) = [d for d in message.report if d.code == "TG854"]
    assert above.span.of(str(message)) == "C O N F I D E N T I A L"
    assert above.message == "the line says CONFIDENTIAL, and portion 2 is SECRET"


def test_a_marking_is_judged_outside_a_message_too():
    text = "SECRET//RELIDO/NOFORN"

    report = telegram.check_marking(text)

    assert report.codes == ("TG517", "TG536")
    assert [d.span.of(text) for d in report] == ["NOFORN", "NOFORN"]
    assert telegram.check_marking("UNCLASSIFED", "line", regime="navy").codes == ("TG561",)
    assert telegram.check_marking("Declassify On: OADR", "declassify-on").codes == ("TG593",)
    with pytest.raises(ValueError, match="no form 'page'"):
        telegram.check_marking(text, "page")  # type: ignore[arg-type]
    with pytest.raises(KeyError, match="no regime 'dod'"):
        telegram.check_marking(text, regime="dod")


# ---- regimes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("year", "wanted"), [(97, []), (17, ["category-separator"])])
def test_the_date_says_whose_rules_judge_a_portion_mark(year, wanted):
    """Before 2012 one slant parts the controls of a mark as well as two."""
    assert found(naval("1. (S/NF) ONE.", line="S E C R E T NOFORN", year=year)) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("UNCLAS //N01000//", []),
        ("UNCLASSIFIED", ["classification-word-misspelt"]),
        ("UNCLASSIFED //N01000//", ["classification-misspelled"]),
        ("SECRET", ["classification-unspaced"]),
        ("SECRET//NOFORN", []),
        ("S E C R E T E F T O", ["efto-classified"]),
    ],
)
def test_each_fault_of_a_line_is_reported_once(line, wanted):
    assert found(naval("1. ONE.", line=line)) == wanted


def test_an_unspaced_word_is_of_less_weight_in_a_state_telegram():
    message = state("1. (C) One.", line="CONFIDENTIAL SAN SALVADOR 000412")

    assert found(message) == ["state-classification-unspaced"]


def test_a_misspelt_line_is_not_reported_missing_too():
    message = state("1. (U) One.", line="UNCLASSIFED SAN SALVADOR 000412")

    assert "TG561" in message.report.codes
    assert "TG601" not in message.report.codes


# ---- what the line says besides its level --------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("UNCLAS //N01000//", []),
        ("UNCLAS E F T O FOUO //N04400//", ["E F T O", "FOUO"]),
        ("S E C R E T NOFORN REL TO USA, GBR //N05510//", ["NOFORN", "REL TO USA, GBR"]),
        ("C O N F I D E N T I A L SPECAT //N03120//", ["SPECAT"]),
        ("SECRET//SI//REL TO USA, GBR", ["SI", "REL TO USA, GBR"]),
        ("//NATO SECRET//ATOMAL", ["NATO", "ATOMAL"]),
        ("N A T O  C O N F I D E N T I A L", ["NATO"]),
        ("//JOINT SECRET GBR USA", ["JOINT GBR USA"]),
        ("//GBR SECRET", ["GBR"]),
        ("UNCLAS//FOUO", ["FOUO"]),
        ("CUI//SP-CTI", ["SP-CTI"]),
        ("CUI", ["CUI"]),
        ("UNCLASSIFIED//CUI", ["CUI"]),
    ],
)
def test_caveats_are_in_the_document(line, wanted):
    message = naval("1. ONE.", line=line)

    assert message.to_dict()["classification"]["caveats"] == wanted
    assert message.classification is not None
    assert list(message.classification.caveats) == wanted


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("UNCLASSIFED //N01000//", "UNCLASSIFIED"),
        ("S E CRET NOFORN", "SECRET"),
        ("N A T O  S E C R E T", "SECRET"),
        ("//COSMIC TOP SECRET", "TOP SECRET"),
    ],
)
def test_a_line_that_the_grammar_refuses_still_has_a_level(line, level):
    message = naval("1. ONE.", line=line)

    assert message.to_dict()["classification"]["level"] == level


def test_a_banner_with_controls_is_known_above_a_heading():
    message = telegram.parse(
        "UNCLASSIFIED//FOUO\nROUTINE\nR 051430Z MAR 17\nFM EXERCISE UNIT\nTO EXERCISE UNIT\nBT\n"
        "UNCLAS FOUO\n1. THE EXERCISE BEGINS.\nBT\n"
    )

    assert message.dialect == "amhs"
    assert found(message) == []


# ---- declassification ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "line", "wanted"),
    [
        (99, "DECLASSIFY ON: X1", []),
        (5, "DECLASSIFY ON: X1", ["declassification-value-retired"]),
        (5, "DECLASSIFY ON: 10/14/2020", []),
        (17, "DECLASSIFY ON: 10/14/2020", ["declassification-date-format"]),
        (17, "DECLASSIFY ON: 20420305", []),
        (17, "WE DECLASSIFY ON: X1", []),
    ],
)
def test_an_authority_block_is_judged_by_the_rules_of_its_day(year, line, wanted):
    assert found(naval(f"1. ONE.\n{line}", year=year)) == wanted


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("E.O. 11652: XGDS-1", []),
        ("E.O. 12356: DECL: OADR", []),
        ("E.O. 12958: DECL: X1", []),
        ("E.O. 12958: DECL: 25X1", []),
        ("E.O. 12958: DECL: OADR", ["declassification-value-retired"]),
        ("E.O. 13526: DECL: X1", ["declassification-value-retired"]),
        ("E.O. 12065: XGDS-1", ["declassification-order-mismatch"]),
        ("E.O. 12958: DECL: END OF THE EXERCISE", []),
    ],
)
def test_an_order_has_its_own_terms(order, wanted):
    text = STATE.format(line="S E C R E T SAN SALVADOR 000412", captions="", text="1. (S) One.")

    message = telegram.parse(text.replace("E.O. 12958: DECL: 03/05/2017", order))

    assert found(message) == wanted


@pytest.mark.parametrize(
    ("line", "mark", "found"),
    [
        ("UNCLAS", "(U//FOUO)", True),
        ("UNCLAS//FOUO", "(U//FOUO)", False),
        ("UNCLAS FOR OFFICIAL USE ONLY", "(U//FOUO)", False),
        ("UNCLAS FOUO", "(U)", True),
        ("S E C R E T", "(U//FOUO)", False),
    ],
)
def test_the_line_of_an_unclassified_text_says_fouo_as_its_portions_do(line, mark, found):
    text = (
        "R 051430Z MAR 08\nFM EXERCISE ALFA\nTO EXERCISE BRAVO\nBT\n"
        f"{line}\nMSGID/GENADMIN/EXERCISE ALFA//\nSUBJ/(U) X//\nRMKS/1. {mark} ONE.//\nBT\n"
    )

    said = [d.message for d in telegram.check(text) if d.code == "TG860"]

    assert bool(said) is found
    assert all("FOUO" in message for message in said)

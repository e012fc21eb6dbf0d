"""What is found in one line, how it is mended, and that it is that line's alone."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telegram import catalogue
from telegram.checks import markings, report_of
from telegram.checks.artefacts import artefact_findings
from telegram.checks.characters import character_findings
from telegram.checks.elements import FINDERS, element_findings, intended
from telegram.circuit import findings as circuit_findings
from telegram.diagnostics import Diagnostic, Rule, Safety, Severity, apply_fixes
from telegram.dialects import dialect, dialects
from telegram.joining import findings as joining_findings
from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.parsing import parse
from telegram.source import LineMap, Source
from telegram.syntax.patterns import PATTERNS
from telegram.values.markings import (
    control_rules,
    country_rules,
    declassify_rules,
    level_rules,
    line_rules,
    shape_rules,
)

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus" / "heading"
OTHER_DIALECTS = ("acp126", "mars")
"""Beginnings of the names of examples in a dialect that is not read."""
MESSAGES = [
    ROOT / "docs" / "telegrams" / "08sansalvador1029.txt",
    *(p for p in sorted(CORPUS.glob("*.txt")) if not p.name.startswith(OTHER_DIALECTS)),
]


def findings(telegram: Telegram) -> list[Diagnostic]:
    """What the checks of single elements, of characters and of artefacts find."""
    return [
        *element_findings(telegram),
        *artefact_findings(telegram),
        *character_findings(telegram),
    ]


def found(text: str, name: str) -> list[tuple[str, str]]:
    """Codes with the text of their places, without those of invented indicators."""
    ordered = sorted(findings(parse(text, dialect=name)), key=lambda d: (d.span.start, d.code))
    return [(d.code, d.span.of(text)) for d in ordered if d.code not in ("TG303", "TG304")]


# ---- the lines of each kind ----------------------------------------------------------------------


@pytest.mark.parametrize("path", MESSAGES, ids=lambda path: path.name)
def test_a_sound_message_has_no_error_in_any_element(path):
    telegram = parse(path.read_bytes())

    assert [str(d) for d in findings(telegram) if d.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("VZCZXYZ0020", [("TG314", "VZCZ")]),
        ("VZCZCXY20/A", [("TG313", "XY"), ("TG312", "20"), ("TG311", "/A")]),
        ("PR RUEHC", [("TG315", "PR")]),
        ("PP RUEHC RUEHC", [("TG316", "RUEHC")]),
        ("DE RUEHSN 1029 2412134", [("TG332", "1029")]),
        ("DE RUEHSN #102/1 2412134", [("TG331", "102"), ("TG334", "/1")]),
        ("DE RUEHSN #1029", [("TG333", "")]),
        ("DE RUEHSN #1029 2412834", [("TG411", "2412834")]),
        ("DE RUEHSN #1029 28/2134Z", [("TG411", "28/2134Z")]),
        ("ZNR SSSSS", [("TG501", "ZNR")]),
        ("ZNY MMNSH", [("TG503", "MMNSH")]),
        ("ZNR UUUCA", [("TG502", "UUUCA")]),
        ("ZNR UUUAC", []),
        ("ZNY CCCCC/BBBBA", [("TG504", "BBBBA")]),
        ("ZNR UUUUU URGENT ZQX", [("TG342", "URGENT"), ("TG341", "ZQX")]),
        ("XP 282134Z AUG 08", [("TG321", "X"), ("TG325", "XP")]),
        ("R O 282134Z AUG 08", [("TG324", "O")]),
        ("O P R 282134Z AUG 08", [("TG323", "O P R")]),
        ("R 282134ZZ AUG 08", [("TG404", "ZZ")]),
        ("R 282134 AUG 08", [("TG404", "")]),
        ("R 282134z Aug 08", [("TG404", "z"), ("TG405", "Aug")]),
        ("R 282134ZAUG08", [("TG408", "282134ZAUG08")]),
        ("R 312134Z JUN 08 ZYB MIN", [("TG403", "31")]),
        ("R 282134Z AUG 08 MIM ZYB", [("TG343", "MIM")]),
        ("ROUTINER282134Z AUG 08", [("TG325", "ROUTINE"), ("TG325", "R")]),
    ],
)
def test_each_fault_of_a_line_is_found_at_its_place(line, wanted):
    text = f"{line}\nFM AMEMBASSY SAN SALVADOR\n"

    assert found(text, "acp127-us") == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.", []),
        ("XTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.", [("TG351", "X")]),
        ("RTTZZYUW RUWTABA0014 1051530-ZZZZ--RUEBXYZ.", [("TG351", "Z")]),
        ("RTTUZYUWRUWTABA0014 1051530-UUUU--RUEBXYZ.", [("TG351", "RUWTABA")]),
        ("RTTUZYUW RUWTABA001 1051530-UUUU--RUEBXYZ.", [("TG331", "001")]),
        ("RTTUZYUW RUWTABA0014 3670000-UUUU--RUEBXYZ.", [("TG411", "3670000")]),
        ("RTTUZYUW RUWTABA0014 1051530\u2013UUUU--RUEBXYZ.", [("TG360", "\u2013")]),
        ("RTTUZYUW RUWTABA0014 1051530-UUUU---RUEBXYZ", [("TG360", "---"), ("TG355", "")]),
        ("RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ .", [("TG351", " .")]),
        ("PTTUZYUW RUWTABA0014 1051530-UUCQ--RCEMZZA.", [("TG354", "CQ")]),
        ("PTTUZYUW RUWTABA0014 1051530-UUCC--RXFZZBB.", [("TG359", "C")]),
        ("PTTUZYUW RUWTABA0014 1051530-UUCC--RXFZZBB\nRCEMZZA.", []),
        ("RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ\nRUCIAAA", [("TG355", "")]),
    ],
)
def test_a_header_is_judged_position_by_position(line, wanted):
    # A dash that no circuit carries is also a foreign character.
    mine = [(code, place) for code, place in found(f"{line}\n", "janap128") if code != "TG131"]

    assert mine == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("TO: EXERCISE WING ONE", [("TG366", ": ")]),
        ("XMT/EXERCISE WING ONE", []),
        ("TO STATE/EXERCISE WING ONE", [("TG361", "STATE")]),
        ("TO RUEHC /EXERCISE WING ONE", [("TG369", "RUEHC /")]),
        ("TO ZEN/ZEN/EXERCISE WING ONE", [("TG369", "ZEN/ZEN/")]),
        ("TO EXERCISE WING ONE//N1", [("TG362", "//N1")]),
        ("TO EXERCISE WING+ONE", [("TG365", "+")]),
        ("TO EXERCISE WING \u2013 ONE", [("TG365", "\u2013")]),
        ("TO ZEN/EXERCISE @EXERCISE ALL(UC)", [("TG367", " @EXERCISE ALL(UC)")]),
        ("TO ZEN/OU=EXERCISE,OU=NAVY", [("TG367", "OU=EXERCISE,OU=NAVY")]),
        ("TO Exercise WING ONE", [("TG132", "xercise")]),
        ("TO ZEN/OU=Exercise/OU=Navy", []),
    ],
)
def test_an_address_is_judged_part_by_part(line, wanted):
    assert found(f"R 161600Z JAN 20\nFM EXERCISE WING TWO\n{line}\n", "amhs") == wanted


@pytest.mark.parametrize(
    ("dialect_name", "line", "wanted"),
    [
        ("acp127", "DE RUEHSN #102 22/1856Z", [("TG332", "#")]),
        ("acp127", "DE RUEHSN 102 2412134", [("TG411", "2412134")]),
        ("acp127-us", "TO RUEHC/SECSTATE WASHDC 00412", [("TG363", "00412")]),
        ("acp127", "TO RUEHC/SECSTATE WASHDC 00412", []),
    ],
)
def test_the_same_line_is_judged_by_the_practice_of_its_dialect(dialect_name, line, wanted):
    text = f"{line}\nFM AMEMBASSY SAN SALVADOR\n"

    assert found(text, dialect_name) == wanted


def test_every_widened_rule_has_a_check_of_its_line():
    """What a damaged rule forgives is never silent; elements on their own are no lines."""
    headings = ("acp127:", "acp127-us:", "amhs:", "janap128:", "plaindress:")
    widened = {n for n in PATTERNS if n.endswith("_damaged") and n.startswith(headings)}

    assert widened <= set(FINDERS)


def test_every_table_of_a_dialect_names_widened_rules_that_are_checked():
    used = {line.damaged for record in dialects() for line in record.lines if line.damaged}

    assert used <= set(FINDERS)


# ---- lines that no rule takes --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name", "wanted"),
    [
        ("R 28A1B4Z AUG 08", "acp127-us", FormatLine.FL5),
        ("PP 1234", "acp127-us", FormatLine.FL2),
        ("DE RUEHSN #X", "acp127-us", FormatLine.FL3),
        ("RTTUZYUW 1234", "janap128", FormatLine.FL2),
        ("-- EXERCISE LOGO --", "acp127-us", None),
        ("PLEASE READ; ALL HANDS", "janap128", None),
    ],
)
def test_a_refused_line_is_meant_for_the_rule_that_gets_furthest(line, name, wanted):
    telegram = parse(f"{line}\nFM AMEMBASSY SAN SALVADOR\nTO SECSTATE WASHDC\n", dialect=name)
    records = telegram._reading.heading.records
    [record] = [r for r in records if r.format_line is FormatLine.UNRECOGNISED]

    assert intended(record, dialect(name)) is wanted
    code = "TG250" if wanted is None else "TG300"
    assert [d.code for d in element_findings(telegram)] == [code]


@pytest.mark.parametrize("count", [40, 41, 1000])
def test_a_heading_full_of_foreign_lines_is_reported_in_few_findings(count):
    """A report of junk stays one that a person can read, and says how much junk there is."""
    junk = "".join(f"## {number} ##\nTO EXERCISE UNIT\n" for number in range(count))
    text = f"R 282134Z AUG 08\nFM AMEMBASSY SAN SALVADOR\n{junk}BT\n"

    unread = [d for d in element_findings(parse(text, dialect="acp127")) if d.code == "TG250"]

    assert [d.span.of(text) for d in unread] == [f"## {n} ##" for n in range(min(count, 41))]
    assert unread[-1].message.endswith(" (960 such lines from here on)") == (count == 1000)


@pytest.mark.parametrize(
    ("line", "loaded"), [("R 282134Z AUG 08", False), ("R 28A1B4Z AUG 08", True)]
)
def test_the_parser_is_loaded_only_where_a_line_is_refused(line, loaded):
    text = f"{line}\\nFM AMEMBASSY SAN SALVADOR\\nTO:SECSTATE WASHDC\\nBT\\nUNCLAS\\nBT\\n"
    script = (
        "import sys, telegram.checks as c, telegram.parsing as p; "
        f"t = p.parse('{text}', dialect='acp127-us'); len(c.report_of(t)); "
        "print('lark' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == str(loaded)


# ---- fixes ---------------------------------------------------------------------------------------

FIXED = [
    (rule, diagnostic)
    for rule in catalogue.rules()
    if rule.judged
    for diagnostic in report_of(parse(catalogue.example(rule)[0], dialect=rule.dialect))
    if diagnostic.rule is rule and diagnostic.fix is not None
]


@pytest.mark.parametrize(
    ("rule", "diagnostic"), FIXED, ids=lambda value: getattr(value, "code", "")
)
def test_a_fix_mends_what_it_is_for(rule, diagnostic):
    text, _ = catalogue.example(rule)
    good, _ = catalogue.example(rule, "good")

    mended = apply_fixes(text, [diagnostic.fix])

    report = report_of(parse(mended, dialect=rule.dialect))
    assert [d for d in report if d.rule is rule] == []
    if diagnostic.fix.safety is Safety.SAFE and rule.code not in GOOD_DIFFERS:
        assert mended == good


GOOD_DIFFERS = {
    "TG113": "its example begins with a byte-order mark, which keeps the blank line in it",
}


def test_the_fixes_of_a_copy_restore_it():
    kept = (
        "\ufeff  VZCZCXYZ0007\nPP RUEHC\nDE RUEHSN #0412  0731545\nZNR\u00a0UUUUU ZZH\n"
        "P 141540Z  Mar 11\nFM AMEMBASSY\tSAN SALVADOR\nTO:RUEHC/SECSTATE WASHDC\nBt\n"
        "UNCLAS SAN SALVADOR 000412\n\u00b6[1](#). IT\u2019S \u201cEXERCISE\u201d \u2013 ONLY.\n"
        "BT\n# 0412\nNNNN//\n"
    )
    sent = (
        "VZCZCXYZ0007\nPP RUEHC\nDE RUEHSN #0412 0731545\nZNR UUUUU ZZH\n"
        "P 141540Z MAR 11\nFM AMEMBASSY SAN SALVADOR\nTO RUEHC/SECSTATE WASHDC\nBT\n"
        'UNCLAS SAN SALVADOR 000412\n1. IT\'S "EXERCISE" - ONLY.\nBT\n#0412\nNNNN\n'
    )

    assert report_of(parse(kept, dialect="acp127-us")).fixed() == sent


# ---- what needs bytes, or great length -----------------------------------------------------------

HEAD = "P 282134Z AUG 08\nFM AMEMBASSY SAN SALVADOR\nTO RUEHC/SECSTATE WASHDC\n"


@pytest.mark.parametrize(("byte", "encoding"), [(b"\xd1", "Windows-1252"), (b"\x81", "Latin-1")])
def test_bytes_whose_code_was_guessed_are_noted(byte, encoding):
    telegram = parse(HEAD.encode() + b"BT\nSE" + byte + b"OR\n")

    [note] = [d for d in findings(telegram) if d.code == "TG101"]

    assert note.message.endswith(encoding)
    assert note.span.of(telegram.source.text) == byte.decode("latin-1")


@pytest.mark.parametrize(
    "source", [HEAD, Source(HEAD + "BT\nSE\u00d1OR\n"), (HEAD + "BT\nSE\u00d1OR\n").encode()]
)
def test_ascii_text_and_utf_8_are_not_guessed(source):
    assert "TG101" not in [d.code for d in findings(parse(source))]


def test_a_line_beyond_the_limit_is_kept_and_reported():
    long = "X" * 4_001
    codes = [(c, len(p)) for c, p in found(HEAD + long + "\nRUEHPE/AMEMBASSY LIMA\n", "acp127-us")]

    assert codes == [("TG121", 4_001), ("TG122", 4_001)]


@pytest.mark.parametrize(
    ("count", "wanted"), [(19_997, []), (19_998, [("TG123", "RUEHPE/AMEMBASSY LIMA")])]
)
def test_a_heading_beyond_the_limit_is_cut_and_reported(count, wanted):
    assert found(HEAD + "RUEHPE/AMEMBASSY LIMA\n" * count, "acp127-us") == wanted


MARKINGS = (
    control_rules,
    country_rules,
    declassify_rules,
    level_rules,
    line_rules,
    shape_rules,
    markings,
)


def test_only_rules_that_need_more_than_a_text_are_not_judged_by_their_examples():
    values = {
        id(rule) for module in MARKINGS for rule in vars(module).values() if isinstance(rule, Rule)
    }  # judged by their own examples in tests/values/test_marking_rules.py
    # So are those of several messages, in tests/joining and tests/circuit.
    for module in (joining_findings, circuit_findings):
        values |= {id(rule) for rule in vars(module).values() if isinstance(rule, Rule)}
    unjudged = [r.code for r in catalogue.rules() if not r.judged and id(r) not in values]

    assert unjudged == ["TG101", "TG122", "TG123"]


# ---- once per message, or once per line ----------------------------------------------------------


def test_a_kind_of_artefact_is_reported_once_for_a_text_and_fixed_everywhere():
    body = "BT\nUNCLAS SAN SALVADOR 001029\n" + "[1](#)1. IT\u2019S EXERCISE.\n" * 50

    link, quote = [
        d for d in findings(parse(HEAD + body, dialect="acp127-us")) if d.code in ("TG117", "TG108")
    ]

    assert "(50 such in the text)" in link.message
    assert "(50 such in the text)" in quote.message
    assert link.fix is not None
    assert quote.fix is not None
    assert apply_fixes(HEAD + body, [link.fix, quote.fix]) == HEAD + body.replace(
        "[1](#)", ""
    ).replace("\u2019", "'")


def test_a_foreign_character_is_reported_once_for_a_text():
    body = "BT\nUNCLAS SAN SALVADOR 001029\nA % B % C @ D.\n"
    messages = [d.message for d in findings(parse(HEAD + body, dialect="acp127-us"))]

    assert messages == [
        "'%' is not in the character set of ACP 127 US SUPP-1 (2 times in the text)",
        "'@' is not in the character set of ACP 127 US SUPP-1",
    ]


@pytest.mark.parametrize(
    ("media", "wanted"), [("AA", []), ("AT", ["TG131", "TG132"]), ("TT", ["TG131", "TG132"])]
)
def test_a_header_without_five_unit_machines_leaves_the_text_free(media, wanted):
    text = (
        f"R{media}UZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.\nZNR UUUUU\nR 151530Z APR 02\n"
        "FM EXERCISE WING ONE\nTO EXERCISE WING TWO\nBT\nUNCLAS\nWrite to a@b.\nBT\n"
    )

    assert [code for code, _ in sorted(found(text, "janap128"))] == wanted


# ---- damage stays in its line --------------------------------------------------------------------

WHOLE = {
    "acp127-us": (
        "VZCZCXYZ0007\nPP RUEHC RUEHPE RUEHGT\nDE RUEHSN #0412 0731545\nZNR UUUUU ZZH\n"
        "P 141540Z MAR 11\nFM AMEMBASSY SAN SALVADOR\nTO RUEHC/SECSTATE WASHDC PRIORITY 00412\n"
        "INFO RUEHPE/AMEMBASSY LIMA 0087\nBT\nUNCLAS SAN SALVADOR 000412\nEXERCISE.\n"
        "BT\n#0412\nNNNN\n"
    ),
    "janap128": (
        "VZCZCABA014\nRXTUZYUW RUWTABA0000 1051530-UUUU--RUEBXYZ.\nZNR UUUUU ZQX\n"
        "R 152400Z APR 02 ZYB\nFM EXERCISE WING ONE\n"
        "TO ZEN/EXERCISE WING TWO//DO/XP//\nBT\nUNCLAS\n"
        "EXERCISE.\nBT\n#0014\nNNNN\n"
    ),
    "amhs": (
        "UNCLASSIFIED//\nROUTINE\nR 161600Z JAN 20 MIM\nFM EXERCISE WING ONE/N1//\n"
        "TO EXERCISE WING TWO\nINFO EXERCISE_WING THREE\nBT\nUNCLAS\nEXERCISE.\nBT\n"
    ),
}
DAMAGE = "0A-.,*_\u2013\u00e9a"


def by_line(text: str, name: str) -> dict[int, list[str]]:
    """The codes of each line of the heading, in order of place."""
    lines = LineMap(text)
    told: dict[int, list[str]] = {}
    for diagnostic in sorted(element_findings(parse(text, dialect=name)), key=lambda d: d.span):
        told.setdefault(lines.place(diagnostic.span.start).line, []).append(diagnostic.code)
    return told


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
def test_damage_to_one_line_leaves_the_findings_of_the_others(name, data):
    """Dialect fixed; damage adds no line end, and spares the first word, which names the line."""
    lines = WHOLE[name].split("\n")[:-1]
    long = [i for i, line in enumerate(lines) if " " in line and line != "UNCLAS"]
    index = data.draw(st.sampled_from(long))
    first = lines[index].index(" ") + 1
    at = data.draw(st.integers(first, len(lines[index]) - 1))
    sign = data.draw(st.sampled_from(DAMAGE))
    damaged = [*lines]
    damaged[index] = lines[index][:at] + sign + lines[index][at + 1 :]

    before, after = by_line("\n".join(lines), name), by_line("\n".join(damaged), name)

    before.pop(index + 1, None)
    after.pop(index + 1, None)
    assert after == before


@given(st.text(alphabet="RTOPZNYU0189 /-.#@\u00e9\u2013\n\x1b\ufeff\t", max_size=200))
@example("\ufeff\n\nGR\nBT\n")
@example("DE \nR 1\nTO //\n")
def test_every_place_found_lies_in_the_source(text):
    for record in dialects():
        for diagnostic in findings(parse(text, dialect=record.name)):
            assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
            assert diagnostic.message
            for edit in diagnostic.fix.edits if diagnostic.fix else ():
                assert 0 <= edit.span.start <= edit.span.end <= len(text)

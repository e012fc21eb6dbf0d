"""What a report holds beyond each rule by itself: how findings go together, what is left out."""

import subprocess
import sys
from pathlib import Path

import pytest

from telegram.checks import check, report_of
from telegram.diagnostics import Severity
from telegram.parsing import parse
from telegram.source import Source

ROOT = Path(__file__).parents[2]
SAN_SALVADOR = ROOT / "docs" / "telegrams" / "08sansalvador1029.txt"
HEADINGS = sorted(
    path
    for path in (ROOT / "tests" / "corpus" / "heading").glob("*.txt")
    if not path.name.startswith(("acp126", "mars"))  # a dialect of radio nets, not among those read
)
KEPT = (
    "R 051430Z MAR 74\nFM AMEMBASSY EXAMPLE\nTO SECSTATE WASHDC\nBT\nUNCLAS\nEXERCISE.\nBT\nNNNN\n"
)


def codes(text: str, dialect: str = "acp127-us", *, as_sent: bool = False) -> list[str]:
    """The codes found in a text, in order of place; not those of invented routing indicators."""
    report = check(text, dialect=dialect, as_sent=as_sent)
    return [code for code in report.codes if code not in ("TG303", "TG304")]


# ---- what is read ----


@pytest.mark.parametrize("make", [str, str.encode, Source, parse])
def test_text_bytes_sources_and_telegrams_are_checked_alike(make):
    assert check(make(KEPT)).codes == report_of(parse(KEPT)).codes


def test_a_wrong_call_is_the_callers_fault():
    with pytest.raises(TypeError):
        check(1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no dialect"):
        check(KEPT, dialect="acp999")


def test_a_telegram_has_the_report_of_a_kept_copy():
    telegram = parse(KEPT)

    assert telegram.report.codes == check(telegram).codes


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_nothing_at_all_is_one_finding(text):
    report = check(text)

    assert [d.code for d in report.errors] == ["TG201"]
    assert report.errors[0].span.of(text) == ""


# ---- real and well-formed messages ----


@pytest.mark.parametrize("path", [SAN_SALVADOR, *HEADINGS], ids=lambda path: path.stem)
def test_a_kept_copy_of_a_sound_message_has_no_error(path):
    assert check(path.read_bytes()).errors == ()


@pytest.mark.parametrize("path", HEADINGS, ids=lambda path: path.stem)
def test_a_sound_message_has_no_error_as_sent(path):
    assert check(path.read_bytes(), as_sent=True).errors == ()


def test_checking_a_sound_message_loads_no_parser():
    code = f"""
import sys, pathlib
from telegram.checks import check
check(pathlib.Path({str(SAN_SALVADOR)!r}).read_bytes())
assert not [name for name in sys.modules if name.split(".")[0] in ("lark", "hypothesis")]
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


# ---- one finding for one fault ----


def test_a_stripped_heading_is_one_note_in_a_kept_copy():
    assert [code for code in codes(KEPT) if "TG203" <= code <= "TG208"] == ["TG203"]


def test_a_stripped_heading_is_judged_line_by_line_as_sent():
    found = [
        d for d in check(KEPT, dialect="acp127-us", as_sent=True) if "TG203" <= d.code <= "TG208"
    ]

    assert [(d.code, d.severity) for d in found] == [
        ("TG204", Severity.WARNING),
        ("TG205", Severity.ERROR),
        ("TG207", Severity.ERROR),
        ("TG208", Severity.ERROR),
    ]


def test_a_cut_off_ending_is_one_note_in_a_kept_copy():
    text = KEPT.removesuffix("BT\nNNNN\n")

    assert [code for code in codes(text) if "TG212" <= code <= "TG216"] == ["TG215"]
    sent = codes(text, as_sent=True)
    assert [code for code in sent if "TG212" <= code <= "TG216"] == ["TG212", "TG213", "TG214"]


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("R 05143QZ MAR 74", "TG209"),
        ("FM AMEMBASSY=EXAMPLE", "TG210"),
        ("TO SECSTATE=WASHDC", "TG211"),
    ],
)
def test_a_refused_line_is_not_also_missing(line, missing):
    lines = KEPT.splitlines()
    place = {"R": 0, "F": 1, "T": 2}[line[0]]
    lines[place] = line

    report = check("\n".join(lines), dialect="acp127-us")

    assert missing not in report.codes
    assert any(d.severity > Severity.NOTE for d in report)  # it is reported as what it is


def test_an_ending_that_is_interrupted_is_not_also_missing():
    text = KEPT.replace("BT\nNNNN", "BT\n#0412\nEXERCISE REMARK\nNNNN")

    found = [code for code in codes(text) if "TG212" <= code <= "TG227"]

    assert found == ["TG226"]


def test_an_fl4_that_contradicts_fl2_and_text_is_one_finding():
    text = (
        "RTTUZYUW RUWTABA0014 1051530-UUUU--RUEBXYZ.\nZNY CCCCC\nR 151530Z APR 02\n"
        "FM EXERCISE ALFA\nTO EXERCISE BRAVO\nBT\nUNCLAS\nBT\n#0014\nNNNN\n"
    )

    assert [d.code for d in check(text).errors] == ["TG831"]


# ---- messages that need less ----


def test_a_data_pattern_message_needs_its_header_only():
    assert codes(
        "RCCUIJAZ RUWTABA0301 1071600 0002-UUUU--RUEBXYZ.\nEXERCISE CARD\n", "janap128"
    ) == ["TG204"]


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        (
            "janap128",
            "RTTUZYVW RUWTABA0234 1061010-UUUU--RUEBXYZ.\nZNR UUUUU\nBT\nUNCLAS SVC ZUI\nBT\n",
        ),
        (
            "acp127-us",
            "RR RUEHC\nDE RUEHSN #0412 0641430\nZNR UUUUU\nBT\nUNCLAS SVC ZUI RUEHC0245\nBT\n",
        ),
    ],
)
def test_a_service_message_may_leave_its_addresses_out(dialect, text):
    assert not {"TG209", "TG210", "TG211"} & set(codes(text, dialect))
    plain = text.replace("ZYVW", "ZYUW").replace(" SVC", "")
    assert {"TG209", "TG210", "TG211"} <= set(codes(plain, dialect))


def test_a_pilot_needs_no_addresses():
    text = (ROOT / "tests" / "corpus" / "heading" / "acp127-pilot.txt").read_text()

    assert codes(text, as_sent=True) == []


def test_each_heading_of_a_readdressed_message_is_judged():
    text = (ROOT / "tests" / "corpus" / "heading" / "janap128-readdressal.txt").read_text()
    first, second = "FM EXERCISE REGION ALFA\n", "FM EXERCISE WING ONE TRAINING AFB\n"
    assert first in text
    assert second in text

    assert codes(text, "janap128") == []
    assert codes(text.replace(first, ""), "janap128") == ["TG210"]
    assert codes(text.replace(second, ""), "janap128") == ["TG210"]


def test_a_rerouted_message_may_keep_its_serial_number():
    """FL2 then has another station's number; FL4 says whose message it was."""
    text = (ROOT / "tests" / "corpus" / "heading" / "janap128-reroute.txt").read_text()
    renumbered = text.replace("RATUZOVW RUHZSUU0014", "RATUZOVW RUHZSUU0136")
    assert renumbered != text

    assert codes(renumbered, "janap128") == codes(text, "janap128")
    assert "TG811" in codes(renumbered.replace("RUWTABA0014", "RUWTABA0015"), "janap128")


# ---- times ----


@pytest.mark.parametrize(
    ("filed", "released", "wanted"),
    [
        ("0641430", "051430Z MAR 74", []),
        ("0651430", "051430Z MAR 74", []),
        ("0651431", "051430Z MAR 74", ["TG822"]),
        ("0641429", "051430Z MAR 74", ["TG821"]),
        ("0010010", "312350Z DEC 74", []),  # filed in the next year
        ("3652350", "010010Z JAN 75", ["TG821"]),
        ("0641030", "051030D MAR 74", []),  # D is four hours east: 0630Z
        ("0641030", "041030D MAR 74", ["TG822"]),
        ("0640629", "051030D MAR 74", ["TG821"]),
        ("0641430", "312359Z DEC 9999", []),  # beyond the calendar: nothing to compare
    ],
)
def test_a_message_is_filed_within_a_day_of_its_release(filed, released, wanted):
    text = f"RR RUEHC\nDE RUEHSN #0412 {filed}\nZNR UUUUU\nR {released}\nFM AMEMBASSY EXAMPLE\n"

    assert [code for code in codes(text) if code.startswith("TG82")] == wanted


def test_a_filing_time_of_a_day_of_the_month_crosses_the_month():
    text = "RR RBDZZA\nDE RNFZZC 0051 01/0010Z\nZNR UUUUU\nR 302350Z APR 15\nFM EXERCISE HQ ALFA\n"

    assert not [code for code in codes(text, "acp127") if code.startswith("TG82")]


# ---- any text ----


@pytest.mark.parametrize("dialect", ["acp127", "acp127-us", "janap128", "amhs"])
@pytest.mark.parametrize("name", ["acp127-pilot", "janap128-multi", "state-section-2of2"])
def test_every_truncation_can_be_judged(dialect, name):
    """Wherever a message breaks off, and in whatever dialect it is read, spans stay inside it."""
    text = (ROOT / "tests" / "corpus" / "heading" / f"{name}.txt").read_text()
    for end in range(0, len(text), 19):
        for as_sent in (False, True):
            report = check(text[:end], dialect=dialect, as_sent=as_sent)
            assert all(0 <= d.span.start <= d.span.end <= end for d in report)
            assert bool(report.render()) == bool(report.codes)

"""``telegram show``: the text decoded by its kind, and laid out to be read."""

import io
import re
from pathlib import Path

import pytest

from telegram import SetsText, StateText, read
from telegram.cli.inputs import Inputs
from telegram.cli.show import show
from telegram.cli.terminal import Output
from tests.cli.test_call import HEADINGS, ROOT, SAN_SALVADOR, run

NAVADMIN = ROOT / "tests" / "corpus" / "navadmin"
STATE = ROOT / "tests" / "corpus" / "state"


def text_of(path: Path) -> list[str]:
    """What is shown of the text, from its title on; blanks squeezed."""
    shown = run("show", path).stdout.removeprefix(run("show", "--no-text", path).stdout)
    return [re.sub(r"  +", " | ", line.strip()) for line in shown.splitlines()[1:]]


def words(text: str) -> set[str]:
    return set(re.findall(r"[A-Z0-9]+", text.upper()))


class Screen(io.StringIO):
    """A terminal, as far as output can tell."""

    def isatty(self) -> bool:
        return True


def on_a_terminal(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    inputs, screen = Inputs(), Screen()
    show(inputs, inputs.files([str(path)], ()), Output("auto", screen), form="text", with_text=True)
    return screen.getvalue()


def test_san_salvador_is_decoded_field_by_field():
    shown = text_of(SAN_SALVADOR)

    assert shown[:13] == [
        "State telegram",
        "telegram | SAN SALVADOR 001029 | cited as 08 SAN SALVADOR 1029; identifier"
        " 08SANSALVADOR1029",
        "caption | SIPDIS | Released for automatic posting on the SIPRNet (State Siprnet"
        " distribution).",
        "E.O. | 12958 | Classified National Security Information",
        "declassify | N/A | not applicable: not classified",
        "TAGS | ES | El Salvador (place)",
        "KCRM | Criminal activity",
        "PGOV | Internal Governmental Affairs",
        "PREL | External Political Relations",
        "subject | EL SALVADOR: PRISON REFORM AND GANG INTELLIGENCE INITIATIVE MOVES FORWARD",
        "paragraphs | 8 | marked (U)",
        "signed | GLAZER",
        "",
    ]
    assert shown[13].startswith("1. (U) Summary: El Salvador hosted")
    assert shown[13].endswith("throughout the region. End Summary.")
    assert shown[-1] == "GLAZER"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2009-many-refs", ["reference | A | STATE 22161 of 2009"]),
        ("2009-many-refs", ["B | STATE 131203 of 2008, not to all addressees (NOTAL)"]),
        ("2009-many-refs", ["C | PORT MERIDIAN 198 of 2009, and those before it"]),
        ("2009-many-refs", ["K | message: SECDEF R201815Z MAR 09", "pass to | STATE FOR OES/ENV"]),
        ("2009-many-refs", ["paragraphs | 3 | 1 (SBU), 2 (U)", "a. on the web;"]),
        (
            "2009-portion-marks-notional",
            [
                "declassify | DECL: 07/01/2019: on 1 July 2019",
                "classified by Pat Example, Training Officer; for reasons 1.4 (b), (d)",
                "paragraphs | 6 | 2 (U), 1 (C/NF), 1 (C//NF), 1 (SBU), 1 unmarked",
            ],
        ),
        ("2011-smart", ["drafted by | PORT MERIDIAN:Example, Pat", "signed | WAYFARER"]),
        ("1974-terp-department-outgoing", ["OTRA (SAMPLE, EDWARD B.) | Travel"]),
        ("2006-section-01-of-02", ["The numbers", "1 | 41 | 6.2"]),
    ],
)
def test_what_the_fields_of_other_state_texts_say(name, expected):
    shown = text_of(STATE / f"{name}.txt")

    assert [line for line in expected if line not in shown] == []


def test_sets_are_named_and_references_say_what_they_are():
    shown = text_of(NAVADMIN / "NAV24039.txt")

    assert shown[:6] == [
        "Set-formatted text",
        "message | NAVADMIN 039/24 | number 39 of 2024",
        "format | GENADMIN | by CNO WASHINGTON DC, February, N1",
        "subject | FY-2025 COMMAND SENIOR CHIEF SCREEN BOARD RESULTS",
        "reference | A | DOC of CNO, 16 July 2021: OPNAVINST 1306.2K, COMMAND SENIOR ENLISTED"
        " LEADER PROGRAM.",
        "released by | Vice Admiral Richard J. Cheeseman Jr., N1",
    ]
    assert shown[7].startswith("1. Congratulations to the following")
    assert "Abalos Erik S\t\t\tHMCS\t\tUSNMRTC YOKOSUKA JA" in shown


def test_a_set_without_a_value_of_its_own_is_shown_with_its_fields(tmp_path):
    path = tmp_path / "sets.txt"
    path.write_text(
        "R 161600Z JAN 20\nFM EXERCISE COMMAND\nTO EXERCISE ALL\nBT\nUNCLAS //N01000//\n"
        "MSGID/GENADMIN/EXERCISE COMMAND/N1/JAN//\nSUBJ/EXERCISE//\nZEBRA/ONE/TWO//\n"
        "POC/EXAMPLE/LT/EXERCISE UNIT/TEL: 555-0100//\nAMPN/NO REFERENCE//\n"
        "RMKS/1. FICTIONAL.//\nBT\nNNNN\n"
    )

    shown = text_of(path)

    assert "ZEBRA | ONE / TWO" in shown
    assert "AMPN | NO REFERENCE" in shown
    assert any(line.startswith("contact | EXAMPLE | ") and "555-0100" in line for line in shown)


def test_columns_are_shown_row_by_row_and_a_year_that_is_not_written_is_not_told(tmp_path):
    path = tmp_path / "sets.txt"
    path.write_text(
        "R 161600Z JAN 20\nFM EXERCISE COMMAND\nTO NAVADMIN\nBT\nUNCLAS\nNAVADMIN 142\n"
        "MSGID/GENADMIN/EXERCISE COMMAND/-/JAN//\nSUBJ/EXERCISE//\n1PARTS\n/DL/NAME/RQD\n"
        "/01/VALVE/2\n/02/-/1//\nRMKS/1. FICTIONAL.//\nBT\nNNNN\n"
    )

    shown = text_of(path)

    assert shown[1] == "message | NAVADMIN 142 | number 142"
    assert shown[4:6] == ["1PARTS | DL: 01; NAME: VALVE; RQD: 2", "DL: 02; RQD: 1"]


def test_plain_text_is_shown_as_it_is():
    assert text_of(HEADINGS / "janap128-narrative.txt") == [
        "Text",
        "UNCLAS",
        "SUBJ: EXERCISE MESSAGE",
        "1. THIS TEXT IS FICTIONAL.",
    ]


def test_the_copies_of_the_1970s_stand_in_one_place():
    shown = run("show", "--no-text", STATE / "1974-terp-department-outgoing.txt").stdout

    block = shown[shown.index("copies  ORIGIN OC-03") : shown.index("FL5     R 121530Z")]
    assert "          copies        14  OC 3, OCT 1, ISO 0, ARA 10\n" in block
    assert "          drafted       OC/T: ESAMPLE, typed by AB\n" in block
    assert "          wanted by     OC, ARA\n" in block
    assert "DESIRED DISTRIBUTION  ROUTINE" not in shown


CORPUS = [*sorted(STATE.glob("*.txt")), *sorted(NAVADMIN.glob("*.txt"))]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_no_word_to_be_read_is_left_out(path):
    """Subject, paragraphs and remarks: whatever a person typed to be read is shown."""
    text = next(iter(read(path))).text
    said = [text.subject or ""] if isinstance(text, StateText | SetsText) else [text.text]
    if isinstance(text, StateText):
        said += [f"{p.number} {p.marking or ''} {p.plain}" for p in text.paragraphs if p.number]
        said += [str(tags) for tags in text.tags]
    elif isinstance(text, SetsText):
        free = [found for found in (text.remarks, *text.gentexts) if found is not None]
        said += [paragraph.plain for found in free for paragraph in found.paragraphs]
        said += [reference.explanation or "" for reference in text.references]

    assert words(" ".join(said)) - words(run("show", path).stdout) == set()


@pytest.mark.parametrize("name", ["2009-many-refs", "1974-terp-department-outgoing"])
def test_on_a_terminal_nothing_decoded_is_wider_than_it(name, monkeypatch):
    shown = on_a_terminal(STATE / f"{name}.txt", monkeypatch)

    text = shown[shown.index("\nState telegram\n") :]
    assert [line for line in text.splitlines() if len(line) > 80] == []


def test_on_a_terminal_the_items_of_a_list_hang(monkeypatch):
    shown = on_a_terminal(STATE / "1974-terp-department-outgoing.txt", monkeypatch)

    assert (
        "   B) FOUR RED RIBBONS. POST SHOULD CONFIRM RECEIPT BY ROUTINE TELEGRAM AND\n"
        "      REPORT ANY SHORTAGE WITHIN TEN DAYS.\n"
    ) in shown


def test_a_table_on_a_terminal_stays_as_it_is(monkeypatch):
    shown = on_a_terminal(STATE / "2006-section-01-of-02.txt", monkeypatch)

    assert "Week     Boats    Tons\n1        41       6.2\n2        44       6.0\n" in shown

"""``telegram show``: what a watch officer reads, and the JSON documents."""

import json
import re

import pytest

from telegram import read
from telegram.cli.terminal import plain
from tests.cli.test_call import HEADINGS, ROOT, SAN_SALVADOR, run

NAVADMIN = ROOT / "tests" / "corpus" / "navadmin"


def entries(text: str) -> dict[str, list[str]]:
    """The details under each format line as written, blanks squeezed."""
    found: dict[str, list[str]] = {}
    for line in text.split("\n\n")[1].splitlines():
        if line[:1] != " ":
            written = found.setdefault(line.split(maxsplit=1)[1], [])
        else:
            written.append(re.sub(r" +", " ", line.strip()))
    return found


def test_san_salvador_is_decoded_line_by_line():
    result = run("show", "--no-text", SAN_SALVADOR)
    assert result.exit_code == 0
    assert entries(result.stdout) == {
        "VZCZCXYZ0020": ["channel XYZ", "number 0020 of the messages on this channel"],
        "PP RUEHWEB": [
            "precedence PP PRIORITY, to be delivered within 3 hours",
            "called RUEHWEB State Department and its posts; United States",
        ],
        "DE RUEHSN #1029 2412134": [
            "from station RUEHSN AMEMBASSY SAN SALVADOR; United States",
            "serial 1029 by the station's own count",
            "filed 2412134 Thursday 28 August 2008, 21:34 UTC (day 241 of the year)",
        ],
        "ZNR UUUUU ZZH": [
            "warning ZNR Security warning: unclassified text, or text cleared to travel on"
            " unprotected circuits; followed by the redundant classification group",
            "class UUUUU UNCLASSIFIED",
            "signal ZZH State Department origin (national use series)",
        ],
        "P 282134Z AUG 08": [
            "precedence P PRIORITY, to be delivered within 3 hours",
            "released 282134Z AUG 08 Thursday 28 August 2008, 21:34 UTC",
        ],
        "FM AMEMBASSY SAN SALVADOR": ["originator AMEMBASSY SAN SALVADOR"],
        "TO RUEHC/SECSTATE WASHDC PRIORITY 0010": [
            "action SECSTATE WASHDC PRIORITY",
            "station RUEHC DEPT OF STATE WASHINGTON DC; United States",
            "number 0010 by the originator's count of messages to this addressee",
        ],
        "INFO RUEHZA/WHA CENTRAL AMERICAN COLLECTIVE PRIORITY": [
            "info WHA CENTRAL AMERICAN COLLECTIVE PRIORITY; stands for many addressees",
            "station RUEHZA State Department and its posts; United States",
        ],
        "RHMCSUU/FBI WASHINGTON DC PRIORITY": [
            "info FBI WASHINGTON DC PRIORITY",
            "station RHMCSUU MESSAGE CONVERSION SYSTEM (ROUTE-BY-PLA SERVICE); United States",
        ],
        "RUEAWJA/DEPT OF JUSTICE WASHINGTON DC PRIORITY": [
            "info DEPT OF JUSTICE WASHINGTON DC PRIORITY",
            "station RUEAWJA DEPT OF JUSTICE WASHINGTON DC; United States",
        ],
        "UNCLAS SAN SALVADOR 001029": ["class UNCLASSIFIED"],
    }


def test_the_text_as_written_is_shown_whole_when_asked_for():
    whole = run("show", "--as-written", SAN_SALVADOR).stdout
    heading = run("show", "--no-text", SAN_SALVADOR).stdout
    assert whole.startswith(heading)
    lines = SAN_SALVADOR.read_text(encoding="utf-8").splitlines()
    assert whole.removeprefix(heading).splitlines() == [
        "",
        "Text as written",
        *lines[lines.index("UNCLAS SAN SALVADOR 001029") :],
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "janap128-multi",
            ["media AA 8-level ASCII", "content ZYUW narrative", "for info R ROUTINE"],
        ),
        ("janap128-multi", ["filed 1051801 Monday 15 April 2002, 18:01 UTC (day 105 of the year)"]),
        ("janap128-multi", ["action AIG 99001 IMMEDIATE (from FL5); stands for many addressees"]),
        ("janap128-multi", ["info EXERCISE COMMAND BRAVO ROUTINE (from FL5)", "offices N3, N6"]),
        (
            "janap128-multi",
            ["action EXERCISE STAFF ALFA", "delivery ZEN", "exempt EXERCISE SQUADRON NINE"],
        ),
        ("janap128-multi", ["called RUWJDDD", "end . the routing is complete", "subject N02300"]),
        ("janap128-multi", ["validation 0231 repeats the station serial number"]),
        (
            "janap128-specat",
            ["handling BBBBB SPECAT other than SIOP-ESI", "class CCCCC CONFIDENTIAL"],
        ),
        ("janap128-specat", ["class CONFIDENTIAL (disclosure: damage to national security)"]),
        (
            "janap128-trc",
            ["redundancy UUCX repeats the class, then release codes", "release to C Canada"],
        ),
        (
            "acp127-base",
            ["filed 22/1856Z Wednesday 22 April 2015, 18:56 UTC", "groups 13 in the text"],
        ),
        ("acp127-base", ["number 051", "class UU UNCLASSIFIED"]),
        ("state-section-1of2", ["section 01 of a message sent in sections", "section 1 of 2"]),
        ("amhs-mid", ["MID 200001234567U message identifier"]),
        (
            "acp126-abbreviated",
            [
                "released 161445Z names no instant",
                "called RFHT a call sign",
                "from station RFG a call sign",
            ],
        ),
    ],
)
def test_what_the_other_lines_say(name, expected):
    shown = re.sub(r" +", " ", run("show", "--no-text", HEADINGS / f"{name}.txt").stdout)
    assert [part for part in expected if part not in shown] == []


def test_a_pilot_and_an_original_heading_have_their_own_titles():
    piloted = run("show", "--no-text", HEADINGS / "acp127-pilot.txt").stdout
    above, headings = piloted.split("Heading added by a relay (pilot)\n")
    pilot, main = headings.split("Heading of the message\n")
    assert "2001  of the messages on this channel" in above
    assert "DE RUEHC #9001" in pilot
    assert "DE RUEHSN #0412" in main
    readdressed = run("show", "--no-text", HEADINGS / "janap128-readdressal.txt").stdout
    original = readdressed.split("Original heading of the readdressed message\n")[1]
    assert "15 April 2002, 15:30 UTC" in original
    assert "17 April 2002" not in original


def test_a_wrapped_line_is_shown_as_written():
    shown = run("show", "--no-text", NAVADMIN / "NAV07039.txt").stdout
    assert (
        "FL6     FM CNO WASHINGTON\n        DC//N1//\n          originator    CNO WASHINGTON DC\n"
        in shown
    )


def test_an_error_stands_under_its_line(tmp_path):
    path = tmp_path / "bad.txt"
    path.write_text("R 310900Z FEB 75\nFM EXERCISE UNIT\nTO EXERCISE UNIT TWO\nBT\nUNCLAS\nBT\n")
    lines = run("show", path).stdout.splitlines()
    at = lines.index("FL5     R 310900Z FEB 75")
    end = lines.index("FL6     FM EXERCISE UNIT")
    assert "          error: TG403 day 31 does not exist in FEB 75" in lines[at:end]
    assert any(
        line.startswith("1 error") and line.endswith(f": telegram check {path}") for line in lines
    )


@pytest.mark.parametrize("path", sorted(NAVADMIN.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_of_a_real_heading_and_every_addressee_is_shown(path):
    (telegram,) = read(path)
    shown = run("show", "--as-written", path).stdout
    heading = telegram.heading
    addressees = (heading.originator, *heading.action, *heading.info, *heading.exempt)
    names = [addressee.name for addressee in addressees if addressee is not None]
    numbered = [each for each in telegram.lines if each.format_line.number not in (None, 12)]
    written = [plain(part.strip()) for each in numbered for part in each.text.splitlines()]
    text = [plain(part.rstrip()) for part in telegram.text.text.splitlines()]
    assert [part for part in [*names, *written, *text] if part not in shown] == []


def test_one_message_is_an_indented_document_and_several_are_json_lines():
    one = run("show", "--format", "json", SAN_SALVADOR).stdout
    assert one.count("\n") > 100
    (telegram,) = read(SAN_SALVADOR)
    assert json.loads(one) == json.loads(telegram.to_json())
    several = run("show", "--format", "json", HEADINGS).stdout.splitlines()
    assert len(several) == len(list(HEADINGS.glob("*.txt")))
    assert {json.loads(line)["schema"] for line in several} == {"1"}


def test_dialect_and_pivot_are_obeyed():
    shown = run(
        "show", "--dialect", "janap128", "--pivot", "1900", "--no-text", SAN_SALVADOR
    ).stdout
    assert "(janap128): as asked for" in shown
    assert "Friday 28 August 1908" in shown


def test_messages_of_one_file_are_told_apart(tmp_path):
    path = tmp_path / "two.txt"
    message = (HEADINGS / "janap128-narrative.txt").read_text()
    path.write_text(message * 2)
    titles = [line for line in run("show", path).stdout.splitlines() if line.startswith(str(path))]
    assert titles == [str(path), f"{path}, message 2, line {message.count(chr(10)) + 1}"]

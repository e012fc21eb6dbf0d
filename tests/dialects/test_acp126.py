"""ACP 126: calls, abbreviated headings, codress, and what is told from other dialects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram import CallSign, FormatError, check, compose, convert, parse
from telegram.formatting import format

CALL = "RFHT\nDE RFG NR 116\n"
GROUPS = "ABCDE FGHIJ KLMNO PQRST UVWXY ZABCD EFGHI ABCDE"


def codress(count: int) -> str:
    return f"{CALL}P 161500Z APR 02\nGR {count}\nBT\n{GROUPS}\nBT\n\nNNNN\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("RFHT DE RFG\n", "P 161445Z\nBT\nUNCLAS\n"),
        ("RFHT\nDE RFG\n", "161445Z\nBT\nUNCLAS\n"),
        ("DE AAV9EX NR 118\n", "R 161600Z APR 2002\nFM A\nTO B\nBT\nUNCLAS\n"),
        ("RR NOAS0\nDE NOA1B NR 7\n", "R 161600Z APR 02\nFM A\nTO B\nBT\nUNCLAS\n"),
        ("RFHT DE RFG\n", "BT\nUNCLAS\n"),
    ],
)
def test_a_call_by_call_signs_shows_the_dialect(first, second):
    message = parse(first + second)

    assert message.dialect == "acp126"
    assert message.heading.station is not None
    assert isinstance(message.heading.station.indicator, CallSign)
    assert "call" in message.evidence
    assert [d for d in check(message) if d.code in ("TG209", "TG210", "TG211")] == []


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("RR RUEHC\nDE RUEHSN #0413 0731602\nZNR UUUUU\nR 141602Z MAR 11\n", "acp127-us"),
        ("RR RBDZZA\nDE RNFZZC 0051 22/1856Z\nZNR UUUUU\nR 221854Z APR 15\n", "acp127"),
        ("RR RBDZZA\nDE RNFZZC 0051 02/0009Z\nZNR UUUUU\nR 012354Z APR 15\n", "acp127"),
        ("RR RUEHC\nDE RUEHSN\nZNR UUUUU\nR 141602Z MAR 11\n", "acp127-us"),
        ("R 141602Z MAR 11\nFM WING ONE\nTO RIO DE JANEIRO\nBT\n", "amhs"),
        ("161445Z\nBT\nUNCLAS\n", None),
    ],
)
def test_other_procedures_are_no_call(text, dialect):
    assert parse(text).dialect == dialect


def test_the_group_count_of_codress_is_compared_with_its_groups():
    assert not check(codress(8)).errors
    assert [d.code for d in check(codress(9)).errors] == ["TG851"]


def test_an_originator_without_addressee_is_reported_as_elsewhere():
    found = check(f"{CALL}P 161500Z APR 02\nFM EXERCISE BDE ONE\nBT\nUNCLAS\nBT\n")

    assert [d.code for d in found.errors] == ["TG211"]


def test_messages_follow_each_other():
    stream = (codress(8) + "RFHT DE RFG\nP 161445Z\nBT\nUNCLAS\nBT\n\nNNNN\n") * 2
    first = parse(stream)
    texts = []
    rest: str | None = stream
    while rest is not None:
        message = parse(rest)
        at = message.next_message
        texts.append(rest if at is None else rest[:at])
        rest = None if at is None else rest[at:]

    assert first.next_message == len(codress(8))
    assert [parse(each).dialect for each in texts] == ["acp126"] * 4
    assert "".join(texts) == stream


SIGNS = st.sampled_from(["RFHT", "RFG", "AAA9ZZ", "W1AW", "NOAS0"])


@given(st.lists(SIGNS, min_size=1, max_size=5, unique=True), SIGNS, st.sampled_from([None, "7"]))
def test_what_is_composed_is_clean_and_read_back(called, station, serial):
    message = compose(
        dialect="acp126",
        precedence="P",
        dtg="161430Z APR 02",
        originator="EXERCISE BDE ONE",
        action=["EXERCISE BN TWO"],
        classification="UNCLAS",
        text="EXERCISE",
        called=called,
        station=station,
        serial=serial,
    )
    again = parse(str(message))

    assert again.dialect == "acp126"
    assert again.heading.routing is not None
    assert again.heading.station is not None
    assert [each.letters for each in again.heading.routing.indicators] == called
    assert again.heading.station.serial == serial
    assert format(again) == str(message)
    assert not check(message, as_sent=True).errors


def test_a_call_sign_is_not_refiled_as_a_routing_indicator():
    message = parse(
        f"{CALL}P 161430Z APR 02\nFM EXERCISE BDE ONE\nTO EXERCISE BN TWO\nBT\nUNCLAS\nBT\n"
    )
    with pytest.raises(FormatError):
        convert(message, to="janap128")

    report = convert(message, to="acp127").report
    assert {entry.text for entry in report.lost} >= {"RFHT", "RFG"}


def test_a_routing_indicator_serves_as_a_call_sign():
    message = parse(
        "RR RBDZZA\nDE RNFZZC 0051 22/1856Z\nZNR UUUUU\nR 221854Z APR 15\n"
        "FM EXERCISE HQ ALFA\nTO EXERCISE HQ BRAVO\nBT\nUNCLAS\nBT\n"
    )
    found = convert(message, to="acp126").result

    assert str(found).startswith("RBDZZA\nDE RNFZZC NR 0051\n")
    assert isinstance(found, telegram.Telegram)

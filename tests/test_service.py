"""Service messages: the worked case of the reference, and how signals name messages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram

HEADING = Path(__file__).parent / "corpus" / "heading"


def service(text: str) -> telegram.Service | None:
    return telegram.parse(
        "RTTUZYUW RUWTABA0234 1061010-UUUU--RUEBXYZ.\nZNR UUUUU\nR 161010Z APR 02\n"
        f"FM RUWTABA\nTO RUEBXYZ\nBT\n{text}\nBT\n#0234\nNNNN\n"
    ).service


def test_the_service_message_of_the_reference_draws_attention_to_a_message():
    found = telegram.parse((HEADING / "janap128-service.txt").read_bytes()).service

    assert found is not None
    [request] = found.requests
    assert (request.signal.code, request.signal.interrogative) == ("ZUI", False)
    assert str(request.message) == "RUEBXYZ0245 1060800"
    assert request.words == ("EXERCISE",)
    assert request.meaning is not None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "UNCLAS SVC INT ZDK RUEBXYZ0245 1060800",
            [("INT ZDK", "RUEBXYZ0245 1060800", None, None)],
        ),
        ("UNCLAS SVC ZDK RUEBXYZ0245", [("ZDK", "RUEBXYZ0245", None, None)]),
        (
            "UNCLAS SVC ZFR WING ONE 151530Z APR 02\nZEL",
            [("ZFR", None, "WING ONE", "151530Z APR 02"), ("ZEL", None, None, None)],
        ),
        ("SVC ZDF 151530Z", [("ZDF", None, None, "151530Z")]),
        ("S E C R E T SVC ZUG", [("ZUG", None, None, None)]),
    ],
)
def test_signals_name_messages_by_station_or_by_originator(text, wanted):
    found = service(text)

    assert found is not None
    assert [
        (
            str(r.signal),
            r.message and str(r.message),
            r.originator,
            r.dtg and str(r.dtg),
        )
        for r in found.requests
    ] == wanted


def test_words_before_the_first_signal_are_kept():
    found = service("UNCLAS SVC REUR EXERCISE ZES ZDK RUEBXYZ0245")

    assert found is not None
    assert found.words == ("REUR", "EXERCISE", "ZES")  # ZES is not in the shipped table
    assert [str(request.message) for request in found.requests] == ["RUEBXYZ0245"]


@pytest.mark.parametrize("text", ["UNCLAS\nSUBJ: SVC OF BOATS", "UNCLAS", "THE SVC ZUI"])
def test_other_messages_are_no_service_messages(text):
    assert service(text) is None


@given(st.lists(st.sampled_from(["INT", "ZDK", "SVC", "RUEBXYZ0245", "1060800", "A", "QRU", "0"])))
def test_every_word_after_svc_is_in_the_service_message(words):
    """Signals, what they name, and the words left over: nothing is lost."""
    found = service("UNCLAS SVC " + " ".join(words))

    assert found is not None
    told = list(found.words)
    for request in found.requests:
        told += str(request.signal).split() + list(request.words)
        told += str(request.message).split() if request.message else []
    assert sorted(told) == sorted(words)

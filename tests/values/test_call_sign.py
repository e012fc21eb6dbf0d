"""Call signs, and the calling station that is named by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram import CallSign, FieldError, Routing, RoutingIndicator, StationSerial

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORDS = ("INFO", "NNNN", "FLASH", "UNCLAS", "SECRET", "MSGID", "SUBJ")
names = st.tuples(
    st.sampled_from(LETTERS), st.text(LETTERS + "0123456789", min_size=3, max_size=6)
).map("".join)
call_signs = names.filter(
    lambda name: name not in WORDS and not name.startswith(("ZCZC", "VZCZC"))
).map(CallSign)


@given(call_signs, st.none() | st.integers(1, 9999).map(str))
def test_a_calling_station_is_read_back_from_its_text(sign, number):
    station = StationSerial(sign, number)

    assert StationSerial.parse(str(station)) == station


@pytest.mark.parametrize("text", ["AB", "INFO", "1234", "AAV9EX1234", "rfg", "VZCZC118"])
def test_what_is_no_call_sign_is_refused(text):
    with pytest.raises(FieldError):
        CallSign(text)


def test_a_call_sign_is_no_routing_indicator_though_it_looks_like_one():
    sign: object = CallSign("RFHT")

    assert sign != RoutingIndicator("RFHT")
    assert str(Routing((), (CallSign("RFHT"), CallSign("AAA9ZZ")))) == "RFHT AAA9ZZ"


def test_a_station_on_a_radio_net_has_no_filing_time():
    with pytest.raises(FieldError):
        StationSerial(CallSign("RFG"), "0115", "01")

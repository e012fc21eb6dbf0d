"""Repairs: what a message states twice is restored, nothing sound is touched, nothing is applied
unasked.
"""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import telegram
from telegram.faults import noise
from telegram.repairing.garbles import alternatives, one_impulse_from

SENT = """\
VZCZCXYZ0020
PP RUEHC RUEHPE
DE RUEHSN #1029 2412134
ZNR UUUUU ZZH
P 282134Z AUG 08
FM AMEMBASSY SAN SALVADOR
TO RUEHC/SECSTATE WASHDC PRIORITY 0010
INFO RUEHPE/AMEMBASSY LIMA 0087
BT
UNCLAS SAN SALVADOR 001029

THIS IS AN EXERCISE.
BT
#1029
NNNN
"""
TWICE = (
    ("0020\n", "PP"),
    ("PP RUEHC ", "RUEHPE"),
    ("DE ", "RUEHSN"),
    ("DE RUEHSN #", "1029"),
    ("ZNR ", "UUU"),
    ("ZZH\n", "P"),
    ("08\n", "FM"),
    ("FM ", "AMEMBASSY SAN SALVADOR"),
    ("INFO RUEHPE/", "AMEMBASSY LIMA"),
    ("BT\n#", "1029"),
)
"""Elements that the message or a table states once more, each after what stands before it."""


few = settings(max_examples=15)  # a message is read some hundred times for its repairs


def garbled(at: int, sign: str) -> str:
    return SENT[:at] + sign + SENT[at + 1 :]


@st.composite
def one_garble(draw):
    """A place in an element that is stated twice, and what one wrong impulse printed there."""
    before, text = draw(st.sampled_from(TWICE))
    at = SENT.index(before + text) + len(before) + draw(st.integers(0, len(text) - 1))
    printed = [sign for sign in one_impulse_from(SENT[at]) if sign.isprintable()]
    return at, draw(st.sampled_from(printed))


def test_the_message_that_is_garbled_is_sound():
    assert telegram.parse(SENT).report.errors == ()
    assert len(telegram.repair(telegram.parse(SENT))) == 0


@few
@given(one_garble())
def test_of_what_is_stated_twice_the_first_repair_is_what_was_sent(made):
    at, sign = made
    received = telegram.parse(garbled(at, sign))
    found = telegram.repair(received)

    assert str(found[0].apply(received)) == SENT


@few
@given(one_garble())
def test_a_repair_says_what_it_rests_on_and_removes_the_finding_it_stands_for(made):
    at, sign = made
    received = telegram.parse(garbled(at, sign))
    before = received.report.codes

    for each in telegram.repair(received):
        assert each.rests_on
        assert each.span.of(received.source.text) == each.written != each.proposed
        assert 0 <= each.confidence <= 1
        after = each.apply(received).report.codes
        assert all(before.count(code) > after.count(code) for code in each.removes)


@few
@given(st.sampled_from(["ita2", "ascii"]), st.integers(0, 2**32), st.sampled_from([0.01, 0.05]))
def test_repairing_never_raises_and_changes_nothing_unasked(model, seed, rate):
    received = noise(SENT, rate, seed, model)
    message = telegram.parse(received)
    found = telegram.repair(message)

    assert str(message) == received
    assert str(found.message) == received
    assert found.apply(least=1.0001) == message


@pytest.mark.parametrize(
    ("sent", "printed", "written", "proposed", "kind"),
    [
        ("282134Z", "28213OZ", "28213OZ", "282130Z", "letter and figure"),
        ("TO RUEHC", "59 473#:", "59 473#:/SECSTATE", "TO RUEHC/SECSTATE", "a shift"),
        ("FM AMEMBASSY", "FM AMEMBASSSY", "AMEMBASSSY", "AMEMBASSY", ""),
        ("P 282134Z", "P282134Z", "P282134Z", "P 282134Z", "blank"),
        ("INFO RUEHPE", "INFOIRUEHPE", "INFOIRUEHPE/AMEMBASSY", "INFO RUEHPE/AMEMBASSY", ""),
        ("BT\nUNCLAS", "BT\n7,:)-\a", "7,:)-\a", "UNCLAS", "a shift"),
        ("VZCZCXYZ", "VZCBCXYZ", "VZCBCXYZ0020", "VZCZCXYZ0020", ""),
        ("SY SAN SALVADOR\n", "SY S\nN SALVADOR\n", "S\nN", "SAN", "line end"),
        ("UUUUU ZZH\nP", "UUUUU ZZHIP", "ZZHIP", "ZZH\nP", "line end"),
    ],
)
def test_each_kind_of_garble_is_repaired(sent, printed, written, proposed, kind):
    assert SENT.count(sent) == 1
    message = telegram.parse(SENT.replace(sent, printed))
    best = telegram.repair(message)[0]

    assert (best.written, best.proposed) == (written, proposed)
    assert kind in best.kind


def test_where_two_statements_differ_and_nothing_else_knows_neither_is_sure():
    """FL3 and FL15 give different numbers and no text number decides."""
    received = SENT.replace("#1029\nNNNN", "#1026\nNNNN").replace("SAN SALVADOR 001029", "EXERCISE")
    found = telegram.repair(telegram.parse(received))

    assert {each.proposed for each in found} == {"#1026", "#1029"}
    assert all(each.confidence < 0.5 for each in found)
    assert len(found.first) == 1
    assert str(found.apply()) == received


def test_repairs_are_applied_one_after_the_other():
    received = (
        SENT.replace("FM AM", "NM AM").replace("P 2821", "V 2821").replace("\n#1029", "\n#1O29")
    )

    assert str(telegram.repair(telegram.parse(received)).apply()) == SENT


def test_a_repair_of_another_message_is_refused():
    received = telegram.parse(SENT.replace("FM AM", "NM AM"))
    best = telegram.repair(received)[0]

    with pytest.raises(ValueError, match="another message"):
        best.apply(telegram.parse(SENT))


def test_a_repair_is_a_fix_that_is_not_safe():
    best = telegram.repair(telegram.parse(SENT.replace("FM AM", "NM AM")))[0]

    assert best.fix.safety is telegram.Safety.UNSAFE
    assert best.fix.edits == (telegram.Edit(best.span, "FM"),)


def test_the_middle_of_a_long_text_is_left_out_and_places_are_right():
    long = SENT.replace("THIS IS AN EXERCISE.", "THIS IS AN EXERCISE.\n" * 400)
    received = telegram.parse(long.replace("#1029\nNNNN", "#1O29\nNNNN"))
    best = telegram.repair(received)[0]

    assert (best.written, best.proposed) == ("#1O29", "#1029")
    assert str(best.apply(received)) == long


def test_sound_addressees_of_a_long_list_are_left_out_and_places_are_right():
    further = "".join(f"EXERCISE UNIT {number}\n" for number in range(60))
    long = SENT.replace("BT\nUNC", f"{further}BT\nUNC")
    received = telegram.parse(long.replace("#1029\nNNNN", "#1O29\nNNNN").replace("FM A", "NM A"))

    assert [each.proposed for each in telegram.repair(received).first] == ["FM", "#1029"]
    assert str(telegram.repair(received).apply()) == long


@given(st.text(st.sampled_from("AB12 /#-\n"), max_size=12))
@example("PP")
def test_every_alternative_differs_from_the_text(line):
    assume(line)
    assert all(each.applied(line) != line for each in alternatives(line))


@given(st.text(st.sampled_from("AB12 /#-"), max_size=12), st.integers(0, 13))
def test_alternatives_to_a_place_are_those_of_all_that_begin_before_it(line, stop):
    """Where the beginning of a line rules all rules out, nothing further on is tried."""
    before = [each for each in alternatives(line) if each.start < stop]

    assert list(alternatives(line, stop)) == before


@pytest.mark.parametrize("text", ["", "\n\n", "NO TELEGRAM AT ALL", "\x00\x1b"])
def test_what_is_no_telegram_has_no_repairs(text):
    assert len(telegram.repair(telegram.parse(text))) == 0

"""Line noise: the same for the same seed, and no more of it than was asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram import ita2
from telegram.faults import noise, noised

MODELS = ("ita2", "ascii")
TEXTS = st.text(st.one_of(st.sampled_from(sorted(ita2.characters())), st.characters()))
RATES = st.sampled_from((0.0, 0.05, 0.5, 1.0))
SEEDS = st.integers(-(2**70), 2**70)
LINE = "PP RUEHC\nDE RUEHSN #1029 2412134\nZNR UUUUU ZZH\nP 282134Z AUG 08\nFM AMEMBASSY EXAMPLE\n"

every_model = pytest.mark.parametrize("model", MODELS)


@given(TEXTS, SEEDS, st.sampled_from(MODELS))
def test_without_noise_the_text_is_the_text(text, seed, model):
    assert noise(text, 0, seed, model) == text


@given(TEXTS, RATES, SEEDS, st.sampled_from(MODELS))
def test_the_same_seed_garbles_the_same(text, rate, seed, model):
    once, again = noised(text, rate, seed, model), noised(text, rate, seed, model)

    assert once == again
    assert str(once) == noise(text, rate, seed, model)


@given(TEXTS, SEEDS, st.sampled_from(MODELS))
def test_a_higher_rate_garbles_the_same_and_more(text, seed, model):
    low, high = noised(text, 0.1, seed, model), noised(text, 0.3, seed, model)

    assert set(low.garbles) <= set(high.garbles)


@given(TEXTS, RATES, SEEDS, st.sampled_from(MODELS))
def test_every_garble_lies_in_the_text_in_order(text, rate, seed, model):
    garbles = noised(text, rate, seed, model).garbles
    spans = [garble.span for garble in garbles]

    assert spans == sorted(spans)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(len(garble.span) == (0 if garble.shift else 1) for garble in garbles)


@given(st.text(st.characters(max_codepoint=127)), SEEDS)
def test_seven_units_give_as_many_characters_as_were_sent_dropped_and_doubled(text, seed):
    made = noised(text, 0.3, seed, "ascii")
    kinds = [garble.kind for garble in made.garbles]

    assert len(made.text) == len(text) + kinds.count("doubled") - kinds.count("dropped")


@given(TEXTS, SEEDS)
def test_five_units_make_no_sign_that_the_code_lacks(text, seed):
    assert set(noise(text, 0.5, seed)) <= ita2.characters() | set(text)


@every_model
def test_the_rate_is_the_share_of_characters_garbled(model):
    text = "ABCDEFGHIJKLMNOPQRSTUVWXY " * 2_000
    garbled = len(noised(text, 0.03, 5, model).garbles) / len(text)

    assert 0.027 < garbled < 0.033


def test_a_lost_shift_turns_the_run_up_to_the_next_one():
    made = noised("R 051430Z MAR 74", 0.1, seed=24)

    assert [garble.shift for garble in made.garbles] == [True]
    assert made.text == "R PTQREPZ MAR 74"


PINNED = [
    (
        "ita2",
        'PP RUEHC\nDE REHSN #102? 2412134\nZNR UKUUU ZZH\nP )821341" -7& 08\n'
        "!.-.3.?7\a\a6 3/-.0)3\n",
    ),
    (
        "ascii",
        'PP RUEHC\nDE REHSN #1029"2412134\nZNR UUUEU ZZH\nP 282034Z AEG 08\nFM AMMBSSY EPAMPLE\n',
    ),
]


@pytest.mark.parametrize(("model", "received"), PINNED)
def test_the_noise_of_a_seed_stays_as_it_is(model, received):
    """A changed sequence would change every test set that was made with it."""
    assert noise(LINE, 0.08, 1969, model) == received


@every_model
@given(rate=RATES, seed=SEEDS)
def test_what_is_received_is_read_without_loss(model, rate, seed):
    received = noise(LINE, rate, seed, model)

    assert str(telegram.parse(received)) == received


@pytest.mark.parametrize("rate", [-0.1, 1.5, float("nan")])
def test_a_rate_that_is_no_share_is_refused(rate):
    with pytest.raises(ValueError, match="share from 0 to 1"):
        noise("TEXT", rate, 1)


def test_another_model_is_refused():
    with pytest.raises(ValueError, match="ita2, ascii"):
        noise("TEXT", 0.1, 1, "morse")  # type: ignore[arg-type]


def test_a_seed_that_is_no_integer_is_refused():
    """Python promises the sequence for integers; other seeds went by hash."""
    with pytest.raises(TypeError, match="integer"):
        noise("TEXT", 0.1, "seed")  # type: ignore[arg-type]

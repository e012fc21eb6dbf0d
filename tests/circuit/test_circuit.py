"""The log of a circuit: numbers, copies, sections."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import telegram
from telegram import Circuit, Copy, catalogue
from telegram.circuit.continuity import Channel
from telegram.source import Span
from tests.joining.splitter import sections

HEADING = Path(__file__).parents[1] / "corpus" / "heading"
RULES = [rule for rule in catalogue.rules() if rule.code.startswith("TG89")]


def sample(name: str) -> telegram.Telegram:
    return telegram.parse((HEADING / f"{name}.txt").read_bytes())


def log(text: str) -> Circuit:
    return Circuit.of(telegram.read(BytesIO(text.encode())))


def message(number: str, dtg: str = "151530Z APR 02", text: str = "TEXT", **marks: str) -> str:
    """A message in ACP 127, with signals in FL4 or after FL5."""
    return (
        f"VZCZCABA{number}\nRR RUEHXH\nDE RUEHXM #0101 1051545\n"
        f"ZNR UUUUU{marks.get('fl4', '')}\nR {dtg}{marks.get('fl5', '')}\n"
        f"FM EXERCISE WING ONE\nTO {marks.get('to', 'EXERCISE GROUP TWO')}\nBT\nUNCLAS\n"
        f"EXERCISE {text}.\nBT\n#0101\n\nNNNN\n"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_is_found_in_its_bad_example_at_the_carets_and_not_in_the_good_one(rule):
    text, marked = catalogue.example(rule, "bad")
    good, _ = catalogue.example(rule, "good")

    found, at = [], 0
    for read, entry in zip(telegram.read(BytesIO(text.encode())), log(text).entries, strict=True):
        for each in entry.findings:
            if each.rule is rule:
                found.append(Span(each.span.start + at, each.span.end + at))
                assert each.message
        at += len(str(read))

    assert marked
    assert tuple(found) == marked
    assert rule.code not in [f.code for entry in log(good).entries for f in entry.findings]


# ---- numbers ------------------------------------------------------------------------------------


@given(st.integers(2, 998), st.lists(st.integers(0, 240), min_size=1, max_size=60, unique=True))
@example(lowest=998, steps=[0, 3])
@example(lowest=825, steps=[0, 175, 173])
def test_what_is_missing_is_what_lies_between_the_numbers_that_came(lowest, steps):
    """In whatever order they come; 001 is left out, since it may begin a new count."""
    order = [*range(1, 1000), *range(1, 1000)]
    came = [lowest + step for step in steps if order[lowest + step] != 1] or [lowest]
    channel = Channel("ABA")

    for place in came:
        channel.add(f"{order[place]:03}")

    wanted = [order[place] for place in range(min(came), max(came) + 1) if place not in came]
    found: list[int] = []
    for gap in channel.missing():
        start = order.index(int(gap.first))
        found += order[start : order.index(int(gap.last), start) + 1]
    assert found == wanted


@pytest.mark.parametrize(
    ("numbers", "codes", "missing"),
    [
        ("998 999 001", [], []),
        ("998 999 000 001", [], []),
        ("9998 9999 0001", [], []),
        ("998 002", ["TG891"], ["ABA999-001"]),
        ("456 001 002", ["TG894"], []),
        ("456 458 001", ["TG891", "TG894"], ["ABA457"]),
        ("010 014 012 013 011", ["TG891", "TG893", "TG893", "TG893"], []),
        ("010 009", ["TG893"], []),
        ("010 007", ["TG893"], ["ABA008-009"]),
        ("010 011 010", ["TG892"], []),
    ],
)
def test_numbers_are_followed_as_an_operator_does(numbers, codes, missing):
    minutes = iter(range(10, 60))
    circuit = log("".join(message(n, f"1515{next(minutes)}Z APR 02") for n in numbers.split()))

    assert [found.code for entry in circuit.entries for found in entry.findings] == codes
    assert [str(gap) for gap in circuit.missing] == missing


def test_channels_count_apart():
    text = message("014") + message("201", "151531Z APR 02").replace("ABA", "XRO")
    text += message("015", "151532Z APR 02") + message("203", "151533Z APR 02").replace(
        "ABA", "XRO"
    )

    circuit = log(text)

    assert circuit.channels == ("ABA", "XRO")
    assert [str(gap) for gap in circuit.missing] == ["XRO202"]


# ---- copies -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("again", "copy"),
    [
        (message("015"), Copy.DUPLICATE),
        (message("015", fl4=" ZFD"), Copy.SUSPECTED),
        (message("015", fl5=" ZEL"), Copy.CORRECTED),
        (message("015", text="OTHER"), Copy.OTHER_TEXT),
        (message("015", fl4=" ZDK"), Copy.REPEATED),
        (message("015", fl5=" ZEX", to="EXERCISE GROUP SIX"), Copy.BOOK),
        (message("015", "151531Z APR 02"), Copy.FIRST),
    ],
)
def test_a_message_that_comes_again_is_what_it_says(again, copy):
    entry = log(message("014") + again).entries[1]

    assert (entry.copy, entry.of) == (copy, None if copy is Copy.FIRST else 1)


def test_what_comes_after_a_correction_is_compared_with_it():
    circuit = log(
        message("014")
        + message("015", fl5=" ZEL", text="BETTER")
        + message("016")
        + message("017", fl5=" ZEL", text="BETTER")
    )

    assert [(entry.copy, entry.of) for entry in circuit.entries[1:]] == [
        (Copy.CORRECTED, 1),
        (Copy.SUPERSEDED, 2),
        (Copy.DUPLICATE, 2),
    ]


def test_reroute_and_readdressal_of_the_reference_are_no_duplicates():
    names = ("janap128-narrative", "janap128-reroute", "janap128-readdressal")
    entries = Circuit.of(sample(name) for name in names).entries

    assert [(e.copy, e.of) for e in entries] == [
        (Copy.FIRST, None),
        (Copy.REROUTED, 1),
        (Copy.READDRESSED, 1),
    ]


def test_a_serial_number_alone_makes_no_duplicate():
    """Examples 7 and 12 of the reference share station, serial number and date-time group."""
    entries = Circuit.of([sample("janap128-trc"), sample("janap128-susdupe")]).entries

    assert [entry.copy for entry in entries] == [Copy.FIRST, Copy.SUSPECTED]


# ---- sections -----------------------------------------------------------------------------------


def test_sections_are_reunited_when_the_last_one_comes():
    names = ("state-section-2of2", "janap128-narrative", "state-section-1of2")
    circuit = Circuit()

    joined = [entry.joined for entry in circuit.log(map(sample, names))]

    assert joined[:2] == [None, None]
    assert joined[2] is not None
    assert joined[2].complete
    assert circuit.unfinished == ()


def test_a_telegram_without_its_last_section_is_unfinished():
    parts = sections(["1. ONE.\n\n", "2. TWO.\n\n", "3. THREE.\n\n"])

    circuit = Circuit.of(telegram.parse(part) for part in (parts[0], parts[2]))

    assert [each.missing for each in circuit.unfinished] == [(2,)]


# ---- the log ------------------------------------------------------------------------------------


@given(st.lists(st.text(alphabet="VZCABX0123456789 \nDERFMTOBN#/", max_size=80), max_size=6))
def test_any_messages_are_logged_line_by_line(texts):
    circuit = Circuit.of(map(telegram.parse, texts))

    assert [entry.index for entry in circuit.entries] == list(range(1, len(texts) + 1))
    assert circuit.to_dict()["messages"] == len(texts)


def test_a_log_that_is_not_kept_holds_no_message():
    circuit = Circuit(keep=False)
    entries = list(circuit.log(telegram.read(BytesIO((message("014") + message("016")).encode()))))

    assert (len(entries), circuit.entries, circuit.count) == (2, (), 2)
    assert [str(gap) for gap in circuit.missing] == ["ABA015"]


def test_only_telegrams_are_logged():
    with pytest.raises(TypeError, match="telegrams, not str"):
        Circuit().feed("VZCZCABA014")  # type: ignore[arg-type]

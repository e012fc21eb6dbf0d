"""A wrong call says what is wrong with it; only content that is wrong never raises."""

from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

import telegram
from telegram import FormatError, faults

ROOT = Path(__file__).parents[2]
MESSAGE: Any = telegram.parse((ROOT / "docs" / "telegrams" / "08sansalvador1029.txt").read_bytes())
FORM: dict[str, Any] = {
    "precedence": "R",
    "dtg": "051430Z MAR 24",
    "originator": "EXERCISE WING ONE",
    "action": ["EXERCISE GROUP TWO"],
    "station": "RUEHSN",
    "serial": "0014",
    "called": ["RUEHC"],
}
ANY: Any = telegram


@pytest.mark.parametrize(
    "call",
    [
        ANY.format,
        ANY.format_sections,
        lambda given: ANY.convert(given, to="amhs"),
        ANY.repair,
        lambda given: faults.broken(given, "TG403"),
        lambda given: ANY.join([given]),
        lambda given: list(ANY.Circuit().log([given])),
    ],
)
@pytest.mark.parametrize("given", [None, 5, "R 051430Z MAR 74", b"R 051430Z MAR 74"])
def test_what_is_no_telegram_is_refused_by_its_type(call: Callable[[Any], Any], given: object):
    with pytest.raises(TypeError, match=f"not {type(given).__name__}"):
        call(given)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"precedence": 5}, "precedence is a text or Precedence, not int"),
        ({"dtg": 5}, "dtg is a text or DateTimeGroup, not int"),
        ({"dtg": telegram.Precedence("R")}, "dtg is a text or DateTimeGroup, not Precedence"),
        ({"originator": b"ONE"}, "originator is a text or Addressee, not bytes"),
        ({"action": 5}, "action is a list of texts or values, not int"),
        ({"action": [5]}, "action is a text or Addressee, not int"),
        ({"info": ["ONE", None]}, "info is a list of texts or values, and one is None"),
        ({"called": 5}, "called is a list of texts or values, not int"),
        ({"serial": 14}, "serial is a text, not int"),
        ({"channel": 14}, "channel is a text, not int"),
        ({"instructions": 5}, "instructions is a list of texts or values, not int"),
        ({"signals": 5}, "signals is a list of texts or values, not int"),
        ({"accounting": 5}, "accounting is a text or Accounting, not int"),
        ({"classification": 5}, "classification is a text or Classification, not int"),
        ({"text": 5}, "text is a text or its lines, not int"),
        ({"text": ["ONE", 2]}, "a line of the text is a text, not int"),
    ],
)
def test_an_entry_of_another_type_is_named(entries: dict[str, Any], said: str):
    with pytest.raises(TypeError, match=said):
        MESSAGE.evolve(**entries)
    with pytest.raises(TypeError, match=said):
        ANY.compose(**{"text": "EXERCISE", **FORM, **entries})


@pytest.mark.parametrize("entry", ["dtg", "originator", "action", "text", "serial", "subject"])
def test_what_cannot_be_taken_out_is_not_passed_over(entry: str):
    with pytest.raises(TypeError, match=f"{entry} cannot be taken out"):
        MESSAGE.evolve(**{entry: None})


def test_a_serial_number_that_cannot_be_is_named_among_the_rest():
    with pytest.raises(FormatError, match=r"serial: '12': .*; dtg: '310900Z FEB 75': "):
        MESSAGE.evolve(serial="12", dtg="310900Z FEB 75")


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda: ANY.convert(MESSAGE, to="janap128", serial=12), TypeError, "serial is a text"),
        (lambda: ANY.convert(MESSAGE, to="janap128", seriál="0012"), TypeError, "what can is sta"),
        (lambda: ANY.format(MESSAGE, code="ascii"), ValueError, "the codes are ita2, ia5"),
        (lambda: ANY.generate(seed=1, action="x"), ValueError, "action: 'x' is no count"),
        (lambda: ANY.generate(seed=1, info=1.5), ValueError, "info: 1.5 is no count"),
        (lambda: ANY.roll_up(["(U)"]), TypeError, "not str"),
        (lambda: ANY.check_marking(None), TypeError, "not by NoneType"),
        (lambda: ANY.Framer().feed(b"ZCZC"), TypeError, "fed as text, not as bytes"),
        (lambda: ANY.rule(403), TypeError, "not 403"),
        (lambda: ANY.parse(Path("A")), TypeError, "from str or bytes, .*; telegram.read reads fil"),
        (lambda: ANY.parse(BytesIO(b"A")), TypeError, "not BytesIO; telegram.read reads files"),
        (lambda: ANY.check(Path("A")), TypeError, "; telegram.read reads files"),
        (lambda: ANY.parse("A", pivot="1900"), TypeError, "pivot is a year as int, not str"),
        (lambda: ANY.parse("A", pivot=0), ValueError, "begin with 0, given as pivot"),
        (lambda: ANY.parse("A", pivot=9901), ValueError, "begin with 9901, given as pivot"),
        (lambda: ANY.parse("A", dialect=["amhs"]), TypeError, "by its name, not as list"),
        (lambda: ANY.read(b"R 051430Z"), TypeError, "not bytes; telegram.parse reads bytes"),
        (lambda: ANY.read(None), TypeError, "a path or a binary file is read, not NoneType"),
        (lambda: ANY.read(StringIO("FM A\n")), TypeError, "open it with mode 'rb'"),
        (lambda: ANY.read("A", pivot="1900"), TypeError, "pivot is a year as int, not str"),
        (lambda: ANY.read("A", dialect="x"), ValueError, "no dialect 'x'"),
    ],
)
def test_a_wrong_argument_is_named(call: Callable[[], Any], error: type[Exception], said: str):
    with pytest.raises(error, match=said):
        call()


def test_a_stream_of_text_is_refused_when_it_is_read():
    class Stream:
        def read(self, size: int) -> str:
            return "FM A\n"

    with pytest.raises(TypeError, match="open it with mode 'rb'"):
        list(ANY.read(Stream()))


def test_a_pivot_may_begin_any_hundred_years_of_the_calendar():
    for pivot in (1, 1900, 9900):
        assert ANY.parse("R 051430Z MAR 74\n", pivot=pivot).pivot == pivot


def test_a_text_alone_is_a_list_of_one():
    assert [str(each) for each in MESSAGE.evolve(called="RUEHC").heading.routing.indicators] == [
        "RUEHC"
    ]
    refiled = ANY.convert(MESSAGE, to="acp127-us", called="RUEHDC", transliterate=True)
    assert [str(each) for each in refiled.result.heading.routing.indicators] == ["RUEHDC"]
    assert set(MESSAGE.report.select("TG107").codes) == {"TG107"}
    assert "TG107" not in MESSAGE.report.select(ignore="markdown-link").codes

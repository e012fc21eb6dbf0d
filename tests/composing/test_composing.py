"""Messages made by hand, and those that a procedure derives from another."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import telegram
from telegram import FormatError, check, compose
from telegram.values.precedence import misspelt_word

FORM: dict[str, Any] = {
    "precedence": "R",
    "dtg": "051430Z MAR 24",
    "originator": "EXERCISE WING ONE",
    "action": ["EXERCISE GROUP TWO//DO/XP//"],
}
STATIONS: dict[str, Any] = {"called": ["RUEHC"], "station": "RUEHPE", "serial": "0412"}
WIRE: dict[str, dict[str, Any]] = {
    "acp127": STATIONS,
    "acp127-us": {**STATIONS, "channel": "XYZ0007"},
    "janap128": {**STATIONS, "station": "RUEHPEA"},
    "amhs": {},
}


@pytest.mark.parametrize("dialect", WIRE)
def test_a_filled_form_is_a_message_of_its_dialect(dialect):
    message = compose("EXERCISE TEXT.", dialect=dialect, **FORM, **WIRE[dialect])

    assert message.dialect == telegram.parse(str(message)).dialect == dialect
    assert check(message, as_sent=True).errors == ()
    assert str(message.heading.dtg) == FORM["dtg"]
    assert str(message.heading.originator) == FORM["originator"]
    assert [str(each) for each in message.heading.action] == FORM["action"]
    assert message.text.text.split() == ["UNCLAS", "EXERCISE", "TEXT."]


@pytest.mark.parametrize(
    ("level", "letters", "warning", "word"),
    [
        ("UNCLASSIFIED", "U", "ZNR", "UNCLAS"),
        ("CONFIDENTIAL", "C", "ZNY", "C O N F I D E N T I A L"),
        ("S E C R E T", "S", "ZNY", "S E C R E T"),
        ("TOP SECRET", "T", "ZNY", "T O P  S E C R E T"),
    ],
)
def test_every_copy_of_the_classification_follows_from_it(level, letters, warning, word):
    message = compose(
        "EXERCISE TEXT.", dialect="janap128", classification=level, **FORM, **WIRE["janap128"]
    )
    document = message.to_dict()

    assert document["routing"]["classification"] == letters
    assert document["routing"]["redundancy"] == letters * 4
    assert document["security"]["prosign"] == warning
    assert document["security"]["characters"] == letters * 5
    assert str(message).count(f"\n{word}\n") == 1


@pytest.mark.parametrize(
    ("codes", "header", "characters"), [(["X", "C"], "UUCX", "UUUCX"), (["C"], "UUCC", "UUUCC")]
)
def test_release_codes_stand_in_both_lines_in_order(codes, header, characters):
    wire = {**WIRE["janap128"], "called": ["RCEMZZA", "RXFZZBB"]}
    message = compose("TEXT.", dialect="janap128", release=codes, **FORM, **wire)

    assert message.to_dict()["routing"]["redundancy"] == header
    assert message.to_dict()["security"]["characters"] == characters


def test_the_filing_time_follows_from_the_date_time_group():
    message = compose("TEXT.", **FORM, **WIRE["acp127-us"])

    assert str(message.heading.station) == "DE RUEHPE #0412 0651430"


def test_a_datetime_is_a_date_time_group():
    when = datetime(2024, 3, 5, 14, 30, tzinfo=UTC)
    message = compose("TEXT.", **{**FORM, "dtg": when})

    assert str(message.heading.dtg) == "051430Z MAR 24"


def test_everything_wrong_with_a_form_is_said_at_once():
    with pytest.raises(FormatError) as caught:
        compose(
            "",
            precedence="X",
            dtg="311430Z FEB 07",
            originator="a",
            action=["RUEHC/SECSTATE/WASHDC"],
            post="LIMA",
            station="RU",
            classification="FOO",
        )

    entries = [problem.partition(":")[0] for problem in caught.value.problems]
    assert entries == [
        "classification",
        "dtg",
        "originator",
        "action",
        "precedence",
        "called",
        "serial",
        "station",
        "post and number",
        "text",
    ]


def test_entries_against_each_other_are_refused():
    with pytest.raises(FormatError, match="classification line says SECRET"):
        compose("S E C R E T\nTEXT.", classification="UNCLASSIFIED", **FORM)
    with pytest.raises(FormatError, match="TG803"):
        compose("TEXT.", **{**FORM, "action": ["EXERCISE GROUP TWO FLASH"]})


def test_a_naive_datetime_is_refused():
    with pytest.raises(FormatError, match="aware"):
        compose("TEXT.", **{**FORM, "dtg": datetime(2024, 3, 5)})


def test_an_unknown_dialect_is_a_wrong_call():
    with pytest.raises(ValueError, match="no dialect"):
        compose("TEXT.", dialect="telex", **FORM)


NAMES = st.lists(
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=9), min_size=1, max_size=4
).map(lambda words: "EXERCISE " + " ".join(words))


@given(action=st.lists(NAMES, min_size=1, max_size=5, unique=True), originator=NAMES)
@example(action=["EXERCISE ROUTIN"], originator="EXERCISE WING ONE")
def test_addresses_are_read_as_they_were_given(action, originator):
    """Also where a name is made of words that are prosigns or precedences elsewhere."""
    try:
        message = compose("TEXT.", **{**FORM, "action": action, "originator": originator})
    except FormatError:
        words = " ".join([*action, originator]).split()
        assert set(words) & {"FM", "TO", "INFO", "XMT", "BT", "GR", "FLASH", "PAGE", "ZEN"} or any(
            word in ("IMMEDIATE", "PRIORITY", "ROUTINE", "NIACT") or misspelt_word(word)
            for word in words
        )
        return
    assert [each.name for each in message.heading.action] == action
    assert str(message.heading.originator) == originator


# ---- derived messages --------------------------------------------------------------------------

STATE = compose(
    "TAGS: PREL, PE\nSUBJECT: EXERCISE\n\nEXERCISE TEXT.\nSAMPLE",
    precedence="P",
    dtg="051430Z MAR 07",
    originator="AMEMBASSY LIMA",
    action=["RUEHC/SECSTATE WASHDC PRIORITY 0412"],
    info=["RUEHGT/AMEMBASSY GUATEMALA"],
    post="LIMA",
    number="000412",
    channel="XYZ0007",
    called=["RUEHC", "RUEHGT"],
    station="RUEHPE",
    serial="0412",
    signals=["ZZH"],
)


def test_a_reply_goes_back_and_names_what_it_answers():
    answer = STATE.reply("EXERCISE YES.\nSAMPLE", dtg="061430Z MAR 07")

    assert str(answer.heading.originator) == "SECSTATE WASHDC"
    assert [str(each) for each in answer.heading.action] == ["AMEMBASSY LIMA"]
    assert answer.heading.precedence.action == STATE.heading.precedence.action
    assert "REF: LIMA 412\n" in str(answer)


def test_who_replies_must_be_said_where_several_could():
    message = compose("TEXT.", **{**FORM, "action": ["WING TWO", "WING THREE"]})
    with pytest.raises(FormatError, match="which of the addressees"):
        message.reply("YES.", dtg="061430Z MAR 24")

    answer = message.reply("YES.", dtg="061430Z MAR 24", originator="WING TWO")
    assert "REF: EXERCISE WING ONE 051430Z MAR 24\n" in str(answer)


def test_a_readdressal_keeps_the_first_heading_and_the_text():
    again = STATE.readdress(
        dtg="071200Z MAR 07",
        originator="SECSTATE WASHDC",
        precedence="R",
        action=["AMEMBASSY QUITO"],
        called=["RUEHQT"],
        station="RUEHC",
        serial="0100",
    )

    original = again.heading.original
    assert original is not None
    assert (original.dtg, original.originator) == (STATE.heading.dtg, STATE.heading.originator)
    assert (original.action, original.info) == (STATE.heading.action, STATE.heading.info)
    assert [each.name for each in again.heading.action] == ["AMEMBASSY QUITO"]
    assert again.text.text.strip() == STATE.text.text.strip()
    assert again.ending.serial == "0100"
    assert again.heading.security == STATE.heading.security


def test_the_letter_of_efto_is_that_of_the_security_line_when_it_is_sent_again():
    message = telegram.generate("janap128", seed=3, text="plain", control="EFTO")
    again = message.readdress(
        dtg="140001Z NOV 97",
        originator="EXERCISE WING ONE",
        precedence="R",
        action=["EXERCISE WING TWO"],
        called=["RUEHQT"],
        station="RUWTABA",
        serial="0100",
    )
    corrected = message.correct(serial="0413")

    for derived in (again, corrected):
        routing = derived.heading.routing
        assert routing is not None
        assert (routing.classification, routing.redundancy) == ("E", "EEEE")


@pytest.mark.parametrize("dialect", ["acp127-us", "janap128", "amhs"])
def test_a_corrected_copy_supersedes_and_says_so(dialect):
    message = compose("SUBJ: EXERCISE\nTEXT.", dialect=dialect, **FORM, **WIRE[dialect])
    numbers: dict[str, Any] = {"serial": "0413"} if dialect != "amhs" else {}
    corrected = message.correct("SUBJ: EXERCISE\nTEXTS.", what="LINE 2", **numbers)

    assert (corrected.heading.dtg, corrected.heading.originator) == (
        message.heading.dtg,
        message.heading.originator,
    )
    assert [each.value for each in corrected.heading.instructions] == ["ZEL"]
    assert "UNCLAS\nCORRECTED COPY (LINE 2)\nSUBJ: EXERCISE\nTEXTS.\n" in str(corrected)
    content = corrected.to_dict()["routing"] and corrected.to_dict()["routing"]["content"]
    assert content == ("ZELW" if dialect == "janap128" else None)
    assert corrected.ending.serial == (numbers.get("serial") if dialect != "amhs" else None)


def test_a_channel_number_is_not_used_twice():
    assert STATE.correct().heading.transmission is None
    assert str(STATE.correct(channel="XYZ0008").heading.transmission) == "VZCZCXYZ0008"

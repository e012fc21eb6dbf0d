"""How a telegram shows itself."""

import copy
import pickle
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

import telegram
from telegram import parse, read
from telegram.catalogue import rules
from telegram.document import schema

SEED = (Path(__file__).parent / "corpus" / "state" / "seed-08sansalvador1029.txt").read_text(
    "utf-8"
)
TEXT = "R 051430Z MAR 74\nFM EXERCISE UNIT\nTO EXERCISE GROUP\nBT\nUNCLAS\nBT\n"


def test_a_telegram_is_told_in_one_line():
    assert repr(parse(TEXT * 100)).startswith("<Telegram amhs: R 051430Z MAR 74 FM EXERCISE UNIT (")
    assert repr(parse("")) == "<Telegram without heading: (0 characters)>"


@pytest.mark.parametrize(
    "source", [TEXT, "", "\r\n\f\x85", TEXT.replace("U", "\xc9").encode("cp1252")]
)
def test_shown_at_length_it_is_the_call_that_reads_it(source: str | bytes):
    message = parse(source)

    again = eval(pretty(message), {"telegram": telegram})

    assert again == message
    assert bytes(again) == bytes(message)


@given(st.text(max_size=80))
def test_any_text_is_shown_so_that_it_can_be_read_again(text: str):
    message = parse(text)

    assert eval(pretty(message), {"telegram": telegram}) == message


HEADINGS = Path(__file__).parent / "corpus" / "heading"


@pytest.mark.parametrize("path", sorted(HEADINGS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_telegram_goes_to_another_process_and_comes_back_whole(path: Path):
    """`multiprocessing` pickles what it is given, and what it gives back."""
    asked = parse(path.read_bytes(), dialect="acp127", pivot=1900)

    for message in (*read(path), asked):
        for again in (pickle.loads(pickle.dumps(message)), copy.deepcopy(message)):
            assert again == message
            assert again.evidence == message.evidence
            assert again.to_dict() == message.to_dict()
            assert bytes(again) == bytes(message)
        heading = pickle.loads(pickle.dumps(message.heading))
        assert heading == message.heading
        assert heading.spans == message.heading.spans
        report = pickle.loads(pickle.dumps(message.report))
        assert report == message.report == copy.deepcopy(message.report)


@pytest.mark.parametrize("member", sorted(schema()["properties"]))
def test_a_member_asked_for_alone_is_that_of_the_document(member: str):
    for source in (TEXT, SEED):
        message = parse(source)

        assert message.to_dict(member) == {member: message.to_dict()[member]}


def test_some_members_of_the_document_keep_its_order():
    asked = parse(TEXT).to_dict(["text", "dtg", "dialect"])

    assert list(asked) == ["dialect", "dtg", "text"]
    with pytest.raises(ValueError, match="no member 'tags'"):
        parse(TEXT).to_dict("tags")


TEXTS = [
    path
    for folder in ("state", "navadmin", "heading")
    for path in sorted((Path(__file__).parent / "corpus" / folder).glob("*.txt"))
]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_goes_to_another_process_by_itself(path: Path):
    """Whoever wants the text alone need not send the telegram along."""
    for message in read(path):
        text = message.text
        for again in (pickle.loads(pickle.dumps(text)), copy.deepcopy(text)):
            assert again == text
            assert again.to_dict() == text.to_dict()
            assert again.plain == text.plain
            assert getattr(again, "spans", None) == getattr(text, "spans", None)


def test_a_rule_is_one_record_wherever_it_comes_from():
    """Rules are compared as what they are: a copy would be another rule."""
    for rule in rules():
        assert pickle.loads(pickle.dumps(rule)) is rule
        assert copy.copy(rule) is copy.deepcopy(rule) is rule


def test_a_rule_of_somebody_else_is_pickled_whole():
    own = evolve(rules()[0], code="XX001", name="of-their-own")
    again = pickle.loads(pickle.dumps(own))

    assert (again.code, again.message, again.severity) == (own.code, own.message, own.severity)

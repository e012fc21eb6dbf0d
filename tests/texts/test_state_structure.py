"""What a State text holds besides fields and paragraphs: quoted texts, groups, excisions, heads
that stand twice, the block above it, addressees of labelled lines.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram.checks import report_of
from telegram.source import Span
from telegram.texts.state import PieceKind, StateText, read
from telegram.texts.state.examples import example
from tests.corpus.state_accuracy import FOLDER

HEAD = "UNCLAS LIMA 000412\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: ES\nSUBJECT: EXERCISE\n\n"


def text_of(body: str, head: str = HEAD) -> StateText:
    source = head + body
    return read(source, Span(0, len(source)), year=2008)


def numbers(text: StateText) -> list[str | None]:
    return [paragraph.number for paragraph in text.paragraphs]


# ---- literal blocks -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "end", "label"),
    [
        ("BEGIN TEXT:", "END TEXT.", "TEXT"),
        ("Begin text", "End text", "TEXT"),
        ("QUOTE", "UNQUOTE", "QUOTE"),
        ("BEGIN QUOTE.", "UNQUOTE.", "QUOTE"),
        ("BEGIN INFORMAL TRANSLATION:", "END TRANSLATION", "INFORMAL TRANSLATION"),
        ("BEGIN POINTS:", "END POINTS.", "POINTS"),
    ],
)
def test_numbers_and_headings_in_a_quoted_text_are_not_the_telegrams(begin, end, label):
    quoted = "2. The invented note begins.\n\nA HEADING\n\n(C) It goes on.\n\n3. It ends."
    block = f"{begin}\n\n{quoted}\n\n{end}"

    text = text_of(f"1. (U) The note follows.\n\n{block}\n\n2. (U) It ends here.\n\nNAME\n")

    assert numbers(text) == ["1", "2"]
    assert text.paragraphs[1].text == "It ends here."
    assert [(each.label, each.text) for each in text.literals] == [(label, quoted)]
    assert text.spans["literals[0]"].of(str(text)) == quoted
    assert text.signature == "NAME"


def test_a_quoted_text_may_open_a_numbered_paragraph():
    text = text_of("1. (U) Begin.\n\n2. (U) BEGIN TEXT:\n1. One.\n2. Two.\nEND TEXT.\n\n3. End.\n")

    assert numbers(text) == ["1", "2", "3"]
    assert text.literals[0].text == "1. One.\n2. Two."


def test_a_quoted_text_that_never_ends_is_none():
    text = text_of("1. (U) Begin.\n\nBEGIN TEXT:\n\n2. (U) Two.\n\nQUOTE\n\n3. (U) Three.\n")

    assert numbers(text) == ["1", "2", "3"]
    assert text.literals == ()


def test_a_summary_in_a_quoted_text_is_not_the_telegrams():
    text = text_of(
        "1. Begin.\n\nBEGIN TEXT:\nSUMMARY: Theirs. END SUMMARY.\nEND TEXT.\n\n2. End.\n"
    )

    assert text.summary is None


# ---- downgrading groups, excisions --------------------------------------------------------------


@pytest.mark.parametrize(
    "ending", ["GP-3\n\nNAME\n", "GP-3\nNAME\n", "GP-3.\nNAME\n", "\nNAME\nGP-3\n", "GP-3\n"]
)
def test_a_downgrading_group_alone_on_a_line_is_no_text(ending):
    text = text_of(f"1. The exercise ends.\n{ending}")

    assert text.downgrading_group == "GP-3"
    assert text.paragraphs[-1].text == "The exercise ends."
    assert text.signature == ("NAME" if "NAME" in ending else None)
    assert [piece.kind for piece in text.pieces].count(PieceKind.DOWNGRADING) == 1
    assert "".join(piece.span.of(str(text)) for piece in text.pieces) == str(text)


def test_a_downgrading_group_within_a_sentence_is_text():
    text = text_of("1. The invented group GP-3 is described.\n\nNAME\n")

    assert text.downgrading_group is None


def test_excisions_are_marked():
    text = text_of("1. MR. XXXXX met xxxxxxxx [...] and [REDACTED], (b)(6).\n\nNAME\n")

    found = ["XXXXX", "xxxxxxxx", "[...]", "[REDACTED]", "(b)(6)"]
    assert [str(redaction) for redaction in text.redactions] == found
    assert [r.span.of(str(text)) for r in text.redactions] == found
    assert text.to_dict()["redactions"] == found


# ---- heads, blocks and addressees ---------------------------------------------------------------


def test_of_a_head_that_stands_twice_the_last_complete_one_is_real():
    first = HEAD.replace("EXERCISE", "EXER").replace("ES\n", "XX\n")
    text = text_of(f"{first}----------\nheader\n{HEAD}1. (U) Text.\n\nNAME\n", "")

    assert text.subject == "EXERCISE"
    assert [str(tags) for tags in text.tags] == ["ES"]
    assert numbers(text) == ["1"]
    assert text.first_head is not None
    assert "".join(piece.span.of(str(text)) for piece in text.pieces) == str(text)


def test_the_word_header_without_a_head_below_is_text():
    text = text_of("1. (U) Text.\n\nheader\n\n2. (U) More.\n\nNAME\n")

    assert numbers(text) == ["1", "2"]
    assert text.first_head is None


def test_the_distribution_block_above_the_heading_is_the_telegrams():
    source = (FOLDER / "1974-terp-department-outgoing.txt").read_text("utf-8")

    block = telegram.parse(source).to_dict()["text"]["distribution"]

    assert (block["role"], block["total"], block["numbers"]) == ("ORIGIN", 14, "099777")
    assert block["copies"][0] == {"office": "OC", "copies": 3}
    assert block["desired"] == ["OC", "ARA"]


def test_a_lost_office_is_reported():
    source = "ORIGIN OC-03\nINFO OCT-01 ISO-00 /014 R\n" + example()

    found = report_of(telegram.parse(source, dialect="acp127-us")).diagnostics

    assert [d.span.of(source) for d in found if d.code == "TG691"] == ["014"]


# ---- laws ---------------------------------------------------------------------------------------

SENTENCES = ("The boats were counted.", "Nobody came.", "AN INVENTED LINE", "See 3. and (b) above.")
NOISE = st.text("abcdefghij klmno,.;", max_size=30).map(str.strip)


@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6), st.data())
def test_noise_in_one_paragraph_leaves_the_other_fields_alone(sentences, data):
    """Noise without line ends, capitals and numbers, within the words of one paragraph."""
    index = data.draw(st.integers(0, len(sentences) - 1))
    noise = data.draw(NOISE)
    noisy = [
        f"{words} {noise} then" if number == index else words
        for number, words in enumerate(sentences)
    ]

    clean, damaged = (
        text_of("\n\n".join(f"{n}. (U) {w}" for n, w in enumerate(each, 1)) + "\n\nNAME\n")
        for each in (sentences, noisy)
    )

    one, other = clean.to_dict(), damaged.to_dict()
    touched = other["paragraphs"].pop(index)
    kept = one["paragraphs"].pop(index)
    assert one == other
    assert touched["text"].startswith(kept["text"])

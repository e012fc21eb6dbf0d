"""Sections joined: the laws, the corpus, and what is reported."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram
from telegram import catalogue
from telegram.source import Span
from tests.joining.splitter import HEAD, message, sections
from tests.laws.lines import damaged_messages, texts

STATE = Path(__file__).parents[1] / "corpus" / "state"
NAVADMIN = Path(__file__).parents[1] / "corpus" / "navadmin"

words = st.lists(
    st.sampled_from(["THE", "LARGER", "BOATS", "(12)", "U.S.", "ICE", "14 TONS"]),
    min_size=1,
    max_size=9,
).map(" ".join)
paragraphs = st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=9).map(
    lambda bodies: [
        f"{number}. (U) " + "\n".join(lines) + ".\n\n" for number, lines in enumerate(bodies, 1)
    ]
)


def parts_of(texts: list[str]) -> list[telegram.Telegram]:
    return [telegram.parse(text) for text in texts]


def chunks(pieces: list[str], cuts: set[int]) -> list[str]:
    """The pieces joined between cuts."""
    places = [0, *sorted(cut for cut in cuts if 0 < cut < len(pieces)), len(pieces)]
    return ["".join(pieces[first:last]) for first, last in pairwise(places)]


@given(paragraphs, st.sets(st.integers(1, 8)), st.randoms(), st.sampled_from(["\n", "\r\n"]))
def test_joining_the_sections_that_splitting_made_gives_the_original(pieces, cuts, random, end):
    """Cut at paragraphs: the whole message comes back, character for character."""
    texts = chunks(pieces, cuts)
    parts = parts_of(sections(texts, end=end))
    random.shuffle(parts)

    joined = telegram.join(parts)

    assert str(joined.message) == message(HEAD + "".join(pieces), end=end)
    assert joined.complete
    assert not joined.report
    assert joined.message.section is None


@given(paragraphs, st.data())
def test_a_text_cut_at_any_line_reads_as_the_original(pieces, data):
    """Cut inside paragraphs too, each part ending at its last line of text: same paragraphs."""
    lines = [f"{line}\n" for line in "".join(pieces).splitlines()]
    texts = [
        text.rstrip("\n") + "\n"
        for text in chunks(lines, data.draw(st.sets(st.integers(1, len(lines)))))
        if text.strip()
    ]

    joined = telegram.join(parts_of(sections(texts)))

    whole = telegram.parse(message(HEAD + "".join(pieces)))
    assert joined.text.plain == whole.text.plain


@given(paragraphs, st.sets(st.integers(1, 8)), st.data())
def test_every_place_of_the_joined_telegram_is_traced_to_the_same_characters(pieces, cuts, data):
    joined = telegram.join(parts_of(sections(chunks(pieces, cuts))))
    text = str(joined.message)
    first = data.draw(st.integers(0, len(text)))
    span = Span(first, data.draw(st.integers(first, len(text))))

    places = joined.trace(span)

    assert "".join(place.of(str(joined.parts[part])) for part, place in places) == span.of(text)
    assert places


@given(st.permutations(range(6)))
def test_groups_are_the_telegrams_whatever_the_order(order):
    both = sections(["1. A.\n\n", "2. B.\n\n", "3. C.\n\n"])
    other = [text.replace("061840Z", "071200Z") for text in both]
    stream = [(both + other)[index] for index in order]

    groups = telegram.group_sections(parts_of(stream))

    assert sorted(sorted(str(m) for m in group) for group in groups) == sorted(
        (sorted(both), sorted(other))
    )


any_text = st.one_of(
    texts(),
    damaged_messages(),
    st.sampled_from([path.read_bytes().decode() for path in sorted(STATE.glob("*.txt"))]),
)


@given(st.lists(any_text, min_size=1, max_size=4), st.booleans())
def test_whatever_is_joined_every_message_is_kept_and_every_place_is_inside(sources, marked):
    """Never raises; each message given is a part or set aside; findings and traces have places."""
    if marked:
        sources = [
            source.replace("UNCLAS", f"UNCLAS SECTION {number:02} OF {len(sources):02}")
            for number, source in enumerate(sources, 1)
        ]
    messages = parts_of(sources)

    joined = telegram.join(messages)

    size = len(str(joined.message))
    kept = [*joined.parts, *joined.set_aside]
    assert sorted(map(id, kept)) == sorted(map(id, messages))
    assert all(d.span.end <= len(joined.report.source.text) and d.message for d in joined.report)
    for span in (Span(0, size), Span(size, size)):
        for part, place in joined.trace(span):
            assert 0 <= place.start <= place.end <= len(str(joined.parts[part]))
    grouped = [message for group in telegram.group_sections(messages) for message in group]
    assert sorted(map(id, grouped)) == sorted(map(id, messages))
    assert joined.to_dict()["complete"] is joined.complete


def test_a_message_that_is_no_section_is_joined_of_itself():
    text = message(HEAD + "1. (U) ALL OF IT.\n\nWAYFARER\n")

    joined = telegram.join(parts_of([text]))

    assert str(joined.message) == text
    assert (joined.complete, joined.total, joined.missing) == (True, None, ())
    assert not joined.report


def state_text(joined: telegram.Joined) -> telegram.StateText:
    assert isinstance(joined.text, telegram.StateText)
    return joined.text


def state(*names: str) -> list[telegram.Telegram]:
    return [message for name in names for message in telegram.read(STATE / f"{name}.txt")]


def test_a_telegram_of_the_1970s_loses_its_page_lines_and_the_sentence_goes_on():
    joined = telegram.join(
        state("1976-terp-incoming-section-02-of-02", "1976-terp-incoming-section-01-of-02")
    )

    assert [p.number for p in state_text(joined).paragraphs] == ["1", "2", "3"]
    assert state_text(joined).paragraphs[1].plain.endswith("ONE SPARE FLOAT; TWO CHARTS UNQUOTE.")
    assert state_text(joined).signature == "WAYFARER"
    assert "PAGE 02" not in str(joined.message)
    assert joined.complete


def test_the_head_that_a_later_section_repeats_stands_once():
    joined = telegram.join(state("2006-section-01-of-02", "2006-section-02-of-02"))

    written = str(joined.message)
    assert [written.count(word) for word in ("SIPDIS", "TAGS:", "SUBJECT:", "SECTION")] == [
        1
    ] * 3 + [0]
    assert [p.number for p in state_text(joined).paragraphs if p.number] == ["1", "2", "3", "4"]
    assert joined.heading.station is not None
    assert str(joined.heading.station) == "DE RUEHXM #0412 1571845"
    assert joined.message.ending.serial == "0412"


def test_what_a_later_head_says_differently_is_kept():
    first, second = sections(["1. (U) A.\n\n", "2. (U) B.\n\n"])
    second = second.replace("TAGS: SENV, EFIS, US", "TAGS: PGOV")

    joined = telegram.join(parts_of([first, second]))

    assert "TAGS: PGOV" in str(joined.message)


def test_a_copy_that_an_archive_joined_is_whole():
    joined = telegram.join(state("2006-sections-joined-archive"))

    assert joined.complete
    assert (joined.total, len(joined.parts)) == (2, 1)
    assert "PORT MERID 00000412" not in str(joined.message)


def test_a_section_line_of_its_own_is_found_and_gaps_are_named():
    joined = telegram.join(telegram.read(NAVADMIN / "NAV11166b.txt"))

    assert joined.missing == (1, 3, 4)
    assert [d.message for d in joined.report] == [
        "section 1 of 4 missing",
        "sections 3 to 4 of 4 missing",
    ]
    assert "SECTION 2 OF 4" not in joined.text.text


def test_the_sections_with_a_suffix_in_fl3_alone_are_joined():
    texts = [
        text.replace(f" SECTION 0{number} OF 02", "")
        for number, text in enumerate(sections(["1. (U) A.\n\n", "2. (U) B.\n\n"]), 1)
    ]

    joined = telegram.join(parts_of(texts[::-1]))

    assert [p.number for p in state_text(joined).paragraphs] == ["1", "2"]
    assert str(joined.message) == message(HEAD + "1. (U) A.\n\n2. (U) B.\n\n")


def test_what_is_set_aside_is_kept():
    first, second = parts_of(sections(["1. (U) A.\n\n", "2. (U) B.\n\n"]))
    other = telegram.parse(message("1. (U) C.\n\n").replace("061840Z", "071200Z"))

    joined = telegram.join([second, other, first, first])

    assert joined.parts == (first, second)
    assert joined.set_aside == (other,)
    assert joined.report.codes == ("TG875", "TG872")


RULES = [rule for rule in catalogue.rules() if rule.code.startswith("TG87")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_rules_of_sections_find_their_own_examples(rule):
    text, marked = catalogue.example(rule, "bad")
    found = telegram.join(telegram.read(BytesIO(text.encode()))).report.select([rule.code])
    good, _ = catalogue.example(rule, "good")

    assert [d.span for d in found] == list(marked)
    assert all(d.message for d in found)
    assert not telegram.join(telegram.read(BytesIO(good.encode()))).report


def test_the_document_holds_the_joined_telegram_and_what_is_missing():
    joined = telegram.join(
        parts_of(sections(["1. (U) A.\n\n", "2. (U) B.\n\n", "3. (U) C.\n\n"])[::2])
    )

    document = joined.to_dict()

    assert (document["complete"], document["total"], document["missing"]) == (False, 3, [2])
    assert document["telegram"] == joined.message.to_dict()
    assert [d["code"] for d in document["diagnostics"]] == ["TG871"]


def test_without_a_message_the_call_is_wrong():
    with pytest.raises(ValueError, match="no message"):
        telegram.join([])
    with pytest.raises(TypeError, match="str"):
        telegram.join(["R 061840Z JUN 06"])  # type: ignore[list-item]

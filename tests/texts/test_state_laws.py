"""What holds for the State text of any characters: nothing lost, nothing raised, places inside."""

from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from telegram.source import Span
from telegram.texts import state
from telegram.texts.state.body import read_body
from telegram.texts.state.findings import findings
from telegram.texts.state.lines import PieceKind
from telegram.texts.state.reach import Reach
from tests.corpus.state_accuracy import FOLDER
from tests.laws.lines import damaged, texts

SAMPLES = tuple(
    path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt")) if "crcrlf" not in path.name
)
STATE_LINES = tuple(
    sorted({line[:160] for sample in SAMPLES for line in sample.splitlines() if line.strip()})
)


@st.composite
def state_texts(draw):
    """Lines of State telegrams in any order, some damaged; or anything at all."""
    if draw(st.integers(0, 3)) == 0:
        return draw(texts())
    lines = draw(st.lists(damaged(st.sampled_from(("", *STATE_LINES)), most=2), max_size=24))
    return draw(st.sampled_from(("", "\n", "UNCLAS LIMA 000012\n"))) + "\n".join(lines)


@st.composite
def samples_with_noise(draw):
    """A sample with lines damaged, lost or doubled."""
    lines = draw(st.sampled_from(SAMPLES)).splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(("damage", "lose", "double", "swap")))
        if change == "damage":
            lines[at] = draw(damaged(st.just(lines[at]))) or "\n"
        elif change == "lose" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        else:
            lines.append(lines.pop(at))
    return "".join(lines)


anything = st.one_of(state_texts(), samples_with_noise())


@given(anything, st.sampled_from(("", "FM EXERCISE\n")))
@example("UNCLAS LIMA 1\nTAGS: ES\n\nSUBJECT:\n\x0c\r\r\r\n1. ", "")
def test_the_pieces_tile_the_text(text, before):
    source = before + text

    read = state.read(source, Span(len(before), len(source)), year=2008)

    assert str(read) == text
    assert "".join(piece.span.of(source) for piece in read.pieces) == text
    ends = [len(before), *(piece.span.end for piece in read.pieces)]
    assert [piece.span.start for piece in read.pieces] == ends[:-1]


@given(anything, st.sampled_from(("", "FM EXERCISE\n")))
def test_every_field_has_a_place_inside_the_text(text, before):
    source = before + text
    read = state.read(source, Span(len(before), len(source)), year=2008)

    outside = {
        name: span
        for name, span in read.spans.items()
        if not len(before) <= span.start <= span.end <= len(source)
    }

    assert outside == {}


@given(anything)
@example("UNCLAS LIMA 1\nSUBJECT: X\n0[1](#)1. (U) A number with a dead link inside.\n\nNAME\n")
@example("UNCLAS LIMA 1\nSUBJECT: X\n\n1. (U) A form feed.\x0c RESERVE ONE ROOM. MODEL\n")
def test_reading_never_fails_and_every_field_can_be_asked_for(text):
    read = state.read(text, Span(0, len(text)))

    document = read.to_dict()

    assert document["kind"] == "state"
    assert isinstance(read.plain, str)
    assert all(isinstance(item.text, str) for p in read.paragraphs for item in p.items)
    assert isinstance((read.pages, read.releases, read.identifier), tuple)
    assert isinstance(state.recognise(text), bool)


@given(anything)
def test_findings_stand_inside_the_text_and_can_be_said(text):
    read = state.read(text, Span(0, len(text)), year=2008)

    for found in findings(read):
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert found.message


@given(samples_with_noise())
def test_a_paragraphs_text_is_in_the_text_in_order(text):
    """What a paragraph holds was typed; it stands in the text character for character."""
    read = state.read(text, Span(0, len(text)))
    for paragraph in read.paragraphs:
        at = paragraph.span.start
        for line in paragraph.text.splitlines():
            assert (at := text.find(line, at)) >= 0


@given(anything)
@example("PLEASE RESERVE ONE SINGLE ROOM. MODEL")
@example("1. (U) Text.\n----- 077215\nA) EIGHT BLACK RIBBONS;\n----- 077215\n")
def test_paragraphs_in_a_row_read_as_line_by_line(text):
    fast, slow = (
        read_body(text, Reach(text, 0, len(text), [], every=every), last_section=True)
        for every in (False, True)
    )

    assert as_read(fast) == as_read(slow)


def as_read(body):
    """What was read, with the places of all; pieces of one kind in a row are one."""
    pieces: list[tuple[PieceKind, int, int]] = []
    for kind, start, end in body.pieces:
        if pieces and pieces[-1][0] is kind and pieces[-1][2] == start:
            pieces[-1] = kind, pieces[-1][1], end
        else:
            pieces.append((kind, start, end))
    paragraphs = [(each, each.form, each.spans, each.items) for each in body.paragraphs]
    return evolve(body, pieces=pieces), paragraphs, body.signature_span


@given(anything)
def test_summaries_and_comments_are_those_among_all_blocks(text):
    read = state.read(text, Span(0, len(text)))

    assert read.summaries == tuple(b for b in read.blocks if b.kind in ("summary", "comment"))

"""What holds for the State text of any characters: nothing lost, nothing raised, places inside."""

import pytest
from attrs import evolve
from hypothesis import event, example, given
from hypothesis import strategies as st

from telegram.source import Span
from telegram.texts import state
from telegram.texts.state.body import read_body
from telegram.texts.state.clean_head import read_clean_head
from telegram.texts.state.findings import findings
from telegram.texts.state.head_reader import read_head
from telegram.texts.state.lines import PieceKind
from telegram.texts.state.reach import Reach
from telegram.texts.state.said import said_by
from tests.corpus.state_accuracy import FOLDER
from tests.laws.lines import damaged, texts

CLASS_LINES = (
    "UNCLAS LIMA 000412",
    "UNCLAS SECTION 01 OF 02 LIMA 000412",
    "C O N F I D E N T I A L FINAL SECTION OF 02 PORT MERIDIAN 412",
    "S E C R E T NOFORN LIMA 000412",
    "UNCLAS 07 LIMA 000412",
)
ABOVE_ORDER = (
    "SIPDIS",
    "SIPDIS NOFORN",
    "SENSITIVE",
    "SIPDIS STATE FOR WHA/AND",
    "STATE FOR WHA/AND, DRL",
    "STATE PASS TO USTR FOR THE EXERCISE OF THE HARBORS AND OF THE BOATS",
)
ODD = (
    "UNCLASSIFIED",
    "SBU",
    "CORRECTED COPY (DATE)",
    "CORRECTED COPY",
    "RELEASED IN PART",
    "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
    "LIMA 00000412 001.2 OF 003",
    "PAGE 02 LIMA 00412 01 OF 02 281402Z",
    "LIMA 00412 281402Z",
    "NOT FOR INTERNET DISTRIBUTION",
    "THIS MESSAGE IS SENSITIVE",
    "THE HARBOR OF THE STATE",
    "MRN: 08 LIMA 412",
    "E.O. 12958: N/A TAGS: PREL SUBJECT: A LINE THAT HOLDS SEVERAL",
    "TAGS: PGOV",
    "SUBJECT: ANOTHER",
    "REF: A. 07 STATE 1",
    "REF (A) LIMA 12",
    "CLASSIFIED BY: Pat Example for reasons 1.4 (b) and (d).",
    "1. C - ENTIRE TEXT.",
    "(C) It begins.",
    "1. It begins.",
    "-----",
    "- an item",
    "X",
    "header",
)
HEAD = (
    "E.O. 12958: N/A",
    "EO 12958 DECL: 02/28/2018",
    "E.O. 12958: DECL: AFTER THE EXERCISE",
    "TAGS: PREL, PGOV, ES",
    "TAGS: [PREL](#) [ES](#)",
    "TAGS: [ PREL](#) ES",
    "TAGS: PREL,",
    "SUBJECT: THE EXERCISE AND THE HARBOR OF SALT HARBOR",
    "SUBJECT: (C) THE EXERCISE",
    "SUBJ: WHAT THE STAFF SAID IN REF: A LINE",
    "THAT GOES ON, WITH",
    "SECRET SERVICES OF 2 POSTS",
)
REFERENCES = (
    "REF: A. 07 STATE 131203 (NOTAL)",
    "REF: 07 LIMA 12, LIMA 13",
    "REFS: (A) LIMA 12 (B) LIMA 13",
    "REF:",
    "     B. SALT HARBOR 88",
    "B. LIMA 12 (NOTAL)",
    "08 STATE 1200",
    "(C) LIMA 14",
    "FOR THE DESK",
    "1. STATE 12",
)
CLASSIFIERS = (
    "CLASSIFIED BY: Training Officer Pat Example for reasons 1.4 (b) and (d).",
    "Classified By: AMB PAT EXAMPLE. REASON: E.O. 12958 1.4 (B)",
    "1. (U) Classified by Pat Example",
    "1.4 (b) and (d)",
    "(b) and (d).",
    "and (d).",
    "Comment: it is",
)
BODIES = ("1. (U) It begins.\n\nEXAMPLE\n", "[1](#)1. (C) It begins.\n", "It begins.\n")


@st.composite
def heads(draw):
    """Heads as most are, with odd lines between, lines lost, blanks at line ends."""
    kinds = (ABOVE_ORDER, HEAD[:3], HEAD[3:7], HEAD[7:10], HEAD[10:])
    lines = [draw(st.sampled_from(CLASS_LINES))]
    for kind, most in zip(kinds, (3, 1, 1, 1, 2), strict=True):
        least = 0 if most > 1 or draw(st.integers(0, 19)) == 0 else 1
        lines += draw(st.lists(st.sampled_from(kind), min_size=least, max_size=most))
    for block in (REFERENCES, CLASSIFIERS):
        if draw(st.booleans()):
            more = draw(st.lists(st.sampled_from(block[1:]), max_size=2))
            lines += ["", draw(st.sampled_from(block[:3])), *more]
    if draw(st.integers(0, 2)) == 0:
        odd = draw(damaged(st.sampled_from((*ODD, *ABOVE_ORDER, *HEAD)), most=1))
        lines.insert(draw(st.integers(1, len(lines))), odd)
    ends = st.sampled_from(("\n", "\n", "\n\n", " \n", "\n \n"))
    head = "".join(
        [line + draw(ends if at < 5 else st.just("\n")) for at, line in enumerate(lines)]
    )
    return draw(st.sampled_from(("", "\n"))) + head + "\n" + draw(st.sampled_from(BODIES))


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


anything = st.one_of(state_texts(), samples_with_noise(), heads())


@given(st.one_of(heads(), heads(), samples_with_noise()))
def test_a_head_read_at_once_says_what_its_lines_say(text):
    clean = read_clean_head(text, 0, len(text))

    reading = read_head(text, 0, len(text))
    head, at = reading.head, reading.below

    event(f"at once: {clean is not None}")
    assert clean in (None, (said_by(head), at))
    if clean is not None:
        assert [head.notices, head.labels] == [[], []]


@pytest.mark.parametrize("middle", ["SIPDIS", "SIPDIS \n \nSTATE FOR WHA/AND", ""])
def test_heads_as_most_are_can_be_read_at_once(middle):
    below = f"{REFERENCES[0]}\n{REFERENCES[4]}\n\n{CLASSIFIERS[0]}\n\n1. (C) It begins.\n"
    text = f"{CLASS_LINES[0]}\n\n{middle}\n{HEAD[0]}\n{HEAD[3]}\nSUBJECT: A\nB\n\n{below}"

    clean = read_clean_head(text, 0, len(text))

    assert clean is not None
    assert clean[0].subject == "A B"
    assert len(clean[0].references) == 2


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

"""Real set-formatted texts: every value read by eye is read right, and nothing is lost."""

from pathlib import Path

import pytest

import telegram
from telegram.texts.sets import recognise
from telegram.texts.sets.findings import findings
from tests.corpus.sets_accuracy import measure, text_of

FOLDER = Path(__file__).parents[1] / "corpus" / "navadmin"
FILES = sorted(FOLDER.glob("*.txt"))
WITHOUT_SETS = {"NAV11166b.txt"}
"""The second section of a message, which holds a table and no set."""


def test_every_value_read_by_eye_is_read_right():
    counts, misses = measure(FOLDER / "navadmin-truth.json", FOLDER)

    assert misses == []
    assert sum(scored for _, scored in counts.values()) > 600


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_pieces_of_a_real_text_tile_it(path):
    data = path.read_bytes()
    source = telegram.parse(data).source.text

    text = text_of(data)

    assert "".join(piece.span.of(source) for piece in text.pieces) == str(text)
    assert recognise(str(text)) is (path.name not in WITHOUT_SETS)
    outside = [
        d
        for d in findings(text)
        if not text.span.start <= d.span.start <= d.span.end <= text.span.end
    ]
    assert outside == []

"""The five-unit code: what was encoded is decoded, in pieces or whole, as bits, tape and text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import telegram
from telegram import data, ita2

SETS = ("us", "international")
UNSHIFT = st.booleans()
CODES = st.lists(st.integers(0, 31)).map(bytes)


@st.composite
def encodable(draw):
    """A set of figures, and a text that it has."""
    figures = draw(st.sampled_from(SETS))
    return figures, draw(st.text(st.sampled_from(sorted(ita2.characters(figures)))))


@given(encodable(), UNSHIFT, st.booleans())
@example(("us", "A 1 B"), True, False)
def test_what_was_encoded_is_decoded(made, unshift, shift_first):
    figures, text = made
    codes = ita2.encode(text, figures=figures, unshift=unshift, shift_first=shift_first)

    assert ita2.decode(codes, figures=figures, unshift=unshift) == text


@given(encodable(), UNSHIFT)
def test_no_shift_is_sent_without_need(made, unshift):
    """ACP 127 relays take more than one shift in a row for a fault; a needless one costs time."""
    figures, text = made
    codes = ita2.encode(text, figures=figures, unshift=unshift)
    shifts = [at for at, code in enumerate(codes) if code in (ita2.LETTERS, ita2.FIGURES)]

    for at in shifts:
        without = codes[:at] + codes[at + 1 :]
        assert ita2.decode(without, figures=figures, unshift=unshift) != text


@given(CODES, st.integers(0, 20), UNSHIFT)
def test_a_stream_read_in_pieces_is_the_stream_read_whole(codes, size, unshift):
    decoder = ita2.Decoder(unshift=unshift)
    pieces = [codes[:size], codes[size : 2 * size], codes[2 * size :]]

    assert "".join(map(decoder.feed, pieces)) == ita2.decode(codes, unshift=unshift)


@given(CODES)
def test_a_tape_is_read_as_it_was_punched(codes):
    assert ita2.read_picture(ita2.picture(codes)) == codes


@given(CODES)
def test_packed_bits_hold_every_code_but_nulls_at_the_end(codes):
    packed = ita2.pack(codes)

    assert ita2.unpack(packed) == codes.rstrip(b"\0")
    assert len(packed) == -(-5 * len(codes) // 8)


@given(st.text(), st.sampled_from(SETS))
@example("\u201cSE\u00d1OR\u201d", "international")
@example("stra\u00dfe \u00bd", "us")
def test_transliterated_text_is_encoded_or_the_character_is_named(text, figures):
    written = ita2.transliterate(text, figures=figures)
    foreign = [at for at, sign in enumerate(written) if sign not in ita2.characters(figures)]

    if not foreign:
        assert ita2.decode(ita2.encode(written, figures=figures), figures=figures) == written
    else:
        with pytest.raises(ita2.NotInCode) as caught:
            ita2.encode(written, figures=figures)
        assert caught.value.span == telegram.Span(foreign[0], foreign[0] + 1)
        assert caught.value.character == written[foreign[0]]


@given(encodable())
def test_text_that_the_code_has_is_not_transliterated(made):
    figures, text = made
    assert ita2.transliterate(text, figures=figures) == text


@pytest.mark.parametrize("figures", SETS)
def test_every_shipped_transliteration_can_be_sent(figures):
    for row in data.rows("transliterations"):
        ita2.encode(row["character"], figures=figures, transliterated=True)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50% of it", "50 PERCENT OF IT"),
        ("50%, 60%.", "50 PERCENT, 60 PERCENT."),
        ("\u20ac50", "EUR 50"),
        ("caf\u00e9\u2026", "CAFE..."),
        ("\u00c5\u00d8\u0153", "AAOEOE"),
        ("a@b", "A(AT)B"),
    ],
)
def test_words_in_place_of_signs_stand_apart(text, written):
    assert ita2.transliterate(text) == written


def test_a_published_string_of_codes_is_read():
    """Letters, figures and both shifts, as telegraph courses print them."""
    codes = [31, 11, 3, 28, 1, 5, 4, 25, 24, 12, 9, 4, 27, 22, 22, 7, 4, 31, 5, 3, 21, 5, 4, 20, 6]

    assert ita2.decode([*codes, 27, 13]) == "JAMES BOND 007 SAYS HI!"


def test_the_code_has_every_number_once():
    assert sorted(int(row["code"], 2) for row in data.rows("ita2")) == list(range(32))


def test_the_sets_of_a_dialect_are_sets_of_the_code():
    """The characters of five-unit dialects are the printable ones of the table."""
    for name in ("acp127", "acp127-us", "janap128"):
        printable = set(telegram.dialect(name).characters)
        assert printable <= ita2.characters("us")
    assert set(telegram.dialect("acp127").characters) <= ita2.characters("international")


def test_every_line_end_is_sent_as_asked():
    codes = ita2.encode("A\nB\r\nC\r\r\nD", line_end="\r\r\n")

    assert ita2.decode(codes) == "A\r\r\nB\r\r\nC\r\r\nD"


def test_unshift_on_space_reads_figures_as_letters_after_a_blank():
    codes = ita2.encode("12 34")

    assert ita2.decode(codes, unshift=True) == "12 ER"


def test_national_positions_are_read_as_unknown():
    assert ita2.decode([27, 0b01101], figures="international") == "\ufffd"


@pytest.mark.parametrize("tape", ["|oo.ooo|", "RYRY", "|ooo.oo|\n|ooo oo|"])
def test_what_is_no_tape_is_refused_with_its_line(tape):
    with pytest.raises(ValueError, match=r"line \d is no row"):
        ita2.read_picture(tape)


@pytest.mark.parametrize("use", [ita2.decode, ita2.pack, ita2.picture])
def test_a_number_that_is_no_code_is_refused(use):
    with pytest.raises(ValueError, match="32 is no five-unit code"):
        use([32])


def test_other_figures_are_refused():
    with pytest.raises(ValueError, match="'us' or 'international'"):
        ita2.decode(b"", figures="cyrillic")  # type: ignore[arg-type]


def test_the_module_is_reached_from_the_package():
    assert "ita2" in dir(telegram)
    assert vars(telegram).get("ita2", telegram.ita2) is ita2

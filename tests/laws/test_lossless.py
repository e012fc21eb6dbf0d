"""No character is lost, and no text is refused."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import telegram
from telegram.dialects import dialects
from telegram.lines import clean, shown
from telegram.parsing import parse
from telegram.source import LineMap, line_bounds
from tests.laws.lines import damaged_messages, texts

DIALECTS = ("auto", *(record.name for record in dialects()))
WITH_HEADING = [record.name for record in dialects() if not record.labels]
any_text = st.one_of(texts(), damaged_messages())
any_dialect = st.sampled_from(DIALECTS)


@given(any_text, any_dialect)
@example("", "auto")
@example("\ufeff", "auto")
@example("BT", "acp127-us")
@example("NNNN\r\r\n\f", "auto")
@example("FM A\nTO B\n" * 3, "amhs")
def test_any_text_is_read_and_comes_back(text, dialect):
    telegram_ = parse(text, dialect=dialect)

    assert str(telegram_) == text


@given(st.one_of(st.binary(), any_text.map(lambda text: text.encode("utf-8", "replace"))))
@example(b"\xef\xbb\xbfFM EXERCISE\n")
@example(b"FM EXERCISE \x92\n")
@example(b"FM EXERCISE \x81\x92\n")  # no character of Windows-1252
def test_any_bytes_come_back(data):
    assert bytes(parse(data)) == data


@given(any_text, any_dialect)
@example("UNCLASSIFIED//\n\nNNNN\nPAGE 02 RUWTABA0300 UNCLAS\nBT", "janap128")
@example(
    "TO RUEHC/SECSTATE WASHDC FM A BT\nPAGE 02 RUWTABA0300 UNCLAS\n#0001 NNNN\nVZCZCXYZ0001\n",
    "acp127-us",
)
# An FL5 below the end of the message was taken for a misplaced one of the text.
@example("RFHT DE RFG\nBT\nUNCLAS\nEXERCISE CONVOY ARRIVED\nBT\n\nNNNN\nP 161445Z\n", "auto")
# Or below the form feed at which the next message begins.
@example("INFO EXERCISE POSTS\n2. IT ENDS.\fO P 161445Z APR 09\n", "auto")
def test_lines_tile_the_source(text, dialect):
    """Every character is in exactly one line, and each line's content and fields lie inside it."""
    lines = parse(text, dialect=dialect).lines
    at = 0

    for line in lines:
        assert line.span.start == at
        assert line.span.start < line.span.end
        at = line.span.end
        assert line.span.start <= line.content.start <= line.content.end <= line.span.end
        assert line.text == line.content.of(text)
        for _, _, span in line.fields:
            assert line.span.start <= span.start <= span.end <= line.span.end
        for _, span in line.artefacts:
            assert line.span.start <= span.start < span.end <= line.span.end
    assert at == len(text)


@given(any_text, any_dialect)
def test_places_of_fields_lie_in_the_source(text, dialect):
    heading = parse(text, dialect=dialect).heading
    found = [heading]
    for other in found:
        found += [inner for inner in (other.original, other.pilot) if inner is not None]

    for each in found:
        for path, span in each.spans.items():
            assert 0 <= span.start <= span.end <= len(text), path


@given(st.sampled_from(WITH_HEADING), st.data())
def test_a_text_without_artefacts_is_named_in_the_places_of_its_fields(dialect, data):
    """A place holds the field's own words; a name that is a prosign begins a line of its own."""
    names = st.from_regex(r"(?!XMT |INFO )[A-Z]{3,9} [A-Z]{3,9}X", fullmatch=True)
    name = data.draw(names)
    blanks = data.draw(st.sampled_from(("", " ", "\t")))
    text = (
        f"P 282134Z AUG 08\nFM {name}{blanks}\nTO RUEHC/{name} PRIORITY\n"
        f"{blanks}INFO {name}//N1//\nBT\n"
    )

    spans = parse(text, dialect=dialect).heading.spans

    assert spans["dtg"].of(text) == "282134Z AUG 08"
    assert spans["originator.name"].of(text) == name
    assert spans["action[0].routing_indicator"].of(text) == "RUEHC"
    assert spans["action[0].name"].of(text) == name
    assert spans["action[0].precedence"].of(text) == "PRIORITY"
    assert spans["info[0].offices"].of(text) == "N1"


@given(any_text, any_dialect, st.booleans())
@example("", "auto", True)
@example("\x00", "auto", False)
def test_any_text_is_judged(text, dialect, as_sent):
    """A report's places lie in the text, stand in order, and every finding can be printed."""
    report = telegram.check(text, dialect=dialect, as_sent=as_sent)

    starts = [finding.span.start for finding in report]
    assert starts == sorted(starts)
    for finding in report:
        assert 0 <= finding.span.start <= finding.span.end <= len(text), finding
        assert finding.message
    assert isinstance(report.render(), str)


@given(any_text)
def test_any_text_has_a_document(text):
    message = parse(text)
    document = message.to_dict()

    assert str(message.text) in text
    assert document["text"]["kind"] == message.text.kind
    assert document["schema"] == "1"


@given(any_text)
def test_a_strict_reading_is_refused_exactly_for_errors(text):
    errors = parse(text).report.errors
    raised = None

    try:
        parse(text, strict=True)
    except telegram.TelegramError as error:
        raised = error.report.errors
    assert (raised or ()) == errors


@given(st.text(alphabet="AB \r\n\f\x0b\x1c\x85\u2028"))
def test_lines_end_at_line_feed_return_and_form_feed_only(text):
    bounds = list(line_bounds(text))

    at = 0
    for start, content, after in bounds:
        assert start == at
        assert not set(text[start:content]) & set("\n\r\f")
        assert (
            text[content:after] in ("", "\n", "\r", "\f") or text[content:after].strip("\r") == "\n"
        )
        at = after
    assert at == len(text)


@given(st.text(alphabet="AB\r\n\f"))
def test_every_place_is_told_by_line_and_column(text):
    """Places come in the order of offsets, and a place's line holds the character at the offset."""
    lines = LineMap(text)
    places = [lines.place(offset) for offset in range(len(text) + 1)]

    order = [(place.line, place.column) for place in places]
    assert order == sorted(order)
    for offset, place in enumerate(places[:-1]):
        start, _, after = lines.bounds[place.line - 1]
        assert start <= offset < after
        assert place.column == offset - start + 1


@given(any_text)
def test_a_view_leaves_out_artefacts_and_nothing_else(text):
    """Characters of a view are the source's at their offsets, blanks and quotation marks aside."""
    line = "".join(character for character in text if character not in "\r\n\f")
    view = clean(line, 0, len(line))
    offsets = range(len(line)) if view is None else view.offsets[:-1]
    seen = line if view is None else view.text

    assert list(offsets) == sorted(set(offsets))
    assert [
        (a, line[b]) for a, b in zip(seen, offsets, strict=True) if a != line[b] and a not in " '\""
    ] == []


@given(any_text, st.integers(0, 3))
@example("FM\u00a0\u201cA\u201d [B](#)\x07  C\ufeff\x00", 0)
@example(" \x00 FM A\x00  ", 0)
def test_a_line_is_shown_as_its_view_says_wherever_it_stands(text, start):
    """The quick ways to the characters of a view, and views taken again, say what a view says."""
    line = "".join(character for character in text if character not in "\r\n\f")
    view, moved = clean(line, 0, len(line)), clean("\n" * start + line, start, start + len(line))

    assert shown(line, 0, len(line)) == (line.rstrip(" \t\xa0") if view is None else view.text)
    assert (view is None) == (moved is None)
    if view is not None and moved is not None:
        assert moved.text == view.text
        assert moved.offsets == tuple(offset + start for offset in view.offsets)
        assert [a.value for a, _ in moved.artefacts] == [a.value for a, _ in view.artefacts]


@pytest.mark.parametrize("wrong", [None, 5, ["FM A"], bytearray(b"FM A")])
def test_what_is_neither_text_nor_bytes_is_a_wrong_call(wrong):
    with pytest.raises(TypeError):
        parse(wrong)


def test_a_lone_surrogate_is_read_but_has_no_bytes():
    telegram_ = parse("FM EXERCISE \ud800\n")

    assert str(telegram_) == "FM EXERCISE \ud800\n"
    with pytest.raises(UnicodeEncodeError):
        bytes(telegram_)

"""Canonical text: what is written is clean, and reads back as what it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import telegram
from telegram import FormatError, Severity, check, format_sections, join, parse
from telegram.formatting import format
from telegram.source import line_bounds

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
SAN_SALVADOR = (ROOT / "docs" / "telegrams" / "08sansalvador1029.txt").read_bytes()
HEADINGS = {path.stem: path.read_bytes() for path in sorted((CORPUS / "heading").glob("*.txt"))}


def whole(message: telegram.Telegram) -> telegram.Telegram:
    """A message as written anew and read again, in its own dialect."""
    return parse(format(message), dialect=message.dialect or "auto")


@pytest.mark.parametrize("name", HEADINGS)
def test_an_example_of_the_standard_is_written_as_it_stands(name):
    message = parse(HEADINGS[name])
    again = whole(message)

    assert again.heading == message.heading
    assert again.text.text.split() == message.text.text.split()
    assert again.ending.serial == message.ending.serial
    assert again.dialect == parse(str(again)).dialect == message.dialect


@pytest.mark.parametrize("name", HEADINGS)
def test_what_is_written_is_clean_as_sent(name):
    found = check(format(parse(HEADINGS[name])), as_sent=True)

    assert [d for d in found if d.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", HEADINGS)
def test_writing_what_was_written_changes_nothing(name):
    written = format(parse(HEADINGS[name]))

    assert format(parse(written)) == written


def test_traces_of_copying_are_gone():
    untidy = (ROOT / "docs" / "telegrams" / "exercise" / "untidy.txt").read_bytes()
    written = format(parse(untidy), transliterate=True)

    assert [d.code for d in check(written) if d.code.startswith("TG11")] == []


def test_what_a_web_copy_put_before_a_number_is_not_written():
    """Seen: ``[1](#)5.`` is paragraph 5, not 15, and so is what ``check --fix`` leaves of it."""
    message = parse(SAN_SALVADOR)
    numbers = [each["number"] for each in message.to_dict()["text"]["paragraphs"]]

    assert numbers == list("12345678")
    for mended in (format(message, transliterate=True), message.report.fixed()):
        paragraphs = parse(mended).to_dict()["text"]["paragraphs"]
        assert [each["number"] for each in paragraphs] == numbers
        assert not set("\xb6[") & set(mended)


def test_what_a_circuit_cannot_carry_is_named():
    with pytest.raises(FormatError) as caught:
        format(parse(SAN_SALVADOR))

    assert caught.value.problems == ("lower case (from line 12 of the text) cannot be sent",)


def test_on_request_it_is_written_as_the_circuit_can():
    message = parse(SAN_SALVADOR)
    written = format(message, transliterate=True)

    assert "THE CONFERENCE,\nWHICH DREW" in written
    assert parse(written).heading == message.heading
    assert [d.code for d in check(written, as_sent=True).errors] == []


def test_everything_that_is_missing_is_named_at_once():
    message = parse("P 282134Z AUG 08\nFM WING ONE\nBT\n\nBT\n", dialect="janap128")
    with pytest.raises(FormatError) as caught:
        format(message)

    assert len(caught.value.problems) == 3
    assert "FL2" in caught.value.problems[0]
    assert "addressee" in caught.value.problems[1]
    assert caught.value.problems[2] == "the text is empty"


def test_a_message_without_a_heading_needs_a_dialect():
    with pytest.raises(FormatError, match="no heading"):
        format(parse("nothing here"))


def test_on_the_wire_lines_end_as_a_circuit_wants_and_fillers_follow():
    message = parse(HEADINGS["state-single"])
    written = format(message, wire=True)

    assert written.count("\r\r\n") == written.count("\n")
    assert written.endswith("\r\r\n" * 8 + "NNNN" + "\x7f" * 12 + "\r\r\n")
    assert parse(written).heading == message.heading
    assert parse(written).ending.end_of_message


INDICATORS = st.lists(
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=6, max_size=6).map("R".__add__),
    min_size=1,
    max_size=60,
    unique=True,
)


@given(called=INDICATORS, dialect=st.sampled_from(["acp127-us", "janap128"]))
def test_routing_is_folded_within_the_line_and_read_whole(called, dialect):
    header = "RTTUZYUW RUWTABA0014 1051530-UUUU--" if dialect == "janap128" else "RR "
    station = "" if dialect == "janap128" else "DE RUEHSN #0412 0731545\n"
    end = "." if dialect == "janap128" else ""
    message = parse(
        f"{header}{' '.join(called)}{end}\n{station}ZNR UUUUU\nR 151530Z APR 02\n"
        "FM WING ONE\nTO WING TWO\nBT\nUNCLAS\nBT\n",
        dialect=dialect,
    )
    written = format(message)

    assert max(map(len, written.splitlines())) <= 69
    assert parse(written).to_dict()["routing"]["indicators"] == called


def long_message(lines: int, opening: str = "UNCLAS") -> telegram.Telegram:
    """A message of so many lines of text."""
    text = "".join(f"{number}. EXERCISE LINE {number}\n" for number in range(1, lines))
    head = HEADINGS["state-single"].decode().partition("UNCLAS")[0]
    return parse(f"{head}{opening}\n{text}BT\n#0412\n\n\n\n\n\n\n\nNNNN\n")


@given(st.integers(1, 99))
def test_a_page_line_opens_every_page_but_the_first(lines):
    written = format(long_message(lines))
    pages = [line for line in written.splitlines() if line.startswith("PAGE")]

    assert pages == [
        f"PAGE {number:02} RUEHSN0412 UNCLAS" for number in range(2, (lines - 1) // 20 + 2)
    ]
    assert check(written, as_sent=True).errors == ()


def test_a_text_of_more_than_five_pages_is_refused_with_the_way_out():
    with pytest.raises(FormatError, match="format_sections"):
        format(long_message(101))


def body(message: telegram.Telegram) -> list[str]:
    """The lines of a text that a drafter wrote: without class, section and page lines."""
    text = message.text.text
    lines = [text[start:content] for start, content, _ in line_bounds(text)]
    return [line for line in lines[1:] if line and not line.startswith(("PAGE ", "SECTION "))]


@settings(max_examples=25)
@given(lines=st.integers(101, 700), opening=st.sampled_from(["UNCLAS", "UNCLAS LIMA 000412"]))
def test_sections_are_complete_messages_that_hold_every_line_once(lines, opening):
    message = long_message(lines, opening)
    parts = [parse(part) for part in format_sections(message)]

    assert [part.section for part in parts] == [
        (number, len(parts)) for number in range(1, len(parts) + 1)
    ]
    assert [line for part in parts for line in body(part)] == body(message)
    assert {part.heading.dtg for part in parts} == {message.heading.dtg}
    assert [part.to_dict()["station"]["section"] for part in parts] == [
        f"{number:02}" for number in range(1, len(parts) + 1)
    ]
    assert [part.to_dict()["transmission"]["sequence"] for part in parts] == [
        f"{6 + number:04}" for number in range(1, len(parts) + 1)
    ]
    assert [part.report.errors for part in parts] == [()] * len(parts)


def test_military_sections_take_the_serial_numbers_that_follow():
    text = HEADINGS["janap128-paged"].decode()
    lines = "".join(f"EXERCISE LINE {number}\n" for number in range(150))
    message = parse(text.replace("PAGE 02 RUWTABA0300 UNCLAS\n", lines))
    parts = [parse(part) for part in format_sections(message)]

    assert [part.to_dict()["routing"]["serial"] for part in parts] == ["0300", "0301"]
    assert [part.ending.serial for part in parts] == ["0300", "0301"]
    assert [part.section for part in parts] == [(1, 2), (2, 2)]


def test_a_message_that_fits_is_its_only_section():
    message = parse(HEADINGS["state-single"])

    assert format_sections(message) == (format(message),)


def test_another_dialect_is_unknown_by_its_name():
    with pytest.raises(ValueError, match="no dialect"):
        format(parse(HEADINGS["state-single"]), dialect="telex")


NAVADMINS = sorted((CORPUS / "navadmin").rglob("*.txt"))


def test_real_messages_are_written_once_and_for_all():
    """Writing again changes nothing and loses no value; few cannot be written, and say why."""
    refused = []
    for path in NAVADMINS:
        message = parse(path.read_bytes())
        try:
            parts = format_sections(message, transliterate=True)
        except FormatError as error:
            refused.append((path.stem, error.problems))
            continue
        for part in parts:
            again = parse(part, dialect=message.dialect or "auto")
            assert format(again, transliterate=True) == part, path.stem
            assert again.heading.dtg == message.heading.dtg
            assert again.heading.action == message.heading.action

    assert all(problems for _, problems in refused)
    assert len(refused) < len(NAVADMINS) / 4


@settings(max_examples=25)
@given(lines=st.integers(101, 700), opening=st.sampled_from(["UNCLAS", "UNCLAS LIMA 000412"]))
def test_joining_the_sections_that_were_written_gives_the_original(lines, opening):
    message = long_message(lines, opening)
    joined = join(parse(part) for part in reversed(format_sections(message)))

    assert joined.complete
    assert joined.findings == ()
    assert body(joined.message) == body(message)
    assert joined.message.text.plain == message.text.plain
    assert joined.heading == message.heading


def test_military_sections_that_were_written_are_joined():
    text = HEADINGS["janap128-paged"].decode()
    lines = "".join(f"EXERCISE LINE {number}\n" for number in range(150))
    message = parse(text.replace("PAGE 02 RUWTABA0300 UNCLAS\n", lines))
    joined = join(parse(part) for part in format_sections(message))

    assert joined.complete
    assert joined.findings == ()
    assert body(joined.message) == body(message)

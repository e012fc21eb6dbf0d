"""Public strategies: what is drawn is valid, reads back, and shrinks to a small telegram."""

from importlib import import_module

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import telegram
from telegram import FormatLine, check, parse, strategies
from telegram.dialects import dialects
from telegram.strategies._register import _STRATEGIES, register

DIALECTS = [record.name for record in dialects() if record.written]
TEXTS = ["plain", "state", "sets"]
WITHOUT_PARSE = {
    "accountings",
    "classification_lines",
    "content_indicators",
    "headings",
    "instructions",
    "language_medias",
    "precedence_pairs",
    "release_codes",
    "routings",
    "telegrams",
}
NAMES = {value: name for values in _STRATEGIES.values() for value, name in values.items()}
PARSED = sorted(set(NAMES.values()) - WITHOUT_PARSE)
quick = settings(max_examples=20, deadline=None)


@pytest.mark.parametrize("name", PARSED)
@quick
@given(data=st.data())
def test_what_a_drawn_value_writes_it_reads_back(name, data):
    value = data.draw(getattr(strategies, name)())

    assert type(value).parse(str(value)) == value


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("text", TEXTS)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_a_drawn_telegram_is_clean_as_sent_and_of_its_dialect(dialect, text, data):
    message = data.draw(strategies.telegrams(dialect=dialect, text=text))

    assert check(message, as_sent=True).errors == ()
    assert message.dialect == dialect
    assert message.to_dict()["text"]["kind"] == text
    again = parse(str(message), dialect=dialect, pivot=message.pivot)
    assert (again.heading, again.ending) == (message.heading, message.ending)


@pytest.mark.parametrize("dialect", DIALECTS)
@quick
@given(data=st.data())
def test_a_drawn_heading_is_written_and_read_back(dialect, data):
    from telegram.formatting import Content, write_message

    heading = data.draw(strategies.headings(dialect))
    written = write_message(Content(heading, ("UNCLAS", "EXERCISE")), telegram.dialect(dialect))

    assert parse(written, dialect=dialect).heading == heading


KINDS = [
    (line, dialect)
    for dialect in DIALECTS
    for line in FormatLine
    if line.number
    and line.number not in (12, 14)
    and not (dialect == "amhs" and line.number in (1, 2, 3, 4, 15, 16))
    and not (dialect in ("acp127", "acp126") and line.number == 15)
    and not (dialect == "acp126" and line.number == 4)
    and not (dialect == "janap128" and line.number == 3)
]


@pytest.mark.parametrize(("line", "dialect"), KINDS)
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_a_drawn_line_fits_a_rule_of_its_kind(line, dialect, data):
    from telegram.syntax import matcher

    text = data.draw(strategies.lines(line, dialect))
    rules = [each.rule for each in telegram.dialect(dialect).lines]
    rules += ["plaindress:bt", "plaindress:fl15", "plaindress:fl16"]

    assert any(matcher(rule).fullmatch(text) for rule in rules)


@pytest.mark.parametrize("dialect", ["acp127", "acp127-us", "janap128"])
@settings(max_examples=2, deadline=None)
@given(data=st.data())
def test_drawn_sections_are_clean_and_join(dialect, data):
    sections = data.draw(strategies.sections(dialect=dialect))

    assert 2 <= len(sections) <= 4
    assert [message.section for message in sections] == [
        (number, len(sections)) for number in range(1, len(sections) + 1)
    ]
    assert all(check(message, as_sent=True).errors == () for message in sections)


@quick
@given(strategies.damaged_telegrams())
def test_a_damaged_telegram_yields_its_code_at_its_place(drawn):
    found = [*check(drawn.message), *check(drawn.message, as_sent=True)]

    assert (drawn.code, drawn.span) in {(each.code, each.span) for each in found}


def test_damaged_telegrams_are_chosen_by_kind_and_code():
    drawn = find(
        strategies.damaged_telegrams(dialect="janap128", text="sets", code="TG403"),
        lambda faulty: True,
    )

    assert (drawn.code, drawn.message.dialect, drawn.original.text.kind) == (
        "TG403",
        "janap128",
        "sets",
    )


@pytest.mark.parametrize("dialect", ["janap128", "amhs"])
def test_shrinking_gives_a_small_telegram(dialect):
    found = find(strategies.telegrams(dialect=dialect, text="plain"), lambda message: True)

    assert len(str(found).splitlines()) <= 22
    assert len(found.heading.action) == 1
    assert found.heading.info == ()
    assert "UNCLAS" in str(found)


@pytest.mark.parametrize("name", sorted(NAMES))
@settings(max_examples=2, deadline=None)
@given(data=st.data())
def test_from_type_works_for_every_value(name, data):
    register()
    module = next(module for module, values in _STRATEGIES.items() if name in values)
    kind = getattr(import_module(module), name)

    assert isinstance(data.draw(st.from_type(kind)), kind)


def test_every_public_value_with_a_text_is_registered():
    public = {name for name in telegram.__all__ if isinstance(getattr(telegram, name), type)}

    assert {name for name in public if hasattr(getattr(telegram, name), "parse")} <= set(NAMES)


@pytest.mark.parametrize(
    "call",
    [
        lambda: strategies.telegrams(dialect="none"),
        lambda: strategies.telegrams(text="none"),
        lambda: strategies.damaged_telegrams(dialect="doi103"),
        lambda: strategies.texts("none"),
        lambda: strategies.lines(FormatLine.FL3, "janap128"),
        lambda: strategies.lines(FormatLine.BLANK),
        lambda: strategies.sections(dialect="amhs"),
        lambda: strategies.sections(count=1),
        lambda: strategies.routings("amhs"),
    ],
)
def test_a_wrong_call_says_so_at_once(call):
    with pytest.raises(ValueError, match=r"no|not"):
        call()


@pytest.mark.parametrize("dialect", ["state-1970s", "state-smart"])
def test_a_printout_is_drawn_where_it_is_asked_for(dialect):
    @given(strategies.telegrams(dialect=dialect))
    @settings(max_examples=5)
    def drawn(message):
        assert message.dialect == dialect
        assert message.heading.originator is not None

    drawn()
    with pytest.raises(ValueError, match="has a State text"):
        strategies.telegrams(dialect=dialect, text="sets")
    with pytest.raises(ValueError, match="nobody sends a printout"):
        strategies.headings(dialect=dialect)

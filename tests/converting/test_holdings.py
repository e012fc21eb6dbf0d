"""The table of what each procedure holds tells what is lost."""

from hypothesis import given
from hypothesis import strategies as st

from telegram import convert, dialect
from telegram.converting.differences import facts_of
from telegram.converting.holdings import HELD, holds, mail_field
from telegram.dialects import written_dialects
from telegram.lines import FormatLine
from tests.converting.headings import messages

RELAYED = [record.name for record in written_dialects() if record.station_form != "call"]
"""Where stations go by routing indicators."""
LISTED = {name for _, name in HELD} | {"date_time_group", "filing_time"}


@given(st.data(), st.sampled_from(RELAYED))
def test_every_fact_of_a_message_is_in_the_table_and_held_by_its_procedure(data, name):
    message = data.draw(messages(name))
    for fact in facts_of(message.heading, message.pivot):
        line = FormatLine.FL7 if fact.line is FormatLine.FL8 else fact.line

        assert fact.name in LISTED
        if fact.name not in ("date_time_group", "filing_time"):
            assert holds(dialect(name), line, fact.name)


@given(st.data(), st.sampled_from(RELAYED), st.sampled_from(RELAYED))
def test_what_is_lost_has_no_place_in_the_table(data, home, to):
    if home == "amhs":
        to = "acp127"
    message = data.draw(messages(home))
    held = set(facts_of(message.heading, message.pivot))
    lost = {(entry.line, entry.text) for entry in convert(message, to=to).report.lost}
    names = {fact.name for fact in held if (fact.line, fact.text) in lost}
    named = names - {"filing_time"}
    lines = {fact.name: fact.line for fact in held}

    assert not [
        name
        for name in named
        if holds(
            dialect(to),
            FormatLine.FL7 if lines[name] is FormatLine.FL8 else lines[name],
            name,
        )
    ]


@given(st.data(), st.sampled_from(RELAYED))
def test_mail_loses_what_no_header_field_says(data, home):
    message = data.draw(messages(home))
    lost = {
        (entry.line, entry.text)
        for entry in convert(message, to="email").report.lost
        if entry.name != "order"
    }
    for fact in facts_of(message.heading, message.pivot):
        name = "serial" if fact.name == "filing_time" else fact.name
        if (fact.line, fact.text) in lost:
            assert mail_field(fact.line, name) is None

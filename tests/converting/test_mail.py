"""Telegrams as Internet mail with the header fields of RFC 6477, there and back."""

import contextlib
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from telegram import FormatError, Precedence, convert, from_email, parse
from telegram.converting import mail_fields as fields
from telegram.converting.differences import lost_in
from telegram.data import rows
from telegram.dialects import written_dialects
from telegram.model import Telegram
from telegram.strategies import damaged_telegrams
from telegram.values.addressee import Addressee
from tests.converting.headings import messages
from tests.converting.test_procedures import CORPUS, EXAMPLES, words

DIALECTS = [each.name for each in written_dialects() if each.station_form != "call"]
"""A radio net need not write FL4, so no warning is made up for it on the way back."""
CALLED: dict[str, Any] = {"called": ["RUEBXYZ"]}
"""What mail does not say, and FL2 needs."""


def back(message: Telegram) -> Telegram:
    """A message as mail, in bytes, and home again; what is not as it was was reported lost."""
    there = convert(message, to="email")
    home = message.dialect or ""
    station = {} if message.heading.station or message.heading.routing else _STATION
    supplied = {**CALLED, **station} if home == "janap128" else {}
    found = from_email(bytes(there.result), dialect=home, banner=False, **supplied).result

    lost = {(entry.line, entry.text) for entry in there.report.lost}
    before, after = message.heading, found.heading
    if any(entry.name == "order" for entry in there.report.lost):
        assert sorted(map(str, before.action)) == sorted(map(str, after.action))
        assert sorted(map(str, before.info)) == sorted(map(str, after.info))
    else:
        gone = {(fact.line, fact.text) for fact in lost_in(before, after, message.pivot)}
        assert gone <= lost
    assert words(found) == words(message)
    return found


_STATION = {"station": "RUWTABA", "serial": "0412", "filed": "0731545"}


@pytest.mark.parametrize("name", [name for name in EXAMPLES if "pilot" not in name])
def test_an_example_there_and_back_lacks_only_what_was_reported_lost(name):
    back(EXAMPLES[name])


@settings(max_examples=60)
@given(st.data(), st.sampled_from(DIALECTS))
def test_there_and_back_lacks_only_what_was_reported_lost(data, dialect):
    back(data.draw(messages(dialect)))


@given(messages("acp127-us"))
def test_station_precedences_times_and_addresses_come_back_equal(message):
    """All of FL3 to FL9, but for the order of addressees that get the message by other means."""
    before, after = message.heading, back(message).heading

    for member in ("station", "security", "precedence", "dtg", "originator", "exempt"):
        assert getattr(after, member) == getattr(before, member)
    assert set(after.action) == set(before.action)
    assert set(after.info) == set(before.info)


@given(messages("acp127"))
def test_what_is_mail_is_mail_again(message):
    first = convert(message, to="email").result
    second = convert(from_email(first, dialect="acp127").result, to="email").result

    assert first.items() == second.items()
    assert first.get_content() == second.get_content()


MAIL_EXAMPLE = """\
VZCZCXYZ0007
PP RUEHC RUEHPE
DE RUEHSN #0412/01 0731545
ZNR UUUUU ZZH
O P 141540Z MAR 11 ZYB
FM AMEMBASSY PORT MERIDIAN
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0412
ZEN/AMEMBASSY EASTPORT
INFO EXERCISE WING ONE//G3/N1//
XMT EXERCISE DEPOT
BT
UNCLAS PORT MERIDIAN 000412

E.O. 12958: N/A
TAGS: PREL
SUBJECT: EXERCISE OF A MAIL
THAT HAS TWO LINES

1. EXERCISE.
BT
#0412
NNNN
"""


def test_the_header_fields_are_those_of_rfc_6477():
    found = convert(parse(MAIL_EXAMPLE, dialect="acp127-us"), to="email", domain="example.mil")
    mail = found.result

    assert isinstance(mail, EmailMessage)
    assert dict(mail.items()) == {
        "Date": "Mon, 14 Mar 2011 15:40:00 +0000",
        "From": "AMEMBASSY PORT MERIDIAN <amembassy.port.meridian@example.mil>",
        "To": "RUEHC/SECSTATE WASHDC IMMEDIATE 0412 <secstate.washdc@example.mil>",
        "Cc": "EXERCISE WING ONE//G3/N1// <exercise.wing.one@example.mil>",
        "Subject": "EXERCISE OF A MAIL THAT HAS TWO LINES",
        "Message-ID": "<20110314T1540.amembassy.port.meridian@example.mil>",
        "MMHS-Primary-Precedence": "immediate",
        "MMHS-Copy-Precedence": "priority",
        "MMHS-Originator-PLAD": "AMEMBASSY PORT MERIDIAN",
        "MMHS-Other-Recipients-Indicator-To": "AMEMBASSY EASTPORT",
        "MMHS-Exempted-Address": "EXERCISE DEPOT <exercise.depot@example.mil>",
        "MMHS-Handling-Instructions": "ZNR UUUUU; ZZH",
        "MMHS-Message-Instructions": "ZYB",
        "MMHS-Acp127-Message-Identifier": "RUEHSN 0412/01 0731545",
        "MMHS-Extended-Authorisation-Info": "Mon, 14 Mar 2011 15:40:00 +0000",
        "MMHS-Originator-Reference": "11 PORT MERIDIAN 412",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "7bit",
        "MIME-Version": "1.0",
    }
    assert mail.get_content().startswith("UNCLAS PORT MERIDIAN 000412\n\nE.O. 12958: N/A\n")
    assert [str(entry) for entry in found.report] == [
        "lost: FL1 channel: XYZ",
        "lost: FL1 channel number: 0007",
        "lost: FL2 precedence: PP",
        "lost: FL2 stations called: RUEHC RUEHPE",
    ]


def test_a_set_formatted_text_names_exercise_and_subject_code():
    text = (
        "UNCLAS //N01000//\nMSGID/GENADMIN/EXERCISE WING ONE/-/MAR//\nSUBJ/EXERCISE NOTICE//\n"
        "EXER/BOLD EXAMPLE//\nRMKS/1. TEXT.//\n"
    )
    message = parse(f"R 151530Z MAR 02\nFM WING ONE\nTO WING TWO\nBT\n{text}BT\n", dialect="amhs")
    mail = convert(message, to="email").result

    assert mail["Subject"] == "EXERCISE NOTICE"
    assert mail["MMHS-Subject-Indicator-Codes"] == "N01000"
    assert mail["MMHS-Message-Type"] == 'exercise; identifier="BOLD EXAMPLE"'
    assert len(from_email(mail, dialect="amhs", banner=False).report) == 0


def test_one_precedence_holds_for_copies_too():
    message = EXAMPLES["state-single"]
    mail = convert(message, to="email").result

    assert (mail["MMHS-Primary-Precedence"], mail["MMHS-Copy-Precedence"]) == ("priority",) * 2
    assert back(message).heading.precedence == message.heading.precedence


@pytest.mark.parametrize("row", rows("mmhs-precedences"), ids=lambda row: row["word"])
def test_a_precedence_is_read_by_word_and_by_number(row):
    expected = Precedence(row["letter"])

    assert fields.precedence_word(expected) == row["word"]
    for text in (row["word"], row["word"].upper(), row["value"], f"{row['value']} (x)"):
        assert fields.precedence_read(text) == expected
    assert fields.precedence_read("urgent") is fields.precedence_read("17") is None


@pytest.mark.parametrize("zone", "ABCDEFGHIKLMNOPQRSTUVWXYZ")
def test_every_zone_letter_has_an_offset_and_comes_back(zone):
    message = parse(
        f"R 151530{zone} MAR 02\nFM WING ONE\nTO WING TWO\nBT\nUNCLAS\nBT\n", dialect="amhs"
    )

    assert back(message).heading.dtg == message.heading.dtg


def test_an_offset_without_a_letter_is_told_in_z():
    found = fields.date_time_group_read("Fri, 15 Mar 2002 15:30:00 +0530")

    assert found is not None
    assert (str(found[0]), found[1]) == ("151000Z MAR 02", 2002)
    assert fields.date_time_group_read("yesterday") is None


PART = st.sampled_from(["3D EXERCISE BDE", "U.S. WING", "REAR", "A-7 & B-2", "O'HARE"])
NAME = st.builds("CDR {} ({}), {}".format, PART, PART, PART)


@given(st.lists(NAME, min_size=1, max_size=60, unique=True))
@example([f"CDR 3D EXERCISE BDE (REAR), {'WING ' * (at % 5)}{at}" for at in range(60)])
def test_long_lists_of_addressees_are_read_whole(names):
    """Quotation marks survive however the lines are folded."""
    message = parse(
        "R 151530Z MAR 02\nFM WING ONE\nTO " + "\n".join(names) + "\nBT\nUNCLAS\nBT\n",
        dialect="amhs",
    )
    data = bytes(convert(message, to="email").result)

    assert max(map(len, data.splitlines())) <= 998
    assert from_email(data, dialect="amhs").result.heading.action == message.heading.action


def test_what_the_circuit_lacks_is_asked_for():
    mail = convert(EXAMPLES["acp126-plaindress"], to="email").result
    with pytest.raises(FormatError) as caught:
        from_email(mail, dialect="janap128")

    keywords = ("station", "filed", "called")
    assert [word in str(caught.value) for word in keywords] == [True] * 3


PLAIN = """\
From: Exercise Wing One <wing.one@example.mil>
To: group.two@example.mil, "Ops (Room 2)" <ops@example.mil>
Date: Fri, 15 Mar 2002 15:30:00 +0000
Subject: Lunch
MMHS-Handling-Instructions: in a hurry

UNCLAS
EXERCISE
"""


def test_a_plain_mail_is_filed_with_what_is_supplied():
    found = from_email(PLAIN, dialect="acp127", precedence="ROUTINE")
    heading = found.result.heading

    assert str(heading.dtg) == "151530Z MAR 02"
    assert str(heading.originator) == "EXERCISE WING ONE"
    assert [str(each) for each in heading.action] == ["GROUP TWO", "OPS (ROOM 2)"]
    assert [str(entry) for entry in found.report if entry.line is None] == [
        "lost: MMHS-Handling-Instructions: in a hurry (cannot be read)",
        "lost: Subject: Lunch (the text does not say it)",
    ]


def test_all_that_a_mail_lacks_is_said_at_once():
    with pytest.raises(FormatError) as caught:
        from_email("To: GROUP TWO <x@invalid>\nDate: soon\n\nUNCLAS\n", dialect="acp127")

    assert caught.value.problems == (
        "the precedence (FL5) is missing: give precedence=",
        "the date-time group (FL5) is missing: the mail has no date",
        "the originator (FL6) is missing",
        "Date 'soon' cannot be read",
    )


def test_attachments_are_reported_and_a_body_is_needed():
    mail = convert(EXAMPLES["state-single"], to="email").result
    mail.add_attachment(b"x", "application", "octet-stream", filename="map.bin")
    found = from_email(bytes(mail), dialect="acp127-us")
    bare = EmailMessage()
    bare.set_content("<p>text", subtype="html")

    assert "lost: attachment: map.bin (cannot be read)" in map(str, found.report)
    with pytest.raises(FormatError, match="no body in plain text"):
        from_email(bare, dialect="acp127")


def test_the_century_of_a_mail_is_kept():
    for year in (1944, 1969, 2068, 2069):
        mail = PLAIN.replace("Mar 2002", f"Mar {year}")
        result = from_email(mail, dialect="amhs", precedence="P").result

        assert result.heading.dtg is not None
        assert result.heading.dtg.resolve(pivot=result.pivot).year == year


def test_what_mail_cannot_hold_is_a_wrong_call_or_refused():
    message = EXAMPLES["state-single"]
    with pytest.raises(ValueError, match="domain"):
        convert(message, to="email", domain="no domain")
    with pytest.raises(TypeError, match="serial"):
        convert(message, to="email", serial="0001")
    with pytest.raises(FormatError, match="card or tape"):
        convert(parse((CORPUS / "janap128-data-card.txt").read_bytes()), to="email")
    with pytest.raises(FormatError, match=r"originator.*no addressee"):
        convert(parse((CORPUS / "acp126-abbreviated.txt").read_bytes()), to="email")


@given(st.text(max_size=200))
@example("RUEHC/SECSTATE WASH:.DC <x@invalid>")  # the standard library's reader of To fails on it
@example('RUEHC/SECS:"?(-TATE <x@invalid>')
@example("=?x-unknown?q?WING?=")
def test_header_fields_may_hold_any_text(text):
    """Reading them raises nothing but what is missing."""
    names = (fields.ACP127_IDENTIFIER, fields.HANDLING, fields.INSTRUCTIONS, "From", "To")
    mail = "".join(f"{name}: {' '.join(text.split())}\n" for name in names)
    with pytest.raises(FormatError, match="precedence"):
        from_email(f"{mail}\nUNCLAS\n", dialect="janap128")


@given(st.binary(max_size=200))
@example(b"Content-Type: text/plain; charset=x-unknown\n\nUNCLAS\n")
@example(b"Content-Type:\xfftext/plain;\n\nUNCLAS\n")
def test_any_bytes_are_a_mail_that_lacks_something(data):
    with pytest.raises(FormatError, match="precedence"):
        from_email(data, dialect="amhs")


@given(st.sampled_from(["RUEHSN", "RUWTABA"]), st.integers(1, 9999), st.sampled_from(["", "/01"]))
def test_an_identifier_names_station_number_and_section(station, number, section):
    found = fields.identifier_read(f"{station} {number:04}{section} 0731545")

    assert found is not None
    assert str(found) == f"DE {station} #{number:04}{section} 0731545"
    assert fields.identifier_read(f"{station} {number:04}/1 0731545") is None


def test_an_address_line_is_a_display_name():
    line = "ZEN/AMEMBASSY PORT MERIDIAN//POL/ECON// PRIORITY 0031"

    assert fields.addressee_read(line) == Addressee.parse(line)
    assert fields.addressee_read("", "wing.one") == Addressee("WING ONE")
    assert fields.addressee_read("", "") is None


@given(damaged_telegrams().map(lambda faulty: faulty.message))
@example(parse("R 151530Z MAR 02\nZNR\nFM WING ONE\nTO GROUP TWO\nBT\nUNCLAS\nBT\n"))
def test_a_damaged_message_is_mailed_or_refused(message):
    with contextlib.suppress(FormatError):
        assert bytes(convert(message, to="email").result)

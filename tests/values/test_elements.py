"""The smaller elements by example: classification, filing times, addressees, security, signals,
header fields.
"""

from datetime import UTC, datetime
from typing import Any

import pytest

from telegram.diagnostics import FieldError
from telegram.values.addressee import Addressee, PlainLanguageAddress
from telegram.values.classification import Classification
from telegram.values.filing_time import FilingTime
from telegram.values.operating_signal import OperatingSignal
from telegram.values.routing import ContentIndicator, LanguageMedia, ReleaseCode
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.security import Security
from telegram.values.station_serial import StationSerial
from telegram.values.transmission_identification import TransmissionIdentification


@pytest.mark.parametrize(
    ("text", "name", "letter"),
    [
        ("UNCLAS", "UNCLASSIFIED", "U"),
        ("UNCLASS", "UNCLASSIFIED", "U"),
        ("C O N F I D E N T I A L", "CONFIDENTIAL", "C"),
        ("S E C R E T", "SECRET", "S"),
        ("T O P  S E C R E T", "TOP SECRET", "T"),
        ("L I M I T E D  O F F I C I A L  U S E", "LIMITED OFFICIAL USE", "U"),
        ("RESTRICTED", "RESTRICTED", "R"),
    ],
)
def test_a_level_is_read_spaced_or_not(text, name, letter):
    level = Classification.parse(text)

    assert (level.name, level.letter) == (name, letter)
    assert Classification.parse(level.spaced) == level


@pytest.mark.parametrize("text", ["", "UNCLASSIFED", "SECRETS", "S E C R E", "COSMIC"])
def test_any_other_word_is_no_level(text):
    with pytest.raises(FieldError):
        Classification.parse(text)
    with pytest.raises(FieldError):
        Classification(text)


@pytest.mark.parametrize(
    ("filed", "released", "instant"),
    [
        ("2412134", "2008-08-28T21:34", "2008-08-28T21:34"),
        ("0010005", "2008-12-31T23:50", "2009-01-01T00:05"),
        ("3662355", "2009-01-01T00:10", "2008-12-31T23:55"),
        ("22/1856Z", "2015-04-22T18:54", "2015-04-22T18:56"),
        ("01/0001Z", "2015-04-30T23:59", "2015-05-01T00:01"),
    ],
)
def test_a_filing_time_lies_near_the_release(filed, released, instant):
    around = datetime.fromisoformat(released).replace(tzinfo=UTC)

    assert FilingTime.parse(filed).resolve(around) == datetime.fromisoformat(instant).replace(
        tzinfo=UTC
    )


@pytest.mark.parametrize(
    "text", ["", "0000000", "3670000", "2412434", "2412160", "241213", "32/1856Z", "22/1856"]
)
def test_what_is_no_filing_time(text):
    with pytest.raises(FieldError) as caught:
        FilingTime.parse(text)

    assert caught.value.code == "TG411"


def test_a_filing_time_has_one_day():
    with pytest.raises(FieldError):
        FilingTime(1, 1, 0, 0)
    with pytest.raises(FieldError):
        FilingTime(None, None, 0, 0)


def test_an_addressee_in_all_its_parts():
    addressee: Any = Addressee.parse("RUEHC/SECSTATE WASHDC//OPS/S-ES// NIACT IMMEDIATE 0010")

    assert addressee.routing_indicator == RoutingIndicator("RUEHC")
    assert addressee.name == "SECSTATE WASHDC"
    assert addressee.offices == ("OPS", "S-ES")
    assert (addressee.precedence.letter, addressee.precedence.niact) == ("O", True)
    assert addressee.number == "0010"
    assert str(addressee) == "RUEHC/SECSTATE WASHDC//OPS/S-ES// NIACT IMMEDIATE 0010"


@pytest.mark.parametrize(
    ("text", "name", "collective"),
    [
        ("AIG 99001", "AIG 99001", True),
        ("ALL EXERCISE POSTS", "ALL EXERCISE POSTS", True),
        ("RHCRNAD/EXERCISE ALL", "EXERCISE ALL", True),
        ("EXERCISE POSTS COLLECTIVE", "EXERCISE POSTS COLLECTIVE", True),
        ("ALLIED EXERCISE", "ALLIED EXERCISE", False),
        ("ZEN/OU=DOD/OU=NAVY/OU=ADDRESS LISTS(UC)/CN=AL NAVADMIN(UC)", "AL NAVADMIN", False),
        ("OU=EXERCISE WASHINGTON DC(UC),L=NOWHERE,C=US", "EXERCISE WASHINGTON DC", False),
    ],
)
def test_names_and_collectives(text, name, collective):
    addressee = Addressee.parse(text)

    assert (addressee.name, addressee.collective) == (name, collective)


@pytest.mark.parametrize(
    "text", ["", " AMEMBASSY", "AMEMBASSY  ROME", "Amembassy", "FM ROME", "A/B", "AMEMBASSY "]
)
def test_what_is_no_plain_language_address(text):
    with pytest.raises(FieldError):
        PlainLanguageAddress(text)


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("EXERCISE UNIT 1234", "EXERCISE UNIT", "1234"),
        ("EXERCISE UNIT 123", "EXERCISE UNIT 123", None),
        ("AIG 99001", "AIG 99001", None),
        ("AIG 99001 0012", "AIG 99001", "0012"),
    ],
)
def test_a_last_word_of_digits_is_a_count_unless_it_numbers_a_group(text, name, number):
    addressee = Addressee.parse(text)

    assert (addressee.name, addressee.number) == (name, number)


@pytest.mark.parametrize(
    ("characters", "codes"),
    [
        ("CCCAC", "AC"),
        ("CCCCC", ""),
        ("SSSCS", ""),
        ("UUUAX", "AX"),
        ("CCXAC", ""),
        ("UUUXU", "XU"),
    ],
)
def test_the_letter_of_the_class_is_a_release_code_behind_another(characters, codes):
    security = Security.parse(f"ZNY {characters}")

    assert "".join(code.letter for code in security.release) == codes


def test_security_with_handling_release_and_instructions():
    security = Security.parse("ZNY SSSBB/FFFFF ZUI RUEWMCF4523 3551850 RUEHC T AMEMBASSY LIMA")

    assert (security.prosign, security.characters, security.classification) == ("ZNY", "SSSBB", "S")
    assert security.special_handling == "F"
    assert [code.letter for code in security.release] == ["B"]
    assert [str(signal) for signal in security.signals] == ["ZUI RUEWMCF4523 3551850"]
    assert security.transmit == ("RUEHC T AMEMBASSY LIMA",)


def test_a_signal_knows_its_meaning_and_its_variants():
    assert OperatingSignal.parse("ZNR").meaning
    assert OperatingSignal.parse("ZFH2").meaning
    assert OperatingSignal.parse("ZQX").meaning is None
    assert OperatingSignal.parse("INT ZEV").interrogative


@pytest.mark.parametrize("text", ["", "ZZ", "ABC", "zui", "ZUI  X", "INT"])
def test_what_is_no_signal(text):
    with pytest.raises(FieldError):
        OperatingSignal.parse(text)


@pytest.mark.parametrize(
    ("code", "signal", "narrative"),
    [
        ("ZYUW", "ZYU", True),
        ("ZELX", "ZEL", True),
        ("ZFH2", "ZFH", True),
        ("IJAZ", None, False),
        ("NBAT", None, False),
    ],
)
def test_a_content_indicator_is_decoded_by_rule(code, signal, narrative):
    content = ContentIndicator(code)

    assert (content.signal, content.narrative) == (signal, narrative)
    assert content.meaning


@pytest.mark.parametrize(
    ("letters", "known"),
    [
        ("TT", True),
        ("AA", True),
        ("AT", True),
        ("TA", True),
        ("RT", True),
        ("CC", True),
        ("RX", False),
    ],
)
def test_language_and_media_pairs(letters, known):
    assert LanguageMedia(letters).known is known


@pytest.mark.parametrize(
    ("letter", "indicator", "fits"),
    [
        ("C", "RCEMZZA", True),
        ("C", "RUEHC", False),
        ("X", "RXFZZB", True),
        ("X", "RFAAB", True),
        ("B", "RBDZZA", True),
    ],
)
def test_a_release_code_opens_one_gateway(letter, indicator, fits):
    assert ReleaseCode(letter).fits(indicator) is fits


@pytest.mark.parametrize(
    ("text", "channel", "sequence", "classification"),
    [
        ("VZCZCXYZ0020", "XYZ", "0020", None),
        ("VZCZC051 UU", None, "051", "U"),
        ("ZCZCABA014", "ABA", "014", None),
    ],
)
def test_transmission_identifications(text, channel, sequence, classification):
    found = TransmissionIdentification.parse(text)

    assert (found.channel, found.sequence, found.classification) == (
        channel,
        sequence,
        classification,
    )


def test_a_calling_station_in_both_forms():
    us: Any = StationSerial.parse("DE RUEHSN #0413/01 0731602")
    base: Any = StationSerial.parse("DE RNFZZC 051 22/1856Z")

    assert (us.serial, us.section, us.filed.day_of_year) == ("0413", "01", 73)
    assert (base.serial, base.section, base.filed.day_of_month) == ("051", None, 22)
    assert str(us) == "DE RUEHSN #0413/01 0731602"
    assert str(base) == "DE RNFZZC 051 22/1856Z"


def test_the_base_form_of_a_calling_station_has_no_section():
    """Its text could not write one, so a value must not hold one."""
    with pytest.raises(FieldError):
        StationSerial(RoutingIndicator("RNFZZC"), "0051", "01", FilingTime.parse("22/1856Z"))

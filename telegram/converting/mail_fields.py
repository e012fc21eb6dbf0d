"""The header fields of military mail, and the values in them.

RFC 6477 gives the elements of ACP 123 and STANAG 4406 header fields of Internet mail. Most of them
are FL4 to FL9 under other names; one names a message by FL3; some repeat what the text says.

Here: names of fields, and values to text and back. Elsewhere: whole messages (`to_mail`,
`from_mail`); which number and word a precedence has (``data/mmhs-precedences.csv``).
"""

import string
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from email.policy import EmailPolicy
from email.utils import format_datetime, parsedate_to_datetime

from telegram.data import rows
from telegram.diagnostics import FieldError
from telegram.model import Heading, Instruction
from telegram.parsing.building import instructions_of
from telegram.syntax import matcher
from telegram.values.addressee import Addressee, addressee_of
from telegram.values.date_time_group import DateTimeGroup
from telegram.values.filing_time import FilingTime
from telegram.values.precedence import Precedence
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.station_serial import StationSerial

PRIMARY_PRECEDENCE = "MMHS-Primary-Precedence"
COPY_PRECEDENCE = "MMHS-Copy-Precedence"
EXTENDED_AUTHORISATION = "MMHS-Extended-Authorisation-Info"
EXEMPTED_ADDRESS = "MMHS-Exempted-Address"
HANDLING = "MMHS-Handling-Instructions"
INSTRUCTIONS = "MMHS-Message-Instructions"
OTHER_TO = "MMHS-Other-Recipients-Indicator-To"
OTHER_CC = "MMHS-Other-Recipients-Indicator-CC"
ACP127_IDENTIFIER = "MMHS-Acp127-Message-Identifier"
ORIGINATOR_PLAD = "MMHS-Originator-PLAD"
ORIGINATOR_REFERENCE = "MMHS-Originator-Reference"
SUBJECT_CODES = "MMHS-Subject-Indicator-Codes"
MESSAGE_TYPE = "MMHS-Message-Type"

POLICY = EmailPolicy(max_line_length=990)
"""How mail is written: lines up to the 998 characters of RFC 5322, section 2.1.1, less what the
standard library may add at a fold. Where it folds a display name of more than 78 characters, it
loses its quotation marks.
"""

_LONGEST = 69
_PRINTABLE = frozenset(string.ascii_letters + string.digits + " '()+,-./:=?")
"""The characters of a military string: those of ASN.1's PrintableString."""


def is_military(text: str) -> bool:
    """Whether a text is a military string: RFC 6477 takes 1 to 69 printable characters."""
    return 0 < len(text) <= _LONGEST and text == text.strip() and _PRINTABLE.issuperset(text)


def military_list(items: Iterable[str]) -> str | None:
    """Military strings as the value of a field; None where there is none, or one is none."""
    found = list(items)
    return "; ".join(found) if found and all(map(is_military, found)) else None


def military_items(value: str) -> list[str]:
    """The military strings in the value of a field."""
    return [item for each in value.split(";") if (item := " ".join(each.split()))]


def precedence_word(precedence: Precedence) -> str | None:
    """The word of a precedence; None where it has none.

    >>> precedence_word(Precedence("O"))
    'immediate'
    """
    return next(
        (row["word"] for row in rows("mmhs-precedences") if row["letter"] == precedence.letter),
        None,
    )


def precedence_read(value: str) -> Precedence | None:
    """The precedence of a word or a number, a comment aside; None for any other.

    >>> precedence_read("3 (immediate)")
    Precedence('O')
    """
    plain = value.partition("(")[0].strip().lower()
    for row in rows("mmhs-precedences"):
        if plain in (row["word"], row["value"]):
            return Precedence(row["letter"])
    return None


def date_text(moment: datetime) -> str:
    """A date and time of RFC 5322."""
    return format_datetime(moment)


def date_time_group_read(value: str) -> tuple[DateTimeGroup, int] | None:
    """The date-time group of a date and time of RFC 5322, and its year in full; None for any other.

    An offset that no zone letter stands for is told in Z.

    >>> str(date_time_group_read("Thu, 28 Aug 2008 21:34:00 -0500")[0])
    '282134R AUG 08'
    """
    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        zone = _ZONES.get(moment.utcoffset() or timedelta())
        if zone is None:
            zone, moment = "Z", moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    group = DateTimeGroup(
        moment.day, moment.hour, moment.minute, zone, moment.month, moment.year % 100
    )
    return group, moment.year


_ZONES = {
    DateTimeGroup(1, 0, 0, zone, 1, 2000).resolve().utcoffset(): zone
    for zone in string.ascii_uppercase
    if zone != "J"
}
"""Zone letters by their offset; J, local time, has none."""


def identifier_of(heading: Heading) -> str | None:
    """How a relay names a message: station, serial number with its section, filing time (FL3)."""
    routing, station = heading.routing, heading.station
    if station is not None:
        named = (
            f"{station.indicator} {station.serial}{f'/{station.section}' * bool(station.section)}"
        )
        filed = station.filed
    elif routing is not None and routing.originator is not None and routing.serial is not None:
        named, filed = f"{routing.originator} {routing.serial}", routing.filed
    else:
        return None
    return named if filed is None else f"{named} {filed}"


def identifier_read(value: str) -> StationSerial | None:
    """The station, serial number and filing time of an identifier; None for any other."""
    station, _, rest = value.strip().partition(" ")
    number, _, filed = rest.partition(" ")
    serial, _, section = number.partition("/")
    try:
        found = StationSerial(
            RoutingIndicator(station),
            serial,
            section or None,
            FilingTime.parse(filed) if filed else None,
        )
    except FieldError:
        return None
    fits = serial.isascii() and serial.isdecimal() and 3 <= len(serial) <= 4
    return found if fits and section in ("", section[:2].zfill(2)) else None


def instructions_read(value: str) -> tuple[Instruction, ...] | None:
    """Message instructions from the value of a field; None where they are none of FL5."""
    text = " ".join(military_items(value))
    if matcher("plaindress:fl5_continuation").fullmatch(text) is None:
        return None
    return instructions_of(text)


def address(addressee: Addressee, domain: str) -> Address:
    """An addressee as a mail address: its address line as the display name, its name as the local
    part.

    >>> str(address(Addressee.parse("RUEHC/SECSTATE WASHDC PRIORITY"), "invalid"))
    'RUEHC/SECSTATE WASHDC PRIORITY <secstate.washdc@invalid>'
    """
    signs = [sign.lower() if sign.isascii() and sign.isalnum() else "." for sign in addressee.name]
    local = ".".join(part for part in "".join(signs).split(".") if part)[:_LOCAL].strip(".")
    return Address(str(addressee), local or "addressee", domain)


def check_domain(domain: str) -> None:
    """Raises ValueError for a text that is no domain."""
    try:
        Address(addr_spec=f"x@{domain}")
    except Exception as error:  # the library's own errors share no narrower class
        raise ValueError(f"{domain!r} is no domain: {error}") from None


_LOCAL = 64
"""The longest local part: RFC 5321, section 4.5.3.1.1."""


def addressee_read(display_name: str, local_part: str = "") -> Addressee | None:
    """The addressee of a mail address; None where neither name is one.

    A display name is read as an address line, in capitals if it is not one as it stands. Without a
    display name the local part stands for it.
    """
    words = "".join(sign if sign.isalnum() else " " for sign in local_part).split()
    for text in (display_name, display_name.upper(), " ".join(words).upper()):
        for rule, name in _LINES:
            match = matcher(rule).fullmatch(text)
            if match is None or match["exempted"] is not None:
                continue
            if match["directory_name"] is not None:
                return Addressee.parse(text)
            found = match.groupdict()
            return addressee_of(
                match[name],
                match["address_indicator"],
                match["zen"],
                match["offices"],
                match["precedence_word"],
                found.get("message_count"),
                found.get("alias"),
            )
    return None


_LINES = (
    ("acp127-us:address_continuation", "counted_address"),
    ("plaindress:address_continuation", "plain_language_address"),
)
"""The rules of address lines, the one with counts first."""

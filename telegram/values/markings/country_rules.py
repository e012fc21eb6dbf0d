"""Faults in a list of countries: the owners, sources and recipients of a marking.

Here: the records. Elsewhere: finding them (`countries`).
"""

from telegram.diagnostics import Rule, Severity
from telegram.values.markings.examples import marked

USA_MISSING = Rule(
    code="TG549",
    name="usa-missing",
    severity=Severity.ERROR,
    message="{control} begins with USA, and the list has none",
    explanation="""
        The originator's own country is always among those who may see the text.
        """,
    how_to_fix="Write USA first.",
    source="IC Markings Register and Manual 2016 H.8",
    bad="""
        SECRET//REL TO AUS, GBR
                ^^^^^^^^^^^^^^^
        """,
    good="SECRET//REL TO USA, AUS, GBR",
)
USA_NOT_FIRST = Rule(
    code="TG550",
    name="usa-not-first",
    severity=Severity.ERROR,
    message="USA stands first in {control}",
    explanation="""
        Then the list says at a glance that it is a release by the United States.
        """,
    how_to_fix="Write USA first.",
    source="IC Markings Register and Manual 2016 H.8",
    bad="""
        SECRET//REL TO AUS, USA
                            ^^^
        """,
    good="SECRET//REL TO USA, AUS",
)
USA_ALONE = Rule(
    code="TG551",
    name="usa-alone",
    severity=Severity.ERROR,
    message="{control} names nobody but USA",
    explanation="""
        A release to nobody else releases nothing.
        """,
    how_to_fix="Name the countries, or write NOFORN.",
    source="IC Markings Register and Manual 2016 H.8",
    bad="""
        SECRET//REL TO USA
                ^^^^^^^^^^
        """,
    good="SECRET//REL TO USA, AUS",
)
COUNTRY_UNKNOWN = Rule(
    code="TG552",
    name="country-unknown",
    severity=Severity.WARNING,
    message="{text} is in no list of country codes",
    explanation="""
        Lists change, so an unknown code is kept as written; it may be a two-letter code or a slip.
        """,
    how_to_fix="Compare the code with the list of the message's date.",
    source="ISMCAT CVEnumISMCATRelTo V2022-NOV",
    bad="""
        SECRET//REL TO USA, RUR
                            ^^^
        """,
    good="SECRET//REL TO USA, AUS",
)
COUNTRY_ORDER = Rule(
    code="TG553",
    name="country-order",
    severity=Severity.ERROR,
    message="{text} stands after {before}",
    explanation="""
        Codes of three letters come first, then those of four, each alphabetical.
        """,
    how_to_fix="Sort the codes.",
    source="IC Markings Register and Manual 2016 H.8",
    bad="""
        SECRET//REL TO USA, GBR, AUS
                                 ^^^
        """,
    good="SECRET//REL TO USA, AUS, GBR",
)
COUNTRY_REPEATED = Rule(
    code="TG554",
    name="country-repeated",
    severity=Severity.ERROR,
    message="{text} is named twice",
    explanation="""
        A country is named once; the second may have been meant to be another.
        """,
    how_to_fix="Leave the second out, or write the one that was meant.",
    source="IC Markings Register and Manual 2016 H.8",
    bad="""
        SECRET//REL TO USA, AUS, AUS
                                 ^^^
        """,
    good="SECRET//REL TO USA, AUS",
)
COUNTRY_SEPARATOR = Rule(
    code="TG555",
    name="country-separator",
    severity=Severity.ERROR,
    message="codes of {control} are parted by {wanted}",
    explanation="""
        Lists of REL TO and DISPLAY ONLY have a comma and a blank between codes; owners and
        sources a blank alone.
        """,
    how_to_fix="Write the separator of the list.",
    source="IC Markings Register and Manual 2016 H.7, H.8",
    bad="""
        SECRET//REL TO USA CAN
                          ^
        """,
    good="SECRET//REL TO USA, CAN",
)
COUNTRY_MISSING = Rule(
    code="TG556",
    name="country-missing",
    severity=Severity.ERROR,
    message="{control} needs a list of countries",
    explanation="""
        Without a list nobody can tell who may see the text.
        """,
    how_to_fix="Write the codes.",
    source="IC Markings Register and Manual 2016 H.8",
    bad="""
        SECRET//REL TO
                ^^^^^^
        """,
    good="SECRET//REL TO USA, AUS",
)
REL_WITHOUT_BANNER = Rule(
    code="TG557",
    name="rel-without-banner",
    severity=Severity.ERROR,
    message="REL without a list stands for the banner's list, and the banner has none",
    explanation="""
        The short form repeats the list of the banner. Under another banner it says nothing.
        """,
    how_to_fix="Write the list.",
    source="IC Markings Register and Manual 2016 H.8",
    bad=marked("(S//REL) The exercise begins.\n    ^^^", line="SECRET//NOFORN"),
    good=marked("(S//REL) The exercise begins.", line="SECRET//REL TO USA, GBR"),
)

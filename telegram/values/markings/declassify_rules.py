"""Faults in the line of an authority block that says when text is declassified.

Here: the records. The examples are such lines by themselves. Elsewhere: finding them
(`declassify`).
"""

from telegram.diagnostics import Rule, Severity

DECLASSIFICATION_VALUE_RETIRED = Rule(
    code="TG593",
    name="declassification-value-retired",
    severity=Severity.WARNING,
    message="{text!r} is no longer used",
    explanation="""
        Determinations, reviews and exemptions X1 to X8 ended with their orders. Whoever derives a
        document from an older one writes a date 25 years after that of the source.
        """,
    how_to_fix="Write the date that follows from the source document.",
    source="32 CFR 2001.22(e)(3)",
    bad="""
        Declassify On: OADR
                       ^^^^
        """,
    good="Declassify On: 20321014",
)
DECLASSIFICATION_VALUE_MISSING = Rule(
    code="TG595",
    name="declassification-value-missing",
    severity=Severity.WARNING,
    message="nothing says when the text is declassified",
    explanation="""
        The line is there, its value is not; then nobody can tell how long the text stays
        classified.
        """,
    how_to_fix="Write the date, the event or the exemption.",
    source="32 CFR 2001.21(a)(4)",
    bad="""
        Declassify On:
        ^^^^^^^^^^^^^^
        """,
    good="Declassify On: 20321014",
)
DECLASSIFICATION_DATE_FORMAT = Rule(
    code="TG596",
    name="declassification-date-format",
    severity=Severity.WARNING,
    message="the date is written {wanted}",
    explanation="""
        A date here has eight figures, the year first, so that it is read alike everywhere.
        """,
    how_to_fix="Write year, month and day as eight figures.",
    source="32 CFR 2001.21(a)(4)",
    bad="""
        Declassify On: 10/14/2020
                       ^^^^^^^^^^
        """,
    good="Declassify On: 20201014",
)
DECLASSIFICATION_DATE_MISSING = Rule(
    code="TG597",
    name="declassification-date-missing",
    severity=Severity.WARNING,
    message="{text} needs a date or an event behind it",
    explanation="""
        The exemption from automatic declassification ends, too. Only HUM and WMD have no date.
        """,
    how_to_fix="Write a comma and the date.",
    source="32 CFR 2001.26",
    bad="""
        Declassify On: 25X1
                       ^^^^
        """,
    good="Declassify On: 25X1, 20421014",
)
AUTHORITY_BLOCK_DATE_IMPOSSIBLE = Rule(
    code="TG598",
    name="authority-block-date-impossible",
    severity=Severity.ERROR,
    message="no calendar has the day {text}",
    explanation="""
        The figures have the shape of a date, and a month or a day is too large.
        """,
    how_to_fix="Compare with the source document.",
    source="32 CFR 2001.21(a)(4)",
    references=("declassification-date-impossible",),
    bad="""
        Declassify On: 20210231
                       ^^^^^^^^
        """,
    good="Declassify On: 20210228",
)

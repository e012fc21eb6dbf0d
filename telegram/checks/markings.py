"""One marking against another: portions, banner, classification line.

Portion marks, banner and classification line say how one text is protected, each for its own
reader. The overall level is that of the highest portion; a text may be classified above all its
portions (compilation), never below.

Here: the records, and functions that compare values and yield findings at the spans given to them.
Elsewhere: one marking by itself, and the overall marking of several (`values.markings`).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Safety, Severity
from telegram.source import Span
from telegram.values.classification import Classification
from telegram.values.markings.line import LineMarking
from telegram.values.markings.marking import Marking
from telegram.values.markings.portion_marking import PortionMarking
from telegram.values.markings.rollup import roll_up

BANNER_BELOW_PORTIONS = Rule(
    code="TG850",
    name="banner-below-portions",
    severity=Severity.ERROR,
    message="the banner says {banner}, and a portion {portion}",
    explanation="""
        The banner protects the page. Below its highest portion it lets that portion travel
        unprotected.
        """,
    how_to_fix="Find out which mark is wrong; treat the text by the higher until then.",
    source="IC Markings Register and Manual 2016 B.7; 32 CFR 2001.21(b)",
    bad="""
        CONFIDENTIAL//NOFORN
        ^^^^^^^^^^^^^^^^^^^^
        """,
    good="SECRET//NOFORN",
    judged=False,
)
BANNER_ROLLUP_MISMATCH = Rule(
    code="TG852",
    name="banner-rollup-mismatch",
    severity=Severity.WARNING,
    message="the portions together are {wanted}",
    explanation="""
        Every control of a portion stands in the banner too, unless another outranks it. A banner
        above its portions is right where the whole tells more than its parts; the text then says
        why.
        """,
    how_to_fix="Write the marking that the portions give, or say why another applies.",
    source="IC Markings Register and Manual 2016 D.2; 32 CFR 2001.13(c)",
    bad="""
        SECRET//NOFORN
        ^^^^^^^^^^^^^^
        """,
    good="SECRET//SI//NOFORN",
    judged=False,
)
CLASS_LINE_BELOW_PORTIONS = Rule(
    code="TG854",
    name="class-line-below-portions",
    severity=Severity.ERROR,
    message="the line says {line}, and a portion {portion}",
    explanation="""
        The classification line protects the whole text. A portion above it has travelled
        unprotected.
        """,
    how_to_fix="Ask the originator which is right; treat the text by the higher one until then.",
    source="32 CFR 2001.21(b)",
    bad="""
        P 051430Z MAR 07
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        UNCLAS PORT MERIDIAN 000412
        ^^^^^^
        SUBJECT: (C/NF) EXERCISE
        """,
    good="""
        P 051430Z MAR 07
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        C O N F I D E N T I A L PORT MERIDIAN 000412
        SUBJECT: (C/NF) EXERCISE
        """,
    judged=False,
)
CLASS_LINE_ABOVE_PORTIONS = Rule(
    code="TG855",
    name="class-line-above-portions",
    severity=Severity.WARNING,
    message="the line says {line}, and the highest portion {portion}",
    explanation="""
        A text may be classified above all its portions when the whole tells more than its parts.
        Otherwise a portion is marked too low, or the line too high.
        """,
    how_to_fix="Compare the portion marks with the reason for the classification.",
    source="32 CFR 2001.13(c)",
    bad="""
        P 051430Z MAR 07
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        S E C R E T PORT MERIDIAN 000412
        ^^^^^^^^^^^
        SUBJECT: (C) EXERCISE
        """,
    good="""
        P 051430Z MAR 07
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        C O N F I D E N T I A L PORT MERIDIAN 000412
        SUBJECT: (C) EXERCISE
        """,
    judged=False,
)
CAPTION_UNLIKE_PORTIONS = Rule(
    code="TG860",
    name="caption-unlike-portions",
    severity=Severity.WARNING,
    message="{text} stands {place}",
    explanation="""
        A control of a portion limits the whole text, so the line or a caption says it too; and
        one on the line comes from some portion.
        """,
    how_to_fix="Write the control in both places, or in neither.",
    source="5 FAH-1 H-246",
    bad="""
        P 051430Z MAR 07
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        S E C R E T PORT MERIDIAN 000412
        ^^^^^^^^^^^
        SUBJECT: (S/NF) EXERCISE
        """,
    good="""
        P 051430Z MAR 07
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        S E C R E T NOFORN PORT MERIDIAN 000412
        SUBJECT: (S/NF) EXERCISE
        """,
    judged=False,
)
RELEASE_UNLIKE_LINE = Rule(
    code="TG862",
    name="release-unlike-line",
    severity=Severity.WARNING,
    message="the line releases the text to {line}, and the portions together to {portions}",
    explanation="""
        The line may not release what a portion withholds.
        """,
    how_to_fix="Write the countries common to all portions.",
    source="IC Markings Register and Manual 2016 D.2 Table 3",
    bad="""
        P 051430Z MAR 07
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        S E C R E T REL TO USA, GBR //N05510//
                    ^^^^^^^^^^^^^^^
        SUBJ/(S//REL TO USA, AUS) EXERCISE//
        """,
    good="""
        P 051430Z MAR 07
        FM AMEMBASSY EXAMPLE
        TO SECSTATE WASHDC
        BT
        S E C R E T REL TO USA, AUS //N05510//
        SUBJ/(S//REL TO USA, AUS) EXERCISE//
        """,
    judged=False,
)


def banner_findings(
    banner: Marking, place: Span, portions: Sequence[PortionMarking], *, on: date | None = None
) -> Iterator[Diagnostic]:
    """A banner against the portions of its page; silent where there are none."""
    if not portions:
        return
    highest = max(portions, key=lambda portion: portion.level)
    if banner.level < highest.level:
        yield BANNER_BELOW_PORTIONS.at(place, banner=banner.level, portion=highest.level)
        return
    wanted = roll_up(portions, on=on).marking
    if wanted != banner.canonical:
        fix = Fix(f"Write {wanted}.", (Edit(place, str(wanted)),), Safety.UNSAFE)
        yield BANNER_ROLLUP_MISMATCH.at(place, fix, wanted=wanted)


def class_line_findings(
    level: Classification, place: Span, portions: Sequence[PortionMarking]
) -> Iterator[Diagnostic]:
    """The level of a classification line against the portions; silent where there are none."""
    if not portions:
        return
    highest = max(portion.level for portion in portions)
    said = Classification("UNCLASSIFIED") if level.name == "LIMITED OFFICIAL USE" else level
    # A United States message that carries restricted material of an ally is CONFIDENTIAL.
    if highest.name == "RESTRICTED" and said != highest:
        highest = Classification("CONFIDENTIAL")
    if said < highest:
        yield CLASS_LINE_BELOW_PORTIONS.at(place, line=level, portion=highest)
    elif said > highest:
        yield CLASS_LINE_ABOVE_PORTIONS.at(place, line=level, portion=highest)


def control_findings(
    line: LineMarking, place: Span, captions: Sequence[str], portions: Sequence[PortionMarking]
) -> Iterator[Diagnostic]:
    """NOFORN of the portions against the line and the captions below it; both ways."""
    if not portions:
        return
    said = "NOFORN" in line.caveats or "NOFORN" in captions
    marked = any(
        "NOFORN" in (*p.marking.dissemination,) or "SBU NOFORN" in p.marking.non_ic
        for p in portions
    )
    if said != marked:
        where = "on the line or in a caption only" if said else "in a portion only"
        yield CAPTION_UNLIKE_PORTIONS.at(place, text="NOFORN", place=where)


def release_findings(
    released: Sequence[str], place: Span, portions: Sequence[PortionMarking]
) -> Iterator[Diagnostic]:
    """The countries that a line releases the text to, against those common to the portions."""
    if not released or not portions:
        return
    together = roll_up(portions).marking.rel_to
    if {*together} != {*released}:
        yield RELEASE_UNLIKE_LINE.at(
            place, line=", ".join(released), portions=", ".join(together) or "nobody"
        )

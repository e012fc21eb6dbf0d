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
from telegram.values.markings.examples import marked, older
from telegram.values.markings.line import LineMarking
from telegram.values.markings.marking import Marking
from telegram.values.markings.portion_marking import PortionMarking
from telegram.values.markings.rollup import roll_up

_SETS = """MSGID/GENADMIN/EXERCISE COMMAND ALFA//
SUBJ/EXERCISE//
RMKS/1. (S//SI//NF) THE EXERCISE BEGINS.
2. (U) THE EXERCISE ENDS.//"""
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
    bad=marked("(S//NF) The exercise begins.", line="CONFIDENTIAL//NOFORN\n^^^^^^^^^^^^^^^^^^^^"),
    good=marked("(S//NF) The exercise begins.", line="SECRET//NOFORN"),
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
    bad=marked(_SETS, line="SECRET//NOFORN\n^^^^^^^^^^^^^^"),
    good=marked(_SETS, line="SECRET//SI//NOFORN"),
)
CLASS_LINE_BELOW_PORTIONS = Rule(
    code="TG854",
    name="class-line-below-portions",
    severity=Severity.ERROR,
    message="the line says {line}, and {where} is {portion}",
    explanation="""
        The classification line protects the whole text. A portion above it has travelled
        unprotected.
        """,
    how_to_fix="Ask the originator which is right; treat the text by the higher one until then.",
    source="32 CFR 2001.21(b); 5 FAH-1 H-246",
    references=("TX-R3", "CL-R9"),
    bad=older(
        "1. (S/NF) The exercise begins.", line="C O N F I D E N T I A L\n^^^^^^^^^^^^^^^^^^^^^^^"
    ),
    good=older("1. (S/NF) The exercise begins.", line="S E C R E T NOFORN"),
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
    bad=older(_SETS, line="T O P  S E C R E T\n^^^^^^^^^^^^^^^^^^"),
    good=older(_SETS, line="S E C R E T NOFORN"),
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
    bad=older(
        "1. (S//REL TO USA, AUS) The exercise begins.",
        line="S E C R E T REL TO USA, GBR //N05510//\n^^^^^^^^^^^",
    ),
    good=older(
        "1. (S//REL TO USA, AUS) The exercise begins.",
        line="S E C R E T REL TO USA, AUS //N05510//",
    ),
)


BANNER_UNLIKE_LINE = Rule(
    code="TG856",
    name="banner-unlike-class-line",
    severity=Severity.WARNING,
    message="the banner says {banner}, and the classification line {line}",
    explanation="""
        A printing system repeats the level of the text above the heading. An archive may print the
        level after review instead; of a copy with release stamps nothing is reported.
        """,
    how_to_fix="Treat the text by the higher level until the originator has been asked.",
    source="IC Markings Register and Manual 2016 D.1; public NAVADMIN traffic",
    dialect="amhs",
    bad="""
        UNCLASSIFIED//
        ^^^^^^^^^^^^^^
        ROUTINE
        R 051430Z MAR 07
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        C O N F I D E N T I A L //N05510//
        """,
    good="""
        CONFIDENTIAL//
        ROUTINE
        R 051430Z MAR 07
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        C O N F I D E N T I A L //N05510//
        """,
)
PORTION_MISSING = Rule(
    code="TG863",
    name="paragraph-without-portion-mark",
    severity=Severity.WARNING,
    message="paragraph {number} has no portion mark, and others have",
    explanation="""
        Where one paragraph of the remarks is marked, all are; of one that is not, nobody can tell
        whether it was judged.
        """,
    how_to_fix="Mark the paragraph after its number.",
    source="32 CFR 2001.21(c)",
    references=("portion-missing",),
    bad="""
        UNCLAS //N05510//
        MSGID/GENADMIN/EXERCISE/-/MAR//
        SUBJ/EXERCISE//
        RMKS/1. (U) THE EXERCISE BEGINS.
        2. THE EXERCISE ENDS.//
        ^
        """,
    good="""
        UNCLAS //N05510//
        MSGID/GENADMIN/EXERCISE/-/MAR//
        SUBJ/EXERCISE//
        RMKS/1. (U) THE EXERCISE BEGINS.
        2. (U) THE EXERCISE ENDS.//
        """,
)
CLASSIFICATION_LINE_MISSING = Rule(
    code="TG560",
    name="classification-line-missing",
    severity=Severity.WARNING,
    as_sent=Severity.ERROR,
    message="no classification line opens the text, and no banner stands above it",
    explanation="""
        The first line of a text says its classification, be it only UNCLAS. A copy may have lost
        it; the letters of FL4 or FL2 then say the level.
        """,
    how_to_fix="Open the text with its classification.",
    source="Army SS0656 lesson 3; NAVEDTRA 14226 ch. 1",
    references=("X3", "TX-1"),
    bad="""
        R 051430Z MAR 07
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        THE EXERCISE BEGINS ON MONDAY.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
    good="""
        R 051430Z MAR 07
        FM EXERCISE COMMAND ALFA
        TO EXERCISE UNIT
        BT
        UNCLAS
        THE EXERCISE BEGINS ON MONDAY.
        """,
)


def banner_findings(
    banner: Marking,
    place: Span,
    portions: Sequence[PortionMarking],
    *,
    on: date | None = None,
    complete: bool = True,
) -> Iterator[Diagnostic]:
    """A banner against the portions of its page; silent where there are none.

    `complete`: whether these are all portions; else only what is too low can be told.
    """
    if not portions:
        return
    highest = max(portions, key=lambda portion: portion.level)
    if banner.level < highest.level:
        yield BANNER_BELOW_PORTIONS.at(place, banner=banner.level, portion=highest.level)
        return
    wanted = roll_up(portions, on=on).marking
    if complete and wanted != banner.canonical:
        fix = Fix(f"Write {wanted}.", (Edit(place, str(wanted)),), Safety.UNSAFE)
        yield BANNER_ROLLUP_MISMATCH.at(place, fix, wanted=wanted)


def class_line_findings(
    level: Classification,
    place: Span,
    portions: Sequence[PortionMarking],
    *,
    where: str = "a portion",
    complete: bool = True,
) -> Iterator[Diagnostic]:
    """The level of a classification line against the portions; silent where there are none.

    `where` names the first of the highest portions; `complete`: whether these are all.
    """
    if not portions:
        return
    highest = max(portion.level for portion in portions)
    said = Classification("UNCLASSIFIED") if level.name == "LIMITED OFFICIAL USE" else level
    # A United States message that carries restricted material of an ally is CONFIDENTIAL.
    if highest.name == "RESTRICTED" and said != highest:
        highest = Classification("CONFIDENTIAL")
    if said < highest:
        yield CLASS_LINE_BELOW_PORTIONS.at(place, line=level, where=where, portion=highest)
    elif complete and said > highest:
        yield CLASS_LINE_ABOVE_PORTIONS.at(place, line=level, portion=highest)


def control_findings(
    line: LineMarking,
    place: Span,
    captions: Sequence[str],
    portions: Sequence[PortionMarking],
    *,
    complete: bool = True,
) -> Iterator[Diagnostic]:
    """NOFORN of the portions, and FOUO of an unclassified text, against the line and the captions
    below it; both ways.
    """
    if not portions:
        return
    if line.level.name == "UNCLASSIFIED":
        said = line.fouo or "FOUO" in captions
        marked = any("FOUO" in p.marking.dissemination for p in portions)
        yield from _both_ways("FOUO", place, said=said, marked=marked, complete=complete)
    said = "NOFORN" in line.caveats or "NOFORN" in captions
    marked = any(
        "NOFORN" in (*p.marking.dissemination,) or "SBU NOFORN" in p.marking.non_ic
        for p in portions
    )
    yield from _both_ways("NOFORN", place, said=said, marked=marked, complete=complete)


def sensitive_findings(
    line: LineMarking,
    place: Span,
    captions: Sequence[str],
    portions: Sequence[PortionMarking],
    *,
    complete: bool = True,
) -> Iterator[Diagnostic]:
    """SENSITIVE above an unclassified text against (SBU) portions; both ways."""
    if not portions or line.level.name != "UNCLASSIFIED":
        return
    said = "SENSITIVE" in line.caveats or "SENSITIVE" in captions
    marked = any({"SBU", "SBU NOFORN"} & {*p.marking.non_ic} for p in portions)
    yield from _both_ways("SENSITIVE", place, said=said, marked=marked, complete=complete)


def _both_ways(
    text: str, place: Span, *, said: bool, marked: bool, complete: bool
) -> Iterator[Diagnostic]:
    if said and not marked and complete:
        where = "on the line or in a caption, and in no portion"
        yield CAPTION_UNLIKE_PORTIONS.at(place, text=text, place=where)
    elif marked and not said:
        where = "in a portion, and neither on the line nor in a caption"
        yield CAPTION_UNLIKE_PORTIONS.at(place, text=text, place=where)


def release_findings(
    released: Sequence[str],
    place: Span,
    portions: Sequence[PortionMarking],
    *,
    complete: bool = True,
) -> Iterator[Diagnostic]:
    """The countries that a line releases the text to, against those common to the portions.

    Of portions that are not all, only those with a release marking of their own can tell.
    """
    limiting = [p for p in portions if p.marking.rel_to or "NOFORN" in p.marking.dissemination]
    counted = portions if complete else limiting
    if not released or not counted:
        return
    together = roll_up(counted).marking.rel_to
    wrong = {*together} != {*released} if complete else not {*released} <= {*together}
    if wrong:
        yield RELEASE_UNLIKE_LINE.at(
            place, line=", ".join(released), portions=", ".join(together) or "nobody"
        )

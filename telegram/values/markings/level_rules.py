"""Faults in the first place of a marking: its level, its owners, and levels out of place.

Here: the records. The examples are markings by themselves. Elsewhere: finding them
(`classification`).
"""

from telegram.diagnostics import Rule, Severity
from telegram.values.markings.examples import marked

PORTION_UNPARENTHESISED = Rule(
    code="TG518",
    name="portion-unparenthesised",
    severity=Severity.ERROR,
    message="a portion mark stands in parentheses",
    explanation="""
        Without parentheses the mark runs into the words of its paragraph.
        """,
    how_to_fix="Put the mark in parentheses.",
    source="IC Markings Register and Manual 2016 C.1",
    bad="""
        S//NF
        ^^^^^
        """,
    good="(S//NF)",
    judged=False,  # letters without parentheses are not known for a mark in a text
)
TWO_CLASSIFICATIONS = Rule(
    code="TG519",
    name="two-classifications",
    severity=Severity.ERROR,
    message="{text} is a second classification",
    explanation="""
        A marking has one classification, in its first place. A second leaves open which one
        protects the text.
        """,
    how_to_fix="Keep one classification: the higher one until the originator has said which.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        SECRET//CONFIDENTIAL//NOFORN
                ^^^^^^^^^^^^
        """,
    good="SECRET//NOFORN",
)
DECLASSIFICATION_IN_BANNER = Rule(
    code="TG520",
    name="declassification-in-banner",
    severity=Severity.WARNING,
    message="{text} is a declassification value",
    explanation="""
        Since February 2008 a banner no longer says when the text is declassified; the authority
        block does.
        """,
    how_to_fix="Write the value in the authority block and leave it out here.",
    source="IC Markings Register and Manual 2016 I",
    bad="""
        SECRET//NOFORN//X1
                        ^^
        """,
    good="SECRET//NOFORN",
)
FOREIGN_WITHOUT_SLASHES = Rule(
    code="TG521",
    name="foreign-without-slashes",
    severity=Severity.ERROR,
    message="{text} is a foreign classification, and no slants stand before it",
    explanation="""
        The first place of a marking is the United States classification. Where it is empty, two
        slants say so.
        """,
    how_to_fix="Write two slants before the marking.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        NATO SECRET//ATOMAL
        ^^^^^^^^^^^
        """,
    good="//NATO SECRET//ATOMAL",
)
OWNER_MISSING = Rule(
    code="TG522",
    name="owner-missing",
    severity=Severity.ERROR,
    message="a classification after two slants names its owner",
    explanation="""
        Two slants at the beginning say that the classification is foreign or joint; then the
        codes of its owners belong to it.
        """,
    how_to_fix="Write the codes of the owners, or leave the slants out.",
    source="IC Markings Register and Manual 2016 A.6",
    bad="""
        //SECRET//NOFORN
          ^^^^^^
        """,
    good="SECRET//NOFORN",
)
RESTRICTED_NOT_US = Rule(
    code="TG523",
    name="restricted-not-us",
    severity=Severity.ERROR,
    message="RESTRICTED is no United States level since 15 December 1953",
    explanation="""
        Executive Order 10501 abolished the level. Allied restricted material in a United States
        message is marked CONFIDENTIAL.
        """,
    how_to_fix="Write the level that the originator gave the text.",
    source="E.O. 10501; 32 CFR 2001.24(a)",
    bad="""
        RESTRICTED//PROPIN
        ^^^^^^^^^^
        """,
    good="CONFIDENTIAL//PROPIN",
)
COSMIC_BELOW_TOP_SECRET = Rule(
    code="TG524",
    name="cosmic-below-top-secret",
    severity=Severity.ERROR,
    message="COSMIC belongs to TOP SECRET, and {text} is lower",
    explanation="""
        COSMIC marks the highest level of NATO and no other; the others begin with NATO.
        """,
    how_to_fix="Write NATO before the level.",
    source="IC Markings Register and Manual 2016 G.1",
    bad="""
        //COSMIC SECRET
          ^^^^^^^^^^^^^
        """,
    good="//NATO SECRET",
)
NATO_TOP_SECRET_NOT_COSMIC = Rule(
    code="TG525",
    name="nato-top-secret-not-cosmic",
    severity=Severity.ERROR,
    message="the top level of NATO is COSMIC TOP SECRET",
    explanation="""
        NATO's highest level has a name of its own.
        """,
    how_to_fix="Write COSMIC TOP SECRET.",
    source="IC Markings Register and Manual 2016 G.1",
    bad="""
        //NATO TOP SECRET
          ^^^^^^^^^^^^^^^
        """,
    good="//COSMIC TOP SECRET",
)
NATO_LONGHAND_PORTION = Rule(
    code="TG526",
    name="nato-longhand-portion",
    severity=Severity.WARNING,
    message="{text} is written {wanted} in a portion mark",
    explanation="""
        The levels of NATO have abbreviations of their own, so that a mark is not read as one of a
        country.
        """,
    how_to_fix="Write the abbreviation.",
    source="IC Markings Register and Manual 2016 G.1",
    bad=marked("(//NATO S) The exercise begins.\n   ^^^^^^"),
    good=marked("(//NS) The exercise begins."),
)
NATO_COMPOUND_LEGACY = Rule(
    code="TG527",
    name="nato-compound-legacy",
    severity=Severity.WARNING,
    message="{text} joins level and control; {wanted} parts them",
    explanation="""
        Until December 2010 the control was part of the classification; since then it is a
        category of its own.
        """,
    how_to_fix="Write the control as its own category.",
    source="IC Markings Register and Manual 2016 I",
    bad="""
        //NATO SECRET ATOMAL
          ^^^^^^^^^^^^^^^^^^
        """,
    good="//NATO SECRET//ATOMAL",
)
MARKING_EMPTY = Rule(
    code="TG580",
    name="marking-empty",
    severity=Severity.ERROR,
    message="the marking is empty",
    explanation="""
        Nothing is read from an empty mark: the text then has no classification of its own.
        """,
    how_to_fix="Write the classification.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        ()
        ^^
        """,
    good="(U)",
    judged=False,  # empty parentheses are not known for a mark in a text
)
CLASSIFICATION_UNKNOWN = Rule(
    code="TG581",
    name="classification-unknown",
    severity=Severity.ERROR,
    message="{text!r} is no classification",
    explanation="""
        A marking begins with its level, or with the owners of a foreign one. What stands here is
        neither.
        """,
    how_to_fix="Write the level as the table of levels spells it.",
    source="IC Markings Register and Manual 2016 D.1; 32 CFR 2001.24(a)",
    bad="""
        HARBOR//NOFORN
        ^^^^^^
        """,
    good="SECRET//NOFORN",
    judged=False,  # a text that begins so is not known for a banner
)
CLASSIFICATION_MISSING = Rule(
    code="TG582",
    name="classification-missing",
    severity=Severity.ERROR,
    message="{text} is a control, and no classification stands before it",
    explanation="""
        Controls limit who may see a text; only the level says how it is protected.
        """,
    how_to_fix="Write the level before the control.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        NOFORN
        ^^^^^^
        """,
    good="SECRET//NOFORN",
    judged=False,  # a text that begins so is not known for a banner
)
CLASSIFICATION_ABBREVIATED_IN_BANNER = Rule(
    code="TG583",
    name="classification-abbreviated-in-banner",
    severity=Severity.ERROR,
    message="a banner writes {wanted}, not {text}",
    explanation="""
        A banner spells its level out, so that nobody takes it for a word of the text.
        """,
    how_to_fix="Spell the level out.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        S//NOFORN
        ^
        """,
    good="SECRET//NOFORN",
    judged=False,  # a text that begins so is not known for a banner
)
CLASSIFICATION_SPELLED_IN_PORTION = Rule(
    code="TG584",
    name="classification-spelled-in-portion",
    severity=Severity.ERROR,
    message="a portion mark writes {wanted}, not {text}",
    explanation="""
        A portion mark abbreviates its level; the word in full is the banner's.
        """,
    how_to_fix="Write the abbreviation.",
    source="IC Markings Register and Manual 2016 C.1, G.1",
    bad=marked("(SECRET//NF) The exercise begins.\n ^^^^^^"),
    good=marked("(S//NF) The exercise begins."),
)
CONTROLLED_IN_PORTION = Rule(
    code="TG587",
    name="controlled-in-portion",
    severity=Severity.ERROR,
    message="a portion mark writes CUI, not CONTROLLED",
    explanation="""
        CONTROLLED may stand for CUI in a banner only.
        """,
    how_to_fix="Write CUI.",
    source="NARA CUI Marking Handbook 2019",
    bad=marked("(CONTROLLED) The exercise begins.\n ^^^^^^^^^^", line="UNCLAS"),
    good=marked("(CUI) The exercise begins.", line="UNCLAS"),
)

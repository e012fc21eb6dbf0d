"""Faults in the classification line, the first of a text.

Here: the records. The examples are classification lines by themselves. Elsewhere: finding them
(`line`).
"""

from telegram.diagnostics import Rule, Severity

CLASSIFICATION_MISSPELLED = Rule(
    code="TG561",
    name="classification-misspelled",
    severity=Severity.ERROR,
    message="{text!r} is read as {wanted}",
    explanation="""
        A misspelt level may be missed by whoever sorts the message.
        """,
    how_to_fix="Write the level as the procedure spells it.",
    source="Army SS0656; public naval general messages",
    references=("TX-20",),
    bad="""
        UNCLASSIFED //N01000//
        ^^^^^^^^^^^
        """,
    good="UNCLAS //N01000//",
)
CLASSIFICATION_UNSPACED = Rule(
    code="TG562",
    name="classification-unspaced",
    severity=Severity.ERROR,
    message="{text} is written {wanted!r} on this line",
    explanation="""
        Classified words are spaced letter by letter, so that they stand out on a teleprinter.
        """,
    how_to_fix="Write one blank between letters, two between words.",
    source="Army SS0656",
    references=("CL-R3", "TX-21"),
    bad="""
        CONFIDENTIAL //N05510//
        ^^^^^^^^^^^^
        """,
    good="C O N F I D E N T I A L //N05510//",
)
STATE_CLASSIFICATION_UNSPACED = Rule(
    code="TG577",
    name="state-classification-unspaced",
    severity=Severity.WARNING,
    message="{text} is written {wanted!r} on this line",
    explanation="""
        State telegrams space the word as military ones do, but their systems read it either way.
        """,
    how_to_fix="Write one blank between letters, two between words.",
    source="Army SS0656; public State telegrams (usage)",
    references=("CL-R3", "classification-unspaced"),
    bad="""
        CONFIDENTIAL PORT MERIDIAN 000418
        ^^^^^^^^^^^^
        """,
    good="C O N F I D E N T I A L PORT MERIDIAN 000418",
)
CLASSIFICATION_MIXED_SPACING = Rule(
    code="TG563",
    name="classification-mixed-spacing",
    severity=Severity.WARNING,
    message="{text} is spaced in part; the line writes {wanted!r}",
    explanation="""
        The word is spaced throughout or not at all; a lost blank hides it.
        """,
    how_to_fix="Write one blank between letters.",
    source="Army SS0656",
    references=("CL-R3",),
    bad="""
        S E CRET NOFORN
        ^^^^^^^^
        """,
    good="S E C R E T NOFORN",
)
UNCLASSIFIED_SPACED = Rule(
    code="TG564",
    name="unclassified-spaced",
    severity=Severity.WARNING,
    message="{text} is not spaced",
    explanation="""
        Letters are spaced for classified levels only: that is what makes them stand out. A spaced
        word of another level looks classified at first sight.
        """,
    how_to_fix="Write UNCLAS or LIMITED OFFICIAL USE.",
    source="Army SS0656; 5 FAH-2 H-222 (2004-07-19); 1977 STATE 017976",
    references=("CL-R3",),
    bad="""
        U N C L A S //N01000//
        ^^^^^^^^^^^
        """,
    good="UNCLAS //N01000//",
)
SSIC_SLASHES = Rule(
    code="TG565",
    name="ssic-slashes",
    severity=Severity.WARNING,
    message="{text} is written {wanted}",
    explanation="""
        Two slants on each side set the subject code apart from what stands around it.
        """,
    how_to_fix="Write two slants on each side.",
    source="NAVEDTRA 14261",
    references=("TX-24",),
    bad="""
        UNCLAS ///N01300//
               ^^^^^^^^^^^
        """,
    good="UNCLAS //N01300//",
)
SSIC_MALFORMED = Rule(
    code="TG566",
    name="ssic-malformed",
    severity=Severity.WARNING,
    message="{text} is no subject code: N and five figures",
    explanation="""
        The code files the message by subject; it has N and five figures.
        """,
    how_to_fix="Compare the code with the list of subject codes.",
    source="NAVEDTRA 14261",
    references=("TX-23",),
    bad="""
        UNCLAS //N0130//
               ^^^^^^^^^
        """,
    good="UNCLAS //N01300//",
)
SSIC_PLACEHOLDER = Rule(
    code="TG567",
    name="ssic-placeholder",
    severity=Severity.WARNING,
    message="{text} stands in the place of a subject code",
    explanation="""
        The form was not filled in.
        """,
    how_to_fix="Write the subject code of the matter.",
    source="public naval general messages",
    references=("TX-23",),
    bad="""
        UNCLAS //NXXXXX//
               ^^^^^^^^^^
        """,
    good="UNCLAS //N01300//",
)
LINE_TERMINATOR_MALFORMED = Rule(
    code="TG568",
    name="line-terminator-malformed",
    severity=Severity.NOTE,
    message="{text} closes the line; two slants do",
    explanation="""
        A printing system closes the line with two slants.
        """,
    how_to_fix="Write two slants, or none.",
    source="public naval general messages",
    bad="""
        UNCLAS/
              ^
        """,
    good="UNCLAS",
)
SECTION_OUT_OF_RANGE = Rule(
    code="TG569",
    name="section-out-of-range",
    severity=Severity.ERROR,
    message="section {number} of {total} does not exist",
    explanation="""
        Sections are counted from one to their total.
        """,
    how_to_fix="Compare with the other sections.",
    source="NAVEDTRA 14226",
    references=("TX-28",),
    bad="""
        UNCLAS SECTION 03 OF 02 PORT MERIDIAN 000417
               ^^^^^^^^^^^^^^^^
        """,
    good="UNCLAS SECTION 02 OF 02 PORT MERIDIAN 000417",
    judged=False,  # of a message, check reports it as TG815
)
EFTO_CLASSIFIED = Rule(
    code="TG570",
    name="efto-classified",
    severity=Severity.ERROR,
    message="E F T O stands on unclassified messages only",
    explanation="""
        The words ask for encryption of a text that has no classification.
        """,
    how_to_fix="Leave E F T O out, or correct the level.",
    source="NAVEDTRA 14222; Army SS0656; 5 FAH-2 H-222",
    bad="""
        S E C R E T E F T O
                    ^^^^^^^
        """,
    good="UNCLAS E F T O",
)
FOUO_CLASSIFIED = Rule(
    code="TG571",
    name="fouo-classified",
    severity=Severity.ERROR,
    message="FOUO stands on unclassified messages only",
    explanation="""
        The words protect a text that has no classification.
        """,
    how_to_fix="Leave FOUO out, or correct the level.",
    source="NAVEDTRA 14222; NAVEDTRA 14261",
    bad="""
        S E C R E T FOUO //N05230//
                    ^^^^
        """,
    good="UNCLAS FOUO //N05230//",
)
SPECAT_BELOW_CONFIDENTIAL = Rule(
    code="TG572",
    name="specat-below-confidential",
    severity=Severity.ERROR,
    message="SPECAT is CONFIDENTIAL or higher",
    explanation="""
        Special category handling protects classified matter; unclassified matter of limited
        distribution says so in FL4 only.
        """,
    how_to_fix="Correct the level, or leave SPECAT out.",
    source="NAVEDTRA 14222; NTP 3(J) art. 704",
    bad="""
        UNCLAS SPECAT //N03120//
               ^^^^^^
        """,
    good="C O N F I D E N T I A L SPECAT //N03120//",
)
SIOP_ESI_NOT_TOP_SECRET = Rule(
    code="TG573",
    name="siop-esi-not-top-secret",
    severity=Severity.ERROR,
    message="SPECAT SIOP-ESI is always TOP SECRET",
    explanation="""
        The plan that the words name had one level.
        """,
    how_to_fix="Correct the level, or the special category.",
    source="NAVEDTRA 14222",
    bad="""
        S E C R E T SPECAT SIOP-ESI //N03710//
                    ^^^^^^^^^^^^^^^
        """,
    good="T O P  S E C R E T SPECAT SIOP-ESI //N03710//",
)
LIMDIS_UNCLASSIFIED = Rule(
    code="TG574",
    name="limdis-unclassified",
    severity=Severity.WARNING,
    message="LIMDIS is used on classified messages only",
    explanation="""
        In naval messages it limits distribution within the addressed activity. The words of other
        authorities differ.
        """,
    how_to_fix="Leave LIMDIS out, or correct the level.",
    source="NAVEDTRA 14222",
    bad="""
        UNCLAS LIMDIS //N01000//
               ^^^^^^
        """,
    good="S E C R E T LIMDIS //N01000//",
)

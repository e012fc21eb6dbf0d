"""Faults in the controls of a marking: against its level, against each other, and in their parts.

Here: the records. Which control allows which level, needs which companion and excludes which other
are rows of the table ``marking-rules``, each naming the record that it reports. Elsewhere: finding
them (`reading`, `relations`).
"""

from telegram.diagnostics import Rule, Severity

NATO_WITH_NOFORN = Rule(
    code="TG528",
    name="nato-with-noforn",
    severity=Severity.ERROR,
    message="{subject} is not combined with {object} ({source})",
    explanation="""
        Material of NATO belongs to its members; what is not releasable to foreign nationals is
        not theirs to see. The manual of the Department of Defense forbids the two together, the
        later register does not.
        """,
    how_to_fix="Remove the control that does not apply.",
    source="DoDM 5200.01-V2 Encl. 4 para 4.b.3, through codice/alliance",
    bad="""
        //NATO SECRET//NOFORN
          ^^^^^^^^^^^
        """,
    good="SECRET//NOFORN",
    judged=False,  # of the two manuals, check takes the milder
)
BOHEMIA_BALK_NOT_COSMIC = Rule(
    code="TG529",
    name="bohemia-balk-not-cosmic",
    severity=Severity.ERROR,
    message="{text} goes with COSMIC TOP SECRET only",
    explanation="""
        BALK and BOHEMIA mark material of NATO's highest level.
        """,
    how_to_fix="Write COSMIC TOP SECRET, or leave the control out.",
    source="IC Markings Register and Manual 2016 G.1",
    bad="""
        //NATO SECRET//BOHEMIA
                       ^^^^^^^
        """,
    good="//COSMIC TOP SECRET//BOHEMIA",
)
ATOMAL_NOT_NATO = Rule(
    code="TG530",
    name="atomal-not-nato",
    severity=Severity.ERROR,
    message="{text} is a control of NATO, and the marking is another owner's",
    explanation="""
        ATOMAL marks atomic information within NATO; the marking of another foreign owner cannot
        carry it.
        """,
    how_to_fix="Leave the control out, or name NATO as the owner.",
    source="IC Markings Register and Manual 2016 G.1",
    bad="""
        //DEU SECRET//ATOMAL
                      ^^^^^^
        """,
    good="//NATO SECRET//ATOMAL",
)
JOINT_RESTRICTED_WITH_US = Rule(
    code="TG531",
    name="joint-restricted-with-us",
    severity=Severity.ERROR,
    message="joint material of the United States is never RESTRICTED",
    explanation="""
        The United States has no such level, so it cannot own material at it.
        """,
    how_to_fix="Write a level that all owners have.",
    source="IC Markings Register and Manual 2016 H.3",
    bad="""
        //JOINT RESTRICTED GBR USA
          ^^^^^^^^^^^^^^^^^^^^^^^^
        """,
    good="//JOINT CONFIDENTIAL GBR USA",
)
JOINT_WITHOUT_USA = Rule(
    code="TG532",
    name="joint-without-usa",
    severity=Severity.ERROR,
    message="joint material names USA among its owners",
    explanation="""
        The register knows joint material as that which the United States owns together with
        others.
        """,
    how_to_fix="Name USA in its alphabetical place, or mark the text as foreign.",
    source="IC Markings Register and Manual 2016 H.3",
    bad="""
        //JOINT SECRET CAN GBR//REL TO USA, CAN, GBR
          ^^^^^^^^^^^^^^^^^^^^
        """,
    good="//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR",
    judged=False,  # of the two manuals, check takes the milder
)
REL_TO_OMITS_OWNER = Rule(
    code="TG533",
    name="rel-to-omits-owner",
    severity=Severity.ERROR,
    message="{text} owns the material, and REL TO does not name it",
    explanation="""
        Joint material is released to all who own it.
        """,
    how_to_fix="Name every owner in the list.",
    source="IC Markings Register and Manual 2016 H.3",
    bad="""
        //JOINT SECRET CAN GBR USA//REL TO USA, CAN
                                    ^^^^^^^^^^^^^^^
        """,
    good="//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR",
    judged=False,  # of the two manuals, check takes the milder
)
LEVEL_NOT_ALLOWED = Rule(
    code="TG534",
    name="level-not-allowed",
    severity=Severity.ERROR,
    message="{subject} is not used at {level}; its levels are {levels} ({source})",
    explanation="""
        A control belongs to the levels that its authority names. At another level either the
        control or the level is wrong.
        """,
    how_to_fix="Compare control and level with what the originator gave.",
    source="IC Markings Register and Manual 2016 H",
    bad="""
        CONFIDENTIAL//FOUO
                      ^^^^
        """,
    good="UNCLASSIFIED//FOUO",
)
COMPANION_MISSING = Rule(
    code="TG535",
    name="companion-missing",
    severity=Severity.ERROR,
    message="{subject} needs {object} ({source})",
    explanation="""
        Some controls stand only together with another that says who may see the text.
        """,
    how_to_fix="Add the companion, or remove the control.",
    source="IC Markings Register and Manual 2016 H",
    bad="""
        SECRET//TK-IDIT
                ^^^^^^^
        """,
    good="SECRET//TK-IDIT//NOFORN",
)
CONTROLS_EXCLUSIVE = Rule(
    code="TG536",
    name="controls-exclusive",
    severity=Severity.ERROR,
    message="{subject} is not combined with {object} ({source})",
    explanation="""
        The two contradict each other: one opens what the other closes.
        """,
    how_to_fix="Keep the one that applies; until that is known, the stricter.",
    source="IC Markings Register and Manual 2016 H",
    bad="""
        SECRET//NOFORN/REL TO USA, GBR
                ^^^^^^
        """,
    good="SECRET//REL TO USA, GBR",
)
RELIDO_ON_FOREIGN = Rule(
    code="TG537",
    name="relido-on-foreign",
    severity=Severity.ERROR,
    message="{subject} is not combined with {object} ({source})",
    explanation="""
        Only the owner releases foreign material; RELIDO lets a United States official do so.
        """,
    how_to_fix="Leave RELIDO out.",
    source="IC Markings Register and Manual 2016 H.8; ISM-ID-00124",
    bad="""
        //DEU SECRET//RELIDO
                      ^^^^^^
        """,
    good="//DEU SECRET",
    judged=False,  # of the two manuals, check takes the milder
)
CNWDI_WITHOUT_RD = Rule(
    code="TG538",
    name="cnwdi-without-rd",
    severity=Severity.ERROR,
    message="{subject} needs {object} ({source})",
    explanation="""
        Critical Nuclear Weapon Design Information is Restricted Data and nothing else.
        """,
    how_to_fix="Write RD before it.",
    source="IC Markings Register and Manual 2016 H.6",
    bad="""
        SECRET//FRD-CNWDI//NOFORN
                ^^^^^^^^^
        """,
    good="SECRET//RD-CNWDI//NOFORN",
)
SIGMA_OUT_OF_RANGE = Rule(
    code="TG539",
    name="sigma-out-of-range",
    severity=Severity.ERROR,
    message="{text} is no sigma number",
    explanation="""
        Sigma numbers have one or two figures, from 1 to 99.
        """,
    how_to_fix="Write the number that the material has.",
    source="DoDM 5200.01-V2 Encl. 4 para 8, through codice/alliance",
    bad="""
        SECRET//RD-SIGMA 100//NOFORN
                         ^^^
        """,
    good="SECRET//RD-SIGMA 20//NOFORN",
)
SIGMA_UNASSIGNED = Rule(
    code="TG540",
    name="sigma-unassigned",
    severity=Severity.WARNING,
    message="sigma {text} is not assigned; the register has {known}",
    explanation="""
        The register of 2016 has four sigma numbers. Others stand on older documents.
        """,
    how_to_fix="Compare the number with the source document.",
    source="IC Markings Register and Manual 2016 H.6",
    bad="""
        SECRET//RD-SIGMA 16//NOFORN
                         ^^
        """,
    good="SECRET//RD-SIGMA 15//NOFORN",
)
SIGMA_ORDER = Rule(
    code="TG541",
    name="sigma-order",
    severity=Severity.ERROR,
    message="sigma numbers rise, and {text} follows {before}",
    explanation="""
        Numbers in order make equal markings equal texts.
        """,
    how_to_fix="Write the numbers in rising order.",
    source="IC Markings Register and Manual 2016 H.6",
    bad="""
        SECRET//RD-SIGMA 20 18//NOFORN
                            ^^
        """,
    good="SECRET//RD-SIGMA 18 20//NOFORN",
)
SAP_TOO_MANY_PROGRAMS = Rule(
    code="TG542",
    name="sap-too-many-programs",
    severity=Severity.ERROR,
    message="{count} programs are written SAR-MULTIPLE PROGRAMS",
    explanation="""
        More than four programs make the banner unreadable; the list then stands elsewhere in the
        document.
        """,
    how_to_fix="Write SAR-MULTIPLE PROGRAMS.",
    source="DoDM 5200.01-V2 Encl. 4 para 7.e, through codice/alliance",
    bad="""
        SECRET//SAR-AA/BB/CC/DD/EE//NOFORN
                ^^^^^^^^^^^^^^^^^^
        """,
    good="SECRET//SAR-MULTIPLE PROGRAMS//NOFORN",
    judged=False,  # of the two manuals, check takes the milder
)
SAP_INDICATOR_REPEATED = Rule(
    code="TG543",
    name="sap-indicator-repeated",
    severity=Severity.WARNING,
    message="SAR- stands once, before the first program",
    explanation="""
        Until December 2011 the indicator was repeated for every program.
        """,
    how_to_fix="Leave the second indicator out.",
    source="IC Markings Register and Manual 2016 I",
    bad="""
        SECRET//SAR-AA/SAR-BB//NOFORN
                       ^^^^^^
        """,
    good="SECRET//SAR-AA/BB//NOFORN",
)
SAP_ORDER = Rule(
    code="TG544",
    name="sap-order",
    severity=Severity.ERROR,
    message="{text} stands after {before}",
    explanation="""
        Programs and their compartments are sorted, figures before letters.
        """,
    how_to_fix="Sort the names.",
    source="IC Markings Register and Manual 2016 H.5",
    bad="""
        SECRET//SAR-BB/AA//NOFORN
                       ^^
        """,
    good="SECRET//SAR-AA/BB//NOFORN",
)
SCI_ORDER = Rule(
    code="TG545",
    name="sci-order",
    severity=Severity.ERROR,
    message="{text} stands after {before}",
    explanation="""
        Control systems, compartments and sub-compartments are sorted, figures before letters.
        """,
    how_to_fix="Sort the names.",
    source="IC Markings Register and Manual 2016 A.6, H.4",
    bad="""
        TOP SECRET//TK/SI//NOFORN
                       ^^
        """,
    good="TOP SECRET//SI/TK//NOFORN",
)
RESERVE_WITHOUT_COMPARTMENT = Rule(
    code="TG546",
    name="reserve-without-compartment",
    severity=Severity.ERROR,
    message="{subject} needs {object} ({source})",
    explanation="""
        RESERVE is never used alone; the compartment says what is reserved.
        """,
    how_to_fix="Write the compartment after a hyphen.",
    source="IC Markings Register and Manual 2016 H.4",
    bad="""
        SECRET//RSV//NOFORN
                ^^^
        """,
    good="SECRET//RSV-ABC//NOFORN",
)
FGI_IN_FOREIGN_MARKING = Rule(
    code="TG547",
    name="fgi-in-foreign-marking",
    severity=Severity.ERROR,
    message="a foreign marking has no FGI category",
    explanation="""
        All of it is foreign; its owners stand with the classification.
        """,
    how_to_fix="Name the owners before the level and leave FGI out.",
    source="IC Markings Register and Manual 2016 H.7",
    bad="""
        //DEU SECRET//FGI GBR
                      ^^^^^^^
        """,
    good="//DEU GBR SECRET",
)
USA_AS_FOREIGN_SOURCE = Rule(
    code="TG548",
    name="usa-as-foreign-source",
    severity=Severity.ERROR,
    message="USA is not a foreign source",
    explanation="""
        The category names governments other than the United States.
        """,
    how_to_fix="Leave USA out.",
    source="IC Markings Register and Manual 2016 H.7",
    bad="""
        SECRET//FGI GBR USA
                        ^^^
        """,
    good="SECRET//FGI GBR",
)
CONTROL_RETIRED = Rule(
    code="TG558",
    name="control-retired",
    severity=Severity.WARNING,
    message="{text} ended {until}",
    explanation="""
        A control that has ended stays on documents of its time; on later ones another has taken
        its place.
        """,
    how_to_fix="Write what has taken its place.",
    source="IC Markings Register and Manual 2016 I; the row of the table of controls",
    bad="""
        SECRET//NOFORN/WNINTEL
                       ^^^^^^^
        """,
    good="SECRET//NOFORN",
)

"""Faults in how the categories of a marking are written: separators, order, spelling of controls.

Here: the records. The examples are markings by themselves, as `Marking` and `PortionMarking` read
them. Elsewhere: finding them (`reading`, `members`); the first place (`level_rules`); controls
against each other (`control_rules`).
"""

from telegram.diagnostics import Rule, Severity
from telegram.values.markings.examples import marked, older

CATEGORY_REPEATED = Rule(
    code="TG513",
    name="category-repeated",
    severity=Severity.ERROR,
    message="{what} stands in two categories",
    explanation="""
        All controls of one kind stand in one category, so that a reader finds them in one place.
        """,
    how_to_fix="Join the two categories with a slant.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        SECRET//NOFORN//PROPIN
                        ^^^^^^
        """,
    good="SECRET//NOFORN/PROPIN",
)
CATEGORY_SEPARATOR = Rule(
    code="TG514",
    name="category-separator",
    severity=Severity.ERROR,
    message="{text} begins another category, and one slant stands before it",
    explanation="""
        One slant parts the members of a category, two part the categories. With one, the control
        is read as a member of the kind before it.
        """,
    how_to_fix="Write two slants before the control.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        SECRET//SI/NOFORN
                   ^^^^^^
        """,
    good="SECRET//SI//NOFORN",
)
CONTROL_UNKNOWN = Rule(
    code="TG515",
    name="control-unknown",
    severity=Severity.WARNING,
    message="{text!r} is no control that the tables list",
    explanation="""
        Control systems and programs may be unpublished, and stand in their own place. Elsewhere
        an unknown word is a misspelling, a control of another authority, or one in the wrong
        place. It is kept as written.
        """,
    how_to_fix="Compare the word with the register of the issuing authority.",
    source="IC Markings Register and Manual 2016 A.6",
    bad="""
        SECRET//NOFORN/EXERCISE
                       ^^^^^^^^
        """,
    good="SECRET//NOFORN",
)
CONTROL_REPEATED = Rule(
    code="TG516",
    name="control-repeated",
    severity=Severity.ERROR,
    message="{text} is written twice",
    explanation="""
        A control applies or does not; the second may have been meant to be another.
        """,
    how_to_fix="Leave the second one out, or write the control that was meant.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        SECRET//NOFORN/NOFORN
                       ^^^^^^
        """,
    good="SECRET//NOFORN",
)
CONTROL_OUT_OF_ORDER = Rule(
    code="TG517",
    name="control-out-of-order",
    severity=Severity.ERROR,
    message="{text} stands after {before}; the register has it before",
    explanation="""
        Controls of a category follow the order of the register, so that two markings that say the
        same are the same text.
        """,
    how_to_fix="Write the controls in the register's order.",
    source="IC Markings Register and Manual 2016 A.6",
    bad="""
        SECRET//NOFORN/ORCON
                       ^^^^^
        """,
    good="SECRET//ORCON/NOFORN",
)
EMPTY_CATEGORY = Rule(
    code="TG575",
    name="empty-category",
    severity=Severity.ERROR,
    message="nothing stands between the separators",
    explanation="""
        A category that does not apply is left out together with its separator. An empty place
        does not say what belongs there.
        """,
    how_to_fix="Leave the separator out, or write what belongs there.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        SECRET////NOFORN
                ^
        """,
    good="SECRET//NOFORN",
)
CATEGORY_OUT_OF_ORDER = Rule(
    code="TG576",
    name="category-out-of-order",
    severity=Severity.ERROR,
    message="{what} stands before {before}",
    explanation="""
        Categories follow one order: classification, control systems, special access, atomic
        energy, foreign sources, CUI, dissemination, other agencies' controls.
        """,
    how_to_fix="Write the categories in that order.",
    source="IC Markings Register and Manual 2016 A.6",
    bad="""
        SECRET//NOFORN//FGI GBR
                        ^^^^^^^
        """,
    good="SECRET//FGI GBR//NOFORN",
)
CONTROL_ABBREVIATION_IN_BANNER = Rule(
    code="TG585",
    name="control-abbreviation-in-banner",
    severity=Severity.ERROR,
    message="a banner writes {wanted}, not {text}",
    explanation="""
        Portion marks have abbreviations of their own, which a banner does not use.
        """,
    how_to_fix="Write the banner's form.",
    source="IC Markings Register and Manual 2016 G.1",
    bad="""
        SECRET//NF
                ^^
        """,
    good="SECRET//NOFORN",
)
CONTROL_TITLE_IN_PORTION = Rule(
    code="TG586",
    name="control-title-in-portion",
    severity=Severity.ERROR,
    message="a portion mark writes {wanted}, not {text}",
    explanation="""
        Portion marks have abbreviations of their own; titles and the banner's forms are not used
        in them.
        """,
    how_to_fix="Write the portion form.",
    source="IC Markings Register and Manual 2016 G.1",
    bad=marked("(S//NOFORN) The exercise begins.\n    ^^^^^^"),
    good=marked("(S//NF) The exercise begins."),
)
MARKING_LOWERCASE = Rule(
    code="TG588",
    name="marking-lowercase",
    severity=Severity.WARNING,
    message="a marking is written in capitals",
    explanation="""
        Capitals set the marking apart from the words around it.
        """,
    how_to_fix="Write the marking in capitals.",
    source="IC Markings Register and Manual 2016 D.1",
    bad=marked("(S//nf) The exercise begins.\n    ^^"),
    good=marked("(S//NF) The exercise begins."),
)
MARK_IN_SMALL_LETTERS = Rule(
    code="TG578",
    name="portion-mark-in-small-letters",
    severity=Severity.NOTE,
    message="a portion mark is written in capitals",
    explanation="""
        Telegrams before the register's time write their marks as their drafters liked.
        """,
    how_to_fix="Write the mark in capitals.",
    source="IC Markings Register and Manual 2016 D.1; 5 FAH-1 H-246",
    references=("marking-lowercase",),
    bad=older("(S/nf) The exercise begins.\n   ^^"),
    good=older("(S/NF) The exercise begins."),
)
BLANK_IN_MARK = Rule(
    code="TG579",
    name="blank-in-portion-mark",
    severity=Severity.NOTE,
    message="a blank stands beside a separator",
    explanation="""
        Telegrams before the register's time part the words of a mark as their drafters liked.
        """,
    how_to_fix="Leave the blank out.",
    source="IC Markings Register and Manual 2016 D.1; 5 FAH-1 H-246",
    references=("space-around-separator",),
    bad=older("(S/ NF) The exercise begins.\n   ^"),
    good=older("(S/NF) The exercise begins."),
)
SPACE_AROUND_SEPARATOR = Rule(
    code="TG589",
    name="space-around-separator",
    severity=Severity.WARNING,
    message="a blank stands beside a separator",
    explanation="""
        No blank stands beside a slant, a hyphen or a parenthesis, and never two together, so that
        equal markings are equal texts.
        """,
    how_to_fix="Leave the blank out.",
    source="IC Markings Register and Manual 2016 D.1",
    bad="""
        SECRET// NOFORN
                ^
        """,
    good="SECRET//NOFORN",
)

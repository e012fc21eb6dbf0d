"""Rules TG651 to TG665: references, and who classified the message."""

from collections.abc import Iterator
from datetime import date

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.texts.state.dates import Days
from telegram.texts.state.examples import CONFIDENTIAL, example
from telegram.texts.state.references import PlacedReference
from telegram.texts.state.text import StateText
from telegram.values.caption import kind_of
from telegram.values.classified_by import reason
from telegram.values.post import canonical_post, nearest_post, post_row

_FIRST_OF_NEW_REASONS = date(2003, 3, 1)
_LAST_OF_OLD_REASONS = date(2003, 9, 30)
"""E.O. 13292 took effect on 25 March 2003; the whole month, and half a year after, are allowed."""
_USAGE = "1975 STATE 099768; public State telegrams (usage)"

LETTERS_NOT_CONSECUTIVE = Rule(
    code="TG651",
    name="reference-letters-not-consecutive",
    severity=Severity.WARNING,
    message="reference {letter} follows {before}",
    explanation="The text refers by letter; a letter that is left out or doubled misleads.",
    how_to_fix="Letter the references A, B, C and so on.",
    source=_USAGE,
    references=("REF-R1",),
    bad=example(references="REF: A. LIMA 12\n     C. STATE 98765\n        ^^^^^^^^^^^"),
    good=example(references="REF: A. LIMA 12\n     B. STATE 98765"),
)
REFERENCE_POST_UNKNOWN = Rule(
    code="TG652",
    name="reference-post-unknown",
    severity=Severity.NOTE,
    message="no post {post} is in the table{near}",
    explanation="The table of posts is not complete, and agencies are referred to as well.",
    how_to_fix="Compare the post with the telegram referred to.",
    source="table posts",
    references=("REF-R2",),
    bad=example(references="REF: BOGTOA 12\n     ^^^^^^^^^"),
    good=example(references="REF: BOGOTA 12"),
)
REFERENCE_LATER = Rule(
    code="TG653",
    name="reference-year-later",
    severity=Severity.WARNING,
    message="the reference is of {year}, after the message",
    explanation="A telegram cannot refer to one that is not yet written.",
    how_to_fix="Look for a mistyped year.",
    source=_USAGE,
    references=("REF-R3",),
    bad=example(references="REF: 09 LIMA 12\n     ^^^^^^^^^^"),
    good=example(references="REF: 07 LIMA 12"),
)
LETTER_NEEDLESS = Rule(
    code="TG654",
    name="reference-letter-misplaced",
    severity=Severity.WARNING,
    message="{what}",
    explanation="One reference has no letter; several have one each.",
    how_to_fix="Letter several references; leave the letter of a single one out.",
    source=_USAGE,
    references=("REF-R4",),
    bad=example(references="REF: A. LIMA 12\n        ^^^^^^^"),
    good=example(references="REF: LIMA 12"),
)
LETTER_DOUBLED = Rule(
    code="TG655",
    name="reference-letter-typed-twice",
    severity=Severity.WARNING,
    message="the letter {letter} was typed twice",
    explanation="The terminal adds a letter of its own to the one typed.",
    how_to_fix="Keep one letter.",
    source="cablemap tests (usage)",
    references=("REF-R5",),
    bad=example(
        references="REF: A. A) LIMA 12\n           ^^^^^^^\n     B. STATE 98765",
    ),
    good=example(references="REF: A. LIMA 12\n     B. STATE 98765"),
)
REFERENCE_TO_ITSELF = Rule(
    code="TG656",
    name="reference-to-itself",
    severity=Severity.ERROR,
    message="the telegram refers to itself",
    explanation="The number is that of this message; a digit or the post is wrong.",
    how_to_fix="Write the number of the telegram that is meant.",
    source=_USAGE,
    references=("REF-R6",),
    bad=example(references="REF: SAN SALVADOR 412\n     ^^^^^^^^^^^^^^^^"),
    good=example(references="REF: SAN SALVADOR 411"),
)
REFERENCE_UNREAD = Rule(
    code="TG657",
    name="reference-kind-unknown",
    severity=Severity.NOTE,
    message="{text!r} names neither a telegram nor a document of a known kind",
    explanation="It is kept as text.",
    how_to_fix="Refer by year, post and number.",
    source=_USAGE,
    references=("REF-R7",),
    bad=example(references="REF: THE EARLIER EXERCISE\n     ^^^^^^^^^^^^^^^^^^^^"),
    good=example(references="REF: LIMA 12"),
)
REFERENCE_AMBIGUOUS = Rule(
    code="TG658",
    name="reference-year-ambiguous",
    severity=Severity.NOTE,
    message="{text!r} is read as number and year {year}",
    explanation="An oblique also lists numbers; one that can be a recent year is taken for a year.",
    how_to_fix="Write the year before the post.",
    source="cablemap tests (usage)",
    references=("REF-R8",),
    bad=example(references="REF: LIMA 655/08\n     ^^^^^^^^^^^"),
    good=example(references="REF: 08 LIMA 655"),
)
CLASSIFIER_NEEDLESS = Rule(
    code="TG661",
    name="classified-by-on-unclassified-message",
    severity=Severity.WARNING,
    message="an unclassified message says who classified it",
    explanation="The block is for classified messages; either it or the level is wrong.",
    how_to_fix="Leave the block out, or write the level the message has.",
    source="5 FAH-1 H-246.3 (2004-07-12)",
    references=("CB-R1",),
    bad=example(
        classifier="Classified By: DCM Pat Example for reasons 1.4 (b).\n" + " " * 15 + "^" * 36
    ),
    good=example(),
)
CLASSIFIER_MISSING = Rule(
    code="TG662",
    name="classified-by-missing",
    severity=Severity.ERROR,
    message="no block says who classified the message, and why",
    explanation="Under E.O. 12958 and 13526 classifier, position and reason are stated.",
    how_to_fix="Write CLASSIFIED BY: position, name, and REASONS 1.4 with their letters.",
    source="5 FAH-1 H-246.3 (2004-07-12)",
    references=("CB-R2",),
    bad=example(
        CONFIDENTIAL,
        order="E.O. 12958: DECL: 06/06/2018\n" + "^" * 28,
        classifier="",
    ),
    good=example(CONFIDENTIAL),
)
REASON_OF_OTHER_YEARS = Rule(
    code="TG663",
    name="reason-section-of-other-years",
    severity=Severity.WARNING,
    message="section {section} did not hold the reasons {when}",
    explanation="""
        The amendment of March 2003 renumbered section 1.5 to 1.4; half a year is allowed for habit.
        """,
    how_to_fix="Write 1.4 since 2003.",
    source="E.O. 13292",
    references=("CB-R3",),
    bad=example(
        CONFIDENTIAL,
        classifier="Classified By: DCM Pat Example for reasons 1.5 (b).\n" + " " * 15 + "^" * 36,
    ),
    good=example(CONFIDENTIAL),
)
REASON_MISSING = Rule(
    code="TG664",
    name="classification-reason-missing",
    severity=Severity.WARNING,
    message="the block gives no reason",
    explanation="The reason is a section of the order and one or more of its letters.",
    how_to_fix="Write REASONS 1.4 and the letters.",
    source="5 FAH-1 H-246.3 (2004-07-12)",
    references=("CB-R4",),
    bad=example(CONFIDENTIAL, classifier="Classified By: DCM Pat Example.\n" + " " * 15 + "^" * 16),
    good=example(CONFIDENTIAL),
)
REASON_LETTER_UNKNOWN = Rule(
    code="TG665",
    name="classification-reason-unknown",
    severity=Severity.WARNING,
    message="the section has no reason ({letter})",
    explanation="Section 1.4 has the reasons (a) to (h).",
    how_to_fix="Write one of the letters a to h.",
    source="5 FAH-3 H-700 as quoted in cablemap",
    references=("CB-R5",),
    bad=example(
        CONFIDENTIAL,
        classifier="Classified By: DCM Pat Example for reasons 1.4 (k).\n" + " " * 15 + "^" * 36,
    ),
    good=example(CONFIDENTIAL),
)


def reference_findings(text: StateText) -> Iterator[Diagnostic]:
    """References: letters, posts, years."""
    placed = text.placed_references
    letters = [p.reference.letter for p in placed]
    if len(placed) == 1 and letters[0] is not None:
        yield LETTER_NEEDLESS.at(placed[0].span, what="the only reference has a letter")
    elif len(set(letters)) > 1 or (len(placed) > 1 and None not in letters):
        yield from _letters(placed)
    elif len(placed) > 1 and len({p.span for p in placed}) > 1:
        yield LETTER_NEEDLESS.at(placed[0].span, what="several references have no letters")
    own = text.identifier
    seen = set()
    for each in placed:
        reference = each.reference
        if each.doubled and each.span not in seen:
            yield LETTER_DOUBLED.at(each.span, letter=reference.letter)
        if reference.kind == "text":
            yield REFERENCE_UNREAD.at(each.span, text=reference.text)
        if own is not None and reference.identifier == own:
            yield REFERENCE_TO_ITSELF.at(each.span)
        if reference.year is not None and text.year is not None and reference.year > text.year:
            yield REFERENCE_LATER.at(each.span, year=reference.year)
        if reference.ambiguous:
            yield REFERENCE_AMBIGUOUS.at(each.span, text=reference.text, year=reference.year)
        if reference.post and each.span not in seen and _unknown(reference.post, text.post):
            near = nearest_post(reference.post)
            hint = f"; near it: {near}" if near else ""
            post = canonical_post(reference.post)
            yield REFERENCE_POST_UNKNOWN.at(each.span, post=post, near=hint)
        seen.add(each.span)


def _unknown(post: str, own: str | None) -> bool:
    """Whether a post is not in the table; the message's own is said once, of its own number."""
    name = canonical_post(post)
    if kind_of(name) == "series" or (own is not None and name == canonical_post(own)):
        return False
    return post_row(name) is None


def _letters(placed: tuple[PlacedReference, ...]) -> Iterator[Diagnostic]:
    before = "@"
    for each in placed:
        letter = each.reference.letter
        if letter is None:
            yield LETTER_NEEDLESS.at(each.span, what="a reference among others has no letter")
        elif letter != before:
            if letter != chr(ord(before) + 1):
                follows = "nothing" if before == "@" else before
                yield LETTERS_NOT_CONSECUTIVE.at(each.span, letter=letter, before=follows)
            before = letter


def classifier_findings(text: StateText, sent: Days | None = None) -> Iterator[Diagnostic]:
    """Who classified the message, and why."""
    by, level = text.classified_by, text.level_name
    classified = level in ("CONFIDENTIAL", "SECRET", "TOP SECRET")
    order = text.executive_order
    first = text.section is None or text.section[0] == 1
    if by is None:
        if classified and first and order is not None and order.number in ("12958", "13526"):
            yield CLASSIFIER_MISSING.at(text.field_spans["executive_order"])
        return
    place = text.field_spans["classified_by"]
    if level == "UNCLASSIFIED":
        yield CLASSIFIER_NEEDLESS.at(place)
        return
    if by.section is None:
        yield REASON_MISSING.at(place)
    elif sent is not None and (
        (by.section == "1.5" and sent.first > _LAST_OF_OLD_REASONS)
        or (by.section == "1.4" and sent.last < _FIRST_OF_NEW_REASONS)
    ):
        when = f"in {sent.first.year}" if sent.first != sent.last else f"on {sent.first}"
        yield REASON_OF_OTHER_YEARS.at(place, section=by.section, when=when)
    for letter in by.reasons:
        if reason(letter) is None:
            yield REASON_LETTER_UNKNOWN.at(place, letter=letter)

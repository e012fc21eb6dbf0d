"""References listed and references cited: TG769 and TG770.

The list and the remarks are written at different times, and lines of the list are added and dropped
while the letters in the remarks stay.

Here: REF against the remarks. Elsewhere: each reference by itself, and what explains it
(`rules_references`).
"""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.texts.sets import SetsText
from telegram.texts.sets.citations import Citation, cited, cited_bare
from telegram.texts.sets.examples import IDENTIFIER, REFERENCE, SUBJECT, message

REFERENCE_NOT_CITED = Rule(
    code="TG769",
    name="reference-not-cited",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="the remarks do not mention reference {letter}",
    explanation="""
        References are listed in the order in which the text mentions them. One that it does not
        mention is left over from an older text, or its place in this one was lost.
        """,
    how_to_fix="Cite the reference where it is meant, or take it off the list.",
    source="Navy training manual 12324",
    references=("TX-87",),
    dialect="amhs",
    bad=message(IDENTIFIER, SUBJECT, REFERENCE, "    ^", "RMKS/1.  EXERCISE.//"),
    good=message(IDENTIFIER, SUBJECT, REFERENCE, "RMKS/1.  EXERCISE, REF A.//"),
)
CITED_NOT_LISTED = Rule(
    code="TG770",
    name="cited-reference-not-listed",
    severity=Severity.WARNING,
    message="the remarks cite reference {letter}, which no REF lists",
    explanation="""
        A letter without its REF set points nowhere. Often the list ended a letter earlier than the
        drafter remembered, or two of its sets have the same letter.
        """,
    how_to_fix="Add the REF set, or correct the letter.",
    source="Navy training manual 12324",
    references=("TX-87",),
    dialect="amhs",
    bad=message(
        IDENTIFIER, SUBJECT, REFERENCE, "RMKS/1.  EXERCISE, REFS A AND B.//", " " * 19 + "^" * 12
    ),
    good=message(IDENTIFIER, SUBJECT, REFERENCE, "RMKS/1.  EXERCISE, REF A.//"),
)


def _word(letter: str, citation: Citation) -> bool:
    return len(letter) > 1 or (letter == "I" == citation.letters[-1] != citation.letters[0])


def citation_findings(text: SetsText) -> Iterator[Diagnostic]:
    """References that the remarks do not mention, and letters in the remarks that are not listed.

    A text without a list may quote another's letters, and one without remarks cites nothing.
    """
    free = [found for found in (text.remarks, *text.gentexts) if found is not None]
    if not free or not text.references:
        return
    listed = {reference.letter for reference in text.references}
    seen: set[str] = set()
    for found in free:
        for citation in cited(text.source, found.span.start, found.span.end):
            for letter in citation.letters:
                # Two letters are more often a word, as in REF IN PARA 2, than a reference; so is
                # the last I, as in REFS A AND B, I DIRECT.
                if letter not in listed and letter not in seen and not _word(letter, citation):
                    yield CITED_NOT_LISTED.at(Span(citation.start, citation.end), letter=letter)
            seen.update(e for e in citation.letters if e in listed or not _word(e, citation))
    identifier = text.message_identifier
    if identifier is not None and identifier.has_own_sets:
        return  # a report refers to what came before by the set itself
    if len(listed) == 1 and any(cited_bare(text.source, f.span.start, f.span.end) for f in free):
        return  # THE REF is the only one
    for index, reference in enumerate(text.references):
        place = text.spans.get(f"references[{index}].letter")
        if place is not None and reference.letter not in seen:
            yield REFERENCE_NOT_CITED.at(place, letter=reference.letter)

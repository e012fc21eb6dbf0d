"""Plain texts: a classification line, a subject, numbered paragraphs."""

from telegram.generating.occasion import Occasion
from telegram.generating.prose import lines, paragraphs, topic
from telegram.generating.said import Written
from telegram.syntax.writing import write


def plain_text(occasion: Occasion) -> Written:
    """The lines of a plain text."""
    width = occasion.dialect.limits.line
    opening = write("plaindress:classification_line", {"level": occasion.level.spaced}).text
    found = [opening, *lines(f"SUBJ: EXERCISE {occasion.exercise}: {topic(occasion)}", width)]
    for number, text in enumerate(paragraphs(occasion), 1):
        found += lines(text, width, first=f"{number}. ")
    return Written(tuple(found), {"kind": "plain"})

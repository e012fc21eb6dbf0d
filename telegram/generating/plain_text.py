"""Plain texts: a classification line, a subject, numbered paragraphs."""

from telegram.generating.occasion import Occasion
from telegram.generating.portion_marks import marked
from telegram.generating.prose import lines, paragraphs, topic
from telegram.generating.said import Written
from telegram.syntax.writing import write


def plain_text(occasion: Occasion) -> Written:
    """The lines of a plain text."""
    width = occasion.dialect.limits.line
    opening = write("plaindress:classification_line", {"level": occasion.level.spaced}).text
    if occasion.control is not None:
        opening = str(occasion.control.line(occasion.level))
    found = [opening, *lines(f"SUBJ: EXERCISE {occasion.exercise}: {topic(occasion)}", width)]
    texts = paragraphs(occasion)
    if occasion.control is not None:
        texts = marked(occasion, texts)
    for number, text in enumerate(texts, 1):
        found += lines(text, width, first=f"{number}. ")
    return Written(tuple(found), {"kind": "plain"})

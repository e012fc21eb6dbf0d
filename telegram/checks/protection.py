"""How a message says that its text is protected: each marking by itself, then together.

The classification line is judged by the regime of the procedure, portion marks by that of the
message's date, and a banner by that of the register, for nothing else writes one.

Here: what is reported of a message. Elsewhere: where its markings stand (`surfaces`), one marking
(`values.markings`), the comparisons with their records (`markings`).
"""

from collections.abc import Iterator

from telegram.checks.markings import (
    BANNER_UNLIKE_LINE,
    CLASSIFICATION_LINE_MISSING,
    PORTION_MISSING,
    banner_findings,
    class_line_findings,
    control_findings,
    release_findings,
    sensitive_findings,
)
from telegram.checks.scope import first_line, reading_of
from telegram.checks.surfaces import Surfaces, moved
from telegram.diagnostics import Diagnostic
from telegram.model import Telegram
from telegram.source import Span
from telegram.texts.state.text import StateText
from telegram.values.classification import classification_line_read
from telegram.values.markings.line import banner_words, line_problems
from telegram.values.markings.line_rules import LINE_TERMINATOR_MALFORMED, SECTION_OUT_OF_RANGE
from telegram.values.markings.marking import problems

_GROUP = 5
"""Letters of a group of an encrypted text."""


def protection_findings(telegram: Telegram) -> Iterator[Diagnostic]:
    """What is wrong with the markings of a message, and between them."""
    surfaces = Surfaces(telegram)
    yield from _opening(surfaces)
    yield from _printed(surfaces)
    for portion in surfaces.portions:
        yield from portion.found
    for number, place in surfaces.unmarked if surfaces.portions else ():
        yield PORTION_MISSING.at(place, number=number)
    yield from _together(surfaces)


def _opening(surfaces: Surfaces) -> Iterator[Diagnostic]:
    """The classification line, or the banner in its place."""
    opening = surfaces.opening
    if opening is None:
        yield from _missing(surfaces)
    elif surfaces.banner is not None:
        words = banner_words(opening.words)
        start = opening.words.find(words)
        for found in problems(words, on=surfaces.day):
            yield moved(found, lambda a, b: opening.place(start + a, start + b))
    elif surfaces.line is not None:
        for found in line_problems(opening.words, surfaces.line_regime):
            if found.rule is not SECTION_OUT_OF_RANGE:  # reported of the whole message, as TG815
                yield moved(found, opening.place)


def _missing(surfaces: Surfaces) -> Iterator[Diagnostic]:
    """A text that nothing classifies; State texts have a rule of their own."""
    telegram = surfaces.telegram
    routing = telegram.heading.routing
    data = routing is not None and routing.content is not None and not routing.content.narrative
    heading = reading_of(telegram).heading.recognised
    if telegram.classification is not None or data or telegram.text.kind == "state" or not heading:
        return
    place = first_line(telegram.source.text, telegram.text.span.start)
    words = place.of(telegram.source.text).split()
    encrypted = all(len(word) == _GROUP and word.isalpha() and word.isupper() for word in words)
    if words and place.end <= telegram.text.span.end and not encrypted:
        yield CLASSIFICATION_LINE_MISSING.at(place)


def _printed(surfaces: Surfaces) -> Iterator[Diagnostic]:
    """Banners above the text: each by itself, then its level against that of the line."""
    text = surfaces.telegram.text
    released = isinstance(text, StateText) and bool(text.releases)
    line = surfaces.telegram.classification
    for words, place in surfaces.printed:
        plain = banner_words(words)
        if words.endswith("/") and not words.endswith("//"):
            end = place.start + len(words)
            yield LINE_TERMINATOR_MALFORMED.at(Span(end - 1, end), text="/")
        if "//" in plain:
            start = place.start + words.find(plain)
            for found in problems(plain, on=surfaces.day):
                yield moved(found, lambda a, b, at=start: Span(at + a, at + b))  # type: ignore[misc]
        banner = classification_line_read(plain)
        said = (banner and banner.level, line and line.level)
        if surfaces.opening is None or None in said or released or said[0] == said[1]:
            continue
        yield BANNER_UNLIKE_LINE.at(place, banner=said[0], line=said[1])


def _together(surfaces: Surfaces) -> Iterator[Diagnostic]:
    """The line or banner against the portions and the captions."""
    marked = [portion for portion in surfaces.portions if portion.value is not None]
    portions = [portion.value for portion in marked if portion.value is not None]
    line, place, complete = surfaces.line, surfaces.place, surfaces.complete
    if surfaces.banner is not None:
        yield from banner_findings(
            surfaces.banner, place, portions, on=surfaces.day, complete=complete
        )
    if line is None or not portions:
        return
    highest = max(marked, key=lambda portion: portion.value.level if portion.value else line.level)
    if not highest.subject:  # of the subject there is TG643
        yield from class_line_findings(
            line.level, place, portions, where=highest.where, complete=complete
        )
    text = surfaces.telegram.text
    captions = [str(c) for c in text.captions] if isinstance(text, StateText) else []
    yield from control_findings(line, place, captions, portions, complete=complete)
    yield from sensitive_findings(line, place, captions, portions, complete=complete)
    yield from release_findings(line.rel_to, place, portions, complete=complete)

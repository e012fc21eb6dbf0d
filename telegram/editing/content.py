"""The classification, in every place that states it, and the text.

The level stands in the classification line, in FL2, FL4, banners and page lines.
"""

from collections.abc import Iterable

import attrs

from telegram.composing.form import text_lines, written
from telegram.editing.edit import Edit
from telegram.formatting.text import opening, wrapped
from telegram.lines import FormatLine
from telegram.values.classification import Classification


def classification(edit: Edit, given: str | Classification) -> None:
    """The classification line, and its copies in FL2, FL4, banners and page lines."""
    value = edit.form.read("classification", given, Classification.parse)
    body = edit.message._reading.body
    if value is None:
        return
    if body.class_span is None:
        edit.form.problems.append("classification: the text has no classification line")
        return
    edit.level = value
    edit.replace(body.class_span, value.spaced)
    routing, security = edit.wanted.routing, edit.wanted.security
    if routing is not None and routing.classification is not None:
        letters = _relettered(routing.redundancy, routing.classification, value.letter)
        edit.routing(classification=value.letter, redundancy=letters)
        edit.put("classification", "routing.classification", value.letter)
        if letters is not None:
            edit.put("classification", "routing.redundancy", letters)
    if security is not None and security.characters is not None:
        old = security.characters[0]
        letters = _relettered(security.characters, old, value.letter) or ""
        prosign = "ZNR" if value.letter == "U" else "ZNY"
        edit.want(security=attrs.evolve(security, prosign=prosign, characters=letters))
        edit.put("classification", "security.prosign", prosign)
        edit.put("classification", "security.characters", letters)
    edit.in_pages("page_level", value.spaced)
    for line in edit.message.lines:
        if line.format_line is FormatLine.BANNER:
            for name, _, place in line.fields:
                if name == "banner_level":
                    edit.replace(place, value.name)


def text(edit: Edit, given: str | Iterable[str]) -> None:
    """The text; the classification line is kept where the new text has none."""
    lines = text_lines(given.rstrip("\n") if isinstance(given, str) else given)
    lines = [line.rstrip() for line in lines]
    old = edit.message.text
    source = edit.message.source.text
    body = edit.message._reading.body
    if opening(lines) is None and body.class_span is not None:
        end = source.find("\n", body.class_span.start, old.span.end)
        first = source[body.class_span.start : end if end >= 0 else old.span.end].rstrip()
        lines.insert(0, first)
    if edit.dialect.text_checked:
        lines = list(wrapped(lines, edit.dialect.limits.line))
    edit.body_changed = True
    edit.replace(old.span, edit.ended(lines))


def subject(edit: Edit, given: str) -> None:
    """The subject of a State text or of the set SUBJ."""
    written("subject", given)
    place = getattr(edit.message.text, "spans", {}).get("subject")
    if place is None:
        edit.form.problems.append("subject: the text has none to change")
        return
    source = edit.message.source.text
    before = source[source.rfind("\n", 0, place.start) + 1 : place.start]
    lines = list(wrapped([before + given], edit.dialect.limits.line))
    edit.body_changed = True
    edit.replace(place, edit.end.join(lines)[len(before) :])


def _relettered(letters: str | None, old: str, new: str) -> str | None:
    """Classification letters with another level; release codes behind them stay."""
    if letters is None:
        return None
    kept = letters.lstrip(old)
    return new * (len(letters) - len(kept)) + kept

"""Rules TG631 to TG639: TAGS."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from telegram.data import groups
from telegram.diagnostics import Diagnostic, Edit, Fix, Rule, Safety, Severity
from telegram.source import Span
from telegram.texts.state.examples import example
from telegram.texts.state.text import StateText
from telegram.values.tags import NAMED, Tags, family_of

_USAGE = "1974 STATE 150591; cablemap tests (usage)"

SUBJECT_TAGS_MISSING = Rule(
    code="TG631",
    name="subject-tags-missing",
    severity=Severity.ERROR,
    message="no subject TAGS stands on the line",
    explanation="At least one subject TAGS is required; its first letter names a category.",
    how_to_fix="Add the subject TAGS that fits, such as PGOV.",
    source="5 FAH-1 H-211 d (2018-10-29)",
    references=("TAGS-R1",),
    bad=example(tags="TAGS: ES, US\n^^^^^^^^^^^^"),
    good=example(),
)
TAGS_UNKNOWN = Rule(
    code="TG632",
    name="tags-unknown",
    severity=Severity.WARNING,
    message="no TAGS {code} is in the table{near}",
    explanation="The table is not complete, but most unknown TAGS are misspelt.",
    how_to_fix="Compare with the table of TAGS.",
    source="table tags",
    references=("TAGS-R2",),
    bad=example(tags="TAGS: AMGT, POGV, ES\n            ^^^^"),
    good=example(tags="TAGS: AMGT, PGOV, ES"),
)
TAGS_DOUBLED = Rule(
    code="TG633",
    name="tags-doubled",
    severity=Severity.WARNING,
    message="TAGS {code} stands twice",
    explanation="Copies that join the sections of a telegram repeat the list once a section.",
    how_to_fix="Keep one.",
    source=_USAGE,
    references=("TAGS-R3",),
    bad=example(tags="TAGS: AMGT, ES, AMGT\n                ^^^^"),
    good=example(),
)
TAGS_NAME_MISSING = Rule(
    code="TG634",
    name="tags-name-missing",
    severity=Severity.WARNING,
    message="TAGS {code} stands without a name",
    explanation="OCON, OEXC, OREP, OTRA and OVIP are used with the name of the person who travels.",
    how_to_fix="Write the name in parentheses after it: OVIP (SURNAME, GIVEN).",
    source="1974 STATE 150591",
    references=("TAGS-R4",),
    bad=example(tags="TAGS: OVIP, ES\n      ^^^^"),
    good=example(tags="TAGS: OVIP (EXAMPLE, JANE Q.), ES"),
)
TAGS_WITHOUT_COMMAS = Rule(
    code="TG635",
    name="tags-without-commas",
    severity=Severity.NOTE,
    message="TAGS are parted by {by}",
    explanation="A comma and a blank part them; an archive of 1995 to 2009 lost the commas.",
    how_to_fix="Write a comma after each.",
    source="public State telegrams (inferred)",
    references=("TAGS-R5",),
    bad=example(tags="TAGS: AMGT ES\n^^^^^^^^^^^^^"),
    good=example(),
)
TAGS_GLUED = Rule(
    code="TG636",
    name="tags-glued",
    severity=Severity.WARNING,
    message="{code} is {parts} written as one",
    explanation="A lost blank makes one unknown word of several TAGS.",
    how_to_fix="Part them by a comma and a blank.",
    source="cablemap tests (usage)",
    references=("TAGS-R6",),
    bad=example(tags="TAGS: ECONEFIN, ES\n      ^^^^^^^^"),
    good=example(tags="TAGS: ECON, EFIN, ES"),
)
TAGS_LABEL_MISSPELT = Rule(
    code="TG637",
    name="tags-label-misspelt",
    severity=Severity.NOTE,
    message="the label is written {label!r}",
    explanation="The label is TAGS and a colon.",
    how_to_fix="Write TAGS: and a blank.",
    source="cablemap tests (usage)",
    references=("TAGS-R7",),
    bad=example(tags="TAGS; AMGT, ES\n^^^^^^^^^^^^^^"),
    good=example(),
)
GEOGRAPHIC_TAGS_MISSING = Rule(
    code="TG638",
    name="geographic-tags-missing",
    severity=Severity.NOTE,
    as_sent=Severity.WARNING,
    message="no geographic TAGS stands on the line",
    explanation="Two letters say which country the message is about.",
    how_to_fix="Add the country: State's codes are not those of ISO 3166.",
    source="(unsourced)",
    references=("TAGS-R8",),
    bad=example(tags="TAGS: AMGT\n^^^^^^^^^^"),
    good=example(),
)
TAGS_IN_SMALL_LETTERS = Rule(
    code="TG639",
    name="tags-in-small-letters",
    severity=Severity.WARNING,
    message="TAGS {code} is written {text!r}",
    explanation="Programs that file by TAGS compare capitals.",
    how_to_fix="Write capitals.",
    source=_USAGE,
    references=("TAGS-R9",),
    bad=example(tags="TAGS: AMGT, Es\n            ^^"),
    good=example(),
)


def tags_findings(text: StateText) -> Iterator[Diagnostic]:
    """TAGS: families, spelling, separators."""
    if not text.tags or "tags" not in text.field_spans:
        return
    place = text.field_spans["tags"]
    families = {family_of(code) for tags in text.tags for code in glued(tags.code) or (tags.code,)}
    if "subject" not in families:
        yield SUBJECT_TAGS_MISSING.at(place)
    if "geo" not in families:
        yield GEOGRAPHIC_TAGS_MISSING.at(place)
    label = text.head.tags_label.strip()
    if label not in ("TAGS:", "TAGS", ""):
        yield TAGS_LABEL_MISSPELT.at(place, label=label)
    listed = text.at(place).lstrip()[len(label) :]
    if len(text.tags) > 1 and "," not in listed:
        yield TAGS_WITHOUT_COMMAS.at(place, by="semicolons" if ";" in listed else "blanks only")
    seen: set[Tags] = set()
    for index, tags in enumerate(text.tags):
        span = text.field_spans[f"tags[{index}]"]
        if tags in seen:
            yield TAGS_DOUBLED.at(span, code=tags.code)
        seen.add(tags)
        yield from _one(text, tags, span)


def _one(text: StateText, tags: Tags, span: Span) -> Iterator[Diagnostic]:
    code = tags.code
    if tags.name is None and code in NAMED:
        yield TAGS_NAME_MISSING.at(span, code=code)
    written = text.at(span)[: len(code)]
    if written != code and written.upper() == code:
        end = Span(span.start, span.start + len(code))
        yield TAGS_IN_SMALL_LETTERS.at(
            end, Fix(f"Write {code}.", (Edit(end, code),)), code=code, text=written
        )
    if tags.known or (tags.family is None and " " in code):  # a term written out in words
        return
    parts = glued(code)
    if parts:
        title = ", ".join(parts)
        direct = written == code
        fix = Fix(f"Write {title}.", (Edit(span, title),), Safety.UNSAFE) if direct else None
        yield TAGS_GLUED.at(span, fix, code=code, parts=" and ".join(parts))
        return
    near = _nearest(code)
    yield TAGS_UNKNOWN.at(span, code=code, near=f"; near it: {near}" if near else "")


@lru_cache(maxsize=512)
def glued(code: str) -> tuple[str, ...]:
    """The known terms that a word is made of: four letters each, the last perhaps two.

    >>> glued("ASECKFLOAMEDUS")
    ('ASEC', 'KFLO', 'AMED', 'US')
    """
    if len(code) < 6 or not code.isalpha():
        return ()
    known = groups("tags", "tag")
    fours = [code[i : i + 4] for i in range(0, len(code), 4)]
    if all(part in known for part in fours) and len(fours[-1]) in (2, 4):
        return tuple(fours)
    if len(code) == 6 and code[:2] in known and code[2:] in known and family_of(code[:2]) == "geo":
        return code[:2], code[2:]
    return ()


@lru_cache(maxsize=512)
def _nearest(code: str) -> str | None:
    near = get_close_matches(code, groups("tags", "tag"), n=1, cutoff=0.74)
    return near[0] if near and len(code) > 2 else None

"""A clean head of a State text, read at once: classification line, captions, E.O., TAGS, subject.

Most heads have them in this order, and without artefacts, so one pattern knows the lines. Only the
values are taken; their places are found by the lines, when somebody asks. What the pattern does not
know, or may misread, is read line by line from the start (`head_reader`), with the same values.
"""

from functools import lru_cache

from telegram.lines import View, tidied
from telegram.source import line_bounds
from telegram.syntax import groups, matcher, openings_of
from telegram.texts.state.head import BETWEEN
from telegram.texts.state.head_lines import BEGINNINGS, begins_paragraph
from telegram.texts.state.labels import LABEL_RULES
from telegram.texts.state.lines import TextLine, line_of, printed_kind, unwrapped
from telegram.texts.state.parts import may_hold_several
from telegram.texts.state.reach import STAMPING
from telegram.texts.state.said import Said
from telegram.values.caption import Caption, caption_of, leading_captions
from telegram.values.executive_order import executive_order_of
from telegram.values.tags import Tags, tags_in

_HEAD = "state:clean_head"
_CLASS = groups(
    _HEAD,
    "state_post",
    "state_number",
    "state_year",
    "state_section_number",
    "state_section_total",
    "state_final_section",
)
_BELOW = groups(
    _HEAD, "top_lines", "eo_number", "eo_text", "tags_text", "subject_start", "subject_more"
)
_SUBJECT = groups(_HEAD, "subject_start", "subject_more")
_REFERENCES = groups(_HEAD, "state_reference_label", "reference_lines")
_CLASSIFIED = groups(_HEAD, "classified_label", "classified_lines")
_LABELS = openings_of(*LABEL_RULES)
_NOTICES = openings_of("state:notice_line")


CleanHead = tuple[Said, int]
"""What a head says, and where the paragraphs below it begin."""


def read_clean_head(source: str, start: int, stop: int) -> CleanHead | None:
    """What the head that begins at a place says, and where the paragraphs begin; None where it is
    to be read line by line.
    """
    while start < stop and source[start] == "\n":
        start += 1
    match = matcher(_HEAD).match(source, start, stop)
    if match is None:
        return None
    end = match.end()
    above, order, order_text, tag_words, subject, more = match.group(*_BELOW)
    top = source[start : match.end(_SUBJECT[1] if more else _SUBJECT[0])]
    if not _is_clean(top, tag_words) or not begins_paragraph(source, end, stop):
        return None
    addressed = _above_order(above) if above else _NOBODY
    tags = _tags(tag_words)
    if more:
        subject = _whole_subject(subject, more)
    if addressed is None or tags is None or subject is None:
        return None
    captions, passed = addressed
    references: tuple[View, ...] | None = ()
    classifier: str | None = ""
    if match.start(_REFERENCES[0]) >= 0:
        references = _references(source, match.start(_REFERENCES[0]), match.end(_REFERENCES[1]))
    if match.start(_CLASSIFIED[0]) >= 0:
        classifier = _classifier(source, match.start(_CLASSIFIED[0]), match.end(_CLASSIFIED[1]))
    if references is None or classifier is None:
        return None
    post, number, year, section, total, final = match.group(*_CLASS)
    said = Said(
        post,
        number,
        year,
        (int(section or final), int(total or final)) if section or final else None,
        captions,
        passed,
        executive_order_of(order, order_text and order_text.rstrip(" ")),
        tags,
        subject.rstrip(" "),
        references,
        classifier or None,
    )
    return said, end


def _is_clean(text: str, tags: str) -> bool:
    """Whether lines have no artefact but links that the TAGS are, no stamp, and no label behind
    other words.
    """
    return (
        text.isascii()
        and "  " not in text
        and "&" not in text
        and "\\" not in text
        and text.replace("\n", "").isprintable()
        and text.count("](") == tags.count("](")
        and STAMPING not in text
        and matcher("state:run_label").search(text) is None
    )


def _goes_on(text: str) -> bool:
    """Whether a line is surely none with a label, no notice, not printed, and not of the text."""
    opening = text[:2]
    if opening[0] in BEGINNINGS or opening in _LABELS or text[:3] == "MRN":
        return False
    if opening in _NOTICES and matcher("state:notice_line").fullmatch(text) is not None:
        return False
    return printed_kind(text) is None


_Addressed = tuple[tuple[Caption, ...], tuple[str, ...]]
_NOBODY: _Addressed = (), ()


@lru_cache(maxsize=1024)
def _above_order(lines: str) -> _Addressed | None:
    """The captions, and the attention and passing lines above the E.O. line; None where one of the
    lines may be another.
    """
    names: list[str] = []
    passed: list[str] = []
    for line in lines.split("\n"):
        if line and line != " ":
            said = _addressed(line)
            if said is None:
                return None
            names += [name for name in said[0] if name not in names]
            if said[1]:
                passed.append(said[1])
    return tuple([caption_of(name) for name in names]), tuple(passed)


def _addressed(line: str) -> tuple[tuple[str, ...], str] | None:
    """The captions of a line, and the attention or passing line that the rest is; None where the
    line may be another.
    """
    text = line.rstrip(" ")
    if not _goes_on(text) or matcher("state:corrected_line").fullmatch(text) is not None:
        return None
    captions, taken = leading_captions(text)
    return tuple(dict.fromkeys([name for name, _, _ in captions])), text[taken:].lstrip(BETWEEN)


@lru_cache(maxsize=512)
def _tags(text: str) -> tuple[Tags, ...] | None:
    """The TAGS of a line, which may be links; None where a link holds blanks."""
    if "[ " in text or " ]" in text:
        return None
    words = tidied(text) if "](" in text else text.rstrip(" ")
    if "  " in words or not words:
        return None
    return tuple([tags for tags, _, _ in tags_in(words)])


def _block(source: str, start: int, stop: int, rule: str) -> tuple[int, list[TextLine]] | None:
    """Where the words of a block of lines begin in the first, which a rule knows by its label, and
    the lines; None where one of them may be no part of it.
    """
    lines = [line_of(source, *bounds) for bounds in line_bounds(source, start, stop)]
    first = lines[0].text
    label = matcher(rule).fullmatch(first)
    if label is None or printed_kind(first) is not None:
        return None
    for line in lines[1:]:
        if not line.text or may_hold_several(line.text) or not _surely(line.text):
            return None
    return label.end(1), lines


def _references(source: str, start: int, stop: int) -> tuple[View, ...] | None:
    """The lines of references without the label; None where one of them may be another."""
    block = _block(source, start, stop, "state:reference_line")
    if block is None:
        return None
    begin, (first, *more) = block
    if any(line.text.startswith("FOR ") for line in more):
        return None  # it names readers
    return (first.seen(begin), *[line.seen() for line in more])


def _classifier(source: str, start: int, stop: int) -> str | None:
    """The words of the classifier without the label; None where a line may be another."""
    block = _block(source, start, stop, "state:classified_line")
    if block is None:
        return None
    begin, (first, *more) = block
    if any(matcher("state:block_begin").match(line.text) is not None for line in more):
        return None
    return unwrapped([first.text[begin:], *[line.text for line in more]])


def _surely(text: str) -> bool:
    """Whether a line goes on with a block above it, which may hold numbers."""
    if not text[0].isdigit():
        return _goes_on(text)
    return (
        text[:2] not in _LABELS
        and matcher("state:paragraph").fullmatch(text) is None
        and printed_kind(text) is None
    )


def _whole_subject(first: str, more: str) -> str | None:
    """A subject of several lines; None where one of them may be another."""
    lines = more.split("\n")[1:]
    for line in lines:
        if not _goes_on(line.rstrip(" ")):
            return None
    return unwrapped([first, *lines])

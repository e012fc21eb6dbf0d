"""Rules TG681 to TG690, TG695, TG697: summaries, page lines, signature, labelled heads, HTML."""

from collections.abc import Iterator
from html import unescape

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.blocks import Block
from telegram.texts.state.examples import example
from telegram.texts.state.text import StateText
from telegram.values.post import canonical_post, sends_as

_USAGE = "public State telegrams (usage)"
_LINES_WITHOUT_SUMMARY = 63
"""Three pages of 21 lines."""
_CUT = 6
_TITLES = ("AMBASSADOR", "CONSUL", "MINISTER", "MR", "MRS", "MS", "DR")
"""Words that are titles and no surname of two words; offices are in the grammar."""
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

END_MISSING = Rule(
    code="TG681",
    name="block-end-missing",
    severity=Severity.WARNING,
    message="no END {kind} closes the {kind}",
    explanation="A reader, and a program that prints summaries, does not know where it ends.",
    how_to_fix="Write END and the word that opened it.",
    source="5 FAH-1 H-246.3 (2004-07-12); " + _USAGE,
    references=("SUM-R1",),
    bad=example(
        text="1. (U) SUMMARY: The exercise begins.\n" + " " * 16 + "^" * 20 + "\n\n2. (U) It ends."
    ),
    good=example(text="1. (U) SUMMARY: The exercise begins. END SUMMARY.\n\n2. (U) It ends."),
)
BEGIN_MISSING = Rule(
    code="TG682",
    name="block-begin-missing",
    severity=Severity.WARNING,
    message="END {kind} closes a {kind} that nothing opens",
    explanation="What stands above it in its paragraph is taken for it.",
    how_to_fix="Write the word at the beginning.",
    source=_USAGE,
    references=("SUM-R2",),
    bad=example(
        text="1. (U) The exercise begins. END SUMMARY.\n       " + "^" * 20 + "\n\n2. (U) It ends."
    ),
    good=example(text="1. (U) SUMMARY: The exercise begins. END SUMMARY.\n\n2. (U) It ends."),
)
SUMMARY_MISSING = Rule(
    code="TG683",
    name="summary-missing",
    severity=Severity.NOTE,
    message="a text of {lines} lines has no summary",
    explanation="A telegram of more than three pages needs a summary.",
    how_to_fix="Summarise the telegram above paragraph 1.",
    source="5 FAH-1 H-246.3 (2004-07-12)",
    references=("SUM-R3",),
    bad=example(
        text="1. (U) The exercise begins.\n^\n" + "IT GOES ON.\n" * 70 + "\n2. (U) It ends."
    ),
    good=example(),
)
PAGES_NOT_RISING = Rule(
    code="TG684",
    name="state-page-numbers-not-rising",
    severity=Severity.WARNING,
    message="page {number} follows page {before}",
    explanation="A page is lost, doubled, or of another copy.",
    how_to_fix="Look for the page that is missing.",
    source=_USAGE,
    references=("PG-S1",),
    bad=example(
        text="1. (U) The exercise\nPAGE 02 SAN SA 00412 061840Z\n\ngoes\n"
        "PAGE 02 SAN SA 00412 061840Z\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\non."
    ),
    good=example(
        text="1. (U) The exercise\nPAGE 02 SAN SA 00412 061840Z\n\ngoes\n"
        "PAGE 03 SAN SA 00412 061840Z\n\non."
    ),
)
PAGE_OF_ANOTHER = Rule(
    code="TG685",
    name="page-of-another-message",
    severity=Severity.WARNING,
    message="the page line names {found}, the message is {wanted}",
    explanation="Each page repeats the record number; another number is a page of another message.",
    how_to_fix="Look for the page of this message.",
    source=_USAGE,
    references=("PG-S2",),
    bad=example(
        text="1. (U) The exercise\nPAGE 02 SAN SA 00413 061840Z\n" + " " * 15 + "^^^^^\n\nends."
    ),
    good=example(text="1. (U) The exercise\nPAGE 02 SAN SA 00412 061840Z\n\nends."),
)
SIGNATURE_MISSING = Rule(
    code="TG686",
    name="signature-missing",
    severity=Severity.WARNING,
    message="no surname signs the telegram",
    explanation="The surname of the chief of mission stands alone below the last paragraph.",
    how_to_fix="Write the surname in capitals.",
    source="1977 STATE 017976; public State telegrams",
    references=("SIG-R1",),
    bad=example(text="1. (U) It begins.\n\n2. (U) It ends.\n              ^", signature=""),
    good=example(text="1. (U) It begins.\n\n2. (U) It ends."),
)
SIGNATURE_INLINE = Rule(
    code="TG687",
    name="signature-on-the-line-of-the-text",
    severity=Severity.NOTE,
    message="{name} signs on the line of the last sentence",
    explanation="Telegrams of the 1970s are often signed so; it is read as the signature.",
    how_to_fix="Sign on a line of its own.",
    source=_USAGE,
    references=("SIG-R2",),
    bad=example(
        text="1. (U) It begins.\n\n2. (U) It ends. WAYFARER\n" + " " * 16 + "^^^^^^^^",
        signature="",
    ),
    good=example(text="1. (U) It begins.\n\n2. (U) It ends."),
)
SIGNATURE_TITLED = Rule(
    code="TG688",
    name="signature-with-title",
    severity=Severity.WARNING,
    message="{name} signs with the title {office}",
    explanation="A surname signs alone, without given name and title.",
    how_to_fix="Leave the title out.",
    source=_USAGE,
    references=("SIG-R3",),
    bad=example(signature="CONS WAYFARER\n     ^^^^^^^^"),
    good=example(),
)
DATES_DIFFER = Rule(
    code="TG689",
    name="date-in-words-differs",
    severity=Severity.WARNING,
    message="the date {words} is not that of {dtg}",
    explanation="The line says the date twice, in words and as a date-time group.",
    how_to_fix="Compare with the date-time group.",
    source="(unsourced)",
    references=("SM-R3",),
    bad="MRN: 08 SAN SALVADOR 412\nDate/DTG: Jun 07, 2008 / 061840Z JUN 08\n"
    + " " * 10
    + "^" * 30
    + "\nFrom: AMEMBASSY SAN SALVADOR\nE.O.: 12958\nTAGS: AMGT, ES\nSubject: Exercise\n\n"
    "(U) The exercise begins.\n\nSignature: WAYFARER\n",
    good="MRN: 08 SAN SALVADOR 412\nDate/DTG: Jun 06, 2008 / 061840Z JUN 08\n"
    "From: AMEMBASSY SAN SALVADOR\nE.O.: 12958\nTAGS: AMGT, ES\nSubject: Exercise\n\n"
    "(U) The exercise begins.\n\nSignature: WAYFARER\n",
)
PAGE_OF_ANOTHER_SECTION = Rule(
    code="TG690",
    name="page-of-another-section",
    severity=Severity.WARNING,
    message="the page line says section {found}, the message {wanted}",
    explanation="""
        Each page repeats the section and their number. Another one is a page of another section, or
        one of the two totals is wrong and a section will be looked for in vain.
        """,
    how_to_fix="Compare with the other sections, which share the date-time group.",
    source=_USAGE,
    references=("SEC-R3", "PG-S2"),
    bad=example(
        class_="UNCLAS SECTION 1 OF 2 SAN SALVADOR 0412",
        text="1. THE EXERCISE\nPAGE 02 SAN SA 00412  01 OF 03  061840Z\n"
        + "^" * 39
        + "\n\nGOES ON.",
        signature="",
    ),
    good=example(
        class_="UNCLAS SECTION 1 OF 2 SAN SALVADOR 0412",
        text="1. THE EXERCISE\nPAGE 02 SAN SA 00412  01 OF 02  061840Z\n\nGOES ON.",
        signature="",
    ),
)
SENDER_UNLIKE_POST = Rule(
    code="TG697",
    name="labelled-sender-unlike-post",
    severity=Severity.WARNING,
    message="{sender} sends the telegram, and {post} numbers it",
    explanation="""
        A telegram is numbered by the post that sends it. Where MRN and From differ, one of them is
        mistyped, or lines of two telegrams stand together.
        """,
    how_to_fix="Compare with the number and the signature.",
    source=_USAGE,
    references=("CL-R4",),
    bad="MRN: 08 SAN SALVADOR 412\nDate/DTG: Jun 06, 2008 / 061840Z JUN 08\n"
    "From: AMEMBASSY LIMA\n      ^^^^^^^^^^^^^^\nE.O.: 12958\nTAGS: AMGT, ES\nSubject: Exercise\n\n"
    "(U) The exercise begins.\n\nSignature: WAYFARER\n",
    good="MRN: 08 SAN SALVADOR 412\nDate/DTG: Jun 06, 2008 / 061840Z JUN 08\n"
    "From: AMEMBASSY SAN SALVADOR\nE.O.: 12958\nTAGS: AMGT, ES\nSubject: Exercise\n\n"
    "(U) The exercise begins.\n\nSignature: WAYFARER\n",
)
CHARACTER_AS_HTML = Rule(
    code="TG695",
    name="character-written-as-html",
    severity=Severity.NOTE,
    message="{text} stands for {sign!r}{times}",
    explanation="A page of the web was copied with its notation. The character is read.",
    how_to_fix="Write the character, or a sign that a telegram has.",
    source=_USAGE,
    references=("SCR-I1",),
    bad=example(subject="SUBJECT: EXERCISE &#8211; DAY ONE\n                  ^^^^^^^"),
    good=example(subject="SUBJECT: EXERCISE - DAY ONE"),
)


def block_findings(text: StateText) -> Iterator[Diagnostic]:
    """Summaries and comments that lack a beginning or an end."""
    for block in text.summaries:
        if not block.ended and not _ruled(text, block) and not _goes_on(text, block):
            yield END_MISSING.at(block.span, kind=block.kind.upper())
        if not block.begun:
            yield BEGIN_MISSING.at(block.span, kind=block.kind.upper())
    if text.section is not None and text.section[0] > 1:
        return  # the summary stands in the first section
    lines = sum(p.text.count("\n") + 1 for p in text.paragraphs)
    if lines > _LINES_WITHOUT_SUMMARY and text.summary is None and text.paragraphs:
        first = text.paragraphs[0].span
        yield SUMMARY_MISSING.at(Span(first.start, min(first.start + 1, first.end)), lines=lines)


def _goes_on(text: StateText, block: Block) -> bool:
    """Whether a block can end in a section that is not this one."""
    if text.section is None or text.section[0] == text.section[1]:
        return False
    return block.paragraphs[-1] == len(text.paragraphs) - 1


def _ruled(text: StateText, block: Block) -> bool:
    """Whether a heading of its own opens a block: the next heading ends it."""
    first = text.paragraphs[block.paragraphs[0]]
    heading = first.heading or ""
    return block.kind in heading.lower() and not first.text.startswith(heading)


def page_findings(text: StateText) -> Iterator[Diagnostic]:
    """Page lines against each other and against the number of the message."""
    start = text.span.start
    before = 0
    for page in text.pages:
        place = Span(page.span.start + start, page.span.end + start)
        if page.number is not None:
            if page.number <= before:
                yield PAGES_NOT_RISING.at(place, number=page.number, before=before)
            before = page.number
        if page.section is not None and text.section is not None and page.section != text.section:
            found, wanted = (f"{one} of {total}" for one, total in (page.section, text.section))
            yield PAGE_OF_ANOTHER_SECTION.at(place, found=found, wanted=wanted)
        if page.message is None or page.message_span is None or text.number is None:
            continue
        if int(page.message) != int(text.number) or not _same_post(page.post, text.post):
            span = Span(page.message_span.start + start, page.message_span.end + start)
            found = f"{page.post} {int(page.message)}"
            yield PAGE_OF_ANOTHER.at(span, found=found, wanted=f"{text.post} {int(text.number)}")


def _same_post(cut: str | None, post: str | None) -> bool:
    """Whether the first six characters of a page line's post are those of the message's."""
    if cut is None or post is None:
        return True
    wanted = canonical_post(post)
    if wanted.startswith("US") and wanted[2:].startswith(cut.strip()):  # NATO of USNATO
        return True
    return wanted.startswith(cut.strip()[:_CUT].rstrip()) or canonical_post(cut) == wanted


def signature_findings(text: StateText) -> Iterator[Diagnostic]:
    """The signature: whether, where, how."""
    last = text.section is None or text.section[0] == text.section[1]
    if text.signature is None:
        if last and text.headed and not text.head.labels and text.paragraphs:
            end = text.paragraphs[-1].span.end
            yield SIGNATURE_MISSING.at(Span(max(end - 1, text.span.start), end))
        return
    place = text.field_spans["signature"]
    if text.body.signature_inline:
        yield SIGNATURE_INLINE.at(place, name=text.signature)
    title, _, name = text.signature.partition(" ")
    if text.signature_office is not None:
        yield SIGNATURE_TITLED.at(place, name=text.signature, office=text.signature_office)
    elif name and title.rstrip(".") in _TITLES:
        yield SIGNATURE_TITLED.at(place, name=name, office=title)


def smart_findings(text: StateText) -> Iterator[Diagnostic]:
    """A labelled head: its date, said twice; its sender against its number."""
    for labelled in text.labelled:
        if labelled.label == "From" and not sends_as(labelled.value, text.post or labelled.value):
            post = canonical_post(text.post or "")
            yield SENDER_UNLIKE_POST.at(labelled.span, sender=labelled.value, post=post)
        if labelled.label != "Date/DTG":
            continue
        match = matcher("state:smart_date").fullmatch(labelled.value)
        if match is None:
            continue
        month, day, year = match["smart_date"].replace(",", "").split()
        said = (int(day), month.upper()[:3], year[2:])
        group = match["smart_dtg"]
        zulu, name, short = group.split()
        if said[1] in _MONTHS and said != (int(zulu[:2]), name, short):
            yield DATES_DIFFER.at(labelled.span, words=match["smart_date"], dtg=group)


def entity_findings(text: StateText) -> Iterator[Diagnostic]:
    """Characters written as in HTML, each once."""
    if "&" not in text.text:
        return
    places: dict[str, list[int]] = {}
    for match in matcher("state:entity").finditer(text.text):
        places.setdefault(match.group(), []).append(match.start())
    for written, starts in places.items():
        sign = unescape(written)
        if sign != written:
            first = text.span.start + starts[0]
            times = f" ({len(starts)} times in the text)" if len(starts) > 1 else ""
            span = Span(first, first + len(written))
            yield CHARACTER_AS_HTML.at(span, text=written, sign=sign, times=times)

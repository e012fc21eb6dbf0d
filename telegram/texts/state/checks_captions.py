"""Rules TG612 to TG620, TG693 and TG694: captions and corrected copies."""

from collections.abc import Iterator

from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.source import Span
from telegram.texts.state.examples import CONFIDENTIAL, example
from telegram.texts.state.lines import PieceKind
from telegram.texts.state.text import StateText
from telegram.values.caption import kind_of

_H252 = "5 FAH-2 H-252.1 (2023-06-06)"
_H440 = "5 FAH-2 H-440 (2023-10-18)"

CAPTION_ORDER = Rule(
    code="TG612",
    name="captions-out-of-order",
    severity=Severity.WARNING,
    message="{caption} restricts more than {before} and stands after it",
    explanation="The most restrictive caption stands first: terminals route by the first one.",
    how_to_fix="Write the most restrictive caption first.",
    source=_H252,
    references=("CAP-R1",),
    bad=example(captions="SIPDIS\nEXDIS\n^^^^^"),
    good=example(captions="EXDIS\nSIPDIS"),
)
CHANNELS_DOUBLED = Rule(
    code="TG613",
    name="channel-captions-doubled",
    severity=Severity.ERROR,
    message="{caption} is a second channel caption",
    explanation="A message goes through one channel only.",
    how_to_fix="Keep one channel caption.",
    source=_H440,
    references=("CAP-R2",),
    bad=example(captions="MED CHANNEL\nTM CHANNEL\n^^^^^^^^^^"),
    good=example(captions="MED CHANNEL"),
)
AGREMENT_RESTRICTED = Rule(
    code="TG614",
    name="agrement-channel-with-distribution-caption",
    severity=Severity.ERROR,
    message="{caption} stands with AGREMENT CHANNEL",
    explanation="The channel restricts by itself; NODIS and EXDIS may not be added.",
    how_to_fix="Leave the distribution caption out.",
    source="5 FAH-2 H-442.1 (2008-07-16)",
    references=("CAP-R3",),
    bad=example(captions="AGREMENT CHANNEL\nNODIS\n^^^^^\nSENSITIVE"),
    good=example(captions="AGREMENT CHANNEL\nSENSITIVE"),
)
CAPTIONS_ON_ONE_LINE = Rule(
    code="TG615",
    name="captions-on-one-line",
    severity=Severity.WARNING,
    message="{caption} stands on the line of another caption",
    explanation="Several captions stand on separate lines.",
    how_to_fix="Write each caption on a line of its own.",
    source=_H252,
    references=("CAP-R4",),
    bad=example(captions="SIPDIS NOFORN\n       ^^^^^^"),
    good=example(captions="SIPDIS\nNOFORN"),
)
SENSITIVE_ON_CLASSIFIED = Rule(
    code="TG616",
    name="sensitive-on-classified-message",
    severity=Severity.WARNING,
    message="SENSITIVE stands on a message that is {level}",
    explanation="SENSITIVE means sensitive but unclassified.",
    how_to_fix="Leave SENSITIVE out.",
    source="(unsourced)",
    references=("CAP-R5", "sensitive-on-classified"),
    bad=example(CONFIDENTIAL, captions="SENSITIVE\n^^^^^^^^^"),
    good=example(CONFIDENTIAL),
)
CAPTION_UNKNOWN = Rule(
    code="TG617",
    name="caption-unknown",
    severity=Severity.NOTE,
    message="{text!r} is neither a known caption nor an attention line",
    explanation="The table of captions is not complete; posts invent captions.",
    how_to_fix="Compare with the table of captions.",
    source="table captions",
    references=("CAP-R6",),
    bad=example(captions="SIPDSI\n^^^^^^"),
    good=example(),
)
CAPTION_DOUBLED = Rule(
    code="TG618",
    name="caption-doubled",
    severity=Severity.NOTE,
    message="{text} stands twice",
    explanation="A scar of copies that join the sections of a telegram.",
    how_to_fix="Keep one.",
    source="public State telegrams (usage)",
    references=("CAP-R7",),
    bad=example(captions="SIPDIS\n\nSIPDIS\n^^^^^^"),
    good=example(),
)
OFFICIAL_INFORMAL_ONCE = Rule(
    code="TG619",
    name="official-informal-on-one-line",
    severity=Severity.WARNING,
    message="OFFICIAL INFORMAL stands on the {where} line only",
    explanation="It stands on the caption line and, with a number, on the SUBJECT line.",
    how_to_fix="Write it on both lines.",
    source=_H252,
    references=("CAP-R8",),
    bad=example(captions="OFFICIAL INFORMAL\n^^^^^^^^^^^^^^^^^"),
    good=example(captions="OFFICIAL INFORMAL", subject="SUBJECT: OFFICIAL INFORMAL NO. 3"),
)
CORRECTED_COPY = Rule(
    code="TG620",
    name="corrected-copy",
    severity=Severity.NOTE,
    message="the message replaces an earlier one of the same number{what}",
    explanation="A corrected copy keeps the number; whoever files by number holds two messages.",
    how_to_fix="Drop the earlier message.",
    source="cablemap tests (usage)",
    references=("COR-R1",),
    bad=example(captions="C O R R E C T E D  C O P Y - PARA 2\n" + "^" * 35),
    good=example(),
)
CHANNEL_NOT_ALONE = Rule(
    code="TG693",
    name="channel-caption-not-alone",
    severity=Severity.WARNING,
    message="{caption} stands with {channel}, to which nothing may be added",
    explanation="""
        AGREMENT CHANNEL and DIRGEN CHANNEL route a message to one office by themselves. Another
        caption that says who may see it contradicts them.
        """,
    how_to_fix="Leave the other caption out.",
    source=_H440,
    references=("CAP-R3",),
    bad=example(captions="DIRGEN CHANNEL\nEXDIS\n^^^^^"),
    good=example(captions="DIRGEN CHANNEL"),
)
AGREMENT_UNPROTECTED = Rule(
    code="TG694",
    name="agrement-channel-unprotected",
    severity=Severity.WARNING,
    message="AGREMENT CHANNEL stands on a message that is neither classified nor SENSITIVE",
    explanation="""
        The channel carries names of persons before their appointment; such a message is classified
        or administratively controlled.
        """,
    how_to_fix="Classify the message, or add SENSITIVE.",
    source="5 FAH-2 H-442.1 (2008-07-16)",
    references=("CAP-R3",),
    bad=example(captions="AGREMENT CHANNEL\n^^^^^^^^^^^^^^^^"),
    good=example(captions="AGREMENT CHANNEL\nSENSITIVE"),
)

_ALONE = ("AGREMENT CHANNEL", "DIRGEN CHANNEL")
_RESTRICTIVE = ("NODIS", "EXDIS", "LIMDIS", "STADIS", "SIPDIS")


def caption_findings(text: StateText) -> Iterator[Diagnostic]:
    """Captions: order, channels, places."""
    placed = [(str(caption), span) for caption, span in text.head.captions]
    highest: str | None = None
    for name, span in placed:
        if name in _RESTRICTIVE:
            if highest and _RESTRICTIVE.index(name) < _RESTRICTIVE.index(highest):
                yield CAPTION_ORDER.at(span, caption=name, before=highest)
            highest = highest or name
    channels = [(name, span) for name, span in placed if name.endswith(" CHANNEL")]
    for name, span in channels[1:]:
        yield CHANNELS_DOUBLED.at(span, caption=name)
    yield from _alone(text, placed)
    yield from _lines(text, placed)
    level = text.level_name
    if level is not None and level != "UNCLASSIFIED":
        for name, span in placed:
            if name == "SENSITIVE":
                yield SENSITIVE_ON_CLASSIFIED.at(span, level=level)
    if "repeated" in text.field_spans:
        place = text.field_spans["repeated"]
        yield CAPTION_DOUBLED.at(place, text=text.at(place))
    yield from _informal(text, placed)
    if text.head.corrected_span is not None:
        what = f": {text.corrected}" if text.corrected else ""
        yield CORRECTED_COPY.at(text.head.corrected_span, what=what)


def _alone(text: StateText, placed: list[tuple[str, Span]]) -> Iterator[Diagnostic]:
    """Captions beside one that stands alone; AGREMENT CHANNEL without any protection."""
    channel = next((name for name, _ in placed if name in _ALONE), None)
    if channel is None:
        return
    for name, span in placed:
        if channel == "AGREMENT CHANNEL" and name in ("NODIS", "EXDIS"):
            yield AGREMENT_RESTRICTED.at(span, caption=name)
        elif kind_of(name) == "distribution":
            yield CHANNEL_NOT_ALONE.at(span, caption=name, channel=channel)
    for name, span in placed:
        controlled = any(kind_of(other) == "control" for other, _ in placed) or text.notices
        if name == "AGREMENT CHANNEL" and text.level_name == "UNCLASSIFIED" and not controlled:
            yield AGREMENT_UNPROTECTED.at(span)


def _lines(text: StateText, placed: list[tuple[str, Span]]) -> Iterator[Diagnostic]:
    """Captions that share a line, and lines that are neither caption nor attention line."""
    for kind, span in text.head.seen:
        if kind is PieceKind.CAPTION:
            within = [p for p in placed if span.start <= p[1].start and p[1].end <= span.end]
            for name, place in within[1:]:
                yield CAPTIONS_ON_ONE_LINE.at(place, caption=name)
    for words, span in text.head.pass_lines:
        parted = words.split()
        passing = {"FOR", "FROM", "PASS", "TO"} & set(parted)
        line = text.head.class_line
        if line is not None and line.start <= span.start < line.content:
            continue  # a tail of the classification line, such as SUSPECTED DUPLICATE
        if len(parted) <= 3 and not passing and all(w.isalpha() and w.isupper() for w in parted):
            yield CAPTION_UNKNOWN.at(span, text=words)


def _informal(text: StateText, placed: list[tuple[str, Span]]) -> Iterator[Diagnostic]:
    caption = next((s for name, s in placed if name.replace("-", " ") == "OFFICIAL INFORMAL"), None)
    subject = (text.subject or "").upper().replace("-", " ").replace("/", " ")
    if caption is not None and text.subject and "OFFICIAL INFORMAL" not in subject:
        yield OFFICIAL_INFORMAL_ONCE.at(caption, where="caption")
    elif caption is None and subject.startswith("OFFICIAL INFORMAL"):
        yield OFFICIAL_INFORMAL_ONCE.at(text.field_spans["subject"], where="SUBJECT")

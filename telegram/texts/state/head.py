"""The head of a State text, while it is read: what each of its lines said, and where.

Here: `Head`. Elsewhere: which line is which (`labels`, `head_lines`); labelled lines of SMART
(`smart`); places (`places`).
"""

from attrs import define, field

from telegram.source import Span
from telegram.texts.state.lines import PieceKind, TextLine, unwrapped
from telegram.values.caption import Caption, caption_of, leading_captions
from telegram.values.executive_order import ExecutiveOrder

BETWEEN = " -;,/"
"""What parts a caption from what follows it on its line."""


@define
class Head:
    """What was read of the head. Blocks of several lines are kept as lines, and read at the end."""

    level: str | None = None
    post: str | None = None
    number: str | None = None
    year_written: str | None = None
    section: tuple[int, int] | None = None
    class_line: TextLine | None = None
    class_places: dict[str, tuple[int, int]] = field(factory=dict)
    controls: tuple[str, ...] = ()
    misspelt: bool = False
    rest: str | None = None
    captions: list[tuple[Caption, Span]] = field(factory=list)
    pass_lines: list[tuple[str, Span]] = field(factory=list)
    corrected: str | None = None
    corrected_span: Span | None = None
    order: ExecutiveOrder | None = None
    order_line: TextLine | None = None
    order_label: str = ""
    tags_label: str = ""
    subject_label: str = ""
    tags: list[tuple[TextLine, int]] = field(factory=list)
    subject: list[tuple[TextLine, int]] = field(factory=list)
    references: list[tuple[TextLine, int]] = field(factory=list)
    classifier: list[tuple[TextLine, int]] = field(factory=list)
    notices: list[tuple[str, Span]] = field(factory=list)
    labels: list[tuple[str, TextLine, int]] = field(factory=list)
    spans: dict[str, Span] = field(factory=dict)
    taken: list[tuple[PieceKind, TextLine]] = field(factory=list)
    run_together: bool = False
    block: str = ""
    blanks: int = 0
    ended: bool = False

    @property
    def seen(self) -> list[tuple[PieceKind, Span]]:
        """The lines that were read, with their places."""
        return [(kind, line.whole()) for kind, line in self.taken]

    def blank(self) -> None:
        """A blank line: it ends most blocks."""
        self.blanks += 1
        if not self.block:
            return
        if self.block == "subject" and self.subject_text():
            self.block = "subject?"
        elif self.block == "classified":
            self.block = "classified?"
        elif self.block in ("order", "tags"):
            self.block = ""

    def subject_text(self) -> bool:
        """Whether the subject has words."""
        return any(line.text[first:] for line, first in self.subject)

    @property
    def past_captions(self) -> bool:
        """Whether a line was read below which no captions stand."""
        return self.order is not None or bool(self.tags) or bool(self.subject)

    def take_captions(self, line: TextLine, first: int) -> int:
        """Read the captions of a line from a place on; where the rest begins."""
        captions, taken = leading_captions(line.text[first:])
        if first + taken < len(line.text) and self.past_captions:
            return first
        known = {caption.name for caption, _ in self.captions} if self.captions else ()
        for name, start, end in captions:
            if name not in known:
                self.captions.append((caption_of(name), line.span(first + start, first + end)))
            else:
                self.spans.setdefault("repeated", line.span(first + start, first + end))
        return first + taken if captions else first

    def take_pass_line(self, line: TextLine, first: int) -> None:
        """The rest of a line is an attention or passing line."""
        rest = line.text[first:]
        lead = len(rest) - len(rest.lstrip(BETWEEN))
        if rest[lead:]:
            place = line.span(first + lead, len(line.text))
            self.pass_lines.append((rest[lead:], place))


def words_of(lines: list[tuple[TextLine, int]]) -> str | None:
    """The words of a block over its lines; None where it has none."""
    if not lines:
        return None
    return unwrapped([line.text[begin:] for line, begin in lines]) or None

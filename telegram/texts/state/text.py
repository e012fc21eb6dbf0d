"""The value of a State text: its fields, their places, its readable form and its JSON document.

Here: `StateText`. Elsewhere: reading one (`state`).
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from telegram.source import Span
from telegram.syntax import matcher
from telegram.texts.state.blocks import FIRST, Block, blocks_of, summaries_of
from telegram.texts.state.body import Body
from telegram.texts.state.distribution import Distribution, read_distribution
from telegram.texts.state.document import document_of
from telegram.texts.state.head import Head
from telegram.texts.state.head_reader import HeadReading, read_head
from telegram.texts.state.lines import Piece, PieceKind
from telegram.texts.state.literals import Literal
from telegram.texts.state.paragraphs import Paragraph
from telegram.texts.state.places import field_spans, tiling
from telegram.texts.state.printed import PageLine, ReleaseStamp, page_lines, release_stamps
from telegram.texts.state.redactions import Redaction, redactions_in
from telegram.texts.state.references import PlacedReference
from telegram.texts.state.smart import Labelled
from telegram.values.caption import Caption
from telegram.values.classified_by import ClassifiedBy
from telegram.values.executive_order import ExecutiveOrder
from telegram.values.message_reference_number import MessageReferenceNumber, identifier_of
from telegram.values.state_reference import StateReference
from telegram.values.tags import Tags

_LEVELS = (
    ("UNCLAS", "UNCLASSIFIED"),
    ("LIMITED", "LIMITED OFFICIAL USE"),
    ("CONF", "CONFIDENTIAL"),
    ("SECRET", "SECRET"),
    ("TOP", "TOP SECRET"),
)


@frozen(weakref_slot=False)
class StateText:
    """The text of a State telegram.

    :Shape:  post and number: of the message reference number, as written, or None; year: given by
             the caller, or of a labelled line; section: number and total; captions, pass_lines,
             notices; executive_order; tags; subject and subject_marking; references; classified_by;
             paragraphs; blocks: summaries, comments and others; literals: texts quoted as they
             came; downgrading_group; redactions; signature; labelled: the labelled lines; action
             and info: their addressees; distribution: the block above headings of the 1970s;
             notes: what communicators wrote below the signature.
    :Text:   ``str(text)`` is every character; ``pieces`` tile it. ``spans`` holds the place of each
             field by its path, such as ``references[0]`` or ``paragraphs[2].marking``.
    :Source: 5 FAH-1 H-210 and H-246; 5 FAH-2 H-222 and H-252; forms as in public telegrams.
    """

    text: str = field(repr=False)
    span: Span = field(repr=False, eq=False)
    body: Body = field(repr=False, eq=False)
    year: int | None
    post: str | None
    number: str | None
    section: tuple[int, int] | None
    captions: tuple[Caption, ...]
    pass_lines: tuple[str, ...]
    executive_order: ExecutiveOrder | None
    tags: tuple[Tags, ...]
    subject: str | None
    subject_marking: str | None
    placed_references: tuple[PlacedReference, ...] = field(repr=False, eq=False)
    classified_by: ClassifiedBy | None
    labelled: tuple[Labelled, ...]
    _source: str = field(repr=False, eq=False, alias="source")
    _reading: HeadReading | None = field(default=None, repr=False, eq=False, alias="reading")
    first_head: Span | None = field(default=None, repr=False, eq=False)

    kind = "state"

    @cached_property
    def _lines(self) -> HeadReading:
        """The lines of the head; of a clean one, only its values were read so far."""
        return self._reading or read_head(self._source, self.span.start, self.span.end)

    @property
    def head(self) -> Head:
        """What the lines of the head said, and where."""
        return self._lines.head

    @property
    def level(self) -> str | None:
        """The classification word as printed; None where no line says one."""
        return self.head.level

    @property
    def level_name(self) -> str | None:
        """The level in full capitals, as `Classification` names it; None where no line says one."""
        if self.level is None:
            return None
        letters = self.level.replace(" ", "")
        return next((name for key, name in _LEVELS if letters.startswith(key)), None)

    def at(self, span: Span) -> str:
        """The characters of a span of the source."""
        start = self.span.start
        return self.text[span.start - start : span.end - start]

    @property
    def headed(self) -> bool:
        """Whether anything of a drafter's head is there: a label, an E.O., TAGS or subject line.

        A text without is an extract or a note, of which no head and no signature is asked.
        """
        return bool(
            self.head.labels
            or self.head.tags
            or self.head.subject_label
            or self.executive_order is not None
        )

    @property
    def message_reference_number(self) -> MessageReferenceNumber | None:
        """Year, post and number; None where the text does not name itself."""
        if self.post is None or self.number is None:
            return None
        return MessageReferenceNumber(self.year, self.post, self.number)

    @property
    def identifier(self) -> str | None:
        """Year, post and number as one word, such as ``08SANSALVADOR1029``."""
        return identifier_of(self.year, self.post, self.number)

    @property
    def references(self) -> tuple[StateReference, ...]:
        """The references, by their letters."""
        return tuple([placed.reference for placed in self.placed_references])

    @property
    def corrected(self) -> str | None:
        """What a corrected copy says was corrected; empty is None."""
        return self.head.corrected

    @property
    def notices(self) -> tuple[str, ...]:
        """Lines that say how the message is to be handled."""
        return tuple(text for text, _ in self.head.notices)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in order."""
        return self.body.paragraphs

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Summaries, comments, action requests and other blocks that words open and end."""
        return self._typed(blocks_of(self.body.paragraphs))

    @cached_property
    def summaries(self) -> tuple[Block, ...]:
        """The blocks that are summaries and comments."""
        return self._typed(summaries_of(self.body.paragraphs))

    def _typed(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks without those that stand in texts which it quotes."""
        if not self.body.literals or not blocks:
            return blocks
        spans = [literal.span for literal in self.body.literals]
        return tuple(
            block
            for block in blocks
            if not any(span.start <= block.span.start < span.end for span in spans)
        )

    @property
    def literals(self) -> tuple[Literal, ...]:
        """The texts that it quotes as they came, between BEGIN TEXT and END TEXT and the like."""
        return self.body.literals

    @property
    def downgrading_group(self) -> str | None:
        """The downgrading group, such as ``GP-3``, that ends texts of 1966-72; None without one."""
        return self.body.group[0] if self.body.group is not None else None

    @cached_property
    def redactions(self) -> tuple[Redaction, ...]:
        """Where words were taken out before release."""
        return redactions_in(self.text, self.span.start)

    @cached_property
    def distribution(self) -> Distribution | None:
        """The distribution block that terminals of the 1970s printed above the heading."""
        return read_distribution(self._source, Span(0, self.span.start))

    def block(self, kind: str) -> str | None:
        """The text of the blocks of a kind; None without one."""
        blocks = self.summaries if kind in FIRST else self.blocks
        texts = [block.text for block in blocks if block.kind == kind and block.text]
        return "\n\n".join(texts) or None

    @property
    def summary(self) -> str | None:
        """The summary, line ends undone; None without one."""
        return self.block("summary")

    @property
    def comment(self) -> str | None:
        """The comments, line ends undone; None without one."""
        return self.block("comment")

    @property
    def action_request(self) -> str | None:
        """The action requests, line ends undone; None without one."""
        return self.block("action request")

    @property
    def signature(self) -> str | None:
        """The surname that signs; None without one."""
        for labelled in self.labelled:
            if labelled.label == "Signature":
                return labelled.value or None
        return self.body.signature

    @property
    def signature_office(self) -> str | None:
        """The office word printed before the signature, such as CONS; None without one."""
        return self.body.signature_office

    @property
    def minimize_considered(self) -> bool:
        """Whether the releaser says that MINIMIZE was considered."""
        ending = "".join(p.text[-200:] for p in self.paragraphs[-2:])
        return matcher("state:minimize_considered").search(ending) is not None

    @property
    def partial(self) -> bool:
        """Whether a notice says that the copy is an extract."""
        return any(piece.kind is PieceKind.PARTIAL for piece in self.pieces)

    @cached_property
    def pages(self) -> tuple[PageLine, ...]:
        """The page lines and page marks in the text; spans count from the start of the text."""
        return page_lines(self.text, self._local)

    @cached_property
    def releases(self) -> tuple[ReleaseStamp, ...]:
        """The release stamps in the text; spans count from the start of the text."""
        return release_stamps(self.text, self._local)

    @property
    def _local(self) -> tuple[Piece, ...]:
        """The pieces with spans that count from the start of the text."""
        start = self.span.start
        wanted = (PieceKind.PAGE, PieceKind.STAMP)
        return tuple(
            Piece(piece.kind, Span(piece.span.start - start, piece.span.end - start))
            for piece in self.pieces
            if piece.kind in wanted
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What communicators wrote below the signature."""
        return tuple(text for text, _ in self.body.notes)

    @property
    def plain(self) -> str:
        """Readable text: line wraps undone, without what printers and archives put between."""
        parts: list[str] = []
        if self.subject:
            parts.append(f"SUBJECT: {self.subject}")
        for paragraph in self.paragraphs:
            heading = paragraph.heading
            if heading and not paragraph.text.startswith(heading):
                parts.append(heading)
            marks = [f"{paragraph.number}." if paragraph.number else ""]
            marks.append(f"({paragraph.marking})" if paragraph.marking else "")
            parts.append(" ".join(part for part in (*marks, paragraph.plain) if part))
        if self.signature:
            parts.append(self.signature)
        return "\n\n".join(parts)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What tiles the text; neighbours of one kind are one where nothing tells them apart."""
        return tiling([*self._lines.pieces, *self.body.pieces], self.span)

    @cached_property
    def field_spans(self) -> Mapping[str, Span]:
        """The place of each field of the head, and of the signature."""
        return field_spans(self)

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """The place of each field by its path."""
        found = dict(self.field_spans)
        for index, paragraph in enumerate(self.paragraphs):
            for name, span in paragraph.spans.items():
                found[f"paragraphs[{index}].{name}" if name else f"paragraphs[{index}]"] = span
        for block in self.summaries:
            found.setdefault(block.kind, block.span)
        return found

    def to_dict(self, pivot: int = 1969) -> dict[str, Any]:
        """The member ``text`` of the JSON document; `pivot` is that of other formats."""
        del pivot
        return document_of(self)

    def __str__(self) -> str:
        return self.text

"""Strategies for headings, lines, texts and whole telegrams.

They make their choices where the seeded generator makes its own (`telegram.generating`): what is
realistic and what agrees with what is stated there once. Hypothesis in place of a seed means that
what fails is made small: one addressee, one paragraph, one sentence.

Here: whole messages and their parts. Elsewhere: single values (`elements`, `protection`).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st

from telegram.dialects import Dialect, Need, dialects
from telegram.dialects import dialect as dialect_named
from telegram.faults import Fault, Faulty, fault, faults, faulty
from telegram.formatting import Content, divided, made_message
from telegram.formatting.heading import heading_lines
from telegram.formatting.problems import writable
from telegram.generating import Generator
from telegram.generating.accounting import accounting_of
from telegram.generating.controls import ANY, choice, fitting
from telegram.generating.dice import Dice
from telegram.generating.heading import Wanted, heading_of, on_the_wire, senders
from telegram.generating.occasion import Occasion
from telegram.generating.plain_text import plain_text
from telegram.generating.pools import words
from telegram.generating.printouts import PRINTED_YEARS
from telegram.generating.service_text import service_text
from telegram.generating.sets_text import sets_text
from telegram.generating.state_text import state_text
from telegram.lines import FormatLine
from telegram.model import Accounting, Ending, Heading, Telegram
from telegram.values.classification import Classification

_Item = TypeVar("_Item")

_TEXTS = {"plain": plain_text, "state": state_text, "sets": sets_text, "service": service_text}
_LEVELS = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET")
_SHARE_COUNTED = 0.5
_CUT = ("acp127-us", "janap128", "acp127")
"""Dialects whose messages are sent in sections."""


class _Drawn(Dice):
    """Choices that Hypothesis makes, and makes small: the first item, the lowest number, no."""

    __slots__ = ("_draw",)

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def below(self, limit: int) -> int:
        return self._draw(st.integers(0, limit - 1))

    def between(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))

    def chance(self, share: float) -> bool:
        return self._draw(st.booleans())

    def choice(self, items: Sequence[_Item]) -> _Item:
        return items[self.below(len(items))]

    def some(self, items: Sequence[_Item], count: int) -> list[_Item]:
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]


def _occasion(
    draw: st.DrawFn, dialect: Dialect, text: str, *, controlled: bool = False
) -> Occasion:
    """Who sends what, and when; `controlled`: perhaps with a control marking."""
    dice = _Drawn(draw)
    moment = draw(st.datetimes(datetime(1996, 1, 1), datetime(2067, 12, 31)))
    released = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    if not released.hour and not released.minute:
        released = released.replace(minute=1)  # 0000 is not used in a date-time group
    control, level = None, dice.choice(_LEVELS)
    if controlled and draw(st.booleans()):
        fit = fitting(ANY, text, level, labelled=False)
        control, own = choice(fit, level, released.date(), dice)
        level = own or level
    return Occasion(
        dice,
        dice.between(1, 9999),
        dice.choice(senders(dialect, post=text == "state")),
        released,
        dice.between(1, 9999),
        Classification(level),
        dice.choice(words("exercise")),
        dialect,
        (1, 3),
        (1, 2),
        0,
        control,
        text == "service",
    )


def _wanted(exempt: int = 0) -> Wanted:
    return Wanted(None, None, (1, 2), (0, 2), (exempt, exempt))


def _chosen(draw: st.DrawFn, given: str | None, names: Sequence[str]) -> str:
    return given if given is not None else draw(st.sampled_from(names))


def _known(text: str | None) -> None:
    if text is not None and text not in _TEXTS:
        raise ValueError(f"no text {text!r}; there are {', '.join(_TEXTS)}")


def _names() -> tuple[str, ...]:
    return tuple(record.name for record in dialects() if record.written)


def _content(
    occasion: Occasion, text: str, *, sections: int = 1, exempt: int = 0, counted: bool = False
) -> Content:
    """Heading, text and ending; `counted`: perhaps with a group count."""
    heading = heading_of(occasion, _wanted(exempt), sections)
    lines = _TEXTS[text](occasion).lines
    if counted and occasion.dice.chance(_SHARE_COUNTED):
        heading = evolve(heading, accounting=accounting_of(ANY, lines, occasion.dice))
    return Content(heading, lines, Ending(end_of_message=on_the_wire(occasion.dialect)))


def headings(dialect: str | None = None) -> st.SearchStrategy[Heading]:
    """Headings whose values agree with each other; `dialect`: a name, None for any.

    No readdressals, pilots, instructions and accounting.
    """
    if dialect is not None:
        writable(dialect)

    @st.composite
    def drawn(draw: st.DrawFn) -> Heading:
        record = dialect_named(_chosen(draw, dialect, _names()))
        text = draw(st.sampled_from(("plain", "state")))
        return heading_of(_occasion(draw, record, text), _wanted(draw(st.integers(0, 1))), 1)

    return drawn()


def texts(kind: str | None = None, dialect: str = "acp127-us") -> st.SearchStrategy[str]:
    """Format line 12 with its classification line; `kind`: ``plain``, ``state``, ``sets``,
    ``service``, None for any. No line has a page line; some have control markings.
    """
    _known(kind)
    record = writable(dialect)

    @st.composite
    def drawn(draw: st.DrawFn) -> str:
        text = _chosen(draw, kind, tuple(_TEXTS))
        found = _TEXTS[text](_occasion(draw, record, text, controlled=True)).lines
        return "".join(f"{line}\n" for line in found)

    return drawn()


def telegrams(
    *, dialect: str | None = None, text: str | None = None
) -> st.SearchStrategy[Telegram]:
    """Whole telegrams, clean when judged as sent, some with control markings or a group count;
    `dialect`, `text`: a name, None for any.

    A printout, of ``state-1970s`` or ``state-smart``, is drawn where it is asked for by name.
    """
    _known(text)
    if dialect is not None and dialect in PRINTED_YEARS:
        kind = text or "state"
        Generator(dialect=dialect, text=kind)  # refuses what cannot be
        seeds = st.integers(0, 2**32)
        return seeds.map(lambda seed: Generator(dialect=dialect, text=kind, seed=seed).message())
    if dialect is not None:
        writable(dialect)

    @st.composite
    def drawn(draw: st.DrawFn) -> Telegram:
        record = dialect_named(_chosen(draw, dialect, _names()))
        kind = _chosen(draw, text, tuple(_TEXTS))
        occasion = _occasion(draw, record, kind, controlled=True)
        return made_message(_content(occasion, kind, counted=True), record)

    return drawn()


def lines(format_line: FormatLine, dialect: str = "acp127-us") -> st.SearchStrategy[str]:
    """Lines of a kind as a dialect writes them, without line end: FL1 to FL10, BT, the endings.

    Raises ValueError for a kind that the dialect has not, or that has no form of its own.
    """
    record = writable(dialect)
    unused = (line for line in FormatLine if line.number and not _has(record, line))
    if not format_line.number or format_line in {*unused, FormatLine.FL12, FormatLine.FL14}:
        raise ValueError(f"{record.title} has no lines of {format_line.name} to draw")

    @st.composite
    def drawn(draw: st.DrawFn) -> str:
        content = _content(_occasion(draw, record, "plain"), "plain", exempt=1)
        heading = content.heading
        if format_line is FormatLine.FL8 and not heading.info:
            heading = evolve(heading, info=heading.action, action=())
        groups = draw(st.one_of(st.none(), st.integers(0, 9999)))
        heading = evolve(heading, accounting=Accounting(None, groups))
        found = heading_lines(heading, record, content.pivot)
        of_kind = [
            line
            for line, label in zip(found.lines, found.labels, strict=True)
            if label is format_line
        ]
        if not of_kind:
            message = made_message(content, record)
            of_kind = [line.text for line in message.lines if line.format_line is format_line]
        return draw(st.sampled_from(of_kind))

    return drawn()


def _has(record: Dialect, format_line: FormatLine) -> bool:
    if format_line is FormatLine.FL4 and record.needs[format_line] is not Need.ON_THE_WIRE:
        return False
    wire = (FormatLine.FL1, FormatLine.FL2, FormatLine.FL3, FormatLine.FL4)
    ends = (FormatLine.FL15, FormatLine.FL16)
    if format_line in (*wire, *ends) and not on_the_wire(record):
        return False
    if format_line is FormatLine.FL15 and not record.validated:
        return False
    return format_line is not FormatLine.FL3 or record.station_form is not None


def sections(
    *, dialect: str | None = None, count: int | None = None
) -> st.SearchStrategy[tuple[Telegram, ...]]:
    """The sections of a plain text that is too long for one message; `count`: 2 to 4, None for any.

    Its lines are numbered and otherwise alike, so that a small example stays readable.
    """
    if dialect is not None and dialect not in _CUT:
        raise ValueError(f"no dialect {dialect!r} with sections; there are {', '.join(_CUT)}")
    if count is not None and not 2 <= count <= 4:
        raise ValueError(f"count is 2 to 4, not {count}")

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[Telegram, ...]:
        record = dialect_named(_chosen(draw, dialect, _CUT))
        wanted = count if count is not None else draw(st.integers(2, 4))
        content = _content(_occasion(draw, record, "plain"), "plain", sections=wanted)
        full = record.limits.page_lines * record.limits.pages - 2
        # Each line is a paragraph, so that every part but the last is full.
        length = draw(st.integers(full * (wanted - 1) + 4, full * wanted - 2))
        body = [f"{number}. EXERCISE LINE {number}." for number in range(1, length + 1)]
        parts = divided(evolve(content, text=(content.text[0], *body)), record)
        return tuple(made_message(part, record) for part in parts)

    return drawn()


def damaged_telegrams(
    *, dialect: str | None = None, text: str | None = None, code: str | None = None
) -> st.SearchStrategy[Faulty]:
    """Telegrams broken on purpose, with the code that must be found, its place, and the codes that
    may stand beside it.

    Drawn from the catalogue of faults: `dialect`, `text` and `code` choose among them, None takes
    any. What is drawn shrinks to the first fault and a low seed, not to a short telegram.

    Raises ValueError where no fault is made for messages of these; KeyError for a code without a
    fault.
    """
    chosen = [
        each
        for each in ((fault(code),) if code is not None else faults())
        if any(dialect in (None, d) and text in (None, t) for d, t in each.where)
    ]
    if not chosen:
        raise ValueError(
            f"no fault is made for {dialect or 'any'} messages of {text or 'any'} text"
        )

    def broken(found: Fault, seed: int) -> Faulty:
        return next(faulty(found, seed=seed, dialect=dialect, text=text))

    return st.builds(broken, st.sampled_from(chosen), st.integers(0, 2**32 - 1))

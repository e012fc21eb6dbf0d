"""Repairs: what a garbled message probably said, offered for a person to judge.

Every text one garble away from the one received is a candidate where the grammar takes it; the
message is read anew with each, and the ones after which it reads better are offered, best first.
What a message reads better by is said: the findings that are gone, and the copies of a fact that
now agree. Nothing is applied unasked.

Here: `repair`, `Repair`, `Repairs`. Elsewhere: garbles and their alternatives (`garbles`), which of
them are worth weighing (`candidates`), facts stated twice (`copies`), the weight (`weighing`).
"""

from collections.abc import Iterator, Sequence
from math import exp
from typing import overload

from attrs import evolve, field, frozen

from telegram.diagnostics import Edit, Fix, Safety, apply_fixes
from telegram.model import Telegram, expect_telegram
from telegram.repairing.candidates import candidates
from telegram.repairing.garbles import COPY, PROSIGN, REMEDY, Alternative
from telegram.repairing.shortening import reread, shortened
from telegram.repairing.weighing import Weight, weigh, weigh_lightly
from telegram.source import Span

__all__ = ["Repair", "Repairs", "repair"]

_LEAST_GAIN = 0.5
_MOST_OF_A_LINE = 8
"""Alternatives of a line that are weighed in full."""
_MOST_ROUNDS = 20
"""Repairs that are applied to one message."""


@frozen
class Repair:
    """One correction of a garbled element, offered and not applied.

    :Shape:  span: the words concerned, in the source of the message; written: what stands there;
             proposed: what may have been sent; kind: the garble that made one of the other, in
             words; confidence: 0 to 1, its share among the repairs of the same place or fact and
             of leaving the text as it is (an order, no probability); rests_on: why, in words;
             removes: codes of the findings that are gone with it.
    """

    span: Span
    written: str
    proposed: str
    kind: str
    confidence: float
    rests_on: tuple[str, ...]
    removes: tuple[str, ...]
    _gain: float = field(default=0.0, repr=False, eq=False, alias="gain")
    _facts: frozenset[tuple[str, ...]] = field(
        default=frozenset(), repr=False, eq=False, alias="facts"
    )

    def rivals(self, other: "Repair") -> bool:
        """Whether only one of two repairs can be right: of one place, or of one fact."""
        apart = self.span.end <= other.span.start or other.span.end <= self.span.start
        return not apart or bool(self._facts & other._facts)

    @property
    def fix(self) -> Fix:
        """The repair as a fix, applied on request."""
        title = f"Write {self.proposed!r}: {self.kind}."
        return Fix(title, (Edit(self.span, self.proposed),), Safety.UNSAFE)

    def apply(self, message: Telegram) -> Telegram:
        """The message with this repair, read anew.

        :Errors: ValueError for another message: one that does not say `written` there.
        """
        if self.span.of(message.source.text) != self.written:
            raise ValueError("the repair is of another message")
        return reread(message, apply_fixes(message.source.text, [self.fix]))

    def __str__(self) -> str:
        return f"{self.written!r} -> {self.proposed!r} ({self.kind})"


@frozen
class Repairs(Sequence[Repair]):
    """The repairs offered for a message, the most certain place first, and of a place the best.

    :ivar message: the message.
    """

    message: Telegram = field(repr=False)
    _found: tuple[Repair, ...] = field(alias="found")

    def __repr__(self) -> str:
        return f"<Repairs [{', '.join(map(str, self._found))}]>"

    @property
    def first(self) -> tuple[Repair, ...]:
        """The best repair of each place, in the order of confidence."""
        chosen: list[Repair] = []
        for each in self._found:
            if not any(each.rivals(other) for other in chosen):
                chosen.append(each)
        return tuple(chosen)

    def apply(self, least: float = 0.5) -> Telegram:
        """The message with the best repairs, each weighed on what the one before it left.

        :Shape:  least: repairs of a lower confidence are left out.
        """
        message, rest = self.message, self
        for _ in range(_MOST_ROUNDS):
            best = next((each for each in rest if each.confidence >= least), None)
            if best is None:
                break
            message = best.apply(message)
            rest = repair(message)
        return message

    @overload
    def __getitem__(self, index: int) -> Repair: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Repair, ...]: ...
    def __getitem__(self, index: int | slice) -> Repair | tuple[Repair, ...]:
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)


def repair(message: Telegram) -> Repairs:
    """Ranked corrections of what is garbled in the heading and the ending of a message.

    :Shape:  Lost and false shifts, single impulses, dropped and doubled characters, O for 0 and I
             for 1, lost and false line ends. A repair is offered only where the line that it makes
             is of standard form and the message then has fewer findings or more agreement between
             copies of one fact: FL2, FL5 and FL15, filing and release, classification letters and
             line, the tables of stations and posts.
    :Errors: TypeError for what is no telegram. A message that is sound, or garbled beyond this, has
             no repairs.

    >>> from telegram.parsing import parse
    >>> message = parse(
    ...     "PP RUEHC\\nDE RUEHSN #1029 2412134\\nZNR UUUUU\\nP 28RQ34Z AUG 08\\n"
    ...     "NM AMEMBASSY SAN SALVADOR\\nTO RUEHC/SECSTATE WASHDC\\nBT\\nUNCLAS\\nBT\\n"
    ... )
    >>> best = repair(message)[0]
    >>> best.written, best.proposed, best.kind
    ('NM', 'FM', 'one impulse wrong')
    >>> best.rests_on
    ('RUEHSN is AMEMBASSY SAN SALVADOR', 'removes TG210, TG250')
    """
    expect_telegram(message, "what is repaired")
    base = shortened(message)
    before = weigh(base.telegram)
    found = []
    for group in candidates(base.telegram):
        for each in _best(base.telegram, group):
            made = _weighed(base.telegram, before, each)
            if made is not None:
                found.append(made)
    text = message.source.text
    moved = [evolve(each, span=base.whole(each.span)) for each in found]
    # A line joined with the next one may not stand beside it in the whole message.
    return Repairs(message, tuple(_ranked([r for r in moved if r.span.of(text) == r.written])))


def _best(message: Telegram, group: list[Alternative]) -> list[Alternative]:
    """The alternatives of a line after which the message reads best, its findings aside."""
    if len(group) <= _MOST_OF_A_LINE:
        return group
    text = message.source.text
    light = [weigh_lightly(reread(message, each.applied(text))) - each.cost for each in group]
    order = sorted(range(len(group)), key=lambda index: -light[index])
    return [group[index] for index in order[:_MOST_OF_A_LINE]]


def _weighed(message: Telegram, before: Weight, each: Alternative) -> Repair | None:
    """The repair that a candidate is, if the message reads better with it."""
    text = message.source.text
    repaired = reread(message, each.applied(text))
    after = weigh(repaired)
    if after.errors.total() > before.errors.total():
        return None
    removed = before.codes - after.codes
    gained = [copy for paths, copy in after.agreed.items() if paths not in before.agreed]
    gain = after.value - before.value - each.cost
    if gain < _LEAST_GAIN or not (removed or gained or each.kind == PROSIGN):
        return None
    first, last = _words(text, each.start, each.end)
    proposed = text[first : each.start] + each.text + text[each.end : last]
    reasons = [copy.words for copy in gained]
    if removed:
        reasons.append(f"removes {', '.join(sorted(removed))}")
    return Repair(
        Span(first, last),
        text[first:last],
        proposed,
        each.kind,
        0.0,
        tuple(reasons),
        tuple(sorted(removed.elements())),
        gain=gain,
        facts=frozenset(copy.paths for copy in gained),
    )


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """The words that a range touches, so that people see them whole."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _distinct(found: list[Repair]) -> Iterator[Repair]:
    """Of equal repairs one: by the garble that explains it, not by the copy or the remedy."""
    groups: dict[tuple[Span, str], list[Repair]] = {}
    for each in found:
        groups.setdefault((each.span, each.proposed), []).append(each)
    for equal in groups.values():
        told = [each for each in equal if each.kind not in (COPY, REMEDY)] or equal
        yield evolve(told[0], gain=max(each._gain for each in equal))


def _ranked(found: list[Repair]) -> Iterator[Repair]:
    """The repairs with their share among those of the same place, the most certain first."""
    found = list(_distinct(found))
    shared = []
    for each in found:
        rivals = sum(exp(other._gain) for other in found if each.rivals(other) or other is each)
        shared.append(evolve(each, confidence=round(exp(each._gain) / (rivals + 1), 3)))
    yield from sorted(shared, key=lambda r: (-r._gain, r.span.start, r.proposed))

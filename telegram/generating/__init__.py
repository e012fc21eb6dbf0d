"""Messages from a seed: any number of them, realistic, valid, and always the same.

A `Generator` is the outgoing traffic of a few stations: each message takes the next numbers of its
station and a later time than the one before. Message 123,456 of a seed can be made alone.

Here: `generate` and `Generator`. Elsewhere: who sends what and when (`occasion`), the heading, the
texts (`state_text`, `sets_text`, `plain_text`, `service_text`), messages sent on (`readdressal`),
and how a message is written (`telegram.formatting`).
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count as counting
from typing import Unpack

from attrs import evolve, field, frozen

from telegram.dialects import AMHS, Dialect, dialect
from telegram.formatting import Content, divided, made_message
from telegram.formatting.problems import writable
from telegram.generating import wishes
from telegram.generating.accounting import ACCOUNTED, accounting_of
from telegram.generating.controls import ANY, CONTROLS, choice, fitting, usual_years
from telegram.generating.controls import Control as _Control
from telegram.generating.dice import Dice
from telegram.generating.heading import Wanted, heading_of, senders
from telegram.generating.occasion import USUAL_YEARS, YEARS, Occasion, Run
from telegram.generating.plain_text import plain_text
from telegram.generating.printouts import FIRST_YEARS, PRINTED_YEARS, printed
from telegram.generating.readdressal import earlier, sent_on, wanted_twice
from telegram.generating.said import Written
from telegram.generating.service_text import service_text
from telegram.generating.sets_text import sets_text
from telegram.generating.state_text import state_text
from telegram.generating.wishes import Wishes
from telegram.model import Heading, Telegram
from telegram.values.classification import Classification
from telegram.values.precedence import Precedence

__all__ = ["ACCOUNTED", "CONTROLS", "TEXTS", "Generator", "generate"]

_TEXTS: dict[str, Callable[[Occasion], Written]] = {
    "state": state_text,
    "sets": sets_text,
    "plain": plain_text,
    "service": service_text,
}
TEXTS = tuple(_TEXTS)
"""The formats of texts that are made."""
LEVELS = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
_LEVELS_DRAWN = ("UNCLASSIFIED",) * 6 + ("CONFIDENTIAL", "CONFIDENTIAL", "SECRET")
_MOST_SECTIONS = 99
_TRIES = 40


@frozen
class Made:
    """A message, and what it was made to say.

    :ivar heading: the heading that was meant.
    :ivar text: the text that was meant; of a section, the text of the whole.
    :ivar message: the message, as read.
    """

    heading: Heading
    text: Written
    message: Telegram


@frozen(kw_only=True)
class Generator:
    """The messages of a seed.

    All names of persons and units are invented, and EXERCISE stands in every text. What is made,
    ``check(message, as_sent=True)`` finds clean; in a printout, which nobody sends, ``check`` finds
    no more than that its BT is missing. Within a major release the same seed and the same
    wishes give the same bytes, on every platform and in every version of Python.

    :Shape:  dialect: a dialect's name; of ``state-1970s`` and ``state-smart``, one telegram's
             printout, with a State text. seed: a number or a text. text: ``state``, ``sets``,
             ``plain`` or ``service``, whose paragraphs are its requests. precedence,
             info_precedence: prosigns or words; None: as it comes. classification: a level, which
             is an exercise marking; None: as it comes. control: a marking beside the level, such as
             ``NOFORN``; ``any``: one that level, text and year allow; None: none but State's
             SENSITIVE. accounting: FL10 with a group count, ``GR``, without one, ``GRNC``, or
             ``any``; None: no FL10. action, info, exempt, paragraphs, sentences (of a paragraph): a
             number, or lowest and highest. readdressed: whether each message sends on one that its
             sender received earlier. sections: transmissions that each telegram takes. year: of the
             first message, 1974 to 2068; None: as it comes. stations: how many stations send, in
             turn.
    :Errors: ValueError for a wish that cannot be.

    >>> traffic = Generator(dialect="janap128", text="plain", seed=7)
    >>> message = traffic.message(123_456)
    >>> str(message.heading.dtg), len(message.report)
    ('132356Z OCT 03', 0)
    """

    dialect: str = "acp127-us"
    seed: int | str = 0
    text: str = field(default="state", validator=wishes.within(TEXTS))
    precedence: Precedence | None = field(default=None, converter=wishes.precedence)
    info_precedence: Precedence | None = field(default=None, converter=wishes.precedence)
    classification: str | None = field(default="UNCLASSIFIED", validator=wishes.within(LEVELS))
    control: str | None = field(default=None, validator=wishes.within(CONTROLS))
    accounting: str | None = field(default=None, validator=wishes.within(ACCOUNTED))
    action: tuple[int, int] = field(default=(1, 3), converter=wishes.action)
    info: tuple[int, int] = field(default=(0, 4), converter=wishes.info)
    exempt: tuple[int, int] = field(default=(0, 0), converter=wishes.exempt)
    paragraphs: tuple[int, int] = field(default=(2, 6), converter=wishes.paragraphs)
    sentences: tuple[int, int] = field(default=(1, 4), converter=wishes.sentences)
    readdressed: bool = False
    sections: int = field(default=1, validator=wishes.between(1, _MOST_SECTIONS))
    year: int | None = field(default=None, validator=wishes.year)
    stations: int = field(default=8, validator=wishes.between(1, 20))
    _controls: tuple[_Control, ...] = field(init=False, repr=False, eq=False)
    _record: Dialect = field(init=False, repr=False, eq=False)
    _run: Run = field(init=False, repr=False, eq=False)

    @_record.default
    def _the_record(self) -> Dialect:
        # A printout is one of a telegram that was sent: it is written as a print layout first.
        return AMHS if self.dialect in PRINTED_YEARS else writable(self.dialect)

    @_controls.default
    def _the_controls(self) -> tuple[_Control, ...]:
        if self.control not in CONTROLS or self.text not in TEXTS:
            return ()  # none is wanted, or the wish is refused
        labelled = bool(dialect(self.dialect).labels)
        return fitting(self.control, self.text, self.classification, labelled=labelled)

    @_run.default
    def _the_run(self) -> Run:
        pool = senders(self._record, post=self.text == "state")
        years = FIRST_YEARS.get(self.dialect, USUAL_YEARS)
        if self._controls:
            years = usual_years(self._controls, years, PRINTED_YEARS.get(self.dialect, YEARS))
        return Run.of(self.seed, self.year, pool, self.stations, years)

    def __attrs_post_init__(self) -> None:
        if self.dialect in PRINTED_YEARS:
            self._may_be_printed()
        if self.sections > 1:
            self._may_be_cut()
        if self.readdressed:
            self._may_be_sent_on()
        higher = self.precedence is not None and self.info_precedence is not None
        if higher and self.info_precedence > self.precedence:  # type: ignore[operator]
            raise ValueError("the precedence for information is not above that for action")

    def _may_be_printed(self) -> None:
        """A printout is of a State telegram of its years; SMART shows nobody as exempt."""
        title, years = dialect(self.dialect).title, PRINTED_YEARS[self.dialect]
        if self.text != "state":
            raise ValueError(f"a {title} has a State text")
        if self.year is not None and self.year not in years:
            raise ValueError(f"a {title} is of {years[0]} to {years[-1]}, not of {self.year}")
        if self.accounting is not None:
            raise ValueError(f"a {title} shows no accounting")
        if self.exempt[1] and dialect(self.dialect).labels:
            raise ValueError(f"a {title} shows nobody as exempt")

    def _may_be_cut(self) -> None:
        """Sections need pages; one of sets would lack an end, one of State a suffix in FL3."""
        record = self._record
        if not record.text_checked:
            raise ValueError(f"{record.title} has no sections")
        if self.text == "sets":
            raise ValueError("a set-formatted text is not cut in sections")
        if self.text == "service":
            raise ValueError("a service message is not cut in sections")
        if self.text == "state" and record.station_form == "base":
            raise ValueError(f"FL3 of {record.title} has no place for a section")

    def _may_be_sent_on(self) -> None:
        """A readdressal is of a whole message, and repeats one precedence for all."""
        if self.dialect in PRINTED_YEARS:
            raise ValueError(f"a {dialect(self.dialect).title} has one heading")
        if self.text == "service":
            raise ValueError("a service message is for operators, and not readdressed")
        if self.sections > 1:
            raise ValueError("a readdressal has no sections")
        if self.exempt[1] or self.info_precedence is not None:
            raise ValueError("a readdressal has one precedence and exempts nobody")

    def message(self, number: int = 1) -> Telegram:
        """Message `number` of the seed, from 1. Each section of a telegram counts."""
        return self.made(number).message

    def messages(self, count: int | None = None, *, start: int = 1) -> Iterator[Telegram]:
        """So many messages from `start`, one after the other; without a count, all.

        Nothing is kept of those that were given out.
        """
        last = None if count is None else start + count
        for number in counting(start):
            if last is not None and number >= last:
                return
            yield self.message(number)

    def made(self, number: int) -> Made:
        """Message `number`, with what it was made to say."""
        if number < 1:
            raise ValueError(f"messages are numbered from 1, and {number} is none")
        if self.readdressed:
            return self._sent_on(number)
        whole, section = divmod(number - 1, self.sections)
        written, parts = self._telegram(whole + 1)
        part = parts[section]
        message = made_message(part, self._record)
        if self.dialect not in PRINTED_YEARS:
            return Made(part.heading, written, message)
        dice = Dice(self.seed, number, "printout")
        shown, heading, text = printed(self.dialect, message, part.heading, written, dice)
        return Made(heading, text, shown)

    def _sent_on(self, number: int) -> Made:
        """Message `number` as the readdressal of one that its sender had received."""
        occasion = self._occasion(number, 0)
        before = earlier(occasion, Dice(self.seed, number, "first"))
        occasion = evolve(occasion, control=before.control)
        first, new = wanted_twice(self._wanted, occasion)
        written = _TEXTS[self.text](before)
        content = self._accounted(Content(heading_of(before, first, 1), written.lines), number)
        heading, message = sent_on(
            made_message(content, self._record), content.heading, heading_of(occasion, new, 1)
        )
        return Made(heading, written, message)

    def _telegram(self, number: int) -> tuple[Written, list[Content]]:
        """The text of a telegram, and its transmissions."""
        written, parts = self._whole(number)
        return written, [self._accounted(part, number) for part in parts]

    def _accounted(self, part: Content, number: int) -> Content:
        """A transmission with the FL10 of its own text, where it is to have one."""
        if self.accounting is None:
            return part
        found = accounting_of(self.accounting, part.text, Dice(self.seed, number, "accounting"))
        return evolve(part, heading=evolve(part.heading, accounting=found))

    def _whole(self, number: int) -> tuple[Written, list[Content]]:
        """The same, before its groups are counted."""
        if self.sections == 1:
            heading, written = self._draft(number, 0)
            return written, [Content(heading, written.lines)]
        # Sections part between paragraphs, so how long the text must be shows in trying.
        limits = self._record.limits
        full = limits.page_lines * limits.pages
        lines = full * (self.sections - 1)
        for _ in range(_TRIES):
            heading, written = self._draft(number, lines)
            parts = divided(Content(heading, written.lines), self._record)
            if len(parts) == self.sections:
                return written, parts
            lines += (full // 8) * (1 if len(parts) < self.sections else -1)
        raise ValueError(
            f"a message of {self._record.title} is not cut in {self.sections} sections"
        )

    def _control(self, number: int, day: date) -> tuple[_Control | None, str | None]:
        """The control of a message, and its level where it is given or goes with the control."""
        if not self._controls:
            return None, self.classification
        dice = Dice(self.seed, number, "control")
        control, level = choice(self._controls, self.classification, day, dice)
        if control is None and self.control != ANY:
            raise ValueError(f"{self.control} is not used on {day}, the day of message {number}")
        return control, level

    def _draft(self, number: int, lines: int) -> tuple[Heading, Written]:
        """The heading and the text of a telegram, of so many lines at least."""
        occasion = self._occasion(number, lines)
        heading = heading_of(occasion, self._wanted, self.sections)
        return heading, _TEXTS[self.text](occasion)

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self.precedence, self.info_precedence, self.action, self.info, self.exempt)

    def _occasion(self, number: int, lines: int) -> Occasion:
        """The circumstances of a telegram."""
        run = self._run
        dice = Dice(self.seed, number)
        released = run.released(number, dice)
        control, level = self._control(number, released.date())
        return Occasion(
            dice,
            run.count(number),
            run.sender(number),
            released,
            run.record(number, released),
            Classification(level or dice.choice(_LEVELS_DRAWN)),
            run.exercise,
            self._record,
            self.paragraphs,
            self.sentences,
            lines,
            control,
            self.text == "service",
        )


def generate(
    dialect: str = "acp127-us",
    *,
    seed: int | str | None = None,
    number: int = 1,
    **wishes: Unpack[Wishes],
) -> Telegram:
    """One generated message: message `number` of a seed.

    :Shape:  dialect: a dialect's name. seed: a number or a text; None: another one at each call.
             number: which message of the seed, from 1. wishes: as for `Generator`, which also makes
             many.
    :Errors: ValueError for a wish that cannot be.

    >>> message = generate(seed=7, precedence="PRIORITY", year=2008)
    >>> print(message.heading.precedence, message.heading.originator)
    P AMEMBASSY LISBON
    >>> message == generate(seed=7, precedence="PRIORITY", year=2008)
    True
    """
    from random import SystemRandom

    chosen = SystemRandom().getrandbits(63) if seed is None else seed
    return Generator(dialect=dialect, seed=chosen, **wishes).message(number)

"""One message of a run: who sends it, when, under which numbers, at which level.

A run is the outgoing traffic of a few stations, in turn. Every message is a quarter of an hour
after the one before, give or take, and takes the next numbers of its station. All of it follows
from the seed and the message's number alone, so that message 900,000 costs no more than message 1.

Here: `Run` and `Occasion`. Elsewhere: what the heading makes of it (`heading`), the texts.
"""

from datetime import UTC, datetime, timedelta

from attrs import frozen

from telegram.dialects import Dialect
from telegram.generating.controls import Control
from telegram.generating.dice import Dice
from telegram.generating.pools import Station, words
from telegram.values.classification import Classification

_QUARTER = timedelta(minutes=15)
USUAL_YEARS = (1996, 2012)
"""Years among which that of the first message is drawn."""
YEARS = range(1974, 2069)
"""Years of which messages are made: with two digits, none means another century."""
_HIGHEST = 9999


@frozen
class Occasion:
    """The circumstances of one message.

    :ivar dice: the choices of this message.
    :ivar count: its number in the count of its station.
    :ivar station: who sends it.
    :ivar released: when.
    :ivar record: its number in the station's count of the year.
    :ivar level: its classification.
    :ivar exercise: the name of the exercise of the run.
    :ivar paragraphs: how many the text has, from and to; so the sentences of a paragraph.
    :ivar lines: about how many lines the text has at least.
    :ivar control: the marking beside the level, if any.
    :ivar service: whether operators write to each other.
    """

    dice: Dice
    count: int
    station: Station
    released: datetime
    record: int
    level: Classification
    exercise: str
    dialect: Dialect
    paragraphs: tuple[int, int]
    sentences: tuple[int, int]
    lines: int
    control: Control | None = None
    service: bool = False

    @property
    def letter(self) -> str:
        """The letter of the heading's classification: the control's, or that of the level."""
        own = self.control.letter if self.control is not None else None
        return own or self.level.letter

    @property
    def protected(self) -> bool:
        """Whether a marking stands on the message that says more than UNCLASSIFIED."""
        return self.level.letter != "U" or self.control is not None


@frozen
class Run:
    """What the messages of a seed have in common.

    :ivar seed: where all choices come from.
    :ivar begun: the time before the first message.
    :ivar senders: the stations, in the order of their turns.
    :ivar counts: the number that each station's first message has.
    :ivar exercise: the name of the exercise.
    """

    seed: int | str
    begun: datetime
    senders: tuple[Station, ...]
    counts: tuple[int, ...]
    exercise: str

    @classmethod
    def of(
        cls,
        seed: int | str,
        year: int | None,
        pool: tuple[Station, ...],
        senders: int,
        years: tuple[int, int] = USUAL_YEARS,
    ) -> "Run":
        """The run of a seed, its stations drawn from a pool, its year where none is given from
        `years`.
        """
        dice = Dice(seed, "run")
        first = datetime(year or dice.between(*years), 1, 1, tzinfo=UTC)
        if year is None:
            first += dice.below(365) * timedelta(days=1)
        chosen = tuple(dice.some(pool, senders))
        counts = tuple(dice.between(1, 900) for _ in chosen)
        return cls(seed, first, chosen, counts, dice.choice(words("exercise")))

    def released(self, number: int, dice: Dice) -> datetime:
        """When a message is released; later for every later number."""
        late = timedelta(minutes=dice.below(15))
        try:
            found = self.begun + (number - 1) * _QUARTER + late
        except OverflowError:
            found = datetime.max.replace(tzinfo=UTC)
        if not found.hour and not found.minute:
            found += timedelta(minutes=1)  # 0000 is not used in a date-time group
        if found.year not in YEARS:
            raise ValueError(
                f"message {number} would be released in {found.year}, and two digits name the "
                f"years {YEARS[0]} to {YEARS[-1]} only"
            )
        return found

    def turn(self, number: int) -> int:
        """Which message of its station a message is, from 0."""
        return (number - 1) // len(self.senders)

    def count(self, number: int) -> int:
        """A message's number in its station's count, which goes on for ever."""
        return self.turn(number) + self.counts[(number - 1) % len(self.senders)]

    def sender(self, number: int) -> Station:
        """Whose turn it is."""
        return self.senders[(number - 1) % len(self.senders)]

    def record(self, number: int, released: datetime) -> int:
        """A message's number in its station's count, which begins anew with the year.

        Multiples of ten thousand are left out: FL3 shows the last four digits, and 0000 is none.
        """
        year = datetime(released.year, 1, 1, tzinfo=UTC)
        if year <= self.begun:
            count = self.count(number)
        else:
            # The first message of the year is the first whose quarter of an hour begins in it.
            first = -((self.begun - year) // _QUARTER) + 1
            size = len(self.senders)
            own = first + (number - first) % size
            count = (number - own) // size + 1
        return count + (count - 1) // _HIGHEST


def wrapped(count: int, digits: int) -> str:
    """A count in so many digits; after the highest it begins anew at 1.

    >>> wrapped(999, 3), wrapped(1000, 3)
    ('999', '001')
    """
    highest = 10**digits - 1
    return f"{(count - 1) % highest + 1:0{digits}}"

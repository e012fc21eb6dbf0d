"""The E.O. line: which executive order governs a telegram, and until when it stays classified.

Five orders followed each other from 1972, each with its own way to say when. Two facts shape the
values.

* ``N/A`` is all that an unclassified telegram says: there is nothing to declassify.
* A date is written month/day/year. Two digits of a year are those of the first such year from that
  of the order on: nothing is to be declassified before the order that says so.

Here: the values and their texts. Elsewhere: whether the order was in force (`texts.state`).
"""

from datetime import date
from functools import lru_cache

from attrs import frozen

from telegram.data import table
from telegram.diagnostics import FieldError
from telegram.syntax import matcher
from telegram.values.refused import refused

_FIRST_OF_2000 = 12958


@frozen
class Declassification:
    """When a classified telegram may be declassified, as its E.O. line says.

    :Shape:  kind: ``date``, ``event``, ``schedule`` (GDS, XGDS-2, RDS-4), ``exemption`` (X1, 25X1),
             ``oadr`` (originating agency's determination required), or ``downgrade``;
             day: the date, or None; codes: the schedule or the exemptions; event: what must happen;
             classifier and office: of E.O. 12065, whose line names them.
    :Text:   ``str`` is the date in ISO 8601, the codes, or the event.
    :Source: 1975 STATE 099768 (11652); 1978 STATE 296107 (12065); E.O. 12356, 12958 and 13526.

    >>> str(declassification_of("DECL: 07/01/2019", 12958))
    '2019-07-01'
    """

    kind: str
    day: date | None = None
    codes: tuple[str, ...] = ()
    event: str | None = None
    classifier: str | None = None
    office: str | None = None
    impossible: bool = False

    def __str__(self) -> str:
        if self.day is not None and not self.codes:
            return self.day.isoformat()
        return ", ".join(self.codes) or self.event or self.kind.upper()


@frozen
class ExecutiveOrder:
    """The E.O. line.

    :Shape:  number: four or five digits; declassification: None for N/A and for a line that says
             nothing; text: what follows the number, as written, or None.
    :Text:   ``str(order)`` is the canonical line.
    :Errors: `FieldError` with TG300.
    :Source: table ``executive-orders``.

    >>> order = ExecutiveOrder.parse("E.O. 12065: RDS-4 7/2/99 (EXAMPLE, PAT) OR-M")
    >>> order.number, order.declassification.codes, order.declassification.day.isoformat()
    ('12065', ('RDS-4',), '1999-07-02')
    >>> ExecutiveOrder.parse("E.O. 12958: N/A").not_applicable
    True
    """

    number: str
    declassification: Declassification | None = None
    text: str | None = None

    @classmethod
    def parse(cls, text: str) -> "ExecutiveOrder":
        """The value of an E.O. line."""
        match = matcher("state:executive_order_line").fullmatch(text)
        if match is None:
            raise FieldError(refused("state:executive_order_line", text))
        return executive_order_of(match["eo_number"], match["eo_text"])

    @property
    def not_applicable(self) -> bool:
        """Whether the line says N/A: the message is not classified."""
        return bool(self.text) and self.declassification is None

    @property
    def title(self) -> str | None:
        """The title of the order; None for an unknown number."""
        row = table("executive-orders", "number").get(self.number)
        return row["title"] if row is not None else None

    @property
    def known(self) -> bool:
        """Whether the table has the order."""
        return self.number in table("executive-orders", "number")

    @property
    def in_force(self) -> tuple[date | None, date | None]:
        """The first day of the order, and the first day of the one that superseded it."""
        orders = table("executive-orders", "number")
        row = orders.get(self.number)
        if row is None:
            return None, None
        after = orders.get(row["superseded_by"])
        last = date.fromisoformat(after["effective"]) if after is not None else None
        return date.fromisoformat(row["effective"]), last

    def __str__(self) -> str:
        return f"E.O. {self.number}: {self.text}" if self.text else f"E.O. {self.number}"


@lru_cache(maxsize=512)
def executive_order_of(number: str, text: str | None) -> ExecutiveOrder:
    """The value of matched parts."""
    written = text.strip() if text else None
    if not written:
        return ExecutiveOrder(number)
    return ExecutiveOrder(number, declassification_of(written, int(number)), written)


@lru_cache(maxsize=256)
def declassification_of(text: str, order: int) -> Declassification | None:
    """What follows the number of an order; None for N/A. What is in no known form is an event."""
    match = matcher("state:declassification").fullmatch(text)
    if match is None:
        return Declassification("event", event=text)
    said = match.groupdict()
    if said["not_applicable"]:
        return None
    if said["schedule"]:
        day, bad = _day(said["schedule_date"], order)
        named = said["classifier"]
        codes = (said["schedule"].replace(" ", "-"),)
        who = named.strip("()") if named else None
        return Declassification("schedule", day, codes, None, who, said["line_office"], bad)
    kind = "downgrade" if said["downgrade"] else "date"
    if written := said["declassify_date"] or said["declassify_date_turned"]:
        day, bad = _day(written, order)
        return Declassification(kind, day, event=written if bad else None, impossible=bad)
    if said["oadr"]:
        return Declassification("oadr", codes=("OADR",))
    if said["exemptions"]:
        words = said["exemptions"].replace(",", " ").split()
        dates = [word for word in words if "/" in word]
        day, bad = _day(dates[0] if dates else None, order)
        exempted = tuple(word for word in words if "X" in word)
        return Declassification("exemption", day, exempted, impossible=bad)
    return Declassification("event", event=said["event"])


@lru_cache(maxsize=16)
def _effective(order: int) -> int:
    """The year from which an order held; of one that the table lacks, that of its neighbours."""
    row = table("executive-orders", "number").get(str(order))
    if row is not None:
        return date.fromisoformat(row["effective"]).year
    return 2000 if order >= _FIRST_OF_2000 else 1900


def _day(text: str | None, order: int) -> tuple[date | None, bool]:
    """The date that a text says, and whether it is impossible."""
    if text is None:
        return None, False
    parts = text.split("/")
    year, month, day = parts if len(parts[0]) == 4 else (parts[2], parts[0], parts[1])
    number = int(year)
    if len(year) == 2:
        first = _effective(order)
        number = first + (number - first) % 100
    try:
        return date(number, int(month), int(day)), False
    except ValueError:
        return None, True

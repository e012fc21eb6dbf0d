"""A line of the log of a circuit.

Here: the value. Elsewhere: how it comes about (`telegram.circuit`).
"""

from typing import Any

from attrs import field, frozen

from telegram.circuit.copies import Copy
from telegram.diagnostics import Diagnostic
from telegram.joining import Joined
from telegram.values.date_time_group import DateTimeGroup


@frozen
class LogEntry:
    """A message as the log has it.

    :Shape:  index: as its how-many-th it came, from one; channel and number: of FL1, None without;
             filed: the filing time as written; originator and dtg: of FL5 and FL6; section: number
             and total, or None; copy: what it is to earlier messages; of: the index of the message
             of which it is a copy; joined: the whole telegram, with the last section that was
             awaited; findings: what is wrong, each at its place in the message.
    """

    index: int
    channel: str | None
    number: str | None
    filed: str | None
    originator: str | None
    dtg: DateTimeGroup | None
    section: tuple[int, int | None] | None = None
    copy: Copy = Copy.FIRST
    of: int | None = None
    joined: Joined | None = field(default=None, repr=False)
    findings: tuple[Diagnostic, ...] = ()

    @property
    def state(self) -> str:
        """What an operator writes beside it: ``duplicate of 3``, ``section 2 of 2, whole``."""
        said = []
        if self.copy is not Copy.FIRST or self.section is None:
            of = f" (of {self.of})" if self.of is not None else ""
            said.append(f"{self.copy.value}{of}")
        if self.section is not None:
            number, total = self.section
            said.append(f"section {number}" + (f" of {total}" if total else ""))
        if self.joined is not None:
            said.append("whole")
        return ", ".join(said)

    def to_dict(self) -> dict[str, Any]:
        """The shape in the log as JSON."""
        return {
            "index": self.index,
            "channel": self.channel,
            "number": self.number,
            "filed": self.filed,
            "originator": self.originator,
            "dtg": None if self.dtg is None else str(self.dtg),
            "section": self.section and {"number": self.section[0], "of": self.section[1]},
            "copy": self.copy.name.lower(),
            "of": self.of,
            "whole": self.joined is not None,
            "diagnostics": [
                {
                    "code": found.code,
                    "name": found.name,
                    "severity": found.severity.value,
                    "message": found.message,
                }
                for found in self.findings
            ],
        }

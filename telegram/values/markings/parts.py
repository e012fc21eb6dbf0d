"""The parts of a marking: control systems, programs, atomic controls, foreign sources, CUI.

Each is a frozen value whose ``str`` is what a banner writes and whose `portion`, where it differs,
is what a portion mark writes.

Here: the parts. Elsewhere: the whole (`marking`), reading it (`reading`).
"""

from attrs import frozen


@frozen(order=True)
class Compartment:
    """A compartment of a control system or a program, with its sub-compartments.

    :Text: name, then the sub-compartments with blanks between.
    """

    name: str
    sub: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join((self.name, *self.sub))


@frozen(order=True)
class ControlSystem:
    """An SCI control system with its compartments.

    :Text:   ``SI-G ABCD-XYZ``.
    :Source: IC Markings Register and Manual 2016 H.4.
    """

    system: str
    compartments: tuple[Compartment, ...] = ()

    def __str__(self) -> str:
        return "-".join((self.system, *map(str, self.compartments)))


@frozen(order=True)
class Program:
    """A special access program with its compartments; the name may hold blanks."""

    name: str
    compartments: tuple[Compartment, ...] = ()

    def __str__(self) -> str:
        return "-".join((self.name, *map(str, self.compartments)))


@frozen
class SpecialAccess:
    """Special access: programs by name, or more than are listed, or the channel only.

    :Source: IC Markings Register and Manual 2016 H.5; DoDM 5200.01-V2 Encl. 4 para 7, through
             codice/alliance (MULTIPLE PROGRAMS, HVSACO).
    """

    programs: tuple[Program, ...] = ()
    multiple: bool = False
    hvsaco: bool = False

    def __str__(self) -> str:
        if self.hvsaco:
            return "HVSACO"
        return f"SAR-{'MULTIPLE PROGRAMS' if self.multiple else '/'.join(map(str, self.programs))}"


@frozen
class AtomicControl:
    """A control of the Atomic Energy Act.

    :Shape:  type: RD, FRD, TFNI, DOD UCNI or DOE UCNI; cnwdi; sigma numbers.
    :Source: IC Markings Register and Manual 2016 H.6.
    """

    type: str
    cnwdi: bool = False
    sigma: tuple[int, ...] = ()

    def _written(self, kind: str, sigma: str) -> str:
        numbers = f"-{sigma} {' '.join(map(str, self.sigma))}" if self.sigma else ""
        return f"{kind}{'-CNWDI' if self.cnwdi else ''}{numbers}"

    @property
    def portion(self) -> str:
        """What a portion mark writes."""
        return self._written(
            {"DOD UCNI": "DCNI", "DOE UCNI": "UCNI"}.get(self.type, self.type), "SG"
        )

    def __str__(self) -> str:
        return self._written(self.type, "SIGMA")


ATOMIC_TYPES = ("RD", "FRD", "DOD UCNI", "DOE UCNI", "TFNI")
"""In the register's order (column ``order`` of the controls)."""


@frozen
class ForeignInformation:
    """Foreign government information: its sources, or none where they are concealed."""

    sources: tuple[str, ...] = ()

    @property
    def concealed(self) -> bool:
        """Whether the source is concealed."""
        return not self.sources

    def __str__(self) -> str:
        return " ".join(("FGI", *self.sources))


@frozen
class ControlledInformation:
    """Categories of controlled unclassified information: specified ones, then basic ones.

    :Source: NARA CUI Marking Handbook 2019.
    """

    specified: tuple[str, ...] = ()
    basic: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join((*(f"SP-{name}" for name in self.specified), *self.basic))

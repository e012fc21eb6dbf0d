"""The classification line: how the first line of a text says its level, and what else it says.

``C O N F I D E N T I A L SECTION 01 OF 02 PORT MERIDIAN 000418`` is the State form,
``S E C R E T NOFORN //N05510//`` the naval one. Three facts shape the reading.

* Classified words are spaced letter by letter, and E F T O is spaced too: so the level is matched
  by its letters, not as a run of single letters.
* Two slants enclose a subject code and may close the line; they never part categories here.
* EFTO, FOUO, LIMITED OFFICIAL USE and SENSITIVE are no levels: the text is unclassified.

Here: the value with all its parts and what is wrong with a line. Elsewhere: the line as far as its
level, as the reader of messages keeps it (`classification`); the records (`line_rules`).
"""

from collections.abc import Iterator
from functools import cache
from typing import TypedDict

from attrs import frozen

from telegram.diagnostics import Diagnostic, FieldError
from telegram.values.classification import Classification
from telegram.values.markings.line_reading import LineNotes, read_line
from telegram.values.markings.marking import Marking
from telegram.values.markings.members import find_control
from telegram.values.markings.parts import AtomicControl, ControlledInformation, ControlSystem
from telegram.values.markings.regimes import regimes_named
from telegram.values.markings.systems import ATOMIC
from telegram.values.markings.vocabulary import ALLIED_CONTROLS, controls, spelling, titles


class _Systems(TypedDict):
    sci: tuple[ControlSystem, ...]
    aea: tuple[AtomicControl, ...]


@frozen(order=False)
class LineMarking:
    """What a classification line says.

    :Shape:  level; nato: whether the level is NATO's; spaced: whether it is written letter by
             letter; efto, fouo; special: SPECAT or PERSONAL FOR with what follows, or None;
             caveats: handling words; rel_to: country codes; section: number and total, `final`
             where the line says FINAL; post and serial (State); subject_code: N and five figures
             (Navy); other: words that no table lists; trailer: text behind the subject code.
    :Order:  none; compare `level`.
    :Text:   ``str(line)`` is the canonical line, and parsing it gives an equal value.
    :Errors: `FieldError` with TG581: no level can be read.
    :Source: Army SS0656 lesson 3; NAVEDTRA 14222, 14226, 14260, 14261; 5 FAH-2 H-222.

    >>> line = LineMarking.parse("UNCLAS PORT MERIDIAN 000417")
    >>> line.level.name, line.post, line.serial
    ('UNCLASSIFIED', 'PORT MERIDIAN', '000417')
    """

    level: Classification
    nato: bool = False
    spaced: bool = False
    efto: bool = False
    fouo: bool = False
    special: str | None = None
    caveats: tuple[str, ...] = ()
    rel_to: tuple[str, ...] = ()
    section: tuple[int, int] | None = None
    final: bool = False
    post: str | None = None
    serial: str | None = None
    subject_code: str | None = None
    other: tuple[str, ...] = ()
    trailer: str = ""

    @classmethod
    def parse(cls, text: str, regime: str = "any") -> "LineMarking":
        """The value of a classification line."""
        # What a line says is the same under every regime; what is wrong with it differs.
        notes = read_line(text, str(regimes_named(regime)[0]))
        if notes.level is None:
            raise FieldError(notes.found[0])
        return _value(notes, notes.level)

    @property
    def marking(self) -> Marking:
        """The same as a marking: level and controls, for comparison with portion marks."""
        sensitive = self.level.name == "LIMITED OFFICIAL USE"
        level = Classification("UNCLASSIFIED") if sensitive else self.level
        found = [(name, find_control(name)) for name in self.caveats]
        dissemination = [c.name for _, c in found if c is not None and c.group == "ic-dissem"]
        if "NO FOREIGN DISSEM" in self.caveats:
            dissemination.append("NOFORN")
        non_ic = [c.name for _, c in found if c is not None and c.group == "non-ic-dissem"]
        if self.fouo:
            dissemination.append("FOUO")
        if "SENSITIVE" in self.caveats:
            non_ic.append("SBU")
        return Marking(
            level,
            "NATO" if self.nato else "US",
            dissemination=tuple(dissemination),
            non_ic=tuple(non_ic),
            rel_to=self.rel_to,
            cui=ControlledInformation() if "CUI" in self.caveats else None,
            nato=tuple(name for name in self.caveats if name in ALLIED_CONTROLS),
            **self._systems,
        ).canonical

    @property
    def _systems(self) -> "_Systems":
        """The control systems and atomic controls that the line names, as a banner reads them."""
        atomic = [titles("aea").get(name, name) for name in self.caveats]
        types = [name for name in atomic if name in ATOMIC]
        if "CNWDI" in atomic:
            types = [f"{name}-CNWDI" if name == "RD" else name for name in types or ["RD"]]
        named = [*controls("sci"), *controls("sci-legacy"), *titles("sci")]
        systems = [name for name in self.caveats if name in named]
        written = "//".join(("TOP SECRET", *(("/".join(systems),) if systems else ()), *types))
        read = Marking.parse(written)
        return {"sci": read.sci, "aea": read.aea}

    @property
    def limits(self) -> tuple[str, ...]:
        """What limits the text besides its level, each as the line writes it."""
        return (
            *(("NATO",) if self.nato else ()),
            *(("E F T O",) if self.efto else ()),
            *(("FOUO",) if self.fouo else ()),
            *((self.special,) if self.special else ()),
            *self.caveats,
            *((f"REL TO {', '.join(self.rel_to)}",) if self.rel_to else ()),
        )

    def __str__(self) -> str:
        section = ""
        if self.section is not None:
            number, total = self.section
            section = f"SECTION {number:02} OF {total:02}"
            section = f"FINAL SECTION OF {total:02}" if self.final else section
        # Names run to the end of the words, so what names people stands behind the controls.
        named = self.special is not None and " FOR " in f"{self.special} "
        parts = (
            _level_text(self),
            "E F T O" if self.efto else "",
            "FOUO" if self.fouo else "",
            *(self.other if self.post is None else ()),
            "" if named else self.special or "",
            *self.caveats,
            f"REL TO {', '.join(self.rel_to)}" if self.rel_to else "",
            self.special or "" if named else "",
            section,
            self.post or "",
            self.serial or "",
            *(self.other if self.post is not None else ()),
            f"//{self.subject_code}//" if self.subject_code else "",
            self.trailer,
        )
        return " ".join(part for part in parts if part)


def line_problems(text: str, regime: str = "any") -> Iterator[Diagnostic]:
    """What is wrong with a classification line; spans count from its start.

    :Errors: `KeyError` for a regime that does not exist.

    >>> [found.name for found in line_problems("S E C R E T E F T O")]
    ['efto-classified']
    """
    yield from read_line(text, regime).found


def written_as_banner(text: str) -> bool:
    """Whether the line is a banner: slants part its level from controls, not from a subject code.

    >>> written_as_banner("SECRET//NOFORN"), written_as_banner("UNCLAS//N01000//")
    (True, False)
    """
    if text.startswith("//") or text.partition("//")[0] in ("CUI", "CONTROLLED"):
        return True
    return read_line(text, "telegram").banner


def banner_words(text: str) -> str:
    """A banner without its label, and without the slants that a printing system puts after it.

    >>> banner_words("CLASSIFICATION: UNCLASSIFIED//")
    'UNCLASSIFIED'
    """
    return text.removeprefix("CLASSIFICATION:").strip(" ").rstrip("/").rstrip(" ")


def _value(notes: LineNotes, level: Classification) -> LineMarking:
    return LineMarking(
        level,
        notes.nato,
        notes.spaced,
        notes.efto,
        notes.fouo,
        notes.special,
        tuple(notes.caveats),
        notes.rel_to,
        notes.section,
        notes.final,
        notes.post,
        notes.serial,
        notes.subject_code,
        tuple(notes.other),
        notes.trailer,
    )


@cache
def _nato_text(level: Classification, spaced: bool) -> str:
    banner = spelling("NATO", level).banner
    return " ".join(banner).replace("   ", "  ") if spaced else banner


def _level_text(line: LineMarking) -> str:
    """The level as the line writes it; unspaced stays unspaced, for it may be a fault to show."""
    if line.nato:
        return _nato_text(line.level, line.spaced)
    plain = line.level.name == "UNCLASSIFIED" or line.spaced
    return line.level.spaced if plain else line.level.name

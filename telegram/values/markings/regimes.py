"""Regimes: whose rules a marking is judged by.

Authorities contradict each other, so one set of rules cannot be right for a telegram of 1974, a
military message of 2008 and a document of 2016. A regime is a record that says what differs; the
relations between controls are rows of the table ``marking-rules`` that name their regime.

Here: the records and how one is chosen. Elsewhere: the loop over the rows (`relations`).
"""

from datetime import date

from attrs import frozen


@frozen
class Regime:
    """Whose rules apply.

    :Shape:  name; relations: the regimes whose rows of ``marking-rules`` apply; modern: whether
             order, separators and spellings of the register are asked for; sigma: the numbers
             assigned, empty where any from 1 to 99 is; programs: the most programs listed, or None;
             owners_released: whether joint material names the United States and is released to
             all owners.
    :Order:  none.
    :Text:   ``str(regime)`` is its name.
    :Source: IC Markings Register and Manual 2016; DoDM 5200.01-V2 Encl. 4, through codice/alliance;
             5 FAH-1 H-246 (telegram).
    """

    name: str
    relations: frozenset[str]
    modern: bool = True
    sigma: tuple[int, ...] = ()
    programs: int | None = None
    cnwdi: str = "CNWDI"
    owners_released: bool = False
    military: bool = False

    def __str__(self) -> str:
        return self.name


IC_2016 = Regime(
    "ic-2016", frozenset({"any", "ic-2016"}), sigma=(14, 15, 18, 20), owners_released=True
)
DOD_2012 = Regime("dod-2012", frozenset({"any", "dod-2012"}), programs=4, cnwdi="N", military=True)
TELEGRAM = Regime("telegram", frozenset({"any"}), modern=False)
NAVY = Regime("navy", frozenset({"any"}), modern=False, military=True)
STATE = Regime("state", frozenset({"any"}), modern=False)
_REGIMES = {regime.name: regime for regime in (IC_2016, DOD_2012, TELEGRAM, NAVY, STATE)}
_ANY = "any"
_MANUALS_FROM = date(2012, 1, 1)


def regimes_named(name: str) -> tuple[Regime, ...]:
    """The regimes of a name: ``any`` is the two manuals, and a marking is valid if one accepts it.

    :Errors: `KeyError` that lists the names.

    >>> [str(regime) for regime in regimes_named("any")]
    ['ic-2016', 'dod-2012']
    """
    if name == _ANY:
        return IC_2016, DOD_2012
    if name not in _REGIMES:
        raise KeyError(f"no regime {name!r}; the regimes are {', '.join((*_REGIMES, _ANY))}")
    return (_REGIMES[name],)


def regime_on(day: date) -> str:
    """The regime of a date: ``any`` from the year of the older manual on, ``telegram`` before.

    >>> regime_on(date(1974, 3, 5)), regime_on(date(2017, 1, 1))
    ('telegram', 'any')
    """
    return _ANY if day >= _MANUALS_FROM else TELEGRAM.name

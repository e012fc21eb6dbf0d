"""The catalogue: every fault by its code, and why other codes have none.

Here: looking faults up, and breaking a message with one. Elsewhere: the faults, in the modules of
families; messages to break (`making`).
"""

from functools import cache
from importlib import import_module
from random import Random

from telegram.catalogue import rule
from telegram.faults.breaking import Fault, Faulty
from telegram.model import Telegram, expect_telegram

_FAMILIES = (
    "in_characters",
    "in_lines",
    "in_heading",
    "in_times",
    "in_classification",
    "in_state",
    "in_state_paragraphs",
    "in_sets",
    "in_comparisons",
    "in_comparisons_of_texts",
)
_ALONE = "found where one marking is judged by itself; in a telegram {other}"
_SEVERAL = "needs several messages: found when sections are joined"
_LOGGED = "needs several messages: found when a circuit is logged"
_WITHOUT = {
    "TG123": "needs a heading of more than 20,000 lines",
    "TG518": _ALONE.format(other="a mark without parentheses is prose"),
    "TG528": _ALONE.format(other="TG536 and the marks of paragraphs say it"),
    "TG532": _ALONE.format(other="the line of a joint marking is not judged so"),
    "TG533": _ALONE.format(other="the line of a joint marking is not judged so"),
    "TG537": _ALONE.format(other="the line of a foreign marking is not judged so"),
    "TG542": _ALONE.format(other="the line of special access is not judged so"),
    "TG569": _ALONE.format(other="TG815 says it"),
    "TG580": _ALONE.format(other="empty parentheses are prose"),
    "TG581": _ALONE.format(other="such a line is no classification line (TG560)"),
    "TG582": _ALONE.format(other="such a line is no classification line (TG560)"),
    "TG583": _ALONE.format(other="such a line is no classification line (TG560)"),
    "TG857": "needs a data-pattern message, which is not generated",
    "TG871": _SEVERAL,
    "TG872": _SEVERAL,
    "TG873": _SEVERAL,
    "TG874": _SEVERAL,
    "TG875": _SEVERAL,
    "TG876": _SEVERAL,
    "TG891": _LOGGED,
    "TG892": _LOGGED,
    "TG893": _LOGGED,
    "TG894": _LOGGED,
    "TG895": _LOGGED,
    "TG896": _LOGGED,
    "TG897": _LOGGED,
    "TG901": "needs a dialect in which nothing is written",
}


@cache
def faults() -> tuple[Fault, ...]:
    """Every fault, ordered by code."""
    found = [
        fault for family in _FAMILIES for fault in import_module(f"telegram.faults.{family}").FAULTS
    ]
    return tuple(sorted(found, key=lambda fault: fault.code))


def without_fault() -> dict[str, str]:
    """The codes that no fault provokes, with the reason of each."""
    return dict(_WITHOUT)


@cache
def _by_code() -> dict[str, Fault]:
    return {fault.code: fault for fault in faults()}


def fault(code_or_name: str) -> Fault:
    """The fault of a code or a name, in any case.

    :Errors: KeyError for what is no code, and for a code that has no fault, with the reason.

    >>> fault("TG403").done
    'the day is one that the month has not'
    """
    code = rule(code_or_name).code
    found = _by_code().get(code)
    if found is None:
        raise KeyError(f"no fault provokes {code}: {_WITHOUT.get(code, 'nobody made one')}")
    return found


def broken(message: Telegram, code: str, seed: int = 0) -> Faulty:
    """A message, broken so that a code is found in it.

    :Shape:  message: a valid message. code: a code or a name. seed: any integer; where there are
             several places to break, or ways to do it, another seed takes others.
    :Errors: KeyError as `fault`; ValueError where the message has nothing to break in this way;
             TypeError for what is no telegram.

    >>> from telegram.generating import generate
    >>> faulty = broken(generate(seed=7), "TG402")
    >>> faulty.message.report.errors[0].span == faulty.span
    True
    """
    expect_telegram(message, "what is broken")
    found = fault(code)
    made = found.apply(message, Random(seed))
    if made is None:
        raise ValueError(f"the message has nothing to break as {found.code} {found.name} does")
    return made

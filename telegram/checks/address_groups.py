"""Address groups by number: AIG and the digits that name it.

An address indicating group stands for a list of addressees that is known by its number alone.

Here: rule TG377, in the heading and in a second address block of the text. Elsewhere: other
addresses by themselves (`values.addressee`), and against each other (`addressing`).
"""

from collections.abc import Iterator

from telegram.checks.scope import Scope
from telegram.diagnostics import Diagnostic, Rule, Severity
from telegram.syntax import matcher
from telegram.values.addressee import Addressee

GROUP_NUMBER = Rule(
    code="TG377",
    name="address-group-without-number",
    severity=Severity.WARNING,
    message="{name!r} names no address group: AIG and a number",
    explanation="""
        AIG and a number of one to five digits stand for a list of addressees. Without the number,
        or with letters in it, nobody can tell which list is meant.
        """,
    how_to_fix="Write the number of the list after AIG.",
    source="Navy training manual 14145; public NAVADMIN traffic; how many digits is (unsourced)",
    references=("TX-46",),
    dialect="amhs",
    bad="""
        R 150800Z JAN 20
        FM EXERCISE STAFF
        TO AIG ONE
           ^^^^^^^
        BT
        UNCLAS
        BT
        """,
    good="""
        R 150800Z JAN 20
        FM EXERCISE STAFF
        TO AIG 7729
        BT
        UNCLAS
        BT
        """,
)


def address_group_findings(scope: Scope) -> Iterator[Diagnostic]:
    """Address groups without a number, under TO, INFO and XMT and in the text."""
    for path in ("action", "info", "exempt"):
        addressees: tuple[Addressee, ...] = getattr(scope.heading, path)
        for index, addressee in enumerate(addressees):
            if _numberless(addressee):
                place = scope.at(f"{path}[{index}].name", f"{path}[{index}]")
                yield GROUP_NUMBER.at(place, name=addressee.name)
    if scope.kind == "main" and scope.telegram.text.kind == "sets":
        yield from _in_text(scope)


def _in_text(scope: Scope) -> Iterator[Diagnostic]:
    from telegram.texts.sets.text import SetsText

    text = scope.telegram.text
    assert isinstance(text, SetsText)
    for path, addressees in (("action", text.action), ("info", text.info)):
        for index, addressee in enumerate(addressees):
            if _numberless(addressee):
                yield GROUP_NUMBER.at(text.spans[f"{path}[{index}]"], name=addressee.name)


def _numberless(addressee: Addressee) -> bool:
    name = addressee.name or ""
    return name[:3] == "AIG" and matcher("sets:address_group_damaged").fullmatch(name) is not None

"""Lists of the heading: the lines of the items that differ are written anew, the others kept."""

from collections.abc import Iterable

import attrs

from telegram.composing.form import accounting_of, instruction_of, items
from telegram.editing.edit import Edit
from telegram.lines import FormatLine
from telegram.values.addressee import Addressee
from telegram.values.routing_indicator import RoutingIndicator
from telegram.values.security import Security


def called(edit: Edit, given: Iterable[str | RoutingIndicator]) -> None:
    """The routing indicators of FL2."""
    if edit.wanted.routing is None:
        edit.form.problems.append("called: the message has no FL2")
        return
    values = [
        edit.form.read("called", each, edit.form.designator) for each in items("called", given)
    ]
    edit.routing(indicators=tuple(each for each in values if each is not None))
    edit.lines(FormatLine.FL2)


def instructions(edit: Edit, given: Iterable[str]) -> None:
    """The message instructions of FL5."""
    values = [
        edit.form.read("instructions", each, instruction_of)
        for each in items("instructions", given)
    ]
    edit.want(instructions=tuple(each for each in values if each is not None))
    edit.lines(FormatLine.FL5)


def signals(edit: Edit, given: Iterable[str]) -> None:
    """The operating signals of FL4."""
    security = edit.wanted.security
    if security is None:
        edit.form.problems.append("signals: the message has no FL4")
        return
    bare = attrs.evolve(security, signals=(), transmit=())
    value = edit.form.read(
        "signals", " ".join([str(bare), *items("signals", given)]), Security.parse
    )
    if value is not None:
        edit.want(security=value)
        edit.lines(FormatLine.FL4)


def accounting(edit: Edit, given: str | None) -> None:
    """FL10; None takes it out."""
    value = None if given is None else edit.form.read("accounting", given, accounting_of)
    edit.want(accounting=value)
    edit.lines(FormatLine.FL10)


def action(edit: Edit, given: Iterable[str | Addressee]) -> None:
    """FL7."""
    edit.want(action=edit.form.addressees("action", given))
    edit.lines(FormatLine.FL7)


def info(edit: Edit, given: Iterable[str | Addressee]) -> None:
    """FL8."""
    edit.want(info=edit.form.addressees("info", given))
    edit.lines(FormatLine.FL8)


def exempt(edit: Edit, given: Iterable[str | Addressee]) -> None:
    """FL9."""
    edit.want(exempt=edit.form.addressees("exempt", given))
    edit.lines(FormatLine.FL9)

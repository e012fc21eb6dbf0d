"""``telegram explain``: what a diagnostic means, why it matters, how to mend it; or all of them.

Here: finding the rule that is meant. Elsewhere: the words (`telegram.catalogue`, made from the
rules' own records).
"""

import sys
from collections.abc import Sequence
from difflib import get_close_matches

from telegram.cli.inputs import Inputs
from telegram.cli.terminal import SEVERITY_STYLES, Output
from telegram.diagnostics import Rule


def explain(inputs: Inputs, codes: Sequence[str], output: Output) -> None:
    """Explain rules by code or name; list all where none is named.

    An unknown one is a complaint that names near matches.
    """
    from telegram.catalogue import explain as explanation
    from telegram.catalogue import rule as rule_of
    from telegram.catalogue import rules

    known = list(rules())
    if not codes:
        _list(known, output)
        return
    first = True
    for code in codes:
        try:
            rule = rule_of(code)
        except KeyError:
            sys.stdout.flush()
            inputs.complain(code, f"no such diagnostic{_meant(known, code)}")
            continue
        if not first:
            output.line("")
        first = False
        title, *rest = explanation(rule.code).rstrip("\n").split("\n")
        output.line((title, "bold"))
        for line in rest:
            carets = line.strip(" |").startswith("^")
            output.line((line, SEVERITY_STYLES["error"] if carets else ""))


def _meant(known: Sequence[Rule], code: str) -> str:
    """The codes and names that come near, as an end of the complaint."""
    wanted = code.strip().lower()
    named = {rule.code.lower(): rule for rule in known} | {rule.name: rule for rule in known}
    # Part of a name is a better guess than a likeness of letters.
    near = [name for name in named if len(wanted) > 2 and wanted in name] or get_close_matches(
        wanted, named, 3
    )
    if not near:
        return "; telegram explain lists them all"
    meant = ", ".join(f"{named[name].code} {named[name].name}" for name in near[:3])
    return f"; near: {meant}"


def _list(known: Sequence[Rule], output: Output) -> None:
    for rule in known:
        severity = rule.severity.value
        sent = f"  ({rule.as_sent} as sent)" if rule.as_sent not in (None, rule.severity) else ""
        output.line(
            (rule.code, "bold"),
            "  ",
            (f"{severity:<8}", SEVERITY_STYLES[severity]),
            rule.name,
            (sent, "dim"),
        )

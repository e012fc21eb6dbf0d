"""One marking by itself, outside any message.

Here: `check_marking`. Elsewhere: the rules (`values.markings`); markings inside a message
(`protection`).
"""

from datetime import date
from typing import Literal, get_args

from telegram.diagnostics import Diagnostic, Report
from telegram.source import Source
from telegram.values.markings.declassify import declassify_problems
from telegram.values.markings.line import line_problems
from telegram.values.markings.marking import Marking, problems
from telegram.values.markings.portion_marking import portion_problems
from telegram.values.markings.regimes import regime_on

Form = Literal["banner", "portion", "line", "declassify-on"]
"""What a text is: a banner, a portion mark, a classification line, a line of an authority block."""


def check_marking(
    text: str,
    form: Form = "banner",
    *,
    regime: str | None = None,
    on: date | None = None,
    banner: Marking | None = None,
) -> Report:
    """What is wrong with one marking.

    :Shape:  form: what the text is; regime: whose rules hold: ``ic-2016``, ``dod-2012``, ``any``
             (valid if one of these two accepts it), ``telegram``, ``navy`` or ``state``; without
             one, that of the date `on`, and ``any`` without a date; on: the date of the message, so
             that a control that ended later is not reported; banner: the marking of the page of a
             portion, which tells what REL without a list means.
    :Errors: ValueError for another form, `KeyError` for another regime, TypeError for what is no
             text. A bad marking never raises.

    >>> report = check_marking("SECRET//SI/NOFORN")
    >>> [(found.span.start, str(found)) for found in report][0]
    (11, 'TG514 category-separator: NOFORN begins another category, and one slant stands before it')
    >>> check_marking("(C/NF)", "portion", regime="telegram").diagnostics
    ()
    """
    if not isinstance(text, str):
        raise TypeError(f"a marking is judged by its text, not by {type(text).__name__}")
    chosen = regime or (regime_on(on) if on is not None else "any")
    found: list[Diagnostic]
    if form == "banner":
        found = list(problems(text, chosen, on=on))
    elif form == "portion":
        found = list(portion_problems(text, chosen, banner=banner, on=on))
    elif form == "line":
        found = list(line_problems(text, chosen))
    elif form == "declassify-on":
        found = list(declassify_problems(text))
    else:
        raise ValueError(f"no form {form!r}; the forms are {', '.join(get_args(Form))}")
    return Report.of(Source(text), found)

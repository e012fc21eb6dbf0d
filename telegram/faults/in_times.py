"""Faults of the 4xx: date-time groups and filing times."""

from telegram.faults.breaking import Fault, after, swap

FAULTS = (
    Fault(
        "TG401",
        "the date-time group has a figure too many",
        swap("dtg", r"\A(\d{6})(Z.*)\Z", r"⟦\g<1>0\2⟧"),
    ),
    Fault(
        "TG402",
        "the hour, the minute or the day is no number of one",
        swap("dtg", r"\A(\d\d)\d\d(\d\dZ)", r"\1⟦29⟧\2", r"\1⟦24⟧\2"),
        swap("dtg", r"\A(\d{4})\d\d(Z)", r"\1⟦60⟧\2", r"\1⟦75⟧\2"),
        swap("dtg", r"\A\d\d(\d{4}Z)", r"⟦32⟧\1", r"⟦00⟧\1"),
    ),
    Fault(
        "TG403",
        "the day is one that the month has not",
        swap("dtg", r"\A\d\d(?=\d{4}Z (?:APR|JUN|SEP|NOV))", "⟦31⟧"),
        swap("dtg", r"\A\d\d(?=\d{4}Z FEB)", "⟦30⟧", "⟦31⟧"),
        swap("dtg", r"\A\d\d(\d{4}Z) [A-Z]{3}", r"⟦30⟧\1 FEB"),
    ),
    Fault("TG404", "the zone is J, which is no time zone", swap("dtg", r"(?<=\d)Z", "⟦J⟧")),
    Fault(
        "TG405",
        "the month is misspelt",
        swap("dtg", r" ([A-Z])([A-Z])([A-Z])", r" ⟦\1\3\2⟧", r" ⟦\1\2X⟧"),
    ),
    Fault(
        "TG406",
        "the hour is midnight",
        swap("dtg", r"\A(\d\d)\d{4}(?=Z)", r"\1⟦0000⟧", r"\1⟦2400⟧"),
    ),
    Fault("TG407", "the year is left out", swap("dtg", r" \d\d\Z", "⟦⟧")),
    Fault(
        "TG408", "the blank before the year is left out", swap("dtg", r"\A(.*) (\d\d)\Z", r"⟦\1\2⟧")
    ),
    Fault("TG409", "an instruction follows the year without a blank", after("dtg", "⟦ZYB⟧")),
    Fault(
        "TG411",
        "the filing time is none",
        swap("station.filed", r"\A(\d{3})\d\d(\d\d)\Z", r"⟦\g<1>28\2⟧"),
        swap("station.filed", r"\A\d{3}(\d{4})\Z", r"⟦367\1⟧"),
        swap("station.filed", r"\A(\d\d/)\d\d(\d\dZ)\Z", r"⟦\g<1>28\2⟧"),
        swap("routing.filed", r"\A(\d{3})\d\d(\d\d)\Z", r"⟦\g<1>28\2⟧"),
        where="acp127 acp127-us janap128/",
    ),
)

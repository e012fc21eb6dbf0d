"""The invented message that rules of portion marks show their faults in.

A message of 2017: since 2012 the marks in messages are those of the register.
"""

_HEADING = """
P 051430Z MAR 17
FM EXERCISE COMMAND ALFA
TO EXERCISE UNIT
BT
"""


def marked(text: str, *, line: str = "S E C R E T", heading: str = _HEADING) -> str:
    """The message with a text, perhaps with carets under its lines, below a line or banner."""
    return f"{heading}{line}\n\n{text}\n"


def older(text: str, *, line: str = "S E C R E T") -> str:
    """The same message twenty years earlier."""
    return marked(text, line=line, heading=_HEADING.replace("MAR 17", "MAR 97"))

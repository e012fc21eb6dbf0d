"""Small messages in which the rules of set-formatted texts show themselves.

A rule of a text needs a whole message around its example. All of them are an exercise's; what
differs is the lines of the text.
"""

_HEADING = ("R 010800Z JAN 20", "FM EXERCISE STAFF", "TO EXERCISE UNIT", "BT", "UNCLAS")
IDENTIFIER = "MSGID/GENADMIN/EXERCISE STAFF/-/JAN//"
SUBJECT = "SUBJ/EXERCISE//"
REFERENCE = "REF/A/DOC/EXERCISE STAFF/15AUG19//"
REMARKS = "RMKS/1.  EXERCISE.//"


def message(*lines: str) -> str:
    """A message whose text has these lines, caret lines included, after its classification line."""
    return "\n".join((*_HEADING, *lines, "BT"))


def with_identifier(*lines: str) -> str:
    """A message whose text has a message identifier before these lines, and remarks after them."""
    return message(IDENTIFIER, *lines, _remarks(lines))


def with_subject(*lines: str) -> str:
    """A message whose text has an identifier and a subject before these lines, remarks after."""
    return message(IDENTIFIER, SUBJECT, *lines, _remarks(lines))


def _remarks(lines: tuple[str, ...]) -> str:
    """Remarks that cite the references listed in these lines."""
    letters = [each[4] for line in lines for each in line.split("// ") if each[:3] == "REF"]
    return f"RMKS/1.  EXERCISE, REF {' AND '.join(letters)}.//" if letters else REMARKS

"""The invented telegram that rules of State texts show their faults in.

Each rule replaces the part it is about. The heading is that of acp127-us without FL1 to FL4.
"""

_PARTS = {
    "dtg": "P 061840Z JUN 08",
    "class": "UNCLAS SAN SALVADOR 000412",
    "captions": "SIPDIS",
    "passed": "STATE FOR WHA/CEN",
    "order": "E.O. 12958: N/A",
    "tags": "TAGS: AMGT, ES",
    "subject": "SUBJECT: EXERCISE",
    "references": "REF: STATE 98765",
    "classifier": "",
    "text": "1. (U) The exercise begins.\n\n2. (U) The exercise ends.",
    "signature": "WAYFARER",
}
_TIGHT = {"dtg", "order", "tags"}
CONFIDENTIAL = {
    "class": "C O N F I D E N T I A L SAN SALVADOR 000412",
    "order": "E.O. 12958: DECL: 06/06/2018",
    "classifier": "Classified By: DCM Pat Example for reasons 1.4 (b) and (d).",
    "text": "1. (C) The exercise begins.\n\n2. (U) The exercise ends.",
}
"""The parts of a message that is classified, in name only."""


def example(base: dict[str, str] | None = None, /, **parts: str) -> str:
    """The telegram with some parts replaced; an empty part is left out."""
    said = _PARTS | (base or {}) | {name.rstrip("_"): text for name, text in parts.items()}
    lines = [said.pop("dtg"), "FM AMEMBASSY SAN SALVADOR", "TO SECSTATE WASHDC", "BT"]
    for name, text in said.items():
        if text:
            lines.append(text if name in _TIGHT else f"{text}\n")
    return "\n".join(lines).rstrip("\n") + "\nBT\n"

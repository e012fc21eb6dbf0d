"""What traffic writes in its own way, and what must not be taken for a fault."""

import pytest

import telegram

PARTS = {
    "line": "UNCLAS SAN SALVADOR 000412",
    "captions": "SIPDIS",
    "order": "E.O. 12958: N/A",
    "tags": "TAGS: AMGT, ES",
    "subject": "SUBJECT: EXERCISE",
    "references": "REF: LIMA 12",
    "classifier": "",
    "text": "1. (U) The exercise begins.\n\n2. (U) It ends.",
    "signature": "WAYFARER",
}
CLASSIFIED = {
    "line": "C O N F I D E N T I A L SAN SALVADOR 000412",
    "classifier": "Classified By: DCM Pat Example for reasons 1.4 (b).",
    "text": "1. (C) The exercise begins.\n\n2. (C) It ends.",
}


def codes(**parts: str) -> list[str]:
    """The findings of the rules of State texts in a telegram some parts of which are replaced."""
    written = "\n\n".join(part for part in (PARTS | parts).values() if part)
    report = telegram.check(
        f"P 061840Z JUN 08\nFM AMEMBASSY SAN SALVADOR\nTO SECSTATE WASHDC\nBT\n{written}\nBT\n"
    )
    return [code for code in report.codes if code.startswith("TG6")]


@pytest.mark.parametrize(
    "parts",
    [
        {"line": "UNCLAS SAN SALVADOR 000412 SUSPECTED DUPLICATE"},
        {"captions": "SIPDIS\n\nFROM AMBASSADOR"},
        {"captions": "FOR AMBASSADOR ONLY"},
        {"order": "E.O. 12958:N/A"},
        {"tags": "TAGS: OVIP EXAMPLE JANE, PREL, ES"},
        {"tags": "TAGS: PREL, HUMAN RIGHTS, ES"},
        {"subject": "SUBJECT: VISIT OF MARCH 17-\n19"},
        {"references": "REF: (A) STATE 12345; (B) LIMA 12 (NOTAL)"},
        {"references": "REF: IIR 6 812 0012 08"},
        {"references": "REF: TD-314/12345-08"},
        {"references": "REF: SECTO 12"},
        {"text": "SUMMARY\n-------\n\n1. (U) It begins.\n\n2. (U) It ends."},
        {"text": "(U) It begins, goes on\nand ends."},
        {"signature": "O'DONOHUE"},
        {"signature": "DE PREE"},
    ],
    ids=lambda parts: next(iter(parts.values())),
)
def test_what_traffic_writes_in_its_own_way_is_no_fault(parts):
    assert codes(**parts) == []


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"order": "E.O. 13292: N/A"}, ["TG627"]),
        ({"tags": "TAGS: AMGT; ES"}, ["TG635"]),
        ({"tags": "TAGS: PRELBR"}, ["TG636"]),
        ({"signature": "AMBASSADOR WAYFARER"}, ["TG688"]),
        ({"text": "It begins.\n\nIt ends."}, ["TG674"]),
        (CLASSIFIED | {"order": "E.O. 12958:"}, ["TG622"]),
        (CLASSIFIED | {"order": "E.O. 12958: DECL: X1"}, []),
        ({"order": "E.O. 12958: DECL: UPON CLOSURE OF THE POST"}, ["TG623"]),
    ],
)
def test_one_fault_is_one_finding(parts, found):
    assert codes(**parts) == found

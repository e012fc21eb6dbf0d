"""The JSON document of a State text, as the schema says.

Here: `document_of`. Elsewhere: the value (`text`).
"""

from typing import TYPE_CHECKING, Any

from telegram.texts.state.distribution import Distribution

if TYPE_CHECKING:
    from telegram.texts.state.text import StateText


def document_of(text: "StateText") -> dict[str, Any]:
    """The member ``text`` of the document of a telegram."""
    order, by = text.executive_order, text.classified_by
    return {
        "kind": text.kind,
        "post": text.post,
        "number": text.number,
        "year": text.year,
        "identifier": text.identifier,
        "section": text.section and {"number": text.section[0], "of": text.section[1]},
        "captions": [str(caption) for caption in text.captions],
        "pass_lines": list(text.pass_lines),
        "executive_order": order
        and {
            "number": order.number,
            "declassify": order.declassification and str(order.declassification),
            "text": order.text,
        },
        "tags": [str(tags) for tags in text.tags],
        "subject": text.subject,
        "references": [
            {
                "letter": reference.letter,
                "kind": reference.kind,
                "year": reference.year,
                "post": reference.canonical_post,
                "number": reference.number,
                "notal": reference.notal,
                "previous": reference.previous,
                "text": reference.text,
            }
            for reference in text.references
        ],
        "classified_by": by
        and {
            "name": by.name,
            "position": by.position,
            "section": by.section,
            "reasons": list(by.reasons),
            "text": by.text,
        },
        "summary": text.summary,
        "comment": text.comment,
        "paragraphs": [
            {
                "number": paragraph.number,
                "marking": paragraph.marking,
                "heading": paragraph.heading,
                "text": paragraph.text,
            }
            for paragraph in text.paragraphs
        ],
        "literals": [{"label": each.label, "text": each.text} for each in text.literals],
        "downgrading_group": text.downgrading_group,
        "redactions": [str(redaction) for redaction in text.redactions],
        "signature": text.signature,
        "distribution": text.distribution and _distribution(text.distribution),
    }


def _distribution(block: Distribution) -> dict[str, Any]:
    return {
        "role": block.role,
        "copies": [{"office": office, "copies": count} for office, count in block.copies],
        "total": block.total,
        "drafting": [
            {
                "role": each.role,
                "office": each.office,
                "name": each.name,
                "typist": each.typist,
                "note": each.note,
            }
            for each in block.drafting
        ],
        "desired": list(block.desired),
        "numbers": block.numbers,
    }

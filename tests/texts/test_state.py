"""State texts: the samples as stated, and what traffic does to them."""

import json

import pytest

import telegram
from telegram.source import Span
from telegram.texts import state
from telegram.texts.state import PieceKind, StateText
from telegram.texts.state.findings import findings
from tests.corpus.state_accuracy import FOLDER, index, mapping, pairs, plain, read

SEED = "seed-08sansalvador1029.txt"
EXPECTED = json.loads((FOLDER / "seed-08sansalvador1029.expected.json").read_text("utf-8"))
NAMES = sorted(index())


def text_of(source: str, year: int | None = 2008) -> StateText:
    return state.read(source, Span(0, len(source)), year=year)


def letter(*parts: str) -> StateText:
    """A text with the parts below its classification line."""
    return text_of("\n".join(("UNCLAS SAN SALVADOR 000412", "", *parts)))


# ---- the samples --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_reads_as_its_index_states(name):
    scored = list(pairs(name))

    assert scored
    assert [pair for pair in scored if pair[1] != pair[2]] == []


def test_every_key_of_the_index_is_mapped_and_every_mapping_used():
    keys = {key for truth in index().values() for key in truth}

    assert keys <= set(mapping("state-index"))
    assert all("reason" in entry or "normaliser" in entry for entry in mapping("seed").values())
    assert set(EXPECTED) == set(mapping("seed"))


@pytest.mark.parametrize("name", [*NAMES, SEED])
def test_a_sample_is_recognised(name):
    assert state.recognise(str(read(name)))


SEED_FORMS = {
    "members": lambda want: {
        "post": want["post"],
        "number": want["printed_number"],
        "year": want["year"],
        "identifier": want["identifier"],
    },
    "order": lambda want: (
        str(want["number"]),
        want["declassification"],
        "N/A" if want["not_applicable"] else None,
    ),
    "value": lambda want: want["value"],
    "captions": lambda want: [(each["caption"], each["kind"]) for each in want],
    "tags": lambda want: [(each["tag"], each["family"]) for each in want["tags"]],
    "paragraphs": lambda want: [
        (
            str(each["number"]),
            each["marking"],
            each["characters"],
            each["words"],
            each["first_words"],
            each["last_words"],
        )
        for each in want
    ],
    "words": lambda want: (want["words"], want["first_words"], want["last_words"]),
    "as-is": lambda want: want,
}


def ends(text: str, first: str, last: str) -> tuple[str, str]:
    """The beginning and the end of a text, as long as the words wanted."""
    return text[: len(first)], text[-len(last) :]


def seed_value(key: str, form: str, want: object) -> object:
    """The value read from the seed, in the form of the expectation."""
    text = read(SEED)
    document = text.to_dict()
    if form == "members":
        return {name: document[name] for name in ("post", "number", "year", "identifier")}
    if form == "order":
        order = document["executive_order"]
        return order["number"], order["declassify"], order["text"]
    if form == "captions":
        return [(str(each), each.kind) for each in text.captions]
    if form == "tags":
        return [(each.code, each.family) for each in text.tags]
    if form == "paragraphs":
        return [
            (
                each["number"],
                each["marking"],
                len(each["text"]),
                len(each["text"].split()),
                *ends(each["text"], given["first_words"], given["last_words"]),
            )
            for each, given in zip(document["paragraphs"], EXPECTED[key], strict=True)
        ]
    if form == "words":
        words = document[key]
        given = EXPECTED[key]
        return len(words.split()), *ends(words, given["first_words"], given["last_words"])
    return document[key]


@pytest.mark.parametrize(
    "key", sorted(key for key, entry in mapping("seed").items() if "normaliser" in entry)
)
def test_the_seed_reads_as_expected(key):
    form = mapping("seed")[key]["normaliser"]

    assert seed_value(key, form, EXPECTED[key]) == SEED_FORMS[form](EXPECTED[key])


def line_of(source: str, offset: int) -> int:
    return source.count("\n", 0, offset) + 1


def test_the_places_of_the_seed_are_the_lines_expected():
    source = (FOLDER / SEED).read_text("utf-8")
    spans = read(SEED).spans

    assert line_of(source, spans["post"].start) == EXPECTED["mrn"]["line"]
    assert line_of(source, spans["tags[0]"].start) == EXPECTED["tags"]["line"]
    assert [
        line_of(source, spans["subject"].start),
        line_of(source, spans["subject"].end),
    ] == EXPECTED["subject"]["lines"]
    assert line_of(source, spans["signature"].start) == EXPECTED["signature"]["line"]
    numbers = [spans[f"paragraphs[{n}].number"] for n in range(8)]
    assert [line_of(source, s.start) for s in numbers] == [
        paragraph["line"] for paragraph in EXPECTED["paragraphs"]
    ]
    assert "".join(s.of(source) for s in numbers) == "12345678"
    assert spans["paragraphs[5].marking"].of(source) == "U"


def test_the_seed_has_the_finding_expected_of_its_text_and_no_other():
    source = (FOLDER / SEED).read_text("utf-8")
    # links, pilcrows and long lines are found in any text
    wanted = [
        (each["rule"], each["line"])
        for each in EXPECTED["findings"]
        if each.get("rule", "").startswith(("TAGS", "SUBJ", "REF", "EO", "CL", "SUM", "SIG"))
    ]

    found = [(d.rule.references[0], line_of(source, d.span.start)) for d in findings(read(SEED))]

    assert found == wanted == [("TAGS-R5", 21)]


INVENTED = {"TG607", "TG652", "TG632"}
"""Findings about a post and TAGS that do not exist; the samples are made of them."""


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("1997-acp127-full.txt", []),
        ("1974-terp-department-outgoing.txt", ["TG638", "TG687"]),
        ("2005-run-together-header.txt", ["TG610", "TG611", "TG635", "TG655", "TG655"]),
        ("2007-web-scraped-markdown.txt", ["TG618", "TG635", "TG695"]),
        ("2008-corrected-copy.txt", ["TG620"]),
        ("2009-portion-marks-notional.txt", ["TG675", "TG672"]),
        ("2011-smart.txt", []),
        ("2012-smart-foia-stamps.txt", []),
    ],
)
def test_a_sample_has_the_findings_that_it_was_made_for(name, codes):
    assert [d.code for d in findings(read(name)) if d.code not in INVENTED] == codes


# ---- the head -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "post", "number", "section"),
    [
        ("UNCLAS EFTO SAN SALVADOR 001029", "SAN SALVADOR", "001029", None),
        ("S E C R E T SECTION 02 OF 03 AIT TAIPEI 000012 NODIS", "AIT TAIPEI", "000012", (2, 3)),
        ("LIMITED OFFICIAL USE STATE 017976 TOSEC 010044", "STATE", "017976", None),
        ("UNCLAS SECTION 1 OF 2 ST. PETERSBURG 14", "ST. PETERSBURG", "14", (1, 2)),
        ("C O N F I D E N T I A  L LIMA 1", "LIMA", "1", None),
        ("UNCLAS SECTIN 0Q OF 02 HANOI 12", "HANOI", "12", (0, 2)),
    ],
)
def test_a_classification_line_names_post_and_number(line, post, number, section):
    text = text_of(f"{line}\n\nSUBJECT: EXERCISE\n")

    assert (text.post, text.number, text.section) == (post, number, section)
    assert text.spans["post"].of(line) == post


def test_a_caption_may_go_on_with_an_instruction():
    text = letter("EXDIS - CAIRO PASS ALEXANDRIA NIACT IMMEDIATE", "", "SUBJECT: EXERCISE")

    assert [str(caption) for caption in text.captions] == ["EXDIS"]
    assert text.pass_lines == ("CAIRO PASS ALEXANDRIA NIACT IMMEDIATE",)


def test_a_page_line_inside_tags_and_subject_interrupts_neither():
    text = letter(
        "TAGS: AMGT,",
        "UNCLASSIFIED",
        "PAGE 02 SAN SA 00412 061840Z",
        "ES",
        "SUBJECT: THE EXERCISE AND",
        "SAN SALVAD 00000412  001.2 OF 002",
        "ITS RULES",
    )

    assert [str(tags) for tags in text.tags] == ["AMGT", "ES"]
    assert text.subject == "THE EXERCISE AND ITS RULES"
    assert [page.number for page in text.pages] == [2, 1]


def test_a_subject_that_stands_below_its_label_is_found():
    assert letter("SUBJECT:", "", "THE EXERCISE", "", "1. It begins.").subject == "THE EXERCISE"


def test_references_in_two_columns_are_ordered_by_letter():
    text = letter(
        "SUBJECT: EXERCISE",
        "",
        "REF: A. STATE 41176     C. LIMA 88 NOTAL",
        "     B. STATE 41177     D. BONN 5",
    )

    assert [r.letter for r in text.references] == ["A", "B", "C", "D"]
    assert [r.identifier for r in text.references] == [
        "08STATE41176",
        "08STATE41177",
        "08LIMA88",
        "08BONN5",
    ]
    assert text.references[2].notal


def test_a_reference_broken_over_a_line_end_is_one():
    text = letter("SUBJECT: EXERCISE", "REF: A. PORT AU", "PRINCE 1142", "B. 2417 AND PREVIOUS")

    assert [r.identifier for r in text.references] == ["08PORTAUPRINCE1142", "08PORTAUPRINCE2417"]
    assert text.references[1].previous


def test_e_o_and_tags_on_one_line_are_both_read():
    text = letter("E.O. 12958: N/A TAGS: AMGT, ES SUBJECT: THE LONG EXERCISE", "", "1. It begins.")

    assert text.executive_order is not None
    assert text.executive_order.not_applicable
    assert [str(tags) for tags in text.tags] == ["AMGT", "ES"]
    assert text.subject == "THE LONG EXERCISE"


# ---- the paragraphs -----------------------------------------------------------------------------


def test_a_number_that_does_not_continue_the_sequence_is_text():
    text = letter("SUBJECT: X", "", "1. Boats by year:", "1998. forty", "41. none", "", "2. End.")

    assert [p.number for p in text.paragraphs] == ["1", "2"]
    assert "41. none" in text.paragraphs[0].text


def test_an_entire_text_mark_marks_all():
    text = letter("SUBJECT: X", "", "1. C - ENTIRE TEXT.", "", "2. It begins.")

    assert text.body.entire == "C"


def test_headings_stand_above_their_paragraphs():
    text = letter(
        "SUBJECT: X",
        "",
        "-------",
        "Summary",
        "-------",
        "",
        "1. (U) The exercise.",
        "",
        "NEXT STEPS",
        "",
        "2. (U) None.",
    )

    assert [(p.heading, p.text) for p in text.paragraphs] == [
        ("Summary", "The exercise."),
        ("NEXT STEPS", "None."),
    ]
    assert text.summary == "The exercise."


def test_a_summary_may_span_paragraphs_and_lack_its_end():
    spanning = letter("SUBJECT: X", "", "1. SUMMARY: One.", "", "2. Two. END SUMMARY.", "", "3. X.")
    open_end = letter("SUBJECT: X", "", "1. SUMMARY: One.", "", "2. Two.")
    stray = letter("SUBJECT: X", "", "1. One. END SUMMARY.", "", "2. Two.")

    assert [t.summary for t in (spanning, open_end, stray)] == ["One.\n\nTwo.", "One.", "One."]
    assert [t.blocks[0].begun for t in (spanning, open_end, stray)] == [True, True, False]


def test_a_paragraph_knows_its_items():
    text = letter("SUBJECT: X", "", "1. We need:", "-- one boat,", "   with oars;", "-- two men.")

    assert [(i.mark, i.text) for i in text.paragraphs[0].items] == [
        ("--", "one boat, with oars;"),
        ("--", "two men."),
    ]


def test_plain_undoes_wraps_and_leaves_out_what_was_printed():
    text = letter(
        "SUBJECT: THE",
        "EXERCISE",
        "",
        "1. (U) It begins",
        "UNCLASSIFIED",
        "",
        "PAGE 02 SAN SA 00412 061840Z",
        "",
        "today:",
        "-- here.",
        "",
        "WAYFARER",
    )

    assert text.plain == ("SUBJECT: THE EXERCISE\n\n1. (U) It begins today:\n-- here.\n\nWAYFARER")
    assert plain(text.paragraphs[0].text) == "It begins today: -- here."


@pytest.mark.parametrize(
    ("last", "signature"),
    [
        ("STRAUSZ-HUPE", "STRAUSZ-HUPE"),
        ("DE PREE JR.", "DE PREE JR"),
        ("WAYFARER##", "WAYFARER"),
        ("UNCLASSIFIED", None),
        ("2. (U) It ends. MODEL", "MODEL"),
        ("2. (U) IT ENDS UNQUOTE.", None),
        ("WAYFARER\n\nNOTE: NOT PASSED TO ABOVE ADDRESSEE(S)\n.", "WAYFARER"),
    ],
)
def test_the_signature_is_the_last_typed_line_or_the_last_word(last, signature):
    assert letter("SUBJECT: X", "", "1. (U) It begins.", "", last).signature == signature


def test_a_section_that_is_not_the_last_has_no_signature():
    text = text_of("UNCLAS SECTION 1 OF 2 LIMA 12\n\nSUBJECT: X\n\n1. It begins.\n\nBOATS\n")

    assert text.signature is None


def test_pieces_say_what_each_line_is():
    kinds = [piece.kind for piece in letter("SIPDIS", "TAGS: ES", "", "1. It begins.").pieces]

    assert kinds == [
        PieceKind.CLASSIFICATION,
        PieceKind.BLANK,
        PieceKind.CAPTION,
        PieceKind.TAGS,
        PieceKind.BLANK,
        PieceKind.PARAGRAPH,
    ]


@pytest.mark.parametrize(
    "text", ["", "\n", "Dear all,\nthe exercise is over.\n", "NAVADMIN 001/20"]
)
def test_other_texts_are_not_recognised(text):
    assert not state.recognise(text)


def test_a_state_telegram_that_quotes_sets_is_a_state_telegram():
    sets = "MSGID/GENADMIN/EXERCISE STAFF/-/JAN//\nSUBJ/EXERCISE//"
    head = "UNCLAS LIMA 000412\n\nSIPDIS\n\nE.O. 12958: N/A\nSUBJECT: WHAT THE STAFF SENT"
    heading = "R 010000Z JAN 08\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC"
    text = telegram.parse(f"{heading}\n\n{head}\n\n1. It says:\n{sets}\n").text

    assert isinstance(text, StateText)
    assert text.subject == "WHAT THE STAFF SENT"
    assert text.paragraphs[0].text.endswith(sets)


def test_the_word_ref_inside_a_subject_is_no_label():
    text = letter("SUBJECT: EXERCISE ON", "REF TEXTS", "REF LIMA 12 (EXERCISE)")

    assert text.subject == "EXERCISE ON REF TEXTS"
    assert [r.identifier for r in text.references] == ["08LIMA12"]


def test_an_entire_text_mark_in_parentheses_is_no_portion_mark():
    text = letter("SUBJECT: X", "", "1. (LOU - ENTIRE TEXT).", "", "2. IT BEGINS.")

    assert text.body.entire == "LOU"
    assert [p.marking for p in text.paragraphs] == [None, None]


def test_an_item_ends_at_a_blank_line():
    text = letter(
        "SUBJECT: X", "", "1. We need:", "a. a boat", "", "The boat is here.", "", "X Y Z W"
    )

    assert [i.text for i in text.paragraphs[0].items] == ["a boat"]


@pytest.mark.parametrize(
    ("second", "references"), [("(B) 08 LIMA 2", 3), ("     B. 08 LIMA 2", 2), ("B) 08 LIMA 2", 2)]
)
def test_a_confidential_paragraph_is_told_from_a_third_reference(second, references):
    text = letter("SUBJECT: X", "", "REF: (A) 08 LIMA 1", second, "", "(C) 08 LIMA 3", "", "BOATS")

    assert len(text.references) == references

"""Edits: what is asked for changes, in every copy of it, and nothing else."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import telegram
from telegram import FormatError, check, parse
from telegram.values.date_time_group import MONTHS

ROOT = Path(__file__).parents[2]
HEADINGS = ROOT / "tests" / "corpus" / "heading"
SAN_SALVADOR = parse((ROOT / "docs" / "telegrams" / "08sansalvador1029.txt").read_bytes())
MULTI = parse((HEADINGS / "janap128-multi.txt").read_bytes())
PAGED = parse((HEADINGS / "janap128-paged.txt").read_bytes())
READDRESSED = parse((HEADINGS / "janap128-readdressal.txt").read_bytes())


def changed(message: telegram.Telegram, **changes: Any) -> tuple[list[str], list[str]]:
    """The lines that an edit took out, and those that it put in."""
    old = str(message).splitlines(keepends=True)
    new = str(message.evolve(**changes)).splitlines(keepends=True)
    out: list[str] = []
    put: list[str] = []
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag != "equal":
            out += [line.rstrip("\n") for line in old[first:last]]
            put += [line.rstrip("\n") for line in new[begin:end]]
    return out, put


HEADER = "OAAUZYUW RUWTABA0231 1051801-UUUU--RUEBXYZ RUCIAAA RUHPBBB RULSCCC"


@pytest.mark.parametrize(
    ("changes", "out", "put"),
    [
        (
            {"precedence": "Z"},
            [HEADER, "O R 151755Z APR 02 ZYB"],
            ["Z" + HEADER[1:], "Z R 151755Z APR 02 ZYB"],
        ),
        ({"info_precedence": None}, ["O R 151755Z APR 02 ZYB"], ["O 151755Z APR 02 ZYB"]),
        (
            {"serial": "0999"},
            [HEADER, "#0231"],
            [HEADER.replace("0231", "0999"), "#0999"],
        ),
        (
            {"called": ["RUEBXYZ", "RUCIAAA"]},
            [HEADER, "RUWJDDD."],
            ["OAAUZYUW RUWTABA0231 1051801-UUUU--RUEBXYZ RUCIAAA."],
        ),
        ({"info": []}, ["INFO EXERCISE COMMAND BRAVO//J3//", "RUWJDDD/EXERCISE DEPOT"], []),
        (
            {
                "info": [
                    "EXERCISE COMMAND BRAVO//J3//",
                    "EXERCISE WING NEW",
                    "RUWJDDD/EXERCISE DEPOT",
                ]
            },
            [],
            ["EXERCISE WING NEW"],
        ),
        (
            {"classification": "SECRET"},
            [HEADER, "ZNR UUUUU", "UNCLAS //N02300//"],
            [
                HEADER.replace("UZYUW", "SZYUW").replace("-UUUU-", "-SSSS-"),
                "ZNY SSSSS",
                "S E C R E T //N02300//",
            ],
        ),
        (
            {"instructions": ["ZYB", "MIN"]},
            ["O R 151755Z APR 02 ZYB"],
            ["O R 151755Z APR 02 ZYB MIN"],
        ),
        ({"exempt": []}, ["XMT EXERCISE SQUADRON NINE"], []),
        ({"accounting": "WD GR 12"}, [], ["WD GR 12"]),
        ({"signals": ["ZFD"]}, ["ZNR UUUUU"], ["ZNR UUUUU ZFD"]),
        ({"channel": "ABC232"}, ["VZCZCABC231"], ["VZCZCABC232"]),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_the_lines_concerned_change_and_no_other(changes, out, put):
    assert changed(MULTI, **changes) == (out, put)


def test_an_addressee_put_first_takes_over_the_prosign():
    names = [str(each) for each in MULTI.heading.action]

    assert changed(MULTI, action=["EXERCISE FIRST", *names]) == (
        ["TO EXERCISE SQUADRON ONE"],
        ["TO EXERCISE FIRST", "EXERCISE SQUADRON ONE"],
    )


def test_page_lines_go_with_what_they_repeat():
    edited = PAGED.evolve(serial="0111", station="RUWTABZ", classification="CONFIDENTIAL")

    assert "\nPAGE 02 RUWTABZ0111 C O N F I D E N T I A L\n" in str(edited)
    assert check(edited, as_sent=True).errors == ()


def test_a_subject_is_wrapped_where_it_stands():
    subject = "EXERCISE: A SUBJECT THAT GOES OVER SEVERAL LINES OF THE TEXT, AS SUBJECTS OFTEN DO"
    edited = SAN_SALVADOR.evolve(subject=subject)

    assert edited.to_dict()["text"]["subject"] == subject
    assert changed(SAN_SALVADOR, subject=subject) == (
        [
            "SUBJECT: EL SALVADOR: PRISON REFORM AND GANG INTELLIGENCE",
            "INITIATIVE MOVES FORWARD",
        ],
        [
            "SUBJECT: EXERCISE: A SUBJECT THAT GOES OVER SEVERAL LINES OF THE",
            "TEXT, AS SUBJECTS OFTEN DO",
        ],
    )


def test_of_a_readdressal_the_new_heading_is_edited():
    edited = READDRESSED.evolve(info=["EXERCISE DEPOT NINE"])

    assert [each.name for each in edited.heading.info] == ["EXERCISE DEPOT NINE"]
    assert edited.heading.original == READDRESSED.heading.original


def test_untidy_lines_beside_the_edit_stay_untidy():
    message = parse("P 282134Z AUG 08\r\nFM   WING ONE\r\nTO WING TWO  \r\nBT\r\nUNCLAS\r\nBT\r\n")
    edited = message.evolve(info=["WING THREE"], dtg="292134Z AUG 08")

    assert str(edited) == (
        "P 292134Z AUG 08\r\nFM   WING ONE\r\nTO WING TWO  \r\nINFO WING THREE\r\n"
        "BT\r\nUNCLAS\r\nBT\r\n"
    )


def test_a_new_text_keeps_the_classification_line():
    edited = SAN_SALVADOR.evolve(text="SUBJECT: EXERCISE\n\nNEW TEXT.")

    assert edited.text.text == "UNCLAS SAN SALVADOR 001029\nSUBJECT: EXERCISE\n\nNEW TEXT.\n"
    assert edited.heading == SAN_SALVADOR.heading


def test_an_edit_keeps_the_encoding():
    message = parse(
        "P 282134Z AUG 08\nFM WING ONE\nTO WING TWO\nBT\nUNCLAS\nCAF\xc9\nBT\n".encode("cp1252")
    )

    assert bytes(message.evolve(precedence="O")) == bytes(message).replace(b"P 28", b"O 28")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"serial": "0001"}, "serial: the message has none to change"),
        ({"called": ["RUEHC"]}, "called: the message has no FL2"),
        ({"originator": "a"}, "originator: 'a'"),
        ({"dtg": "999999Z AUG 08"}, "dtg: "),
        ({"subject": "X"}, "subject: the text has none to change"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_what_cannot_be_changed_says_why(changes, why):
    message = parse("P 282134Z AUG 08\nFM WING ONE\nTO WING TWO\nBT\nUNCLAS\nBT\n")
    with pytest.raises(FormatError) as caught:
        message.evolve(**changes)

    assert caught.value.problems[0].startswith(why)


def test_an_unknown_entry_is_a_wrong_call():
    with pytest.raises(TypeError, match="no entry urgency; the entries are accounting, action"):
        MULTI.evolve(urgency="Z")


def test_a_message_without_a_heading_cannot_be_edited():
    with pytest.raises(FormatError, match="no heading"):
        parse("nothing").evolve(dtg="282134Z AUG 08")


# ---- edits at random against a simple model ----------------------------------------------------

NAMES = st.sampled_from([f"EXERCISE UNIT {word}" for word in ("ALFA", "BRAVO", "CHARLIE", "DELTA")])
PRECEDENCES = st.sampled_from("ZOPR")
INDICATORS = st.sampled_from(["RUEHC", "RUEHPE", "RUEHGT", "RUEKJCS", "RHEHAAA"])
MOMENTS = st.builds(
    "{:02}{:02}{:02}Z {} {:02}".format,
    st.integers(1, 28),
    st.integers(0, 23),
    st.integers(1, 59),
    st.sampled_from(MONTHS),
    st.integers(0, 99),
)
STARTS = st.sampled_from([SAN_SALVADOR, MULTI, PAGED])


class Edits(RuleBasedStateMachine):
    """The model is what the document must say; every edit changes one entry of it."""

    def __init__(self) -> None:
        super().__init__()
        self.message = SAN_SALVADOR
        self.model: dict[str, Any] = {}

    @initialize(start=STARTS)
    def begin(self, start):
        self.message = self.first = start
        self.model = self.said()

    def said(self) -> dict[str, Any]:
        heading = self.message.heading
        document = self.message.to_dict()
        station = document["station"] or {}
        return {
            "precedence": document["precedence"]["action"],
            "header": document["routing"]["precedence"][0],
            "dtg": document["dtg"]["text"],
            "originator": heading.originator,
            "action": [str(each) for each in heading.action],
            "info": [str(each) for each in heading.info],
            "serial": document["routing"]["serial"] or station.get("serial"),
            "ending": document["ending"]["serial"],
            "called": document["routing"]["indicators"],
        }

    @rule(precedence=PRECEDENCES)
    def change_precedence(self, precedence):
        self.message = self.message.evolve(precedence=precedence)
        highest = min(
            precedence, self.message.to_dict()["precedence"]["info"] or precedence, key="ZOPR".index
        )
        self.model |= {"precedence": precedence, "header": highest}

    @rule(dtg=MOMENTS)
    def change_dtg(self, dtg):
        self.message = self.message.evolve(dtg=dtg)
        self.model["dtg"] = dtg

    @rule(action=st.lists(NAMES, min_size=1, max_size=4, unique=True))
    def change_action(self, action):
        self.message = self.message.evolve(action=action)
        self.model["action"] = action

    @rule(info=st.lists(NAMES, max_size=4, unique=True))
    def change_info(self, info):
        self.message = self.message.evolve(info=info)
        self.model["info"] = info

    @rule(serial=st.integers(1, 9999))
    def change_serial(self, serial):
        self.message = self.message.evolve(serial=f"{serial:04}")
        self.model |= {"serial": f"{serial:04}"}
        if self.model["ending"] is not None:
            self.model["ending"] = f"{serial:04}"

    @rule(called=st.lists(INDICATORS, min_size=1, unique=True))
    def change_called(self, called):
        self.message = self.message.evolve(called=called)
        self.model["called"] = called

    @precondition(lambda self: self.model)
    @invariant()
    def the_message_says_what_the_model_says(self):
        assert self.said() == self.model

    @precondition(lambda self: self.model)
    @invariant()
    def the_text_is_as_it_was(self):
        assert list(text_of(self.message)) == list(text_of(self.first))

    @precondition(lambda self: self.model)
    @invariant()
    def the_rest_of_the_heading_is_as_it_was(self):
        for name in ("transmission", "security", "exempt", "instructions", "accounting"):
            assert getattr(self.message.heading, name) == getattr(self.first.heading, name)


def text_of(message: telegram.Telegram) -> Iterator[str]:
    """The lines of a text without page lines, which repeat the serial number."""
    for line in message.text.text.splitlines():
        if not line.startswith("PAGE "):
            yield line


Edits.TestCase.settings = settings(max_examples=25, stateful_step_count=8, deadline=None)
TestEdits = Edits.TestCase

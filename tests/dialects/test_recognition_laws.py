"""How a dialect is recognised: at once and by the lines, with the same result."""

from hypothesis import event, given
from hypothesis import strategies as st

from telegram.dialects.recognition import recognise, recognise_by_lines
from tests.laws.accepted import ACCEPTED
from tests.laws.lines import damaged, damaged_messages

FIRST_LINES = tuple(
    line
    for rule in ("acp127:fl1", "acp127:fl2", "acp127-us:fl3", "acp127:fl4", "janap128:fl2")
    for line in ACCEPTED[rule]
)


@st.composite
def beginnings(draw):
    """FL1, FL2 and FL3 as most messages begin, with lines damaged, lost and put between."""
    wire = ("acp127:fl1", "acp127:fl2", "acp127-us:fl3")
    lines = [draw(st.sampled_from(ACCEPTED[rule])) for rule in wire]
    change = draw(st.sampled_from(("none", "damage", "lose", "insert")))
    at = draw(st.integers(0, 2))
    if change == "damage":
        lines[at] = draw(damaged(st.just(lines[at]), most=2))
    elif change == "lose":
        del lines[at]
    elif change == "insert":
        lines.insert(at, draw(damaged(st.sampled_from(FIRST_LINES), most=1)))
    ends = st.sampled_from(("\n", "\n\n", " \n", "\n ", "\r\n"))
    security = draw(st.sampled_from(("ZNR UUUUU", "ZNY MMNSH\nZKZK OO SOC DE")))
    return "".join([line + draw(ends) for line in lines]) + f"{security}\nR 051430Z MAR 08\n"


@given(st.one_of(beginnings(), damaged_messages()))
def test_a_dialect_is_recognised_at_once_as_by_its_lines(text):
    found = recognise(text)

    event(str(found.dialect))
    assert found == recognise_by_lines(text)

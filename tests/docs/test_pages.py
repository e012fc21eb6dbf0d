"""The manual is whole: every public name has its place, and pages lead somewhere."""

import re
from inspect import ismemberdescriptor
from pathlib import Path

import attrs
import pytest

import telegram

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = DOCS / "reference"


def described() -> set[str]:
    """The public names that the reference takes from docstrings."""
    text = "".join((REFERENCE / page).read_text("utf-8") for page in ("library.md", "values.md"))
    return set(re.findall(r"^\.\. auto\w+:: telegram\.(\w+)$", text, re.MULTILINE))


def test_every_public_name_is_in_the_reference():
    assert described() == set(telegram.__all__)


def test_what_a_telegram_works_out_on_demand_is_in_the_reference():
    """attrs hides cached properties from sphinx: the page lists them by hand."""
    listed = set(re.findall(r"py:attribute:: (\w+)", (REFERENCE / "library.md").read_text("utf-8")))
    slots = {name for name, value in vars(telegram.Telegram).items() if ismemberdescriptor(value)}
    hidden = slots - {field.name for field in attrs.fields(telegram.Telegram)}

    assert listed == hidden


def test_every_page_is_in_the_table_of_contents():
    index = (DOCS / "index.md").read_text("utf-8")
    pages = {
        path.relative_to(DOCS).with_suffix("").as_posix()
        for path in DOCS.rglob("*.md")
        if "_build" not in path.parts
    }

    assert set(re.findall(r"^[a-z-]+(?:/[a-z-]+)?$", index, re.MULTILINE)) == pages - {"index"}


def test_links_of_the_readme_lead_somewhere():
    """Sphinx looks at the links of the manual's pages only."""
    text = (DOCS.parent / "README.md").read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)

    assert targets
    assert [target for target in targets if not (DOCS.parent / target).exists()] == []


@pytest.mark.parametrize(
    "path",
    sorted(
        [
            *(DOCS / "telegrams" / "exercise").iterdir(),
            *(DOCS / "garbled").iterdir(),
            *(DOCS / "circuit").iterdir(),
        ]
    ),
    ids=lambda p: p.stem,
)
def test_invented_telegrams_say_so(path):
    messages = list(telegram.read(path))

    assert messages
    assert all("EXERCISE" in str(message) for message in messages)

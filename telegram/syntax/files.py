"""Where the grammar files are: in the installed package, or beside it in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def grammar_folder() -> Traversable:
    """The folder of ``*.lark`` files; the packaged copy wins."""
    packaged = files("telegram") / "grammar"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2] / "grammar"


def grammar_names() -> list[str]:
    """Names of the grammar files, without ``.lark``, sorted."""
    return sorted(
        entry.name.removesuffix(".lark")
        for entry in grammar_folder().iterdir()
        if entry.name.endswith(".lark")
    )


def grammar_text(name: str) -> str:
    """The text of one grammar file."""
    return (grammar_folder() / f"{name}.lark").read_text(encoding="utf-8")

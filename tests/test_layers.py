"""Rooms by layer: a module imports only from lower layers and from its own package.

Read from the source, not from what happens to be loaded. An import inside a function is deferred:
it may reach up, and each one that does is listed here with its reason. Imports for type checkers
only are not imports.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import telegram

PACKAGE = Path(telegram.__file__).parent

LAYERS = {
    "source": 0,
    "diagnostics": 1,
    "syntax": 2,
    "data": 2,
    "transliteration": 3,
    "ita2": 4,
    "values": 3,
    "lines": 4,
    "texts": 5,
    "dialects": 6,
    "model": 7,
    "framing": 8,
    "handling": 8,
    "receiving": 8,
    "correcting": 8,
    "service": 9,
    "parsing": 9,
    "document": 10,
    "checks": 10,
    "joining": 11,
    "formatting": 11,
    "composing": 12,
    "editing": 13,
    "catalogue": 12,
    "converting": 12,
    "circuit": 13,
    "faults": 14,
    "repairing": 13,
    "generating": 13,
    "cli": 15,
    "__main__": 16,
    "strategies": 15,
}
"""The layer of every room. Parsing stands below the checks, which read what it noted of each piece.
"""

DEFERRED = {
    ("model", "checks"): "a telegram's report is made when first asked for",
    ("model", "composing"): "a telegram makes those that a procedure derives from it",
    ("model", "handling"): "a telegram says what was done with it on its way",
    ("model", "correcting"): "a telegram gives its text corrected",
    ("diagnostics", "catalogue"): "a rule is pickled as its code, and looked up again",
    ("model", "parsing"): "a telegram is pickled as its source, and read again",
    ("model", "service"): "a telegram says what it asks as a service message",
    ("model", "document"): "a telegram writes its own document",
    ("model", "editing"): "a telegram gives itself with entries changed",
}
"""Imports inside functions that reach up, with the reason."""

FACADE = {"__init__"}
"""`telegram/__init__.py` names every public thing and may import from anywhere."""
HEAVY: dict[str, set[str]] = {
    "lark": {"syntax.compiler", "syntax.explaining", "syntax.grammars"},
    "hypothesis": {"strategies"},
    "click": {"cli"},
    "rich": {"cli"},
}
"""Packages that cost start-up or are optional, and the only modules or rooms that may import them.
"""


def modules() -> dict[str, Path]:
    """Every module by its name inside the package."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = list(path.relative_to(PACKAGE).with_suffix("").parts)
        if parts[-1] == "__init__" and len(parts) > 1:
            parts.pop()
        found[".".join(parts)] = path
    return found


MODULES = modules()


def imports(tree: ast.AST, *, inside: bool = False) -> Iterator[tuple[str, bool]]:
    """What a module imports, and whether inside a function; what only type checkers see is left
    out.
    """
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) in (
            "TYPE_CHECKING",
            "typing.TYPE_CHECKING",
        ):
            for other in node.orelse:
                yield from imports(other, inside=inside)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or "", inside
            yield from ((f"{node.module}.{alias.name}", inside) for alias in node.names)
        else:
            nested = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from imports(node, inside=nested)


def room(name: str) -> str:
    """The room of a module of ours, such as ``values`` for ``telegram.values.precedence``."""
    return name.removeprefix("telegram.").partition(".")[0]


def ours(name: str) -> bool:
    """Whether an imported name is a module of this package."""
    return name.startswith("telegram.") and name.removeprefix("telegram.") in MODULES


def reaching_up() -> set[tuple[str, str, str, bool]]:
    """Imports from a higher or a neighbouring room: importing module, both rooms, and whether
    deferred.
    """
    found = set()
    for module, path in MODULES.items():
        if module in FACADE:
            continue
        here = room(module)
        for name, inside in imports(ast.parse(path.read_text("utf-8"))):
            if ours(name) and room(name) != here and LAYERS[room(name)] >= LAYERS[here]:
                found.add((module, here, room(name), inside))
    return found


def test_every_room_has_a_layer():
    assert {room(module) for module in MODULES} - FACADE == set(LAYERS)


def test_a_module_imports_only_from_lower_layers_and_from_its_own_room():
    at_import = sorted(found[:3] for found in reaching_up() if not found[3])

    assert at_import == []


def test_every_deferred_import_that_reaches_up_is_listed():
    deferred = {(here, there) for _, here, there, inside in reaching_up() if inside}

    assert deferred == set(DEFERRED)
    assert all(DEFERRED.values())


@pytest.mark.parametrize("package", sorted(HEAVY))
def test_heavy_packages_are_imported_where_they_belong(package):
    found = {
        module
        for module, path in MODULES.items()
        for name, _ in imports(ast.parse(path.read_text("utf-8")))
        if name.partition(".")[0] == package
    }

    allowed = HEAVY[package]
    assert {m for m in found if m not in allowed and room(m) not in allowed} == set()


def test_nothing_in_the_core_imports_the_facade():
    """`import telegram` inside the package would tie every room to every other."""
    found = {
        module
        for module, path in MODULES.items()
        if room(module) != "cli"
        for name, _ in imports(ast.parse(path.read_text("utf-8")))
        if name == "telegram"
    }

    assert found == set()


def test_a_room_of_functions_is_no_dumping_ground():
    """A module is named after what it holds."""
    assert [
        name
        for name in MODULES
        if name.rpartition(".")[2] in ("utils", "helpers", "common", "base")
    ] == []


@pytest.mark.parametrize("name", ["faults", "ita2", "strategies"])
def test_a_public_module_needs_no_import_of_its_own(name):
    """In a process of its own: here the modules are loaded by other tests."""
    code = f"import sys, telegram; telegram.{name}; print('hypothesis' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)

    assert (done.returncode, done.stdout) == (0, b"False\n"), done.stderr

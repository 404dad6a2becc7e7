"""Counting needs nothing but Python: no Django, no tables, and no floating point."""

import ast
import subprocess
import sys
from pathlib import Path

from django.conf import settings

PACKAGE: Path = settings.BASE_DIR / "service" / "voting"
TREES = {
    path.name: ast.parse(path.read_text()) for path in sorted(PACKAGE.rglob("*.py"))
}


def imported(tree):
    """The modules that a file names, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_files_import_each_other_and_the_standard_library_only():
    modules = {name for tree in TREES.values() for name in imported(tree)}
    own = {name for name in modules if name.startswith("service.voting")}

    assert {name.partition(".")[0] for name in modules - own} <= sys.stdlib_module_names
    assert own


def test_counting_loads_no_django():
    told = "import service.voting, sys; print('django' in sys.modules)"

    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", told],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout == "False\n"


def test_nothing_is_divided_but_into_whole_numbers():
    found = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Div)
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id in {"float", "round"})
    }

    assert found == set()

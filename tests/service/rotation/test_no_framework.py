"""The engine knows no framework: it can be read, tested and moved without Django."""

import ast
import subprocess
import sys

from django.conf import settings

ENGINE = settings.BASE_DIR / "service/rotation"
MODULES = sorted(f"service.rotation.{path.stem}" for path in ENGINE.glob("*.py"))


def imported(path):
    """The names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            yield node.module
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def test_the_engine_imports_itself_and_the_standard_library():
    names = {name for path in ENGINE.rglob("*.py") for name in imported(path)}

    foreign = {
        name
        for name in names
        if name.partition(".")[0] not in sys.stdlib_module_names
        if not name.startswith("service.rotation")
    }

    assert foreign == set()


def test_django_is_not_loaded_with_the_engine():
    names = ", ".join(name.removesuffix(".__init__") for name in MODULES)
    code = f"import sys, {names}; sys.exit('django' in sys.modules)"

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], cwd=settings.BASE_DIR, check=False
    )

    assert done.returncode == 0

"""The commands in bin/: plain sh, careful with what they are told, and quiet."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMMANDS = ["run", "test", "manage"]
SCRIPTS = [ROOT / "bin" / name for name in COMMANDS]
SCRIPTS += sorted((ROOT / "bin" / "lib").glob("*.sh"))
TELLS = """#!/bin/sh
echo "$PWD" "$@"
echo "$SECRET_KEY $HTTPS $DATABASE_URL" >&2
exit 3
"""
NOT_SH = re.compile(r"\[\[|^\s*(local|function|source)\s", re.MULTILINE)


def call(*command, cwd=ROOT, **env):
    env = {"PATH": os.environ["PATH"], **env}
    return subprocess.run(  # noqa: S603 our own scripts
        command, cwd=cwd, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture
def checkout(tmp_path):
    """A set-up checkout with a space in its path, whose Python tells its orders."""
    root = tmp_path / "our area"
    shutil.copytree(ROOT / "bin", root / "bin")
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(TELLS)
    python.chmod(0o755)
    for name in ("requirements.lock", ".venv/installed-requirements.lock"):
        shutil.copy(ROOT / "requirements.lock", root / name)
    (root / "var").mkdir()
    (root / "var" / "secret-key").write_text("from the file\n")
    (root / "var" / "db.sqlite3").write_text("not empty")
    (root / "var" / "lib").symlink_to(ROOT / "var" / "lib")
    return root


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_is_plain_sh(script):
    assert call("sh", "-n", script).stderr == ""
    assert not NOT_SH.search(script.read_text())


@pytest.mark.parametrize("name", COMMANDS)
def test_command_can_be_started(name):
    assert os.access(ROOT / "bin" / name, os.X_OK)


@pytest.mark.parametrize("name", ["run", "test"])
def test_command_tells_its_options(name):
    done = call(ROOT / "bin" / name, "--help")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: bin/{name} [")


@pytest.mark.parametrize("port", ["", "0", "080", "65536", "1e3", "-1", "80000000000"])
def test_run_refuses_what_is_no_port(port):
    done = call(ROOT / "bin" / "run", "--port", port)

    assert done.returncode == 2
    assert done.stderr.startswith("--port needs a number from 1 to 65535")


def test_run_refuses_an_option_it_does_not_know():
    done = call(ROOT / "bin" / "run", "--prot", "8001")

    assert done.returncode == 2
    assert done.stderr.startswith("bin/run does not know “--prot”")


def test_manage_says_nothing_of_its_own(checkout, tmp_path):
    done = call(checkout / "bin" / "manage", "import", "a file.csv", cwd=tmp_path)

    assert done.stdout == f"{tmp_path} {checkout}/manage.py import a file.csv\n"
    assert done.stderr == "from the file off \n"
    assert done.returncode == 3


def test_manage_keeps_the_settings_it_is_given(checkout):
    given = {"SECRET_KEY": "ours", "HTTPS": "on", "DATABASE_URL": "sqlite:////a"}
    done = call(checkout / "bin" / "manage", "check", **given)

    assert done.stderr == "ours on sqlite:////a\n"


def test_manage_can_be_called_by_another_name(checkout, tmp_path):
    (tmp_path / "intergroup").symlink_to(checkout / "bin" / "manage")
    done = call(tmp_path / "intergroup", "check")

    assert done.stdout.endswith(f"{checkout}/manage.py check\n")


def test_fonts_are_found_in_a_folder_with_an_ampersand(checkout):
    checkout = checkout.rename(checkout.with_name("R&D"))
    fonts = checkout / "static" / "intergroup" / "fonts"
    fonts.mkdir(parents=True)
    call(checkout / "bin" / "manage", "check")
    config = (checkout / "var" / "fonts.conf").read_text()

    assert f"<dir>{fonts}</dir>".replace("&", "&amp;") in config


def test_development_lock_holds_the_lock_of_the_program():
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def pins(lock):
    return set(re.findall(r"^\S+==\S+", (ROOT / lock).read_text(), re.MULTILINE))

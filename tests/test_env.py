"""Settings from the environment: a bad value stops the process with a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from intergroup import env

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("value", ["on", "ON", "yes", "true", "1", " On "])
def test_a_flag_is_on_in_many_words(monkeypatch, value):
    monkeypatch.setenv("FLAG", value)

    assert env.flag("FLAG", default=False) is True


@pytest.mark.parametrize("value", ["off", "No", "false", "0"])
def test_a_flag_is_off_in_many_words(monkeypatch, value):
    monkeypatch.setenv("FLAG", value)

    assert env.flag("FLAG", default=True) is False


@pytest.mark.parametrize("default", [True, False])
def test_an_empty_flag_is_its_default(monkeypatch, default):
    monkeypatch.setenv("FLAG", "")

    assert env.flag("FLAG", default=default) is default


@pytest.mark.parametrize(
    ("read", "value", "sentence"),
    [
        (lambda name: env.flag(name, default=True), "maybe", "“on” or “off”, not"),
        (lambda name: env.number(name, 1), "-1", "must be a whole number"),
        (lambda name: env.number(name, 1), "²", "must be a whole number"),
        (lambda name: env.text(name, None), " ", "must be set"),
        (lambda name: env.database(name, ""), "mysql://a/b", "sqlite: or postgres:"),
        (lambda name: env.database(name, ""), "db.sqlite3", "sqlite: or postgres:"),
        (lambda name: env.mail(name, ""), "pigeon://loft", "such as smtp://host:25"),
        (lambda name: env.folder(name, Path()), "/dev/null/var", "cannot be used"),
        (env.site, "office.example.org", "such as https://office.example.org"),
        (env.site, "https://office.example.org/here", "nothing behind the name"),
    ],
)
def test_a_bad_value_is_a_sentence(monkeypatch, read, value, sentence):
    monkeypatch.setenv("BAD", value)

    with pytest.raises(ImproperlyConfigured, match=sentence):
        read("BAD")


@pytest.mark.parametrize("value", ["a b", "a,b", "a, b", " a  b "])
def test_words_are_separated_by_blanks_or_commas(monkeypatch, value):
    monkeypatch.setenv("WORDS", value)

    assert env.words("WORDS", "") == ["a", "b"]


@pytest.mark.parametrize(
    ("value", "site"),
    [
        ("", ""),
        ("https://office.example.org/", "https://office.example.org"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_a_site_is_kept_without_the_stroke_at_its_end(monkeypatch, value, site):
    monkeypatch.setenv("SITE", value)

    assert env.site("SITE") == site


@pytest.mark.parametrize(
    ("url", "engine", "name"),
    [
        ("sqlite:////tmp/a.sqlite3", "sqlite3", "/tmp/a.sqlite3"),  # noqa: S108
        ("postgres://u:p@localhost:5432/books", "postgresql", "books"),
    ],
)
def test_a_database_is_chosen_by_its_address(monkeypatch, url, engine, name):
    monkeypatch.setenv("DATABASE_URL", url)

    config = env.database("DATABASE_URL", "")

    assert (config["ENGINE"].rpartition(".")[2], config["NAME"]) == (engine, name)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"DEBUG": "perhaps"}, "Intergroup cannot start: DEBUG must be"),
        ({"DEBUG": "off", "SECRET_KEY": ""}, "SECRET_KEY must be set"),
    ],
)
def test_the_process_stops_with_the_sentence_alone(tmp_path, given, sentence):
    environment = {**os.environ, "VAR_DIR": str(tmp_path), **given}

    stopped = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert stopped.returncode == 1
    assert sentence in stopped.stderr
    assert "Traceback" not in stopped.stderr

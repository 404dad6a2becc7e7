"""The test database as processes of their own reach it."""

import sqlite3
import time

from django.db import connection


def reach(tmp_path, monkeypatch, **environment):
    """Let processes that are started work on the test database; return how to ask it.

    On SQLite they work on a copy of it as it is now.
    """
    told = connection.settings_dict
    where = f"{told['HOST']}:{told['PORT']}/{told['NAME']}"
    url = f"postgres://{told['USER']}:{told['PASSWORD']}@{where}"
    file = tmp_path / "books.sqlite3"
    if connection.vendor == "sqlite":
        url = f"sqlite:///{file}"
        with sqlite3.connect(file) as copy:
            connection.connection.backup(copy)
    usual = {"DATABASE_URL": url, "DEBUG": "on", "VAR_DIR": str(tmp_path)}
    for name, value in {**usual, "PYTHONWARNINGS": "ignore", **environment}.items():
        monkeypatch.setenv(name, value)

    def ask_database(sql, *values):
        if connection.vendor == "sqlite":
            with sqlite3.connect(file, timeout=20) as there:
                return there.execute(sql, values).fetchall()
        with connection.cursor() as cursor:
            cursor.execute(sql.replace("?", "%s"), values)
            return cursor.fetchall() if cursor.description else []

    return ask_database


def wait_for(look, *, seconds=60):
    """Look again and again until there is something; return it."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")

"""Guards: rules that the database itself keeps, by triggers on SQLite and PostgreSQL.

They are installed after every migrate and taken away before one that changes tables,
because SQLite rebuilds a table to change it and loses the triggers on it.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import AppConfig
from django.core import checks
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate, pre_migrate


@dataclass(frozen=True, slots=True)
class Guard:
    """One trigger: the table it stands on and the SQL that makes it, for each database.

    ``fires`` says when (``BEFORE UPDATE``); on PostgreSQL ``postgresql`` is the body of
    a function named like the guard, which runs for each ``STATEMENT`` or each ``ROW``.
    Without a text the guard is not for that database.
    """

    name: str
    table: str
    fires: str
    sqlite: str = ""
    postgresql: str = ""
    each: str = "ROW"

    def is_for(self, vendor: str) -> bool:
        """Tell whether this database needs it."""
        return bool(self.sqlite if vendor == "sqlite" else self.postgresql)


def install(guards: Iterable[Guard], connection: BaseDatabaseWrapper) -> None:
    """Make every guard whose table is there; doing it again changes nothing."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in guards:
            if guard.table in tables and guard.is_for(connection.vendor):
                cursor.execute(_dropping(guard, connection.vendor))
                for statement in _making(guard, connection):
                    cursor.execute(statement)


def remove(guards: Iterable[Guard], connection: BaseDatabaseWrapper) -> None:
    """Take every guard away, for the length of a migration."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in guards:
            if guard.table in tables and guard.is_for(connection.vendor):
                cursor.execute(_dropping(guard, connection.vendor))


def missing(guards: Iterable[Guard], connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of guards whose table is there and that are not, or are off."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        query = (
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal "
            "AND tgenabled IN ('O', 'A')"
        )
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {name for (name,) in cursor.fetchall()}
    tables = connection.introspection.table_names()
    return [
        guard.name
        for guard in guards
        if guard.table in tables
        and guard.is_for(connection.vendor)
        and guard.name not in there
    ]


@contextmanager
def lifted(guards: Iterable[Guard], connection: BaseDatabaseWrapper):  # noqa: ANN201
    """Work without the guards: for emptying a test database, and for nothing else."""
    guards = list(guards)
    remove(guards, connection)
    try:
        yield
    finally:
        install(guards, connection)


def is_behind(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether migrations wait to be run: the guards come with them."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def connect(app: AppConfig, guards: Iterable[Guard]) -> None:
    """Install ``guards`` after each migrate of ``app``, and check for them."""
    guards = tuple(guards)

    def before(using: str, plan: list, **_: object) -> None:
        if plan:
            remove(guards, connections[using])

    def after(using: str, **_: object) -> None:
        install(guards, connections[using])

    def check(databases: list[str] | None, **_: object) -> list[checks.CheckMessage]:
        there = [connections[using] for using in databases or ()]
        found = [missing(guards, each) for each in there if not is_behind(each)]
        return [_warning(app, names) for names in found if names]

    uid = f"{app.label}_guards"
    pre_migrate.connect(before, sender=app, weak=False, dispatch_uid=uid)
    post_migrate.connect(after, sender=app, weak=False, dispatch_uid=uid)
    checks.register(check, checks.Tags.database)


def _warning(app: AppConfig, names: list[str]) -> checks.CheckMessage:
    told = f"The database is not guarded: {', '.join(names)} missing. Run migrate."
    return checks.Warning(told, id=f"{app.label}.W001")


def _making(guard: Guard, connection: BaseDatabaseWrapper) -> list[str]:
    if connection.vendor == "sqlite":
        return [
            f"CREATE TRIGGER {guard.name} {guard.fires} ON {guard.table} {guard.sqlite}"
        ]
    each = "STATEMENT" if "TRUNCATE" in guard.fires else guard.each
    function = (
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql "
        f"SET search_path = {_schema(connection)}, pg_temp "
        f"AS $guard${guard.postgresql}$guard$"
    )
    trigger = (
        f"CREATE TRIGGER {guard.name} {guard.fires} ON {guard.table} "
        f"FOR EACH {each} EXECUTE FUNCTION {guard.name}()"
    )
    return [function, trigger]


def _schema(connection: BaseDatabaseWrapper) -> str:
    """Return the schema of the tables, so that no temporary table stands in for one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (name,) = cursor.fetchone()
    return connection.ops.quote_name(name)


def _dropping(guard: Guard, vendor: str) -> str:
    if vendor == "sqlite":
        return f"DROP TRIGGER IF EXISTS {guard.name}"
    return f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}"

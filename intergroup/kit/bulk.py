"""Writing thousands of rows at once, for the few actions that must."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Model


def new_ids(model: type[Model], count: int) -> range | list[int]:
    """Return ``count`` free primary keys; call it inside the writing transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) "
                "FROM generate_series(1, %s)",
                [table, count],
            )
            return [each for (each,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
    return range(last + 1, last + 1 + count)


def insert(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Insert rows of values the database takes as they are: cents, ids, dates, text.

    No ``full_clean`` and no defaults: the caller has checked, the constraints hold.
    """
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608


def update(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Update rows by id: each row holds the values of ``columns``, then the id."""
    quote = connection.ops.quote_name
    names = ", ".join(f"{quote(column)} = %s" for column in columns)
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {names} WHERE id = %s", rows)  # noqa: S608


def save_fields(instances: Sequence[Model], names: Sequence[str]) -> None:
    """Update the named fields of many instances of one model; ids stay as they are."""
    if not instances:
        return
    model = type(instances[0])
    fields = [model._meta.get_field(name) for name in names]
    rows = (
        [
            *(
                field.get_db_prep_save(getattr(each, field.attname), connection)
                for field in fields
            ),
            each.pk,
        ]
        for each in instances
    )
    update(model, [field.column for field in fields], rows)


def save_new(instances: Sequence[Model]) -> None:
    """Insert instances of one model, each with a new id; they must not depend on order.

    The caller has checked; keys may point at each other, whatever comes first.
    """
    if not instances:
        return
    model = type(instances[0])
    fields = model._meta.concrete_fields
    ids = new_ids(model, sum(each.pk is None for each in instances))
    for each, pk in zip([i for i in instances if i.pk is None], ids, strict=True):
        each.pk = pk
    rows = [
        [
            field.get_db_prep_save(field.pre_save(each, add=True), connection)
            for field in fields
        ]
        for each in instances
    ]
    insert(model, [field.column for field in fields], rows)
    for each in instances:
        each._state.adding = False

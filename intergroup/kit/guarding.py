"""Kinds of guards: how a trigger is put together, for SQLite and for PostgreSQL.

Each takes the sentence that the database says when it refuses.
"""

from intergroup.kit.guards import Guard


def aborts(message: str) -> str:
    """Return the body of a SQLite trigger that refuses."""
    return f"BEGIN SELECT RAISE(ABORT, '{message}'); END"


def raises(message: str) -> str:
    """Return the statement of PostgreSQL that refuses."""
    return f"RAISE EXCEPTION '{message}' USING ERRCODE = '23514';"


def refuses(when: str, message: str, *, then: str = "NEW") -> str:
    """Return a PostgreSQL body that refuses one condition."""
    return f"BEGIN IF {when} THEN {raises(message)} END IF; RETURN {then}; END"


def both(name: str, table: str, event: str, when: str, message: str) -> Guard:
    """Refuse one condition, told in PostgreSQL’s words, on both databases."""
    then = "OLD" if event == "DELETE" else "NEW"
    sqlite = when.replace("IS NOT DISTINCT FROM", "IS")
    sqlite = sqlite.replace("IS DISTINCT FROM", "IS NOT")
    return Guard(
        name=name,
        table=table,
        fires=f"BEFORE {event}",
        sqlite=f"WHEN {sqlite} {aborts(message)}",
        postgresql=refuses(when, message, then=then),
    )


def kept(table: str, columns: tuple[str, ...], message: str) -> tuple[Guard, ...]:
    """Refuse to delete a row of ``table``, or to change one of ``columns``."""
    changed = " OR ".join(  # in quotes, for PL/pgSQL has words of its own, as “by”
        f'NEW."{column}" IS DISTINCT FROM OLD."{column}"' for column in columns
    )
    return (
        both(f"{table}_is_kept", table, "DELETE", "OLD.id IS NOT NULL", message),
        both(f"{table}_stays_as_it_was", table, "UPDATE", changed, message),
        untruncated(table, message),
    )


def once(table: str, columns: tuple[str, ...], message: str) -> Guard:
    """Refuse to change one of ``columns`` when it was filled in once."""
    changed = " OR ".join(
        f"(OLD.{column} IS NOT NULL AND NEW.{column} IS DISTINCT FROM OLD.{column})"
        for column in columns
    )
    return both(f"{table}_is_settled_once", table, "UPDATE", changed, message)


def not_replaced(
    table: str, keys: tuple[str, ...], message: str
) -> tuple[Guard, Guard]:
    """Refuse OR REPLACE on SQLite, which deletes without a delete trigger."""
    # Each key by itself, and in the words of the partial indexes: else SQLite reads
    # the whole table for every row inserted.
    same = [
        f"SELECT 1 FROM {table} WHERE {key} = NEW.{key} AND NOT ({key} = '')"
        for key in keys
    ]
    inserted = " OR ".join(f"EXISTS ({each})" for each in same)
    updated = " OR ".join(f"EXISTS ({each} AND id <> OLD.id)" for each in same)
    return (
        Guard(
            name=f"{table}_is_not_replaced",
            table=table,
            fires="BEFORE INSERT",
            sqlite=f"WHEN {inserted} {aborts(message)}",
        ),
        Guard(
            name=f"{table}_is_not_pushed_out",
            table=table,
            fires=f"BEFORE UPDATE OF {', '.join(keys)}",
            sqlite=f"WHEN {updated} {aborts(message)}",
        ),
    )


def alone(
    table: str, columns: tuple[str, ...], message: str, *, among: str = ""
) -> tuple[Guard, ...]:
    """Refuse OR REPLACE by columns that are unique together; PostgreSQL has no such.

    ``among`` is a condition for both rows, where the index is a partial one.
    """
    same = [f"{column} = NEW.{column}" for column in columns]
    same += [among] if among else []
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {' AND '.join(same)}"
    return (
        Guard(
            name=f"{table}_is_not_replaced_by_its_like",
            table=table,
            fires="BEFORE INSERT",
            sqlite=f"WHEN {there}) {aborts(message)}",
        ),
        Guard(
            name=f"{table}_is_not_pushed_out_by_its_like",
            table=table,
            fires=f"BEFORE UPDATE OF {', '.join(columns)}",
            sqlite=f"WHEN {there} AND id <> OLD.id) {aborts(message)}",
        ),
    )


def untruncated(table: str, message: str) -> Guard:
    """Refuse TRUNCATE on PostgreSQL, which fires no row triggers."""
    return Guard(
        name=f"{table}_is_not_emptied",
        table=table,
        fires="BEFORE TRUNCATE",
        postgresql=f"BEGIN {raises(message)} END",
    )

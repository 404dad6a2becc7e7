"""What the database itself keeps of the register, whoever writes.

A group’s number is permanent and a group is never deleted; what happened is written
once; and the stamp of ``Revision`` changes with anything that the public may see.
"""

from collections.abc import Iterator

from intergroup.kit.guards import Guard

_DELETE = "registry: a group is closed, never deleted"
_NUMBER = "registry: the number of a group is permanent"
_KEPT = "registry: what happened is written once, and kept"
_WRITTEN_ONCE = (
    "registry_contactsheet",
    "registry_directoryprint",
    "registry_listingchange",
    "registry_registrationmessage",
)
_PUBLIC = (
    "registry_body",
    "registry_directory",
    "registry_district",
    "registry_finding",
    "registry_group",
    "registry_groupcontact",
    "registry_location",
    "registry_meeting",
    "registry_meeting_types",
    "registry_meetingtype",
    "registry_meetingtypename",
    "registry_person",
)
_STAMP = (
    "INSERT INTO registry_revision (id, stamp) VALUES (1, {random}) "
    "ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp;"
)


def _not_emptied(table: str, message: str) -> Guard:
    """Return a guard against TRUNCATE, of which triggers on rows are not told."""
    return Guard(
        name=f"{table}_is_not_emptied",
        table=table,
        fires="BEFORE TRUNCATE",
        postgresql=f"BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = '23001'; END",
    )


NUMBERS = (
    Guard(
        name="registry_group_is_kept",
        table="registry_group",
        fires="BEFORE DELETE",
        sqlite=f"BEGIN SELECT RAISE(ABORT, '{_DELETE}'); END",
        postgresql=f"BEGIN RAISE EXCEPTION '{_DELETE}' USING ERRCODE = '23001'; END",
    ),
    Guard(
        name="registry_group_number_is_permanent",
        table="registry_group",
        fires="BEFORE UPDATE",
        sqlite="WHEN NEW.number <> OLD.number OR NEW.id <> OLD.id "
        f"BEGIN SELECT RAISE(ABORT, '{_NUMBER}'); END",
        postgresql="BEGIN IF NEW.number <> OLD.number OR NEW.id <> OLD.id THEN "
        f"RAISE EXCEPTION '{_NUMBER}' USING ERRCODE = '23001'; END IF; "
        "RETURN NEW; END",
    ),
    Guard(
        name="registry_group_is_not_replaced",
        table="registry_group",
        fires="BEFORE INSERT",
        sqlite="WHEN EXISTS (SELECT 1 FROM registry_group WHERE id = NEW.id "  # noqa: S608
        f"OR number = NEW.number) BEGIN SELECT RAISE(ABORT, '{_NUMBER}'); END",
    ),
    _not_emptied("registry_group", _DELETE),
)


def _written_once(table: str) -> Iterator[Guard]:
    """Yield guards that refuse to change or delete a row of ``table``.

    On SQLite, OR REPLACE deletes without telling the trigger of deleting.
    """
    yield _not_emptied(table, _KEPT)
    yield Guard(
        name=f"{table}_is_not_replaced",
        table=table,
        fires="BEFORE INSERT",
        sqlite=f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) "  # noqa: S608
        f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
    )
    for event in ("UPDATE", "DELETE"):
        yield Guard(
            name=f"{table}_stays_on_{event.lower()}",
            table=table,
            fires=f"BEFORE {event}",
            sqlite=f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
            postgresql=f"BEGIN RAISE EXCEPTION '{_KEPT}' USING ERRCODE = '23001'; END",
        )


def stamps(table: str) -> Iterator[Guard]:
    """Yield guards that change the stamp with ``table``, of an upper floor too.

    PostgreSQL stamps before the statement touches a row: two that write at once queue
    for the stamp first, and so never wait for each other’s rows.
    """
    for event in ("INSERT", "UPDATE", "DELETE"):
        yield Guard(
            name=f"{table}_stamps_{event.lower()}",
            table=table,
            fires=f"AFTER {event}",
            sqlite=f"BEGIN {_STAMP.format(random='random()')} END",
        )
    stamp = _STAMP.format(random="(random() * 9007199254740991)::bigint")
    yield Guard(
        name=f"{table}_stamps",
        table=table,
        fires="BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE",
        postgresql=f"BEGIN {stamp} RETURN NULL; END",
        each="STATEMENT",
    )


GUARDS = (
    *NUMBERS,
    *(guard for table in _WRITTEN_ONCE for guard in _written_once(table)),
    *(guard for table in _PUBLIC for guard in stamps(table)),
)

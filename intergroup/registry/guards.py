"""A group’s number is permanent: the database lets nobody change it, or delete one."""

from intergroup.kit.guards import Guard

_DELETE = "registry: a group is closed, never deleted"
_NUMBER = "registry: the number of a group is permanent"

GUARDS = (
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
)

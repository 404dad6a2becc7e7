"""What happened is written once: no road of the database leads around it."""

import pytest
from django.db import Error, connection, transaction

from intergroup.registry.models import (
    ContactSheet,
    DirectoryPrint,
    Group,
    ListingChange,
    MeetingType,
    RegistrationMessage,
    Revision,
)
from tests.factories import GroupFactory, MeetingFactory, UserFactory
from tests.registry.registering.sent import DECIDED_AT, MAY_4, new_group
from tests.registry.test_permanent_numbers import by_hand

MODELS = (ContactSheet, DirectoryPrint, ListingChange, RegistrationMessage, Group)
BOTH = {
    "changed": "UPDATE {table} SET id = id + 1000",
    "deleted": "DELETE FROM {table}",
}
OF_SQLITE = {
    "replaced": "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "pushed out": "UPDATE OR REPLACE {table} SET id = id + 1000",
}
OF_POSTGRESQL = {"emptied": "TRUNCATE {table} CASCADE"}


@pytest.fixture
def written(db):
    """A row of each, as the programs write them."""
    user, group = UserFactory(), GroupFactory()
    RegistrationMessage.objects.create(
        registration=new_group(), text="Hello", written_at=DECIDED_AT
    )
    ContactSheet.objects.create(
        printed_at=DECIDED_AT, printed_by=user, scope="All", people_count=1
    )
    DirectoryPrint.objects.create(
        made_at=DECIDED_AT, made_by=user, layout="letter", page_count=1, sha256="0"
    )
    ListingChange.objects.create(group=group, way="office", changed_on=MAY_4)


def refusal(way):
    """What a database says; the other one does not know the words at all."""
    others = OF_POSTGRESQL if connection.vendor == "sqlite" else OF_SQLITE
    return "syntax error" if way in others else "registry: "


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("way", [*BOTH, *OF_SQLITE, *OF_POSTGRESQL])
def test_it_is_not_changed_and_not_taken_away(written, model, way):
    sql = {**BOTH, **OF_SQLITE, **OF_POSTGRESQL}[way]
    before = list(model.objects.values())
    connection.check_constraints()

    with pytest.raises(Error, match=refusal(way)):
        by_hand(sql.format(table=model._meta.db_table))

    assert list(model.objects.values()) == before != []


def test_a_table_that_is_emptied_changes_the_stamp(db):
    meeting = MeetingFactory()
    meeting.types.add(MeetingType.objects.first())
    before = Revision.objects.get().stamp
    connection.check_constraints()
    empty = "DELETE FROM" if connection.vendor == "sqlite" else "TRUNCATE"

    by_hand(f"{empty} registry_meeting_types")

    assert not meeting.types.exists()
    assert Revision.objects.get().stamp != before


def test_what_is_rolled_back_leaves_the_stamp_as_it_was(db):
    meeting = MeetingFactory()
    before = Revision.objects.get().stamp

    with transaction.atomic():
        meeting.types.add(MeetingType.objects.first())
        during = Revision.objects.get().stamp
        transaction.set_rollback(True)

    assert Revision.objects.get().stamp == before != during

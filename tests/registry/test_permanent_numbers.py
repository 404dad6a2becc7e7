"""A group’s number is permanent: the database itself says so."""

import pytest
from django.db import Error, connection, transaction

from intergroup.registry.models import Group
from tests.factories import GroupFactory


def by_hand(sql):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE registry_group SET number = 13 WHERE number = 12",
        "DELETE FROM registry_group WHERE number = 12",
        "UPDATE registry_group SET id = id + 1000 WHERE number = 12",
    ],
)
def test_sql_by_hand_cannot_change_or_delete_it(db, sql):
    GroupFactory(number=12)

    with pytest.raises(Error, match="registry: "):
        by_hand(sql)

    assert Group.objects.get().number == 12


def test_the_model_cannot_delete_it_either(db):
    group = GroupFactory(number=12)

    with pytest.raises(Error, match="closed, never deleted"), transaction.atomic():
        group.delete()


def test_everything_else_about_a_group_may_change(db):
    group = GroupFactory(number=12)

    group.name = "Another name"
    group.status = Group.Status.INACTIVE
    group.save()

    assert Group.objects.get().name == "Another name"

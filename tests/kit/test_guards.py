"""Guards: installed as often as one likes, and missed when they are gone."""

import pytest
from django.db import IntegrityError, connection, transaction

from intergroup.kit import guards
from intergroup.kit.guards import Guard
from intergroup.registry.models import District
from tests.factories import DistrictFactory

KEPT = Guard(
    name="registry_district_is_kept_for_this_test",
    table="registry_district",
    fires="BEFORE DELETE",
    sqlite="BEGIN SELECT RAISE(ABORT, 'kept for this test'); END",
    postgresql=(
        "BEGIN RAISE EXCEPTION 'kept for this test' USING ERRCODE = '23514'; END"
    ),
)


@pytest.fixture
def guarded(db):
    guards.install([KEPT], connection)
    guards.install([KEPT], connection)
    yield
    guards.remove([KEPT], connection)


def test_a_guard_refuses(guarded):
    district = DistrictFactory()

    with (
        pytest.raises(IntegrityError, match="kept for this test"),
        transaction.atomic(),
    ):
        district.delete()


def test_a_lifted_guard_comes_back(guarded):
    district = DistrictFactory()

    with guards.lifted([KEPT], connection):
        district.delete()

    assert not District.objects.exists()
    assert guards.missing([KEPT], connection) == []


def test_a_guard_that_is_gone_is_missed(guarded):
    guards.remove([KEPT], connection)

    assert guards.missing([KEPT], connection) == [KEPT.name]


def test_a_guard_of_a_table_that_is_not_there_is_not_missed(db):
    nowhere = Guard(
        name="x", table="nowhere", fires="BEFORE DELETE", sqlite="x", postgresql="x"
    )

    guards.install([nowhere], connection)

    assert guards.missing([nowhere], connection) == []


def test_a_guard_for_the_other_database_is_left_alone(db):
    other = Guard(name="y", table="registry_district", fires="BEFORE DELETE")

    guards.install([other], connection)

    assert guards.missing([other], connection) == []


def test_a_guard_that_was_switched_off_is_missed(guarded):
    if connection.vendor == "sqlite":  # which has no such switch
        switch = f"DROP TRIGGER {KEPT.name}"
    else:
        switch = f"ALTER TABLE {KEPT.table} DISABLE TRIGGER {KEPT.name}"
    with connection.cursor() as cursor:
        cursor.execute(switch)

    assert guards.missing([KEPT], connection) == [KEPT.name]

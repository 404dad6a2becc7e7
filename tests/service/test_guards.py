"""What SQL run by hand cannot do to seats and ballots, on SQLite and on PostgreSQL."""

from datetime import date

import pytest
from django.db import Error, IntegrityError, connection, transaction
from django.utils import timezone

from intergroup.kit.guards import missing
from service.guards import GUARDS
from service.models import Ballot, BallotCount, BallotMotion, Draw, Election, Term
from tests.factories import (
    JANUARY_1,
    BallotFactory,
    ElectionFactory,
    NominationFactory,
    TermFactory,
)

JUNE_1 = date(2026, 6, 1)


def refused(sql, *values):
    """Whether the database refuses a statement."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except Error:
        return True
    return False


def test_every_guard_is_there(db):
    assert missing(GUARDS, connection) == []


@pytest.mark.parametrize(
    ("began_on", "ends_on"),
    [
        (date(2026, 5, 31), None),
        (date(2025, 1, 1), None),
        (date(2025, 1, 1), date(2026, 1, 2)),
        (date(2026, 2, 1), date(2026, 3, 1)),
    ],
)
def test_the_database_refuses_two_in_one_seat_on_one_day(db, began_on, ends_on):
    term = TermFactory(ends_on=JUNE_1)

    with pytest.raises(IntegrityError, match="serves in this seat"):
        TermFactory(position=term.position, began_on=began_on, ends_on=ends_on)


@pytest.mark.parametrize(
    "fields",
    [
        {"began_on": JUNE_1},
        {"began_on": date(2025, 1, 1), "ends_on": JANUARY_1},
        {"began_on": JANUARY_1, "seat": 2},
        {"began_on": JANUARY_1, "standing": "acting"},
    ],
)
def test_the_database_takes_one_after_the_other_beside_and_standing_in(db, fields):
    term = TermFactory(ends_on=JUNE_1)

    TermFactory(position=term.position, **fields)

    assert Term.objects.count() == 2


def test_two_cannot_stand_in_for_the_same_person(db):
    term = TermFactory(standing="acting", ends_on=JUNE_1)

    with pytest.raises(IntegrityError, match="serves in this seat"):
        TermFactory(position=term.position, standing="acting")


def test_a_term_cannot_be_moved_into_another_s_days(db):
    first = TermFactory(ends_on=JUNE_1)
    second = TermFactory(position=first.position, began_on=JUNE_1)

    assert refused(
        "UPDATE service_term SET began_on = '2026-05-31' WHERE id = %s", second.pk
    )
    assert not refused(
        "UPDATE service_term SET began_on = '2026-06-02' WHERE id = %s", second.pk
    )


@pytest.fixture
def counted(db):
    """A ballot with a count, a motion and a draw of one election."""
    election = ElectionFactory()
    nomination = NominationFactory(election=election)
    ballot = BallotFactory(election=election)
    BallotCount.objects.create(ballot=ballot, nomination=nomination, in_room=7)
    BallotMotion.objects.create(election=election, ayes=4, noes=3)
    Draw.objects.create(election=election, seed="7 12 30", slips=[nomination.pk])
    return ballot


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE service_ballot SET handed_out = 99",
        "UPDATE service_ballotcount SET in_room = 8",
        "UPDATE service_ballotmotion SET ayes = 5",
        "UPDATE service_draw SET seed = 'another'",
        "DELETE FROM service_draw",
        "DELETE FROM service_ballotmotion",
        "DELETE FROM service_ballotcount",
        "DELETE FROM service_election",
    ],
)
def test_what_was_counted_stays_as_it_was_counted(counted, sql):
    assert refused(sql)


def test_a_ballot_is_taken_back_once(counted):
    Ballot.objects.update(taken_back_at=timezone.now())

    assert refused("UPDATE service_ballot SET taken_back_at = NULL")


def test_a_hat_is_drawn_once(counted):
    Draw.objects.update(drawn_at=timezone.now())

    assert refused("UPDATE service_draw SET drawn_at = NULL")


def test_an_election_that_is_over_is_not_told_otherwise(db):
    ElectionFactory(outcome="elected", decided_on=JUNE_1)

    assert refused("UPDATE service_election SET seats = 2")
    assert refused("UPDATE service_election SET outcome = 'nobody'")
    assert Election.objects.update(outcome="declined") == 1

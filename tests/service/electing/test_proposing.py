"""What a new election proposes: the seat that is free first, and for how long."""

from datetime import date

import pytest

from service.actions.terms import end_term
from service.reports.elections.proposing import Proposed, proposal_for
from tests.factories import BusinessMeetingFactory, PositionFactory, TermFactory
from tests.service.electing.area import TODAY, election_of, method

NOVEMBER_8 = date(2026, 11, 8)


@pytest.fixture
def meeting(db):
    return BusinessMeetingFactory(held_on=NOVEMBER_8)


def days(position):
    """The term that is proposed: its first day, and the first day after it."""
    found = proposal_for(position, today=TODAY)
    return found.begins_on, found.ends_on


def test_a_vacant_position_is_filled_from_the_meeting_on(meeting):
    position = PositionFactory(term_months=24)

    assert proposal_for(position, today=TODAY) == Proposed(
        seats=1,
        method=method(),
        meeting=meeting,
        begins_on=NOVEMBER_8,
        ends_on=date(2028, 11, 8),
        is_remainder=False,
    )


def test_without_a_meeting_ahead_it_is_today(db):
    assert days(PositionFactory(term_months=1)) == (TODAY, date(2026, 11, 11))


def test_the_term_begins_the_day_after_the_last_of_who_serves(meeting):
    term = TermFactory(ends_on=date(2027, 1, 1))

    assert days(term.position) == (date(2027, 1, 1), date(2029, 1, 1))


def test_nobody_begins_before_they_are_elected(meeting):
    term = TermFactory(ends_on=date(2026, 10, 31))

    assert days(term.position)[0] == NOVEMBER_8


@pytest.mark.parametrize("fields", [{}, {"standing": "interim", "ends_on": None}])
def test_who_serves_without_an_end_makes_room_at_the_meeting(meeting, fields):
    assert days(TermFactory(**fields).position)[0] == NOVEMBER_8


def test_who_serves_until_an_election_makes_room_at_the_meeting(meeting):
    term = TermFactory(standing="interim", ends_on=date(2027, 6, 1))

    assert days(term.position)[0] == NOVEMBER_8


def test_who_only_stands_in_for_somebody_is_not_waited_for(meeting):
    term = TermFactory(standing="acting", ends_on=date(2027, 6, 1))

    assert days(term.position)[0] == NOVEMBER_8


def test_a_successor_who_is_known_is_waited_for_too(meeting):
    term = TermFactory(ends_on=date(2027, 1, 1))
    after = {"began_on": date(2027, 1, 1), "ends_on": date(2028, 1, 1)}
    TermFactory(position=term.position, **after)

    assert days(term.position)[0] == date(2028, 1, 1)


def test_where_somebody_left_early_it_is_the_rest_of_their_term(meeting):
    term = TermFactory(ends_on=date(2027, 7, 1))
    end_term(term, on=date(2026, 9, 1), ended="stepped-down")

    found = proposal_for(term.position, today=TODAY)

    assert (found.is_remainder, found.ends_on) == (True, date(2027, 7, 1))


def test_the_method_is_the_one_of_the_last_election(meeting):
    position = PositionFactory(name="Chair", seats=3)
    election_of("Ann", by="Plurality for several seats", position=position, seats=3)

    found = proposal_for(position, today=TODAY)

    assert (found.method.name, found.seats) == ("Plurality for several seats", 3)


def test_a_method_that_is_no_longer_offered_is_not_proposed(meeting):
    position = PositionFactory(name="Chair")
    election_of("Ann", by="Simple majority", position=position)
    how = method("Simple majority")
    how.is_offered = False
    how.save()

    assert proposal_for(position, today=TODAY).method == method()


def test_third_legacy_fills_one_seat_of_several(meeting):
    position = PositionFactory(seats=3)

    assert proposal_for(position, today=TODAY).seats == 1


def test_as_many_seats_as_are_free_that_day_are_filled_together(meeting):
    position = PositionFactory(name="Chair", seats=3)
    election_of("Ann", by="Plurality for several seats", position=position, seats=3)
    TermFactory(position=position, seat=2, ends_on=date(2027, 6, 1))

    assert proposal_for(position, today=TODAY).seats == 2

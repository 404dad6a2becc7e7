"""A group answers the roll call: one group, one vote, and nobody speaks for two."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions import rollcall
from intergroup.business.models import Attendance, Rules
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
)

DAY = date(2026, 2, 8)
LONG_AGO = date(2025, 1, 1)


@pytest.fixture
def meeting(db):
    return BusinessMeetingFactory(held_on=DAY)


@pytest.fixture
def hope(db):
    return GroupFactory(number=1, name="Hope", registered_on=LONG_AGO)


@pytest.fixture
def gail(hope):
    return speaker(hope, "Gail")


@pytest.fixture
def alan(hope):
    return speaker(hope, "Alan", is_alternate=True)


def speaker(group, name, **fields):
    """Somebody who represents the group on the day."""
    person = PersonFactory(first_name=name)
    RepresentativeFactory(group=group, person=person, began_on=LONG_AGO, **fields)
    return person


def call(meeting, group, person, today=DAY):
    return rollcall.call_group(meeting, group, person=person, today=today)


def told(row):
    row.refresh_from_db()
    return row.person, row.is_alternate, row.has_left


def test_the_representative_speaks_for_the_group(meeting, hope, gail):
    row = call(meeting, hope, gail)

    assert (row.person, row.is_alternate, row.has_vote) == (gail, False, True)


def test_the_alternate_speaks_where_the_representative_is_not_here(meeting, hope, alan):
    row = call(meeting, hope, alan)

    assert (row.person, row.is_alternate) == (alan, True)


def test_the_alternate_is_refused_while_the_representative_is_here(
    meeting, hope, gail, alan
):
    row = call(meeting, hope, gail)

    with pytest.raises(ValidationError, match="The representative of 1 Hope is here"):
        call(meeting, hope, alan)
    assert told(row) == (gail, False, False)


def test_the_representative_takes_over_from_the_alternate(meeting, hope, gail, alan):
    call(meeting, hope, alan)

    row = call(meeting, hope, gail)

    assert told(row) == (gail, False, False)
    assert Attendance.objects.count() == 1


def test_the_alternate_takes_over_once_the_representative_has_left(
    meeting, hope, gail, alan
):
    row = call(meeting, hope, gail)
    rollcall.mark_left(row)

    call(meeting, hope, alan)

    assert told(row) == (alan, True, False)


def test_a_group_may_answer_without_a_name(meeting, hope):
    row = call(meeting, hope, None)

    assert (row.person, row.has_vote) == (None, True)


def test_the_same_tap_twice_changes_nothing(meeting, hope, gail):
    first = call(meeting, hope, gail)

    assert call(meeting, hope, gail) == first
    assert Attendance.objects.count() == 1


def test_nobody_speaks_for_two_groups(meeting, hope, gail):
    other = GroupFactory(number=2, name="Peace")
    RepresentativeFactory(group=other, person=gail, began_on=LONG_AGO)
    call(meeting, hope, gail)

    with pytest.raises(ValidationError) as refused:
        call(meeting, other, gail)

    told = "Gail D. speaks for 1 Hope already: one person never speaks for two groups."
    assert refused.value.messages == [told]


def test_nobody_speaks_for_a_group_and_votes_as_an_officer(meeting, hope, gail):
    meeting.attendees.create(office="Chair", person=gail, has_vote=True)

    with pytest.raises(ValidationError) as refused:
        call(meeting, hope, gail)

    told = "Gail D. votes here as Chair already, and nobody has two votes."
    assert refused.value.messages == [told]


def test_an_officer_without_a_vote_may_speak_for_a_group(meeting, hope, gail):
    meeting.attendees.create(office="Chair", person=gail)

    assert call(meeting, hope, gail).has_vote


def test_only_those_who_represent_a_group_that_day_speak_for_it(meeting, hope):
    former = speaker(hope, "Fred", ends_on=DAY)

    with pytest.raises(ValidationError, match=r"Fred D\. does not represent 1 Hope"):
        call(meeting, hope, former)


def test_a_group_that_is_new_listens(meeting, gail, hope):
    Rules.objects.create(pk=1, days_before_vote=30)
    new = GroupFactory(registered_on=date(2026, 2, 1))

    assert not call(meeting, new, None).has_vote
    assert call(meeting, hope, gail).has_vote


def test_the_first_answer_keeps_the_roll_as_it_is(meeting, hope, gail):
    GroupFactory()

    call(meeting, hope, gail)

    meeting.refresh_from_db()
    assert meeting.roll_size == 2


def test_an_answer_before_the_day_keeps_nothing(meeting, hope, gail):
    call(meeting, hope, gail, today=date(2026, 2, 7))

    meeting.refresh_from_db()
    assert meeting.roll_size is None


def test_a_group_that_absences_took_off_comes_back_to_the_kept_roll(hope, gail):
    friday = GroupFactory(registered_on=LONG_AGO)
    for day in (date(2025, 12, 14), date(2026, 1, 11)):
        Attendance.objects.create(
            meeting=BusinessMeetingFactory(held_on=day), group=friday
        )
    meeting = BusinessMeetingFactory(held_on=DAY)
    call(meeting, friday, None)

    row = call(meeting, hope, gail)

    meeting.refresh_from_db()
    assert (meeting.roll_size, row.is_beside_roll) == (1, True)


def test_a_tap_by_mistake_is_taken_back(meeting, hope, gail):
    call(meeting, hope, gail)

    rollcall.take_back_group(meeting, hope)
    rollcall.take_back_group(meeting, hope)

    assert not meeting.roll.exists()


def test_a_group_leaves_and_comes_back(meeting, hope, gail):
    row = call(meeting, hope, gail)

    rollcall.mark_left(row)
    left = told(row)
    rollcall.mark_back(row)

    assert (left, told(row)) == ((gail, False, True), (gail, False, False))

"""The roll call: who is here, and the quorum in words with its exact edges."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from intergroup.business.models import Attendance
from intergroup.business.reports.rollcall import Officer, Present, roll_call
from intergroup.registry.models import Group
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)


@pytest.fixture
def meeting(db):
    return BusinessMeetingFactory()


def arrive(meeting, count, **fields):
    """Let ``count`` new groups answer the roll call."""
    groups = [GroupFactory() for _each in range(count)]
    for group in groups:
        Attendance.objects.create(meeting=meeting, group=group, **fields)
    return groups


def serve(meeting, name, **fields):
    """Let somebody serve in a position on the day of the meeting."""
    position = PositionFactory(name=name, **fields)
    return TermFactory(position=position, began_on=date(2026, 1, 1))


def note_quorum(meeting):
    """Note that two of two groups were a quorum."""
    meeting.quorum_counts.create(
        counted_at=datetime(2026, 2, 8, 19, 10, tzinfo=UTC),
        groups_here=2,
        roll_size=2,
        has_quorum=True,
        in_words="There is a quorum.",
    )


def test_roll_call_counts_those_here_against_the_roll(meeting):
    arrive(meeting, 2)
    GroupFactory()

    report = roll_call(meeting)

    assert (report.here, report.roll, report.needed) == (2, 3, 2)
    assert report.has_quorum


def test_roll_call_names_each_group_and_who_speaks_for_it(meeting):
    group = GroupFactory(name="Friday Hope", number=12)
    row = {"group": group, "person": PersonFactory(), "is_alternate": True}
    Attendance.objects.create(meeting=meeting, **row)

    (present,) = roll_call(meeting).groups

    expected = Present("12 Friday Hope", "Pat D.", is_alternate=True, has_vote=True)
    assert present == expected


def test_a_group_without_a_vote_may_listen_and_does_not_count(meeting):
    arrive(meeting, 1, has_vote=False)

    report = roll_call(meeting)

    assert (report.here, report.roll) == (0, 1)


def test_groups_that_do_not_meet_are_not_on_the_roll(meeting):
    GroupFactory(status=Group.Status.INACTIVE)

    assert roll_call(meeting).roll == 0


def test_a_group_that_votes_is_on_the_roll_whatever_the_register_says(meeting):
    (group,) = arrive(meeting, 1)
    Group.objects.filter(pk=group.pk).update(status=Group.Status.PAUSED)

    report = roll_call(meeting)

    assert (report.here, report.roll) == (1, 1)


def test_a_roll_that_was_kept_does_not_change_with_the_register(meeting):
    arrive(meeting, 2)
    meeting.roll_size = 5
    GroupFactory()

    assert roll_call(meeting).roll == 5


@pytest.mark.parametrize("count", [1, 9])
def test_roll_call_takes_as_many_queries_for_nine_as_for_one(
    meeting, django_assert_num_queries, count
):
    arrive(meeting, count)

    with django_assert_num_queries(7):
        roll_call(meeting)


def test_who_has_left_counts_no_more(meeting):
    arrive(meeting, 2)
    arrive(meeting, 1, has_left=True)

    report = roll_call(meeting)

    assert (report.here, report.roll, len(report.groups)) == (2, 3, 3)


def test_officers_with_a_vote_are_votes_here_and_on_the_roll(meeting):
    arrive(meeting, 2)
    for name in ("Chair", "Secretary"):
        serve(meeting, name, has_vote=True)
    seat = serve(meeting, "Archivist")
    meeting.attendees.create(office="Chair", person=PersonFactory(), has_vote=True)
    meeting.attendees.create(office="Archivist", person=seat.person)

    report = roll_call(meeting)

    assert (report.votes_here, report.votes_on_roll) == (3, 4)
    assert report.officers == (
        Officer("Chair", "Pat D.", has_vote=True),
        Officer("Archivist", "Pat D.", has_vote=False),
    )


def test_observers_are_counted_with_and_without_a_name(meeting):
    meeting.observer_count = 2
    guest = {"kind": "observer", "office": "District 4"}
    meeting.attendees.create(person=PersonFactory(), **guest)

    report = roll_call(meeting)

    assert (report.observers, report.named_observers) == (3, ("Pat D., District 4",))


def test_a_quorum_that_was_found_stands_until_the_meeting_ends(meeting):
    first, _second = arrive(meeting, 2)
    note_quorum(meeting)
    meeting.roll.filter(group=first).update(has_left=True)

    report = roll_call(meeting)

    assert report.has_quorum
    assert report.in_words.endswith(
        "stands until the meeting ends; now 1 of 2 groups is here."
    )
    assert report.on_record == "2 of 2 groups with a vote; 2 were needed."


def test_a_quorum_that_is_counted_again_may_be_lost(meeting):
    first, _second = arrive(meeting, 2)
    note_quorum(meeting)
    meeting.is_quorum_recalled = True
    meeting.roll.filter(group=first).update(has_left=True)

    report = roll_call(meeting)

    assert not report.has_quorum
    told = "There is no quorum yet: 1 of 2 groups is here, 2 are needed."
    assert report.in_words == told


def test_the_database_keeps_what_was_counted(meeting):
    note_quorum(meeting)

    with pytest.raises(IntegrityError), transaction.atomic():
        meeting.quorum_counts.update(groups_here=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        meeting.quorum_counts.all().delete()


def test_the_database_refuses_two_votes_of_one_person(meeting):
    person, other = PersonFactory(), PersonFactory()
    arrive(meeting, 1, person=person)
    meeting.attendees.create(office="Chair", person=other, has_vote=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        meeting.attendees.create(office="Clerk", person=person, has_vote=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        arrive(meeting, 1, person=other)


def test_the_database_refuses_a_group_twice_and_a_person_for_two_groups(meeting):
    person = PersonFactory()
    arrive(meeting, 1, person=person)

    with pytest.raises(IntegrityError):
        arrive(meeting, 1, person=person)


def test_the_database_refuses_a_group_that_answers_twice(meeting):
    (group,) = arrive(meeting, 1)

    with pytest.raises(IntegrityError):
        Attendance.objects.create(meeting=meeting, group=group)

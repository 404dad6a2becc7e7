"""Officers, observers, and how a meeting opens, is counted and closes."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions import rollcall
from intergroup.business.models import Attendance
from intergroup.business.quorum import is_office
from intergroup.business.servants import Servant
from intergroup.registry.models import Person
from tests.factories import BusinessMeetingFactory, GroupFactory, PersonFactory

AT = datetime(2026, 2, 8, 19, 10, tzinfo=UTC)


@pytest.fixture
def meeting(db):
    return BusinessMeetingFactory(held_on=date(2026, 2, 8))


@pytest.fixture
def chair(db):
    return Servant("Chair", PersonFactory(first_name="Cal"), has_vote=True)


def arrive(meeting, **fields):
    return Attendance.objects.create(meeting=meeting, group=GroupFactory(), **fields)


def test_an_officer_votes_as_the_position_does(meeting, chair):
    clerk = Servant("Clerk", PersonFactory())

    assert rollcall.call_officer(meeting, chair).has_vote
    assert not rollcall.call_officer(meeting, clerk).has_vote


def test_the_same_tap_twice_changes_nothing(meeting, chair):
    first = rollcall.call_officer(meeting, chair)

    assert rollcall.call_officer(meeting, chair) == first
    assert meeting.attendees.count() == 1


def test_who_speaks_for_a_group_does_not_vote_as_an_officer_too(meeting, chair):
    arrive(meeting, person=chair.person)

    with pytest.raises(ValidationError, match="and nobody has two votes"):
        rollcall.call_officer(meeting, chair)
    assert not rollcall.call_officer(meeting, chair, is_listening=True).has_vote


def test_a_position_is_here_once_whoever_stands_in(meeting, chair):
    rollcall.call_officer(meeting, chair)
    acting = Servant("Chair", PersonFactory(), has_vote=True)

    with pytest.raises(ValidationError, match="Somebody is here as Chair already"):
        rollcall.call_officer(meeting, acting)


def test_who_stands_in_takes_over_when_the_other_has_left(meeting, chair):
    row = rollcall.call_officer(meeting, chair)
    acting = Servant("Chair", PersonFactory(), has_vote=True)
    rollcall.mark_left(row)

    assert rollcall.call_officer(meeting, acting) == row
    assert meeting.attendees.get().person == acting.person


def test_a_person_is_here_in_one_position(meeting, chair):
    rollcall.call_officer(meeting, chair)

    with pytest.raises(ValidationError, match=r"Cal D\. is here as Chair already"):
        rollcall.call_officer(meeting, Servant("Clerk", chair.person))


def test_an_officer_is_taken_back(meeting, chair):
    rollcall.take_back_attendee(rollcall.call_officer(meeting, chair))

    assert not meeting.attendees.exists()


def test_an_observer_is_known_by_first_name_and_initial(meeting):
    guest = Person(first_name="Ola", last_initial="B")

    row = rollcall.add_observer(meeting, guest, office="District 4")

    assert (row.kind, str(row.person), row.has_vote) == ("observer", "Ola B.", False)


def test_an_observer_with_a_surname_is_refused(meeting):
    with pytest.raises(ValidationError, match="Write one first name only"):
        rollcall.add_observer(meeting, Person(first_name="Ola Berg"))


def test_observers_without_a_name_are_counted_and_never_below_none(meeting):
    for more in (1, 1, -1, -1, -1):
        rollcall.count_observers(meeting, more=more)

    meeting.refresh_from_db()
    assert meeting.observer_count == 0


def test_the_quorum_is_written_down_as_it_was_counted(meeting):
    arrive(meeting)
    GroupFactory()

    counted = rollcall.count_quorum(meeting, at=AT)

    told = "There is no quorum yet: 1 of 2 groups is here, 2 are needed."
    assert (counted.has_quorum, counted.in_words) == (False, told)
    assert (counted.groups_here, counted.roll_size) == (1, 2)


def test_a_quorum_that_stands_is_not_counted_again(meeting):
    first = arrive(meeting)
    found = rollcall.count_quorum(meeting, at=AT)
    rollcall.mark_left(first)

    assert rollcall.count_quorum(meeting, at=AT) == found


def test_a_quorum_that_is_recalled_is_counted_each_time(meeting):
    meeting.is_quorum_recalled = True
    meeting.save()
    first = arrive(meeting)
    rollcall.count_quorum(meeting, at=AT)
    rollcall.mark_left(first)

    assert not rollcall.count_quorum(meeting, at=AT).has_quorum
    assert meeting.quorum_counts.count() == 2


def test_a_meeting_is_opened_once_and_closed_once(meeting):
    opened = [
        rollcall.open_meeting(meeting, at=time(14, minute), opened_by=office)
        for minute, office in ((5, "Chair"), (6, "Secretary"))
    ]
    closed = [
        rollcall.close_meeting(meeting, at=time(16, minute), closed_by=office)
        for minute, office in ((1, "Chair"), (2, "Secretary"))
    ]

    meeting.refresh_from_db()
    assert (opened, closed) == ([True, False], [True, False])
    assert (meeting.opened_at, meeting.opened_by) == (time(14, 5), "Chair")
    assert (meeting.closed_at, meeting.closed_by) == (time(16, 1), "Chair")


def test_a_meeting_that_was_not_opened_is_not_closed(meeting):
    with pytest.raises(ValidationError, match="was not opened yet"):
        rollcall.close_meeting(meeting, at=time(16), closed_by="Chair")


def test_after_the_end_no_quorum_is_counted(meeting):
    rollcall.open_meeting(meeting, at=time(14), opened_by="Chair")
    rollcall.close_meeting(meeting, at=time(16), closed_by="Chair")

    with pytest.raises(ValidationError, match="closed already"):
        rollcall.count_quorum(meeting, at=AT)


@pytest.mark.parametrize(
    ("office", "is_it"),
    [
        ("Member at large", True),
        ("MEMBER AT LARGE ", True),
        ("Member at large 2", True),
        ("Member at large, alternate", False),
        ("Chair", False),
        ("", False),
    ],
)
def test_a_position_is_known_by_its_name_with_or_without_a_seat(office, is_it):
    assert is_office(office, "Member at large") is is_it
    assert not is_office(office, "")

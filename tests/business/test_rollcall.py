"""The roll call: who is here, and the quorum in words with its exact edges."""

import pytest
from django.db import IntegrityError

from intergroup.business.models import Attendance
from intergroup.business.reports.rollcall import Present, RollCall, roll_call, rule
from intergroup.registry.models import Group
from tests.factories import BusinessMeetingFactory, GroupFactory, PersonFactory

HALF = "More than half of the groups on the roll"


@pytest.fixture
def meeting(db):
    return BusinessMeetingFactory()


def arrive(meeting, count, **fields):
    """Let ``count`` new groups answer the roll call."""
    groups = [GroupFactory() for _each in range(count)]
    for group in groups:
        Attendance.objects.create(meeting=meeting, group=group, **fields)
    return groups


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


@pytest.mark.parametrize(
    ("here", "roll", "needed", "sentence"),
    [
        (0, 0, 1, "No group is on the roll yet, so a quorum cannot be counted."),
        (0, 1, 1, "There is no quorum yet: 0 of 1 groups are here, 1 is needed."),
        (1, 1, 1, "There is a quorum: 1 of 1 groups is here, 1 is needed."),
        (1, 2, 2, "There is no quorum yet: 1 of 2 groups is here, 2 are needed."),
        (6, 12, 7, "There is no quorum yet: 6 of 12 groups are here, 7 are needed."),
        (7, 12, 7, "There is a quorum: 7 of 12 groups are here, 7 are needed."),
        (12, 12, 7, "There is a quorum: 12 of 12 groups are here, 7 are needed."),
        (6, 13, 7, "There is no quorum yet: 6 of 13 groups are here, 7 are needed."),
        (7, 13, 7, "There is a quorum: 7 of 13 groups are here, 7 are needed."),
    ],
)
def test_the_quorum_in_words_at_its_edges(here, roll, needed, sentence):
    assert RollCall(here, roll, needed, HALF, ()).in_words == sentence


@pytest.mark.parametrize(
    ("here", "sentence"),
    [
        (6, "6 of 12 groups with a vote; 7 were needed. There was no quorum."),
        (7, "7 of 12 groups with a vote; 7 were needed."),
    ],
)
def test_the_record_says_whether_there_was_a_quorum(here, sentence):
    assert RollCall(here, 12, 7, HALF, ()).on_record == sentence


@pytest.mark.parametrize(
    ("parts", "of", "words"),
    [
        (1, 2, "More than half of the groups on the roll"),
        (2, 4, "More than half of the groups on the roll"),
        (2, 3, "More than two-thirds of the groups on the roll"),
        (3, 5, "More than 3 in 5 of the groups on the roll"),
        (0, 2, "One group or more"),
        (2, 2, "Every group on the roll"),
    ],
)
def test_the_rule_in_words(parts, of, words):
    assert rule(parts, of) == words


def test_the_rule_says_its_number_where_there_is_a_roll():
    assert RollCall(0, 12, 7, HALF, ()).rule_in_words == f"{HALF}: 7 of 12."
    assert RollCall(0, 0, 1, HALF, ()).rule_in_words == f"{HALF}."


def test_roll_call_takes_two_queries_however_many_come(
    meeting, django_assert_num_queries
):
    arrive(meeting, 3)

    with django_assert_num_queries(2):
        roll_call(meeting)


def test_the_database_refuses_a_group_twice_and_a_person_for_two_groups(meeting):
    person = PersonFactory()
    arrive(meeting, 1, person=person)

    with pytest.raises(IntegrityError):
        arrive(meeting, 1, person=person)


def test_the_database_refuses_a_group_that_answers_twice(meeting):
    (group,) = arrive(meeting, 1)

    with pytest.raises(IntegrityError):
        Attendance.objects.create(meeting=meeting, group=group)

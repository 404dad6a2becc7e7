"""How groups end: closed, merged, and opened or parted again."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions import living
from intergroup.registry.actions.recording import Hand
from intergroup.registry.models import ListingChange
from tests.factories import GroupContactFactory, GroupFactory, MeetingFactory

JULY_1 = date(2026, 7, 1)
JUNE_20 = date(2026, 6, 20)
HAND = Hand(JULY_1, ListingChange.Way.OFFICE, reason="Told by telephone.")


@pytest.fixture
def hope(db):
    group = GroupFactory(number=12, name="Hope", started_on=date(2026, 1, 1))
    GroupContactFactory(group=group)
    MeetingFactory(group=group, slug="hope", time=time(19))
    MeetingFactory(group=group, slug="old", unlisted_on=date(2026, 2, 1))
    return group


def listed(group):
    return [each.slug for each in group.meetings.listed()]


def test_a_closed_group_leaves_the_list_with_its_meetings_on_that_day(hope):
    living.close(hope, closed_on=JUNE_20, hand=HAND)

    days = dict(hope.meetings.values_list("slug", "unlisted_on"))
    assert (hope.status, hope.closed_on) == ("inactive", JUNE_20)
    assert days == {"hope": JUNE_20, "old": date(2026, 2, 1)}


def test_the_leaving_of_each_meeting_is_written_down(hope):
    living.close(hope, closed_on=JUNE_20, hand=HAND)

    change = ListingChange.objects.get(meeting__slug="hope")
    assert (change.field, change.after) == ("unlisted_on", "2026-06-20")
    assert (change.group, change.reason) == (hope, "Told by telephone.")


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 7, 2), "That day has not come yet."),
        (date(2025, 12, 31), "A group cannot close before it starts."),
    ],
)
def test_a_group_closes_on_a_day_that_makes_sense(hope, day, sentence):
    with pytest.raises(ValidationError, match=sentence):
        living.close(hope, closed_on=day, hand=HAND)

    hope.refresh_from_db()
    assert hope.status == "active"
    assert listed(hope) == ["hope"]


def test_a_group_that_opens_again_has_its_number_and_the_meetings_it_closed_with(hope):
    living.close(hope, closed_on=JUNE_20, hand=HAND)

    living.reopen(hope, hand=HAND)

    assert (hope.number, hope.status, hope.closed_on) == (12, "active", None)
    assert listed(hope) == ["hope"]


def test_merging_moves_the_meetings_and_keeps_the_cross_reference(hope):
    other = GroupFactory(number=7)

    living.merge(hope, into=other, meetings_move=True, hand=HAND)

    assert (hope.status, hope.merged_into) == ("merged", other)
    assert list(other.merged_from.all()) == [hope]
    assert listed(other) == ["hope"]


def test_merging_may_take_the_meetings_off_the_list(hope):
    living.merge(hope, into=GroupFactory(), meetings_move=False, hand=HAND)

    assert hope.meetings.get(slug="hope").unlisted_on == JULY_1


@pytest.mark.parametrize("meetings_move", [True, False])
def test_parting_again_gives_back_the_meetings_that_went(hope, meetings_move):
    other = GroupFactory()
    MeetingFactory(group=other, slug="theirs")
    living.merge(hope, into=other, meetings_move=meetings_move, hand=HAND)

    living.unmerge(hope, hand=Hand(date(2026, 8, 1), "office"))

    assert (hope.status, hope.merged_into) == ("active", None)
    assert (listed(hope), listed(other)) == (["hope"], ["theirs"])


def test_a_group_that_was_merged_before_this_was_recorded_can_part_again(db):
    MeetingFactory(slug="nobodys", group=None)
    group = GroupFactory(status="merged")

    living.unmerge(group, hand=HAND)

    assert (group.status, listed(group)) == ("incomplete", [])


@pytest.mark.parametrize("status", ["inactive", "merged"])
def test_no_group_merges_into_one_that_is_gone(hope, status):
    other = GroupFactory(status=status)

    with pytest.raises(ValidationError) as refused:
        living.merge(hope, into=other, meetings_move=True, hand=HAND)

    assert refused.value.error_dict["merged_into"][0].code == "gone"


def test_no_group_merges_into_itself(hope):
    with pytest.raises(ValidationError, match="cannot be merged into itself"):
        living.merge(hope, into=hope, meetings_move=True, hand=HAND)

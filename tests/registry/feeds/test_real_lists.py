"""The published lists of two real bodies; every figure can be counted by hand."""

from pathlib import Path

import pytest

from intergroup.registry.models import Group, Location, Meeting
from tests.registry.feeds.loader import counts, load

DATA = Path(__file__).parents[2] / "data"
EDMONTON = (DATA / "edmonton-meetings.json").read_bytes()
SAN_JOSE = (DATA / "san-jose-meetings.json").read_bytes()


def test_edmonton_has_315_meetings_under_252_groups(db):
    outcome = load(data=EDMONTON)

    assert counts(outcome) == (315, 0, 0, 0)
    assert Meeting.objects.filter(group__isnull=False).count() == 315
    numbers = Group.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 253))


def test_edmonton_says_which_names_may_be_one_group(db):
    outcome = load(data=EDMONTON)

    sentence = (
        "Groups whose names differ only in blanks or capitals; merge those that are "
        "one: Eye Opener Online @ Noon, Eye Opener Online @ Noon, Lions Den Group, "
        "Lions Den Group, On The Hill Online, On the Hill Online"
    )
    assert outcome.notes == ["Groups added to the register: 252", sentence]


def test_san_jose_has_686_meetings_and_those_without_a_group_have_none(db):
    outcome = load(data=SAN_JOSE)

    assert counts(outcome) == (686, 0, 0, 0)
    assert Meeting.objects.filter(group=None).count() == 374
    assert Group.objects.count() == 25
    assert Location.objects.exclude(latitude=None).exists()


def test_san_jose_by_name_puts_every_meeting_into_a_group(db):
    outcome = load(data=SAN_JOSE, group_by_name=True)

    assert counts(outcome) == (686, 0, 0, 0)
    assert not Meeting.objects.filter(group=None).exists()
    assert Group.objects.count() == 316


@pytest.mark.parametrize("by_name", [False, True])
@pytest.mark.parametrize(("data", "count"), [(EDMONTON, 315), (SAN_JOSE, 686)])
def test_a_second_import_changes_nothing(db, data, count, by_name):
    load(data=data, group_by_name=by_name)
    there = _everything()

    outcome = load(data=data, group_by_name=by_name)

    assert counts(outcome) == (0, 0, count, 0)
    assert _everything() == there


def test_groups_asked_for_later_stay_when_the_list_comes_again(db):
    load(data=SAN_JOSE)

    asked = load(data=SAN_JOSE, group_by_name=True)
    again = load(data=SAN_JOSE)

    assert counts(asked) == (0, 374, 312, 0)
    assert counts(again) == (0, 0, 686, 0)


def test_a_list_is_read_with_as_many_queries_however_long(
    db, django_assert_max_num_queries
):
    with django_assert_max_num_queries(60):
        load(data=SAN_JOSE)


def _everything():
    return [
        list(model.objects.order_by("pk").values())
        for model in (Meeting, Group, Location, Meeting.types.through)
    ]

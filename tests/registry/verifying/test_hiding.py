"""What nobody has confirmed for the months that were set is hidden from the public."""

from datetime import date

import pytest

from intergroup.registry.publishing import published
from intergroup.registry.publishing.one_group import published_of, unhidden_of
from tests.factories import DirectoryFactory, GroupFactory, MeetingFactory

FEBRUARY_1 = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("days", "is_shown"),
    [
        ({"verified_on": date(2025, 8, 1)}, True),
        ({"verified_on": date(2025, 7, 31)}, False),
        ({"registered_on": date(2025, 8, 1)}, True),
        ({"registered_on": date(2025, 7, 31)}, False),
        ({"registered_on": date(2020, 1, 1), "verified_on": date(2026, 1, 1)}, True),
        ({"registered_on": date(2026, 1, 1), "verified_on": date(2020, 1, 1)}, False),
        ({}, False),
    ],
    ids=str,
)
def test_a_listing_is_hidden_after_six_months_without_a_word(db, days, is_shown):
    DirectoryFactory(hide_months=6)
    MeetingFactory(group=GroupFactory(**days))

    assert bool(published(FEBRUARY_1).meetings) is is_shown


def test_without_the_setting_nothing_is_hidden_for_its_age(db):
    DirectoryFactory(hide_months=None)
    MeetingFactory(group=GroupFactory())

    assert len(published(FEBRUARY_1).meetings) == 1


def test_those_who_can_confirm_a_hidden_listing_see_what_it_would_say(db):
    DirectoryFactory(hide_months=6)
    group = GroupFactory()
    meeting = MeetingFactory(group=group)
    MeetingFactory(group=GroupFactory())
    MeetingFactory()

    assert published_of(group.pk, on=FEBRUARY_1) == ()
    assert [each.slug for each in unhidden_of(group.pk, on=FEBRUARY_1)] == [
        meeting.slug
    ]

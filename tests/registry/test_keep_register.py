"""The register through the days: what comes by itself, once, and said in words."""

from datetime import date, time
from io import StringIO

import pytest
from django.core.management import call_command

from intergroup.registry.actions.registering.deciding import accept
from intergroup.registry.models import Group, ListingChange
from tests.factories import (
    DirectoryFactory,
    GroupContactFactory,
    GroupFactory,
    MeetingFactory,
)
from tests.registry.registering.sent import DECIDED_AT, MAY_4, form

JUNE_1 = date(2026, 6, 1)


def kept(*options, on=JUNE_1):
    said = StringIO()
    call_command("keep_register", *options, on=on, stdout=said, stderr=said)
    return said.getvalue().splitlines()


@pytest.fixture
def groups(db):
    """One group for each thing that may be for the first of June."""
    DirectoryFactory(pending_days=30)
    whole = GroupFactory(number=1, name="A", status="pending", pending_until=JUNE_1)
    GroupContactFactory(group=whole)
    MeetingFactory(group=whole, time=time(19))
    GroupFactory(number=2, name="B", status="pending", pending_until=JUNE_1)
    GroupFactory(number=3, name="C", status="pending", pending_until=date(2026, 6, 2))
    GroupFactory(number=4, name="D", status="pre-dated", started_on=JUNE_1)
    GroupFactory(number=5, name="E", status="paused", paused_until=JUNE_1)
    GroupFactory(number=6, name="F", status="paused")


def test_what_is_for_today_is_done_and_said(groups):
    told = kept()

    assert told == [
        "“4 D” has begun: it is pending.",
        "“1 A” is active now.",
        "“2 B” is incomplete now.",
        "“5 E” is incomplete now.",
    ]
    assert list(Group.objects.values_list("status", flat=True)) == [
        "active",
        "incomplete",
        "pending",
        "pending",
        "incomplete",
        "paused",
    ]


def test_it_is_recorded_as_the_passing_of_time(groups):
    kept()

    rows = ListingChange.objects.filter(field="status")
    assert {(each.way, each.changed_by) for each in rows} == {("time", None)}


def test_a_second_time_there_is_nothing_to_do(groups):
    kept()
    changes = ListingChange.objects.count()

    assert kept() == ["Nothing is for today."]
    assert ListingChange.objects.count() == changes


def test_a_trial_says_the_same_and_writes_nothing(groups):
    told = kept("--dry-run")

    assert told[-1] == "This was a trial: nothing was written."
    assert len(told) == 5
    assert not ListingChange.objects.exists()
    assert Group.objects.get(number=1).status == "pending"


def test_a_group_whose_night_was_missed_catches_up(groups):
    told = kept(on=date(2026, 9, 1))

    assert "“4 D” has begun: it is pending." in told
    assert Group.objects.get(number=4).status == "incomplete"


def test_a_form_for_today_is_written_and_an_old_sender_forgotten(reg):
    DirectoryFactory(kept_months=1)
    group = GroupFactory(number=12, name="Hope")
    sent = form("change", group, said={"notes": "New"}, effective_on=JUNE_1)
    accept(sent, on=MAY_4, at=DECIDED_AT, decided_by=reg)

    told = kept(on=date(2026, 6, 5))

    assert told == [
        "Written today, as it was accepted: Change: 12 Hope.",
        "Forgot who sent 1 form.",
    ]


def test_what_cannot_be_written_today_is_said(reg):
    group = GroupFactory(number=12, name="Hope")
    sent = form("pause", group, effective_on=JUNE_1, paused_until=date(2026, 7, 1))
    accept(sent, on=MAY_4, at=DECIDED_AT, decided_by=reg)
    group.status = "inactive"
    group.save()

    assert "“Pause” is not possible now: “12 Hope” is inactive." in kept()[0]

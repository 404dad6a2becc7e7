"""The page of a group: what is recorded, refused, and told of its past."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from intergroup.registry.actions.recording import Hand, facts, record_changes
from intergroup.registry.models import Group, ListingChange
from tests.factories import (
    GroupContactFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    RepresentativeFactory,
)
from tests.registry.admin.test_forms import address, typed


def change(client, group, **words):
    """Open a group, type into it, and send it; its answer."""
    url = address("group", "change", group.pk)
    return client.post(url, typed(client.get(url), **words))


def test_every_save_of_a_group_is_recorded_with_who_and_when(as_sam, sam):
    group = GroupFactory(name="Hope", verified_on=date(2026, 1, 1))

    change(as_sam, group, name="Faith", member_count="12")

    rows = ListingChange.objects.order_by("pk")
    assert [(each.field, each.before, each.after) for each in rows] == [
        ("name", "Hope", "Faith"),
        ("member_count", "", "12"),
    ]
    hands = {(each.changed_by, each.way, each.changed_on) for each in rows}
    assert hands == {(sam, "office", timezone.localdate())}


def test_a_new_group_is_recorded_and_knows_since_when(as_sam):
    url = address("group", "add")

    as_sam.post(url, typed(as_sam.get(url), name="Hope"))

    group = Group.objects.get()
    assert group.status_since == timezone.localdate()
    assert [each.kind for each in group.changes.all()] == ["added"]


def test_a_payment_address_becomes_a_name_and_an_odd_one_is_refused(as_sam):
    group = GroupFactory()

    refused = change(as_sam, group, paypal="pat@example.org")
    change(as_sam, group, venmo="https://venmo.com/u/Hope")

    group.refresh_from_db()
    assert "paypal" in refused.context["adminform"].form.errors
    assert (group.venmo, group.paypal) == ("@Hope", "")


def test_an_imported_payment_address_stays_while_something_else_changes(as_sam):
    group = GroupFactory(paypal="https://example.org/give")

    answer = change(as_sam, group, name="Hope")

    group.refresh_from_db()
    assert (answer.status_code, group.paypal) == (302, "https://example.org/give")


def test_the_page_tells_what_changed_lately_in_words(as_sam):
    group = GroupFactory(name="Hope")
    change(as_sam, group, name="Faith")

    page = as_sam.get(address("group", "change", group.pk)).content.decode()
    listed = as_sam.get(address("listingchange", "changelist")).content.decode()

    assert "name: Hope → Faith" in page
    assert f'href="{address("group", "change", group.pk)}"' in listed
    assert "By the office" in listed


def test_a_day_and_a_time_of_a_change_are_written_as_everywhere(as_sam, sam):
    group = GroupFactory(paused_until=date(2026, 3, 1), status="paused")
    meeting = MeetingFactory(group=group, time=time(19, 30))
    hand = Hand(on=date(2026, 1, 2), way="office", by=sam)
    for row, field, value in (
        (group, "paused_until", date(2026, 4, 1)),
        (meeting, "time", time(20, 0)),
    ):
        before = facts(row)
        setattr(row, field, value)
        record_changes(row, before, hand)

    page = as_sam.get(address("group", "history", group.pk)).content.decode()

    assert "March 1, 2026 → April 1, 2026" in page
    assert "7:30 p.m. → 8 p.m." in page


def test_the_history_of_a_group_tells_every_step_and_its_page_the_latest(as_sam, sam):
    group = GroupFactory(name="Hope")
    hand = Hand(on=date(2026, 1, 2), way="office", by=sam, reason="")
    for count in range(1, 15):
        before = facts(group)
        group.member_count = count
        record_changes(group, before, hand)

    page = as_sam.get(address("group", "change", group.pk)).content.decode()
    past = as_sam.get(address("group", "history", group.pk)).content.decode()

    assert (page.count("By the office"), past.count("By the office")) == (12, 14)
    assert "What was before that is under History." in page
    assert "No change is recorded" not in past


def test_a_group_that_took_in_no_other_says_so_without_a_word_of_code(as_sam):
    page = as_sam.get(address("group", "change", GroupFactory().pk)).content.decode()

    assert ">None<" not in page


def test_two_who_change_the_same_group_are_told_of_each_other(as_sam):
    group = GroupFactory()
    url = address("group", "change", group.pk)
    mine = typed(as_sam.get(url), notes="Mine")
    Group.objects.filter(pk=group.pk).update(phone="+1 309 555 0100")

    told = as_sam.post(url, mine)

    (sentence,) = told.context["adminform"].form.errors["__all__"]
    assert sentence.startswith("Somebody else changed this meanwhile: telephone. ")
    assert Group.objects.get().notes == ""


@pytest.mark.parametrize(
    ("lacking", "numbers"),
    [("representative", [1, 3]), ("contact", [1, 2]), ("meeting", [2, 3])],
)
def test_groups_that_lack_somebody_are_found(as_sam, lacking, numbers):
    MeetingFactory(group=GroupFactory(number=1))
    spoken_for, called = GroupFactory(number=2), GroupFactory(number=3)
    GroupFactory(number=4, status="inactive")
    RepresentativeFactory(group=spoken_for)
    GroupContactFactory(group=called)
    MeetingFactory(group=called, unlisted_on=date(2026, 1, 1))

    page = as_sam.get(address("group", "changelist"), {"lacking": lacking})

    assert [each.number for each in page.context["cl"].queryset] == numbers


def test_the_list_of_changes_looks_up_places_all_at_once(as_sam, sam):
    for _nth in range(20):
        place = LocationFactory()
        meeting = MeetingFactory(location=place, group=GroupFactory())
        ListingChange.objects.create(
            meeting=meeting,
            group=meeting.group,
            field="location",
            after=str(place.pk),
            way="office",
            changed_on=date(2026, 1, 1),
            changed_by=sam,
        )
    url = address("listingchange", "changelist")
    as_sam.get(url)

    with CaptureQueriesContext(connection) as captured:
        page = as_sam.get(url).content.decode()

    assert "1 Main St, Springfield" in page
    assert len(captured) <= 12

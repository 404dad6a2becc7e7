"""Action items: carried until they are done, and reminded of without pressing."""

import io
from datetime import date

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from intergroup.business.actions.tasks import finish, to_remind
from intergroup.business.models import ActionItem, Sending
from intergroup.business.reports.action_items import Task, Tasks, before_meeting
from intergroup.registry.actions.forgetting import people_to_forget
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)

JANUARY_11, FEBRUARY_8, MARCH_8 = (
    date(2026, 1, 11),
    date(2026, 2, 8),
    date(2026, 3, 8),
)


@pytest.fixture
def january(db):
    BodyFactory()
    return BusinessMeetingFactory(held_on=JANUARY_11)


@pytest.fixture
def february(january):
    return BusinessMeetingFactory(held_on=FEBRUARY_8)


def take_on(meeting, **values):
    values = {"title": "Ask the hall", "office": "Secretary", **values}
    return ActionItem.objects.create(meeting=meeting, **values)


def told(*args):
    out = io.StringIO()
    call_command("keep_meetings", *args, stdout=out)
    return out.getvalue().splitlines()


def test_what_was_taken_on_comes_back_at_each_meeting_until_it_is_done(
    january, february
):
    march = BusinessMeetingFactory(held_on=MARCH_8)
    april = BusinessMeetingFactory(held_on=date(2026, 4, 12))
    item = take_on(january)
    told_of = (item.pk, "Ask the hall", "Secretary", None, JANUARY_11)
    in_february = before_meeting(february)
    finish(item, on=date(2026, 2, 20))

    seen = [before_meeting(each) for each in (january, february, march, april)]

    assert in_february == Tasks((Task(*told_of, None, ""),), ())
    assert seen == [
        None,
        Tasks((Task(*told_of, date(2026, 2, 20), ""),), ()),
        Tasks((), (Task(*told_of, date(2026, 2, 20), ""),)),
        None,
    ]


def test_what_is_done_on_the_day_of_a_meeting_is_told_at_the_next_one(
    january, february
):
    march = BusinessMeetingFactory(held_on=MARCH_8)
    take_on(january, done_on=FEBRUARY_8)

    seen = [before_meeting(each) for each in (february, march)]

    assert [(len(each.open), len(each.done)) for each in seen] == [(1, 0), (0, 1)]


def test_done_twice_it_keeps_its_first_day(january):
    item = take_on(january, done_on=FEBRUARY_8)

    finish(item, on=MARCH_8)

    item.refresh_from_db()
    assert item.done_on == FEBRUARY_8


def test_somebody_does_it(january):
    with pytest.raises(IntegrityError), transaction.atomic():
        take_on(january, office="")


@pytest.mark.parametrize(
    ("wanted", "reminded", "is_told"),
    [
        (date(2026, 2, 8), None, False),
        (date(2026, 2, 7), None, True),
        (date(2026, 1, 20), None, True),
        (date(2026, 2, 7), date(2026, 1, 25), False),
        (date(2026, 2, 7), date(2026, 1, 24), True),
        (None, None, False),
    ],
)
def test_it_is_told_a_week_before_and_every_week_after(
    january, wanted, reminded, is_told
):
    item = take_on(january, wanted_on=wanted, reminded_on=reminded)

    assert to_remind(date(2026, 1, 31)) == ([item] if is_told else [])


def test_a_night_reminds_once_by_the_mailbox_of_the_position(january):
    secretary = PositionFactory(name="Secretary", email="secretary@example.org")
    TermFactory(position=secretary, began_on=date(2026, 1, 1))
    take_on(january, wanted_on=FEBRUARY_8)

    first = told("--on", "2026-02-07")
    second = told("--on", "2026-02-07")

    assert first == ["Reminded of: Ask the hall."]
    assert second == ["Nothing is for today."]
    assert [each.bcc for each in mail.outbox] == [["secretary@example.org"]]
    assert "It was to be done by Feb. 8, 2026." in mail.outbox[0].body
    assert Sending.objects.get().lines.get().to == "Secretary"


def test_a_trial_writes_to_nobody(january):
    take_on(january, wanted_on=FEBRUARY_8)

    said = told("--on", "2026-02-07", "--dry-run")

    assert said[-1] == "This was a trial: nothing was written."
    assert mail.outbox == []


def test_one_says_oneself_that_it_is_done(client, sam, january):
    item = take_on(january, person=sam.person, office="")
    client.force_login(sam)

    before = client.get(reverse("business:my-tasks")).content.decode()
    after = client.post(reverse("business:task-done", args=[item.pk]), follow=True)

    item.refresh_from_db()
    assert "Ask the hall" in before
    assert item.done_on is not None
    assert "Done: Ask the hall. Thank you." in after.content.decode()


def test_nobody_says_it_of_what_somebody_else_took_on(as_sam, january):
    item = take_on(january, person=PersonFactory(), office="")

    answer = as_sam.post(reverse("business:task-done", args=[item.pk]))

    item.refresh_from_db()
    assert (answer.status_code, item.done_on) == (404, None)


def test_who_has_nothing_open_is_told_so(as_sam, january):
    page = as_sam.get(reverse("business:my-tasks")).content.decode()

    assert "You have nothing open." in page


@pytest.mark.parametrize(("done_on", "is_let_go"), [(None, False), (MARCH_8, True)])
def test_a_person_is_let_go_once_it_is_done(january, done_on, is_let_go):
    person = PersonFactory()
    take_on(january, person=person, office="", done_on=done_on)

    found = people_to_forget(since=date(2026, 4, 1))

    assert found.filter(pk=person.pk).exists() is is_let_go


def test_the_packet_holds_what_is_open(as_sam, january, february):
    take_on(january, wanted_on=FEBRUARY_8)

    page = as_sam.get(reverse("business:packet", args=[february.pk])).content.decode()

    assert "Ask the hall" in page

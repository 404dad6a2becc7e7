"""The life of a group: which step may follow which status, and what each one asks."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions import living
from intergroup.registry.actions.recording import Hand
from intergroup.registry.models import Group, ListingChange
from tests.factories import (
    DirectoryFactory,
    GroupContactFactory,
    GroupFactory,
    MeetingFactory,
    RepresentativeFactory,
)

JULY_1 = date(2026, 7, 1)
HAND = Hand(JULY_1, ListingChange.Way.OFFICE, reason="Told by telephone.")
Status = Group.Status
MORE = {
    "pause": lambda: {"until": date(2026, 9, 1)},
    "close": lambda: {"closed_on": JULY_1},
    "merge": lambda: {"into": GroupFactory(), "meetings_move": True},
}
ACTIONS = {
    "review": living.review_new,
    "begin": living.begin,
    "activate": living.activate,
    "complete": living.complete,
    "pause": living.pause,
    "resume": living.resume,
    "say-closed": living.say_closed,
    "confirm-open": living.confirm_open,
    "close": living.close,
    "reopen": living.reopen,
    "merge": living.merge,
    "unmerge": living.unmerge,
    "report-missing": living.report_missing,
    "find-again": living.find_again,
}
ALLOWED = {
    "new": {"review", "close", "merge"},
    "pending": {
        *("activate", "pause", "say-closed", "close", "merge", "report-missing"),
    },
    "active": {"pause", "say-closed", "close", "merge", "report-missing"},
    "incomplete": {
        *("complete", "pause", "say-closed", "close", "merge", "report-missing"),
    },
    "pre-dated": {"begin", "close", "merge"},
    "paused": {"resume", "say-closed", "close", "merge"},
    "pending-inactive": {"confirm-open", "close", "merge", "report-missing"},
    "inactive": {"reopen"},
    "merged": {"unmerge"},
    "missing": {"find-again", "say-closed", "close", "merge"},
}


def whole(**facts):
    """A group with all that an active one needs."""
    group = GroupFactory(**facts)
    GroupContactFactory(group=group)
    MeetingFactory(group=group, time=time(19, 30))
    return group


def refused_by(action, group, **more):
    """The code of the refusal, or None."""
    try:
        action(group, hand=HAND, **more)
    except ValidationError as error:
        return error.code
    return None


def told(group):
    """What was recorded of a group, field by field."""
    changes = ListingChange.objects.filter(group=group, meeting=None)
    return {each.field: (each.before, each.after) for each in changes}


@pytest.mark.parametrize("step", ACTIONS)
@pytest.mark.parametrize("status", Status.values)
def test_a_step_is_taken_from_the_statuses_of_the_table_and_no_other(db, status, step):
    group = whole(status=status)
    more = MORE.get(step, dict)()

    refusal = refused_by(ACTIONS[step], group, **more)

    group.refresh_from_db()
    is_taken = step in ALLOWED[status]
    assert refusal == (None if is_taken else "not_this_step")
    assert group.status in (living.STEPS[step].to if is_taken else (status,))
    assert group.status_since == (JULY_1 if is_taken else None)


@pytest.mark.parametrize("status", Status.values)
def test_the_table_offers_what_may_be_done(status):
    assert set(living.steps_from(status)) == ALLOWED[status]


def test_a_refusal_is_a_sentence(db):
    group = GroupFactory(number=12, name="Hope", status="active")

    with pytest.raises(ValidationError) as refused:
        living.resume(group, hand=HAND)

    sentence = "“Meets again” is not possible now: “12 Hope” is active."
    assert refused.value.messages == [sentence]


def test_a_new_group_waits_the_days_that_the_directory_says(db, sam):
    DirectoryFactory(pending_days=14)
    group = GroupFactory(status="new")

    living.review_new(group, hand=Hand(JULY_1, "office", sam))

    assert group.pending_until == date(2026, 7, 15)
    assert told(group) == {
        "status": ("new", "pending"),
        "pending_until": ("", "2026-07-15"),
    }
    assert ListingChange.objects.first().changed_by == sam


@pytest.mark.parametrize(
    ("day", "status"), [(date(2026, 7, 14), None), (date(2026, 7, 15), "active")]
)
def test_a_pending_group_is_active_on_its_day_and_not_before(db, day, status):
    group = whole(status="pending", pending_until=date(2026, 7, 15))

    if status:
        living.activate(group, hand=Hand(day, "time"))
    else:
        with pytest.raises(ValidationError, match="pending until July 15, 2026"):
            living.activate(group, hand=Hand(day, "time"))

    assert group.status == (status or "pending")


def test_a_group_without_contact_or_meeting_is_incomplete_until_it_has_both(db):
    group = GroupFactory(number=12, name="Hope", status="pending")

    living.activate(group, hand=HAND)
    with pytest.raises(ValidationError) as refused:
        living.complete(group, hand=HAND)

    assert group.status == "incomplete"
    what = "a contact or a representative and a meeting with its day and time"
    assert refused.value.messages == [f"“12 Hope” lacks {what}."]


def test_a_representative_and_a_meeting_by_appointment_are_enough(db):
    group = GroupFactory(status="incomplete")
    RepresentativeFactory(group=group)
    MeetingFactory(group=group, day=None)

    living.complete(group, hand=HAND)

    assert group.status == "active"


@pytest.mark.parametrize("ended_on", [JULY_1, date(2026, 6, 1)])
def test_who_has_gone_is_no_contact_any_more(db, ended_on):
    group = GroupFactory(status="incomplete")
    GroupContactFactory(group=group, ended_on=ended_on)
    RepresentativeFactory(group=group, ends_on=ended_on)
    MeetingFactory(group=group, time=time(9))

    assert living.lacks(group, on=JULY_1) == ["a contact or a representative"]


def test_a_group_that_starts_later_begins_on_its_day(db):
    group = GroupFactory(status="pre-dated", started_on=JULY_1)

    with pytest.raises(ValidationError, match="starts on July 1, 2026"):
        living.begin(group, hand=Hand(date(2026, 6, 30), "time"))
    living.begin(group, hand=Hand(date(2026, 7, 3), "time"))

    assert (group.status, group.pending_until) == ("pending", date(2026, 7, 31))


def test_a_pause_has_a_day_that_is_still_to_come_or_none(db):
    group = whole()

    with pytest.raises(ValidationError, match="until a later day"):
        living.pause(group, until=JULY_1, hand=HAND)
    living.pause(group, until=None, hand=HAND)
    living.resume(group, hand=HAND)

    assert (group.status, group.paused_until) == ("active", None)


def test_a_group_that_was_pending_when_it_paused_is_pending_again(db):
    group = whole(status="pending", pending_until=date(2026, 7, 20))

    living.pause(group, until=date(2026, 7, 10), hand=HAND)
    living.resume(group, hand=Hand(date(2026, 7, 10), "time"))

    assert (group.status, group.paused_until) == ("pending", None)


@pytest.mark.parametrize("action", [living.say_closed, living.report_missing])
def test_what_is_only_said_needs_a_sentence_who_said_it(db, action):
    with pytest.raises(ValidationError) as refused:
        action(GroupFactory(), hand=Hand(JULY_1, "office"))

    assert refused.value.error_dict["reason"][0].code == "no_reason"

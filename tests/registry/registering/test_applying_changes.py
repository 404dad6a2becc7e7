"""What accepted changes, pauses and closings write, now or on their day."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions.registering.deciding import (
    accept,
    write_forms_of_the_day,
)
from intergroup.registry.models import ListingChange
from tests.factories import GroupFactory, LocationFactory, MeetingFactory
from tests.registry.registering.sent import DECIDED_AT, MAY_4, MEETING, form

JUNE_1 = date(2026, 6, 1)


@pytest.fixture
def hope(db):
    group = GroupFactory(number=12, name="Hope", phone="+1 309 555 0100")
    MeetingFactory(group=group, slug="hope", time=time(19), location=LocationFactory())
    MeetingFactory(group=group, slug="noon", name="Noon", day=1, time=time(12))
    return group


def accepted(sent, by, **more):
    return accept(sent, on=MAY_4, at=DECIDED_AT, decided_by=by, **more)


def changed(group):
    rows = ListingChange.objects.filter(group=group).order_by("pk")
    return [(str(each.meeting or ""), each.field, each.after) for each in rows]


def test_only_what_differs_is_written_and_the_rest_is_right(hope, reg):
    said = {"name": "Hope", "website": "https://hope.example"}
    meetings = [{"slug": "hope", "time": "19:30"}]

    accepted(form("change", hope, said=said, meetings=meetings), reg)

    assert changed(hope) == [
        ("", "verified_on", "2026-05-01"),
        ("", "website", "https://hope.example"),
        ("Friday Hope", "time", "19:30:00"),
    ]


def test_a_meeting_that_ends_leaves_the_list_and_the_others_stay(hope, reg):
    accepted(form("change", hope, meetings=[{"slug": "noon", "gone": "yes"}]), reg)

    days = dict(hope.meetings.values_list("slug", "unlisted_on"))
    assert days == {"hope": None, "noon": MAY_4}


def test_a_new_day_of_a_group_is_a_new_meeting(hope, reg):
    accepted(form("change", hope, meetings=[MEETING]), reg)

    assert hope.meetings.listed().count() == 3
    assert changed(hope)[-1] == ("Friday Hope", "", "Friday Hope")


def test_what_the_register_learned_since_is_not_taken_back(hope, reg):
    said = {"phone": "+1 309 555 0100", "notes": "Bring a cup."}
    sent = form("change", hope, said=said, meetings=[{"slug": "noon", "time": "12:00"}])
    hope.phone = "+1 309 555 0199"
    hope.save()
    hope.meetings.filter(slug="noon").update(unlisted_on=date(2026, 5, 2))

    accepted(sent, reg)

    hope.refresh_from_db()
    assert (hope.phone, hope.notes) == ("+1 309 555 0199", "Bring a cup.")
    assert [each.slug for each in hope.meetings.listed()] == ["hope"]


def test_another_groups_meeting_is_none_of_its_business(hope, reg):
    MeetingFactory(slug="theirs", group=GroupFactory())

    with pytest.raises(ValidationError, match="no meeting of “12 Hope”"):
        accepted(form("change", hope, meetings=[{"slug": "theirs", "day": "2"}]), reg)


@pytest.mark.parametrize("status", ["inactive", "merged"])
def test_a_group_that_is_gone_is_not_changed(hope, reg, status):
    sent = form("change", hope, said={"notes": "Here"})
    hope.status = status
    hope.save()

    with pytest.raises(ValidationError, match="open it again first"):
        accepted(sent, reg)


def test_an_older_form_does_not_make_the_listing_older(hope, reg):
    hope.verified_on = date(2026, 5, 3)
    hope.save()

    accepted(form("change", hope, said={"notes": "Here"}), reg)

    hope.refresh_from_db()
    assert hope.verified_on == date(2026, 5, 3)


def test_a_pause_lasts_until_the_day_that_was_sent(hope, reg):
    accepted(form("pause", hope, paused_until=JUNE_1), reg)

    hope.refresh_from_db()
    assert (hope.status, hope.paused_until) == ("paused", JUNE_1)


def test_a_closing_is_asked_about_first(hope, reg):
    accepted(form("close", hope, effective_on=JUNE_1), reg)

    hope.refresh_from_db()
    assert (hope.status, hope.closed_on) == ("pending-inactive", None)
    assert hope.meetings.listed().count() == 2


def test_a_closing_that_is_known_to_be_genuine_closes(hope, reg):
    sent = form("close", hope, effective_on=date(2026, 4, 30))

    accepted(sent, reg, is_genuine=True)

    hope.refresh_from_db()
    assert (hope.status, hope.closed_on) == ("inactive", date(2026, 4, 30))
    assert hope.meetings.listed().count() == 0


def test_what_is_for_a_later_day_is_written_on_that_day_and_once(hope, reg):
    accepted(form("change", hope, said={"notes": "New"}, effective_on=JUNE_1), reg)
    hope.refresh_from_db()
    before = hope.notes

    early = write_forms_of_the_day(on=date(2026, 5, 31))
    written, refused = write_forms_of_the_day(on=date(2026, 6, 2))
    again = write_forms_of_the_day(on=date(2026, 6, 3))

    hope.refresh_from_db()
    assert (before, hope.notes) == ("", "New")
    assert (early, again) == (([], []), ([], []))
    assert ([each.group for each in written], refused) == ([hope], [])


def test_what_changed_before_that_day_is_not_taken_back(hope, reg):
    said = {"phone": "+1 309 555 0100", "notes": "New"}
    accepted(form("change", hope, said=said, effective_on=JUNE_1), reg)
    hope.phone = ""
    hope.save()

    write_forms_of_the_day(on=JUNE_1)

    hope.refresh_from_db()
    assert (hope.phone, hope.notes) == ("", "New")


def test_a_form_of_the_day_that_cannot_be_written_is_told(hope, reg):
    sent = form("pause", hope, effective_on=JUNE_1, paused_until=date(2026, 7, 1))
    accepted(sent, reg)
    hope.status = "inactive"
    hope.save()

    written, refused = write_forms_of_the_day(on=JUNE_1)

    sentence = "Pause: 12 Hope: “Pause” is not possible now: “12 Hope” is inactive."
    assert (written, refused) == ([], [sentence])


def test_a_closing_for_a_later_day_closes_on_it(hope, reg):
    accepted(form("close", hope, effective_on=JUNE_1), reg, is_genuine=True)

    write_forms_of_the_day(on=JUNE_1)

    hope.refresh_from_db()
    assert (hope.status, hope.closed_on) == ("inactive", JUNE_1)

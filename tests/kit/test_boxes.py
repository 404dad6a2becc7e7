"""The boxes of the office pages, which read days and times as people type them."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from intergroup.business.models import BusinessMeeting
from intergroup.kit import admin
from intergroup.kit.dates import DayFormField, TimeFormField
from intergroup.registry.models import Body

NOT_A_DAY = "Enter a valid date. Write it as 2026-11-22 or Nov 22, 2026."
NOT_A_TIME = "Enter a valid time. Write it as 19:30 or 7:30 PM."


def boxes(rf, user):
    request = rf.get("/")
    request.user = user
    screen = admin.site.get_model_admin(BusinessMeeting)
    return screen.get_form(request)().fields


def test_boxes_keep_the_calendar_and_the_clock_beside_them(rf, ada):
    fields = boxes(rf, ada)

    assert fields["held_on"].widget.attrs["class"] == "vDateField"
    assert fields["begins_at"].widget.attrs["class"] == "vTimeField"


def test_a_meeting_is_planned_with_a_day_and_a_time_as_they_are_typed(as_sam):
    typed = {
        "title": "Business meeting",
        "held_on": "Nov. 22, 2026",
        "begins_at": "7:30 pm",
        "reports_from": "1 Oct 2026",
        "reports_to": "10/31/2026",
        "quorum_kind": "more-than",
        "quorum_groups": "0",
        "quorum_officers": "0",
        "observer_count": "0",
        "quorum_parts": "1",
        "quorum_of": "2",
    }
    for part in ("agenda", "roll", "motions"):
        typed |= {f"{part}-TOTAL_FORMS": 0, f"{part}-INITIAL_FORMS": 0}

    as_sam.post(reverse("admin:business_businessmeeting_add"), typed)

    meeting = BusinessMeeting.objects.get()
    assert (meeting.held_on, meeting.begins_at) == (date(2026, 11, 22), time(19, 30))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Nov. 22, 2026", date(2026, 11, 22)),
        ("31 Jan 2026", date(2026, 1, 31)),
        ("2026-11-22", date(2026, 11, 22)),
        (date(2026, 11, 22), date(2026, 11, 22)),
        ("3/4/2026", date(2026, 3, 4)),
        ("2999-02-09", date(2999, 2, 9)),
    ],
)
def test_a_box_for_a_day_reads_what_is_typed(db, typed, day):
    assert DayFormField().clean(typed) == day


def test_a_box_for_a_day_follows_the_habit_of_the_body(db):
    body = Body.objects.current()
    body.is_day_first = True
    body.save()

    assert DayFormField().clean("3/4/2026") == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("box", "typed", "sentence"),
    [
        (DayFormField, "soon", NOT_A_DAY),
        (DayFormField, "2026-02-30", NOT_A_DAY),
        (TimeFormField, "25:00", NOT_A_TIME),
    ],
)
def test_a_box_says_how_to_write_it(db, box, typed, sentence):
    with pytest.raises(ValidationError) as refused:
        box().clean(typed)

    assert refused.value.messages == [sentence]


@pytest.mark.parametrize("box", [DayFormField, TimeFormField])
def test_an_empty_box_is_nothing(db, box):
    assert box(required=False).clean("") is None

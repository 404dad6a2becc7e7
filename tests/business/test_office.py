"""The office pages of business meetings, as Sam the secretary uses them."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.business.models import (
    AgendaItem,
    AgendaTemplate,
    Attendance,
    BusinessMeeting,
    Motion,
    Rules,
)
from intergroup.kit.dates import ONE_DAY
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
    PersonFactory,
)

ADD = reverse("admin:business_businessmeeting_add")
PARTS = ("agenda", "roll", "motions")
MEETING = {
    "title": "Business meeting",
    "held_on": "2026-02-08",
    "reports_from": "2026-01-01",
    "reports_to": "2026-01-31",
    "quorum_kind": "more-than",
    "quorum_groups": "0",
    "quorum_officers": "0",
    "observer_count": "0",
    "quorum_parts": "1",
    "quorum_of": "2",
}


@pytest.fixture
def meeting(db):
    return BusinessMeetingFactory()


def change(meeting):
    return reverse("admin:business_businessmeeting_change", args=[meeting.pk])


def typed(**parts):
    """Return the form as typed: for each part its rows, an id marking an old row."""
    data = dict(MEETING)
    for part in PARTS:
        rows = parts.get(part, [])
        data[f"{part}-TOTAL_FORMS"] = len(rows)
        data[f"{part}-INITIAL_FORMS"] = sum("id" in row for row in rows)
        for nth, row in enumerate(rows):
            data |= {f"{part}-{nth}-{name}": value for name, value in row.items()}
    return data


def here(group, person=None):
    """Return a row of the roll call."""
    row = {"group": group.pk, "has_vote": "on"}
    return row | ({"person": person.pk} if person else {})


MOTION = {
    "number": "02-26-01",
    "title": "Buy a projector",
    "text": "That …",
    "majority": "simple",
}


def test_a_meeting_is_planned_with_its_agenda_on_one_page(as_sam):
    agenda = [{"order": 10, "title": "Open"}, {"order": 10, "title": "Roll call"}]

    as_sam.post(ADD, typed(agenda=agenda))

    meeting = BusinessMeeting.objects.get()
    assert [str(item) for item in meeting.agenda.all()] == ["Open", "Roll call"]


def test_the_next_meeting_is_proposed_like_the_latest(as_sam, meeting):
    meeting.place, meeting.begins_at = "Unity Hall", time(14)
    meeting.save()

    initial = as_sam.get(ADD).context["adminform"].form.initial

    assert (initial["place"], initial["begins_at"]) == ("Unity Hall", time(14))
    assert initial["reports_from"] == date(2026, 2, 1)
    assert initial["reports_to"] == date(2026, 2, 28)


def test_a_meeting_begins_with_the_usual_agenda_and_the_rules(as_sam, db):
    template = AgendaTemplate.objects.create(name="Ours", is_usual=True)
    template.items.create(order=10, kind="opening", title="Open")
    Rules.objects.create(pk=1, quorum_kind="at-least", reports_days=5)
    day = timezone.localdate() + timedelta(days=20)

    initial = as_sam.get(ADD).context["adminform"].form.initial
    as_sam.post(ADD, typed() | {"held_on": str(day), "agenda_from": template.pk})

    assert (initial["quorum_kind"], initial["agenda_from"]) == ("at-least", template)
    meeting = BusinessMeeting.objects.get()
    assert [str(item) for item in meeting.agenda.all()] == ["Open"]
    assert meeting.reports_due_on == day - timedelta(days=5)


def test_an_item_left_open_goes_to_the_next_meeting_planned_already(as_sam, meeting):
    after = BusinessMeetingFactory(held_on=timezone.localdate() + ONE_DAY)
    left = {"order": 10, "title": "Coffee", "is_left_open": "on"}

    as_sam.post(change(meeting), typed(agenda=[left]))

    assert [str(item) for item in after.agenda.all()] == ["Coffee"]


def test_the_page_of_a_meeting_leads_to_its_roll_and_its_notice(as_sam, meeting):
    page = as_sam.get(change(meeting)).content.decode()

    assert f'href="{reverse("business:roll", args=[meeting.pk])}"' in page
    assert f'href="{reverse("business:notice", args=[meeting.pk])}"' in page


def test_the_page_of_a_meeting_says_whether_there_is_a_quorum(as_sam, meeting):
    for _each in range(3):
        GroupFactory()

    page = as_sam.get(change(meeting)).content.decode()

    assert "There is no quorum yet: 0 of 3 groups are here, 2 are needed." in page


def test_the_page_of_a_meeting_leads_to_its_packet_and_its_parts(as_sam, meeting):
    page = as_sam.get(change(meeting)).content.decode()

    assert f'href="{reverse("business:packet", args=[meeting.pk])}"' in page
    assert f'href="{reverse("business:meeting", args=[meeting.pk])}"' in page


def test_taking_the_roll_keeps_how_many_groups_are_on_it(as_sam, db):
    meeting = BusinessMeetingFactory(held_on=date(2020, 2, 9))
    group, _absent = GroupFactory(), GroupFactory()

    as_sam.post(change(meeting), typed(roll=[here(group)]) | {"held_on": "2020-02-09"})

    meeting.refresh_from_db()
    assert meeting.roll_size == 2


def test_a_roll_entered_before_the_day_keeps_nothing(as_sam, db):
    tomorrow = timezone.localdate() + ONE_DAY
    meeting = BusinessMeetingFactory(held_on=tomorrow)

    data = typed(roll=[here(GroupFactory())]) | {"held_on": tomorrow.isoformat()}
    as_sam.post(change(meeting), data)

    meeting.refresh_from_db()
    assert (meeting.roll.count(), meeting.roll_size) == (1, None)


def test_a_group_that_answers_twice_in_one_form_is_refused(as_sam, meeting):
    group = GroupFactory()

    page = as_sam.post(change(meeting), typed(roll=[here(group), here(group)]))

    assert "This group has answered already: one vote each." in page.content.decode()
    assert not Attendance.objects.exists()


def test_a_group_that_somebody_else_has_entered_is_refused(as_sam, meeting):
    group = GroupFactory()
    Attendance.objects.create(meeting=meeting, group=group)

    page = as_sam.post(change(meeting), typed(roll=[here(group)]))

    assert "This group has answered already: one vote each." in page.content.decode()


def test_a_person_for_two_groups_in_one_form_is_refused(as_sam, meeting):
    person = PersonFactory()
    rows = [here(GroupFactory(), person), here(GroupFactory(), person)]

    page = as_sam.post(change(meeting), typed(roll=rows))

    assert "One person never speaks for two groups." in page.content.decode()
    assert not Attendance.objects.exists()


def test_a_person_entered_for_another_group_is_refused(as_sam, meeting):
    person = PersonFactory()
    Attendance.objects.create(meeting=meeting, group=GroupFactory(), person=person)

    page = as_sam.post(change(meeting), typed(roll=[here(GroupFactory(), person)]))

    assert "One person never speaks for two groups." in page.content.decode()


def test_two_people_editing_keep_what_each_has_added(as_sam, cal, client, meeting):
    old = typed(agenda=[{"order": 10, "title": "From Sam"}])
    as_sam.post(change(meeting), old)
    client.force_login(cal)

    client.post(change(meeting), typed(agenda=[{"order": 20, "title": "From Cal"}]))

    titles = [str(item) for item in meeting.agenda.all()]
    assert titles == ["From Sam", "From Cal"]


def test_a_row_that_somebody_else_has_taken_away_is_no_crash(as_sam, meeting):
    item = AgendaItem.objects.create(meeting=meeting, title="Gone")
    gone = {"id": item.pk, "meeting": meeting.pk, "order": 10, "title": "Changed"}
    item.delete()

    page = as_sam.post(change(meeting), typed(agenda=[gone]))

    assert page.status_code == 200
    assert "Please correct the error" in page.content.decode()


def test_a_motion_carried_on_the_page_of_its_meeting_is_decided_there(as_sam, meeting):
    row = MOTION | {"result": "carried", "votes_for": 7, "votes_against": 5}

    as_sam.post(change(meeting), typed(motions=[row]))

    motion = Motion.objects.get()
    assert (motion.result, motion.decided_at) == ("carried", meeting)


def test_a_motion_that_waits_again_is_no_longer_decided(as_sam, meeting):
    motion = MotionFactory(meeting=meeting, result="failed", decided_at=meeting)

    row = MOTION | {"id": motion.pk, "meeting": meeting.pk, "result": "tabled"}
    as_sam.post(change(meeting), typed(motions=[row]))

    motion.refresh_from_db()
    assert (motion.result, motion.decided_at) == ("tabled", None)


def test_a_result_against_the_count_comes_back_as_a_sentence(as_sam, meeting):
    row = MOTION | {"result": "carried", "votes_for": 6, "votes_against": 6}

    page = as_sam.post(change(meeting), typed(motions=[row])).content.decode()

    assert "With 6 for and 6 against it does not carry." in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"result": "carried"}, "Say at which meeting it was decided."),
        ({"result": "tabled", "decided_at": "here"}, "It still waits: leave out the m"),
        ({"result": "submitted", "votes_for": 3}, "Enter the votes for and the votes"),
    ],
)
def test_the_page_of_a_motion_says_what_is_missing(as_sam, meeting, fields, sentence):
    fields = {k: meeting.pk if v == "here" else v for k, v in fields.items()}
    data = MOTION | {"meeting": meeting.pk} | fields

    page = as_sam.post(reverse("admin:business_motion_add"), data)

    assert sentence in page.content.decode()


def test_the_book_of_motions_is_searched_and_taken_out(as_sam, meeting):
    MotionFactory(meeting=meeting)
    book = reverse("admin:business_motion_changelist")

    page = as_sam.get(book, {"q": "projector", "result": "submitted"}).content.decode()

    assert "1 motion" in page
    assert reverse("admin:business_motion_export") in page


@pytest.mark.parametrize("name", ["motion", "businessmeeting"])
@pytest.mark.parametrize("rows", [1, 3])
def test_lists_take_as_many_queries_for_three_rows_as_for_one(
    as_sam, django_assert_max_num_queries, name, rows
):
    for nth in range(rows):
        MotionFactory(meeting__held_on=date(2026, nth + 1, 8))

    with django_assert_max_num_queries(11):
        as_sam.get(reverse(f"admin:business_{name}_changelist"))


def test_a_meeting_is_not_deleted(as_ada, meeting):
    address = reverse("admin:business_businessmeeting_delete", args=[meeting.pk])

    assert as_ada.get(address).status_code == 403

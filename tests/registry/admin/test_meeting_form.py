"""The form of a meeting: several days, new places, doubles, copies, two at once."""

from datetime import date, time

import pytest

from intergroup.registry.models import ListingChange, Location, Meeting, MeetingType
from tests.factories import GroupFactory, LocationFactory, MeetingFactory
from tests.registry.admin.test_forms import address, typed

ADD = "/admin/registry/meeting/add/"
EVENING = time(19, 30)


def add(client, **words):
    """Send the form of a new meeting; its answer."""
    page = client.get(ADD)
    least = {"name": "Hope", "days": ["5"], "time": "7:30 PM"}
    return client.post(ADD, typed(page, **{**least, **words}))


def change(client, meeting, **words):
    """Open a meeting, type into it, and send it; its answer."""
    url = address("meeting", "change", meeting.pk)
    return client.post(url, typed(client.get(url), **words))


def errors(answer):
    """What the form says is wrong, by box."""
    return {
        name: [str(each) for each in said]
        for name, said in answer.context["adminform"].form.errors.items()
    }


def said(answer):
    return [str(each) for each in answer.wsgi_request._messages]


def meeting(**values):
    least = {"slug": "there", "time": EVENING, "location": LocationFactory()}
    return MeetingFactory(**{**least, **values})


def test_a_meeting_of_several_days_is_entered_once(as_sam, sam):
    group, hall = GroupFactory(), LocationFactory()

    words = {"days": ["1", "3"], "weeks": ["1", "3"], "end_time": "12:15 am"}
    answer = add(as_sam, group=group.pk, location=hall.pk, **words)

    found = Meeting.objects.in_week_order().values_list("slug", "day", "weeks")
    assert list(found) == [("hope-1", 1, "1,3"), ("hope-3", 3, "1,3")]
    assert said(answer) == ["“Hope” was added on Monday, Wednesday."]
    assert ListingChange.objects.filter(changed_by=sam, group=group).count() == 2


def test_a_new_place_is_written_in_the_same_form_and_found_again(as_sam):
    words = {"new_place": "Alano Club", "new_address": "1 Main St, Peoria, IL, USA"}

    add(as_sam, **words)
    add(as_sam, **words, time="9:00")

    hall = Location.objects.get()
    assert (hall.name, hall.is_approximate) == ("Alano Club", False)
    assert set(Meeting.objects.values_list("location", flat=True)) == {hall.pk}


@pytest.mark.parametrize(
    ("words", "box"),
    [
        ({}, "location"),
        ({"new_place": "Hall"}, "new_address"),
        ({"attendance": "online"}, "conference_url"),
        (
            {"attendance": "online", "conference_url": "https://example.org/a"},
            "conference_url",
        ),
        ({"attendance": "phone"}, "conference_phone"),
        ({"attendance": "online", "conference_phone": "call me"}, "conference_phone"),
        ({"days": [], "time": "9:00"}, "days"),
        ({"weeks": ["1"], "days": [], "time": ""}, "days"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"time": "half past"}, "time"),
        ({"venmo": "pat@example.org"}, "venmo"),
        ({"first_on": "2026-05-01", "last_on": "2026-04-01"}, "__all__"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_beside_its_box_and_nothing_is_lost(as_sam, words, box):
    answer = add(as_sam, notes="Ring twice", **words)

    assert box in errors(answer)
    assert "Ring twice" in answer.content.decode()
    assert not Meeting.objects.exists()


def test_a_meeting_by_appointment_has_no_day_and_no_time(as_sam):
    add(as_sam, days=[], time="", location=LocationFactory().pk)

    assert (Meeting.objects.get().day, Meeting.objects.get().time) == (None, None)


def test_an_imported_link_stays_as_it_is_while_something_else_is_changed(as_sam):
    link = "https://example.org/room"
    there = meeting(attendance="online", conference_url=link, location=None)

    answer = change(as_sam, there, notes="Ring")

    there.refresh_from_db()
    assert answer.status_code == 302
    assert (there.notes, there.conference_url) == ("Ring", link)


def test_a_double_is_named_and_a_tick_says_that_it_is_another(as_sam):
    hall = LocationFactory(name="Hall", address="1 Main St")
    meeting(name="Faith", location=hall, day=5)

    asked = add(as_sam, location=hall.pk)
    answer = add(as_sam, location=hall.pk, is_another="on")

    sentence = (
        "There is one already: “Faith”, Friday, 7:30 p.m., Hall, 1 Main St. Is it the "
        "same? If not, tick this."
    )
    assert errors(asked) == {"is_another": [sentence]}
    assert 'type="checkbox" name="is_another"' in asked.content.decode()
    assert answer.status_code == 302
    assert Meeting.objects.count() == 2


def test_a_meeting_is_not_a_double_of_itself(as_sam):
    there = meeting()

    answer = change(as_sam, there, notes="Ring", time="20:00")

    assert answer.status_code == 302


def test_the_chosen_others_are_changed_alike_and_more_days_are_added(as_sam):
    monday = meeting(slug="hope-1", day=1, group=GroupFactory(), name="Hope")
    hall, group = monday.location, monday.group
    friday = meeting(slug="f", day=5, group=group, location=hall, name="Late Hope")

    page = as_sam.get(address("meeting", "change", monday.pk)).content.decode()
    answer = change(as_sam, monday, time="20:00", also=[friday.pk], more_days=["2"])

    assert "“Late Hope”, Friday, 7:30 p.m.," in page
    rows = Meeting.objects.in_week_order().values_list("slug", "day", "time", "name")
    assert list(rows) == [
        ("hope-1", 1, time(20), "Hope"),
        ("hope-2", 2, time(20), "Hope"),
        ("f", 5, time(20), "Late Hope"),
    ]
    assert said(answer) == [
        "“Hope” was added on Tuesday. It was changed, and 1 other meeting with it."
    ]


def test_two_who_change_the_same_meeting_are_told_of_each_other(as_sam):
    there = meeting()
    url = address("meeting", "change", there.pk)
    mine = typed(as_sam.get(url), notes="Mine")
    Meeting.objects.filter(pk=there.pk).update(notes="Theirs", time=time(20))

    told = as_sam.post(url, mine)
    kept = Meeting.objects.get().notes
    mine["seen"] = told.context["adminform"].form["seen"].value()
    answer = as_sam.post(url, mine)

    (sentence,) = errors(told)["__all__"]
    assert sentence.startswith("Somebody else changed this meanwhile: time, notes. ")
    assert (kept, answer.status_code) == ("Theirs", 302)
    assert Meeting.objects.get().notes == "Mine"


def test_a_copy_begins_with_everything_but_the_day(as_sam):
    there = meeting(name="Hope", notes="Ring", weeks="1,3", day=1)
    there.types.set([MeetingType.objects.get(code="O")])

    sent = {"action": "copy", "_selected_action": [there.pk]}
    page = as_sam.post(address("meeting", "changelist"), sent, follow=True)

    form = page.context["adminform"].form
    assert form["name"].value() == "Hope"
    assert (form["weeks"].value(), form["days"].value()) == (["1", "3"], [])
    assert form["types"].value() == [MeetingType.objects.get(code="O").pk]
    assert form["location"].value() == there.location_id


def test_meetings_are_taken_off_the_list_and_put_back(as_sam):
    there = meeting(unlisted_on=None)
    url, sent = address("meeting", "changelist"), {"_selected_action": [there.pk]}

    as_sam.post(url, {**sent, "action": "take_off"})
    off = Meeting.objects.get().unlisted_on
    as_sam.post(url, {**sent, "action": "put_back"})

    assert (off is not None, Meeting.objects.get().unlisted_on) == (True, None)
    fields = ListingChange.objects.values_list("field", flat=True)
    assert list(fields) == ["unlisted_on", "unlisted_on"]


def test_a_shared_place_says_that_it_is_shared(as_sam):
    hall = LocationFactory()
    one = meeting(location=hall)
    meeting(slug="b", location=hall, day=1)

    page = as_sam.get(address("meeting", "change", one.pk)).content.decode()
    url = address("location", "change", hall.pk)
    answer = as_sam.post(url, typed(as_sam.get(url), address="2 Main St, A, B, C"))

    assert "2 meetings are held at this place" in page
    assert said(answer)[0].endswith("2 Main St, A, B, C” was changed, for 2 meetings.")


def test_names_and_addresses_in_any_script_fit(as_sam):
    name = "Надежда в пятницу вечером " * 4
    hall = LocationFactory()

    add(as_sam, name=name[:80], location=hall.pk)
    add(as_sam, name=name[:80], location=hall.pk, time="8:00")

    slugs = list(Meeting.objects.order_by("pk").values_list("slug", flat=True))
    assert all(len(each) <= 64 for each in slugs)
    assert len({*slugs}) == 2


def test_one_who_only_reads_sees_no_box(as_tess):
    there = meeting(last_on=date(2199, 1, 1))

    page = as_tess.get(address("meeting", "change", there.pk)).content.decode()

    assert there.name in page
    assert "Do the same to" not in page
    assert "A new place" not in page

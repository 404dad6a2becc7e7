"""What a list of meetings does to the register."""

from datetime import date, time

import pytest

from intergroup.registry.models import District, Group, Location, Meeting, MeetingType
from tests.factories import BodyFactory, GroupFactory, MeetingFactory
from tests.registry.feeds.loader import TODAY, counts, load, row

DOOR = "1 Main St, Springfield, OR 97477, USA"


def in_hope(slug="friday-hope", **cells):
    return row(slug=slug, group="Hope", **cells)


def test_a_new_group_gets_the_next_number_and_is_registered_today(db):
    GroupFactory(number=41)

    load(row(group="Hope"), row(slug="b", group="Faith", time=None))

    rows = Group.objects.filter(number__gt=41).values_list(
        "number", "name", "status", "registered_on"
    )
    assert list(rows) == [
        (42, "Hope", "active", TODAY),
        (43, "Faith", "incomplete", TODAY),
    ]


@pytest.mark.parametrize("written", ["Hope Group", " hope  GROUP ", "Hope&nbsp;Group"])
def test_a_group_is_known_by_its_name_however_it_is_spelled(db, written):
    group = GroupFactory(name="Hope Group")

    load(row(group=written))

    assert Meeting.objects.get().group == group
    assert Group.objects.get().name == "Hope Group"


def test_of_two_groups_with_one_name_the_one_that_meets_is_meant(db):
    GroupFactory(number=1, name="Hope", status="inactive")
    GroupFactory(number=2, name="Hope")
    GroupFactory(number=3, name="Hope")

    load(row(group="Hope"))

    assert Meeting.objects.get().group.number == 2


def test_a_meeting_stays_in_its_group_when_another_has_the_same_name(db):
    other = GroupFactory(number=9, name="Hope")
    GroupFactory(number=2, name="Hope")
    MeetingFactory(slug="friday-hope", group=other)

    load(row(group="Hope"))

    assert Meeting.objects.get().group == other


def test_a_row_without_a_group_leaves_the_meeting_in_its_group(db):
    load(row(group="Hope"))

    outcome = load(row())

    assert counts(outcome) == (0, 0, 1, 0)
    assert Meeting.objects.get().group.name == "Hope"


def test_the_first_word_on_a_group_wins_and_other_words_stay_with_the_row(db):
    load(
        in_hope("a"),
        in_hope("b", group_notes="First", website="hope.org", venmo="Hope"),
        in_hope("c", group_notes="Second", venmo="@Else", email="Hope@a.org"),
    )

    group, last = Group.objects.get(), Meeting.objects.get(slug="c")
    assert (group.notes, group.website) == ("First", "https://hope.org")
    assert (group.venmo, group.email) == ("@Hope", "Hope@a.org")
    assert (last.extra, last.venmo) == ({"group_notes": "Second"}, "@Else")


def test_the_facts_of_a_group_stay_with_a_meeting_that_has_none(db):
    load(row(group_notes="Tea", email="a@a.org", paypal="hope", website="a.org"))

    meeting = Meeting.objects.get()
    assert meeting.paypal == "hope"
    assert meeting.extra == {
        "group_notes": "Tea",
        "email": "a@a.org",
        "website": "https://a.org",
    }


def test_the_last_contact_is_the_day_a_group_was_verified(db):
    load(in_hope("a", last_contact="2025-12-31"), in_hope("b", last_contact="1/5/2026"))
    again = load(in_hope("a", last_contact="2025-12-31"))

    assert Group.objects.get().verified_on == date(2026, 1, 5)
    assert counts(again) == (0, 0, 1, 0)


def test_a_last_contact_in_the_future_is_kept_and_not_believed(db):
    load(in_hope(last_contact="2026-02-02"))

    assert Group.objects.get().verified_on is None
    assert Meeting.objects.get().extra == {"last_contact": "2026-02-02"}


@pytest.mark.parametrize("district", [5, "5", "District 5", "Area 42, District 05"])
def test_a_district_with_a_number_is_found_or_added(db, district):
    BodyFactory(calls_district="Zone")

    load(in_hope(district=district))

    group = Group.objects.get()
    assert (group.district.number, group.district.name) == (5, "Zone 5")
    assert Meeting.objects.get().extra == {}


@pytest.mark.parametrize("district", ["north", "3"])
def test_a_district_is_found_by_name_or_number(db, district):
    north = District.objects.create(number=3, name="North")

    load(in_hope(district=district))

    assert Group.objects.get().district == north


def test_a_district_nobody_knows_is_kept_beside_the_meeting(db):
    load(in_hope(district="Elsewhere"))

    assert Group.objects.get().district is None
    assert Meeting.objects.get().extra == {"district": "Elsewhere"}


def test_a_place_is_known_by_name_address_and_region(db):
    here = {"location": "Grace Hall", "formatted_address": DOOR, "region": "North"}

    load(
        row(slug="a", **here),
        row(slug="b", **here, latitude=44.5, longitude=-123.5, location_notes="Up"),
        row(slug="c", **{**here, "region": "South"}),
    )

    north, south = Location.objects.order_by("region")
    assert (north.latitude, north.longitude, north.notes) == (44.5, -123.5, "Up")
    assert (north.is_approximate, south.latitude) == (False, None)
    assert Meeting.objects.filter(location=north).count() == 2


def test_what_a_row_says_else_of_its_place_stays_with_the_row(db):
    load(
        row(slug="a", location="Grace Hall", location_notes="Up", approximate="no"),
        row(slug="b", location="Grace Hall", location_notes="Down", approximate="yes"),
    )

    extra = Meeting.objects.get(slug="b").extra
    assert extra == {"location_notes": "Down", "approximate": "yes"}


def test_a_guess_does_not_undo_what_the_office_knows_of_a_place(db):
    load(row(location="Grace Hall"))
    Location.objects.update(is_approximate=False)

    outcome = load(row(location="Grace Hall"))

    assert counts(outcome) == (0, 0, 1, 0)
    assert Location.objects.get().is_approximate is False


def test_a_row_of_json_is_the_whole_meeting(db):
    load(row(notes="Tea", end_time="20:30", types=["O"], region="North"))

    outcome = load(row(time="20:00"))

    meeting = Meeting.objects.get()
    assert counts(outcome) == (0, 1, 0, 0)
    assert (meeting.time, meeting.end_time, meeting.notes) == (time(20), None, "")
    assert (meeting.location, meeting.types.count()) == (None, 0)


def test_a_table_leaves_alone_what_it_has_no_column_for(db):
    load(row(notes="Tea", end_time="20:30", types=["O"], region="North", url="u"))

    outcome = load(data=b"Slug,Name,Time\nfriday-hope,Friday Hope,20:00\n")

    meeting = Meeting.objects.get()
    assert counts(outcome) == (0, 1, 0, 0)
    assert (meeting.time, meeting.end_time) == (time(20), time(20, 30))
    assert (meeting.notes, meeting.extra) == ("Tea", {"url": "u"})
    assert (meeting.day, meeting.location.region) == (5, "North")
    assert [each.code for each in meeting.types.all()] == ["O"]


def test_the_preview_says_what_changes(db):
    load(row())

    outcome = load(row(time="20:00", types=["O"], group="Hope"), row(slug="new"))

    changed, new = outcome.differences
    assert outcome.header == ("Name", "Day", "Time", "Group", "Changes")
    assert changed.cells == (
        "Friday Hope",
        "Friday",
        "20:00",
        "Hope",
        "time, group, types",
    )
    assert (new.kind, new.cells[-1]) == ("new", "")


def test_a_meeting_off_the_list_stays_off_it(db):
    MeetingFactory(slug="friday-hope", unlisted_on=date(2026, 1, 1))

    outcome = load(row())

    assert Meeting.objects.get().unlisted_on == date(2026, 1, 1)
    sentence = "Meetings that were taken off the list here, and stay off: 1"
    assert outcome.notes == [sentence]


def test_a_meeting_that_is_not_in_the_list_is_left_alone(db):
    other = MeetingFactory(slug="other")

    load(row())

    assert Meeting.objects.filter(pk=other.pk).exists()


def test_a_type_the_register_lacks_is_added_with_its_guide_code(db):
    load(row(types=["AL-AN", "ES"]))

    added = MeetingType.objects.filter(code__in=["AL-AN", "ES"]).order_by("code")
    assert list(added.values_list("code", "name", "aa_code")) == [
        ("AL-AN", "Concurrent with Al-Anon", "AL-AN"),
        ("ES", "Spanish", "S"),
    ]


def test_by_name_the_meetings_that_share_a_name_become_one_group(db):
    rows = [row(slug="a"), row(slug="b"), row(slug="c", name="Tea")]

    load(*rows, row(slug="d", group="Faith"), group_by_name=True)

    names = Meeting.objects.order_by("slug").values_list("group__name", flat=True)
    assert list(names) == ["Friday Hope", "Friday Hope", "Tea", "Faith"]
    assert Group.objects.count() == 3

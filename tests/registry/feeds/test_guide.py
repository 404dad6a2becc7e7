"""A published meeting as a row of a feed: nothing in it that a reader stumbles over."""

from datetime import UTC, date, datetime, time

import pytest

from intergroup.registry.feeds.guide import rows
from intergroup.registry.feeds.profiles import GUIDE, TSML
from intergroup.registry.models import MeetingType
from intergroup.registry.publishing import published
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    DistrictFactory,
    GroupContactFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
)

FEBRUARY_1 = date(2026, 2, 1)
PAGE = "https://ha.example.org/meetings/SLUG/"
_OF_BODY = ("entity", "url", "attendance_option")
ZOOM = "https://us02web.zoom.us/j/123456789"


def feed(profile=GUIDE):
    return rows(published(FEBRUARY_1), profile, meeting_page=PAGE)


def only(profile=GUIDE):
    (row,) = feed(profile)
    return row


def typed(meeting, *codes):
    meeting.types.set(MeetingType.objects.filter(code__in=codes))


def test_a_row_says_when_where_and_what_kind_a_meeting_is(db):
    place = LocationFactory(name="Grace Hall", region="Springfield", latitude=44.05)
    meeting = MeetingFactory(
        slug="hope", location=place, time=time(19, 30), end_time=time(20, 30)
    )
    typed(meeting, "O", "DISC")

    row = only()

    assert {name: row[name] for name in row if name not in _OF_BODY} == {
        "name": "Friday Hope",
        "slug": "hope",
        "day": 5,
        "time": "19:30",
        "end_time": "20:30",
        "timezone": "America/New_York",
        "types": ["D", "O"],
        "location": "Grace Hall",
        "formatted_address": "1 Main St, Springfield, OR 97477, USA",
        "country": "US",
        "region": "Springfield",
        "latitude": 44.05,
        "approximate": "no",
    }


def test_a_row_leads_to_our_own_page_of_the_meeting(db):
    MeetingFactory(slug="grüne-hoffnung")

    assert only()["url"] == ("https://ha.example.org/meetings/gr%C3%BCne-hoffnung/")


def test_a_row_says_who_publishes_it_under_both_names_of_the_web_site(db):
    BodyFactory(email="list@ha.example.org", website="https://ha.example.org")
    DirectoryFactory(phone="+1-309-555-0100", territory="Test County, Illinois")
    MeetingFactory()

    row = only()

    told = {name: row[name] for name in row if name.startswith(("entity", "feedback"))}
    assert told == {
        "feedback_emails": ["list@ha.example.org"],
        "entity": "Heroin Anonymous, Test Area",
        "entity_email": "list@ha.example.org",
        "entity_location": "Test County, Illinois",
        "entity_phone": "+1-309-555-0100",
        "entity_url": "https://ha.example.org",
        "entity_website_url": "https://ha.example.org",
    }


def test_a_row_says_what_the_group_has_to_say(db):
    group = GroupFactory(
        name="Hope",
        notes="Since 2019.",
        website="https://hope.example.org",
        district=DistrictFactory(number=4),
        verified_on=date(2026, 1, 8),
    )
    MeetingFactory(group=group)

    row = only()

    told = ("group", "group_notes", "website", "district", "last_contact")
    assert [row[name] for name in told] == [
        "Hope",
        "Since 2019.",
        "https://hope.example.org",
        "4",
        "2026-01-08",
    ]


def test_a_change_is_told_in_utc(db):
    MeetingFactory(updated_at=datetime(2026, 1, 5, 18, 0, 9, tzinfo=UTC))

    assert only()["updated"] == "2026-01-05 18:00:09"


def test_a_row_without_a_time_zone_has_that_of_the_body(db):
    BodyFactory(time_zone="America/Denver")
    MeetingFactory(time=time(9), location=LocationFactory())

    assert only()["timezone"] == "America/Denver"


@pytest.mark.parametrize(
    "facts",
    [
        {"weeks": "1"},
        {"first_on": date(2026, 2, 2)},
        {"last_on": date(2026, 1, 31)},
        {"unlisted_on": date(2026, 1, 1)},
    ],
)
def test_a_meeting_that_is_not_held_every_week_now_is_left_out(db, facts):
    MeetingFactory(time=time(9), **facts)

    assert feed() == []


def test_the_first_and_the_last_day_of_a_season_count(db):
    MeetingFactory(time=time(9), first_on=FEBRUARY_1, last_on=FEBRUARY_1)

    assert len(feed()) == 1


def test_a_meeting_by_appointment_has_neither_day_nor_time(db):
    MeetingFactory(day=None, location=LocationFactory())

    row = only()

    assert ("day" in row, "time" in row) == (False, False)


@pytest.mark.parametrize(
    ("attendance", "is_approximate", "said"),
    [
        ("in_person", False, "no"),
        ("in_person", True, "yes"),
        ("hybrid", False, "no"),
        ("online", False, "yes"),
        ("phone", False, "yes"),
        ("online_for_now", False, "no"),
    ],
)
def test_every_row_says_whether_its_place_is_exact(
    db, attendance, is_approximate, said
):
    place = LocationFactory(is_approximate=is_approximate)
    MeetingFactory(attendance=attendance, location=place, conference_url=ZOOM)

    assert only()["approximate"] == said


def test_a_meeting_in_no_place_has_the_town_of_its_time_zone(db):
    MeetingFactory(attendance="online", time_zone="America/New_York")

    row = only()

    assert (row["city"], row["approximate"]) == ("New York", "yes")


def test_the_room_that_is_closed_for_now_is_told(db):
    MeetingFactory(attendance="online_for_now", location=LocationFactory())

    assert only()["types"] == ["TC"]
    assert only(TSML)["types"] == ["TC", "ONL"]


def test_a_link_that_no_reader_knows_stands_in_the_notes(db):
    MeetingFactory(
        attendance="online",
        notes="Ring twice.",
        conference_url="https://meet.example.org/hope",
        conference_url_notes="Wait to be let in.",
    )

    row = only()

    assert "conference_url" not in row
    assert "conference_url_notes" not in row
    assert row["notes"] == (
        "Ring twice.\nhttps://meet.example.org/hope\nWait to be let in."
    )


@pytest.mark.parametrize(
    ("service", "said", "written"),
    [
        ("venmo", "https://venmo.com/u/hope", "@hope"),
        ("square", "cash.app/$hope", "$hope"),
        ("paypal", "https://paypal.me/hope", "hope"),
        ("homegroup_online", "hope-77", "hope-77"),
    ],
)
def test_a_payment_name_is_written_as_readers_accept_it(db, service, said, written):
    MeetingFactory(**{service: said})

    assert only()[service] == written


def test_what_is_no_payment_name_is_left_out(db):
    MeetingFactory(paypal="somebody@example.net", venmo="not a name")

    assert {"paypal", "venmo"} & {*only()} == set()


def test_a_meeting_is_paid_to_its_group_unless_it_has_a_name_of_its_own(db):
    group = GroupFactory(venmo="@group", square="$group")
    MeetingFactory(group=group, venmo="@meeting")

    row = only()

    assert (row["venmo"], row["square"]) == ("@meeting", "$group")


def test_open_and_closed_at_once_is_written_as_closed(db):
    typed(MeetingFactory(), "O", "C", "BEG")

    assert only()["types"] == ["BE", "C"]


def test_a_contact_is_named_only_as_far_as_the_person_agreed(db):
    DirectoryFactory(has_contacts=True)
    group = GroupFactory()
    agreed = PersonFactory(
        first_name="Ann",
        last_initial="B",
        listing_agreed_on=FEBRUARY_1,
        email="ann@example.net",
        phone="555 0111",
    )
    GroupContactFactory(group=group, person=agreed, is_listed=True)
    GroupContactFactory(group=group, person=PersonFactory(first_name="Zoe"))
    MeetingFactory(group=group)

    row = only()

    told = {name: row[name] for name in row if name.startswith("contact_")}
    assert told == {"contact_1_name": "Ann B."}


def test_nobody_is_named_where_the_directory_shows_no_contacts(db):
    DirectoryFactory(has_contacts=False)
    group = GroupFactory()
    agreed = PersonFactory(listing_agreed_on=FEBRUARY_1)
    GroupContactFactory(group=group, person=agreed, is_listed=True)
    MeetingFactory(group=group)

    assert [name for name in only() if name.startswith("contact_")] == []


def test_what_an_imported_feed_said_is_given_back_where_it_names_nobody(db):
    extra = {
        "regions": ["Oregon", "Lane", "Springfield"],
        "website_2": "https://two.example.org",
        "types": ["XYZ"],
        "edit_url": "https://old.example.org/wp-admin/7",
        "chairperson": "John Smith",
    }
    MeetingFactory(extra=extra)

    row = only()

    assert row["regions"] == ["Oregon", "Lane", "Springfield"]
    assert row["website_2"] == "https://two.example.org"
    assert {"edit_url", "chairperson"} & {*row} == set()
    assert row["types"] == []

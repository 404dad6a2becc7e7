"""Several days in one go, siblings changed alike, doubles told, all of it recorded."""

from datetime import date, time

import pytest

from intergroup.registry.actions.arranging import (
    add_meetings,
    change_meeting,
    change_place,
    free_slug,
    lookalikes,
    save_group,
    siblings,
    slug_of,
)
from intergroup.registry.actions.recording import Hand
from intergroup.registry.models import Group, ListingChange, Meeting, MeetingType
from tests.factories import GroupFactory, LocationFactory, MeetingFactory

HAND = Hand(on=date(2026, 3, 1), way="office")
EVENING, ZOOM = time(19, 30), "https://zoom.us/j/1"


def new(**values):
    least = {"name": "Hope", "slug": "hope", "time": EVENING}
    return Meeting(**{**least, **values})


def told():
    return [
        (str(each.meeting or each.group), each.field, each.before, each.after)
        for each in ListingChange.objects.order_by("pk")
    ]


def test_a_meeting_of_several_days_is_one_for_each_day(db):
    open_ = MeetingType.objects.get(code="O")

    added = add_meetings(new(), days=[1, 3], types=[open_], hand=HAND)

    assert [(each.slug, each.day) for each in added] == [("hope-1", 1), ("hope-3", 3)]
    assert [list(each.types.all()) for each in added] == [[open_], [open_]]
    assert told() == [("Hope", "", "", "Hope")] * 2


def test_a_meeting_of_one_day_keeps_its_address_and_a_taken_one_gets_a_number(db):
    MeetingFactory(slug="hope")

    (one,) = add_meetings(new(), days=[5], types=[], hand=HAND)
    (by_appointment,) = add_meetings(new(slug="so"), days=[], types=[], hand=HAND)

    assert (one.slug, one.day) == ("hope-2", 5)
    assert (by_appointment.slug, by_appointment.day) == ("so", None)


def test_a_change_is_done_to_the_chosen_others_which_keep_the_rest(db):
    one, other = add_meetings(new(), days=[1, 3], types=[], hand=HAND)
    Meeting.objects.filter(pk=other.pk).update(notes="Ring twice")
    one = Meeting.objects.get(pk=one.pk)
    one.time = time(20)

    change_meeting(one, types=[], hand=HAND, also=siblings(new(day=1)))

    other.refresh_from_db()
    assert (other.time, other.notes, other.day) == (time(20), "Ring twice", 3)
    assert told()[2:] == [("Hope", "time", "19:30:00", "20:00:00")] * 2


def test_types_are_given_to_the_others_only_where_they_changed(db):
    open_ = MeetingType.objects.get(code="O")
    one, other = add_meetings(new(), days=[1, 3], types=[], hand=HAND)
    other.types.set([open_])
    one = Meeting.objects.get(pk=one.pk)
    one.notes = "Ring"

    change_meeting(one, types=[], hand=HAND, also=[Meeting.objects.get(pk=other.pk)])

    assert list(other.types.all()) == [open_]


def test_the_same_meeting_is_added_on_more_days(db):
    (one,) = add_meetings(new(), days=[1], types=[], hand=HAND)
    one.notes = "Ring"

    added = change_meeting(one, types=[], hand=HAND, days=[2, 4])

    found = [(each.slug, each.day, each.notes) for each in added]
    assert found == [("hope-2", 2, "Ring"), ("hope-4", 4, "Ring")]


def test_what_did_not_change_is_not_recorded_nor_dated(db):
    (one,) = add_meetings(new(), days=[1], types=[], hand=HAND)
    before = Meeting.objects.get().updated_at

    change_meeting(Meeting.objects.get(pk=one.pk), types=[], hand=HAND)

    assert len(told()) == 1
    assert Meeting.objects.get().updated_at == before


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Friday Hope!", "friday-hope"),
        ("Надежда в пятницу", "надежда-в-пятницу"),
        ("金曜日の希望", "金曜日の希望"),
        ("!?", "meeting"),
        ("Ab " * 40, "-".join(["ab"] * 22)[:64].strip("-")),
    ],
)
def test_an_address_is_made_of_a_name_in_any_script(name, slug):
    assert slug_of(name) == slug


def test_long_addresses_stay_within_their_column_and_differ(db):
    long = "a" * 64
    MeetingFactory(slug=long)
    MeetingFactory(slug="a" * 58 + "-2")

    assert free_slug(long) == "a" * 58 + "-3"


def there(**values):
    least = {"slug": "there", "day": 5, "time": EVENING}
    return MeetingFactory(**{**least, **values})


@pytest.mark.parametrize(
    ("values", "is_double"),
    [
        ({}, True),
        ({"day": 4}, False),
        ({"time": time(20)}, False),
        ({"unlisted_on": date(2026, 1, 1)}, False),
        ({"weeks": "1"}, False),
        ({"weeks": "3,5"}, True),
        ({"weeks": "L"}, True),
        ({"last_on": date(2026, 3, 31)}, False),
    ],
)
def test_one_place_holds_one_meeting_at_a_time(db, values, is_double):
    hall = LocationFactory()
    other = there(location=hall, **values)
    typed = new(location=hall, weeks="3", first_on=date(2026, 4, 1))

    found = lookalikes(typed, days=[5])

    assert found == ([other] if is_double else [])


def test_a_group_and_a_link_hold_one_meeting_at_a_time_and_a_town_holds_many(db):
    group, town = GroupFactory(), LocationFactory(is_approximate=True)
    of_group = there(slug="group", group=group)
    by_link = there(slug="link", conference_url=ZOOM, location=town)

    found = lookalikes(new(group=group, conference_url=ZOOM, location=town), days=[5])

    assert found == [of_group, by_link]
    assert lookalikes(new(location=town), days=[5]) == []


def test_a_place_that_changes_is_recorded_with_every_meeting_in_it(db):
    hall = LocationFactory(name="Hall", address="1 Main St")
    MeetingFactory(location=hall, name="A")
    MeetingFactory(location=hall, name="B")
    hall.address = "2 Main St"

    count = change_place(hall, hand=HAND)

    assert count == 2
    change = ("location", "Hall, 1 Main St", "Hall, 2 Main St")
    assert sorted(told()) == [("A", *change), ("B", *change)]


def test_a_group_knows_since_when_it_has_its_status(db):
    group = Group(number=7, name="Hope")
    save_group(group, hand=HAND)
    group.name = "Faith"
    save_group(group, hand=Hand(on=date(2026, 4, 1), way="office"))
    renamed = Group.objects.get().status_since
    group.status = "active"
    save_group(group, hand=Hand(on=date(2026, 5, 1), way="office"))

    assert (renamed, Group.objects.get().status_since) == (HAND.on, date(2026, 5, 1))
    assert [field for _of, field, *_values in told()] == ["", "name", "status"]

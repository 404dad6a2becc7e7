"""The printed directory as data: its sections, its lines, its legend."""

from datetime import date, time

import pytest

from intergroup.registry.models import Directory
from tests.factories import (
    DirectoryFactory,
    DistrictFactory,
    GroupContactFactory,
    GroupFactory,
    LocationFactory,
    PersonFactory,
)
from tests.registry.printing.listing import directory, held, small_directory

pytestmark = pytest.mark.django_db


def _sections(made):
    return [(each.title, [m.name for m in each.meetings]) for each in made.sections]


def test_by_day_goes_from_sunday_to_what_is_by_appointment():
    small_directory()

    assert _sections(directory()) == [
        ("Sunday", ["Night Owls"]),
        ("Friday", ["Friday Hope"]),
        ("By appointment", ["Ward Visit"]),
    ]


def test_by_town_ends_with_what_has_no_town():
    small_directory()

    assert _sections(directory(order="town")) == [
        ("Springfield", ["Friday Hope", "Ward Visit"]),
        ("Online, by telephone, or without a town", ["Night Owls"]),
    ]


def test_towns_are_sorted_as_people_look_for_them():
    for town in ("Zeeland", "Évreux", "Etna"):
        held(town, location=LocationFactory(region=town))

    titles = [each.title for each in directory(order="town").sections]

    assert titles == ["Etna", "Évreux", "Zeeland"]


def test_by_group_ends_with_meetings_without_a_group():
    small_directory()

    assert _sections(directory(order="group")) == [
        ("Friday Hope", ["Friday Hope"]),
        ("Meetings without a group", ["Night Owls", "Ward Visit"]),
    ]


def test_two_groups_of_one_name_are_two_sections():
    for _each in range(2):
        held(group=GroupFactory(name="Friday Hope"))

    titles = [each.title for each in directory(order="group").sections]

    assert titles == ["Friday Hope", "Friday Hope"]


def test_a_contact_is_printed_only_if_agreed():
    DirectoryFactory(has_contacts=True)
    group = GroupFactory()
    held(group=group)
    agreed = PersonFactory(
        first_name="Lee", phone="309-555-0111", listing_agreed_on=date(2026, 1, 1)
    )
    GroupContactFactory(group=group, person=agreed, is_listed=True)
    GroupContactFactory(group=group, person=PersonFactory(first_name="Kim"))

    (section,) = directory(order="group").sections

    assert section.facts == ("Lee D.",)


def test_what_is_online_only_can_be_left_out():
    small_directory()

    made = directory(has_online=False)

    assert [each.name for each in made.meetings] == ["Friday Hope", "Ward Visit"]


def test_a_district_and_a_town_can_be_chosen():
    north = GroupFactory(district=DistrictFactory(number=3))
    held("North", group=north)
    held("Elsewhere", location=LocationFactory(region="Etna"))

    assert [each.name for each in directory(district=3).meetings] == ["North"]
    assert [each.name for each in directory(region="Etna").meetings] == ["Elsewhere"]


def test_the_legend_has_the_codes_that_occur():
    small_directory()

    assert directory().legend == (("O", "Open"), ("X", "Wheelchair Accessible"))


def test_the_wheelchair_is_a_sign():
    small_directory()

    hope = directory().sections[1].meetings[0]

    assert hope.marks == "O ♿"


def test_the_index_tells_the_days_of_each_town():
    hall = LocationFactory(region="Etna")
    held(day=1, location=hall)
    held(day=1, location=hall)
    held(day=4, location=hall)

    (town,) = directory().index

    assert (town.town, town.days) == ("Etna", (("Mon", 2), ("Thu", 1)))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"weeks": "1,3"}, ("1st & 3rd Fri",)),
        ({"weeks": "L"}, ("Last Fri",)),
        ({"last_on": date(2027, 8, 31)}, ("Until Aug. 31, 2027",)),
        (
            {"first_on": date(2027, 6, 1), "last_on": date(2027, 8, 31)},
            ("From June 1, 2027 to Aug. 31, 2027",),
        ),
        ({"first_on": date(2026, 6, 1)}, ()),
        ({"time_zone": "America/Los_Angeles"}, ("Los Angeles time",)),
        (
            {
                "attendance": "hybrid",
                "conference_url": "https://www.zoom.us/j/9?pwd=x",
                "conference_url_notes": "Passcode: 1234",
            },
            ("In person and online: zoom.us/j/9 · Passcode: 1234",),
        ),
        (
            {"attendance": "phone", "conference_phone": "+1-312-555-0100"},
            ("By telephone: +1-312-555-0100",),
        ),
        (
            {"attendance": "online_for_now"},
            ("Online for now, the room is closed",),
        ),
    ],
    ids=[
        *("weeks", "last-week", "until", "season", "begun", "zone"),
        *("hybrid", "phone", "for-now"),
    ],
)
def test_a_line_tells_what_is_not_every_week_in_the_room(values, told):
    held(**values)

    assert directory().meetings[0].told == told


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(19, 30), "7:30 pm"),
        (time(7), "7:00 am"),
        (time(12), "noon"),
        (time(0), "midnight"),
        (None, ""),
    ],
    ids=["evening", "morning", "noon", "midnight", "unknown"],
)
def test_the_clock_is_short(at, words):
    held(time=at)

    assert directory().meetings[0].clock == words


def test_a_country_that_all_share_is_not_printed():
    held("One", location=LocationFactory(address="1 Main St, Etna, USA"))
    held("Two", location=LocationFactory(address="2 Oak St, Etna, USA"))

    found = [each.where.partition(", ")[2] for each in directory().meetings]

    assert found == ["1 Main St, Etna", "2 Oak St, Etna"]


def test_without_a_public_directory_no_page_is_named():
    small_directory()
    Directory.objects.update(is_published=False, is_registration_open=False)

    made = directory()

    assert (made.finder, made.own_group) == ("", "")


def test_letters_that_the_type_lacks_are_told():
    held("希望 Hope")

    assert directory().unknown == (("希望 Hope", "希 望"),)

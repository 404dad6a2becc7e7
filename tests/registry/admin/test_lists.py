"""The register’s lists: what they show, to whom, and at what cost."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intergroup.registry.models import (
    District,
    ExternalNumber,
    Group,
    Meeting,
    MeetingType,
    Person,
    Representative,
    User,
)
from tests.factories import (
    DistrictFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
    RepresentativeFactory,
    UserFactory,
)

LISTS = ["district", "group", "meeting", "meetingtype", "location", "person"]
LISTS += ["representative", "user"]


def address(name, page="changelist", *args):
    return reverse(f"admin:registry_{name}_{page}", args=args)


def fill(count):
    for _nth in range(count):
        group = GroupFactory(district=DistrictFactory())
        MeetingFactory(group=group, location=LocationFactory())
        person = PersonFactory()
        RepresentativeFactory(group=group, person=person)
        UserFactory(person=person)


def queries(client, name):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address(name)).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_takes_no_more_queries_for_three_rows_than_for_one(as_ada, name):
    fill(1)
    queries(as_ada, name)
    for_one = queries(as_ada, name)
    fill(2)

    assert queries(as_ada, name) == for_one


@pytest.mark.parametrize("name", [each for each in LISTS if each != "user"])
def test_a_full_list_takes_twelve_queries_or_fewer(as_sam, name):
    fill(50)
    as_sam.get(address("group"))

    assert queries(as_sam, name) <= 12


def test_the_list_of_users_takes_twelve_queries_or_fewer(as_ada):
    fill(50)
    as_ada.get(address("user"))

    assert queries(as_ada, "user") <= 12


@pytest.mark.parametrize("name", LISTS)
def test_no_list_shows_how_to_reach_a_person(as_ada, name):
    person = PersonFactory(email="private@example.org", phone="555 0199")
    RepresentativeFactory(person=person)
    UserFactory(email="signs-in@example.org", person=person)

    page = as_ada.get(address(name)).content.decode()

    found = [each for each in ("private@", "555 0199", "signs-in@") if each in page]
    assert found == []


@pytest.mark.parametrize(
    ("term", "number"),
    [("41", 41), ("hope", 41), ("G-77", 41), ("H100", 41), ("nothing", None)],
)
def test_a_group_is_found_by_its_numbers_and_its_name(as_sam, term, number):
    group = GroupFactory(number=41, name="Friday Hope", haws_number="H100")
    ExternalNumber.objects.create(group=group, issuer="Area", number="G-77")
    GroupFactory(number=5, name="Other")
    MeetingFactory(group=group)
    MeetingFactory(group=group)

    page = as_sam.get(address("group"), {"q": term})

    found = [(each.number, each.meeting_count) for each in page.context["cl"].queryset]
    assert found == ([(number, 2)] if number else [])


def test_a_number_finds_one_group_and_not_those_that_contain_it(as_sam):
    GroupFactory(number=1, name="A")
    GroupFactory(number=11, name="B")

    page = as_sam.get(address("group"), {"q": "1"})

    assert [each.number for each in page.context["cl"].queryset] == [1]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({"roll": "on"}, [1, 2]),
        ({"roll": "off"}, [3]),
        ({"verified": "old"}, [1]),
        ({"verified": "lately"}, [2, 3]),
        ({"status": "paused"}, [3]),
    ],
)
def test_groups_are_filtered_as_a_registrar_asks(as_sam, query, numbers):
    GroupFactory(number=1, verified_on=date(2020, 1, 1))
    GroupFactory(number=2, verified_on=date(2199, 1, 1))
    GroupFactory(number=3, status="paused", verified_on=date(2199, 1, 1))

    page = as_sam.get(address("group"), query)

    assert [each.number for each in page.context["cl"].queryset] == numbers


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({}, ["sunday", "friday", "off", "appointment"]),
        ({"list": "on"}, ["sunday", "friday", "appointment"]),
        ({"list": "off"}, ["off"]),
        ({"group": "without"}, ["sunday", "off", "appointment"]),
        ({"group": "with"}, ["friday"]),
    ],
)
def test_meetings_stand_in_week_order_and_are_filtered(as_sam, query, slugs):
    MeetingFactory(slug="appointment", day=None)
    MeetingFactory(slug="friday", group=GroupFactory())
    MeetingFactory(slug="sunday", day=0)
    MeetingFactory(slug="off", name="Off", unlisted_on=date(2026, 1, 1))

    page = as_sam.get(address("meeting"), query)

    assert [each.slug for each in page.context["cl"].queryset] == slugs


def test_representatives_are_filtered_to_those_who_serve_now(as_sam):
    RepresentativeFactory(ends_on=date(2026, 1, 2))
    now = RepresentativeFactory()

    page = as_sam.get(address("representative"), {"serving": "now"})

    assert list(page.context["cl"].queryset) == [now]


@pytest.mark.parametrize(
    ("model", "may"),
    [
        (Group, False),
        (Meeting, False),
        (District, False),
        (MeetingType, False),
        (Representative, None),
        (Person, None),
        (User, None),
    ],
)
def test_a_treasurer_reads_the_register_and_sees_no_people(as_tess, model, may):
    name = model._meta.model_name

    listed = as_tess.get(address(name))
    added = as_tess.get(address(name, "add"))

    assert listed.status_code == (403 if may is None else 200)
    assert added.status_code == 403


def test_roles_are_kept_in_code_and_have_no_screen(as_ada):
    assert as_ada.get("/admin/auth/group/").status_code == 404

"""What an accepted form of a new group writes into the register."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions.registering.deciding import accept
from intergroup.registry.models import (
    Group,
    GroupContact,
    ListingChange,
    Location,
    Meeting,
    Person,
)
from tests.factories import (
    DirectoryFactory,
    DistrictFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
)
from tests.registry.registering.sent import DECIDED_AT, MAY_4, MEETING, PAT, new_group

MAY_1 = date(2026, 5, 1)


def accepted(form, by, **more):
    return accept(form, on=MAY_4, at=DECIDED_AT, decided_by=by, **more)


def test_a_new_group_gets_the_next_number_and_is_pending_for_its_days(reg):
    DirectoryFactory(pending_days=30)
    GroupFactory(number=41, status="inactive")

    group = accepted(new_group(), reg).group

    assert (group.number, group.name, group.member_count) == (42, "Hope", 8)
    assert (group.status, group.pending_until) == ("pending", date(2026, 6, 3))
    assert (group.registered_on, group.is_password_private) == (MAY_4, True)


@pytest.mark.parametrize(
    "when",
    [
        {"effective_on": date(2026, 6, 1)},
        {"said": {"name": "A", "started_on": "2026-06-01"}},
    ],
)
def test_a_group_that_starts_later_waits_for_its_day(reg, when):
    group = accepted(new_group(**when), reg).group

    assert (group.status, group.pending_until) == ("pre-dated", None)
    assert group.started_on == date(2026, 6, 1)


def test_its_meetings_are_listed_each_with_an_address_of_its_own(reg):
    MeetingFactory(slug="friday-hope", unlisted_on=MAY_1)
    sunday = {**MEETING, "day": "0", "time": "09:00"}

    group = accepted(new_group(meetings=[MEETING, sunday]), reg).group

    rows = group.meetings.order_by("-day").values_list("slug", "day", "time")
    assert list(rows) == [
        ("friday-hope-2", 5, time(19, 30)),
        ("friday-hope-3", 0, time(9)),
    ]


def test_a_place_of_the_register_is_found_and_not_doubled(reg):
    address = MEETING["address"]
    hall = LocationFactory(name="Trinity Church", address=address, region="Sangamon")

    group = accepted(new_group(), reg).group

    assert group.meetings.get().location == hall
    assert Location.objects.get().notes == "Back door."


def test_a_new_place_of_an_online_meeting_is_only_roughly_there(reg):
    said = {"name": "Night", "attendance": "online", "address": "Springfield, IL, USA"}

    accepted(new_group(meetings=[said]), reg)

    place = Location.objects.get()
    assert (place.address, place.is_approximate) == ("Springfield, IL, USA", True)


def test_types_come_by_code_and_the_district_by_number(reg, django_user_model):
    district = DistrictFactory(number=3)
    said = {"name": "Hope", "district": "3"}

    form = new_group(said=said, meetings=[{**MEETING, "types": ["O", "X"]}])
    group = accepted(form, reg).group

    codes = group.meetings.get().types.values_list("code", flat=True)
    assert sorted(codes) == ["O", "X"]
    assert group.district == district


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ({"said": {"name": "Hope", "district": "77"}}, "unknown_district"),
        ({"said": {"name": "Hope", "district": "n"}}, "unknown_district"),
        ({"meetings": [{**MEETING, "types": ["ZZZ"]}]}, "no_type"),
        ({"meetings": [{**MEETING, "slug": "others"}]}, "not_its_meeting"),
    ],
)
def test_what_the_register_does_not_know_is_refused_and_nothing_is_written(
    reg, part, code
):
    MeetingFactory(slug="others", group=GroupFactory())
    form = new_group(**part)

    with pytest.raises(ValidationError) as refused:
        accepted(form, reg)

    codes = getattr(refused.value, "error_dict", {"": [refused.value]}).values()
    assert [error.code for each in codes for error in each] == [code]
    assert not Group.objects.filter(name="Hope").exists()
    form.refresh_from_db()
    assert form.state == "sent"


def test_a_contact_is_a_person_who_agreed_on_the_day_of_the_form(reg):
    group = accepted(new_group(), reg).group

    contact = group.contacts.get()
    assert (contact.kind, contact.is_listed, contact.began_on) == (
        "primary",
        True,
        MAY_4,
    )
    assert str(contact.person) == "Pat D."
    assert contact.person.listing_agreed_on == MAY_1


def test_who_did_not_agree_is_not_listed(reg):
    accepted(new_group(contacts=[{**PAT, "is_listed": ""}]), reg)

    assert GroupContact.objects.get().is_listed is False
    assert Person.objects.get(first_name="Pat").listing_agreed_on is None


@pytest.mark.parametrize(
    ("first_name", "people"), [("pat", ["Pat"]), ("Kim", ["Kim", "Pat"])]
)
def test_one_person_is_not_doubled_and_two_of_one_mailbox_are_two(
    reg, first_name, people
):
    PersonFactory(first_name="Pat", email="PAT@example.com")

    accepted(new_group(contacts=[{**PAT, "first_name": first_name}]), reg)

    mine = Person.objects.filter(email__iexact="pat@example.com")
    assert sorted(each.first_name for each in mine) == people


@pytest.mark.parametrize(
    ("contacts", "kinds"),
    [
        ([PAT], [("Pat", "primary"), ("Sue", "secondary")]),
        ([], [("Sue", "primary")]),
        (
            [{**PAT, "first_name": "Sue", "email": "sue@example.com"}],
            [("Sue", "primary")],
        ),
    ],
)
def test_who_offers_to_be_a_contact_is_one_too(reg, contacts, kinds):
    form = new_group(contacts=contacts, is_contact_offered=True)

    group = accepted(form, reg).group

    found = group.contacts.values_list("person__first_name", "kind")
    assert sorted(found) == kinds


def test_what_was_written_is_recorded_with_the_form_and_who_decided(reg):
    form = accepted(new_group(), reg)

    changes = ListingChange.objects.order_by("pk")
    told = {(each.kind, each.way, each.reason, each.changed_by) for each in changes}
    assert told == {("added", "registration", f"Form {form.pk}", reg)}
    assert [str(each.meeting or each.group) for each in changes] == [
        "1 Hope",
        "Friday Hope",
    ]


def test_nothing_of_a_contact_is_in_the_changes(reg):
    accepted(new_group(), reg)

    words = ListingChange.objects.values_list("before", "after", "reason")
    assert "Pat" not in str(list(words))


def test_a_long_or_strange_name_still_gives_an_address(reg):
    names = ["x" * 255, "!!!", "Café – Ñandú"]

    accepted(new_group(meetings=[{**MEETING, "name": name} for name in names]), reg)

    slugs = Meeting.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["x" * 64, "meeting", "café-ñandú"]

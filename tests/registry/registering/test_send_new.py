"""A new group, from the form on the web to what the office finds."""

from datetime import date, time

import pytest
from django.core import mail
from django.urls import reverse

from intergroup.registry.models import Directory, Group, Registration
from tests.factories import (
    DirectoryFactory,
    DistrictFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
)
from tests.registry.registering.typed import NEW, REGISTER, form, word

FULL = {
    "group__started_on": "2026-01-15",
    "group__member_count": "12",
    "group__is_password_private": "on",
    "m0__weeks": ["3", "1"],
    "primary__first_name": "Ann",
    "primary__last_initial": "B",
    "primary__phone": "+1 309 555 0101",
    "primary__is_listed": "yes",
    "is_kit_wanted": "on",
    "kit_address": "PO Box 1\r\nPeoria",
    "is_contact_offered": "on",
    "remarks": "Ring twice.",
}
GROUP = {
    "name": "Friday Hope",
    "district": "",
    "started_on": "2026-01-15",
    "member_count": "12",
    "language": "",
    "mailing_language": "",
    "website": "",
    "email": "",
    "phone": "",
    "venmo": "",
    "square": "",
    "paypal": "",
    "homegroup_online": "",
    "is_password_private": "yes",
    "notes": "",
}
MEETINGS = [
    {
        "name": "Friday Hope",
        "day": "5",
        "time": "19:30",
        "end_time": "20:30",
        "weeks": "1,3",
        "first_on": "",
        "last_on": "",
        "time_zone": "",
        "attendance": "in_person",
        "types": ["O"],
        "location": "Trinity Church",
        "address": "12 Elm St, Peoria, IL 61602, USA",
        "location_notes": "",
        "conference_url": "",
        "conference_url_notes": "",
        "conference_phone": "",
        "conference_phone_notes": "",
        "notes": "",
    }
]
CONTACTS = [
    {
        "kind": "primary",
        "first_name": "Ann",
        "last_initial": "B",
        "phone": "+1 309 555 0101",
        "email": "",
        "postal_address": "",
        "is_listed": "yes",
    }
]


@pytest.fixture(autouse=True)
def _open(db):
    DirectoryFactory()


def test_the_form_is_there_for_everybody_and_keeps_no_cookie_but_the_one(client):
    page = client.get(REGISTER)

    assert page.status_code == 200
    assert list(page.cookies) == ["csrftoken"]
    assert "no-store" in page["Cache-Control"]
    assert page.templates[0].name == "public/registering/form.html"


def test_a_new_group_is_kept_as_it_was_sent_and_the_register_stays(client):
    page = client.post(REGISTER, form(**FULL))

    kept = Registration.objects.get()
    assert page.status_code == 302
    assert (kept.kind, kept.state, kept.group, kept.present) == (
        "new",
        "sent",
        None,
        {},
    )
    assert (kept.kit_address, kept.is_contact_offered) == ("PO Box 1\nPeoria", True)
    assert kept.proposed == {
        "group": GROUP,
        "meetings": MEETINGS,
        "contacts": CONTACTS,
    }
    assert Group.objects.count() == 0


def test_several_ticked_days_become_a_meeting_each(client):
    client.post(REGISTER, form(m0__days=["1", "3", "5"]))

    meetings = Registration.objects.get().proposed["meetings"]
    assert [(each["day"], each["time"]) for each in meetings] == [
        ("1", "19:30"),
        ("3", "19:30"),
        ("5", "19:30"),
    ]


def test_a_meeting_without_a_day_is_by_appointment(client):
    client.post(REGISTER, form(m0__days=[], m0__time="", m0__end_time=""))

    (meeting,) = Registration.objects.get().proposed["meetings"]
    assert (meeting["day"], meeting["time"]) == ("", "")


def test_the_sender_gets_a_mail_with_a_link_and_nothing_that_was_typed(client):
    page = client.post(REGISTER, form())

    (sent,) = mail.outbox
    path = page["Location"].removesuffix("?sent=mail")
    assert sent.to == ["jo@example.org"]
    assert sent.subject == "We have your form"
    assert f"http://testserver{path}" in sent.body
    assert "Friday Hope" not in sent.body
    talk = client.get(page["Location"]).content.decode()
    assert "your form has arrived" in talk
    assert "jo@example.org" not in talk


def test_another_row_keeps_everything_typed_and_blames_nothing(client):
    page = client.post(REGISTER, form(more="1", m0__time="half past", m0__days=["2"]))

    html = page.content.decode()
    assert page.status_code == 200
    assert 'value="half past"' in html
    assert 'name="m1-time"' in html
    assert 'name="rows" value="2"' in html
    assert "errorlist" not in html
    assert Registration.objects.count() == 0


def test_a_mistake_is_shown_beside_its_box_and_nothing_typed_is_lost(client):
    page = client.post(REGISTER, form(sender_first_name="Jo King", remarks="Hello"))

    html = page.content.decode()
    assert page.status_code == 422
    assert "Write one first name only" in html
    assert 'aria-describedby="id_sender_first_name_error"' in html
    assert 'value="Jo King"' in html
    assert "Hello" in html
    assert Registration.objects.count() == 0


@pytest.mark.parametrize(
    ("box", "typed", "sentence"),
    [
        ("sender_email", "", "This field is required."),
        ("relation", "", "This field is required."),
        ("m0__time", "", "Say at what time it begins."),
        ("m0__address", "", "People come here in person"),
        ("m0__last_on", "2026-01-01", "A season cannot end before it begins."),
        ("m0__attendance", "online", "Give the link, or the telephone number."),
        ("m0__conference_url", "https://example.org/x", "The finders know no meeting"),
        ("m0__types", ["O", "C"], "A meeting is either open or closed."),
        ("m0__time_zone", "Mars/Olympus", "is not a time zone"),
        ("group__venmo", "jo@example.org", "is not a name there"),
        ("group__phone", "call Jo", "Write a telephone number in figures"),
        ("is_kit_wanted", "on", "Write where the starter kit goes."),
        ("primary__phone", "+1 309 555 0101", "Write the first name."),
        ("primary__first_name", "Ann", "Write a telephone number or an e-mail"),
    ],
)
def test_a_box_is_blamed_with_a_sentence(client, box, typed, sentence):
    wrong = {"m0__first_on": "2026-02-01", box: typed}

    page = client.post(REGISTER, form(**wrong))

    assert page.status_code == 422
    assert sentence in page.content.decode().replace("&#x27;", "’")
    assert Registration.objects.count() == 0


def test_a_group_of_the_same_name_is_pointed_out_before_it_is_sent(client):
    GroupFactory(number=7, name="FRIDAY  hope")

    page = client.post(REGISTER, form())

    assert page.status_code == 422
    assert "Is it one of these?" in page.content.decode()
    assert reverse("registry:group-change", args=[7]) in page.content.decode()
    assert Registration.objects.count() == 0


def test_a_group_at_the_same_place_day_and_time_is_pointed_out(client):
    MeetingFactory(
        group=GroupFactory(name="Other"),
        day=5,
        time=time(19, 30),
        location=LocationFactory(name="Trinity church", address=""),
    )

    page = client.post(REGISTER, form())

    assert "Is it one of these?" in page.content.decode()


def test_the_box_says_that_it_is_another_group(client):
    GroupFactory(name="Friday Hope")

    page = client.post(REGISTER, form(is_another="yes"))

    assert page.status_code == 302


def test_a_district_is_one_of_the_body(client):
    DistrictFactory(number=4)

    client.post(REGISTER, form(group__district="4"))

    assert Registration.objects.get().proposed["group"]["district"] == "4"


def test_the_day_from_which_it_holds_is_kept(client):
    client.post(REGISTER, form(effective_on="2026-12-01"))

    assert Registration.objects.get().effective_on == date(2026, 12, 1)


def test_a_closed_registration_is_a_kind_page(client):
    Directory.objects.update(is_registration_open=False)

    page = client.get(REGISTER)

    assert page.status_code == 404
    assert "not registered on the web" in page.content.decode()


def test_the_same_form_sent_twice_is_kept_once(client):
    first = client.post(REGISTER, form())
    second = client.post(REGISTER, form())

    assert (first.status_code, second.status_code) == (302, 409)
    assert Registration.objects.count() == 1
    assert len(mail.outbox) == 1


def test_a_form_left_open_for_hours_comes_back_with_all_that_was_typed(client):
    page = client.post(REGISTER, {**NEW, "_timed": word(ago=7 * 60 * 60)})

    html = page.content.decode()
    assert page.status_code == 400
    assert "open for hours" in html
    assert 'value="Trinity Church"' in html


def test_boxes_that_are_left_empty_are_not_blamed(client):
    empty = {f"m1-{name}": "" for name in ("slug", "name", "time", "location")}
    blank = {"rows": "2", "m1-attendance": "in_person", **empty}

    wrong = client.post(REGISTER, form(sender_email="", **blank))
    right = client.post(REGISTER, form(**blank))

    assert wrong.content.decode().count('class="errorlist"') == 1
    assert right.status_code == 302
    assert len(Registration.objects.get().proposed["meetings"]) == 1

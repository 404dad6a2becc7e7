"""A change, a pause and the end of a group, from the form to what the office finds."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.kit import timed
from intergroup.registry.models import Directory, Group, Meeting, Registration
from tests.factories import (
    DirectoryFactory,
    GroupContactFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
)
from tests.registry.registering.typed import SENDER, about, word


@pytest.fixture
def hope(db):
    """A group with a meeting on Friday and one on Monday, and a private contact."""
    DirectoryFactory()
    group = GroupFactory(number=7, name="Hope", website="https://hope.example.org/")
    place = LocationFactory(name="Hall", address="1 Main St, Peoria, IL 61602, USA")
    usual = {"group": group, "location": place, "time": time(19, 30), "name": "Hope"}
    MeetingFactory(**usual, slug="hope-monday", day=1)
    MeetingFactory(**usual, slug="hope-friday", day=5, notes="Ring\r\ntwice. ")
    contact = PersonFactory(first_name="Zelda", phone="+1 309 555 0199")
    GroupContactFactory(group=group, person=contact, postal_address="9 Secret Lane")
    return group


def boxes(page):
    """What a browser would send back of a page that it was given."""
    sheet = page.context["sheet"]
    sent = {"rows": str(sheet.rows)}
    for part in sheet.parts:
        for name in part.fields:
            value = part[name].value()
            if isinstance(value, bool) or value is None:
                value = "on" if value else ""
            if value not in ("", []):
                sent[part.add_prefix(name)] = value
    return sent


def send(client, group, kind, **values):
    address, purpose = about(group, kind)
    given = boxes(client.get(address))
    typed = {name.replace("__", "-"): value for name, value in values.items()}
    form = given | SENDER | {timed.TOKEN: word(purpose)} | typed
    return client.post(address, {n: v for n, v in form.items() if v is not None})


def proposed():
    return Registration.objects.get().proposed


def test_the_form_shows_what_everybody_reads_and_no_contact(client, hope):
    html = client.get(about(hope, "change")[0]).content.decode()

    assert 'value="https://hope.example.org/"' in html
    assert "Friday 19:30" in html
    assert not any(word in html for word in ("Zelda", "0199", "Secret Lane"))


def test_only_what_differs_is_proposed(client, hope):
    page = send(
        client, hope, "change", m1__time="20:00", group__phone="+1 309 555 0100"
    )

    kept = Registration.objects.get()
    assert page.status_code == 302
    assert kept.proposed == {
        "group": {"phone": "+1 309 555 0100"},
        "meetings": [{"slug": "hope-friday", "time": "20:00"}],
        "contacts": [],
    }
    assert kept.present["meetings"][1]["time"] == "19:30"
    assert Meeting.objects.get(slug="hope-friday").time == time(19, 30)


def test_what_is_written_another_way_is_no_difference(client, hope):
    send(client, hope, "change", m1__time="7:30 pm", remarks="Thanks")

    assert proposed() == {"group": {}, "meetings": [], "contacts": []}


def test_a_form_in_which_nothing_differs_is_not_taken(client, hope):
    page = send(client, hope, "change")

    assert page.status_code == 422
    assert "Nothing here differs" in page.content.decode()
    assert Registration.objects.count() == 0


def test_a_ticked_day_more_is_a_new_meeting_beside_the_old(client, hope):
    send(client, hope, "change", m1__days=["3", "5"])

    (new,) = proposed()["meetings"]
    assert "slug" not in new
    assert (new["day"], new["time"], new["location"]) == ("3", "19:30", "Hall")


def test_another_day_moves_the_meeting(client, hope):
    send(client, hope, "change", m1__days=["6"])

    assert proposed()["meetings"] == [{"slug": "hope-friday", "day": "6"}]


def test_a_meeting_that_has_ended_says_only_that(client, hope):
    send(client, hope, "change", m0__is_gone="on", m0__time="nonsense")

    assert proposed()["meetings"] == [{"slug": "hope-monday", "gone": "yes"}]


def test_a_new_row_is_a_new_meeting_and_has_the_groups_name(client, hope):
    new = {"days": ["2"], "time": "18:00", "attendance": "phone"}
    row = {f"m2-{name}": value for name, value in new.items()}

    send(
        client, hope, "change", rows="3", m2__conference_phone="+1 253 215 8782", **row
    )

    (meeting,) = proposed()["meetings"]
    assert (meeting["name"], meeting["day"]) == ("Hope", "2")
    assert meeting["conference_phone"] == "+12532158782"


def test_what_was_wrong_before_is_not_blamed_on_who_changes_something_else(
    client, hope
):
    Group.objects.update(phone="ask for Jo", paypal="https://paypal.me/hope?x")
    Meeting.objects.update(conference_url="https://unknown.example.org/room")

    page = send(client, hope, "change", group__notes="Back door")

    assert page.status_code == 302
    assert proposed()["group"] == {"notes": "Back door"}


def test_of_a_group_that_is_not_listed_only_the_place_and_time_is_shown(client, hope):
    Group.objects.update(status="paused")
    Meeting.objects.update(conference_url="https://zoom.us/j/1?pwd=secret")

    html = client.get(about(hope, "change")[0]).content.decode()

    assert "Friday 19:30" in html
    assert "secret" not in html
    assert "hope.example.org" not in html


def test_a_directory_that_is_not_public_is_not_read_through_the_form(client, hope):
    Directory.objects.update(is_published=False)

    html = client.get(about(hope, "change")[0]).content.decode()

    assert 'value="Hope"' in html
    assert "hope.example.org" not in html
    assert "Main St" not in html


def test_a_pause_says_until_when(client, hope):
    until = timezone.localdate() + timedelta(days=40)

    send(client, hope, "pause", paused_until=until.isoformat())

    kept = Registration.objects.get()
    assert (kept.kind, kept.group, kept.paused_until) == ("pause", hope, until)


def test_a_pause_until_a_day_that_has_been_is_not_taken(client, hope):
    page = send(client, hope, "pause", paused_until="2020-01-01")

    assert page.status_code == 422
    assert "This day has been already." in page.content.decode()


def test_a_close_proposes_nothing_but_the_end(client, hope):
    send(client, hope, "close", effective_on="2026-12-01")

    kept = Registration.objects.get()
    assert (kept.kind, kept.effective_on) == ("close", date(2026, 12, 1))
    assert kept.proposed == {"group": {}, "meetings": [], "contacts": []}
    assert kept.present["group"]["name"] == "Hope"


@pytest.mark.parametrize("status", ["inactive", "merged", "new"])
@pytest.mark.parametrize("kind", ["change", "pause", "close"])
def test_there_is_no_form_about_a_group_that_is_gone_or_not_reviewed(
    client, hope, status, kind
):
    Group.objects.update(status=status)

    page = client.get(about(hope, kind)[0])

    assert page.status_code == 404
    assert "There is no such group" in page.content.decode()


@pytest.mark.parametrize("words", ["7", "#7", "hope", "HOP"])
def test_a_group_is_found_by_its_number_and_by_its_name(client, hope, words):
    page = client.get(reverse("registry:group-choose"), {"q": words})

    assert about(hope, "change")[0] in page.content.decode()


@pytest.mark.parametrize("words", ["8", "9" * 30, "x\x00y", "\ud800", "%", "Hopeless"])
def test_what_is_not_there_is_not_found(client, hope, words):
    asked = {"q": words.encode("utf-8", "surrogatepass")}

    page = client.get(reverse("registry:group-choose"), asked)

    assert page.status_code == 200
    assert about(hope, "change")[0] not in page.content.decode()


def test_in_a_directory_that_is_not_public_only_a_whole_name_is_found(client, hope):
    Directory.objects.update(is_published=False)

    part = client.get(reverse("registry:group-choose"), {"q": "Hop"})
    whole = client.get(reverse("registry:group-choose"), {"q": "hope"})

    assert "Hope" not in part.content.decode()
    assert "Hope" in whole.content.decode()

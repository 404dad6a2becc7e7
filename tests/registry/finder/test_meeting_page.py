from datetime import date

import pytest
from django.urls import reverse

from intergroup.registry.models import Group, Meeting
from intergroup.registry.publishing import published
from tests.factories import GroupFactory, LocationFactory, MeetingFactory
from tests.registry.finder.made import text

FINDER = "/meetings/"


def test_meeting_of_another_time_zone_says_so(client, hope):
    hope.time_zone = "America/Los_Angeles"
    hope.save()

    page = text(client.get("/meetings/friday-hope/"))

    assert "Every Friday, 7:30 p.m. – 8:30 p.m. Los Angeles time" in page
    assert "Friday, 9:30 p.m. in Chicago" in page


def test_meeting_page_tells_all_that_somebody_needs(client, hope, online):
    Group.objects.update(venmo="@FridayHope", verified_on=date(2026, 5, 3))

    page = text(client.get("/meetings/friday-hope/"))

    for said in [
        "Every Friday, 7:30 p.m. – 8:30 p.m.",
        "Open meeting: everybody is welcome",
        "openstreetmap.org/directions?to=39.80000%2C-89.65000",
        "geo:39.80000,-89.65000?q=1%20Main%20St",
        "Hope Group, group number 12",
        'href="/meetings/sunrise/"',
        "https://venmo.com/u/FridayHope",
        "voluntary contributions",
        "said on May 3, 2026 that this is right",
        "/meetings/friday-hope.ics",
        "/meetings/friday-hope/qr.svg",
    ]:
        assert said in page


def test_online_meeting_shows_the_link_and_no_way_to_a_room(client, online):
    online.location = LocationFactory(address="9 Old Rd, Springfield, IL 62701, USA")
    online.save()

    page = text(client.get("/meetings/sunrise/"))

    assert 'href="https://zoom.us/j/123"' in page
    assert "9 Old Rd" not in page
    assert "Directions" not in page


def test_room_that_is_closed_for_now_is_told(client, online):
    online.attendance = Meeting.Attendance.ONLINE_FOR_NOW
    online.save()

    assert "Please do not go there" in text(client.get("/meetings/sunrise/"))
    assert "Online for now, the room is closed" in text(client.get(FINDER))


def test_mistake_is_told_on_the_form_or_by_mail(client, hope, directory):
    by_form = text(client.get("/meetings/friday-hope/"))
    directory.is_registration_open = False
    directory.save()

    by_mail = text(client.get("/meetings/friday-hope/"))

    assert f'href="{reverse("registry:group-change", args=[12])}"' in by_form
    assert 'href="mailto:area@example.org?subject=Meeting' in by_mail


def test_paused_group_is_not_listed_and_its_page_says_until_when(client, hope):
    paused = {"status": Group.Status.PAUSED, "paused_until": date(2030, 5, 1)}
    Group.objects.filter(pk=hope.group_id).update(**paused)

    page = client.get("/meetings/friday-hope/")

    assert page.status_code == 200
    assert "Paused until May 1, 2030" in text(page)
    assert "Friday Hope" not in text(client.get(FINDER))


def test_meeting_taken_off_the_list_is_gone_and_leads_to_the_others(client, online):
    Meeting.objects.filter(slug="friday-hope").update(unlisted_on=date(2026, 5, 1))

    page = client.get("/meetings/friday-hope/")

    assert page.status_code == 410
    assert "taken off our list on May 1, 2026" in text(page)
    assert 'href="/meetings/sunrise/"' in text(page)


def test_merged_group_leads_to_the_meetings_of_the_other(client, hope):
    other = GroupFactory(name="Joined")
    MeetingFactory(slug="joined", group=other)
    merged = {"status": Group.Status.MERGED, "merged_into": other}
    Group.objects.filter(pk=hope.group_id).update(**merged)

    page = client.get("/meetings/friday-hope/")

    assert page.status_code == 410
    assert 'href="/meetings/joined/"' in text(page)


def test_address_of_any_characters_is_no_meeting(client, directory):
    assert client.get("/meetings/%00%F0%9F%98%80%22x/").status_code == 404


@pytest.mark.parametrize("end", ["/", ".ics", "/qr.svg"])
def test_meeting_that_never_was_is_said_kindly(client, directory, end):
    page = client.get(f"/meetings/nothing{end}")

    assert page.status_code == 404
    assert "There is no such meeting" in text(page)
    assert 'href="/meetings/"' in text(page)


def test_meeting_not_published_shows_no_word_of_its_listing(client, hope):
    Group.objects.update(status=Group.Status.MISSING)

    page = client.get("/meetings/friday-hope/")

    assert page.status_code == 404
    assert "Friday Hope" not in text(page)
    assert "Main St" not in text(page)


def test_slug_may_be_of_any_script(client, directory):
    MeetingFactory(slug="надежда", name="Надежда")

    assert client.get("/meetings/надежда/").status_code == 200
    assert published().meetings[0].slug == "надежда"

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from icalendar import Calendar

from tests.factories import (
    MeetingFactory,
    UserFactory,
)
from tests.registry.finder.made import text

CHICAGO = ZoneInfo("America/Chicago")
FINDER = "/meetings/"
PAGES = [
    FINDER,
    "/meetings/?day=friday&time=evening",
    "/meetings/friday-hope/",
    "/meetings/friday-hope.ics",
    "/meetings/friday-hope/qr.svg",
    "/meetings/calendar.ics",
    "/contribute/",
]
each_page = pytest.mark.parametrize("path", PAGES)


@each_page
def test_public_page_sets_no_cookie_and_any_cache_may_keep_it(client, hope, path):
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.get("Vary", "")


@each_page
def test_reader_who_has_it_gets_no_second_copy(client, hope, path):
    first = client.get(path)

    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    since = client.get(path, headers={"If-Modified-Since": first["Last-Modified"]})

    assert (again.status_code, since.status_code) == (304, 304)
    assert again.content == b""
    assert again["ETag"] == first["ETag"]


@each_page
def test_change_of_the_register_is_given_at_once(client, hope, path):
    first = client.get(path)
    MeetingFactory(slug="another")

    again = client.get(path, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 200


@each_page
def test_page_can_be_asked_for_by_its_head_alone(client, hope, path):
    response = client.head(path)

    assert (response.status_code, response.content) == (200, b"")


@each_page
def test_page_is_read_and_never_posted_to(client, hope, path):
    assert client.post(path).status_code == 405


@each_page
def test_strangers_are_told_kindly_that_it_is_not_public(client, directory, hope, path):
    directory.is_published = False
    directory.save()

    response = client.get(path)

    assert response.status_code == 404
    assert "+1-309-555-0100" in text(response)
    assert "Friday Hope" not in text(response)


@each_page
def test_office_sees_it_before_it_is_public(as_sam, directory, hope, path):
    directory.is_published = False
    directory.save()

    response = as_sam.get(path)

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_signed_in_without_the_right_is_a_stranger(client, directory, hope):
    directory.is_published = False
    directory.save()
    client.force_login(UserFactory())

    assert client.get(FINDER).status_code == 404


def test_finder_says_how_many_there_are_in_words(client, online):
    page = text(client.get(FINDER, {"day": "friday", "time": "evening"}))

    assert "1 meeting on Friday evening</h2>" in page
    assert "Friday Hope" in page
    assert "Sunrise" not in page


def test_address_of_a_search_holds_what_was_filled_in_and_no_more(client, hope):
    response = client.get(FINDER, {"words": "", "day": "friday", "time": ""})

    assert response.url == "/meetings/?day=friday"


def test_finder_says_what_it_did_not_understand(client, hope):
    page = text(client.get(FINDER, {"day": "<b>blursday"}))

    assert "We do not know “&lt;b&gt;blursday”, so it was left out." in page
    assert "Friday Hope" in page


def test_what_is_on_now_stands_first_with_its_link(client, online):
    began = timezone.localtime(timezone=CHICAGO) - timedelta(minutes=10)
    online.day, online.time = began.isoweekday() % 7, began.time()
    online.save()

    page = text(client.get(FINDER))

    now, form = page.index("On now</h2>"), page.index("<form")
    assert now < page.index("Sunrise") < page.index("https://zoom.us/j/123") < form


def test_finder_that_finds_nothing_leads_on(client, online):
    page = text(client.get(FINDER, {"day": "friday", "how": "online"}))

    assert "No meeting fits all of that." in page
    assert 'Without Online: <a href="/meetings/?day=friday">1 meeting on Friday' in page
    assert 'Without Friday: <a href="/meetings/?how=online">1 meeting, online' in page


def test_finder_takes_anything_in_its_address(client, hope):
    asked = {"page": "-1", "words": "\0" + "x" * 9999, "day": "friday " * 999}

    assert client.get(FINDER, asked).status_code == 200


def test_finder_keeps_what_was_looked_for_on_the_next_page(client, directory):
    for number in range(51):
        MeetingFactory(name=f"Meeting {number}", slug=f"m-{number}")

    page = text(client.get(FINDER, {"day": "friday"}))

    assert "51 meetings on Friday" in page
    assert 'href="?day=friday&amp;page=2"' in page


def test_finder_asks_the_database_as_often_for_few_as_for_many(
    client, hope, django_assert_num_queries
):
    for number in range(60):
        MeetingFactory(slug=f"m-{number}")
    client.get(FINDER)

    with django_assert_num_queries(2):
        client.get(FINDER)


def test_calendar_asks_the_database_as_often_for_few_as_for_many(
    client, hope, django_assert_num_queries
):
    client.get("/meetings/calendar.ics")

    with django_assert_num_queries(2):
        client.get("/meetings/calendar.ics")


def test_monthly_and_seasonal_meetings_are_told_in_words(client, directory):
    last = timezone.localdate() + timedelta(days=90)
    MeetingFactory(slug="monthly", weeks="1,3", last_on=last)

    page = text(client.get(FINDER))

    assert "First and third Friday of the month, until " in page
    assert "next on " in page


def test_calendar_of_a_search_holds_what_the_finder_shows(client, online):
    response = client.get("/meetings/calendar.ics", {"how": "online"})

    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert [str(each["summary"]) for each in events] == ["Sunrise"]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"


def test_calendar_leads_to_the_site_of_the_settings(client, hope, settings):
    settings.SITE_URL = "https://ha.example.org"

    response = client.get("/meetings/friday-hope.ics")

    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert str(event["url"]) == "https://ha.example.org/meetings/friday-hope/"


def test_groups_are_told_how_to_contribute(client, directory):
    page = text(client.get("/contribute/"))

    assert "PO Box 1<br>Springfield, IL 62701" in page
    assert "voluntary" in page
    assert "group’s name and number" in page

"""Who may read a feed, how long it is kept, and what it costs."""

import gzip
import json
from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intergroup.registry.feeds.guide import rows
from intergroup.registry.feeds.profiles import GUIDE
from intergroup.registry.models import Directory, Meeting, SharingKey
from intergroup.registry.publishing import published
from intergroup.registry.publishing.published import MOST_PAGES, _latest
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    GroupContactFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    UserFactory,
)

NAMES = ["feed-guide", "feed-tsml", "feed-csv"]


def get(client, name="feed-guide", **given):
    return client.get(reverse(f"registry:{name}"), **given)


@pytest.fixture
def directory(db):
    """A public directory with one meeting."""
    BodyFactory()
    MeetingFactory(location=LocationFactory(), time="19:30")
    return DirectoryFactory()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_public_is_nowhere(db, client, name):
    MeetingFactory()

    assert get(client, name).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_the_office_looks_at_a_feed_before_it_is_public(db, as_sam, name):
    MeetingFactory()

    response = get(as_sam, name)

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_who_may_not_see_the_directory_sees_no_feed_of_it(db, client):
    client.force_login(UserFactory())

    assert get(client).status_code == 404


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("feed-guide", "application/json"),
        ("feed-tsml", "application/json"),
        ("feed-csv", "text/csv; charset=utf-8"),
    ],
)
def test_an_open_feed_is_for_every_site_and_sets_no_cookie(
    directory, client, name, kind
):
    response = get(client, name)

    assert response.status_code == 200
    assert response["Content-Type"] == kind
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=300"
    assert (response.cookies, "Cookie" in response["Vary"]) == ({}, False)


def test_a_feed_leads_to_our_own_page_of_each_meeting(directory, client):
    (row,) = get(client).json()

    slug = Meeting.objects.get().slug
    assert row["url"] == f"http://testserver/meetings/{slug}/"


def test_a_feed_is_given_compressed_to_those_who_ask(directory, client):
    plain = get(client).content

    small = get(client, headers={"accept-encoding": "br, gzip"})
    refused = get(client, headers={"accept-encoding": "gzip;q=0, br"})

    assert small["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain == refused.content


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_feed_is_only_read(directory, client, method):
    response = getattr(client, method)(reverse("registry:feed-guide"))

    assert response.status_code == 405


def test_a_restricted_feed_asks_for_a_key_that_has_not_ended(directory, client):
    Directory.objects.update(is_feed_restricted=True)
    SharingKey.objects.create(name="A site", key="good", made_on=date(2026, 1, 1))
    SharingKey.objects.create(
        name="Gone", key="old", made_on=date(2026, 1, 1), ended_on=date(2026, 1, 2)
    )

    keys = ("", "old", "wrong", "good\0", "good")
    answers = [get(client, data={"key": key}) for key in keys]

    assert [each.status_code for each in answers] == [403, 403, 403, 403, 200]
    assert "put ?key=… with yours" in answers[0].content.decode()
    assert "Access-Control-Allow-Origin" not in answers[-1]
    assert answers[-1]["Cache-Control"] == "private, max-age=300"


def test_nothing_is_sent_again_where_nothing_changed(directory, client):
    etag = get(client)["ETag"]

    with CaptureQueriesContext(
        connection,
    ) as asked:
        again = get(client, headers={"if-none-match": etag})

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == etag
    assert [_table(each["sql"]) for each in asked] == [
        "registry_body",
        "registry_revision",
    ]


def test_a_change_of_the_register_is_sent_at_once(directory, client):
    etag = get(client)["ETag"]
    Meeting.objects.update(name="Saturday Hope")

    response = get(client, headers={"if-none-match": etag})

    assert response.status_code == 200
    assert response.json()[0]["name"] == "Saturday Hope"


def test_two_feeds_are_never_taken_for_one(directory, client):
    etags = {get(client, name)["ETag"] for name in NAMES}

    assert len(etags) == 3


def test_a_feed_is_made_with_one_query_for_each_table(directory):
    Directory.objects.update(has_contacts=True)
    for _nth in range(3):
        group = GroupFactory()
        GroupContactFactory(group=group, is_listed=True)
        MeetingFactory(group=group, location=LocationFactory())
    _latest.clear()

    with CaptureQueriesContext(connection) as asked:
        page = "https://ha.example.org/meetings/SLUG/"
        rows(published(date(2026, 2, 1)), GUIDE, meeting_page=page)

    tables = Counter(_table(each["sql"]) for each in asked)
    assert {table: times for table, times in tables.items() if times > 1} == {}
    assert len(tables) == 12  # the guard’s people and decisions among them


def test_ten_times_the_meetings_take_not_one_query_more(directory, client):
    MeetingFactory.create_batch(10)
    with CaptureQueriesContext(connection) as few:
        get(client)
    MeetingFactory.create_batch(100)

    with CaptureQueriesContext(connection) as many:
        get(client)

    assert len(many) == len(few)


def test_a_feed_is_one_list_of_json(directory, client):
    body = get(client).content

    assert [row["name"] for row in json.loads(body)] == ["Friday Hope"]


def _table(sql):
    return sql.split(' FROM "')[1].split('"')[0]


def test_who_asks_by_ever_new_hosts_fills_no_memory(directory, client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    addresses = [reverse("registry:feed-tsml"), reverse("registry:calendar")]

    for port in range(1, 21):
        for address in addresses:
            page = client.get(address, headers={"host": f"testserver:{port}"})
            assert f"http://testserver:{port}/meetings/".encode() in page.content

    found = published()
    assert len(found._made_for) == MOST_PAGES
    assert not [key for key in found._made if "testserver" in str(key)]

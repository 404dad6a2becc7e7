"""The page of the directory, and the keys to its feeds."""

from django.urls import reverse
from django.utils import timezone

from intergroup.registry.models import Directory, SharingKey
from tests.factories import BodyFactory, DirectoryFactory, MeetingFactory

ADD = reverse("admin:registry_sharingkey_add")


def page_of(key):
    return reverse("admin:registry_sharingkey_change", args=[key.pk])


def test_the_directory_is_one_page_that_says_what_is_public(db, as_sam):
    DirectoryFactory()

    page = as_sam.get(reverse("admin:registry_directory_changelist"), follow=True)

    told = page.content.decode()
    assert "Nothing is public until you say so." in told
    assert "The finder, its feeds and its calendar, for everybody." in told


def test_every_setting_of_the_directory_is_on_its_page(as_sam):
    directory = DirectoryFactory()

    page = as_sam.get(reverse("admin:registry_directory_change", args=[directory.pk]))

    names = {each.name for each in Directory._meta.fields} - {"id"}
    assert names == {*page.context["adminform"].form.fields}


def test_a_key_is_made_by_itself_and_its_address_told(as_sam):
    said = as_sam.post(ADD, {"name": "A site"}, follow=True)

    key = SharingKey.objects.get()
    assert (len(key.key), key.made_on, key.ended_on) == (32, timezone.localdate(), None)
    address = f"http://testserver/feeds/meeting-guide.json?key={key.key}"
    assert f"This is the address for A site: {address}" in said.content.decode()


def test_two_keys_are_never_the_same(as_sam):
    for name in ("One", "Two"):
        as_sam.post(ADD, {"name": name})

    assert SharingKey.objects.values("key").distinct().count() == 2


def test_the_page_of_a_key_shows_whole_addresses_to_copy(as_sam):
    as_sam.post(ADD, {"name": "A site"})
    key = SharingKey.objects.get()

    told = as_sam.get(page_of(key)).content.decode()

    for file in ("meeting-guide.json", "tsml.json", "tsml.csv"):
        assert f"http://testserver/feeds/{file}?key={key.key}" in told


def test_a_key_opens_the_feeds_until_it_is_ended(as_sam, client):
    BodyFactory()
    DirectoryFactory(is_feed_restricted=True)
    MeetingFactory()
    as_sam.post(ADD, {"name": "A site"})
    key = SharingKey.objects.get()
    feed = reverse("registry:feed-guide")

    before = client.get(feed, {"key": key.key}).status_code
    as_sam.post(page_of(key), {"name": "A site", "ended_on": "2026-01-02"})
    after = client.get(feed, {"key": key.key}).status_code

    assert (before, after) == (200, 403)


def test_who_may_not_make_keys_makes_none(client, cal):
    client.force_login(cal)

    assert client.post(ADD, {"name": "A site"}).status_code == 403
    assert not SharingKey.objects.exists()

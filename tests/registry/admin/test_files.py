"""Meeting lists in and out through the screens."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from intergroup.registry.models import FeedSource, Meeting
from tests.factories import GroupFactory, PersonFactory, RepresentativeFactory
from tests.registry.feeds.loader import counts, load, row

IMPORT = "/admin/registry/meeting/import/"
FEED = b'[{"name": "Friday Hope", "day": "Friday", "time": "7:30 PM", "group": "Hope"}]'


PROCESS = "/admin/registry/meeting/process_import/"


def upload(client, data, name="feed.json", **words):
    file = SimpleUploadedFile(name, data)
    sent = {"import_file": file, "format": "0", "resource": ""}
    return client.post(IMPORT, {**sent, **words})


def test_a_list_is_shown_before_it_is_written(as_sam):
    page = upload(as_sam, FEED)

    assert page.context["result"].outcome.created == 1
    assert "Friday Hope" in page.content.decode()
    assert not Meeting.objects.exists()


def test_a_list_is_written_when_it_is_confirmed(as_sam):
    page = upload(as_sam, FEED)

    confirm = page.context["confirm_form"].initial
    done = as_sam.post("/admin/registry/meeting/process_import/", confirm, follow=True)

    assert Meeting.objects.get().group.name == "Hope"
    told = [str(each) for each in done.context["messages"]]
    assert told == ["Imported: 1 new, 0 changed, 0 unchanged."]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'[{"name": "Hope", "day": 9}]', "“9” is not a day of the week."),
        (b"[{", "This is not JSON: look at line 1, column 3."),
        (b"<html>", "This is a web page, not a list of meetings."),
    ],
)
def test_a_list_that_is_wrong_says_so_and_cannot_be_confirmed(as_sam, data, sentence):
    page = upload(as_sam, data)

    assert sentence in page.content.decode()
    assert "confirm_form" not in page.context


def test_a_list_of_others_is_told_from_its_last_file(as_sam):
    first = upload(as_sam, FEED, new_source="City list")
    as_sam.post(PROCESS, first.context["confirm_form"].initial)
    Meeting.objects.update(notes="Ring")

    other = b'[{"name": "Other", "slug": "other"}]'
    source = FeedSource.objects.get()
    page = upload(as_sam, other, source=source.pk)
    confirm = {**page.context["confirm_form"].initial, "drop_gone": "on"}
    as_sam.post(PROCESS, confirm)

    assert "Gone from the list: Friday Hope (friday-hope)" in page.content.decode()
    assert 'name="drop_gone"' in page.content.decode()
    gone = Meeting.objects.get(slug="friday-hope")
    assert (gone.notes, gone.unlisted_on is None) == ("Ring", False)


def test_a_list_is_one_of_those_known_or_a_new_one(as_sam):
    source = FeedSource.objects.create(name="City list")

    page = upload(as_sam, FEED, source=source.pk, new_source="Another")

    assert "Choose a list or name a new one, not both." in page.content.decode()


def test_a_treasurer_cannot_import_meetings(as_tess):
    assert as_tess.get(IMPORT).status_code == 403


def exported(client, name):
    url = reverse(f"admin:registry_{name}_export")
    return client.post(url, {"format": "0", "resource": ""}).content


def test_what_is_exported_is_imported_again_without_a_change(as_sam):
    notes = {"notes": "One\nTwo, “three”", "group_notes": "=Tea", "venmo": "@Hope"}
    place = {"location": "Hall", "formatted_address": "1 A St, B, C, D", "region": "N"}
    link = {"conference_url": "https://zoom.us/j/1", "conference_phone": "+1 555"}
    load(
        row(slug="a", group="Hope", types=["O", "D", "Odd"], **notes, **place, **link),
        row(slug="b", group="Hope", website="a.org", district=5, **place),
        row(slug="c", updated="2026-01-31 10:00:00", email="a@a.org", venmo="-x"),
        row(slug="d", time=None, day=None, latitude=44.5, longitude=-1.5, city="B"),
    )

    outcome = load(data=exported(as_sam, "meeting"), name="meetings.csv")

    assert counts(outcome) == (0, 0, 4, 0)


def test_the_export_has_the_columns_of_tsml_and_nobodys_name(as_sam):
    load(row(group="Hope", types=["O", "D"], day="Friday"))

    (line,) = csv.DictReader(io.StringIO(exported(as_sam, "meeting").decode()))

    assert (line["Day"], line["Time"]) == ("Friday", "19:30")
    assert line["Types"] == "Discussion/Participation, Open"
    assert [name for name in line if "Contact 1" in name] == []


def test_groups_are_exported_without_the_people_of_them(as_tess):
    group = GroupFactory(number=41, name="Hope")
    RepresentativeFactory(group=group, person=PersonFactory(first_name="Bartholomew"))

    sheet = exported(as_tess, "group").decode()

    assert "41,Hope" in sheet
    assert "Bartholomew" not in sheet

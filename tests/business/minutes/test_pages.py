"""The pages of minutes, as writers and readers find them."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from intergroup.business.actions.minutes import write_part
from intergroup.business.models import Minutes, MinutesPart, QuorumCount, Sending
from intergroup.business.printing import packet_html
from intergroup.registry.models import Body
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
)


def address(name, row):
    return reverse(f"business:{name}", args=[row.pk])


@pytest.fixture
def circulated(minutes):
    Minutes.objects.update(state="circulated", circulated_on=date(2026, 2, 12))
    return Minutes.objects.get()


def test_a_writer_begins_them_on_their_page(as_sam, meeting):
    page = as_sam.get(address("minutes", meeting)).content.decode()

    as_sam.post(address("minutes-begin", meeting))

    assert "Begin the minutes" in page
    assert Minutes.objects.get().meeting == meeting


def test_a_writer_has_the_records_beside_the_prose(as_sam, minutes):
    html = as_sam.get(address("minutes", minutes.meeting)).content.decode()

    assert html.count("<textarea") == 3  # one for each part
    assert "What was said" in html
    assert "drafts.js" in html


def test_a_draft_is_for_those_who_write_it(client, gail, minutes):
    client.force_login(gail)
    write_part(minutes.parts.first(), "A secret word.", read=0)

    page = client.get(address("minutes", minutes.meeting))
    paper = client.get(address("minutes-pdf", minutes.meeting))
    archive = client.get(reverse("business:minutes-archive"), {"word": "secret"})

    assert "are being written" in page.content.decode()
    assert "A secret word." not in page.content.decode()
    assert paper.status_code == 404
    assert "No minutes fit this" in archive.content.decode()


def test_a_representative_reads_what_was_sent_round(client, gail, circulated):
    MinutesPart.objects.filter(title="Opening").update(prose="With a prayer.")
    client.force_login(gail)

    html = client.get(address("minutes", circulated.meeting)).content.decode()

    assert "With a prayer." in html
    assert "<textarea" not in html


def test_a_script_saves_a_part_and_is_told_when_another_wrote(as_sam, parts):
    one = {"draft": 1, "read": 0, "prose": "One."}

    first = as_sam.post(address("minutes-part", parts[0]), one)
    second = as_sam.post(address("minutes-part", parts[0]), {**one, "prose": "Two."})

    assert first.json()["read"] == 1
    assert (second.status_code, second.json()["theirs"]) == (409, "One.")


def test_without_a_script_both_texts_are_shown(as_sam, parts):
    write_part(parts[0], "One.", read=0)

    page = as_sam.post(address("minutes-part", parts[0]), {"read": 0, "prose": "Two."})

    html = page.content.decode()
    assert page.status_code == 409
    assert '<p class="as-typed">One.</p>' in html
    assert "\nTwo.</textarea>" in html


def test_parts_are_arranged_on_the_page(as_sam, minutes, parts):
    as_sam.post(address("minutes-add-part", minutes.meeting), {"title": "Funds"})
    as_sam.post(address("minutes-arrange", parts[2]), {"do": "up"})
    as_sam.post(address("minutes-arrange", parts[0]), {"do": "remove"})

    assert [each.title for each in minutes.parts.all()] == [
        "New business",
        "Treasurer",
        "Funds",
    ]


def test_they_are_sent_round_from_the_page_once(as_sam, minutes, mailoutbox):
    group = GroupFactory(number=7, name="Hope")
    person = PersonFactory(email="gil@example.org")
    RepresentativeFactory(group=group, person=person, began_on=date(2026, 1, 1))
    html = as_sam.get(address("minutes", minutes.meeting)).content.decode()
    word = html.split('name="_once" value="')[1].split('"')[0]

    for _time in range(2):
        as_sam.post(address("minutes-round", minutes.meeting), {"_once": word})

    assert [each.bcc for each in mailoutbox].count(["gil@example.org"]) == 1
    assert Sending.objects.get().kind == "minutes"


def test_a_correction_is_written_down_and_answered(as_sam, circulated):
    said = {"asked_by": "Group 7", "text": "It was nine."}
    as_sam.post(address("minutes-correct", circulated.meeting), said)
    row = circulated.corrections.get()

    page = as_sam.get(address("minutes", circulated.meeting)).content.decode()
    as_sam.post(address("minutes-settle", row), {"outcome": "taken"})

    assert "It was nine." in page
    assert "<textarea" in page
    assert Minutes.objects.get().state == "corrected"


def test_a_correction_without_words_comes_back_with_what_was_typed(as_sam, circulated):
    page = as_sam.post(
        address("minutes-correct", circulated.meeting), {"asked_by": "Group 7"}
    )

    html = page.content.decode()
    assert "This field is required." in html
    assert 'value="Group 7"' in html


def test_they_are_approved_on_the_page_and_locked(as_sam, circulated, later):
    as_sam.post(address("minutes-approve", circulated.meeting), {"at": later.pk})

    html = as_sam.get(address("minutes", circulated.meeting)).content.decode()
    paper = as_sam.get(address("minutes-pdf", circulated.meeting))
    kept = Minutes.objects.get()
    assert "approved as read, without a count" in html
    assert "<textarea" not in html.split("A later decision amends them")[0]
    assert "read otherwise today" not in html
    assert paper.content == bytes(kept.content)


def test_approved_minutes_are_amended_on_the_page(as_sam, approved, later):
    said = {"at": later.pk, "text": "The rent was $45."}
    as_sam.post(address("minutes-amend", approved.meeting), said)

    html = as_sam.get(address("minutes", approved.meeting)).content.decode()
    now = as_sam.get(address("minutes-pdf", approved.meeting)).content
    kept = as_sam.get(address("minutes-pdf", approved.meeting), {"as": "approved"})
    assert "Amended by a later decision" in html
    assert now != bytes(approved.content)
    assert kept.content == bytes(approved.content)


ASKED = {
    "": True,
    "year=2026": True,
    "year=2025": False,
    "committee=treasurer": True,
    "committee=picnic": False,
    "word=quorum": True,
    "word=xyzzy": False,
}


def test_the_archive_finds_a_year_a_heading_and_a_word(client, gail, approved):
    client.force_login(gail)
    archive = reverse("business:minutes-archive")
    shown = f'href="{address("minutes", approved.meeting)}"'

    found = {
        query: shown in client.get(f"{archive}?{query}").content.decode()
        for query in ASKED
    }

    assert found == ASKED


def test_the_next_packet_has_them_once_they_went_round(as_sam, circulated, later):
    MinutesPart.objects.filter(title="Opening").update(prose="With a prayer.")

    html = as_sam.get(reverse("business:packet", args=[later.pk])).content.decode()

    assert '<section class="card" id="minutes">' in html
    assert "With a prayer." in html


def test_a_quorum_was_counted_at_the_time_of_the_body(as_sam, minutes):
    told = "There is a quorum: 2 of 3."
    at = datetime(2026, 2, 8, 20, 20, tzinfo=UTC)
    QuorumCount.objects.create(
        meeting=minutes.meeting,
        counted_at=at,
        groups_here=2,
        roll_size=3,
        has_quorum=True,
        in_words=told,
    )
    Body.objects.update(time_zone="America/Chicago")

    html = as_sam.get(address("minutes", minutes.meeting)).content.decode()

    assert f"2:20 p.m.: {told}" in html


def test_a_packet_made_apart_from_a_page_tells_the_time_of_the_body_too(circulated):
    Body.objects.update(time_zone="America/Chicago")
    QuorumCount.objects.create(
        meeting=circulated.meeting,
        counted_at=datetime(2026, 2, 8, 20, 20, tzinfo=UTC),
        groups_here=3,
        roll_size=4,
        has_quorum=True,
        in_words="There is a quorum.",
    )
    next_one = BusinessMeetingFactory(held_on=date(2026, 3, 8))

    html = packet_html(next_one)

    assert "2:20 p.m.: There is a quorum." in html

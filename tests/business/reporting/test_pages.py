"""The pages of reports: behind a link, one’s own, and the office’s."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intergroup.business.models import MeetingReport
from tests.factories import GroupFactory, RepresentativeFactory


@pytest.fixture
def row(ask, hope):
    """The report of Hope, which was asked for; ``row.link`` is where it is written."""
    _told, tokens = ask()
    row = MeetingReport.objects.get(group=hope)
    row.link = reverse("business:report", args=[tokens["7 Hope"]])
    return row


def read_of(page):
    return page.context["form"].read


def saved(row):
    row.refresh_from_db()
    return row.state, row.report


def test_opening_the_link_writes_nothing_and_shows_the_listing(client, row):
    page = client.get(row.link)

    html = page.content.decode()
    assert "<strong>7 Hope</strong>" in html
    assert "What has changed" in html
    assert "Contributed since the last meeting" in html
    assert saved(row) == ("asked", "")
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page["Cache-Control"]
    assert "Gil " not in html  # a word of a form may hold “Gil”


def test_a_script_saves_and_says_when(client, row):
    read = read_of(client.get(row.link))

    answer = client.post(row.link, {"draft": 1, "read": read, "report": "We are"})

    assert answer.json()["told"].startswith("Saved at ")
    assert answer.json()["read"] != read
    assert saved(row) == ("draft", "We are")


def test_two_tabs_lose_no_words(client, row):
    read = read_of(client.get(row.link))
    client.post(row.link, {"draft": 1, "read": read, "report": "First tab."})

    answer = client.post(row.link, {"draft": 1, "read": read, "report": "Second."})
    page = client.post(row.link, {"save": 1, "read": read, "report": "Second."})

    html = page.content.decode()
    assert (answer.status_code, page.status_code) == (409, 409)
    assert "Report: First tab." in answer.json()["theirs"]
    assert "First tab." in html
    assert ">\nSecond.</textarea>" in html
    assert saved(row) == ("draft", "First tab.")


def test_the_next_press_decides_between_two_tabs(client, row):
    read = read_of(client.get(row.link))
    client.post(row.link, {"draft": 1, "read": read, "report": "First tab."})
    page = client.post(row.link, {"save": 1, "read": read, "report": "Both."})

    client.post(row.link, {"save": 1, "read": read_of(page), "report": "Both."})

    assert saved(row) == ("draft", "Both.")


def test_what_can_be_read_is_kept_while_a_box_is_wrong(client, row):
    said = {"save": 1, "report": "Well.", "attendance": "about ten"}

    page = client.post(row.link, {**said, "read": read_of(client.get(row.link))})

    html = page.content.decode()
    assert "Not yet: “People at a meeting, on average”" in html
    assert 'value="about ten"' in html
    assert saved(row) == ("draft", "Well.")


def test_what_may_be_a_persons_is_asked_about_once_and_not_blocked(client, row):
    said = {"send": 1, "report": "Call Jane Doe at 212-555-0123.", "listing": ""}
    said["read"] = read_of(client.get(row.link))

    page = client.post(row.link, said)
    again = client.post(row.link, {**said, "looked": 1})

    assert "Please look once more." in page.content.decode()
    assert "212-555-0123" in page.content.decode()
    assert again.status_code == 302
    assert saved(row)[0] == "sent"


def test_once_sent_the_link_only_shows_what_was_sent(client, row):
    said = {"send": 1, "report": "Well.", "read": read_of(client.get(row.link))}
    client.post(row.link, said)

    page = client.post(row.link, {**said, "report": "Worse."})

    html = page.content.decode()
    assert "stays as it was given" in html
    assert "<textarea" not in html
    assert saved(row) == ("sent", "Well.")


def test_every_wrong_link_is_answered_alike(client, row, meeting):
    forged = client.get(reverse("business:report", args=["forged"]))
    meeting.held_on -= timedelta(days=2)
    meeting.save()
    MeetingReport.objects.update(asked_on=None, expires_on=meeting.held_on)

    ended = client.get(row.link)
    posted = client.post(row.link, {"send": 1, "report": "Late."})

    assert {each.status_code for each in (forged, ended, posted)} == {404}
    assert forged.content == ended.content == posted.content
    assert saved(row) == ("asked", "")


def test_whoever_guesses_links_is_stopped(client, db):
    for n in range(30):
        client.get(reverse("business:report", args=[f"guess-{n}"]))

    assert client.get(reverse("business:report", args=["more"])).status_code == 429


def test_a_report_stands_in_the_packet(client, row, gail, meeting):
    said = {"send": 1, "report": "All is well.", "contributed": "25"}
    client.post(row.link, {**said, "read": read_of(client.get(row.link))})
    client.force_login(gail)

    html = client.get(reverse("business:packet", args=[meeting.pk])).content.decode()

    assert "All is well." in html
    assert "$25.00" in html
    assert "is what its representative says" in html


def test_a_representative_writes_for_the_own_group_and_for_no_other(
    client, gail, meeting, hope, today
):
    own = GroupFactory(number=9, name="Own")
    RepresentativeFactory(group=own, person=gail.person, began_on=today)
    client.force_login(gail)
    address = reverse("business:my-report")

    page = client.get(address)
    others = client.get(address, {"for": "group:7"})
    sent = client.post(f"{address}?for=group:7", {"save": 1, "report": "Ha."})

    assert "<strong>9 Own</strong>" in page.content.decode()
    assert (others.status_code, sent.status_code) == (404, 404)
    assert not MeetingReport.objects.exists()


def test_an_officer_writes_for_the_own_position_and_for_no_other(
    client, sam, meeting, treasurer
):
    client.force_login(sam)
    address = reverse("business:my-report")

    read = read_of(client.get(address))
    client.post(address, {"send": 1, "read": read, "report": "Minutes went out."})

    assert client.get(address, {"for": "office:Treasurer"}).status_code == 404
    assert MeetingReport.objects.get().report == "Minutes went out."


def test_the_office_sees_who_has_reported_and_who_not_yet(
    as_sam, row, meeting, treasurer
):
    MeetingReport.objects.update(state="sent", sent_at="2026-06-01T12:00Z")

    html = as_sam.get(
        reverse("business:meeting-reports", args=[meeting.pk])
    ).content.decode()

    given, not_yet = html.split('id="not-yet"')
    assert "7 Hope" in given
    assert "Treasurer" in not_yet
    assert "Enter it" in not_yet


def test_the_office_asks_in_one_step_once(as_sam, meeting, hope, mailoutbox):
    address = reverse("business:meeting-reports-ask", args=[meeting.pk])
    page = as_sam.get(reverse("business:meeting-reports", args=[meeting.pk]))
    word = page.content.decode().split('name="_once" value="')[1].split('"')[0]

    as_sam.post(address, {"_once": word})
    again = as_sam.post(address, {"_once": word}, follow=True)

    to = [each.bcc for each in mailoutbox]
    assert to.count(["gil@example.org"]) == 1
    assert "recorded already" in again.content.decode()


def test_the_office_enters_a_report_that_came_on_paper(as_sam, meeting, hope):
    address = reverse("business:meeting-report", args=[meeting.pk])

    as_sam.post(f"{address}?for=group:7", {"state": "sent", "report": "On paper."})

    row = MeetingReport.objects.get()
    assert (row.state, row.report) == ("sent", "On paper.")
    assert "On paper." in as_sam.get(f"{address}?for=group:7").content.decode()


def test_the_meeting_accepts_a_report(as_sam, row, meeting):
    MeetingReport.objects.update(state="spoken")

    as_sam.post(
        reverse("business:meeting-reports-accept", args=[meeting.pk]),
        {"report": row.pk},
    )

    row.refresh_from_db()
    assert row.is_accepted


def test_a_group_that_is_unknown_has_no_report(as_sam, meeting):
    address = reverse("business:meeting-report", args=[meeting.pk])

    found = [
        as_sam.get(address, {"for": key}).status_code
        for key in ("group:77", "group:x", "office:King", "nothing")
    ]

    assert found == [404, 404, 404, 404]
    assert not MeetingReport.objects.exists()

"""The packet on screen and as a file, for those who may read it and nobody else."""

import pytest
from django.urls import reverse

from intergroup.kit import reports
from tests.factories import BusinessMeetingFactory, PositionFactory, UserFactory


@pytest.fixture
def meeting(db):
    PositionFactory(name="Chair")
    return BusinessMeetingFactory(place="Unity Hall")


def page(meeting, name="packet"):
    return reverse(f"business:{name}", args=[meeting.pk])


def test_a_representative_reads_the_packet_on_screen(client, gail, meeting):
    client.force_login(gail)

    html = client.get(page(meeting)).content.decode()

    assert "Business meeting, Feb. 8, 2026" in html
    assert "PROVISIONAL" in html
    assert '<section class="card" id="trusted-servants">' in html


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({}, "packet-2026-02-08.pdf"),
        ({"print": "large"}, "packet-2026-02-08-large.pdf"),
    ],
)
def test_a_representative_takes_the_packet_home(client, gail, meeting, query, name):
    client.force_login(gail)

    answer = client.get(page(meeting, "packet-pdf"), query)

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{name}"'
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["packet", "packet-pdf"])
def test_a_stranger_is_asked_to_sign_in(client, meeting, name):
    assert client.get(page(meeting, name)).status_code == 302


@pytest.mark.parametrize("name", ["packet", "packet-pdf"])
def test_a_user_without_the_right_is_refused(client, meeting, name):
    client.force_login(UserFactory())

    assert client.get(page(meeting, name)).status_code == 403


def test_a_packet_of_no_meeting_is_not_found(as_sam):
    assert as_sam.get(reverse("business:packet", args=[1])).status_code == 404


@pytest.mark.parametrize("name", ["packet", "packet-pdf"])
def test_a_packet_that_does_not_foot_is_not_shown(as_sam, meeting, monkeypatch, name):
    def broken(_meeting, told=None):
        raise reports.DoesNotFootError("10.00 is not 9.00.")

    monkeypatch.setattr("intergroup.kit.packet.render", broken)

    answer = as_sam.get(page(meeting, name))

    assert answer.status_code == 500
    assert "10.00 is not 9.00." in answer.content.decode()


@pytest.mark.parametrize("name", ["packet", "packet-pdf"])
def test_a_packet_is_not_kept_by_the_browser_or_on_the_way(as_sam, meeting, name):
    kept = as_sam.get(page(meeting, name)).headers["Cache-Control"]

    assert "no-store" in kept
    assert "private" in kept


@pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
@pytest.mark.parametrize("name", ["packet", "packet-pdf"])
def test_a_packet_is_only_read(as_sam, meeting, name, method):
    assert getattr(as_sam, method)(page(meeting, name)).status_code == 405

"""A packet is presented once, kept as it was, and final for good."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from intergroup.business.actions.presenting import (
    ask_for_packet,
    give_up,
    is_silent,
    keep_packet,
    note_progress,
)
from intergroup.business.models import PacketMaking, PresentedPacket
from intergroup.business.views.packets import making as makings
from tests.factories import BodyFactory, BusinessMeetingFactory, MotionFactory

NOON = datetime(2026, 2, 8, 12, tzinfo=UTC)
FEBRUARY_8 = date(2026, 2, 8)
HELLO = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969"


@pytest.fixture
def meeting(db):
    BodyFactory()
    return BusinessMeetingFactory()


def asked(meeting, at=NOON, **wanted):
    return ask_for_packet(PacketMaking(meeting=meeting, **wanted), at=at)


def kept(making, content=b"Hello", at=NOON):
    return keep_packet(making, content=content, pages=3, on=FEBRUARY_8, at=at)


def test_what_is_presented_is_kept_with_its_fingerprint(meeting):
    making = asked(meeting)

    packet = kept(making)

    assert bytes(packet.content) == b"Hello"
    assert (packet.sha256, packet.page_count) == (HELLO, 3)
    assert (making.state, making.packet) == ("done", packet)


def test_the_same_bytes_are_kept_once(meeting):
    first = kept(asked(meeting))

    again = kept(asked(meeting))

    assert again == first
    assert PresentedPacket.objects.count() == 1


def test_a_final_packet_makes_the_meeting_final_on_that_day(meeting):
    kept(asked(meeting, is_final=True))

    meeting.refresh_from_db()
    assert meeting.final_on == FEBRUARY_8


def test_after_the_final_packet_there_is_no_provisional_one(meeting):
    kept(asked(meeting, is_final=True))

    with pytest.raises(ValidationError, match="is final: present it as final"):
        asked(meeting)


def test_a_packet_that_became_final_meanwhile_is_not_followed_by_a_draft(meeting):
    slow = asked(meeting)
    kept(asked(meeting, is_final=True))

    with pytest.raises(ValidationError, match="has become final while"):
        kept(slow, b"late")
    assert [bytes(each.content) for each in meeting.packets.all()] == [b"Hello"]


def test_two_who_ask_at_once_wait_for_one_packet(meeting):
    first = asked(meeting)

    second = asked(meeting, at=NOON + timedelta(seconds=5))

    assert second == first


def test_large_print_is_another_packet(meeting):
    assert asked(meeting) != asked(meeting, is_large=True)


def test_work_that_nobody_hears_of_has_stopped_and_may_begin_again(meeting):
    making = asked(meeting)
    note_progress(making, done=2, of=13, doing="Motions", at=NOON)
    later = NOON + timedelta(minutes=3)

    again = asked(meeting, at=later)

    assert not is_silent(making, at=later - timedelta(seconds=1))
    assert is_silent(making, at=later)
    assert again != making


def test_work_that_is_over_is_never_silent(meeting):
    making = asked(meeting)
    give_up(making, problem="10.00 is not 9.00.", at=NOON)

    assert not is_silent(making, at=NOON + timedelta(days=1))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE business_presentedpacket SET sha256 = 'x'",
        "UPDATE business_presentedpacket SET is_final = NOT is_final",
        "DELETE FROM business_presentedpacket",
    ],
)
def test_the_database_keeps_what_was_presented(meeting, sql):
    kept(asked(meeting))

    with (
        pytest.raises(DatabaseError, match="stays as it was"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_what_is_decided_later_changes_no_packet_that_was_presented(
    as_sam, meeting, django_capture_on_commit_callbacks
):
    MotionFactory(meeting=meeting, number="02-26-01")
    as_sam.post(reverse("business:packet-present", args=[meeting.pk]))
    packet = meeting.packets.get()
    before = as_sam.get(reverse("business:packet-kept", args=[packet.pk])).content
    meeting.motions.update(result="carried", decided_at=meeting)

    after = as_sam.get(reverse("business:packet-kept", args=[packet.pk])).content

    assert before == after
    assert before.startswith(b"%PDF")


def test_the_page_of_a_packet_that_is_made_looks_again_and_then_stops(as_sam, meeting):
    making = PacketMaking.objects.create(
        meeting=meeting, asked_at=NOON, heard_at=datetime.now(UTC)
    )
    note_progress(making, done=2, of=13, doing="Motions", at=datetime.now(UTC))
    page = reverse("business:packet-made", args=[making.pk])

    going = as_sam.get(page)
    give_up(making, problem="10.00 is not 9.00.", at=datetime.now(UTC))
    over = as_sam.get(page)

    assert going["Refresh"] == "2"
    assert "2 of 13 parts are done. Motions …" in going.content.decode()
    assert "Refresh" not in over
    assert "10.00 is not 9.00." in over.content.decode()


def test_a_packet_that_does_not_foot_says_so_and_keeps_nothing(
    as_sam, meeting, monkeypatch
):
    def broken(*_about, **_told):
        raise makings.reports.DoesNotFootError("10.00 is not 9.00.")

    monkeypatch.setattr(makings, "print_packet", broken)

    as_sam.post(
        reverse("business:packet-present", args=[meeting.pk]), {"state": "final"}
    )

    meeting.refresh_from_db()
    assert meeting.makings.get().problem == "10.00 is not 9.00."
    assert (meeting.final_on, meeting.packets.count()) == (None, 0)

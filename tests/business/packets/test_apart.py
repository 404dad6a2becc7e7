"""A packet of many groups, and its mails, are made by processes of their own."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from intergroup.business.actions.presenting import ask_for_packet
from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import write_down
from intergroup.business.models import PacketMaking, PresentedPacket, Sending
from intergroup.business.views.packets import mailing, making
from tests.elsewhere import reach, wait_for
from tests.factories import BodyFactory, BusinessMeetingFactory, GroupFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
FEBRUARY_8 = date(2026, 2, 8)


@pytest.fixture
def meeting():
    BodyFactory()
    for number in range(1, making.AT_ONCE + 2):
        GroupFactory(number=number, email=f"group{number}@example.org", status="active")
    return BusinessMeetingFactory(held_on=FEBRUARY_8)


def test_a_packet_of_many_groups_is_made_apart_and_kept(meeting, tmp_path, monkeypatch):
    asked = ask_for_packet(
        PacketMaking(meeting=meeting, is_final=True), at=timezone.now()
    )
    ask = reach(tmp_path, monkeypatch)

    making.begin(asked)

    state = "SELECT state, parts_done = part_count FROM business_packetmaking"
    wait_for(lambda: ask(state) == [("done", 1)] or ask(state) == [("done", True)])
    kept = "SELECT is_final, length(content) > 1000 FROM business_presentedpacket"
    assert [tuple(map(bool, row)) for row in ask(kept)] == [(True, True)]
    assert ask("SELECT final_on FROM business_businessmeeting") != [(None,)]


def test_many_mails_are_sent_apart_each_once(meeting, tmp_path, monkeypatch):
    packet = PresentedPacket.objects.create(
        meeting=meeting,
        is_final=False,
        made_at=datetime(2026, 2, 7, tzinfo=UTC),
        page_count=1,
        content=b"%PDF-1.7",
        sha256="abc",
    )
    sending = Sending(
        kind="packet",
        meeting=meeting,
        subject="Packet",
        sha256=packet.sha256,
        sent_at=timezone.now(),
    )
    write_down(sending, who_comes(FEBRUARY_8))
    mails = tmp_path / "mails"
    ask = reach(tmp_path, monkeypatch, EMAIL_URL=f"filemail:///{mails}")

    mailing.begin(sending)

    left = "SELECT count(*) FROM business_sendingline WHERE NOT is_sent"
    wait_for(lambda: ask(left) == [(0,)])
    told = "".join(file.read_text() for file in mails.glob("*.log"))
    assert told.count("Subject: Packet") == making.AT_ONCE + 1

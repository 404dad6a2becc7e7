"""A packet of many groups is made by a process of its own."""

from datetime import date

import pytest
from django.utils import timezone

from intergroup.business.actions.presenting import ask_for_packet
from intergroup.business.models import PacketMaking
from intergroup.business.views.packets import making
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

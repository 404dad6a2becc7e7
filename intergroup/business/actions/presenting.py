"""Packets are asked for, made by themselves, and kept as they were presented."""

import hashlib
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting, PacketMaking, PresentedPacket

SILENCE = timedelta(minutes=3)  # after which nobody is at work any more
GOING = (PacketMaking.State.WAITING, PacketMaking.State.WORKING)


@transaction.atomic
def ask_for_packet(making: PacketMaking, *, at: datetime) -> PacketMaking:
    """Write down that a packet is wanted; return the one on its way, if it is the same.

    Raises ValidationError (``is_final``) where a provisional one is wanted of a meeting
    whose packet is final.
    """
    meeting = BusinessMeeting.objects.select_for_update().get(pk=making.meeting_id)
    if meeting.is_final and not making.is_final:
        message = _("The packet of this meeting is final: present it as final again.")
        raise ValidationError(message, code="is_final")
    same = PacketMaking.objects.filter(
        meeting=meeting,
        is_final=making.is_final,
        is_large=making.is_large,
        state__in=GOING,
        heard_at__gt=at - SILENCE,
    )
    if found := same.first():
        return found
    making.asked_at = making.heard_at = at
    making.full_clean()
    making.save()
    return making


def is_silent(making: PacketMaking, *, at: datetime) -> bool:
    """Tell whether work began and was not heard of for a while: it has stopped."""
    return making.state in GOING and making.heard_at <= at - SILENCE


def note_progress(
    making: PacketMaking, *, done: int, of: int, doing: str, at: datetime
) -> None:
    """Write down how far the work is."""
    making.state = PacketMaking.State.WORKING
    making.parts_done, making.part_count = done, of
    making.doing, making.heard_at = doing[:120], at
    making.save(
        update_fields=["state", "parts_done", "part_count", "doing", "heard_at"]
    )


def give_up(making: PacketMaking, *, problem: str, at: datetime) -> None:
    """Write down why the packet could not be made: a sentence for a volunteer."""
    making.state, making.problem = PacketMaking.State.FAILED, problem
    making.heard_at = at
    making.save(update_fields=["state", "problem", "heard_at"])


@transaction.atomic
def keep_packet(
    making: PacketMaking, *, content: bytes, pages: int, on: date, at: datetime
) -> PresentedPacket:
    """Keep what was made, for good; a final one makes its meeting’s packet final.

    The same bytes are kept once. Raises ValidationError (``is_final``) where the
    packet became final while a provisional one was made.
    """
    meeting = BusinessMeeting.objects.select_for_update().get(pk=making.meeting_id)
    if meeting.is_final and not making.is_final:
        message = _("The packet has become final while this one was made.")
        raise ValidationError(message, code="is_final")
    if making.is_final and not meeting.is_final:
        meeting.final_on = on
        meeting.save(update_fields=["final_on"])
    making.packet = _kept(making, content, pages, at)
    making.state, making.heard_at = PacketMaking.State.DONE, at
    making.parts_done = making.part_count
    making.save(update_fields=["packet", "state", "heard_at", "parts_done"])
    return making.packet


def _kept(
    making: PacketMaking, content: bytes, pages: int, at: datetime
) -> PresentedPacket:
    sha256 = hashlib.sha256(content).hexdigest()
    same = PresentedPacket.objects.listed().filter(
        meeting=making.meeting_id, sha256=sha256
    )
    if found := same.first():
        return found
    packet = PresentedPacket(
        meeting_id=making.meeting_id,
        is_final=making.is_final,
        is_large=making.is_large,
        made_at=at,
        made_by=making.asked_by,
        page_count=pages,
        content=content,
        sha256=sha256,
    )
    packet.save()
    return packet

"""A packet is sent to all who should have it; whom it went to is written down."""

from functools import partial

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import each_once, write_down
from intergroup.business.models import PresentedPacket, Sending
from intergroup.business.reports.packet_mail import subject_of
from intergroup.business.views.sendings.mailing import mail_once
from intergroup.kit import office

may_send = permission_required("business.add_sending", raise_exception=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_send
def send_packet(request: HttpRequest, pk: int) -> HttpResponse:
    """Show to whom a packet goes; POST sends it, once."""
    packet = get_object_or_404(
        PresentedPacket.objects.listed().select_related("meeting"), pk=pk
    )
    choose = partial(who_comes, packet.meeting.held_on)
    sending = _sending(request, packet)
    if request.method == "POST":
        back = reverse("business:packet-send", args=[pk])
        return mail_once(request, partial(write_down, sending, choose), back=back)
    recipients = each_once(choose())
    return office.page(
        request,
        "business/office/packet_send.html",
        title=_("Send the packet"),
        crumbs=[(packet.meeting, reverse("business:packet", args=[packet.meeting_id]))],
        packet=packet,
        reached=[each for each in recipients if each.address],
        unreached=[each for each in recipients if not each.address],
        sendings=Sending.objects.like(sending).counted(),
    )


def _sending(request: HttpRequest, packet: PresentedPacket) -> Sending:
    return Sending(
        kind=Sending.Kind.PACKET,
        meeting=packet.meeting,
        subject=subject_of(packet),
        sha256=packet.sha256,
        sent_at=timezone.now(),
        sent_by=request.user,
    )

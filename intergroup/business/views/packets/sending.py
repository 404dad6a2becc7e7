"""A packet is sent to all who should have it; whom it went to is written down."""

from django.contrib.auth.decorators import login_required, permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import (
    NO_ADDRESS,
    each_once,
    is_whole,
    write_down,
)
from intergroup.business.models import PresentedPacket, Sending
from intergroup.business.views.packets import mailing
from intergroup.kit import admin, office, once

SECONDS = 2  # between two looks at how far it is
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
    recipients = each_once(who_comes(packet.meeting.held_on))
    if request.method == "POST":
        if sending := _write_down(request, packet, recipients):
            return redirect("business:sent", sending.pk)
        return redirect("business:packet-send", packet.pk)
    return office.page(
        request,
        "business/office/packet_send.html",
        title=_("Send the packet"),
        crumbs=[_packet_crumb(packet)],
        packet=packet,
        reached=[each for each in recipients if each.address],
        unreached=[each for each in recipients if not each.address],
        before=_sendings(packet),
    )


@require_safe
@never_cache
@login_required
@may_send
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a sending is, and what could not be sent."""
    sending = get_object_or_404(Sending.objects.select_related("meeting"), pk=pk)
    lines = list(sending.lines.all())
    is_going = mailing.is_going(sending)
    response = office.page(
        request,
        "business/office/sent.html",
        title=sending.subject,
        crumbs=[
            (_("Sendings"), reverse("admin:business_sending_changelist")),
        ],
        sending=sending,
        lines=lines,
        mails=[each for each in lines if each.problem != str(NO_ADDRESS)],
        sent_count=sum(each.is_sent for each in lines),
        left=[each for each in lines if not each.is_sent],
        is_going=is_going,
        is_whole=is_whole(sending),
    )
    if is_going:
        response["Refresh"] = str(SECONDS)
    return response


@require_POST
@never_cache
@login_required
@may_send
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Send what is left of a sending that stopped, or failed in part."""
    sending = get_object_or_404(Sending, pk=pk, kind=Sending.Kind.PACKET)
    with admin.rules_shown(request):
        mailing.begin(sending)
    return redirect("business:sent", sending.pk)


def _write_down(
    request: HttpRequest, packet: PresentedPacket, recipients: list
) -> Sending | None:
    sending = Sending(
        kind=Sending.Kind.PACKET,
        meeting=packet.meeting,
        subject=_subject(packet),
        sha256=packet.sha256,
        sent_at=timezone.now(),
        sent_by=request.user,
    )
    with admin.rules_shown(request):
        with transaction.atomic():
            if not once.spend(request):
                once.say_so(request)
                return None
            write_down(sending, recipients)
        mailing.begin(sending)
    return sending if sending.pk else None


def _sendings(packet: PresentedPacket) -> list[Sending]:
    return list(
        Sending.objects.filter(
            kind=Sending.Kind.PACKET, meeting=packet.meeting, sha256=packet.sha256
        )
    )


def _subject(packet: PresentedPacket) -> str:
    day = date_format(packet.meeting.held_on, "DATE_FORMAT")
    if packet.is_final:
        return _("Final packet for the meeting of %s") % day
    return _("Packet for the meeting of %s") % day


def _packet_crumb(packet: PresentedPacket) -> tuple[object, str]:
    return packet.meeting, reverse("business:packet", args=[packet.meeting_id])

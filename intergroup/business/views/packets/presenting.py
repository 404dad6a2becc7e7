"""The packet is presented: asked for, waited for, and kept as it was."""

from django.contrib.auth.decorators import login_required, permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intergroup.business.actions.presenting import ask_for_packet, is_silent
from intergroup.business.models import BusinessMeeting, PacketMaking, PresentedPacket
from intergroup.business.views.packets.making import begin
from intergroup.kit import admin, office, once

SECONDS = 2  # between two looks at how far it is
may_read = permission_required("business.view_businessmeeting", raise_exception=True)
may_present = permission_required("business.add_presentedpacket", raise_exception=True)


@require_POST
@never_cache
@login_required
@may_present
def present(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the packet as it is now, and keep it; pressed twice, it is made once."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    making = None
    with admin.rules_shown(request):
        with transaction.atomic():
            if once.spend(request):
                wanted = PacketMaking(
                    meeting=meeting,
                    is_final=request.POST.get("state") == "final",
                    is_large=request.POST.get("print") == "large",
                    asked_by=request.user,
                )
                making = ask_for_packet(wanted, at=timezone.now())
        if making and making.state == PacketMaking.State.WAITING:
            begin(making)
    making = making or meeting.makings.first()
    if making is None:
        return redirect("business:packet", meeting.pk)
    return redirect("business:packet-made", making.pk)


@require_safe
@never_cache
@login_required
@may_present
def made(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far it is; the page looks again by itself while it is made."""
    making = get_object_or_404(
        PacketMaking.objects.select_related("meeting", "packet").defer(
            "packet__content"
        ),
        pk=pk,
    )
    silent = is_silent(making, at=timezone.now())
    is_going = making.state in {"waiting", "working"} and not silent
    response = office.page(
        request,
        "business/office/packet_made.html",
        title=_("The packet is made"),
        crumbs=[(making.meeting, reverse("business:packet", args=[making.meeting_id]))],
        making=making,
        is_silent=silent,
        is_going=is_going,
    )
    if is_going:
        response["Refresh"] = str(SECONDS)
    return response


@require_safe
@never_cache
@login_required
@may_read
def kept(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a packet as it was presented: the same bytes for good."""
    packet = get_object_or_404(PresentedPacket.objects.select_related("meeting"), pk=pk)
    state = "final" if packet.is_final else "provisional"
    large = "-large" if packet.is_large else ""
    name = f"packet-{packet.meeting.held_on}-{state}{large}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(bytes(packet.content), "application/pdf", headers=headers)

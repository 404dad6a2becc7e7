"""The hand-over packet: one PDF that goes into the binder."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office, pages, pdf
from service.models import Handover
from service.reports.handover_packet import handover_packet
from service.views.handover.page import theirs


@require_safe
@never_cache
@login_required
def packet(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the packet of a hand-over; ``?print=large`` in 18 points."""
    found, _hands = theirs(request, pk)
    large = request.GET.get("print") == "large"
    try:
        content = pdf.from_html(packet_html(found, timezone.localdate(), large=large))
    except pdf.CannotPrintError as error:
        title = _("Hand-over packet")
        told = {"title": title, "shown": {"title": title}, "problem": error}
        return office.page(request, "reports/refused.html", status=500, **told)
    position = slugify(found.from_term.position.name) or found.pk
    name = f"handover-{position}{'-large' if large else ''}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(content, "application/pdf", headers=headers)


def packet_html(handover: Handover, on: date, *, large: bool = False) -> str:
    """Return the packet as it stands on ``on``, as one page of HTML for paper."""
    packet = handover_packet(handover, on)
    context = pages.context(packet=packet, handing=packet.handing, large=large)
    return render_to_string("service/print/handover.html", context)

"""How far a sending is, what could not be sent, and a button to go on."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intergroup.business.actions import at_work
from intergroup.business.models import NO_ADDRESS, Sending
from intergroup.business.views.sendings.mailing import POSTS, begin, site_of
from intergroup.kit import office

SECONDS = 2  # between two looks at how far it is
Kind = Sending.Kind
BEGUN_ON = {
    Kind.NOTICE: "notice",
    Kind.REPORTS: "meeting-reports",
    Kind.PACKET: "packet",
    Kind.MINUTES: "minutes",
    Kind.BALLOT: "motion-ballots",
}
may_send = permission_required("business.add_sending", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_send
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a sending is, and what could not be sent."""
    sending = get_object_or_404(
        Sending.objects.select_related("meeting", "motion"), pk=pk
    )
    lines, is_going = list(sending.lines.all()), at_work.is_going(sending)
    response = office.page(
        request,
        "business/office/sent.html",
        title=sending.subject,
        crumbs=_crumbs(sending),
        sending=sending,
        mails=[each for each in lines if each.problem != str(NO_ADDRESS)],
        gone=[each for each in lines if each.is_sent],
        unreached=[each for each in lines if not each.is_sent],
        is_going=is_going,
        is_whole=not sending.lines.left().exists(),
        trouble="" if is_going else at_work.trouble_of(sending),
        has_file=sending.kind in {Kind.PACKET, Kind.MINUTES},
        later=Sending.objects.like(sending).filter(pk__gt=pk).first(),
        may_go_on=sending.kind in POSTS,
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
    sending = get_object_or_404(Sending, pk=pk)
    begin(sending, site=site_of(request))
    return redirect("business:sent", sending.pk)


def _crumbs(sending: Sending) -> list[tuple[str, str]]:
    """Return the way to it: the list, and the page that such a sending is begun on."""
    way = [(_("Sendings"), reverse("admin:business_sending_changelist"))]
    about = sending.motion or sending.meeting
    if sending.kind in BEGUN_ON and about:
        name = f"business:{BEGUN_ON[sending.kind]}"
        way.append((str(about), reverse(name, args=[about.pk])))
    return way

"""One’s own report to the next meeting: the same form, for who has signed in."""

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.business.actions.reporting import Reporter, report_of
from intergroup.business.actions.reporting.whose import office_of
from intergroup.business.models import BusinessMeeting
from intergroup.business.servants import serving_on
from intergroup.business.views.reporting.writing import write
from intergroup.kit import office
from intergroup.registry.models import Group, Person, Representative


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def my_report(request: HttpRequest) -> HttpResponse:
    """Show one’s own form; let those who report for several choose, by ``?for=``."""
    today = timezone.localdate()
    own = _own(request.user.person, today)
    meeting = BusinessMeeting.objects.ahead(today).first()
    wanted = request.GET.get("for", own[0].key if len(own) == 1 else None)
    if wanted is None or meeting is None:
        return _choose(request, own, meeting)
    reporter = next((each for each in own if each.key == wanted), None)
    if reporter is None:
        raise Http404
    return _write(request, reporter, meeting)


def _write(
    request: HttpRequest, reporter: Reporter, meeting: BusinessMeeting
) -> HttpResponse:
    def show(**values: object) -> HttpResponse:
        return office.page(
            request,
            "business/reporting/mine.html",
            title=_("Report: %s") % reporter,
            meeting=meeting,
            **values,
        )

    def done() -> HttpResponse:
        messages.success(request, _("Sent. Thank you. It stands in the packet."))
        address = reverse("business:my-report")
        return redirect(f"{address}?{urlencode({'for': reporter.key})}")

    return write(request, report_of(meeting, reporter), show=show, done=done)


def _choose(
    request: HttpRequest, own: list[Reporter], meeting: BusinessMeeting | None
) -> HttpResponse:
    return office.page(
        request,
        "business/reporting/my_reports.html",
        title=_("My report"),
        own=[(str(each), urlencode({"for": each.key})) for each in own],
        meeting=meeting,
    )


def _own(person: Person | None, day: date) -> list[Reporter]:
    """Return the positions a person serves in, then the groups they speak for."""
    if person is None:
        return []
    servants = [each for each in serving_on(day) if each.person == person]
    offices = dict.fromkeys(map(office_of, servants))
    speaks = Representative.objects.serving_on(day).filter(
        person=person, group__status__in=Group.ON_THE_ROLL
    )
    speaks = speaks.select_related("group").order_by("group__number")
    return [
        *(Reporter(office=each) for each in offices),
        *(Reporter(group=each.group) for each in speaks),
    ]

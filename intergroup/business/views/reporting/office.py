"""Reports in the office: who has reported, asking, reading, entering, accepting."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from intergroup.business.actions.reporting import (
    Reporter,
    accept_reports,
    ask_for_reports,
    enter_report,
    report_of,
    reporters_on,
)
from intergroup.business.actions.reporting.whose import GROUP, OFFICE
from intergroup.business.models import BusinessMeeting, MeetingReport, Sending
from intergroup.business.reports.reporting.letters import subject_of
from intergroup.business.reports.reporting.received import received
from intergroup.business.reports.reporting.told import is_given, told
from intergroup.business.views.reporting.boxes import EnteredForm
from intergroup.business.views.rollcall.finding import number_of
from intergroup.business.views.sendings.mailing import mail_once
from intergroup.kit import office, once
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Group

MEETINGS = "admin:business_businessmeeting_change"
may_see = permission_required("business.view_meetingreport", raise_exception=True)
may_change = permission_required("business.change_meetingreport", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_see
def reports(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who has reported to a meeting, and who not yet."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    return office.page(
        request,
        "business/reporting/received.html",
        title=_("Reports to the meeting"),
        crumbs=[(str(meeting), reverse(MEETINGS, args=[pk]))],
        meeting=meeting,
        received=received(meeting, today=timezone.localdate()),
        sendings=Sending.objects.filter(
            meeting=meeting, kind=Sending.Kind.REPORTS
        ).counted(),
    )


@require_POST
@never_cache
@login_required
@may_change
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail a link to everybody who was not asked, and remind once who was."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    sending = Sending(
        kind=Sending.Kind.REPORTS,
        meeting=meeting,
        subject=subject_of(meeting),
        sent_at=timezone.now(),
        sent_by=request.user,
    )
    back = reverse("business:meeting-reports", args=[pk])
    return mail_once(request, partial(ask_for_reports, sending), back=back)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_change
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the report that ``?for=`` names, or write it down for somebody."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    row = _wanted(meeting, request.GET.get("for", ""))
    form = None if is_given(row) else EnteredForm(row, request.POST or None)
    if form and form.is_bound and form.is_valid() and _enter(request, row, form):
        return redirect("business:meeting-reports", pk)
    return office.page(
        request,
        "business/reporting/office_report.html",
        title=str(row),
        crumbs=[
            (str(meeting), reverse(MEETINGS, args=[pk])),
            (_("Reports"), reverse("business:meeting-reports", args=[pk])),
        ],
        meeting=meeting,
        form=form,
        told=told(row),
        report=row,
    )


@require_POST
@never_cache
@login_required
@may_change
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down that the meeting accepted a report, or all that were given."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    ids = request.POST.getlist("report")
    known = [pk for pk in map(number_of, ids) if pk is not None]
    count = accept_reports(meeting, known if ids else None)
    sentence = ngettext("One report is accepted.", "%d reports are accepted.", count)
    messages.success(request, sentence.replace("%d", str(count)))
    return redirect("business:meeting-reports", pk)


def _wanted(meeting: BusinessMeeting, key: str) -> MeetingReport:
    """Return the report of a group or a position that reports to this meeting, or 404.

    Without a name it is the first one.
    """
    day = min(timezone.localdate(), meeting.held_on)
    reporter = next((each for each in reporters_on(day) if key in {each.key, ""}), None)
    if reporter is None and key.startswith(GROUP) and key[len(GROUP) :].isdecimal():
        group = Group.objects.filter(number=int(key[len(GROUP) :][:9])).first()
        reporter = Reporter(group=group) if group else None
    elif reporter is None and key.startswith(OFFICE) and "\0" not in key:
        reporter = Reporter(office=key[len(OFFICE) :])
    row = report_of(meeting, reporter) if reporter else None
    if row is None or (row.pk is None and reporter not in reporters_on(day)):
        raise Http404
    return row


def _enter(request: HttpRequest, row: MeetingReport, form: EnteredForm) -> bool:
    """Save once; False where a rule was broken, which the form shows."""
    said = dict(form.said)
    state = said.pop("state")
    try:
        with transaction.atomic():
            if not once.spend(request):
                once.say_so(request)
                return True
            enter_report(row, said, state=state, at=timezone.now())
    except ValidationError as error:
        show_rule(form, error)
        return False
    messages.success(request, _("The report of “%s” is written down.") % row)
    return True

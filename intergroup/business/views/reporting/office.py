"""Reports in the office: who has reported, asking, reading, entering, accepting."""

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
    Asked,
    Reporter,
    accept_reports,
    ask_for_reports,
    enter_report,
    report_of,
    reporters_on,
)
from intergroup.business.actions.reporting.whose import GROUP, OFFICE
from intergroup.business.models import BusinessMeeting, MeetingReport, Sending
from intergroup.business.reports.reporting.letters import letter_writer, subject_of
from intergroup.business.reports.reporting.received import received
from intergroup.business.reports.reporting.told import is_given, told
from intergroup.business.views.reporting.boxes import EnteredForm
from intergroup.business.views.rollcall.finding import number_of
from intergroup.kit import admin, office, once
from intergroup.kit.rules import show_rule
from intergroup.kit.site_address import absolute
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
    )


@require_POST
@never_cache
@login_required
@may_change
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail a link to everybody who was not asked, and remind once who was."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)

    def link(token: str) -> str:
        return absolute(reverse("business:report", args=[token]), request)

    with transaction.atomic():
        is_first = once.spend(request)
    if not is_first:
        once.say_so(request)
        return redirect("business:meeting-reports", pk)
    sending = Sending(
        kind=Sending.Kind.REPORTS,
        meeting=meeting,
        subject=subject_of(meeting),
        sent_at=timezone.now(),
        sent_by=request.user,
    )
    with admin.rules_shown(request):
        write = letter_writer(meeting, link)
        _tell(request, ask_for_reports(sending, on=timezone.localdate(), write=write))
    return redirect("business:meeting-reports", pk)


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


def _tell(request: HttpRequest, asked: Asked) -> None:
    """Say what came of asking, in a sentence each."""
    counted = (
        (
            ngettext("Asked for one report.", "Asked for %d reports.", asked.asked),
            asked.asked,
        ),
        (
            ngettext("Reminded of one.", "Reminded of %d.", asked.reminded),
            asked.reminded,
        ),
    )
    for sentence, count in counted:
        if count:
            messages.success(request, sentence.replace("%d", str(count)))
    if asked.failed:
        names = ", ".join(map(str, asked.failed))
        messages.error(request, _("No mail could be sent for: %s.") % names)
    if asked.nobody:
        names = ", ".join(map(str, asked.nobody))
        sentence = _("Nobody can be asked by mail for: %s. Ask at the meeting.")
        messages.warning(request, sentence % names)
    if not any((asked.asked, asked.reminded, asked.failed, asked.nobody)):
        messages.info(request, _("Everybody has been asked, and reminded once."))

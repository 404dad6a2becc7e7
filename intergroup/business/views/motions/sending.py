"""Sending a motion in: by those who sign in, and by everybody if the rules say so."""

from datetime import date

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.business.actions.motions import receive
from intergroup.business.models import BusinessMeeting, Motion, MotionSubmission, Rules
from intergroup.business.views.motions.sending_form import SendForm
from intergroup.kit import papers, timed, uploads
from intergroup.kit.limits import Limit, is_too_large
from intergroup.kit.rules import show_rule
from intergroup.registry.guessing import asker, unlisted
from intergroup.registry.models import Representative

PURPOSE, SALT = "motion", "intergroup.business.motion-sent"
HOUR = 60 * 60
FROM_ONE, FROM_ALL = Limit("motion-sent", 6, HOUR), Limit("motion-all", 60, HOUR)
From = MotionSubmission.From


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def send_in(request: HttpRequest) -> HttpResponse:
    """Show the form, or take it in."""
    today = timezone.localdate()
    if not (request.user.is_authenticated or Rules.objects.current().has_public_form):
        return _closed(request, is_signed_out=True)
    if not BusinessMeeting.objects.ahead(today).exists():
        return _closed(request, is_signed_out=False)
    if request.method != "POST":
        return _page(request, SendForm(today=today, initial=_known(request, today)))
    if is_too_large(request, 2 * uploads.MAX_BYTES):
        return _page(
            request, SendForm(today=today), status=413, trouble=papers.too_much()
        )
    return _take(request, SendForm(request.POST, request.FILES, today=today), today)


@require_safe
@never_cache
def sent(request: HttpRequest, word: str) -> HttpResponse:
    """Say what was received and what happens next; without who sent it."""
    try:
        pk, is_late = signing.loads(word, salt=SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    rows = Motion.objects.select_related("meeting", "moved_by_group")
    found = get_object_or_404(rows, pk=pk)
    context = {"title": _("Thank you"), "motion": found, "is_late": is_late}
    return unlisted(render(request, "business/public/motion_sent.html", context))


def _take(request: HttpRequest, form: SendForm, today: date) -> HttpResponse:
    is_valid = form.is_valid()
    if uploads.is_cut(request):
        return _page(request, form, status=413, trouble=papers.too_much())
    try:
        timed.check(request, PURPOSE)
    except ValidationError as error:
        return _page(request, form, status=400, trouble=error)
    if not is_valid:
        return _page(request, form, status=422)
    if not _has_leave(request):
        told = _("There were many motions in a short time. Wait an hour, please.")
        return _page(request, form, status=429, trouble=ValidationError(told))
    try:
        return _save(request, form, today)
    except ValidationError as error:
        show_rule(form, error)
        return _page(request, form, status=422)


@transaction.atomic
def _save(request: HttpRequest, form: SendForm, today: date) -> HttpResponse:
    if not timed.spend(request, PURPOSE):
        told = _("This was sent already, and has arrived; nothing came twice.")
        return _page(request, form, status=409, trouble=ValidationError(told))
    files = form.cleaned_data["attachments"]
    came = receive(form.motion(), form.submission(), files=files, on=today)
    word = signing.dumps([came.motion.pk, came.is_late], salt=SALT)
    return redirect("business:motion-sent", word)


def _page(
    request: HttpRequest,
    form: SendForm,
    *,
    status: int = 200,
    trouble: ValidationError | None = None,
) -> HttpResponse:
    context = {
        "title": _("Send a motion"),
        "form": form,
        "timed": timed.kept(request, PURPOSE),
        "trouble": trouble.messages if trouble else [],
        "had_files": bool(request.FILES) if status != 413 else True,
        "meetings": BusinessMeeting.objects.ahead(timezone.localdate()),
    }
    page = render(request, "business/public/motion_form.html", context, status=status)
    return unlisted(page)


def _closed(request: HttpRequest, *, is_signed_out: bool) -> HttpResponse:
    context = {"title": _("Send a motion"), "is_signed_out": is_signed_out}
    template, status = "business/public/motion_closed.html", 404
    if not is_signed_out:
        status = 200
    return unlisted(render(request, template, context, status=status))


def _known(request: HttpRequest, today: date) -> dict[str, object]:
    """Return what is known of who signed in, and the meeting that comes next."""
    ahead = BusinessMeeting.objects.ahead(today)
    known: dict[str, object] = {"meeting": ahead.values_list("pk", flat=True).first()}
    person = getattr(request.user, "person", None)
    if person is None:
        return known
    known |= {"first_name": person.first_name, "last_initial": person.last_initial}
    known |= {"email": request.user.email, "phone": person.phone}
    serving = Representative.objects.serving_on(today).filter(person=person).first()
    if serving:
        known |= {"speaks_for": From.GROUP, "group": serving.group_id}
    return known


def _has_leave(request: HttpRequest) -> bool:
    """Tell whether another one may be taken; those who signed in always may."""
    if request.user.is_authenticated:
        return True
    return FROM_ONE.take(asker(request)) and FROM_ALL.take()

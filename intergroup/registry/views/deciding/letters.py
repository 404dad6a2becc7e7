"""Papers for a new group: the welcome letter, and the list of what is in a kit."""

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit import office, pages, pdf
from intergroup.registry.actions.registering.kits import kits_to_send, send_kit
from intergroup.registry.models import Directory, Group, Registration
from intergroup.registry.views.deciding.page import crumbs_of, may_decide, may_read

may_change = permission_required("registry.change_group", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_change
def welcome(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the letter that welcomes a group, with its number."""
    group = get_object_or_404(Group, pk=pk)
    context = pages.context(
        group=group,
        today=timezone.localdate(),
        meetings=group.meetings.listed().in_week_order().select_related("location"),
        letter=Directory.objects.current().welcome.strip(),
    )
    name = f"welcome-{group.number}"
    return _pdf(request, "registry/print/welcome.html", context, name)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_read
@may_decide
def kits(request: HttpRequest) -> HttpResponse:
    """List the starter kits to send, and write down those that went out today."""
    if request.method == "POST":
        return _sent(request)
    return office.page(
        request,
        "registry/office/registration_kits.html",
        title=_("Starter kits to send"),
        crumbs=crumbs_of(),
        kits=kits_to_send(),
        sent=Registration.objects.filter(kit_sent_on__isnull=False)
        .select_related("group")
        .order_by("-kit_sent_on", "-pk")[:10],
        today=timezone.localdate(),
        things=_things(),
    )


@require_safe
@never_cache
@login_required
@may_read
@may_decide
def kit_lists(request: HttpRequest) -> HttpResponse:
    """Give the packing lists: of every kit to send, or of one form’s (``?form=``)."""
    wanted = request.GET.get("form", "")
    rows: Iterable[Registration] = kits_to_send()
    if wanted:
        rows = _one(wanted)
    context = pages.context(kits=rows, things=_things(), today=timezone.localdate())
    return _pdf(request, "registry/print/starter_kit.html", context, "starter-kits")


def _one(wanted: str) -> list[Registration]:
    pk = int(wanted[:18]) if wanted.isascii() and wanted.isdecimal() else None
    rows = Registration.objects.filter(is_kit_wanted=True, group__isnull=False)
    found = list(rows.select_related("group").filter(pk=pk))
    if not found:
        raise Http404(wanted)
    return found


def _sent(request: HttpRequest) -> HttpResponse:
    wanted = [each for each in request.POST.getlist("form") if each.isdecimal()]
    with transaction.atomic():
        sent = [
            each
            for each in kits_to_send().filter(pk__in=[int(e[:18]) for e in wanted])
            if send_kit(each, on=timezone.localdate())
        ]
    for each in sent:
        messages.success(request, _("The kit for “%s” went out today.") % each.group)
    if not sent:
        messages.info(request, _("Choose the kits that went out today."))
    return redirect("registry:starter-kits")


def _things() -> list[str]:
    """Return what is in a kit, one thing a line."""
    own = Directory.objects.current().starter_kit.splitlines()
    named = [each.strip() for each in own if each.strip()]
    return named or [
        _("The basic text"),
        _("Readings for opening and closing a meeting"),
        _("Key tags or chips, from the first day to a year"),
        _("Meeting lists of our area, and cards with our helpline"),
        _("A guide for the treasurer and the secretary of a group"),
        _("How to reach this office, and the number of your group"),
    ]


def _pdf(
    request: HttpRequest, template: str, context: dict[str, object], name: str
) -> HttpResponse:
    try:
        content = pdf.from_html(render_to_string(template, context))
    except pdf.CannotPrintError as error:
        shown = {"title": _("Papers for new groups"), "problem": error}
        told = {**shown, "shown": shown}
        return office.page(request, "reports/refused.html", status=500, **told)
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, "application/pdf", headers=headers)

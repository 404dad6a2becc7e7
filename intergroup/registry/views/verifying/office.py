"""The yearly question in the office: who is silent, who cannot be asked, and asking."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intergroup.kit import admin, office, once
from intergroup.kit.site_address import absolute
from intergroup.registry.actions.verifying import (
    Round,
    ask_group,
    ask_groups_due,
    verify_group,
)
from intergroup.registry.models import Directory, Group
from intergroup.registry.reports.letters import mail_room
from intergroup.registry.reports.questions import questions

LIST = "admin:registry_verification_changelist"
GROUPS_AT_ONCE = 25  # somebody waits for the page while the mails go out
may_see = permission_required("registry.view_verification", raise_exception=True)
may_ask = permission_required("registry.add_verification", raise_exception=True)
may_change = permission_required("registry.change_group", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_see
def verification(request: HttpRequest) -> HttpResponse:
    """Show who has not answered, who cannot be asked, and what is hidden."""
    return office.page(
        request,
        "registry/office/verification.html",
        title=_("Listings to confirm"),
        crumbs=[(_("Questions to groups"), reverse(LIST))],
        report=questions(timezone.localdate()),
        at_once=GROUPS_AT_ONCE,
    )


@require_POST
@never_cache
@login_required
@may_ask
def ask_due(request: HttpRequest) -> HttpResponse:
    """Mail the question to the groups that are due now, so many at a time."""
    return _ask(request, ask_groups_due, at_most=GROUPS_AT_ONCE)


@require_POST
@never_cache
@login_required
@may_ask
def ask_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail the question to one group, due or not."""
    group = get_object_or_404(Group, pk=pk)
    return _ask(request, ask_group, group)


@require_POST
@never_cache
@login_required
@may_change
def said_right(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down that the group said so by telephone."""
    group = get_object_or_404(Group, pk=pk)
    with admin.rules_shown(request), transaction.atomic():
        if not once.spend(request):
            once.say_so(request)
            return redirect("registry:verification")
        verify_group(group, on=timezone.localdate(), verified_by=request.user)
        told = _("“%s” said today that its listing is right.")
        messages.success(request, told % group)
    return redirect("registry:verification")


def _ask(
    request: HttpRequest, ask: Callable[..., Round], *args: Group, **options: int
) -> HttpResponse:
    def link(token: str) -> str:
        return absolute(reverse("registry:confirm", args=[token]), request)

    with transaction.atomic():
        is_first = once.spend(request)
    if not is_first:
        once.say_so(request)
        return redirect("registry:verification")
    today, directory = timezone.localdate(), Directory.objects.current()
    try:
        with mail_room(link) as send:
            told = ask(*args, on=today, directory=directory, send=send, **options)
    except (OSError, ValidationError):
        sentence = _("The mail server does not answer. Try again later.")
        messages.error(request, sentence)
    else:
        _tell(request, told, nobody=told.nobody if args else [])
    return redirect("registry:verification")


def _tell(request: HttpRequest, told: Round, *, nobody: list[Group]) -> None:
    """Say what came of it, in a sentence each."""
    groups = len({group.pk for group in told.sent})
    if groups:
        sentence = ngettext("Asked one group.", "Asked %d groups.", groups)
        messages.success(request, sentence.replace("%d", str(groups)))
    for group in {group.pk: group for group in told.failed}.values():
        sentence = _("A mail to “%s” could not be sent; it was not asked.")
        messages.error(request, sentence % group)
    for group in nobody:
        sentence = _("“%s” has nobody who can be asked by mail: call it.")
        messages.warning(request, sentence % group)
    if not (groups or told.failed or nobody):
        sentence = _("Nobody was asked: everybody has an open question already.")
        messages.info(request, sentence)

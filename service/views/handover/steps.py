"""What is said on a list, one button each: given, received, there is none, undone."""

from collections.abc import Callable
from functools import partial, wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.kit import admin, once
from intergroup.kit.rules import show_rule
from service.actions import handing_on
from service.actions.handing_on import Step, hands_of
from service.models import Handover, HandoverItem
from service.views.handover.page import ItemForm, NotesForm, show, theirs

View = Callable[..., HttpResponse]


def sent(view: View) -> View:
    """Let the two people and the keepers send it, once: all is kept, or nothing."""

    @require_POST
    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **about: int) -> HttpResponse:
        found, hands = theirs(request, pk)
        if not hands.writes:
            raise PermissionDenied
        with transaction.atomic():
            if once.spend(request):
                return view(request, found, hands, **about)
        once.say_so(request)
        return _back(request, found, **about)

    return guarded


@sent
def give(request, found, hands, item):
    """Write down that something is handed on."""
    told = _("Written down: “%s” is handed on.")
    return _write(request, found, item, handing_on.give, told)


@sent
def take(request, found, hands, item):
    """Write down that something has been received."""
    told = _("Written down: “%s” is received.")
    return _write(request, found, item, handing_on.take, told)


@sent
def leave_out(request, found, hands, item):
    """Write down that there is nothing of the kind."""
    told = _("Written down: of “%s” there is none.")
    return _write(request, found, item, handing_on.leave_out, told)


@sent
def undo(request, found, hands, item):
    """Take the last step back, if it is the one that was on the page."""
    try:
        step = Step(request.POST.get("step"))
    except ValueError as error:
        raise Http404 from error
    act = partial(handing_on.undo, step=step)
    return _write(request, found, item, act, _("Taken back: “%s” is as it was before."))


@sent
def notes(request, found, hands, item):
    """Keep a note, or show the page again with what was typed."""
    thing = _item(found, item)
    form = NotesForm(request.POST, prefix=str(item), label_suffix="")
    if form.is_valid():
        act = partial(handing_on.write_notes, thing, form.cleaned_data["notes"])
        if _done(request, form, act):
            messages.success(request, _("The note to “%s” is kept.") % thing)
            return _back(request, found, item)
    once.give_back(request)
    return show(request, found, hands, noting=(item, form))


@sent
def add(request, found, hands):
    """Add something that only this hand-over has."""
    form = ItemForm(request.POST, label_suffix="")
    if form.is_valid():
        thing = HandoverItem(handover=found, **form.cleaned_data)
        if _done(request, form, partial(handing_on.add_item, thing)):
            messages.success(request, _("“%s” is on the list.") % thing)
            return _back(request, found, thing.pk)
    once.give_back(request)
    return show(request, found, hands, adding=form)


@sent
def fill(request, found, hands):
    """Put the usual points on an empty list."""
    with admin.rules_shown(request), transaction.atomic():
        handing_on.fill_list(found, by=request.user, on=timezone.localdate())
    return _back(request, found)


def _write(request, found, item, act, told):
    thing = _item(found, item)
    with admin.rules_shown(request), transaction.atomic():
        act(thing, by=request.user, on=timezone.localdate())
        messages.success(request, told % thing)
    return _back(request, found, item)


def _done(request, form, act):
    """Act; tell whether no rule was broken, which the form shows."""
    try:
        with transaction.atomic():
            act(by=request.user, on=timezone.localdate())
    except ValidationError as error:
        show_rule(form, error)
        return False
    return True


def _item(found, pk):
    return get_object_or_404(HandoverItem, pk=pk, handover=found)


def _back(request, found, item=None):
    """Lead back to the thing on the page it was sent from, if it is still theirs."""
    now = Handover.objects.with_people().filter(pk=found.pk).first()
    reads = now and hands_of(now, request.user, on=timezone.localdate()).reads
    page = reverse("service:handover", args=[found.pk])
    if request.POST.get("back") == "mine" or not reads:
        page = reverse("service:my-position")
    thing = f"#thing-{item}" if item else ""
    return redirect(f"{page}{thing}")

"""One step in the life of a group, each on a small page of its own."""

from collections.abc import Callable, Mapping

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office, once
from intergroup.kit.rules import show_rule
from intergroup.registry.actions import living
from intergroup.registry.actions.recording import Hand
from intergroup.registry.actions.registering.texts import DayBox
from intergroup.registry.models import Group, ListingChange
from intergroup.registry.views.deciding.mails import ask_whether_closed

LIST = "admin:registry_group_changelist"
REASON = 255
may_change = permission_required("registry.change_group", raise_exception=True)

ACTIONS: Mapping[str, Callable[..., Group]] = {
    "review": living.review_new,
    "begin": living.begin,
    "activate": living.activate,
    "complete": living.complete,
    "pause": living.pause,
    "resume": living.resume,
    "say-closed": living.say_closed,
    "confirm-open": living.confirm_open,
    "close": living.close,
    "reopen": living.reopen,
    "merge": living.merge,
    "unmerge": living.unmerge,
    "report-missing": living.report_missing,
    "find-again": living.find_again,
}
MEANS = {
    "review": gettext_lazy("You have looked at it. Its waiting days begin today."),
    "begin": gettext_lazy("Its first day has come. Its waiting days run from it."),
    "activate": gettext_lazy(
        "It is active, or incomplete while it has no contact or no meeting."
    ),
    "complete": gettext_lazy("It has a contact and a meeting now: it is active."),
    "pause": gettext_lazy("It leaves the list for a while, and keeps its number."),
    "resume": gettext_lazy("It is in the list again."),
    "say-closed": gettext_lazy(
        "It stays in the list, and its contacts are asked by mail whether it is true."
    ),
    "confirm-open": gettext_lazy("It was not true: the group meets."),
    "close": gettext_lazy(
        "Its meetings leave the list. Its number is never used again, and it can be "
        "opened again."
    ),
    "reopen": gettext_lazy("It has its number again, and the meetings it closed with."),
    "merge": gettext_lazy(
        "Contributions and votes stay with its number; the other group is named on it. "
        "It can be undone."
    ),
    "unmerge": gettext_lazy("It has its meetings again, and its own life."),
    "report-missing": gettext_lazy(
        "It leaves the list until somebody hears of it. The desk reminds of it."
    ),
    "find-again": gettext_lazy("Somebody heard from it: it is in the list again."),
}


class StepForm(forms.Form):
    """Why a step is taken; it stands among the changes of the group."""

    reason = forms.CharField(
        label=gettext_lazy("Who said so, and when"), required=False, max_length=REASON
    )


class PauseForm(StepForm):
    """Until when a group pauses."""

    paused_until = DayBox(
        label=gettext_lazy("First day on which it meets again"),
        required=False,
        help_text=gettext_lazy("Empty: not known yet."),
    )


class CloseForm(StepForm):
    """On which day a group closed."""

    closed_on = DayBox(label=gettext_lazy("Closed on"))


class MergeForm(StepForm):
    """Into which group, and what becomes of the meetings."""

    merged_into = forms.ModelChoiceField(
        Group.objects.exclude(status__in=Group.GONE),
        label=gettext_lazy("Into which group"),
    )
    meetings_move = forms.BooleanField(
        label=gettext_lazy("Its meetings go over to that group"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Without it they leave the list today."),
    )


FORMS = {"pause": PauseForm, "close": CloseForm, "merge": MergeForm}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_change
def take_step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Ask what a step needs, and take it."""
    group = get_object_or_404(Group, pk=pk)
    initial = {"closed_on": timezone.localdate()}
    data = request.POST if request.method == "POST" else None
    form = FORMS.get(name, StepForm)(data, initial=initial, label_suffix="")
    if "merged_into" in form.fields:
        others = form.fields["merged_into"].queryset.exclude(pk=pk)
        form.fields["merged_into"].queryset = others
    form.order_fields(sorted(form.fields, key=lambda each: each == "reason"))
    if form.is_bound and form.is_valid():
        try:
            return _taken(request, group, name, form.cleaned_data)
        except ValidationError as error:
            show_rule(form, error)
    address = reverse("admin:registry_group_change", args=[pk])
    return office.page(
        request,
        "registry/office/group_step.html",
        title=living.STEPS[name].label,
        crumbs=[(_("Groups"), reverse(LIST)), (str(group), address)],
        group=group,
        means=MEANS[name],
        is_possible=name in living.steps_from(group.status),
        form=form,
        back=address,
    )


def _taken(
    request: HttpRequest, group: Group, name: str, said: dict[str, object]
) -> HttpResponse:
    with transaction.atomic():
        is_first = once.spend(request)
        if is_first:
            hand = Hand(
                on=timezone.localdate(),
                way=ListingChange.Way.OFFICE,
                by=request.user,
                reason=said["reason"],
            )
            ACTIONS[name](group, hand=hand, **_more(name, said))
    if not is_first:
        once.say_so(request)
        return redirect("admin:registry_group_change", group.pk)
    told = _("“%(group)s” is %(status)s now.")
    status = group.get_status_display().lower()
    messages.success(request, told % {"group": group, "status": status})
    if name == "say-closed":
        ask_whether_closed(request, group)
    return redirect("admin:registry_group_change", group.pk)


def _more(name: str, said: dict[str, object]) -> dict[str, object]:
    match name:
        case "pause":
            return {"until": said["paused_until"]}
        case "close":
            return {"closed_on": said["closed_on"]}
        case "merge":
            into = said["merged_into"]
            return {"into": into, "meetings_move": said["meetings_move"]}
    return {}

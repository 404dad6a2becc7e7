"""One page that ends a representative’s service and begins the next one’s."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office, once
from intergroup.kit.dates import DayFormField
from intergroup.kit.rules import show_rule
from intergroup.registry.actions.contacting import rotate
from intergroup.registry.models import Body, Person, Representative

BOXES = {"ends_on": "on", "began_on": "on"}
may_rotate = permission_required("registry.change_representative", raise_exception=True)


class RotateForm(forms.Form):
    """From which day, and who takes over."""

    on = DayFormField(
        label=gettext_lazy("From"),
        help_text=gettext_lazy("The first day without the one, and with the other."),
    )
    to = forms.ModelChoiceField(
        Person.objects.all(),
        label=gettext_lazy("Who takes over"),
        required=False,
        empty_label=gettext_lazy("Nobody yet"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_rotate
def rotating(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask from which day, and who; and write both terms or neither."""
    rows = Representative.objects.select_related("group", "person")
    serving = get_object_or_404(rows, pk=pk)
    sent = request.POST if request.method == "POST" else None
    first = {"on": Body.objects.today()}
    form = RotateForm(sent, initial=first, label_suffix="")
    if form.is_bound and form.is_valid():
        try:
            return _save(request, serving, form.cleaned_data)
        except ValidationError as error:
            show_rule(form, error, BOXES)
    return office.page(
        request,
        "registry/office/contacts_rotate.html",
        title=_("Hand this service on"),
        crumbs=[
            (
                _("Representatives"),
                reverse("admin:registry_representative_changelist"),
            )
        ],
        form=form,
        serving=serving,
    )


@transaction.atomic
def _save(request: HttpRequest, serving: Representative, chosen: dict) -> HttpResponse:
    if not once.spend(request):
        once.say_so(request)
        return redirect("admin:registry_representative_changelist")
    following = rotate(serving, to=chosen["to"], on=chosen["on"])
    told = _("“%s” has nobody in this service now.") % serving.group
    if following:
        told = _("%(who)s serves “%(group)s” from then on.")
        told %= {"who": following.person, "group": serving.group}
    messages.success(request, told)
    return redirect("admin:registry_representative_changelist")

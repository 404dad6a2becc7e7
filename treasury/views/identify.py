"""What waits to be identified: likely groups proposed, one button for each."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit import money, office, once
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body, Group
from treasury.actions.identifying import identify_contribution
from treasury.models import Contribution, Identification
from treasury.reports.givers import found_in_words
from treasury.resources.groups import GroupBook

Source = Contribution.Source
LIST = "admin:treasury_contribution_changelist"
ON_A_PAGE = 25
may_identify = permission_required("treasury.add_identification", raise_exception=True)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One contribution that waits, with the groups that its words may mean."""

    contribution: Contribution
    likely: list[Group]


class GiverForm(forms.Form):
    """From whom it came: a group of the register, or one of the other sources."""

    source = forms.ChoiceField(label=gettext_lazy("From"))
    group = forms.ModelChoiceField(
        Group.objects.order_by("number"),
        label=gettext_lazy("Group"),
        required=False,
        empty_label="–",
    )

    def __init__(self, data: dict | None) -> None:
        super().__init__(data, label_suffix="")
        sources = [each for each in Source.choices if each[0] != Source.UNIDENTIFIED]
        self.fields["source"].choices = sources


@require_safe
@never_cache
@login_required
@may_identify
def unidentified(request: HttpRequest) -> HttpResponse:
    """List what waits, the oldest first."""
    rows = Contribution.objects.unidentified().select_related("fund")
    rows = rows.order_by("received_on", "pk")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    book = GroupBook(create=False, today=timezone.localdate())
    return office.page(
        request,
        "treasury/office/identify_list.html",
        title=_("What waits to be identified"),
        crumbs=[(_("Contributions"), reverse(LIST))],
        page=page,
        waiting=[Waiting(each, book.likely(each.marked)) for each in page],
        currency=Body.objects.current().currency,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_identify
def identify(request: HttpRequest, pk: int) -> HttpResponse:
    """Say from whom one contribution came."""
    contribution = get_object_or_404(Contribution.objects.select_related("fund"), pk=pk)
    form = GiverForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return _save(request, contribution, form.cleaned_data)
        except ValidationError as error:
            show_rule(form, error)
    book = GroupBook(create=False, today=timezone.localdate())
    return office.page(
        request,
        "treasury/office/identify.html",
        title=_("It came from…"),
        crumbs=[
            (_("Contributions"), reverse(LIST)),
            (_("What waits to be identified"), reverse("treasury:unidentified")),
        ],
        form=form,
        waiting=Waiting(contribution, book.likely(contribution.marked)),
        currency=Body.objects.current().currency,
    )


@transaction.atomic
def _save(
    request: HttpRequest, contribution: Contribution, giver: dict
) -> HttpResponse:
    """Identify it once; raise ValidationError, having written nothing."""
    if not once.spend(request):
        once.say_so(request)
        return redirect("treasury:unidentified")
    source, group = giver["source"], giver["group"]
    found = Identification(
        contribution=contribution,
        source=source,
        group=group if source == Source.GROUP else None,
        identified_on=timezone.localdate(),
    )
    identify_contribution(found, identified_by=request.user)
    amount = money.in_words(contribution.amount, Body.objects.current().currency)
    told = _("%(amount)s came from %(giver)s. Receipt %(receipt)s stays as it is.")
    params = {"giver": found_in_words(found), "receipt": contribution.receipt}
    messages.success(request, told % {"amount": amount, **params})
    return redirect("treasury:unidentified")

"""The page of a form: what it asks, who sent it, the talk, and what became of it."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office
from intergroup.registry.actions.registering.applying import WAITS, reason_of
from intergroup.registry.actions.registering.likeness import groups_alike
from intergroup.registry.actions.registering.meaning import whole
from intergroup.registry.actions.verifying import contacts_of
from intergroup.registry.models import ListingChange, Registration
from intergroup.registry.reports import history
from intergroup.registry.views.deciding.comparing import (
    NOTHING,
    Words,
    compare,
    contacts_in_words,
)

Kind = Registration.Kind
LIST = "admin:registry_registration_changelist"
DECIDES = "registry.change_registration"
may_read = permission_required("registry.view_registration", raise_exception=True)
may_decide = permission_required(DECIDES, raise_exception=True)
Crumbs = list[tuple[str, str]]


class AskForm(forms.Form):
    """A question to who sent a form."""

    text = forms.CharField(
        label=gettext_lazy("What do you want to know?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RefuseForm(forms.Form):
    """Why a form is refused: the sender reads it."""

    answer = forms.CharField(
        label=gettext_lazy("A sentence to the sender"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Why, and what they can do. It is mailed to them."),
    )


class AcceptForm(forms.Form):
    """Whether a closing is known to come from the group."""

    is_genuine = forms.BooleanField(
        label=gettext_lazy("I know that the group itself has closed: close it now"),
        required=False,
        help_text=gettext_lazy(
            "Without it the group is “said to have closed”, stays in the list, and its "
            "contacts are asked by mail."
        ),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """The three small forms of the page, the one that was refused among them."""

    accept: AcceptForm
    ask: AskForm
    refuse: RefuseForm


@require_safe
@never_cache
@login_required
@may_read
def registration(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a form beside what the register says."""
    return show(request, find(pk))


def find(pk: int) -> Registration:
    """Return a form, or answer that there is none."""
    rows = Registration.objects.select_related("group", "decided_by__person")
    return get_object_or_404(rows, pk=pk)


def crumbs_of(form: Registration | None = None) -> Crumbs:
    """Return the way to the page of a form, or to what lies behind it."""
    way = [(_("Registrations"), reverse(LIST))]
    if form:
        way.append((str(form), reverse("registry:registration", args=[form.pk])))
    return way


def show(request: HttpRequest, form: Registration, **refused: object) -> HttpResponse:
    """Render the page; ``refused`` is a small form that comes back with its errors."""
    words, is_open = Words(), form.state in Registration.WAITING
    decides = request.user.has_perm(DECIDES)
    return office.page(
        request,
        "registry/office/registration.html",
        title=str(form),
        crumbs=crumbs_of(),
        registration=form,
        days=(timezone.localdate() - timezone.localdate(form.sent_at)).days,
        parts=compare(form, words) if form.kind in (Kind.NEW, Kind.CHANGE) else [],
        contacts=contacts_in_words(form.proposed, words) if decides else [],
        is_known=decides and _is_known(form),
        alike=_alike(form) if is_open else [],
        talk=form.messages.select_related("written_by__person"),
        changes=_changes(form),
        waits_for=_waits_for(form),
        may_decide=decides,
        is_to_decide=is_open and decides,
        forms=_forms(form, refused),
        errors=bool(refused),
    )


def _forms(form: Registration, refused: dict[str, object]) -> Asked:
    is_known = form.kind == Kind.CLOSE and form.verifications.exists()
    usual = {
        "accept": AcceptForm(initial={"is_genuine": is_known}, label_suffix=""),
        "ask": AskForm(label_suffix=""),
        "refuse": RefuseForm(label_suffix=""),
    }
    return Asked(**{**usual, **refused})


def _is_known(form: Registration) -> bool:
    """Tell whether the register has the sender’s address for this group."""
    if not (form.group_id and form.sender_email):
        return False
    found = contacts_of([form.group], on=timezone.localdate())[form.group_id]
    sender = form.sender_email.casefold()
    return sender in {each.address.casefold() for each in found}


def _alike(form: Registration) -> list[object]:
    return groups_alike(whole(form.proposed)) if form.kind == Kind.NEW else []


def _changes(form: Registration) -> list[tuple[str, str, str, str]]:
    """Return what this form changed in the register, in the order of writing."""
    if not form.group_id or form.state != Registration.State.ACCEPTED:
        return []
    written = ListingChange.objects.filter(
        group=form.group, way=ListingChange.Way.REGISTRATION, reason=reason_of(form)
    )
    words = history.Words()
    return [
        (
            str(each.meeting or each.group),
            words.what(each),
            words.value(each, each.before) or NOTHING,
            words.value(each, each.after) or NOTHING,
        )
        for each in written.select_related("group", "meeting").order_by("pk")
    ]


def _waits_for(form: Registration) -> date | None:
    day = form.applied.get(WAITS)
    return date.fromisoformat(day) if day else None

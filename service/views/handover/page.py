"""The page of a hand-over, for the two people and those who may see all of them."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office
from service.actions.handing_on import Hands, hands_of
from service.models import Handover
from service.reports.handing_on import handing_on

LIST = "admin:service_handover_changelist"


class NotesForm(forms.Form):
    """A note to one thing on the list, for whoever follows."""

    notes = forms.CharField(
        label=gettext_lazy("For whoever follows"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Where it is, and what to know. Never a password."),
    )


class ItemForm(forms.Form):
    """Something that only this hand-over has."""

    title = forms.CharField(label=gettext_lazy("What"), max_length=120)
    how = forms.CharField(
        label=gettext_lazy("How"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Where it is and what is to be done. Never a password."),
    )


@require_safe
@never_cache
@login_required
def handover(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the list of a hand-over."""
    found, hands = theirs(request, pk)
    return show(request, found, hands)


def theirs(request: HttpRequest, pk: int) -> tuple[Handover, Hands]:
    """Return a hand-over that this person may see, and what they are to it.

    404 where there is none, and PermissionDenied where it is somebody else’s.
    """
    found = get_object_or_404(Handover.objects.with_people(), pk=pk)
    hands = hands_of(found, request.user, on=timezone.localdate())
    if not hands.reads:
        raise PermissionDenied
    return found, hands


def show(
    request: HttpRequest,
    found: Handover,
    hands: Hands,
    *,
    adding: ItemForm | None = None,
    noting: tuple[int, NotesForm] | None = None,
) -> HttpResponse:
    """Show the page; ``adding`` and ``noting`` are forms that come back with an error.

    ``noting`` has the id of the thing that the note is about.
    """
    handing, broken = handing_on(found), dict([noting] if noting else [])
    rows = [(each, broken.get(each.pk) or _notes_of(each)) for each in handing.things]
    back = [(_("My position"), reverse("service:my-position"))]
    if request.user.is_staff and hands.is_reader:
        back = [(_("Hand-overs"), reverse(LIST))]
    return office.page(
        request,
        "service/office/handover.html",
        title=_("Handing on: %s") % handing.position,
        crumbs=back,
        handing=handing,
        hands=hands,
        rows=rows,
        adding=adding or ItemForm(label_suffix=""),
        errors=bool(adding or noting),
    )


def _notes_of(thing) -> NotesForm:
    return NotesForm(
        initial={"notes": thing.notes}, prefix=str(thing.pk), label_suffix=""
    )

"""The page of the roll: the quorum on top, below it a row for each group."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.models import BusinessMeeting
from intergroup.business.reports.roll_sheet import WAITING, RollSheet, Row, roll_sheet
from intergroup.business.views.rollcall.finding import find, may_call
from intergroup.kit import office
from intergroup.registry.models import Body, Person


class GuestForm(forms.ModelForm):
    """A guest by first name and initial."""

    about = forms.CharField(
        label=gettext_lazy("Who they are"), max_length=120, required=False
    )

    class Meta:
        model = Person
        fields = ["first_name", "last_initial"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)


@require_safe
@never_cache
@login_required
@may_call
def roll(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the roll; ``?q`` finds groups, ``?show=waiting`` those not yet called."""
    return show(request, find(pk))


def show(
    request: HttpRequest, meeting: BusinessMeeting, *, guest: GuestForm | None = None
) -> HttpResponse:
    """Render the page; ``guest`` is a form that comes back with its errors."""
    sheet = roll_sheet(meeting)
    words = request.GET.get("q", request.POST.get("q", ""))
    chosen = request.GET.get("show", request.POST.get("show", ""))
    rows = [(row, _is_shown(row, words, chosen)) for row in sheet.rows]
    return office.page(
        request,
        "business/office/roll.html",
        status=400 if guest else 200,
        title=_("Roll call"),
        crumbs=crumbs_of(meeting),
        meeting=meeting,
        sheet=sheet,
        rows=rows,
        is_any_shown=any(is_shown for _row, is_shown in rows),
        words=words,
        show=chosen,
        offices=_offices(sheet),
        guest=guest or GuestForm(),
        has_come=meeting.held_on <= Body.objects.today(),
        errors=bool(guest),
    )


def crumbs_of(meeting: BusinessMeeting) -> list[tuple[str, str]]:
    """Return the way from the desk to the meeting."""
    return [
        (_("Business meetings"), reverse("admin:business_businessmeeting_changelist")),
        (
            str(meeting),
            reverse("admin:business_businessmeeting_change", args=[meeting.pk]),
        ),
    ]


def _is_shown(row: Row, words: str, chosen: str) -> bool:
    if chosen == WAITING and row.state != WAITING:
        return False
    told = f"{row.number} {row.name}".casefold()
    return all(word in told for word in words.casefold().split())


def _offices(sheet: RollSheet) -> list[str]:
    """Return who may open the meeting: those who are here first."""
    here = [each.office for each in sheet.officers if each.state != WAITING]
    return list(dict.fromkeys([*here, *(each.office for each in sheet.officers)]))

"""The page behind the link of a group’s ballot: it shows the motion, takes one answer.

Programs that read mail follow links: opening the page writes nothing. Whatever is
wrong with a link, the page says the same, so that nobody learns what it was.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.business.actions.motions import Said, answer_by_link, find_ballot
from intergroup.business.models import GroupBallot
from intergroup.business.views.motions.finding import PlainForm
from intergroup.business.views.motions.forms import CountField
from intergroup.kit.limits import Limit
from intergroup.registry.guessing import WRONG_LINKS, not_good, unlisted

GUESSES = Limit("ballot-guessed", *WRONG_LINKS)


class AnswerForm(PlainForm):
    """What the group answers; nobody’s name is asked for."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Our group is"),
        choices=GroupBallot.Answer,
        error_messages={"required": gettext_lazy("Choose what your group says.")},
        widget=forms.RadioSelect,
    )
    members_for = CountField(gettext_lazy("Members for"))
    members_against = CountField(gettext_lazy("Members against"))
    note = forms.CharField(
        label=gettext_lazy("What else the group says"),
        required=False,
        max_length=2_000,
        help_text=gettext_lazy("Nobody’s name, please."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def group_ballot(request: HttpRequest, token: str) -> HttpResponse:
    """Show the motion to the group of a link, or take its answer."""
    today = timezone.localdate()
    ballot = find_ballot(token, on=today)
    if ballot is None:
        return not_good(request, GUESSES)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, ballot, form)
    said = Said(**form.cleaned_data, way=GroupBallot.Way.LINK)
    try:
        answer_by_link(token, said, on=today)
    except ValidationError:  # somebody else of the group was faster
        return not_good(request, GUESSES)
    return redirect("business:ballot-sent")


@require_safe
@never_cache
def ballot_sent(request: HttpRequest) -> HttpResponse:
    """Say thank you, and what happens next."""
    context = {"title": _("Thank you")}
    return unlisted(render(request, "business/public/ballot_sent.html", context))


def _page(request: HttpRequest, ballot: GroupBallot, form: AnswerForm) -> HttpResponse:
    context = {
        "title": _("A motion for your group"),
        "ballot": ballot,
        "motion": ballot.motion,
        "form": form,
    }
    status = 422 if form.errors else 200
    page = render(request, "business/public/ballot.html", context, status=status)
    return unlisted(page)

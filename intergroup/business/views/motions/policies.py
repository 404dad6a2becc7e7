"""The policy that a carried motion made: one step, on its page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions.motions import make_policy
from intergroup.business.models import Guideline
from intergroup.business.views.motions.finding import PAGE, find, write_once
from intergroup.business.views.motions.forms import PolicyForm
from intergroup.business.views.motions.page import show
from intergroup.kit.rules import show_rule


@require_POST
@never_cache
@login_required
@permission_required(
    ["business.view_motion", "business.change_motion", "business.add_guideline"],
    raise_exception=True,
)
def policy(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down the policy that a carried motion makes."""
    found = find(request, pk)
    form = PolicyForm(found, request.POST)
    if form.is_valid():
        made = Guideline(motion=found, **form.cleaned_data)
        try:
            if write_once(request, lambda: make_policy(made)):
                messages.success(request, _("The policy is written down."))
            return redirect(PAGE, pk)
        except ValidationError as error:
            show_rule(form, error)
    return show(request, found, policy=form)

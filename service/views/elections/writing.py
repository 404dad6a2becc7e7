"""How the pages of an election write: once, all or nothing, and say what came of it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from intergroup.kit import admin, office, once
from service.models import Election
from service.views.elections.finding import PAGE, crumbs_of

Write = Callable[[], object]
SOMEBODY_ELSE_WAS_FIRST = {"over", "out_of_turn", "announced", "voting_has_begun"}


class PlainForm(forms.Form):
    """A form of these pages: labels without a colon."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)


def write_once(request: HttpRequest, write: Write) -> bool:
    """Write where the form’s token is not spent; tell whether it was written."""
    with transaction.atomic():
        if once.spend(request):
            write()
            return True
    once.say_so(request)
    return False


def take_step(
    request: HttpRequest, election: Election, write: Write, told: str
) -> HttpResponse:
    """Write, say ``told`` or which rule forbids it, and lead back to the election."""
    with admin.rules_shown(request):
        if write_once(request, write):
            messages.success(request, told)
    return redirect(PAGE, election.pk)


def is_too_late(error: ValidationError) -> bool:
    """Tell whether somebody at another table has done meanwhile what was asked."""
    return any(
        getattr(each, "code", "") in SOMEBODY_ELSE_WAS_FIRST
        for each in getattr(error, "error_list", [])
    )


def look_again(
    request: HttpRequest, election: Election, error: ValidationError
) -> HttpResponse:
    """Say that it is too late, and lead to the election as it stands now."""
    for sentence in error.messages:
        messages.error(request, sentence)
    return redirect(PAGE, election.pk)


def ask_first(
    request: HttpRequest,
    election: Election,
    *,
    title: str,
    means: list[str],
    button: str,
) -> HttpResponse:
    """Show a small page that says what a step means, with the button that takes it."""
    return office.page(
        request,
        "service/office/election_confirm.html",
        title=title,
        crumbs=crumbs_of(election),
        election=election,
        means=means,
        button=button,
    )

"""The talk about a form: what the office asks, and what its sender answers."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.kit import timed
from intergroup.kit.limits import Limit
from intergroup.registry.actions.registering import talking
from intergroup.registry.models import Registration
from intergroup.registry.views.sending import guarding

FROM_ONE = Limit("registering-talk", 30, guarding.HOUR)


@guarding.for_everybody
def talk(request: HttpRequest, token: str) -> HttpResponse:
    """Show the talk; write a message with a POST."""
    try:
        registration = talking.registration_of(token)
    except ValidationError as error:
        guarding.log(error.code, "talk")
        return _nothing(request, error)
    if request.method != "POST":
        return _page(request, registration)
    try:
        _check(request, registration)
        _write(request, registration)
    except ValidationError as error:
        guarding.log(error.code, "talk")
        return _page(request, registration, trouble=error.messages, status=422)
    return redirect("registry:talk", token)


def _check(request: HttpRequest, registration: Registration) -> None:
    timed.check(request, _purpose(registration))
    if not FROM_ONE.take(guarding.asker(request)):
        sentence = _("That was too often. Wait an hour, please.")
        raise ValidationError(sentence, code="too_often")


@transaction.atomic
def _write(request: HttpRequest, registration: Registration) -> None:
    if not timed.spend(request, _purpose(registration)):
        sentence = _("This message is here already; nothing was written twice.")
        raise ValidationError(sentence, code="replay")
    text = request.POST.get("text", "")
    talking.write_back(registration, text, at=timezone.now())


def _page(
    request: HttpRequest,
    registration: Registration,
    *,
    status: int = 200,
    **values: object,
) -> HttpResponse:
    page = guarding.show(
        request,
        "public/registering/talk.html",
        status=status,
        title=_("Your form"),
        registration=registration,
        messages_of_both=registration.messages.all(),
        is_open=talking.is_open(registration, at=timezone.now()),
        sent=request.GET.get("sent", ""),
        typed=request.POST.get("text", "") if status != 200 else "",
        longest=talking.LONGEST,
        timed=timed.kept(request, _purpose(registration)),
        **values,
    )
    return _unseen(page)


def _nothing(request: HttpRequest, error: ValidationError) -> HttpResponse:
    page = guarding.show(
        request,
        "public/registering/no_talk.html",
        status=410 if error.code == "talk_is_over" else 404,
        title=_("This link leads nowhere"),
        trouble=error.messages,
    )
    return _unseen(page)


def _unseen(page: HttpResponse) -> HttpResponse:
    """Keep the talk out of search engines."""
    page.headers["X-Robots-Tag"] = "noindex, nofollow"
    return page


def _purpose(registration: Registration) -> str:
    return f"talk {registration.pk}"

"""The door of the forms for everybody: what is refused before anything is read.

Whatever is refused is written to the log, by its reason, without a word of what was
sent and without an address.
"""

import logging
from collections.abc import Callable
from functools import wraps

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from intergroup.kit.limits import Limit, is_too_large
from intergroup.registry.guessing import asker
from intergroup.registry.models import Directory

View = Callable[..., HttpResponse]
logger = logging.getLogger("intergroup.registry.registering")
HOUR = 60 * 60
LARGEST = 256 * 1024  # bytes of a form
MOST_BOXES = 1_500
ASKING = Limit("registering-asked", 120, HOUR)  # forms posted from one network
METHODS = ("GET", "HEAD", "POST")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
UNREADABLE = (
    MultiPartParserError,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)


def for_everybody(view: View) -> View:
    """Let a form of the public through: small, a form, not too often, CSRF-checked."""
    protected = csrf_protect(view)

    @never_cache
    @csrf_exempt  # for a moment: its size is looked at before it is read
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if refused := _refused_unread(request):
            return refused
        try:
            if request.method == "POST" and len(request.POST) > MOST_BOXES:
                return refuse(request, "too_many_boxes", 400)
            response = protected(request, *args, **kwargs)
        except UNREADABLE:
            return refuse(request, "unreadable", 400)
        if response.status_code == 403:
            log("csrf")
        return response

    return guarded


def while_open(view: View) -> View:
    """Show a form only where groups may register on the web."""

    @wraps(view)
    def opened(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if Directory.objects.current().is_registration_open:
            return view(request, *args, **kwargs)
        return show(
            request,
            "public/registering/closed.html",
            title=_("Registration on the web is closed"),
            status=404,
        )

    return opened


def show(
    request: HttpRequest, template: str, *, status: int = 200, **values: object
) -> HttpResponse:
    """Render a page for everybody in the public’s frame."""
    values |= {"directory": Directory.objects.current()}
    return render(request, template, values, status=status)


def refuse(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    """Say that a form was not taken; the log says why."""
    log(reason)
    title = _("This was not taken")
    template = "public/registering/refused.html"
    page = show(request, template, title=title, reason=reason, status=status)
    if status == 405:
        page.headers["Allow"] = ", ".join(METHODS)
    return page


def log(reason: str, where: str = "") -> None:
    """Write down that something was refused; never who sent it, nor what."""
    logger.warning("A form was refused: %s. %s", reason, where)


def _refused_unread(request: HttpRequest) -> HttpResponse | None:
    if request.method not in METHODS:
        return refuse(request, "method", 405)
    if request.method != "POST":
        return None
    if is_too_large(request, LARGEST):
        return refuse(request, "too_large", 413)
    if request.content_type not in FORMS:
        return refuse(request, "not_a_form", 415)
    if not ASKING.take(asker(request)):
        return refuse(request, "too_often", 429)
    return None

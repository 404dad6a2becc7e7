"""Pages behind a link in a mail: in no search, and not to be guessed.

Whatever is wrong with a link, its page says the same, so that nobody learns what it
was; who tries too many has to wait.
"""

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from intergroup.kit.limits import Limit, network

WRONG_LINKS = 30, 60 * 60  # so many in so many seconds, from one network


def asker(request: HttpRequest) -> str:
    """Return the network a request comes from, behind the proxies that are ours."""
    try:
        return network(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "unknown"


def unlisted(response: HttpResponse) -> HttpResponse:
    """Keep a page out of search engines, and its address to itself."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response


def too_many(request: HttpRequest, limit: Limit) -> HttpResponse | None:
    """Count a wrong link; return the page that asks to wait, after too many."""
    if limit.take(asker(request)):
        return None
    return unlisted(render(request, "429.html", status=429))


def not_good(
    request: HttpRequest,
    limit: Limit,
    *,
    template: str = "public/confirm_not_good.html",
) -> HttpResponse:
    """Say that a link cannot be used, the same for whatever is wrong with it."""
    if refused := too_many(request, limit):
        return refused
    context = {"title": _("This link cannot be used")}
    return unlisted(render(request, template, context, status=404))

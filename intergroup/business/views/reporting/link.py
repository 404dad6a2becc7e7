"""The page behind a link in a mail: one report is written on it, and sent once.

Programs that read mail follow links: opening the page writes nothing. Whatever is
wrong with a link, the page says the same, so that nobody learns what it was.
"""

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.business.actions.reporting import find_report
from intergroup.business.views.reporting.writing import write
from intergroup.kit.limits import Limit, network

GUESSES = Limit("report-guessed", 30, 60 * 60)  # wrong links, from one network


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form of one report, take it, or show what was sent."""
    found = find_report(token, on=timezone.localdate())
    if found is None:
        return _not_good(request)

    def show(*, status: int = 200, **values: object) -> HttpResponse:
        context = {"title": str(found), "meeting": found.meeting, **values}
        page = render(request, "business/reporting/link.html", context, status=status)
        return _unlisted(page)

    def done() -> HttpResponse:
        return redirect("business:report", token)

    return _unlisted(write(request, found, show=show, done=done))


def _not_good(request: HttpRequest) -> HttpResponse:
    if not GUESSES.take(_asker(request)):
        return _unlisted(render(request, "429.html", status=429))
    if request.POST.get("draft"):
        told = _("This link has ended. If a later mail came, use the link in that one.")
        return _unlisted(JsonResponse({"told": told}, status=404))
    context = {"title": _("This link cannot be used")}
    page = render(request, "business/reporting/not_good.html", context, status=404)
    return _unlisted(page)


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Keep a page out of search engines, and its address to itself."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response


def _asker(request: HttpRequest) -> str:
    try:
        return network(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "unknown"

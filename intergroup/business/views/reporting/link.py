"""The page behind a link in a mail: one report is written on it, and sent once.

Programs that read mail follow links: opening the page writes nothing. Whatever is
wrong with a link, the page says the same, so that nobody learns what it was.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.business.actions.reporting import find_report
from intergroup.business.views.reporting.writing import write
from intergroup.kit.limits import Limit
from intergroup.registry.guessing import WRONG_LINKS, not_good, too_many, unlisted

GUESSES = Limit("report-guessed", *WRONG_LINKS)


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
        return unlisted(page)

    def done() -> HttpResponse:
        return redirect("business:report", token)

    return unlisted(write(request, found, show=show, done=done))


def _not_good(request: HttpRequest) -> HttpResponse:
    if not request.POST.get("draft"):
        return not_good(request, GUESSES, template="business/reporting/not_good.html")
    told = _("This link has ended. If a later mail came, use the link in that one.")
    answer = unlisted(JsonResponse({"told": told}, status=404))
    return too_many(request, GUESSES) or answer

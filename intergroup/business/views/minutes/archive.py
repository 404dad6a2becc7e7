"""The archive: what meetings have decided and said, found by year and word."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.reports.minutes import archive
from intergroup.business.views.minutes.page import may_read
from intergroup.kit import office

LONGEST = 100


@require_safe
@never_cache
@login_required
@may_read
def minutes_archive(request: HttpRequest) -> HttpResponse:
    """Show the minutes that were sent round or approved."""
    year = request.GET.get("year", "")
    committee, word = _words(request, "committee"), _words(request, "word")
    asked = int(year) if year.isdecimal() and len(year) == 4 else None
    return office.page(
        request,
        "business/minutes/archive.html",
        title=_("Minutes"),
        archive=archive(year=asked, committee=committee, word=word),
        year=asked,
        committee=committee,
        word=word,
    )


def _words(request: HttpRequest, name: str) -> str:
    """Return what was typed; PostgreSQL looks for no text with a NUL in it."""
    return request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]

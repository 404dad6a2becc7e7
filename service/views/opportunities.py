"""Open positions: the page for everybody, and the flyer to read out and to pin up.

No cookie is read or set for what everybody may see, so that any cache may keep it.
"""

from datetime import date
from hashlib import blake2b

from django.conf import settings
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office, pdf, site_address
from service.models import Policy
from service.reports.flyer import flyer_pdf
from service.reports.opportunities import opportunities

EVERYBODY, PREVIEW = "public, max-age=60", "private, no-store"
SEE = "service.view_position"


@require_safe
def open_positions(request: HttpRequest) -> HttpResponse:
    """Show what is open to everybody, or to the office before it is public."""
    if Policy.objects.current().is_public:
        return _to_everybody(request, _page(request, is_public=True))
    may_see = request.user.has_perm(SEE)
    response = _page(request, is_public=False) if may_see else _closed(request)
    response["Cache-Control"] = PREVIEW
    return response


@require_safe
@never_cache
@login_required
@permission_required(SEE, raise_exception=True)
def flyer(request: HttpRequest) -> HttpResponse:
    """Give the flyer as a PDF; ``?print=large`` in 18 points."""
    today, large = timezone.localdate(), request.GET.get("print") == "large"
    try:
        content = flyer_pdf(opportunities(today), address=_address(), large=large)
    except pdf.CannotPrintError as error:
        title = _("Open positions")
        context = {"title": title, "shown": {"title": title}, "problem": error}
        return office.page(request, "reports/refused.html", status=500, **context)
    headers = {"Content-Disposition": f'inline; filename="{_name(today, large)}"'}
    return HttpResponse(content, "application/pdf", headers=headers)


def _name(today: date, large: bool) -> str:  # noqa: FBT001 (of one call)
    return f"open-positions-{today}{'-large' if large else ''}.pdf"


def _page(request: HttpRequest, *, is_public: bool) -> HttpResponse:
    report = opportunities(timezone.localdate())
    context = {"title": _("Open positions"), "report": report, "is_public": is_public}
    return render(request, "service/public/open_positions.html", context)


def _closed(request: HttpRequest) -> HttpResponse:
    context = {"title": _("Our open positions are not on the web")}
    return render(request, "service/public/closed.html", context, status=404)


def _to_everybody(request: HttpRequest, page: HttpResponse) -> HttpResponse:
    """Return a page with its fingerprint, or say that the reader has it already."""
    digest = blake2b(page.content, digest_size=8).hexdigest()
    etag = f'W/"{digest}"'
    response = get_conditional_response(request, etag=etag) or page
    response["ETag"], response["Cache-Control"] = etag, EVERYBODY
    return response


def _address() -> str:
    """Return where the public page is, whole; “” where nobody could open it."""
    if not (settings.SITE_URL and Policy.objects.current().is_public):
        return ""
    return site_address.absolute(reverse("service:open-positions"))

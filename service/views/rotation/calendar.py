"""The rotation as a calendar for everybody, once open positions are public."""

from hashlib import sha256
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import condition, require_safe

from intergroup.kit import site_address
from intergroup.registry.models import Body
from service.models import Policy
from service.reports.rotation.calendar import calendar_name, rotation_calendar

KEPT = "public, max-age=3600"


@require_safe
def rotation_feed(request: HttpRequest) -> HttpResponse:
    """Give the calendar; 304 where it is as it was, 404 while it is not public."""
    if not Policy.objects.current().is_public:
        raise Http404("rotation")
    data = _calendar(request)
    answer = condition(etag_func=lambda _request: f'"{sha256(data).hexdigest()}"')
    return answer(lambda _request: _give(data))(request)


def _give(data: bytes) -> HttpResponse:
    headers = {
        "Cache-Control": KEPT,
        "Content-Disposition": 'inline; filename="rotation.ics"',
    }
    return HttpResponse(data, "text/calendar; charset=utf-8", headers=headers)


def _calendar(request: HttpRequest) -> bytes:
    body = Body.objects.current()
    name = calendar_name(body.short_name or body.name)
    host = urlsplit(site_address.absolute("/", request)).hostname or "localhost"
    return rotation_calendar(timezone.localdate(), name=name, host=host)

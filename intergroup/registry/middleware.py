"""The clock of the installation is the body’s own."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from intergroup.registry.models import Body


def body_time_zone(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let “today” be the body’s day, not the server’s; keep the body at hand."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/static/"):
            return get_response(request)
        request.service_body = Body.objects.current()
        with timezone.override(ZoneInfo(request.service_body.time_zone)):
            return get_response(request)

    return middleware

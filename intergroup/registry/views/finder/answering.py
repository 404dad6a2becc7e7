"""Giving a page of the directory: to everybody, or to the office before it is public.

No cookie is read or set for what everybody may see, so that any cache may keep it.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intergroup.kit import public_menu
from intergroup.registry.publishing import Published, published
from intergroup.registry.publishing.around import turn

EVERYBODY, PREVIEW = "public, max-age=60", "private, no-store"


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the published directory of today to a page, if the reader may see it."""

    @require_safe
    @wraps(view)
    def given(request: HttpRequest, **named: str) -> HttpResponse:
        found = published(timezone.localdate())
        if found.directory.is_published:
            return view(request, found, **named)
        if not request.user.has_perm("registry.view_directory"):
            return _closed(request, found)
        response = view(request, found, **named)
        response["Cache-Control"] = PREVIEW
        return response

    return given


def _closed(request: HttpRequest, found: Published) -> HttpResponse:
    title = _("The meeting list is not on the web yet")
    context = {"title": title, "directory": found.directory}
    response = render(request, "public/closed.html", context, status=404)
    response["Cache-Control"] = PREVIEW
    return response


def answer(
    request: HttpRequest, found: Published, make: Callable[[], HttpResponse]
) -> HttpResponse:
    """Make the response, unless the reader has it already.

    It is the same until the directory, the day or the language changes, and until a
    meeting begins or ends.
    """
    turned = turn(found, timezone.now())
    asked = (request.get_full_path(), get_language(), request.get_host(), turned)
    digest = blake2b(repr(asked).encode(), digest_size=8).hexdigest()
    etag = f'W/"{found.etag}-{digest}"'
    changed = int(max(found.keep("seen", timezone.now).timestamp(), turned))
    response = get_conditional_response(request, etag=etag, last_modified=changed)
    response = response or make()
    if response.status_code in (200, 304):
        response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    response["Cache-Control"] = EVERYBODY
    return response


def show(
    request: HttpRequest,
    found: Published,
    template: str,
    *,
    status: int = 200,
    **values: object,
) -> HttpResponse:
    """Render a page of the directory; ``values`` has ``title``."""
    context = {"published": found, "directory": found.directory, **values}
    context["updated_at"] = found.keep("updated", lambda: _updated_at(found))
    context["public_menu"] = found.keep("menu", public_menu.shown)
    return render(request, template, context, status=status)


def _updated_at(found: Published) -> object:
    said = (each.updated_at for each in found.meetings if each.updated_at)
    return max(said, default=None)

"""Giving a feed to whoever may read it: nobody, everybody, or those with a key."""

import re

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseForbidden,
    HttpResponseNotModified,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intergroup.kit import site_address
from intergroup.registry.feeds import offered
from intergroup.registry.models import Directory, SharingKey
from intergroup.registry.publishing import Published, published

OPEN, KEYED, PREVIEW = (
    "public, max-age=300",
    "private, max-age=300",
    "private, no-store",
)
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", re.IGNORECASE)


@require_safe
def meeting_guide(request: HttpRequest) -> HttpResponse:
    """Give the Meeting Guide’s feed, with the codes of its specification."""
    return _give(request, offered.MEETING_GUIDE)


@require_safe
def tsml_json(request: HttpRequest) -> HttpResponse:
    """Give the feed for a WordPress site that TSML sets to Heroin Anonymous."""
    return _give(request, offered.TSML_JSON)


@require_safe
def tsml_csv(request: HttpRequest) -> HttpResponse:
    """Give the same as TSML’s spreadsheet."""
    return _give(request, offered.TSML_CSV)


def _give(request: HttpRequest, feed: offered.Feed) -> HttpResponse:
    found = published(timezone.localdate())
    how = _how(request, found.directory)
    if how is None:
        return _ask_for_a_key()
    page = _meeting_page(request)
    if how == PREVIEW:
        response = HttpResponse(feed.body(found, meeting_page=page))
    else:
        etag = f'W/"{found.etag}-{feed.name}"'
        response = get_conditional_response(request, etag=etag)
        response = response or _written(request, feed, found, page)
        response["ETag"] = etag
    return _headed(response, feed, how)


def _how(request: HttpRequest, directory: Directory) -> str | None:
    """Return how the answer may be kept; None for one without a key."""
    if not directory.is_published:
        if request.user.has_perm("registry.view_directory"):
            return PREVIEW
        raise Http404
    if not directory.is_feed_restricted:
        return OPEN
    key = request.GET.get("key", "")
    if not key or "\0" in key:  # which PostgreSQL does not take for text
        return None
    return KEYED if SharingKey.objects.good().filter(key=key).exists() else None


def _ask_for_a_key() -> HttpResponse:
    sentence = _(
        "This list is for those who were given a key: put ?key=… with yours behind "
        "the address. Ask the service body for one."
    )
    response = HttpResponseForbidden(sentence, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = PREVIEW
    return response


def _written(
    request: HttpRequest, feed: offered.Feed, found: Published, page: str
) -> HttpResponse:
    if not _GZIP.search(request.headers.get("Accept-Encoding", "")):
        return HttpResponse(feed.body(found, meeting_page=page))
    response = HttpResponse(feed.compressed(found, meeting_page=page))
    response["Content-Encoding"] = "gzip"
    return response


def _headed(response: HttpResponse, feed: offered.Feed, how: str) -> HttpResponse:
    """Say what it is, how long it may be kept, and who may read it from a page."""
    if not isinstance(response, HttpResponseNotModified):
        response["Content-Type"] = feed.content_type
    response["Cache-Control"] = how
    if how == OPEN:
        response["Access-Control-Allow-Origin"] = "*"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _meeting_page(request: HttpRequest) -> str:
    return site_address.absolute(reverse("registry:meeting", args=["SLUG"]), request)

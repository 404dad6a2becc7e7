"""Where a page is on the web, whole: for mails, QR codes, calendars and feeds."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _


def absolute(path: str, request: HttpRequest | None = None, *, site: str = "") -> str:
    """Return ``https://host/path`` for a path such as ``reverse`` gives.

    ``site`` comes first, then ``settings.SITE_URL``, then the request’s own host.
    Raises ValidationError (``no_site``) where there is none of the three.
    """
    if begin := (site or settings.SITE_URL).rstrip("/"):
        return f"{begin}{path}"
    if request is None:
        raise ValidationError(
            _("Say where the pages are: set SITE_URL, or give --site https://…"),
            code="no_site",
        )
    return request.build_absolute_uri(path)

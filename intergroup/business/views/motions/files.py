"""The files that came with a motion, given to those who may see it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.models import MotionAttachment
from intergroup.business.views.motions.finding import may_read, seen_by

Kind = MotionAttachment.Kind
# A browser shows a PDF by a viewer of its own, which a closed sandbox keeps out.
SANDBOX = {
    Kind.PDF: "default-src 'none'; object-src 'self'; sandbox allow-scripts",
    Kind.JPEG: "default-src 'none'; sandbox",
    Kind.PNG: "default-src 'none'; sandbox",
}


@require_safe
@never_cache
@login_required
@may_read
def attachment(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a file that came with a motion."""
    rows = MotionAttachment.objects.filter(motion__in=seen_by(request))
    shown = get_object_or_404(rows, pk=pk)
    headers = {
        "Content-Disposition": content_disposition_header(False, shown.name),  # noqa: FBT003
        "Content-Security-Policy": SANDBOX[Kind(shown.kind)],
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(shown.content), shown.kind, headers=headers)

"""The review kit: everything the committee needs of a period, as one ZIP."""

import tempfile
from types import SimpleNamespace

from django.contrib.auth.decorators import login_required, permission_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office
from intergroup.kit.asking import quick_periods
from intergroup.kit.dates import Period
from intergroup.kit.forms import ReportForm
from intergroup.registry.models import Body
from treasury.resources.review_kit import write_review_kit

may_review = permission_required(
    ["treasury.view_entry", "treasury.view_voucher"], raise_exception=True
)
ASKS = SimpleNamespace(asks="period", choices=())  # as a report over a period does
IN_MEMORY = 8 * 1024 * 1024


@require_safe
@never_cache
@login_required
@may_review
def review_kit(request: HttpRequest) -> HttpResponse:
    """Ask for the period, this fiscal year so far; with ``format=zip`` give the kit."""
    body, today = Body.objects.current(), timezone.localdate()
    form = ReportForm(request.GET, shown=ASKS, today=today, body=body)
    if form.is_valid() and request.GET.get("format") == "zip":
        return _kit(form.cleaned_data["asked"])
    return office.page(
        request,
        "treasury/office/review_kit.html",
        title=_("Review kit"),
        form=form,
        quick=[(label, *_days(each)) for label, each in quick_periods(today)],
    )


def _days(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


def _kit(period: Period) -> FileResponse:
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (the response closes it)
    write_review_kit(file, period)
    file.seek(0)
    name = f"review-{period.first}-{period.last}.zip"
    return FileResponse(file, as_attachment=True, filename=name)

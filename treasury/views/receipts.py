"""Receipts as a file: of one contribution, or of a whole collection."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit.printing import give_pdf
from treasury.models import Collection, Contribution
from treasury.reports.receipts import receipts_of, receipts_pdf

may_read = permission_required("treasury.view_contribution", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_read
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the receipt of one contribution; a correction has none."""
    contribution = get_object_or_404(Contribution, pk=pk)
    if contribution.reverses_id:
        raise Http404(pk)
    return _file(request, [pk], f"receipt-{contribution.receipt}")


@require_safe
@never_cache
@login_required
@may_read
def receipts(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the receipts of a whole collection, as one file."""
    collection = get_object_or_404(Collection, pk=pk)
    ids = collection.contributions.values_list("pk", flat=True)
    return _file(request, ids, f"receipts-{collection.collected_on}")


def _file(request: HttpRequest, ids: Iterable[int], name: str) -> HttpResponse:
    def printed() -> bytes:
        return receipts_pdf(receipts_of(ids))

    return give_pdf(request, printed, title=_("Receipts"), name=name)

"""My position: for everybody who signs in, and about nobody else."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office
from service.reports.my_position import my_positions


@require_safe
@never_cache
@login_required
def my_position(request: HttpRequest) -> HttpResponse:
    """Show what one serves as, and what is handed on with it."""
    return office.page(
        request,
        "service/office/my_position.html",
        title=_("My position"),
        mine=my_positions(request.user, timezone.localdate()),
    )

"""The front door: the finder for strangers, the desk for those who signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import views
from intergroup.registry.models import Directory


@require_safe
@never_cache
def front(request: HttpRequest) -> HttpResponse:
    """Lead a stranger to the meetings where they are public, and others to the desk."""
    if request.user.is_authenticated or not Directory.objects.current().is_published:
        return views.home(request)
    return redirect("registry:finder")

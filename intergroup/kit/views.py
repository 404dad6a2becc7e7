"""The desk, the list of reports, and each report as a page or a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from intergroup.kit import admin, desk


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Show the desk; those who use the office pages find it there."""
    if request.user.is_staff:
        return redirect("admin:index")
    cards = desk.render(request.user, timezone.localdate())
    context = {**admin.site.each_context(request), "title": "", "cards": cards}
    return render(request, "desk/home.html", context)


def report_list(request):
    return HttpResponse()


def report(request, slug):
    return HttpResponse()

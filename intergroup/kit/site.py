"""The admin site of the house: its first page is the desk."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from intergroup.kit import desk


class Site(AdminSite):
    """The admin with the desk as its first page."""

    site_header = site_title = gettext_lazy("Intergroup")
    index_title = gettext_lazy("Your desk")
    index_template = "desk/home.html"
    enable_nav_sidebar = True

    def index(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> HttpResponse:
        """Show the cards of this person’s own job, and everything else below."""
        cards = desk.render(request.user, timezone.localdate())
        return super().index(request, {"cards": cards, **(extra_context or {})})

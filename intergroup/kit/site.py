"""The admin site of the house: its first page is the desk."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from intergroup.kit import desk


class Site(AdminSite):
    """The admin with the desk as its first page, and one’s own work before the rest."""

    site_header = site_title = gettext_lazy("Intergroup")
    index_title = gettext_lazy("Your desk")
    index_template = "desk/home.html"
    empty_value_display = "–"
    enable_nav_sidebar = False  # the menu of templates/admin/menu.html stands instead

    def index(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> HttpResponse:
        """Show the cards of this person’s own job, and everything else below."""
        cards = desk.render(request.user, timezone.localdate())
        return super().index(request, {"cards": cards, **(extra_context or {})})

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict]:
        """Return the apps a person writes in (``is_own``) before those they read."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["is_own"] = any(not model["view_only"] for model in app["models"])
        return sorted(apps, key=lambda app: not app["is_own"])

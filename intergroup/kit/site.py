"""The admin site of the house: its first page is the desk."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from intergroup.kit import desk


class Site(AdminSite):
    """The admin with the desk as its first page, and one’s own work before the rest."""

    site_header = site_title = gettext_lazy("Intergroup")
    index_title = gettext_lazy("Your desk")
    index_template = "desk/home.html"
    empty_value_display = "–"
    enable_nav_sidebar = False  # the menu of templates/admin/menu.html stands instead

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.headings: dict[type[Model], str] = {}

    def arrange(self, heading: str, *models: type[Model]) -> None:
        """Put lists that are not looked at every day under a heading of the menu."""
        self.headings.update(dict.fromkeys(models, heading))

    def has_permission(self, request: HttpRequest) -> bool:
        """Open the office by ``settings.OFFICE_RIGHT``, or by the tick on the user.

        Templates find the answer as ``has_permission``.
        """
        user = request.user
        return user.is_active and (
            user.is_staff or user.has_perm(settings.OFFICE_RIGHT)
        )

    @method_decorator(never_cache)
    def login(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> HttpResponse:
        """Lead strangers to the one page for signing in; there is no second form."""
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        wanted = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index")
        return redirect_to_login(wanted)

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
            app["everyday"], app["folded"] = self._folded(app["models"])
        return sorted(apps, key=lambda app: not app["is_own"])

    def _folded(self, models: list[dict]) -> tuple[list[dict], list[tuple]]:
        """Return the lists of every day, and the others under their headings."""
        everyday, folded = [], {}
        for model in models:
            heading = self.headings.get(model["model"])
            lists = folded.setdefault(str(heading), []) if heading else everyday
            lists.append(model)
        return everyday, list(folded.items())
